//! The ways in while they change: whatever stops the program, the secret that was said to be in
//! force opens the office, or the one that was about to be.

use std::path::Path;
use std::time::Duration;

use desk::FailureKind;
use serde_json::json;
use store::{
    JournalEntry, KeyCost, NewSecrets, RecoveryCode, Secret, SecretChange, StoreError, Told, Vault, VaultFolder,
};

use crate::adviser::{an_office, assert_helps, call, desk_of, unlock};
use crate::chance::Chance;
use crate::child::{Life, killed_after};
use crate::disk::Fault;
use crate::office::{PASSPHRASE, create, now};
use crate::refused::{REFUSALS, has_strace, refused};
use crate::tally::{Tally, clear_text, quick_folder};
use crate::{turns, vfs};

/// Another passphrase that is accepted.
const OTHER: &str = "cerise moulin ardoise violon papier";

/// The passphrase after so many changes.
fn passphrase(changes: u64) -> String {
    if changes == 0 { PASSPHRASE.to_owned() } else { format!("phrase secrète numéro {changes}") }
}

pub fn opened_with(folder: &Path, changes: u64) -> Result<(Vault, Vec<Told>), StoreError> {
    Vault::unlock(&VaultFolder::at(folder), Secret::Passphrase(&passphrase(changes)), now())
}

/// The change of passphrase that comes after so many.
pub fn change(vault: &mut Vault, changes: u64) -> Result<(), StoreError> {
    let current = passphrase(changes);
    vault.change_passphrase(changed(&current, "change_passphrase"), &passphrase(changes + 1))
}

/// The renewal of the key that comes after so many.
pub fn renew(vault: &mut Vault, changes: u64) -> Result<(), StoreError> {
    let (current, code) = (passphrase(changes), RecoveryCode::generate()?);
    let passphrase = passphrase(changes + 1);
    vault.renew_key(changed(&current, "renew_key"), NewSecrets { passphrase: &passphrase, code: &code })
}

fn changed<'a>(current: &'a str, call: &'a str) -> SecretChange<'a> {
    let entry = JournalEntry { call, dossier: None, fields: &[], now: now() };
    let current = Secret::Passphrase(current);
    SecretChange { current, cost: KeyCost::Smallest, on: now().date_naive(), entry }
}

/// Judges an office whose passphrase was said to be changed so many times.
fn judge(folder: &Path, said: u64) -> Tally {
    let mut tally = Tally { faults: 1, acknowledged: said, ..Tally::default() };
    let opens = |changes| match opened_with(folder, changes) {
        Ok((vault, _)) => Ok(vault.verify().is_ok_and(|verdict| verdict.is_sound())),
        Err(StoreError::WrongSecret) => Ok(false),
        Err(refusal) => Err(refusal.to_string()),
    };
    match (opens(said), opens(said + 1)) {
        (Ok(true), Ok(false)) | (Ok(false), Ok(true)) => {}
        (Ok(_), Ok(_)) => tally.lost += 1,
        (one, other) => {
            println!("after {said} changes: {one:?}, {other:?}");
            tally.half += 1;
        }
    }
    tally
}

#[test]
fn a_kill_while_a_secret_changes_leaves_the_former_or_the_new_one() {
    let mut chance = Chance::seeded("kills during changes of secret");
    for (life, family) in
        [(Life::Rekeying(400), "kill -9, changes of passphrase"), (Life::Renewing(60), "kill -9, renewals of the key")]
    {
        let mut tally = Tally::default();
        for _ in 0..turns(15, 250) {
            let office = quick_folder();
            drop(create(office.path()).unwrap());
            let wait = Duration::from_micros(chance.below(60_000));
            let said = killed_after(office.path(), life, chance.below(4), wait);
            tally.add(judge(office.path(), said));
            tally.clear += clear_text(office.path());
        }
        tally.told(family, Some(&chance));
    }
}

#[test]
fn each_call_to_the_system_refused_in_turn_leaves_a_secret_that_opens() {
    if !has_strace() {
        return;
    }
    let mut chance = Chance::seeded("calls refused during changes of secret");
    let mut tally = Tally::default();
    for refusal in REFUSALS {
        for life in [Life::Rekeying(1), Life::Renewing(1)] {
            let step = turns(9, 1);
            let mut nth = 1 + chance.below(step);
            loop {
                let office = quick_folder();
                drop(create(office.path()).unwrap());
                let Some(done) = refused(life, office.path(), refusal, nth) else { break };
                tally.add(judge(office.path(), u64::from(done)));
                nth += step;
            }
        }
    }
    tally.told("system calls refused, ways in", Some(&chance));
}

/// A change that is told as not done is not done: the person goes on with the former passphrase.
#[test]
fn a_change_of_passphrase_that_the_disk_refused_leaves_the_former_one() {
    let office = an_office(1);
    let disk = vfs::watch(office.path());
    let mut tally = Tally::default();
    for fault in [Fault::Full, Fault::Short, Fault::SyncFails, Fault::OpenFails] {
        for nth in 1..10_000 {
            let mut desk = desk_of(office.path());
            unlock(&mut desk).unwrap();
            disk.fail(fault, nth, true);
            let new = json!({ "current": PASSPHRASE, "passphrase": OTHER });
            let changed = call(&mut desk, "change_passphrase", new);
            let met = disk.heal();
            drop(desk);
            tally.faults += u64::from(met > 0);
            if let Err(refused) = changed {
                assert_helps(&refused, &format!("{fault:?} {nth}"));
                assert_ne!(refused.kind, FailureKind::WrongSecret);
            } else {
                // It is in force, noted as made or not: what the disk refused afterwards changes nothing to it.
                let mut desk = desk_of(office.path());
                call(&mut desk, "unlock", json!({ "passphrase": OTHER })).unwrap();
                call(&mut desk, "change_passphrase", json!({ "current": OTHER, "passphrase": PASSPHRASE })).unwrap();
            }
            if met == 0 {
                break;
            }
            let former = unlock(&mut desk_of(office.path()));
            tally.lost += u64::from(former.is_err());
        }
    }
    tally.told("disk that fails, change of passphrase", None);
}
