//! A budget as its screen shows it.

use std::borrow::Cow;

use domain::budget::BudgetLineId;
use domain::budget::{
    Budget, Counted, HouseholdBudget, ReckonedLine, ReckonedSection, Section, calculation, reckon, working,
};
use domain::dossier::{Dossier, DossierId};
use domain::settings::{RulesAt, Settings};
use domain::words::Labelled;
use serde::Serialize;
use ts_rs::TS;

use super::after::{AfterView, ThresholdView, after, debt_ratio, threshold};
use crate::caller::Moment;
use crate::dossiers::{OneDossier, found};
use crate::failure::Failure;
use crate::office::{Desk, settings};
use crate::shown::{Day, Money, key_of};

/// A budget: its sections, its reste à vivre and the working of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct BudgetView {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// Its version.
    pub version: u32,
    /// The day of its last change; today while it is empty.
    pub established_on: Day,
    /// The four sections.
    pub sections: Vec<BudgetSectionView>,
    /// The working of the reste à vivre, in the order of reading.
    pub working: Vec<WorkingRowView>,
    /// What is left to live on, a share a month; absent without lines.
    pub reste_a_vivre: Option<Money>,
    /// The same a day.
    pub per_day: Option<Money>,
    /// Credits and debts over income; absent without income.
    pub debt_ratio: Option<DebtRatioView>,
    /// The budget once the project is done; absent while nothing changes and no loan is worked out.
    pub after: Option<AfterView>,
    /// Where the reste à vivre after the project stands beside the office's threshold; absent without one.
    pub threshold: Option<ThresholdView>,
    /// What the reste à vivre divides by.
    pub shares_text: String,
    /// `Version 1, du 9 novembre 2026.`
    pub sentence: String,
}

/// One section of a budget.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "BudgetSection")]
pub struct BudgetSectionView {
    /// Which one.
    pub key: String,
    /// Its heading.
    pub label: String,
    /// What it holds, where its name does not say it.
    pub help: Option<String>,
    /// Its lines.
    pub lines: Vec<BudgetLineView>,
    /// Its total a month.
    pub total: Money,
    /// The heading of the total.
    pub total_label: String,
    /// Whether the total enters the reste à vivre.
    pub counted: bool,
}

/// One line of a budget.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "BudgetLine")]
pub struct BudgetLineView {
    /// Its number.
    #[ts(type = "number")]
    pub id: BudgetLineId,
    /// Its kind.
    pub entry: String,
    /// The label of its kind.
    pub label: String,
    /// The free detail.
    pub detail: String,
    /// Label and detail as printed.
    pub printed_label: String,
    /// The amount at its own frequency.
    pub amount: Money,
    /// How often it comes.
    pub frequency: String,
    /// The same after « par ».
    pub frequency_text: String,
    /// The amount a month; absent for a single payment and for what its total leaves out.
    pub per_month: Option<Money>,
    /// How the month follows from the amount; empty when they are the same.
    pub calculation: String,
    /// Whether it enters the reste à vivre.
    pub counted: bool,
    /// Why it does not; empty when it does.
    pub note: String,
    /// How sure it is.
    pub certainty: String,
    /// The same in words.
    pub certainty_text: String,
    /// What is still owed, as fields show it.
    pub outstanding: String,
    /// The month of the last payment, as fields show it.
    pub ends: String,
    /// The amount once the project is done, as fields show it; empty when the project does not change it.
    pub after_amount: String,
    /// Why the project changes it.
    pub after_reason: String,
}

/// One row of a working.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "WorkingRow")]
pub struct WorkingRowView {
    /// `−`, `=`, `÷` or nothing.
    pub sign: String,
    /// What it is.
    pub label: String,
    /// Its value, written.
    pub value: String,
    /// Whether it is a result.
    pub strong: bool,
}

/// A debt ratio with its working.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "DebtRatio")]
pub struct DebtRatioView {
    /// `4,25 %`.
    pub text: String,
    /// `85,00 ÷ 1 999,76`.
    pub working: String,
}

