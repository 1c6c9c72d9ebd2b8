//! Calls to the system that are refused, the n-th of a kind: `strace` answers in its place.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::child::Life;

/// What the system refuses, and with which error.
pub const REFUSALS: [(&str, &str); 7] = [
    ("fsync,fdatasync", "EIO"),
    ("write,pwrite64", "ENOSPC"),
    ("copy_file_range,sendfile", "ENOSPC"),
    ("?rename,?renameat,?renameat2", "EIO"),
    ("?mkdir,?mkdirat", "ENOSPC"),
    ("?unlink,?unlinkat,?rmdir", "EACCES"),
    ("?openat", "ENOSPC"),
];

/// Runs a life with the n-th of such calls to the system refused; whether it was said to be done, or nothing when
/// there is no n-th.
pub fn refused(life: Life, folder: &Path, (calls, error): (&str, &str), nth: u64) -> Option<bool> {
    let log = folder.with_extension("strace");
    let inject = format!("inject={calls}:error={error}:when={nth}");
    let (trace, out) = (format!("trace={calls}"), log.to_str().unwrap());
    let before = ["strace", "-f", "-qq", "-o", out, "-e", &trace, "-e", &inject];
    let ended = life.command(folder, &before).stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap();
    let met = std::fs::read_to_string(&log).unwrap_or_default().contains("(INJECTED)");
    let _ = std::fs::remove_file(&log);
    met.then_some(ended.success())
}

pub fn has_strace() -> bool {
    let there = Command::new("strace").args(["-qq", "-o", "/dev/null", "true"]).status();
    let there = there.is_ok_and(|status| status.success());
    if !there {
        println!("strace does not run here: what the system refuses to plain files is not tried");
    }
    there
}
