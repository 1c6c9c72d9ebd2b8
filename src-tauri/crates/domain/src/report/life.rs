//! A dossier as a period counts it: looked at once, counted many times.

use std::ops::Deref;

use chrono::NaiveDate;

use super::event::Event;
use super::period::Period;
use super::row::ReportRow;

/// A row something may have happened to in a period, with the day each event of the period counts it.
pub(super) struct Lived<'r> {
    row: &'r ReportRow,
    days: [Option<NaiveDate>; Event::ALL.len()],
}

impl<'r> Lived<'r> {
    /// The rows a period may count, in their order: no other is counted at its day.
    pub(super) fn all(period: Period, rows: &'r [ReportRow]) -> Vec<Self> {
        let lived = rows.iter().filter(|row| row.received_on <= period.to() && row.last_on >= period.from());
        lived.map(|row| Self { row, days: Event::ALL.map(|event| row.counted_on(event, period)) }).collect()
    }

    /// The row, for as long as the rows are there.
    pub(super) fn row(&self) -> &'r ReportRow {
        self.row
    }

    /// The day an event of the period counts it.
    pub(super) fn counted(&self, event: Event) -> Option<NaiveDate> {
        self.days.get(event.place()).copied().flatten()
    }
}

impl Deref for Lived<'_> {
    type Target = ReportRow;

    fn deref(&self) -> &ReportRow {
        self.row
    }
}
