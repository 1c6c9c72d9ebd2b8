//! What is known of the secrets and of where copies go outside the computer: one row, outside of history
//! and undo.

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::Connection;

use crate::access::{Reader, Writer};
use crate::columns::write_day;
use crate::error::StoreError;

pub(crate) const TABLE: &str = "
CREATE TABLE safety (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  passphrase_set_on TEXT,
  code_made_on TEXT,
  code_proved_on TEXT,
  copy_place TEXT,
  copy_volume TEXT
) STRICT;
INSERT INTO safety (id) VALUES (1);
";

/// The header in force, and the one that comes while a secret changes: what the database knows them by.
pub(crate) const HEADERS: &str = "
ALTER TABLE safety ADD COLUMN header TEXT;
ALTER TABLE safety ADD COLUMN next_header TEXT;
";

/// What the database knows of the header in force.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct KnownHeaders {
    /// The one in force; nothing before it was first noted.
    pub current: Option<String>,
    /// The one that comes, while a secret changes.
    pub next: Option<String>,
}

/// Notes the day the first secrets were made, and the code copied back.
pub(crate) fn begin(connection: &Connection, now: DateTime<Utc>) -> Result<(), StoreError> {
    connection.execute(
        "UPDATE safety SET passphrase_set_on = ?1, code_made_on = ?1, code_proved_on = ?1",
        [write_day(now.date_naive())],
    )?;
    Ok(())
}

/// Since when each way in is what it is, and when the recovery code was last seen to open the office.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SecretDays {
    /// The day the passphrase was chosen.
    pub passphrase_set_on: Option<NaiveDate>,
    /// The day the recovery code was drawn.
    pub code_made_on: Option<NaiveDate>,
    /// The day the recovery code was last copied back or tried.
    pub code_proved_on: Option<NaiveDate>,
}

impl Reader<'_> {
    /// Since when each way in is what it is.
    pub fn secret_days(&self) -> Result<SecretDays, StoreError> {
        let sql = "SELECT id, passphrase_set_on, code_made_on, code_proved_on FROM safety";
        let days = self.row("safety", sql, (), |columns| {
            Ok(SecretDays {
                passphrase_set_on: columns.get("passphrase_set_on")?,
                code_made_on: columns.get("code_made_on")?,
                code_proved_on: columns.get("code_proved_on")?,
            })
        })?;
        Ok(days.unwrap_or_default())
    }
}

impl Reader<'_> {
    /// What is known of the header in force.
    pub(crate) fn known_headers(&self) -> Result<KnownHeaders, StoreError> {
        let known = self.row("safety", "SELECT id, header, next_header FROM safety", (), |columns| {
            Ok(KnownHeaders { current: columns.get("header")?, next: columns.get("next_header")? })
        })?;
        Ok(known.unwrap_or_default())
    }
}

impl Writer<'_> {
    /// Notes the header in force, and the one that comes.
    pub(crate) fn note_headers(&self, KnownHeaders { current, next }: &KnownHeaders) -> Result<(), StoreError> {
        self.change("UPDATE safety SET header = ?1, next_header = ?2", (current, next)).map(drop)
    }

    /// Notes since when each way in is what it is.
    pub(crate) fn note_secret_days(&self, days: &SecretDays) -> Result<(), StoreError> {
        let SecretDays { passphrase_set_on, code_made_on, code_proved_on } = *days;
        self.change(
            "UPDATE safety SET passphrase_set_on = ?1, code_made_on = ?2, code_proved_on = ?3",
            [passphrase_set_on, code_made_on, code_proved_on].map(|day| day.map(write_day)),
        )?;
        Ok(())
    }
}
