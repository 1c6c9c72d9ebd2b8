//! Small files that are whole or not there.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Writes a file beside its place, then puts it there by one rename; both survive a power cut.
pub(crate) fn write_durably(path: &Path, bytes: &[u8]) -> io::Result<()> {
    write_beside(path, bytes)?;
    put_in_place(path)
}

/// Writes a file whole beside its place.
pub(crate) fn write_beside(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(beside(path))?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Puts what was written beside a place in it.
pub(crate) fn put_in_place(path: &Path) -> io::Result<()> {
    fs::rename(beside(path), path)?;
    path.parent().map_or(Ok(()), sync_folder)
}

fn beside(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".new");
    name.into()
}

/// Makes the names in a folder survive a power cut; Windows does so by itself.
pub(crate) fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

/// Makes a folder, and those above it, that only its owner reads; one already there is kept.
pub(crate) fn make_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}
