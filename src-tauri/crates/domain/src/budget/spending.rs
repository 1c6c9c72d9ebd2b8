//! Where a household's money goes, under the headings of the list of budget lines.
//!
//! Counted charges are summed by heading, debts together; greatest first. Beyond [`MOST`] headings the least are one,
//! so that a picture of it is read at a glance. Worked example (the Delmas household): logement 548,00, énergie et eau
//! 110,10, enfants 88,00, dettes 85,00.

use std::cmp::Reverse;

use super::{Counted, HouseholdBudget, Section};
use crate::money::{AmountTooLarge, Euros};
use crate::settings::Lists;
use crate::words::Labelled;

/// The most headings told apart.
pub const MOST: usize = 5;
/// What the least headings are called together.
const OTHERS: &str = "Autres charges";

/// What is spent a month under a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spending {
    /// The heading: `Logement`.
    pub label: String,
    /// What it comes to.
    pub amount: Euros,
    /// Whether it is what is owed.
    pub is_debt: bool,
}

/// The counted charges of a budget by heading and its debts, the greatest first.
///
/// Errors: a sum beyond the limit of amounts.
pub fn spending(budget: &HouseholdBudget, lists: &Lists) -> Result<Vec<Spending>, AmountTooLarge> {
    let mut all: Vec<Spending> = Vec::new();
    for section in [Section::FixedExpense, Section::RunningExpense, Section::Debt] {
        for line in budget.section(section).map_or(&[][..], |section| &section.lines) {
            let Some(amount) = line.per_month.filter(|_| line.counted == Counted::Yes) else { continue };
            let is_debt = section == Section::Debt;
            let group = lists.budget_entry(&line.line.entry).ok().map(|entry| &entry.group).filter(|_| !is_debt);
            let heading = lists.budget_groups.iter().find(|heading| Some(&heading.key) == group);
            let label = heading.map_or(section.label(), |heading| heading.label.as_str());
            match all.iter_mut().find(|one| one.label == label) {
                Some(one) => one.amount = one.amount.plus(amount)?,
                None => all.push(Spending { label: label.to_owned(), amount, is_debt }),
            }
        }
    }
    all.retain(|one| !one.amount.is_zero());
    all.sort_by_key(|one| (one.is_debt, Reverse(one.amount)));
    let charges = all.iter().filter(|one| !one.is_debt).count();
    let least: Vec<Spending> =
        if charges > MOST { all.drain(MOST.saturating_sub(1)..charges).collect() } else { Vec::new() };
    all.sort_by_key(|one| Reverse(one.amount));
    if !least.is_empty() {
        let amount = Euros::sum(least.into_iter().map(|one| one.amount))?;
        all.push(Spending { label: OTHERS.to_owned(), amount, is_debt: false });
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::super::reckoning::tests::{delmas, lists, worked_out};
    use super::*;
    use crate::household::Share;
    use crate::settings::BudgetGroup;

    #[test]
    fn charges_are_summed_by_heading_and_the_least_are_one() {
        let budget = worked_out(delmas(), &[Share::One]);
        let mut lists = lists();
        let plain = spending(&budget, &lists).unwrap();
        let said = |all: &[Spending]| all.iter().map(|one| format!("{} {}", one.label, one.amount)).collect::<Vec<_>>();
        assert_eq!(
            said(&plain),
            ["Charges 896,18\u{202f}€", "Dettes et retards 85,00\u{202f}€"],
            "no heading is known"
        );
        for entry in lists.budget_entries.values_mut() {
            entry.group = entry.key.clone();
            lists.budget_groups.push(BudgetGroup { key: entry.key.clone(), label: entry.label.clone() });
        }
        let each = spending(&budget, &lists).unwrap();
        assert_eq!((each.len(), each.last().unwrap().label.as_str()), (MOST + 1, OTHERS), "{each:?}");
        assert_eq!(Euros::sum(each.iter().map(|one| one.amount)).unwrap().bare(), "981,18", "nothing is left out");
        assert!(each.iter().any(|one| one.is_debt && one.amount.bare() == "85,00"));
    }
}
