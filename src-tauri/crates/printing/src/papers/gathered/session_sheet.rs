//! The facts of the sheet of a dossier at a session, for its request or its refund, with the name of who asks or without
//! any.
//!
//! Without names, the dossier is the letter of its place on the agenda, « la personne » stands for who asks wherever they
//! are named, in the project and in the opinion too; their telephone, their addresses and their household go the same way,
//! and the age is a bracket of ten years.

mod refund;

use chrono::NaiveDate;
use documents::papers::AfterLoan;
use documents::papers::session_sheet::{AssessedRequest, Naming, SessionSheet, SheetMatter, render};
use domain::budget::{BudgetReading, HouseholdBudget, Section, reckon};
use domain::calendar::age_on;
use domain::committee::{CommitteeSession, agenda_letter};
use domain::dossier::{Direction, Dossier, SessionMatter};
use domain::money::Euros;
use domain::person::Person;
use domain::project::AidStatus;
use domain::settings::{ListEntry, ListKey, Lists, entry};
use domain::words::{self, Labelled, capital, lowered, percent, since, spaced};

use super::bank_file::after;
use super::budget_notes::LoanBeside;
use super::support_charter::lender;
use super::{NotYet, Prepared, Printer, Subject};
use crate::person_file::Masked;
use app::failure::Failure;
use casework::dossiers::RoomKey;
use casework::sessions::titled;

/// The session a dossier goes to, and its place there.
pub(in crate::papers) struct AtSession {
    /// `Commission du jeudi 26 novembre 2026`.
    title: String,
    /// Its day.
    day: NaiveDate,
    /// Why the dossier goes there.
    matter: SessionMatter,
    /// Its place on the agenda from 1, and how many there are.
    place: (usize, usize),
}

impl AtSession {
    /// A place on the agenda of a session.
    pub(in crate::papers) fn of(session: &CommitteeSession, matter: SessionMatter, place: (usize, usize)) -> Self {
        Self { title: spaced(&titled(session)), day: session.day, matter, place }
    }
}

const NOTHING: &str = "–";

pub(super) fn prepare(subject: &Subject<'_>) -> Result<Result<Prepared, NotYet>, Failure> {
    let Some(at) = subject.session else {
        return Ok(Err(NotYet {
            state: "n’est inscrit à aucune séance",
            sentence: "Cette fiche est celle d’une séance : le dossier n’est inscrit à aucune.",
            remedy: "Dans Séances, mettez-le à l’ordre du jour.",
            room: RoomKey::Decisions,
        }));
    };
    let sheet = sheet(subject, at)?;
    let head = subject.head.clone();
    let state = format!("prête, {}", sheet.place);
    let print: Printer = Box::new(move |_| Ok(render(&sheet, &head)?));
    Ok(Ok(Prepared { version: 1, missing: Vec::new(), state, print }))
}

/// The facts of the sheet of a dossier at a session.
pub(super) fn sheet(subject: &Subject<'_>, at: &AtSession) -> Result<SessionSheet, Failure> {
    let dossier = subject.dossier;
    let today = subject.moment.today;
    let rules = subject.settings.at(today);
    let masked = match subject.naming {
        Naming::Named => Masked::nobody(),
        Naming::Nameless => Masked::everyone(dossier),
    };
    let asked = dossier.asked_at((at.matter, at.day), subject.settings, today)?;
    let (matter, figures) = match at.matter {
        SessionMatter::Request => {
            let (before, then) = budget(subject)?;
            let figures = figures(subject, asked, (before.as_ref(), then.as_ref()))?;
            (SheetMatter::Request(assessed(subject, &masked, (before.as_ref(), then.as_ref()))?), figures)
        }
        SessionMatter::Refund => refund::proved(subject, &masked, asked)?,
    };
    let presented = dossier.facts.course().presentations.len().saturating_add(1);
    let rank = if presented == 1 { "1re".to_owned() } else { format!("{presented}e") };
    let project = masked.text(&capital(&dossier.project_named(rules.lists)?));
    let (presentation, about, decisions) = match at.matter {
        SessionMatter::Request => (format!("{rank} présentation"), project, decisions()),
        SessionMatter::Refund => {
            (String::new(), format!("{} : {}", at.matter.label(), lowered(&project)), refund::decisions())
        }
    };
    Ok(SessionSheet {
        reference: match subject.naming {
            Naming::Named => dossier.reference.clone(),
            Naming::Nameless => agenda_letter(at.place.0),
        },
        printed_on: today,
        session: at.title.clone(),
        place: format!("dossier {} sur {}", at.place.0, at.place.1),
        naming: subject.naming,
        name: match subject.naming {
            Naming::Named => dossier.person.display_name(),
            Naming::Nameless => String::new(),
        },
        presentation,
        about,
        figures,
        matter,
        decisions,
    })
}

