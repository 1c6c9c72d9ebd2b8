//! Restorations: the secrets of today stay in force, and nothing is left of what was replaced or cut short.

use std::fs;
use std::path::PathBuf;

use super::world::*;
use crate::*;

const OTHER: &str = "une tout autre phrase";

fn on(_: u32, _: u32) -> bool {
    true
}

/// An office of one dossier with a copy of it, closed.
fn copied() -> (Office, String) {
    let (office, mut vault) = Office::create();
    recorded(&mut vault, &sonia(), "voiture");
    let made = vault.snapshot(Reason::Asked, now()).unwrap().finish(&mut on).unwrap();
    (office, made.stamp)
}

fn restore(office: &Office, stamp: &str, passphrase: &str, watch: Watch<'_>) -> Result<Restored, StoreError> {
    let place = office.vault().copies();
    let way = Way::Secret(Secret::Passphrase(passphrase));
    office.vault().restore(CopyAt { place: &place, stamp }, way, now(), watch)
}

fn unlock(office: &Office, passphrase: &str) -> Result<Vault, StoreError> {
    Vault::unlock(&office.vault(), Secret::Passphrase(passphrase), now()).map(|(vault, _)| vault)
}

fn change_passphrase(vault: &mut Vault) -> Result<(), StoreError> {
    let entry = JournalEntry { call: "change_passphrase", dossier: None, fields: &[], now: now() };
    let current = Secret::Passphrase(PASSPHRASE);
    vault.change_passphrase(SecretChange { current, cost: KeyCost::Smallest, on: day("2026-11-21"), entry }, OTHER)
}

fn undo_restore(office: &Office) {
    let keys = unlock(office, PASSPHRASE).or_else(|_| unlock(office, OTHER)).unwrap().copy_keys();
    office.vault().undo_restore(&keys, now()).unwrap();
}

fn place(office: &Office, name: &str) -> PathBuf {
    office.folder.path().join("vault").join(name)
}

fn generations(office: &Office) -> Vec<String> {
    let entries = fs::read_dir(place(office, "")).unwrap();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.retain(|name| name.starts_with("generation-"));
    names.sort();
    names
}

fn opens_with_other_alone(office: &Office) {
    assert!(matches!(unlock(office, PASSPHRASE), Err(StoreError::WrongSecret)), "the former one");
    unlock(office, OTHER).unwrap();
}

#[test]
fn a_former_passphrase_never_comes_back_with_a_copy() {
    let (office, stamp) = copied();
    change_passphrase(&mut unlock(&office, PASSPHRASE).unwrap()).unwrap();
    let refused = restore(&office, &stamp, PASSPHRASE, &mut on);
    assert!(matches!(refused, Err(StoreError::WrongSecret)), "{refused:?}");
    opens_with_other_alone(&office);
    restore(&office, &stamp, OTHER, &mut on).unwrap();
    opens_with_other_alone(&office);
}

#[test]
fn a_former_passphrase_never_comes_back_with_the_state_of_before() {
    let (office, stamp) = copied();
    restore(&office, &stamp, PASSPHRASE, &mut on).unwrap();
    change_passphrase(&mut unlock(&office, PASSPHRASE).unwrap()).unwrap();
    for _ in 0..2 {
        undo_restore(&office);
        opens_with_other_alone(&office);
    }
}

#[test]
fn a_change_is_told_as_made_once_the_first_header_is_in_its_place() {
    let (office, _) = copied();
    let mut vault = unlock(&office, PASSPHRASE).unwrap();
    fs::remove_file(office.file("header.copy")).unwrap();
    fs::create_dir(office.file("header.copy")).unwrap();
    change_passphrase(&mut vault).unwrap();
    drop(vault);
    let (_, told) = Vault::unlock(&office.vault(), Secret::Passphrase(OTHER), now()).unwrap();
    assert_eq!(told, [Told::HeaderRepaired], "the second is made again");
    opens_with_other_alone(&office);
}

