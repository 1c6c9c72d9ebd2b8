//! What other hands put in the folder of an office: a generation of before, links, pipes, names that lead elsewhere.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use chrono::TimeDelta;

use super::world::*;
use crate::copies::manifest::Closed;
use crate::*;

fn on(_: u32, _: u32) -> bool {
    true
}

fn place(office: &Office, name: &str) -> PathBuf {
    office.folder.path().join("vault").join(name)
}

/// An office of one dossier, restored from its copy, then of two: its first generation has one.
fn restored() -> (Office, String) {
    let (office, mut vault) = Office::create();
    recorded(&mut vault, &sonia(), "voiture");
    let made = vault.snapshot(Reason::Asked, now()).unwrap().finish(&mut on).unwrap();
    drop(vault);
    let copies = office.vault().copies();
    let copy = CopyAt { place: &copies, stamp: &made.stamp };
    let way = Way::Secret(Secret::Passphrase(PASSPHRASE));
    office.vault().restore(copy, way, now(), &mut on).unwrap();
    recorded(&mut office.unlock().unwrap().0, &sonia(), "vélo");
    (office, made.stamp)
}

fn pipe(path: &Path) {
    assert!(std::process::Command::new("mkfifo").arg(path).status().unwrap().success());
}

/// The databases that lie in quarantine, byte for byte.
fn databases_aside(office: &Office) -> Vec<Vec<u8>> {
    let aside = office.quarantine().into_iter().filter(|file| file.ends_with("office.db"));
    aside.map(|file| fs::read(file).unwrap()).collect()
}

#[test]
fn a_name_put_back_destroys_no_newer_state() {
    let (office, _) = restored();
    let newer = fs::read(place(&office, "generation-000002/office.db")).unwrap();
    fs::write(place(&office, "current"), "generation-000001\n").unwrap();
    let (vault, told) = office.unlock().unwrap();
    assert_eq!(vault.read(|reader| reader.count_dossiers()).unwrap(), 1, "the state of before is in use");
    assert_eq!(told, [Told::OtherStateSetAside]);
    assert_eq!(databases_aside(&office), [newer], "the newer one is kept, byte for byte");
}

#[test]
fn a_generation_that_goes_further_outlives_the_month_of_a_restoration() {
    let (office, _) = restored();
    let noted = format!("{{\"generation\":\"generation-000002\",\"at\":\"{}\"}}", now().to_rfc3339());
    fs::write(place(&office, "previous"), noted).unwrap();
    fs::write(place(&office, "current"), "generation-000001\n").unwrap();
    let later = now() + TimeDelta::days(31);
    let (_, told) = Vault::unlock(&office.vault(), Secret::Passphrase(PASSPHRASE), later).unwrap();
    assert_eq!((told, databases_aside(&office).len()), (vec![Told::OtherStateSetAside], 1));
}

#[test]
fn what_a_restoration_replaced_goes_after_its_month() {
    let (office, _) = restored();
    let later = |days| Vault::unlock(&office.vault(), Secret::Passphrase(PASSPHRASE), now() + TimeDelta::days(days));
    assert_eq!(later(30).unwrap().1, []);
    assert!(place(&office, "generation-000001").exists());
    assert_eq!(later(31).unwrap().1, []);
    assert!(!place(&office, "generation-000001").exists() && !place(&office, "previous").exists());
    assert_eq!(office.quarantine(), Vec::<PathBuf>::new());
}

#[test]
fn a_renewal_nobody_made_destroys_nothing() {
    for names in ["generation-000001\ngeneration-000002\n", "generation-000002\ngeneration-000001\n"] {
        let (office, _) = restored();
        fs::remove_file(place(&office, "previous")).unwrap();
        fs::write(place(&office, "renewal"), names).unwrap();
        let wrong = Vault::unlock(&office.vault(), Secret::Passphrase("fausse"), now());
        assert!(matches!(wrong, Err(StoreError::WrongSecret)));
        assert!(place(&office, "renewal").exists(), "nothing is finished without a secret");
        let (_, told) = office.unlock().unwrap();
        assert_eq!((told, databases_aside(&office).len()), (vec![Told::OtherStateSetAside], 1), "{names}");
    }
}

