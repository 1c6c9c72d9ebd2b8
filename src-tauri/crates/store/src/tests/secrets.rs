//! Changing the two ways in, and the key itself when one of them is known to someone.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use rusqlite::Connection;
use rusqlite::backup::Backup;

use super::world::*;
use crate::connection::{Opening, open};
use crate::header::Header;
use crate::keys::{Key, MasterKey, Purpose, random};
use crate::*;

const CALL: &str = "change_passphrase";

fn opens(office: &Office, secret: Secret<'_>) -> bool {
    match Vault::unlock(&office.vault(), secret, now()) {
        Ok(_) => true,
        Err(StoreError::WrongSecret) => false,
        Err(other) => panic!("{other}"),
    }
}

fn noted(call: &str) -> JournalEntry<'_> {
    JournalEntry { call, dossier: None, fields: &[], now: now() }
}

fn days(vault: &Vault) -> SecretDays {
    vault.read(|reader| reader.secret_days()).unwrap()
}

fn renew(vault: &mut Vault, secret: Secret<'_>, passphrase: &str, code: &RecoveryCode) -> Result<(), StoreError> {
    vault.renew_key(secret, NewSecrets { passphrase, code }, day("2026-11-21"), noted("renew_key"))
}

#[test]
fn both_ways_in_open_after_each_of_twenty_changes() {
    let (office, mut vault) = Office::create();
    let (mut passphrase, mut code) = (PASSPHRASE.to_owned(), office.code.clone());
    for turn in 0..20 {
        let on = day("2026-12-01");
        let (known, own) = (passphrase.clone(), code.clone());
        let current = if turn % 3 == 0 { Secret::Code(&own) } else { Secret::Passphrase(&known) };
        if turn % 2 == 0 {
            passphrase = format!("phrase numéro {turn} de la série");
            vault.change_passphrase(current, &passphrase, on, noted(CALL)).unwrap();
        } else {
            code = RecoveryCode::generate().unwrap();
            vault.replace_code(current, &code, on, noted(CALL)).unwrap();
        }
        drop(vault);
        assert!(opens(&office, Secret::Code(&code)), "code after change {turn}");
        assert!(!opens(&office, Secret::Passphrase(PASSPHRASE)));
        vault = Vault::unlock(&office.vault(), Secret::Passphrase(&passphrase), now()).unwrap().0;
    }
    assert!(vault.verify().unwrap().is_sound());
    assert_eq!(office.quarantine(), Vec::<std::path::PathBuf>::new(), "no former header is kept");
}

#[test]
fn the_days_of_the_secrets_are_noted_and_the_journal_holds() {
    let (office, mut vault) = Office::create();
    let made = day("2026-11-20");
    let first = SecretDays { passphrase_set_on: Some(made), code_made_on: Some(made), code_proved_on: Some(made) };
    assert_eq!(days(&vault), first);
    vault.prove_code(&office.code, day("2027-01-09"), noted("prove_recovery_code")).unwrap();
    assert_eq!(days(&vault), SecretDays { code_proved_on: Some(day("2027-01-09")), ..first.clone() });
    let secret = Secret::Passphrase(PASSPHRASE);
    vault.change_passphrase(secret, "une tout autre phrase", day("2027-02-01"), noted(CALL)).unwrap();
    assert_eq!(days(&vault).passphrase_set_on, Some(day("2027-02-01")));
    let other = RecoveryCode::generate().unwrap();
    let refused = vault.prove_code(&other, day("2027-03-01"), noted("prove_recovery_code"));
    assert!(matches!(refused, Err(StoreError::WrongSecret)));
    assert_eq!(days(&vault).code_proved_on, Some(day("2027-01-09")));
    assert!(vault.verify().unwrap().is_sound());
}

#[test]
fn nothing_changes_without_the_current_secret() {
    let (office, mut vault) = Office::create();
    let before = on_disk(&office);
    let (other, wrong) = (RecoveryCode::generate().unwrap(), Secret::Passphrase("fausse"));
    let on = day("2026-12-01");
    for refused in [
        vault.change_passphrase(wrong, "une tout autre phrase", on, noted(CALL)),
        vault.replace_code(Secret::Code(&other), &other, on, noted(CALL)),
        renew(&mut vault, wrong, "une tout autre phrase", &other),
    ] {
        assert!(matches!(refused, Err(StoreError::WrongSecret)));
    }
    assert_eq!(on_disk(&office), before);
}

#[test]
fn a_change_cut_short_between_the_two_headers_leaves_both_ways_in() {
    let (office, mut vault) = Office::create();
    let former = fs::read(office.file("header.copy")).unwrap();
    let secret = Secret::Passphrase(PASSPHRASE);
    vault.change_passphrase(secret, "une tout autre phrase", day("2026-12-01"), noted(CALL)).unwrap();
    drop(vault);
    fs::write(office.file("header.copy"), former).unwrap();
    assert!(opens(&office, Secret::Code(&office.code)));
    assert!(opens(&office, Secret::Passphrase("une tout autre phrase")));
    assert!(!opens(&office, secret), "the older copy is never tried");
    assert_eq!(fs::read(office.file("header")).unwrap(), fs::read(office.file("header.copy")).unwrap());
    assert_eq!(office.quarantine(), Vec::<std::path::PathBuf>::new(), "it would keep the former passphrase");
}

