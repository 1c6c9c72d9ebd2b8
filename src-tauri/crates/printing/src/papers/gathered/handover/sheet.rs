//! The sheet of one dossier of the handover: what its rooms say, in the few lines another adviser needs.
//!
//! Free notes are left out: nothing of them is handed on before it was read again.

use chrono::NaiveDate;
use documents::papers::handover::HandoverSheet;
use domain::companion::CompanionRole;
use domain::dossier::{Dossier, Event, Stage};
use domain::partner::FeedbackAgreement;
use domain::settings::{RulesAt, entry};
use domain::task::{Task, WaitingOn};
use domain::words::{
    Labelled, addressed, counted, full_name, known_date_typed, long_date, lowered, numeric_date, on_known_date, to_the,
};

use super::super::session_sheet::budget;
use super::super::support_charter::lender;
use crate::papers::gathered::Subject;
use crate::person_file::is_private_note;
use app::failure::Failure;
use casework::stories::{is_small, told};

/// How many dates, facts and things awaited a sheet shows.
const DATES: usize = 3;
const PAST: usize = 5;

pub(crate) fn of(subject: &Subject<'_>, stage: Stage, since: NaiveDate) -> Result<HandoverSheet, Failure> {
    let asked = as_asked(subject.dossier);
    let subject = &Subject { dossier: &asked, ..*subject };
    let Subject { dossier, moment, .. } = *subject;
    let rules = subject.settings.at(dossier.loan_day(moment.today));
    let person = &dossier.person;
    let phone = person.phone.as_ref().map(ToString::to_string).unwrap_or_default();
    let reach = [phone, person.contact_note.to_string()];
    Ok(HandoverSheet {
        name: full_name(person),
        reach: reach.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "),
        reference: dossier.reference.clone(),
        standing: format!("{} depuis le {}", stage.label(), long_date(since)),
        next: dossier.tasks.iter().take(DATES).map(|task| next(task, moment.today)).collect(),
        essentials: essentials(subject, &rules)?,
        contacts: contacts(subject, &rules),
        past: past(subject),
        awaited: dossier.tasks.iter().filter(|task| task.waiting_on != WaitingOn::Advisor).map(awaited).collect(),
        to_know: to_know(subject, &rules),
    })
}

/// The dossier with the loan its last sending asks for: the bank to call is the one that has it or refused it last.
fn as_asked(dossier: &Dossier) -> Dossier {
    let course = dossier.facts.course();
    let stands = matches!(course.stage, Stage::WithLender | Stage::AgreementInPrinciple | Stage::Refused);
    let sent = course.current().or(course.presentations.last()).filter(|_| stands);
    let simulation = sent.map(|sent| dossier.simulation.asked_of(sent.submission));
    Dossier { simulation: simulation.unwrap_or_else(|| dossier.simulation.clone()), ..dossier.clone() }
}

/// `27 novembre 2026, en retard` and what is to be done.
fn next(task: &Task, today: NaiveDate) -> (String, String) {
    let late = if task.due < today { ", en retard" } else { "" };
    let at = task.at.map(|at| format!(" à {}", domain::words::hour(at))).unwrap_or_default();
    let what = if task.what.is_empty() { "à faire".to_owned() } else { lowered(&task.what) };
    (format!("{}{at}{late}", long_date(task.due)), what)
}

fn awaited(task: &Task) -> [String; 4] {
    let whom = lowered(task.waiting_on.label());
    [task.what.clone(), whom, numeric_date(task.since), numeric_date(task.due)]
}

/// The loan, the budget before and after it, the bank, the opinion.
fn essentials(subject: &Subject<'_>, rules: &RulesAt<'_>) -> Result<Vec<(String, String)>, Failure> {
    let Subject { dossier, settings, moment, .. } = *subject;
    let schedule = dossier.loan_in_force(settings, moment.today).ok();
    let amount = match &schedule {
        Some(schedule) => Some(schedule.terms.amount),
        None => dossier.loan_amount()?.or(dossier.facts.request().amount),
    };
    let months = schedule.as_ref().map(|schedule| schedule.terms.months).or(dossier.simulation.months);
    let months = months.map(|months| format!("{months} mois"));
    let loan = [amount.map(|amount| amount.to_string()), months].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let bank = lender(dossier, rules).map(|at| at.lender.name.to_string());
    let opinion = dossier.assessment.opinion.map(|opinion| lowered(opinion.label())).unwrap_or_default();
    let instalment = schedule.as_ref().map(|schedule| schedule.instalment().to_string()).unwrap_or_default();
    let mut pairs =
        vec![("Projet", subject.dossier.project_named(rules.lists)?), ("Montant", loan), ("Mensualité", instalment)];
    pairs.extend(due(subject)?.map(|due| ("Reste dû", due)));
    pairs.extend([
        ("Reste à vivre avant, après", left(subject)?),
        ("Banque", bank.unwrap_or_else(|| "pas encore choisie".to_owned())),
        ("Avis", opinion),
    ]);
    Ok(pairs.into_iter().map(|(label, value)| (label.to_owned(), value)).collect())
}

