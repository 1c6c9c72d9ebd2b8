//! What a lender and a borrower change in a running loan.
//!
//! Each change is a new version of the schedule beside the original (*Un coup de pouce pour le microcrédit
//! personnel*, l'accompagnement pendant le prêt): an instalment on hold, several postponed, the end shifted, a new
//! instalment, an early repayment, a lower rate.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Rate;
use crate::money::Euros;

/// A change of a running loan; instalments are named by their number in the version it changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Amendment {
    /// Instalments are not paid at their date and are added at the end: one on hold, several postponed.
    Postponed {
        /// The first one.
        from: u32,
        /// How many.
        count: u32,
        /// When the interest of those months is paid.
        interest: HeldInterest,
    },
    /// Instalments pay interest alone; the end is shifted by as many months.
    InterestOnly {
        /// The first one.
        from: u32,
        /// How many.
        count: u32,
    },
    /// The loan ends later, with lower instalments.
    EndShifted {
        /// The first instalment that changes.
        from: u32,
        /// How many months later it ends.
        months: u32,
    },
    /// Another instalment, lower or higher; the end follows from it.
    NewInstalment {
        /// The first one.
        from: u32,
        /// The amount, insurance apart.
        amount: Euros,
    },
    /// Instalments fall on another day of the month.
    DueDay {
        /// The first one.
        from: u32,
        /// The day of the month, the last one of a shorter month.
        day: u32,
    },
    /// A part is repaid early.
    PartialRepayment {
        /// The day.
        on: NaiveDate,
        /// How much of the principal.
        amount: Euros,
        /// What stays as it was.
        keeps: Keeps,
    },
    /// Everything is repaid early.
    FullRepayment {
        /// The day.
        on: NaiveDate,
    },
    /// A lower rate.
    RateLowered {
        /// The first instalment that changes.
        from: u32,
        /// The new yearly rate.
        rate: Rate,
        /// What stays as it was.
        keeps: Keeps,
    },
}

/// When the interest of months that are not paid is paid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HeldInterest {
    /// With the last instalment.
    #[default]
    WithLast,
    /// With the next instalment that is paid.
    WithNext,
}

impl HeldInterest {
    /// Every way, in the order of lists.
    pub const ALL: [Self; 2] = [Self::WithLast, Self::WithNext];
}

/// What stays as it was when less is owed or the rate falls.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Keeps {
    /// The end: instalments get lower.
    #[default]
    End,
    /// The instalment: the loan ends sooner.
    Instalment,
}

impl Keeps {
    /// Every one, in the order of lists.
    pub const ALL: [Self; 2] = [Self::End, Self::Instalment];
}
