//! Totals, reste à vivre and debt ratio of a household.
//!
//! Rules in force on the day the budget was established.

use rust_decimal::Decimal;
use thiserror::Error;

use super::{Budget, BudgetLine, Frequency, Section};
use crate::household::{Household, Shares};
use crate::money::{AmountTooLarge, Euros};
use crate::settings::{BudgetEntry, ListRefused, Lists};
use crate::words::{HARD_SPACE, NARROW_SPACE, spaced};

/// Whether a line enters the reste à vivre, and why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// It does.
    Yes,
    /// A single payment is not a monthly one.
    OneOff,
    /// The office's rule leaves this kind of line out.
    ByRule,
}

/// A budget line brought to a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReckonedLine {
    /// The line as entered.
    pub line: BudgetLine,
    /// Its label with the detail: `Salaire net (aide à domicile)`.
    pub label: String,
    /// Its amount a month; nothing for a single payment.
    pub per_month: Option<Euros>,
    /// Whether it enters the total.
    pub counted: Counted,
}

/// A section with its lines and total.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReckonedSection {
    /// Which one.
    pub section: Section,
    /// Its lines, in the order they were entered.
    pub lines: Vec<ReckonedLine>,
    /// Per month: the counted lines, or for running expenses all that come back, since they are only noted.
    pub total: Euros,
}

/// Credits and debts over income, in percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DebtRatio {
    /// Monthly credits and debts.
    pub debts: Euros,
    /// Monthly income.
    pub income: Euros,
    /// Percent, two decimals, half up.
    pub percent: Decimal,
}

/// A household budget worked out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HouseholdBudget {
    /// The four sections.
    pub sections: Vec<ReckonedSection>,
    /// The divisor.
    pub shares: Shares,
    /// What is left for the household a month.
    pub left: Euros,
    /// What is left for each share a month.
    pub reste_a_vivre: Euros,
    /// The same a day: × 12 ÷ 365.
    pub per_day: Euros,
    /// Absent without income.
    pub debt_ratio: Option<DebtRatio>,
}

