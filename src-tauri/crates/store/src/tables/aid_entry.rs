//! The office's directory of aids, in the order they were entered.

use domain::partner::{AidEntry, AidEntryId};

use crate::access::{Reader, Writer};
use crate::columns::{Columns, write_day};
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

const NAME: &str = "aid_entry";

impl Reader<'_> {
    /// Every aid of the directory, retired ones included.
    pub fn aid_entries(&self) -> Result<Vec<AidEntry>, StoreError> {
        let all = "SELECT id, name, provider, what_for, contact, conditions, checked_on, retired FROM aid_entry
                   ORDER BY id";
        self.rows(NAME, all, (), read)
    }
}

impl Writer<'_> {
    /// Adds an aid and gives its number; the number that `aid` has does not count.
    pub fn insert_aid_entry(&self, aid: &AidEntry) -> Result<AidEntryId, StoreError> {
        let id = self.insert(
            "INSERT INTO aid_entry (name, provider, what_for, contact, conditions, checked_on, retired)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            write(aid),
        )?;
        Ok(AidEntryId(id))
    }

    /// Changes the aid of that number. Errors: there is no such aid.
    pub fn update_aid_entry(&self, aid: &AidEntry) -> Result<(), StoreError> {
        let sql = format!(
            "UPDATE aid_entry SET name = ?1, provider = ?2, what_for = ?3, contact = ?4, conditions = ?5,
                    checked_on = ?6, retired = ?7 WHERE id = {}",
            aid.id.0
        );
        self.change_one(NAME, aid.id.0, &sql, write(aid))
    }
}

fn read(columns: &Columns<'_>) -> Result<AidEntry, StoreError> {
    Ok(AidEntry {
        id: AidEntryId(columns.integer(0)?),
        name: columns.line(1)?,
        provider: columns.line(2)?,
        what_for: columns.line(3)?,
        contact: columns.line(4)?,
        conditions: columns.line(5)?,
        checked_on: columns.day(6)?,
        retired: columns.integer(7)? == 1,
    })
}

fn write(aid: &AidEntry) -> impl rusqlite::Params {
    (
        aid.name.as_str(),
        aid.provider.as_str(),
        aid.what_for.as_str(),
        aid.contact.as_str(),
        aid.conditions.as_str(),
        write_day(aid.checked_on),
        aid.retired,
    )
}
