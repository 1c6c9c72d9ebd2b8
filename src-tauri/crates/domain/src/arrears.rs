//! Missed instalments: when they begin and end, what follows the first one, what is to be done next.
//!
//! The office does not hold the money, so that an episode is only what declarations make it: it opens on the first
//! instalment declared missed and closes once nothing declared missed is owed any more (paid late, put on hold by
//! the lender, or the loan settled). *Un coup de pouce pour le microcrédit personnel*, le suivi des incidents. An
//! instalment of 5 November declared missed on the 16th and paid late on 2 December is one episode, cleared that day.

mod difficulty;
mod ladder;
mod registration;

pub use difficulty::{Cause, Difficulty, next_instalment};
pub use ladder::{Rung, ladder, lit, next_rung};
pub use registration::{Registration, RegistrationRule, registration};

use chrono::NaiveDate;

use crate::dossier::{Course, Declaration, DeclaredAs, Dossier, RunningLoan, ToldBy};
use crate::money::{AmountTooLarge, Euros};

/// A time during which at least one instalment was owed past its date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Episode {
    /// The day its first instalment was due.
    pub first_due: NaiveDate,
    /// The day the office first knew of it.
    pub known_on: NaiveDate,
    /// Who told it.
    pub told_by: ToldBy,
    /// The instalments owed, the oldest first: those of the last day of the episode, or of today.
    pub owed: Vec<OwedInstalment>,
    /// The day nothing was owed any more; nothing while it lasts.
    pub cleared_on: Option<NaiveDate>,
}

/// An instalment declared missed and owed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwedInstalment {
    /// Its number in the schedule in force.
    pub number: u32,
    /// The day it was due.
    pub due: NaiveDate,
    /// Its amount.
    pub total: Euros,
}

impl Episode {
    /// All that is owed. Refuses a sum beyond the limit of amounts.
    pub fn amount(&self) -> Result<Euros, AmountTooLarge> {
        Euros::sum(self.owed.iter().map(|line| line.total))
    }

    /// Whether no more than its first instalment is owed: then alone the letter of a first missed one may say so.
    #[must_use]
    pub fn is_first_alone(&self) -> bool {
        self.owed.len() == 1
    }

    /// Whether a day belongs to it.
    #[must_use]
    pub fn holds(&self, day: NaiveDate) -> bool {
        day >= self.known_on && self.cleared_on.is_none_or(|cleared| day <= cleared)
    }
}

/// Every episode of a dossier's loan, the oldest first.
#[must_use]
pub fn episodes(dossier: &Dossier) -> Vec<Episode> {
    let Some(running) = dossier.running_loan() else { return Vec::new() };
    let mut episodes: Vec<Episode> = Vec::new();
    for day in days(&running) {
        let owed = owed(&running, day);
        let open = episodes.last_mut().filter(|episode| episode.cleared_on.is_none());
        match (open, owed.first()) {
            (Some(episode), Some(_)) => episode.owed = owed,
            (Some(episode), None) => episode.cleared_on = Some(day),
            (None, Some(first)) => {
                let told_by = running.declared_by(first.number, day).map_or(ToldBy::Lender, |said| said.told_by);
                episodes.push(Episode { first_due: first.due, known_on: day, told_by, owed, cleared_on: None });
            }
            (None, None) => {}
        }
    }
    episodes
}

/// Whether an instalment was ever declared missed, or paid late.
#[must_use]
pub fn ever_late(dossier: &Dossier) -> bool {
    let late = |said: &Declaration| said.declared != DeclaredAs::Paid;
    dossier.facts.course().declarations.iter().any(|(_, said)| late(said))
}

/// The episode that lasts, if one does.
#[must_use]
pub fn open_episode(dossier: &Dossier) -> Option<Episode> {
    episodes(dossier).pop().filter(|episode| episode.cleared_on.is_none())
}

/// The open episode while letters and calls go on; nothing once they have stopped.
#[must_use]
pub fn followed_episode(dossier: &Dossier) -> Option<Episode> {
    open_episode(dossier).filter(|_| !has_stopped(&dossier.facts.course()))
}

/// Whether letters and calls about what is owed have stopped: a death, the loan called in, a closed dossier.
fn has_stopped(course: &Course<'_>) -> bool {
    course.died_on.is_some() || course.closed.is_some() || course.accelerated_on.is_some()
}

/// The days something changed of what is owed, in their order.
fn days(running: &RunningLoan) -> Vec<NaiveDate> {
    let said = running.declarations().iter().map(|said| said.on);
    let changed = running.changes.iter().map(|change| change.agreed.agreed_on);
    let mut days: Vec<NaiveDate> = said.chain(changed).chain(running.settled_on).collect();
    days.sort_unstable();
    days.dedup();
    days
}

/// What was declared missed and owed on a day, by the schedule in force that day.
fn owed(running: &RunningLoan, day: NaiveDate) -> Vec<OwedInstalment> {
    if running.settled_on.is_some_and(|settled| settled <= day) {
        return Vec::new();
    }
    let lines = running.in_force_on(day).instalments.iter().filter(|line| line.kind.is_owed());
    lines
        .filter(|line| running.declared_by(line.number, day).is_some_and(|said| said.declared == DeclaredAs::Missed))
        .filter_map(|line| Some(OwedInstalment { number: line.number, due: line.due?, total: line.total }))
        .collect()
}

#[cfg(test)]
pub(crate) mod tests;
