//! What happens to a running loan: what the lender changes, what is said of instalments.
//!
//! The office does not hold the money: it notes what is declared, by whom. Silence means that no incident is
//! known, never that an instalment was paid (*Un coup de pouce pour le microcrédit personnel*, l'alerte).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::line::Line;
use crate::loan::Amendment;

/// A running loan was changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Amended {
    /// The day the lender agreed.
    pub agreed_on: NaiveDate,
    /// What changes.
    pub amendment: Amendment,
    /// What was said with it.
    pub note: Line,
}

/// What was said of instalments: the office does not hold the money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Declaration {
    /// The day it was said.
    pub on: NaiveDate,
    /// The first instalment it is about, by its number in the version in force that day.
    pub from: u32,
    /// The last one.
    pub to: u32,
    /// What became of them.
    pub declared: DeclaredAs,
    /// Who said so.
    pub told_by: ToldBy,
    /// What was said with it.
    pub note: Line,
}

vocabulary! {
    /// What became of an instalment, as declared.
    pub enum DeclaredAs {
        Paid => "paid", "Payée";
        Missed => "missed", "Impayée";
        PaidLate => "paid_late", "Payée en retard";
    }
}

vocabulary! {
    /// Who said what became of an instalment.
    pub enum ToldBy {
        Lender => "lender", "La banque";
        Borrower => "borrower", "L’emprunteur";
        Statement => "statement", "Relevé de compte";
    }
}
