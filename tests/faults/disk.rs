//! What a watched disk does: it fails when told to, and keeps every step so that a power cut can
//! be played again at each of them.
//!
//! A power cut keeps what was synced and any part of what was not: whole writes, sectors of a
//! write, names. What the medium acknowledges as synced is taken as such.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString, c_int};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rusqlite::ffi;

use crate::chance::Chance;

/// The disk under one watched folder.
#[derive(Clone, Default)]
pub struct Disk(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    plan: Option<Plan>,
    seen: u64,
    struck: u64,
    steps: Option<Vec<Step>>,
}

#[derive(Clone, Copy)]
struct Plan {
    fault: Fault,
    nth: u64,
    lasting: bool,
}

/// What SQLite asks of a disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    Cut,
    Delete,
    Open,
    Read,
    Sync,
    Write,
}

/// How a disk fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// No room: nothing of the write is there.
    Full,
    /// No room in the middle of a write: its first half is there.
    Short,
    /// A write refused for another reason.
    WriteRefused,
    /// What was written may not be on the disk.
    SyncFails,
    /// A file that cannot be made shorter.
    CutFails,
    /// A file that cannot be removed.
    DeleteFails,
    /// A file removed, without knowing whether the disk knows.
    DeleteUnsure,
    /// A page that cannot be read.
    ReadFails,
    /// A file that cannot be made.
    OpenFails,
}

/// What the disk answers instead, and whether it did (a part of) what was asked.
pub struct Strike {
    pub code: c_int,
    pub done: bool,
}

/// One thing that happened to a file, or an action that was acknowledged.
#[derive(Clone, Debug)]
pub enum Step {
    Wrote { file: PathBuf, at: usize, bytes: Vec<u8> },
    Cut { file: PathBuf, length: usize },
    Synced { file: PathBuf },
    Deleted { file: PathBuf, synced: bool },
    Acknowledged,
}

impl Fault {
    pub const ALL: [Self; 9] = [
        Self::Full,
        Self::Short,
        Self::WriteRefused,
        Self::SyncFails,
        Self::CutFails,
        Self::DeleteFails,
        Self::DeleteUnsure,
        Self::ReadFails,
        Self::OpenFails,
    ];

    fn deed(self) -> Deed {
        match self {
            Self::Full | Self::Short | Self::WriteRefused => Deed::Write,
            Self::SyncFails => Deed::Sync,
            Self::CutFails => Deed::Cut,
            Self::DeleteFails | Self::DeleteUnsure => Deed::Delete,
            Self::ReadFails => Deed::Read,
            Self::OpenFails => Deed::Open,
        }
    }

    fn strike(self) -> Strike {
        let code = match self {
            Self::Full | Self::Short => ffi::SQLITE_FULL,
            Self::WriteRefused => ffi::SQLITE_IOERR_WRITE,
            Self::SyncFails => ffi::SQLITE_IOERR_FSYNC,
            Self::CutFails => ffi::SQLITE_IOERR_TRUNCATE,
            Self::DeleteFails => ffi::SQLITE_IOERR_DELETE,
            Self::DeleteUnsure => ffi::SQLITE_IOERR_DIR_FSYNC,
            Self::ReadFails => ffi::SQLITE_IOERR_READ,
            Self::OpenFails => ffi::SQLITE_CANTOPEN,
        };
        Strike { code, done: matches!(self, Self::Short | Self::DeleteUnsure) }
    }
}

impl Disk {
    /// Fails at the n-th such deed from now on, once or from then on.
    pub fn fail(&self, fault: Fault, nth: u64, lasting: bool) {
        let mut state = self.state();
        (state.plan, state.seen, state.struck) = (Some(Plan { fault, nth, lasting }), 0, 0);
    }

    /// Works again; how many times it failed.
    pub fn heal(&self) -> u64 {
        let mut state = self.state();
        state.plan = None;
        std::mem::take(&mut state.struck)
    }

    /// Keeps every step from now on.
    pub fn record(&self) {
        self.state().steps = Some(Vec::new());
    }

    /// An action was acknowledged.
    pub fn acknowledge(&self) {
        self.keep(|| Step::Acknowledged);
    }

    /// The steps that were kept; no more are.
    pub fn recorded(&self) -> Vec<Step> {
        self.state().steps.take().unwrap_or_default()
    }

    pub fn keep(&self, step: impl FnOnce() -> Step) {
        if let Some(steps) = &mut self.state().steps {
            steps.push(step());
        }
    }

