//! Making a vault, unlocking it, being refused.

use std::fs;

use rusqlite::Connection;

use super::world::*;
use crate::*;

fn refused(office: &Office, secret: Secret<'_>) -> StoreError {
    Vault::unlock(&office.vault(), secret, now()).map(|_| ()).unwrap_err()
}

#[test]
fn what_was_recorded_is_there_after_unlocking_with_either_secret() {
    let (office, mut vault) = Office::create();
    let dossier = recorded(&mut vault, &sonia(), "Remplacer la voiture");
    let before = vault.dump().unwrap();
    drop(vault);
    for secret in [Secret::Passphrase(PASSPHRASE), Secret::Code(&office.code)] {
        let (vault, told) = Vault::unlock(&office.vault(), secret, now()).unwrap();
        assert_eq!(told, [], "nothing had to be put right");
        assert_eq!(vault.dump().unwrap(), before);
        let dossier = vault.read(|reader| reader.dossier(dossier)).unwrap().unwrap();
        assert_eq!(dossier.person, sonia());
        assert_eq!(vault.verify().unwrap().problems, []);
    }
}

#[test]
fn the_cost_of_a_real_office_opens_with_both_secrets() {
    let office = Office { folder: tempfile::tempdir().unwrap(), code: RecoveryCode::generate().unwrap() };
    drop(
        Vault::create(
            &office.vault(),
            &NewVault { passphrase: PASSPHRASE, code: &office.code, cost: KeyCost::Real, settings: &[] },
            now(),
        )
        .unwrap(),
    );
    assert_eq!(office.vault().key_cost().unwrap(), KeyCost::Real);
    assert!(office.unlock().is_ok());
    assert!(Vault::unlock(&office.vault(), Secret::Code(&office.code), now()).is_ok());
}

#[test]
fn a_wrong_secret_is_said_to_be_wrong_and_spoils_nothing() {
    let (office, vault) = Office::create();
    drop(vault);
    let before = on_disk(&office);
    let long = "a".repeat(10_000);
    let capitals = PASSPHRASE.to_uppercase();
    let trailing = format!("{PASSPHRASE} ");
    for typed in ["", "cinq mots", &long, &capitals, &trailing] {
        for _ in 0..10 {
            assert!(matches!(refused(&office, Secret::Passphrase(typed)), StoreError::WrongSecret), "{typed:.20}");
        }
    }
    let other = RecoveryCode::generate().unwrap();
    assert!(matches!(refused(&office, Secret::Code(&other)), StoreError::WrongSecret));
    assert_eq!(on_disk(&office), before, "nothing was written");
    assert!(office.unlock().is_ok());
}

#[test]
fn accents_open_in_either_of_their_forms() {
    let (office, vault) = Office::create();
    drop(vault);
    let decomposed = PASSPHRASE.replace('ç', "c\u{327}").replace('à', "a\u{300}");
    assert_ne!(decomposed, PASSPHRASE);
    assert!(Vault::unlock(&office.vault(), Secret::Passphrase(&decomposed), now()).is_ok());
}

#[test]
fn a_second_opening_is_refused_until_the_first_is_over() {
    let (office, vault) = Office::create();
    assert!(matches!(office.refusal(), StoreError::Busy));
    drop(vault);
    let (vault, _) = office.unlock().unwrap();
    assert!(matches!(office.refusal(), StoreError::Busy));
    drop(vault);
    assert!(office.unlock().is_ok(), "the lock goes with its holder");
}

#[test]
fn the_lock_goes_at_once_even_while_another_program_is_started() {
    let (office, vault) = Office::create();
    let copied = office.vault().hold();
    assert!(matches!(copied, Err(StoreError::Busy)));
    drop(vault);
    let held = office.vault().hold().unwrap();
    let inherited = held.duplicate();
    drop(held);
    assert!(office.unlock().is_ok());
    drop(inherited);
}

#[test]
fn a_database_held_by_another_program_is_said_to_be_busy() {
    let (office, mut vault) = Office::create();
    let other = raw(&office);
    other.execute_batch("BEGIN EXCLUSIVE").unwrap();
    vault.with_connection(|own| own.busy_timeout(std::time::Duration::ZERO).map_err(StoreError::from)).unwrap();
    let outcome = vault.act(act("record_request"), |writer| {
        let dossier = record(writer, &sonia(), "voiture")?;
        Ok::<_, StoreError>(acted(dossier, None))
    });
    assert!(matches!(outcome, Err(StoreError::Busy)));
    other.execute_batch("ROLLBACK").unwrap();
    recorded(&mut vault, &sonia(), "voiture");
    assert_eq!(vault.read(|reader| reader.count_dossiers()).unwrap(), 1, "nothing was half written");
}

#[test]
fn a_vault_is_never_made_over_another() {
    let (office, vault) = Office::create();
    let again = |office: &Office| {
        Vault::create(
            &office.vault(),
            &NewVault { passphrase: "autre", code: &office.code, cost: KeyCost::Smallest, settings: &[] },
            now(),
        )
        .map(|_| ())
        .unwrap_err()
    };
    assert!(matches!(again(&office), StoreError::AlreadyThere));
    drop(vault);
    fs::remove_file(office.file("header")).unwrap();
    fs::remove_file(office.file("header.copy")).unwrap();
    assert!(matches!(again(&office), StoreError::AlreadyThere), "damaged is not absent");
    assert!(matches!(office.vault().state(), VaultState::Damaged(StoreError::HeaderDamaged)));
}

