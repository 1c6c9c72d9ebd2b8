//! What repaying everything on a day asks for.
//!
//! Code de la consommation, article L. 312-34: it is always possible, and no indemnity is due under a threshold over
//! twelve months. 1 211,92 left on 5 December, November's 3,03 waiting and December's 3,03: 1 217,98, and 22,89 of
//! interest never paid.

use chrono::NaiveDate;

use super::{Amendment, AmendmentRefused, InstalmentKind, RepaymentSchedule, amended};
use crate::money::Euros;

/// Whether the lender may ask for an indemnity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Indemnity {
    /// None: what is repaid is not above the threshold of the law.
    None {
        /// The threshold, over twelve months.
        threshold: Euros,
    },
    /// The lender may ask for one.
    Possible {
        /// The threshold, over twelve months.
        threshold: Euros,
    },
    /// The threshold of the day is not known.
    NotKnown,
}

/// Everything repaid on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EarlyRepayment {
    /// The day.
    pub on: NaiveDate,
    /// What was left to repay.
    pub principal: Euros,
    /// The interest of months on hold, by the day each fell due.
    pub waiting: Vec<(Option<NaiveDate>, Euros)>,
    /// The interest since the last instalment.
    pub interest: Euros,
    /// The insurance of the month, when it falls due that day.
    pub insurance: Euros,
    /// All there is to pay, the indemnity apart.
    pub to_pay: Euros,
    /// The interest that will never be paid.
    pub avoided: Euros,
    /// Whether an indemnity may be asked for.
    pub indemnity: Indemnity,
}

/// What repaying everything on a day asks for, by the threshold of the law that day. Errors: see [`AmendmentRefused`].
pub fn early_repayment(
    schedule: &RepaymentSchedule,
    on: NaiveDate,
    threshold: Option<Euros>,
) -> Result<EarlyRepayment, AmendmentRefused> {
    let repaid = amended(schedule, &Amendment::FullRepayment { on })?;
    let last = repaid.last().copied().ok_or(AmendmentRefused::NoMonths)?;
    let waits = repaid.plan.waiting()?;
    let indemnity = match threshold {
        None => Indemnity::NotKnown,
        Some(threshold) if last.principal > threshold => Indemnity::Possible { threshold },
        Some(threshold) => Indemnity::None { threshold },
    };
    Ok(EarlyRepayment {
        on,
        principal: last.principal,
        waiting: waiting(&repaid, waits),
        interest: last.interest.minus(waits)?,
        insurance: last.insurance,
        to_pay: last.total,
        avoided: schedule.total_interest.minus(repaid.total_interest)?,
        indemnity,
    })
}

/// The interest that waits, month by month when none of it was paid since.
fn waiting(repaid: &RepaymentSchedule, waits: Euros) -> Vec<(Option<NaiveDate>, Euros)> {
    let held: Vec<_> = repaid.instalments.iter().filter_map(|line| Some((line.due, held(line.kind)?))).collect();
    if Euros::sum(held.iter().map(|(_, interest)| *interest)) == Ok(waits) {
        return held;
    }
    if waits.is_zero() { Vec::new() } else { vec![(None, waits)] }
}

fn held(kind: InstalmentKind) -> Option<Euros> {
    match kind {
        InstalmentKind::OnHold { interest } => Some(interest),
        InstalmentKind::Deferred
        | InstalmentKind::InterestOnly
        | InstalmentKind::Level
        | InstalmentKind::Last
        | InstalmentKind::Early => None,
    }
}
