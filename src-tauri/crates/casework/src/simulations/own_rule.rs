//! A lender's own rule for the budget, applied to its own offer.
//!
//! 300,07 € a person a month is 9,87 € a day: a lender that asks for 10,00 € a day and a person finds it short.

use domain::budget::{AfterProject, Standing, standing};
use domain::dossier::Dossier;
use domain::money::Euros;
use domain::settings::{LenderAt, RulePeriod, Settings};

use app::failure::Failure;

/// The budget with an offer, by the rule of the lender that makes it.
pub struct OwnRule {
    /// The budget once the project is done.
    pub after: AfterProject,
    /// The period of the rule.
    pub(crate) period: RulePeriod,
    /// Where it stands beside the threshold, where there is one.
    pub(crate) standing: Option<Standing>,
}

impl OwnRule {
    /// Reads the budget by the rule of a lender; nothing where it states none, or without a budget.
    pub fn of(
        dossier: &Dossier,
        settings: &Settings,
        lender: LenderAt<'_>,
        instalment: Euros,
    ) -> Result<Option<Self>, Failure> {
        let Some(rule) = lender.agreement.and_then(|dated| dated.value.budget.as_ref()) else { return Ok(None) };
        let Some(after) = dossier.after_project_by(settings, lender.key, instalment)? else { return Ok(None) };
        let standing = standing(&after, rule)?;
        Ok(Some(Self { after, period: rule.period, standing }))
    }

    /// What is left to live on that the rule looks at, of its period.
    pub fn judged(&self) -> Euros {
        let with_the_loan = match self.period {
            RulePeriod::Month => self.after.reste_a_vivre,
            RulePeriod::Day => self.after.per_day,
        };
        self.standing.map_or(with_the_loan, |standing| standing.judged)
    }
}