#[test]
fn a_creation_cut_short_leaves_no_vault_and_is_done_again() {
    let folder = tempfile::tempdir().unwrap();
    let vault = VaultFolder::at(folder.path());
    assert!(matches!(vault.state(), VaultState::Absent));
    let building = folder.path().join("vault/building");
    fs::create_dir_all(&building).unwrap();
    fs::write(building.join("header"), "half").unwrap();
    fs::write(building.join("office.db"), "half").unwrap();
    assert!(matches!(vault.state(), VaultState::Absent));
    let code = RecoveryCode::generate().unwrap();
    drop(
        Vault::create(
            &vault,
            &NewVault { passphrase: PASSPHRASE, code: &code, cost: KeyCost::Smallest, settings: &[] },
            now(),
        )
        .unwrap(),
    );
    assert!(matches!(vault.state(), VaultState::Present));
    let names = files_under(folder.path());
    let names: Vec<_> = names.iter().map(|path| path.strip_prefix(folder.path()).unwrap()).collect();
    assert_eq!(
        names,
        [
            "vault/current",
            "vault/generation-000001/header",
            "vault/generation-000001/header.copy",
            "vault/generation-000001/office.db",
            "vault/lock"
        ]
        .map(std::path::Path::new)
    );
}

#[test]
fn there_is_nothing_to_unlock_where_no_vault_was_made() {
    let folder = tempfile::tempdir().unwrap();
    let outcome = Vault::unlock(&VaultFolder::at(folder.path()), Secret::Passphrase(PASSPHRASE), now());
    assert!(matches!(outcome, Err(StoreError::Absent)));
    assert_eq!(files_under(folder.path()), Vec::<std::path::PathBuf>::new(), "and nothing is made");
}

#[test]
fn a_missing_or_empty_database_is_told_and_never_made_anew() {
    for empty in [true, false] {
        let (office, vault) = Office::create();
        drop(vault);
        if empty {
            cut(&office.database(), 0)
        } else {
            fs::remove_file(office.database()).unwrap()
        }
        assert!(matches!(office.vault().state(), VaultState::Damaged(StoreError::DatabaseMissing)));
        for secret in [Secret::Passphrase(PASSPHRASE), Secret::Passphrase("fausse")] {
            assert!(matches!(refused(&office, secret), StoreError::DatabaseMissing));
        }
        assert_eq!(fs::metadata(office.database()).map_or(0, |file| file.len()), 0);
    }
}

#[test]
fn the_header_of_another_vault_is_told_from_a_wrong_secret() {
    let (office, vault) = Office::create();
    let (other, its_vault) = Office::create();
    drop((vault, its_vault));
    for name in ["header", "header.copy"] {
        fs::copy(other.file(name), office.file(name)).unwrap();
    }
    assert!(matches!(office.vault().state(), VaultState::Damaged(StoreError::NotThisVault)));
    for typed in [PASSPHRASE, "fausse"] {
        assert!(matches!(refused(&office, Secret::Passphrase(typed)), StoreError::NotThisVault));
    }
}

#[test]
fn a_plain_database_is_refused() {
    let (office, vault) = Office::create();
    drop(vault);
    fs::remove_file(office.database()).unwrap();
    Connection::open(office.database()).unwrap().execute_batch("CREATE TABLE t (a)").unwrap();
    assert!(matches!(office.refusal(), StoreError::NotEncrypted));
}

#[test]
fn a_database_of_another_program_under_our_key_is_refused() {
    let (office, vault) = Office::create();
    drop(vault);
    raw(&office).execute_batch("PRAGMA application_id = 7").unwrap();
    assert!(matches!(office.refusal(), StoreError::NotThisVault));
}

#[test]
fn the_name_of_the_only_generation_is_found_again() {
    let (office, vault) = Office::create();
    drop(vault);
    let current = office.folder.path().join("vault/current");
    for damage in ["", "generation-000009\n", "../../elsewhere\n", &"x".repeat(100_000)] {
        fs::write(&current, damage).unwrap();
        let (vault, told) = office.unlock().unwrap();
        assert_eq!(told, [Told::HeaderRepaired]);
        drop(vault);
        assert_eq!(fs::read_to_string(&current).unwrap(), "generation-000001\n");
    }
}

#[test]
fn no_name_can_be_read_on_the_disk() {
    let (office, mut vault) = Office::create();
    let dossier = recorded(&mut vault, &sonia(), "Remplacer la voiture");
    vault.aside(|writer| writer.keep_draft(Some(dossier), "person", "Vauclerc", now())).unwrap();
    let open = on_disk(&office);
    drop(vault);
    for (path, bytes) in open.into_iter().chain(on_disk(&office)) {
        for word in ["Delmas", "Sonia", "voiture", "0639982061", "Vauclerc", "dossier_line", "SQLite format"] {
            assert!(!contains(&bytes, word), "{word} in {}", path.display());
        }
    }
}

#[cfg(unix)]
#[test]
fn only_the_owner_enters_the_folder() {
    use std::os::unix::fs::PermissionsExt;
    let (office, _vault) = Office::create();
    let mode = fs::metadata(office.folder.path().join("vault")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o700);
}
