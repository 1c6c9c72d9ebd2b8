//! The facts of the sheet of a dossier at a session, for its request or its refund, with the name of who asks or without
//! any.
//!
//! Without names, the dossier is the letter of its place on the agenda, « la personne » stands for who asks wherever they
//! are named, in the project and in the opinion too; their telephone, their addresses and their household go the same way,
//! and the age is a bracket of ten years.

mod nameless;
mod refund;

use chrono::NaiveDate;
use documents::papers::AfterLoan;
use documents::papers::bank_file::AtTable;
use documents::papers::session_sheet::{Naming, SessionSheet, SheetMatter, render};
use domain::budget::{BudgetReading, HouseholdBudget, reckon};
use domain::calendar::age_on;
use domain::committee::{CommitteeSession, agenda_letter};
use domain::dossier::{Answer, Facts, Presentation, SessionMatter};
use domain::person::Person;
use domain::settings::{ListEntry, ListKey, Lists};
use domain::words::{self, Labelled, capital, lowered, since, spaced};

use self::nameless::without_names;
pub(super) use self::nameless::{Secret, secret};
use super::bank_file::{self, after};
use super::budget_notes::LoanBeside;
use super::{NotYet, Prepared, Printer, Subject};
use app::failure::Failure;
use casework::dossiers::RoomKey;
use casework::sessions::titled;
use domain::dossier::Masked;

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

pub(super) const NOTHING: &str = "–";

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
    let secret = secret(subject);
    let print: Printer = Box::new(move |_| {
        let paper = render(&sheet, &head)?;
        secret.check(&paper)?;
        Ok(paper)
    });
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
        SessionMatter::Request => (SheetMatter::Request(Box::new(at_table(subject, &masked)?)), Vec::new()),
        SessionMatter::Refund => refund::proved(subject, &masked, asked)?,
    };
    let before = refused_before(&dossier.facts, at.day);
    let presented = before.saturating_add(1);
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

/// The request as the members read it: the facts of the bank file, without what would tell who asks where nobody is named.
fn at_table(subject: &Subject<'_>, masked: &Masked) -> Result<AtTable, Failure> {
    let rules = subject.settings.at(subject.moment.today);
    let (file, _) = bank_file::file(subject, subject.moment.today)?;
    let situation = situation(subject, rules.lists).iter().map(|text| masked.text(text)).collect();
    Ok(match subject.naming {
        Naming::Named => AtTable { situation, file },
        Naming::Nameless => {
            let lenders = subject.settings.lenders.values().map(|file| file.lender.name.as_str()).collect::<Vec<_>>();
            AtTable { situation, file: without_names(file, masked, &lenders) }
        }
    })
}

/// What the session may decide of a request, in a word or two.
fn decisions() -> Vec<String> {
    ["Transmettre", "Sous condition", "Autre solution", "Irrecevable", "Complément", "Ajourner"]
        .map(str::to_owned)
        .to_vec()
}

/// How often a lender had refused a request by a day.
pub(super) fn refused_before(facts: &Facts, day: NaiveDate) -> usize {
    let is_refused = |sent: &&Presentation<'_>| match sent.answer {
        Answer::Refused(refusal) => refusal.on < day,
        Answer::Approved(_) | Answer::Awaited | Answer::InPrinciple(_) => false,
    };
    facts.course().presentations.iter().filter(is_refused).count()
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
