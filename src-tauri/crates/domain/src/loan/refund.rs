//! What the office may refund of a loan, by its policy.
//!
//! *Bien vivre, dépasser le cadre du microcrédit classique*, le remboursement des intérêts: a share of the interest,
//! or of one instalment. All the interest of 2 400 € at 4 % over 36 months is 150,87.

use super::RepaymentSchedule;
use crate::money::{AmountTooLarge, Euros};
use crate::settings::{RefundBase, RefundPolicy};

/// What a policy refunds of a loan repaid as planned, half up.
pub fn refundable(schedule: &RepaymentSchedule, policy: &RefundPolicy) -> Result<Euros, AmountTooLarge> {
    Ok(base(schedule, policy).part(policy.share_percent, 100)?.unwrap_or_default())
}

/// What a policy refunds a share of.
pub(super) fn base(schedule: &RepaymentSchedule, policy: &RefundPolicy) -> Euros {
    match policy.base {
        RefundBase::Interest => schedule.total_interest,
        RefundBase::OneInstalment => schedule.instalment(),
    }
}
