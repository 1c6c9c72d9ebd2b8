//! The first contact: the phone grid, what the person was told, the appointments that follow.
//!
//! A call counts as a request even when nothing follows (*Un coup de pouce pour le microcrédit personnel*,
//! le premier accueil). Every question of the grid may stay without an answer.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::fact::Fact;
use super::facts::Facts;
use crate::line::Line;
use crate::settings::ListKey;

vocabulary! {
    /// What follows a screening call.
    pub enum ScreeningOutcome {
        Appointment => "appointment", "Rendez-vous";
        CallBack => "call_back", "À rappeler";
        OtherSolution => "other_solution", "Autre solution";
        InformationOnly => "information_only", "Information seule";
    }
}

/// The phone grid, filled during the call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Screening {
    /// The day of the call.
    pub on: NaiveDate,
    /// What follows.
    pub outcome: ScreeningOutcome,
    /// How long the call lasted, in minutes.
    pub minutes: Option<u32>,
    /// The answers, by the key of their question; a question without an answer is absent.
    pub answers: BTreeMap<String, Line>,
    /// What the adviser kept of the call.
    pub note: Line,
}

impl Facts {
    /// The answers of every call, by the key of their question: a later call answers anew.
    #[must_use]
    pub fn screening_answers(&self) -> BTreeMap<String, Line> {
        let mut calls: Vec<&Screening> = self.standing().filter_map(|row| row.fact.screening()).collect();
        calls.sort_by_key(|call| call.on);
        calls.into_iter().flat_map(|call| call.answers.clone()).collect()
    }
}

impl Fact {
    /// The phone grid, when it is one.
    #[must_use]
    pub fn screening(&self) -> Option<&Screening> {
        if let Self::Screened(screening) = self { Some(screening) } else { None }
    }
}

/// What the person was told, ticked on its day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Informed {
    /// The day.
    pub on: NaiveDate,
    /// What of: keys of what is to be said at the first contact.
    pub of: BTreeSet<ListKey>,
    /// How, or what is to be said again.
    pub note: Line,
}

/// A meeting or a call agreed for a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Appointment {
    /// The day it was agreed.
    pub set_on: NaiveDate,
    /// Its day.
    pub on: NaiveDate,
    /// Its hour, on the clock of the office.
    pub at: Option<NaiveTime>,
    /// Its kind: an entry of the interview kinds.
    pub kind: ListKey,
    /// Where, or which number to call.
    pub place: Line,
    /// What for, who else comes, what to bring.
    pub note: Line,
}
