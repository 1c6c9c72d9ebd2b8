//! What a lender and a borrower change in a running loan.
//!
//! Each change is a new version of the schedule beside the original (*Un coup de pouce pour le microcrédit
//! personnel*, l'accompagnement pendant le prêt): an instalment on hold, several postponed, the end shifted, a new
//! instalment, an early repayment, a lower rate. What comes before the change stays to the cent, the principal always
//! adds up to what was lent, and a change undone is a version left out. 1 800 € at 3 % over 24 months, the ninth
//! instalment on hold until the end: the twenty-fifth is 80,32, of which 3,03 of interest that waited.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::plan::PutIn;
use super::schedule::reckoned;
use super::{Rate, RepaymentSchedule};
use crate::money::{AmountTooLarge, Euros};

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

impl Amendment {
    /// How many instalments are not paid at their date; nothing of a change that puts none off.
    #[must_use]
    pub fn postponed(&self) -> Option<u32> {
        match *self {
            Self::Postponed { count, .. } => Some(count),
            Self::InterestOnly { .. }
            | Self::EndShifted { .. }
            | Self::NewInstalment { .. }
            | Self::DueDay { .. }
            | Self::PartialRepayment { .. }
            | Self::FullRepayment { .. }
            | Self::RateLowered { .. } => None,
        }
    }
}

vocabulary! {
    /// When the interest of months that are not paid is paid.
    #[derive(Default)]
    pub enum HeldInterest {
        #[default]
        WithLast => "with_last", "Avec la dernière";
        WithNext => "with_next", "Avec la suivante";
    }
}

vocabulary! {
    /// What stays as it was when less is owed or the rate falls.
    #[derive(Default)]
    pub enum Keeps {
        #[default]
        End => "end", "La fin, mensualités plus basses";
        Instalment => "instalment", "La mensualité, fin plus tôt";
    }
}

/// Why a change makes no schedule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum AmendmentRefused {
    /// No instalment has that number.
    #[error("no such instalment, the last is {last}")]
    NoSuchInstalment {
        /// The number of the last one.
        last: u32,
    },
    /// Not a single month changes.
    #[error("no months")]
    NoMonths,
    /// The loan would last longer than Étrier reckons.
    #[error("more than {limit} months")]
    TooManyMonths {
        /// How many months it does.
        limit: u32,
    },
    /// The loan has no dates yet.
    #[error("no dates")]
    NoDates,
    /// The day is not between the money and the day before the last instalment.
    #[error("not between {first} and {last}")]
    OutsideLoan {
        /// The day of the money.
        first: NaiveDate,
        /// The day of the last instalment.
        last: NaiveDate,
    },
    /// The day of the month is not 1 to 31, or comes before the money.
    #[error("day {day} cannot be a due day")]
    NoSuchDay {
        /// The day given.
        day: u32,
    },
    /// An amount that is nothing or less.
    #[error("no amount")]
    NoAmount,
    /// A part as large as what is left: that is everything.
    #[error("only {outstanding:?} is left")]
    RepaymentTooLarge {
        /// What is left to repay.
        outstanding: Euros,
    },
    /// The instalment would not even pay the interest.
    #[error("the interest alone is {interest:?}")]
    InstalmentTooLow {
        /// The interest of the month.
        interest: Euros,
    },
    /// The rate is not lower.
    #[error("the rate is already {now:?}")]
    RateNotLower {
        /// The rate now.
        now: Rate,
    },
    /// A part was already repaid on a later day.
    #[error("a part was repaid on {on}")]
    BeforeRepayment {
        /// That day.
        on: NaiveDate,
    },
    /// Everything was already repaid early: nothing is left to change.
    #[error("everything was repaid on {on}")]
    AlreadyRepaid {
        /// That day.
        on: NaiveDate,
    },
    /// An instalment would fall after the last day counted.
    #[error("date beyond the calendar")]
    DateBeyondCalendar,
    /// A sum is beyond the limit.
    #[error(transparent)]
    TooLarge(#[from] AmountTooLarge),
}

/// The schedule once a change is made; what comes before it stays as it is. Errors: see [`AmendmentRefused`].
pub fn amended(schedule: &RepaymentSchedule, amendment: &Amendment) -> Result<RepaymentSchedule, AmendmentRefused> {
    let mut plan = schedule.plan.clone();
    plan.still_runs()?;
    match *amendment {
        Amendment::Postponed { from, count, interest } => plan.insert(from, count, PutIn::OnHold(interest))?,
        Amendment::InterestOnly { from, count } => plan.insert(from, count, PutIn::InterestAlone)?,
        Amendment::EndShifted { from, months } => plan.shift_end(from, months)?,
        Amendment::NewInstalment { from, amount } => plan.pay_from(from, amount)?,
        Amendment::DueDay { from, day } => plan.move_day(from, day)?,
        Amendment::PartialRepayment { on, amount, keeps } => plan.repay_part(on, amount, keeps)?,
        Amendment::FullRepayment { on } => plan.repay_all(on)?,
        Amendment::RateLowered { from, rate, keeps } => plan.lower_rate(from, rate, keeps)?,
    }
    Ok(reckoned(schedule.terms.clone(), plan)?)
}

/// Every version of a schedule, the original first. Errors: the first change that makes none, see
/// [`AmendmentRefused`].
pub fn versions(
    original: RepaymentSchedule,
    amendments: &[Amendment],
) -> Result<Vec<RepaymentSchedule>, AmendmentRefused> {
    let mut versions = vec![original];
    for amendment in amendments {
        let next = versions.last().map(|version| amended(version, amendment)).transpose()?;
        versions.extend(next);
    }
    Ok(versions)
}

#[cfg(test)]
mod tests;
