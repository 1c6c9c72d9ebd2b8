//! Deciding of a dossier whose time is over: archive it, keep it longer, take the decision back, erase it.
//!
//! Only what is no longer active is archived or erased for its age (article 5 of the regulation, CNIL, délibération
//! n° 2023-095); whoever asks for their own erasure need not wait (article 17). A dossier said to be entered twice has no
//! loan that runs. Worked example: due on 3 November 2026, a dossier may be archived from that day on; kept until 3 May
//! 2027, it may be again from then.

use chrono::NaiveDate;

use super::{ErasureReason, Retention, RetentionDecision, RetentionKind, last_contact, retention};
use crate::dossier::{Dossier, Stage, stage};
use crate::line::Line;
use crate::settings::RulesAt;

/// The years of the active base, where no value of the law says otherwise.
const USUAL_YEARS: u32 = 2;

/// Why a decision on how long a dossier is kept is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RetentionRefused {
    /// Its time runs until that day.
    NotDue(NaiveDate),
    /// It is archived since that day.
    Archived(NaiveDate),
    /// Keeping it longer is until a day to come.
    UntilPast,
    /// It is kept until that day already.
    KeptUntil(NaiveDate),
    /// Nothing was decided that could be taken back.
    NothingDecided,
}

/// Why a dossier is not erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErasureRefused {
    /// It is said to be entered twice, and its loan runs.
    LoanRuns,
    /// Its time runs until that day.
    NotDue(NaiveDate),
}

impl RulesAt<'_> {
    /// The years of the active base.
    #[must_use]
    pub fn retention_years(&self) -> u32 {
        self.legal_number("active_retention_years").unwrap_or(USUAL_YEARS)
    }
}

impl Dossier {
    /// Where it stands with the time it is kept.
    #[must_use]
    pub fn retained(&self, years: u32, today: NaiveDate) -> Retention {
        retention(last_contact(self), self.retention.as_ref(), years, today)
    }

    /// Takes the last decision back.
    pub fn take_back_retention(&self, today: NaiveDate) -> Result<RetentionDecision, RetentionRefused> {
        match self.retention.as_ref().map(|decision| decision.kind) {
            Some(RetentionKind::Archived | RetentionKind::Extended) => Ok(RetentionDecision {
                kind: RetentionKind::TakenBack,
                decided_on: today,
                until: None,
                reason: Line::default(),
            }),
            Some(RetentionKind::TakenBack) | None => Err(RetentionRefused::NothingDecided),
        }
    }

    /// Refuses to erase it for a reason that its facts do not allow.
    pub fn may_be_erased(&self, reason: ErasureReason, years: u32, today: NaiveDate) -> Result<(), ErasureRefused> {
        match (reason, self.retained(years, today)) {
            (ErasureReason::Duplicate, _) if stage(self) == Stage::Running => Err(ErasureRefused::LoanRuns),
            (ErasureReason::RetentionOver, Retention::Active { due_on }) => Err(ErasureRefused::NotDue(due_on)),
            (ErasureReason::RetentionOver | ErasureReason::Duplicate | ErasureReason::AskedByPerson, _) => Ok(()),
        }
    }
}

impl Retention {
    /// Sets aside a dossier whose time is over, for a need that is written down.
    pub fn archive(self, today: NaiveDate, reason: Line) -> Result<RetentionDecision, RetentionRefused> {
        match self {
            Self::Due { .. } => {
                Ok(RetentionDecision { kind: RetentionKind::Archived, decided_on: today, until: None, reason })
            }
            Self::Active { due_on } => Err(RetentionRefused::NotDue(due_on)),
            Self::Archived { on } => Err(RetentionRefused::Archived(on)),
        }
    }

    /// Keeps a dossier in the active base until a day, for a reason.
    pub fn extend(
        self,
        until: NaiveDate,
        today: NaiveDate,
        reason: Line,
    ) -> Result<RetentionDecision, RetentionRefused> {
        if until <= today {
            return Err(RetentionRefused::UntilPast);
        }
        match self {
            Self::Active { due_on } if until <= due_on => Err(RetentionRefused::KeptUntil(due_on)),
            Self::Active { .. } | Self::Due { .. } | Self::Archived { .. } => {
                let kind = RetentionKind::Extended;
                Ok(RetentionDecision { kind, decided_on: today, until: Some(until), reason })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arrears::tests::{day, noted, tessoreau};
    use crate::dossier::Event;

    fn reason() -> Line {
        Line::read("contentieux").unwrap()
    }

    #[test]
    fn only_what_is_due_is_archived() {
        let due = Retention::Due { since: day("2026-11-03") };
        let made = due.archive(day("2026-11-20"), reason()).unwrap();
        assert_eq!((made.kind, made.until), (RetentionKind::Archived, None));
        let active = Retention::Active { due_on: day("2027-01-01") };
        assert_eq!(active.archive(day("2026-11-20"), reason()), Err(RetentionRefused::NotDue(day("2027-01-01"))));
        let archived = Retention::Archived { on: day("2026-11-04") };
        assert_eq!(archived.archive(day("2026-11-20"), reason()), Err(RetentionRefused::Archived(day("2026-11-04"))));
    }

    #[test]
    fn keeping_longer_is_until_a_later_day() {
        let active = Retention::Active { due_on: day("2027-01-01") };
        let until = |on: &str| active.extend(day(on), day("2026-11-20"), reason()).map(|made| made.until);
        assert_eq!(until("2026-11-20"), Err(RetentionRefused::UntilPast));
        assert_eq!(until("2027-01-01"), Err(RetentionRefused::KeptUntil(day("2027-01-01"))));
        assert_eq!(until("2027-01-02"), Ok(Some(day("2027-01-02"))));
    }

    #[test]
    fn a_decision_is_taken_back_once() {
        let mut dossier = tessoreau(Vec::new());
        assert_eq!(dossier.take_back_retention(day("2026-11-20")), Err(RetentionRefused::NothingDecided));
        dossier.retention = Retention::Due { since: day("2026-11-03") }.archive(day("2026-11-19"), reason()).ok();
        let taken_back = dossier.take_back_retention(day("2026-11-20")).unwrap();
        assert_eq!(taken_back.kind, RetentionKind::TakenBack);
        dossier.retention = Some(taken_back);
        assert!(dossier.take_back_retention(day("2026-11-20")).is_err());
    }

    #[test]
    fn a_loan_that_runs_is_no_duplicate_and_its_person_may_ask_all_the_same() {
        let running = tessoreau(Vec::new());
        let erased = |dossier: &Dossier, reason| dossier.may_be_erased(reason, 2, day("2026-11-20"));
        assert_eq!(erased(&running, ErasureReason::Duplicate), Err(ErasureRefused::LoanRuns));
        assert_eq!(erased(&running, ErasureReason::AskedByPerson), Ok(()));
        assert!(matches!(erased(&running, ErasureReason::RetentionOver), Err(ErasureRefused::NotDue(_))));
        let repaid = tessoreau(vec![noted("2026-06-01", Event::LoanRepaid, None)]);
        assert_eq!(erased(&repaid, ErasureReason::Duplicate), Ok(()));
    }
}
