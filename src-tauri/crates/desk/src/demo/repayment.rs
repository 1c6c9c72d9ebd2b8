//! What is said of a running loan at its follow-ups: instalments declared, and one put on hold here and there.
//!
//! Instalments are named by their number in the version in force on the day, so nothing more is declared once a
//! loan was changed.

use chrono::NaiveDate;
use domain::dossier::{Amended, Declaration, DeclaredAs, Fact, ToldBy};
use domain::loan::{Amendment, HeldInterest, LoanTerms, RepaymentSchedule, schedule};

use super::chance::Chance;
use super::happenings::Happening;
use super::stock::Words;
use super::wording::line;

/// How many days ahead an instalment is put on hold.
const DAYS_AHEAD: i64 = 5;

/// A loan whose instalments are told of, one follow-up after the other.
struct Told {
    schedule: RepaymentSchedule,
    /// The last instalment declared.
    last: u32,
    /// Whether it was changed.
    changed: bool,
}

/// Adds to the follow-ups of a loan, in the order of their days, what is said of its instalments.
pub(super) fn declare(
    follow_ups: &mut [Happening],
    terms: &LoanTerms,
    deferrals: u32,
    (words, chance): (&Words, &mut Chance),
) {
    let Ok(schedule) = schedule(terms) else { return };
    follow_ups.sort_by_key(|happening| happening.on);
    let mut told = Told { schedule, last: 0, changed: false };
    let held_at = (deferrals > 0 && chance.happens(34)).then(|| chance.between(2, 3));
    for (place, follow_up) in (1..).zip(follow_ups) {
        if !told.changed {
            let declared = told.declared(follow_up.on, words, chance);
            follow_up.facts.extend(declared.into_iter().map(Fact::Declared));
        }
        if held_at == Some(place) {
            let held = told.held(follow_up.on, words, chance);
            follow_up.facts.extend(held.map(Fact::Amended));
        }
    }
}

impl Told {
    /// The instalments due since the last time; now and then the last one was late.
    fn declared(&mut self, on: NaiveDate, words: &Words, chance: &mut Chance) -> Vec<Declaration> {
        let due = self.due_by(on);
        let late = if due > self.last && chance.happens(9) { due } else { due.saturating_add(1) };
        let told_by = if chance.happens(70) { ToldBy::Lender } else { ToldBy::Borrower };
        let ranges = [
            (self.last.saturating_add(1), late.saturating_sub(1), DeclaredAs::Paid, &words.paid),
            (late, due, DeclaredAs::PaidLate, &words.paid_late),
        ];
        self.last = due;
        let told = ranges.into_iter().filter(|(from, to, ..)| from <= to);
        let said = |(from, to, declared, notes): (u32, u32, DeclaredAs, &Vec<String>)| {
            let note = line(chance.word(notes));
            Declaration { on, from, to, declared, told_by, note }
        };
        told.map(said).collect()
    }

    /// The next instalment put on hold, where one is left to hold.
    fn held(&mut self, agreed_on: NaiveDate, words: &Words, chance: &mut Chance) -> Option<Amended> {
        let ahead = agreed_on.checked_add_signed(chrono::TimeDelta::days(DAYS_AHEAD))?;
        let from = self.due_by(ahead).saturating_add(1);
        if from >= self.schedule.terms.months {
            return None;
        }
        self.changed = true;
        let amendment = Amendment::Postponed { from, count: 1, interest: HeldInterest::WithLast };
        Some(Amended { agreed_on, amendment, note: line(chance.word(&words.held)) })
    }

    /// The number of the last instalment due by a day.
    fn due_by(&self, day: NaiveDate) -> u32 {
        let due = self.schedule.instalments.iter().filter(|line| line.due.is_some_and(|due| due <= day));
        u32::try_from(due.count()).unwrap_or_default()
    }
}
