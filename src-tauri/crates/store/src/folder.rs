//! The folder of the vault and what may lie in it.
//!
//! ```text
//! <office>/vault/
//!   current              name of the generation in use, replaced by one rename
//!   lock                 held while the vault is open; it dies with the program
//!   generation-000001/   header, header.copy, office.db
//!   demonstration        in a demonstration that asks for no passphrase
//!   renewal              while the key is renewed: the generation that goes, the one that comes
//!   answers              copies and states that go further than the office and are known to, sealed
//!   backups/             copies of the office, each in its folder
//!   pieces/3f/7a/        encrypted files, never changed, shared by every generation
//!   quarantine/          what was damaged, replaced or did not belong: moved here, listed, kept a month
//! ```
//! Nothing else may lie beside the database: SQLite would apply the journal of
//! another database to it.

mod answers;
pub(crate) mod durable;
mod generation;
mod leftover;
mod quarantine;
mod renewal;

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use crate::copies::CopyPlace;
use crate::disk;
use crate::error::StoreError;
use crate::header::{VaultId, VaultNumber};
use crate::keys::KeyCost;
use crate::pieces::Pieces;
pub(crate) use answers::Answers;
use durable::{is_folder, make_folder, sync_folder};
pub(crate) use generation::{FoundHeader, Generation};
pub use quarantine::{AsideKind, QUARANTINE_DAYS, SetAside, Standing};
pub(crate) use quarantine::{SEALED, free_place, set_aside};

/// The folder of an office and the vault inside it.
#[derive(Clone, Debug)]
pub struct VaultFolder {
    office: PathBuf,
    /// Where its pieces lie when they are not beside it: an office that is only looked at.
    pieces: Option<PathBuf>,
}

/// What lies in the folder of an office, as far as can be told without a secret.
#[derive(Debug)]
pub enum VaultState {
    /// No vault was made here.
    Absent,
    /// A vault that a secret can be tried on.
    Present,
    /// A vault that cannot be opened as it is.
    Damaged(StoreError),
}

/// Something that was put right while the vault was opened, to be told once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// The header, or the name of the generation in use, was restored from what was left of it.
    HeaderRepaired,
    /// An action cut short by a power cut or a crash was taken back.
    JournalRolledBack,
    /// The index of the search was made anew.
    SearchRebuilt,
    /// A file that does not belong beside the database was moved to quarantine.
    StrayFileSetAside,
    /// Another generation of the office, that nothing names, was moved to quarantine.
    OtherStateSetAside,
    /// One of the two headers was an older one, put back by another hand: it was moved to quarantine, under the key.
    FormerHeaderSetAside,
    /// The header is not the last that was written: a former passphrase or code may open the office again.
    FormerWayIn,
}

/// The vault is held as long as this lives; the system lets it go when the program dies.
pub(crate) struct Lock(File);

impl VaultFolder {
    /// The vault of the office whose files are in `office`.
    #[must_use]
    pub fn at(office: &Path) -> Self {
        Self { office: office.to_owned(), pieces: None }
    }

    /// The vault of an office that is only looked at, its pieces where a copy keeps them.
    pub(crate) fn with_pieces(office: &Path, pieces: PathBuf) -> Self {
        Self { office: office.to_owned(), pieces: Some(pieces) }
    }

    /// What lies there; reads a few hundred bytes, writes nothing.
    #[must_use]
    pub fn state(&self) -> VaultState {
        let look = || {
            let (generation, _) = self.generation()?;
            let found = generation.header()?;
            generation.look_at_database(&found.header.vault)
        };
        match look() {
            Ok(()) => VaultState::Present,
            Err(StoreError::Absent) => VaultState::Absent,
            Err(damage) => VaultState::Damaged(damage),
        }
    }

    /// The number of the vault that lies there, if its header can be read.
    #[must_use]
    pub fn number(&self) -> Option<VaultNumber> {
        let (generation, _) = self.generation().ok()?;
        Some(VaultNumber(generation.header().ok()?.header.vault))
    }

    /// Moves a closed vault to a folder of that name beside it, erasing nothing; a number follows a name that is
    /// taken. Errors: someone is at it.
    pub fn set_aside(&self, name: &str) -> Result<(), StoreError> {
        drop(self.hold()?);
        let names = std::iter::once(name.to_owned()).chain((2..).map(|number| format!("{name}-{number}")));
        let free = names.map(|name| self.office.join(name)).find(|place| !place.exists());
        disk::rename(self.path(), free.unwrap_or_else(|| self.office.join(name)))?;
        sync_folder(&self.office)?;
        Ok(())
    }

