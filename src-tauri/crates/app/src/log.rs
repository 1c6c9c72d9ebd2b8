//! The log of defects: a code, its cause, no value; beside the vault, never large.

use std::fs::{OpenOptions, create_dir_all, metadata};
use std::io::Write;
use std::path::{Path, PathBuf};

use store::disk;

use crate::caller::Moment;
use crate::failure::Failure;

/// The largest log, in bytes, before it is set aside as the previous one.
const LARGEST: u64 = 262_144;

/// One office's log.
pub struct Log {
    folder: PathBuf,
}

impl Log {
    /// The log of the office in this folder.
    pub fn of(office: &Path) -> Self {
        Self { folder: office.join("log") }
    }

    /// Writes a defect. A log that cannot be written is no reason to stop the adviser.
    pub fn write(&self, moment: &Moment, failure: &Failure) {
        let _ = self.append(&format!("{} {}", moment.now.format("%Y-%m-%dT%H:%M:%SZ"), failure.cause()));
    }

    fn append(&self, line: &str) -> std::io::Result<()> {
        create_dir_all(&self.folder)?;
        let file = self.folder.join("etrier.log");
        if metadata(&file).is_ok_and(|known| known.len() > LARGEST) {
            disk::rename(&file, self.folder.join("etrier.previous.log"))?;
        }
        let mut log = disk::open(&file, OpenOptions::new().create(true).append(true))?;
        writeln!(log, "{line}")
    }
}
