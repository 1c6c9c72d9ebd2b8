//! A folder that holds copies: what is there, what it is worth, what is let go.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, TimeDelta, Utc};

use super::building::Steps;
use super::bytes::hashed;
use super::carried::written;
use super::keys::CopyKeys;
use super::manifest::{Closed, LONGEST, Manifest, key_name, vault_name};
use super::rotation::{Kept, to_delete};
use super::{PINNED_DAYS, Reason, Watch};
use crate::disk;
use crate::error::StoreError;
use crate::folder::durable::{sync_folder, write_durably};
use crate::folder::{piece_path, read_at_most};
use crate::header::VaultId;
use crate::keys::Key;
use crate::tables::piece::PieceFile;

/// A folder that holds copies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopyPlace {
    folder: PathBuf,
}

/// A copy that was found in a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopyFound {
    /// The name of its folder in its place.
    pub stamp: String,
    /// What it says of itself; nothing when that cannot be read.
    pub(crate) manifest: Option<Manifest>,
    /// Until when it is kept whatever comes after it.
    pub pinned_until: Option<DateTime<Utc>>,
    /// What it is worth.
    pub state: CopyState,
}

/// What a copy is worth, as far as it was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CopyState {
    /// Everything that was looked at is right.
    Sound,
    /// It is of another office, or of a key that was changed since: its own secret tells the rest.
    OtherKey,
    /// It cannot take the place of anything.
    Unusable(Unusable),
}

/// Why a copy is of no use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unusable {
    /// Its manifest is missing, cut or damaged.
    ManifestDamaged,
    /// Its manifest was written by another hand.
    ManifestForged,
    /// A later Étrier made it.
    TooNew {
        /// The version to install.
        needs: String,
    },
    /// Its header is missing, damaged or another copy's.
    Header,
    /// Its database is missing, cut, damaged or another copy's.
    Database,
    /// So many of its pieces are missing or damaged.
    Pieces(usize),
}

impl CopyPlace {
    /// The copies that are in a folder.
    #[must_use]
    pub fn at(folder: &Path) -> Self {
        Self { folder: folder.to_owned() }
    }

    /// The folder they are in.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where the encrypted files of its copies lie.
    pub(crate) fn pieces(&self) -> PathBuf {
        self.folder.join("pieces")
    }

    /// The copies there, the newest first, each looked at without reading its database through.
    pub fn copies(&self) -> Result<Vec<CopyFound>, StoreError> {
        self.found(None)
    }

    /// Those of a vault, their manifests checked with its key.
    pub fn own_of(&self, keys: &CopyKeys) -> Result<Vec<CopyFound>, StoreError> {
        self.own(&keys.id, &keys.keys.manifest)
    }

    /// One of the copies, its manifest checked with a key. Errors: it is not there.
    pub fn one(&self, stamp: &str, keys: &CopyKeys) -> Result<CopyFound, StoreError> {
        self.found_one(stamp, Some(&keys.keys.manifest))
    }

    /// The same, their manifests checked with a key.
    pub(crate) fn found(&self, key: Option<&Key>) -> Result<Vec<CopyFound>, StoreError> {
        let mut found: Vec<CopyFound> =
            self.names(is_stamp)?.into_iter().map(|stamp| CopyFound::look(self, stamp, key)).collect();
        found.sort_by(|one, other| other.order().cmp(&one.order()));
        Ok(found)
    }

    /// The copies there, the newest first, every byte of them read and compared with what they say of themselves.
    pub fn read_through(&self, keys: Option<&CopyKeys>, watch: Watch<'_>) -> Result<Vec<CopyFound>, StoreError> {
        let mut found = self.found(keys.map(|keys| &keys.keys.manifest))?;
        let mut steps = Steps::new(watch, u32::try_from(found.len()).unwrap_or(u32::MAX));
        let mut pieces = BTreeMap::new();
        for copy in &mut found {
            steps.next()?;
            if let (CopyState::Sound | CopyState::OtherKey, Some(manifest)) = (&copy.state, &copy.manifest)
                && let Some(why) = self.wrong_with(&copy.stamp, manifest, &mut pieces)
            {
                copy.state = CopyState::Unusable(why);
            }
        }
        Ok(found)
    }

