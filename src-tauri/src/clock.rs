//! The clock: with the command line, the only place that reads it.

use std::time::Instant;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Europe::Paris;
use desk::Moment;

/// The clock of one run of the program.
pub(crate) struct Clock {
    started: Instant,
    fixed: Option<NaiveDate>,
}

impl Clock {
    /// A clock that starts now. A fixed day stands still at noon, for tests.
    pub(crate) fn started(fixed: Option<NaiveDate>) -> Self {
        Self { started: Instant::now(), fixed }
    }

    /// The wall clock itself, whatever the fixed day.
    #[expect(clippy::disallowed_methods, reason = "the shell is where the clock is read")]
    pub(crate) fn wall(&self) -> DateTime<Utc> {
        Utc::now()
    }

    /// The moment of a call. The civil date is that of Paris.
    pub(crate) fn moment(&self) -> Moment {
        let noon = self.fixed.and_then(|day| day.and_hms_opt(12, 0, 0)).map(|noon| noon.and_utc());
        let now = noon.unwrap_or_else(|| self.wall());
        let today = self.fixed.unwrap_or_else(|| now.with_timezone(&Paris).date_naive());
        Moment { today, now, running: self.started.elapsed() }
    }
}
