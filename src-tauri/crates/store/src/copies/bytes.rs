//! Whole files moved, hashed as they pass.

use std::io::{self, Read, Write};
use std::path::Path;

use blake3::{Hash, Hasher};

use crate::disk;
use crate::folder::durable::{beside, create_new, open_plain, put_in_place, remove_if_there};

/// What is read at once.
const BLOCK: usize = 1 << 20;

/// Copies a file to a new one; gives the BLAKE3 of what was read and its length. What fails leaves nothing.
pub(crate) fn copy_hashed(from: &Path, to: &Path) -> io::Result<(Hash, u64)> {
    copy_at_most(from, to, u64::MAX)
}

/// The same, of a file that is known to be no longer. Errors: it is.
pub(crate) fn copy_at_most(from: &Path, to: &Path, longest: u64) -> io::Result<(Hash, u64)> {
    let source = open_plain(from)?;
    if source.metadata()?.len() > longest {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut target = create_new(to)?;
    let copied = passed(&mut source.take(longest), |block| target.write_all(block));
    if copied.is_err() {
        // What is left of it fills the disk and is of no use; the first failure is the one to tell.
        let _ = disk::remove_file(to);
    }
    copied
}

/// The BLAKE3 of a file and its length.
pub(crate) fn hashed(path: &Path) -> io::Result<(Hash, u64)> {
    passed(&mut open_plain(path)?, |_| Ok(()))
}

/// Whether a file is there, and of this hash, as the disk itself gives it.
pub(crate) fn is_sound(path: &Path, hash: &str) -> bool {
    forget_cached(path);
    hashed(path).is_ok_and(|(found, _)| found.to_hex().as_str() == hash)
}

/// Copies a file into a folder that is there, so that its name never holds half of it, and both survive a power cut.
///
/// Errors: what was read is not of this hash.
pub(crate) fn copy_whole(from: &Path, to: &Path, hash: &str) -> io::Result<()> {
    let aside = beside(to);
    remove_if_there(&aside)?;
    let (found, _) = copy_hashed(from, &aside)?;
    if found.to_hex().as_str() != hash {
        disk::remove_file(&aside)?;
        return Err(io::ErrorKind::InvalidData.into());
    }
    disk::sync_file(&aside)?;
    put_in_place(to)
}

/// Makes the next reading of a file come from the disk, where the system can be told so.
pub(crate) fn forget_cached(path: &Path) {
    #[cfg(target_os = "linux")]
    if let Ok(file) = open_plain(path) {
        // A system that keeps its cache gives the same bytes, less surely.
        let _ = rustix::fs::fadvise(&file, 0, None, rustix::fs::Advice::DontNeed);
    }
    #[cfg(not(target_os = "linux"))]
    let _ = path;
}

fn passed(source: &mut impl Read, mut each: impl FnMut(&[u8]) -> io::Result<()>) -> io::Result<(Hash, u64)> {
    let (mut hasher, mut length, mut block) = (Hasher::new(), 0_u64, vec![0; BLOCK]);
    loop {
        let read = source.read(&mut block)?;
        let Some(bytes) = block.get(..read).filter(|bytes| !bytes.is_empty()) else { break };
        hasher.update(bytes);
        each(bytes)?;
        length = length.saturating_add(u64::try_from(read).unwrap_or_default());
    }
    Ok((hasher.finalize(), length))
}
