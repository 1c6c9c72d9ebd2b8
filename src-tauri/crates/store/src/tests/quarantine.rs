//! The quarantine: listed with what it holds, kept for thirty days of use, gone by hand.

use std::fs;

use chrono::{DateTime, Datelike, TimeDelta, Utc};

use super::world::*;
use crate::*;

/// An office with a copy of its database beside it, as a synchronised folder leaves one.
fn conflicted() -> Office {
    let (office, mut vault) = Office::create();
    recorded(&mut vault, &sonia(), "voiture");
    drop(vault);
    fs::copy(office.database(), office.file("office (copie en conflit PC).db")).unwrap();
    assert_eq!(office.unlock().unwrap().1, [Told::StrayFileSetAside]);
    office
}

fn opened(office: &Office, at: DateTime<Utc>) -> Vault {
    let (mut vault, _) = Vault::unlock(&office.vault(), Secret::Passphrase(PASSPHRASE), at).unwrap();
    vault.note(JournalEntry { call: "unlock", dossier: None, fields: &[], now: at }).unwrap();
    vault
}

#[test]
fn what_is_set_aside_is_listed_with_its_size_and_the_people_it_holds() {
    let office = conflicted();
    fs::write(office.file("thumbs.db"), "abc").unwrap();
    let (vault, _) = office.unlock().unwrap();
    let listed = vault.quarantine().unwrap();
    let size = fs::metadata(office.database()).unwrap().len();
    let names: Vec<_> = listed.iter().map(|(aside, _)| (aside.what.clone(), aside.at, aside.size)).collect();
    let other = |name: &str| AsideKind::Other(name.to_owned());
    assert_eq!(names, [(other("office (copie en conflit PC).db"), now(), size), (other("thumbs.db"), now(), 3)]);
    let held: Vec<_> = listed.iter().map(|(_, held)| held.as_ref().map(|held| (held.people, held.dossiers))).collect();
    assert_eq!(held, [Some((1, 1)), None]);
    vault.destroy_aside(&listed[0].0.name).unwrap();
    assert_eq!(vault.quarantine().unwrap().len(), 1);
    for name in ["../office.db", "", "2026-11-20T081200Z-1-../../current"] {
        assert!(matches!(vault.destroy_aside(name), Err(StoreError::CopyGone)), "{name}");
    }
}

#[test]
fn what_is_set_aside_goes_after_thirty_days_of_use() {
    let office = conflicted();
    for days in [8, 16, 24, 30] {
        assert_eq!(opened(&office, now() + TimeDelta::days(days)).quarantine().unwrap().len(), 1, "{days}");
    }
    assert_eq!(opened(&office, now() + TimeDelta::days(31)).quarantine().unwrap(), []);
}

#[test]
fn a_clock_ahead_destroys_nothing_of_the_quarantine() {
    let office = conflicted();
    for year in [2031, 2032] {
        assert_eq!(opened(&office, now().with_year(year).unwrap()).quarantine().unwrap().len(), 1);
    }
}

#[test]
fn a_file_in_the_quarantine_that_etrier_did_not_put_there_stays() {
    let (office, vault) = Office::create();
    let folder = office.folder.path().join("vault/quarantine");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("à moi.txt"), "x").unwrap();
    assert_eq!(vault.quarantine().unwrap(), []);
    drop(vault);
    opened(&office, now() + TimeDelta::days(400));
    assert!(folder.join("à moi.txt").exists());
}
