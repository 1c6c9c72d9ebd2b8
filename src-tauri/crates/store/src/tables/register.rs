//! Registers that were taken over: which file, how its columns were read, and what each of its lines made.
//!
//! What an import made is what undoing it takes out: the dossiers it created, the facts it added to others and the
//! fields of people it filled in. The rows of a dossier go with it.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::dossier::{DossierId, FactId};
use domain::register::KnownBorrower;

use crate::access::{Reader, Writer};
use crate::error::StoreError;
use crate::row::Row;

pub(crate) const TABLE: &str = "
CREATE TABLE register_import (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  made_at TEXT NOT NULL,
  file TEXT NOT NULL,
  headings TEXT NOT NULL,
  mapping TEXT NOT NULL CHECK (json_valid(mapping)),
  journal INTEGER NOT NULL,
  undone INTEGER NOT NULL CHECK (undone IN (0, 1))
) STRICT;
CREATE TABLE register_line (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  import INTEGER NOT NULL REFERENCES register_import (id),
  dossier INTEGER NOT NULL REFERENCES dossier (id),
  line INTEGER NOT NULL,
  created INTEGER NOT NULL CHECK (created IN (0, 1)),
  fact INTEGER,
  filled TEXT NOT NULL
) STRICT;
CREATE INDEX register_line_import ON register_line (import);
CREATE INDEX register_line_dossier ON register_line (dossier);
";

/// The open dossiers an import created whose loan its register says repaid, with the import: `l.import`, `l.dossier`.
pub(crate) const REPAID: &str = "
  FROM dossier_line d CROSS JOIN register_line l ON l.dossier = d.dossier AND l.created = 1
  WHERE d.stage = 'ending' AND d.archived = 0 AND EXISTS (
    SELECT 1 FROM fact f, register_import i
    WHERE i.id = l.import AND f.dossier = l.dossier AND f.kind = 'noted' AND f.body ->> '$.event' = 'loan_repaid'
      AND f.on_date <= substr(i.made_at, 1, 10))";

const LINE: &str = "register_line";

/// An import of a register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterImport {
    /// Its number; what has one in a new row does not count.
    pub id: i64,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// The name of the file.
    pub file: String,
    /// The headings of its columns, as one text.
    pub headings: String,
    /// How they were read, as JSON.
    pub mapping: String,
    /// The last line of the journal before it.
    pub journal: i64,
    /// Whether it was undone since.
    pub undone: bool,
}

/// What a line of a register made in a dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterLine {
    /// The dossier.
    pub dossier: DossierId,
    /// The line of the file, from one.
    pub line: u32,
    /// Whether it created the dossier.
    pub created: bool,
    /// The fact it added, to a dossier that was there.
    pub fact: Option<FactId>,
    /// The fields of the person it filled in, to a dossier that was there, separated by commas.
    pub filled: String,
}

row! { "register_import": RegisterImport [id] { made_at, file, headings, mapping, journal, undone } }
row! { "register_line": RegisterLine { dossier, line, created, fact, filled } }

