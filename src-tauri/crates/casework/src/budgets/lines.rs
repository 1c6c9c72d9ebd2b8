//! Adding, changing and taking out lines of a budget.

use domain::budget::{
    AfterLine, BudgetLine, BudgetLineId, BudgetReading, Calculated, Debt, Hope, Section, lines_given_by_phone, reckon,
    reckon_after,
};
use domain::dossier::{Dossier, DossierId};
use domain::household::{Household, MemberId};
use domain::money::Euros;
use domain::settings::{ListKey, Lists, RulesAt, Settings};
use domain::words::{confirmed, counted, is_to_confirm};
use serde::Deserialize;
use store::{Acted, Writer};
use ts_rs::TS;

use super::seal::writable;
use super::view::{BudgetView, budget};
use crate::dossiers::{OneDossier, found};
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::reading;
use app::settings::settings;

/// The most lines a budget can have.
const MOST_LINES: usize = 300;

/// A new line of a budget.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewBudgetLine {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// What was typed.
    pub fields: BudgetLineFields,
}

/// A change of a line of a budget.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BudgetLineChange {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The line.
    #[ts(type = "number")]
    pub line: BudgetLineId,
    /// All of it, as it is from now on.
    pub fields: BudgetLineFields,
}

/// A budget line as typed.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BudgetLineFields {
    /// Its kind.
    pub entry: String,
    /// Free detail, printed with the label.
    pub detail: String,
    /// The amount at its own frequency, a calculation, or an amount with its period; needed.
    pub amount: String,
    /// How often it comes.
    pub frequency: String,
    /// How sure it is.
    pub certainty: String,
    /// What is still owed, for a debt.
    pub outstanding: String,
    /// The month of the last payment: of a debt, of an allowance that stops.
    pub ends: String,
    /// The amount once the project is done, at the same frequency; empty when the project does not change it.
    #[serde(default)]
    pub after_amount: String,
    /// Why the project changes it.
    #[serde(default)]
    pub after_reason: String,
    /// Whose it is: the number of a member; the whole household's when empty.
    #[serde(default)]
    pub member: String,
    /// Who is owed, for a debt.
    #[serde(default)]
    pub creditor: String,
    /// What should have been paid already, for a debt.
    #[serde(default)]
    pub arrears: String,
    /// The plan that settles it, for a debt.
    #[serde(default)]
    pub plan: String,
    /// Whether the loan pays it off, for a debt.
    #[serde(default)]
    pub paid_off: bool,
    /// Whether what it becomes is sure; sure when empty.
    #[serde(default)]
    pub hope: String,
    /// Why it is above what is usual, or anything else worth telling.
    #[serde(default)]
    pub comment: String,
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
    desk.act("add_budget_line", moment, |writer| {
        let dossier = found(writer, input.dossier)?;
        let reading = LineReading { household: &dossier.household, lists: rules.lists };
        let line = reading.read(&input.fields, BudgetLineId(0), None)?;
        check_room(&dossier, 1)?;
        let writable = writable(writer, &dossier, moment)?;
        writer.insert_budget_line(input.dossier, &line)?;
        check_total(writer, &dossier, &settings)?;
        let label = label_of(&line, &rules)?;
        Ok(acted(&dossier, &format!("Ajout de « {label} » au budget{}", writable.told())))
    })?;
    budget(desk, OneDossier { dossier: input.dossier }, moment)
}

/// Changes a line of the budget.
pub fn change_budget_line(desk: &mut Desk, input: BudgetLineChange, moment: &Moment) -> Result<BudgetView, Failure> {
    let settings = desk.read(settings)?;
    let rules = settings.at(moment.today);
    let BudgetLineChange { dossier, line, fields } = input;
    desk.act("change_budget_line", moment, |writer| {
        let known = found(writer, dossier)?;
        let before = line_of(&known, line)?;
        let reading = LineReading { household: &known.household, lists: rules.lists };
        let after = reading.read(&fields, line, Some(before))?;
        let mut told = String::new();
        if after != *before {
            let writable = writable(writer, &known, moment)?;
            let after = BudgetLine { id: writable.line(line), ..after.clone() };
            writer.update_budget_line(dossier, &after)?;
            check_total(writer, &known, &settings)?;
            told = writable.told();
        }
        let label = label_of(&after, &rules)?;
        Ok(acted(&known, &format!("Modification de « {label} » dans le budget{told}")))
    })?;
    budget(desk, OneDossier { dossier }, moment)
}

