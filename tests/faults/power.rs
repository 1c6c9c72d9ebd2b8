//! The power goes out after any step of a save: the office is as it was before the action, or as
//! it is after, and what was acknowledged is there.
//!
//! A save is made once on a watched disk. Then, for each of its steps, the files are laid out as a
//! disk may show them after a cut there, and the office is unlocked from them. The same cuts with
//! a protection left out have to do harm.

use std::collections::BTreeSet;
use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::Path;

use store::{Secret, StoreError, Vault, VaultFolder};
use tempfile::TempDir;

use crate::chance::Chance;
use crate::disk::{Disk, Files, Protection, Step, Unsynced, after_cut, files_of};
use crate::office::{KEPT_PASSPHRASE, copy, create, do_action, expected, kept_office, now, projects, unlock};
use crate::tally::{Tally, clear_text, quick_folder};
use crate::{turns, vfs};

/// Actions before the cuts, so that pages are changed and not only added.
const BEFORE: u64 = 6;

/// What a disk showed of an office once the power was back.
#[derive(Debug, PartialEq, Eq)]
pub enum Shown {
    /// Everything acknowledged, nothing else.
    Acknowledged,
    /// The one action after it as well.
    OneMore,
    /// Something acknowledged is missing.
    Lost,
    /// It does not open, is not sound, or shows what never was.
    Broken(String),
}

/// What was done on a watched disk: the files before it, and each step.
pub struct Recorded {
    folder: TempDir,
    files: Files,
    pub steps: Vec<Step>,
}

impl Recorded {
    pub fn of<T>(folder: TempDir, work: impl FnOnce(&Disk) -> T) -> Self {
        let disk = vfs::watch(folder.path());
        let files = files_of(&generation(folder.path()));
        disk.record();
        drop(work(&disk));
        Self { folder, files, steps: disk.recorded() }
    }

    /// What the disk shows after a cut that came after so many steps.
    pub fn cut(&self, steps: usize, protection: Protection, unsynced: Unsynced<'_>) -> Files {
        after_cut(&self.files, &self.steps[..steps], protection, unsynced)
    }

    /// The office with these files in its generation.
    pub fn lay_out(&self, files: &Files, place: &Path) {
        let _ = fs::remove_dir_all(place.join("vault"));
        fs::create_dir_all(generation(place)).unwrap();
        fs::copy(self.folder.path().join("vault/current"), place.join("vault/current")).unwrap();
        let pieces = self.folder.path().join("vault/pieces");
        if pieces.exists() {
            copy(&pieces, &place.join("vault/pieces"));
        }
        for (name, bytes) in files {
            fs::write(generation(place).join(name), bytes).unwrap();
        }
    }
}

/// Some actions on a watched disk.
struct Saves {
    recorded: Recorded,
    there: Vec<String>,
}

impl Saves {
    fn of(actions: u64) -> Self {
        let folder = quick_folder();
        let mut vault = create(folder.path()).unwrap();
        (0..BEFORE).for_each(|action| do_action(&mut vault, 0, action));
        let there = projects(&vault);
        drop(vault);
        let path = folder.path().to_owned();
        let recorded = Recorded::of(folder, |disk| {
            let (mut vault, _) = unlock(&path).unwrap();
            for action in 0..actions {
                do_action(&mut vault, 1, action);
                disk.acknowledge();
            }
        });
        Self { recorded, there }
    }

    fn acknowledged(&self, steps: usize) -> u64 {
        self.recorded.steps[..steps].iter().filter(|step| matches!(step, Step::Acknowledged)).count() as u64
    }

    /// Unlocks the office from what the disk shows.
    fn judge(&self, files: &Files, acknowledged: u64, place: &Path) -> Shown {
        self.recorded.lay_out(files, place);
        let vault = match unlock(place) {
            Ok((vault, _)) => vault,
            Err(refusal) => return Shown::Broken(refusal.to_string()),
        };
        match vault.verify() {
            Ok(verdict) if verdict.is_sound() => self.compare(&vault, acknowledged),
            Ok(verdict) => Shown::Broken(format!("{:?}", verdict.problems)),
            Err(refusal) => Shown::Broken(refusal.to_string()),
        }
    }

    fn compare(&self, vault: &Vault, acknowledged: u64) -> Shown {
        let shown = projects(vault);
        if shown == expected(&self.there, 1, acknowledged) {
            Shown::Acknowledged
        } else if shown == expected(&self.there, 1, acknowledged + 1) {
            Shown::OneMore
        } else if (0..acknowledged).any(|actions| shown == expected(&self.there, 1, actions)) {
            Shown::Lost
        } else {
            Shown::Broken(format!("{shown:?}"))
        }
    }
}

fn generation(office: &Path) -> std::path::PathBuf {
    office.join("vault/generation-000001")
}

fn fingerprint(files: &Files, acknowledged: u64) -> u64 {
    let mut hasher = DefaultHasher::new();
    (files, acknowledged).hash(&mut hasher);
    hasher.finish()
}

#[test]
fn a_power_cut_at_any_step_of_a_save_leaves_all_of_it_or_nothing() {
    let mut chance = Chance::seeded("power cuts");
    // A request, its undo, a request again: rows come, go and come.
    let saves = Saves::of(turns(2, 6));
    let place = quick_folder();
    let mut seen = BTreeSet::new();
    let (mut tally, mut one_more) = (Tally::default(), 0);
    for steps in 0..=saves.recorded.steps.len() {
        let acknowledged = saves.acknowledged(steps);
        for turn in 0..2 + turns(1, 8) {
            let unsynced = match turn {
                0 => Unsynced::Lost,
                1 => Unsynced::Kept,
                _ => Unsynced::Some(&mut chance),
            };
            let files = saves.recorded.cut(steps, Protection::Whole, unsynced);
            if !seen.insert(fingerprint(&files, acknowledged)) {
                continue;
            }
            tally.faults += 1;
            tally.acknowledged += acknowledged;
            match saves.judge(&files, acknowledged, place.path()) {
                Shown::Acknowledged => {}
                Shown::OneMore => one_more += 1,
                Shown::Lost => tally.lost += 1,
                Shown::Broken(what) => {
                    println!("cut after step {steps}, turn {turn}: {what}");
                    tally.half += 1;
                }
            }
            tally.clear += clear_text(place.path());
        }
    }
    println!("{} steps; {one_more} cuts show the action after as well", saves.recorded.steps.len());
    tally.told("power cut, each step of a save", Some(&chance));
}

