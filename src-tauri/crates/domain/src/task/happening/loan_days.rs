//! The days of a running loan: its instalments, and the ones that were missed.

use chrono::{Months, NaiveDate};

use super::{About, Happening, ToldBy};
use crate::dossier::{Declaration, DeclaredAs, Dossier, Event, Fact, FactKind, RunningLoan};
use crate::support::LoanDays;

/// The days that follow from the contract, its changes and what was said of instalments.
pub(super) fn following(dossier: &Dossier) -> Vec<Happening<'_>> {
    let Some(loan) = dossier.running_loan() else { return Vec::new() };
    let course = dossier.facts.course();
    let mut days = Vec::new();
    if let Some(on) = loan_days(dossier, &loan) {
        let repaid = |last: NaiveDate| course.repaid_on.map_or(last, |repaid| repaid.min(last));
        let dated = [
            (Event::FirstInstalmentDue, on.first_due),
            (Event::MidTerm, on.mid_term),
            (Event::LastInstalmentDue, on.last_due.map(repaid)),
        ];
        for (event, on) in dated {
            days.extend(on.map(|on| Happening { event, on, about: About::Whole, told: None }));
        }
    }
    days.extend(missed(dossier, &loan));
    days
}

/// The days a plan counts from, by the schedule in force; nothing before the funds are released.
#[must_use]
fn loan_days(dossier: &Dossier, loan: &RunningLoan) -> Option<LoanDays> {
    let (_, disbursed) = dossier.facts.course().disbursement?;
    let due: Vec<_> = loan.in_force().instalments.iter().filter_map(|line| line.due).collect();
    let (Some(first), Some(last)) = (due.iter().min(), due.iter().max()) else {
        let first = disbursed.on.checked_add_months(Months::new(1))?;
        return Some(LoanDays::of(disbursed.on, first, loan.contract.terms.months));
    };
    let half = (due.len() / 2).checked_sub(1).and_then(|place| due.get(place)).copied();
    Some(LoanDays { disbursed: Some(disbursed.on), first_due: Some(*first), mid_term: half, last_due: Some(*last) })
}

/// The first instalment still missed and the day it was known; that nothing is owed any more, once it is so.
fn missed<'d>(dossier: &'d Dossier, loan: &RunningLoan) -> Vec<Happening<'d>> {
    let said: Vec<_> = dossier
        .facts
        .placed()
        .filter_map(|(place, row)| {
            let Fact::Declared(declaration) = &row.fact else { return None };
            Some((ToldBy { fact: row.id, place, kind: FactKind::Declared, noted: None }, declaration))
        })
        .collect();
    let Some(first) = loan.declared_as(DeclaredAs::Missed).next() else {
        let last = said.iter().max_by_key(|(told, declaration)| (declaration.on, told.place));
        let paid = last.filter(|_| said.iter().any(|(_, one)| one.declared == DeclaredAs::Missed));
        let cleared = |(told, declaration): &(ToldBy<'d>, &Declaration)| Happening {
            event: Event::ArrearsCleared,
            on: declaration.on,
            about: About::Whole,
            told: Some(*told),
        };
        return paid.map(cleared).into_iter().collect();
    };
    let names = |declaration: &Declaration| {
        declaration.declared == DeclaredAs::Missed && (declaration.from..=declaration.to).contains(&first.number)
    };
    let known = said.iter().filter(|(_, declaration)| names(declaration)).min_by_key(|(_, one)| one.on);
    let Some((told, declaration)) = known else { return Vec::new() };
    let day = |event, on| Happening { event, on, about: About::Whole, told: Some(*told) };
    let due = first.due.unwrap_or(declaration.on);
    vec![day(Event::InstalmentMissed, due), day(Event::MissedKnown, declaration.on)]
}