#[test]
fn only_the_state_replaced_last_is_kept_and_none_under_another_key() {
    let (office, stamp) = copied();
    for _ in 0..2 {
        restore(&office, &stamp, PASSPHRASE, &mut on).unwrap();
    }
    let mut vault = unlock(&office, PASSPHRASE).unwrap();
    assert_eq!(generations(&office), ["generation-000002", "generation-000003"]);
    assert!(office.quarantine().iter().any(|file| file.ends_with("office.db")), "the one before waits in quarantine");
    let entry = JournalEntry { call: "renew_key", dossier: None, fields: &[], now: now() };
    let new = NewSecrets { passphrase: OTHER, code: &office.code };
    let current = Secret::Passphrase(PASSPHRASE);
    let change = SecretChange { current, cost: KeyCost::Smallest, on: day("2026-11-21"), entry };
    vault.renew_key(change, new).unwrap();
    assert_eq!(generations(&office), ["generation-000004"]);
}

#[test]
fn a_restoration_cut_short_before_its_switch_leaves_the_one_before_to_be_taken_back() {
    let (office, stamp) = copied();
    let mut vault = unlock(&office, PASSPHRASE).unwrap();
    recorded(&mut vault, &sonia(), "vélo");
    let before = vault.dump().unwrap();
    drop(vault);
    restore(&office, &stamp, PASSPHRASE, &mut on).unwrap();
    restore(&office, &stamp, PASSPHRASE, &mut on).unwrap();
    fs::write(place(&office, "current"), "generation-000002\n").unwrap();
    unlock(&office, PASSPHRASE).unwrap();
    assert_eq!(generations(&office), ["generation-000001", "generation-000002"]);
    undo_restore(&office);
    assert_eq!(unlock(&office, PASSPHRASE).unwrap().dump().unwrap(), before);
}

#[test]
fn nothing_is_left_of_an_office_whose_building_was_cut_short() {
    let (office, stamp) = copied();
    for stop in 1..4 {
        let refused = restore(&office, &stamp, PASSPHRASE, &mut |done, _| done != stop);
        assert!(matches!(refused, Err(StoreError::Cancelled)), "{stop}");
        assert!(!place(&office, "building").exists(), "stopped at {stop}");
    }
    for name in ["building", "trial"] {
        fs::create_dir(place(&office, name)).unwrap();
        fs::copy(office.database(), place(&office, name).join("office.db")).unwrap();
    }
    unlock(&office, PASSPHRASE).unwrap();
    assert!(!place(&office, "building").exists() && !place(&office, "trial").exists());
}

#[test]
fn the_office_in_use_is_known_without_its_name_from_the_one_it_replaced() {
    let (office, stamp) = copied();
    let then = unlock(&office, PASSPHRASE).unwrap().dump().unwrap();
    recorded(&mut unlock(&office, PASSPHRASE).unwrap(), &sonia(), "vélo");
    restore(&office, &stamp, PASSPHRASE, &mut on).unwrap();
    fs::remove_file(place(&office, "current")).unwrap();
    let (vault, told) = Vault::unlock(&office.vault(), Secret::Passphrase(PASSPHRASE), now()).unwrap();
    assert_eq!((vault.dump().unwrap(), told), (then, vec![Told::HeaderRepaired]));
    assert!(office.vault().restored_at().is_some(), "the one replaced is still there");
}

#[test]
fn offices_that_nobody_can_tell_apart_are_set_aside_by_a_restoration() {
    let (office, stamp) = copied();
    restore(&office, &stamp, PASSPHRASE, &mut on).unwrap();
    for name in ["current", "previous"] {
        fs::remove_file(place(&office, name)).unwrap();
    }
    assert!(matches!(office.refusal(), StoreError::HeaderDamaged));
    restore(&office, &stamp, PASSPHRASE, &mut on).unwrap();
    unlock(&office, PASSPHRASE).unwrap();
    assert_eq!(office.quarantine().iter().filter(|file| file.ends_with("office.db")).count(), 2);
}
