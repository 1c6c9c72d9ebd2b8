//! What could happen to a dossier and what is planned for it, in the order the
//! points were entered, which is that of their numbers.

use domain::assessment::{WatchPoint, WatchPointId};
use domain::dossier::DossierId;

use crate::access::{Reader, Writer};
use crate::columns::Columns;
use crate::error::StoreError;

pub(crate) const TABLE: &str = "
CREATE TABLE watch_point (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier INTEGER NOT NULL REFERENCES dossier (id),
  risk TEXT NOT NULL,
  answer TEXT NOT NULL
) STRICT;
CREATE INDEX watch_point_dossier ON watch_point (dossier);
";

const NAME: &str = "watch_point";

impl Reader<'_> {
    /// The watch points of a dossier, in the order they were entered.
    pub fn watch_points(&self, dossier: DossierId) -> Result<Vec<WatchPoint>, StoreError> {
        let sql = "SELECT id, risk, answer FROM watch_point WHERE dossier = ?1 ORDER BY id";
        self.rows(NAME, sql, [dossier.0], read)
    }
}

impl Writer<'_> {
    /// Adds a watch point and gives its number; the number that `point` has does not count.
    pub fn insert_watch_point(&self, dossier: DossierId, point: &WatchPoint) -> Result<WatchPointId, StoreError> {
        let id = self.insert(
            "INSERT INTO watch_point (dossier, risk, answer) VALUES (?1, ?2, ?3)",
            (dossier.0, point.risk.as_str(), point.answer.as_str()),
        )?;
        Ok(WatchPointId(id))
    }

    /// Changes the watch point of that number. Errors: the dossier has no such point.
    pub fn update_watch_point(&self, dossier: DossierId, point: &WatchPoint) -> Result<(), StoreError> {
        self.change_one(
            NAME,
            point.id.0,
            "UPDATE watch_point SET risk = ?1, answer = ?2 WHERE id = ?3 AND dossier = ?4",
            (point.risk.as_str(), point.answer.as_str(), point.id.0, dossier.0),
        )
    }

    /// Takes a watch point out. Errors: the dossier has no such point.
    pub fn delete_watch_point(&self, dossier: DossierId, point: WatchPointId) -> Result<(), StoreError> {
        let sql = "DELETE FROM watch_point WHERE id = ?1 AND dossier = ?2";
        self.change_one(NAME, point.0, sql, (point.0, dossier.0))
    }
}

fn read(columns: &Columns<'_>) -> Result<WatchPoint, StoreError> {
    Ok(WatchPoint { id: WatchPointId(columns.integer(0)?), risk: columns.line(1)?, answer: columns.line(2)? })
}
