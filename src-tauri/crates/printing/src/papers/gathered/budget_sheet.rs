//! The facts of the budget sheet.

use documents::papers::budget_sheet::{BudgetSheet, lacks, render};
use domain::budget::{BudgetReading, reckon, spending};
use domain::settings;

use super::bank_file::after;
use super::budget_notes::{LoanBeside, as_closed, beside};
use super::{Missing, NotYet, Prepared, Subject};
use app::failure::Failure;
use casework::dossiers::{RoomKey, room_of};

pub(super) fn prepare(subject: &Subject<'_>) -> Result<Result<Prepared, NotYet>, Failure> {
    let closed = as_closed(subject.dossier);
    let subject = &Subject { dossier: &closed, ..*subject };
    let dossier = subject.dossier;
    let Some(budget) = dossier.budget.as_ref().filter(|budget| !budget.lines.is_empty()) else {
        return Ok(Err(NotYet {
            state: "le budget n’a pas encore de ligne",
            sentence: "La fiche budgétaire attend une première ligne de budget.",
            remedy: "Ouvrez Budget et ajoutez une ressource ou une charge.",
            room: RoomKey::Budget,
        }));
    };
    let rules = subject.settings.at(budget.established_on);
    let housing = match &dossier.person.housing {
        Some(key) => Some(settings::entry(&rules.lists.housing, key)?.label.clone()),
        None => None,
    };
    let loan = dossier.loan(subject.settings, subject.moment.today).ok();
    let before = reckon(budget, &dossier.household, &BudgetReading::of_office(&rules))?;
    let loan = loan.as_ref().map(LoanBeside::of).transpose()?;
    let after = after(subject, loan)?;
    let spent = after.as_ref().map_or(&before, |after| &after.budget.budget);
    let sheet = BudgetSheet {
        spending: spending(spent, rules.lists)?,
        reference: dossier.reference.clone(),
        version: budget.version,
        established_on: budget.established_on,
        beside: beside(subject, &before, after.as_ref(), loan)?,
        budget: before,
        after,
        person: dossier.person.clone(),
        borrowers: dossier.borrowers(),
        household: dossier.household.clone(),
        housing,
    };
    let lacks = lacks(&sheet.person, &sheet.household, &sheet.budget);
    let missing: Vec<_> = lacks.into_iter().map(|lack| Missing::of(lack.label(), Some(room_of(lack)))).collect();
    let said = if missing.is_empty() { "prête à relire et à signer" } else { "prête ; elle dira ce qui manque" };
    let head = subject.head.clone();
    Ok(Ok(Prepared {
        version: budget.version,
        missing,
        state: format!("version {}, {said}", budget.version),
        print: Box::new(move |_| Ok(render(&sheet, &head)?)),
    }))
}
