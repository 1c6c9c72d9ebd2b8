//! How many rows each table has, whatever its table: what a copy is compared by.

use std::collections::BTreeMap;

use domain::dossier::DossierId;
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
    /// How many erasures there were.
    pub(crate) fn count_erasures(&self) -> Result<u64, StoreError> {
        Ok(u64::try_from(self.number("SELECT count(*) FROM erasure", ())?).unwrap_or_default())
    }

    /// The dossiers created after a number was given, with their references.
    pub(crate) fn references_after(&self, last: i64) -> Result<Vec<(DossierId, String)>, StoreError> {
        let created = "SELECT dossier, reference FROM dossier_line WHERE dossier > ?1 ORDER BY dossier";
        self.rows("dossier_line", created, [last], |columns| Ok((columns.get("dossier")?, columns.get("reference")?)))
    }

    /// The dossiers that an action changed after a line of the journal.
    pub(crate) fn dossiers_changed_after(&self, seq: i64) -> Result<Vec<DossierId>, StoreError> {
        let changed = "SELECT DISTINCT j.dossier FROM access_journal j JOIN dossier d ON d.id = j.dossier
                       WHERE j.seq > ?1 AND (j.fields <> '' OR j.call IN ('undo', 'redo'))";
        self.rows("access_journal", changed, [seq], |columns| columns.first())
    }

    /// Whether an action changed anything after a line of the journal; what was only shown or opened changed nothing.
    pub(crate) fn has_changed_after(&self, seq: i64) -> Result<bool, StoreError> {
        let changed =
            "SELECT count(*) FROM access_journal WHERE seq > ?1 AND call NOT IN ('unlock', 'unlock_with_code')
                       AND (fields <> '' OR call IN ('undo', 'redo'))";
        Ok(self.number(changed, [seq])? > 0)
    }

    /// The last number that was given to a dossier; zero before the first.
    pub(crate) fn last_dossier(&self) -> Result<i64, StoreError> {
        self.number("SELECT seq FROM sqlite_sequence WHERE name = 'dossier'", ())
    }

    /// How many scanned documents there are.
    pub fn count_pieces(&self) -> Result<u64, StoreError> {
        Ok(self.number("SELECT count(*) FROM attachment", ())?.try_into().unwrap_or_default())
    }
}
