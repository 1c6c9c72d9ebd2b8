//! The one connection to the database, and the settings it relies on.
//!
//! A rollback journal, not a write-ahead log: one flipped bit in a log that was
//! not yet folded in loses acknowledged rows without a word, and the log is lost
//! when the file is copied alone. `synchronous = EXTRA` also makes the removal of
//! the journal durable: without it the last action could be undone by a power
//! cut. Every setting is read back, and the store refuses to run when one did not
//! take: SQLite ignores what it does not know.

use std::fmt::Write as _;
use std::path::Path;
use std::sync::Once;

use rusqlite::config::DbConfig;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags, OptionalExtension};
use zeroize::Zeroizing;

use crate::error::StoreError;
use crate::header::VaultId;
use crate::keys::Key;

/// `Etri`: what `file` and other tools would know our databases by, were they not encrypted.
pub(crate) const APPLICATION: i32 = 0x4574_7269;

/// Each setting, how it is asked for, and what SQLite answers once it is in force.
const SETTINGS: [Setting; 11] = [
    ("journal_mode", "DELETE", "delete"),
    ("synchronous", "EXTRA", "3"),
    ("fullfsync", "ON", "1"),
    ("secure_delete", "ON", "1"),
    ("foreign_keys", "ON", "1"),
    ("temp_store", "MEMORY", "2"),
    ("trusted_schema", "OFF", "0"),
    ("cell_size_check", "ON", "1"),
    ("mmap_size", "0", "0"),
    ("cache_size", "-64000", "-64000"),
    // Locking the memory makes queries four times slower, against a reader of our live memory,
    // who has already won.
    ("cipher_memory_security", "OFF", "0"),
];

/// A database keeps no page it does not use. SQLite writes over such a page without a journal: a power cut in the
/// middle of it leaves a page that no longer answers to the key, and the check of every page cannot tell it from a
/// harmed one.
const NO_FREE_PAGE: Setting = ("auto_vacuum", "FULL", "1");

/// SQLite says it is ready before its cipher is: a second thread opening meanwhile is told that the key was refused.
/// The first to come starts both, the others wait.
static STARTED: Once = Once::new();

type Setting = (&'static str, &'static str, &'static str);

/// Whether the database is already there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Opening {
    /// It has to be: a missing one is never made.
    Existing,
    /// It is made now.
    New,
    /// It has to be, and nothing is written to it.
    ToRead,
}

/// Opens the database with its key and its settings in force.
pub(crate) fn open(path: &Path, opening: Opening, key: &Key, vault: &VaultId) -> Result<Connection, StoreError> {
    let access = match opening {
        Opening::Existing => OpenFlags::SQLITE_OPEN_READ_WRITE,
        Opening::New => OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
        Opening::ToRead => OpenFlags::SQLITE_OPEN_READ_ONLY,
    };
    STARTED.call_once(|| drop(Connection::open_in_memory()));
    let connection = Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    // First of all statements: anything read before the key is read as plain.
    connection.execute_batch(&key_statement(key, vault))?;
    connection.execute_batch("PRAGMA cipher_log_level = NONE")?;
    let _: i64 = connection.query_row("SELECT count(*) FROM sqlite_master", [], |row| row.get(0))?;
    check_encryption(&connection)?;
    set(&connection, &SETTINGS)?;
    if opening == Opening::New {
        set(&connection, &[NO_FREE_PAGE])?;
    }
    if !connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)? {
        return Err(StoreError::SettingRefused { setting: "defensive" });
    }
    connection.set_prepared_statement_cache_capacity(128);
    Ok(connection)
}

/// Refuses a database that another vault, or another program, wrote.
pub(crate) fn check_pairing(connection: &Connection, vault: &VaultId) -> Result<(), StoreError> {
    let application: i32 = connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    if application != APPLICATION {
        return Err(StoreError::NotThisVault);
    }
    let own: Option<Vec<u8>> = connection.query_row("SELECT vault_id FROM vault", [], |row| row.get(0)).optional()?;
    if own.as_deref() == Some(vault.as_slice()) { Ok(()) } else { Err(StoreError::NotThisVault) }
}

fn set(connection: &Connection, settings: &[Setting]) -> Result<(), StoreError> {
    for (setting, asked, answer) in settings {
        connection.execute_batch(&format!("PRAGMA {setting} = {asked}"))?;
        if current(connection, setting)? != *answer {
            return Err(StoreError::SettingRefused { setting });
        }
    }
    Ok(())
}

/// What SQLite answers about a setting, as text; empty when it does not know it.
fn current(connection: &Connection, setting: &str) -> Result<String, StoreError> {
    let answer = connection.query_row(&format!("PRAGMA {setting}"), [], |row| {
        Ok(match row.get_ref(0)? {
            ValueRef::Integer(number) => number.to_string(),
            ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
            ValueRef::Null | ValueRef::Real(_) | ValueRef::Blob(_) => String::new(),
        })
    });
    Ok(answer.optional()?.unwrap_or_default())
}

fn check_encryption(connection: &Connection) -> Result<(), StoreError> {
    if current(connection, "cipher_status")? == "1" { Ok(()) } else { Err(StoreError::NotEncrypted) }
}

/// The key and the salt, given as they are, so that nothing is derived from them again.
fn key_statement(key: &Key, vault: &VaultId) -> Zeroizing<String> {
    let mut statement = Zeroizing::new(String::with_capacity(128));
    statement.push_str("PRAGMA key = \"x'");
    for byte in key.iter().chain(vault) {
        // Writing to a String cannot fail.
        let _ = write!(statement, "{byte:02x}");
    }
    statement.push_str("'\"");
    statement
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_setting_that_did_not_take_stops_the_store() {
        let connection = Connection::open_in_memory().unwrap();
        for setting in
            [("synchronous", "NORMAL", "3"), ("no_such_setting", "ON", "1"), ("journal_mode", "WAL", "delete")]
        {
            let refused = set(&connection, &[setting]);
            assert!(matches!(refused, Err(StoreError::SettingRefused { setting: name }) if name == setting.0));
        }
    }

    #[test]
    fn a_connection_without_a_key_is_not_encrypted() {
        let connection = Connection::open_in_memory().unwrap();
        assert!(matches!(check_encryption(&connection), Err(StoreError::NotEncrypted)));
    }

    /// The folder of the databases that a program of its own opens before anything else, when it is that program.
    const FIRST: &str = "ETRIER_FIRST_DATABASES";
    const AT_ONCE: usize = 8;

    /// Runs only as that program; nothing to test by itself.
    #[test]
    fn opens_before_anything_else() {
        let Some(folder) = std::env::var_os(FIRST).map(std::path::PathBuf::from) else { return };
        let start = std::sync::Barrier::new(AT_ONCE);
        std::thread::scope(|scope| {
            for number in 0..AT_ONCE {
                let (start, path) = (&start, folder.join(number.to_string()));
                scope.spawn(move || {
                    start.wait();
                    open(&path, Opening::New, &Key::new([7; 32]), &[9; 16]).unwrap();
                });
            }
        });
    }

    #[test]
    fn the_first_databases_of_a_program_open_though_they_come_before_its_cipher() {
        let own = std::env::current_exe().unwrap();
        let opened = (0..60).filter(|_| {
            let folder = tempfile::tempdir().unwrap();
            let mut program = std::process::Command::new(&own);
            program.args(["--exact", "connection::tests::opens_before_anything_else"]).env(FIRST, folder.path());
            program.output().unwrap().status.success()
        });
        assert_eq!(opened.count(), 60);
    }
}
