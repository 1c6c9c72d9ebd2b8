//! A dossier: everything from the first contact on.
//!
//! A dossier is a set of dated facts; its stage is never typed, it follows from
//! them. Nothing is overwritten: a correction is a new fact that names the one it
//! replaces. The set is judged as a whole, so the order of entry does not matter.

mod facts;
mod line;
mod stage;

pub use facts::{Fact, FactId, FactRefused, Facts, NextDate, Recorded, Request};
pub use line::{DossierLine, line};
pub use stage::{Stage, stage};

use serde::{Deserialize, Serialize};

use crate::budget::Budget;
use crate::household::Household;
use crate::person::Person;

/// Number of a dossier in the office's store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DossierId(pub i64);

/// Everything known of one dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dossier {
    /// Its number in the store.
    pub id: DossierId,
    /// Its reference, given at the first save, never changed or used again: `2026-001`.
    pub reference: String,
    /// Who asks.
    pub person: Person,
    /// Who lives on the budget.
    pub household: Household,
    /// What happened.
    pub facts: Facts,
    /// The budget, once a line was entered.
    pub budget: Option<Budget>,
}