/// Opens the budget with the amounts that the person gave on the phone, each to confirm.
pub fn prefill_budget(desk: &mut Desk, input: OneDossier, moment: &Moment) -> Result<BudgetView, Failure> {
    let settings = desk.read(settings)?;
    desk.act("prefill_budget", moment, |writer| {
        let dossier = found(writer, input.dossier)?;
        if dossier.budget.iter().any(|budget| !budget.lines.is_empty()) {
            return Err(Failure::refused("Ce budget a déjà des lignes. Rien n’a été changé."));
        }
        let lines = lines_given_by_phone(&settings.lists.screening, &dossier.facts.screening_answers());
        if lines.is_empty() {
            return Err(Failure::refused("Aucun montant n’a été dit au téléphone. Rien n’a été changé."));
        }
        writable(writer, &dossier, moment)?;
        for line in &lines {
            writer.insert_budget_line(input.dossier, line)?;
        }
        let count = counted(lines.len(), "montant dit", "montants dits");
        Ok(acted(&dossier, &format!("Budget ouvert avec {count} au premier appel")))
    })?;
    budget(desk, input, moment)
}

/// Confirms every line copied from a former dossier, as it stands.
pub fn confirm_budget_lines(desk: &mut Desk, input: OneDossier, moment: &Moment) -> Result<BudgetView, Failure> {
    desk.act("confirm_budget_lines", moment, |writer| {
        let dossier = found(writer, input.dossier)?;
        let lines = dossier.budget.iter().flat_map(|budget| &budget.lines);
        let marked: Vec<&BudgetLine> = lines.filter(|line| is_to_confirm(&line.comment)).collect();
        if marked.is_empty() {
            return Err(Failure::refused("Aucune ligne de ce budget n’est à confirmer."));
        }
        let writable = writable(writer, &dossier, moment)?;
        for line in &marked {
            let id = writable.line(line.id);
            writer.update_budget_line(
                input.dossier,
                &BudgetLine { id, comment: confirmed(&line.comment), ..(*line).clone() },
            )?;
        }
        let count = counted(marked.len(), "ligne confirmée", "lignes confirmées");
        Ok(acted(&dossier, &format!("Budget repris, {count}{}", writable.told())))
    })?;
    budget(desk, input, moment)
}

/// Takes a line out of the budget.
pub fn remove_budget_line(desk: &mut Desk, input: OneBudgetLine, moment: &Moment) -> Result<BudgetView, Failure> {
    let settings = desk.read(settings)?;
    let rules = settings.at(moment.today);
    desk.act("remove_budget_line", moment, |writer| {
        let dossier = found(writer, input.dossier)?;
        let line = line_of(&dossier, input.line)?;
        let writable = writable(writer, &dossier, moment)?;
        writer.delete_budget_line(input.dossier, writable.line(input.line))?;
        let label = label_of(line, &rules)?;
        Ok(acted(&dossier, &format!("Retrait de « {label} » du budget{}", writable.told())))
    })?;
    budget(desk, OneDossier { dossier: input.dossier }, moment)
}

/// Writes lines that were read elsewhere, in the action of a caller: one without a number is new, one that says what it
/// said stays as it is. Says the version it opened, empty when none was.
pub(crate) fn write_lines(
    writer: &Writer<'_>,
    dossier: &Dossier,
    settings: &Settings,
    lines: &[BudgetLine],
    moment: &Moment,
) -> Result<String, Failure> {
    let before = dossier.budget.as_ref().map(|budget| budget.lines.as_slice()).unwrap_or_default();
    let changed: Vec<&BudgetLine> = lines.iter().filter(|line| !before.contains(line)).collect();
    if changed.is_empty() {
        return Ok(String::new());
    }
    check_room(dossier, changed.iter().filter(|line| line.id.0 == 0).count())?;
    let writable = writable(writer, dossier, moment)?;
    for line in changed {
        match line.id {
            BudgetLineId(0) => drop(writer.insert_budget_line(dossier.id, line)?),
            id => writer.update_budget_line(dossier.id, &BudgetLine { id: writable.line(id), ..line.clone() })?,
        }
    }
    check_total(writer, dossier, settings)?;
    Ok(writable.told())
}

/// What a typed line is read with.
struct LineReading<'r> {
    household: &'r Household,
    lists: &'r Lists,
}

