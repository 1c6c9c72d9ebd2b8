//! How many rows each table has, whatever its table: what a copy is compared by.

use std::collections::BTreeMap;

use rusqlite::Connection;

use crate::access::Reader;
use crate::error::StoreError;

/// The rows of each table, those of the search and of SQLite itself left out.
pub(crate) fn rows_of_tables(connection: &Connection) -> Result<BTreeMap<String, u64>, StoreError> {
    let names = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'
                 AND name NOT LIKE 'dossier_search%' ORDER BY name";
    let mut statement = connection.prepare(names)?;
    let names: Vec<String> = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let mut rows = BTreeMap::new();
    for name in names {
        let count: i64 = connection.query_row(&format!("SELECT count(*) FROM \"{name}\""), [], |row| row.get(0))?;
        rows.insert(name, u64::try_from(count).unwrap_or_default());
    }
    Ok(rows)
}

impl Reader<'_> {
    /// The last number that was given to a dossier; zero before the first.
    pub(crate) fn last_dossier(&self) -> Result<i64, StoreError> {
        self.number("SELECT seq FROM sqlite_sequence WHERE name = 'dossier'", ())
    }
}
