//! The folder of the vault and what may lie in it.
//!
//! ```text
//! <office>/vault/
//!   current              name of the generation in use, replaced by one rename
//!   lock                 held while the vault is open; it dies with the program
//!   generation-000001/   header, header.copy, office.db
//!   quarantine/          what was damaged or did not belong: moved here, never deleted
//! ```
//! Nothing else may lie beside the database: SQLite would apply the journal of
//! another database to it.

mod durable;
mod leftover;

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use crate::error::StoreError;
use crate::header::{Header, LONGEST, VaultId};
use crate::keys::KeyCost;
use durable::write_durably;
pub(crate) use durable::{make_folder, sync_folder};

/// The page size of SQLCipher 4.
const PAGE: u64 = 4096;

/// The first bytes of a database that nobody encrypted.
const PLAIN: VaultId = *b"SQLite format 3\0";

/// The folder of an office and the vault inside it.
#[derive(Clone, Debug)]
pub struct VaultFolder {
    office: PathBuf,
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
}

/// One generation of the vault: a header and a database.
#[derive(Clone, Debug)]
pub(crate) struct Generation {
    vault: PathBuf,
    folder: PathBuf,
}

/// The header as it was found, and whether a copy has to be put right.
pub(crate) struct FoundHeader {
    pub header: Header,
    repair: Vec<&'static str>,
}

