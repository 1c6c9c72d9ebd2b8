//! Budgets: a version each time one is opened, and its lines in the order they
//! were entered, which is that of their numbers.

use chrono::NaiveDate;
use domain::budget::{AfterLine, Budget, BudgetLine, BudgetLineId, Debt, Seal};
use domain::dossier::DossierId;
use domain::household::{Household, MemberId};
use domain::money::Euros;
use rusqlite::Params;

use crate::access::{Reader, Writer};
use crate::columns::{Columns, write_day, write_month};
use crate::error::StoreError;

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

/// What closes a version, whose a line is, what else a debt says. A line keeps the number of a member who has
/// left since: no link is asked of it.
pub(crate) const SEAL: &str = "
ALTER TABLE budget_version ADD COLUMN sealed_on TEXT;
ALTER TABLE budget_version ADD COLUMN sealed_by TEXT
  CHECK (sealed_by IN ('printed', 'decided', 'sent') AND (sealed_by IS NULL) = (sealed_on IS NULL));
ALTER TABLE budget_version ADD COLUMN sealed_household TEXT
  CHECK (json_valid(sealed_household) AND (sealed_household IS NULL) = (sealed_on IS NULL));
ALTER TABLE budget_version ADD COLUMN sealed_instalment_cents INTEGER;
ALTER TABLE budget_line ADD COLUMN member INTEGER;
ALTER TABLE budget_line ADD COLUMN creditor TEXT NOT NULL DEFAULT '';
ALTER TABLE budget_line ADD COLUMN arrears_cents INTEGER CHECK (arrears_cents >= 0);
ALTER TABLE budget_line ADD COLUMN plan TEXT NOT NULL DEFAULT '';
ALTER TABLE budget_line ADD COLUMN paid_off INTEGER NOT NULL DEFAULT 0 CHECK (paid_off IN (0, 1));
ALTER TABLE budget_line ADD COLUMN comment TEXT NOT NULL DEFAULT '';
ALTER TABLE budget_line ADD COLUMN after_hope TEXT CHECK (after_hope IN ('sure', 'not_counted', 'counted'));
UPDATE budget_line SET after_hope = 'sure' WHERE after_cents IS NOT NULL;
";

const VERSION: &str = "budget_version";
const LINE: &str = "budget_line";

/// Two statements: SQLite makes its plan of a statement again each time a limit is given to it as a value.
const EVERY_VERSION: &str =
    "SELECT id, version, established_on, sealed_on, sealed_by, sealed_household, sealed_instalment_cents
     FROM budget_version WHERE dossier = ?1 ORDER BY version";
const LAST_VERSION: &str =
    "SELECT id, version, established_on, sealed_on, sealed_by, sealed_household, sealed_instalment_cents
     FROM budget_version WHERE dossier = ?1 ORDER BY version DESC LIMIT 1";

