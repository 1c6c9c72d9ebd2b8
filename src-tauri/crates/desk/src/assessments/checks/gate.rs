//! What the checks stop: deciding to submit, sending, signing.

use chrono::NaiveDate;
use domain::dossier::{Dossier, Submission};
use domain::eligibility::{CheckState, Eligible, GatedAct};
use domain::settings::Settings;

use crate::failure::Failure;

/// Refuses a decision to submit that the person or the purpose stops.
pub(crate) fn may_decide(dossier: &Dossier, settings: &Settings, on: NaiveDate) -> Result<(), Failure> {
    allowed(&dossier.checks(settings, on)?, GatedAct::Decide).map_err(|refused| refused.at("direction"))
}

/// Refuses a sending that a check stops.
pub(crate) fn may_submit(dossier: &Dossier, settings: &Settings, submission: &Submission) -> Result<(), Failure> {
    let eligible = dossier.checks_of_sending(settings, submission)?;
    allowed(&eligible, GatedAct::Submit).map_err(|refused| refused.at("lender"))
}

/// Refuses a signature that a check stops.
pub(crate) fn may_sign(dossier: &Dossier, settings: &Settings, on: NaiveDate) -> Result<(), Failure> {
    allowed(&dossier.checks(settings, on)?, GatedAct::Sign).map_err(|refused| refused.at("signed_on"))
}

/// The first check in the way, in its own words: what is not met, or the rule that waits for an answer.
fn allowed(eligible: &Eligible<'_>, act: GatedAct) -> Result<(), Failure> {
    let Some(result) = eligible.stopping(act) else { return Ok(()) };
    let told = match result.state {
        CheckState::NotMet => result.sentence(),
        CheckState::ToVerify | CheckState::Met | CheckState::NotApplicable => result.check.rule.as_str(),
    };
    let refused = Failure::refused(told);
    Err(match &result.check.remedy {
        Some(remedy) => refused.remedy(remedy),
        None => refused,
    })
}
