//! Copies made by themselves: after an opening when one is due, after a lock when something changed.
//!
//! The desk takes a copy in a moment; it is verified on a thread of its own, which the end of the program waits for.

use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

use desk::FailureKind;
use serde_json::json;
use tauri::{AppHandle, Emitter};

use crate::commands::{Shell, locked};

/// The copies being verified.
#[derive(Default)]
pub(crate) struct Copying(Mutex<Vec<JoinHandle<()>>>);

/// A call was answered: what has to be copied now is.
pub(crate) fn after(call: &str, app: &AppHandle, shell: &Arc<Shell>) {
    match call {
        "unlock" | "unlock_with_code" | "create_office" | "create_demo_office" => beside("copy_if_due", app, shell),
        "lock" => beside("finish_copies", app, shell),
        _ => {}
    }
}

/// Waits until every copy is verified: the program is ending.
pub(crate) fn wait(shell: &Shell) {
    // What was taken by a lock that nobody heard of.
    let _ = shell.desk.call("finish_copies", json!({}), shell.caller());
    let running = std::mem::take(&mut *locked(&shell.copying.0));
    for copy in running {
        // A copy that failed left its note.
        let _ = copy.join();
    }
}

fn beside(call: &'static str, app: &AppHandle, shell: &Arc<Shell>) {
    let (app, own) = (app.clone(), Arc::clone(shell));
    let begun = thread::Builder::new().name("copies".to_owned()).spawn(move || {
        // What failed is told where copies are shown, until one succeeds.
        let done = own.desk.call(call, json!({}), own.caller());
        let damaged = done.is_err_and(|failure| failure.kind == FailureKind::Damaged);
        // A window that is gone hears nothing.
        let _ = app.emit(if damaged { "damaged" } else { "copies" }, ());
    });
    let mut running = locked(&shell.copying.0);
    running.retain(|copy| !copy.is_finished());
    running.extend(begun);
}