impl Reader<'_> {
    /// The last version of a dossier's budget; nothing when none was opened.
    pub fn budget(&self, dossier: DossierId) -> Result<Option<Budget>, StoreError> {
        Ok(self.versions(dossier, LAST_VERSION)?.pop())
    }

    /// Every version of a dossier's budget, the first one first.
    pub fn budgets(&self, dossier: DossierId) -> Result<Vec<Budget>, StoreError> {
        self.versions(dossier, EVERY_VERSION)
    }

    fn versions(&self, dossier: DossierId, asked: &str) -> Result<Vec<Budget>, StoreError> {
        let version = |columns: &Columns<'_>| {
            let budget = Budget {
                version: columns.count(1)?,
                established_on: columns.day(2)?,
                lines: Vec::new(),
                seal: seal(columns)?,
            };
            Ok((columns.integer(0)?, budget))
        };
        let versions = self.rows(VERSION, asked, [dossier.0], version)?;
        let with_lines = |(id, budget): (i64, Budget)| {
            let lines = self.rows(
                LINE,
                "SELECT id, entry, detail, amount_cents, frequency, certainty, outstanding_cents, ends, after_cents,
                        after_reason, after_hope, member, creditor, arrears_cents, plan, paid_off, comment
                 FROM budget_line WHERE budget = ?1 ORDER BY id",
                [id],
                read,
            )?;
            Ok(Budget { lines, ..budget })
        };
        versions.into_iter().map(with_lines).collect()
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

    /// Closes the version in use. Errors: no budget was opened.
    pub fn seal_budget(&self, dossier: DossierId, seal: &Seal) -> Result<(), StoreError> {
        let household = serde_json::to_string(seal.household.members());
        let household =
            household.map_err(|_| StoreError::RowDamaged { table: VERSION, row: 0, column: "household" })?;
        self.change_one(
            VERSION,
            dossier.0,
            "UPDATE budget_version SET sealed_on = ?1, sealed_by = ?2, sealed_household = ?3,
                    sealed_instalment_cents = ?4
             WHERE dossier = ?5 AND version = (SELECT max(version) FROM budget_version WHERE dossier = ?5)",
            (write_day(seal.on), seal.by.key(), household, seal.instalment.map(Euros::cents), dossier.0),
        )
    }

    /// Opens the version after `budget` with a copy of its lines, and gives their numbers in the same order.
    pub fn copy_budget(
        &self,
        dossier: DossierId,
        budget: &Budget,
        established_on: NaiveDate,
    ) -> Result<Vec<BudgetLineId>, StoreError> {
        self.open_budget(dossier, budget.version.saturating_add(1), established_on)?;
        budget.lines.iter().map(|line| self.insert_budget_line(dossier, line)).collect()
    }

    /// Adds a line to the version in use and gives its number; the number that `line` has does not
    /// count. Errors: no budget was opened.
    pub fn insert_budget_line(&self, dossier: DossierId, line: &BudgetLine) -> Result<BudgetLineId, StoreError> {
        let last = "SELECT id FROM budget_version WHERE dossier = ?1 ORDER BY version DESC LIMIT 1";
        let budget = self.row(VERSION, last, [dossier.0], |columns| columns.integer(0))?;
        let budget = budget.ok_or(StoreError::Gone { table: VERSION, row: dossier.0 })?;
        let id = self.insert(
            "INSERT INTO budget_line (entry, detail, amount_cents, frequency, certainty, ends, id, budget)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            write(line, None, budget),
        )?;
        self.write_rest(id, line)?;
        Ok(BudgetLineId(id))
    }

    /// Changes the line of that number. Errors: the dossier has no such line.
    pub fn update_budget_line(&self, dossier: DossierId, line: &BudgetLine) -> Result<(), StoreError> {
        self.change_one(
            LINE,
            line.id.0,
            "UPDATE budget_line SET entry = ?1, detail = ?2, amount_cents = ?3, frequency = ?4, certainty = ?5, ends = ?6
             WHERE id = ?7 AND budget IN (SELECT id FROM budget_version WHERE dossier = ?8)",
            write(line, Some(line.id), dossier.0),
        )?;
        self.write_rest(line.id.0, line)
    }

    /// What only some lines say.
    fn write_rest(&self, id: i64, line: &BudgetLine) -> Result<(), StoreError> {
        let after = line.after.as_ref();
        self.change_one(
            LINE,
            id,
            "UPDATE budget_line SET outstanding_cents = ?1, after_cents = ?2, after_reason = ?3, after_hope = ?4,
                    member = ?5, creditor = ?6, arrears_cents = ?7, plan = ?8, paid_off = ?9, comment = ?10
             WHERE id = ?11",
            (
                line.debt.outstanding.map(Euros::cents),
                after.map(|after| after.amount.cents()),
                after.map(|after| after.reason.as_str()),
                after.map(|after| after.hope.key()),
                line.member.map(|member| member.0),
                line.debt.creditor.as_str(),
                line.debt.arrears.map(Euros::cents),
                line.debt.plan.as_str(),
                line.debt.paid_off,
                line.comment.as_str(),
                id,
            ),
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
        member: columns.maybe_integer(11)?.map(MemberId),
        ends: columns.maybe_month(7)?,
        debt: Debt {
            creditor: columns.line(12)?,
            outstanding: columns.maybe_euros(6)?,
            arrears: columns.maybe_euros(13)?,
            plan: columns.line(14)?,
            paid_off: columns.integer(15)? == 1,
        },
        after: after(columns)?,
        comment: columns.line(16)?,
    })
}

fn after(columns: &Columns<'_>) -> Result<Option<AfterLine>, StoreError> {
    let Some(amount) = columns.maybe_euros(8)? else { return Ok(None) };
    Ok(Some(AfterLine { amount, reason: columns.line(9)?, hope: columns.word(10)? }))
}

fn seal(columns: &Columns<'_>) -> Result<Option<Seal>, StoreError> {
    let Some(on) = columns.maybe_day(3)? else { return Ok(None) };
    let household = columns.maybe_text(5)?.unwrap_or_default();
    let members = serde_json::from_str(&household).map_err(|_| columns.damaged("sealed_household"))?;
    let household = Household::of(members).map_err(|_| columns.damaged("sealed_household"))?;
    Ok(Some(Seal { on, by: columns.word(4)?, household, instalment: columns.maybe_euros(6)? }))
}

/// The columns every line has, its number, then what it belongs to.
fn write(line: &BudgetLine, id: Option<BudgetLineId>, owner: i64) -> impl Params {
    (
        line.entry.as_str(),
        line.detail.as_str(),
        line.amount.cents(),
        line.frequency.key(),
        line.certainty.key(),
        line.ends.map(write_month),
        id.map(|line| line.0),
        owner,
    )
}
