//! A SQLite VFS between SQLite and its own: what happens to the files of a watched folder is
//! counted, kept or made to fail by a [`Disk`]; every other file goes straight through.
//!
//! It is the default of this program once a folder is watched, so the store goes through it
//! without knowing. It has neither shared memory nor mapped files, which a rollback journal
//! does without.
#![expect(unsafe_code, reason = "SQLite hands a VFS C pointers; nothing else of the tests does")]

use std::ffi::{CStr, c_char, c_int, c_void};
use std::path::{Path, PathBuf};
use std::ptr::null;
use std::sync::{Mutex, Once, PoisonError};

use rusqlite::ffi::{
    SQLITE_OK, SQLITE_OPEN_CREATE, sqlite3_file, sqlite3_filename, sqlite3_int64, sqlite3_io_methods, sqlite3_vfs,
    sqlite3_vfs_find, sqlite3_vfs_register,
};

use crate::disk::{Deed, Disk, Step, Strike};

static WATCHED: Mutex<Vec<(PathBuf, Disk)>> = Mutex::new(Vec::new());

/// SQLite's own VFS, which outlives the program's last connection.
struct Below(*mut sqlite3_vfs);

// SAFETY: SQLite registers its VFS once and never changes nor frees it.
unsafe impl Send for Below {}

static BELOW: Mutex<Option<Below>> = Mutex::new(None);

/// Watches what SQLite does in a folder from now on.
pub fn watch(folder: &Path) -> Disk {
    static INSTALLED: Once = Once::new();
    INSTALLED.call_once(install);
    let disk = Disk::default();
    let folder = folder.canonicalize().unwrap();
    WATCHED.lock().unwrap_or_else(PoisonError::into_inner).push((folder, disk.clone()));
    disk
}

fn watching(path: &Path) -> Option<Disk> {
    let watched = WATCHED.lock().unwrap_or_else(PoisonError::into_inner);
    watched.iter().find(|(folder, _)| path.starts_with(folder)).map(|(_, disk)| disk.clone())
}

fn install() {
    // SAFETY: a null name asks for the default; the copy lives for ever, as its registration does.
    unsafe {
        let below = sqlite3_vfs_find(null());
        let mut above = *below;
        above.zName = c"watched".as_ptr();
        above.szOsFile += size_of::<Shim>() as c_int;
        above.xOpen = Some(open);
        above.xDelete = Some(delete);
        *BELOW.lock().unwrap() = Some(Below(below));
        assert_eq!(sqlite3_vfs_register(Box::into_raw(Box::new(above)), 1), SQLITE_OK);
    }
}

fn below() -> *mut sqlite3_vfs {
    BELOW.lock().unwrap_or_else(PoisonError::into_inner).as_ref().unwrap().0
}

/// An open file of a watched folder; SQLite's own follows it in the memory SQLite gave.
#[repr(C)]
struct Shim {
    base: sqlite3_file,
    watched: *mut Watched,
}

struct Watched {
    path: PathBuf,
    disk: Disk,
}

// SAFETY of all that follows: SQLite gives the pointers of files and names it opened with `open`, one
// thread at a time, with as much memory as `szOsFile` asks for.

unsafe fn own(file: *mut sqlite3_file) -> *mut sqlite3_file {
    unsafe { file.cast::<Shim>().add(1).cast() }
}

unsafe fn watched<'f>(file: *mut sqlite3_file) -> &'f Watched {
    unsafe { &*(*file.cast::<Shim>()).watched }
}

unsafe fn methods<'f>(file: *mut sqlite3_file) -> &'f sqlite3_io_methods {
    unsafe { &*(*own(file)).pMethods }
}

unsafe fn path_of(name: *const c_char) -> Option<PathBuf> {
    let name = if name.is_null() { return None } else { unsafe { CStr::from_ptr(name) } };
    Some(PathBuf::from(name.to_str().ok()?))
}

unsafe extern "C" fn open(
    _: *mut sqlite3_vfs,
    name: sqlite3_filename,
    file: *mut sqlite3_file,
    flags: c_int,
    out: *mut c_int,
) -> c_int {
    unsafe {
        let below = below();
        let open = (*below).xOpen.unwrap();
        let found = path_of(name).and_then(|path| Some((watching(&path)?, path)));
        let Some((disk, path)) = found else { return open(below, name, file, flags, out) };
        (*file).pMethods = null();
        if flags & SQLITE_OPEN_CREATE != 0
            && let Some(strike) = disk.strikes(Deed::Open)
        {
            return strike.code;
        }
        let code = open(below, name, own(file), flags, out);
        if code == SQLITE_OK {
            (*file.cast::<Shim>()).watched = Box::into_raw(Box::new(Watched { path, disk }));
            (*file).pMethods = &raw const METHODS;
        }
        code
    }
}

