//! What a project costs, part by part, in the order the expenses were entered,
//! which is that of their numbers.

use domain::dossier::DossierId;
use domain::project::{Expense, ExpenseId};

use crate::access::{Reader, Writer};
use crate::columns::Columns;
use crate::error::StoreError;

pub(crate) const TABLE: &str = "
CREATE TABLE expense (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier INTEGER NOT NULL REFERENCES dossier (id),
  label TEXT NOT NULL,
  amount_cents INTEGER NOT NULL CHECK (amount_cents >= 0)
) STRICT;
CREATE INDEX expense_dossier ON expense (dossier);
";

const NAME: &str = "expense";

impl Reader<'_> {
    /// The expenses of a dossier, in the order they were entered.
    pub fn expenses(&self, dossier: DossierId) -> Result<Vec<Expense>, StoreError> {
        let sql = "SELECT id, label, amount_cents FROM expense WHERE dossier = ?1 ORDER BY id";
        self.rows(NAME, sql, [dossier.0], read)
    }
}

impl Writer<'_> {
    /// Adds an expense and gives its number; the number that `expense` has does not count.
    pub fn insert_expense(&self, dossier: DossierId, expense: &Expense) -> Result<ExpenseId, StoreError> {
        let id = self.insert(
            "INSERT INTO expense (dossier, label, amount_cents) VALUES (?1, ?2, ?3)",
            (dossier.0, expense.label.as_str(), expense.amount.cents()),
        )?;
        Ok(ExpenseId(id))
    }

    /// Changes the expense of that number. Errors: the dossier has no such expense.
    pub fn update_expense(&self, dossier: DossierId, expense: &Expense) -> Result<(), StoreError> {
        self.change_one(
            NAME,
            expense.id.0,
            "UPDATE expense SET label = ?1, amount_cents = ?2 WHERE id = ?3 AND dossier = ?4",
            (expense.label.as_str(), expense.amount.cents(), expense.id.0, dossier.0),
        )
    }

    /// Takes an expense out. Errors: the dossier has no such expense.
    pub fn delete_expense(&self, dossier: DossierId, expense: ExpenseId) -> Result<(), StoreError> {
        let sql = "DELETE FROM expense WHERE id = ?1 AND dossier = ?2";
        self.change_one(NAME, expense.0, sql, (expense.0, dossier.0))
    }
}

fn read(columns: &Columns<'_>) -> Result<Expense, StoreError> {
    Ok(Expense { id: ExpenseId(columns.integer(0)?), label: columns.line(1)?, amount: columns.euros(2)? })
}