/// What is due of a loan that was paid out: `1 162,16 €, dont 3 échéances non payées`, or what the bank asked for.
fn due(subject: &Subject<'_>) -> Result<Option<String>, Failure> {
    let course = subject.dossier.facts.course();
    if course.disbursement.is_none() || course.repaid_on.is_some() {
        return Ok(None);
    }
    let due = subject.dossier.still_due(subject.moment.today)?;
    Ok(due.map(|due| {
        let late = counted(due.late.len(), "échéance non payée", "échéances non payées");
        match due.claimed {
            Some(claimed) => format!("{claimed}, demandés par la banque"),
            None if due.late.is_empty() => due.principal.to_string(),
            None => format!("{}, dont {late}", due.principal),
        }
    }))
}

/// `339,53 €, 300,07 €`: before the loan, then after, as far as they are known.
fn left(subject: &Subject<'_>) -> Result<String, Failure> {
    let (before, then) = budget(subject)?;
    let before = before.map(|before| before.reste_a_vivre.to_string());
    let then = then.map(|then| then.budget.reste_a_vivre.to_string());
    Ok(before.into_iter().chain(then).collect::<Vec<_>>().join(", "))
}

/// The person, the bank, who sent them, who else is beside them, and whether the consent is signed.
fn contacts(subject: &Subject<'_>, rules: &RulesAt<'_>) -> Vec<(String, String)> {
    let dossier = subject.dossier;
    let person = &dossier.person;
    let town = [
        person.postal_code.as_ref().map(|code| code.as_str().to_owned()).unwrap_or_default(),
        person.commune.to_string(),
    ];
    let town = town.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let address = [person.address.to_string(), town];
    let at = lender(dossier, rules).map(|at| at.lender);
    let asked = at.map(|lender| [lender.contact.to_string(), lender.phone.to_string()]).unwrap_or_default();
    let sent = subject
        .referrer
        .map(|sent| [sent.structure.to_string(), sent.phone.as_ref().map(ToString::to_string).unwrap_or_default()]);
    let others = dossier.companions.iter().map(|one| named([one.name.to_string(), one.organisation.to_string()]));
    let phone = person.phone.as_ref().map(ToString::to_string).unwrap_or_default();
    let also = dossier.borrows_with().map(|also| addressed(&also)).unwrap_or_default();
    let pairs = [
        ("Téléphone", phone),
        ("Adresse", named(address)),
        ("Emprunte avec", also),
        ("À la banque", named(asked)),
        ("Prescripteur", sent.map(named).unwrap_or_default()),
        ("Autre suivi", others.collect::<Vec<_>>().join(" ; ")),
        ("Autorisation signée", consent(dossier)),
    ];
    let known = pairs.into_iter().filter(|(label, value)| *label == "Téléphone" || !value.is_empty());
    known.map(|(label, value)| (label.to_owned(), value)).collect()
}

fn named<const N: usize>(parts: [String; N]) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// The day the last consent was signed; that it was sent without a day when nobody noted one.
fn consent(dossier: &Dossier) -> String {
    let signed = dossier.facts.noted(Event::ConsentSigned).map(|noted| noted.on);
    let course = dossier.facts.course();
    match (signed.max(), course.presentations.last()) {
        (Some(day), _) => format!("le {}", long_date(day)),
        (None, Some(sent)) => {
            let on = on_known_date(sent.submission.sent_on, dossier.facts.precision_of(sent.id));
            format!("jour non noté, dossier envoyé {on}")
        }
        (None, None) => "non".to_owned(),
    }
}

/// The last facts that count, the oldest first.
fn past(subject: &Subject<'_>) -> Vec<(String, String)> {
    let (facts, settings) = (&subject.dossier.facts, subject.settings);
    let mut rows: Vec<_> =
        facts.standing().filter(|row| !is_small(&row.fact) && !is_private_note(&row.fact, settings)).collect();
    rows.sort_by_key(|row| (row.fact.day(), row.id));
    let last = rows.split_off(rows.len().saturating_sub(PAST));
    let row = |row: &domain::dossier::Recorded| {
        (known_date_typed(row.fact.day(), row.precision), told(&row.fact, settings).0)
    };
    last.into_iter().map(row).collect()
}

/// A death, a guardian, another referent, how to be reached, and to whom nothing is told.
fn to_know(subject: &Subject<'_>, rules: &RulesAt<'_>) -> Vec<String> {
    let dossier = subject.dossier;
    let person = &dossier.person;
    let mut said = Vec::new();
    if let Some(day) = dossier.facts.course().died_on {
        said.push(format!("Décès noté le {} : plus rien ne part à la personne.", long_date(day)));
    }
    for guardian in dossier.companions.iter().filter(|one| one.role == CompanionRole::Guardian) {
        let agreed = match guardian.agreed_on {
            Some(day) => format!("accord écrit le {}", long_date(day)),
            None => "son accord écrit manque".to_owned(),
        };
        said.push(format!("Tutelle ou curatelle : {}, {agreed}.", guardian.name));
    }
    if let Some(lead) = dossier.other_referent() {
        said.push(format!("La personne référente est {}.", lead.name));
    }
    let way = person.contact_way.as_ref().and_then(|key| entry(&rules.lists.contact_ways, key).ok());
    said.extend(way.map(|way| format!("À joindre plutôt par : {}.", lowered(&way.label))));
    if !person.contact_note.is_empty() {
        said.push(person.contact_note.to_string());
    }
    let told = dossier.feedback().is_some_and(|(_, agreement)| agreement != FeedbackAgreement::Refused);
    if let Some(sent) = subject.referrer.filter(|_| !told) {
        said.push(format!("Ne rien dire {} : pas d’accord noté.", to_the(sent.structure.as_str())));
    }
    said
}
