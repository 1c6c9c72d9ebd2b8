//! The facts of an invented dossier: what each event of its path writes down, up to the release of the funds.

use chrono::{Days, NaiveDate};
use domain::calendar::days_after;
use domain::dossier::{Direction, Disbursement, Event as Noting, Fact, Interview, NextDate, Noted, Orientation, Stop};
use domain::line::Line;
use domain::money::Euros;
use domain::settings::{ListKey, Settings};

use super::budget::Strength;
use super::chance::Chance;
use super::commission::Commission;
use super::following::Loan;
use super::home::key;
use super::moving::{working_day_after, working_day_before};
use super::path::{Event, Turn};
use super::plan::Plan;
use super::stock::{Redirection, Words};
use super::wording::{Voice, line};

/// One dossier being told.
pub(super) struct Telling<'t> {
    pub(super) words: &'t Words,
    pub(super) settings: &'t Settings,
    pub(super) commission: &'t Commission<'t>,
    pub(super) plan: &'t Plan<'t>,
    pub(super) voice: &'t Voice,
    /// Whether the budget carries the loan: a lender says so when it does not.
    pub(super) strength: Strength,
    /// The day of the request.
    pub(super) received_on: NaiveDate,
    /// The day of the demonstration.
    pub(super) today: NaiveDate,
    /// Whether a service sent the person.
    pub(super) is_referred: bool,
    /// What happens.
    pub(super) events: &'t [(NaiveDate, Event)],
}