    /// Whether it opens without a passphrase being typed: a demonstration.
    #[must_use]
    pub fn opens_alone(&self) -> bool {
        fs::symlink_metadata(self.path().join("demonstration")).is_ok_and(|known| known.is_file())
    }

    /// Marks a demonstration that is opened without a passphrase being typed.
    pub fn let_open_alone(&self) -> Result<(), StoreError> {
        Ok(durable::write_durably(&self.path().join("demonstration"), b"")?)
    }

    /// What it costs to try a passphrase on this vault: less than a real office asks for is the smallest.
    pub fn key_cost(&self) -> Result<KeyCost, StoreError> {
        let cost = self.generation()?.0.header()?.header.cost();
        Ok(if cost.is_weak() { KeyCost::Smallest } else { KeyCost::Real })
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.office.join("vault")
    }

    /// The encrypted files of pieces, shared by every generation.
    pub(crate) fn pieces_of(&self, vault: VaultId) -> Pieces {
        Pieces::of(self.path(), self.pieces(), vault)
    }

    /// Whether nothing but the generation in use names the pieces: neither one that may be taken back, nor the copies
    /// beside which an office is only looked at.
    pub(crate) fn has_its_pieces_alone(&self) -> bool {
        self.pieces.is_none()
            && self.generations().is_ok_and(|generations| generations.len() == 1)
            && !self.has_generation_aside()
    }

    /// Whether the quarantine holds a state of the office, or cannot be read.
    fn has_generation_aside(&self) -> bool {
        self.quarantine().map_or(true, |aside| aside.iter().any(|aside| aside.what == AsideKind::State))
    }

    /// Where they lie.
    pub(crate) fn pieces(&self) -> PathBuf {
        self.pieces.clone().unwrap_or_else(|| self.path().join("pieces"))
    }

    /// The copies of this office on this computer.
    #[must_use]
    pub fn copies(&self) -> CopyPlace {
        CopyPlace::at(&self.path().join("backups"))
    }

    /// Whether a vault is there, even in part; one whose making was cut short is not.
    pub(crate) fn is_taken(&self) -> Result<bool, StoreError> {
        let there = fs::symlink_metadata(self.path().join("current")).is_ok();
        Ok(there || !self.entries()?.is_empty())
    }

    /// Holds the vault. Errors: someone else holds it.
    pub(crate) fn hold(&self) -> Result<Lock, StoreError> {
        let path = self.path().join("lock");
        // A link or a pipe is nobody's lock.
        if fs::symlink_metadata(&path).is_ok_and(|known| !known.is_file()) {
            disk::remove_file(&path)?;
        }
        let file = disk::open(&path, OpenOptions::new().read(true).write(true).create(true).truncate(false))?;
        match file.try_lock() {
            Ok(()) => Ok(Lock(file)),
            Err(TryLockError::WouldBlock) => Err(StoreError::Busy),
            Err(TryLockError::Error(cause)) => Err(cause.into()),
        }
    }

    /// The generation in use, and whether its name had to be guessed: it is the only one, or the only one that no
    /// restoration replaced.
    pub(crate) fn generation(&self) -> Result<(Generation, bool), StoreError> {
        if !self.is_taken()? {
            return Err(StoreError::Absent);
        }
        if let Some(named) = self.current_name().and_then(|name| self.named(&name)) {
            return Ok((named, false));
        }
        let found = self.generations()?;
        let replaced = self.noted().map(|noted| self.path().join(noted.generation));
        let others: Vec<_> = found.iter().filter(|folder| replaced.as_ref() != Some(*folder)).cloned().collect();
        match (found.as_slice(), others.as_slice()) {
            ([only], _) | (_, [only]) => Ok((Generation::at(&self.path(), only), true)),
            _ => Err(StoreError::HeaderDamaged),
        }
    }

    /// The name of the generation in use, when it can be read.
    pub(crate) fn current_name(&self) -> Option<String> {
        let bytes = read_at_most(&self.path().join("current"), 64).ok()?;
        let name = String::from_utf8(bytes).ok()?;
        is_generation(name.trim_end()).then(|| name.trim_end().to_owned())
    }

    /// The generation of a name, when it is there.
    pub(crate) fn named(&self, name: &str) -> Option<Generation> {
        let folder = self.path().join(name);
        (is_generation(name) && is_folder(&folder)).then(|| Generation::at(&self.path(), &folder))
    }

    /// The generations that are there, in use or not.
    pub(crate) fn generations(&self) -> Result<Vec<PathBuf>, StoreError> {
        let mut found = self.entries()?;
        found.retain(|folder| is_folder(folder));
        Ok(found)
    }

