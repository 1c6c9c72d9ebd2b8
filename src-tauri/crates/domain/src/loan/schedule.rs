//! The schedule: what falls due, when, and what is left after.
//!
//! Months that pay nothing come first, their interest added to what is owed; then months of interest alone. `P` being
//! what is owed then and `n` the months that repay, each level instalment is `P·i ÷ (1 − (1+i)^−n)`, `i` a twelfth of
//! the yearly rate (`P ÷ n` at 0 %), half up to the cent; a later month of interest alone leaves what is owed as it is.
//! A first period that is not a month may bear its own interest: the difference is in the first instalment, 0,30 on
//! 1 800 € at 3 % for two days more. The last instalment absorbs the cents. Due dates are counted from the first:
//! 31 January, 28 February, 31 March.

use chrono::{Datelike, NaiveDate};

use super::plan::Plan;
use super::{LoanTerms, TermsRefused};
use crate::money::{AmountTooLarge, Euros};

/// What a line of a schedule is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InstalmentKind {
    /// Nothing is paid, and the interest is added to what is owed: the principal is below zero.
    Deferred,
    /// Interest alone.
    InterestOnly,
    /// Nothing is paid, and the interest waits.
    OnHold {
        /// The interest that waits.
        interest: Euros,
    },
    /// A level instalment.
    Level,
    /// The last one, which repays what is left.
    Last,
    /// An early repayment, between two instalments.
    Early,
}

impl InstalmentKind {
    /// Whether something is to be paid at its date: neither repaid early nor put on hold.
    #[must_use]
    pub fn is_owed(self) -> bool {
        match self {
            Self::Deferred | Self::InterestOnly | Self::Level | Self::Last => true,
            Self::OnHold { .. } | Self::Early => false,
        }
    }

    /// Whether it is an instalment that falls due, which a part repaid early is not.
    #[must_use]
    pub fn is_due(self) -> bool {
        match self {
            Self::Deferred | Self::InterestOnly | Self::OnHold { .. } | Self::Level | Self::Last => true,
            Self::Early => false,
        }
    }
}

/// One line of a schedule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Instalment {
    /// Its number, from 1; a part repaid early has that of the instalment before it.
    pub number: u32,
    /// The day it falls due, when the loan has its dates.
    pub due: Option<NaiveDate>,
    /// What it is.
    pub kind: InstalmentKind,
    /// What it repays of what is owed; below zero when interest is added to it.
    pub principal: Euros,
    /// The month's interest, with what waited for it.
    pub interest: Euros,
    /// The month's insurance.
    pub insurance: Euros,
    /// What is paid: principal, interest and insurance.
    pub total: Euros,
    /// What is left to repay after it.
    pub outstanding: Euros,
}

/// All the instalments of a loan; their principal adds up to what was lent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RepaymentSchedule {
    /// The terms it was signed with.
    pub terms: LoanTerms,
    /// Its lines, one a month and one for each part repaid early; never empty.
    pub instalments: Vec<Instalment>,
    /// All the interest.
    pub total_interest: Euros,
    /// All the insurance.
    pub total_insurance: Euros,
    /// All that an account opened for the loan costs, over its months.
    pub total_account: Euros,
    /// What the loan costs: interest, fee, insurance, optional or not, and the account it asks for.
    pub total_cost: Euros,
    /// Everything paid: the amount and the cost.
    pub total_paid: Euros,
    /// What the instalments add up to: everything paid but a fee kept back and the account.
    pub total_due: Euros,
    pub(super) plan: Plan,
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
    Ok(reckoned(terms.clone(), Plan::of(terms)?)?)
}

/// The schedule of a plan. Refuses totals beyond the limit.
pub(super) fn reckoned(terms: LoanTerms, plan: Plan) -> Result<RepaymentSchedule, AmountTooLarge> {
    let instalments = plan.lines()?;
    let total_interest = Euros::sum(instalments.iter().map(|line| line.interest))?;
    let total_insurance = Euros::sum(instalments.iter().map(|line| line.insurance))?;
    let months = instalments.last().map_or(0, |last| last.number);
    let total_account = terms.account.map_or(Ok(Euros::ZERO), |account| account.over(months))?;
    let total_cost = Euros::sum([total_interest, terms.fee, total_insurance, total_account])?;
    Ok(RepaymentSchedule {
        total_paid: terms.amount.plus(total_cost)?,
        total_due: Euros::sum(instalments.iter().map(|line| line.total))?,
        terms,
        instalments,
        total_interest,
        total_insurance,
        total_account,
        total_cost,
        plan,
    })
}

impl RepaymentSchedule {
    /// The level instalment as it was last worked out or agreed, insurance apart.
    #[must_use]
    pub fn instalment(&self) -> Euros {
        self.plan.level
    }

    /// The first instalment, whose interest is that of the first period.
    #[must_use]
    pub fn first(&self) -> Option<&Instalment> {
        self.instalments.first()
    }

    /// The last instalment, which absorbs the cents.
    #[must_use]
    pub fn last(&self) -> Option<&Instalment> {
        self.instalments.last()
    }

    /// How many months it lasts.
    #[must_use]
    pub fn months(&self) -> u32 {
        self.last().map_or(0, |last| last.number)
    }

    /// What the loan costs a month: all it costs over its months, half up.
    #[must_use]
    pub fn cost_per_month(&self) -> Euros {
        // A part of an amount is within the limit.
        self.total_cost.part(1, self.months()).ok().flatten().unwrap_or_default()
    }

    /// What is left to repay at the end of a day, everything due by then being paid; nothing without dates.
    #[must_use]
    pub fn outstanding_on(&self, day: NaiveDate) -> Option<Euros> {
        let principal = self.terms.dates.and_then(|_| self.terms.principal().ok())?;
        Some(self.due_by(day).last().map_or(principal, |line| line.outstanding))
    }

    /// The interest of what is due by the end of a day, what was added to the sum owed included; nothing without dates.
    #[must_use]
    pub fn interest_paid_by(&self, day: NaiveDate) -> Option<Euros> {
        self.terms.dates?;
        Euros::sum(self.due_by(day).map(|line| line.interest)).ok()
    }

    /// The lines due by the end of a day, the first first.
    pub fn due_by(&self, day: NaiveDate) -> impl Iterator<Item = &Instalment> {
        self.instalments.iter().take_while(move |line| line.due.is_some_and(|due| due <= day))
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
