//! The automatic lock: after some minutes without a touch, and when the computer sleeps.
//!
//! Keys and clicks reach the shell through calls, so silence is absence. Two clocks
//! measure it: the wall's, because the other one sleeps with the computer, and the
//! program's own, because the wall's can be set back. A pause of two seconds that lasted longer was a sleep.

use std::sync::{Arc, Mutex, Weak};
use std::thread;
use std::time::Duration;

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::{Value, json};
use tauri::{AppHandle, Emitter};

use crate::clock::Clock;
use crate::commands::{Shell, locked};
use crate::copying;

/// The shortest delay an office may choose: nothing is asked before.
const SHORTEST: Duration = Duration::from_secs(3 * 60);
/// How often silence is measured: a computer that wakes shows its dossiers no longer than this.
const STEP: Duration = Duration::from_secs(2);
/// How much longer than its pause a step may last on a busy computer: beyond, it slept.
const SLEPT: Duration = Duration::from_secs(30);
/// How long the page has to keep what is being typed.
const PATIENCE: Duration = Duration::from_millis(1_000);

/// When the last call came.
#[derive(Default)]
pub(crate) struct Idle {
    last: Mutex<Option<Instant>>,
}

/// One instant on both clocks.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Instant {
    wall: DateTime<Utc>,
    running: Duration,
}

/// Why the office locks by itself.
#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Reason {
    /// Nothing was touched for so long.
    Idle,
    /// The computer goes to sleep, or its session is locked.
    Suspend,
}

#[derive(Clone, Copy, Serialize)]
struct Locked {
    reason: Reason,
    minutes: Option<u64>,
}

impl Idle {
    /// A call came.
    pub(crate) fn touched(&self, clock: &Clock) {
        *locked(&self.last) = Some(now(clock));
    }

    fn silent_for(&self, clock: &Clock) -> Duration {
        locked(&self.last).map_or(Duration::ZERO, |last| last.until(now(clock)))
    }
}

impl Instant {
    /// The time gone by, on the clock that counted the most of it.
    fn until(self, now: Self) -> Duration {
        let wall = now.wall.signed_duration_since(self.wall).to_std().unwrap_or_default();
        wall.max(now.running.saturating_sub(self.running))
    }
}

fn now(clock: &Clock) -> Instant {
    Instant { wall: clock.wall(), running: clock.moment().running }
}

/// Watches for silence until the program ends.
pub(crate) fn watch(app: AppHandle, shell: &Arc<Shell>) -> std::io::Result<()> {
    let shell: Weak<Shell> = Arc::downgrade(shell);
    thread::Builder::new().name("idle".to_owned()).spawn(move || {
        let (_never, wait) = std::sync::mpsc::channel::<()>();
        // The touch since which the office is known to be locked: it stays so until another one.
        let mut locked_since = None;
        loop {
            let Some(before) = shell.upgrade().map(|shell| now(&shell.clock)) else { return };
            // Waiting on a channel that stays silent is a pause that the program's end cuts short.
            let _ = wait.recv_timeout(STEP);
            let Some(shell) = shell.upgrade() else { return };
            let left = before.until(now(&shell.clock)) > SLEPT || is_session_left();
            let silence = shell.idle.silent_for(&shell.clock);
            let touched = *locked(&shell.idle.last);
            if (silence < SHORTEST && !left) || touched == locked_since {
                continue;
            }
            match delay(&shell) {
                None => locked_since = touched,
                Some(_) if left => lock(&app, &shell, Reason::Suspend, None),
                Some(minutes) if silence >= Duration::from_secs(minutes.saturating_mul(60)) => {
                    lock(&app, &shell, Reason::Idle, Some(minutes));
                }
                Some(_) => {}
            }
        }
    })?;
    Ok(())
}

#[cfg(windows)]
fn is_session_left() -> bool {
    crate::session::is_left()
}

/// Linux says so by itself (`sleep`).
#[cfg(not(windows))]
fn is_session_left() -> bool {
    false
}

/// Locks the office, the page having kept what is being typed, and tells it to drop everything.
pub(crate) fn lock(app: &AppHandle, shell: &Arc<Shell>, reason: Reason, minutes: Option<u64>) {
    let locked = Locked { reason, minutes };
    let answer = shell.closing.expects();
    // A window that is closing hears nothing.
    if app.emit("locking", locked).is_ok() {
        let _ = answer.recv_timeout(PATIENCE);
    }
    lock_now(app, shell);
    let _ = app.emit("locked", locked);
}

/// Locks the office without a word to the page; what changed is copied beside.
pub(crate) fn lock_now(app: &AppHandle, shell: &Arc<Shell>) {
    // A desk that is gone has closed its office.
    if shell.desk.call("lock", json!({}), shell.caller()).is_ok() {
        copying::after("lock", app, shell);
    }
}

/// Minutes of silence after which the open office is locked; nothing when it is locked already.
fn delay(shell: &Shell) -> Option<u64> {
    let status = shell.desk.call("status", json!({}), shell.caller()).ok()?;
    status.get("lock_minutes").and_then(Value::as_u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(wall: &str, running: u64) -> Instant {
        Instant { wall: wall.parse().unwrap(), running: Duration::from_secs(running) }
    }

    #[test]
    fn silence_is_counted_by_the_clock_that_saw_the_most_of_it() {
        let start = at("2026-11-24T12:00:00Z", 100);
        for (now, seconds) in [
            (at("2026-11-24T12:10:00Z", 700), 600),
            (at("2026-11-24T20:00:00Z", 101), 8 * 3600),
            (at("2026-11-23T12:00:00Z", 400), 300),
            (at("2026-11-24T12:00:00Z", 100), 0),
        ] {
            assert_eq!(start.until(now), Duration::from_secs(seconds));
        }
    }

    #[test]
    fn nothing_is_silent_before_the_first_call() {
        assert_eq!(Idle::default().silent_for(&Clock::started(None)), Duration::ZERO);
    }
}
