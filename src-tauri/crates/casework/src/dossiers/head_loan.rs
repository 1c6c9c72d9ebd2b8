//! The loan as the header of a dossier shows it, once it can be worked out.

use domain::dossier::{Dossier, RunningLoan, monthly};
use domain::loan::RepaymentSchedule;
use domain::settings::Settings;
use domain::words::counted;
use serde::Serialize;
use ts_rs::TS;

use app::failure::Failure;
use app::shapes::Money;

/// The loan of a dossier: signed, granted or simulated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct HeadLoan {
    /// `2 400,00 € sur 36 mois`.
    pub sentence: String,
    /// What it takes from the budget a month, insurance chosen included.
    pub instalment: Money,
    /// What is left to live on with it, a share a month; absent without a budget.
    pub reste_a_vivre_after: Option<Money>,
}

/// The loan of the header.
pub(super) fn head_loan(
    dossier: &Dossier,
    schedule: &RepaymentSchedule,
    settings: &Settings,
) -> Result<HeadLoan, Failure> {
    // Once the lender changed a running loan, what it takes a month is that of the version in force.
    let running = dossier.running_loan().filter(|running| !running.changes.is_empty());
    let instalment = monthly(running.as_ref().map_or(schedule, RunningLoan::in_force))?;
    let after = dossier.after_project(settings, instalment)?;
    Ok(HeadLoan {
        sentence: format!("{} sur {}", schedule.terms.amount, counted(schedule.terms.months, "mois", "mois")),
        instalment: instalment.into(),
        reste_a_vivre_after: after.map(|after| after.reste_a_vivre.into()),
    })
}