/// Why a budget could not be worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum BudgetRefused {
    /// A sum passes the limit of amounts.
    #[error(transparent)]
    TooLarge(#[from] AmountTooLarge),
    /// A line's kind is not in the list.
    #[error(transparent)]
    UnknownEntry(#[from] ListRefused),
}

/// Works out a household budget.
///
/// `lists` are those of the day the budget was established: they say which lines count. Refuses a kind of line
/// that is not in the lists and sums beyond the limit of amounts.
pub fn reckon(budget: &Budget, household: &Household, lists: &Lists) -> Result<HouseholdBudget, BudgetRefused> {
    let mut sections = Vec::new();
    for section in Section::ALL {
        sections.push(reckon_section(section, budget, lists)?);
    }
    let total = |wanted: Section| {
        sections.iter().find(|reckoned| reckoned.section == wanted).map_or(Euros::ZERO, |reckoned| reckoned.total)
    };
    let counted_running = counted_total(&sections, Section::RunningExpense)?;
    let left = total(Section::Income)
        .minus(total(Section::FixedExpense))?
        .minus(counted_running)?
        .minus(total(Section::Debt))?;
    let shares = household.shares();
    let reste_a_vivre = left.part(2, shares.halves())?.unwrap_or(left);
    Ok(HouseholdBudget {
        shares,
        left,
        reste_a_vivre,
        per_day: reste_a_vivre.part(12, 365)?.unwrap_or(Euros::ZERO),
        debt_ratio: debt_ratio(&sections, lists)?,
        sections,
    })
}

impl HouseholdBudget {
    /// The section of a kind.
    #[must_use]
    pub fn section(&self, wanted: Section) -> Option<&ReckonedSection> {
        self.sections.iter().find(|reckoned| reckoned.section == wanted)
    }

    /// Running expenses the office's rule counts, a month.
    pub fn counted_running(&self) -> Result<Euros, AmountTooLarge> {
        counted_total(&self.sections, Section::RunningExpense)
    }
}

/// How a monthly amount follows from the line's own: `853,74 € / 12`; empty when they are the same.
#[must_use]
pub fn calculation(amount: Euros, frequency: Frequency) -> String {
    match frequency.month() {
        None => format!("{amount} une fois"),
        Some((1, 1)) => String::new(),
        Some((1, by)) => format!("{amount}{HARD_SPACE}/{HARD_SPACE}{by}"),
        Some((times, by)) => {
            format!("{amount}{HARD_SPACE}×{HARD_SPACE}{times}{HARD_SPACE}/{HARD_SPACE}{by}")
        }
    }
}

fn reckon_section(section: Section, budget: &Budget, lists: &Lists) -> Result<ReckonedSection, BudgetRefused> {
    let mut lines = Vec::new();
    for line in &budget.lines {
        let entry = lists.budget_entry(&line.entry)?;
        if entry.section == section {
            lines.push(reckon_line(line, entry)?);
        }
    }
    let enters = |line: &&ReckonedLine| match section {
        Section::RunningExpense => true,
        Section::Income | Section::FixedExpense | Section::Debt => line.counted == Counted::Yes,
    };
    let total = Euros::sum(lines.iter().filter(enters).filter_map(|line| line.per_month))?;
    Ok(ReckonedSection { section, lines, total })
}

fn reckon_line(line: &BudgetLine, entry: &BudgetEntry) -> Result<ReckonedLine, BudgetRefused> {
    let per_month = match line.frequency.month() {
        Some((times, by)) => line.amount.part(times, by)?,
        None => None,
    };
    let counted = match per_month {
        None => Counted::OneOff,
        Some(_) if entry.counts_in_reste_a_vivre => Counted::Yes,
        Some(_) => Counted::ByRule,
    };
    Ok(ReckonedLine { label: label(line, entry), line: line.clone(), per_month, counted })
}

/// The label, then in brackets the detail, what is still owed and the last month.
fn label(line: &BudgetLine, entry: &BudgetEntry) -> String {
    let details: Vec<String> = [
        Some(spaced(line.detail.as_str())).filter(|detail| !detail.is_empty()),
        line.debt.outstanding.map(|owed| format!("reste{HARD_SPACE}{owed}")),
        line.ends.map(|month| format!("fin{NARROW_SPACE}:{HARD_SPACE}{month}")),
    ]
    .into_iter()
    .flatten()
    .collect();
    if details.is_empty() {
        return entry.label.clone();
    }
    format!("{} ({})", entry.label, details.join(&format!("{NARROW_SPACE}; ")))
}

fn counted_total(sections: &[ReckonedSection], wanted: Section) -> Result<Euros, AmountTooLarge> {
    let lines = sections.iter().filter(|reckoned| reckoned.section == wanted).flat_map(|reckoned| &reckoned.lines);
    Euros::sum(lines.filter(|line| line.counted == Counted::Yes).filter_map(|line| line.per_month))
}

/// Credits and debts ÷ income, each by the office's rule.
fn debt_ratio(sections: &[ReckonedSection], lists: &Lists) -> Result<Option<DebtRatio>, BudgetRefused> {
    let (mut debts, mut income) = (Euros::ZERO, Euros::ZERO);
    for reckoned in sections {
        for line in &reckoned.lines {
            let Some(per_month) = line.per_month else { continue };
            if !lists.budget_entry(&line.line.entry)?.counts_in_debt_ratio {
                continue;
            }
            match reckoned.section {
                Section::Income => income = income.plus(per_month)?,
                Section::FixedExpense | Section::RunningExpense | Section::Debt => debts = debts.plus(per_month)?,
            }
        }
    }
    Ok(debts.percent_of(income).map(|percent| DebtRatio { debts, income, percent }))
}

#[cfg(test)]
mod tests;
