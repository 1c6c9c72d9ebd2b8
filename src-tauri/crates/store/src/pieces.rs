//! The encrypted files of what was attached: written before their row, never changed, checked by hash.
//!
//! [`Pieces`] knows where they lie and to which vault they belong, nothing else: reading, encrypting and writing
//! a file take no connection, so they are done away from the desk. A file that no row names yet, or any more, is
//! let lie for a week: an action in progress may be about to name it.

mod format;

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use chrono::{DateTime, TimeDelta, Utc};
use zeroize::Zeroizing;

use crate::copies::CopyPlace;
use crate::disk;
use crate::error::StoreError;
use crate::folder::durable::{fill_durably, is_folder, make_folder, remove_if_there, sync_folder, write_durably};
use crate::folder::{is_piece, piece_path, read_at_most, set_aside};
use crate::header::VaultId;
use crate::keys::{Key, random};
use format::Bound;

/// How many days a file that no row names is kept.
const ORPHANS_KEPT: TimeDelta = TimeDelta::days(7);

/// The longest file that is read: far beyond the heaviest bank file with its scans.
const LONGEST: u64 = 512 * 1024 * 1024;

/// The file that remembers when orphans were last looked for.
const SWEPT: &str = "swept";

/// Where the encrypted files of a vault lie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pieces {
    vault: PathBuf,
    folder: PathBuf,
    id: VaultId,
}

/// An encrypted file and the key of its own, as a row keeps them.
#[derive(Clone)]
pub struct Piece {
    pub(crate) file: String,
    pub(crate) key: Key,
    pub(crate) hash: String,
}

/// A file that is on the disk for good and that no row names yet.
#[derive(Clone)]
pub struct WrittenPiece {
    pub(crate) piece: Piece,
    pub(crate) size: u64,
    /// What tells its content from another, in hexadecimal.
    pub(crate) content: String,
}

impl WrittenPiece {
    /// Whether both hold the same bytes.
    #[must_use]
    pub fn is_same_as(&self, other: &Self) -> bool {
        self.content == other.content
    }
}

/// What a file was found to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PieceFault {
    /// It is not where it was written.
    Missing,
    /// Its bytes are not those that were written.
    Damaged,
}

impl Pieces {
    pub(crate) fn of(vault: PathBuf, folder: PathBuf, id: VaultId) -> Self {
        Self { vault, folder, id }
    }

    /// Encrypts a content under a key of its own and writes it: once this is answered, a power cut leaves it.
    /// Errors: the disk, no random bytes.
    pub fn write(&self, content: &[u8]) -> Result<WrittenPiece, StoreError> {
        let file = format!("{:032x}", u128::from_be_bytes(random()?));
        let key: Key = Zeroizing::new(random()?);
        let mut hasher = blake3::Hasher::new();
        self.put(&file, |out| {
            format::seal(content, &key, Bound { vault: &self.id, file: &file }, |bytes| {
                hasher.update(bytes);
                Ok(out.write_all(bytes)?)
            })
        })?;
        let hash = hasher.finalize().to_hex().to_string();
        let size = u64::try_from(content.len()).map_err(|_| StoreError::Cipher)?;
        let content = blake3::hash(content).to_hex().to_string();
        Ok(WrittenPiece { piece: Piece { file, key, hash }, size, content })
    }

    /// Takes back what was written and that no action was ever asked to keep.
    pub fn take_back(&self, written: &WrittenPiece) {
        // What cannot be removed now is an orphan like another.
        let _ = self.remove(&written.piece.file);
    }

    /// Removes a file that nothing will name again; one that is gone already is no error.
    pub(crate) fn remove(&self, file: &str) -> Result<(), StoreError> {
        Ok(remove_if_there(&self.path(file))?)
    }

    /// The content of a piece. Errors: [`StoreError::Piece`] when its file is missing or damaged.
    pub fn read(&self, piece: &Piece) -> Result<Vec<u8>, StoreError> {
        let bytes = sound(&self.path(&piece.file), &piece.hash)?;
        let bound = Bound { vault: &self.id, file: &piece.file };
        format::open(&bytes, &piece.key, bound).ok_or(StoreError::Piece(PieceFault::Damaged))
    }

    /// The content of a piece, and whether its file had to be taken from a copy kept on this computer.
    pub fn read_or_recover(&self, piece: &Piece, now: DateTime<Utc>) -> Result<(Vec<u8>, bool), StoreError> {
        match self.read(piece) {
            Err(lost @ StoreError::Piece(_)) => {
                let copies = CopyPlace::at(&self.vault.join("backups"));
                if self.recover(&piece.file, &piece.hash, &copies, now)? {
                    Ok((self.read(piece)?, true))
                } else {
                    Err(lost)
                }
            }
            read => Ok((read?, false)),
        }
    }

