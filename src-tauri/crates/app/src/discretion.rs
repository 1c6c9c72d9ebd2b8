//! What a program that opens the office does before anything else, so that nothing of it is left
//! where the program falls: no core file, no other program of the same person reading its memory,
//! and of a defect only its place in the code, never the values at hand.
//!
//! A core file would hold the keys and the names; the message of a panic may hold a value. Windows is told, for this
//! person, to make no report of a program that falls.

use std::io::Write;
use std::panic::PanicHookInfo;
use std::sync::{Mutex, PoisonError};

/// Where the program last stopped on a defect: file and line.
static STOPPED: Mutex<Option<String>> = Mutex::new(None);

/// Keeps this program discreet from now on. What the system refuses is no reason not to work.
pub fn begin() {
    leave_no_core();
    std::panic::set_hook(Box::new(note));
}

/// Where the last defect was, once.
pub fn stopped_at() -> String {
    let place = STOPPED.lock().unwrap_or_else(PoisonError::into_inner).take();
    place.unwrap_or_else(|| "?".to_owned())
}

fn note(panic: &PanicHookInfo<'_>) {
    let place = panic.location().map_or_else(|| "?".to_owned(), |place| format!("{}:{}", place.file(), place.line()));
    // Nobody reads a broken pipe.
    let _ = writeln!(std::io::stderr(), "Étrier a rencontré un défaut (arret, {place}).");
    *STOPPED.lock().unwrap_or_else(PoisonError::into_inner) = Some(place);
}

#[cfg(unix)]
fn leave_no_core() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    // What this program writes is for this person alone, wherever it is copied afterwards.
    rustix::process::umask(rustix::fs::Mode::RWXG.union(rustix::fs::Mode::RWXO));
    // Refused only to a limit that is raised.
    let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        // Refused by no Linux.
        let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    }
}

/// What `WerAddExcludedApplication` writes.
#[cfg(windows)]
fn leave_no_core() {
    use winsafe::{HKEY, RegistryValue};
    const EXCLUDED: &str = r"Software\Microsoft\Windows\Windows Error Reporting\ExcludedApplications";
    let own = std::env::current_exe().ok();
    if let Some(name) = own.as_deref().and_then(std::path::Path::file_name).and_then(|name| name.to_str()) {
        // A computer that lets nobody write there has reports of its own choice.
        let _ = HKEY::CURRENT_USER.RegSetKeyValue(Some(EXCLUDED), Some(name), RegistryValue::Dword(1));
    }
}

#[cfg(not(any(unix, windows)))]
fn leave_no_core() {}
