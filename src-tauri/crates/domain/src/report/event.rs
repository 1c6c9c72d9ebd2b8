//! What is counted at a day, and where a dossier stands at the end of a period.

use chrono::{Months, NaiveDate};

use super::period::Period;
use super::row::{ReportRow, RowAnswer, RowDay, RowLoan, RowPresentation};
use super::table::ColumnKey;
use crate::dossier::{Direction, Precision, RedirectionAnswer};
use crate::money::Euros;

vocabulary! {
    /// What a bilan counts at its day, each dossier once.
    pub enum Event {
        /// First contact with a project.
        Requested => "requested";
        /// First decision of the office after an interview.
        Assessed => "assessed";
        /// Directed to another solution.
        Redirected => "redirected";
        /// Dropped by the person.
        Dropped => "dropped";
        /// Declared not admissible.
        Inadmissible => "inadmissible";
        /// First sending to a lender.
        Submitted => "submitted";
        /// Final approval of a lender.
        Granted => "granted";
        /// Refusal of a lender.
        Refused => "refused";
        /// Offer renounced by the person.
        Withdrawn => "withdrawn";
        /// Release of the funds.
        Disbursed => "disbursed";
    }
}

impl Event {
    /// Its place among them.
    pub(super) fn place(self) -> usize {
        Self::ALL.iter().position(|event| *event == self).unwrap_or_default()
    }
}

/// The columns that count an event at its day.
const OF_COLUMNS: [(ColumnKey, Event); 8] = [
    (ColumnKey::Requests, Event::Requested),
    (ColumnKey::Assessed, Event::Assessed),
    (ColumnKey::Submitted, Event::Submitted),
    (ColumnKey::Granted, Event::Granted),
    (ColumnKey::AmountGranted, Event::Granted),
    (ColumnKey::Refused, Event::Refused),
    (ColumnKey::Redirected, Event::Redirected),
    (ColumnKey::Disbursed, Event::Disbursed),
];

impl ColumnKey {
    /// The event at whose days it counts its dossiers, where it is one.
    #[must_use]
    pub fn event(self) -> Option<Event> {
        OF_COLUMNS.into_iter().find(|(key, _)| *key == self).map(|(_, event)| event)
    }
}

/// The steps of a request that becomes a loan, in their order.
pub(super) const STEPS: [Event; 5] =
    [Event::Requested, Event::Assessed, Event::Submitted, Event::Granted, Event::Disbursed];

impl ReportRow {
    /// The day an event of the period counts it; the last one where it happened several times in the period.
    #[must_use]
    pub fn counted_on(&self, event: Event, period: Period) -> Option<NaiveDate> {
        self.last_of(event, |day| self.is_in(event, *day, period))
    }

    /// Whether it may have been counted in the period: of its day, the month or the year alone is known, or it was
    /// begun before Étrier and a later step says that this one took place.
    #[must_use]
    pub fn may_count_in(&self, event: Event, period: Period) -> bool {
        if !self.is_partly_known() {
            return false;
        }
        let may_be_in = |day: NaiveDate| day <= period.to() && self.latest_of(event, day) >= period.from();
        let half_in = |day: &NaiveDate| !self.is_in(event, *day, period) && may_be_in(*day);
        if self.counted_on(event, period).is_some() {
            return false;
        }
        self.last_of(event, half_in).is_some() || self.lacks_step(event, period)
    }

    /// Whether a day of it is known by its month or its year alone, or a step that is not there is unknown.
    pub(super) fn is_partly_known(&self) -> bool {
        self.request_known != Precision::Day || !self.known_in_part.is_empty() || self.taken_over
    }

    /// A step that is not there, of a dossier begun before Étrier, between the request and a later step.
    fn lacks_step(&self, event: Event, period: Period) -> bool {
        let Some(place) = STEPS.iter().position(|step| *step == event) else { return false };
        let any = |step: &Event| self.last_of(*step, |_| true);
        let later = STEPS.iter().skip(place).skip(1).filter_map(any).min();
        self.taken_over
            && any(&event).is_none()
            && later.is_some_and(|later| self.received_on <= period.to() && later >= period.from())
    }

    /// Whether something that bilans count happened in a period.
    #[must_use]
    pub fn has_activity_in(&self, period: Period) -> bool {
        Event::ALL.into_iter().any(|event| self.counted_on(event, period).is_some())
    }

    /// Whether the day of something is in a period, every day it may have been being in it.
    pub(super) fn is_in(&self, of: impl Into<RowDay>, day: NaiveDate, period: Period) -> bool {
        period.contains(day) && period.contains(self.latest_of(of, day))
    }

    /// The last day that may have been the one kept.
    fn latest_of(&self, of: impl Into<RowDay>, day: NaiveDate) -> NaiveDate {
        self.precision_of(of, day).last_day(day)
    }

    fn last_of(&self, event: Event, wanted: impl Fn(&NaiveDate) -> bool) -> Option<NaiveDate> {
        let directed = |direction: Direction| {
            let days = self.orientations.iter().filter(move |decision| decision.direction == direction);
            days.map(|decision| decision.on).filter(&wanted).max()
        };
        match event {
            Event::Requested => Some(self.received_on).filter(wanted),
            Event::Assessed => self.assessed_on.filter(wanted),
            Event::Redirected => directed(Direction::Redirect),
            Event::Inadmissible => directed(Direction::Inadmissible),
            Event::Dropped => self.dropped.iter().copied().filter(wanted).max(),
            Event::Withdrawn => self.withdrawn.iter().copied().filter(wanted).max(),
            Event::Submitted => self.first_submission().filter(wanted),
            Event::Granted => self.approvals().map(|(on, _)| on).filter(wanted).max(),
            Event::Refused => self.refusals().map(|(on, _)| on).filter(wanted).max(),
            Event::Disbursed => self.disbursed.map(|(on, _)| on).filter(wanted),
        }
    }

