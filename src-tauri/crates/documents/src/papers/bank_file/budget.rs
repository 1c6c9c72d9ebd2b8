//! A part of the file: the budget sheet again, before the loan and after it.

use domain::budget::standing;
use domain::money::AmountTooLarge;
use domain::words::{long_date, lowered, members_summary, month_of};

use super::BankFile;
use crate::PaperError;
use crate::page::{Density, Measure};
use crate::papers::Letterhead;
use crate::papers::body::{Body, SMALL};
use crate::papers::budget_beside::{notes, rules, statement_remarks, statements};
use crate::papers::ledger::ledger;
use crate::papers::reste_a_vivre::{marks, reading, share, steps};
use crate::papers::wording::round;

/// A ledger of more lines is set closer, for the part to be one sheet.
const MANY: usize = 15;

pub(super) fn compose(body: &mut Body<'_>, file: &BankFile, head: &Letterhead) -> Result<(), PaperError> {
    let Some(budget) = &file.budget else {
        body.note("Le budget du ménage n’est pas encore établi.");
        return Ok(());
    };
    let after = budget.after.as_ref();
    body.note(&format!(
        "Fiche budgétaire, version {} du {}. Ménage : {}. Montants en euros.",
        budget.version,
        long_date(budget.established_on),
        members_summary(&file.household)
    ));
    let lines: usize = budget.before.sections.iter().map(|section| section.lines.len()).sum();
    let density = if lines > MANY { Density::Closest } else { Density::Dense };
    body.table(&ledger(&budget.before, after, density)?);
    if let Some(statements) = statements(&budget.beside) {
        body.table(&statements);
    }
    body.table(&steps(&budget.before, after)?);
    if let Some(rules) = rules(&head.office.name, &budget.before, after, &budget.beside) {
        body.table(&rules);
    }
    let marks = marks(&budget.before, after)?;
    let marks = body.setter.pairs_in_two(body.place, &marks, SMALL, Measure::WHOLE);
    body.add(marks);
    body.note_of(&reading(&budget.before, after)?);
    let beside = &budget.beside;
    let during: Vec<String> = beside.during.iter().chain(&beside.instalment).cloned().collect();
    for note in notes(&budget.before, beside, &statement_remarks(beside), &during) {
        body.note_of(&note);
    }
    Ok(())
}

/// Too little to live on while the loan runs: every month of it, or the lowest with what ends then; beside the mark.
pub(super) fn too_little(file: &BankFile) -> Result<Option<String>, AmountTooLarge> {
    let Some(budget) = file.budget.as_ref() else { return Ok(None) };
    let Some(after) = budget.after.as_ref() else { return Ok(None) };
    let share = share(&budget.before);
    let period = after.period_in_words();
    let under = standing(&after.budget, &after.rule)?.filter(|standing| standing.apart.is_negative());
    let always = under.map(|under| {
        let mark = round(under.threshold);
        format!("Une fois le prêt en cours, le reste à vivre par {share} est de {}{period}, pour un repère de {mark}{period}.", under.judged)
    });
    let low = budget.low.as_ref().map(|low| {
        let ended = lowered(&low.ended.join(", "));
        let ended = if ended.is_empty() { ended } else { format!(" Ce mois-là se termine : {ended}.") };
        let mark = after.rule.threshold.filter(|_| always.is_none());
        let mark = mark.map(|mark| format!(", pour un repère de {}{period}", round(mark))).unwrap_or_default();
        let month = month_of(low.month.first_day());
        format!("En {month}, le reste à vivre par {share} descend à {}{mark}.{ended}", low.reste_a_vivre)
    });
    let said: Vec<String> = always.iter().cloned().chain(low).collect();
    Ok((!said.is_empty()).then(|| said.join(" ")))
}
