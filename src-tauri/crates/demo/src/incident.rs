//! Missed instalments of an invented loan: the rungs that were climbed, how it ended.

use chrono::NaiveDate;
use domain::calendar::days_after;
use domain::dossier::{Amended, Closing, Declaration, DeclaredAs, EndKind, Event as Noting, Fact, FactKind, ToldBy};
use domain::line::Line;
use domain::loan::{Amendment, HeldInterest, RepaymentSchedule, amended};

use super::chance::Chance;
use super::following::Loan;
use super::happenings::{noted, told};
use super::home::key;
use super::moving::{days_before, working_day_after, working_day_before};
use super::path::Event;
use super::wording::line;

/// What brings a missed instalment.
const CAUSES: [&str; 5] = ["fewer_hours", "illness", "strike_or_delay", "unexpected_expense", "benefit_cut"];

/// Missed instalments, with all that followed.
pub(super) struct Incident {
    /// What happened, in no order.
    pub(super) facts: Vec<Fact>,
    /// The number of the first one.
    pub(super) number: u32,
    /// The day the first one was known.
    pub(super) known_on: NaiveDate,
    /// The day from which the loan is no longer followed as others are, when it was lost.
    pub(super) lost_on: Option<NaiveDate>,
    /// Whether an instalment stays late rather than postponed.
    pub(super) late: bool,
    /// The schedule in force, once changed.
    pub(super) in_force: Option<RepaymentSchedule>,
}

/// The incident of a loan, when its path has one.
pub(crate) fn of(loan: &Loan<'_>, chance: &mut Chance) -> Option<Incident> {
    let known_on = loan.telling.day_of(Event::Missing)?;
    let number = loan.due_by(days_before(known_on, 5)).max(1);
    let missed = Missed { loan, known_on, number };
    Some(match loan.telling.day_of(Event::Accelerating) {
        Some(accelerated_on) => missed.lost(accelerated_on, chance),
        None => missed.mended(chance),
    })
}

struct Missed<'m> {
    loan: &'m Loan<'m>,
    known_on: NaiveDate,
    number: u32,
}

