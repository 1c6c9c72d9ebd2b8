//! Files damaged while the office was closed: told in French, never taken for a wrong
//! passphrase, never written over, and opened again once put back.

use std::fs;
use std::path::{Path, PathBuf};

use desk::{Failure, FailureKind};
use rusqlite::Connection;
use serde_json::{Value, json};

use crate::adviser::{self, an_office, assert_helps, call, desk_of};
use crate::chance::Chance;
use crate::office::PASSPHRASE;
use crate::tally::{Tally, clear_text, quick_folder};
use crate::turns;

const PAGE: u64 = 4096;

/// So many dossiers in the office that is damaged.
const DOSSIERS: u64 = 12;

fn unlock(office: &Path) -> Result<Value, Failure> {
    adviser::unlock(&mut desk_of(office))
}

fn file(office: &Path, name: &str) -> PathBuf {
    office.join("vault/generation-000001").join(name)
}

fn flip(path: &Path, place: u64, bit: u64) {
    let mut bytes = fs::read(path).unwrap();
    bytes[usize::try_from(place).unwrap()] ^= 1 << bit;
    fs::write(path, bytes).unwrap();
}

fn cut(path: &Path, length: u64) {
    fs::OpenOptions::new().write(true).open(path).unwrap().set_len(length).unwrap();
}

/// The office cannot be opened, and what is said of it helps.
fn assert_told_as_damage(office: &Path, context: &str) {
    let damaged = fs::read(file(office, "office.db")).ok();
    for passphrase in [PASSPHRASE, "une autre phrase secrète"] {
        let mut desk = desk_of(office);
        let refused = call(&mut desk, "unlock", json!({ "passphrase": passphrase })).unwrap_err();
        if passphrase == PASSPHRASE || refused.kind != FailureKind::WrongSecret {
            assert_eq!(refused.kind, FailureKind::Damaged, "{context}: {}", refused.message);
            assert!(refused.message.contains("Rien n’a été effacé"), "{context}: {}", refused.message);
            assert!(refused.remedy.is_some(), "{context}: a next step");
        }
        let dossiers = call(&mut desk, "dossiers", json!({ "search": "", "offset": 0 })).unwrap_err();
        assert_eq!(dossiers.kind, FailureKind::Locked, "{context}");
    }
    assert_eq!(fs::read(file(office, "office.db")).ok(), damaged, "{context}: the bytes are left as they are");
}

#[test]
fn a_damaged_database_is_told_as_such_and_opens_once_put_back() {
    let mut chance = Chance::seeded("damaged database");
    let office = an_office(DOSSIERS);
    let database = file(office.path(), "office.db");
    let whole = fs::read(&database).unwrap();
    let length = u64::try_from(whole.len()).unwrap();
    for turn in 0..turns(30, 1000) {
        let (place, bit) = (chance.below(length), chance.below(8));
        flip(&database, place, bit);
        assert_told_as_damage(office.path(), &format!("turn {turn}: bit {bit} of byte {place}"));
        fs::write(&database, &whole).unwrap();
    }
    let lost = [1, 1000, PAGE, 3 * PAGE, length / 2, length - PAGE, length - 16, length];
    for lost in lost.into_iter().chain((0..turns(5, 200)).map(|_| 1 + chance.below(length))) {
        cut(&database, length - lost);
        assert_told_as_damage(office.path(), &format!("{lost} bytes of {length} lost"));
        fs::write(&database, &whole).unwrap();
    }
    for pages in [2, 16, 256] {
        let mut zeros = whole.clone();
        let start = chance.below(length / PAGE) * PAGE;
        let end = (start + pages * PAGE).min(length);
        zeros[usize::try_from(start).unwrap()..usize::try_from(end).unwrap()].fill(0);
        fs::write(&database, zeros).unwrap();
        assert_told_as_damage(office.path(), &format!("{pages} pages zeroed from byte {start}"));
    }
    fs::remove_file(&database).unwrap();
    assert_told_as_damage(office.path(), "missing");
    assert!(!database.exists(), "never made anew");
    fs::write(&database, &whole).unwrap();
    assert_eq!(unlock(office.path()).unwrap()["told"], json!([]));
}

#[test]
fn a_damaged_header_is_made_good_from_its_copy_and_told_once() {
    let mut chance = Chance::seeded("damaged header");
    let office = an_office(DOSSIERS);
    let length = fs::metadata(file(office.path(), "header")).unwrap().len();
    for turn in 0..turns(12, 500) {
        let name = ["header", "header.copy"][usize::from(chance.below(2) == 1)];
        let path = file(office.path(), name);
        match chance.below(3) {
            0 => fs::remove_file(path).unwrap(),
            1 => cut(&path, chance.below(length)),
            _ => flip(&path, chance.below(length), chance.below(8)),
        }
        assert_eq!(unlock(office.path()).unwrap()["told"].as_array().unwrap().len(), 1, "turn {turn}");
        assert_eq!(unlock(office.path()).unwrap()["told"], json!([]), "turn {turn}: told once");
    }
    for name in ["header", "header.copy"] {
        flip(&file(office.path(), name), chance.below(length), chance.below(8));
    }
    assert_told_as_damage(office.path(), "both headers");
}

