//! Whether a lender would make the loan asked for, why not, and the least change that would make it possible.
//!
//! A lender says no where its agreement does not allow what is asked, or where its own rule for the budget finds that
//! too little is left to live on. Worked example: 9,87 € a day where 10,00 € are asked for is a no; the same lender says
//! yes once 100 € less are borrowed, if 10,01 € a day are left then.

use crate::budget::Standing;
use crate::money::Euros;
use crate::settings::LimitPassed;

/// Whether a lender would make the loan asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LenderFinding {
    /// It would; how its own rule for the budget stands, where it has one.
    Possible(Option<Standing>),
    /// It would not, for each of these; at least one.
    Refused(Vec<Hindrance>),
    /// The loan is not worked out: its amount, its months or its rate is not known.
    Unknown,
}

/// What keeps a lender from making a loan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hindrance {
    /// A limit of the product, of the agreement or of the law.
    Limit(LimitPassed),
    /// Months that do not repay, of which the agreement says nothing.
    Unstated,
    /// Too little left to live on by the lender's own rule.
    Threshold(Standing),
}

/// What is known of a loan that a lender is asked for.
#[derive(Clone, Copy, Debug, Default)]
pub struct LoanFacts<'l> {
    /// The limits it passes.
    pub passed: &'l [LimitPassed],
    /// Whether it asks for months that do not repay, of which the agreement says nothing.
    pub is_unstated: bool,
    /// Whether its schedule is known.
    pub is_worked_out: bool,
    /// Where the budget with it stands by the lender's own rule.
    pub own: Option<Standing>,
}

impl LenderFinding {
    /// What a lender would say: every reason against, and nothing found while the loan is not worked out.
    #[must_use]
    pub fn of(facts: LoanFacts<'_>) -> Self {
        let limits = facts.passed.iter().copied().map(Hindrance::Limit);
        let unstated = facts.is_unstated.then_some(Hindrance::Unstated);
        let short = facts.own.filter(|own| own.apart.is_negative()).map(Hindrance::Threshold);
        let against: Vec<Hindrance> = limits.chain(unstated).chain(short).collect();
        if !against.is_empty() {
            return Self::Refused(against);
        }
        if facts.is_worked_out { Self::Possible(facts.own) } else { Self::Unknown }
    }

    /// Whether nothing stands against the loan.
    #[must_use]
    pub fn is_possible(&self) -> bool {
        matches!(self, Self::Possible(_))
    }

    /// Where an offer stands among others: possible first, then the cheapest, what is not worked out last.
    #[must_use]
    pub fn rank(&self, cost: Option<Euros>) -> (bool, i64) {
        (!self.is_possible(), cost.map_or(i64::MAX, Euros::cents))
    }
}

/// A sum over months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LoanTried {
    /// The sum.
    pub amount: Euros,
    /// The months.
    pub months: u32,
}

/// A change that would make a loan possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WayOut {
    /// The same sum over these months.
    Months(u32),
    /// So much less, over the same months.
    Less(Euros),
}

/// How far apart the months tried stand.
const STEP: u32 = 6;

/// The longest loan tried, in months.
const LONGEST: u32 = 84;

/// How far apart the sums tried stand, in cents.
const HUNDRED: i64 = 10_000;

/// The months nearest to those asked for that a lender accepts, by half years; then the least it asks to take off the
/// sum, by hundreds of euros. Neither is found where neither would do.
pub fn ways_out<E>(asked: LoanTried, mut accepts: impl FnMut(LoanTried) -> Result<bool, E>) -> Result<Vec<WayOut>, E> {
    let mut found = Vec::new();
    let mut months: Vec<u32> = (STEP..=LONGEST).step_by(6).filter(|months| *months != asked.months).collect();
    months.sort_by_key(|months| months.abs_diff(asked.months));
    for months in months {
        if accepts(LoanTried { months, ..asked })? {
            found.push(WayOut::Months(months));
            break;
        }
    }
    let Ok(hundred) = Euros::from_cents(HUNDRED) else { return Ok(found) };
    let mut less = hundred;
    while let Some(amount) = asked.amount.minus(less).ok().filter(|amount| *amount > Euros::ZERO) {
        if accepts(LoanTried { amount, ..asked })? {
            found.push(WayOut::Less(less));
            break;
        }
        let Ok(more) = less.plus(hundred) else { break };
        less = more;
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::{LimitOwner, RulePeriod};

    fn standing(judged: i64, threshold: i64) -> Standing {
        let euros = |cents| Euros::from_cents(cents).unwrap();
        Standing {
            judged: euros(judged),
            threshold: euros(threshold),
            apart: euros(judged).minus(euros(threshold)).unwrap(),
            period: RulePeriod::Day,
        }
    }

    const TOO_LONG: LimitPassed = LimitPassed::MonthsOver { owner: LimitOwner::Agreement, most: 30, exceptional: None };

    #[test]
    fn a_lender_whose_own_threshold_is_not_reached_says_no_with_both_terms() {
        let facts = LoanFacts { is_worked_out: true, own: Some(standing(987, 1_000)), ..LoanFacts::default() };
        assert_eq!(LenderFinding::of(facts), LenderFinding::Refused(vec![Hindrance::Threshold(standing(987, 1_000))]));
        let reached = LoanFacts { own: Some(standing(1_000, 1_000)), ..facts };
        assert!(LenderFinding::of(reached).is_possible());
    }

    #[test]
    fn every_reason_against_a_loan_is_said() {
        let facts =
            LoanFacts { passed: &[TOO_LONG], is_unstated: true, is_worked_out: true, own: Some(standing(987, 1_000)) };
        let LenderFinding::Refused(against) = LenderFinding::of(facts) else { panic!("three reasons against") };
        assert_eq!(against.len(), 3);
    }

    #[test]
    fn a_loan_without_a_rate_is_neither_possible_nor_refused() {
        assert_eq!(LenderFinding::of(LoanFacts::default()), LenderFinding::Unknown);
    }

    #[test]
    fn what_is_possible_stands_first_then_the_cheapest() {
        let cost = |cents| Some(Euros::from_cents(cents).unwrap());
        let refused = LenderFinding::Refused(vec![Hindrance::Unstated]);
        let mut ranks =
            [refused.rank(cost(100)), LenderFinding::Possible(None).rank(cost(300)), LenderFinding::Unknown.rank(None)];
        ranks.sort_unstable();
        assert_eq!(ranks, [(false, 300), (true, 100), (true, i64::MAX)]);
    }

    #[test]
    fn the_nearest_change_that_makes_it_possible_is_found() {
        let asked = LoanTried { amount: Euros::from_cents(240_000).unwrap(), months: 36 };
        let within = |loan: LoanTried| Ok::<_, ()>(loan.months <= 30 || loan.amount.cents() <= 215_000);
        let less = Euros::from_cents(30_000).unwrap();
        assert_eq!(ways_out(asked, within).unwrap(), [WayOut::Months(30), WayOut::Less(less)]);
        assert_eq!(ways_out(asked, |_| Ok::<_, ()>(false)).unwrap(), [], "nothing is made up");
    }
}
