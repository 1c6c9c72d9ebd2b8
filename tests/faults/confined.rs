//! An office on a disk that is full, on a folder that takes no writing, in a computer short of
//! memory: the program runs again with its means really cut, by the system itself.
//!
//! Full disks and read-only folders need a user namespace (`unshare`); where the system refuses
//! one, the test says that it did not run.

use std::path::{Path, PathBuf};
use std::process::Command;

use desk::{Failure, FailureKind};
use serde_json::json;
use store::{KeyCost, NewVault, RecoveryCode, Vault, VaultFolder};

use crate::adviser::{an_office, assert_helps, call, desk_of, found, record, unlock};
use crate::office::{PASSPHRASE, now};
use crate::tally::{Tally, clear_text, quick_folder};

const FOLDER: &str = "ETRIER_FAULTS_CONFINED";
/// Says that the program did what it was run for.
const DONE: &str = "done, so many times: ";

/// The folder of an office, when this program is the confined one.
fn confined() -> Option<PathBuf> {
    std::env::var_os(FOLDER).map(PathBuf::from)
}

/// Runs one test of this program again, in a shell that first confines it; how many faults it met.
fn run(shell: &str, test: &str, folder: &Path) -> u64 {
    let script = format!("{shell}\nexec \"$0\" --exact \"confined::{test}\" --nocapture");
    let said = Command::new("sh")
        .args(["-c", &script])
        .arg(std::env::current_exe().unwrap())
        .env(FOLDER, folder)
        .env("MALLOC_ARENA_MAX", "1")
        .output()
        .unwrap();
    let out = String::from_utf8_lossy(&said.stdout);
    assert!(said.status.success(), "{out}\n{}", String::from_utf8_lossy(&said.stderr));
    let done = out.lines().find_map(|line| line.strip_prefix(DONE)?.parse().ok());
    done.unwrap_or_else(|| panic!("{test} did nothing: {out}"))
}

/// The same in namespaces of its own, as root of them; nothing when the system has none to give.
fn run_apart(shell: &str, test: &str, folder: &Path) -> Option<u64> {
    let may = Command::new("unshare").args(["--map-root-user", "--mount", "true"]).output();
    if !may.is_ok_and(|said| said.status.success()) {
        println!("{test}: this system gives no user namespace, not run");
        return None;
    }
    let script = format!("exec unshare --map-root-user --mount sh -c '{shell}\nexec \"$@\"' - \"$0\" \"$@\"");
    let script = format!("set -- --exact \"confined::{test}\" --nocapture\n{script}\n:");
    Some(run(&script, test, folder))
}

fn tally(faults: u64, folder: &Path) -> Tally {
    Tally { faults, clear: clear_text(folder), ..Tally::default() }
}

/// Records until it is refused; the refusal, and how many were recorded.
fn until_refused(desk: &mut desk::Desk) -> (Failure, u64) {
    let refused = (0..10_000).find_map(|number| Some((record(desk, number).err()?, number)));
    refused.expect("a disk without end")
}

#[track_caller]
fn assert_sound(desk: &mut desk::Desk, dossiers: u64) {
    let verdict = call(desk, "verify", json!({})).unwrap();
    assert_eq!((&verdict["sound"], &verdict["dossiers"]), (&json!(true), &json!(dossiers)), "{verdict}");
}

/// Fills a disk to its last byte; the file that does.
fn fill(folder: &Path) -> PathBuf {
    use std::io::Write;
    let path = folder.join("last-bytes");
    let mut file = std::fs::File::create(&path).unwrap();
    for block in [&[7; 4096][..], &[7; 1][..]] {
        while file.write_all(block).is_ok() {}
    }
    path
}

#[test]
fn fills_its_disk() {
    let Some(folder) = confined() else { return };
    std::fs::write(folder.join("ballast"), vec![7; 300_000]).unwrap();
    let mut desk = found(&folder).unwrap();
    let mut there = 0;
    let mut faults = 0;
    for _ in 0..2 {
        let (refused, recorded) = until_refused(&mut desk);
        there += recorded;
        assert_eq!(refused.kind, FailureKind::DiskFull, "{}", refused.sentence());
        assert_helps(&refused, "full");
        assert_sound(&mut desk, there);
        call(&mut desk, "lock", json!({})).unwrap();
        let filled = fill(&folder);
        unlock(&mut desk).unwrap_or_else(|refused| panic!("a full disk opens: {}", refused.sentence()));
        record(&mut desk, 0).expect_err("not a byte is left");
        call(&mut desk, "dossier", json!({ "dossier": 1 })).expect("a dossier is read without a byte");
        std::fs::remove_file(filled).unwrap();
        assert_sound(&mut desk, there);
        call(&mut desk, "dossier", json!({ "dossier": 1 })).expect("a dossier is read on a full disk");
        let copied = desk::copies::keep_before(&mut desk, store::Reason::Asked, &crate::adviser::a_caller().moment);
        let refused = copied.expect_err("no room for a copy");
        assert_eq!(refused.kind, FailureKind::DiskFull, "{}", refused.sentence());
        assert_helps(&refused, "copy");
        assert!(refused.sentence().contains("Mo"), "what is needed: {}", refused.sentence());
        faults += 2;
        let _ = std::fs::remove_file(folder.join("ballast"));
    }
    println!("\n{DONE}{faults}");
}

