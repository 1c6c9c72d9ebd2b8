//! What is held about a person in French, as their paper says it.

use documents::papers::person_file::{FilePart, FileSection};
use domain::budget::Budget;
use domain::dossier::{Dossier, Fact, Recorded};
use domain::household::Link;
use domain::person::Person;
use domain::settings::{ListEntry, ListKey, Settings};
use domain::words::{self, Labelled, numeric_date};

use casework::dossiers::first_contact;
use casework::facts::sentence;
use casework::retention::kept_sentence;
use domain::dossier::Masked;

/// A dossier with what its paper needs beside it.
pub(super) struct Told {
    pub(super) dossier: Dossier,
    pub(super) budgets: Vec<Budget>,
    /// The papers that went out, each with its day, for whom and its fingerprint.
    pub(super) papers: Vec<(String, String)>,
    /// Papers given out and looks taken, as the journal words them: when, what.
    pub(super) journal: Vec<(String, String)>,
}

/// The parts of the paper: the person, then each dossier.
pub(super) fn parts(dossiers: &[Told], settings: &Settings) -> Vec<FilePart> {
    let you = dossiers.first().map(|first| FilePart {
        title: "Vous".to_owned(),
        sections: vec![section("Identité et coordonnées", identity(&first.dossier.person, settings))],
    });
    you.into_iter().chain(dossiers.iter().map(|told| of_dossier(told, settings))).collect()
}

fn of_dossier(told: &Told, settings: &Settings) -> FilePart {
    let dossier = &told.dossier;
    let masked = Masked::of(dossier);
    let mut sections = vec![
        section("Demande", request(dossier, settings)),
        section("Premier appel", screened(dossier, settings)),
        section("Foyer", household(dossier)),
        section("Accompagnants", companions(dossier)),
        section("Projet", project(dossier)),
    ];
    sections.extend(told.budgets.iter().map(|budget| {
        let title = format!("Budget, version {} du {}", budget.version, words::long_date(budget.established_on));
        section(&title, budget_lines(budget, settings))
    }));
    sections.push(section("Relevés de compte", statements(dossier)));
    sections.push(section("Évaluation", assessment(dossier, settings)));
    sections.push(section("Ce qui s’est passé", happened(dossier, settings)));
    sections.push(section("Notes de travail de qui suit le dossier", private_notes(dossier, settings)));
    sections.push(section("Conservation", retention(dossier)));
    sections.push(section("Papiers remis, gardés tels qu’ils sont sortis", told.papers.clone()));
    sections.push(section("Consultations, modifications et papiers remis", told.journal.clone()));
    for section in &mut sections {
        for (label, value) in &mut section.rows {
            (*label, *value) = (words::spaced(label), words::spaced(&masked.text(value)));
        }
    }
    FilePart { title: format!("Dossier {}", dossier.reference), sections }
}

fn section(title: &str, rows: Vec<(String, String)>) -> FileSection {
    let rows = rows.into_iter().filter(|(_, value)| !value.is_empty()).collect();
    FileSection { title: words::spaced(title), rows, paragraphs: Vec::new() }
}

fn named<const N: usize>(rows: [(&str, String); N]) -> Vec<(String, String)> {
    rows.into_iter().map(|(label, value)| (label.to_owned(), value)).collect()
}

fn listed(key: Option<&ListKey>, list: &[ListEntry]) -> String {
    let found = key.and_then(|key| list.iter().find(|entry| entry.key == *key));
    found.map(|entry| entry.label.clone()).unwrap_or_default()
}

