//! Each write, sync, read, removal of a save fails in turn, once and then for good: the action is
//! told as not done and is not there, what was there stays, and it can be done again.

use std::collections::BTreeMap;
use std::path::Path;

use desk::{Desk, Failure, FailureKind};
use rusqlite::Connection;
use serde_json::json;
use store::{VaultFolder, VaultState};

use crate::adviser::{an_office, assert_helps, call, desk_of, record, unlock};
use crate::disk::{Disk, Fault};
use crate::office::{create, kept_office, unlock as store_unlock};
use crate::power::upgraded;
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
            tally.acknowledged += 1;
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
                tally.add(outcome.tally);
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

/// What an action in two tables leaves once one of its writes failed, with this kind of journal: how
/// many rows each table has, or nothing when the database is not sound.
fn left_by(journal: &str, nth: u64) -> Option<[i64; 2]> {
    let folder = quick_folder();
    let disk = vfs::watch(folder.path());
    let path = folder.path().join("plain.db");
    let plain = Connection::open(&path).unwrap();
    let filled = |table| {
        format!(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40)
             INSERT INTO {table} SELECT i, randomblob(900) FROM n;"
        )
    };
    let made = "CREATE TABLE dossier (id INTEGER PRIMARY KEY, body); CREATE TABLE fact (id INTEGER PRIMARY KEY, body)";
    plain.execute_batch(&format!("PRAGMA journal_mode = {journal}; PRAGMA cache_size = 4; {made}")).unwrap();
    disk.fail(Fault::WriteRefused, nth, true);
    let action = format!("BEGIN; {}{} COMMIT", filled("dossier"), filled("fact"));
    let _ = plain.execute_batch(&action);
    drop(plain);
    disk.heal();
    let again = Connection::open(&path).unwrap();
    let sound: Result<String, _> = again.query_row("PRAGMA integrity_check", [], |row| row.get(0));
    let rows = |table| again.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).ok();
    if sound.is_ok_and(|said| said == "ok") { Some([rows("dossier")?, rows("fact")?]) } else { None }
}

#[test]
fn without_a_journal_a_failed_write_leaves_half_an_action() {
    let whole = |left: &Option<[i64; 2]>| matches!(left, Some([0, 0] | [40, 40]));
    let left = |journal| (1..80).map(|nth| left_by(journal, nth)).collect::<Vec<_>>();
    assert!(left("DELETE").iter().all(whole), "with the journal of the store");
    let unprotected = left("OFF");
    assert!(!unprotected.iter().all(whole), "{unprotected:?}");
}

/// Each deed of making an office, and of bringing an older one up to date.
#[test]
fn an_office_that_could_not_be_made_or_brought_up_to_date_is_there_or_not_at_all() {
    let mut tally = Tally::default();
    for fault in Fault::ALL {
        for nth in (1..MANY).step_by(usize::try_from(turns(29, 3)).unwrap()) {
            let folder = quick_folder();
            let disk = vfs::watch(folder.path());
            disk.fail(fault, nth, false);
            let made = create(folder.path());
            if disk.heal() == 0 {
                break;
            }
            tally.faults += 1;
            tally.acknowledged += u64::from(made.is_ok());
            match (VaultFolder::at(folder.path()).state(), made.map(drop)) {
                (VaultState::Present, Ok(())) => {}
                (VaultState::Absent, Err(_)) => drop(create(folder.path()).unwrap()),
                (VaultState::Present, Err(refused)) => {
                    // It failed once the office had its name: it is whole.
                    println!("{fault:?} {nth}: {refused}, and there");
                }
                (VaultState::Absent, Ok(())) => tally.lost += 1,
                (VaultState::Damaged(refused), _) => panic!("{fault:?} {nth}: {refused}"),
            }
            tally.half += u64::from(!store_unlock(folder.path()).unwrap().0.verify().unwrap().is_sound());
        }
    }
    let whole = upgraded(kept_office().path()).unwrap();
    for fault in Fault::ALL {
        for nth in (1..MANY).step_by(usize::try_from(turns(61, 3)).unwrap()) {
            let folder = kept_office();
            let disk = vfs::watch(folder.path());
            disk.fail(fault, nth, false);
            let refused = upgraded(folder.path()).err();
            if disk.heal() == 0 {
                break;
            }
            tally.faults += 1;
            let sentence = refused.map(Failure::from);
            if let Some(refused) = &sentence {
                assert_helps(refused, &format!("upgrade, {fault:?} {nth}"));
            }
            tally.half += u64::from(upgraded(folder.path()).unwrap() != whole);
        }
    }
    tally.told("disk that fails, creation and upgrades", None);
}
