//! The monthly messages of lenders that were noted: which lender, which month, on what day.
//!
//! What each message says of a loan is a fact of its dossier; this only tells the office which message is still due.

use chrono::NaiveDate;
use domain::calendar::YearMonth;
use domain::settings::ListKey;

use crate::access::{Reader, Writer};
use crate::columns::write_month;
use crate::error::StoreError;

pub(crate) const TABLE: &str = "
CREATE TABLE bank_message (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  lender TEXT NOT NULL CHECK (lender <> ''),
  month TEXT NOT NULL CHECK (month <> ''),
  noted_on TEXT NOT NULL,
  UNIQUE (lender, month)
) STRICT;
";

const NAME: &str = "bank_message";

impl Reader<'_> {
    /// The lenders whose message of a month was noted.
    pub fn bank_messages(&self, month: YearMonth) -> Result<Vec<ListKey>, StoreError> {
        let sql = "SELECT lender FROM bank_message WHERE month = ?1 ORDER BY lender";
        self.rows(NAME, sql, [write_month(month)], |columns| columns.first())
    }
}

impl Writer<'_> {
    /// Notes that the message of a lender for a month was entered; once is enough.
    pub fn note_bank_message(&self, lender: &ListKey, month: YearMonth, on: NaiveDate) -> Result<(), StoreError> {
        if self.bank_messages(month)?.contains(lender) {
            return Ok(());
        }
        self.insert_values(NAME, values! { lender: lender, month: month, noted_on: on }).map(drop)
    }
}
