//! The TAEG: the one rate that makes what is paid worth what is lent.
//!
//! Code de la consommation, article R. 314-3 and annex (directives 2008/48/CE and 2011/90/UE):
//! `Σ Cₖ(1+X)^(−tₖ) = Σ Dₗ(1+X)^(−sₗ)`, times in years from the first flow. Whole months, a twelfth of a
//! year each, are counted first, back from the flow; the days left are over 365, or 366 when the year that
//! ends with them has a 29 February (directive 2014/17/UE spells it out). 2 400 € lent and 35 × 70,86 €
//! then 70,77 € paid is 4,0742 %, so 4,07 %.

mod flows;
mod solution;

use std::fmt;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use rust_decimal::RoundingStrategy::MidpointAwayFromZero;
use thiserror::Error;

use super::{InsuranceRequirement, RepaymentSchedule, number};
use crate::money::{AmountTooLarge, Euros};
use crate::words;
use flows::{Placed, in_months, in_years, on_days};
use solution::Balance;

/// A taux annuel effectif global, in percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Taeg {
    exact: Decimal,
}

/// A sum at a time: below zero when lent, above when paid, or the other way round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flow {
    /// Years since any common moment.
    pub years: Decimal,
    /// The sum.
    pub amount: Euros,
}

/// A sum on a day: below zero when lent, above when paid, or the other way round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DatedFlow {
    /// The day.
    pub on: NaiveDate,
    /// The sum.
    pub amount: Euros,
}

/// Why flows have no TAEG.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum TaegRefused {
    /// No flow, or only zeros.
    #[error("no flow")]
    NoFlow,
    /// Nothing is lent, or nothing is paid.
    #[error("no sign change")]
    NoSignChange,
    /// The sums change side more than once, and more than one rate may balance them, or none.
    #[error("several solutions, or none")]
    SeveralSolutions,
    /// The rate is beyond what a credit can have, or the flows lie more than a thousand years apart.
    #[error("rate out of reach")]
    OutOfReach,
    /// A sum is beyond the limit.
    #[error(transparent)]
    TooLarge(#[from] AmountTooLarge),
}

impl Taeg {
    /// The solution in percent, to twelve decimals.
    #[must_use]
    pub fn exact(self) -> Decimal {
        self.exact
    }

    /// The TAEG as printed: two decimals, half up.
    #[must_use]
    pub fn rounded(self) -> Decimal {
        let mut rounded = self.exact.round_dp_with_strategy(2, MidpointAwayFromZero);
        rounded.rescale(2);
        rounded
    }
}

impl fmt::Display for Taeg {
    /// `4,07 %`, with a narrow no-break space.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&words::percent(self.rounded()))
    }
}

/// When a flow is, counted from the first one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FlowTime {
    /// Whole months, then days over those of a year.
    Counted {
        /// Whole months.
        months: u32,
        /// Days left.
        days: u32,
        /// The days of the year they are a part of.
        year: u32,
    },
    /// Years.
    Years(Decimal),
}

impl fmt::Display for FlowTime {
    /// `3/12 + 5/365`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Counted { months: 0, days: 0, .. } => out.write_str("0"),
            Self::Counted { months, days: 0, .. } => write!(out, "{months}/12"),
            Self::Counted { months: 0, days, year } => write!(out, "{days}/{year}"),
            Self::Counted { months, days, year } => write!(out, "{months}/12 + {days}/{year}"),
            Self::Years(years) => out.write_str(&words::decimal(years, years.normalize().scale().min(6))),
        }
    }
}

/// One flow of a TAEG with what it is worth at the first one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WorkedFlow {
    /// The day, when it has one.
    pub on: Option<NaiveDate>,
    /// The time since the first flow.
    pub time: FlowTime,
    /// The sum: below zero when lent, above when paid, or the other way round.
    pub amount: Decimal,
    /// What it is worth at the first flow, to four decimals.
    pub worth: Decimal,
}

/// A TAEG and the flows that prove it: their worths add up to nothing, within a cent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaegWorking {
    /// The rate.
    pub taeg: Taeg,
    /// The flows, the first first.
    pub flows: Vec<WorkedFlow>,
}

impl TaegWorking {
    /// What the sums on the side of the first one are worth, then those on the other side, as they are printed;
    /// never below zero.
    #[must_use]
    pub fn sides(&self) -> (Decimal, Decimal) {
        let first = self.flows.first().is_some_and(|flow| flow.amount.is_sign_negative());
        let (lent, paid): (Vec<_>, Vec<_>) =
            self.flows.iter().partition(|flow| flow.amount.is_sign_negative() == first);
        let worth = |side: Vec<&WorkedFlow>| side.iter().map(|flow| flow.worth).sum::<Decimal>().abs();
        (worth(lent), worth(paid))
    }
}

