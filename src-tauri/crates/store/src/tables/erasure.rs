//! The register of erasures, and what the bilans keep of those erased.
//!
//! A line of the register is what its certificate prints: days, counts, references, a reason, no name.
//! A past row is a row of the bilans that no longer names its dossier.

use domain::dossier::DossierId;
use domain::person::PersonId;
use domain::report::ReportRow;
use domain::retention::Erasure;
use domain::words::folded;

use super::undo::Tracked;
use crate::access::{Reader, Writer};
use crate::columns::{Columns, Json};
use crate::error::StoreError;

pub(crate) const TABLE: &str = "
CREATE TABLE erasure (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  number TEXT NOT NULL UNIQUE CHECK (number <> ''),
  erased_at TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
CREATE TABLE past_row (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
";

const NAME: &str = "erasure";
const PAST: &str = "past_row";

impl Reader<'_> {
    /// The register of erasures, the last one first.
    pub fn erasures(&self) -> Result<Vec<Erasure>, StoreError> {
        let body = |columns: &Columns<'_>| columns.get("body").map(|Json(erasure)| erasure);
        self.rows(NAME, "SELECT id, body FROM erasure ORDER BY id DESC", (), body)
    }

    /// What the bilans keep of dossiers that were erased. They have no number of their own: each is given one below
    /// zero, so that none is taken for another.
    pub fn past_rows(&self) -> Result<Vec<ReportRow>, StoreError> {
        self.rows(PAST, "SELECT id, body FROM past_row ORDER BY id", (), |columns| {
            let Json(row) = columns.get::<Json<ReportRow>>("body")?;
            Ok(ReportRow { dossier: DossierId(columns.get::<i64>("id")?.saturating_neg()), ..row })
        })
    }

    /// The number the next erasure of a year would have: `2026-03`.
    pub(crate) fn next_erasure(&self, year: i32) -> Result<String, StoreError> {
        let last = "SELECT max(CAST(substr(number, 6) AS INTEGER)) FROM erasure WHERE number LIKE ?1";
        let last = self.row(NAME, last, [format!("{year:04}-%")], |columns| columns.first::<Option<i64>>())?.flatten();
        Ok(format!("{year:04}-{:02}", last.unwrap_or_default().saturating_add(1)))
    }

    /// How many rows of a table are about a dossier.
    pub(crate) fn rows_about(&self, table: &Tracked, dossier: DossierId) -> Result<u64, StoreError> {
        let about = format!("SELECT count(*) FROM {} WHERE {} = ?1", table.name, table.dossier_of_row());
        Ok(self.number(&about, [dossier.0])?.try_into().unwrap_or_default())
    }

    /// How many lines of the journal name a dossier by its number.
    pub(crate) fn journal_lines_about(&self, dossier: DossierId) -> Result<u64, StoreError> {
        let about = self.number("SELECT count(*) FROM access_journal WHERE dossier = ?1", [dossier.0])?;
        Ok(about.try_into().unwrap_or_default())
    }
}

impl Writer<'_> {
    /// Takes out every row about a dossier, in every table that undo follows and in what follows from them; says how
    /// many went. Undo must have let go before.
    pub(crate) fn erase_rows(&self, tracked: &[Tracked], dossier: DossierId) -> Result<u64, StoreError> {
        self.run("PRAGMA defer_foreign_keys = ON")?;
        self.put_line(dossier, None)?;
        self.put_report_row(dossier, None)?;
        self.change("DELETE FROM draft WHERE dossier = ?1", [dossier.0])?;
        let mut gone = 0_usize;
        for table in tracked.iter().rev().filter(|table| table.is_of_a_dossier()) {
            let about = format!("DELETE FROM {} WHERE {} = ?1", table.name, table.dossier_of_row());
            gone = gone.saturating_add(self.change(&about, [dossier.0])?);
        }
        Ok(u64::try_from(gone).unwrap_or(u64::MAX))
    }

    /// Takes out a person who has no dossier left; says whether they went.
    pub(crate) fn erase_person(&self, person: PersonId) -> Result<bool, StoreError> {
        let apart = "DELETE FROM told_apart WHERE person = ?1 AND NOT EXISTS (SELECT 1 FROM dossier WHERE person = ?1)";
        self.change(apart, [person.0])?;
        let alone = "DELETE FROM person WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM dossier WHERE person = ?1)";
        Ok(self.change(alone, [person.0])? > 0)
    }

    /// Drops the forms of no dossier in which these words were typed.
    pub(crate) fn drop_drafts_with(&self, words: &str) -> Result<(), StoreError> {
        let words = letters(words);
        let body = |columns: &Columns<'_>| Ok((columns.get::<i64>("id")?, columns.get::<String>("body")?));
        let drafts = self.rows("draft", "SELECT id, body FROM draft WHERE dossier IS NULL", (), body)?;
        for (id, _) in drafts.iter().filter(|(_, body)| letters(body).contains(&words)) {
            self.change("DELETE FROM draft WHERE id = ?1", [id])?;
        }
        Ok(())
    }

    /// Keeps what the bilans count of a dossier, without its number.
    pub(crate) fn keep_past_row(&self, row: &ReportRow) -> Result<(), StoreError> {
        let row = ReportRow { dossier: DossierId(0), ..row.clone() };
        self.insert_values(PAST, values! { body: Json(row) }).map(drop)
    }

    /// Adds a line to the register of erasures.
    pub(crate) fn register_erasure(&self, erasure: &Erasure) -> Result<(), StoreError> {
        let values = values! { number: erasure.number, erased_at: erasure.erased_at, body: Json(erasure.clone()) };
        self.insert_values(NAME, values).map(drop)
    }
}

/// A text without capitals, accents or signs: the lower case of SQLite leaves « É » as it is, and a name is typed with
/// or without its hyphens.
fn letters(text: &str) -> String {
    let plain = folded(text).replace(|sign: char| !sign.is_alphanumeric(), " ");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}
