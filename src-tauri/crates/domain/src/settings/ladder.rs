//! What follows a first missed instalment, as the office sets it: steps with their delays.
//!
//! Each step counts from an event of the episode; a delay that has a setting is the office's own, or a clause of the
//! lender's agreement (*Un coup de pouce pour le microcrédit personnel*, le suivi des incidents).

use serde::{Deserialize, Serialize};

use super::ListKey;
use crate::dossier::Event;

/// The delays and the steps of the ladder.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArrearsLadder {
    /// What the office may change.
    pub settings: Vec<LadderSetting>,
    /// The steps, in their order.
    #[serde(rename = "entries")]
    pub steps: Vec<LadderStep>,
}

/// A number of the ladder that the office may change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LadderSetting {
    /// Its stable key.
    pub key: ListKey,
    /// What people read.
    pub label: String,
    /// Hours, days or a number, in words.
    pub unit: String,
    /// What it starts with; nothing is not stated.
    pub default: Option<u32>,
}

/// One step of the ladder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LadderStep {
    /// Its stable key.
    pub key: ListKey,
    /// What people read.
    pub label: String,
    /// When it is due.
    pub due: LadderDelay,
    /// Who acts.
    pub actor: LadderActor,
    /// What is done, in words.
    pub what: String,
    /// The setting of its delay.
    #[serde(default)]
    pub setting: Option<ListKey>,
    /// The paper that goes with it.
    #[serde(default)]
    pub paper: Option<ListKey>,
    /// No longer used.
    #[serde(default)]
    pub retired: bool,
}

/// Months then days from an event of the episode.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LadderDelay {
    /// The event counted from.
    pub from: Event,
    /// Whole months.
    #[serde(default)]
    pub months: u32,
    /// Then days.
    #[serde(default)]
    pub days: u32,
}

/// Who acts on a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LadderActor {
    /// The lender.
    Lender,
    /// The adviser.
    Advisor,
    /// The office, by an aid.
    Office,
}

impl ArrearsLadder {
    /// A step by its key, unless the office retired it.
    #[must_use]
    pub fn step(&self, key: &str) -> Option<&LadderStep> {
        self.steps.iter().find(|step| step.key.as_str() == key && !step.retired)
    }
}