/// The request as it was assessed; what someone typed of it without the names to hide.
fn assessed(
    subject: &Subject<'_>,
    masked: &Masked,
    (before, then): (Option<&HouseholdBudget>, Option<&AfterLoan>),
) -> Result<AssessedRequest, Failure> {
    let dossier = subject.dossier;
    let rules = subject.settings.at(subject.moment.today);
    let assessment = &dossier.assessment;
    let support = dossier.facts.course().support.map(|(_, plan)| entry(&rules.lists.support_levels, &plan.level));
    let support = support.transpose()?.map(|level| lowered(&level.label)).unwrap_or_default();
    let said = |texts: &[&str]| texts.iter().filter(|text| !text.is_empty()).map(|text| masked.text(text)).collect();
    Ok(AssessedRequest {
        situation: situation(subject, rules.lists),
        story: said(&[dossier.project.story.as_str()]),
        financing: financing(dossier)?.into_iter().map(|row| row.map(|cell| masked.text(&cell))).collect(),
        budget: before.map(|before| months(before, then)).transpose()?.unwrap_or_default(),
        criteria: criteria(dossier, rules.lists).into_iter().map(|row| row.map(|cell| masked.text(&cell))).collect(),
        opinion: assessment.opinion.map(|opinion| lowered(opinion.label())).unwrap_or_default(),
        reasoned: said(&[assessment.reasoned.as_str(), assessment.reservation.as_str()]),
        support,
    })
}

fn decisions() -> Vec<String> {
    let directions = Direction::ALL.into_iter().map(|direction| direction.label().to_owned());
    directions.chain(["Demander un complément", "Ajourner"].map(str::to_owned)).collect()
}

/// The budget before the loan, and what the loan makes of it; nothing while there is no line.
pub(super) fn budget(subject: &Subject<'_>) -> Result<(Option<HouseholdBudget>, Option<AfterLoan>), Failure> {
    let dossier = subject.dossier;
    let Some(budget) = dossier.budget.as_ref().filter(|budget| !budget.lines.is_empty()) else {
        return Ok((None, None));
    };
    let rules = subject.settings.at(budget.established_on);
    let before = reckon(budget, &dossier.household, &BudgetReading::of_office(&rules))?;
    let loan = dossier.loan(subject.settings, subject.moment.today).ok();
    let then = after(subject, loan.as_ref().map(LoanBeside::of).transpose()?)?;
    Ok((Some(before), then))
}

/// Amount, months, instalment, reste à vivre before and after, debt ratio after.
fn figures(
    subject: &Subject<'_>,
    asked: Option<Euros>,
    (before, then): (Option<&HouseholdBudget>, Option<&AfterLoan>),
) -> Result<Vec<[String; 2]>, Failure> {
    let dossier = subject.dossier;
    let rules = subject.settings.at(dossier.loan_day(subject.moment.today));
    let terms = dossier.loan_terms(&rules).ok();
    let cost = dossier.financing()?.cost;
    let of = if cost.is_zero() { "demandés".to_owned() } else { format!("sur un coût de {cost}") };
    let at = lender(dossier, &rules).map(|at| at.lender.name.to_string());
    let rate = terms.as_ref().map(|terms| format!("à {}", terms.annual_rate));
    let months = rate.into_iter().chain(at).collect::<Vec<_>>().join(", ");
    let months = if months.is_empty() { "durée à préciser".to_owned() } else { months };
    let of_each = "de reste à vivre par personne";
    let (left, left_of) = match (before, then) {
        (Some(before), Some(then)) => {
            (then.budget.reste_a_vivre.to_string(), format!("{of_each} après le prêt ({} avant)", before.reste_a_vivre))
        }
        (Some(before), None) => (before.reste_a_vivre.to_string(), format!("{of_each} avant le prêt")),
        (None, _) => (NOTHING.to_owned(), of_each.to_owned()),
    };
    let ratio = then.and_then(|then| then.budget.debt_ratio).map(|ratio| percent(ratio.percent));
    let known = |text: Option<String>| text.unwrap_or_else(|| NOTHING.to_owned());
    Ok(vec![
        [known(asked.map(|amount| amount.to_string())), of],
        [known(terms.as_ref().map(|terms| format!("{} mois", terms.months))), months],
        [known(then.map(|then| then.budget.instalment.to_string())), "par mois".to_owned()],
        [left, left_of],
        [known(ratio), "taux d’endettement après".to_owned()],
    ])
}