    /// Whether the file of a piece is there and is the one that was written.
    pub fn check(&self, piece: &Piece) -> Result<(), StoreError> {
        sound(&self.path(&piece.file), &piece.hash).map(drop)
    }

    /// Whether the file of a name is there and has this hash.
    pub(crate) fn has(&self, file: &str, hash: &str) -> bool {
        sound(&self.path(file), hash).is_ok()
    }

    /// Puts back a file that is missing or damaged from a place of copies; says whether it could. What was damaged
    /// goes to quarantine.
    pub(crate) fn recover(
        &self,
        file: &str,
        hash: &str,
        place: &CopyPlace,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let Ok(bytes) = sound(&piece_path(&place.pieces(), file), hash) else { return Ok(false) };
        set_aside(&self.vault, &self.path(file), now)?;
        self.put(file, |out| Ok(out.write_all(&bytes)?))?;
        Ok(true)
    }

    /// Removes the files that are older than a week and that nothing names; says how many. Looks once a week.
    pub(crate) fn sweep(
        &self,
        named: impl FnOnce() -> Result<BTreeSet<String>, StoreError>,
        now: DateTime<Utc>,
    ) -> Result<usize, StoreError> {
        let old = |path: &Path| {
            let written = fs::metadata(path).and_then(|metadata| metadata.modified());
            written.is_ok_and(|written| now.signed_duration_since(DateTime::<Utc>::from(written)) > ORPHANS_KEPT)
        };
        let (pieces, mark) = (&self.folder, self.folder.join(SWEPT));
        if !pieces.exists() || (mark.exists() && !old(&mark)) {
            return Ok(0);
        }
        let named = named()?;
        let mut removed: usize = 0;
        for path in entries(pieces)?.iter().flat_map(|level| entries(level).unwrap_or_default()) {
            for path in entries(&path)? {
                let is_orphan = name_of(&path).is_some_and(|file| !named.contains(file));
                if is_orphan && old(&path) {
                    disk::remove_file(&path)?;
                    removed = removed.saturating_add(1);
                }
            }
        }
        write_durably(&mark, b"")?;
        Ok(removed)
    }

    pub(crate) fn path(&self, file: &str) -> PathBuf {
        piece_path(&self.folder, file)
    }

    /// Puts a file in its place: its bytes, its name and the folders it is in survive a power cut.
    fn put(&self, file: &str, fill: impl FnOnce(&mut File) -> Result<(), StoreError>) -> Result<(), StoreError> {
        let path = self.path(file);
        let folder = path.parent().unwrap_or(&self.vault);
        let is_new = !folder.exists();
        make_folder(folder)?;
        fill_durably(&path, fill)?;
        let above = folder.ancestors().skip(1).take_while(|folder| folder.starts_with(&self.vault));
        for folder in above.filter(|_| is_new) {
            sync_folder(folder)?;
        }
        Ok(())
    }
}

#[cfg(test)]
impl WrittenPiece {
    /// A row's worth of a file that was never written.
    pub(crate) fn invented() -> Self {
        let file = format!("{:032x}", u128::from_be_bytes(random().unwrap()));
        let content = blake3::hash(file.as_bytes()).to_hex().to_string();
        Self { piece: Piece { file, key: Key::default(), hash: "0".repeat(64) }, size: 1, content }
    }
}

/// The bytes of a file that has this hash.
fn sound(path: &Path, hash: &str) -> Result<Vec<u8>, StoreError> {
    let bytes = read_at_most(path, LONGEST).map_err(|cause| {
        let is = |kinds: &[io::ErrorKind]| kinds.contains(&cause.kind());
        if is(&[io::ErrorKind::NotFound]) {
            StoreError::Piece(PieceFault::Missing)
        } else if is(&[io::ErrorKind::InvalidData, io::ErrorKind::IsADirectory]) {
            StoreError::Piece(PieceFault::Damaged)
        } else {
            cause.into()
        }
    })?;
    if blake3::hash(&bytes).to_hex().as_str() == hash { Ok(bytes) } else { Err(StoreError::Piece(PieceFault::Damaged)) }
}

/// What lies in a folder; nothing when it is none, or a link to one.
fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    if !is_folder(folder) {
        return Ok(Vec::new());
    }
    fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect()
}

/// The name of the piece a file is of, whole or cut short while it was written.
fn name_of(path: &Path) -> Option<&str> {
    let name = path.file_name()?.to_str()?;
    let file = name.strip_suffix(".new").unwrap_or(name).strip_suffix(".piece")?;
    is_piece(file).then_some(file)
}
