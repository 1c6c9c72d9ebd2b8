//! The clock: with the window, the only place that reads it.

use std::time::Instant;

use chrono::{NaiveDate, Utc};
use desk::Moment;

/// The moment of the command, or a fixed day.
#[expect(clippy::disallowed_methods, reason = "the command line is where the clock is read")]
pub(crate) fn moment(fixed: Option<NaiveDate>, started: Instant) -> Moment {
    let running = started.elapsed();
    let zone = || iana_time_zone::get_timezone().unwrap_or_default();
    fixed.map_or_else(|| Moment::at(Utc::now(), &zone(), running), |day| Moment::on(day, running))
}
