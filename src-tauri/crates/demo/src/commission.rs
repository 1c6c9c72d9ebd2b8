//! The days the invented commission meets: every other week, the last time some days before the demonstration.

use chrono::{Days, NaiveDate};
use domain::settings::Settings;

use super::moving::{days_before, working_day_before};

/// Days between two sessions.
const EVERY: i64 = 14;
/// How many days ago the last one was held, at least.
const AGO: u32 = 2;

/// When the commission meets.
pub(super) struct Commission<'s> {
    settings: &'s Settings,
    last: NaiveDate,
}

impl<'s> Commission<'s> {
    /// The commission of an office, seen on a day.
    pub(crate) fn of(settings: &'s Settings, today: NaiveDate) -> Self {
        Self { settings, last: working_day_before(days_before(today, AGO)) }
    }

    /// Whether the office decided with it on a day.
    pub(super) fn sits(&self, on: NaiveDate) -> bool {
        self.settings.at(on).office.decides_in_session()
    }

    /// Its first session on or after a day; that day when the office did not decide with it.
    pub(super) fn next(&self, day: NaiveDate) -> NaiveDate {
        if !self.sits(day) {
            return day;
        }
        let wait = self.last.signed_duration_since(day).num_days().rem_euclid(EVERY);
        day.checked_add_days(Days::new(wait.unsigned_abs())).unwrap_or(day)
    }
}
