//! A verified copy carried to another place, a stick or a shared folder, and read again from there.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, SecondsFormat, Utc};
use serde::{Deserialize, Serialize};

use super::building::{Building, Steps};
use super::bytes::{copy_at_most, copy_whole, is_sound};
use super::failed::FailedBecause;
use super::keys::CopyKeys;
use super::manifest::Manifest;
use super::place::{CopyFound, CopyPlace, CopyState, Unusable};
use super::{CopyMade, Watch};
use crate::disk;
use crate::error::StoreError;
use crate::folder::durable::{make_folder, make_levels, sync_folders, write_durably};
use crate::folder::{VaultFolder, piece_path, read_at_most};
use crate::keys::random;

/// Room asked for beyond what is carried, in bytes.
const MARGIN: u64 = 1 << 20;
/// What tells a place from another one found at the same path, written in it once.
const MARK: &str = "etrier-place";

/// What is known of copies outside the computer, kept beside the local ones.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outside {
    /// What people call the place.
    pub place: String,
    /// Whether the place is on the very disk of the vault: what takes one takes the other.
    #[serde(default)]
    pub same_disk: bool,
    /// When the copy that is there was taken.
    pub copied_at: Option<DateTime<Utc>>,
    /// How many dossiers it holds.
    pub dossiers: u64,
    /// When a copy there failed, since the last that did not, and why.
    pub failed: Option<(DateTime<Utc>, FailedBecause)>,
}

impl CopyPlace {
    /// Marks a place as one of copies, and gives its mark; one that has its mark keeps it.
    pub fn mark(&self) -> Result<String, StoreError> {
        if let Some(mark) = self.marked() {
            return Ok(mark);
        }
        let mark = super::manifest::hex(&random::<16>()?);
        write_durably(&self.folder().join(MARK), mark.as_bytes())?;
        Ok(mark)
    }

    /// The mark of a place; nothing when it is not there, or is another.
    #[must_use]
    pub fn marked(&self) -> Option<String> {
        let mark = String::from_utf8(read_at_most(&self.folder().join(MARK), 64).ok()?).ok()?;
        (mark.len() == 32).then_some(mark)
    }

    /// Carries one of its copies to another place, reads every byte again from there, and only then gives it its
    /// name; then lets go what the rotation no longer keeps there. A piece that neither place has whole is said to be
    /// missing, as it is of a copy taken now: it holds nothing else back.
    ///
    /// Errors: no room, with what is needed; a place that takes no writing; bytes that do not come back as written.
    pub fn carry(&self, stamp: &str, to: &Self, keys: &CopyKeys, watch: Watch<'_>) -> Result<CopyMade, StoreError> {
        let copy = self.found_one(stamp, Some(&keys.keys.manifest))?;
        let mut manifest = copy.with_what_is_left()?.clone();
        let mut steps = Steps::new(watch, 4);
        steps.next()?;
        to.check_pieces_here()?;
        to.clear_unfinished()?;
        let fresh = self.pieces_to_carry(&mut manifest, to);
        let manifest = &manifest;
        let room = fresh.values().fold(manifest.size, |sum, size| sum.saturating_add(*size));
        to.check_room(room.saturating_add(MARGIN))?;
        steps.next()?;
        let mut unsynced = BTreeSet::new();
        for piece in manifest.pieces.iter().filter(|piece| fresh.contains_key(&piece.file)) {
            let target = piece_path(&to.pieces(), &piece.file);
            make_levels(target.parent().unwrap_or(to.folder()), &mut unsynced)?;
            copy_whole(&piece_path(&self.pieces(), &piece.file), &target, &piece.hash)?;
            read_back(&target, &piece.hash)?;
        }
        sync_folders(&unsynced)?;
        steps.next()?;
        // One that is there and sound stays as it is: taking it away to write it again could lose it.
        let there = to.found_one(stamp, Some(&keys.keys.manifest)).ok();
        let there = there.filter(|there| there.manifest.as_ref() == Some(manifest));
        let is_there = there.is_some_and(|there| there.state == CopyState::Sound)
            && is_sound(&to.folder().join(stamp).join("office.db"), &manifest.database);
        if is_there {
            steps.next()?;
        } else {
            self.carry_database(Building::named(to, stamp)?, manifest, keys, &mut steps)?;
        }
        let carried = to.found_one(stamp, Some(&keys.keys.manifest))?;
        carried.sound()?;
        if !self.is_doubted() {
            to.rotate(&keys.id, &keys.keys.manifest, manifest.made_at);
        }
        Ok(CopyMade::of(stamp, manifest))
    }

