//! The versions of a budget, each as it was given, and two of them set side by side.

use std::fmt::Write;

use chrono::NaiveDate;
use domain::budget::{
    Budget, BudgetDays, BudgetReading, HouseholdBudget, LineDifference, VersionsCompared, compare, reckon,
};
use domain::dossier::{Dossier, DossierId};
use domain::money::Euros;
use domain::settings::Settings;
use domain::words::{Labelled, counted, percent, spaced};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::after::signed;
use super::seal::closing;
use crate::dossiers::{OneDossier, found};
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::settings::settings;
use app::shapes::{Day, Money};

/// The versions of a budget, the first one first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct BudgetVersions {
    /// Each of them.
    pub versions: Vec<BudgetVersionView>,
}

/// One version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "BudgetVersion")]
pub struct BudgetVersionView {
    /// Its number.
    pub version: u32,
    /// `Version 2, 9 novembre 2026 (décision)`.
    pub label: String,
    /// The day it was established.
    pub established_on: Day,
    /// `demande`, `décision`, `pendant le prêt`, `fin du prêt`.
    pub moment: String,
    /// `Imprimée le 9 novembre 2026`; empty while it is open.
    pub closing: String,
    /// What is left to live on before the loan, a share a month.
    pub reste_a_vivre: Money,
}

/// Which two versions.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TwoVersions {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The one compared with.
    pub before: u32,
    /// The one compared.
    pub after: u32,
}

/// Two versions set side by side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct BudgetsCompared {
    /// The one compared with.
    pub before: BudgetVersionView,
    /// The one compared.
    pub after: BudgetVersionView,
    /// The lines that are not the same.
    pub lines: Vec<DifferenceRow>,
    /// Every total, the household and the reste à vivre.
    pub totals: Vec<ComparedTotal>,
    /// `Cantine ajoutée (+88,00) ; prime d’activité corrigée (+16,76).`
    pub sentence: String,
}

/// A line that is not the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct DifferenceRow {
    /// Its label with the detail.
    pub label: String,
    /// `added`, `removed`, `month` or `words`.
    pub changed: String,
    /// The same in a word: `ajoutée`.
    pub changed_text: String,
    /// Its month before; a dash where there is none.
    pub before: String,
    /// Its month after; a dash where there is none.
    pub after: String,
    /// How much more, with its sign.
    pub difference: String,
}

/// A total in both versions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ComparedTotal {
    /// What it is.
    pub label: String,
    /// Before.
    pub before: String,
    /// After.
    pub after: String,
    /// How much more, with its sign; empty for what is not an amount.
    pub difference: String,
    /// Whether it is a result.
    pub strong: bool,
}

/// A version with what it is read with.
struct Read<'d> {
    budget: &'d Budget,
    reckoned: HouseholdBudget,
    view: BudgetVersionView,
}

/// Lists the versions of a budget.
pub fn budget_versions(desk: &Desk, input: OneDossier, moment: &Moment) -> Result<BudgetVersions, Failure> {
    let (dossier, versions, settings) = kept(desk, input.dossier)?;
    let read = read_all(&dossier, &versions, &settings, moment)?;
    Ok(BudgetVersions { versions: read.into_iter().map(|one| one.view).collect() })
}

/// Sets two versions of a budget side by side.
pub fn compare_budgets(desk: &Desk, input: TwoVersions, moment: &Moment) -> Result<BudgetsCompared, Failure> {
    let (dossier, versions, settings) = kept(desk, input.dossier)?;
    let read = read_all(&dossier, &versions, &settings, moment)?;
    let of = |version: u32, field: &str| {
        let one = read.iter().find(|one| one.budget.version == version);
        one.ok_or_else(|| Failure::gone("Cette version du budget").at(field))
    };
    let (before, after) = (of(input.before, "before")?, of(input.after, "after")?);
    let compared = compare(&before.reckoned, &after.reckoned)?;
    Ok(BudgetsCompared {
        before: before.view.clone(),
        after: after.view.clone(),
        lines: compared.lines.iter().map(row).collect(),
        totals: totals(before, after, &compared)?,
        sentence: sentence(&compared.lines),
    })
}

/// The version before the one in use, and what changed since.
pub struct ChangedSince {
    /// Its number.
    pub version: u32,
    /// The day it was established.
    pub established_on: NaiveDate,
    /// How many lines changed.
    pub(crate) count: usize,
    /// What changed, in a sentence.
    pub sentence: String,
    /// Its reste à vivre before the loan.
    pub before: Euros,
}

/// What changed since the version before the one in use; nothing while there is only one.
pub fn changed_since(
    dossier: &Dossier,
    versions: &[Budget],
    settings: &Settings,
    moment: &Moment,
) -> Result<Option<ChangedSince>, Failure> {
    let [.., before, after] = versions else { return Ok(None) };
    let pair = [before.clone(), after.clone()];
    let read = read_all(dossier, &pair, settings, moment)?;
    let [one, other] = read.as_slice() else { return Ok(None) };
    let compared = compare(&one.reckoned, &other.reckoned)?;
    Ok(Some(ChangedSince {
        version: before.version,
        established_on: before.established_on,
        count: compared.lines.len(),
        sentence: sentence(&compared.lines),
        before: one.reckoned.reste_a_vivre,
    }))
}

