//! A resolution of the board: the text that grounds a rule of the office.
//!
//! A version of a rule names it by its label in the words that say where it comes from: papers that quote them do not
//! change, and the register finds the rules each resolution grounds.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::line::Line;
use crate::text::Text;
use crate::words::long_date;

/// Number of a resolution in the office's store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ResolutionId(pub i64);

/// A resolution of the board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolution {
    /// Its number in the store; none before it is recorded.
    pub id: ResolutionId,
    /// The number the board gave it; never empty, each once.
    pub number: Line,
    /// The day it was taken.
    pub decided_on: NaiveDate,
    /// What it is about.
    pub subject: Line,
    /// Its text, or what matters of it.
    pub extract: Text,
    /// Where the signed paper is kept.
    pub file: Line,
}

impl Resolution {
    /// How rules and papers name it: `Délibération n° 2026-31 du 3 mars 2026`.
    #[must_use]
    pub fn label(&self) -> String {
        format!("Délibération n° {} du {}", self.number, long_date(self.decided_on))
    }
}
