//! Adding, changing and taking out lines of a budget.

use domain::budget::{AfterLine, BudgetLine, BudgetLineId, Debt, Hope, Section, reckon, reckon_after};
use domain::dossier::{Dossier, DossierId};
use domain::line::Line;
use domain::money::Euros;
use domain::settings::{ListKey, Lists, RulesAt, Settings};
use serde::Deserialize;
use store::{Acted, Writer};
use ts_rs::TS;

use super::view::{BudgetView, budget};
use crate::caller::Moment;
use crate::dossiers::{OneDossier, found};
use crate::drafts::FormKey;
use crate::failure::Failure;
use crate::office::{Desk, settings};
use crate::reading;

/// The most lines a budget can have.
const MOST_LINES: usize = 300;
/// The version a budget starts with.
const FIRST_VERSION: u32 = 1;

/// A budget line as typed.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewBudgetLine {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// Its kind.
    pub entry: String,
    /// Free detail, printed with the label.
    pub detail: String,
    /// The amount at its own frequency; needed.
    pub amount: String,
    /// How often it comes.
    pub frequency: String,
    /// How sure it is.
    pub certainty: String,
    /// What is still owed, for a debt.
    pub outstanding: String,
    /// The month of the last payment, for a debt.
    pub ends: String,
    /// The amount once the project is done, at the same frequency; empty when the project does not change it.
    #[serde(default)]
    pub after_amount: String,
    /// Why the project changes it.
    #[serde(default)]
    pub after_reason: String,
}

/// A change of a budget line, as typed.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BudgetLineChange {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The line.
    #[ts(type = "number")]
    pub line: BudgetLineId,
    /// Its kind.
    pub entry: String,
    /// Free detail, printed with the label.
    pub detail: String,
    /// The amount at its own frequency; needed.
    pub amount: String,
    /// How often it comes.
    pub frequency: String,
    /// How sure it is.
    pub certainty: String,
    /// What is still owed, for a debt.
    pub outstanding: String,
    /// The month of the last payment, for a debt.
    pub ends: String,
    /// The amount once the project is done, at the same frequency; empty when the project does not change it.
    pub after_amount: String,
    /// Why the project changes it.
    pub after_reason: String,
}

/// Which line of a budget.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OneBudgetLine {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The line.
    #[ts(type = "number")]
    pub line: BudgetLineId,
}

/// Adds a line to the budget; the first one opens its version 1.
pub fn add_budget_line(desk: &mut Desk, input: NewBudgetLine, moment: &Moment) -> Result<BudgetView, Failure> {
    let settings = desk.read(settings)?;
    let rules = settings.at(moment.today);
    let line = read_line(&input, BudgetLineId(0), None, rules.lists)?;
    let label = rules.lists.budget_entry(&line.entry)?.label.clone();
    desk.act("add_budget_line", moment, |writer| {
        let dossier = found(writer, input.dossier)?;
        check_room(&dossier)?;
        match dossier.budget {
            Some(_) => writer.date_budget(input.dossier, moment.today)?,
            None => writer.open_budget(input.dossier, FIRST_VERSION, moment.today)?,
        }
        writer.insert_budget_line(input.dossier, &line)?;
        check_total(writer, &dossier, &settings)?;
        Ok(acted(&dossier, &format!("Ajout de « {label} » au budget")))
    })?;
    budget(desk, OneDossier { dossier: input.dossier }, moment)
}

/// Changes a line of the budget.
pub fn change_budget_line(desk: &mut Desk, input: BudgetLineChange, moment: &Moment) -> Result<BudgetView, Failure> {
    let settings = desk.read(settings)?;
    let rules = settings.at(moment.today);
    let (dossier, line) = (input.dossier, input.line);
    let typed = NewBudgetLine::from(input);
    desk.act("change_budget_line", moment, |writer| {
        let known = found(writer, dossier)?;
        let before = line_of(&known, line)?;
        let after = read_line(&typed, line, Some(&before.entry), rules.lists)?;
        if after != *before {
            writer.update_budget_line(dossier, &after)?;
            writer.date_budget(dossier, moment.today)?;
            check_total(writer, &known, &settings)?;
        }
        Ok(acted(&known, &format!("Modification de « {} » dans le budget", label_of(&after, &rules)?)))
    })?;
    budget(desk, OneDossier { dossier }, moment)
}

/// Takes a line out of the budget.
pub fn remove_budget_line(desk: &mut Desk, input: OneBudgetLine, moment: &Moment) -> Result<BudgetView, Failure> {
    let settings = desk.read(settings)?;
    let rules = settings.at(moment.today);
    desk.act("remove_budget_line", moment, |writer| {
        let dossier = found(writer, input.dossier)?;
        let line = line_of(&dossier, input.line)?;
        writer.delete_budget_line(input.dossier, input.line)?;
        writer.date_budget(input.dossier, moment.today)?;
        Ok(acted(&dossier, &format!("Retrait de « {} » du budget", label_of(line, &rules)?)))
    })?;
    budget(desk, OneDossier { dossier: input.dossier }, moment)
}

