//! A fault while an opening puts things right: a header made again, a stray file and a state set aside. Killed or refused
//! at any step, the office opens afterwards as it was, and what was set aside is in its place or in quarantine.

use std::fs;
use std::path::Path;
use std::time::Duration;

use tempfile::TempDir;

use crate::chance::Chance;
use crate::child::{Life, killed_after};
use crate::office::{create, do_action, unlock};
use crate::refused::{REFUSALS, has_strace, refused};
use crate::tally::{Tally, clear_text, quick_folder};
use crate::turns;

const STRAY: &[u8] = b"a file that came from elsewhere";

/// An office that needs to be put right, and what it holds.
fn hurt() -> (TempDir, String, Vec<u8>) {
    let folder = quick_folder();
    let mut vault = create(folder.path()).unwrap();
    (0..3).for_each(|action| do_action(&mut vault, 0, action));
    let dump = vault.dump().unwrap();
    drop(vault);
    let vault = folder.path().join("vault");
    let own = vault.join("generation-000001");
    let other = vault.join("generation-000002");
    fs::create_dir(&other).unwrap();
    for name in ["header", "header.copy", "office.db"] {
        fs::copy(own.join(name), other.join(name)).unwrap();
    }
    let state = fs::read(other.join("office.db")).unwrap();
    fs::write(own.join("header.copy"), b"cut").unwrap();
    fs::write(own.join("thumbs.db"), STRAY).unwrap();
    (folder, dump, state)
}

/// How many files under a folder have these bytes.
fn count(folder: &Path, bytes: &[u8]) -> usize {
    let entries = fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path());
    entries
        .map(|path| if path.is_dir() { count(&path, bytes) } else { usize::from(fs::read(&path).unwrap() == bytes) })
        .sum()
}

fn judge(folder: &Path, dump: &str, state: &[u8]) -> Tally {
    let mut tally = Tally { faults: 1, acknowledged: 1, ..Tally::default() };
    match unlock(folder) {
        Ok((vault, _)) => {
            tally.lost += u64::from(vault.dump().unwrap() != dump);
            tally.half += u64::from(!vault.verify().unwrap().is_sound());
        }
        Err(refusal) => {
            println!("{refusal}");
            tally.half += 1;
        }
    }
    let vault = folder.join("vault");
    tally.lost += u64::from(count(&vault, STRAY) != 1);
    tally.lost += u64::from(count(&vault.join("quarantine"), state) == 0);
    tally.clear += clear_text(folder);
    tally
}

#[test]
fn a_kill_while_an_office_is_put_right_loses_nothing() {
    let mut chance = Chance::seeded("kills during recovery");
    let mut tally = Tally::default();
    for _ in 0..turns(20, 300) {
        let (folder, dump, state) = hurt();
        killed_after(folder.path(), Life::Recovering, 0, Duration::from_micros(chance.below(40_000)));
        tally.add(judge(folder.path(), &dump, &state));
    }
    tally.told("kill -9, recovery", Some(&chance));
}

#[test]
fn a_refusal_while_an_office_is_put_right_loses_nothing() {
    if !has_strace() {
        return;
    }
    let mut chance = Chance::seeded("calls refused during recovery");
    let mut tally = Tally::default();
    for refusal in REFUSALS {
        let step = turns(6, 1);
        let mut nth = 1 + chance.below(step);
        loop {
            let (folder, dump, state) = hurt();
            if refused(Life::Recovering, folder.path(), refusal, nth).is_none() {
                break;
            }
            tally.add(judge(folder.path(), &dump, &state));
            nth += step;
        }
    }
    tally.told("system calls refused, recovery", Some(&chance));
}

/// An opening that threw the state away instead of moving it would be seen.
#[test]
fn without_its_quarantine_the_judge_sees_the_loss() {
    let (folder, dump, state) = hurt();
    drop(unlock(folder.path()).unwrap());
    assert_eq!(judge(folder.path(), &dump, &state).lost, 0);
    fs::remove_dir_all(folder.path().join("vault/quarantine")).unwrap();
    assert_eq!(judge(folder.path(), &dump, &state).lost, 2);
}
