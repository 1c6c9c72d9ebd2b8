//! What was scanned or received for a dossier: one row for each encrypted file of `pieces/`.
//!
//! The row holds the key of its own file, drawn for it alone: a row that is gone leaves a file that
//! nobody opens, and a new master key leaves the files as they are. `hash` is the BLAKE3 of the file as it
//! lies on the disk, `size` counts the bytes of what was attached. Keys, hashes and names of files are written
//! in hexadecimal, since undo keeps rows as JSON.

use serde::{Deserialize, Serialize};

use crate::access::Reader;
use crate::error::StoreError;

pub(crate) const TABLE: &str = "
CREATE TABLE attachment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier INTEGER NOT NULL REFERENCES dossier (id),
  file TEXT NOT NULL UNIQUE CHECK (length(file) = 32),
  file_key TEXT NOT NULL CHECK (length(file_key) = 64),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  size INTEGER NOT NULL CHECK (size > 0),
  kind TEXT NOT NULL CHECK (kind IN ('pdf', 'jpeg', 'png', 'text', 'docx', 'odt')),
  name TEXT NOT NULL CHECK (name <> ''),
  document TEXT,
  added_at TEXT NOT NULL
) STRICT;
CREATE INDEX attachment_dossier ON attachment (dossier);
";

const NAME: &str = "attachment";

/// An encrypted file as a copy of the office has to hold it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct PieceFile {
    /// Its name: 128 random bits in hexadecimal.
    pub file: String,
    /// The BLAKE3 of its bytes on the disk, in hexadecimal.
    pub hash: String,
}

impl Reader<'_> {
    /// The encrypted file of every attachment, in the order of their names.
    pub(crate) fn piece_files(&self) -> Result<Vec<PieceFile>, StoreError> {
        self.rows(NAME, "SELECT id, file, hash FROM attachment ORDER BY file", (), |columns| {
            Ok(PieceFile { file: columns.text(1)?, hash: columns.text(2)? })
        })
    }
}
