//! The financing plan of a dossier: what its project costs, and the debts of its budget that the loan pays off.
//!
//! A debt marked « soldée par le prêt » is an expense of the plan for what is still owed of it, and is typed once, in the
//! budget. A written expense, or a kept quote, of the same amount stands for it already, and so do all of them together
//! when they add up to the debts. Worked example: an energy debt of 1 400 € paid off by the loan and no quote is a plan
//! of 1 400 €; with a kept quote of 600 €, one of 2 000 €.

use super::Dossier;
use crate::line::Line;
use crate::money::{AmountTooLarge, Euros};
use crate::project::{Choice, Expense, ExpenseId, Financing, Project};

impl Dossier {
    /// Who pays what, the debts that the loan pays off among the expenses. Refuses a sum beyond the limit.
    pub fn financing(&self) -> Result<Financing, AmountTooLarge> {
        self.planned_project().financing()
    }

    /// What a loan would have to bring: what the plan leaves, or, while it holds no cost, what the person asked for.
    /// Nothing when nothing is left. Refuses a sum beyond the limit.
    pub fn left_to_lend(&self) -> Result<Option<Euros>, AmountTooLarge> {
        let plan = self.financing()?;
        let left = if plan.cost.is_zero() { self.facts.request().amount } else { Some(plan.remainder) };
        Ok(left.filter(|left| !left.is_zero()))
    }

    /// The project with the debts that the loan pays off among its expenses, after those written or the kept quotes.
    #[must_use]
    pub fn planned_project(&self) -> Project {
        let debts = self.repaid_debts();
        let mut project = self.project.clone();
        if !debts.is_empty() {
            project.expenses = self.written_expenses().into_iter().chain(debts).collect();
        }
        project
    }

    /// The debts of the budget that the loan pays off and no expense of the project stands for, as expenses.
    #[must_use]
    pub fn repaid_debts(&self) -> Vec<Expense> {
        let lines = self.budget.iter().flat_map(|budget| &budget.lines).filter(|line| line.debt.paid_off);
        let debts: Vec<Expense> = lines
            .filter_map(|line| {
                let amount = line.debt.outstanding.or(line.debt.arrears).filter(|amount| *amount > Euros::ZERO)?;
                let named = [&line.debt.creditor, &line.detail].into_iter().find(|name| !name.is_empty());
                let label = named.cloned().unwrap_or_else(|| Line::read("Dette").unwrap_or_default());
                Some(Expense { id: ExpenseId(0), label, amount })
            })
            .collect();
        let written: Vec<Euros> = self.written_expenses().iter().map(|expense| expense.amount).collect();
        let owed = debts.iter().map(|debt| debt.amount);
        if !debts.is_empty() && Euros::sum(owed).ok() == Euros::sum(written.iter().copied()).ok() {
            return Vec::new();
        }
        let mut written = written;
        debts.into_iter().filter(|debt| take(&mut written, debt.amount).is_none()).collect()
    }

    /// The expenses written, else one for each kept quote.
    fn written_expenses(&self) -> Vec<Expense> {
        if !self.project.expenses.is_empty() {
            return self.project.expenses.clone();
        }
        let kept = self.project.quotes.iter().filter(|quote| quote.choice == Choice::Kept);
        kept.map(|quote| Expense { id: ExpenseId(0), label: quote.label.clone(), amount: quote.amount }).collect()
    }
}

/// Takes the first amount that is the same out of the list.
fn take(amounts: &mut Vec<Euros>, amount: Euros) -> Option<Euros> {
    let place = amounts.iter().position(|one| *one == amount)?;
    Some(amounts.remove(place))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::budget::{Budget, BudgetLine, BudgetLineId, Certainty, Debt, Frequency};
    use crate::dossier::{Fact, FactId, Facts, Precision, Recorded, Request};
    use crate::settings::ListKey;

    fn euros(text: &str) -> Euros {
        Euros::read(text).unwrap()
    }

    fn debt(creditor: &str, owed: &str) -> BudgetLine {
        BudgetLine {
            id: BudgetLineId(1),
            entry: ListKey::new("energy_arrears_plan"),
            detail: Line::default(),
            amount: euros("50"),
            frequency: Frequency::Monthly,
            certainty: Certainty::Declared,
            member: None,
            ends: None,
            debt: Debt {
                creditor: Line::read(creditor).unwrap(),
                outstanding: Some(euros(owed)),
                paid_off: true,
                ..Debt::default()
            },
            after: None,
            comment: Line::default(),
        }
    }

    fn indebted(lines: Vec<BudgetLine>) -> Dossier {
        let request = Fact::RequestReceived(Request {
            received_on: "2026-11-09".parse().unwrap(),
            origin: ListKey::new("reception"),
            project: Line::read("dettes").unwrap(),
            purpose: None,
            amount: None,
            how_heard: None,
            referrer: None,
        });
        let recorded =
            Recorded { id: FactId(1), replaces: None, fact: request, precision: Precision::Day, retracted: false };
        let facts = Facts::of(vec![recorded]).unwrap();
        let mut dossier = crate::task::tests::dossier_of(facts);
        let established_on = "2026-11-09".parse().unwrap();
        dossier.budget = Some(Budget { version: 1, established_on, lines, seal: None });
        dossier
    }

    fn expense(amount: &str) -> Expense {
        Expense { id: ExpenseId(1), label: Line::read("Dépense").unwrap(), amount: euros(amount) }
    }

    #[test]
    fn a_debt_paid_off_by_the_loan_is_an_expense_of_the_plan() {
        let kept = BudgetLine { debt: Debt { paid_off: false, ..debt("Finexo", "900").debt }, ..debt("Finexo", "900") };
        let mut dossier = indebted(vec![debt("EDF", "1400"), kept]);
        assert_eq!(dossier.financing().unwrap().cost, euros("1400"), "a debt that stays is not paid by the loan");
        assert_eq!(dossier.planned_project().expenses.first().unwrap().label.as_str(), "EDF");
        dossier.project.expenses = vec![expense("600")];
        assert_eq!(dossier.financing().unwrap().cost, euros("2000"));
        assert_eq!(dossier.financing().unwrap().remainder, euros("2000"));
    }

    #[test]
    fn a_debt_already_written_as_an_expense_counts_once() {
        let mut dossier = indebted(vec![debt("EDF", "1400"), debt("Finexo", "600")]);
        dossier.project.expenses = vec![expense("1400"), expense("250")];
        assert_eq!(dossier.financing().unwrap().cost, euros("2250"));
        dossier.project.expenses = vec![expense("2000")];
        assert_eq!(dossier.financing().unwrap().cost, euros("2000"), "both debts written together");
    }
}
