//! The facts of the sheet of a dossier at a session, with the name of who asks or without any.
//!
//! Without names, the reference stands for the person wherever they are named, in the project and in the opinion too;
//! their telephone, their addresses and their household go the same way, and the age is a bracket of ten years.

use chrono::NaiveDate;
use documents::papers::AfterLoan;
use documents::papers::session_sheet::{Naming, SessionSheet, render};
use domain::budget::{BudgetReading, HouseholdBudget, Section, reckon};
use domain::calendar::age_on;
use domain::dossier::{Direction, Dossier};
use domain::money::Euros;
use domain::person::Person;
use domain::project::AidStatus;
use domain::settings::{ListEntry, ListKey, Lists, entry};
use domain::words::{self, Labelled, lowered, percent};

use super::bank_file::after;
use super::beside::LoanBeside;
use super::support_charter::lender;
use super::{NotYet, Prepared, Printer, Subject};
use crate::dossiers::RoomKey;
use crate::failure::Failure;
use crate::person_file::Masked;
use crate::sessions::asked;

/// The session a dossier goes to, and its place there.
pub(in crate::papers) struct AtSession {
    /// `Commission du jeudi 26 novembre 2026`.
    pub(in crate::papers) title: String,
    /// Its place on the agenda from 1, and how many there are.
    pub(in crate::papers) place: (usize, usize),
}

const NOTHING: &str = "–";

pub(super) fn prepare(subject: &Subject<'_>) -> Result<Result<Prepared, NotYet>, Failure> {
    let Some(at) = subject.session else {
        return Ok(Err(NotYet {
            state: "inscrit à aucune séance",
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

fn sheet(subject: &Subject<'_>, at: &AtSession) -> Result<SessionSheet, Failure> {
    let dossier = subject.dossier;
    let today = subject.moment.today;
    let rules = subject.settings.at(today);
    let masked = match subject.naming {
        Naming::Named => Masked::nobody(),
        Naming::Nameless => Masked::everyone(dossier),
    };
    let (before, then) = budget(subject)?;
    let presented = dossier.facts.course().presentations.len().saturating_add(1);
    let rank = if presented == 1 { "1re".to_owned() } else { format!("{presented}e") };
    let assessment = &dossier.assessment;
    let support = dossier.facts.course().support.map(|(_, plan)| entry(&rules.lists.support_levels, &plan.level));
    let support = support.transpose()?.map(|level| lowered(&level.label)).unwrap_or_default();
    let sheet = SessionSheet {
        reference: dossier.reference.clone(),
        printed_on: today,
        session: at.title.clone(),
        place: format!("dossier {} sur {}", at.place.0, at.place.1),
        naming: subject.naming,
        name: match subject.naming {
            Naming::Named => dossier.person.display_name(),
            Naming::Nameless => String::new(),
        },
        presentation: format!("{rank} présentation"),
        project: dossier.facts.request().project.to_string(),
        figures: figures(subject, before.as_ref(), then.as_ref())?,
        situation: situation(subject, rules.lists),
        story: Some(dossier.project.story.as_str())
            .filter(|story| !story.is_empty())
            .map(str::to_owned)
            .into_iter()
            .collect(),
        financing: financing(dossier)?,
        budget: before.as_ref().map(|before| months(before, then.as_ref())).transpose()?.unwrap_or_default(),
        criteria: criteria(dossier, rules.lists),
        opinion: assessment.opinion.map(|opinion| lowered(opinion.label())).unwrap_or_default(),
        reasoned: [assessment.reasoned.as_str(), assessment.reservation.as_str()]
            .into_iter()
            .filter(|text| !text.is_empty())
            .map(str::to_owned)
            .collect(),
        support,
        decisions: decisions(),
    };
    Ok(without_names(sheet, &masked))
}

/// Every text that someone typed, without the names to hide.
fn without_names(sheet: SessionSheet, masked: &Masked) -> SessionSheet {
    let all = |texts: Vec<String>| texts.iter().map(|text| masked.text(text)).collect();
    SessionSheet {
        project: masked.text(&sheet.project),
        story: all(sheet.story),
        reasoned: all(sheet.reasoned),
        financing: sheet.financing.into_iter().map(|row| row.map(|cell| masked.text(&cell))).collect(),
        criteria: sheet.criteria.into_iter().map(|row| row.map(|cell| masked.text(&cell))).collect(),
        ..sheet
    }
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
    before: Option<&HouseholdBudget>,
    then: Option<&AfterLoan>,
) -> Result<Vec<[String; 2]>, Failure> {
    let dossier = subject.dossier;
    let rules = subject.settings.at(dossier.loan_day(subject.moment.today));
    let terms = dossier.loan_terms(&rules).ok();
    let cost = dossier.project.financing()?.cost;
    let of = if cost.is_zero() { "demandés".to_owned() } else { format!("sur un coût de {cost}") };
    let amount = terms.as_ref().map(|terms| terms.amount).or(asked(dossier));
    let at = lender(subject, &dossier.facts.course(), &rules).map(|at| at.lender.name.to_string());
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
        [known(amount.map(|amount| amount.to_string())), of],
        [known(terms.as_ref().map(|terms| format!("{} mois", terms.months))), months],
        [known(then.map(|then| then.budget.instalment.to_string())), "par mois".to_owned()],
        [left, left_of],
        [known(ratio), "taux d’endettement après".to_owned()],
    ])
}

/// Who pays what, the cost last.
fn financing(dossier: &Dossier) -> Result<Vec<[String; 2]>, Failure> {
    let financing = dossier.project.financing()?;
    if financing.cost.is_zero() {
        return Ok(Vec::new());
    }
    let mut rows = Vec::new();
    rows.extend(dossier.loan_amount()?.map(|amount| ["Microcrédit".to_owned(), amount.bare()]));
    let obtained = dossier.project.aids.iter().filter(|aid| aid.status == AidStatus::Obtained);
    rows.extend(obtained.map(|aid| [format!("{}, obtenue", aid.label), aid.amount.unwrap_or(Euros::ZERO).bare()]));
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
        row("Dettes et mensualité", total(before, Section::Debt), debts),
        row("Reste à vivre par personne", before.reste_a_vivre, then.map(|then| then.budget.reste_a_vivre)),
    ])
}

fn criteria(dossier: &Dossier, lists: &Lists) -> Vec<[String; 3]> {
    let row = |criterion: &domain::settings::Criterion| {
        let kept = dossier.assessment.criteria.get(&criterion.key).cloned().unwrap_or_default();
        [criterion.label.clone(), lowered(kept.finding.label()), kept.ground.to_string()]
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
        person.housing_since.to_string(),
    ];
    let sentence = |parts: &[String]| {
        let known: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        if known.is_empty() { String::new() } else { format!("{}.", known.join(", ")) }
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
    found.map(|entry| entry.label.clone()).unwrap_or_default()
}
