//! The budget month by month while a loan runs: what stops, what the loan takes, the lowest month.
//!
//! Every month has the lines of the budget once the project is done, less those whose last month is behind, then
//! what falls due that month: less while only interest is paid, the cents of the last instalment. What is paid by
//! the year stays spread over its months; what comes once is left out.
//!
//! Worked example (the Vauclerc household): 770,06 a month for three is 256,69; the revolving credit of 58,00 ends
//! in March 2027, so from April on it is 828,06 and 276,02.

use chrono::{Months, NaiveDate};

use rust_decimal::Decimal;

use super::standing::needed;
use super::{AfterProject, Counted, HouseholdBudget, ReckonedLine, Section};
use crate::calendar::YearMonth;
use crate::loan::RepaymentSchedule;
use crate::money::{AmountTooLarge, Euros};
use crate::settings::{BudgetRule, InstalmentCounted};
use crate::words::spaced;

/// One month of a projection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProjectedMonth {
    /// The month.
    pub month: YearMonth,
    /// What comes in.
    pub income: Euros,
    /// Committed expenses, and running ones the rule counts.
    pub expenses: Euros,
    /// Debts, credits and arrears.
    pub debts: Euros,
    /// What falls due of the loan, insurance included.
    pub instalment: Euros,
    /// The account the lender asks for.
    pub account: Euros,
    /// What is left for the household.
    pub left: Euros,
    /// What is left for each share.
    pub reste_a_vivre: Euros,
    /// The lines whose last month was the one before, each with its detail: `Crédit renouvelable (Finexo)`.
    pub ended: Vec<String>,
}

/// A budget month by month while a loan runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Projection {
    /// Its months, the first one first.
    pub months: Vec<ProjectedMonth>,
}

/// Projects a budget over the instalments of a loan.
///
/// `after` is the budget once the project is done; what ends from the month `from` on is told. Without dates the
/// first instalment falls in the month after it. Refuses sums beyond the limit of amounts.
pub fn project(
    after: &AfterProject,
    schedule: &RepaymentSchedule,
    from: YearMonth,
) -> Result<Projection, AmountTooLarge> {
    let mut months: Vec<ProjectedMonth> = Vec::with_capacity(schedule.instalments.len());
    for line in &schedule.instalments {
        let Some(month) = month_of(line.due, from, line.number) else { break };
        let since = months.last().map_or(from, |before| before.month);
        months.push(projected(after, month, since, line.total)?);
    }
    Ok(Projection { months })
}

/// The same from a budget's own day on, or the day the funds are released when it is later; nothing beyond the calendar.
pub fn project_since(
    after: &AfterProject,
    schedule: &RepaymentSchedule,
    established_on: NaiveDate,
) -> Result<Option<Projection>, AmountTooLarge> {
    let released = schedule.terms.dates.map_or(established_on, |dates| dates.disbursed_on);
    let from = YearMonth::of(established_on.max(released));
    from.map(|from| project(after, schedule, from)).transpose()
}

/// The least by which a month is told apart from the others, in cents: one euro.
const WORTH_TELLING: i64 = 100;

impl Projection {
    /// Its lowest month, when it leaves less than the ordinary months and less than nothing, or than a rule asks for.
    ///
    /// The few cents more of a last instalment are not a month to speak of.
    pub fn too_low(&self, after: &AfterProject, rule: &BudgetRule) -> Result<Option<&ProjectedMonth>, AmountTooLarge> {
        let Some(lowest) = self.lowest() else { return Ok(None) };
        let judged = match rule.instalment {
            InstalmentCounted::Included => lowest.left,
            InstalmentCounted::Excluded => lowest.left.plus(lowest.instalment)?,
        };
        let under = needed(&after.budget, rule).is_some_and(|needed| Decimal::new(judged.cents(), 2) < needed);
        let lower = after.left.minus(lowest.left)?.cents() >= WORTH_TELLING;
        Ok((lower && (under || lowest.left.is_negative())).then_some(lowest))
    }

    /// The month with the least to live on, the first of them.
    #[must_use]
    pub fn lowest(&self) -> Option<&ProjectedMonth> {
        self.months.iter().min_by_key(|month| (month.reste_a_vivre, month.month))
    }

    /// The months in which a line has just ended, in their order.
    pub fn turns(&self) -> impl Iterator<Item = &ProjectedMonth> {
        self.months.iter().filter(|month| !month.ended.is_empty())
    }
}

impl ProjectedMonth {
    /// What the loan takes of what comes in, in percent with two decimals; nothing without income.
    #[must_use]
    pub fn share_of_income(&self) -> Option<Decimal> {
        self.instalment.percent_of(self.income)
    }
}

fn month_of(due: Option<NaiveDate>, from: YearMonth, number: u32) -> Option<YearMonth> {
    let day = match due {
        Some(due) => due,
        None => from.first_day().checked_add_months(Months::new(number))?,
    };
    YearMonth::of(day)
}

/// One month; what ended from `since` on and before it is told.
fn projected(
    after: &AfterProject,
    month: YearMonth,
    since: YearMonth,
    instalment: Euros,
) -> Result<ProjectedMonth, AmountTooLarge> {
    let total = |section| Euros::sum(running(&after.budget, section, month).filter_map(|line| line.per_month));
    let income = total(Section::Income)?;
    let expenses = total(Section::FixedExpense)?.plus(total(Section::RunningExpense)?)?;
    let debts = total(Section::Debt)?;
    let left = income.minus(expenses)?.minus(debts)?.minus(instalment)?.minus(after.account)?;
    let just_ended = |line: &&ReckonedLine| line.line.ends.is_some_and(|last| since <= last && last < month);
    let ended = counted(&after.budget).filter(just_ended).map(told).collect();
    Ok(ProjectedMonth {
        month,
        income,
        expenses,
        debts,
        instalment,
        account: after.account,
        left,
        reste_a_vivre: after.budget.shares.one_of(left)?,
        ended,
    })
}

/// What a line is, without what is left of it, which is nothing.
fn told(line: &ReckonedLine) -> String {
    let detail = spaced(line.line.detail.as_str());
    if detail.is_empty() { line.name.clone() } else { format!("{} ({detail})", line.name) }
}

fn counted(budget: &HouseholdBudget) -> impl Iterator<Item = &ReckonedLine> {
    let lines = budget.sections.iter().flat_map(|section| &section.lines);
    lines.filter(|line| line.counted == Counted::Yes && line.per_month.is_some_and(|month| !month.is_zero()))
}

/// The counted lines of a section that are still paid in a month.
fn running(budget: &HouseholdBudget, section: Section, month: YearMonth) -> impl Iterator<Item = &ReckonedLine> {
    let lines = budget.section(section).into_iter().flat_map(|section| &section.lines);
    lines.filter(move |line| line.counted == Counted::Yes && line.line.ends.is_none_or(|last| month <= last))
}
