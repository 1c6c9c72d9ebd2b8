//! Copies: whole or not there, verified, let go by rule.

use std::fs;
use std::path::PathBuf;

use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;

use super::world::*;
use crate::*;

fn on(_: u32, _: u32) -> bool {
    true
}

#[test]
fn a_copy_counts_once_verified_and_is_the_bytes_of_the_office() {
    let (office, mut vault) = Office::create();
    recorded(&mut vault, &sonia(), "voiture");
    let snapshot = vault.snapshot(Reason::Asked, now()).unwrap();
    assert_eq!(office.vault().copies().copies().unwrap(), [], "not yet");
    let moment = fs::read(office.database()).unwrap();
    recorded(&mut vault, &sonia(), "vélo");
    let made = snapshot.finish(&mut on).unwrap();
    assert_eq!(made.dossiers, 1, "what was recorded meanwhile is not in it");
    let folder = office.folder.path().join("vault/backups").join(&made.stamp);
    assert_eq!(fs::read(folder.join("office.db")).unwrap(), moment);
    let found = office.vault().copies().copies().unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].state.clone(), found[0].reason()), (CopyState::Sound, Some(Reason::Asked)));
    assert_eq!(vault.newest_copy().unwrap().map(|copy| copy.stamp), Some(made.stamp));
}

#[test]
fn a_copy_that_was_stopped_or_forgotten_is_not_there() {
    let (office, vault) = Office::create();
    for stop in 0..5 {
        let stopped = vault.snapshot(Reason::Asked, now()).unwrap().finish(&mut |done, _| done != stop);
        assert!(matches!(stopped, Err(StoreError::Cancelled)), "{stop}: {stopped:?}");
    }
    drop(vault.snapshot(Reason::Asked, now()).unwrap());
    let left = files_under(&office.folder.path().join("vault/backups"));
    assert_eq!(left.iter().filter(|file| file.to_string_lossy().contains(".tmp")).count(), 0, "{left:?}");
    assert_eq!(office.vault().copies().failure(), None, "stopping is no failure");
}

fn copied(vault: &Vault, reason: Reason, at: DateTime<Utc>) -> CopyMade {
    vault.snapshot(reason, at).unwrap().finish(&mut on).unwrap()
}

fn of(made: &CopyMade, office: &Office) -> PathBuf {
    office.folder.path().join("vault/backups").join(&made.stamp)
}

fn secret(office: &Office) -> [Way<'_>; 2] {
    [Way::Secret(Secret::Passphrase(PASSPHRASE)), Way::Secret(Secret::Code(&office.code))]
}

#[test]
fn a_restored_copy_is_the_office_of_its_moment_and_can_be_taken_back() {
    let (office, mut vault) = Office::create();
    recorded(&mut vault, &sonia(), "voiture");
    let (then, made) = (vault.dump().unwrap(), copied(&vault, Reason::Asked, now()));
    recorded(&mut vault, &sonia(), "vélo");
    let later = vault.dump().unwrap();
    let lost = vault.lost_by(&vault.newest_copy().unwrap().unwrap()).unwrap().unwrap();
    assert_eq!((lost.created.len(), lost.changed, lost.pieces, lost.erased), (1, 0, 0, 0));
    drop(vault);
    let (folder, place) = (office.vault(), office.vault().copies());
    let wrong = folder.restore(
        CopyAt { place: &place, stamp: &made.stamp },
        Way::Secret(Secret::Passphrase("autre chose")),
        now(),
        &mut on,
    );
    assert!(matches!(wrong, Err(StoreError::WrongSecret)));
    for way in secret(&office) {
        let restored = folder.restore(CopyAt { place: &place, stamp: &made.stamp }, way, now(), &mut on).unwrap();
        assert_eq!((restored.dossiers, restored.missing_pieces), (1, 0));
        let vault = office.unlock().unwrap().0;
        assert_eq!((vault.dump().unwrap(), vault.doubts()), (then.clone(), vec![]));
        let keys = vault.copy_keys();
        drop(vault);
        folder.undo_restore(&keys, now()).unwrap();
        assert_eq!(office.unlock().unwrap().0.dump().unwrap(), later, "taken back");
    }
    let month_over = now() + TimeDelta::days(31);
    assert!(folder.restored_at().is_some());
    let (vault, _) = Vault::unlock(&folder, Secret::Passphrase(PASSPHRASE), month_over).unwrap();
    let keys = vault.copy_keys();
    drop(vault);
    assert!(matches!(folder.undo_restore(&keys, month_over), Err(StoreError::CopyGone)), "its month is over");
}

