//! The loan for a few durations, side by side.

use domain::dossier::{Dossier, LoanRefused, TermsOrigin, monthly};
use domain::loan::{RepaymentSchedule, schedule};
use domain::settings::{RulesAt, Settings};
use domain::words::counted;
use serde::Serialize;
use ts_rs::TS;

use app::failure::Failure;
use app::shapes::Money;

/// How far apart the durations stand, in months.
const STEP: u32 = 6;

/// How much shorter than the one asked for the first may be, in months.
const BEFORE: u32 = 12;

/// A duration: what is paid a month, what it costs, what is left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct DurationTried {
    /// In months.
    pub months: u32,
    /// `36 mois`.
    pub label: String,
    /// What is paid a month.
    pub instalment: Money,
    /// What it costs in all.
    pub cost: Money,
    /// What is left to live on with it, a share a month; absent without a budget.
    pub reste_a_vivre: Option<Money>,
    /// Whether it is the one shown.
    pub is_shown: bool,
    /// Whether it is that of the simulation, which papers print.
    pub is_kept: bool,
}

/// The duration asked for and up to two beside it that the product and the lender allow, the shortest first; none once
/// the bank has decided, nor before a duration is asked for.
pub(super) fn durations(
    dossier: &Dossier,
    asked: Option<u32>,
    settings: &Settings,
    rules: &RulesAt<'_>,
) -> Result<Vec<DurationTried>, Failure> {
    let Some(asked) = asked.filter(|_| dossier.terms_origin() == TermsOrigin::Simulated) else { return Ok(Vec::new()) };
    let shown = dossier.simulation.months;
    let mut found = Vec::new();
    for months in (0..=4).map(|step| asked.saturating_add(STEP.saturating_mul(step)).saturating_sub(BEFORE)) {
        let mut tried = dossier.clone();
        tried.simulation.months = Some(months);
        let is_allowed =
            months == asked || (months >= STEP && tried.limits_passed(&tried.simulation, rules)?.is_empty());
        if let Ok(loan) = worked_out(&tried, rules)
            && is_allowed
        {
            let instalment = monthly(&loan)?;
            found.push(DurationTried {
                months,
                label: counted(months, "mois", "mois"),
                instalment: instalment.into(),
                cost: loan.total_cost.into(),
                reste_a_vivre: tried.after_project(settings, instalment)?.map(|after| after.reste_a_vivre.into()),
                is_shown: Some(months) == shown,
                is_kept: months == asked,
            });
        }
    }
    let at = found.iter().position(|one| one.months == asked).unwrap_or_default();
    let start = at.saturating_sub(1).min(found.len().saturating_sub(3));
    Ok(found.into_iter().skip(start).take(3).collect())
}

/// The loan of a dossier as its terms stand.
pub(super) fn worked_out(dossier: &Dossier, rules: &RulesAt<'_>) -> Result<RepaymentSchedule, LoanRefused> {
    Ok(schedule(&dossier.loan_terms(rules)?)?)
}