    /// The day it reached a step, or a later one where the step itself is not there: nothing is paid that was not granted.
    pub(super) fn reached(&self, step: Event) -> Option<NaiveDate> {
        let from = STEPS.iter().position(|known| *known == step)?;
        STEPS.iter().skip(from).find_map(|step| self.last_of(*step, |_| true))
    }

    /// The loan that was running on a day without a contact with the person for so many months: the last contact.
    pub(super) fn silent_on(&self, day: NaiveDate, months: u32) -> Option<NaiveDate> {
        let paid = self.running_on(day).filter(|_| self.outcome.is_none())?;
        let last = self.contacts.iter().copied().filter(|on| *on <= day).fold(paid, NaiveDate::max);
        last.checked_add_months(Months::new(months)).filter(|due| *due <= day).map(|_| last)
    }

    /// What the person said when called back, on or after a day: that one solution helped, or else the last answer.
    #[must_use]
    pub fn answered_since(&self, day: NaiveDate) -> Option<RedirectionAnswer> {
        let helped = self.outcomes.iter().any(|one| one.on >= day && one.answer == RedirectionAnswer::Helped);
        let last = self.called_back.iter().rfind(|(on, _)| *on >= day).map(|(_, answer)| *answer);
        if helped { Some(RedirectionAnswer::Helped) } else { last }
    }

    /// What one of `of` solutions gave, on or after a day, with the amount obtained: the last answer that names it, or
    /// that names none when it was the only one.
    #[must_use]
    pub fn outcome_since(
        &self,
        day: NaiveDate,
        solution: &str,
        of: usize,
    ) -> Option<(RedirectionAnswer, Option<Euros>)> {
        let named = self.outcomes.iter().rfind(|one| one.on >= day && one.solution.as_str() == solution);
        let alone = || self.answered_since(day).filter(|_| of == 1).map(|answer| (answer, None));
        named.map(|one| (one.answer, one.amount)).or_else(alone)
    }

    /// The day it was first sent to a lender.
    #[must_use]
    pub fn first_submission(&self) -> Option<NaiveDate> {
        self.presentations.iter().map(|sent| sent.sent_on).min()
    }

    /// The last loan a lender granted in the period, and its day.
    #[must_use]
    pub fn granted_in(&self, period: Period) -> Option<(NaiveDate, RowLoan)> {
        self.approvals().filter(|(on, _)| self.is_in(Event::Granted, *on, period)).max_by_key(|(on, _)| *on)
    }

    /// The last loan a lender granted up to a day.
    pub(super) fn granted_by(&self, day: NaiveDate) -> Option<(NaiveDate, RowLoan)> {
        self.approvals().filter(|(on, _)| *on <= day).max_by_key(|(on, _)| *on)
    }

    /// The reasons of the refusals of the period, each once.
    pub(super) fn refusal_reasons(&self, period: Period) -> Vec<&str> {
        let refusals = self.refusals().filter(|(on, _)| self.is_in(Event::Refused, *on, period));
        let mut reasons: Vec<&str> = refusals.flat_map(|(_, reasons)| reasons.iter().map(|key| key.as_str())).collect();
        reasons.sort_unstable();
        reasons.dedup();
        reasons
    }

    /// The solutions proposed in the period, each once.
    pub(super) fn solutions(&self, period: Period) -> Vec<&str> {
        let decided = self.orientations.iter().filter(|decision| self.is_in(Event::Redirected, decision.on, period));
        let mut solutions: Vec<&str> =
            decided.flat_map(|decision| decision.solutions.iter().map(|key| key.as_str())).collect();
        solutions.sort_unstable();
        solutions.dedup();
        solutions
    }

    /// The presentation whose final answer came last in the period.
    pub(super) fn answered_in(&self, period: Period) -> Option<(NaiveDate, &RowPresentation)> {
        let answered = self.presentations.iter().filter_map(|sent| Some((sent.answered_on?, sent)));
        answered.filter(|(on, sent)| self.is_in(sent.answered_as(), *on, period)).max_by_key(|(on, _)| *on)
    }

    /// The day it was sent to the lender whose answer is awaited on a day.
    #[must_use]
    pub fn awaiting_on(&self, day: NaiveDate) -> Option<NaiveDate> {
        self.presentations.iter().find(|sent| self.is_awaited(sent, day)).map(|sent| sent.sent_on)
    }

    /// Whether the answer to a sending is awaited on a day: none came, no other lender approved, nobody gave the
    /// request up and the dossier was not closed.
    pub(super) fn is_awaited(&self, sent: &RowPresentation, day: NaiveDate) -> bool {
        let silent = sent.sent_on <= day && sent.answered_on.is_none_or(|on| on > day);
        let approved = self.approvals().map(|(on, _)| on);
        let mut ends = self.dropped.iter().chain(&self.withdrawn).chain(&self.closed_on).copied().chain(approved);
        silent && !ends.any(|on| (sent.sent_on..=day).contains(&on))
    }

    /// The day its funds were released, when they were and neither the loan nor the dossier had ended on that day.
    #[must_use]
    pub fn running_on(&self, day: NaiveDate) -> Option<NaiveDate> {
        let over = self.loan_end.map(|end| end.on).into_iter().chain(self.closed_on).any(|on| on <= day);
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