impl Missed<'_> {
    fn after(&self, days: u32) -> NaiveDate {
        working_day_after(days_after(self.known_on, days))
    }

    fn declared(&self, on: NaiveDate, number: u32, declared: DeclaredAs, note: &str) -> Fact {
        let told_by = if declared == DeclaredAs::Missed { ToldBy::Lender } else { ToldBy::Borrower };
        Fact::Declared(Declaration { on, from: number, to: number, declared, told_by, note: line(note) })
    }

    /// The person is reached, and a postponement or a late payment ends it.
    fn mended(&self, chance: &mut Chance) -> Incident {
        let words = self.loan.telling.words;
        let mut facts = vec![self.declared(self.known_on, self.number, DeclaredAs::Missed, chance.word(&words.missed))];
        let mut reached = self.after(chance.between(1, 2));
        if chance.happens(25) {
            facts.push(told(reached, Noting::ContactAnsweredNone, "message", line(chance.word(&words.no_answer))));
            facts.push(noted(reached, Noting::LetterSent, Some(key("first_missed_letter")), None));
            reached = working_day_after(days_after(reached, 3));
        }
        if chance.happens(70) {
            let cause = chance.one(&CAUSES).copied().unwrap_or("other");
            facts.push(noted(reached, Noting::LifeEvent, Some(key(cause)), None));
        }
        facts.push(self.loan.call(reached, chance.word(&words.missed_call)));
        let held = if self.loan.deferrals > 0 && chance.happens(55) { self.held() } else { None };
        let (cleared, in_force) = match held {
            Some((amendment, schedule)) => {
                let asked = working_day_after(days_after(reached, 3));
                let agreed_on = working_day_after(days_after(asked, chance.between(4, 8)));
                facts.push(noted(asked, Noting::DeferralAsked, Some(key("postponed")), None));
                facts.push(noted(agreed_on, Noting::DeferralAnswered, Some(key("given")), None));
                let note = line(chance.word(&words.held));
                facts.push(Fact::Amended(Amended { agreed_on, amendment, note }));
                (agreed_on, Some(schedule))
            }
            None => {
                let cleared = self.loan.telling.day_of(Event::Clearing).unwrap_or(self.after(20));
                facts.push(noted(self.after(8), Noting::SupportAction, Some(key("budget_review")), None));
                let note = chance.word(&words.paid_late);
                facts.push(self.declared(cleared, self.number, DeclaredAs::PaidLate, note));
                (cleared, None)
            }
        };
        let again = working_day_after(days_after(cleared, chance.between(18, 27)));
        facts.push(self.loan.call(again, chance.word(&words.follow_up_call)));
        Incident {
            facts,
            number: self.number,
            known_on: self.known_on,
            lost_on: None,
            late: in_force.is_none(),
            in_force,
        }
    }

    fn held(&self) -> Option<(Amendment, RepaymentSchedule)> {
        let amendment = Amendment::Postponed { from: self.number, count: 1, interest: HeldInterest::WithLast };
        let schedule = amended(&self.loan.schedule, &amendment).ok()?;
        Some((amendment, schedule))
    }

    /// Three in a row, until the whole sum becomes due and the guarantee pays the lender.
    fn lost(&self, accelerated_on: NaiveDate, chance: &mut Chance) -> Incident {
        let words = self.loan.telling.words;
        let announced = working_day_before(days_before(accelerated_on, 8));
        let mut facts = vec![self.declared(self.known_on, self.number, DeclaredAs::Missed, chance.word(&words.missed))];
        let next = |more: u32| {
            let number = self.number.saturating_add(more);
            let line = self.loan.schedule.instalments.iter().find(|line| line.number == number)?;
            Some((number, working_day_after(days_after(line.due?, 7))))
        };
        let later: Vec<(u32, NaiveDate)> =
            [1, 2].into_iter().filter_map(next).filter(|(_, on)| *on < announced).collect();
        for (number, on) in &later {
            facts.push(self.declared(*on, *number, DeclaredAs::Missed, chance.word(&words.missed)));
        }
        facts.extend(self.tried(chance));
        if let Some((_, second)) = later.first() {
            let letter = working_day_after(days_after(*second, 8));
            facts.push(noted(letter, Noting::RegistrationLetter, None, None));
            facts.push(self.loan.telling.ticked(working_day_before(days_after(letter, 24)), "registration_deadline"));
            facts.push(noted(working_day_after(days_after(letter, 32)), Noting::Registered, None, None));
        }
        let owed = self.loan.schedule.instalments.iter().rfind(|line| line.number < self.number);
        let owed = Some(owed.map_or(self.loan.telling.plan.amount, |line| line.outstanding));
        let reasons = working_day_after(days_after(announced, 3));
        let called = working_day_after(days_after(accelerated_on, chance.between(14, 24)));
        facts.push(noted(announced, Noting::AccelerationAnnounced, None, None));
        facts.push(noted(reasons, Noting::LetterSent, Some(key("default_reasons_letter")), None));
        facts.push(noted(accelerated_on, Noting::Accelerated, None, owed));
        facts.push(noted(called, Noting::GuaranteeCalled, None, owed));
        facts.push(self.loan.call(working_day_after(days_after(accelerated_on, 40)), chance.word(&words.missed_call)));
        facts.extend(self.loan.telling.day_of(Event::Closing).map(|on| {
            let (outcome, note) = (key("guarantee_called"), line(&words.lost));
            Fact::Closed(Closing { on, outcome, kind: EndKind::Lost, note })
        }));
        facts.retain(|fact| fact.day() < accelerated_on || is_of_the_end(fact, accelerated_on));
        Incident {
            facts,
            number: self.number,
            known_on: self.known_on,
            lost_on: Some(announced),
            late: true,
            in_force: None,
        }
    }

    /// The person is tried, then reached once; the lender refuses to postpone more.
    fn tried(&self, chance: &mut Chance) -> Vec<Fact> {
        let words = self.loan.telling.words;
        let silent = |on, note: &str| told(on, Noting::ContactAnsweredNone, "message", line(note));
        vec![
            silent(self.after(1), chance.word(&words.no_answer)),
            noted(self.after(2), Noting::LetterSent, Some(key("first_missed_letter")), None),
            silent(self.after(5), chance.word(&words.no_answer)),
            noted(self.after(9), Noting::LifeEvent, Some(key("job_loss")), None),
            self.loan.call(self.after(9), chance.word(&words.missed_call)),
            noted(self.after(10), Noting::DeferralAsked, Some(key("postponed")), None),
            noted(self.after(18), Noting::DeferralAnswered, Some(key("refused")), None),
            told(self.after(19), Noting::TaskDone, "missed_instalment", Line::default()),
        ]
    }
}

/// Whether a fact comes with the acceleration or after it, rather than being overtaken by it.
fn is_of_the_end(fact: &Fact, accelerated_on: NaiveDate) -> bool {
    if let Fact::Noted(noted) = fact {
        return noted.on >= accelerated_on && [Noting::Accelerated, Noting::GuaranteeCalled].contains(&noted.event);
    }
    [FactKind::Reviewed, FactKind::Closed].contains(&fact.kind())
}
