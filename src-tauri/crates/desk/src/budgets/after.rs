//! The budget once the project is done, as its screen shows it: what changes, both workings, the threshold.

use domain::budget::{AfterProject, Budget, DebtRatio, HouseholdBudget, repayment_capacity, working, working_after};
use domain::dossier::{Dossier, monthly};
use domain::explained::WorkingRow;
use domain::money::Euros;
use domain::settings::Settings;
use domain::words::{self, NARROW_SPACE, long_date, spaced};
use serde::Serialize;
use ts_rs::TS;

use super::view::DebtRatioView;
use crate::caller::Moment;
use crate::failure::Failure;
use crate::shown::Money;

/// A budget once the project is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "AfterProject")]
pub struct AfterView {
    /// What the loan takes a month; absent while it is not worked out.
    pub instalment: Option<Money>,
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
}

/// Where the reste à vivre stands beside the office's threshold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "Threshold")]
pub struct ThresholdView {
    /// Whether it is not under it.
    pub reached: bool,
    /// `50,07 € au-dessus du repère de 250,00 €`.
    pub sentence: String,
    /// `Repère : 250,00 € par personne, depuis le 1er janvier 2026. Délibération…`.
    pub rule: String,
    /// The instalment that would bring the reste à vivre down to it.
    pub capacity: Money,
    /// `La mensualité, 70,86 €, en représente 32 %.`; empty without an instalment.
    pub capacity_sentence: String,
}

/// The budget after the project; nothing while nothing changes and no loan is worked out.
pub(super) fn after(
    dossier: &Dossier,
    settings: &Settings,
    before: &HouseholdBudget,
    moment: &Moment,
) -> Result<Option<(AfterView, AfterProject)>, Failure> {
    let loan = dossier.loan(settings, moment.today).ok();
    let instalment = loan.as_ref().map(monthly).transpose()?;
    let Some(done) = dossier.after_project(settings, instalment.unwrap_or(Euros::ZERO))? else { return Ok(None) };
    if instalment.is_none() && done.changes.is_empty() {
        return Ok(None);
    }
    let changes = done.changes.iter().map(|change| ChangeRow {
        label: change.label.clone(),
        difference: signed(change.difference),
        reason: spaced(change.reason.as_str()),
    });
    let view = AfterView {
        instalment: instalment.map(Money::from),
        working: both(before, &done)?,
        reste_a_vivre: done.reste_a_vivre.into(),
        per_day: done.per_day.into(),
        debt_ratio: done.debt_ratio.map(debt_ratio),
        changes: changes.collect(),
    };
    Ok(Some((view, done)))
}

/// Where the reste à vivre after the project stands beside the threshold of the office on the budget's day.
pub(super) fn threshold(
    settings: &Settings,
    budget: &Budget,
    done: &AfterProject,
) -> Result<Option<ThresholdView>, Failure> {
    let dated = settings.office.at(budget.established_on);
    let Some(threshold) = dated.value.budget.threshold else { return Ok(None) };
    let apart = done.reste_a_vivre.minus(threshold)?;
    let from = long_date(dated.valid_from);
    let capacity = repayment_capacity(&done.budget, threshold)?;
    Ok(Some(ThresholdView {
        reached: !apart.is_negative(),
        sentence: spaced(&beside(apart, threshold)?),
        rule: spaced(&format!("Repère : {threshold} par personne et par mois, depuis le {from}. {}", dated.source)),
        capacity: capacity.into(),
        capacity_sentence: part_of(done.instalment, capacity),
    }))
}

/// A debt ratio with its working.
pub(super) fn debt_ratio(ratio: DebtRatio) -> DebtRatioView {
    DebtRatioView {
        text: words::percent(ratio.percent),
        working: format!("{}{NARROW_SPACE}÷{NARROW_SPACE}{}", ratio.debts.bare(), ratio.income.bare()),
    }
}

fn beside(apart: Euros, threshold: Euros) -> Result<String, Failure> {
    if apart.is_zero() {
        return Ok(format!("juste au repère de {threshold}"));
    }
    if apart.is_negative() {
        return Ok(format!("{} au-dessous du repère de {threshold}", Euros::ZERO.minus(apart)?));
    }
    Ok(format!("{apart} au-dessus du repère de {threshold}"))
}

fn part_of(instalment: Euros, capacity: Euros) -> String {
    if instalment.is_zero() {
        return String::new();
    }
    match instalment.percent_of(capacity) {
        Some(percent) => {
            let whole = words::decimal(percent.round_dp_with_strategy(0, HALF_UP), 0);
            spaced(&format!("La mensualité, {instalment}, en représente {whole} %."))
        }
        None => spaced(&format!("La mensualité, {instalment}, dépasse ce que ce repère laisse.")),
    }
}

const HALF_UP: rust_decimal::RoundingStrategy = rust_decimal::RoundingStrategy::MidpointAwayFromZero;

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
fn signed(difference: Euros) -> String {
    let plus = if difference.is_negative() || difference.is_zero() { "" } else { "+" };
    format!("{plus}{}", difference.bare())
}
