//! The schedule: what falls due, when, and what is left after.
//!
//! With `k` months of interest alone, `n − k` level instalments follow, of `P·i ÷ (1 − (1+i)^−(n−k))` each,
//! `i` being a twelfth of the yearly rate (`P ÷ (n − k)` at 0 %), half up to the cent. The first period
//! bears one month's interest whatever the dates. Due dates are counted from the first: 31 January,
//! 28 February, 31 March.

use chrono::{Datelike, Months, NaiveDate};
use rust_decimal::Decimal;

use super::{LoanTerms, Rate, TermsRefused, level_worth, number, to_the_cent};
use crate::money::{AmountTooLarge, Euros};

/// One line of a schedule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Instalment {
    /// Its number, from 1.
    pub number: u32,
    /// The day it falls due, when the loan has its dates.
    pub due: Option<NaiveDate>,
    /// What it repays of the amount.
    pub principal: Euros,
    /// The month's interest.
    pub interest: Euros,
    /// The month's insurance.
    pub insurance: Euros,
    /// What is paid: principal, interest and insurance.
    pub total: Euros,
    /// What is left to repay after it.
    pub outstanding: Euros,
}

/// All the instalments of a loan; their principal adds up to the amount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RepaymentSchedule {
    /// The terms it follows.
    pub terms: LoanTerms,
    /// Its lines, one a month; never empty.
    pub instalments: Vec<Instalment>,
    /// All the interest.
    pub total_interest: Euros,
    /// All the insurance.
    pub total_insurance: Euros,
    /// What the loan costs: interest, fee and insurance, optional or not.
    pub total_cost: Euros,
    /// Everything paid: the amount and the cost.
    pub total_paid: Euros,
    level: Euros,
}

/// The instalments of one year, added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearOfLoan {
    /// The calendar year they fall due in; without dates, the year of the loan, from 1.
    pub year: i32,
    /// How many.
    pub instalments: u32,
    /// What is paid: principal, interest and insurance.
    pub paid: Euros,
    /// What is repaid of the amount.
    pub principal: Euros,
    /// The interest.
    pub interest: Euros,
    /// What is left to repay after the last of them.
    pub outstanding: Euros,
}

/// Works out the schedule of a loan.
///
/// Errors: terms that cannot be followed, see [`TermsRefused`].
pub fn schedule(terms: &LoanTerms) -> Result<RepaymentSchedule, TermsRefused> {
    terms.checked()?;
    let level = level_instalment(terms)?;
    let mut outstanding = terms.amount;
    let mut instalments = Vec::with_capacity(usize::try_from(terms.months).unwrap_or_default());
    for number in 1..=terms.months {
        let interest = interest_of_a_month(outstanding, terms.annual_rate)?;
        let principal = if number <= terms.interest_only {
            Euros::ZERO
        } else if number == terms.months {
            outstanding
        } else {
            // A loan of a few cents is repaid before its end: nothing more is taken than what is left.
            level.minus(interest)?.min(outstanding)
        };
        let insurance = terms.monthly_insurance();
        let total = Euros::sum([principal, interest, insurance])?;
        outstanding = outstanding.minus(principal)?;
        let due = due_date(terms, number)?;
        instalments.push(Instalment { number, due, principal, interest, insurance, total, outstanding });
    }
    added(terms.clone(), level, instalments)
}

impl RepaymentSchedule {
    /// The level instalment, the one that follows the months of interest alone, insurance apart.
    #[must_use]
    pub fn instalment(&self) -> Euros {
        self.level
    }

    /// The last instalment, which absorbs the cents.
    #[must_use]
    pub fn last(&self) -> Option<&Instalment> {
        self.instalments.last()
    }

    /// The instalments added year by year, the first year first.
    #[must_use]
    pub fn by_year(&self) -> Vec<YearOfLoan> {
        self.instalments
            .chunk_by(|one, next| year_of(one) == year_of(next))
            .filter_map(|lines| lines.last().and_then(|last| year_added(lines, last)))
            .collect()
    }
}

fn level_instalment(terms: &LoanTerms) -> Result<Euros, AmountTooLarge> {
    let months = terms.months.saturating_sub(terms.interest_only);
    to_the_cent(number(terms.amount) / level_worth(terms.annual_rate.monthly_discount(), months))
}

fn interest_of_a_month(outstanding: Euros, annual_rate: Rate) -> Result<Euros, AmountTooLarge> {
    to_the_cent(number(outstanding) * annual_rate.percent() / Decimal::from(1200))
}

fn due_date(terms: &LoanTerms, number: u32) -> Result<Option<NaiveDate>, TermsRefused> {
    let Some(dates) = terms.dates else { return Ok(None) };
    let due = dates.first_due_on.checked_add_months(Months::new(number.saturating_sub(1)));
    due.map(Some).ok_or(TermsRefused::DateBeyondCalendar)
}

fn added(terms: LoanTerms, level: Euros, instalments: Vec<Instalment>) -> Result<RepaymentSchedule, TermsRefused> {
    let total_interest = Euros::sum(instalments.iter().map(|line| line.interest))?;
    let total_insurance = Euros::sum(instalments.iter().map(|line| line.insurance))?;
    let total_cost = Euros::sum([total_interest, terms.fee, total_insurance])?;
    let total_paid = terms.amount.plus(total_cost)?;
    Ok(RepaymentSchedule { terms, instalments, total_interest, total_insurance, total_cost, total_paid, level })
}

fn year_of(line: &Instalment) -> i32 {
    let rank = line.number.saturating_add(11).checked_div(12);
    line.due.map_or_else(|| rank.and_then(|rank| i32::try_from(rank).ok()).unwrap_or_default(), |due| due.year())
}

/// The sums of a year; they are parts of totals already within the limit.
fn year_added(lines: &[Instalment], last: &Instalment) -> Option<YearOfLoan> {
    Some(YearOfLoan {
        year: year_of(last),
        instalments: u32::try_from(lines.len()).ok()?,
        paid: Euros::sum(lines.iter().map(|line| line.total)).ok()?,
        principal: Euros::sum(lines.iter().map(|line| line.principal)).ok()?,
        interest: Euros::sum(lines.iter().map(|line| line.interest)).ok()?,
        outstanding: last.outstanding,
    })
}

#[cfg(test)]
mod tests;