#[test]
fn pages_are_copied_under_another_key_and_never_in_clear() {
    let folder = tempfile::tempdir().unwrap();
    let key = || -> Key { zeroize::Zeroizing::new(random().unwrap()) };
    let at = |name: &str, key: &Key| open(&folder.path().join(name), Opening::New, key, &[7; 16]).unwrap();
    let (first, second) = (key(), key());
    let source = at("source", &first);
    source.execute_batch("CREATE TABLE t (a TEXT); INSERT INTO t VALUES ('Delmas')").unwrap();
    let mut copy = at("copy", &second);
    Backup::new(&source, &mut copy).unwrap().step(-1).unwrap();
    drop(copy);
    let read = |key: &Key| -> Result<String, StoreError> {
        let copy = open(&folder.path().join("copy"), Opening::Existing, key, &[7; 16])?;
        Ok(copy.query_row("SELECT a FROM t", [], |row| row.get(0))?)
    };
    assert_eq!(read(&second).unwrap(), "Delmas");
    assert!(read(&first).is_err(), "the former key does not open the copy");
    let mut plain = Connection::open(folder.path().join("plain")).unwrap();
    assert!(Backup::new(&source, &mut plain).and_then(|backup| backup.step(-1)).is_err(), "no copy in clear");
}

#[test]
fn a_renewed_key_keeps_everything_and_shuts_out_what_opened_it_before() {
    let (office, mut vault) = Office::create();
    let dossier = recorded(&mut vault, &sonia(), "Remplacer la voiture");
    vault.aside(|writer| writer.keep_draft(Some(dossier), "person", "Vauclerc", now())).unwrap();
    let before = vault.dump().unwrap();
    let header = Header::read(&fs::read(office.file("header")).unwrap()).unwrap();
    let old_key = header.open(Secret::Code(&office.code)).unwrap().derive(Purpose::Database).unwrap();
    let code = RecoveryCode::generate().unwrap();
    renew(&mut vault, Secret::Passphrase(PASSPHRASE), "une tout autre phrase", &code).unwrap();
    let check = |vault: &Vault| {
        assert_eq!(vault.dump().unwrap(), before);
        assert!(vault.verify().unwrap().is_sound());
        assert_eq!(found(vault, "delmas"), ["2026-001"]);
        assert_eq!(days(vault).code_proved_on, Some(day("2026-11-21")));
        assert!(vault.read(|reader| reader.draft(Some(dossier), "person")).unwrap().is_some());
    };
    check(&vault);
    vault.undo(now()).unwrap().unwrap();
    vault.redo(now()).unwrap().unwrap();
    drop(vault);
    for secret in [Secret::Passphrase("une tout autre phrase"), Secret::Code(&code)] {
        check(&Vault::unlock(&office.vault(), secret, now()).unwrap().0);
    }
    for secret in [Secret::Passphrase(PASSPHRASE), Secret::Code(&office.code)] {
        assert!(!opens(&office, secret));
    }
    assert!(!office.file("header").exists(), "the generation the former secrets opened is gone");
    for path in files_under(office.folder.path()).iter().filter(|path| path.extension().is_some_and(|e| e == "db")) {
        let opened = open(path, Opening::Existing, &old_key, &header.vault).map(|_| ());
        assert!(matches!(opened, Err(StoreError::DatabaseDamaged { .. })), "the former key opens nothing");
    }
}

#[test]
fn a_line_of_the_journal_that_was_altered_is_still_seen_under_another_key() {
    let (office, mut vault) = Office::create();
    for project in ["voiture", "frigo", "permis"] {
        recorded(&mut vault, &sonia(), project);
    }
    vault
        .with_connection(|own| {
            own.execute_batch(
                "DROP TRIGGER access_journal_keeps; UPDATE access_journal SET fields = 'name' WHERE seq = 2",
            )
            .map_err(StoreError::from)
        })
        .unwrap();
    let altered = [Problem::Journal { line: 2 }];
    assert_eq!(vault.verify().unwrap().problems, altered);
    vault
        .with_connection(|own| {
            own.execute_batch(
                "CREATE TRIGGER access_journal_keeps BEFORE UPDATE ON access_journal
                 BEGIN SELECT RAISE(ABORT, 'the access journal is only added to'); END",
            )
            .map_err(StoreError::from)
        })
        .unwrap();
    renew(&mut vault, Secret::Code(&office.code), "une tout autre phrase", &office.code).unwrap();
    assert_eq!(vault.verify().unwrap().problems, altered);
}

