//! What the office checks of a person and a project, and what the adviser answers.
//!
//! A check says which rule it states, with its source, and when it is met, in terms of facts that may be unknown.
//! Only the person (a minor, a guardian who refuses) and the purpose (current expenses, the creation of a
//! business) can stop a request; being listed in the FICP or the FCC never does by itself (article 80 of law
//! 2005-32). The adviser may pass over what is not met, with a reason (*Un coup de pouce pour le microcrédit
//! personnel*, l'évaluation du projet). Worked example: 1 200 € to settle an overdraft, a product whose own
//! ceiling for an overdraft is 800 €: the check of that ceiling is not met, that of the amount (1 500 €) is.

mod alert;
mod budget_facts;
mod check;
mod contradiction;
mod explained;
mod facts;
mod loan_facts;
mod obstacle;
mod person_facts;
mod project_facts;
mod ready;
mod results;

pub use alert::{Alert, LackingDocument};
pub use check::{Check, CheckEffect, CheckFact, CheckScope, CheckState, FactValue};
pub use contradiction::{Claim, Contradiction};
pub use explained::explained;
pub use facts::{CheckFacts, NO, NO_MATTER, YES};
pub use loan_facts::CheckedLoan;
pub use obstacle::Obstacle;
pub use ready::{ReadyEntry, ReadyLevel, ReadyLine};
pub use results::{CheckResult, Eligible, GatedAct};

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::line::Line;
use crate::money::Euros;
use crate::settings::ListKey;
use crate::text::Text;

/// What the adviser answered and passed over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Eligibility {
    /// What is left of the office's guarantee without this dossier, as the office reckons it; never stored.
    pub guarantee_left: Option<Euros>,
    /// The answers, by the key of the fact: `protection_measure` → `curatelle`, `licence_held` → `yes`.
    pub answers: BTreeMap<ListKey, ListKey>,
    /// The checks passed over, by their key.
    pub overrides: BTreeMap<ListKey, Override>,
    /// What lenders ask of their own, by lender and question, as it was written.
    pub lender_answers: BTreeMap<(ListKey, ListKey), Line>,
}

/// Why a check is passed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Override {
    /// The day.
    pub on: NaiveDate,
    /// The adviser's reason; never empty.
    pub reason: Text,
}

#[cfg(test)]
mod tests;
