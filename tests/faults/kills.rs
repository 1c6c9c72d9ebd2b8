//! Killed at any moment, nothing acknowledged is lost and nothing is half done.

use std::time::Duration;

use store::{Told, VaultFolder, VaultState};
use tempfile::tempdir;

use crate::chance::Chance;
use crate::child::{Life, killed_after};
use crate::office::{create, expected, kept_office, projects, unlock};
use crate::power::upgraded;
use crate::tally::{Tally, clear_text};
use crate::turns;

/// Kills of one office, which grows with each; then another is started.
const KILLS_OF_AN_OFFICE: u64 = 20;

/// How many rows of a table the dump of an office has.
fn count(dump: &str, table: &str) -> usize {
    dump.lines().filter(|line| line.starts_with(&format!("{table} |"))).count()
}

#[test]
fn a_kill_during_saves_loses_nothing_acknowledged_and_leaves_nothing_half_done() {
    let mut chance = Chance::seeded("kills during saves");
    let (mut acknowledged, mut one_more, mut rolled_back, mut clear) = (0, 0, 0, 0);
    let kills = turns(240, 2000);
    for office in 0..kills.div_ceil(KILLS_OF_AN_OFFICE) {
        let folder = tempdir().unwrap();
        drop(create(folder.path()).unwrap());
        let mut before = Vec::new();
        for run in 0..KILLS_OF_AN_OFFICE {
            let (actions, wait) = (chance.below(8), Duration::from_micros(chance.below(30_000)));
            let said = killed_after(folder.path(), Life::Saving(run), actions, wait);
            let (vault, told) = unlock(folder.path()).unwrap();
            let there = projects(&vault);
            let context = format!("office {office}, run {run}, {said} acknowledged");
            if there == expected(&before, run, said + 1) {
                one_more += 1;
            } else {
                assert_eq!(there, expected(&before, run, said), "{context}");
            }
            assert_eq!(vault.verify().unwrap().problems, [], "{context}");
            let dump = vault.dump().unwrap();
            let rows = ["person", "dossier", "household_member", "dossier_line"].map(|table| count(&dump, table));
            assert_eq!(rows, [there.len(); 4], "{context}");
            assert_eq!(count(&dump, "fact"), 2 * there.len(), "{context}");
            assert!(told.iter().all(|told| *told == Told::JournalRolledBack), "{context}: {told:?}");
            rolled_back += told.len();
            acknowledged += said;
            before = there;
        }
        clear += clear_text(folder.path());
    }
    println!(
        "{one_more} times the action after as well; {rolled_back} actions cut short in the middle were rolled back"
    );
    let tally = Tally { faults: kills, acknowledged, clear, ..Tally::default() };
    tally.told("kill -9, saves", Some(&chance));
}

#[test]
fn a_kill_during_creation_leaves_an_office_or_none() {
    let mut chance = Chance::seeded("kills during creation");
    let (mut whole, mut none) = (0, 0);
    for _ in 0..turns(40, 400) {
        let folder = tempdir().unwrap();
        let said = killed_after(folder.path(), Life::Creating, 0, Duration::from_micros(chance.below(250_000)));
        match VaultFolder::at(folder.path()).state() {
            VaultState::Present => {
                whole += 1;
                assert_eq!(unlock(folder.path()).unwrap().0.verify().unwrap().problems, []);
            }
            VaultState::Absent => {
                none += 1;
                assert_eq!(said, 0, "an office that was acknowledged is there");
                drop(create(folder.path()).unwrap());
            }
            VaultState::Damaged(refusal) => panic!("{refusal}"),
        }
        assert_eq!(projects(&unlock(folder.path()).unwrap().0), Vec::<String>::new());
    }
    println!("{whole} offices made whole, {none} not made");
    Tally { faults: whole + none, acknowledged: whole, ..Tally::default() }.told("kill -9, creation", Some(&chance));
}

#[test]
fn a_kill_during_an_upgrade_leaves_the_old_shape_or_the_new_one() {
    let mut chance = Chance::seeded("kills during upgrades");
    let mut tally = Tally::default();
    let whole = upgraded(kept_office().path()).unwrap();
    for _ in 0..turns(60, 1500) {
        let folder = kept_office();
        let wait = Duration::from_micros(chance.below(300_000));
        tally.acknowledged += killed_after(folder.path(), Life::Upgrading, 0, wait);
        tally.faults += 1;
        match upgraded(folder.path()) {
            Ok(dump) => tally.lost += u64::from(dump != whole),
            Err(refusal) => {
                println!("{refusal}");
                tally.half += 1;
            }
        }
    }
    tally.told("kill -9, upgrades", Some(&chance));
}
