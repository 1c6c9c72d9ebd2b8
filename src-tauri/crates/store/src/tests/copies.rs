//! Copies: whole or not there, verified, let go by rule.

use std::fs;

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
