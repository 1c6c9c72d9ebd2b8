//! A point made while a loan runs.
//!
//! Whether the due dates are kept, how the project goes, whether the budget has changed, what comes next
//! (*Un coup de pouce pour le microcrédit personnel*, l'accompagnement). Light to tick off: only the day is needed.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::line::Line;
use crate::settings::{ListKey, Provider};

/// A point made with the person, or about them with the lender.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// Its day.
    pub on: NaiveDate,
    /// How: an entry of the interview kinds.
    pub kind: ListKey,
    /// Who made it.
    pub with: Provider,
    /// The step of the plan it answers, by its label; empty when it was not planned.
    pub step: Line,
    /// How long it lasted, in minutes.
    pub minutes: Option<u32>,
    /// Whether the due dates are kept, as the person or the lender says.
    pub due_dates_kept: Option<bool>,
    /// How the project goes.
    pub project: Line,
    /// Whether the budget has changed.
    pub budget_changed: Option<bool>,
    /// What was said.
    pub note: Line,
    /// What comes next.
    pub next_step: Line,
}