impl Reader<'_> {
    /// Every import, the last one first.
    pub fn register_imports(&self) -> Result<Vec<RegisterImport>, StoreError> {
        self.select("ORDER BY id DESC", ())
    }

    /// What an import made, in the order it made it.
    pub fn register_lines(&self, import: i64) -> Result<Vec<RegisterLine>, StoreError> {
        self.select("WHERE import = ?1 ORDER BY id", [import])
    }

    /// The open dossiers imports created whose loan their register says repaid, each with its import.
    pub fn repaid_in_registers(&self) -> Result<Vec<(i64, DossierId)>, StoreError> {
        let all = format!("SELECT l.import, l.dossier {REPAID} ORDER BY l.import, l.dossier");
        self.rows(LINE, &all, (), |columns| Ok((columns.get("import")?, columns.get("dossier")?)))
    }

    /// The last line of the journal.
    pub fn last_journal_line(&self) -> Result<i64, StoreError> {
        self.number("SELECT coalesce(max(seq), 0) FROM access_journal", ())
    }

    /// The dossiers something was changed in after a line of the journal, of those an import touched; and those another
    /// import added to since.
    pub fn changed_since_import(&self, import: i64) -> Result<Vec<DossierId>, StoreError> {
        let changed = "SELECT DISTINCT dossier FROM register_line WHERE import = ?1 AND (
                         dossier IN (SELECT j.dossier FROM access_journal j
                                     WHERE j.seq > (SELECT journal FROM register_import WHERE id = ?1)
                                     AND j.dossier IS NOT NULL AND j.fields <> '')
                         OR dossier IN (SELECT o.dossier FROM register_line o WHERE o.import > ?1))
                       ORDER BY dossier";
        self.rows(LINE, changed, [import], |columns| columns.first())
    }

    /// Everyone the office knows, once for each of their dossiers.
    pub fn known_borrowers(&self) -> Result<Vec<KnownBorrower>, StoreError> {
        let all = "SELECT d.id, d.person, d.reference, p.last_name, p.birth_name, p.first_name, p.born_on, p.phone
                   FROM dossier d JOIN person p ON p.id = d.person ORDER BY d.id";
        self.rows("dossier", all, (), |columns| {
            Ok(KnownBorrower {
                dossier: columns.get("id")?,
                person: columns.get("person")?,
                reference: columns.get("reference")?,
                last_name: columns.get("last_name")?,
                birth_name: columns.get("birth_name")?,
                first_name: columns.get("first_name")?,
                born_on: columns.get("born_on")?,
                phone: columns.get::<Option<_>>("phone")?.unwrap_or_default(),
            })
        })
    }
}

impl Writer<'_> {
    /// Keeps an import, and gives its number.
    pub fn insert_register_import(&self, import: &RegisterImport) -> Result<i64, StoreError> {
        self.insert_row(import, vec![])
    }

    /// Keeps what a line of an import made.
    pub fn insert_register_line(&self, import: i64, line: &RegisterLine) -> Result<(), StoreError> {
        self.insert_row(line, values! { import: import }).map(drop)
    }

    /// Says that an import was undone.
    pub fn close_register_import(&self, import: i64) -> Result<(), StoreError> {
        self.change("DELETE FROM register_line WHERE import = ?1", [import])?;
        self.update_values(RegisterImport::TABLE, import, values! { undone: true }, vec![])
    }

    /// Takes out facts an import added.
    pub fn take_out_facts(&self, facts: &[FactId]) -> Result<(), StoreError> {
        for fact in facts.iter().rev() {
            self.change("DELETE FROM fact WHERE id = ?1", [fact.0])?;
        }
        Ok(())
    }

    /// Takes out dossiers an import created, and the people who have no other. Everything they hold goes too: call it
    /// only for what nobody changed since.
    pub fn take_out_dossiers(&self, dossiers: &BTreeSet<DossierId>) -> Result<(), StoreError> {
        // Once for all: SQLite reads each statement anew after a setting was changed.
        self.run("PRAGMA defer_foreign_keys = ON")?;
        for dossier in dossiers {
            let person = self.person_of(*dossier)?;
            for held in [
                "DELETE FROM register_line WHERE dossier = ?1",
                "DELETE FROM task WHERE dossier = ?1",
                "DELETE FROM fact WHERE dossier = ?1",
                "DELETE FROM co_borrower WHERE dossier = ?1",
                "DELETE FROM household_member WHERE dossier = ?1",
                "DELETE FROM dossier WHERE id = ?1",
            ] {
                self.change(held, [dossier.0])?;
            }
            let alone = "DELETE FROM person WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM dossier WHERE person = ?1)";
            self.change(alone, [person.0])?;
        }
        Ok(())
    }
}