impl LineReading<'_> {
    /// Reads a line. A retired kind, someone who left are kept where they were, never chosen anew.
    fn read(
        &self,
        fields: &BudgetLineFields,
        id: BudgetLineId,
        kept: Option<&BudgetLine>,
    ) -> Result<BudgetLine, Failure> {
        let key = ListKey::new(&fields.entry);
        let entry = self.lists.budget_entry(&key).map_err(|refused| Failure::from(refused).at("entry"))?;
        if entry.retired && kept.is_none_or(|line| line.entry != key) {
            return Err(Failure::refused("Cette ligne n’est plus proposée.").at("entry"));
        }
        let Calculated { amount, frequency } = reading::calculation(&fields.amount, "amount")?
            .ok_or_else(|| Failure::refused("Le montant manque : écrivez 0 s’il n’y a rien.").at("amount"))?;
        Ok(BudgetLine {
            id,
            entry: key,
            detail: reading::line(&fields.detail, "detail")?,
            amount,
            // A period typed with the amount is the frequency of the line.
            frequency: frequency.map_or_else(|| reading::word(&fields.frequency, "frequency"), Ok)?,
            certainty: reading::word(&fields.certainty, "certainty")?,
            member: self.member(&fields.member, kept)?,
            debt: read_debt(fields, entry.section)?,
            // Saving a line copied from a former dossier confirms it.
            comment: confirmed(&reading::line(&fields.comment, "comment")?),
            ends: reading::month(&fields.ends, "ends")?,
            after: read_after(fields)?,
        })
    }

    fn member(&self, typed: &str, kept: Option<&BudgetLine>) -> Result<Option<MemberId>, Failure> {
        if typed.trim().is_empty() {
            return Ok(None);
        }
        let id = typed.trim().parse().ok().map(MemberId);
        let lives = |id: &MemberId| {
            self.household.members().iter().any(|member| member.id == *id)
                || kept.is_some_and(|line| line.member == Some(*id))
        };
        id.filter(lives).map(Some).ok_or_else(|| {
            Failure::refused("Cette personne n’est plus dans le foyer.").remedy("Choisissez-en une autre.").at("member")
        })
    }
}

/// What only a debt says; refused of another line.
fn read_debt(fields: &BudgetLineFields, section: Section) -> Result<Debt, Failure> {
    let of_debts = [
        (&fields.outstanding, "outstanding"),
        (&fields.creditor, "creditor"),
        (&fields.arrears, "arrears"),
        (&fields.plan, "plan"),
    ];
    let typed = of_debts.iter().find(|(typed, _)| !typed.trim().is_empty()).map(|(_, field)| *field);
    if let Some(field) = typed.or(fields.paid_off.then_some("paid_off"))
        && section != Section::Debt
    {
        let only = "Le créancier, le reste dû, le retard et le plan ne concernent que les dettes et les crédits.";
        return Err(Failure::refused(only).at(field));
    }
    Ok(Debt {
        creditor: reading::line(&fields.creditor, "creditor")?,
        outstanding: reading::amount(&fields.outstanding, "outstanding")?,
        arrears: reading::amount(&fields.arrears, "arrears")?,
        plan: reading::line(&fields.plan, "plan")?,
        paid_off: fields.paid_off,
    })
}

/// What the project makes of a line: 0 for one that ends; a line it brings has 0 before.
fn read_after(fields: &BudgetLineFields) -> Result<Option<AfterLine>, Failure> {
    let reason = reading::line(&fields.after_reason, "after_reason")?;
    let hope = if fields.hope.is_empty() { Hope::Sure } else { reading::word(&fields.hope, "hope")? };
    match reading::amount(&fields.after_amount, "after_amount")? {
        Some(amount) => Ok(Some(AfterLine { amount, reason, hope })),
        None if reason.is_empty() || fields.paid_off => Ok(None),
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
        let (household, reading) = (&dossier.household, BudgetReading::of_office(&rules));
        reckon(budget, household, &reading).map_err(|refused| Failure::from(refused).at("amount"))?;
        let after = reckon_after(budget, household, &reading, Euros::ZERO);
        after.map_err(|refused| Failure::from(refused).at("after_amount"))?;
    }
    Ok(())
}

fn check_room(dossier: &Dossier, coming: usize) -> Result<(), Failure> {
    let count = dossier.budget.as_ref().map_or(0, |budget| budget.lines.len());
    if count.saturating_add(coming) > MOST_LINES {
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
        draft: Some((Some(dossier.id), "budget_line")),
    }
}

fn line_of(dossier: &Dossier, id: BudgetLineId) -> Result<&BudgetLine, Failure> {
    let lines = dossier.budget.as_ref().map(|budget| budget.lines.as_slice()).unwrap_or_default();
    lines.iter().find(|line| line.id == id).ok_or_else(|| Failure::gone("Cette ligne du budget"))
}

fn label_of(line: &BudgetLine, rules: &RulesAt<'_>) -> Result<String, Failure> {
    Ok(rules.lists.budget_entry(&line.entry)?.label.clone())
}