/// The TAEG of a loan: interest, fee, required insurance and the account asked for inside, optional insurance outside.
///
/// From the days when the loan has them, else from regular months. Errors: see [`TaegRefused`].
pub fn taeg(schedule: &RepaymentSchedule) -> Result<Taeg, TaegRefused> {
    balanced(&of_loan(schedule))
}

/// The TAEG of sums at times in years. Errors: see [`TaegRefused`].
pub fn taeg_of_years(flows: &[Flow]) -> Result<Taeg, TaegRefused> {
    balanced(&placed_in_years(flows)?)
}

/// The TAEG of sums on days, counted from the first one. Errors: see [`TaegRefused`].
pub fn taeg_of_dates(flows: &[DatedFlow]) -> Result<Taeg, TaegRefused> {
    balanced(&placed_on_days(flows))
}

/// The TAEG of a loan with the flows that prove it. Errors: see [`TaegRefused`].
pub fn taeg_working(schedule: &RepaymentSchedule) -> Result<TaegWorking, TaegRefused> {
    worked(&of_loan(schedule))
}

/// The TAEG of sums at times in years with their worths. Errors: see [`TaegRefused`].
pub fn taeg_working_of_years(flows: &[Flow]) -> Result<TaegWorking, TaegRefused> {
    worked(&placed_in_years(flows)?)
}

/// The TAEG of sums on days with their worths. Errors: see [`TaegRefused`].
pub fn taeg_working_of_dates(flows: &[DatedFlow]) -> Result<TaegWorking, TaegRefused> {
    worked(&placed_on_days(flows))
}

fn placed_in_years(flows: &[Flow]) -> Result<Vec<Placed>, TaegRefused> {
    in_years(flows.iter().map(|flow| (flow.years, number(flow.amount))))
}

fn placed_on_days(flows: &[DatedFlow]) -> Vec<Placed> {
    on_days(flows.iter().map(|flow| (flow.on, number(flow.amount))))
}

/// What the lender gives and what the borrower gives back: what is kept back is not received, and each instalment has
/// its month of the account.
fn of_loan(schedule: &RepaymentSchedule) -> Vec<Placed> {
    let terms = &schedule.terms;
    let kept_back = terms.kept_back().unwrap_or(terms.fee);
    let received = number(terms.amount) - number(kept_back);
    let account = terms.account.map_or(Decimal::ZERO, |account| number(account.monthly));
    let insured = terms.insurance.is_some_and(|insurance| insurance.requirement == InsuranceRequirement::Required);
    let paid = schedule.instalments.iter().map(|line| {
        let apart = if insured { Decimal::ZERO } else { number(line.insurance) };
        let account = if line.kind.is_due() { account } else { Decimal::ZERO };
        (line, number(line.total) - apart + account)
    });
    match terms.dates {
        Some(dates) => {
            let due = |(line, sum): (&super::Instalment, Decimal)| line.due.map(|due| (due, sum));
            on_days(std::iter::once((dates.disbursed_on, -received)).chain(paid.filter_map(due)))
        }
        None => in_months(std::iter::once((0, -received)).chain(paid.map(|(line, sum)| (line.number, sum)))),
    }
}

fn balanced(flows: &[Placed]) -> Result<Taeg, TaegRefused> {
    Ok(found(solution::balance(flows)?))
}

fn found(balance: Balance) -> Taeg {
    let percent = (balance.growth() - Decimal::ONE) * Decimal::ONE_HUNDRED;
    // Twelve decimals: what the reckoning leaves beyond them must not tip a half.
    Taeg { exact: percent.round_dp(12).normalize() }
}

fn worked(flows: &[Placed]) -> Result<TaegWorking, TaegRefused> {
    let balance = solution::balance(flows)?;
    let written = |(flow, worth): (&Placed, Decimal)| WorkedFlow {
        on: flow.on,
        time: flow.time,
        amount: flow.amount,
        worth: worth.round_dp_with_strategy(4, MidpointAwayFromZero),
    };
    let flows = flows.iter().zip(balance.worths(flows)).map(written).collect();
    Ok(TaegWorking { taeg: found(balance), flows })
}

#[cfg(test)]
mod tests;