    pub fn strikes(&self, deed: Deed) -> Option<Strike> {
        let mut state = self.state();
        let plan = state.plan.filter(|plan| plan.fault.deed() == deed)?;
        state.seen += 1;
        let struck = state.seen == plan.nth || (plan.lasting && state.seen > plan.nth);
        if !struck {
            return None;
        }
        state.struck += 1;
        Some(plan.fault.strike())
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What keeps a power cut from doing harm; each but the first is without one of its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protection {
    Whole,
    /// As with `synchronous = OFF`.
    WithoutSyncs,
    /// As with `synchronous = FULL`: the removal of the journal is not synced.
    WithoutSyncedNames,
    /// As with `journal_mode = OFF`.
    WithoutJournal,
}

/// What becomes of what was not synced.
pub enum Unsynced<'c> {
    Lost,
    Kept,
    Some(&'c mut Chance),
}

/// The files of a folder, by name.
pub type Files = BTreeMap<OsString, Vec<u8>>;

/// The files of a folder as they are.
pub fn files_of(folder: &Path) -> Files {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    entries.map(|entry| (entry.file_name(), std::fs::read(entry.path()).unwrap())).collect()
}

#[derive(Default)]
struct OnDisk {
    synced: Option<Vec<u8>>,
    waiting: Vec<Step>,
    /// What bore the name before a removal that was not synced.
    removed: Option<Vec<u8>>,
}

/// The files of a folder after a power cut that came right after these steps.
pub fn after_cut(before: &Files, steps: &[Step], protection: Protection, mut unsynced: Unsynced<'_>) -> Files {
    let mut disk: BTreeMap<OsString, OnDisk> = BTreeMap::new();
    for (name, bytes) in before {
        disk.insert(name.clone(), OnDisk { synced: Some(bytes.clone()), ..OnDisk::default() });
    }
    for step in steps {
        let Some(name) = name_of(step) else { continue };
        if protection == Protection::WithoutJournal && name.as_encoded_bytes().ends_with(b"-journal") {
            continue;
        }
        let file = disk.entry(name.to_owned()).or_default();
        match step {
            Step::Wrote { .. } | Step::Cut { .. } => file.waiting.push(step.clone()),
            Step::Synced { .. } if protection == Protection::WithoutSyncs => {}
            Step::Synced { .. } => {
                let bytes = file.synced.get_or_insert_default();
                file.waiting.drain(..).for_each(|step| apply(bytes, &step));
                file.removed = None;
            }
            Step::Deleted { synced, .. } => {
                let synced = *synced && matches!(protection, Protection::Whole | Protection::WithoutJournal);
                let mut bytes = file.synced.take().unwrap_or_default();
                file.waiting.drain(..).for_each(|step| apply(&mut bytes, &step));
                file.removed = (!synced).then_some(bytes);
            }
            Step::Acknowledged => {}
        }
    }
    disk.into_iter().filter_map(|(name, file)| Some((name, left_of(file, &mut unsynced)?))).collect()
}

fn name_of(step: &Step) -> Option<&OsStr> {
    match step {
        Step::Wrote { file, .. } | Step::Cut { file, .. } | Step::Synced { file } | Step::Deleted { file, .. } => {
            file.file_name()
        }
        Step::Acknowledged => None,
    }
}

fn left_of(file: OnDisk, unsynced: &mut Unsynced<'_>) -> Option<Vec<u8>> {
    let named_anew = match unsynced {
        Unsynced::Lost => false,
        Unsynced::Kept => true,
        Unsynced::Some(chance) => chance.below(2) == 1,
    };
    if file.removed.is_some() && !named_anew {
        return file.removed;
    }
    if file.synced.is_none() && (file.waiting.is_empty() || !named_anew) {
        return None;
    }
    let mut bytes = file.synced.unwrap_or_default();
    for step in &file.waiting {
        match unsynced {
            Unsynced::Lost => {}
            Unsynced::Kept => apply(&mut bytes, step),
            Unsynced::Some(chance) => match chance.below(3) {
                0 => {}
                1 => apply(&mut bytes, step),
                _ => sectors(step, chance).iter().for_each(|step| apply(&mut bytes, step)),
            },
        }
    }
    Some(bytes)
}

fn apply(bytes: &mut Vec<u8>, step: &Step) {
    match step {
        Step::Wrote { at, bytes: written, .. } => {
            let end = at + written.len();
            if bytes.len() < end {
                bytes.resize(end, 0);
            }
            bytes[*at..end].copy_from_slice(written);
        }
        Step::Cut { length, .. } => bytes.truncate(*length),
        Step::Synced { .. } | Step::Deleted { .. } | Step::Acknowledged => {}
    }
}

/// Some of the sectors of a write.
fn sectors(step: &Step, chance: &mut Chance) -> Vec<Step> {
    let Step::Wrote { file, at, bytes } = step else { return Vec::new() };
    let pieces = bytes.chunks(512).enumerate().filter(|_| chance.below(2) == 1);
    pieces.map(|(n, piece)| Step::Wrote { file: file.clone(), at: at + n * 512, bytes: piece.to_vec() }).collect()
}