#[test]
fn a_dead_absent_or_headless_office_comes_back_from_its_copy() {
    for lost in [&["office.db"][..], &["header", "header.copy"], &["header", "header.copy", "office.db"]] {
        let (office, mut vault) = Office::create();
        recorded(&mut vault, &sonia(), "voiture");
        let (then, made) = (vault.dump().unwrap(), copied(&vault, Reason::Asked, now()));
        drop(vault);
        for name in lost {
            fs::remove_file(office.file(name)).unwrap();
        }
        let (folder, place) = (office.vault(), office.vault().copies());
        folder.restore(CopyAt { place: &place, stamp: &made.stamp }, secret(&office)[1], now(), &mut on).unwrap();
        assert_eq!(office.unlock().unwrap().0.dump().unwrap(), then, "{lost:?}");
    }
}

#[test]
fn a_copy_reopens_in_a_folder_where_nothing_was() {
    let (office, mut vault) = Office::create();
    recorded(&mut vault, &sonia(), "voiture");
    let stick = CopyPlace::at(&office.folder.path().join("stick"));
    fs::create_dir(office.folder.path().join("stick")).unwrap();
    let made = copied(&vault, Reason::Asked, now());
    let carried = office.vault().copies().carry(&made.stamp, &stick, &vault.copy_keys(), &mut on).unwrap();
    assert_eq!(carried, made);
    assert_eq!(stick.read_through(None, &mut on).unwrap()[0].state, CopyState::Sound);
    let new = tempfile::tempdir().unwrap();
    let folder = VaultFolder::at(new.path());
    folder.restore(CopyAt { place: &stick, stamp: &made.stamp }, secret(&office)[1], now(), &mut on).unwrap();
    let (again, _) = Vault::unlock(&folder, Secret::Passphrase(PASSPHRASE), now()).unwrap();
    assert_eq!(again.dump().unwrap(), vault.dump().unwrap());
}

