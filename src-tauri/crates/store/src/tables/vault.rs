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

/// Names the vault a new database belongs to.
pub(crate) fn name(connection: &Connection, vault: &VaultId, now: DateTime<Utc>) -> Result<(), StoreError> {
    connection.execute(
        "INSERT INTO vault (id, vault_id, app, created_at) VALUES (1, ?1, ?2, ?3)",
        (vault, env!("CARGO_PKG_VERSION"), write_moment(now)),
    )?;
    Ok(())
}

/// Notes the version of Étrier that gave the database its present shape.
pub(crate) fn note_version(connection: &Connection) -> Result<(), StoreError> {
    connection.execute("UPDATE vault SET app = ?1", [env!("CARGO_PKG_VERSION")])?;
    Ok(())
}

/// The version of Étrier that gave the database its present shape.
pub(crate) fn version(connection: &Connection) -> Result<String, StoreError> {
    Ok(connection.query_row("SELECT app FROM vault", [], |row| row.get(0))?)
}
