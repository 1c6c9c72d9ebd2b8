//! The automatic lock: after ten minutes without a call, or a sleep as long.
//!
//! What is being typed calls the desk every two seconds (drafts), so silence is
//! absence. The wall clock is compared too: timers sleep with the computer.

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Weak};
use std::thread;
use std::time::Duration;

use desk::running::Running;
use serde::Serialize;
use serde_json::json;
use tauri::{AppHandle, Emitter};

use crate::clock::Clock;
use crate::commands::Shell;
use crate::copying;

/// How long without a call before the office is locked.
const DELAY: Duration = Duration::from_secs(600);
/// How often silence is measured.
const STEP: Duration = Duration::from_secs(15);

/// When the last call came.
#[derive(Default)]
pub(crate) struct Idle {
    last: AtomicI64,
}

#[derive(Clone, Copy, Serialize)]
struct Locked {
    reason: &'static str,
}

impl Idle {
    /// A call came.
    pub(crate) fn touched(&self, clock: &Clock) {
        self.last.store(clock.wall().timestamp(), Ordering::Relaxed);
    }

    fn silent_for(&self, clock: &Clock) -> Duration {
        let silence = clock.wall().timestamp().saturating_sub(self.last.load(Ordering::Relaxed));
        Duration::from_secs(u64::try_from(silence).unwrap_or_default())
    }
}

/// Watches for silence until the program ends.
pub(crate) fn watch(app: AppHandle, shell: &Arc<Shell>) -> std::io::Result<()> {
    let shell: Weak<Shell> = Arc::downgrade(shell);
    thread::Builder::new().name("idle".to_owned()).spawn(move || {
        let (_never, wait) = std::sync::mpsc::channel::<()>();
        loop {
            // Waiting on a channel that stays silent is a pause that the program's end cuts short.
            let _ = wait.recv_timeout(STEP);
            let Some(shell) = shell.upgrade() else { return };
            if shell.idle.silent_for(&shell.clock) >= DELAY && is_open(&shell.desk, &shell) {
                lock(&app, &shell);
            }
        }
    })?;
    Ok(())
}

/// Locks the office and tells the page to drop everything.
pub(crate) fn lock(app: &AppHandle, shell: &Arc<Shell>) {
    if shell.desk.call("lock", json!({}), shell.caller()).is_ok() {
        copying::after("lock", app, shell);
        // A window that is closing hears nothing.
        let _ = app.emit("locked", Locked { reason: "idle" });
    }
}

fn is_open(desk: &Running, shell: &Shell) -> bool {
    let status = desk.call("status", json!({}), shell.caller());
    status.is_ok_and(|status| status.get("state").is_some_and(|state| state == "open"))
}
