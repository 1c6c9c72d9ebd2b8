//! Whether the database is whole: at each opening, and in full when asked.
//!
//! Two checks, because neither sees everything: SQLCipher's sees every page whose
//! bytes changed and a file cut within a page; SQLite's sees pages that are each
//! sound but do not belong together.

use rusqlite::Connection;

use crate::error::StoreError;

/// How SQLCipher begins to say that a page could not be read.
const UNREAD: &str = "error reading ";

/// Every page answers to the key. After a failure the connection is closed, never used again.
pub(crate) fn check_pages(connection: &Connection) -> Result<(), StoreError> {
    none("pages", pages(connection)?)
}

/// The structure of tables and indexes, without comparing indexes to their rows.
pub(crate) fn check_quickly(connection: &Connection) -> Result<(), StoreError> {
    none("structure", beside_ok(answers(connection, "PRAGMA quick_check")?))
}

/// The structure, indexes against rows, foreign keys.
pub(crate) fn check_structure(connection: &Connection) -> Result<(), StoreError> {
    none("structure", structure(connection)?)?;
    none("links", links(connection)?)
}

/// What SQLite finds wrong with the structure.
pub(crate) fn structure(connection: &Connection) -> Result<Vec<String>, StoreError> {
    Ok(beside_ok(answers(connection, "PRAGMA integrity_check")?))
}

/// What SQLCipher finds wrong with the pages. Errors: the disk did not give one of them, which is no damage of ours.
pub(crate) fn pages(connection: &Connection) -> Result<Vec<String>, StoreError> {
    let found = answers(connection, "PRAGMA cipher_integrity_check")?;
    match found.iter().find(|line| line.starts_with(UNREAD)) {
        Some(line) => Err(StoreError::DiskFailed(line.clone().into())),
        None => Ok(found),
    }
}

/// Rows whose parent is missing, as the names of their tables.
pub(crate) fn links(connection: &Connection) -> Result<Vec<String>, StoreError> {
    answers(connection, "PRAGMA foreign_key_check")
}

fn none(check: &str, found: Vec<String>) -> Result<(), StoreError> {
    match found.into_iter().next() {
        None => Ok(()),
        Some(first) => Err(StoreError::damaged(format!("{check}: {first}"))),
    }
}

fn beside_ok(mut answers: Vec<String>) -> Vec<String> {
    answers.retain(|answer| answer != "ok");
    answers
}

fn answers(connection: &Connection, pragma: &str) -> Result<Vec<String>, StoreError> {
    let mut statement = connection.prepare(pragma)?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(row.get(0)?);
    }
    Ok(found)
}
