//! Files of before put back by other hands, a municipal backup or a synchronised folder: whatever mixture of states it
//! makes, what is older is told, and opening it destroys no state that the other hand left.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use chrono::TimeDelta;
use store::{CopyAt, JournalEntry, Reason, Secret, Vault, VaultFolder, Way};
use tempfile::TempDir;

use crate::chance::Chance;
use crate::office::{PASSPHRASE, create, do_action, now, unlock};
use crate::tally::{Tally, clear_text, quick_folder};
use crate::turns;

/// The files of an office but its copies, by their path in the vault.
type State = BTreeMap<PathBuf, Vec<u8>>;

fn state(vault: &Path) -> State {
    fn gather(vault: &Path, folder: &Path, found: &mut State) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(vault).unwrap().to_owned();
            let is_apart = ["backups", "lock", "pieces", "quarantine"].iter().any(|apart| name == Path::new(apart));
            if is_apart {
                continue;
            }
            if path.is_dir() {
                gather(vault, &path, found);
            } else {
                found.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    let mut found = State::new();
    gather(vault, vault, &mut found);
    found
}

/// An office that lived through so many phases, each with actions, a copy, at times a restoration; its states in turn.
fn lived(chance: &mut Chance) -> (TempDir, Vec<State>) {
    let folder = quick_folder();
    let vault_folder = folder.path().join("vault");
    let mut vault = create(folder.path()).unwrap();
    let mut states = Vec::new();
    for phase in 0..3 + chance.below(3) {
        let at = now() + TimeDelta::minutes(i64::try_from(phase).unwrap());
        // No two lines are of one moment, as in life: what went another way has another journal.
        vault.note(JournalEntry { call: "unlock", dossier: None, fields: &[], now: at }).unwrap();
        (0..1 + chance.below(4)).for_each(|action| do_action(&mut vault, phase, action));
        let made = vault.snapshot(Reason::Asked, at).unwrap().finish(&mut |_, _| true).unwrap();
        drop(vault);
        if chance.below(4) == 0 {
            let place = VaultFolder::at(folder.path());
            let (copies, way) = (place.copies(), Way::Secret(Secret::Passphrase(PASSPHRASE)));
            place.restore(CopyAt { place: &copies, stamp: &made.stamp }, way, at, &mut |_, _| true).unwrap();
        }
        vault = unlock(folder.path()).unwrap().0;
        states.push(state(&vault_folder));
    }
    (folder, states)
}

/// Every database that lies anywhere in the vault.
fn databases(folder: &Path) -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(databases(&path));
        } else if path.ends_with("office.db") {
            found.push(fs::read(&path).unwrap());
        }
    }
    found
}

/// Opens an office some of whose files were put back: whether what is not the last state of it was told.
fn is_told(folder: &Path, last: &str) -> bool {
    match unlock(folder) {
        Err(_) => true,
        Ok((vault, told)) => {
            let is_last = vault.dump().unwrap() == last;
            let is_sound = vault.verify().unwrap().is_sound() && vault.journal_verdict().unwrap().doubts.is_empty();
            is_last || !is_sound || !told.is_empty()
        }
    }
}

#[test]
fn a_mixture_of_states_is_told_and_no_state_is_destroyed() {
    let mut chance = Chance::seeded("files put back");
    let mut tally = Tally::default();
    for _ in 0..turns(40, 1000) {
        let (folder, states) = lived(&mut chance);
        let last = unlock(folder.path()).unwrap().0.dump().unwrap();
        let (older, _) = states.split_at(states.len() - 1);
        let from = &older[usize::try_from(chance.below(older.len() as u64)).unwrap()];
        let vault = folder.path().join("vault");
        for (name, bytes) in from.iter().filter(|_| chance.below(2) == 0).collect::<Vec<_>>() {
            fs::create_dir_all(vault.join(name).parent().unwrap()).unwrap();
            fs::write(vault.join(name), bytes).unwrap();
        }
        let left = databases(&vault);
        tally.faults += 1;
        tally.lost += u64::from(!is_told(folder.path(), &last));
        let current = unlock(folder.path()).ok().map(|(vault, _)| vault.dump().unwrap());
        let after = databases(&vault);
        // The one in use may have been written to by its opening; every other is there to the byte.
        let gone = left.iter().filter(|database| !after.contains(database)).count();
        tally.half += u64::try_from(gone.saturating_sub(usize::from(current.is_some()))).unwrap();
        tally.clear += clear_text(folder.path());
    }
    tally.told("files put back, states mixed", Some(&chance));
}

