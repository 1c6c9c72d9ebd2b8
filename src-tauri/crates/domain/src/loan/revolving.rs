//! What the same sum costs on a revolving credit, to compare.
//!
//! One month's rate is `(1 + TAEG)^(1/12) − 1`, the instalment is level and half up, and the cost is
//! `months × instalment − amount`: 2 400 € over 36 months at a TAEG of 23,56 % is 90,84 € a month and
//! 870,24 € of cost.

use rust_decimal::{Decimal, MathematicalOps};

use super::terms::sum_and_length;
use super::{Rate, TermsRefused, level_worth, number, to_the_cent};
use crate::money::Euros;

/// A revolving credit repaid in level instalments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RevolvingCredit {
    /// One month's rate, in percent.
    pub month_percent: Decimal,
    /// What is paid a month, every month alike.
    pub instalment: Euros,
    /// Everything paid.
    pub total_paid: Euros,
    /// What it costs beyond the amount; below zero when the cents of the instalments round down.
    pub cost: Euros,
}

/// Works out a revolving credit from its TAEG.
///
/// Errors: no amount, no months, too many of either.
pub fn revolving(amount: Euros, taeg_percent: Rate, months: u32) -> Result<RevolvingCredit, TermsRefused> {
    sum_and_length(amount, months)?;
    let growth = Decimal::ONE + taeg_percent.percent() / Decimal::ONE_HUNDRED;
    let month = twelfth_root(growth);
    let discount = Decimal::ONE / month;
    let instalment = to_the_cent(number(amount) / level_worth(discount, months))?;
    let total_paid = to_the_cent(number(instalment) * Decimal::from(months))?;
    let month_percent = (month - Decimal::ONE) * Decimal::ONE_HUNDRED;
    Ok(RevolvingCredit { month_percent, instalment, total_paid, cost: total_paid.minus(amount)? })
}

/// The twelfth root of a number from 1 to 2, by Newton's tangents.
fn twelfth_root(power: Decimal) -> Decimal {
    let twelve = Decimal::from(12);
    // The tangent at 1 is above the root: from there each step falls nearer to it, down to the last digit.
    let mut root = Decimal::ONE + (power - Decimal::ONE) / twelve;
    loop {
        let next = root - (root - power / root.powu(11)) / twelve;
        if next >= root {
            return root;
        }
        root = next;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn costs(amount: &str, taeg: &str, months: u32, instalment: &str, cost: &str) {
        let credit = revolving(Euros::read(amount).unwrap(), Rate::read(taeg).unwrap(), months).unwrap();
        assert_eq!((credit.instalment.bare(), credit.cost.bare()), (instalment.to_owned(), cost.to_owned()));
    }

    #[test]
    fn the_ceiling_rate_costs_what_the_paper_says() {
        costs("2400", "23,56", 36, "90,84", "870,24");
        costs("2600", "21,50", 36, "96,14", "861,04");
    }

    #[test]
    fn without_interest_the_amount_is_shared_out() {
        costs("1200", "0", 12, "100,00", "0,00");
        costs("100", "0", 36, "2,78", "0,08");
    }

    #[test]
    fn twelve_months_of_the_root_make_the_year() {
        for percent in [1, 7, 50, 2356, 10_000] {
            let growth = Decimal::ONE + Decimal::new(percent, 4);
            let gap = (twelfth_root(growth).powu(12) - growth).abs();
            assert!(gap < Decimal::new(1, 25), "{percent}: {gap}");
        }
    }

    #[test]
    fn no_credit_without_a_sum_or_a_length() {
        let asked = |amount, months| revolving(Euros::read(amount).unwrap(), Rate::ZERO, months);
        assert_eq!(asked("0", 12), Err(TermsRefused::NoAmount));
        assert_eq!(asked("100", 0), Err(TermsRefused::NoMonths));
        assert_eq!(asked("100", 601), Err(TermsRefused::TooManyMonths { limit: 600 }));
    }
}
