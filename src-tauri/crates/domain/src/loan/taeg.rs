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

/// The TAEG of a loan: interest, fee and required insurance inside, optional insurance outside.
///
/// From the days when the loan has them, else from regular months. Errors: see [`TaegRefused`].
pub fn taeg(schedule: &RepaymentSchedule) -> Result<Taeg, TaegRefused> {
    let terms = &schedule.terms;
    let lent = number(terms.fee) - number(terms.amount);
    let paid = schedule.instalments.iter().map(|line| {
        let insurance = match terms.insurance.map(|insurance| insurance.requirement) {
            Some(InsuranceRequirement::Required) => number(line.insurance),
            Some(InsuranceRequirement::Optional) | None => Decimal::ZERO,
        };
        (line, number(line.principal) + number(line.interest) + insurance)
    });
    let flows = match terms.dates {
        Some(dates) => {
            let due = |(line, sum): (&super::Instalment, Decimal)| line.due.map(|due| (due, sum));
            on_days(std::iter::once((dates.disbursed_on, lent)).chain(paid.filter_map(due)))
        }
        None => in_months(std::iter::once((0, lent)).chain(paid.map(|(line, sum)| (line.number, sum)))),
    };
    balanced(&flows)
}

/// The TAEG of sums at times in years. Errors: see [`TaegRefused`].
pub fn taeg_of_years(flows: &[Flow]) -> Result<Taeg, TaegRefused> {
    balanced(&in_years(flows.iter().map(|flow| (flow.years, number(flow.amount))))?)
}

/// The TAEG of sums on days, counted from the first one. Errors: see [`TaegRefused`].
pub fn taeg_of_dates(flows: &[DatedFlow]) -> Result<Taeg, TaegRefused> {
    balanced(&on_days(flows.iter().map(|flow| (flow.on, number(flow.amount)))))
}

fn balanced(flows: &[Placed]) -> Result<Taeg, TaegRefused> {
    let growth = solution::growth(flows)?;
    let percent = (growth - Decimal::ONE) * Decimal::ONE_HUNDRED;
    // Twelve decimals: what the reckoning leaves beyond them must not tip a half.
    Ok(Taeg { exact: percent.round_dp(12).normalize() })
}

#[cfg(test)]
mod tests;
