//! The rule of a refund of interest, in the sentence every paper says it with.
//!
//! Worked example: all the interest, at the end, of a loan repaid without delay, is « Le CCAS rembourse la totalité des
//! intérêts payés à la fin du prêt, s’il est remboursé en totalité et sans retard (délibération n° 2026-018). »

use super::{capital, spaced};
use crate::settings::{RefundBase, RefundCondition, RefundMoment, RefundPolicy};

/// What is given back: `la totalité des intérêts payés`.
#[must_use]
pub fn refund_share(policy: &RefundPolicy) -> String {
    let share = policy.share_percent;
    match (policy.base, share) {
        (RefundBase::Interest, 100) => "la totalité des intérêts payés".to_owned(),
        (RefundBase::Interest, 50) => "la moitié des intérêts payés".to_owned(),
        (RefundBase::Interest, _) => format!("{share} % des intérêts payés"),
        (RefundBase::OneInstalment, 100) => "une mensualité".to_owned(),
        (RefundBase::OneInstalment, _) => format!("{share} % d’une mensualité"),
    }
}

/// The whole rule, with the resolution that grounds it when it names one.
#[must_use]
pub fn refund_rule(policy: &RefundPolicy) -> String {
    let payer = if policy.payer.is_empty() { "le CCAS" } else { policy.payer.as_str() };
    let moment = match policy.moment {
        RefundMoment::Start => "au début du prêt",
        RefundMoment::End => "à la fin du prêt",
    };
    let condition = match policy.condition {
        RefundCondition::None => "",
        RefundCondition::FullyRepaid => ", s’il est remboursé en totalité",
        RefundCondition::FullyRepaidNoLateInstalment => ", s’il est remboursé en totalité et sans retard",
        RefundCondition::NoMajorIncident => ", sauf incident majeur",
    };
    let ground = match policy.resolution.as_str() {
        "" => String::new(),
        resolution => format!(" ({resolution})"),
    };
    spaced(&format!("{} rembourse {} {moment}{condition}{ground}.", capital(payer), refund_share(policy)))
}
