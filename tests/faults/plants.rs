//! What strangers plant in a vault: links, hard links and queues under every name Étrier reads, rot in a file that the
//! office shares with its copies. Nothing of another office changes, and nobody waits.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::mpsc::channel;
use std::time::Duration;

use serde_json::json;
use store::{CopyPlace, Reason};

use crate::adviser::{an_office, assert_helps, call, desk_of, unlock};
use crate::attachments::attach;
use crate::tally::{Tally, clear_text};

/// Every name that is read, and a few that are not.
const NAMES: [&str; 18] = [
    "lock",
    "current",
    "previous",
    "renewal",
    "answers",
    "demonstration",
    "quarantine",
    "building",
    "trial",
    "pieces",
    "backups",
    "backups/doubt",
    "backups/2026-11-20T0812Z-zz",
    "generation-000007",
    "generation-000001/header",
    "generation-000001/header.copy",
    "generation-000001/office.db-journal",
    "generation-000001/office.db",
];

/// How long an opening may take; a queue would be waited for without end.
const LONGEST: Duration = Duration::from_secs(60);

fn plants(place: &Path, other: &Path) -> [bool; 4] {
    let clear = || {
        let _ = fs::remove_file(place).or_else(|_| fs::remove_dir_all(place));
        fs::create_dir_all(place.parent().unwrap()).unwrap();
    };
    [0, 1, 2, 3].map(|kind| {
        clear();
        let planted = match kind {
            0 => symlink(other.join("office.db"), place).is_ok(),
            1 => symlink(other, place).is_ok(),
            2 => fs::hard_link(other.join("office.db"), place).is_ok(),
            _ => Command::new("mkfifo").arg(place).status().unwrap().success(),
        };
        planted && opens_in_time(place)
    })
}

/// Opens and closes the office of a planted file, in time; whatever it answers helps.
fn opens_in_time(place: &Path) -> bool {
    let office: PathBuf =
        place.ancestors().find(|above| above.ends_with("vault")).unwrap().parent().unwrap().to_owned();
    let (tell, told) = channel();
    std::thread::spawn(move || {
        let mut desk = desk_of(&office);
        let opened = unlock(&mut desk);
        if let Err(refused) = &opened {
            assert_helps(refused, "planted");
        }
        let _ = call(&mut desk, "copies", json!({}));
        let _ = call(&mut desk, "verify", json!({}));
        let _ = call(&mut desk, "lock", json!({}));
        let _ = tell.send(());
    });
    told.recv_timeout(LONGEST).is_ok()
}

fn bytes(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(bytes(&path)) } else { found.push((path.clone(), fs::read(&path).unwrap())) }
    }
    found.sort();
    found
}

#[test]
fn what_is_planted_in_a_vault_leads_to_no_other_office_and_holds_nobody_up() {
    let other = an_office(1);
    let before = bytes(other.path());
    let mut tally = Tally::default();
    for name in NAMES {
        let office = an_office(1);
        let place = office.path().join("vault").join(name);
        for in_time in plants(&place, &other.path().join("vault/generation-000001")) {
            tally.faults += 1;
            tally.half += u64::from(!in_time);
            tally.lost += u64::from(bytes(other.path()) != before);
        }
        let _ = fs::remove_file(&place);
    }
    tally.clear += clear_text(other.path());
    tally.told("links and queues in the vault", None);
}

/// The links do lead there: whoever follows one writes over the other office, and the judge sees it.
#[test]
fn without_a_refusal_a_planted_link_is_the_other_office() {
    let (office, other) = (an_office(1), an_office(1));
    let before = bytes(other.path());
    let planted = office.path().join("vault/answers");
    symlink(other.path().join("vault/generation-000001/header"), &planted).unwrap();
    fs::write(&planted, b"zeros").unwrap();
    assert_ne!(bytes(other.path()), before);
}

/// The first encrypted file of an office.
fn piece(folder: &Path) -> PathBuf {
    let is_piece = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "piece");
    bytes(&folder.join("vault/pieces")).into_iter().map(|(path, _)| path).find(is_piece).unwrap()
}

#[test]
fn rot_in_a_file_shared_with_the_copies_holds_no_copy_back() {
    let mut tally = Tally::default();
    for is_rotten in [false, true] {
        let office = an_office(1);
        let mut desk = desk_of(office.path());
        unlock(&mut desk).unwrap();
        attach(&mut desk).unwrap();
        let vault = desk.vault().unwrap();
        let made = vault.snapshot(Reason::Asked, crate::office::now()).unwrap().finish(&mut |_, _| true).unwrap();
        let file = piece(office.path());
        if is_rotten {
            let mut rotten = fs::read(&file).unwrap();
            let middle = rotten.len() / 2;
            rotten[middle] ^= 1;
            fs::write(&file, rotten).unwrap();
        }
        let stick = crate::tally::quick_folder();
        let place = CopyPlace::at(stick.path());
        let copies = store::VaultFolder::at(office.path()).copies();
        let carried = copies.carry(&made.stamp, &place, &vault.copy_keys(), &mut |_, _| true).unwrap();
        tally.faults += u64::from(is_rotten);
        tally.lost += u64::from(place.own_of(&vault.copy_keys()).unwrap().len() != 1);
        // Without rot nothing is missing: the judge tells the two apart.
        assert_eq!(carried.missing.len(), usize::from(is_rotten));
    }
    tally.told("rot in a shared file", None);
}
