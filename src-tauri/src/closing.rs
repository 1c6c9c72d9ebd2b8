//! Closing the window without losing what is being typed.
//!
//! The cross first asks the page to keep its drafts and lock; the window goes when
//! the office is locked, or after a moment if the page does not answer.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use tauri::{CloseRequestApi, Emitter, WebviewWindow};

use crate::commands::{self, Shell};

/// How long the page has to answer.
const PATIENCE: Duration = Duration::from_millis(1_500);

/// Whether the window is closing, and who waits for the lock.
#[derive(Default)]
pub(crate) struct Closing {
    begun: AtomicBool,
    waiting: Mutex<Vec<Sender<()>>>,
}

impl Closing {
    /// The office was locked: whoever was waiting for it goes on.
    pub(crate) fn locked(&self) {
        for waiting in commands::locked(&self.waiting).drain(..) {
            // The wait may be over already.
            let _ = waiting.send(());
        }
    }

    /// What hears that the office was locked.
    pub(crate) fn expects(&self) -> Receiver<()> {
        let (waiting, locked) = channel();
        commands::locked(&self.waiting).push(waiting);
        locked
    }
}

/// Answers the cross of the window.
pub(crate) fn asked(window: WebviewWindow, shell: &Arc<Shell>, api: &CloseRequestApi) {
    if shell.closing.begun.swap(true, Ordering::Relaxed) {
        return;
    }
    let locked = shell.closing.expects();
    let told = window.emit("closing", ()).is_ok();
    let goes = window.clone();
    let waits = thread::Builder::new().name("closing".to_owned()).spawn(move || {
        // Locked, or no answer: the window goes in both cases.
        let _ = locked.recv_timeout(PATIENCE);
        let _ = goes.destroy();
    });
    if told && waits.is_ok() {
        api.prevent_close();
    }
}
