//! Files damaged while the office was closed: told in French, never taken for a wrong
//! passphrase, never written over, and opened again once put back.

use std::fs;
use std::path::{Path, PathBuf};

use desk::{Failure, FailureKind};
use serde_json::{Value, json};

use crate::adviser::{self, an_office, call, desk_of};
use crate::chance::Chance;
use crate::office::PASSPHRASE;
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
    for page in [0, 1, chance.below(length / PAGE), length / PAGE - 1] {
        let mut zeros = whole.clone();
        let start = usize::try_from(page * PAGE).unwrap();
        zeros[start..start + 4096].fill(0);
        fs::write(&database, zeros).unwrap();
        assert_told_as_damage(office.path(), &format!("page {page} zeroed"));
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
