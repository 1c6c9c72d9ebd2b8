//! An erasure that is stopped: all of a person is gone, or nothing is, and what is said to be gone
//! is gone for good.

use std::path::Path;
use std::time::Duration;

use desk::{Desk, Failure};
use serde_json::{Value, json};
use store::VaultFolder;

use crate::adviser::{an_office, assert_helps, call, desk_of, unlock};
use crate::chance::Chance;
use crate::child::{Life, killed_after};
use crate::disk::{Fault, Protection, Unsynced};
use crate::office::copy;
use crate::power::Recorded;
use crate::tally::{Tally, clear_text, quick_folder};
use crate::{turns, vfs};

/// Dossiers of the office that erases.
pub const DOSSIERS: u64 = 5;

/// Erases the first dossier that is left.
pub fn erase_first(desk: &mut Desk) -> Result<Value, Failure> {
    let list = call(desk, "dossiers", json!({ "search": "", "offset": 0 }))?;
    let first = list["rows"].as_array().unwrap().iter().min_by_key(|row| row["id"].as_i64()).unwrap();
    let asked = json!({ "dossier": first["id"], "typed_reference": first["reference"], "reason": "asked_by_person",
        "decided_on": "", "keeps_figures": true });
    call(desk, "erase_dossier", asked)
}

pub fn opened(office: &Path) -> Result<Desk, Failure> {
    let mut desk = desk_of(office);
    unlock(&mut desk).map(|_| desk)
}

/// How many dossiers an office has; nothing when it is not sound, or when one is there by half.
pub fn dossiers_of(office: &Path) -> Option<u64> {
    let mut desk = opened(office).inspect_err(|refused| println!("{}", refused.sentence())).ok()?;
    let verdict = call(&mut desk, "verify", json!({})).ok()?;
    let erased = call(&mut desk, "erasures", json!({})).ok()?;
    let listed = erased.to_string().matches("fingerprint").count() as u64;
    let there = verdict["dossiers"].as_u64()?;
    let dump = desk.vault().ok()?.dump().ok()?;
    let rows = |table: &str| dump.lines().filter(|line| line.starts_with(&format!("{table} |"))).count() as u64;
    let whole = [rows("person"), rows("dossier"), rows("dossier_line"), rows("household_member")] == [there; 4];
    let sound = verdict["sound"] == true && whole;
    if !sound {
        println!("{verdict} {listed}");
    }
    sound.then_some(there)
}

fn judge(office: &Path, said: u64) -> Tally {
    let mut tally = Tally { faults: 1, acknowledged: said, ..Tally::default() };
    match dossiers_of(office) {
        Some(there) if there == DOSSIERS - said || there + 1 == DOSSIERS - said => {}
        Some(_) => tally.lost += 1,
        None => tally.half += 1,
    }
    tally
}

#[test]
fn each_deed_of_an_erasure_fails_in_turn_and_nothing_is_erased_by_half() {
    let mut tally = Tally::default();
    let kept = an_office(DOSSIERS);
    for fault in Fault::ALL {
        let step = usize::try_from(turns(17, 2)).unwrap();
        for nth in (1..10_000).step_by(step) {
            let office = quick_folder();
            copy(kept.path(), office.path());
            let mut desk = opened(office.path()).unwrap();
            let disk = vfs::watch(office.path());
            // The connection is made anew on the watched disk.
            call(&mut desk, "lock", json!({})).unwrap();
            unlock(&mut desk).unwrap();
            disk.fail(fault, nth, false);
            let erased = erase_first(&mut desk);
            if disk.heal() == 0 {
                break;
            }
            drop(desk);
            if let Err(refused) = &erased {
                assert_helps(refused, &format!("{fault:?} {nth}"));
            }
            tally.add(judge(office.path(), u64::from(erased.is_ok())));
        }
    }
    tally.told("disk that fails, erasures", None);
}

#[test]
fn a_power_cut_during_an_erasure_leaves_all_of_the_person_or_nothing() {
    let mut chance = Chance::seeded("power cuts during erasures");
    let office = an_office(DOSSIERS);
    let path = office.path().to_owned();
    let recorded = Recorded::of(office, |disk| {
        let mut desk = opened(&path).unwrap();
        erase_first(&mut desk).unwrap();
        disk.acknowledge();
    });
    let place = quick_folder();
    let mut tally = Tally::default();
    let cuts = recorded.steps.len();
    for _ in 0..turns(60, 2500) {
        let steps = usize::try_from(chance.below(cuts as u64 + 1)).unwrap();
        let unsynced = match chance.below(4) {
            0 => Unsynced::Lost,
            1 => Unsynced::Kept,
            _ => Unsynced::Some(&mut chance),
        };
        recorded.lay_out(&recorded.cut(steps, Protection::Whole, unsynced), place.path());
        tally.add(judge(place.path(), u64::from(steps == cuts)));
    }
    tally.told("power cut, erasures", Some(&chance));
}

#[test]
fn a_kill_during_an_erasure_leaves_all_of_the_person_or_nothing() {
    let mut chance = Chance::seeded("kills during erasures");
    let mut tally = Tally::default();
    for _ in 0..turns(15, 250) {
        let office = an_office(DOSSIERS);
        let wait = Duration::from_micros(chance.below(200_000));
        let said = killed_after(office.path(), Life::Erasing, chance.below(3), wait);
        tally.add(judge(office.path(), said));
        tally.clear += clear_text(office.path());
        assert!(VaultFolder::at(office.path()).copies().copies().is_ok());
    }
    tally.told("kill -9, erasures", Some(&chance));
}