impl VaultFolder {
    /// The vault of the office whose files are in `office`.
    #[must_use]
    pub fn at(office: &Path) -> Self {
        Self { office: office.to_owned() }
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

    /// What it costs to try a secret on this vault.
    pub fn key_cost(&self) -> Result<KeyCost, StoreError> {
        let cost = self.generation()?.0.header()?.header.cost();
        Ok(if cost == KeyCost::Smallest.parameters() { KeyCost::Smallest } else { KeyCost::Real })
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.office.join("vault")
    }

    /// Whether a vault is there, even in part; one whose making was cut short is not.
    pub(crate) fn is_taken(&self) -> Result<bool, StoreError> {
        let there = fs::symlink_metadata(self.path().join("current")).is_ok();
        Ok(there || !self.generations()?.is_empty())
    }

    /// Holds the vault until the file is dropped. Errors: someone else holds it.
    pub(crate) fn hold(&self) -> Result<File, StoreError> {
        let lock =
            OpenOptions::new().read(true).write(true).create(true).truncate(false).open(self.path().join("lock"))?;
        match lock.try_lock() {
            Ok(()) => Ok(lock),
            Err(TryLockError::WouldBlock) => Err(StoreError::Busy),
            Err(TryLockError::Error(cause)) => Err(cause.into()),
        }
    }

    /// The generation in use, and whether its name had to be guessed because it is the only one.
    pub(crate) fn generation(&self) -> Result<(Generation, bool), StoreError> {
        if !self.is_taken()? {
            return Err(StoreError::Absent);
        }
        let named = read_at_most(&self.path().join("current"), 64).ok().and_then(|bytes| {
            let name = String::from_utf8(bytes).ok()?;
            is_generation(name.trim_end()).then(|| name.trim_end().to_owned())
        });
        if let Some(name) = named.filter(|name| self.path().join(name).is_dir()) {
            return Ok((Generation::at(&self.path(), &self.path().join(name)), false));
        }
        match self.generations()?.as_slice() {
            [only] => Ok((Generation::at(&self.path(), only), true)),
            _ => Err(StoreError::HeaderDamaged),
        }
    }

    fn generations(&self) -> Result<Vec<PathBuf>, StoreError> {
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
}

impl Generation {
    pub(crate) fn at(vault: &Path, folder: &Path) -> Self {
        Self { vault: vault.to_owned(), folder: folder.to_owned() }
    }

    pub(crate) fn database(&self) -> PathBuf {
        self.folder.join("office.db")
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Writes the name of this generation as the one in use.
    pub(crate) fn become_current(&self) -> Result<(), StoreError> {
        let name = self.folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Ok(write_durably(&self.vault.join("current"), format!("{name}\n").as_bytes())?)
    }

    /// Writes a header, twice.
    pub(crate) fn write_header(&self, header: &Header) -> Result<(), StoreError> {
        for name in ["header", "header.copy"] {
            write_durably(&self.folder.join(name), &header.bytes())?;
        }
        Ok(())
    }

    /// The header, from the copy when it is damaged. Errors: both are damaged, a later version.
    pub(crate) fn header(&self) -> Result<FoundHeader, StoreError> {
        let read = |name| {
            let bytes = read_at_most(&self.folder.join(name), LONGEST).map_err(|_| StoreError::HeaderDamaged)?;
            Header::read(&bytes)
        };
        match (read("header"), read("header.copy")) {
            (Ok(header), Ok(copy)) if header == copy => Ok(FoundHeader { header, repair: Vec::new() }),
            (Ok(header), Ok(_) | Err(_)) => Ok(FoundHeader { header, repair: vec!["header.copy"] }),
            (Err(new @ StoreError::TooNew { .. }), _) | (Err(_), Err(new @ StoreError::TooNew { .. })) => Err(new),
            (Err(_), Ok(header)) => Ok(FoundHeader { header, repair: vec!["header"] }),
            (Err(_), Err(damage)) => Err(damage),
        }
    }

    /// Puts the damaged copy of a header right; what was there goes to quarantine.
    pub(crate) fn repair_header(&self, found: &FoundHeader, now: DateTime<Utc>) -> Result<Option<Told>, StoreError> {
        for name in &found.repair {
            self.set_aside(name, now)?;
            write_durably(&self.folder.join(name), &found.header.bytes())?;
        }
        Ok((!found.repair.is_empty()).then_some(Told::HeaderRepaired))
    }

    /// What can be told of the database without its key: that it is there, whole, encrypted and of
    /// this vault.
    ///
    /// SQLCipher leaves the first sixteen bytes, the salt, unencrypted; ours is the vault's number.
    pub(crate) fn look_at_database(&self, vault: &VaultId) -> Result<(), StoreError> {
        let mut file = match File::open(self.database()) {
            Ok(file) => file,
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Err(StoreError::DatabaseMissing),
            Err(cause) => return Err(cause.into()),
        };
        let size = file.metadata()?.len();
        if size == 0 {
            return Err(StoreError::DatabaseMissing);
        }
        let mut salt = VaultId::default();
        if size < PAGE || file.read_exact(&mut salt).is_err() {
            return Err(StoreError::damaged("shorter than a page"));
        }
        // A file that a cut action left uneven is made even again by its own journal.
        if size.checked_rem(PAGE) != Some(0) && !self.has_journal() {
            return Err(StoreError::damaged("not a whole number of pages"));
        }
        check_salt(&salt, vault)
    }

    /// Moves a file of this generation to quarantine, under the time and its name.
    pub(crate) fn set_aside(&self, name: &str, now: DateTime<Utc>) -> Result<(), StoreError> {
        let source = self.folder.join(name);
        if fs::symlink_metadata(&source).is_err() {
            return Ok(());
        }
        let quarantine = self.vault.join("quarantine");
        make_folder(&quarantine)?;
        let stamp = now.format("%Y-%m-%dT%H%M%SZ");
        let free = (1_u32..).map(|turn| quarantine.join(format!("{stamp}-{turn}-{name}")));
        for target in free.take(10_000) {
            if fs::symlink_metadata(&target).is_err() {
                fs::rename(&source, &target)?;
                break;
            }
        }
        sync_folder(&quarantine)?;
        Ok(sync_folder(&self.folder)?)
    }
}

/// Tells a damaged salt from that of another vault: two random numbers hardly share a byte.
fn check_salt(salt: &VaultId, vault: &VaultId) -> Result<(), StoreError> {
    if *salt == PLAIN {
        return Err(StoreError::NotEncrypted);
    }
    let alike = salt.iter().zip(vault).filter(|(found, own)| found == own).count();
    match alike {
        16 => Ok(()),
        8..=15 => Err(StoreError::damaged("salt")),
        _ if *salt == VaultId::default() => Err(StoreError::damaged("salt")),
        _ => Err(StoreError::NotThisVault),
    }
}

fn is_generation(name: &str) -> bool {
    name.strip_prefix("generation-")
        .is_some_and(|number| number.len() == 6 && number.chars().all(|c| c.is_ascii_digit()))
}

/// The bytes of a file; nothing is read of one that is longer.
fn read_at_most(path: &Path, longest: u64) -> io::Result<Vec<u8>> {
    let file = File::open(path)?;
    if file.metadata()?.len() > longest {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut bytes = Vec::new();
    file.take(longest).read_to_end(&mut bytes)?;
    Ok(bytes)
}
