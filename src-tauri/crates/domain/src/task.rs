//! What there is to do for a dossier, and who is waited for.
//!
//! A task is never typed: it follows from the facts of its dossier and from the office's rules on the day of the fact
//! that calls for it. It never depends on today: lateness is told when it is read.

mod engine;
mod happening;
mod ladder;
mod own;
mod plan;
mod rule;
mod text;

pub use engine::tasks;
pub use happening::{About, Happening, ToldBy, happenings};
pub use rule::{TaskDue, TaskNeed, TaskPer, TaskRule};

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use crate::dossier::FactId;
use crate::settings::ListKey;

/// Who has to act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WaitingOn {
    /// The adviser.
    Advisor,
    /// The person.
    Person,
    /// The lender.
    Lender,
    /// The commission or committee of the office.
    Committee,
    /// The over-indebtedness commission.
    Commission,
    /// The legal guardian.
    Guardian,
    /// The referrer.
    Referrer,
    /// The treasurer.
    Treasurer,
}

impl WaitingOn {
    /// Everyone, in the order of lists.
    pub const ALL: [Self; 8] = [
        Self::Advisor,
        Self::Person,
        Self::Lender,
        Self::Committee,
        Self::Commission,
        Self::Guardian,
        Self::Referrer,
        Self::Treasurer,
    ];
}

/// The part of a dossier's life a task belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TaskFamily {
    /// The first contact.
    Request,
    /// The assessment.
    Assessment,
    /// The decision of the office.
    Decision,
    /// The lender.
    Lender,
    /// The running loan.
    Loan,
    /// Missed instalments.
    Arrears,
    /// The end of the loan.
    End,
    /// The office itself.
    Office,
}

impl TaskFamily {
    /// Every family, in the order of lists.
    pub const ALL: [Self; 8] = [
        Self::Request,
        Self::Assessment,
        Self::Decision,
        Self::Lender,
        Self::Loan,
        Self::Arrears,
        Self::End,
        Self::Office,
    ];
}

/// The key of the task that stands for the date the adviser set.
pub const OWN_DATE: &str = "own_date";

/// The key of the task an open dossier has when there is no other.
pub const NEXT_STEP: &str = "next_step";

/// The key of the task that stands for an appointment.
pub const APPOINTMENT: &str = "appointment";

/// One thing to do for one dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// The rule that calls for it, [`OWN_DATE`] or [`APPOINTMENT`]; then, after a dot, the lender, the document or the
    /// day it is about where there may be several.
    pub rule: ListKey,
    /// The day it is due.
    pub due: NaiveDate,
    /// Its hour, for an appointment.
    pub at: Option<NaiveTime>,
    /// What is to be done, in a sentence.
    pub what: String,
    /// The day that called for it: since when someone is waited for.
    pub since: NaiveDate,
    /// Who has to act.
    pub waiting_on: WaitingOn,
    /// The part of the dossier's life it belongs to.
    pub family: TaskFamily,
    /// The fact that called for it; nothing when it follows from something else.
    pub fact: Option<FactId>,
    /// Why it was put off; empty when it was not.
    pub put_off: String,
}

impl Task {
    /// The key of its rule: what comes before the lender, the document or the day it is about.
    #[must_use]
    pub fn rule_key(&self) -> &str {
        self.rule.as_str().split('.').next().unwrap_or_default()
    }
}

#[cfg(test)]
pub(crate) mod tests;