    /// Fills the folder of a copy being carried, reads it again, and gives it its name.
    fn carry_database(
        &self,
        mut building: Building,
        manifest: &Manifest,
        keys: &CopyKeys,
        steps: &mut Steps<'_>,
    ) -> Result<(), StoreError> {
        let from = self.folder().join(building.stamp());
        let folder = building.folder().to_owned();
        for (name, longest) in [("office.db", manifest.size), ("header", crate::header::LONGEST)] {
            copy_at_most(&from.join(name), &folder.join(name), longest)?;
            disk::sync_file(&folder.join(name))?;
        }
        let sealed = manifest.sealed(&keys.keys.manifest).map_err(|_| StoreError::Cipher)?;
        write_durably(&folder.join("manifest"), &sealed)?;
        steps.next()?;
        read_back(&folder.join("office.db"), &manifest.database)?;
        read_back(&folder.join("header"), &manifest.header)?;
        building.publish(folder.parent().unwrap_or(&folder))
    }

    /// The pieces that the other place does not have whole, with their size. Those that are whole in neither become
    /// missing.
    fn pieces_to_carry(&self, manifest: &mut Manifest, to: &Self) -> BTreeMap<String, u64> {
        let mut fresh = BTreeMap::new();
        let mut lost = Vec::new();
        for piece in &manifest.pieces {
            if !is_sound(&piece_path(&to.pieces(), &piece.file), &piece.hash) {
                let own = piece_path(&self.pieces(), &piece.file);
                let size = is_sound(&own, &piece.hash).then(|| fs::metadata(own).ok()).flatten();
                match size {
                    Some(size) => drop(fresh.insert(piece.file.clone(), size.len())),
                    None => lost.push(piece.file.clone()),
                }
            }
        }
        manifest.pieces.retain(|piece| !lost.contains(&piece.file));
        manifest.missing.extend(lost);
        fresh
    }
}

impl CopyFound {
    /// Its manifest, when it looks sound but for pieces. Errors: why it does not.
    fn with_what_is_left(&self) -> Result<&Manifest, StoreError> {
        match (&self.state, &self.manifest) {
            (CopyState::Unusable(Unusable::Pieces(_)), Some(manifest)) => Ok(manifest),
            (CopyState::Sound | CopyState::OtherKey | CopyState::Unusable(_), _) => self.sound(),
        }
    }

    /// Its manifest, when it looks sound. Errors: why it does not.
    pub(crate) fn sound(&self) -> Result<&Manifest, StoreError> {
        match (&self.state, &self.manifest) {
            (CopyState::Sound, Some(manifest)) => Ok(manifest),
            (CopyState::Unusable(why), _) => Err(StoreError::CopyUnusable(why.clone())),
            (CopyState::Sound | CopyState::OtherKey, _) => Err(StoreError::WrongSecret),
        }
    }
}

impl VaultFolder {
    /// What is known of the copies outside the computer; readable without a secret.
    #[must_use]
    pub fn outside(&self) -> Outside {
        let told = read_at_most(&self.outside_path(), 4096).ok();
        told.and_then(|told| serde_json::from_slice(&told).ok()).unwrap_or_default()
    }

    /// Notes a copy carried outside, or that it failed; what was known of an earlier one stays.
    pub fn note_outside(
        &self,
        (place, same_disk): (&str, bool),
        outcome: Result<&CopyMade, &StoreError>,
        now: DateTime<Utc>,
    ) {
        let mut known = self.outside();
        if known.place != place {
            known = Outside { place: place.to_owned(), ..Outside::default() };
        }
        known.same_disk = same_disk;
        match outcome {
            Ok(made) => {
                (known.copied_at, known.dossiers, known.failed) = (Some(made.made_at), made.dossiers, None);
            }
            Err(StoreError::Cancelled) => {}
            Err(cause) => known.failed = Some((now, FailedBecause::of(cause))),
        }
        let told = serde_json::to_vec(&known).unwrap_or_default();
        // What cannot be noted shows as a copy that grows old.
        let _ = make_folder(self.copies().folder()).and_then(|()| write_durably(&self.outside_path(), &told));
    }

    fn outside_path(&self) -> PathBuf {
        self.copies().folder().join("outside")
    }
}

/// Reads a file again from the disk itself. Errors: it is not what was written.
fn read_back(path: &Path, hash: &str) -> Result<(), StoreError> {
    if is_sound(path, hash) { Ok(()) } else { Err(io::Error::from(io::ErrorKind::InvalidData).into()) }
}

/// A moment as the notes beside copies write it.
pub(crate) fn written(moment: DateTime<Utc>) -> String {
    moment.to_rfc3339_opts(SecondsFormat::Secs, true)
}
