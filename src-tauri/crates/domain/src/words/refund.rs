//! The rule of a refund of interest, in the sentence every paper says it with.
//!
//! Worked example: all the interest, at the end, of a loan repaid without delay, is « Le CCAS rembourse la totalité des
//! intérêts payés à la fin du prêt, s’il est remboursé en totalité et sans retard (délibération n° 2026-018). »

use super::{capital, spaced};
use crate::settings::{RefundBase, RefundCondition, RefundMoment, RefundPolicy};

/// `Intérêts payés`, or `Intérêts prévus` of a refund made as the loan starts, when none is paid.
#[must_use]
pub fn refunded_interest(moment: RefundMoment) -> &'static str {
    match moment {
        RefundMoment::Start => "Intérêts prévus",
        RefundMoment::End => "Intérêts payés",
    }
}

/// What is given back: `la totalité des intérêts payés`, `des intérêts prévus` before any is paid.
#[must_use]
pub fn refund_share(policy: &RefundPolicy) -> String {
    let share = policy.share_percent;
    let interest = super::lowered(refunded_interest(policy.moment));
    match (policy.base, share) {
        (RefundBase::Interest, 100) => format!("la totalité des {interest}"),
        (RefundBase::Interest, 50) => format!("la moitié des {interest}"),
        (RefundBase::Interest, _) => format!("{share} % des {interest}"),
        (RefundBase::OneInstalment, 100) => "une mensualité".to_owned(),
        (RefundBase::OneInstalment, _) => format!("{share} % d’une mensualité"),
    }
}

/// What of the cost of a loan is given back, beside its figure: `rendu si tout est payé à l’heure`.
#[must_use]
pub fn refund_in_short(policy: Option<&RefundPolicy>) -> String {
    let Some(policy) = policy else { return "à la charge de la personne".to_owned() };
    let share = match (policy.base, policy.share_percent) {
        (RefundBase::Interest, 100) => "rendu".to_owned(),
        (RefundBase::Interest, share) => format!("rendu à {share} %"),
        (RefundBase::OneInstalment, _) => format!("{} rendue", refund_share(policy)),
    };
    let condition = match policy.condition {
        RefundCondition::None => "",
        RefundCondition::FullyRepaid => " si tout est payé",
        RefundCondition::FullyRepaidNoLateInstalment => " si tout est payé à l’heure",
        RefundCondition::NoMajorIncident => " sauf incident majeur",
    };
    spaced(&format!("{share}{condition}"))
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
    spaced(&match policy.moment {
        RefundMoment::Start => {
            format!("{} rembourse, {moment}, {}{condition}{ground}.", capital(payer), refund_share(policy))
        }
        RefundMoment::End => {
            format!("{} rembourse {} {moment}{condition}{ground}.", capital(payer), refund_share(policy))
        }
    })
}
