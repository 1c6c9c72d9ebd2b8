//! Who else accompanies a person: other professionals, a guardian, a relative.
//!
//! One person alone is the referent of a dossier: the office's adviser, or the companion who is said to be
//! (*Un coup de pouce pour le microcrédit personnel*, l’accompagnement).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::line::Line;

/// Number of a companion in the office's store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CompanionId(pub i64);

vocabulary! {
    /// What someone is to the person they accompany.
    pub enum CompanionRole {
        Professional => "professional", "Professionnel";
        /// The guardian or curator, whose agreement is asked for.
        Guardian => "guardian", "Tuteur, curateur";
        Relative => "relative", "Proche";
    }
}

/// Someone who accompanies the person too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Companion {
    /// Its number; none before it is recorded.
    pub id: CompanionId,
    /// What they are to the person.
    pub role: CompanionRole,
    /// Their name; never empty.
    pub name: Line,
    /// Where they work.
    pub organisation: Line,
    /// How to reach them: telephone, e-mail.
    pub reach: Line,
    /// Where letters reach them.
    pub address: Line,
    /// The day the person agreed in writing that the office speaks with them; a guardian's own agreement.
    pub agreed_on: Option<NaiveDate>,
    /// Whether they are the single referent, in place of the office's adviser.
    pub lead: bool,
}
