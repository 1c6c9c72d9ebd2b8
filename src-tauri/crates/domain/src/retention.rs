//! How long what is known of a person stays in the active base.
//!
//! Two years after the last contact, a running loan being a running contact (CNIL, référentiel sur les durées de
//! conservation dans le secteur social et médico-social, délibération n° 2023-095 du 14 septembre 2023). Then someone
//! decides, dossier by dossier: erase, archive where a need is written down, or keep longer for a reason. Nothing
//! goes by itself. Worked example: a request dropped on 3 November 2024 is to be decided from 3 November 2026 on; a
//! loan whose last instalment falls on 5 October 2027 from 5 October 2029 on, whatever was said before.

mod decision;
mod erasure;

pub use decision::{ErasureRefused, RetentionRefused};
pub use erasure::{ErasedCounts, Erasure, ErasureReason};

use chrono::{Months, NaiveDate};

use crate::dossier::{Dossier, FactKind, Outcome, Phase, Stage, stage};
use crate::line::Line;

vocabulary! {
    /// What was decided of a dossier whose time may be over.
    pub enum RetentionKind {
        /// Set aside, for a need that is written down.
        Archived => "archived", "Archivé";
        /// Kept in the active base until a day.
        Extended => "extended", "Prolongé";
        TakenBack => "taken_back", "Décision annulée";
    }
}

/// A decision on how long a dossier is kept; the last one counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RetentionDecision {
    /// What was decided.
    pub kind: RetentionKind,
    /// The day it was.
    pub decided_on: NaiveDate,
    /// The last day it is kept, for a longer stay and for nothing else.
    pub until: Option<NaiveDate>,
    /// Why.
    pub reason: Line,
}

/// Where a dossier stands with the time it is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Retention {
    /// Its time runs.
    Active {
        /// The day from which someone has to decide.
        due_on: NaiveDate,
    },
    /// Someone has to decide.
    Due {
        /// Since that day.
        since: NaiveDate,
    },
    /// Set aside since that day.
    Archived {
        /// The day it was.
        on: NaiveDate,
    },
}

/// How a dossier came to rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rest {
    /// The last instalment of its loan has fallen due.
    LoanOver,
    /// It was closed before any loan.
    Closed(Outcome),
    /// It was never closed.
    Open(Stage),
}

/// The day of the last contact with the person: the last thing that happened or was said, or the last instalment of
/// a running loan, which may be to come. A next date is the office's own and is no contact.
#[must_use]
pub fn last_contact(dossier: &Dossier) -> NaiveDate {
    let happened = dossier.facts.standing().filter(|row| row.fact.kind() != FactKind::NextDateSet);
    let last = happened.map(|row| row.fact.day()).fold(dossier.facts.request().received_on, NaiveDate::max);
    loan_ends_on(dossier).map_or(last, |end| last.max(end))
}

/// The last instalment of its running loan, as the lender last changed it; nothing without a loan.
#[must_use]
pub fn loan_ends_on(dossier: &Dossier) -> Option<NaiveDate> {
    if stage(dossier).phase() != Phase::Running {
        return None;
    }
    let loan = dossier.running_loan()?;
    if let Some(end) = loan.in_force().instalments.iter().filter_map(|line| line.due).max() {
        return Some(end);
    }
    let (_, paid) = dossier.facts.course().disbursement?;
    paid.on.checked_add_months(Months::new(loan.contract.terms.months))
}

/// How a dossier came to rest, on a day.
#[must_use]
pub fn rest(dossier: &Dossier, today: NaiveDate) -> Rest {
    if let Some((_, outcome)) = dossier.facts.course().closed {
        return Rest::Closed(outcome);
    }
    match loan_ends_on(dossier) {
        Some(end) if end < today => Rest::LoanOver,
        Some(_) | None => Rest::Open(stage(dossier)),
    }
}

/// Whether a decision to archive still holds: not once the person came back since.
#[must_use]
pub fn is_archived(decision: Option<&RetentionDecision>, last_contact: NaiveDate) -> bool {
    decision.is_some_and(|made| made.kind == RetentionKind::Archived && last_contact <= made.decided_on)
}

/// Where a dossier stands on a day, by its last contact, the last decision and the years of the active base.
#[must_use]
pub fn retention(
    last_contact: NaiveDate,
    decision: Option<&RetentionDecision>,
    years: u32,
    today: NaiveDate,
) -> Retention {
    if let Some(made) = decision.filter(|_| is_archived(decision, last_contact)) {
        return Retention::Archived { on: made.decided_on };
    }
    let by_rule = due_on(last_contact, years);
    let kept = decision.filter(|made| made.kind == RetentionKind::Extended).and_then(|made| made.until);
    let due_on = kept.map_or(by_rule, |until| by_rule.max(until));
    if due_on <= today { Retention::Due { since: due_on } } else { Retention::Active { due_on } }
}

/// The day from which someone has to decide, so many years after the last contact.
#[must_use]
pub fn due_on(last_contact: NaiveDate, years: u32) -> NaiveDate {
    last_contact.checked_add_months(Months::new(years.saturating_mul(12))).unwrap_or(NaiveDate::MAX)
}

/// The last day of contact after which a dossier is not due yet on a day: those before it or on it are.
#[must_use]
pub fn silent_since(today: NaiveDate, years: u32) -> NaiveDate {
    let mut day = today.checked_sub_months(Months::new(years.saturating_mul(12))).unwrap_or(NaiveDate::MIN);
    // 28 February after a leap year: the 29th two years before is due that day too.
    while let Some(next) = day.succ_opt().filter(|next| due_on(*next, years) <= today) {
        day = next;
    }
    day
}

#[cfg(test)]
mod tests;