impl From<BudgetLineChange> for NewBudgetLine {
    fn from(change: BudgetLineChange) -> Self {
        Self {
            dossier: change.dossier,
            entry: change.entry,
            detail: change.detail,
            amount: change.amount,
            frequency: change.frequency,
            certainty: change.certainty,
            outstanding: change.outstanding,
            ends: change.ends,
            after_amount: change.after_amount,
            after_reason: change.after_reason,
        }
    }
}

/// Reads a line. A retired kind is kept where it was used, never chosen anew.
fn read_line(
    input: &NewBudgetLine,
    id: BudgetLineId,
    kept: Option<&ListKey>,
    lists: &Lists,
) -> Result<BudgetLine, Failure> {
    let key = ListKey(input.entry.clone());
    let entry = lists.budget_entry(&key).map_err(|refused| Failure::from(refused).at("entry"))?;
    if entry.retired && kept != Some(&key) {
        return Err(Failure::refused("Cette ligne n’est plus proposée.").at("entry"));
    }
    let only_debts = "Le reste dû et la fin ne concernent que les dettes et les crédits.";
    let of_debts = [(&input.outstanding, "outstanding"), (&input.ends, "ends")];
    if let Some((_, field)) = of_debts.iter().find(|(typed, _)| !typed.trim().is_empty())
        && entry.section != Section::Debt
    {
        return Err(Failure::refused(only_debts).at(field));
    }
    Ok(BudgetLine {
        id,
        entry: key,
        detail: reading::line(&input.detail, "detail")?,
        amount: reading::amount(&input.amount, "amount")?
            .ok_or_else(|| Failure::refused("Le montant manque : écrivez 0 s’il n’y a rien.").at("amount"))?,
        frequency: reading::word(&input.frequency, "frequency")?,
        certainty: reading::word(&input.certainty, "certainty")?,
        member: None,
        ends: reading::month(&input.ends, "ends")?,
        debt: Debt { outstanding: reading::amount(&input.outstanding, "outstanding")?, ..Debt::default() },
        after: read_after(input)?,
        comment: Line::default(),
    })
}

/// What the project makes of a line: 0 for one that ends; a line it brings has 0 before.
fn read_after(input: &NewBudgetLine) -> Result<Option<AfterLine>, Failure> {
    let reason = reading::line(&input.after_reason, "after_reason")?;
    match reading::amount(&input.after_amount, "after_amount")? {
        Some(amount) => Ok(Some(AfterLine { amount, reason, hope: Hope::Sure })),
        None if reason.is_empty() => Ok(None),
        None => {
            let lacking = "Le montant avec le projet manque : écrivez 0 si la ligne disparaît.";
            Err(Failure::refused(lacking).at("after_amount"))
        }
    }
}

/// Refuses a line whose amount makes the totals pass the limit of amounts.
fn check_total(writer: &Writer<'_>, dossier: &Dossier, settings: &Settings) -> Result<(), Failure> {
    let dossier = found(writer, dossier.id)?;
    if let Some(budget) = &dossier.budget {
        let rules = settings.at(budget.established_on);
        let (household, lists) = (&dossier.household, rules.lists);
        reckon(budget, household, lists).map_err(|refused| Failure::from(refused).at("amount"))?;
        let after = reckon_after(budget, household, lists, Euros::ZERO);
        after.map_err(|refused| Failure::from(refused).at("after_amount"))?;
    }
    Ok(())
}

fn check_room(dossier: &Dossier) -> Result<(), Failure> {
    let count = dossier.budget.as_ref().map_or(0, |budget| budget.lines.len());
    if count >= MOST_LINES {
        return Err(Failure::refused(&format!("Un budget a {MOST_LINES} lignes au plus.")).at("entry"));
    }
    Ok(())
}

fn acted(dossier: &Dossier, what: &str) -> Acted<()> {
    Acted {
        value: (),
        sentence: domain::words::spaced(&format!("{what}, {}.", dossier.person.display_name())),
        dossier: Some(dossier.id),
        fields: vec!["budget"],
        draft: Some((Some(dossier.id), FormKey::BudgetLine.key())),
    }
}

fn line_of(dossier: &Dossier, id: BudgetLineId) -> Result<&BudgetLine, Failure> {
    let lines = dossier.budget.as_ref().map(|budget| budget.lines.as_slice()).unwrap_or_default();
    lines.iter().find(|line| line.id == id).ok_or_else(|| Failure::gone("Cette ligne du budget"))
}

fn label_of(line: &BudgetLine, rules: &RulesAt<'_>) -> Result<String, Failure> {
    Ok(rules.lists.budget_entry(&line.entry)?.label.clone())
}