    /// What is wrong with the bytes of a copy; each piece is read once for all of them.
    fn wrong_with(&self, stamp: &str, manifest: &Manifest, read: &mut BTreeMap<String, bool>) -> Option<Unusable> {
        let database = hashed(&self.folder.join(stamp).join("office.db"));
        if !database.is_ok_and(|(hash, _)| hash.to_hex().as_str() == manifest.database) {
            return Some(Unusable::Database);
        }
        let mut wrong = 0_usize;
        for piece in &manifest.pieces {
            let sound = *read.entry(piece.file.clone()).or_insert_with(|| {
                let there = hashed(&piece_path(&self.pieces(), &piece.file));
                there.is_ok_and(|(hash, _)| hash.to_hex().as_str() == piece.hash)
            });
            wrong = wrong.saturating_add(usize::from(!sound));
        }
        (wrong > 0).then_some(Unusable::Pieces(wrong))
    }

    /// One of the copies. Errors: it is not there.
    pub(crate) fn found_one(&self, stamp: &str, key: Option<&Key>) -> Result<CopyFound, StoreError> {
        if is_stamp(stamp) && self.folder.join(stamp).is_dir() {
            return Ok(CopyFound::look(self, stamp.to_owned(), key));
        }
        Err(StoreError::CopyGone)
    }

    /// The newest copy of this vault that this key closed and that looks sound.
    pub(crate) fn newest(&self, vault: &VaultId, key: &Key) -> Result<Option<CopyFound>, StoreError> {
        Ok(self.own(vault, key)?.into_iter().find(|copy| copy.state == CopyState::Sound))
    }

    /// Errors: so many bytes are not free on the disk of the place.
    pub(crate) fn check_room(&self, needed: u64) -> Result<(), StoreError> {
        let free = fs4::available_space(&self.folder)?;
        if free >= needed { Ok(()) } else { Err(StoreError::NoRoom { needed }) }
    }

    /// Errors: the place is not there.
    pub(crate) fn check_readable(&self) -> Result<(), StoreError> {
        if self.folder.is_dir() { Ok(()) } else { Err(StoreError::PlaceAbsent) }
    }

    /// Keeps a copy a month longer.
    pub(crate) fn pin(&self, stamp: &str, now: DateTime<Utc>) -> Result<(), StoreError> {
        let until = now.checked_add_signed(TimeDelta::days(PINNED_DAYS)).unwrap_or(now);
        Ok(write_durably(&self.folder.join(stamp).join("pinned"), written(until).as_bytes())?)
    }

    /// What says that the office is older than something of its own: nothing of it is let go while it is there.
    pub(crate) fn doubt_mark(&self) -> PathBuf {
        self.folder.join("doubt")
    }

    /// Whether the office is older than something of its own.
    pub(crate) fn is_doubted(&self) -> bool {
        fs::symlink_metadata(self.doubt_mark()).is_ok()
    }

    /// Lets go the copies of this vault that the rotation no longer keeps, then the pieces no copy names.
    pub(crate) fn rotate(&self, vault: &VaultId, key: &Key, now: DateTime<Utc>) {
        // What cannot be let go now is let go after the next copy.
        let _ = self.rotated(vault, key, now);
    }

    fn rotated(&self, vault: &VaultId, key: &Key, now: DateTime<Utc>) -> Result<(), StoreError> {
        let own = self.own(vault, key)?;
        let kept: Vec<Kept> = own.iter().map(CopyFound::kept).collect();
        for copy in to_delete(&kept, now).into_iter().filter_map(|place| own.get(place)) {
            let going = self.folder.join(format!("{}.tmp", copy.stamp));
            disk::rename(self.folder.join(&copy.stamp), &going)?;
            disk::remove_folder(&going)?;
        }
        self.drop_lost_pieces()?;
        Ok(sync_folder(&self.folder)?)
    }

    /// The copies of this vault, whatever the key, and those that nothing tells apart from them.
    pub(crate) fn own(&self, vault: &VaultId, key: &Key) -> Result<Vec<CopyFound>, StoreError> {
        let own = vault_name(vault);
        let mut found = self.found(Some(key))?;
        found.retain(|copy| copy.manifest.as_ref().is_some_and(|manifest| manifest.vault == own));
        Ok(found)
    }

    pub(super) fn names(&self, wanted: impl Fn(&str) -> bool) -> Result<Vec<String>, StoreError> {
        let entries = match fs::read_dir(&self.folder) {
            Ok(entries) => entries,
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(cause) => return Err(cause.into()),
        };
        let mut names = Vec::new();
        for entry in entries {
            let name = entry?.file_name();
            names.extend(name.to_str().filter(|name| wanted(name)).map(str::to_owned));
        }
        Ok(names)
    }
}

