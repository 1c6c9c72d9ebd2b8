//! A lender's own rule for the budget, applied to its own offer.
//!
//! 300,07 € a person a month is 9,87 € a day: a lender that asks for 10,00 € a day and a person finds it short.

use domain::budget::{Standing, standing};
use domain::dossier::Dossier;
use domain::money::Euros;
use domain::settings::{RulePeriod, Settings};
use domain::words::spaced;

use super::offered::{LoanOffered, Offered};
use crate::failure::Failure;

/// What is left to live on with an offer, by the rule of the lender that makes it.
pub(crate) struct OwnRule {
    /// Of the period of the rule.
    pub(crate) reste_a_vivre: Euros,
    /// The period of the rule.
    pub(crate) period: RulePeriod,
    /// Where it stands beside the threshold, where there is one.
    pub(crate) standing: Option<Standing>,
}

impl OwnRule {
    /// Reads the budget by the rule of the lender; nothing where it states none, or without a budget.
    pub(crate) fn of(
        dossier: &Dossier,
        settings: &Settings,
        one: &Offered<'_>,
        loan: &LoanOffered,
    ) -> Result<Option<Self>, Failure> {
        let Some(rule) = one.agreement().and_then(|agreement| agreement.budget.as_ref()) else { return Ok(None) };
        let after = dossier.after_project_by(settings, one.lender.key, loan.instalment)?;
        let Some(after) = after else { return Ok(None) };
        let reste_a_vivre = match rule.period {
            RulePeriod::Month => after.reste_a_vivre,
            RulePeriod::Day => after.per_day,
        };
        Ok(Some(Self { reste_a_vivre, period: rule.period, standing: standing(&after, rule)? }))
    }

    /// `9,87 € par jour`.
    pub(super) fn amount(&self) -> String {
        spaced(&format!("{} {}", self.reste_a_vivre, per(self.period)))
    }

    /// `demande 10,00 € par jour : insuffisant`; empty without a threshold.
    pub(super) fn told(&self) -> String {
        let Some(standing) = &self.standing else { return String::new() };
        let found = if standing.apart.is_negative() { "insuffisant" } else { "convient" };
        spaced(&format!("demande {} {} : {found}", standing.threshold, per(standing.period)))
    }

    /// Whether the threshold is reached; nothing without one.
    pub(super) fn is_reached(&self) -> Option<bool> {
        self.standing.as_ref().map(|standing| !standing.apart.is_negative())
    }
}

fn per(period: RulePeriod) -> &'static str {
    match period {
        RulePeriod::Month => "par mois",
        RulePeriod::Day => "par jour",
    }
}
