//! The one row that pairs the database with its header.

use chrono::{DateTime, Utc};
use rusqlite::Connection;

use crate::columns::write_moment;
use crate::error::StoreError;
use crate::header::VaultId;

pub(crate) const TABLE: &str = "
CREATE TABLE vault (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  vault_id BLOB NOT NULL CHECK (length(vault_id) = 16),
  app TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
";

/// The version of this Étrier.
pub(crate) const OWN_VERSION: &str = env!("CARGO_PKG_VERSION");

/// Names the vault a new database belongs to.
pub(crate) fn name(connection: &Connection, vault: &VaultId, now: DateTime<Utc>) -> Result<(), StoreError> {
    connection.execute(
        "INSERT INTO vault (id, vault_id, app, created_at) VALUES (1, ?1, ?2, ?3)",
        (vault, OWN_VERSION, write_moment(now)),
    )?;
    Ok(())
}

/// Notes the version of Étrier that gave the database its present shape.
pub(crate) fn note_version(connection: &Connection) -> Result<(), StoreError> {
    connection.execute("UPDATE vault SET app = ?1", [OWN_VERSION])?;
    Ok(())
}

/// The version of Étrier that last brought the database up to date.
pub(crate) fn version(connection: &Connection) -> Result<String, StoreError> {
    Ok(connection.query_row("SELECT app FROM vault", [], |row| row.get(0))?)
}
