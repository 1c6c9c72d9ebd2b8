//! What there is to do for a dossier, and who is waited for.
//!
//! A task is never typed: it follows from the facts of its dossier and from the office's rules on the day of the fact
//! that calls for it. It never depends on today: lateness is told when it is read.

mod engine;
mod fallback;
mod happening;
mod ladder;
mod plan;
mod rule;
mod text;

pub use engine::tasks;
pub use happening::{About, Happening, ToldBy, happenings};
pub use rule::{TaskDue, TaskNeed, TaskPer, TaskRule};

use chrono::{NaiveDate, NaiveTime};

use crate::dossier::FactId;
use crate::settings::ListKey;

vocabulary! {
    /// Who has to act.
    pub enum WaitingOn {
        Advisor => "advisor", "Moi";
        Person => "person", "La personne";
        Lender => "lender", "La banque";
        Committee => "committee", "La commission";
        Commission => "commission", "La commission de surendettement";
        Guardian => "guardian", "Le tuteur ou le curateur";
        Referrer => "referrer", "Le prescripteur";
        Treasurer => "treasurer", "Le comptable";
    }
}

vocabulary! {
    /// The part of a dossier's life a task belongs to.
    pub enum TaskFamily {
        Request => "request", "Demande";
        Assessment => "assessment", "Instruction";
        Decision => "decision", "Décision";
        Lender => "lender", "Banque";
        Loan => "loan", "Prêt";
        Arrears => "arrears", "Impayé";
        End => "end", "Fin";
        Office => "office", "Office";
    }
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
