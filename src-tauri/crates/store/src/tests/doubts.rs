//! An office that is no longer the last state of itself: told, and nothing goes until somebody answered.

use std::fs;
use std::path::PathBuf;

use chrono::TimeDelta;

use super::world::*;
use crate::*;

fn on(_: u32, _: u32) -> bool {
    true
}

fn copied(vault: &Vault, days: i64) -> CopyMade {
    vault.snapshot(Reason::Asked, now() + TimeDelta::days(days)).unwrap().finish(&mut on).unwrap()
}

fn place(office: &Office, name: &str) -> PathBuf {
    office.folder.path().join("vault").join(name)
}

fn entry(call: &str) -> JournalEntry<'_> {
    JournalEntry { call, dossier: None, fields: &[], now: now() }
}

/// An office of one dossier, copied, then of three, copied again, whose database of one dossier was put back.
fn put_back() -> (Office, CopyMade, CopyMade) {
    let (office, mut vault) = Office::create();
    recorded(&mut vault, &sonia(), "voiture");
    let first = copied(&vault, 0);
    for project in ["vélo", "permis"] {
        recorded(&mut vault, &sonia(), project);
    }
    let last = copied(&vault, 1);
    drop(vault);
    fs::copy(place(&office, "backups").join(&first.stamp).join("office.db"), office.database()).unwrap();
    (office, first, last)
}

fn doubt_of(copy: &CopyMade, lines: Option<u64>, here: u64) -> Doubt {
    let newer = Newer::Copy { stamp: copy.stamp.clone(), made_at: copy.made_at, usable: true };
    Doubt { newer, lines, dossiers: copy.dossiers, dossiers_here: here }
}

#[test]
fn an_older_database_put_back_is_told_everywhere_until_it_is_answered() {
    let (office, _, last) = put_back();
    let doubts = vec![doubt_of(&last, Some(2), 1)];
    for _ in 0..2 {
        let (vault, _) = office.unlock().unwrap();
        assert_eq!(vault.doubts(), doubts);
        assert_eq!(vault.verify().unwrap().problems, [Problem::Older(doubts[0].clone())]);
        assert_eq!(vault.journal_verdict().unwrap().doubts, doubts);
    }
    let (mut vault, _) = office.unlock().unwrap();
    vault.answer_doubts(entry("answer_doubts")).unwrap();
    assert_eq!((vault.doubts(), vault.verify().unwrap().problems), (vec![], vec![]));
    drop(vault);
    assert_eq!(office.unlock().unwrap().0.doubts(), [], "it was answered once for all");
}

#[test]
fn work_that_went_on_does_not_hide_what_was_lost() {
    let (office, _, last) = put_back();
    let (mut vault, _) = office.unlock().unwrap();
    vault.note(JournalEntry { now: now() + TimeDelta::hours(30), ..entry("unlock") }).unwrap();
    for project in ["frigo", "loyer", "lunettes"] {
        recorded(&mut vault, &sonia(), project);
    }
    copied(&vault, 2);
    drop(vault);
    let (vault, _) = office.unlock().unwrap();
    assert_eq!(vault.doubts(), [doubt_of(&last, None, 4)], "its journal went another way");
}

#[test]
fn an_answer_is_no_answer_for_what_comes_after_it() {
    let (office, first, _) = put_back();
    let (mut vault, _) = office.unlock().unwrap();
    vault.answer_doubts(entry("answer_doubts")).unwrap();
    recorded(&mut vault, &sonia(), "frigo");
    let third = copied(&vault, 2);
    drop(vault);
    fs::copy(place(&office, "backups").join(&first.stamp).join("office.db"), office.database()).unwrap();
    assert_eq!(office.unlock().unwrap().0.doubts(), [doubt_of(&third, Some(2), 1)]);
    let answers = place(&office, "answers");
    let written = fs::read_to_string(&answers).unwrap();
    fs::write(&answers, written.replace(&first.stamp[..10], "2026-11-30")).unwrap();
    assert_eq!(office.unlock().unwrap().0.doubts().len(), 1);
}

#[test]
fn an_answer_of_another_hand_is_none() {
    let (office, _, last) = put_back();
    let body = format!("{{\"copies\":[\"{}\"],\"states\":[]}}", last.stamp);
    fs::write(place(&office, "answers"), format!("{body}\n{}\n", "0".repeat(64))).unwrap();
    assert_eq!(office.unlock().unwrap().0.doubts().len(), 1);
}

#[test]
fn no_copy_goes_while_the_office_is_doubted() {
    let (office, mut vault) = Office::create();
    recorded(&mut vault, &sonia(), "voiture");
    let first = fs::read(office.database()).unwrap();
    for days in 0..30 {
        recorded(&mut vault, &sonia(), &format!("projet {days}"));
        copied(&vault, days);
    }
    drop(vault);
    fs::write(office.database(), first).unwrap();
    let count = || office.vault().copies().copies().unwrap().len();
    let (mut vault, _) = office.unlock().unwrap();
    let before = count();
    for days in 31..40 {
        copied(&vault, days);
    }
    assert_eq!(count(), before + 9, "none went");
    let stick = tempfile::tempdir().unwrap();
    let outside = CopyPlace::at(stick.path());
    for copy in office.vault().copies().own_of(&vault.copy_keys()).unwrap() {
        office.vault().copies().carry(&copy.stamp, &outside, &vault.copy_keys(), &mut on).unwrap();
    }
    assert_eq!(outside.copies().unwrap().len(), count(), "nor on the stick");
    vault.answer_doubts(entry("answer_doubts")).unwrap();
    copied(&vault, 41);
    assert!(count() < before + 9, "they go again");
}

