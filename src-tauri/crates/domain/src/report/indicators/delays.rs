//! How long each step took, where both of its days are known.

use rust_decimal::Decimal;

use super::{Counting, Reached, Working, median};
use crate::report::event::Event;
use crate::report::figure::{Counted, Figure, Value, count};
use crate::report::lived::Lived;
use crate::report::row::Happened;

impl Counting<'_> {
    pub(super) fn delays(&self, delay: impl Fn(&Self, &Lived<'_>) -> Option<(Happened, Happened)>) -> Reached {
        let delayed = self.lived.iter().filter_map(|row| {
            let (from, to) = delay(self, row)?;
            let days = u64::try_from(row.days_between(from, to)?).unwrap_or_default();
            Some((Counted { on: to.1, dossier: row.dossier }, days))
        });
        let (dossiers, mut days): (Vec<Counted>, Vec<u64>) = delayed.unzip();
        days.sort_unstable();
        let total = days.iter().fold(0_u64, |sum, days| sum.saturating_add(*days));
        let working = Working::Delay { days: total, dossiers: count(&days), median: median(&days) };
        (Figure::over(Value::ratio(Decimal::from(total), Decimal::from(count(&days))), dossiers), working)
    }

    pub(super) fn request_to_submission(&self, row: &Lived<'_>) -> Option<(Happened, Happened)> {
        self.since_request(row, Event::Submitted)
    }

    /// Of a dossier answered several times in the period, the last answer.
    pub(super) fn submission_to_decision(&self, row: &Lived<'_>) -> Option<(Happened, Happened)> {
        row.answered_in(self.period).map(|(on, sent)| ((Event::Submitted, sent.sent_on), (sent.answered_as(), on)))
    }

    pub(super) fn decision_to_disbursement(&self, row: &Lived<'_>) -> Option<(Happened, Happened)> {
        let released = row.counted(Event::Disbursed)?;
        row.granted_by(released).map(|(on, _)| ((Event::Granted, on), (Event::Disbursed, released)))
    }

    pub(super) fn request_to_disbursement(&self, row: &Lived<'_>) -> Option<(Happened, Happened)> {
        self.since_request(row, Event::Disbursed)
    }

    fn since_request(&self, row: &Lived<'_>, event: Event) -> Option<(Happened, Happened)> {
        Some(((Event::Requested, row.received_on), (event, row.counted(event)?)))
    }
}
