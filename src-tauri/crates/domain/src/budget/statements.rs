//! What the bank statements say, account by account.
//!
//! The adviser reads three months of statements with the person (*Un coup de pouce pour le microcrédit
//! personnel*, diagnostic et budget): how low the account goes, what is rejected, what the bank takes.

use serde::{Deserialize, Serialize};

use crate::calendar::YearMonth;
use crate::line::Line;
use crate::money::Euros;

/// Number of a statement review in the office's store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StatementReviewId(pub i64);

/// What the statements of one account say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementReview {
    /// Its number.
    pub id: StatementReviewId,
    /// The account: « compte courant », « livret A ».
    pub account: Line,
    /// The bank that holds it.
    pub bank: Line,
    /// The first month read.
    pub from: Option<YearMonth>,
    /// The last month read.
    pub to: Option<YearMonth>,
    /// The overdraft the bank allows; not known when absent.
    pub overdraft: Option<Euros>,
    /// The lowest balance, below zero in overdraft.
    pub lowest: Option<Euros>,
    /// Days in overdraft.
    pub days_overdrawn: Option<u32>,
    /// Debits the bank rejected.
    pub rejected: Option<u32>,
    /// What the bank took for them and for the account.
    pub fees: Option<Euros>,
    /// Savings on the account at the end.
    pub savings: Option<Euros>,
    /// Anything else.
    pub remark: Line,
}
