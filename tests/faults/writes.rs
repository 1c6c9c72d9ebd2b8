//! Each write, sync, read, removal of a save fails in turn, once and then for good: the action is
//! told as not done and is not there, what was there stays, and it can be done again.

use std::collections::BTreeMap;
use std::path::Path;

use desk::{Desk, Failure, FailureKind};
use rusqlite::Connection;
use serde_json::json;

use crate::adviser::{an_office, assert_helps, call, desk_of, record, unlock};
use crate::disk::{Disk, Fault};
use crate::tally::{Tally, clear_text, quick_folder};
use crate::{turns, vfs};

/// More than any save does of one thing.
const MANY: u64 = 10_000;

fn dump(desk: &Desk) -> Result<String, Failure> {
    Ok(desk.vault()?.dump()?)
}

fn opened(office: &Path) -> Desk {
    let mut desk = desk_of(office);
    unlock(&mut desk).unwrap();
    desk
}

/// What one fault of a save came to.
struct Outcome {
    tally: Tally,
    told: Option<String>,
}

/// Fails the n-th such deed of a save; nothing when the save has no n-th.
fn fail(office: &Path, desk: &mut Desk, disk: &Disk, (fault, nth, lasting): (Fault, u64, bool)) -> Option<Outcome> {
    let context = format!("{fault:?} {nth}, lasting: {lasting}");
    let before = dump(desk).unwrap();
    disk.fail(fault, nth, lasting);
    let outcome = record(desk, nth);
    if lasting && outcome.is_err() {
        // Opening again on a disk that still fails promises nothing and changes nothing.
        if let Err(refused) = unlock(&mut desk_of(office)) {
            assert_helps(&refused, &context);
        }
    }
    let struck = disk.heal();
    let mut tally = Tally { faults: 1, ..Tally::default() };
    let told = match &outcome {
        Ok(_) => {
            tally.acknowledged += 1;
            None
        }
        Err(refused) => {
            assert_helps(refused, &context);
            Some(refused.sentence())
        }
    };
    if dump(desk).is_err() {
        *desk = desk_of(office);
        unlock(desk).unwrap_or_else(|refused| panic!("{context}: {}", refused.sentence()));
    }
    let after = dump(desk).unwrap();
    match outcome {
        Ok(_) if after == before => tally.lost += 1,
        Ok(_) => {}
        Err(refused) if after != before => {
            let sure = refused.sentence().contains("Rien n’a été changé") || refused.kind == FailureKind::DiskFull;
            assert!(!sure, "{context}: the action is there, against « {} »", refused.sentence());
            tally.half += u64::from(call(desk, "verify", json!({})).unwrap()["sound"] != true);
        }
        Err(_) => {
            record(desk, nth).unwrap_or_else(|refused| panic!("{context}: again, {}", refused.sentence()));
        }
    }
    tally.half += u64::from(call(desk, "verify", json!({})).unwrap()["sound"] != true);
    call(desk, "undo", json!({})).unwrap();
    tally.lost += u64::from(dump(desk).unwrap() != before);
    (struck > 0).then_some(Outcome { tally, told })
}

#[test]
fn each_deed_of_a_save_fails_in_turn_and_nothing_is_lost_nor_half_done() {
    let office = an_office(3);
    let disk = vfs::watch(office.path());
    let mut desk = opened(office.path());
    let mut told: BTreeMap<String, Vec<Fault>> = BTreeMap::new();
    let mut tally = Tally::default();
    for fault in Fault::ALL {
        for lasting in [false, true] {
            let step = if lasting && turns(0, 1) == 0 { 3 } else { 1 };
            for nth in (1..MANY).step_by(step) {
                let Some(outcome) = fail(office.path(), &mut desk, &disk, (fault, nth, lasting)) else { break };
                tally.faults += outcome.tally.faults;
                tally.acknowledged += outcome.tally.acknowledged;
                tally.lost += outcome.tally.lost;
                tally.half += outcome.tally.half;
                if let Some(sentence) = outcome.told {
                    let faults = told.entry(sentence).or_default();
                    if !faults.contains(&fault) {
                        faults.push(fault);
                    }
                }
            }
        }
    }
    drop(desk);
    tally.clear = clear_text(office.path());
    told.iter().for_each(|(sentence, faults)| println!("{faults:?}: {sentence}"));
    tally.told("disk that fails, each deed of a save", None);
}
