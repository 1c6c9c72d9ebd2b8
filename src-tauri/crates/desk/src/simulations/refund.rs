//! What the office would refund of a loan, by the resolution of its board in force.

use domain::loan::RepaymentSchedule;
use domain::money::Euros;
use domain::settings::{RefundBase, RulesAt};

use crate::failure::Failure;

/// What the office would refund, and what the loan would then cost.
pub(crate) struct Refunded {
    /// The sum.
    pub(crate) sum: Euros,
    /// What is left of the cost.
    pub(crate) left: Euros,
}

/// What the office would refund once every condition is met; nothing without a policy.
pub(crate) fn refunded(schedule: &RepaymentSchedule, rules: &RulesAt<'_>) -> Result<Option<Refunded>, Failure> {
    let Some(policy) = &rules.office.refund else { return Ok(None) };
    let base = match policy.base {
        RefundBase::Interest => schedule.total_interest,
        RefundBase::OneInstalment => schedule.instalment(),
    };
    let sum = base.part(policy.share_percent, 100)?.unwrap_or(base);
    Ok(Some(Refunded { sum, left: schedule.total_cost.minus(sum)? }))
}
