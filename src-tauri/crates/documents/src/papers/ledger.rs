//! The ledger of a budget: every line of the household, section by section.
//!
//! A counted line has its monthly amount in the last column; a line that is not
//! counted has its amount under « Calcul », « – » in the last column, and says why.
//! Running expenses, which the reste à vivre pays for, come last and apart unless the
//! office's rule counts some of them. A line that begins with the project is not in the
//! ledger of before: the reste à vivre names it among what changes.

use domain::budget::{Counted, HouseholdBudget, ReckonedLine, ReckonedSection, Section, calculation};
use domain::money::AmountTooLarge;
use domain::words::Labelled;

use super::reste_a_vivre::AfterLoan;
use crate::page::{Align, Density, Row, Table};

const NOTHING: &str = "–";

const COLUMNS: [(i64, Align, &str); 4] = [
    (57, Align::Left, "Ligne"),
    (10, Align::Left, "Preuve"),
    (20, Align::Right, "Calcul"),
    (13, Align::Right, "€ par mois"),
];

/// The lines and totals, as a table.
pub(super) fn ledger(
    budget: &HouseholdBudget,
    after: Option<&AfterLoan>,
    density: Density,
) -> Result<Table, AmountTooLarge> {
    let rows = match after {
        Some(_) => rows(&started(budget))?,
        None => rows(budget)?,
    };
    Ok(Table::of(density, &COLUMNS, rows))
}

/// The budget without the lines that begin with the project.
fn started(budget: &HouseholdBudget) -> HouseholdBudget {
    let mut budget = budget.clone();
    for section in &mut budget.sections {
        section.lines.retain(|line| line.line.after.is_none() || !line.line.amount.is_zero());
    }
    budget
}

/// Every row under the heading.
fn rows(budget: &HouseholdBudget) -> Result<Vec<Row>, AmountTooLarge> {
    let running_counts = !budget.counted_running()?.is_zero();
    let mut rows = Vec::new();
    for section in [Section::Income, Section::FixedExpense] {
        rows.extend(counted_rows(budget, section));
    }
    if running_counts {
        rows.extend(partly_counted_rows(budget)?);
    }
    rows.extend(counted_rows(budget, Section::Debt));
    if !running_counts {
        rows.extend(noted_rows(budget));
    }
    Ok(rows)
}

fn counted_rows(budget: &HouseholdBudget, section: Section) -> Vec<Row> {
    let Some(reckoned) = budget.section(section) else { return Vec::new() };
    let mut rows = vec![Row::Group(section.label().to_owned())];
    rows.extend(reckoned.lines.iter().map(line));
    if reckoned.lines.is_empty() {
        rows.push(none());
    }
    rows.push(total(section.total_label(), String::new(), reckoned.total.bare()));
    rows
}

fn partly_counted_rows(budget: &HouseholdBudget) -> Result<Vec<Row>, AmountTooLarge> {
    let Some(running) = budget.section(Section::RunningExpense) else { return Ok(Vec::new()) };
    let mut rows = vec![Row::Group(Section::RunningExpense.label().to_owned())];
    rows.extend(running.lines.iter().map(line));
    rows.push(total("Total des dépenses courantes comptées", String::new(), budget.counted_running()?.bare()));
    Ok(rows)
}

/// Running expenses noted for advice: the heading says once that they are not counted.
fn noted_rows(budget: &HouseholdBudget) -> Vec<Row> {
    let noted = |running: &&ReckonedSection| !running.lines.is_empty();
    let Some(running) = budget.section(Section::RunningExpense).filter(noted) else { return Vec::new() };
    let title = "Dépenses courantes, non comptées\u{202f}: ce que le reste à vivre doit payer";
    let mut rows = vec![Row::Group(title.to_owned())];
    for noted in &running.lines {
        rows.push(Row::Line(cells(noted, noted.label.clone())));
    }
    let label = Section::RunningExpense.total_label();
    rows.push(total(label, running.total.to_string(), NOTHING.to_owned()));
    rows
}

/// Nothing was declared: the section says so.
fn none() -> Row {
    let mut cells = vec!["aucune".to_owned()];
    cells.resize(COLUMNS.len(), String::new());
    Row::Line(cells)
}

fn line(reckoned: &ReckonedLine) -> Row {
    let label = match reckoned.counted {
        Counted::Yes => reckoned.label.clone(),
        Counted::OneOff | Counted::ByRule | Counted::Ended => {
            format!("{}, {}", reckoned.label, reckoned.counted.reason())
        }
    };
    Row::Line(cells(reckoned, label))
}

fn cells(reckoned: &ReckonedLine, label: String) -> Vec<String> {
    let entered = &reckoned.line;
    let calculation = calculation(entered.amount, entered.frequency);
    let (calculation, month) = match (reckoned.counted, reckoned.per_month) {
        (Counted::Yes, Some(month)) => (calculation, month.bare()),
        (Counted::ByRule | Counted::Ended, Some(month)) if !calculation.is_empty() => {
            (format!("{calculation} =\u{a0}{month}"), NOTHING.to_owned())
        }
        (Counted::ByRule | Counted::Ended, _) => (entered.amount.to_string(), NOTHING.to_owned()),
        (Counted::Yes | Counted::OneOff, _) => (calculation, NOTHING.to_owned()),
    };
    let proof = entered.certainty.short().to_owned();
    vec![label, proof, calculation, month]
}

fn total(label: &str, calculation: String, month: String) -> Row {
    Row::Total(vec![label.to_owned(), String::new(), calculation, month])
}
