//! The resolutions of the board, the latest first.

use domain::resolution::{Resolution, ResolutionId};

use crate::access::{Reader, Writer};
use crate::columns::{Columns, write_day};
use crate::error::StoreError;

pub(crate) const TABLE: &str = "
CREATE TABLE resolution (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  number TEXT NOT NULL CHECK (number <> ''),
  decided_on TEXT NOT NULL,
  subject TEXT NOT NULL CHECK (subject <> ''),
  extract TEXT NOT NULL,
  file TEXT NOT NULL
) STRICT;
";

const NAME: &str = "resolution";

impl Reader<'_> {
    /// Every resolution, the latest first.
    pub fn resolutions(&self) -> Result<Vec<Resolution>, StoreError> {
        let all = "SELECT id, number, decided_on, subject, extract, file FROM resolution
                   ORDER BY decided_on DESC, id DESC";
        self.rows(NAME, all, (), read)
    }
}

impl Writer<'_> {
    /// Adds a resolution and gives its number in the store; the one that `resolution` has does not count.
    pub fn insert_resolution(&self, resolution: &Resolution) -> Result<ResolutionId, StoreError> {
        let id = self.insert(
            "INSERT INTO resolution (number, decided_on, subject, extract, file) VALUES (?1, ?2, ?3, ?4, ?5)",
            write(resolution),
        )?;
        Ok(ResolutionId(id))
    }

    /// Changes a resolution. Errors: there is no such resolution.
    pub fn update_resolution(&self, resolution: &Resolution) -> Result<(), StoreError> {
        let sql = format!(
            "UPDATE resolution SET number = ?1, decided_on = ?2, subject = ?3, extract = ?4, file = ?5 WHERE id = {}",
            resolution.id.0
        );
        self.change_one(NAME, resolution.id.0, &sql, write(resolution))
    }

    /// Takes a resolution out. Errors: there is no such resolution.
    pub fn delete_resolution(&self, id: ResolutionId) -> Result<(), StoreError> {
        self.change_one(NAME, id.0, "DELETE FROM resolution WHERE id = ?1", [id.0])
    }
}

fn read(columns: &Columns<'_>) -> Result<Resolution, StoreError> {
    Ok(Resolution {
        id: ResolutionId(columns.integer(0)?),
        number: columns.line(1)?,
        decided_on: columns.day(2)?,
        subject: columns.line(3)?,
        extract: columns.prose(4)?,
        file: columns.line(5)?,
    })
}

fn write(resolution: &Resolution) -> impl rusqlite::Params {
    (
        resolution.number.as_str(),
        write_day(resolution.decided_on),
        resolution.subject.as_str(),
        resolution.extract.as_str(),
        resolution.file.as_str(),
    )
}
