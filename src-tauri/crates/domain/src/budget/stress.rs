//! What is left to live on, the loan counted, if something happens: four hypotheses, each by itself, in one order.
//!
//! The main wage falls by a tenth; 40 € a month more are spent; the most fragile income is lost; the first debt whose
//! last month is known is over. Each is read beside the benchmark of the rule (*Un coup de pouce pour le microcrédit
//! personnel*, l'évaluation du projet). Worked example (the Delmas household, 900,22 left for three, 250,00 asked):
//! a wage of 1 012,40 down to 911,16 leaves 266,33 each, 40,00 more a month 286,74, the alimony of 220,00 lost 226,74
//! and the credit of 45,00 over in February 2028 315,07; the benchmark is reached once income falls by 150,22, 7,5 %.

use rust_decimal::Decimal;
use rust_decimal::RoundingStrategy::{MidpointAwayFromZero, ToNegativeInfinity};
use rust_decimal::prelude::ToPrimitive;

use super::standing::needed;
use super::{AfterProject, Counted, ReckonedLine, Section};
use crate::calendar::YearMonth;
use crate::money::{AmountTooLarge, Euros};
use crate::settings::{BudgetEntry, BudgetRule, InstalmentCounted, Lists, RulePeriod};

/// What an unexpected expense takes a month, in cents.
const UNEXPECTED: i64 = 4_000;
/// A line of this kind makes a wage.
const WAGE: &str = "has_salary";
/// Income that another person pays.
const PAID_BY_ANOTHER: [&str; 2] = ["alimony_received", "compensatory_allowance"];

/// The four hypotheses, and the benchmark they are read beside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stress {
    /// The hypotheses, always four, in their order.
    pub lines: Vec<StressLine>,
    /// The benchmark; absent where the rule has none.
    pub benchmark: Option<Benchmark>,
}

/// One hypothesis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StressLine {
    /// What would happen.
    pub hypothesis: Hypothesis,
    /// What it leaves to each share a month; nothing where the budget has nothing it could happen to.
    pub each: Option<Euros>,
    /// How far above the benchmark that is; below zero when under it.
    pub apart: Option<Euros>,
}

/// What would happen; the line it happens to is absent where the budget has none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hypothesis {
    /// The main wage falls by a tenth.
    LowerWage(Option<Box<ReckonedLine>>),
    /// So much more is spent a month.
    Unexpected(Euros),
    /// The most fragile income is lost.
    Lost(Option<Box<ReckonedLine>>),
    /// These debts are over, from this month on.
    Eased(Option<(Vec<ReckonedLine>, YearMonth)>),
}

/// What the rule asks to be left, a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Benchmark {
    /// To each share.
    pub each: Euros,
    /// To the household.
    pub household: Euros,
    /// How far above it the budget is with the loan, for each share; below zero when under it.
    pub apart: Euros,
    /// How much income may fall before it is reached, and the same in percent of income; nothing when it is not kept.
    pub fall: Option<(Euros, Decimal)>,
}

/// Works out the hypotheses on a budget with its loan.
///
/// `first` and `last` are the months of the first and the last instalment, where they are known: a debt that is over
/// before or after them changes nothing while the loan runs. Errors: a sum beyond the limit of amounts.
pub fn stress(
    after: &AfterProject,
    rule: &BudgetRule,
    lists: &Lists,
    (first, last): (Option<YearMonth>, Option<YearMonth>),
) -> Result<Stress, AmountTooLarge> {
    let left = judged_left(after, rule);
    let benchmark = benchmark(after, rule)?;
    let with = |hypothesis, left: Option<Euros>| {
        let each = left.map(|left| after.budget.shares.one_of(left)).transpose()?;
        let apart = each.zip(benchmark).map(|(each, benchmark)| each.minus(benchmark.each)).transpose()?;
        Ok(StressLine { hypothesis, each, apart })
    };
    let wage = main_wage(after, lists);
    let tenth = wage.and_then(|line| line.per_month).map(|month| month.part(1, 10)).transpose()?.flatten();
    let unexpected = Euros::from_cents(UNEXPECTED)?;
    let fragile = fragile(after, lists, last);
    let lost = fragile.and_then(|line| line.per_month);
    let eased = first_over(after, (first, last));
    let freed = match &eased {
        Some((lines, _)) => Some(Euros::sum(lines.iter().filter_map(|line| line.per_month))?),
        None => None,
    };
    let less = |by: Option<Euros>| by.map(|by| left.minus(by)).transpose();
    let more = |by: Option<Euros>| by.map(|by| left.plus(by)).transpose();
    let lines = vec![
        with(Hypothesis::LowerWage(wage.cloned().map(Box::new)), less(tenth)?)?,
        with(Hypothesis::Unexpected(unexpected), less(Some(unexpected))?)?,
        with(Hypothesis::Lost(fragile.cloned().map(Box::new)), less(lost)?)?,
        with(Hypothesis::Eased(eased), more(freed)?)?,
    ];
    Ok(Stress { lines, benchmark })
}

