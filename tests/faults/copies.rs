//! Copies and restores, killed and refused at every step: a copy that was said to be made is
//! there and sound, one that is there is whole, and the office is itself or its copy.

use std::path::Path;
use std::time::Duration;

use store::{CopyAt, CopyState, Reason, Secret, StoreError, Vault, VaultFolder, Way};
use tempfile::TempDir;

use crate::chance::Chance;
use crate::child::{Life, killed_after};
use crate::office::{PASSPHRASE, create, do_action, now, unlock};
use crate::refused::{REFUSALS, has_strace, refused};
use crate::tally::{Tally, clear_text, quick_folder};
use crate::turns;

/// A verified copy, now.
pub fn copy_once(vault: &Vault) -> Result<(), StoreError> {
    vault.snapshot(Reason::Asked, now())?.finish(&mut |_, _| true).map(drop)
}

/// Puts the oldest copy back, or takes that back every other turn.
pub fn restore(folder: &VaultFolder, turn: u64) -> Result<(), StoreError> {
    if turn % 2 == 1 {
        let keys = Vault::unlock(folder, Secret::Passphrase(PASSPHRASE), now())?.0.copy_keys();
        return folder.undo_restore(&keys, now());
    }
    let copies = folder.copies();
    let oldest = copies.copies()?.pop().expect("a copy to put back").stamp;
    let way = Way::Secret(Secret::Passphrase(PASSPHRASE));
    folder.restore(CopyAt { place: &copies, stamp: &oldest }, way, now(), &mut |_, _| true).map(drop)
}

/// An office with one copy, and an action since; both as text.
fn an_office_and_its_copy() -> (TempDir, String, String) {
    let folder = quick_folder();
    let mut vault = create(folder.path()).unwrap();
    (0..3).for_each(|action| do_action(&mut vault, 0, action));
    copy_once(&vault).unwrap();
    let then = vault.dump().unwrap();
    do_action(&mut vault, 1, 0);
    let later = vault.dump().unwrap();
    (folder, then, later)
}

/// All that is in the office, once unlocked and verified.
pub fn verified(folder: &Path) -> Result<(Vault, String), String> {
    let (vault, _) = unlock(folder).map_err(|refusal| refusal.to_string())?;
    let verdict = vault.verify().map_err(|refusal| refusal.to_string())?;
    let dump = vault.dump().map_err(|refusal| refusal.to_string())?;
    if verdict.is_sound() { Ok((vault, dump)) } else { Err(format!("{:?}", verdict.problems)) }
}

/// How many copies are there, each read through; none is anything but sound.
fn sound_copies(vault: &Vault, folder: &Path) -> Result<u64, String> {
    let copies = VaultFolder::at(folder).copies();
    let found =
        copies.read_through(Some(&vault.copy_keys()), &mut |_, _| true).map_err(|refusal| refusal.to_string())?;
    match found.iter().find(|copy| copy.state != CopyState::Sound) {
        Some(copy) => Err(format!("{}: {:?}", copy.stamp, copy.state)),
        None => Ok(found.len() as u64),
    }
}

/// Judges an office in which copies were made, so many of them said to be.
fn judge_copies(folder: &Path, later: &str, before: u64, said: u64) -> Tally {
    let mut tally = Tally { faults: 1, acknowledged: said, ..Tally::default() };
    match verified(folder).and_then(|(vault, dump)| Ok((sound_copies(&vault, folder)?, dump))) {
        Ok((copies, dump)) => {
            tally.lost += u64::from(copies < before + said) + u64::from(dump != later);
            tally.half += u64::from(copies > before + said + 1);
        }
        Err(what) => {
            println!("{what}");
            tally.half += 1;
        }
    }
    tally
}

/// Judges an office that is its copy after an odd number of turns, and itself after an even one.
fn judge_restores(folder: &Path, then: &str, later: &str, said: u64) -> Tally {
    let mut tally = Tally { faults: 1, acknowledged: said, ..Tally::default() };
    let after = |turns: u64| if turns % 2 == 1 { then } else { later };
    match verified(folder) {
        Ok((_, dump)) if dump == after(said) || dump == after(said + 1) => {}
        Ok(_) => tally.lost += 1,
        Err(what) => {
            println!("{what}");
            tally.half += 1;
        }
    }
    tally
}

#[test]
fn a_kill_while_a_copy_is_made_leaves_a_whole_copy_or_none() {
    let mut chance = Chance::seeded("kills during copies");
    let mut tally = Tally::default();
    for _ in 0..turns(25, 400) {
        let (office, _, later) = an_office_and_its_copy();
        let wait = Duration::from_micros(chance.below(90_000));
        let said = killed_after(office.path(), Life::Copying(6), chance.below(3), wait);
        tally.add(judge_copies(office.path(), &later, 1, said));
        tally.clear += clear_text(office.path());
    }
    tally.told("kill -9, copies", Some(&chance));
}

#[test]
fn a_kill_while_a_copy_is_put_back_leaves_the_office_or_its_copy() {
    let mut chance = Chance::seeded("kills during restores");
    let mut tally = Tally::default();
    for _ in 0..turns(25, 400) {
        let (office, then, later) = an_office_and_its_copy();
        let wait = Duration::from_micros(chance.below(120_000));
        let said = killed_after(office.path(), Life::Restoring(8), chance.below(3), wait);
        tally.add(judge_restores(office.path(), &then, &later, said));
        tally.clear += clear_text(office.path());
    }
    tally.told("kill -9, restores", Some(&chance));
}

#[test]
fn each_call_to_the_system_refused_in_turn_leaves_the_office_and_its_copies_whole() {
    if !has_strace() {
        return;
    }
    let mut chance = Chance::seeded("calls refused");
    let (mut copies, mut restores) = (Tally::default(), Tally::default());
    for refusal in REFUSALS {
        for life in [Life::Copying(1), Life::Restoring(1)] {
            let step = turns(7, 1);
            let mut nth = 1 + chance.below(step);
            loop {
                let (office, then, later) = an_office_and_its_copy();
                let Some(done) = refused(life, office.path(), refusal, nth) else { break };
                let said = u64::from(done);
                match life {
                    Life::Copying(_) => copies.add(judge_copies(office.path(), &later, 1, said)),
                    _ => restores.add(judge_restores(office.path(), &then, &later, said)),
                }
                nth += step;
            }
        }
    }
    copies.told("system calls refused, copies", Some(&chance));
    restores.told("system calls refused, restores", Some(&chance));
}
