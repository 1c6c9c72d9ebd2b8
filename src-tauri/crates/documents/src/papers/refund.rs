//! The refund of interest in words, as a resolution of the board fixes it.
//!
//! Worked example: 2 400 € at 4 % over 36 months is 150,87 of interest; refunded in full at the end, « la totalité des
//! intérêts payés, soit au plus 150,87 € »; by half, 75,44.

use domain::loan::{RepaymentSchedule, refundable};
use domain::money::AmountTooLarge;
use domain::settings::{RefundBase, RefundCondition, RefundMoment, RefundPolicy};

use domain::words::{capital, refund_share};

use super::wording::{plain, strong};
use crate::page::Span;

/// What the office refunds of a loan repaid as planned, when and by whom, in a sentence for the person.
///
/// Refuses a sum beyond the limit.
pub fn promised(schedule: &RepaymentSchedule, policy: &RefundPolicy) -> Result<String, AmountTooLarge> {
    let payer = if policy.payer.is_empty() { "le CCAS" } else { policy.payer.as_str() };
    let (before, after) = around(policy, (payer, &capital(payer)));
    Ok(format!("{before}{}{after}", refundable(schedule, policy)?))
}

/// When, by whom and how much.
pub(super) fn promise(policy: &RefundPolicy, payer: (&str, &str), ceiling: String) -> Vec<Span> {
    let (before, after) = around(policy, payer);
    vec![plain(before), strong(ceiling), plain(after)]
}

/// What is said before the sum, and after it.
fn around(policy: &RefundPolicy, (payer, capital): (&str, &str)) -> (String, &'static str) {
    if policy.moment == RefundMoment::Start {
        return (format!("{capital} vous verse "), " dans le mois du versement du prêt.");
    }
    let when = match policy.condition {
        RefundCondition::None => "À la fin du prêt,",
        RefundCondition::FullyRepaid => "Quand vous aurez remboursé tout le prêt,",
        RefundCondition::FullyRepaidNoLateInstalment => "Si vous remboursez tout le prêt aux dates prévues,",
        RefundCondition::NoMajorIncident => "Si vous remboursez le prêt sans incident qui ait conduit à y mettre fin,",
    };
    let limit = match policy.base {
        RefundBase::Interest => "soit au plus",
        RefundBase::OneInstalment => "soit",
    };
    (format!("{when} {payer} vous rembourse {}, {limit} ", refund_share(policy)), ".")
}
