//! What is done to a name on the disk, on any system: opened, flushed, renamed, removed, closed to others.
//!
//! Windows refuses, for a moment, what an antivirus or the indexer has open; it is tried again over a second. It flushes
//! no file that was opened to read, and asks to be told that a folder is one.
//!
//! Example: a scan holds `header` for a third of a second; [`rename`] puts the new one in its place at the third try.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io;
use std::path::Path;
use std::thread;
use std::time::Duration;

/// The pauses between tries, in milliseconds: a second in all.
const PAUSES: [u64; 6] = [10, 40, 100, 200, 300, 350];

/// Does what another program may be in the way of, again over a second while it is.
pub fn patiently<T>(work: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    tried(work, is_held)
}

fn tried<T>(mut work: impl FnMut() -> io::Result<T>, is_held: impl Fn(&io::Error) -> bool) -> io::Result<T> {
    for pause in PAUSES {
        match work() {
            Err(cause) if is_held(&cause) => thread::park_timeout(Duration::from_millis(pause)),
            done => return done,
        }
    }
    work()
}

/// Whether Windows refused because someone has the file open, or is still removing it: access denied, sharing and lock
/// violations, a folder not empty yet, a mapped file.
fn is_held(cause: &io::Error) -> bool {
    cfg!(windows) && matches!(cause.raw_os_error(), Some(5 | 32 | 33 | 145 | 1224))
}

/// Opens a file.
pub fn open(path: &Path, options: &OpenOptions) -> io::Result<File> {
    patiently(|| options.open(path))
}

/// Gives a file or a folder another name; [`sync_folder`] makes it survive a power cut.
pub fn rename(from: impl AsRef<Path>, to: impl AsRef<Path>) -> io::Result<()> {
    patiently(|| fs::rename(&from, &to))
}

/// Removes a file, or a link itself.
pub fn remove_file(path: impl AsRef<Path>) -> io::Result<()> {
    patiently(|| fs::remove_file(&path))
}

/// Removes a folder and what is in it; no link is followed.
pub fn remove_folder(path: impl AsRef<Path>) -> io::Result<()> {
    patiently(|| fs::remove_dir_all(&path))
}

/// Makes the bytes of a file survive a power cut.
pub fn sync_file(file: &Path) -> io::Result<()> {
    open(file, OpenOptions::new().write(true))?.sync_all()
}

/// Makes the names in a folder survive a power cut.
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    #[cfg(not(windows))]
    return File::open(folder)?.sync_all();
    #[cfg(windows)]
    {
        // FILE_FLAG_BACKUP_SEMANTICS: what opens a folder.
        let mut options = OpenOptions::new();
        std::os::windows::fs::OpenOptionsExt::custom_flags(options.write(true), 0x0200_0000);
        match options.open(folder).and_then(|folder| folder.sync_all()) {
            // A share that flushes no folder: its server writes the names itself.
            Err(cause) if cause.kind() != io::ErrorKind::NotFound => Ok(()),
            flushed => flushed,
        }
    }
}

/// Makes a folder, and those above it, that only its owner reads; one already there is kept.
pub fn make_folder(folder: &Path) -> io::Result<()> {
    made(folder, true)
}

/// Makes a folder that only its owner reads. Errors: something has its name.
pub fn make_new_folder(folder: &Path) -> io::Result<()> {
    made(folder, false)
}

fn made(folder: &Path, with_those_above: bool) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(with_those_above);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Takes a folder away from the other users of this computer, on Windows: within the folder of the user it is already.
/// A disk that keeps no rights, a stick, is left as it is.
pub fn close_to_others(folder: &Path) {
    #[cfg(windows)]
    {
        use std::os::windows::process::CommandExt;
        use std::process::Command;
        let told = |name: &str| std::env::var(name).ok().filter(|told| !told.is_empty());
        let own = told("USERPROFILE").is_some_and(|own| folder.starts_with(own));
        let (Some(user), Some(system), false) = (told("USERNAME"), told("SystemRoot"), own) else { return };
        let user = told("USERDOMAIN").map_or(user.clone(), |domain| format!(r"{domain}\{user}"));
        let mut rights = Command::new(Path::new(&system).join(r"System32\icacls.exe"));
        // The user, and the system that scans and saves; nothing of the folder above. CREATE_NO_WINDOW.
        rights.arg(folder).args([
            "/inheritance:r",
            "/grant:r",
            &format!("{user}:(OI)(CI)F"),
            "*S-1-5-18:(OI)(CI)F",
            "/Q",
        ]);
        // Refused by a disk without rights.
        drop(rights.creation_flags(0x0800_0000).output());
    }
    #[cfg(not(windows))]
    let _ = folder;
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[test]
    fn what_is_held_is_tried_again_and_anything_else_is_told_at_once() {
        let tries = Cell::new(0);
        let held_until = |last: u32| {
            tries.set(0);
            let work = || {
                tries.set(tries.get() + 1);
                if tries.get() < last { Err(io::Error::from_raw_os_error(32)) } else { Ok(()) }
            };
            tried(work, |cause| cause.raw_os_error() == Some(32))
        };
        assert!(held_until(3).is_ok() && tries.get() == 3);
        assert!(held_until(99).is_err() && tries.get() == 7, "a second, then it is told");
        assert!(tried(|| Err::<(), _>(io::ErrorKind::StorageFull.into()), |_| false).is_err());
    }

    #[test]
    fn a_file_and_the_folder_it_is_in_are_flushed_and_one_that_is_gone_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("pièce");
        assert_eq!(sync_file(&file).unwrap_err().kind(), io::ErrorKind::NotFound);
        fs::write(&file, b"1").unwrap();
        sync_file(&file).unwrap();
        sync_folder(folder.path()).unwrap();
        assert_eq!(sync_folder(&folder.path().join("parti")).unwrap_err().kind(), io::ErrorKind::NotFound);
    }

    /// As an antivirus does: nobody else opens, renames or removes the file meanwhile.
    #[cfg(windows)]
    #[test]
    fn a_file_held_for_a_moment_is_renamed_and_removed_and_one_held_for_good_is_told() {
        use std::os::windows::fs::OpenOptionsExt;
        let folder = tempfile::tempdir().unwrap();
        let (from, to) = (folder.path().join("header.new"), folder.path().join("header"));
        fs::write(&from, b"new").unwrap();
        fs::write(&to, b"old").unwrap();
        let hold = |file: &Path| OpenOptions::new().read(true).share_mode(0).open(file).unwrap();
        let let_go = |held: File| {
            thread::spawn(move || {
                thread::park_timeout(Duration::from_millis(300));
                drop(held);
            })
        };
        let scan = let_go(hold(&to));
        rename(&from, &to).unwrap();
        assert_eq!(fs::read(&to).unwrap(), b"new");
        scan.join().unwrap();
        let scan = let_go(hold(&to));
        assert!(open(&to, OpenOptions::new().read(true)).is_ok(), "opened once it is let go");
        scan.join().unwrap();
        let held = hold(&to);
        assert!(remove_file(&to).is_err() && remove_folder(folder.path()).is_err());
        drop(held);
        remove_file(&to).unwrap();
    }
}
