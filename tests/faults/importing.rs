//! A register being taken over when the disk fails or the program is killed: all of its lines are there or none is, and
//! what is there can be undone.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use desk::{Desk, Failure, calls};
use serde_json::{Value, json};

use crate::adviser::{a_caller, an_office, assert_helps, call, unlock};
use crate::chance::Chance;
use crate::child::{Life, killed_after};
use crate::disk::Fault;
use crate::erasing::{dossiers_of, opened};
use crate::office::copy;
use crate::tally::{Tally, clear_text, quick_folder};
use crate::{turns, vfs};

/// Dossiers of the office before.
const BEFORE: u64 = 2;
/// Lines of the register.
const LINES: u64 = 60;

/// Opens a register and takes all of it over.
pub fn take_over(desk: &mut Desk) -> Result<Value, Failure> {
    let caller = a_caller();
    let register = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/registers/sixty.csv");
    Arc::clone(&caller.outside.files).offer("register", register);
    calls::answer(desk, "open_register", json!({ "file": "register" }), &caller)?;
    calls::answer(desk, "take_over_register", json!({ "leave_unsettled": false }), &caller)
}

/// Undoes the import that is there.
fn undo(desk: &mut Desk) -> Result<Value, Failure> {
    let register = call(desk, "register", json!({}))?;
    call(desk, "undo_register", json!({ "import": register["imports"][0]["import"] }))
}

/// Judges what is left: all or nothing, and from there the import is done or undone as if nothing had happened.
fn judge(office: &Path, said: u64) -> Tally {
    let mut tally = Tally { faults: 1, acknowledged: said, ..Tally::default() };
    let there = dossiers_of(office);
    let next: fn(&mut Desk) -> Result<Value, Failure> = match there {
        Some(there) if there == BEFORE + LINES => undo,
        Some(BEFORE) if said == 0 => take_over,
        Some(BEFORE) => return Tally { lost: 1, ..tally },
        Some(_) | None => return Tally { half: 1, ..tally },
    };
    next(&mut opened(office).unwrap()).unwrap_or_else(|refused| panic!("{}", refused.sentence()));
    let expected = if there == Some(BEFORE) { BEFORE + LINES } else { BEFORE };
    tally.half += u64::from(dossiers_of(office) != Some(expected));
    tally.clear += clear_text(office);
    tally
}

#[test]
fn each_deed_of_an_import_fails_in_turn_and_nothing_is_taken_over_by_half() {
    let mut tally = Tally::default();
    let kept = an_office(BEFORE);
    for fault in Fault::ALL {
        for nth in (1..100_000).step_by(usize::try_from(turns(397, 7)).unwrap()) {
            let office = quick_folder();
            copy(kept.path(), office.path());
            let mut desk = opened(office.path()).unwrap();
            let disk = vfs::watch(office.path());
            // The connection is made anew on the watched disk.
            call(&mut desk, "lock", json!({})).unwrap();
            unlock(&mut desk).unwrap();
            disk.fail(fault, nth, false);
            let taken = take_over(&mut desk);
            if disk.heal() == 0 {
                break;
            }
            drop(desk);
            if let Err(refused) = &taken {
                assert_helps(refused, &format!("{fault:?} {nth}"));
            }
            tally.add(judge(office.path(), u64::from(taken.is_ok())));
        }
    }
    tally.told("disk that fails, imports", None);
}

#[test]
fn a_disk_that_stays_full_leaves_the_office_as_it_was() {
    let kept = an_office(BEFORE);
    let mut tally = Tally::default();
    for nth in (1..100_000).step_by(usize::try_from(turns(211, 5)).unwrap()) {
        let office = quick_folder();
        copy(kept.path(), office.path());
        let mut desk = opened(office.path()).unwrap();
        let disk = vfs::watch(office.path());
        call(&mut desk, "lock", json!({})).unwrap();
        unlock(&mut desk).unwrap();
        disk.fail(Fault::Full, nth, true);
        let taken = take_over(&mut desk);
        drop(desk);
        if disk.heal() == 0 {
            break;
        }
        tally.add(judge(office.path(), u64::from(taken.is_ok())));
    }
    tally.told("disk full for good, imports", None);
}

#[test]
fn a_kill_during_an_import_leaves_all_of_it_or_nothing() {
    let mut chance = Chance::seeded("kills during imports");
    let mut tally = Tally::default();
    let kept = an_office(BEFORE);
    for _ in 0..turns(12, 300) {
        let office = quick_folder();
        copy(kept.path(), office.path());
        let wait = Duration::from_micros(chance.below(1_500_000));
        let said = killed_after(office.path(), Life::Importing, 0, wait);
        tally.add(judge(office.path(), said));
    }
    tally.told("kill -9, imports", Some(&chance));
}
