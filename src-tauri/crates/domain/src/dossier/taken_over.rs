//! A dossier begun before Étrier.
//!
//! It may lack earlier facts, or know only their month or year: what is missing is unknown, never invented.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::line::Line;

/// How exactly the day of a fact is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    /// To the day.
    #[default]
    Day,
    /// Its month; the day kept is the first of it.
    Month,
    /// Its year; the day kept is the first of January.
    Year,
}

impl Precision {
    /// Every precision, the finest first.
    pub const ALL: [Self; 3] = [Self::Day, Self::Month, Self::Year];
}

/// The dossier was taken over from a register, a predecessor or another tool.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TakenOver {
    /// The day it was entered here.
    pub on: NaiveDate,
    /// Where it comes from: « Registre papier 2024 ».
    pub from: Line,
    /// What is not known of it.
    pub note: Line,
}