#[test]
fn a_journal_whose_oldest_lines_went_is_whole_under_another_key() {
    let (office, mut vault) = Office::create();
    for project in ["voiture", "frigo", "permis"] {
        recorded(&mut vault, &sonia(), project);
    }
    let later = now() + chrono::Duration::days(400);
    let entry = JournalEntry { call: "let_journal_go", dossier: None, fields: &[], now: later };
    assert!(vault.let_journal_go(later, day("2027-12-25"), entry).unwrap() > 0);
    renew(&mut vault, Secret::Code(&office.code), "une tout autre phrase", &office.code).unwrap();
    assert_eq!(vault.verify().unwrap().problems, []);
}

#[test]
fn copies_of_the_former_key_are_counted_and_go_only_once_another_was_made() {
    let (office, mut vault) = Office::create();
    recorded(&mut vault, &sonia(), "Remplacer la voiture");
    for reason in [Reason::Asked, Reason::BeforeKeyChange] {
        vault.snapshot(reason, now()).unwrap().finish(&mut |_, _| true).unwrap();
    }
    assert_eq!(vault.copies_of_former_keys().unwrap(), 0);
    renew(&mut vault, Secret::Passphrase(PASSPHRASE), "une tout autre phrase", &office.code).unwrap();
    assert!(vault.has_changed(), "a copy under the new key is due");
    assert_eq!(vault.copies_of_former_keys().unwrap(), 2);
    assert!(matches!(vault.destroy_copies_of_former_keys(), Err(StoreError::CopyGone)), "the only copies there are");
    vault.snapshot(Reason::Asked, now()).unwrap().finish(&mut |_, _| true).unwrap();
    assert_eq!(vault.destroy_copies_of_former_keys().unwrap(), 2);
    assert_eq!(vault.copies_of_former_keys().unwrap(), 0);
    assert!(vault.newest_copy().unwrap().is_some(), "the one under the new key stays");
}

fn copied(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for path in files_under(from) {
        fs::copy(&path, to.join(path.file_name().unwrap())).unwrap();
    }
}

#[test]
fn a_renewal_cut_short_leaves_the_former_office_or_the_new_one() {
    for was_switched in [false, true] {
        let (office, mut vault) = Office::create();
        recorded(&mut vault, &sonia(), "Remplacer la voiture");
        let place = |name: &str| office.folder.path().join("vault").join(name);
        copied(&place("generation-000001"), &place("kept"));
        let code = RecoveryCode::generate().unwrap();
        renew(&mut vault, Secret::Passphrase(PASSPHRASE), "une tout autre phrase", &code).unwrap();
        drop(vault);
        fs::rename(place("kept"), place("generation-000001")).unwrap();
        fs::write(place("renewal"), "generation-000001\ngeneration-000002\n").unwrap();
        let (secret, stays, goes) = if was_switched {
            (Secret::Code(&code), "generation-000002", "generation-000001")
        } else {
            fs::write(place("current"), "generation-000001\n").unwrap();
            (Secret::Code(&office.code), "generation-000001", "generation-000002")
        };
        let (vault, told) = Vault::unlock(&office.vault(), secret, now()).unwrap();
        assert_eq!(told, []);
        assert_eq!(vault.read(|reader| reader.count_dossiers()).unwrap(), 1);
        assert!(place(stays).exists() && !place(goes).exists() && !place("renewal").exists());
    }
}

#[test]
fn a_hostile_header_is_refused_at_once() {
    let (office, vault) = Office::create();
    drop(vault);
    let sound = fs::read(office.file("header")).unwrap();
    let forged = |at: usize, bytes: &[u8]| {
        let mut forged = sound.clone();
        forged[at..at + bytes.len()].copy_from_slice(bytes);
        let end = forged.len() - 32;
        let sum = blake3::hash(&forged[..end]);
        forged[end..].copy_from_slice(sum.as_bytes());
        forged
    };
    let slots = 101 * 1_000_000;
    let hostile: [(&str, Vec<u8>); 4] = [
        ("four tebibytes of memory", forged(39, &u32::MAX.to_le_bytes())),
        ("four billion passes", forged(43, &u32::MAX.to_le_bytes())),
        ("a million slots", vec![1; slots]),
        ("a version nobody wrote", forged(8, &u16::MAX.to_le_bytes())),
    ];
    for (what, bytes) in hostile {
        for name in ["header", "header.copy"] {
            fs::write(office.file(name), &bytes).unwrap();
        }
        let started = Instant::now();
        let refused = office.refusal();
        assert!(started.elapsed() < Duration::from_millis(50), "{what}: {:?}", started.elapsed());
        assert!(matches!(refused, StoreError::HeaderDamaged | StoreError::TooNew { .. }), "{what}: {refused}");
    }
}

#[test]
fn two_master_keys_are_never_the_same() {
    let one = MasterKey::generate().unwrap().derive(Purpose::Database).unwrap();
    assert_ne!(*one, *MasterKey::generate().unwrap().derive(Purpose::Database).unwrap());
}
