//! The working of the reste à vivre, the same lines in the same order on screen and paper.

use super::{HouseholdBudget, Section};
use crate::explained::WorkingRow;
use crate::money::{AmountTooLarge, Euros};

/// The working of a household's reste à vivre, in the order of reading.
pub fn working(budget: &HouseholdBudget) -> Result<Vec<WorkingRow>, AmountTooLarge> {
    let total = |section| budget.section(section).map_or(Euros::ZERO, |reckoned| reckoned.total);
    let operand = |sign, label: &str, amount: Euros| WorkingRow {
        sign,
        label: label.to_owned(),
        value: amount.bare(),
        result: false,
    };
    let mut rows = vec![
        operand("", "Ressources du ménage", total(Section::Income)),
        operand("−", "Charges", total(Section::FixedExpense)),
    ];
    let running = budget.counted_running()?;
    if !running.is_zero() {
        rows.push(operand("−", "Dépenses courantes comptées", running));
    }
    rows.push(operand("−", "Dettes", total(Section::Debt)));
    rows.push(WorkingRow { result: true, ..operand("=", "Reste pour le ménage", budget.left) });
    rows.push(WorkingRow {
        sign: "÷",
        label: format!("{}, par mois", budget.shares.in_words()),
        value: budget.reste_a_vivre.to_string(),
        result: true,
    });
    Ok(rows)
}
