//! What a spending line usually is in the place: above it a comment is asked, never a refusal.
//!
//! The range is the office's own, a month, for the household or for each of its persons; lines of one kind are
//! added before they are looked at. Worked example: fuel up to 150,00 a household; 95,00 and 80,00 are 175,00, so
//! each of the two lines that says nothing is asked for a comment.

use super::{BudgetLineId, HouseholdBudget};
use crate::household::Household;
use crate::money::{AmountTooLarge, Euros};
use crate::settings::{ListKey, SpendingShare, UsualSpending};

/// A kind of spending that is above what is usual.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AboveUsual {
    /// The kind of line.
    pub entry: ListKey,
    /// What its lines add up to, a month.
    pub spent: Euros,
    /// The most that is usual for this household, a month.
    pub most: Euros,
    /// Its lines.
    pub lines: Vec<BudgetLineId>,
    /// Those of them that say nothing of it.
    pub uncommented: Vec<BudgetLineId>,
}

/// The kinds of spending above what is usual, in the order of the office's list.
pub fn above_usual(
    budget: &HouseholdBudget,
    household: &Household,
    usual: &[UsualSpending],
) -> Result<Vec<AboveUsual>, AmountTooLarge> {
    let mut above = Vec::new();
    for range in usual {
        let lines = || {
            let lines = budget.sections.iter().flat_map(|section| &section.lines);
            lines.filter(|line| line.line.entry == range.entry)
        };
        let spent = Euros::sum(lines().filter_map(|line| line.per_month))?;
        let most = match range.per {
            SpendingShare::Household => range.most,
            SpendingShare::Person => range.most.part(household.shares().halves(), 2)?.unwrap_or(range.most),
        };
        if spent > most {
            let uncommented = lines().filter(|line| line.line.comment.is_empty());
            above.push(AboveUsual {
                entry: range.entry.clone(),
                spent,
                most,
                lines: lines().map(|line| line.line.id).collect(),
                uncommented: uncommented.map(|line| line.line.id).collect(),
            });
        }
    }
    Ok(above)
}
