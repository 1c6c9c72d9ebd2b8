//! The window of Étrier: finds the office's folder, opens one window, hands every
//! call to the desk. No rule lives here.

// A window program has no console on Windows.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

mod arguments;
mod clipboard;
mod clock;
mod closing;
mod commands;
mod copying;
mod dropped;
mod idle;
#[cfg(target_os = "linux")]
mod page;
#[cfg(windows)]
mod session;
#[cfg(target_os = "linux")]
mod sleep;
mod window;

use std::io::Write;
use std::process::ExitCode;

use crate::arguments::Arguments;

fn main() -> ExitCode {
    desk::discretion::begin();
    if std::env::args_os().nth(1).is_some_and(|argument| argument == desk::renderer::ARGUMENT) {
        return desk::renderer::serve();
    }
    desk::renderer::begin();
    match Arguments::read(std::env::args_os().skip(1)).and_then(|arguments| window::run(&arguments)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            // Nobody reads a broken pipe.
            let _ = writeln!(std::io::stderr(), "{sentence}");
            // Windows shows nothing of what a window program writes there.
            #[cfg(windows)]
            rfd::MessageDialog::new()
                .set_level(rfd::MessageLevel::Warning)
                .set_title("Étrier")
                .set_description(sentence)
                .show();
            ExitCode::from(2)
        }
    }
}
