//! Closing the window without losing what is being typed.
//!
//! The cross first asks the page to keep its drafts and lock; the window goes when
//! the office is locked, or after a moment if the page does not answer.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use tauri::{CloseRequestApi, Emitter, WebviewWindow};

use crate::commands::Shell;

/// How long the page has to answer.
const PATIENCE: Duration = Duration::from_millis(1_500);

/// Whether the window is closing, and who waits for the lock.
#[derive(Default)]
pub(crate) struct Closing {
    begun: AtomicBool,
    waiting: Mutex<Option<std::sync::mpsc::Sender<()>>>,
}

impl Closing {
    /// The office was locked: a window that was waiting for it may go.
    pub(crate) fn locked(&self) {
        if let Some(waiting) = self.waiting.lock().unwrap_or_else(PoisonError::into_inner).take() {
            // The wait may be over already.
            let _ = waiting.send(());
        }
    }
}

/// Answers the cross of the window.
pub(crate) fn asked(window: WebviewWindow, shell: &Arc<Shell>, api: &CloseRequestApi) {
    if shell.closing.begun.swap(true, Ordering::Relaxed) {
        return;
    }
    let (waiting, locked) = channel();
    *shell.closing.waiting.lock().unwrap_or_else(PoisonError::into_inner) = Some(waiting);
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
