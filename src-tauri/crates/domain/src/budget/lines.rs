//! What a budget line is.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::calendar::YearMonth;
use crate::household::{Household, MemberId};
use crate::line::Line;
use crate::money::Euros;
use crate::settings::ListKey;

/// Number of a budget line in the office's store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct BudgetLineId(pub i64);

/// The four blocks of a budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Section {
    /// What comes in.
    Income,
    /// Committed expenses, counted in the reste à vivre.
    FixedExpense,
    /// What the reste à vivre pays for.
    RunningExpense,
    /// Debts, credits and arrears.
    Debt,
}

impl Section {
    /// Every section, in the order of screens and papers.
    pub const ALL: [Self; 4] = [Self::Income, Self::FixedExpense, Self::RunningExpense, Self::Debt];
}

/// How often an amount comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Frequency {
    /// 52 times a year; a year of 53 payments is said, never added in silence.
    Weekly,
    /// 26 times a year.
    Fortnightly,
    /// 12 times a year.
    Monthly,
    /// 6 times a year.
    TwoMonthly,
    /// 4 times a year.
    Quarterly,
    /// Twice a year.
    HalfYearly,
    /// Once a year.
    Yearly,
    /// Once, never spread over months.
    OneOff,
}

impl Frequency {
    /// Every frequency, from the shortest.
    pub const ALL: [Self; 8] = [
        Self::Weekly,
        Self::Fortnightly,
        Self::Monthly,
        Self::TwoMonthly,
        Self::Quarterly,
        Self::HalfYearly,
        Self::Yearly,
        Self::OneOff,
    ];

    /// The month as a multiple of the amount: times, then divided by; nothing for a single payment.
    #[must_use]
    pub fn month(self) -> Option<(u32, u32)> {
        Some(match self {
            Self::Weekly => (52, 12),
            Self::Fortnightly => (26, 12),
            Self::Monthly => (1, 1),
            Self::TwoMonthly => (1, 2),
            Self::Quarterly => (1, 3),
            Self::HalfYearly => (1, 6),
            Self::Yearly => (1, 12),
            Self::OneOff => return None,
        })
    }
}

/// How sure an amount is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// Said by the person.
    Declared,
    /// Seen on the bank statements.
    SeenOnStatements,
    /// Proved by a supporting document.
    Proved,
}

impl Certainty {
    /// Every certainty, from the least.
    pub const ALL: [Self; 3] = [Self::Declared, Self::SeenOnStatements, Self::Proved];
}

/// One line of a budget.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BudgetLine {
    /// Its number.
    pub id: BudgetLineId,
    /// Its kind, an entry of the list of budget lines.
    pub entry: ListKey,
    /// Free detail, printed with the label.
    pub detail: Line,
    /// The amount at its own frequency, never negative.
    pub amount: Euros,
    /// How often it comes.
    pub frequency: Frequency,
    /// How sure it is.
    pub certainty: Certainty,
    /// Whose it is; the whole household's when absent.
    pub member: Option<MemberId>,
    /// The month of the last payment: of a debt, of an allowance that stops.
    pub ends: Option<YearMonth>,
    /// What a debt adds to a line.
    pub debt: Debt,
    /// What the project makes of it, when it changes it.
    pub after: Option<AfterLine>,
    /// Why it is above what is usual here, or anything else worth telling.
    pub comment: Line,
}

/// What is known of a debt; nothing of it for another line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Debt {
    /// Who is owed.
    pub creditor: Line,
    /// What is still owed.
    pub outstanding: Option<Euros>,
    /// What should have been paid already.
    pub arrears: Option<Euros>,
    /// The plan that settles it, in words.
    pub plan: Line,
    /// Whether the loan pays it off: it leaves the budget after the project.
    pub paid_off: bool,
}

/// What a line becomes once the project is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AfterLine {
    /// The amount then, at the line's own frequency, never negative.
    pub amount: Euros,
    /// Why it changes: « bus remplacé par la voiture ».
    pub reason: Line,
    /// How sure it is.
    pub hope: Hope,
}

/// Whether what a line becomes is sure, or only hoped for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hope {
    /// It is sure.
    #[default]
    Sure,
    /// It is hoped for, and left out.
    NotCounted,
    /// It is hoped for, and counted all the same.
    Counted,
}

impl Hope {
    /// Every one, in the order of lists.
    pub const ALL: [Self; 3] = [Self::Sure, Self::NotCounted, Self::Counted];
}

/// One version of a household's budget.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Budget {
    /// 1, then one more each time a new version is opened.
    pub version: u32,
    /// The day it was established.
    pub established_on: NaiveDate,
    /// Its lines, in the order they were entered.
    pub lines: Vec<BudgetLine>,
    /// What closed it; it may still be changed when absent.
    pub seal: Option<Seal>,
}

/// What closed a version of a budget: from then on a change opens another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seal {
    /// The day.
    pub on: NaiveDate,
    /// What was done with it.
    pub by: SealedBy,
    /// The household it was shared among that day.
    pub household: Household,
    /// The loan's instalment with its insurance that day, once it was worked out.
    pub instalment: Option<Euros>,
}

/// What closes a version of a budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SealedBy {
    /// It was printed.
    Printed,
    /// The office decided on it.
    Decided,
    /// It was sent to a lender.
    Sent,
}

impl SealedBy {
    /// Every one, in the order of lists.
    pub const ALL: [Self; 3] = [Self::Printed, Self::Decided, Self::Sent];
}
