//! The clock: with the window, the only place that reads it.

use std::time::Instant;

use chrono::{NaiveDate, Utc};
use chrono_tz::Europe::Paris;
use desk::Moment;

/// The moment of the command. A fixed day stands still at noon; the civil date is that of Paris.
#[expect(clippy::disallowed_methods, reason = "the command line is where the clock is read")]
pub(crate) fn moment(fixed: Option<NaiveDate>, started: Instant) -> Moment {
    let noon = fixed.and_then(|day| day.and_hms_opt(12, 0, 0)).map(|noon| noon.and_utc());
    let now = noon.unwrap_or_else(Utc::now);
    let today = fixed.unwrap_or_else(|| now.with_timezone(&Paris).date_naive());
    Moment { today, now, running: started.elapsed() }
}
