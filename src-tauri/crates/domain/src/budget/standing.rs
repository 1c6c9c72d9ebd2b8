//! Where a budget stands beside what a rule asks: threshold, debt ratio, income, repayment capacity.
//!
//! Nothing is asked that the rule does not state, and nothing here decides. The repayment capacity is the instalment
//! that would bring the reste à vivre after the project down to the threshold: floored to the cent, never below
//! zero, not worked out without a threshold. Worked example (the Delmas household): 971,08 − 3 × 250,00 = 221,08.
//! A threshold a day is one of × 365 ÷ 12 a month: 10,00 a day for three is 912,50.

use rust_decimal::Decimal;
use rust_decimal::RoundingStrategy::ToNegativeInfinity;
use rust_decimal::prelude::ToPrimitive;

use super::{AfterProject, DebtRatio, HouseholdBudget, Section};
use crate::money::{AmountTooLarge, Euros};
use crate::settings::{BudgetRule, InstalmentCounted, RulePeriod};

/// A reste à vivre beside the threshold of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The reste à vivre the rule looks at: of its period, the loan counted or not.
    pub judged: Euros,
    /// The threshold, of the same period.
    pub threshold: Euros,
    /// How far above it; below zero when under it.
    pub apart: Euros,
    /// The period of all three.
    pub period: RulePeriod,
}

/// Where the reste à vivre once the project is done stands beside the rule's threshold; nothing without one.
pub fn standing(after: &AfterProject, rule: &BudgetRule) -> Result<Option<Standing>, AmountTooLarge> {
    let Some(threshold) = rule.threshold else { return Ok(None) };
    let judged = match (rule.instalment, rule.period) {
        (InstalmentCounted::Included, RulePeriod::Month) => after.reste_a_vivre,
        (InstalmentCounted::Included, RulePeriod::Day) => after.per_day,
        (InstalmentCounted::Excluded, RulePeriod::Month) => after.budget.reste_a_vivre,
        (InstalmentCounted::Excluded, RulePeriod::Day) => after.budget.per_day,
    };
    Ok(Some(Standing { judged, threshold, apart: judged.minus(threshold)?, period: rule.period }))
}

/// The instalment that would bring the reste à vivre after the project down to the rule's threshold; nothing
/// without one.
pub fn repayment_capacity(after: &AfterProject, rule: &BudgetRule) -> Result<Option<Euros>, AmountTooLarge> {
    let Some(needed) = needed(&after.budget, rule) else { return Ok(None) };
    let left = after.budget.left.minus(after.account)?;
    let exact = Decimal::new(left.cents(), 2) - needed;
    let floored = exact.round_dp_with_strategy(2, ToNegativeInfinity).max(Decimal::ZERO);
    let cents = (floored * Decimal::ONE_HUNDRED).to_i64().ok_or(AmountTooLarge)?;
    Euros::from_cents(cents).map(Some)
}

/// What the household needs a month for its threshold, exactly.
pub(super) fn needed(budget: &HouseholdBudget, rule: &BudgetRule) -> Option<Decimal> {
    let shared = Decimal::new(rule.threshold?.cents(), 2) * budget.shares.exact();
    Some(match rule.period {
        RulePeriod::Month => shared,
        RulePeriod::Day => shared * Decimal::from(365) / Decimal::from(12),
    })
}

/// Whether a debt ratio is within the rule's; nothing when the rule has none.
#[must_use]
pub fn is_within_ratio(ratio: &DebtRatio, rule: &BudgetRule) -> Option<bool> {
    rule.debt_ratio_max.map(|most| ratio.percent <= most.percent())
}

/// The income of a household a month, and the most a rule allows it; nothing when the rule has no ceiling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IncomeAllowed {
    /// What it has.
    pub income: Euros,
    /// The most it may have.
    pub most: Euros,
}

impl IncomeAllowed {
    /// Whether the income is within: the ceiling itself is.
    #[must_use]
    pub fn is_within(&self) -> bool {
        self.income <= self.most
    }
}

/// The income of a household beside the lowest of the ceilings a rule states: one for so many persons, one for each share.
///
/// Worked example: 1 400 € for one person, 2 100 € for two, 2 520 € for three, 420 € for each more; five persons may have
/// 2 520 + 2 × 420 = 3 360 €. A quotient of 700 € allows 1 750 € to two shares and a half.
pub fn income_allowed(budget: &HouseholdBudget, rule: &BudgetRule) -> Result<Option<IncomeAllowed>, AmountTooLarge> {
    let income = budget.section(Section::Income).map_or(Euros::ZERO, |section| section.total);
    let quotient = rule.income_quotient.map(|each| budget.shares.times(each)).transpose()?;
    let most = by_persons(budget.shares.persons(), rule)?.into_iter().chain(quotient).min();
    Ok(most.map(|most| IncomeAllowed { income, most }))
}

fn by_persons(persons: usize, rule: &BudgetRule) -> Result<Option<Euros>, AmountTooLarge> {
    let Some(one) = rule.income_ceiling else { return Ok(None) };
    let stated = [&[one], rule.income_by_persons.as_slice()].concat();
    let beyond = persons.saturating_sub(stated.len());
    let known = stated.get(persons.saturating_sub(1)).or(stated.last()).copied().unwrap_or(one);
    let more = rule
        .income_each_more
        .map(|each| each.part(u32::try_from(beyond).unwrap_or(u32::MAX), 1))
        .transpose()?
        .flatten();
    more.map_or(Ok(Some(known)), |more| known.plus(more).map(Some))
}
