//! What is cleared from a place of copies. It may be any folder of the user: nothing goes but what Étrier named, and
//! no link is followed.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::place::{CopyPlace, is_stamp};
use crate::disk;
use crate::error::StoreError;
use crate::folder::durable::open_plain;
use crate::folder::{is_piece, piece_path};

impl CopyPlace {
    /// Clears what copies cut short left behind; says whether there was any.
    pub(crate) fn clear_unfinished(&self) -> Result<bool, StoreError> {
        let mut cleared = false;
        for name in self.names(|name| name.strip_suffix(".tmp").is_some_and(is_stamp))? {
            let left = self.folder().join(name);
            let at_work = open_plain(&left.join("held")).is_ok_and(|held| held.try_lock().is_err());
            if !at_work && fs::symlink_metadata(&left)?.is_dir() {
                disk::remove_folder(&left)?;
                cleared = true;
            }
        }
        Ok(cleared)
    }

    /// Errors: its pieces lie elsewhere, behind a link, where they could be the office's own.
    pub(crate) fn check_pieces_here(&self) -> Result<(), StoreError> {
        match fs::symlink_metadata(self.pieces()) {
            Ok(known) if !known.is_dir() => Err(io::Error::from(io::ErrorKind::NotADirectory).into()),
            Err(cause) if cause.kind() != io::ErrorKind::NotFound => Err(cause.into()),
            Ok(_) | Err(_) => Ok(()),
        }
    }

    /// Removes the files that no copy of the place names; none while one of them cannot be read.
    pub(super) fn drop_lost_pieces(&self) -> Result<(), StoreError> {
        let mut named = BTreeSet::new();
        for copy in self.copies()? {
            let Some(manifest) = copy.manifest else { return Ok(()) };
            named.extend(manifest.pieces.into_iter().map(|piece| piece_path(&self.pieces(), &piece.file)));
        }
        for file in piece_files(&self.pieces())? {
            if !named.contains(&file) {
                disk::remove_file(file)?;
            }
        }
        Ok(())
    }
}

/// The files of pieces: `ab/cd/abcd….piece`, 32 signs of hexadecimal, where Étrier puts them and nowhere else.
fn piece_files(pieces: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = vec![pieces.to_owned()];
    for _ in 0..2 {
        let mut below = Vec::new();
        for folder in found.iter().filter(|folder| fs::symlink_metadata(folder).is_ok_and(|known| known.is_dir())) {
            for entry in fs::read_dir(folder)? {
                let entry = entry?;
                if entry.file_type()?.is_dir() {
                    below.push(entry.path());
                }
            }
        }
        found = below;
    }
    let mut files = Vec::new();
    for folder in found {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = entry.file_name();
            let file = name.to_str().and_then(|name| name.strip_suffix(".piece")).filter(|file| is_piece(file));
            let is_ours = file.is_some_and(|file| piece_path(pieces, file) == entry.path());
            if is_ours && entry.file_type()?.is_file() {
                files.push(entry.path());
            }
        }
    }
    Ok(files)
}
