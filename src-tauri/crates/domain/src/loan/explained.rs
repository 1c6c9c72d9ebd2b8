//! Where the figures of a loan come from, in words an adviser can read aloud.
//!
//! Each function is beside the rule it explains and takes what that rule made, so that a figure and its explanation
//! cannot part. *Un coup de pouce pour le microcrédit personnel* says « 124 € d’intérêts à 6,2 % » of 2 000 €: that is
//! one year's simple interest, which no figure here uses; the explanation of the interest says so.

mod cost;
mod rate;
mod running;

pub use cost::{
    conditions, cost_per_month, first_interest, instalment, last_instalment, refund, revolving_credit, total_cost,
    total_interest,
};
pub use rate::{taeg, taeg_below_rate, usury};
pub use running::{amendment_cost, early_repayment};

use rust_decimal::Decimal;

use super::{Instalment, InstalmentKind, RepaymentSchedule};
use crate::explained::WorkingRow;
use crate::money::Euros;
use crate::words::{self, spaced};

/// An operand.
fn step(sign: &'static str, label: &str, value: impl Into<String>) -> WorkingRow {
    WorkingRow { sign, label: spaced(label), value: value.into(), result: false }
}

/// A result.
fn result(label: &str, value: impl Into<String>) -> WorkingRow {
    WorkingRow { sign: "=", label: spaced(label), value: value.into(), result: true }
}

fn input(label: &str, value: impl Into<String>) -> (String, String) {
    (spaced(label), value.into())
}

fn months(count: u32) -> String {
    words::counted(count, "mois", "mois")
}

/// A number with as many decimals as it has, so many at most.
fn precise(number: Decimal, decimals: u32) -> String {
    let rounded = number.round_dp(decimals).normalize();
    words::decimal(rounded, rounded.scale())
}

/// The instalments that repay: the level ones and the last.
fn repaying(schedule: &RepaymentSchedule) -> impl Iterator<Item = &Instalment> {
    schedule.instalments.iter().filter(|line| match line.kind {
        InstalmentKind::Level | InstalmentKind::Last => true,
        InstalmentKind::Deferred
        | InstalmentKind::InterestOnly
        | InstalmentKind::OnHold { .. }
        | InstalmentKind::Early => false,
    })
}

/// What is left to repay before an instalment.
fn owed_before(line: &Instalment) -> Euros {
    // Both are parts of what is owed.
    line.outstanding.plus(line.principal).unwrap_or(line.outstanding)
}

#[cfg(test)]
mod tests;
