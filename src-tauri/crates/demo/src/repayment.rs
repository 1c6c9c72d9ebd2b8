//! What is said of a running loan at its follow-ups: instalments declared, and one put on hold here and there.
//!
//! Instalments are named by their number in the version in force on the day, so nothing more is declared once a
//! loan was changed.

use chrono::NaiveDate;
use domain::calendar::days_after;
use domain::dossier::{Amended, Declaration, DeclaredAs, Fact, ToldBy};
use domain::loan::{Amendment, HeldInterest, RepaymentSchedule, amended};

use super::chance::Chance;
use super::following::Loan;
use super::incident::Incident;
use super::wording::line;

/// How many days ahead an instalment is put on hold.
const DAYS_AHEAD: u32 = 5;

/// What was said of a loan in the end.
pub(super) struct Said {
    pub(super) facts: Vec<Fact>,
    /// The schedule in force.
    pub(super) in_force: RepaymentSchedule,
    /// Whether an instalment was late.
    pub(super) late: bool,
}

/// What is said of the instalments of a loan on each of these days, in their order.
pub(super) fn said(loan: &Loan<'_>, days: &[NaiveDate], incident: Option<&Incident>, chance: &mut Chance) -> Said {
    let mut said = Said { facts: Vec::new(), in_force: loan.schedule.clone(), late: false };
    let held_at = (incident.is_none() && loan.deferrals > 0 && chance.happens(12)).then(|| chance.between(2, 3));
    let mut last = 0;
    for (place, on) in (1..).zip(days) {
        // What the incident is about is declared with it.
        if incident.is_some_and(|one| *on >= one.known_on) {
            break;
        }
        let due = loan.due_by(*on).min(incident.map_or(u32::MAX, |one| one.number.saturating_sub(1)));
        let late = if due > last && chance.happens(1) { due } else { due.saturating_add(1) };
        said.late = said.late || late == due;
        let told_by = if chance.happens(70) { ToldBy::Lender } else { ToldBy::Borrower };
        let words = loan.telling.words;
        let ranges = [
            (last.saturating_add(1), late.saturating_sub(1), DeclaredAs::Paid, &words.paid),
            (late, due, DeclaredAs::PaidLate, &words.paid_late),
        ];
        for (from, to, declared, notes) in ranges.into_iter().filter(|(from, to, ..)| from <= to) {
            let note = line(chance.word(notes));
            said.facts.push(Fact::Declared(Declaration { on: *on, from, to, declared, told_by, note }));
        }
        last = due;
        if held_at == Some(place)
            && let Some((held, schedule)) = held(loan, *on, chance)
        {
            said.facts.push(Fact::Amended(held));
            said.in_force = schedule;
            break;
        }
    }
    said
}

/// The next instalment put on hold, where one is left to hold.
fn held(loan: &Loan<'_>, agreed_on: NaiveDate, chance: &mut Chance) -> Option<(Amended, RepaymentSchedule)> {
    let from = loan.due_by(days_after(agreed_on, DAYS_AHEAD)).saturating_add(1);
    if from >= loan.schedule.terms.months {
        return None;
    }
    let amendment = Amendment::Postponed { from, count: 1, interest: HeldInterest::WithLast };
    let schedule = amended(&loan.schedule, &amendment).ok()?;
    let note = line(chance.word(&loan.telling.words.held));
    Some((Amended { agreed_on, amendment, note }, schedule))
}