#[test]
fn no_link_of_a_vault_leads_to_another_office() {
    type Plant = fn(&Path, &Path);
    let plants: [Plant; 4] = [
        |planted, other| {
            fs::create_dir(planted).unwrap();
            symlink(other.join("office.db"), planted.join("header")).unwrap();
        },
        |planted, other| {
            fs::create_dir(planted).unwrap();
            fs::hard_link(other.join("office.db"), planted.join("header")).unwrap();
        },
        |planted, other| symlink(other, planted).unwrap(),
        |planted, _| {
            fs::create_dir(planted).unwrap();
            pipe(&planted.join("header"));
        },
    ];
    for (turn, plant) in plants.into_iter().enumerate() {
        for is_over in [false, true] {
            let (other, vault) = Office::create();
            drop(vault);
            let before = on_disk(&other);
            let (office, _) = restored();
            plant(&place(&office, "generation-000099"), &other.folder.path().join("vault/generation-000001"));
            if is_over {
                let noted = "{\"generation\":\"generation-000099\",\"at\":\"2020-01-01T00:00:00Z\"}";
                fs::write(place(&office, "previous"), noted).unwrap();
            }
            assert_eq!(office.unlock().unwrap().1, [Told::OtherStateSetAside], "plant {turn}");
            assert!(!place(&office, "generation-000099").exists(), "it is in the vault no longer");
            assert_eq!(on_disk(&other), before, "plant {turn}: not a byte of the other office");
        }
    }
}

#[test]
fn a_link_in_place_of_the_quarantine_or_of_pieces_is_not_followed() {
    let (other, vault) = Office::create();
    let orphan = vault.pieces().write(b"bulletin").unwrap();
    drop(vault);
    let before = on_disk(&other);
    let (office, _) = restored();
    symlink(other.folder.path(), place(&office, "quarantine")).unwrap();
    fs::create_dir_all(place(&office, "pieces")).unwrap();
    let level = &orphan.piece.file[..2];
    symlink(other.folder.path().join("vault/pieces").join(level), place(&office, "pieces").join(level)).unwrap();
    fs::write(place(&office, "generation-000002/thumbs.db"), "x").unwrap();
    fs::remove_dir_all(place(&office, "generation-000001")).unwrap();
    let later = now() + TimeDelta::days(400);
    let (_, told) = Vault::unlock(&office.vault(), Secret::Passphrase(PASSPHRASE), later).unwrap();
    assert_eq!(told, [Told::StrayFileSetAside]);
    assert_eq!(on_disk(&other), before);
    assert_eq!(office.quarantine().len(), 1);
    for name in ["pieces", "backups"] {
        let _ = fs::remove_dir_all(place(&office, name));
        symlink(other.folder.path(), place(&office, name)).unwrap();
    }
    let (vault, told) = office.unlock().unwrap();
    assert_eq!(told, [Told::StrayFileSetAside]);
    vault.pieces().write(b"bulletin").unwrap();
    vault.snapshot(Reason::Asked, now()).unwrap().finish(&mut on).unwrap();
    assert_eq!(on_disk(&other), before);
}

#[test]
fn a_copy_that_is_a_link_is_not_destroyed_through_it() {
    let (office, mut vault) = Office::create();
    vault.snapshot(Reason::Asked, now()).unwrap().finish(&mut on).unwrap();
    let entry = JournalEntry { call: "renew_key", dossier: None, fields: &[], now: now() };
    let new = NewSecrets { passphrase: "une tout autre phrase", code: &office.code };
    let current = Secret::Passphrase(PASSPHRASE);
    let change = SecretChange { current, cost: KeyCost::Smallest, on: day("2026-11-21"), entry };
    vault.renew_key(change, new).unwrap();
    vault.snapshot(Reason::Asked, now()).unwrap().finish(&mut on).unwrap();
    let backups = place(&office, "backups");
    let stamp = vault.newest_copy().unwrap().unwrap().stamp;
    let former = office.vault().copies().copies().unwrap().into_iter().find(|copy| copy.stamp != stamp).unwrap();
    let elsewhere = office.folder.path().join("elsewhere");
    fs::rename(backups.join(&former.stamp), &elsewhere).unwrap();
    symlink(&elsewhere, backups.join(&former.stamp)).unwrap();
    let before = fs::read(elsewhere.join("header")).unwrap();
    assert!(vault.destroy_copies_of_former_keys().is_err());
    assert_eq!(fs::read(elsewhere.join("header")).unwrap(), before);
}

