//! Damage to the database: seen at unlock, never taken for a wrong secret, never written over.

use std::fs;
use std::io::{Seek, SeekFrom, Write};

use super::world::*;
use crate::*;

const PAGE: usize = 4096;

/// An office of a few dozen pages, some of them free.
fn office() -> Office {
    let (office, mut vault) = Office::create();
    for place in 0..40 {
        recorded(&mut vault, &sonia(), &format!("Projet {place} {}", "mot ".repeat(60)));
    }
    for _ in 0..20 {
        vault.undo(now()).unwrap();
    }
    drop(vault);
    office
}

fn pages(office: &Office) -> usize {
    usize::try_from(fs::metadata(office.database()).unwrap().len()).unwrap() / PAGE
}

#[test]
fn one_flipped_bit_in_any_page_is_seen() {
    let office = office();
    let pages = pages(&office);
    assert!(pages > 30, "{pages} pages");
    let mut named = 0;
    for page in 0..pages {
        // The first sixteen bytes of the first page are the salt; the last eighty of each its seal.
        for place in [20, 2000, PAGE - 1] {
            flip(&office.database(), page * PAGE + place, 5);
            let refusal = office.refusal();
            let StoreError::DatabaseDamaged { found } = refusal else { panic!("page {page} byte {place}: {refusal}") };
            named += usize::from(found.ends_with(&format!(" page {}", page + 1)));
            flip(&office.database(), page * PAGE + place, 5);
        }
    }
    assert!(named > 2 * pages, "named wherever SQLite did not stumble on it first: {named} of {pages} × 3");
    for place in 0..16 {
        flip(&office.database(), place, 2);
        assert!(matches!(office.refusal(), StoreError::DatabaseDamaged { .. }), "salt {place}");
        flip(&office.database(), place, 2);
    }
    assert_eq!(office.unlock().unwrap().0.verify().unwrap().problems, [], "sound again once put back");
}

#[test]
fn every_truncation_is_seen() {
    let office = office();
    let whole = fs::read(office.database()).unwrap();
    let length = whole.len() as u64;
    for lost in [1, 1000, 4096, 3 * 4096, length / 2, length - 4096, length - 100, length - 10] {
        cut(&office.database(), length - lost);
        let before = fs::read(office.database()).unwrap();
        let refusal = office.refusal();
        assert!(matches!(refusal, StoreError::DatabaseDamaged { .. }), "−{lost}: {refusal}");
        assert_eq!(fs::read(office.database()).unwrap(), before, "nothing was written");
        fs::write(office.database(), &whole).unwrap();
    }
}

#[test]
fn a_block_of_zeros_is_seen() {
    let office = office();
    let whole = fs::read(office.database()).unwrap();
    for page in 0..pages(&office) {
        let mut file = fs::OpenOptions::new().write(true).open(office.database()).unwrap();
        file.seek(SeekFrom::Start((page * PAGE) as u64)).unwrap();
        file.write_all(&[0; PAGE]).unwrap();
        drop(file);
        let refusal = office.refusal();
        assert!(matches!(refusal, StoreError::DatabaseDamaged { .. }), "page {page}: {refusal}");
        fs::write(office.database(), &whole).unwrap();
    }
}

#[test]
fn a_wrong_secret_on_a_damaged_database_is_still_a_wrong_secret() {
    let office = office();
    flip(&office.database(), 3 * PAGE + 7, 1);
    let refusal = Vault::unlock(&office.vault(), Secret::Passphrase("fausse"), now()).map(|_| ()).unwrap_err();
    assert!(matches!(refusal, StoreError::WrongSecret));
}

#[test]
fn a_page_that_fails_while_open_closes_the_connection_for_good() {
    let office = office();
    let (mut vault, _) = office.unlock().unwrap();
    // A change made by another hand is what has SQLite read the file again.
    raw(&office).execute_batch("UPDATE vault SET app = '9'").unwrap();
    let whole = fs::read(office.database()).unwrap();
    let mut damaged = whole.clone();
    for page in 1..pages(&office) {
        damaged[page * PAGE + 2000] ^= 1;
    }
    fs::write(office.database(), &damaged).unwrap();
    let refusal = vault.read(|reader| reader.dossier_lines(&query("projet"))).unwrap_err();
    assert!(matches!(refusal, StoreError::DatabaseDamaged { .. }), "{refusal:?}");
    fs::write(office.database(), &whole).unwrap();
    let read = vault.read(|reader| reader.count_dossiers());
    assert!(matches!(read, Err(StoreError::DatabaseDamaged { .. })), "never tried again");
    let written = vault.aside(|writer| writer.keep_draft(None, "new_request", "{}", now()));
    assert!(matches!(written, Err(StoreError::DatabaseDamaged { .. })));
    drop(vault);
    assert!(office.unlock().is_ok(), "a new connection reads what was put back");
}

#[test]
fn a_full_disk_loses_the_action_and_nothing_else() {
    let (office, mut vault) = Office::create();
    recorded(&mut vault, &sonia(), "voiture");
    let before = vault.dump().unwrap();
    let most = |vault: &Vault, pages: usize| {
        let limit = format!("PRAGMA max_page_count = {pages}");
        vault.with_connection(|own| own.execute_batch(&limit).map_err(StoreError::from)).unwrap();
    };
    let full = pages(&office);
    for room in 0..4 {
        most(&vault, full + room);
        let mut refusal = None;
        for turn in 0..50 {
            let outcome = vault.act(act("record_request"), |writer| {
                let dossier = record(writer, &sonia(), &format!("projet {turn} {}", "mot ".repeat(70)))?;
                Ok::<_, StoreError>(acted(dossier, Some(dossier)))
            });
            if let Err(full) = outcome {
                refusal = Some(full);
                break;
            }
        }
        assert!(matches!(refusal, Some(StoreError::DiskFull(_))), "{refusal:?}");
        assert_eq!(vault.verify().unwrap().problems, [], "still whole, still readable");
        while vault.read(|reader| reader.count_dossiers()).unwrap() > 1 {
            most(&vault, 1_000_000);
            vault.undo(now()).unwrap();
        }
        assert_eq!(vault.dump().unwrap(), before);
    }
    recorded(&mut vault, &sonia(), "retry");
}
