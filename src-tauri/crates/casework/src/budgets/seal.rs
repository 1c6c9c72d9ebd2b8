//! Closing a version of a budget, and opening the next one when something changes after that.
//!
//! A version is closed when it is printed, decided upon or sent, with the household and the instalment of that day.
//! From then on it stays as it was given: the first change opens the version after it, a copy whose lines have new
//! numbers, and the change is made there.

use domain::budget::{Budget, BudgetLine, BudgetLineId, SealedBy};
use domain::dossier::{Dossier, DossierId, Fact};
use domain::household::Household;
use domain::settings::Settings;
use domain::words::{self, Labelled, long_date};
use store::{Acted, Writer};

use crate::dossiers::found;
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::settings::settings;

/// The version a budget starts with.
const FIRST_VERSION: u32 = 1;

/// A version that may be changed.
pub(super) struct Writable {
    /// The version that was opened for it; nothing when the one in use was still open.
    pub(super) opened: Option<u32>,
    /// Each line's number before and now.
    lines: Vec<(BudgetLineId, BudgetLineId)>,
}

/// Closes the version in use when a fact decides upon it or sends it.
pub(crate) fn seal_by_fact(
    writer: &Writer<'_>,
    dossier: &Dossier,
    settings: &Settings,
    fact: &Fact,
    moment: &Moment,
) -> Result<(), Failure> {
    let Some(by) = SealedBy::of_fact(fact) else { return Ok(()) };
    if let Some(seal) = dossier.seal(by, fact.day(), settings, moment.today)? {
        writer.seal_budget(dossier.id, &seal)?;
    }
    Ok(())
}

/// Closes the version in use of a dossier as it is printed, in an action of its own.
pub fn seal_printed(desk: &mut Desk, id: DossierId, moment: &Moment) -> Result<(), Failure> {
    let (dossier, settings) = desk.read(|reader| Ok((found(reader, id)?, settings(reader)?)))?;
    let seal = dossier.seal(SealedBy::Printed, moment.today, &settings, moment.today)?;
    let Some((seal, budget)) = seal.zip(dossier.budget.as_ref()) else { return Ok(()) };
    desk.act("seal_budget", moment, |writer| {
        writer.seal_budget(id, &seal)?;
        let name = dossier.person.display_name();
        let said = format!("Version {} du budget gardée comme imprimée, {name}.", budget.version);
        Ok(Acted { value: (), sentence: words::spaced(&said), dossier: Some(id), fields: vec!["budget"], draft: None })
    })
}

/// Makes the version in use one that may be changed, dated today: a copy when it is closed.
pub(super) fn writable(writer: &Writer<'_>, dossier: &Dossier, moment: &Moment) -> Result<Writable, Failure> {
    let Some(budget) = &dossier.budget else {
        writer.open_budget(dossier.id, FIRST_VERSION, moment.today)?;
        return Ok(Writable { opened: None, lines: Vec::new() });
    };
    if budget.seal.is_none() {
        writer.date_budget(dossier.id, moment.today)?;
        return Ok(Writable { opened: None, lines: Vec::new() });
    }
    let copied = writer.copy_budget(dossier.id, budget, moment.today)?;
    let lines = budget.lines.iter().map(|line| line.id).zip(copied).collect();
    Ok(Writable { opened: Some(budget.version.saturating_add(1)), lines })
}

impl Writable {
    /// The number a line has now.
    pub(super) fn line(&self, before: BudgetLineId) -> BudgetLineId {
        self.lines.iter().find(|(old, _)| *old == before).map_or(before, |(_, new)| *new)
    }

    /// `, version 3 ouverte` after what was done; nothing when none was.
    pub(super) fn told(&self) -> String {
        self.opened.map(|version| format!(", version {version} ouverte")).unwrap_or_default()
    }
}

/// Keeps the budget true to a household that changes: what was closed stays as it was given, and the lines of
/// someone who leaves go back to the household. Says what it opened.
pub(crate) fn follow_household(
    writer: &Writer<'_>,
    dossier: &Dossier,
    after: &Household,
    moment: &Moment,
) -> Result<String, Failure> {
    let Some(budget) = &dossier.budget else { return Ok(String::new()) };
    let Some(left) = budget.shared_anew(&dossier.household, after) else { return Ok(String::new()) };
    let writable = writable(writer, dossier, moment)?;
    for line in left {
        let given_back = BudgetLine { id: writable.line(line.id), member: None, ..line.clone() };
        writer.update_budget_line(dossier.id, &given_back)?;
    }
    Ok(writable.opened.map(|version| format!(", version {version} du budget ouverte")).unwrap_or_default())
}

/// `Imprimée le 9 novembre 2026` of a closed version; empty while it is open.
pub(super) fn closing(budget: &Budget) -> String {
    let Some(seal) = &budget.seal else { return String::new() };
    words::capital(&format!("{} le {}", seal.by.label(), long_date(seal.on)))
}

/// What closed the version in use, and what a change will do.
pub(super) fn sealed(budget: &Budget) -> String {
    let closing = closing(budget);
    if closing.is_empty() {
        return closing;
    }
    let next = budget.version.saturating_add(1);
    words::spaced(&format!("{closing} : elle ne change plus. Le prochain changement ouvrira la version {next}."))
}