#[test]
fn pipes_in_a_vault_are_waited_for_by_nobody() {
    let (office, vault) = Office::create();
    drop(vault);
    let whole = fs::read(office.database()).unwrap();
    fs::remove_file(office.database()).unwrap();
    pipe(&office.database());
    assert!(matches!(office.vault().state(), VaultState::Damaged(StoreError::DatabaseDamaged { .. })));
    assert!(matches!(office.refusal(), StoreError::DatabaseDamaged { .. }));
    fs::remove_file(office.database()).unwrap();
    symlink(office.folder.path().join("elsewhere"), office.database()).unwrap();
    assert!(matches!(office.refusal(), StoreError::DatabaseDamaged { .. }));
    fs::remove_file(office.database()).unwrap();
    fs::write(office.database(), whole).unwrap();
    for name in ["office.db-journal", "header.copy"] {
        let _ = fs::remove_file(office.file(name));
        pipe(&office.file(name));
    }
    fs::remove_file(place(&office, "lock")).unwrap();
    pipe(&place(&office, "lock"));
    let (_, told) = office.unlock().unwrap();
    assert_eq!(told, [Told::HeaderRepaired, Told::StrayFileSetAside]);
}

#[test]
fn a_name_in_a_manifest_or_in_a_row_leads_nowhere() {
    const OUT: &str = "/./../../../../tmp/pwn";
    let (office, mut vault) = Office::create();
    recorded(&mut vault, &sonia(), "voiture");
    let made = vault.snapshot(Reason::Asked, now()).unwrap().finish(&mut on).unwrap();
    let path = place(&office, "backups").join(&made.stamp).join("manifest");
    let closed = Closed::read(fs::read(&path).unwrap()).unwrap();
    for is_missing in [false, true] {
        let mut manifest = closed.manifest.clone();
        if is_missing {
            manifest.missing.push(OUT.to_owned());
        } else {
            let hash = "0".repeat(64);
            manifest.pieces.push(crate::tables::piece::PieceFile { file: OUT.to_owned(), hash });
        }
        fs::write(&path, manifest.sealed(&vault.copy_keys().keys.manifest).unwrap()).unwrap();
        let found = office.vault().copies().copies().unwrap();
        assert_eq!(found[0].state, CopyState::Unusable(Unusable::ManifestForged));
        let copies = office.vault().copies();
        let copy = CopyAt { place: &copies, stamp: &made.stamp };
        let refused = office.vault().check_copy(copy, Way::Secret(Secret::Passphrase(PASSPHRASE)));
        assert!(matches!(refused, Err(StoreError::CopyUnusable(Unusable::ManifestForged))));
    }
    raw(&office)
        .execute(
            "INSERT INTO attachment (dossier, name, kind, size, part, file, file_key, hash, content, added_at)
             VALUES (1, 'a', 'pdf', 1, '', ?1, ?2, ?2, ?2, '2026-11-20T08:12:00.000Z')",
            (format!("{OUT:A<32}"), "0".repeat(64)),
        )
        .unwrap();
    let refused = vault.verify().unwrap_err();
    assert!(matches!(refused, StoreError::RowDamaged { column: "file", .. }), "{refused}");
}

#[test]
fn the_version_a_file_asks_for_is_shown_without_its_escapes() {
    let told = crate::header::version_told("2.5.1\u{1b}[31m\0\0");
    assert_eq!(told, "2.5.131m");
}
