//! The quarantine: what was damaged, replaced, or did not belong in the vault.
//!
//! Each thing keeps its name behind the moment it was moved, `2026-11-20T081200Z-1-office.db-wal`. It goes after
//! thirty days in which the office was used, or by hand; until then a whole state of the office may be among it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDateTime, Utc};

use super::durable::{is_folder, make_folder, overwrite, sync_folder};
use super::{Generation, VaultFolder, is_generation, is_piece};
use crate::access::{Health, Reader};
use crate::connection::{Opening, open};
use crate::copies::CopyKeys;
use crate::copies::manifest::hex;
use crate::disk;
use crate::error::StoreError;

/// How the moment of a name is written, and how long it is.
const MOMENT: &str = "%Y-%m-%dT%H%M%SZ";
const MOMENT_LENGTH: usize = "2026-11-20T081200Z".len();

/// How long what was set aside is kept, in days.
pub const QUARANTINE_DAYS: i64 = 30;

/// Something in quarantine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// Its name in the quarantine.
    pub name: String,
    /// What it is.
    pub what: AsideKind,
    /// When it was moved.
    pub at: DateTime<Utc>,
    /// Its bytes.
    pub size: u64,
}

/// What something in quarantine is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AsideKind {
    /// A whole state of the office.
    State,
    /// One of the two headers.
    Header,
    /// The encrypted file of a piece.
    Piece,
    /// A file of this name, which came from elsewhere.
    Other(String),
}

/// How far a database goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The number of the last line of its journal.
    pub(crate) seq: i64,
    /// The hash of that line, in hexadecimal.
    pub(crate) hash: String,
    /// When that line was written; nothing before the first.
    pub last_line_at: Option<DateTime<Utc>>,
    /// How many dossiers it holds.
    pub dossiers: u64,
    /// How many people it holds.
    pub people: u64,
}

impl Standing {
    /// How far a database goes; nothing when it does not open with these keys.
    pub(crate) fn of(database: &Path, CopyKeys { keys, id }: &CopyKeys) -> Option<Self> {
        super::generation::look_at(database, id).ok()?;
        let connection = open(database, Opening::ToRead, &keys.database, id).ok()?;
        let health = Health::default();
        Self::read(&Reader::new(&connection, &health)).ok()
    }

    /// How far what is read goes.
    pub(crate) fn read(reader: &Reader<'_>) -> Result<Self, StoreError> {
        let (seq, hash) = reader.journal_head()?;
        Ok(Self {
            seq,
            hash: hex(&hash),
            last_line_at: reader.last_line_at()?,
            dossiers: reader.count_dossiers()?,
            people: reader.count_persons()?,
        })
    }
}

impl SetAside {
    /// Reads the name of something in quarantine; nothing when Étrier did not give it.
    fn read(path: &Path) -> Option<Self> {
        let name = path.file_name()?.to_str()?;
        let (moment, rest) = name.split_at_checked(MOMENT_LENGTH)?;
        let at = NaiveDateTime::parse_from_str(moment, MOMENT).ok()?.and_utc();
        let (turn, own) = rest.strip_prefix('-')?.split_once('-')?;
        turn.parse::<u32>().ok()?;
        let what = if is_generation(own) && is_folder(path) {
            AsideKind::State
        } else if matches!(own, "header" | "header.copy" | SEALED) {
            AsideKind::Header
        } else if own.strip_suffix(".piece").is_some_and(is_piece) {
            AsideKind::Piece
        } else {
            AsideKind::Other(own.chars().filter(|sign| !sign.is_control()).collect())
        };
        Some(Self { name: name.to_owned(), what, at, size: size_of(path) })
    }

    /// The database it holds, if it is one or a folder with one.
    fn database(&self, quarantine: &Path) -> Option<PathBuf> {
        let path = quarantine.join(&self.name);
        match &self.what {
            AsideKind::State => Some(path.join("office.db")),
            AsideKind::Other(_) => Some(path),
            AsideKind::Header | AsideKind::Piece => None,
        }
    }

