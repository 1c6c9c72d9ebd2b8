//! What comes from outside with every call: the moment, chosen files, the system's
//! viewer, progress and cancellation.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use chrono::{DateTime, NaiveDate, NaiveTime, Timelike, Utc};
use domain::words::spaced;

use crate::failure::Failure;
use crate::zone::Zone;

/// When a call is made.
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    /// The office's civil date; rules use nothing else.
    pub today: NaiveDate,
    /// The instant, which only orders journals.
    pub now: DateTime<Utc>,
    /// The clock of the office: days and hours are said on it.
    pub zone: Zone,
    /// How long the caller has been running, which only measures waits.
    pub running: Duration,
}

impl Moment {
    /// The moment of an instant, on a clock as systems name it, `Indian/Reunion`.
    #[must_use]
    pub fn at(now: DateTime<Utc>, zone: &str, running: Duration) -> Self {
        let zone = Zone::named(zone);
        Self { today: zone.at(now).date_naive(), now, zone, running }
    }

    /// A day that stands still at noon, in Paris, for tests and for `--today`.
    #[must_use]
    pub fn on(day: NaiveDate, running: Duration) -> Self {
        let noon = NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default();
        Self { today: day, now: day.and_time(noon).and_utc(), zone: Zone::PARIS, running }
    }

    /// The day of an instant, on the clock of the office.
    pub fn day_of(&self, at: DateTime<Utc>) -> NaiveDate {
        self.zone.at(at).date_naive()
    }

    /// Its hour there: `8 h 02`.
    pub fn hour_of(&self, at: DateTime<Utc>) -> String {
        let at = self.zone.at(at);
        spaced(&format!("{} h {:02}", at.hour(), at.minute()))
    }

    /// The first instant of a day there.
    pub fn start_of(&self, day: NaiveDate) -> DateTime<Utc> {
        let midnight = day.and_time(NaiveTime::MIN);
        // A day begins before the hour that the clocks skip or repeat.
        self.zone.first(midnight).unwrap_or_else(|| midnight.and_utc())
    }
}

/// Files chosen by a person, known by a handle so that no path reaches the page.
#[derive(Debug, Default)]
pub struct Files(Mutex<BTreeMap<String, Target>>);

/// A chosen file: where it is, and whether what lies there may be written over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// Where it is.
    pub path: PathBuf,
    /// Whether what lies there may be written over.
    pub over: Over,
}

/// Whether the person was asked about the file that lies where they want to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// They were not: it stays.
    Never,
    /// They said that it may go.
    Agreed,
}

impl Files {
    /// Keeps a chosen path under a handle; a file that lies there is never written over.
    pub fn offer(&self, handle: &str, path: PathBuf) {
        self.keep(handle, Target { path, over: Over::Never });
    }

    /// The same, the person having agreed that a file that lies there goes: dialogs that save ask it.
    pub fn offer_over(&self, handle: &str, path: PathBuf) {
        self.keep(handle, Target { path, over: Over::Agreed });
    }

    fn keep(&self, handle: &str, target: Target) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(handle.to_owned(), target);
    }

    /// The path behind a handle.
    #[must_use]
    pub fn path(&self, handle: &str) -> Option<PathBuf> {
        self.target(handle).map(|target| target.path)
    }

    /// Where to write behind a handle.
    pub fn target(&self, handle: &str) -> Option<Target> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(handle).cloned()
    }
}

/// Shows a file in the system's own viewer.
pub trait Viewer: Send + Sync {
    /// Opens the file. Errors when the system has no viewer for it.
    fn show(&self, file: &Path) -> std::io::Result<()>;
}

/// How far a long call is, and whether it was cancelled.
pub struct Progress {
    cancelled: AtomicBool,
    told: Box<dyn Fn(u32, u32) + Send + Sync>,
}

impl Progress {
    /// Progress told to nobody.
    #[must_use]
    pub fn untold() -> Self {
        Self::told_to(|_, _| ())
    }

    /// Progress told as steps done, of how many.
    pub fn told_to(told: impl Fn(u32, u32) + Send + Sync + 'static) -> Self {
        Self { cancelled: AtomicBool::new(false), told: Box::new(told) }
    }

    /// Asks the work to stop at its next step.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// Tells a step. Errors when the work was cancelled.
    pub fn step(&self, done: u32, of: u32) -> Result<(), Failure> {
        self.still_wanted()?;
        (self.told)(done, of);
        Ok(())
    }

    /// Errors when the work was cancelled.
    pub fn still_wanted(&self) -> Result<(), Failure> {
        if self.cancelled.load(Ordering::Relaxed) { Err(Failure::cancelled()) } else { Ok(()) }
    }
}

/// What only the outside can do, shared by the calls of one program.
#[derive(Clone)]
pub struct Outside {
    /// Files people chose.
    pub files: Arc<Files>,
    /// The system's viewer.
    pub viewer: Arc<dyn Viewer>,
}

/// Who makes a call: when, with what at hand.
#[derive(Clone)]
pub struct Caller {
    /// When.
    pub moment: Moment,
    /// With what at hand.
    pub outside: Outside,
    /// Told how far the work is.
    pub progress: Arc<Progress>,
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Six in the evening in Fort-de-France is already tomorrow in Paris.
    #[test]
    fn a_day_is_that_of_the_clock_of_the_office() {
        let evening = "2026-11-20T23:30:00Z".parse().unwrap();
        for (zone, day, hour) in [
            ("America/Martinique", "2026-11-20", "19 h 30"),
            ("Indian/Reunion", "2026-11-21", "3 h 30"),
            ("Europe/Paris", "2026-11-21", "0 h 30"),
            ("nowhere", "2026-11-21", "0 h 30"),
        ] {
            let moment = Moment::at(evening, zone, Duration::ZERO);
            assert_eq!(moment.today.to_string(), day, "{zone}");
            assert_eq!(moment.hour_of(evening), spaced(hour), "{zone}");
            assert!(moment.start_of(moment.today) <= evening && moment.day_of(evening) == moment.today, "{zone}");
        }
        // The hour of a summer day is that of its summer.
        let summer = "2026-07-14T08:00:00Z".parse().unwrap();
        assert_eq!(Moment::at(evening, "Europe/Paris", Duration::ZERO).hour_of(summer), spaced("10 h 00"));
    }
}
