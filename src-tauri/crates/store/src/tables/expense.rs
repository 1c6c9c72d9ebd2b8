//! What a project costs, part by part, in the order the expenses were entered,
//! which is that of their numbers.

use domain::dossier::DossierId;
use domain::project::{Expense, ExpenseId};

pub(crate) const TABLE: &str = "
CREATE TABLE expense (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier INTEGER NOT NULL REFERENCES dossier (id),
  label TEXT NOT NULL,
  amount_cents INTEGER NOT NULL CHECK (amount_cents >= 0)
) STRICT;
CREATE INDEX expense_dossier ON expense (dossier);
";

row! { "expense": Expense [id] { label, amount = "amount_cents" } }
owned! { Expense, ExpenseId of dossier: DossierId { expenses, insert_expense, update_expense, delete_expense } }
