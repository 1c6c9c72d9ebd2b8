//! Totals, reste à vivre and debt ratio of a household, by the rule of the office or of a lender.
//!
//! Rules in force on the day the budget was established. A rule says which lines count and what the remainder is
//! shared among; the debt ratio has its own lines, the same for every rule.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use thiserror::Error;

use super::{Budget, BudgetLine, Frequency, Section, SharedAmong};
use crate::calendar::YearMonth;
use crate::household::{Household, Link};
use crate::money::{AmountTooLarge, Euros};
use crate::settings::{BudgetEntry, BudgetRule, ListKey, ListRefused, Lists, RulesAt};
use crate::words::{HARD_SPACE, NARROW_SPACE, spaced};

/// How a budget is read: the kinds of lines, and a rule.
#[derive(Clone, Copy, Debug)]
pub struct BudgetReading<'r> {
    /// The lists of the day the budget was established.
    pub lists: &'r Lists,
    /// The rule: the office's, or a lender's own.
    pub rule: &'r BudgetRule,
}

/// Whether a line enters the reste à vivre, and why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// It does.
    Yes,
    /// A single payment is not a monthly one.
    OneOff,
    /// The office's rule leaves this kind of line out.
    ByRule,
    /// Its last month was before the budget was established.
    Ended,
}

/// A budget line brought to a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReckonedLine {
    /// The line as entered.
    pub line: BudgetLine,
    /// What its kind is called: `Salaire net`.
    pub name: String,
    /// The same with the detail: `Salaire net (aide à domicile)`.
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
    pub shares: SharedAmong,
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

impl<'r> BudgetReading<'r> {
    /// The office's reading on the day of `rules`.
    #[must_use]
    pub fn of_office(rules: &RulesAt<'r>) -> Self {
        Self { lists: rules.lists, rule: &rules.office.budget }
    }

    /// A lender's own reading on the day of `rules`; nothing when its agreement states none.
    #[must_use]
    pub fn of_lender(rules: &RulesAt<'r>, lender: &ListKey) -> Option<Self> {
        let rule = rules.lender(lender)?.agreement?.value.budget.as_ref()?;
        Some(Self { lists: rules.lists, rule })
    }

    fn counts(&self, entry: &BudgetEntry) -> bool {
        let (added, removed) = (self.rule.added.contains(&entry.key), self.rule.removed.contains(&entry.key));
        added || (entry.counts_in_reste_a_vivre && !removed)
    }
}

/// Works out a household budget.
///
/// The reading is that of the day the budget was established. Refuses a kind of line that is not in the lists and
/// sums beyond the limit of amounts.
pub fn reckon(
    budget: &Budget,
    household: &Household,
    reading: &BudgetReading<'_>,
) -> Result<HouseholdBudget, BudgetRefused> {
    let mut sections = Vec::new();
    for section in Section::ALL {
        sections.push(reckon_section(section, budget, household, reading)?);
    }
    let left = left_of(&sections)?;
    let shares = SharedAmong::of(household, &reading.rule.divisor, budget.established_on);
    let reste_a_vivre = shares.one_of(left)?;
    Ok(HouseholdBudget {
        shares,
        left,
        reste_a_vivre,
        per_day: a_day(reste_a_vivre)?,
        debt_ratio: debt_ratio(&sections, reading.lists)?,
        sections,
    })
}

/// An amount a month, a day: × 12 ÷ 365, a leap year too.
pub(super) fn a_day(month: Euros) -> Result<Euros, AmountTooLarge> {
    Ok(month.part(12, 365)?.unwrap_or(Euros::ZERO))
}

/// Income less what is counted of expenses and debts.
fn left_of(sections: &[ReckonedSection]) -> Result<Euros, AmountTooLarge> {
    let mut left = Euros::ZERO;
    for section in Section::ALL {
        let counted = counted_total(sections, section)?;
        left = match section {
            Section::Income => left.plus(counted)?,
            Section::FixedExpense | Section::RunningExpense | Section::Debt => left.minus(counted)?,
        };
    }
    Ok(left)
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

fn reckon_section(
    section: Section,
    budget: &Budget,
    household: &Household,
    reading: &BudgetReading<'_>,
) -> Result<ReckonedSection, BudgetRefused> {
    let mut lines = Vec::new();
    for line in &budget.lines {
        let entry = reading.lists.budget_entry(&line.entry)?;
        if entry.section == section {
            let per_month = line.per_month()?;
            let counted = match per_month {
                None => Counted::OneOff,
                Some(_) if line.has_ended(budget.established_on) => Counted::Ended,
                Some(_) if reading.counts(entry) => Counted::Yes,
                Some(_) => Counted::ByRule,
            };
            lines.push(ReckonedLine {
                name: entry.label.clone(),
                label: label(line, entry, household),
                line: line.clone(),
                per_month,
                counted,
            });
        }
    }
    let enters = |line: &&ReckonedLine| match section {
        Section::RunningExpense => line.counted != Counted::Ended,
        Section::Income | Section::FixedExpense | Section::Debt => line.counted == Counted::Yes,
    };
    let total = Euros::sum(lines.iter().filter(enters).filter_map(|line| line.per_month))?;
    Ok(ReckonedSection { section, lines, total })
}

impl BudgetLine {
    /// Whether its last month lies before the one of a day.
    #[must_use]
    pub fn has_ended(&self, day: NaiveDate) -> bool {
        self.ends.zip(YearMonth::of(day)).is_some_and(|(last, month)| last < month)
    }

    /// Its amount a month: × payments a year ÷ 12, one division, half up; nothing for a single payment.
    pub fn per_month(&self) -> Result<Option<Euros>, AmountTooLarge> {
        match self.frequency.month() {
            Some((times, by)) => self.amount.part(times, by),
            None => Ok(None),
        }
    }
}

/// The label, then in brackets the detail, whose it is, what is still owed and the last month.
fn label(line: &BudgetLine, entry: &BudgetEntry, household: &Household) -> String {
    let said = |text: &str| Some(spaced(text)).filter(|text| !text.is_empty());
    let details: Vec<String> = [
        said(line.detail.as_str()),
        said(line.debt.creditor.as_str()),
        whose(line, household),
        line.debt.outstanding.map(|owed| format!("reste{HARD_SPACE}{owed}")),
        line.debt.arrears.filter(|late| !late.is_zero()).map(|late| format!("retard{HARD_SPACE}{late}")),
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

/// The name of whose line it is; the applicant's is the person's, which the household does not hold.
fn whose(line: &BudgetLine, household: &Household) -> Option<String> {
    let id = line.member?;
    let member = household.members().iter().find(|member| member.id == id)?;
    (member.link != Link::Applicant).then(|| member.name.to_string())
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
            let Some(per_month) = line.per_month.filter(|_| line.counted != Counted::Ended) else { continue };
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
pub(super) mod tests;
