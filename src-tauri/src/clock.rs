//! The clock: with the command line, the only place that reads it.

use std::time::Instant;

use chrono::{DateTime, NaiveDate, Utc};
use desk::Moment;

/// The clock of one run of the program.
pub(crate) struct Clock {
    started: Instant,
    /// The time zone of the computer, as the system names it.
    zone: String,
    fixed: Option<NaiveDate>,
}

impl Clock {
    /// A clock that starts now. A fixed day stands still at noon, for tests.
    pub(crate) fn started(fixed: Option<NaiveDate>) -> Self {
        Self { started: Instant::now(), zone: iana_time_zone::get_timezone().unwrap_or_default(), fixed }
    }

    /// The wall clock itself, whatever the fixed day.
    #[expect(clippy::disallowed_methods, reason = "the shell is where the clock is read")]
    pub(crate) fn wall(&self) -> DateTime<Utc> {
        Utc::now()
    }

    /// The moment of a call.
    pub(crate) fn moment(&self) -> Moment {
        let running = self.started.elapsed();
        self.fixed.map_or_else(|| Moment::at(self.wall(), &self.zone, running), |day| Moment::on(day, running))
    }
}