#[test]
fn a_state_set_aside_that_goes_further_is_told_with_what_it_holds() {
    let (office, first, _) = put_back();
    let (mut vault, _) = office.unlock().unwrap();
    vault.answer_doubts(entry("answer_doubts")).unwrap();
    drop(vault);
    let copies = office.vault().copies();
    let (copy, way) = (CopyAt { place: &copies, stamp: &first.stamp }, Way::Secret(Secret::Passphrase(PASSPHRASE)));
    office.vault().restore(copy, way, now(), &mut on).unwrap();
    for project in ["frigo", "loyer"] {
        recorded(&mut office.unlock().unwrap().0, &sonia(), project);
    }
    assert_eq!(office.unlock().unwrap().0.doubts(), [], "a restoration is known");
    fs::write(place(&office, "current"), "generation-000001\n").unwrap();
    let (vault, told) = office.unlock().unwrap();
    assert_eq!(told, [Told::OtherStateSetAside]);
    let [Doubt { newer: Newer::State { name, .. }, lines, dossiers: 3, dossiers_here: 1 }] = &vault.doubts()[..] else {
        panic!("{:?}", vault.doubts());
    };
    assert_eq!((name.ends_with("generation-000002"), *lines), (true, Some(1)));
    let later = now() + TimeDelta::days(400);
    drop(vault);
    let (vault, _) = Vault::unlock(&office.vault(), Secret::Passphrase(PASSPHRASE), later).unwrap();
    assert_eq!(vault.doubts().len(), 1, "it stays until it is answered");
}

#[test]
fn the_pieces_of_what_was_lost_are_not_swept() {
    let (office, mut vault) = Office::create();
    recorded(&mut vault, &sonia(), "voiture");
    let first = copied(&vault, 0);
    let piece = vault.pieces().write(b"bulletin").unwrap().piece.file.clone();
    recorded(&mut vault, &sonia(), "frigo");
    copied(&vault, 1);
    drop(vault);
    fs::copy(place(&office, "backups").join(&first.stamp).join("office.db"), office.database()).unwrap();
    let later = now() + TimeDelta::days(400);
    let (vault, _) = Vault::unlock(&office.vault(), Secret::Passphrase(PASSPHRASE), later).unwrap();
    assert_eq!(vault.doubts().len(), 1);
    assert!(vault.pieces().path(&piece).exists());
}

#[test]
fn an_office_of_before_a_renewal_put_back_whole_is_told() {
    let (office, mut vault) = Office::create();
    recorded(&mut vault, &sonia(), "voiture");
    let folder = place(&office, "generation-000001");
    let kept: Vec<_> = files_under(&folder).into_iter().map(|path| (path.clone(), fs::read(path).unwrap())).collect();
    let new = NewSecrets { passphrase: "une tout autre phrase", code: &office.code };
    let current = Secret::Passphrase(PASSPHRASE);
    let change = SecretChange { current, cost: KeyCost::Smallest, on: day("2026-11-21"), entry: entry("renew_key") };
    vault.renew_key(change, new).unwrap();
    let made = copied(&vault, 1);
    drop(vault);
    fs::create_dir_all(&folder).unwrap();
    for (path, bytes) in kept {
        fs::write(path, bytes).unwrap();
    }
    fs::write(place(&office, "current"), "generation-000001\n").unwrap();
    let (vault, _) = office.unlock().unwrap();
    assert_eq!(vault.doubts(), [doubt_of(&made, Some(1), 1)]);
    assert!(vault.destroy_copies_of_former_keys().is_err(), "what is newer is not taken for what is former");
}

#[test]
fn a_state_set_aside_is_brought_back_and_can_be_left_again() {
    let (office, mut vault) = Office::create();
    recorded(&mut vault, &sonia(), "voiture");
    let made = copied(&vault, 0);
    drop(vault);
    let copies = office.vault().copies();
    let (copy, way) = (CopyAt { place: &copies, stamp: &made.stamp }, Way::Secret(Secret::Passphrase(PASSPHRASE)));
    office.vault().restore(copy, way, now(), &mut on).unwrap();
    let newer = {
        let (mut vault, _) = office.unlock().unwrap();
        recorded(&mut vault, &sonia(), "frigo");
        vault.dump().unwrap()
    };
    fs::write(place(&office, "current"), "generation-000001\n").unwrap();
    let (vault, _) = office.unlock().unwrap();
    let (keys, older) = (vault.copy_keys(), vault.dump().unwrap());
    let Some(Newer::State { name, .. }) = vault.doubts().into_iter().next().map(|doubt| doubt.newer) else { panic!() };
    drop(vault);
    assert!(matches!(office.vault().bring_back("../generation-000001", &keys, now()), Err(StoreError::CopyGone)));
    office.vault().bring_back(&name, &keys, now()).unwrap();
    let (vault, told) = office.unlock().unwrap();
    assert_eq!((vault.dump().unwrap(), told, vault.doubts()), (newer, vec![], vec![]));
    drop(vault);
    office.vault().undo_restore(&keys, now()).unwrap();
    assert_eq!(office.unlock().unwrap().0.dump().unwrap(), older);
}
