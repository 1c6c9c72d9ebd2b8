//! The period a bilan is asked for, as typed.

use chrono::{Datelike, NaiveDate};
use domain::calendar::Toward;
use domain::report::Period;
use serde::Deserialize;
use ts_rs::TS;

use crate::caller::Moment;
use crate::failure::Failure;
use crate::reading;

/// A year, or a first and a last day; all empty is the last year that has something to tell.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReportPeriod {
    /// The year, before the two days.
    pub year: String,
    /// The first day.
    pub from: String,
    /// The last day.
    pub to: String,
}

impl ReportPeriod {
    /// The period; nothing when nothing was typed.
    pub(super) fn read(&self, moment: &Moment) -> Result<Option<Period>, Failure> {
        let year = self.year.trim();
        if !year.is_empty() {
            let plain = year.len() == 4 && year.bytes().all(|sign| sign.is_ascii_digit());
            let number = year.parse().ok().filter(|_| plain);
            return number.and_then(Period::year).map(Some).ok_or_else(Failure::not_a_year);
        }
        let day = |typed: &str, field| reading::date(typed, field, moment, Toward::Past);
        match (day(&self.from, "from")?, day(&self.to, "to")?) {
            (None, None) => Ok(None),
            (None, Some(_)) => Err(Failure::half_a_period("from")),
            (Some(_), None) => Err(Failure::half_a_period("to")),
            (Some(from), Some(to)) => Ok(Some(Period::of(from, to)?)),
        }
    }
}

/// The last year that has something to tell, this year when there is none.
pub(super) fn usual(years: &[i32], today: NaiveDate) -> Result<Period, Failure> {
    let last = years.iter().copied().filter(|year| *year <= today.year()).max();
    Period::year(last.unwrap_or(today.year())).ok_or_else(Failure::not_a_year)
}
