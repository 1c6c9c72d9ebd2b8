//! Time spent without a dossier: meetings, training, partners.

use chrono::NaiveDate;
use domain::line::Line;
use domain::settings::ListKey;

use crate::access::{Reader, Writer};
use crate::error::StoreError;

pub(crate) const TABLE: &str = "
CREATE TABLE work_time (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  on_date TEXT NOT NULL,
  kind TEXT NOT NULL,
  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
  note TEXT NOT NULL
) STRICT;
CREATE INDEX work_time_day ON work_time (on_date);
";

/// The kind, in the list, of a call of somebody who gave no name: the bilan counts them.
pub const UNNAMED_CALL: &str = "unnamed_call";

/// Time spent without a dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkTime {
    /// Its number; none before it is recorded.
    pub id: i64,
    /// Its day.
    pub on: NaiveDate,
    /// On what: an entry of that list.
    pub kind: ListKey,
    /// How long, in minutes.
    pub minutes: u32,
    /// What for, in words.
    pub note: Line,
}

row! { "work_time": WorkTime [id] { on = "on_date", kind, minutes, note } }

impl Reader<'_> {
    /// The last times that were noted, the newest day first, at most so many.
    pub fn last_work_times(&self, limit: u32) -> Result<Vec<WorkTime>, StoreError> {
        self.select("ORDER BY on_date DESC, id DESC LIMIT ?1", [limit])
    }

    /// The day of each call of somebody who gave no name.
    pub fn unnamed_calls(&self) -> Result<Vec<NaiveDate>, StoreError> {
        let days = "SELECT on_date FROM work_time WHERE kind = ?1 ORDER BY on_date";
        self.rows("work_time", days, [UNNAMED_CALL], |columns| columns.get("on_date"))
    }

    /// Each day with time spent without a dossier, and its minutes.
    pub fn work_minutes(&self) -> Result<Vec<(NaiveDate, u32)>, StoreError> {
        let days = "SELECT on_date, sum(minutes) AS minutes FROM work_time GROUP BY on_date ORDER BY on_date";
        self.rows("work_time", days, (), |columns| Ok((columns.get("on_date")?, columns.get("minutes")?)))
    }
}

impl Writer<'_> {
    /// Notes time spent and gives its number.
    pub fn insert_work_time(&self, spent: &WorkTime) -> Result<i64, StoreError> {
        self.insert_row(spent, vec![])
    }

    /// Takes noted time out. Errors: there is none of that number.
    pub fn delete_work_time(&self, id: i64) -> Result<(), StoreError> {
        self.delete_row::<WorkTime>(id, vec![])
    }
}