#[test]
fn each_damaged_page_is_seen_and_named_in_the_log() {
    let mut chance = Chance::seeded("each page");
    let office = an_office(DOSSIERS);
    let database = file(office.path(), "office.db");
    let whole = fs::read(&database).unwrap();
    let pages = u64::try_from(whole.len()).unwrap() / PAGE;
    let (mut tally, mut named) = (Tally::default(), 0);
    for page in 0..pages {
        for turn in 0..turns(2, 8) {
            let start = page * PAGE;
            if turn == 0 {
                let mut zeros = whole.clone();
                zeros[usize::try_from(start).unwrap()..usize::try_from(start + PAGE).unwrap()].fill(0);
                fs::write(&database, zeros).unwrap();
            } else {
                // Past the salt, which the first page begins with.
                flip(&database, start + 16 + chance.below(PAGE - 16), chance.below(8));
            }
            let damaged = fs::read(&database).unwrap();
            let _ = fs::remove_dir_all(office.path().join("log"));
            tally.faults += 1;
            let refused = unlock(office.path()).expect_err("a damaged page");
            assert_eq!(refused.kind, FailureKind::Damaged, "page {page}: {}", refused.sentence());
            assert_helps(&refused, "page");
            assert!(fs::read(&database).unwrap() == damaged, "page {page}: the bytes are left as they are");
            let log = fs::read_to_string(office.path().join("log/etrier.log")).unwrap();
            named += u64::from(log.contains(&format!(" page {}", page + 1)));
            fs::write(&database, &whole).unwrap();
        }
    }
    println!("{named} of {} pages named in the log; SQLite stumbled on the others first", tally.faults);
    assert!(named * 4 > tally.faults * 3, "{named} of {}", tally.faults);
    tally.clear = clear_text(office.path());
    tally.told("damage, each page of a database", Some(&chance));
}

/// What the seal of each page is for: a plain database takes most flipped bits for what was written.
#[test]
fn without_sealed_pages_a_flipped_bit_changes_what_is_read() {
    let folder = quick_folder();
    let path = folder.path().join("plain.db");
    let plain = Connection::open(&path).unwrap();
    plain.execute_batch("CREATE TABLE dossier (id INTEGER PRIMARY KEY, project TEXT)").unwrap();
    plain.execute("INSERT INTO dossier VALUES (1, ?1)", ["Projet de voiture".repeat(20)]).unwrap();
    drop(plain);
    let bytes = fs::read(&path).unwrap();
    let place = bytes.windows(6).position(|window| window == b"Projet").unwrap();
    flip(&path, u64::try_from(place).unwrap(), 1);
    let again = Connection::open(&path).unwrap();
    let said: String = again.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    let read: String = again.query_row("SELECT project FROM dossier", [], |row| row.get(0)).unwrap();
    assert_eq!(said, "ok", "SQLite sees nothing");
    assert!(read.starts_with("Rrojet"), "{read}");
}

#[test]
fn a_damaged_office_names_its_last_copy_and_comes_back_from_it() {
    let office = an_office(2);
    let mut desk = desk_of(office.path());
    adviser::unlock(&mut desk).unwrap();
    call(&mut desk, "copy_here", json!({})).unwrap();
    drop(desk);
    cut(&file(office.path(), "office.db"), 5000);
    let mut desk = desk_of(office.path());
    adviser::unlock(&mut desk).unwrap_err();
    let status = call(&mut desk, "status", json!({})).unwrap();
    assert!(status["copies"].as_str().is_some_and(|told| told.contains("copie")), "{status}");
    let read = call(&mut desk, "read_copies", json!({ "place": "" })).unwrap();
    let stamp = read["rows"][0]["stamp"].clone();
    let asked = json!({ "place": "", "stamp": stamp, "passphrase": PASSPHRASE, "code": "" });
    call(&mut desk, "restore_copy", asked).unwrap();
    let verdict = call(&mut desk, "verify", json!({})).unwrap();
    assert_eq!((&verdict["sound"], &verdict["dossiers"]), (&json!(true), &json!(2)), "{verdict}");
}

#[test]
fn without_the_copy_of_the_header_its_damage_shuts_the_office() {
    let office = an_office(1);
    fs::remove_file(file(office.path(), "header.copy")).unwrap();
    flip(&file(office.path(), "header"), 60, 3);
    assert_told_as_damage(office.path(), "one header left, damaged");
}

#[test]
fn the_header_of_another_office_is_never_taken_for_a_wrong_passphrase() {
    let (office, other) = (an_office(1), an_office(1));
    for name in ["header", "header.copy"] {
        fs::copy(file(other.path(), name), file(office.path(), name)).unwrap();
    }
    let refused = unlock(office.path()).unwrap_err();
    assert_eq!(refused.kind, FailureKind::Damaged, "{}", refused.sentence());
    assert!(refused.message.contains("autre coffre"), "{}", refused.message);
}
