//! The report: one line a family of faults, printed as a table by `./check`.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;

use tempfile::TempDir;

use crate::chance::Chance;

/// What no file of an office may hold in clear: names, projects and words the tests type.
const TYPED: [&str; 5] = ["Delmas", "Sonia", "Projet ", "Rappeler", "Valbourg"];

/// What a family of faults came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Faults that were made.
    pub faults: u64,
    /// Actions that were said to be done.
    pub acknowledged: u64,
    /// Of these, how many are not there.
    pub lost: u64,
    /// Actions of which only a part is there.
    pub half: u64,
    /// Files with a typed word in clear.
    pub clear: u64,
}

impl Tally {
    /// Counts what another came to as well.
    pub fn add(&mut self, other: Self) {
        self.faults += other.faults;
        self.acknowledged += other.acknowledged;
        self.lost += other.lost;
        self.half += other.half;
        self.clear += other.clear;
    }

    /// Writes the line of a family, and fails unless nothing was lost, halved or seen.
    #[track_caller]
    pub fn told(self, family: &str, chance: Option<&Chance>) {
        let Self { faults, acknowledged, lost, half, clear } = self;
        let seed = chance.map_or_else(|| "-".to_owned(), |chance| chance.seed().to_string());
        let line = format!("{family}\t{faults}\t{acknowledged}\t{lost}\t{half}\t{clear}\t{seed}\n");
        println!("{line}");
        if let Some(report) = std::env::var_os("ETRIER_FAULTS_REPORT") {
            let mut report = OpenOptions::new().create(true).append(true).open(report).unwrap();
            report.write_all(line.as_bytes()).unwrap();
        }
        assert!(faults > 0, "{family}: nothing was tried");
        assert_eq!((lost, half, clear), (0, 0, 0), "{family}: lost, half, in clear");
    }
}

/// How many files under a folder hold a typed word in clear.
pub fn clear_text(folder: &Path) -> u64 {
    let mut found = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found += clear_text(&path);
        } else if let Some(word) = typed_word(&fs::read(&path).unwrap()) {
            println!("{word} is in clear in {}", path.display());
            found += 1;
        }
    }
    found
}

fn typed_word(bytes: &[u8]) -> Option<&'static str> {
    TYPED.into_iter().find(|word| bytes.windows(word.len()).any(|window| window == word.as_bytes()))
}

/// A folder in memory where there is one: what is judged here does not depend on the disk.
pub fn quick_folder() -> TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { TempDir::new_in(memory) } else { TempDir::new() }.unwrap()
}

#[test]
fn a_typed_word_in_clear_is_found() {
    let folder = quick_folder();
    fs::create_dir(folder.path().join("deep")).unwrap();
    fs::write(folder.path().join("deep/file"), b"\0\x01Delmas\0").unwrap();
    assert_eq!(clear_text(folder.path()), 1);
}
