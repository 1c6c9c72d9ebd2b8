//! The parts of the cost, where quotes do not say them by themselves.

use domain::dossier::{Dossier, DossierId};
use domain::project::{Choice, Expense, ExpenseId};
use serde::Deserialize;
use ts_rs::TS;

use super::view::{ProjectView, project};
use super::{acted, check_room, check_sums};
use crate::dossiers::{OneDossier, found};
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::reading;

/// A part of the cost as typed.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewExpense {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// What is paid; needed.
    pub label: String,
    /// How much; needed.
    pub amount: String,
}

/// A part of the cost changed, as typed.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExpenseChange {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The expense.
    #[ts(type = "number")]
    pub expense: ExpenseId,
    /// What is paid; needed.
    pub label: String,
    /// How much; needed.
    pub amount: String,
}

/// Which part of the cost.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OneExpense {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The expense.
    #[ts(type = "number")]
    pub expense: ExpenseId,
}

/// Adds a part of the cost.
pub fn add_expense(desk: &mut Desk, input: NewExpense, moment: &Moment) -> Result<ProjectView, Failure> {
    let expense = read_expense(&input.label, &input.amount, ExpenseId(0))?;
    desk.act("add_expense", moment, |writer| {
        let dossier = found(writer, input.dossier)?;
        check_room(dossier.project.expenses.len(), "label")?;
        if dossier.project.expenses.is_empty() {
            // What quotes made the cost until now stays in it.
            for quote in dossier.project.quotes.iter().filter(|quote| quote.choice == Choice::Kept) {
                let kept = Expense { id: ExpenseId(0), label: quote.label.clone(), amount: quote.amount };
                writer.insert_expense(input.dossier, &kept)?;
            }
        }
        writer.insert_expense(input.dossier, &expense)?;
        check_sums(&found(writer, input.dossier)?)?;
        Ok(acted(&dossier, &format!("Ajout de « {} » au coût du projet", expense.label), "expenses", "expense"))
    })?;
    project(desk, OneDossier { dossier: input.dossier }, moment)
}

/// Changes a part of the cost.
pub fn change_expense(desk: &mut Desk, input: ExpenseChange, moment: &Moment) -> Result<ProjectView, Failure> {
    let expense = read_expense(&input.label, &input.amount, input.expense)?;
    desk.act("change_expense", moment, |writer| {
        let dossier = found(writer, input.dossier)?;
        if expense != *expense_of(&dossier, input.expense)? {
            writer.update_expense(input.dossier, &expense)?;
            check_sums(&found(writer, input.dossier)?)?;
        }
        let what = format!("Modification de « {} » dans le coût du projet", expense.label);
        Ok(acted(&dossier, &what, "expenses", "expense"))
    })?;
    project(desk, OneDossier { dossier: input.dossier }, moment)
}

/// Takes a part of the cost out.
pub fn remove_expense(desk: &mut Desk, input: OneExpense, moment: &Moment) -> Result<ProjectView, Failure> {
    desk.act("remove_expense", moment, |writer| {
        let dossier = found(writer, input.dossier)?;
        let expense = expense_of(&dossier, input.expense)?;
        writer.delete_expense(input.dossier, input.expense)?;
        Ok(acted(&dossier, &format!("Retrait de « {} » du coût du projet", expense.label), "expenses", "expense"))
    })?;
    project(desk, OneDossier { dossier: input.dossier }, moment)
}

fn read_expense(label: &str, amount: &str, id: ExpenseId) -> Result<Expense, Failure> {
    Ok(Expense {
        id,
        label: reading::needed(label, "label", "Ce qui est payé manque : un mot suffit.")?,
        amount: reading::amount(amount, "amount")?
            .ok_or_else(|| Failure::refused("Le montant de la dépense manque.").at("amount"))?,
    })
}

fn expense_of(dossier: &Dossier, id: ExpenseId) -> Result<&Expense, Failure> {
    let expense = dossier.project.expenses.iter().find(|expense| expense.id == id);
    expense.ok_or_else(|| Failure::gone("Cette dépense"))
}
