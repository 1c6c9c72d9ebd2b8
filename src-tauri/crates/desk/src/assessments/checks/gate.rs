//! What the checks stop: deciding to submit, signing, releasing the funds; and how a check that stops an act is said.

use chrono::NaiveDate;
use domain::dossier::Dossier;
use domain::eligibility::{CheckResult, CheckState, Eligible, GatedAct};
use domain::settings::Settings;

use crate::failure::Failure;

/// Refuses a decision to submit that the person or the purpose stops.
pub(crate) fn may_decide(dossier: &Dossier, settings: &Settings, on: NaiveDate) -> Result<(), Failure> {
    allowed(&dossier.checks(settings, on)?, GatedAct::Decide).map_err(|refused| refused.at("direction"))
}

/// Refuses a release of the funds that a check stops.
pub(crate) fn may_release(dossier: &Dossier, settings: &Settings, on: NaiveDate) -> Result<(), Failure> {
    allowed(&dossier.checks(settings, on)?, GatedAct::Release).map_err(|refused| refused.at("on"))
}

/// Refuses a signature that a check stops.
pub(crate) fn may_sign(dossier: &Dossier, settings: &Settings, on: NaiveDate) -> Result<(), Failure> {
    allowed(&dossier.checks(settings, on)?, GatedAct::Sign).map_err(|refused| refused.at("signed_on"))
}

fn allowed(eligible: &Eligible<'_>, act: GatedAct) -> Result<(), Failure> {
    eligible.stopping(act).map_or(Ok(()), |result| Err(stopped(result)))
}

/// A check in the way, in its own words: what is not met, or the rule that waits for an answer.
pub(crate) fn stopped(result: &CheckResult<'_>) -> Failure {
    let told = match result.state {
        CheckState::NotMet => result.sentence(),
        CheckState::ToVerify | CheckState::Met | CheckState::NotApplicable => result.check.rule.as_str(),
    };
    let refused = Failure::refused(told);
    match &result.check.remedy {
        Some(remedy) => refused.remedy(remedy),
        None => refused,
    }
}