impl CopyFound {
    fn look(place: &CopyPlace, stamp: String, key: Option<&Key>) -> Self {
        let folder = place.folder.join(&stamp);
        let closed = read_at_most(&folder.join("manifest"), LONGEST)
            .map_err(|_| Unusable::ManifestDamaged)
            .and_then(Closed::read);
        let (manifest, state) = match closed {
            Ok(closed) => {
                let state = state_of(&folder, &place.pieces(), &closed, key);
                (Some(closed.manifest), state)
            }
            Err(unusable) => (None, CopyState::Unusable(unusable)),
        };
        let own = manifest.as_ref().and_then(|manifest| manifest.reason.pinned_until(manifest.made_at));
        let pinned_until = own.max(pin_of(&folder));
        Self { stamp, manifest, pinned_until, state }
    }

    /// When it was taken; nothing when that cannot be read.
    #[must_use]
    pub fn made_at(&self) -> Option<DateTime<Utc>> {
        self.manifest.as_ref().map(|manifest| manifest.made_at)
    }

    /// Later copies have greater ones; within one moment the journal tells.
    fn order(&self) -> (Option<DateTime<Utc>>, Option<i64>, &str) {
        (self.made_at(), self.manifest.as_ref().map(|manifest| manifest.journal.seq), &self.stamp)
    }

    /// Why it was made; nothing when that cannot be read.
    #[must_use]
    pub fn reason(&self) -> Option<Reason> {
        self.manifest.as_ref().map(|manifest| manifest.reason)
    }

    /// How many dossiers it holds.
    #[must_use]
    pub fn dossiers(&self) -> u64 {
        self.manifest.as_ref().map(|manifest| manifest.rows_of("dossier")).unwrap_or_default()
    }

    /// How many pieces it holds.
    #[must_use]
    pub fn pieces(&self) -> usize {
        self.manifest.as_ref().map(|manifest| manifest.pieces.len()).unwrap_or_default()
    }

    /// As the rotation sees it; one whose moment cannot be read is the oldest, and one that only lacks pieces still
    /// stands for its moment: a single piece that is gone lets no row of copies go.
    #[must_use]
    pub fn kept(&self) -> Kept {
        Kept {
            made_at: self.made_at().unwrap_or_default(),
            pinned_until: self.pinned_until,
            verified: matches!(self.state, CopyState::Sound | CopyState::Unusable(Unusable::Pieces(_))),
        }
    }

    /// Whether more than a fifth of the people, dossiers, facts or pieces is no longer in a newer copy.
    pub(crate) fn lost_in(&self, newer: &Manifest) -> bool {
        let Some(own) = &self.manifest else { return false };
        ["person", "dossier", "fact", "attachment"]
            .iter()
            .any(|table| newer.rows_of(table).saturating_mul(5) < own.rows_of(table).saturating_mul(4))
    }
}

/// What can be told of a copy from its manifest, its header, the length of its database and the names of its pieces.
fn state_of(folder: &Path, pieces: &Path, closed: &Closed, key: Option<&Key>) -> CopyState {
    if let Some(key) = key {
        if closed.manifest.key != key_name(key) {
            return CopyState::OtherKey;
        }
        if !closed.is_closed_by(key) {
            return CopyState::Unusable(Unusable::ManifestForged);
        }
    }
    let header = read_at_most(&folder.join("header"), crate::header::LONGEST);
    if !header.is_ok_and(|bytes| blake3::hash(&bytes).to_hex().as_str() == closed.manifest.header) {
        return CopyState::Unusable(Unusable::Header);
    }
    let is_whole = |known: fs::Metadata| known.is_file() && known.len() == closed.manifest.size;
    if !fs::symlink_metadata(folder.join("office.db")).is_ok_and(is_whole) {
        return CopyState::Unusable(Unusable::Database);
    }
    let is_there = |piece: &&PieceFile| piece_path(pieces, &piece.file).is_file();
    match closed.manifest.pieces.len().saturating_sub(closed.manifest.pieces.iter().filter(is_there).count()) {
        0 => CopyState::Sound,
        gone => CopyState::Unusable(Unusable::Pieces(gone)),
    }
}

fn pin_of(folder: &Path) -> Option<DateTime<Utc>> {
    String::from_utf8(read_at_most(&folder.join("pinned"), 64).ok()?).ok()?.trim_end().parse().ok()
}

/// Whether a name is a copy's: `2026-11-20T0812Z-k7`.
pub(super) fn is_stamp(name: &str) -> bool {
    const SHAPE: &str = "0000-00-00T0000Z-aa";
    name.len() == SHAPE.len()
        && name.chars().zip(SHAPE.chars()).all(|(sign, shape)| match shape {
            '0' => sign.is_ascii_digit(),
            'a' => sign.is_ascii_digit() || sign.is_ascii_lowercase(),
            fixed => sign == fixed,
        })
}
