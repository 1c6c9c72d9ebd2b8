//! What is counted at a day, and where a dossier stands at the end of a period.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::period::Period;
use super::row::{ReportRow, RowAnswer, RowLoan, RowPresentation};
use crate::dossier::Direction;

/// What a bilan counts at its day, each dossier once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// First contact with a project.
    Requested,
    /// First decision of the office after an interview.
    Assessed,
    /// Directed to another solution.
    Redirected,
    /// Dropped by the person.
    Dropped,
    /// Declared not admissible.
    Inadmissible,
    /// First sending to a lender.
    Submitted,
    /// Final approval of a lender.
    Granted,
    /// Refusal of a lender.
    Refused,
    /// Offer renounced by the person.
    Withdrawn,
    /// Release of the funds.
    Disbursed,
}

impl Event {
    /// Every event, in the order of a dossier's life.
    pub const ALL: [Self; 10] = [
        Self::Requested,
        Self::Assessed,
        Self::Redirected,
        Self::Dropped,
        Self::Inadmissible,
        Self::Submitted,
        Self::Granted,
        Self::Refused,
        Self::Withdrawn,
        Self::Disbursed,
    ];
}

impl ReportRow {
    /// The day an event of the period counts it; the last one where it happened several times in the period.
    #[must_use]
    pub fn counted_on(&self, event: Event, period: Period) -> Option<NaiveDate> {
        let within = |day: &NaiveDate| period.contains(*day);
        let directed = |direction: Direction| {
            let days = self.orientations.iter().filter(move |decision| decision.direction == direction);
            days.map(|decision| decision.on).filter(within).max()
        };
        match event {
            Event::Requested => Some(self.received_on).filter(within),
            Event::Assessed => self.assessed_on.filter(within),
            Event::Redirected => directed(Direction::Redirect),
            Event::Inadmissible => directed(Direction::Inadmissible),
            Event::Dropped => self.dropped.iter().copied().filter(within).max(),
            Event::Withdrawn => self.withdrawn.iter().copied().filter(within).max(),
            Event::Submitted => self.first_submission().filter(within),
            Event::Granted => self.granted_in(period).map(|(on, _)| on),
            Event::Refused => self.refusals().map(|(on, _)| on).filter(within).max(),
            Event::Disbursed => self.disbursed.map(|(on, _)| on).filter(within),
        }
    }

    /// The day it was first sent to a lender.
    #[must_use]
    pub fn first_submission(&self) -> Option<NaiveDate> {
        self.presentations.iter().map(|sent| sent.sent_on).min()
    }

    /// The last loan a lender granted in the period, and its day.
    #[must_use]
    pub fn granted_in(&self, period: Period) -> Option<(NaiveDate, RowLoan)> {
        self.approvals().filter(|(on, _)| period.contains(*on)).max_by_key(|(on, _)| *on)
    }

    /// The last loan a lender granted up to a day.
    pub(super) fn granted_by(&self, day: NaiveDate) -> Option<(NaiveDate, RowLoan)> {
        self.approvals().filter(|(on, _)| *on <= day).max_by_key(|(on, _)| *on)
    }

    /// The reasons of the refusals of the period, each once.
    pub(super) fn refusal_reasons(&self, period: Period) -> Vec<&str> {
        let refusals = self.refusals().filter(|(on, _)| period.contains(*on));
        let mut reasons: Vec<&str> = refusals.flat_map(|(_, reasons)| reasons.iter().map(|key| key.as_str())).collect();
        reasons.sort_unstable();
        reasons.dedup();
        reasons
    }

    /// The solutions proposed in the period, each once.
    pub(super) fn solutions(&self, period: Period) -> Vec<&str> {
        let decided = self.orientations.iter().filter(|decision| period.contains(decision.on));
        let mut solutions: Vec<&str> =
            decided.flat_map(|decision| decision.solutions.iter().map(|key| key.as_str())).collect();
        solutions.sort_unstable();
        solutions.dedup();
        solutions
    }

    /// The presentation whose final answer came last in the period.
    pub(super) fn answered_in(&self, period: Period) -> Option<(NaiveDate, &RowPresentation)> {
        let answered = self.presentations.iter().filter_map(|sent| Some((sent.answered_on?, sent)));
        answered.filter(|(on, _)| period.contains(*on)).max_by_key(|(on, _)| *on)
    }

    /// The day it was sent to the lender whose answer is awaited on a day, no other lender having approved.
    #[must_use]
    pub fn awaiting_on(&self, day: NaiveDate) -> Option<NaiveDate> {
        let silent = |sent: &&RowPresentation| sent.sent_on <= day && sent.answered_on.is_none_or(|on| on > day);
        let ended_since = |sent_on: NaiveDate| {
            let approved = self.approvals().map(|(on, _)| on);
            let mut ends = self.dropped.iter().chain(&self.withdrawn).copied().chain(approved);
            ends.any(|on| (sent_on..=day).contains(&on))
        };
        self.presentations.iter().filter(silent).map(|sent| sent.sent_on).find(|sent_on| !ended_since(*sent_on))
    }

    /// The day its funds were released, when they were and the loan had not ended on that day.
    #[must_use]
    pub fn running_on(&self, day: NaiveDate) -> Option<NaiveDate> {
        let over = self.loan_end.is_some_and(|end| end.on <= day);
        self.disbursed.map(|(on, _)| on).filter(|on| *on <= day && !over)
    }

    fn approvals(&self) -> impl Iterator<Item = (NaiveDate, RowLoan)> + '_ {
        self.presentations.iter().filter_map(|sent| match (&sent.answer, sent.answered_on) {
            (Some(RowAnswer::Approved(loan)), Some(on)) => Some((on, *loan)),
            (Some(RowAnswer::Approved(_) | RowAnswer::Refused(_)) | None, _) => None,
        })
    }

    fn refusals(&self) -> impl Iterator<Item = (NaiveDate, &[crate::settings::ListKey])> + '_ {
        self.presentations.iter().filter_map(|sent| match (&sent.answer, sent.answered_on) {
            (Some(RowAnswer::Refused(reasons)), Some(on)) => Some((on, reasons.as_slice())),
            (Some(RowAnswer::Approved(_) | RowAnswer::Refused(_)) | None, _) => None,
        })
    }
}
