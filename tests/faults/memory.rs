//! What is left in memory once the office is locked: no key, and of what was typed and read only
//! what is told here.
//!
//! A program opens the office, shows a dossier, locks, and waits; this one reads all of its
//! memory that can be written, before and after. The keys it looks for are derived here anew from
//! the header, by the format that `store` documents.
#![cfg(target_os = "linux")]

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305};
use hkdf::Hkdf;
use serde_json::json;
use sha2::Sha256;

use crate::adviser::{an_office, call, desk_of};
use crate::office::PASSPHRASE;
use crate::tally::Tally;

const FOLDER: &str = "ETRIER_FAULTS_MEMORY";
/// In the name of a dossier, and nowhere in this program's code in one piece.
const CANARY: [&str; 2] = ["Zwingel", "steiner"];

/// Runs only as the program whose memory is read.
#[test]
fn opens_shows_and_locks() {
    let Some(folder) = std::env::var_os(FOLDER).map(PathBuf::from) else { return };
    let wait = |said: &str| {
        println!("\n{said}");
        let mut line = String::new();
        std::io::stdin().read_line(&mut line).unwrap();
    };
    let mut desk = desk_of(&folder);
    let mut passphrase = String::with_capacity(64);
    std::io::stdin().read_line(&mut passphrase).unwrap();
    call(&mut desk, "unlock", json!({ "passphrase": passphrase.trim_end() })).unwrap();
    zeroize::Zeroize::zeroize(&mut passphrase);
    for name in ["dossier", "budget", "decisions"] {
        drop(call(&mut desk, name, json!({ "dossier": 1 })).unwrap());
    }
    wait("open");
    call(&mut desk, "lock", json!({})).unwrap();
    // The copy that the lock left to be verified holds the keys until it is: the window asks for it at once.
    call(&mut desk, "finish_copies", json!({})).unwrap();
    wait("locked");
}

/// How often each of these is in the writable memory of a process.
fn found(process: u32, needles: &BTreeMap<&'static str, Vec<u8>>) -> BTreeMap<&'static str, usize> {
    let maps = fs::read_to_string(format!("/proc/{process}/maps")).unwrap();
    let mut memory = File::open(format!("/proc/{process}/mem")).unwrap();
    let mut counts: BTreeMap<&'static str, usize> = needles.keys().map(|name| (*name, 0)).collect();
    let mut first = [false; 256];
    needles.values().for_each(|needle| first[usize::from(needle[0])] = true);
    for line in maps.lines().filter(|line| line.split(' ').nth(1).is_some_and(|rights| rights.starts_with("rw"))) {
        let (from, to) = line.split(' ').next().unwrap().split_once('-').unwrap();
        let [from, to] = [from, to].map(|end| u64::from_str_radix(end, 16).unwrap());
        let mut bytes = vec![0; usize::try_from(to - from).unwrap()];
        if memory.seek(SeekFrom::Start(from)).is_err() || memory.read_exact(&mut bytes).is_err() {
            continue;
        }
        for at in 0..bytes.len() {
            if first[usize::from(bytes[at])] {
                for (name, needle) in needles {
                    *counts.get_mut(name).unwrap() += usize::from(bytes[at..].starts_with(needle));
                }
            }
        }
    }
    counts
}

/// The keys of an office, from its header and passphrase.
fn keys(office: &Path) -> BTreeMap<&'static str, Vec<u8>> {
    let header = fs::read(office.join("vault/generation-000001/header")).unwrap();
    let number = |at: usize| u32::from_le_bytes(header[at..at + 4].try_into().unwrap());
    let (vault, slot) = (&header[22..38], 38);
    let parameters = Params::new(number(slot + 1), number(slot + 5), number(slot + 9), Some(32)).unwrap();
    let mut wrapping = [0; 32];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, parameters)
        .hash_password_into(PASSPHRASE.as_bytes(), &header[slot + 13..slot + 29], &mut wrapping)
        .unwrap();
    let bound = [&header[..10], vault, &header[slot..slot + 29]].concat();
    let sealed = Payload { msg: &header[slot + 53..slot + 101], aad: &bound };
    let master = XChaCha20Poly1305::new(&wrapping.into()).decrypt(header[slot + 29..slot + 53].into(), sealed).unwrap();
    let mut keys = BTreeMap::from([("wrapping key", wrapping.to_vec()), ("master key", master.clone())]);
    for (name, label) in [
        ("database key", "etrier/v1/database"),
        ("journal key", "etrier/v1/journal"),
        ("manifest key", "etrier/v1/manifest"),
    ] {
        let mut key = vec![0; 32];
        Hkdf::<Sha256>::new(None, &master).expand(label.as_bytes(), &mut key).unwrap();
        keys.insert(name, key);
    }
    let written: String = keys["database key"].iter().map(|byte| format!("{byte:02x}")).collect();
    keys.insert("database key, written", written.into_bytes());
    keys
}

#[test]
fn no_key_is_left_in_memory_once_locked() {
    let office = an_office(0);
    {
        let mut desk = desk_of(office.path());
        crate::adviser::unlock(&mut desk).unwrap();
        let request = json!({ "last_name": CANARY.concat(), "first_name": "Sonia", "origin": "referrer",
            "phone": "", "email": "", "project": "Projet", "purpose": "", "amount": "2 000", "received_on": "",
            "next_date": "" });
        call(&mut desk, "record_request", request).unwrap();
    }
    let mut needles = keys(office.path());
    needles.insert("passphrase", PASSPHRASE.as_bytes().to_vec());
    needles.insert("name of a person", CANARY.concat().into_bytes());
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "memory::opens_shows_and_locks", "--nocapture"])
        .env(FOLDER, office.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
    let mut tell = child.stdin.take().unwrap();
    writeln!(tell, "{PASSPHRASE}").unwrap();
    assert!(said.any(|line| line == "open"));
    let open = found(child.id(), &needles);
    writeln!(tell).unwrap();
    assert!(said.any(|line| line == "locked"));
    let locked = found(child.id(), &needles);
    writeln!(tell).unwrap();
    assert!(child.wait().unwrap().success());
    println!("open: {open:?}\nlocked: {locked:?}");
    assert!(open["database key"] > 0, "the search finds what is there");
    assert!(open["name of a person"] > 0, "the search finds what is there");
    let left: Vec<&str> = needles.keys().copied().filter(|name| name.contains("key") && locked[name] > 0).collect();
    assert_eq!(left, Vec::<&str>::new(), "keys left");
    Tally { faults: needles.len() as u64, ..Tally::default() }.told("memory after the lock", None);
}
