//! What the office would refund of a loan, and what the loan would then cost.

use domain::loan::{RepaymentSchedule, refundable};
use domain::money::Euros;
use domain::settings::RefundPolicy;

use app::failure::Failure;

/// What the office would refund once every condition is met.
pub(super) struct Refunded {
    /// The sum.
    pub(super) sum: Euros,
    /// What is left of the cost.
    pub(super) left: Euros,
}

impl Refunded {
    /// What a policy refunds of a loan repaid as planned.
    pub(crate) fn of(schedule: &RepaymentSchedule, policy: &RefundPolicy) -> Result<Self, Failure> {
        let sum = refundable(schedule, policy)?;
        Ok(Self { sum, left: schedule.total_cost.minus(sum)? })
    }
}