/// Shows the budget of a dossier.
pub fn budget(desk: &Desk, input: OneDossier, moment: &Moment) -> Result<BudgetView, Failure> {
    let (dossier, settings) = desk.read(|reader| Ok((found(reader, input.dossier)?, settings(reader)?)))?;
    let budget = in_use(&dossier, moment);
    let reckoned = reckon(&budget, &dossier.household, settings.at(budget.established_on).lists)?;
    let after = after(&dossier, &settings, &reckoned, moment)?;
    let threshold = match &after {
        Some((_, done)) => threshold(&settings, &budget, done)?,
        None => None,
    };
    let view = shown(&dossier, &budget, &reckoned, &settings.at(budget.established_on))?;
    Ok(BudgetView { after: after.map(|(view, _)| view), threshold, ..view })
}

/// The budget of a dossier worked out by the rules of its day; the empty one before its first line.
pub(crate) fn reckoned(dossier: &Dossier, settings: &Settings, moment: &Moment) -> Result<HouseholdBudget, Failure> {
    let budget = in_use(dossier, moment);
    Ok(reckon(&budget, &dossier.household, settings.at(budget.established_on).lists)?)
}

fn in_use<'d>(dossier: &'d Dossier, moment: &Moment) -> Cow<'d, Budget> {
    match &dossier.budget {
        Some(budget) => Cow::Borrowed(budget),
        None => Cow::Owned(Budget { version: 1, established_on: moment.today, lines: Vec::new(), seal: None }),
    }
}

fn shown(
    dossier: &Dossier,
    budget: &Budget,
    reckoned: &HouseholdBudget,
    rules: &RulesAt<'_>,
) -> Result<BudgetView, Failure> {
    let any = !budget.lines.is_empty();
    let sections = reckoned.sections.iter().map(|section| shown_section(section, rules));
    let rows = working(reckoned)?.into_iter().map(|row| WorkingRowView {
        sign: row.sign.to_owned(),
        label: row.label,
        value: row.value,
        strong: row.result,
    });
    let day = Day::full(budget.established_on);
    Ok(BudgetView {
        dossier: dossier.id,
        version: budget.version,
        sentence: format!("Version {}, du {}.", budget.version, day.text),
        established_on: day,
        sections: sections.collect::<Result<_, Failure>>()?,
        working: rows.collect(),
        reste_a_vivre: Some(reckoned.reste_a_vivre.into()).filter(|_| any),
        per_day: Some(reckoned.per_day.into()).filter(|_| any),
        debt_ratio: reckoned.debt_ratio.map(debt_ratio),
        after: None,
        threshold: None,
        shares_text: reckoned.shares.to_string(),
    })
}

fn shown_section(section: &ReckonedSection, rules: &RulesAt<'_>) -> Result<BudgetSectionView, Failure> {
    let lines = section.lines.iter().map(|line| shown_line(line, section.section, rules));
    Ok(BudgetSectionView {
        key: key_of(section.section),
        label: section.section.label().to_owned(),
        help: section.section.help().map(str::to_owned),
        lines: lines.collect::<Result<_, Failure>>()?,
        total: section.total.into(),
        total_label: section.section.total_label().to_owned(),
        counted: section.section != Section::RunningExpense,
    })
}

/// A line that its section's total leaves out shows no amount a month, as on paper.
fn shown_line(reckoned: &ReckonedLine, section: Section, rules: &RulesAt<'_>) -> Result<BudgetLineView, Failure> {
    let line = &reckoned.line;
    let entry = rules.lists.budget_entry(&line.entry)?;
    let enters = reckoned.counted == Counted::Yes || section == Section::RunningExpense;
    Ok(BudgetLineView {
        id: line.id,
        entry: line.entry.as_str().to_owned(),
        label: entry.label.clone(),
        detail: line.detail.to_string(),
        printed_label: reckoned.label.clone(),
        amount: line.amount.into(),
        frequency: key_of(line.frequency),
        frequency_text: line.frequency.per().to_owned(),
        per_month: reckoned.per_month.filter(|_| enters).map(Money::from),
        calculation: calculation(line.amount, line.frequency),
        counted: reckoned.counted == Counted::Yes,
        note: reckoned.counted.reason().to_owned(),
        certainty: key_of(line.certainty),
        certainty_text: line.certainty.label().to_owned(),
        outstanding: line.debt.outstanding.map(domain::money::Euros::bare).unwrap_or_default(),
        ends: line.ends.map(|month| month.to_string()).unwrap_or_default(),
        after_amount: line.after.as_ref().map(|after| after.amount.bare()).unwrap_or_default(),
        after_reason: line.after.as_ref().map(|after| after.reason.to_string()).unwrap_or_default(),
    })
}