fn identity(person: &Person, settings: &Settings) -> Vec<(String, String)> {
    let lists = &settings.lists;
    named([
        ("Civilité", person.title.label().to_owned()),
        ("Nom", person.last_name.to_string()),
        ("Nom de naissance", person.birth_name.to_string()),
        ("Prénom", person.first_name.to_string()),
        ("Date de naissance", person.born_on.map(numeric_date).unwrap_or_default()),
        ("Lieu de naissance", person.birth_place.to_string()),
        ("Téléphone", person.phone.as_ref().map(ToString::to_string).unwrap_or_default()),
        ("Courriel", person.email.as_ref().map(|email| email.as_str().to_owned()).unwrap_or_default()),
        ("Adresse", person.address.to_string()),
        ("Code postal", person.postal_code.as_ref().map(|code| code.as_str().to_owned()).unwrap_or_default()),
        ("Commune", person.commune.to_string()),
        ("Situation familiale", listed(person.family_situation.as_ref(), &lists.family_situations)),
        ("Logement", listed(person.housing.as_ref(), &lists.housing)),
        ("Emploi", listed(person.employment.as_ref(), &lists.employment)),
        ("Métier", person.occupation.to_string()),
        ("Quartier", person.neighbourhood.to_string()),
        ("À joindre plutôt par", listed(person.contact_way.as_ref(), &lists.contact_ways)),
        ("Pour la joindre", person.contact_note.to_string()),
        ("Logement depuis", person.housing_since.to_string()),
        ("Contrat de travail", person.contract.to_string()),
        ("Employeur", person.employer.to_string()),
        ("Banque", person.bank.to_string()),
        ("Moyens de paiement", listed(person.payment_means.as_ref(), &lists.payment_means)),
        ("Suivi en cours", person.known_for.to_string()),
        ("Santé ou handicap", person.health.to_string()),
    ])
}

fn request(dossier: &Dossier, settings: &Settings) -> Vec<(String, String)> {
    let request = dossier.facts.request();
    let amount = request.amount.map(|amount| amount.to_string()).unwrap_or_default();
    named([
        ("Reçue le", casework::dossiers::asked_on(dossier)),
        ("Par", listed(Some(&request.origin), &settings.lists.origins)),
        ("Projet", request.project.to_string()),
        ("Objet du prêt", listed(request.purpose.as_ref(), &settings.lists.purposes)),
        ("Montant souhaité", amount),
        ("Étape", domain::dossier::stage(dossier).label().to_owned()),
    ])
}

/// The answers of the first call.
fn screened(dossier: &Dossier, settings: &Settings) -> Vec<(String, String)> {
    let seen = first_contact(dossier, settings);
    seen.answers.into_iter().map(|given| (given.question, given.answer)).collect()
}

fn companions(dossier: &Dossier) -> Vec<(String, String)> {
    let said = dossier.companions.iter().map(|one| {
        let said = [one.name.to_string(), one.organisation.to_string(), one.reach.to_string()];
        let said: Vec<String> = said.into_iter().filter(|part| !part.is_empty()).collect();
        (one.role.label().to_owned(), said.join(", "))
    });
    said.collect()
}

fn household(dossier: &Dossier) -> Vec<(String, String)> {
    let others = dossier.household.members().iter().filter(|member| member.link != Link::Applicant);
    let born = |member: &domain::household::Member| {
        member.born_on.map(|day| format!("né en {}", day.format("%Y"))).unwrap_or_default()
    };
    others
        .map(|member| {
            let said = [born(member), member.reason.to_string()];
            let said: Vec<String> = said.into_iter().filter(|part| !part.is_empty()).collect();
            let said = if said.is_empty() { "dans le foyer".to_owned() } else { said.join(", ") };
            (member.link.label().to_owned(), said)
        })
        .collect()
}

fn project(dossier: &Dossier) -> Vec<(String, String)> {
    let project = &dossier.project;
    let mut rows = named([("Récit", project.story.to_string())]);
    for quote in &project.quotes {
        rows.push(("Devis".to_owned(), format!("{}, {}, {}", quote.label, quote.seller, quote.amount)));
    }
    for expense in &project.expenses {
        rows.push(("Dépense".to_owned(), format!("{}, {}", expense.label, expense.amount)));
    }
    for aid in &project.aids {
        rows.push(("Aide".to_owned(), format!("{}, {}, {}", aid.provider, aid.label, aid.status.label())));
    }
    rows
}