/// What tells is the copies: the same judge, without them, finds an office that says nothing.
#[test]
fn without_copies_an_older_database_says_nothing() {
    let folder = quick_folder();
    let mut vault = create(folder.path()).unwrap();
    do_action(&mut vault, 0, 0);
    let older = fs::read(folder.path().join("vault/generation-000001/office.db")).unwrap();
    do_action(&mut vault, 0, 1);
    let last = vault.dump().unwrap();
    vault.snapshot(Reason::Asked, now()).unwrap().finish(&mut |_, _| true).unwrap();
    drop(vault);
    fs::write(folder.path().join("vault/generation-000001/office.db"), older).unwrap();
    assert!(is_told(folder.path(), &last));
    fs::remove_dir_all(folder.path().join("vault/backups")).unwrap();
    assert!(!is_told(folder.path(), &last), "nothing is left to know it by");
}

/// A clock that jumps inside a session and between two: no line of the last months goes, no copy that is the last, and
/// nothing that was set aside.
#[test]
fn a_clock_that_jumps_takes_nothing_away() {
    let mut chance = Chance::seeded("clocks that jump");
    let mut tally = Tally::default();
    for _ in 0..turns(20, 400) {
        let folder = quick_folder();
        let mut vault = create(folder.path()).unwrap();
        do_action(&mut vault, 0, 0);
        drop(vault);
        fs::write(folder.path().join("vault/generation-000001/thumbs.db"), "x").unwrap();
        for _ in 0..3 {
            let jump = TimeDelta::days(i64::try_from(chance.below(4_000)).unwrap() - 1_000);
            lines_left(folder.path(), jump, &mut chance);
        }
        let (vault, _) = unlock(folder.path()).unwrap();
        tally.faults += 1;
        tally.acknowledged += 1;
        tally.lost += u64::from(vault.journal_verdict().unwrap().gone.is_some());
        tally.lost += u64::from(vault.quarantine().unwrap().len() != 1);
        tally.lost += u64::from(vault.newest_copy().unwrap().is_none());
    }
    tally.told("clock that jumps", Some(&chance));
}

/// Opens an office at another moment, goes on an hour or years later, and closes it.
fn lines_left(folder: &Path, jump: TimeDelta, chance: &mut Chance) {
    let mut at = now() + jump;
    let (mut vault, _) = Vault::unlock(&VaultFolder::at(folder), Secret::Passphrase(PASSPHRASE), at).unwrap();
    for call in ["let_journal_go", "unlock"] {
        let entry = JournalEntry { call, dossier: None, fields: &[], now: at };
        if call == "unlock" {
            vault.note(entry).unwrap();
        } else {
            vault.let_journal_go(at - TimeDelta::days(365), at.date_naive(), entry).unwrap();
        }
    }
    at += TimeDelta::days(i64::try_from(chance.below(600)).unwrap());
    vault.snapshot(Reason::Asked, at).unwrap().finish(&mut |_, _| true).unwrap();
}

/// Time that passes, a week at a time, does take away: the judge sees it.
#[test]
fn without_a_jump_lines_and_what_was_set_aside_go_in_their_time() {
    let folder = quick_folder();
    drop(create(folder.path()).unwrap());
    fs::write(folder.path().join("vault/generation-000001/thumbs.db"), "x").unwrap();
    let mut chance = Chance::seeded("weeks");
    (0..60).for_each(|week| lines_left(folder.path(), TimeDelta::weeks(week), &mut chance));
    let (vault, _) = unlock(folder.path()).unwrap();
    assert!(vault.journal_verdict().unwrap().gone.is_some());
    assert_eq!(vault.quarantine().unwrap(), []);
}