    /// Everything that has the name of a generation, links included.
    pub(crate) fn entries(&self) -> Result<Vec<PathBuf>, StoreError> {
        let entries = match fs::read_dir(self.path()) {
            Ok(entries) => entries,
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(cause) => return Err(cause.into()),
        };
        let mut found = Vec::new();
        for entry in entries {
            let entry = entry?;
            if entry.file_name().to_str().is_some_and(is_generation) {
                found.push(entry.path());
            }
        }
        Ok(found)
    }

    /// Holds the place of a vault that is not there yet. Errors: one is there, someone else is at it.
    pub(crate) fn hold_new(&self) -> Result<Lock, StoreError> {
        if self.is_taken()? {
            return Err(StoreError::AlreadyThere);
        }
        make_folder(&self.path())?;
        disk::close_to_others(&self.path());
        let lock = self.hold()?;
        // Someone may have made one before the lock was ours.
        if self.is_taken()? { Err(StoreError::AlreadyThere) } else { Ok(lock) }
    }

    /// An empty folder to build a generation in; what a creation cut short left there goes.
    pub(crate) fn building(&self) -> Result<Generation, StoreError> {
        let folder = self.path().join("building");
        if fs::symlink_metadata(&folder).is_ok() {
            disk::remove_folder(&folder)?;
        }
        make_folder(&folder)?;
        Ok(Generation::at(&self.path(), &folder))
    }

    /// Moves to quarantine what is no folder and has the name of one of ours: a link would have other hands' files
    /// written, and swept.
    pub(crate) fn set_links_aside(&self, now: DateTime<Utc>) -> Result<Option<Told>, StoreError> {
        let mut told = None;
        for name in ["pieces", "backups"] {
            let path = self.path().join(name);
            if fs::symlink_metadata(&path).is_ok() && !is_folder(&path) {
                set_aside(&self.path(), &path, now)?;
                told = Some(Told::StrayFileSetAside);
            }
        }
        Ok(told)
    }

    /// Removes what a restoration, a creation, a renewal or the trial of a journal left when it was cut short: a
    /// whole office may lie there. What cannot be removed now goes at the next opening.
    pub(crate) fn clear_cut_short(&self) {
        for name in ["building", "trial"] {
            let _ = disk::remove_folder(self.path().join(name));
        }
    }

    /// The name the next generation gets.
    fn next_name(&self) -> Result<String, StoreError> {
        let last = self.entries()?.iter().filter_map(|folder| number(folder)).max().unwrap_or_default();
        Ok(format!("generation-{:06}", last.saturating_add(1)))
    }

    /// Gives what was built its name and makes it the generation in use.
    pub(crate) fn publish(&self, building: &Generation) -> Result<Generation, StoreError> {
        let folder = self.path().join(self.next_name()?);
        sync_folder(building.folder())?;
        disk::rename(building.folder(), &folder)?;
        let generation = Generation::at(&self.path(), &folder);
        generation.become_current()?;
        sync_folder(&self.office)?;
        Ok(generation)
    }
}

#[cfg(test)]
impl Lock {
    /// The same open file once more, as a program has that is being started.
    pub(crate) fn duplicate(&self) -> File {
        self.0.try_clone().unwrap()
    }
}

impl Drop for Lock {
    /// Let go by name: closing the file alone would wait for a program being started meanwhile,
    /// which has a copy of it for an instant.
    fn drop(&mut self) {
        // A lock that cannot be let go falls with the file.
        let _ = self.0.unlock();
    }
}

fn is_generation(name: &str) -> bool {
    name.strip_prefix("generation-")
        .is_some_and(|number| number.len() == 6 && number.chars().all(|c| c.is_ascii_digit()))
}

/// The number in the name of a generation.
fn number(folder: &Path) -> Option<u32> {
    folder.file_name()?.to_str()?.strip_prefix("generation-")?.parse().ok()
}

/// Where the encrypted file of a piece lies under a folder of pieces: two levels, so that no folder grows large.
pub(crate) fn piece_path(pieces: &Path, file: &str) -> PathBuf {
    let level = |from: usize| file.get(from..from.saturating_add(2)).unwrap_or("00");
    pieces.join(level(0)).join(level(2)).join(format!("{file}.piece"))
}

/// Whether a name is one Étrier gives to a piece: 128 bits in hexadecimal.
pub(crate) fn is_piece(file: &str) -> bool {
    file.len() == 32 && file.bytes().all(|sign| matches!(sign, b'0'..=b'9' | b'a'..=b'f'))
}

/// The bytes of a file; nothing is read of one that is longer, nor of a link or a pipe.
pub(crate) fn read_at_most(path: &Path, longest: u64) -> io::Result<Vec<u8>> {
    let file = durable::open_plain(path)?;
    if file.metadata()?.len() > longest {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut bytes = Vec::new();
    file.take(longest).read_to_end(&mut bytes)?;
    Ok(bytes)
}
