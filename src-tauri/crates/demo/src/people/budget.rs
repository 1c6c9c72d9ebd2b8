//! The budgets and the statements of the dossiers written in full.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use domain::budget::{
    AfterLine, Budget, BudgetLine, BudgetLineId, Certainty, Debt, Frequency, Hope, SealedBy, StatementReview,
    StatementReviewId,
};
use domain::calendar::YearMonth;
use domain::line::Line;
use domain::money::Euros;
use domain::settings::ListKey;
use serde::Deserialize;

use crate::invented::Version;

/// A budget written in full.
#[derive(Deserialize)]
pub(super) struct BudgetStory {
    version: u32,
    established_on: NaiveDate,
    #[serde(default)]
    before: Option<BeforeStory>,
    /// The instalment the last version was decided with.
    #[serde(default)]
    pub(super) instalment: Option<Euros>,
    lines: Vec<LineStory>,
}

/// The version before the last one, as it differs from it; it was printed on its day.
#[derive(Deserialize)]
struct BeforeStory {
    established_on: NaiveDate,
    /// Lines that were not there yet.
    without: Vec<ListKey>,
    /// Amounts that were others.
    amounts: BTreeMap<ListKey, Euros>,
}

/// What the statements of an account say.
#[derive(Deserialize)]
pub(super) struct StatementStory {
    account: Line,
    bank: Line,
    starts: NaiveDate,
    ends: NaiveDate,
    #[serde(default)]
    overdraft: Option<Euros>,
    #[serde(default)]
    lowest: Option<Euros>,
    #[serde(default)]
    days_overdrawn: Option<u32>,
    #[serde(default)]
    rejected: Option<u32>,
    #[serde(default)]
    fees: Option<Euros>,
    #[serde(default)]
    savings: Option<Euros>,
    #[serde(default)]
    remark: Line,
}

#[derive(Deserialize)]
struct LineStory {
    entry: ListKey,
    #[serde(default)]
    detail: Line,
    amount: Euros,
    frequency: Frequency,
    #[serde(default)]
    certainty: Option<Certainty>,
    #[serde(default)]
    outstanding: Option<Euros>,
    #[serde(default)]
    ends: Option<NaiveDate>,
    #[serde(default)]
    comment: Line,
    #[serde(default)]
    after: Option<Euros>,
    #[serde(default)]
    reason: Line,
}

impl BudgetStory {
    /// Its versions, the one before first, printed on its day.
    pub(super) fn versions(self) -> Vec<Version> {
        let lines: Vec<BudgetLine> = self.lines.into_iter().map(LineStory::line).collect();
        let before = self.before.map(|before| Version {
            budget: Budget {
                version: self.version.saturating_sub(1),
                established_on: before.established_on,
                lines: before.lines(&lines),
                seal: None,
            },
            closed: Some((before.established_on, SealedBy::Printed)),
            instalment: None,
        });
        let last = Budget { version: self.version, established_on: self.established_on, lines, seal: None };
        before.into_iter().chain([Version::open(last)]).collect()
    }
}

impl BeforeStory {
    fn lines(&self, last: &[BudgetLine]) -> Vec<BudgetLine> {
        let there = last.iter().filter(|line| !self.without.contains(&line.entry)).cloned();
        let amount = |line: &BudgetLine| self.amounts.get(&line.entry).copied().unwrap_or(line.amount);
        there.map(|line| BudgetLine { amount: amount(&line), ..line }).collect()
    }
}

impl StatementStory {
    /// What it says, as it is kept.
    pub(super) fn review(self) -> StatementReview {
        StatementReview {
            id: StatementReviewId(0),
            account: self.account,
            bank: self.bank,
            from: month(self.starts),
            to: month(self.ends),
            overdraft: self.overdraft,
            lowest: self.lowest,
            days_overdrawn: self.days_overdrawn,
            rejected: self.rejected,
            fees: self.fees,
            savings: self.savings,
            remark: self.remark,
        }
    }
}

fn month(day: NaiveDate) -> Option<YearMonth> {
    YearMonth::new(day.year(), day.month())
}

impl LineStory {
    fn line(self) -> BudgetLine {
        let reason = self.reason;
        BudgetLine {
            id: BudgetLineId(0),
            entry: self.entry,
            detail: self.detail,
            amount: self.amount,
            frequency: self.frequency,
            certainty: self.certainty.unwrap_or(Certainty::Proved),
            member: None,
            debt: Debt { outstanding: self.outstanding, ..Debt::default() },
            comment: self.comment,
            ends: self.ends.and_then(month),
            after: self.after.map(|amount| AfterLine { amount, reason, hope: Hope::Sure }),
        }
    }
}
