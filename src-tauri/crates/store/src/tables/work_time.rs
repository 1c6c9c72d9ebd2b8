//! Time spent without a dossier: meetings, training, partners.

use chrono::NaiveDate;
use domain::line::Line;
use domain::settings::ListKey;

use crate::access::{Reader, Writer};
use crate::columns::{Columns, write_day};
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

const NAME: &str = "work_time";

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

impl Reader<'_> {
    /// The last times that were noted, the newest day first, at most so many.
    pub fn last_work_times(&self, limit: u32) -> Result<Vec<WorkTime>, StoreError> {
        let last = "SELECT id, on_date, kind, minutes, note FROM work_time ORDER BY on_date DESC, id DESC LIMIT ?1";
        self.rows(NAME, last, [limit], read)
    }

    /// Each day with time spent without a dossier, and its minutes.
    pub fn work_minutes(&self) -> Result<Vec<(NaiveDate, u32)>, StoreError> {
        let days = "SELECT on_date, sum(minutes) FROM work_time GROUP BY on_date ORDER BY on_date";
        self.rows(NAME, days, (), |columns| Ok((columns.day(0)?, columns.count(1)?)))
    }
}

impl Writer<'_> {
    /// Notes time spent and gives its number.
    pub fn insert_work_time(&self, spent: &WorkTime) -> Result<i64, StoreError> {
        self.insert(
            "INSERT INTO work_time (on_date, kind, minutes, note) VALUES (?1, ?2, ?3, ?4)",
            (write_day(spent.on), spent.kind.as_str(), spent.minutes, spent.note.as_str()),
        )
    }

    /// Takes noted time out. Errors: there is none of that number.
    pub fn delete_work_time(&self, id: i64) -> Result<(), StoreError> {
        self.change_one(NAME, id, "DELETE FROM work_time WHERE id = ?1", [id])
    }
}

fn read(columns: &Columns<'_>) -> Result<WorkTime, StoreError> {
    Ok(WorkTime {
        id: columns.integer(0)?,
        on: columns.day(1)?,
        kind: columns.key(2)?,
        minutes: columns.count(3)?,
        note: columns.line(4)?,
    })
}