impl ChangedSince {
    /// `4 changements depuis la version 2.`
    pub(super) fn counted(&self) -> String {
        let changes = counted(self.count, "changement", "changements");
        format!("{changes} depuis la version {}.", self.version)
    }
}

fn kept(desk: &Desk, id: DossierId) -> Result<(Dossier, Vec<Budget>, Settings), Failure> {
    desk.read(|reader| Ok((found(reader, id)?, reader.budgets(id)?, settings(reader)?)))
}

/// Each version with its own household and the rules of its own day.
fn read_all<'d>(
    dossier: &'d Dossier,
    versions: &'d [Budget],
    settings: &Settings,
    moment: &Moment,
) -> Result<Vec<Read<'d>>, Failure> {
    let days = days(dossier, settings, moment);
    let nexts = versions.iter().skip(1).map(|next| Some(next.established_on)).chain([None]);
    versions
        .iter()
        .zip(nexts)
        .map(|(budget, next)| {
            let household = budget.seal.as_ref().map_or(&dossier.household, |seal| &seal.household);
            let rules = settings.at(budget.established_on);
            let reckoned = reckon(budget, household, &BudgetReading::of_office(&rules))?;
            let moment = days.moment_of(budget, next).label();
            let day = Day::full(budget.established_on);
            let view = BudgetVersionView {
                version: budget.version,
                label: spaced(&format!("Version {}, {} ({moment})", budget.version, day.text)),
                established_on: day,
                moment: moment.to_owned(),
                closing: closing(budget),
                reste_a_vivre: reckoned.reste_a_vivre.into(),
            };
            Ok(Read { budget, reckoned, view })
        })
        .collect()
}

/// The days that name the versions of a dossier.
fn days(dossier: &Dossier, settings: &Settings, moment: &Moment) -> BudgetDays {
    let course = dossier.facts.course();
    let loan = course.disbursement.and_then(|_| dossier.loan(settings, moment.today).ok());
    BudgetDays {
        decided_on: course.orientations.last().map(|(_, orientation)| orientation.decided_on),
        disbursed_on: course.disbursement.map(|(_, disbursement)| disbursement.on),
        last_due_on: loan.as_ref().and_then(|loan| loan.last()).and_then(|last| last.due),
    }
}

fn row(one: &LineDifference) -> DifferenceRow {
    let month = |amount: Option<Euros>| amount.map_or_else(|| "–".to_owned(), Euros::bare);
    DifferenceRow {
        label: one.label.clone(),
        changed: one.changed.key().to_owned(),
        changed_text: one.changed.label().to_owned(),
        before: month(one.before),
        after: month(one.after),
        difference: signed(one.difference),
    }
}

fn totals(before: &Read<'_>, after: &Read<'_>, compared: &VersionsCompared) -> Result<Vec<ComparedTotal>, Failure> {
    let amounts = |label: &str, (one, other): (Euros, Euros), strong| -> Result<ComparedTotal, Failure> {
        Ok(ComparedTotal {
            label: label.to_owned(),
            before: one.bare(),
            after: other.bare(),
            difference: signed(other.minus(one)?),
            strong,
        })
    };
    let mut rows = Vec::new();
    for (section, one, other) in &compared.totals {
        rows.push(amounts(section.total_label(), (*one, *other), false)?);
    }
    rows.push(amounts("Reste pour le ménage", compared.left, true)?);
    let words = |label: &str, one: String, other: String| ComparedTotal {
        label: label.to_owned(),
        before: one,
        after: other,
        difference: String::new(),
        strong: false,
    };
    rows.push(words("Divisé par", before.reckoned.shares.in_words(), after.reckoned.shares.in_words()));
    rows.push(amounts("Reste à vivre", compared.reste_a_vivre, true)?);
    let ratio =
        |read: &Read<'_>| read.reckoned.debt_ratio.map_or_else(|| "–".to_owned(), |ratio| percent(ratio.percent));
    rows.push(words("Taux d’endettement", ratio(before), ratio(after)));
    Ok(rows)
}

/// What changed, in a sentence: `Cantine : ajoutée (+88,00) ; prime d’activité : corrigée (+16,76).`
fn sentence(lines: &[LineDifference]) -> String {
    let mut said = String::new();
    for one in lines {
        let between = if said.is_empty() { "" } else { " ; " };
        let amount = if one.difference.is_zero() { String::new() } else { format!(" ({})", signed(one.difference)) };
        // Writing to a string never fails.
        let _ = write!(said, "{between}{} : {}{amount}", one.label, one.changed.label());
    }
    if said.is_empty() { "Aucune ligne ne change.".to_owned() } else { spaced(&format!("{said}.")) }
}
