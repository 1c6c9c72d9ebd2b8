//! Small files that are whole or not there.

use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::disk;
pub(crate) use crate::disk::{make_folder, make_new_folder, sync_folder};

/// Writes a file beside its place, then puts it there by one rename; both survive a power cut.
pub(crate) fn write_durably(path: &Path, bytes: &[u8]) -> io::Result<()> {
    fill_durably(path, |file| file.write_all(bytes))
}

/// The same, written little by little.
pub(crate) fn fill_durably<E: From<io::Error>>(
    path: &Path,
    fill: impl FnOnce(&mut File) -> Result<(), E>,
) -> Result<(), E> {
    fill_beside(path, fill)?;
    Ok(put_in_place(path)?)
}

/// Writes a file whole beside its place, that only its owner reads. A link that lies there is removed, never
/// followed: on a stick it could lead to the office itself.
pub(crate) fn write_beside(path: &Path, bytes: &[u8]) -> io::Result<()> {
    fill_beside(path, |file| file.write_all(bytes))
}

fn fill_beside<E: From<io::Error>>(path: &Path, fill: impl FnOnce(&mut File) -> Result<(), E>) -> Result<(), E> {
    let mut file = create_afresh(&beside(path))?;
    fill(&mut file)?;
    Ok(file.sync_all()?)
}

/// A new file that only its owner reads, in place of whatever had its name; links are not followed.
pub(crate) fn create_afresh(path: &Path) -> io::Result<File> {
    remove_if_there(path)?;
    create_new(path)
}

/// Removes a file; one that is gone already is no error, and a link goes by itself.
pub(crate) fn remove_if_there(path: &Path) -> io::Result<()> {
    match disk::remove_file(path) {
        Err(cause) if cause.kind() != io::ErrorKind::NotFound => Err(cause),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Writes zeros over a file, before it is removed; nothing when it cannot be opened.
///
/// Errors: it is a link or a pipe, it has another name elsewhere, or its folder is a link: what would be written over
/// may be another office.
pub(crate) fn overwrite(path: &Path) -> io::Result<()> {
    let is_elsewhere = || io::Error::from(io::ErrorKind::InvalidData);
    if !path.parent().is_some_and(is_folder) {
        return Err(is_elsewhere());
    }
    let mut file = match plain(path, OpenOptions::new().write(true)) {
        Ok(file) => file,
        Err(cause) if cause.kind() == io::ErrorKind::InvalidData => return Err(cause),
        Err(_) => return Ok(()),
    };
    if has_another_name(&file)? {
        return Err(is_elsewhere());
    }
    let length = usize::try_from(file.metadata()?.len()).unwrap_or_default();
    file.write_all(&vec![0; length])?;
    file.sync_all()
}

/// A new file that only its owner reads. Errors: something has its name.
pub(crate) fn create_new(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    disk::open(path, &options)
}

/// Opens a file to read it. Errors: it is a link, a pipe, or anything else than a file; a pipe would be waited for
/// without end, and a link leads out of the place that is read.
pub(crate) fn open_plain(path: &Path) -> io::Result<File> {
    plain(path, OpenOptions::new().read(true))
}

/// Opens what is a file when it is looked at, and still is once it is open.
fn plain(path: &Path, options: &mut OpenOptions) -> io::Result<File> {
    let is_other = || io::Error::from(io::ErrorKind::InvalidData);
    if !fs::symlink_metadata(path)?.is_file() {
        return Err(is_other());
    }
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        let flags = i32::try_from((OFlags::NOFOLLOW | OFlags::NONBLOCK).bits()).map_err(|_| is_other())?;
        std::os::unix::fs::OpenOptionsExt::custom_flags(options, flags);
    }
    let file = disk::open(path, options)?;
    if file.metadata()?.is_file() { Ok(file) } else { Err(is_other()) }
}

/// Whether a path is a folder, and no link to one.
pub(crate) fn is_folder(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|known| known.is_dir())
}

/// Whether a file has a second name somewhere: what is written to it is written there too.
fn has_another_name(file: &File) -> io::Result<bool> {
    #[cfg(unix)]
    return Ok(std::os::unix::fs::MetadataExt::nlink(&file.metadata()?) != 1);
    #[cfg(not(unix))]
    return file.metadata().map(|_| false);
}

/// Puts what was written beside a place in it.
pub(crate) fn put_in_place(path: &Path) -> io::Result<()> {
    disk::rename(beside(path), path)?;
    path.parent().map_or(Ok(()), sync_folder)
}

/// Where a file is written before it gets its name.
pub(crate) fn beside(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".new");
    name.into()
}

/// Makes a folder as [`make_folder`], and adds to `unsynced` those whose names a power cut could still take away.
pub(crate) fn make_levels(folder: &Path, unsynced: &mut BTreeSet<PathBuf>) -> io::Result<()> {
    let new = folder.ancestors().take_while(|level| !is_folder(level));
    unsynced.extend(new.filter_map(Path::parent).map(Path::to_owned));
    make_folder(folder)
}

/// Makes the names in these folders survive a power cut.
pub(crate) fn sync_folders(unsynced: &BTreeSet<PathBuf>) -> io::Result<()> {
    unsynced.iter().try_for_each(|folder| sync_folder(folder))
}
