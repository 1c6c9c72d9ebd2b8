//! The budget once the project is done, as its screen shows it: what changes, both workings.

use domain::budget::{AfterProject, DebtRatio, Hope, HouseholdBudget, working, working_after};
use domain::explained::WorkingRow;
use domain::money::Euros;
use domain::words::{self, Labelled, NARROW_SPACE};
use serde::Serialize;
use ts_rs::TS;

use super::view::DebtRatioView;
use app::failure::Failure;
use app::shapes::Money;

/// A budget once the project is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "AfterProject")]
pub struct AfterView {
    /// What the loan takes a month; absent while it is not worked out.
    pub instalment: Option<Money>,
    /// What the account the lender asks for takes a month; absent without one.
    pub account: Option<Money>,
    /// The working before and after, in the order of reading.
    pub working: Vec<BothRow>,
    /// What is left to live on, a share a month.
    pub reste_a_vivre: Money,
    /// The same a day.
    pub per_day: Money,
    /// Credits, debts and the instalment over income; absent without income.
    pub debt_ratio: Option<DebtRatioView>,
    /// What changes with the project, line by line.
    pub changes: Vec<ChangeRow>,
}

/// One row of the working, before and after the project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct BothRow {
    /// `−`, `=`, `÷` or nothing.
    pub sign: String,
    /// What it is.
    pub label: String,
    /// Its value before; a dash where there is none.
    pub before: String,
    /// Its value after; a dash where there is none.
    pub after: String,
    /// Whether it is a result.
    pub strong: bool,
}

/// A line that the project changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ChangeRow {
    /// Its label with the detail.
    pub label: String,
    /// How much more a month, with its sign: `+46,50`, `−54,00`.
    pub difference: String,
    /// Why.
    pub reason: String,
    /// Whether it enters the budget after the project.
    pub counted: bool,
    /// `espéré, non compté`; empty when it is sure.
    pub note: String,
}

/// The budget after the project; nothing while nothing changes and no loan is worked out.
pub(super) fn after(
    before: &HouseholdBudget,
    done: &AfterProject,
    instalment: Option<Euros>,
) -> Result<Option<AfterView>, Failure> {
    if instalment.is_none() && done.changes.is_empty() {
        return Ok(None);
    }
    let changes = done.changes.iter().map(|change| ChangeRow {
        label: change.label.clone(),
        difference: signed(change.difference),
        reason: change.reason.clone(),
        counted: change.hope != Hope::NotCounted,
        note: if change.hope == Hope::Sure { String::new() } else { change.hope.label().to_owned() },
    });
    Ok(Some(AfterView {
        instalment: instalment.map(Money::from),
        account: Some(done.account).filter(|account| !account.is_zero()).map(Money::from),
        working: both(before, done)?,
        reste_a_vivre: done.reste_a_vivre.into(),
        per_day: done.per_day.into(),
        debt_ratio: done.debt_ratio.map(debt_ratio),
        changes: changes.collect(),
    }))
}

/// A debt ratio with its working.
pub(super) fn debt_ratio(ratio: DebtRatio) -> DebtRatioView {
    DebtRatioView {
        text: words::percent(ratio.percent),
        working: format!("{}{NARROW_SPACE}÷{NARROW_SPACE}{}", ratio.debts.bare(), ratio.income.bare()),
    }
}

/// The rows of both workings, those of only one with a dash in the other.
fn both(before: &HouseholdBudget, done: &AfterProject) -> Result<Vec<BothRow>, Failure> {
    let before = working(before)?;
    let after = working_after(done)?;
    let mut rows: Vec<BothRow> = after
        .iter()
        .map(|row| {
            let same = before.iter().find(|other| other.label == row.label);
            both_row(row, same.map_or_else(dash, |other| other.value.clone()), row.value.clone())
        })
        .collect();
    for (place, row) in before.iter().enumerate() {
        if !after.iter().any(|other| other.label == row.label) {
            rows.insert(place.min(rows.len()), both_row(row, row.value.clone(), dash()));
        }
    }
    Ok(rows)
}

fn both_row(row: &WorkingRow, before: String, after: String) -> BothRow {
    BothRow { sign: row.sign.to_owned(), label: row.label.clone(), before, after, strong: row.result }
}

fn dash() -> String {
    "–".to_owned()
}

/// `+46,50`, `−54,00`, `0,00`.
pub(super) fn signed(difference: Euros) -> String {
    let plus = if difference.is_negative() || difference.is_zero() { "" } else { "+" };
    format!("{plus}{}", difference.bare())
}
