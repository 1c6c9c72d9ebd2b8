//! What is known of the secrets and of where copies go outside the computer: one row, outside of history
//! and undo.

use chrono::{DateTime, Utc};
use rusqlite::Connection;

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
INSERT INTO safety (id, passphrase_set_on, code_made_on, code_proved_on)
VALUES (1, (SELECT substr(created_at, 1, 10) FROM vault), (SELECT substr(created_at, 1, 10) FROM vault),
        (SELECT substr(created_at, 1, 10) FROM vault));
";

/// Notes the day the first secrets were made, and the code copied back.
pub(crate) fn begin(connection: &Connection, now: DateTime<Utc>) -> Result<(), StoreError> {
    connection.execute(
        "UPDATE safety SET passphrase_set_on = ?1, code_made_on = ?1, code_proved_on = ?1",
        [write_day(now.date_naive())],
    )?;
    Ok(())
}