impl Telling<'_> {
    /// Everything that happens after the request, in the order of its days.
    pub(super) fn facts(&self, chance: &mut Chance) -> Vec<Fact> {
        let mut facts = self.first_contact(chance);
        for (place, (on, event)) in self.events.iter().enumerate() {
            facts.extend(self.facts_of(*event, *on, chance));
            let next = self.events.get(place.saturating_add(1));
            facts.extend(next.into_iter().flat_map(|next| self.until(*event, *on, *next, chance)));
        }
        let support =
            facts.iter().find_map(|fact| if let Fact::SupportPlanned(plan) = fact { Some(plan) } else { None });
        if let Some(loan) = support.cloned().and_then(|support| Loan::of(self, support)) {
            facts.extend(loan.facts(chance));
        }
        facts.sort_by_key(Fact::day);
        facts
    }

    /// The day of an event, gone by or to come.
    pub(super) fn day_of(&self, wanted: Event) -> Option<NaiveDate> {
        self.events.iter().find(|(_, event)| *event == wanted).map(|(day, _)| *day)
    }

    fn facts_of(&self, event: Event, on: NaiveDate, chance: &mut Chance) -> Vec<Fact> {
        let words = self.words;
        match event {
            Event::FirstInterview => self.first_interview(on, chance),
            Event::BudgetInterview => vec![self.interview("budget_interview", &words.budget_interview, on, chance)],
            Event::FileInterview => vec![self.interview("file_interview", &words.file_interview, on, chance)],
            Event::LenderCall => vec![self.interview("lender_exchange", &words.lender_call, on, chance)],
            Event::CallBack => self.called_back(on, chance),
            Event::Informing => vec![self.informed_alone(on, chance)],
            Event::Listing => self.listed(on),
            Event::Submitting => self.decided(on, chance),
            Event::Redirecting => self.directed(Direction::Redirect, &words.redirect, on, chance),
            Event::Inadmissible => self.directed(Direction::Inadmissible, &words.inadmissible, on, chance),
            Event::Sending(turn) => self.sending(turn, on, chance),
            Event::Principle => self.principle(on, chance).into_iter().collect(),
            Event::Approval => self.approval(on, chance),
            Event::Refusal(turn) => self.refusal(turn, on, chance),
            Event::Signing => self.signing(on, chance),
            Event::Payment => self.payment(on, chance),
            Event::Dropping => vec![Fact::Dropped(self.stop(on, &words.dropped, chance))],
            Event::Withdrawing => vec![Fact::Withdrawn(self.stop(on, &words.withdrawn, chance))],
            // What happens to a running loan follows from its schedule.
            Event::Missing | Event::Clearing | Event::Accelerating | Event::Repaying | Event::Closing => Vec::new(),
        }
    }

    /// What is agreed on the day of an event for the next one.
    fn until(&self, event: Event, on: NaiveDate, next: (NaiveDate, Event), chance: &mut Chance) -> Vec<Fact> {
        let (next_on, next) = next;
        let interview = [Event::FirstInterview, Event::BudgetInterview].contains(&event);
        match next {
            Event::BudgetInterview => self.appointed(on, next_on, "budget_interview", chance),
            Event::FileInterview => self.appointed(on, next_on, "file_interview", chance),
            // The person was to come back by then.
            Event::Dropping if interview || event == Event::FileInterview => {
                vec![self.next_date(on, working_day_before(next_on), &self.words.next.news)]
            }
            Event::Sending(Turn::Second) => vec![self.next_date(on, next_on, &self.words.next.again)],
            Event::Redirecting if interview => vec![self.next_date(on, next_on, &self.words.next.decide)],
            Event::Informing
            | Event::FirstInterview
            | Event::Listing
            | Event::Submitting
            | Event::Sending(_)
            | Event::LenderCall
            | Event::Principle
            | Event::Approval
            | Event::Refusal(_)
            | Event::Signing
            | Event::Payment
            | Event::Missing
            | Event::Clearing
            | Event::Accelerating
            | Event::Repaying
            | Event::Closing
            | Event::Redirecting
            | Event::Inadmissible
            | Event::CallBack
            | Event::Dropping
            | Event::Withdrawing => Vec::new(),
        }
    }

    fn next_date(&self, set_on: NaiveDate, on: NaiveDate, what: &str) -> Fact {
        Fact::NextDateSet(NextDate { set_on, on, what: line(what) })
    }

    pub(super) fn interview(&self, kind: &str, notes: &[String], held_on: NaiveDate, chance: &mut Chance) -> Fact {
        let call = ["call", "exchange", "screening"].iter().any(|end| kind.ends_with(end));
        let quarters = if call { chance.between(1, 2) } else { chance.between(3, 7) };
        let note = self.voice.line(chance.word(notes));
        let minutes = Some(quarters.saturating_mul(15));
        Fact::InterviewHeld(Interview {
            held_on,
            kind: key(kind),
            minutes,
            counts: !call,
            note,
            next_step: Line::default(),
        })
    }

    fn directed(&self, direction: Direction, from: &[Redirection], on: NaiveDate, chance: &mut Chance) -> Vec<Fact> {
        let found = chance.one(from);
        let directed = |found: &Redirection| Orientation {
            solutions: found.solutions.clone(),
            letter_words: self.voice.line(&found.to_person),
            mode: key("advisor_alone"),
            ..self.orientation(on, direction, &found.reason)
        };
        found.map(|found| Fact::OrientationDecided(directed(found))).into_iter().collect()
    }

    pub(super) fn orientation(&self, on: NaiveDate, direction: Direction, reason: &str) -> Orientation {
        let mode = self.settings.at(on).office.decision_mode.clone();
        Orientation { reason: self.voice.line(reason), ..Orientation::of(on, mode, direction) }
    }

    /// What became of a person who went elsewhere; not everyone is reached.
    fn called_back(&self, on: NaiveDate, chance: &mut Chance) -> Vec<Fact> {
        let answers = [("helped", 46), ("not_helped", 28), ("unreachable", 26)];
        let answer = chance.weighed(&answers, |(_, weight)| *weight).map_or("unreachable", |(answer, _)| *answer);
        let answered = noted(on, Noting::RedirectionAnswered, Some(key(answer)), None);
        if answer == "unreachable" {
            return vec![answered];
        }
        vec![self.interview("follow_up_call", &self.words.redirection_call, on, chance), answered]
    }

    fn payment(&self, on: NaiveDate, chance: &mut Chance) -> Vec<Fact> {
        let means = line(&self.plan.project.means);
        let mut facts = vec![Fact::Disbursed(Disbursement { on, amount: self.plan.amount, means })];
        if chance.happens(80) {
            let letter = working_day_after(days_after(on, chance.between(24, 29)));
            facts.push(noted(letter, Noting::LetterSent, Some(key("help_remains_letter")), None));
        }
        if chance.happens(82) {
            facts.push(noted(
                working_day_after(days_after(on, chance.between(12, 40))),
                Noting::PurchaseProved,
                None,
                None,
            ));
        }
        facts
    }

    /// The day of the payment, or the one it would have.
    pub(super) fn paid_on(&self, on: NaiveDate) -> NaiveDate {
        let planned = || on.checked_add_days(Days::new(14)).map(working_day_after);
        self.plan.paid_on.or_else(planned).unwrap_or(on)
    }

    fn stop(&self, on: NaiveDate, reasons: &[String], chance: &mut Chance) -> Stop {
        Stop { on, reason: self.voice.line(chance.word(reasons)) }
    }

    /// What the adviser ticked off before a day that is still to come.
    pub(super) fn ticked(&self, on: NaiveDate, task: &str) -> Fact {
        noted(on, Noting::TaskDone, Some(key(task)), None)
    }
}

/// An event in words.
pub(super) fn noted(on: NaiveDate, event: Noting, subject: Option<ListKey>, amount: Option<Euros>) -> Fact {
    Fact::Noted(Noted { subject, amount, ..Noted::of(on, event) })
}

/// The same, with what was said.
pub(super) fn told(on: NaiveDate, event: Noting, subject: &str, note: Line) -> Fact {
    Fact::Noted(Noted { subject: Some(key(subject)), note, ..Noted::of(on, event) })
}