#[test]
fn a_copy_that_was_altered_is_unusable_and_says_why() {
    let (office, vault) = Office::create();
    let (made, other) = (copied(&vault, Reason::Asked, now()), copied(&vault, Reason::Asked, now()));
    let (place, keys, folder) = (office.vault().copies(), vault.copy_keys(), of(&made, &office));
    let verdict = |keys: Option<&CopyKeys>| {
        let found = place.read_through(keys, &mut on).unwrap();
        found.into_iter().find(|copy| copy.stamp == made.stamp).unwrap().state
    };
    assert_eq!(verdict(Some(&keys)), CopyState::Sound);
    let spoil = |name: &str, bytes: Option<Vec<u8>>, expected: Unusable| {
        let whole = fs::read(folder.join(name)).unwrap();
        match bytes {
            Some(bytes) => fs::write(folder.join(name), bytes).unwrap(),
            None => fs::remove_file(folder.join(name)).unwrap(),
        }
        assert_eq!(verdict(Some(&keys)), CopyState::Unusable(expected.clone()), "{name}");
        let new = tempfile::tempdir().unwrap();
        let refused = VaultFolder::at(new.path()).restore(
            CopyAt { place: &place, stamp: &made.stamp },
            secret(&office)[0],
            now(),
            &mut on,
        );
        assert!(matches!(refused, Err(StoreError::CopyUnusable(_))), "{name}: {refused:?}");
        assert!(!new.path().join("vault/current").exists());
        fs::write(folder.join(name), whole).unwrap();
    };
    let read = |name: &str| fs::read(folder.join(name)).unwrap();
    let flipped = |name: &str, byte: usize| {
        let mut bytes = read(name);
        bytes[byte] ^= 4;
        bytes
    };
    for (name, why) in
        [("office.db", Unusable::Database), ("header", Unusable::Header), ("manifest", Unusable::ManifestDamaged)]
    {
        let whole = read(name);
        spoil(name, None, why.clone());
        spoil(name, Some(Vec::new()), why.clone());
        spoil(name, Some(whole[..whole.len() - 1].to_vec()), why.clone());
        for byte in [0, whole.len() / 2, whole.len() - 2] {
            spoil(name, Some(flipped(name, byte)), why.clone());
        }
    }
    let other = of(&other, &office);
    spoil("header", Some(vec![7; 272]), Unusable::Header);
    // Sealed again without the key, as someone who edits it would.
    let body = String::from_utf8(read("manifest")).unwrap().lines().next().unwrap().replace("asked", "locking");
    let seal = blake3::hash(body.as_bytes()).to_hex();
    let sum = blake3::hash(format!("{body}\n{seal}").as_bytes()).to_hex();
    spoil("manifest", Some(format!("{body}\n{seal}\n{sum}\n").into_bytes()), Unusable::ManifestForged);
    recorded_elsewhere(&other);
    assert_eq!(verdict(None), CopyState::Sound, "as it was");
}

/// The database of the other copy grows: its manifest no longer fits this one.
fn recorded_elsewhere(other: &std::path::Path) {
    let mut bytes = fs::read(other.join("office.db")).unwrap();
    bytes.extend([0; 4096]);
    fs::write(other.join("office.db"), bytes).unwrap();
}

#[test]
fn a_manifest_of_another_copy_makes_a_copy_unusable() {
    let (office, mut vault) = Office::create();
    let first = copied(&vault, Reason::Asked, now());
    recorded(&mut vault, &sonia(), "voiture");
    let second = copied(&vault, Reason::Asked, now());
    fs::copy(of(&first, &office).join("manifest"), of(&second, &office).join("manifest")).unwrap();
    let found = office.vault().copies().read_through(Some(&vault.copy_keys()), &mut on).unwrap();
    let states: Vec<_> = [first, second]
        .iter()
        .map(|made| found.iter().find(|copy| copy.stamp == made.stamp).unwrap().state.clone())
        .collect();
    assert_eq!(states, [CopyState::Sound, CopyState::Unusable(Unusable::Database)]);
}

#[test]
fn a_copy_looked_at_takes_no_writing_and_leaves_the_office_alone() {
    let (office, mut vault) = Office::create();
    recorded(&mut vault, &sonia(), "voiture");
    let (then, made) = (vault.dump().unwrap(), copied(&vault, Reason::Asked, now()));
    recorded(&mut vault, &sonia(), "vélo");
    let private = tempfile::tempdir().unwrap();
    let keys = vault.copy_keys();
    let mut looked =
        Vault::look(CopyAt { place: &office.vault().copies(), stamp: &made.stamp }, Way::Keys(&keys), private.path())
            .unwrap();
    assert_eq!(looked.dump().unwrap(), then);
    let refused = looked.act(act("record_request"), |writer| {
        let dossier = record(writer, &sonia(), "scooter")?;
        Ok::<_, StoreError>(acted(dossier, Some(dossier)))
    });
    assert!(matches!(refused, Err(StoreError::OnlyLooked)));
    assert!(matches!(looked.undo(now()), Err(StoreError::OnlyLooked)));
    assert!(matches!(looked.snapshot(Reason::Asked, now()), Err(StoreError::OnlyLooked)));
    looked.note(JournalEntry { call: "dossier", dossier: None, fields: &[], now: now() }).unwrap();
    assert_eq!(looked.dump().unwrap(), then);
    recorded(&mut vault, &sonia(), "remorque");
    assert_eq!(looked.dump().unwrap(), then);
}