#[test]
fn without_one_of_its_protections_a_power_cut_does_harm() {
    let mut chance = Chance::seeded("power cuts without protection");
    let saves = Saves::of(2);
    let place = quick_folder();
    let mut harm = |protection| {
        // Harm has to be found soon: from the last step back, where most is at stake.
        (0..=saves.recorded.steps.len()).rev().flat_map(|steps| [steps; 3]).find_map(|steps| {
            let files = saves.recorded.cut(steps, protection, Unsynced::Some(&mut chance));
            let shown = saves.judge(&files, saves.acknowledged(steps), place.path());
            (!matches!(shown, Shown::Acknowledged | Shown::OneMore)).then_some(shown)
        })
    };
    assert_eq!(harm(Protection::WithoutSyncedNames), Some(Shown::Lost), "an acknowledged action is taken back");
    assert!(harm(Protection::WithoutSyncs).is_some(), "writes out of order");
    assert!(matches!(harm(Protection::WithoutJournal), Some(Shown::Broken(_))), "half an action");
}

/// The delivered office, brought to the schema of a program to come while the power goes out.
#[test]
fn a_power_cut_during_an_upgrade_leaves_the_old_shape_or_the_new_one() {
    let mut chance = Chance::seeded("power cuts during upgrades");
    let mut tally = Tally::default();
    let place = quick_folder();
    let folder = kept_office();
    let path = folder.path().to_owned();
    let mut whole = String::new();
    let recorded = Recorded::of(folder, |_| whole = upgraded(&path).unwrap());
    let cuts = recorded.steps.len() as u64;
    for _ in 0..turns(120, 15_000) {
        let steps = usize::try_from(chance.below(cuts + 1)).unwrap();
        let unsynced = match chance.below(4) {
            0 => Unsynced::Lost,
            1 => Unsynced::Kept,
            _ => Unsynced::Some(&mut chance),
        };
        recorded.lay_out(&recorded.cut(steps, Protection::Whole, unsynced), place.path());
        tally.faults += 1;
        match upgraded(place.path()) {
            Ok(dump) if dump == whole => {}
            Ok(_) => tally.lost += 1,
            Err(refusal) => {
                println!("cut after step {steps} of {cuts}: {refusal}");
                tally.half += 1;
            }
        }
    }
    println!("{cuts} steps");
    tally.told("power cut, upgrades", Some(&chance));
}

#[test]
fn without_a_journal_a_power_cut_during_an_upgrade_does_harm() {
    let mut chance = Chance::seeded("power cuts during unprotected upgrades");
    let folder = kept_office();
    let path = folder.path().to_owned();
    let recorded = Recorded::of(folder, |_| upgraded(&path).unwrap());
    let place = quick_folder();
    let cuts = recorded.steps.len() as u64;
    let harmed = (0..40).any(|_| {
        let steps = usize::try_from(chance.below(cuts)).unwrap();
        let files = recorded.cut(steps, Protection::WithoutJournal, Unsynced::Some(&mut chance));
        recorded.lay_out(&files, place.path());
        upgraded(place.path()).is_err()
    });
    assert!(harmed, "none of 40 cuts");
}

/// What a program to come runs: facts say in which language they were told.
const LATER: &[&[&str]] = &[&[
    "ALTER TABLE fact RENAME TO fact_1",
    "CREATE TABLE fact (
       id INTEGER PRIMARY KEY AUTOINCREMENT,
       dossier INTEGER NOT NULL REFERENCES dossier (id),
       kind TEXT NOT NULL,
       on_date TEXT NOT NULL,
       precision TEXT NOT NULL DEFAULT 'day',
       replaces INTEGER UNIQUE REFERENCES fact (id),
       recorded_at TEXT NOT NULL,
       reason TEXT,
       body TEXT NOT NULL CHECK (json_valid(body)),
       retracted INTEGER NOT NULL DEFAULT 0,
       language TEXT NOT NULL DEFAULT 'fr'
     ) STRICT",
    "INSERT INTO fact (id, dossier, kind, on_date, precision, replaces, recorded_at, reason, body, retracted)
     SELECT id, dossier, kind, on_date, precision, replaces, recorded_at, reason, body, retracted FROM fact_1 ORDER BY id;
     DELETE FROM sqlite_sequence WHERE name = 'fact';
     UPDATE sqlite_sequence SET name = 'fact' WHERE name = 'fact_1';
     DROP TABLE fact_1;
     CREATE INDEX fact_dossier ON fact (dossier)",
    "ALTER TABLE person ADD COLUMN language TEXT NOT NULL DEFAULT ''",
]];

/// Unlocks an office with a program to come, and gives all that is in it once up to date and verified.
pub fn upgraded(office: &Path) -> Result<String, StoreError> {
    let secret = Secret::Passphrase(KEPT_PASSPHRASE);
    let (vault, _) = Vault::unlock_later(&VaultFolder::at(office), secret, now(), LATER)?;
    let verdict = vault.verify()?;
    assert!(verdict.is_sound(), "{:?}", verdict.problems);
    vault.dump()
}
