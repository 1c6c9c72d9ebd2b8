//! The loans worth a word since the beginning: the first, the tenth, the hundredth, each with its day.

use chrono::NaiveDate;

use super::row::ReportRow;

/// A round number of loans, and the day it was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Milestone {
    /// How many loans were granted.
    pub loans: u32,
    /// The day of that one.
    pub on: NaiveDate,
}

/// The round numbers of loans.
const LOANS: [u32; 7] = [1, 10, 50, 100, 500, 1_000, 5_000];

/// The round numbers of loans granted up to a day, the smallest first; a dossier has one loan, its last.
#[must_use]
pub fn milestones(rows: &[ReportRow], until: NaiveDate) -> Vec<Milestone> {
    let mut days: Vec<NaiveDate> = rows.iter().filter_map(|row| row.granted_by(until).map(|(on, _)| on)).collect();
    days.sort_unstable();
    let reached = LOANS.iter().filter_map(|loans| {
        let place = usize::try_from(loans.checked_sub(1)?).ok()?;
        days.get(place).map(|on| Milestone { loans: *loans, on: *on })
    });
    reached.collect()
}