#[test]
fn a_full_disk_refuses_the_action_and_keeps_the_office() {
    let folder = quick_folder();
    let full = "mount -t tmpfs -o size=1600k tmpfs \"$ETRIER_FAULTS_CONFINED\"";
    if let Some(faults) = run_apart(full, "fills_its_disk", folder.path()) {
        tally(faults, folder.path()).told("full disk (a real one)", None);
    }
}

#[test]
fn meets_the_limit_of_files() {
    let Some(folder) = confined() else { return };
    let mut desk = desk_of(&folder);
    unlock(&mut desk).unwrap();
    let (refused, recorded) = until_refused(&mut desk);
    assert_eq!(refused.kind, FailureKind::DiskFull, "{}", refused.sentence());
    assert_helps(&refused, "limit");
    assert_sound(&mut desk, 1 + recorded);
    println!("\n{DONE}1");
}

#[test]
fn a_limit_of_file_sizes_is_told_as_a_full_disk() {
    let office = an_office(1);
    let size = std::fs::metadata(office.path().join("vault/generation-000001/office.db")).unwrap().len();
    let blocks = size / 512 + 100;
    let faults = run(&format!("trap '' XFSZ; ulimit -f {blocks}"), "meets_the_limit_of_files", office.path());
    tally(faults, office.path()).told("limit of file sizes", None);
}

#[test]
fn loses_the_right_to_write() {
    let Some(folder) = confined() else { return };
    // Laid over the folder, whose open files stay as they are, and lifted again.
    let mount = |with: &[&str]| {
        let (program, arguments) = with.split_first().unwrap();
        let done = Command::new(program).args(arguments).arg(&folder).status();
        assert!(done.unwrap().success(), "{with:?}");
    };
    let folder_again = folder.to_str().unwrap();
    let mut desk = desk_of(&folder);
    unlock(&mut desk).unwrap();
    mount(&["mount", "--bind", folder_again]);
    mount(&["mount", "-o", "remount,bind,ro"]);
    let refused = record(&mut desk, 1).expect_err("a folder that takes no writing");
    assert_helps(&refused, "read-only while open");
    assert_sound(&mut desk, 1);
    call(&mut desk, "dossier", json!({ "dossier": 1 })).expect("a dossier is read where nothing is written");
    let locked = call(&mut desk, "lock", json!({}));
    assert!(locked.is_ok(), "locking needs no disk");
    let refused = unlock(&mut desk).expect_err("a folder that takes no writing");
    assert_helps(&refused, "read-only at unlock");
    assert!(refused.sentence().contains("intacts"), "{}", refused.sentence());
    mount(&["umount"]);
    unlock(&mut desk).unwrap();
    record(&mut desk, 2).unwrap();
    assert_sound(&mut desk, 2);
    println!("\n{DONE}2");
}

#[test]
fn a_folder_that_takes_no_writing_is_told_and_nothing_is_lost() {
    let office = an_office(1);
    if let Some(faults) = run_apart(":", "loses_the_right_to_write", office.path()) {
        tally(faults, office.path()).told("folder that takes no writing", None);
    }
}

#[test]
fn lacks_memory_for_its_key() {
    let Some(folder) = confined() else { return };
    let refused = unlock(&mut desk_of(&folder)).expect_err("no room for the key");
    assert!(refused.sentence().contains("mémoire"), "{}", refused.sentence());
    assert_helps(&refused, "memory");
    println!("\n{DONE}1");
}

#[test]
fn a_computer_short_of_memory_says_so_and_leaves_the_office_alone() {
    let office = quick_folder();
    let code = RecoveryCode::generate().unwrap();
    let new = NewVault { passphrase: PASSPHRASE, code: &code, cost: KeyCost::Real, settings: &[] };
    drop(Vault::create(&VaultFolder::at(office.path()), &new, now()).unwrap());
    let before = std::fs::read(office.path().join("vault/generation-000001/office.db")).unwrap();
    let faults = run("ulimit -v 230000", "lacks_memory_for_its_key", office.path());
    let after = std::fs::read(office.path().join("vault/generation-000001/office.db")).unwrap();
    assert!(before == after, "not a byte");
    tally(faults, office.path()).told("memory for the key", None);
}
