//! A file being attached when the program is stopped, or when the system refuses: what was said
//! to be kept is there to the byte, and what is there by half is nothing.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use desk::{Caller, Desk, Failure, calls};
use serde_json::{Value, json};

use crate::adviser::{a_caller, an_office, call};
use crate::chance::Chance;
use crate::child::{Life, killed_after};
use crate::erasing::opened;
use crate::refused::{REFUSALS, has_strace, refused};
use crate::tally::{Tally, clear_text};
use crate::turns;

fn scan() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/attachments/scripts.pdf")
}

/// Attaches a scan to the first dossier; an error when it was not kept.
pub fn attach(desk: &mut Desk) -> Result<(), Failure> {
    let caller: Caller = a_caller();
    Arc::clone(&caller.outside.files).offer("scan", scan());
    let input =
        json!({ "dossier": 1, "files": ["scan"], "document": "", "again": true, "without_photo_information": false });
    let attached = calls::answer(desk, "attach_files", input, &caller)?;
    if attached["files"][0]["is_kept"] == true { Ok(()) } else { Err(Failure::cancelled()) }
}

/// How many scans are there; nothing when one is not whole or the office not sound.
fn scans_of(office: &Path) -> Option<u64> {
    let mut desk = opened(office).inspect_err(|refused| println!("{}", refused.sentence())).ok()?;
    let verdict = call(&mut desk, "verify", json!({})).ok()?;
    let there = call(&mut desk, "attachments", json!({ "dossier": 1 })).ok()?;
    let rows = there["attachments"].as_array()?;
    let whole = fs::read(scan()).unwrap();
    let kept = |row: &Value| {
        let folder = tempfile::tempdir().unwrap();
        let (caller, target) = (a_caller(), folder.path().join("original"));
        caller.outside.files.offer("original", target.clone());
        let asked = json!({ "dossier": 1, "attachment": row["id"], "file": "original" });
        let saved = calls::answer(&mut desk, "save_attachment", asked, &caller);
        saved.is_ok() && fs::read(target).is_ok_and(|bytes| bytes == whole)
    };
    let sound = !rows.iter().map(kept).collect::<Vec<_>>().contains(&false) && verdict["sound"] == true;
    if !sound {
        println!("{verdict} {there}");
    }
    sound.then_some(rows.len() as u64)
}

fn judge(office: &Path, said: u64) -> Tally {
    let mut tally = Tally { faults: 1, acknowledged: said, ..Tally::default() };
    match scans_of(office) {
        Some(there) if there == said || there == said + 1 => {}
        Some(_) => tally.lost += 1,
        None => tally.half += 1,
    }
    tally.clear += clear_text(office);
    tally
}

#[test]
fn a_kill_while_a_file_is_attached_leaves_it_whole_or_not_there() {
    let mut chance = Chance::seeded("kills during attachments");
    let mut tally = Tally::default();
    for _ in 0..turns(20, 400) {
        let office = an_office(1);
        let wait = Duration::from_micros(chance.below(120_000));
        let said = killed_after(office.path(), Life::Attaching(40), chance.below(4), wait);
        tally.add(judge(office.path(), said));
    }
    tally.told("kill -9, attachments", Some(&chance));
}

#[test]
fn each_call_to_the_system_refused_in_turn_leaves_a_file_whole_or_not_there() {
    if !has_strace() {
        return;
    }
    let mut chance = Chance::seeded("calls refused during attachments");
    let mut tally = Tally::default();
    for refusal in REFUSALS {
        let step = turns(7, 1);
        let mut nth = 1 + chance.below(step);
        loop {
            let office = an_office(1);
            let Some(done) = refused(Life::Attaching(1), office.path(), refusal, nth) else { break };
            tally.add(judge(office.path(), u64::from(done)));
            nth += step;
        }
    }
    tally.told("system calls refused, attachments", Some(&chance));
}
