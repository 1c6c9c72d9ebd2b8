//! What the bank statements say, account by account, in the order the accounts were
//! entered, which is that of their numbers.

use domain::budget::{StatementReview, StatementReviewId};
use domain::dossier::DossierId;
use domain::money::Euros;
use rusqlite::Params;

use crate::access::{Reader, Writer};
use crate::columns::{Columns, write_month};
use crate::error::StoreError;

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

const NAME: &str = "statement_review";

impl Reader<'_> {
    /// The statement reviews of a dossier, in the order they were entered.
    pub fn statement_reviews(&self, dossier: DossierId) -> Result<Vec<StatementReview>, StoreError> {
        let sql = "SELECT id, account, bank, from_month, to_month, overdraft_cents, lowest_cents, days_overdrawn,
                          rejected, fees_cents, savings_cents, remark
                   FROM statement_review WHERE dossier = ?1 ORDER BY id";
        self.rows(NAME, sql, [dossier.0], read)
    }
}

impl Writer<'_> {
    /// Adds a statement review and gives its number; the number that `review` has does not count.
    pub fn insert_statement_review(
        &self,
        dossier: DossierId,
        review: &StatementReview,
    ) -> Result<StatementReviewId, StoreError> {
        let id = self.insert(
            "INSERT INTO statement_review (account, bank, from_month, to_month, overdraft_cents, lowest_cents,
                                           days_overdrawn, rejected, fees_cents, savings_cents, remark, id, dossier)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
            write(review, None, dossier),
        )?;
        Ok(StatementReviewId(id))
    }

    /// Changes the review of that number. Errors: the dossier has no such review.
    pub fn update_statement_review(&self, dossier: DossierId, review: &StatementReview) -> Result<(), StoreError> {
        self.change_one(
            NAME,
            review.id.0,
            "UPDATE statement_review SET account = ?1, bank = ?2, from_month = ?3, to_month = ?4, overdraft_cents = ?5,
                    lowest_cents = ?6, days_overdrawn = ?7, rejected = ?8, fees_cents = ?9, savings_cents = ?10,
                    remark = ?11
             WHERE id = ?12 AND dossier = ?13",
            write(review, Some(review.id), dossier),
        )
    }

    /// Takes a review out. Errors: the dossier has no such review.
    pub fn delete_statement_review(&self, dossier: DossierId, review: StatementReviewId) -> Result<(), StoreError> {
        let sql = "DELETE FROM statement_review WHERE id = ?1 AND dossier = ?2";
        self.change_one(NAME, review.0, sql, (review.0, dossier.0))
    }
}

fn read(columns: &Columns<'_>) -> Result<StatementReview, StoreError> {
    Ok(StatementReview {
        id: StatementReviewId(columns.integer(0)?),
        account: columns.line(1)?,
        bank: columns.line(2)?,
        from: columns.maybe_month(3)?,
        to: columns.maybe_month(4)?,
        overdraft: columns.maybe_euros(5)?,
        lowest: columns.maybe_euros(6)?,
        days_overdrawn: columns.maybe_count(7)?,
        rejected: columns.maybe_count(8)?,
        fees: columns.maybe_euros(9)?,
        savings: columns.maybe_euros(10)?,
        remark: columns.line(11)?,
    })
}

/// The columns of a review, its number, then its dossier.
fn write(review: &StatementReview, id: Option<StatementReviewId>, dossier: DossierId) -> impl Params {
    (
        review.account.as_str(),
        review.bank.as_str(),
        review.from.map(write_month),
        review.to.map(write_month),
        review.overdraft.map(Euros::cents),
        review.lowest.map(Euros::cents),
        review.days_overdrawn,
        review.rejected,
        review.fees.map(Euros::cents),
        review.savings.map(Euros::cents),
        review.remark.as_str(),
        id.map(|review| review.0),
        dossier.0,
    )
}