unsafe extern "C" fn delete(_: *mut sqlite3_vfs, name: *const c_char, synced: c_int) -> c_int {
    unsafe {
        let below = below();
        let delete = || (*below).xDelete.unwrap()(below, name, synced);
        let Some((disk, file)) = path_of(name).and_then(|path| Some((watching(&path)?, path))) else {
            return delete();
        };
        match disk.strikes(Deed::Delete) {
            Some(Strike { code, done }) => {
                if done {
                    delete();
                    disk.keep(|| Step::Deleted { file, synced: false });
                }
                code
            }
            None => {
                let code = delete();
                if code == SQLITE_OK {
                    disk.keep(|| Step::Deleted { file, synced: synced != 0 });
                }
                code
            }
        }
    }
}

static METHODS: sqlite3_io_methods = sqlite3_io_methods {
    iVersion: 1,
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(sync),
    xFileSize: Some(file_size),
    xLock: Some(lock),
    xUnlock: Some(unlock),
    xCheckReservedLock: Some(check_reserved_lock),
    xFileControl: Some(file_control),
    xSectorSize: Some(sector_size),
    xDeviceCharacteristics: Some(device_characteristics),
    xShmMap: None,
    xShmLock: None,
    xShmBarrier: None,
    xShmUnmap: None,
    xFetch: None,
    xUnfetch: None,
};

unsafe extern "C" fn close(file: *mut sqlite3_file) -> c_int {
    unsafe {
        drop(Box::from_raw((*file.cast::<Shim>()).watched));
        methods(file).xClose.unwrap()(own(file))
    }
}

unsafe extern "C" fn read(file: *mut sqlite3_file, into: *mut c_void, length: c_int, at: sqlite3_int64) -> c_int {
    unsafe {
        match watched(file).disk.strikes(Deed::Read) {
            Some(strike) => strike.code,
            None => methods(file).xRead.unwrap()(own(file), into, length, at),
        }
    }
}

unsafe extern "C" fn write(file: *mut sqlite3_file, from: *const c_void, length: c_int, at: sqlite3_int64) -> c_int {
    unsafe {
        let Watched { path, disk } = watched(file);
        let write = |length: c_int| {
            let code = methods(file).xWrite.unwrap()(own(file), from, length, at);
            if code == SQLITE_OK {
                let bytes = std::slice::from_raw_parts(from.cast::<u8>(), usize::try_from(length).unwrap());
                let at = usize::try_from(at).unwrap();
                disk.keep(|| Step::Wrote { file: path.clone(), at, bytes: bytes.to_vec() });
            }
            code
        };
        match disk.strikes(Deed::Write) {
            Some(Strike { code, done }) => {
                if done {
                    write(length / 2);
                }
                code
            }
            None => write(length),
        }
    }
}

unsafe extern "C" fn truncate(file: *mut sqlite3_file, length: sqlite3_int64) -> c_int {
    unsafe {
        let Watched { path, disk } = watched(file);
        if let Some(strike) = disk.strikes(Deed::Cut) {
            return strike.code;
        }
        let code = methods(file).xTruncate.unwrap()(own(file), length);
        if code == SQLITE_OK {
            disk.keep(|| Step::Cut { file: path.clone(), length: usize::try_from(length).unwrap() });
        }
        code
    }
}

unsafe extern "C" fn sync(file: *mut sqlite3_file, flags: c_int) -> c_int {
    unsafe {
        let Watched { path, disk } = watched(file);
        if let Some(strike) = disk.strikes(Deed::Sync) {
            return strike.code;
        }
        let code = methods(file).xSync.unwrap()(own(file), flags);
        if code == SQLITE_OK {
            disk.keep(|| Step::Synced { file: path.clone() });
        }
        code
    }
}

unsafe extern "C" fn file_size(file: *mut sqlite3_file, size: *mut sqlite3_int64) -> c_int {
    unsafe { methods(file).xFileSize.unwrap()(own(file), size) }
}

unsafe extern "C" fn lock(file: *mut sqlite3_file, level: c_int) -> c_int {
    unsafe { methods(file).xLock.unwrap()(own(file), level) }
}

unsafe extern "C" fn unlock(file: *mut sqlite3_file, level: c_int) -> c_int {
    unsafe { methods(file).xUnlock.unwrap()(own(file), level) }
}

unsafe extern "C" fn check_reserved_lock(file: *mut sqlite3_file, held: *mut c_int) -> c_int {
    unsafe { methods(file).xCheckReservedLock.unwrap()(own(file), held) }
}

unsafe extern "C" fn file_control(file: *mut sqlite3_file, asked: c_int, with: *mut c_void) -> c_int {
    unsafe { methods(file).xFileControl.unwrap()(own(file), asked, with) }
}

unsafe extern "C" fn sector_size(file: *mut sqlite3_file) -> c_int {
    unsafe { methods(file).xSectorSize.unwrap()(own(file)) }
}

unsafe extern "C" fn device_characteristics(file: *mut sqlite3_file) -> c_int {
    unsafe { methods(file).xDeviceCharacteristics.unwrap()(own(file)) }
}
