//! The budget once the project is done: what each line becomes, then the instalment.
//!
//! Worked example (the Delmas household): 1 999,76 − 983,68 − 45,00 − 70,86 = 900,22;
//! ÷ 3 personnes = 300,07 a month, 9,87 a day. Repayment capacity is the instalment that
//! would bring the reste à vivre down to the office's threshold: 971,08 − 3 × 250,00 =
//! 221,08; without a threshold it is not worked out.

use super::working::divisor;
use super::{Budget, BudgetLine, BudgetRefused, DebtRatio, HouseholdBudget, reckon, working};
use crate::explained::WorkingRow;
use crate::household::Household;
use crate::line::Line;
use crate::money::{AmountTooLarge, Euros};
use crate::settings::Lists;

/// A line that the project changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AfterChange {
    /// Its label with the detail.
    pub label: String,
    /// How much more a month; below zero when less.
    pub difference: Euros,
    /// Why.
    pub reason: Line,
}

/// A household budget once the project is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AfterProject {
    /// The budget with what each line becomes, the instalment not counted.
    pub budget: HouseholdBudget,
    /// The instalment.
    pub instalment: Euros,
    /// What is left for the household a month, the instalment counted.
    pub left: Euros,
    /// What is left for each share a month.
    pub reste_a_vivre: Euros,
    /// The same a day: × 12 ÷ 365.
    pub per_day: Euros,
    /// Credits, debts and the instalment over income; absent without income.
    pub debt_ratio: Option<DebtRatio>,
    /// What changes, line by line.
    pub changes: Vec<AfterChange>,
}

/// Works out a household budget once the project is done.
///
/// `lists` are those of the day the budget was established. Errors: those of [`reckon`].
pub fn reckon_after(
    budget: &Budget,
    household: &Household,
    lists: &Lists,
    instalment: Euros,
) -> Result<AfterProject, BudgetRefused> {
    let before = reckon(budget, household, lists)?;
    let lines = budget.lines.iter().map(BudgetLine::done).collect();
    let after = reckon(&Budget { lines, ..budget.clone() }, household, lists)?;
    let left = after.left.minus(instalment)?;
    let reste_a_vivre = left.part(2, after.shares.halves())?.unwrap_or(left);
    let debt_ratio = match after.debt_ratio {
        Some(ratio) => ratio.with(instalment)?,
        None => None,
    };
    Ok(AfterProject {
        instalment,
        left,
        reste_a_vivre,
        per_day: reste_a_vivre.part(12, 365)?.unwrap_or(Euros::ZERO),
        debt_ratio,
        changes: changes(&before, &after)?,
        budget: after,
    })
}

/// The instalment that would bring the reste à vivre down to the threshold; never below zero.
pub fn repayment_capacity(after: &HouseholdBudget, threshold: Euros) -> Result<Euros, AmountTooLarge> {
    let needed = threshold.part(after.shares.halves(), 2)?.unwrap_or(threshold);
    Ok(after.left.minus(needed)?.max(Euros::ZERO))
}

/// The working of the reste à vivre after the project, the same rows as before it and the instalment.
pub fn working_after(after: &AfterProject) -> Result<Vec<WorkingRow>, AmountTooLarge> {
    let mut rows: Vec<_> = working(&after.budget)?.into_iter().filter(|row| !row.result).collect();
    let row = |sign, label: String, value: String, result| WorkingRow { sign, label, value, result };
    rows.push(row("−", "Mensualité du microcrédit".to_owned(), after.instalment.bare(), false));
    rows.push(row("=", "Reste pour le ménage".to_owned(), after.left.bare(), true));
    let shared = format!("{}, par mois", divisor(&after.budget));
    rows.push(row("÷", shared, after.reste_a_vivre.to_string(), true));
    Ok(rows)
}

impl BudgetLine {
    /// The line once the project is done.
    fn done(&self) -> Self {
        let amount = self.after.as_ref().map_or(self.amount, |after| after.amount);
        Self { amount, ..self.clone() }
    }
}

impl DebtRatio {
    fn with(self, instalment: Euros) -> Result<Option<Self>, AmountTooLarge> {
        let debts = self.debts.plus(instalment)?;
        Ok(debts.percent_of(self.income).map(|percent| Self { debts, percent, ..self }))
    }
}

fn changes(before: &HouseholdBudget, after: &HouseholdBudget) -> Result<Vec<AfterChange>, AmountTooLarge> {
    let lines = |budget: &HouseholdBudget| budget.sections.iter().flat_map(|one| one.lines.clone()).collect::<Vec<_>>();
    let mut changes = Vec::new();
    for (line, done) in lines(before).into_iter().zip(lines(after)) {
        let Some(change) = &line.line.after else { continue };
        let month = |amount: Option<Euros>| amount.unwrap_or(Euros::ZERO);
        let difference = month(done.per_month).minus(month(line.per_month))?;
        changes.push(AfterChange { label: line.label, difference, reason: change.reason.clone() });
    }
    Ok(changes)
}
