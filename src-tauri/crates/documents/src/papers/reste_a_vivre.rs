//! The reste à vivre before a loan and after it, with its working and its marks.
//!
//! Each result stands under its operands; each change between before and after is
//! named with its amount (*Un coup de pouce pour le microcrédit personnel*, évaluation
//! du projet). Worked example (the Delmas household): 339,53 a person before, 300,07
//! after; the instalment of 70,86 is 32 % of a capacity of 221,08.

use chrono::NaiveDate;
use domain::budget::{
    AfterChange, AfterProject, Counted, DebtRatio, Hope, HouseholdBudget, Section, repayment_capacity, working,
    working_after,
};
use domain::explained::WorkingRow;
use domain::loan::LoanTerms;
use domain::money::{AmountTooLarge, Euros};
use domain::settings::{BudgetRule, RulePeriod};
use domain::words::{HARD_SPACE, NARROW_SPACE, capital, decimal, long_date, percent, spaced};

use super::budget_beside::{ratio_with_limit, units_in_words};
use super::wording::{round, round_rate};
use crate::page::{Align, Density, Face, Ink, Row, Span, Table};

/// What a loan makes of a budget.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AfterLoan {
    /// The budget once the project is done, the instalment counted.
    pub budget: AfterProject,
    /// The loan of that instalment.
    pub terms: LoanTerms,
    /// The office's rule: the threshold under which it asks why, the debt ratio it looks at.
    pub rule: BudgetRule,
    /// The day that rule began; not said when absent.
    pub rule_since: Option<NaiveDate>,
}

const NOTHING: &str = "–";
const ALONE: [(i64, Align, &str); 3] =
    [(33, Align::Left, "Reste à vivre"), (13, Align::Right, "€ par mois"), (54, Align::Left, "Calcul")];
const COMPARED: [(i64, Align, &str); 4] = [
    (30, Align::Left, "Reste à vivre"),
    (13, Align::Right, "Avant le prêt"),
    (13, Align::Right, "Après le prêt"),
    (44, Align::Left, "Ce qui change"),
];

/// The steps of the reste à vivre: before and after the loan, or alone with the calculation of each result.
pub(super) fn steps(budget: &HouseholdBudget, after: Option<&AfterLoan>) -> Result<Table, AmountTooLarge> {
    match after {
        Some(after) => compared(budget, after),
        None => alone(budget),
    }
}

/// The marks a reste à vivre is read with, each with its name.
pub(super) fn marks(
    budget: &HouseholdBudget,
    after: Option<&AfterLoan>,
) -> Result<Vec<(String, String)>, AmountTooLarge> {
    let ratio = |when: &str, ratio: Option<DebtRatio>| {
        ratio.map(|ratio| (format!("Taux d’endettement{when}"), percent(ratio.percent)))
    };
    let Some(after) = after else {
        let day = format!("Reste à vivre par {} et par jour", share(budget));
        return Ok([Some((day, budget.per_day.to_string())), ratio("", budget.debt_ratio)]
            .into_iter()
            .flatten()
            .collect());
    };
    let mut marks = Vec::new();
    if let Some(threshold) = after.rule.threshold {
        marks.push(("Reste à vivre de référence".to_owned(), format!("{threshold}{}", after.period_in_words())));
    }
    marks.extend(ratio(" avant", budget.debt_ratio));
    let then = after.budget.debt_ratio.map(|ratio| ratio_with_limit(ratio.percent, &after.rule));
    marks.extend(then.map(|then| ("Taux d’endettement après".to_owned(), then)));
    let capacity = match after.capacity()? {
        Some(capacity) => format!("{capacity} / mois"),
        None => format!("non calculée{NARROW_SPACE}: aucun repère"),
    };
    marks.push(("Capacité de remboursement".to_owned(), capacity));
    Ok(marks)
}

