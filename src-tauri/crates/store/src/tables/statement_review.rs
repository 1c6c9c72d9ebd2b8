//! What the bank statements say, account by account, in the order the accounts were
//! entered, which is that of their numbers.

use domain::budget::{StatementReview, StatementReviewId};
use domain::dossier::DossierId;

pub(crate) const TABLE: &str = "
CREATE TABLE statement_review (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier INTEGER NOT NULL REFERENCES dossier (id),
  account TEXT NOT NULL,
  bank TEXT NOT NULL,
  from_month TEXT,
  to_month TEXT,
  overdraft_cents INTEGER CHECK (overdraft_cents >= 0),
  lowest_cents INTEGER,
  days_overdrawn INTEGER CHECK (days_overdrawn >= 0),
  rejected INTEGER CHECK (rejected >= 0),
  fees_cents INTEGER CHECK (fees_cents >= 0),
  savings_cents INTEGER CHECK (savings_cents >= 0),
  remark TEXT NOT NULL
) STRICT;
CREATE INDEX statement_review_dossier ON statement_review (dossier);
";

row! { "statement_review": StatementReview [id] {
    account, bank, from = "from_month", to = "to_month", overdraft = "overdraft_cents", lowest = "lowest_cents",
    days_overdrawn, rejected, fees = "fees_cents", savings = "savings_cents", remark
} }
owned! { StatementReview, StatementReviewId of dossier: DossierId {
    statement_reviews, insert_statement_review, update_statement_review, delete_statement_review
} }