    /// Whether it can hold what dossiers hold: a state of the office, a piece, a file nobody knows.
    #[must_use]
    pub fn may_hold_people(&self) -> bool {
        match self.what {
            AsideKind::State | AsideKind::Piece | AsideKind::Other(_) => true,
            AsideKind::Header => false,
        }
    }
}

/// The name of a header kept under the key of the office.
pub(crate) const SEALED: &str = "header.sealed";

impl VaultFolder {
    pub(crate) fn quarantine_folder(&self) -> PathBuf {
        self.path().join("quarantine")
    }

    /// What is in quarantine, the oldest first; nothing of what Étrier did not put there.
    pub fn quarantine(&self) -> Result<Vec<SetAside>, StoreError> {
        let folder = self.quarantine_folder();
        if !is_folder(&folder) {
            return Ok(Vec::new());
        }
        let entries: Vec<PathBuf> = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
        let mut found: Vec<SetAside> = entries.iter().filter_map(|path| SetAside::read(path)).collect();
        found.sort_by(|one, other| one.name.cmp(&other.name));
        Ok(found)
    }

    /// How far what is in quarantine goes; nothing when it is no database, or does not open with these keys.
    pub(crate) fn standing_of(&self, aside: &SetAside, keys: &CopyKeys) -> Option<Standing> {
        Standing::of(&aside.database(&self.quarantine_folder())?, keys)
    }

    /// Destroys something in quarantine, its headers first. Errors: it is not there.
    pub(crate) fn destroy_aside(&self, name: &str) -> Result<(), StoreError> {
        let known = self.quarantine()?.into_iter().find(|aside| aside.name == name).ok_or(StoreError::CopyGone)?;
        let folder = self.quarantine_folder();
        let path = folder.join(&known.name);
        if is_folder(&path) {
            let generation = Generation::at(&self.path(), &path);
            // A header that leads elsewhere is not written over; the folder goes all the same, and follows no link.
            if generation.destroy().is_err() {
                disk::remove_folder(&path)?;
            }
        } else {
            let _ = overwrite(&path).is_err();
            disk::remove_file(&path)?;
        }
        Ok(sync_folder(&folder)?)
    }
}

/// Moves a file or a folder to the quarantine of a vault, under the time and its name; gives the name it has there.
pub(crate) fn set_aside(vault: &Path, source: &Path, now: DateTime<Utc>) -> Result<Option<String>, StoreError> {
    if fs::symlink_metadata(source).is_err() {
        return Ok(None);
    }
    let name = source.file_name().unwrap_or_default().to_string_lossy();
    let target = free_place(vault, &name, now)?;
    disk::rename(source, &target)?;
    sync_folder(&vault.join("quarantine"))?;
    source.parent().map_or(Ok(()), sync_folder)?;
    Ok(target.file_name().map(|name| name.to_string_lossy().into_owned()))
}

/// A name that nothing has in the quarantine.
pub(crate) fn free_place(vault: &Path, name: &str, now: DateTime<Utc>) -> Result<PathBuf, StoreError> {
    let quarantine = vault.join("quarantine");
    if fs::symlink_metadata(&quarantine).is_ok() && !is_folder(&quarantine) {
        // A link that leads elsewhere: what is moved away stays in the vault.
        disk::remove_file(&quarantine)?;
    }
    make_folder(&quarantine)?;
    let moment = now.format(MOMENT);
    let free = (1_u32..).map(|turn| quarantine.join(format!("{moment}-{turn}-{name}")));
    let mut free = free.filter(|place| fs::symlink_metadata(place).is_err());
    free.next().ok_or_else(|| io::Error::from(io::ErrorKind::AlreadyExists).into())
}

/// The bytes of a file, or of all the files of a folder; links are not followed.
fn size_of(path: &Path) -> u64 {
    match fs::symlink_metadata(path) {
        Ok(known) if known.is_dir() => fs::read_dir(path)
            .into_iter()
            .flatten()
            .flatten()
            .fold(0_u64, |sum, entry| sum.saturating_add(size_of(&entry.path()))),
        Ok(known) => known.len(),
        Err(_) => 0,
    }
}