/// How each mark was worked out.
pub(super) fn reading(budget: &HouseholdBudget, after: Option<&AfterLoan>) -> Result<Vec<Span>, AmountTooLarge> {
    let by_day = match after {
        Some(_) => format!("Par jour{NARROW_SPACE}: ×{HARD_SPACE}12 ÷{HARD_SPACE}365."),
        None => format!("Par jour{NARROW_SPACE}: {} ×{HARD_SPACE}12 ÷{HARD_SPACE}365.", budget.reste_a_vivre.bare()),
    };
    let mut sentences = vec![by_day];
    let ratios = match (budget.debt_ratio, after.and_then(|after| after.budget.debt_ratio)) {
        (Some(before), Some(after)) => Some(format!("{} avant, {} après", quotient(before), quotient(after))),
        (Some(only), None) | (None, Some(only)) => Some(quotient(only)),
        (None, None) => None,
    };
    sentences.extend(
        ratios.map(|ratios| {
            format!("Endettement{NARROW_SPACE}: crédits et dettes ÷{HARD_SPACE}ressources, soit {ratios}.")
        }),
    );
    sentences.extend(units_in_words(&budget.shares));
    if let Some(after) = after {
        sentences.extend(after.capacity_in_words()?);
    }
    Ok(vec![
        Span::new("Lire les repères. ", Face::SansSemiBold, Ink::NOTE),
        Span::new(sentences.join(" "), Face::Sans, Ink::NOTE),
    ])
}

/// `Endettement. 85,00 ÷ 1 999,76 = 4,25 % avant le prêt, 155,86 ÷ 1 999,76 = 7,79 % avec le prêt (33 % au plus).`
pub(super) fn debt_ratio_in_words(budget: &HouseholdBudget, after: Option<&AfterLoan>) -> Option<Vec<Span>> {
    let before = budget.debt_ratio.map(|ratio| format!("{} = {}", quotient(ratio), percent(ratio.percent)));
    let then = after.and_then(|after| Some((after.budget.debt_ratio?, &after.rule)));
    let then = then.map(|(ratio, rule)| format!("{} = {}", quotient(ratio), ratio_with_limit(ratio.percent, rule)));
    let said = match (before, then) {
        (Some(before), Some(then)) => format!("{before} avant le prêt, {then} avec le prêt"),
        (Some(only), None) | (None, Some(only)) => only,
        (None, None) => return None,
    };
    let said = format!("crédits et dettes ÷{HARD_SPACE}ressources, {said}.");
    let units = units_in_words(&budget.shares).map(|units| format!(" {units}")).unwrap_or_default();
    Some(vec![
        Span::new("Endettement. ", Face::SansSemiBold, Ink::NOTE),
        Span::new(spaced(&format!("{}{units}", capital(&said))), Face::Sans, Ink::NOTE),
    ])
}

fn quotient(ratio: DebtRatio) -> String {
    format!("{} ÷{HARD_SPACE}{}", ratio.debts.bare(), ratio.income.bare())
}

/// `personne`, or `part` when a share is not whole.
pub(super) fn share(budget: &HouseholdBudget) -> &'static str {
    budget.shares.one()
}

impl AfterLoan {
    /// The instalment that would leave just the threshold; nothing where the office fixed none.
    pub(super) fn capacity(&self) -> Result<Option<Euros>, AmountTooLarge> {
        repayment_capacity(&self.budget, &self.rule)
    }

    /// ` par jour` where the rule has a threshold a day.
    pub(super) fn period_in_words(&self) -> &'static str {
        match self.rule.period {
            RulePeriod::Month => "",
            RulePeriod::Day => " par jour",
        }
    }

    fn capacity_in_words(&self) -> Result<Option<String>, AmountTooLarge> {
        let (Some(threshold), Some(capacity)) = (self.rule.threshold, self.capacity()?) else { return Ok(None) };
        let since = self.rule_since.map(|day| format!(" au {}", long_date(day))).unwrap_or_default();
        let what = format!(
            "Capacité{NARROW_SPACE}: mensualité qui ramènerait le reste à vivre à {}{} par {} (règle du CCAS{since})",
            round(threshold),
            self.period_in_words(),
            share(&self.budget.budget)
        );
        let instalment = self.budget.instalment;
        Ok(Some(match instalment.percent_of(capacity) {
            Some(part) => {
                let part = decimal(part.round(), 0);
                format!("{what}{NARROW_SPACE}; celle du prêt, {instalment}, en représente {part}{NARROW_SPACE}%.")
            }
            None => format!("{what}{NARROW_SPACE}; celle du prêt est de {instalment}."),
        }))
    }
}