/// Who pays what, the cost last.
fn financing(dossier: &Dossier) -> Result<Vec<[String; 2]>, Failure> {
    let financing = dossier.financing()?;
    if financing.cost.is_zero() {
        return Ok(Vec::new());
    }
    let mut rows = Vec::new();
    rows.extend(dossier.loan_amount()?.map(|amount| ["Microcrédit".to_owned(), amount.bare()]));
    let obtained = dossier.project.aids.iter().filter(|aid| aid.status == AidStatus::Obtained);
    rows.extend(obtained.map(|aid| {
        let provider = if aid.provider.is_empty() { String::new() } else { format!(" ({})", aid.provider) };
        [format!("Aide obtenue : {}{provider}", lowered(aid.label.as_str())), aid.amount.unwrap_or(Euros::ZERO).bare()]
    }));
    let own = Some(financing.own_share).filter(|share| !share.is_zero());
    rows.extend(own.map(|share| ["Part personnelle".to_owned(), share.bare()]));
    rows.push(["Coût du projet".to_owned(), financing.cost.bare()]);
    Ok(rows)
}

/// The budget of a month before and after, the reste à vivre last.
fn months(before: &HouseholdBudget, then: Option<&AfterLoan>) -> Result<Vec<[String; 3]>, Failure> {
    let total = |budget: &HouseholdBudget, section: Section| {
        let found = budget.sections.iter().find(|one| one.section == section);
        found.map_or(Euros::ZERO, |one| one.total)
    };
    let after = |section: Section| then.map(|then| total(&then.budget.budget, section));
    let shown = |amount: Option<Euros>| amount.map_or_else(|| NOTHING.to_owned(), Euros::bare);
    let debts = match (after(Section::Debt), then) {
        (Some(debts), Some(then)) => Some(Euros::sum([debts, then.budget.instalment, then.budget.account])?),
        (Some(_), None) | (None, _) => None,
    };
    let row = |label: &str, now: Euros, later: Option<Euros>| [label.to_owned(), now.bare(), shown(later)];
    Ok(vec![
        row("Ressources", total(before, Section::Income), after(Section::Income)),
        row("Charges", total(before, Section::FixedExpense), after(Section::FixedExpense)),
        row(debts_named(then), total(before, Section::Debt), debts),
        row("Reste à vivre par personne", before.reste_a_vivre, then.map(|then| then.budget.reste_a_vivre)),
    ])
}

/// What the line of the debts holds besides them.
fn debts_named(then: Option<&AfterLoan>) -> &'static str {
    match then {
        Some(then) if !then.budget.account.is_zero() => "Dettes, mensualité et compte",
        Some(_) | None => "Dettes et mensualité",
    }
}

fn criteria(dossier: &Dossier, lists: &Lists) -> Vec<[String; 3]> {
    let row = |criterion: &domain::settings::Criterion| {
        let kept = dossier.assessment.criteria.get(&criterion.key).cloned().unwrap_or_default();
        [criterion.label.clone(), kept.finding.label().to_owned(), kept.ground.to_string()]
    };
    lists.criteria.iter().map(row).collect()
}

/// The household, its work and its home.
fn situation(subject: &Subject<'_>, lists: &Lists) -> Vec<String> {
    let (dossier, today) = (subject.dossier, subject.moment.today);
    let person = &dossier.person;
    let who = match subject.naming {
        Naming::Named => words::household_sentence(person, &dossier.household, today),
        Naming::Nameless => {
            let members = words::members_summary(&dossier.household);
            format!("Foyer de {members}.{}", bracket(person, today))
        }
    };
    let employer = match subject.naming {
        Naming::Named => person.employer.to_string(),
        Naming::Nameless => String::new(),
    };
    let work = [
        label(person.employment.as_ref(), &lists.employment),
        person.occupation.to_string(),
        person.contract.to_string(),
        employer,
    ];
    let home = [
        label(person.family_situation.as_ref(), &lists.family_situations),
        label(person.housing.as_ref(), &lists.housing),
        since(person.housing_since.as_str()),
    ];
    let sentence = |parts: &[String]| {
        let known: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        if known.is_empty() { String::new() } else { capital(&format!("{}.", known.join(", "))) }
    };
    [who, sentence(&work), sentence(&home)].into_iter().filter(|text| !text.is_empty()).collect()
}

/// ` Entre 30 et 39 ans.`: no age that tells who it is.
fn bracket(person: &Person, today: NaiveDate) -> String {
    let age = person.born_on.and_then(|born_on| age_on(born_on, today));
    let Some(from) = age.and_then(|age| age.checked_div(10)).and_then(|tens| tens.checked_mul(10)) else {
        return String::new();
    };
    format!(" Entre {from} et {} ans.", from.saturating_add(9))
}

fn label(key: Option<&ListKey>, list: &[ListEntry]) -> String {
    let found = key.and_then(|key| list.iter().find(|entry| entry.key == *key));
    found.map(|entry| lowered(&entry.label)).unwrap_or_default()
}