#[test]
fn a_copy_is_due_after_a_day_after_a_change_and_after_a_failure() {
    let (office, mut vault) = Office::create();
    assert!(vault.is_copy_due(now()), "there is none");
    copied(&vault, Reason::Opening, now());
    assert!(!vault.is_copy_due(now() + TimeDelta::hours(20)));
    assert!(vault.is_copy_due(now() + TimeDelta::hours(21)));
    assert!(vault.is_copy_due(now() - TimeDelta::days(700)), "a clock set back");
    assert!(!vault.has_changed());
    vault.note(JournalEntry { call: "dossier", dossier: None, fields: &[], now: now() }).unwrap();
    assert!(!vault.has_changed(), "looking changes nothing");
    recorded(&mut vault, &sonia(), "voiture");
    assert!(vault.has_changed());
    copied(&vault, Reason::Locking, now());
    assert!(!vault.has_changed());
    // A program killed in the middle of a copy leaves its folder, which nobody holds.
    let left = office.folder.path().join("vault/backups/2026-11-20T0812Z-zz.tmp");
    drop(vault);
    fs::create_dir(&left).unwrap();
    let (vault, _) = office.unlock().unwrap();
    assert!(!left.exists() && vault.has_changed());
}

#[test]
fn a_copy_with_much_less_pins_the_one_before() {
    let (office, mut vault) = Office::create();
    for place in 0..10 {
        recorded(&mut vault, &sonia(), &format!("voiture {place}"));
    }
    let before = copied(&vault, Reason::Asked, now());
    for _ in 0..4 {
        vault.undo(now()).unwrap();
    }
    copied(&vault, Reason::Asked, now() + TimeDelta::minutes(1));
    let found = office.vault().copies().copies().unwrap();
    let pinned: Vec<_> = found.iter().filter(|copy| copy.pinned_until.is_some()).map(|copy| &copy.stamp).collect();
    assert_eq!(pinned, [&before.stamp]);
}

fn kept() -> impl Strategy<Value = Kept> {
    let moment = prop_oneof![
        8 => -200_i64 * 24 * 60..3 * 24 * 60,
        1 => Just(-29_000_000_i64),
        1 => -900_i64 * 24 * 60..900 * 24 * 60,
    ];
    (moment, proptest::option::of(-10_i64..40), prop::bool::weighted(0.9)).prop_map(|(minutes, pinned, verified)| {
        let made_at = now() + TimeDelta::minutes(minutes);
        Kept { made_at, pinned_until: pinned.map(|days| now() + TimeDelta::days(days)), verified }
    })
}