fn alone(budget: &HouseholdBudget) -> Result<Table, AmountTooLarge> {
    let mut rows = Vec::new();
    let mut operands = String::new();
    for step in working(budget)? {
        let calculation = match (step.result, step.sign) {
            (false, _) => String::new(),
            (true, "÷") => format!("{operands} ÷ {}", budget.shares),
            (true, _) => operands.clone(),
        };
        operands = if step.result { step.value.clone() } else { chained(&operands, step.sign, &step.value) };
        rows.push(Row::Line(vec![signed(&step), step.value, calculation]));
    }
    Ok(table(&ALONE, rows))
}

fn compared(budget: &HouseholdBudget, after: &AfterLoan) -> Result<Table, AmountTooLarge> {
    let (before, then) = (working(budget)?, working_after(&after.budget)?);
    let said = what_changes(budget, after)?;
    let mut labels = then.clone();
    for (place, row) in before.iter().enumerate() {
        if !labels.iter().any(|other| other.label == row.label) {
            labels.insert(place.min(labels.len()), row.clone());
        }
    }
    let value = |rows: &[WorkingRow], label: &str| {
        rows.iter().find(|row| row.label == label).map_or_else(|| NOTHING.to_owned(), |row| row.value.clone())
    };
    let rows = labels.iter().zip(said.into_iter().map(Some).chain(std::iter::repeat(None))).map(|(row, change)| {
        let (first, second) = (value(&before, &row.label), value(&then, &row.label));
        Row::Line(vec![signed(row), first, second, change.unwrap_or_default()])
    });
    Ok(table(&COMPARED, rows.collect()))
}

/// The table whose last row is its result.
fn table(columns: &[(i64, Align, &str)], mut rows: Vec<Row>) -> Table {
    if let Some(Row::Line(cells)) = rows.pop() {
        rows.push(Row::Total(cells));
    }
    Table::of(Density::Dense, columns, rows)
}

fn signed(row: &WorkingRow) -> String {
    if row.sign.is_empty() { row.label.clone() } else { format!("{}{HARD_SPACE}{}", row.sign, row.label) }
}

fn chained(before: &str, sign: &str, value: &str) -> String {
    if before.is_empty() { value.to_owned() } else { format!("{before} {sign}{HARD_SPACE}{value}") }
}

/// What changes, row by row: the sections that count, the instalment, what is left, what is left a day.
fn what_changes(budget: &HouseholdBudget, after: &AfterLoan) -> Result<Vec<String>, AmountTooLarge> {
    let running = !budget.counted_running()?.is_zero() || !after.budget.budget.counted_running()?.is_zero();
    let shown = |section: &Section| *section != Section::RunningExpense || running;
    let mut said: Vec<String> =
        Section::ALL.into_iter().filter(shown).map(|section| changes_of(&after.budget, section)).collect();
    let LoanTerms { amount, months, annual_rate, .. } = &after.terms;
    said.push(format!("{} sur {months}{HARD_SPACE}mois à {}", round(*amount), round_rate(*annual_rate)));
    if !after.budget.account.is_zero() {
        said.push("compris dans le TAEG".to_owned());
    }
    said.push(String::new());
    said.push(format!("soit {} puis {} par jour", budget.per_day, after.budget.per_day));
    Ok(said)
}

/// The counted lines of a section that the project changes, in words.
fn changes_of(after: &AfterProject, wanted: Section) -> String {
    let counted = |change: &&AfterChange| change.section == wanted && change.counted == Counted::Yes;
    let said: Vec<String> = after.changes.iter().filter(counted).map(change_in_words).collect();
    said.join(&format!("{NARROW_SPACE}; "))
}

/// `Transports −54,00 (la voiture remplace le bus)`.
fn change_in_words(change: &AfterChange) -> String {
    let (name, reason) = (&change.name, &change.reason);
    if change.hope == Hope::NotCounted {
        let why = if reason.is_empty() { String::new() } else { format!(" ({reason})") };
        return format!("{name}{why}{NARROW_SPACE}: espéré, non compté");
    }
    let amount = change.difference.bare();
    match (change.difference > Euros::ZERO, change.difference.is_zero(), reason.is_empty()) {
        (_, true, true) => format!("{name}{NARROW_SPACE}: sans changement"),
        (_, true, false) => format!("{name}{NARROW_SPACE}: {reason}"),
        (true, false, true) => format!("{name} +{amount}"),
        (true, false, false) => format!("{name} +{amount} ({reason})"),
        (false, false, true) => format!("{name} {amount}"),
        (false, false, false) => format!("{name} {amount} ({reason})"),
    }
}
