//! Budgets: a version each time one is opened, and its lines in the order they
//! were entered, which is that of their numbers.

use chrono::NaiveDate;
use domain::budget::{AfterLine, Budget, BudgetLine, BudgetLineId};
use domain::dossier::DossierId;
use rusqlite::Params;

use crate::access::{Reader, Writer};
use crate::columns::{Columns, write_day, write_month};
use crate::error::StoreError;
use crate::vocabulary::Word;

pub(crate) const TABLE: &str = "
CREATE TABLE budget_version (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier INTEGER NOT NULL REFERENCES dossier (id),
  version INTEGER NOT NULL CHECK (version > 0),
  established_on TEXT NOT NULL,
  UNIQUE (dossier, version)
) STRICT;
CREATE TABLE budget_line (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  budget INTEGER NOT NULL REFERENCES budget_version (id),
  entry TEXT NOT NULL,
  detail TEXT NOT NULL,
  amount_cents INTEGER NOT NULL CHECK (amount_cents >= 0),
  frequency TEXT NOT NULL CHECK (frequency IN ('weekly', 'fortnightly', 'monthly', 'two_monthly', 'quarterly',
                                               'half_yearly', 'yearly', 'one_off')),
  certainty TEXT NOT NULL CHECK (certainty IN ('declared', 'seen_on_statements', 'proved')),
  outstanding_cents INTEGER CHECK (outstanding_cents >= 0),
  ends TEXT
) STRICT;
CREATE INDEX budget_line_budget ON budget_line (budget);
";

/// What a line becomes once the project is done: an amount and why, or nothing.
pub(crate) const AFTER: &str = "
ALTER TABLE budget_line ADD COLUMN after_cents INTEGER CHECK (after_cents >= 0);
ALTER TABLE budget_line ADD COLUMN after_reason TEXT CHECK ((after_reason IS NULL) = (after_cents IS NULL));
";

const VERSION: &str = "budget_version";
const LINE: &str = "budget_line";

impl Reader<'_> {
    /// The last version of a dossier's budget; nothing when none was opened.
    pub fn budget(&self, dossier: DossierId) -> Result<Option<Budget>, StoreError> {
        let version = |columns: &Columns<'_>| Ok((columns.integer(0)?, columns.count(1)?, columns.day(2)?));
        let last = self.row(
            VERSION,
            "SELECT id, version, established_on FROM budget_version WHERE dossier = ?1 ORDER BY version DESC LIMIT 1",
            [dossier.0],
            version,
        )?;
        let Some((id, version, established_on)) = last else { return Ok(None) };
        let lines = self.rows(
            LINE,
            "SELECT id, entry, detail, amount_cents, frequency, certainty, outstanding_cents, ends,
                    after_cents, after_reason
             FROM budget_line WHERE budget = ?1 ORDER BY id",
            [id],
            read,
        )?;
        Ok(Some(Budget { version, established_on, lines }))
    }
}

impl Writer<'_> {
    /// Opens a version of a dossier's budget, without lines; the greatest version is the one in use.
    pub fn open_budget(&self, dossier: DossierId, version: u32, established_on: NaiveDate) -> Result<(), StoreError> {
        self.insert(
            "INSERT INTO budget_version (dossier, version, established_on) VALUES (?1, ?2, ?3)",
            (dossier.0, version, write_day(established_on)),
        )?;
        Ok(())
    }

    /// Dates the version in use. Errors: no budget was opened.
    pub fn date_budget(&self, dossier: DossierId, established_on: NaiveDate) -> Result<(), StoreError> {
        self.change_one(
            VERSION,
            dossier.0,
            "UPDATE budget_version SET established_on = ?1
             WHERE dossier = ?2 AND version = (SELECT max(version) FROM budget_version WHERE dossier = ?2)",
            (write_day(established_on), dossier.0),
        )
    }

    /// Adds a line to the version in use and gives its number; the number that `line` has does not
    /// count. Errors: no budget was opened.
    pub fn insert_budget_line(&self, dossier: DossierId, line: &BudgetLine) -> Result<BudgetLineId, StoreError> {
        let last = "SELECT id FROM budget_version WHERE dossier = ?1 ORDER BY version DESC LIMIT 1";
        let budget = self.row(VERSION, last, [dossier.0], |columns| columns.integer(0))?;
        let budget = budget.ok_or(StoreError::Gone { table: VERSION, row: dossier.0 })?;
        let id = self.insert(
            "INSERT INTO budget_line (entry, detail, amount_cents, frequency, certainty, outstanding_cents, ends,
                                      after_cents, after_reason, id, budget)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            write(line, None, budget),
        )?;
        Ok(BudgetLineId(id))
    }

    /// Changes the line of that number. Errors: the dossier has no such line.
    pub fn update_budget_line(&self, dossier: DossierId, line: &BudgetLine) -> Result<(), StoreError> {
        self.change_one(
            LINE,
            line.id.0,
            "UPDATE budget_line SET entry = ?1, detail = ?2, amount_cents = ?3, frequency = ?4, certainty = ?5,
                    outstanding_cents = ?6, ends = ?7, after_cents = ?8, after_reason = ?9
             WHERE id = ?10 AND budget IN (SELECT id FROM budget_version WHERE dossier = ?11)",
            write(line, Some(line.id), dossier.0),
        )
    }

    /// Takes a line out. Errors: the dossier has no such line.
    pub fn delete_budget_line(&self, dossier: DossierId, line: BudgetLineId) -> Result<(), StoreError> {
        self.change_one(
            LINE,
            line.0,
            "DELETE FROM budget_line
             WHERE id = ?1 AND budget IN (SELECT id FROM budget_version WHERE dossier = ?2)",
            (line.0, dossier.0),
        )
    }
}

fn read(columns: &Columns<'_>) -> Result<BudgetLine, StoreError> {
    Ok(BudgetLine {
        id: BudgetLineId(columns.integer(0)?),
        entry: columns.key(1)?,
        detail: columns.line(2)?,
        amount: columns.euros(3)?,
        frequency: columns.word(4)?,
        certainty: columns.word(5)?,
        outstanding: columns.maybe_euros(6)?,
        ends: columns.maybe_month(7)?,
        after: after(columns)?,
    })
}

fn after(columns: &Columns<'_>) -> Result<Option<AfterLine>, StoreError> {
    let Some(amount) = columns.maybe_euros(8)? else { return Ok(None) };
    Ok(Some(AfterLine { amount, reason: columns.line(9)? }))
}

/// The columns of a line, its number, then what it belongs to.
fn write(line: &BudgetLine, id: Option<BudgetLineId>, owner: i64) -> impl Params {
    (
        line.entry.as_str(),
        line.detail.as_str(),
        line.amount.cents(),
        line.frequency.name(),
        line.certainty.name(),
        line.outstanding.map(|owed| owed.cents()),
        line.ends.map(write_month),
        line.after.as_ref().map(|after| after.amount.cents()),
        line.after.as_ref().map(|after| after.reason.as_str()),
        id.map(|line| line.0),
        owner,
    )
}
