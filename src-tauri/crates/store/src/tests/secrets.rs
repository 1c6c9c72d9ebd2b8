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

fn changed<'a>(current: Secret<'a>, on: &str, call: &'a str) -> SecretChange<'a> {
    SecretChange { current, cost: KeyCost::Smallest, on: day(on), entry: noted(call) }
}

fn days(vault: &Vault) -> SecretDays {
    vault.read(|reader| reader.secret_days()).unwrap()
}

fn renew(vault: &mut Vault, secret: Secret<'_>, passphrase: &str, code: &RecoveryCode) -> Result<(), StoreError> {
    vault.renew_key(changed(secret, "2026-11-21", "renew_key"), NewSecrets { passphrase, code })
}

/// Linux counts what a process keeps out of the file memory is paged to.
#[cfg(target_os = "linux")]
#[test]
fn the_keys_of_an_open_office_are_not_paged_out() {
    let (_office, _vault) = Office::create();
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let locked = status.lines().find_map(|line| line.strip_prefix("VmLck:")).unwrap();
    assert_ne!(locked.trim(), "0 kB");
}

#[test]
fn both_ways_in_open_after_each_of_twenty_changes() {
    let (office, mut vault) = Office::create();
    let (mut passphrase, mut code) = (PASSPHRASE.to_owned(), office.code.clone());
    for turn in 0..20 {
        let (known, own) = (passphrase.clone(), code.clone());
        let current = if turn % 3 == 0 { Secret::Code(&own) } else { Secret::Passphrase(&known) };
        if turn % 2 == 0 {
            passphrase = format!("phrase numéro {turn} de la série");
            vault.change_passphrase(changed(current, "2026-12-01", CALL), &passphrase).unwrap();
        } else {
            code = RecoveryCode::generate().unwrap();
            vault.replace_code(changed(current, "2026-12-01", CALL), &code).unwrap();
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
    vault.change_passphrase(changed(secret, "2027-02-01", CALL), "une tout autre phrase").unwrap();
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
    for refused in [
        vault.change_passphrase(changed(wrong, "2026-12-01", CALL), "une tout autre phrase"),
        vault.replace_code(changed(Secret::Code(&other), "2026-12-01", CALL), &other),
        renew(&mut vault, wrong, "une tout autre phrase", &other),
    ] {
        assert!(matches!(refused, Err(StoreError::WrongSecret)));
    }
    assert_eq!(on_disk(&office), before);
}

/// An office whose passphrase was changed, with the two headers of before.
fn changed_once() -> (Office, Vec<u8>) {
    let (office, mut vault) = Office::create();
    recorded(&mut vault, &sonia(), "voiture");
    let former = fs::read(office.file("header")).unwrap();
    let secret = Secret::Passphrase(PASSPHRASE);
    vault.change_passphrase(changed(secret, "2026-12-01", CALL), OTHER).unwrap();
    vault.note(noted("lock")).unwrap();
    (office, former)
}

const OTHER: &str = "une tout autre phrase";

fn told(office: &Office, secret: Secret<'_>) -> (Vault, Vec<Told>) {
    Vault::unlock(&office.vault(), secret, now()).unwrap()
}

#[test]
fn a_change_cut_short_between_the_two_headers_leaves_both_ways_in() {
    let (office, former) = changed_once();
    fs::write(office.file("header.copy"), &former).unwrap();
    let coming = "UPDATE safety SET next_header = header, header = NULL";
    raw(&office).execute(coming, []).unwrap();
    let noted = "UPDATE safety SET header = ?1";
    let own = told_fingerprint(&office, &former);
    raw(&office).execute(noted, [own]).unwrap();
    assert!(!opens(&office, Secret::Passphrase(PASSPHRASE)), "the older copy is not what is in force");
    assert_eq!(told(&office, Secret::Passphrase(OTHER)).1, []);
    assert!(opens(&office, Secret::Code(&office.code)));
    assert_eq!(fs::read(office.file("header")).unwrap(), fs::read(office.file("header.copy")).unwrap());
    assert_eq!(office.quarantine(), Vec::<std::path::PathBuf>::new(), "it would keep the former passphrase");
}

fn told_fingerprint(office: &Office, header: &[u8]) -> String {
    let header = Header::read(header).unwrap();
    let master = header.open(Secret::Code(&office.code)).unwrap();
    header.fingerprint(&master.derive(Purpose::Journal).unwrap())
}

#[test]
fn a_header_put_back_beside_todays_gives_no_former_passphrase_back() {
    for name in ["header", "header.copy"] {
        let (office, former) = changed_once();
        let today = fs::read(office.file(name)).unwrap();
        fs::write(office.file(name), &former).unwrap();
        assert!(!opens(&office, Secret::Passphrase(PASSPHRASE)), "{name}");
        let (vault, first) = told(&office, Secret::Passphrase(OTHER));
        assert_eq!((first, vault.verify().unwrap().problems), (vec![Told::FormerHeaderSetAside], vec![]));
        drop(vault);
        assert_eq!(
            [fs::read(office.file("header")).unwrap(), fs::read(office.file("header.copy")).unwrap()],
            [today.clone(), today]
        );
        let kept = office.quarantine();
        let [sealed] = &kept[..] else { panic!("{kept:?}") };
        let sealed = fs::read(sealed).unwrap();
        assert!(
            Header::read(&sealed).is_err() && !sealed.windows(32).any(|part| former.windows(32).any(|own| own == part))
        );
        assert_eq!(told(&office, Secret::Passphrase(OTHER)).1, [], "told once");
    }
}

#[test]
fn both_headers_put_back_are_told_until_a_secret_is_changed() {
    let (office, former) = changed_once();
    for name in ["header", "header.copy"] {
        fs::write(office.file(name), &former).unwrap();
    }
    for _ in 0..2 {
        let (vault, told) = told(&office, Secret::Passphrase(PASSPHRASE));
        assert_eq!((told, vault.verify().unwrap().problems), (vec![Told::FormerWayIn], vec![Problem::FormerWayIn]));
    }
    let (mut vault, _) = told(&office, Secret::Code(&office.code));
    vault.change_passphrase(changed(Secret::Code(&office.code), "2026-12-02", CALL), "encore une autre").unwrap();
    assert_eq!(vault.verify().unwrap().problems, []);
    drop(vault);
    assert_eq!(told(&office, Secret::Passphrase("encore une autre")).1, []);
}

#[test]
fn a_slot_of_the_code_spoilt_by_another_hand_is_told_at_once() {
    let (office, _) = changed_once();
    let mut spoilt = fs::read(office.file("header")).unwrap();
    let end = spoilt.len() - 32;
    spoilt[end - 1] ^= 1;
    let sum = blake3::hash(&spoilt[..end]);
    spoilt[end..].copy_from_slice(sum.as_bytes());
    for name in ["header", "header.copy"] {
        fs::write(office.file(name), &spoilt).unwrap();
    }
    assert_eq!(told(&office, Secret::Passphrase(OTHER)).1, [Told::FormerWayIn]);
}

#[test]
fn todays_passphrase_opens_an_office_put_back_with_one_of_its_headers() {
    let (office, mut vault) = Office::create();
    recorded(&mut vault, &sonia(), "voiture");
    let former = ["office.db", "header"].map(|name| (name, fs::read(office.file(name)).unwrap()));
    vault.change_passphrase(changed(Secret::Passphrase(PASSPHRASE), "2026-12-01", CALL), OTHER).unwrap();
    vault.snapshot(Reason::Asked, now()).unwrap().finish(&mut |_, _| true).unwrap();
    drop(vault);
    for (name, bytes) in former {
        fs::write(office.file(name), bytes).unwrap();
    }
    for passphrase in [OTHER, PASSPHRASE, OTHER] {
        let (vault, told) = told(&office, Secret::Passphrase(passphrase));
        assert_eq!((told, vault.doubts().len()), (vec![Told::FormerWayIn], 1), "{passphrase}");
    }
}

#[test]
fn a_weak_cost_is_raised_with_the_next_secret() {
    let (office, mut vault) = Office::create();
    assert_eq!(office.vault().key_cost().unwrap(), KeyCost::Smallest);
    let real = SecretChange { cost: KeyCost::Real, ..changed(Secret::Passphrase(PASSPHRASE), "2026-12-01", CALL) };
    vault.change_passphrase(real, OTHER).unwrap();
    assert_eq!(office.vault().key_cost().unwrap(), KeyCost::Real);
    let small = SecretChange { cost: KeyCost::Smallest, ..changed(Secret::Passphrase(OTHER), "2026-12-01", CALL) };
    vault.change_passphrase(small, PASSPHRASE).unwrap();
    assert_eq!(office.vault().key_cost().unwrap(), KeyCost::Real, "it is never lowered");
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
