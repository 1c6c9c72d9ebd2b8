//! Files written on the disk: whole or not at all, and never over another without a word.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

use serde::Serialize;
use store::disk;
use tempfile::{NamedTempFile, PersistError};
use ts_rs::TS;

use crate::caller::{Over, Target, Viewer};
use crate::failure::Failure;

/// What was done, in a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PaperSaved {
    /// The sentence.
    pub sentence: String,
    /// What is to be known of what left.
    pub remarks: Vec<String>,
}

/// Writes what was asked where the adviser chose, and gives the name of the file. Errors: the disk, and a file that
/// lies there when nobody agreed that it goes.
pub fn write_chosen(target: &Target, bytes: &[u8]) -> Result<String, Failure> {
    let written = match target.over {
        Over::Agreed => write_whole(&target.path, bytes),
        Over::Never => write_new(&target.path, bytes),
    };
    written.map_err(|cause| Failure::not_saved(&cause))?;
    Ok(target.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default())
}

/// Empties the folder of what was opened outside.
pub fn sweep(opened: &Path) {
    // A viewer may still hold a file: what is left goes at the next lock or start.
    let _ = disk::remove_folder(opened);
}

/// Hands a copy to the system's viewer, in a private folder emptied at lock.
pub fn show_private(file: &Path, bytes: &[u8], viewer: &dyn Viewer) -> Result<(), Failure> {
    let opened = write_private(file, bytes).and_then(|()| viewer.show(file));
    opened.map_err(|cause| Failure::not_opened(&cause))
}

/// Writes a file in a folder that nobody else may open.
pub fn write_private(target: &Path, bytes: &[u8]) -> io::Result<()> {
    target.parent().map_or(Ok(()), private_folder)?;
    write_whole(target, bytes)
}

/// Writes a file so that its name never holds half of it.
pub fn write_whole(target: &Path, bytes: &[u8]) -> io::Result<()> {
    written_beside(target, bytes, |file| file.persist(target))
}

/// The same, never over a file that is there. Errors: [`io::ErrorKind::AlreadyExists`].
pub fn write_new(target: &Path, bytes: &[u8]) -> io::Result<()> {
    written_beside(target, bytes, |file| file.persist_noclobber(target))
}

fn written_beside(
    target: &Path,
    bytes: &[u8],
    put: impl Fn(NamedTempFile) -> Result<File, PersistError>,
) -> io::Result<()> {
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    let mut waiting = Some(file);
    disk::patiently(|| {
        let file = waiting.take().ok_or(io::ErrorKind::NotFound)?;
        put(file).map_err(|refused| {
            waiting = Some(refused.file);
            refused.error
        })
    })?;
    // The name itself must survive a power cut; not every system lets a folder be synced.
    let _ = disk::sync_folder(folder);
    Ok(())
}

/// Makes a folder of what is in clear, which only its owner reads.
pub fn private_folder(folder: &Path) -> io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    disk::make_folder(folder)?;
    disk::close_to_others(folder);
    Ok(())
}