fn budget_lines(budget: &Budget, settings: &Settings) -> Vec<(String, String)> {
    let entries = &settings.lists.budget_entries;
    budget
        .lines
        .iter()
        .map(|line| {
            let label = entries.get(&line.entry).map(|entry| entry.label.clone()).unwrap_or_default();
            let amount = format!("{} par {}, {}", line.amount, line.frequency.per(), line.certainty.label());
            let said = [line.detail.to_string(), line.debt.creditor.to_string(), line.comment.to_string()];
            let said: Vec<String> = std::iter::once(amount).chain(said).filter(|part| !part.is_empty()).collect();
            (label, said.join(" ; "))
        })
        .collect()
}

fn statements(dossier: &Dossier) -> Vec<(String, String)> {
    let shown = |review: &domain::budget::StatementReview| {
        let lowest = review.lowest.map(|lowest| format!("solde le plus bas {lowest}")).unwrap_or_default();
        let said = [review.bank.to_string(), lowest, review.remark.to_string()];
        let said: Vec<String> = said.into_iter().filter(|part| !part.is_empty()).collect();
        (review.account.to_string(), said.join(" ; "))
    };
    dossier.statements.iter().map(shown).collect()
}

fn assessment(dossier: &Dossier, settings: &Settings) -> Vec<(String, String)> {
    let held = &dossier.assessment;
    let mut rows = Vec::new();
    for criterion in &settings.lists.criteria {
        if let Some(found) = held.criteria.get(&criterion.key) {
            let said = [found.finding.label().to_owned(), found.ground.to_string()];
            let said: Vec<String> = said.into_iter().filter(|part| !part.is_empty()).collect();
            rows.push((criterion.label.clone(), said.join(" : ")));
        }
    }
    rows.extend(named([
        ("Avis", held.opinion.map(|opinion| opinion.label().to_owned()).unwrap_or_default()),
        ("Avis motivé", held.reasoned.to_string()),
        ("Réserve", held.reservation.to_string()),
        ("Synthèse", held.summary.to_string()),
    ]));
    for point in &held.watch_points {
        rows.push(("Point de vigilance".to_owned(), format!("{} : {}", point.risk, point.answer)));
    }
    rows
}

fn happened(dossier: &Dossier, settings: &Settings) -> Vec<(String, String)> {
    let mut facts: Vec<&Recorded> =
        dossier.facts.standing().filter(|row| !is_private_note(&row.fact, settings)).collect();
    facts.sort_by_key(|row| (row.fact.day(), row.fact.kind()));
    let row = |row: &Recorded| {
        let said = [sentence(&row.fact, row.precision, settings), note(&row.fact)];
        let said: Vec<String> = said.into_iter().filter(|part| !part.is_empty()).collect();
        (words::known_date_typed(row.fact.day(), row.precision), said.join(" : "))
    };
    facts.into_iter().map(row).collect()
}

/// The notes printed on no other paper: they are about the person too (GDPR, article 15).
fn private_notes(dossier: &Dossier, settings: &Settings) -> Vec<(String, String)> {
    let notes = dossier.facts.standing().filter(|row| is_private_note(&row.fact, settings));
    let row = |row: &Recorded| (words::known_date_typed(row.fact.day(), row.precision), note(&row.fact));
    notes.map(row).collect()
}

/// Whether a fact is a note that stays in the office.
pub(crate) fn is_private_note(fact: &Fact, settings: &Settings) -> bool {
    let Fact::InterviewHeld(held) = fact else { return false };
    let kind = settings.lists.interview_kinds.iter().find(|kind| kind.key == held.kind);
    kind.is_some_and(ListEntry::is_private)
}

/// What was written with a fact.
fn note(fact: &Fact) -> String {
    let words = fact.words().map(|words| words.to_string());
    let condition =
        if let Fact::OrientationDecided(decided) = fact { decided.condition_stated() } else { String::new() };
    let parts = words.into_iter().chain([condition]).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" ; ")
}

fn retention(dossier: &Dossier) -> Vec<(String, String)> {
    named([
        ("Dernier contact", words::long_date(domain::retention::last_contact(dossier))),
        ("Décision", dossier.retention.as_ref().map(kept_sentence).unwrap_or_default()),
    ])
}
