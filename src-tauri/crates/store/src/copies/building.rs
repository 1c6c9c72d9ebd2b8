//! The folder of a copy being made: held, so that nobody takes it for a leftover, and wiped unless it is kept.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::Watch;
use super::place::CopyPlace;
use crate::disk;
use crate::error::StoreError;
use crate::folder::durable::{create_new, make_new_folder, sync_folder};
use crate::keys::random;

/// The signs of the end of a copy's name.
const SIGNS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// The folder of a copy being made.
pub(crate) struct Building {
    folder: PathBuf,
    stamp: String,
    held: Option<File>,
    kept: bool,
}

/// Steps of a work, told one after the other.
pub(crate) struct Steps<'w> {
    watch: Watch<'w>,
    done: u32,
    of: u32,
}

impl<'w> Steps<'w> {
    pub(crate) fn new(watch: Watch<'w>, of: u32) -> Self {
        Self { watch, done: 0, of }
    }

    /// The next step begins. Errors: the work was stopped.
    pub(crate) fn next(&mut self) -> Result<(), StoreError> {
        if !(self.watch)(self.done, self.of) {
            return Err(StoreError::Cancelled);
        }
        self.done = self.done.saturating_add(1).min(self.of);
        Ok(())
    }
}

impl Building {
    /// A folder for a copy of this moment, under a name that no other has.
    pub(crate) fn begin(place: &CopyPlace, now: DateTime<Utc>) -> Result<Self, StoreError> {
        loop {
            let ending: String = random::<2>()?
                .iter()
                .filter_map(|byte| SIGNS.get(usize::from(byte & 31)))
                .map(|&sign| char::from(sign))
                .collect();
            let stamp = format!("{}-{ending}", now.format("%Y-%m-%dT%H%MZ"));
            if !place.folder().join(&stamp).exists() && !aside(place, &stamp).exists() {
                return Self::named(place, &stamp);
            }
        }
    }

    /// A folder for a copy of this name.
    pub(crate) fn named(place: &CopyPlace, stamp: &str) -> Result<Self, StoreError> {
        let folder = aside(place, stamp);
        match make_new_folder(&folder) {
            Err(cause) if cause.kind() == io::ErrorKind::AlreadyExists => return Err(StoreError::Busy),
            made => made?,
        }
        let held = create_new(&folder.join("held"))?;
        held.try_lock().map_err(|_| StoreError::Busy)?;
        Ok(Self { folder, stamp: stamp.to_owned(), held: Some(held), kept: false })
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    pub(crate) fn stamp(&self) -> &str {
        &self.stamp
    }

    pub(crate) fn database(&self) -> PathBuf {
        self.folder.join("office.db")
    }

    /// Gives the copy its name, in place of a spoilt one of that name that may be there; from then on it is one.
    pub(crate) fn publish(&mut self, place: &Path) -> Result<(), StoreError> {
        self.held = None;
        disk::remove_file(self.folder.join("held"))?;
        sync_folder(&self.folder)?;
        let named = place.join(&self.stamp);
        if named.exists() {
            disk::remove_folder(&named)?;
        }
        disk::rename(&self.folder, &named)?;
        self.kept = true;
        Ok(sync_folder(place)?)
    }
}

fn aside(place: &CopyPlace, stamp: &str) -> PathBuf {
    place.folder().join(format!("{stamp}.tmp"))
}

impl Drop for Building {
    fn drop(&mut self) {
        if !self.kept {
            self.held = None;
            // What cannot be removed now is cleared at the next start.
            let _ = disk::remove_folder(&self.folder);
        }
    }
}