/// What is left for the household, the loan counted where the rule counts it.
fn judged_left(after: &AfterProject, rule: &BudgetRule) -> Euros {
    match rule.instalment {
        InstalmentCounted::Included => after.left,
        InstalmentCounted::Excluded => after.budget.left,
    }
}

/// What the rule asks to be left a month, beside a budget with its loan; nothing without a threshold.
///
/// Errors: a sum beyond the limit of amounts.
pub fn benchmark(after: &AfterProject, rule: &BudgetRule) -> Result<Option<Benchmark>, AmountTooLarge> {
    let left = judged_left(after, rule);
    let (Some(threshold), Some(exact)) = (rule.threshold, needed(&after.budget, rule)) else { return Ok(None) };
    let each = match rule.period {
        RulePeriod::Month => threshold,
        RulePeriod::Day => threshold.part(365, 12)?.unwrap_or(threshold),
    };
    let household = cents(exact.round_dp_with_strategy(2, MidpointAwayFromZero))?;
    let margin = (Decimal::new(left.cents(), 2) - exact).round_dp_with_strategy(2, ToNegativeInfinity);
    let income = after.budget.section(Section::Income).map_or(Euros::ZERO, |section| section.total);
    let fall = if margin > Decimal::ZERO { Some(cents(margin)?) } else { None };
    let fall =
        fall.and_then(|fall| Some((fall, fall.percent_of(income)?.round_dp_with_strategy(1, MidpointAwayFromZero))));
    let apart = after.budget.shares.one_of(left)?.minus(each)?;
    Ok(Some(Benchmark { each, household, apart, fall }))
}

fn cents(amount: Decimal) -> Result<Euros, AmountTooLarge> {
    Euros::from_cents((amount * Decimal::ONE_HUNDRED).to_i64().ok_or(AmountTooLarge)?)
}

/// The counted lines of a section that are paid each month.
fn running(after: &AfterProject, section: Section) -> impl Iterator<Item = &ReckonedLine> {
    let lines = after.budget.section(section).into_iter().flat_map(|section| &section.lines);
    lines.filter(|line| line.counted == Counted::Yes && line.per_month.is_some_and(|month| month > Euros::ZERO))
}

/// The highest wage, the first of equal ones.
fn main_wage<'a>(after: &'a AfterProject, lists: &Lists) -> Option<&'a ReckonedLine> {
    let is_wage = |line: &&ReckonedLine| {
        entry_of(line, lists).is_some_and(|entry| entry.sets_facts.iter().any(|fact| fact == WAGE))
    };
    highest(running(after, Section::Income).filter(is_wage))
}

/// The income whose end is known to come first before the loan is over, else the highest of those that usually end or
/// that another person pays.
fn fragile<'a>(after: &'a AfterProject, lists: &Lists, last: Option<YearMonth>) -> Option<&'a ReckonedLine> {
    let before_the_end = |line: &ReckonedLine| line.line.ends.filter(|ends| last.is_none_or(|last| *ends < last));
    let dated = running(after, Section::Income).filter_map(|line| Some((before_the_end(line)?, line)));
    let first = dated.min_by_key(|(ends, _)| *ends).map(|(_, line)| line);
    let may_stop = |line: &&ReckonedLine| {
        let usually_ends = entry_of(line, lists).is_some_and(|entry| entry.usually_ends);
        line.line.ends.is_none() && (usually_ends || PAID_BY_ANOTHER.contains(&line.line.entry.as_str()))
    };
    first.or_else(|| highest(running(after, Section::Income).filter(may_stop)))
}

/// The debts that are over first while the loan runs, and the first month without them.
fn first_over(
    after: &AfterProject,
    (first, last): (Option<YearMonth>, Option<YearMonth>),
) -> Option<(Vec<ReckonedLine>, YearMonth)> {
    let next = |line: &ReckonedLine| {
        let ends = line.line.ends.filter(|ends| first.is_none_or(|first| *ends >= first))?;
        let day = ends.first_day().checked_add_months(chrono::Months::new(1))?;
        YearMonth::of(day).filter(|month| last.is_none_or(|last| *month <= last))
    };
    let month = running(after, Section::Debt).filter_map(next).min()?;
    let lines = running(after, Section::Debt).filter(|line| next(line) == Some(month));
    Some((lines.cloned().collect(), month))
}

fn entry_of<'l>(line: &ReckonedLine, lists: &'l Lists) -> Option<&'l BudgetEntry> {
    lists.budget_entries.get(&line.line.entry)
}

fn highest<'a>(lines: impl Iterator<Item = &'a ReckonedLine>) -> Option<&'a ReckonedLine> {
    lines.reduce(|best, line| if line.per_month > best.per_month { line } else { best })
}

#[cfg(test)]
mod tests;
