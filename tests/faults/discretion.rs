//! What a program leaves where it falls: no core file, and of a defect no value that was at hand.

use std::process::{Command, Stdio};

use crate::tally::quick_folder;

const FALLING: &str = "ETRIER_FAULTS_FALLING";
const CANARY: &str = "Delmas Sonia, 06 39 98 20 61";

/// What a program says that falls with a value in its hands.
fn said_by(how: &str) -> String {
    let said = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "discretion::falls", "--nocapture"])
        .env(FALLING, how)
        .env("RUST_BACKTRACE", "1")
        .output()
        .unwrap();
    format!("{}{}", String::from_utf8_lossy(&said.stdout), String::from_utf8_lossy(&said.stderr))
}

/// Runs only as the program that falls.
#[test]
fn falls() {
    let Some(how) = std::env::var_os(FALLING) else { return };
    if how == "discreetly" {
        desk::discretion::begin();
    }
    std::thread::spawn(|| panic!("the row of {CANARY}")).join().unwrap_err();
    println!("it goes on");
}

#[test]
fn a_defect_is_told_by_its_place_without_the_value_at_hand() {
    assert!(said_by("as usual").contains(CANARY), "without it, the value is written out");
    let said = said_by("discreetly");
    assert!(said.contains("it goes on"), "{said}");
    assert!(said.contains("défaut (arret, ") && said.contains("discretion.rs:"), "{said}");
    for word in ["Delmas", "Sonia", "39 98"] {
        assert!(!said.contains(word), "{said}");
    }
}

/// `etrier-cli`, built beside this program, waiting for the input of a call.
#[cfg(target_os = "linux")]
#[test]
fn the_program_leaves_no_core_file() {
    let own = std::env::current_exe().unwrap();
    let program = own.ancestors().nth(2).unwrap().join("etrier-cli");
    let folder = quick_folder();
    let mut waiting = Command::new("sh")
        .args(["-c", "ulimit -c unlimited 2>/dev/null; exec \"$@\"", "-"])
        .arg(&program)
        .arg("--office")
        .arg(folder.path())
        .args(["call", "status"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let process = format!("/proc/{}", waiting.id());
    let limit = || {
        let limits = std::fs::read_to_string(format!("{process}/limits")).unwrap_or_default();
        let line = limits.lines().find(|line| line.starts_with("Max core file size"));
        line.map(|line| line.split_whitespace().skip(4).take(2).collect::<Vec<_>>().join(" "))
    };
    let waits = || std::fs::read_to_string(format!("{process}/wchan")).unwrap_or_default().contains("pipe");
    let began = std::time::Instant::now();
    while !(waits() && limit().as_deref() == Some("0 0")) && began.elapsed().as_secs() < 20 {
        std::thread::yield_now();
    }
    assert_eq!(limit().as_deref(), Some("0 0"), "{}", program.display());
    drop(waiting.stdin.take());
    waiting.wait().unwrap();
}
