//! Budgets: a version each time one is opened, and its lines in the order they
//! were entered, which is that of their numbers.

use chrono::NaiveDate;
use domain::budget::{AfterLine, Budget, BudgetLine, BudgetLineId, Debt, Seal};
use domain::dossier::DossierId;
use domain::household::Household;
use domain::money::Euros;

use crate::access::{Reader, Writer};
use crate::columns::{Columns, Json, write_day};
use crate::error::StoreError;
use crate::row::{Row, Values};

/// A line keeps the number of a member who has left since: no link is asked of it.
pub(crate) const TABLE: &str = "
CREATE TABLE budget_version (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier INTEGER NOT NULL REFERENCES dossier (id),
  version INTEGER NOT NULL CHECK (version > 0),
  established_on TEXT NOT NULL,
  sealed_on TEXT,
  sealed_by TEXT CHECK (sealed_by IN ('printed', 'decided', 'sent') AND (sealed_by IS NULL) = (sealed_on IS NULL)),
  sealed_household TEXT CHECK (json_valid(sealed_household) AND (sealed_household IS NULL) = (sealed_on IS NULL)),
  sealed_instalment_cents INTEGER,
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
  ends TEXT,
  after_cents INTEGER CHECK (after_cents >= 0),
  after_reason TEXT CHECK ((after_reason IS NULL) = (after_cents IS NULL)),
  member INTEGER,
  creditor TEXT NOT NULL,
  arrears_cents INTEGER CHECK (arrears_cents >= 0),
  plan TEXT NOT NULL,
  paid_off INTEGER NOT NULL CHECK (paid_off IN (0, 1)),
  comment TEXT NOT NULL,
  after_hope TEXT CHECK (after_hope IN ('sure', 'not_counted', 'counted'))
) STRICT;
CREATE INDEX budget_line_budget ON budget_line (budget);
";

const VERSION: &str = "budget_version";

/// Two statements: SQLite makes its plan of a statement again each time a limit is given to it as a value.
const EVERY_VERSION: &str = "SELECT * FROM budget_version WHERE dossier = ?1 ORDER BY version";
const LAST_VERSION: &str = "SELECT * FROM budget_version WHERE dossier = ?1 ORDER BY version DESC LIMIT 1";

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
                version: columns.get("version")?,
                established_on: columns.get("established_on")?,
                lines: Vec::new(),
                seal: seal(columns)?,
            };
            Ok((columns.get("id")?, budget))
        };
        let versions = self.rows(VERSION, asked, [dossier.0], version)?;
        let with_lines = |(id, budget): (i64, Budget)| {
            Ok(Budget { lines: self.select("WHERE budget = ?1 ORDER BY id", [id])?, ..budget })
        };
        versions.into_iter().map(with_lines).collect()
    }
}

impl Writer<'_> {
    /// Opens a version of a dossier's budget, without lines; the greatest version is the one in use.
    pub fn open_budget(&self, dossier: DossierId, version: u32, established_on: NaiveDate) -> Result<(), StoreError> {
        let values = values! { dossier: dossier, version: version, established_on: established_on };
        self.insert_values(VERSION, values).map(drop)
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
        let budget = self.row(VERSION, last, [dossier.0], |columns| columns.first::<i64>())?;
        let budget = budget.ok_or(StoreError::Gone { table: VERSION, row: dossier.0 })?;
        self.insert_row(line, values! { budget: budget }).map(BudgetLineId)
    }

    /// Changes the line of that number. Errors: the dossier has no such line.
    pub fn update_budget_line(&self, dossier: DossierId, line: &BudgetLine) -> Result<(), StoreError> {
        let budget = "SELECT budget FROM budget_line JOIN budget_version ON budget_version.id = budget
                      WHERE budget_line.id = ?1 AND dossier = ?2";
        let budget = self.row(BudgetLine::TABLE, budget, (line.id.0, dossier.0), |columns| columns.first::<i64>())?;
        let budget = budget.ok_or(StoreError::Gone { table: BudgetLine::TABLE, row: line.id.0 })?;
        self.update_row(line.id.0, line, values! { budget: budget })
    }

    /// Takes a line out. Errors: the dossier has no such line.
    pub fn delete_budget_line(&self, dossier: DossierId, line: BudgetLineId) -> Result<(), StoreError> {
        self.change_one(
            BudgetLine::TABLE,
            line.0,
            "DELETE FROM budget_line
             WHERE id = ?1 AND budget IN (SELECT id FROM budget_version WHERE dossier = ?2)",
            (line.0, dossier.0),
        )
    }
}

impl Row for BudgetLine {
    const TABLE: &'static str = "budget_line";

    fn read(columns: &Columns<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: columns.get("id")?,
            entry: columns.get("entry")?,
            detail: columns.get("detail")?,
            amount: columns.get("amount_cents")?,
            frequency: columns.get("frequency")?,
            certainty: columns.get("certainty")?,
            member: columns.get("member")?,
            ends: columns.get("ends")?,
            debt: Debt {
                creditor: columns.get("creditor")?,
                outstanding: columns.get("outstanding_cents")?,
                arrears: columns.get("arrears_cents")?,
                plan: columns.get("plan")?,
                paid_off: columns.get("paid_off")?,
            },
            after: after(columns)?,
            comment: columns.get("comment")?,
        })
    }

    fn values(&self) -> Values {
        let Debt { creditor, outstanding, arrears, plan, paid_off } = &self.debt;
        let after = self.after.as_ref();
        values! {
            entry: self.entry, detail: self.detail, amount_cents: self.amount, frequency: self.frequency,
            certainty: self.certainty, member: self.member, ends: self.ends, creditor: creditor,
            outstanding_cents: outstanding, arrears_cents: arrears, plan: plan, paid_off: paid_off,
            after_cents: after.map(|after| after.amount), after_reason: after.map(|after| after.reason.clone()),
            after_hope: after.map(|after| after.hope), comment: self.comment,
        }
    }
}

fn after(columns: &Columns<'_>) -> Result<Option<AfterLine>, StoreError> {
    let Some(amount) = columns.get("after_cents")? else { return Ok(None) };
    Ok(Some(AfterLine { amount, reason: columns.get("after_reason")?, hope: columns.get("after_hope")? }))
}

fn seal(columns: &Columns<'_>) -> Result<Option<Seal>, StoreError> {
    let Some(on) = columns.get("sealed_on")? else { return Ok(None) };
    let Json(members) = columns.get("sealed_household")?;
    let household = Household::of(members).map_err(|_| columns.damaged("sealed_household"))?;
    Ok(Some(Seal { on, by: columns.get("sealed_by")?, household, instalment: columns.get("sealed_instalment_cents")? }))
}
