//! A resolution of the board: the text that grounds a rule of the office.
//!
//! A version of a rule names it by its label in the words that say where it comes from: papers that quote them do not
//! change, and the register finds the rules each resolution grounds.
//!
//! An act counts from the day it is both published and transmitted to the State's representative (CGCT, art. L. 2131-1,
//! which art. L. 2131-12 applies to the public bodies of a commune). Taken on 3 March 2026, transmitted on the 9th and
//! published on the 10th, a resolution is executory on 10 March.

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
    /// How it was voted: `12 pour, 2 abstentions`.
    pub vote: Line,
    /// The day it was transmitted to the State's representative.
    pub transmitted_on: Option<NaiveDate>,
    /// The day it was published.
    pub published_on: Option<NaiveDate>,
}

impl Resolution {
    /// How rules and papers name it: `Délibération n° 2026-31 du 3 mars 2026`.
    #[must_use]
    pub fn label(&self) -> String {
        format!("Délibération n° {} du {}", self.number, long_date(self.decided_on))
    }

    /// The day it became executory; nothing as long as one of both is not noted.
    #[must_use]
    pub fn executory_on(&self) -> Option<NaiveDate> {
        Some(self.transmitted_on?.max(self.published_on?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_resolution_counts_from_the_later_of_both_days_and_never_from_one_alone() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 3, day);
        let taken = |transmitted_on, published_on| Resolution {
            id: ResolutionId(1),
            number: Line::default(),
            decided_on: NaiveDate::default(),
            subject: Line::default(),
            extract: Text::default(),
            file: Line::default(),
            vote: Line::default(),
            transmitted_on,
            published_on,
        };
        assert_eq!(taken(day(9), day(10)).executory_on(), day(10));
        assert_eq!(taken(day(9), None).executory_on().or(taken(None, day(10)).executory_on()), None);
    }
}
