//! What lies beside the database and should not, or should.

use std::fs;

use super::world::*;
use crate::*;

/// A database and its journal in the middle of an action, as a power cut leaves them.
fn cut_in_the_middle(office: &Office) -> (Vec<u8>, Vec<u8>) {
    let raw = raw(office);
    raw.execute_batch("PRAGMA cache_size = 2; BEGIN IMMEDIATE").unwrap();
    for table in ["person", "dossier_line", "access_journal"] {
        let filling = format!(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300)
             INSERT INTO setting (kind, key, valid_from, recorded_at, source, format, body)
             SELECT '{table}', i, '', '', '', 1, hex(randomblob(300)) FROM n"
        );
        raw.execute_batch(&filling).unwrap();
    }
    let files = (fs::read(office.database()).unwrap(), fs::read(office.file("office.db-journal")).unwrap());
    raw.execute_batch("ROLLBACK").unwrap();
    files
}

fn office() -> Office {
    let (office, mut vault) = Office::create();
    recorded(&mut vault, &sonia(), "voiture");
    drop(vault);
    office
}

#[test]
fn an_action_cut_short_is_taken_back_and_told_once() {
    let office = office();
    let before = office.unlock().unwrap().0.dump().unwrap();
    let (database, journal) = cut_in_the_middle(&office);
    assert_ne!(fs::read(office.database()).unwrap(), database, "the cut came while pages were written");
    fs::write(office.database(), database).unwrap();
    fs::write(office.file("office.db-journal"), journal).unwrap();
    let (vault, told) = office.unlock().unwrap();
    assert_eq!(told, [Told::JournalRolledBack]);
    assert_eq!(vault.dump().unwrap(), before);
    assert_eq!(vault.verify().unwrap().problems, []);
    drop(vault);
    assert_eq!(office.unlock().unwrap().1, []);
    assert!(!office.folder.path().join("vault/trial").exists());
}

#[test]
fn the_journal_of_another_database_is_set_aside_not_applied() {
    let (office, other) = (office(), office());
    let before = office.unlock().unwrap().0.dump().unwrap();
    let (_, journal) = cut_in_the_middle(&other);
    let stray = office.file("office.db-journal");
    let plain = {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plain.db");
        let plain = rusqlite::Connection::open(&path).unwrap();
        plain
            .execute_batch("PRAGMA cache_size = 1; CREATE TABLE t (a); INSERT INTO t VALUES (zeroblob(90000))")
            .unwrap();
        plain.execute_batch("BEGIN; UPDATE t SET a = zeroblob(99999); UPDATE t SET a = randomblob(99999)").unwrap();
        fs::read(folder.path().join("plain.db-journal")).unwrap()
    };
    for foreign in [journal, plain] {
        assert!(foreign.len() > 4096, "a journal with pages in it");
        fs::write(&stray, &foreign).unwrap();
        let (vault, told) = office.unlock().unwrap();
        assert_eq!(told, [Told::StrayFileSetAside]);
        assert_eq!(vault.dump().unwrap(), before);
        assert_eq!(vault.verify().unwrap().problems, []);
        assert!(office.quarantine().iter().any(|path| fs::read(path).unwrap() == foreign), "kept, byte for byte");
    }
    assert_eq!(office.quarantine().len(), 2);
}

#[test]
fn a_journal_of_noise_changes_nothing() {
    let office = office();
    let before = office.unlock().unwrap().0.dump().unwrap();
    for noise in [vec![0; 10_000], vec![7; 100], b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7".repeat(900)] {
        fs::write(office.file("office.db-journal"), noise).unwrap();
        let (vault, _) = office.unlock().unwrap();
        assert_eq!(vault.dump().unwrap(), before);
    }
}

#[test]
fn files_that_do_not_belong_are_moved_away() {
    let office = office();
    for name in ["office.db-wal", "office.db-shm", "Copie de office.db", "header.new"] {
        fs::write(office.file(name), vec![3; 9000]).unwrap();
    }
    let (vault, told) = office.unlock().unwrap();
    assert_eq!(told, [Told::StrayFileSetAside]);
    assert_eq!(vault.verify().unwrap().problems, []);
    assert_eq!(office.quarantine().len(), 4);
    drop(vault);
    assert_eq!(office.unlock().unwrap().1, []);
}
