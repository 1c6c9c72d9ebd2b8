//! The office's directory of aids, in the order they were entered.

use domain::partner::{AidEntry, AidEntryId};

use crate::access::{Reader, Writer};
use crate::error::StoreError;

pub(crate) const TABLE: &str = "
CREATE TABLE aid_entry (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (name <> ''),
  provider TEXT NOT NULL,
  what_for TEXT NOT NULL,
  contact TEXT NOT NULL,
  conditions TEXT NOT NULL,
  checked_on TEXT NOT NULL,
  retired INTEGER NOT NULL CHECK (retired IN (0, 1))
) STRICT;
";

/// What the person takes along.
pub(crate) const TO_BRING: &str = "ALTER TABLE aid_entry ADD COLUMN to_bring TEXT NOT NULL DEFAULT '';";

row! { "aid_entry": AidEntry [id] { name, provider, what_for, contact, conditions, to_bring, checked_on, retired } }

impl Reader<'_> {
    /// Every aid of the directory, retired ones included.
    pub fn aid_entries(&self) -> Result<Vec<AidEntry>, StoreError> {
        self.select("ORDER BY id", ())
    }
}

impl Writer<'_> {
    /// Adds an aid and gives its number; the number that `aid` has does not count.
    pub fn insert_aid_entry(&self, aid: &AidEntry) -> Result<AidEntryId, StoreError> {
        self.insert_row(aid, vec![]).map(AidEntryId)
    }

    /// Changes the aid of that number. Errors: there is no such aid.
    pub fn update_aid_entry(&self, aid: &AidEntry) -> Result<(), StoreError> {
        self.update_row(aid.id.0, aid, vec![])
    }
}
