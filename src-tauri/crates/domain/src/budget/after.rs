//! The budget once the project is done: what each line becomes, then what the loan takes.
//!
//! A line the project changes has its amount then; what is only hoped for is left out unless the adviser counts it;
//! a debt this loan pays off leaves the list. Then come the instalment with its insurance and the account the
//! lender asks for.
//!
//! Worked example (the Delmas household): 1 999,76 − 983,68 − 45,00 − 70,86 = 900,22;
//! ÷ 3 personnes = 300,07 a month, 9,87 a day.

use super::reckoning::a_day;
use super::{
    Budget, BudgetLine, BudgetReading, BudgetRefused, Counted, DebtRatio, Hope, HouseholdBudget, ReckonedLine, Section,
    reckon, working,
};
use crate::explained::WorkingRow;
use crate::household::Household;
use crate::money::{AmountTooLarge, Euros};
use crate::words::spaced;

/// What a loan takes from a budget a month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LoanCosts {
    /// The instalment with its insurance.
    pub instalment: Euros,
    /// The account its lender asks for: beside the TAEG, yet paid every month.
    pub account: Euros,
}

impl From<Euros> for LoanCosts {
    /// An instalment, no account asked for.
    fn from(instalment: Euros) -> Self {
        Self { instalment, account: Euros::ZERO }
    }
}

/// A line that the project changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AfterChange {
    /// The section of the line.
    pub section: Section,
    /// What its kind is called.
    pub name: String,
    /// The same with the detail.
    pub label: String,
    /// Whether it enters the reste à vivre.
    pub counted: Counted,
    /// How much more a month; below zero when less.
    pub difference: Euros,
    /// Why, as papers say it.
    pub reason: String,
    /// Whether it is sure; what is hoped for and not counted changes nothing of the budget.
    pub hope: Hope,
}

/// A household budget once the project is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AfterProject {
    /// The budget with what each line becomes, the loan not counted.
    pub budget: HouseholdBudget,
    /// The instalment.
    pub instalment: Euros,
    /// The account the lender asks for.
    pub account: Euros,
    /// What is left for the household a month, the loan counted.
    pub left: Euros,
    /// What is left for each share a month.
    pub reste_a_vivre: Euros,
    /// The same a day: × 12 ÷ 365.
    pub per_day: Euros,
    /// Credits, debts and the instalment over income; absent without income.
    pub debt_ratio: Option<DebtRatio>,
    /// What changes, line by line, in the order of the sections.
    pub changes: Vec<AfterChange>,
}

/// Works out a household budget once the project is done.
///
/// The reading is that of the day the budget was established. Errors: those of [`reckon`].
pub fn reckon_after(
    budget: &Budget,
    household: &Household,
    reading: &BudgetReading<'_>,
    costs: impl Into<LoanCosts>,
) -> Result<AfterProject, BudgetRefused> {
    let LoanCosts { instalment, account } = costs.into();
    let before = reckon(budget, household, reading)?;
    let lines = budget.lines.iter().filter_map(BudgetLine::done).collect();
    let after = reckon(&Budget { lines, ..budget.clone() }, household, reading)?;
    let left = after.left.minus(instalment)?.minus(account)?;
    let reste_a_vivre = after.shares.one_of(left)?;
    let debt_ratio = match after.debt_ratio {
        Some(ratio) => ratio.with(instalment)?,
        None => None,
    };
    Ok(AfterProject {
        instalment,
        account,
        left,
        reste_a_vivre,
        per_day: a_day(reste_a_vivre)?,
        debt_ratio,
        changes: changes(&before)?,
        budget: after,
    })
}

/// The working of the reste à vivre after the project, the same rows as before it and what the loan takes.
pub fn working_after(after: &AfterProject) -> Result<Vec<WorkingRow>, AmountTooLarge> {
    let mut rows: Vec<_> = working(&after.budget)?.into_iter().filter(|row| !row.result).collect();
    let row = |sign, label: String, value: String, result| WorkingRow { sign, label, value, result };
    rows.push(row("−", "Mensualité du microcrédit".to_owned(), after.instalment.bare(), false));
    if !after.account.is_zero() {
        rows.push(row("−", "Compte demandé par la banque".to_owned(), after.account.bare(), false));
    }
    rows.push(row("=", "Reste pour le ménage".to_owned(), after.left.bare(), true));
    let shared = format!("{}, par mois", after.budget.shares.in_words());
    rows.push(row("÷", shared, after.reste_a_vivre.to_string(), true));
    Ok(rows)
}

impl BudgetLine {
    /// The line once the project is done; nothing when the loan pays it off.
    #[must_use]
    pub fn done(&self) -> Option<Self> {
        if self.debt.paid_off {
            return None;
        }
        let amount = match &self.after {
            Some(after) if after.hope != Hope::NotCounted => after.amount,
            Some(_) | None => self.amount,
        };
        Some(Self { amount, ..self.clone() })
    }
}

impl DebtRatio {
    fn with(self, instalment: Euros) -> Result<Option<Self>, AmountTooLarge> {
        let debts = self.debts.plus(instalment)?;
        Ok(debts.percent_of(self.income).map(|percent| Self { debts, percent, ..self }))
    }
}

fn changes(before: &HouseholdBudget) -> Result<Vec<AfterChange>, AmountTooLarge> {
    let mut changes = Vec::new();
    for section in &before.sections {
        for line in &section.lines {
            changes.extend(change_of(section.section, line)?);
        }
    }
    Ok(changes)
}

/// What the project makes of a line; nothing when it does not change it.
fn change_of(section: Section, reckoned: &ReckonedLine) -> Result<Option<AfterChange>, AmountTooLarge> {
    let line = &reckoned.line;
    let reason = line.after.as_ref().map(|after| spaced(after.reason.as_str())).filter(|reason| !reason.is_empty());
    let (then, reason, hope) = if line.debt.paid_off {
        (Euros::ZERO, reason.unwrap_or_else(|| "soldée par ce prêt".to_owned()), Hope::Sure)
    } else {
        let Some(after) = &line.after else { return Ok(None) };
        let done = BudgetLine { amount: after.amount, ..line.clone() };
        (done.per_month()?.unwrap_or(Euros::ZERO), reason.unwrap_or_default(), after.hope)
    };
    let difference = then.minus(reckoned.per_month.unwrap_or(Euros::ZERO))?;
    let (name, label, counted) = (reckoned.name.clone(), reckoned.label.clone(), reckoned.counted);
    Ok(Some(AfterChange { section, name, label, counted, difference, reason, hope }))
}
