//! The numbers of references: one count for each year, outside of undo, so that a
//! number once taken is never given again.

use crate::access::{Reader, Writer};
use crate::error::StoreError;

pub(crate) const TABLE: &str = "
CREATE TABLE reference_number (
  year INTEGER PRIMARY KEY,
  last INTEGER NOT NULL CHECK (last > 0)
) STRICT;
";

const NAME: &str = "reference_number";

impl Reader<'_> {
    /// The number the next dossier of a year would take.
    pub fn next_number(&self, year: i32) -> Result<u32, StoreError> {
        let sql = "SELECT last FROM reference_number WHERE year = ?1";
        let last = self.row(NAME, sql, [year], |columns| columns.first::<u32>())?;
        Ok(last.unwrap_or_default().saturating_add(1))
    }

    /// Whether a reference was given to a dossier of that year or of one before.
    pub fn has_dossier_by(&self, year: i32) -> Result<bool, StoreError> {
        Ok(self.number("SELECT EXISTS (SELECT 1 FROM reference_number WHERE year <= ?1)", [year])? == 1)
    }
}

impl Writer<'_> {
    /// Takes the next number of a year; nobody takes it again, even once the action is undone.
    pub fn take_number(&self, year: i32) -> Result<u32, StoreError> {
        let number = self.next_number(year)?;
        self.upsert(NAME, values! { year: i64::from(year) }, values! { last: number })?;
        Ok(number)
    }
}
