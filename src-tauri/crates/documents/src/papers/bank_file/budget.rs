//! A part of the file: the budget sheet again, before the loan and after it.

use domain::words::{long_date, lowered, members_summary, month_of};

use super::BankFile;
use crate::PaperError;
use crate::page::{Density, Measure};
use crate::papers::Letterhead;
use crate::papers::body::{Body, SMALL};
use crate::papers::budget_beside::{notes, rules, statements};
use crate::papers::ledger::ledger;
use crate::papers::reste_a_vivre::{marks, reading, share, steps};
use crate::papers::wording::round;

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
    body.table(&ledger(&budget.before, after, Density::Dense)?);
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
    for note in notes(&budget.before, &budget.beside) {
        body.note_of(&note);
    }
    Ok(())
}

/// The lowest month of the loan, when it leaves too little: its reste à vivre, the mark, what ends then.
pub(super) fn low_month(file: &BankFile) -> Option<String> {
    let budget = file.budget.as_ref()?;
    let (low, after) = (budget.low.as_ref()?, budget.after.as_ref()?);
    let ended = lowered(&low.ended.join(", "));
    let ended = if ended.is_empty() { ended } else { format!(" Ce mois-là se termine : {ended}.") };
    let mark =
        after.rule.threshold.map(|mark| format!(", pour un repère de {}{}", round(mark), after.period_in_words()));
    Some(format!(
        "En {}, le reste à vivre par {} descend à {}{}.{ended}",
        month_of(low.month.first_day()),
        share(&budget.before),
        low.reste_a_vivre,
        mark.unwrap_or_default()
    ))
}