proptest! {
    #[test]
    fn the_rotation_keeps_its_promises(copies in prop::collection::vec(kept(), 0..80)) {
        let going = to_delete(&copies, now());
        let stays = |place: &usize| !going.contains(place);
        let left: Vec<Kept> = (0..copies.len()).filter(stays).map(|place| copies[place]).collect();
        let past = |copy: &&Kept| copy.verified && copy.made_at <= now() + TimeDelta::days(1);
        if let Some(newest) = copies.iter().filter(past).max_by_key(|copy| copy.made_at) {
            prop_assert!(left.iter().any(|copy| copy.made_at == newest.made_at && copy.verified));
            let pinned = copies.iter().filter(|copy| copy.pinned_until.is_some()).count();
            prop_assert!(left.len() <= 2 + 10 + 7 + 4 + 3 + pinned + 3 + copies.iter().filter(|copy| !copy.verified).count());
            let days_before = |copy: &&Kept| copy.verified && copy.made_at.date_naive() < now().date_naive();
            let last = copies.iter().filter(days_before).map(|copy| copy.made_at).max().unwrap_or(now());
            // After so long without a copy, the clock is not believed yet.
            let counted = if now() - last > TimeDelta::days(31) { last } else { now() };
            let too_old = counted - TimeDelta::days(102);
            let old = |copy: &&Kept| copy.made_at < too_old && copy.pinned_until.is_none_or(|until| until < counted);
            let old: Vec<_> = left.iter().filter(old).filter(|copy| copy.made_at != newest.made_at).collect();
            prop_assert!(old.is_empty(), "{old:?}");
        }
        if !copies.is_empty() {
            prop_assert!(!left.is_empty());
        }
        prop_assert!(to_delete(&left, now()).is_empty(), "what is kept is kept again");
    }

    #[test]
    fn what_is_erased_is_in_no_copy_on_the_day_it_said(days in prop::collection::vec(0_i64..4, 1..120), reasons in prop::collection::vec(0_u8..8, 120)) {
        let pinned = |place: usize, made_at| if reasons[place] == 0 { Reason::BeforeErasure.pinned_until(made_at) } else { None };
        let mut at = now();
        let mut copies = vec![Kept { made_at: at, pinned_until: Reason::BeforeErasure.pinned_until(at), verified: true }];
        let gone = gone_by(&copies, at);
        let erased_at = at;
        for (place, days) in days.iter().enumerate() {
            at += TimeDelta::days(*days);
            copies.push(Kept { made_at: at, pinned_until: pinned(place, at), verified: true });
            let going = to_delete(&copies, at);
            copies = (0..copies.len()).filter(|place| !going.contains(place)).map(|place| copies[place]).collect();
            if at.date_naive() >= gone && at > erased_at {
                prop_assert!(copies.iter().all(|copy| copy.made_at > erased_at));
            }
        }
    }
}

/// An office larger than what is checked while it is opened.
fn large() -> Office {
    let (office, mut vault) = Office::create();
    for place in 0..60 {
        let dossier = recorded(&mut vault, &sonia(), "voiture");
        let body = format!("{{\"t\":\"{}\"}}", "mot ".repeat(9_000 + place));
        vault.aside(|writer| writer.keep_draft(Some(dossier), "new_request", &body, now())).unwrap();
    }
    drop(vault);
    assert!(fs::metadata(office.database()).unwrap().len() > crate::vault::LARGEST_AT_ONCE);
    office
}

#[test]
fn a_large_office_is_checked_on_a_copy_of_the_same_bytes() {
    let office = large();
    let (vault, _) = office.unlock().unwrap();
    assert!(vault.is_unchecked());
    assert!(vault.snapshot(Reason::Opening, now()).unwrap().check(&mut on).unwrap(), "sound, and its search fits");
    assert_eq!(vault.snapshot(Reason::Opening, now()).unwrap().finish(&mut on).unwrap().dossiers, 60);
    vault.note_checked(true).unwrap();
    assert!(!vault.is_unchecked());
    drop(vault);
    let pages = usize::try_from(fs::metadata(office.database()).unwrap().len()).unwrap() / 4096;
    let mut seen = 0;
    for page in (1..pages).step_by(pages / 25) {
        flip(&office.database(), page * 4096 + 2000, 5);
        let damaged = |refusal: StoreError| matches!(refusal, StoreError::DatabaseDamaged { .. });
        seen += usize::from(match office.unlock() {
            Ok((vault, _)) => {
                let checked = vault.snapshot(Reason::Opening, now()).and_then(|snapshot| snapshot.check(&mut on));
                damaged(checked.unwrap_err())
            }
            Err(refusal) => damaged(refusal),
        });
        flip(&office.database(), page * 4096 + 2000, 5);
    }
    assert_eq!(seen, (1..pages).step_by(pages / 25).count(), "every one, at the opening or just after");
    assert_eq!(office.unlock().unwrap().0.verify().unwrap().problems, []);
}
