//! What a file says, before anything is believed: an account, a period, balances, operations, totals.

use chrono::NaiveDate;

use crate::cents::Cents;

/// One operation of an account, as it is printed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Operation {
    /// The day it was booked.
    pub date: NaiveDate,
    /// What it brings, in cents: a debit is negative.
    pub amount: Cents,
    /// Its label on one line, as printed; a text for ever, never a formula.
    pub label: String,
}

/// What tells an account apart, as far as a file says it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AccountName {
    /// Its IBAN without spaces.
    pub iban: Option<String>,
    /// Its number as printed, when a file gives one.
    pub number: Option<String>,
    /// Current or savings.
    pub kind: AccountKind,
    /// Whether its holders are several.
    pub joint: bool,
}

/// What an account is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AccountKind {
    /// Daily money.
    #[default]
    Current,
    /// Money put aside.
    Savings,
}

impl AccountKind {
    /// Its key for programs.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::Savings => "savings",
        }
    }
}

/// A balance that a file prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Balance {
    /// In cents; an overdraft is negative.
    pub amount: Cents,
    /// The day it stands for, when it is printed.
    pub date: Option<NaiveDate>,
}

/// The first and the last day of a statement, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
}

impl Period {
    /// The days from the first operation to the last; nothing without operations.
    #[must_use]
    pub fn of_operations(operations: &[Operation]) -> Option<Self> {
        let days = || operations.iter().map(|operation| operation.date);
        Some(Self { from: days().min()?, to: days().max()? })
    }

    /// Whether a day is one of its days.
    #[must_use]
    pub fn holds(self, day: NaiveDate) -> bool {
        self.from <= day && day <= self.to
    }

    /// Whether the two share a day.
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        self.from <= other.to && other.from <= self.to
    }
}

/// A figure printed among the operations, which has to agree with those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Check {
    /// How many operations stand before it.
    pub after: usize,
    /// The page it is printed on, the first being 1; 0 where there are no pages.
    pub page: usize,
    /// What is printed.
    pub figure: Figure,
}

/// What a check prints, in cents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// A balance of the account within the period.
    SubBalance(Cents),
    /// The balance beside an operation.
    Running(Cents),
    /// Totals of the two sides, in size; one may be left out.
    Totals(Sides),
    /// What is carried over a page: totals of the two sides, or a balance.
    Carried(Sides),
}

/// Debits and credits, in size.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sides {
    /// What left.
    pub debit: Option<Cents>,
    /// What came.
    pub credit: Option<Cents>,
    /// A figure of a column that holds both, signed.
    pub signed: Option<Cents>,
}

/// One account over one period, as a file says it.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// Whose.
    pub account: AccountName,
    /// The period the file tells; nothing when it goes from its first to its last operation.
    pub told: Option<Period>,
    /// What there was.
    pub opening: Option<Balance>,
    /// What there is.
    pub closing: Option<Balance>,
    /// In the order of the account, the oldest first.
    pub operations: Vec<Operation>,
    /// Figures to agree with.
    pub checks: Vec<Check>,
    /// The pages on which a line with money was not understood.
    pub unread: Vec<usize>,
    /// Whether the text is a scanner's, under a picture.
    pub scanner: bool,
    /// Whether another reading of the same lines would be proven too.
    pub ambiguous: bool,
    /// Whether the opening balance was reckoned from the first running balance.
    pub opening_reckoned: bool,
}

impl Draft {
    /// Its period: told, else from its first to its last operation.
    #[must_use]
    pub fn period(&self) -> Option<Period> {
        self.told.or_else(|| Period::of_operations(&self.operations))
    }

    /// Whether both hold the same operations, whatever their order and labels.
    #[must_use]
    pub fn same_movements(&self, other: &Self) -> bool {
        movements(&self.operations) == movements(&other.operations)
    }
}

/// Day and amount of each operation, in order of days.
pub(crate) fn movements(operations: &[Operation]) -> Vec<(NaiveDate, Cents)> {
    let mut movements: Vec<_> = operations.iter().map(|operation| (operation.date, operation.amount)).collect();
    movements.sort_unstable();
    movements
}
