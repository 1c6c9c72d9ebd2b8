//! The first contact of an invented dossier: the call, what was told, appointments given, missed, given again.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveTime};
use domain::calendar::days_after;
use domain::dossier::{Appointment, Event as Noting, Fact, Informed, Screening, ScreeningOutcome};
use domain::line::Line;
use domain::settings::ListKey;

use super::chance::Chance;
use super::happenings::{Telling, noted, told};
use super::home::key;
use super::moving::{days_before, working_day_after, working_day_before};
use super::path::Event;
use super::wording::line;

/// Questions of the grid a call nearly always answers, with the answer that stops nothing.
const ANSWERED: [(&str, &str); 7] = [
    ("in_commune", "yes"),
    ("adult", "yes"),
    ("bank_would_lend", "no"),
    ("protection", "no"),
    ("business", "no"),
    ("current_expenses", "no"),
    ("over_indebtedness", "no"),
];

/// Days before an appointment at which it is confirmed.
const CONFIRMED: u32 = 2;

impl Telling<'_> {
    /// The facts of the first days: the call, what was told, the first appointment.
    pub(super) fn first_contact(&self, chance: &mut Chance) -> Vec<Fact> {
        let on = self.received_on;
        match self.events.first() {
            Some((first, Event::FirstInterview)) => self.appointment_after_a_call(*first, chance),
            Some((_, Event::Redirecting)) => {
                vec![self.screened(on, ScreeningOutcome::OtherSolution, chance), self.told_of(on, chance)]
            }
            Some((dropped, Event::Dropping)) => self.never_came(*dropped, chance),
            Some(_) | None => Vec::new(),
        }
    }

    /// The interview itself, and the accord for what the referrer may be told.
    pub(super) fn first_interview(&self, on: NaiveDate, chance: &mut Chance) -> Vec<Fact> {
        let mut facts = vec![self.interview("first_interview", &self.words.first_interview, on, chance)];
        if self.is_referred && chance.happens(75) {
            let agreements = [("given", 60), ("came_only", 25), ("refused", 15)];
            let agreed = chance.weighed(&agreements, |(_, weight)| *weight).map_or("given", |(agreed, _)| *agreed);
            facts.push(noted(on, Noting::FeedbackConsent, Some(key(agreed)), None));
            if agreed != "refused" {
                let letter = working_day_after(days_after(on, chance.between(5, 13)));
                facts.push(noted(letter, Noting::LetterSent, Some(key("referrer_feedback_letter")), None));
            }
        }
        facts
    }

    /// A call that ended in information alone.
    pub(super) fn informed_alone(&self, on: NaiveDate, chance: &mut Chance) -> Fact {
        self.screened(on, ScreeningOutcome::InformationOnly, chance)
    }

    /// An appointment, confirmed once its day is near.
    pub(super) fn appointed(&self, set_on: NaiveDate, on: NaiveDate, kind: &str, chance: &mut Chance) -> Vec<Fact> {
        let at = NaiveTime::from_hms_opt(chance.between(9, 16), chance.between(0, 1).saturating_mul(30), 0);
        let place = line(chance.word(&self.words.places));
        let appointment = Appointment { set_on, on, at, kind: key(kind), place, note: Line::default() };
        let mut facts = vec![Fact::AppointmentSet(appointment)];
        let confirmed = working_day_before(days_before(on, CONFIRMED));
        if on >= self.today && confirmed > set_on && confirmed < self.today {
            facts.push(self.ticked(confirmed, "confirm_appointment"));
        }
        facts
    }

    /// Whoever answers gives an appointment, or calls back the next day; one in ten is missed and given again.
    fn appointment_after_a_call(&self, first: NaiveDate, chance: &mut Chance) -> Vec<Fact> {
        let on = self.received_on;
        let later = working_day_after(days_after(on, 1));
        let mut facts = Vec::new();
        let set_on = if chance.happens(20) && later < first {
            facts.push(self.screened(on, ScreeningOutcome::CallBack, chance));
            facts.push(self.interview("phone_screening", &self.words.called_back, later, chance));
            later
        } else {
            facts.push(self.screened(on, ScreeningOutcome::Appointment, chance));
            on
        };
        facts.push(self.told_of(set_on, chance));
        let missed = working_day_after(days_after(set_on, 4));
        let again = working_day_after(days_after(missed, 1));
        if again < first && chance.happens(16) {
            facts.extend(self.appointed(set_on, missed, "first_interview", chance));
            let event = if chance.happens(75) { Noting::AppointmentMissed } else { Noting::AppointmentCancelled };
            facts.push(noted(missed, event, None, None));
            facts.push(self.interview("missed_appointment_call", &self.words.missed_appointment, again, chance));
            facts.extend(self.appointed(again, first, "first_interview", chance));
        } else {
            facts.extend(self.appointed(set_on, first, "first_interview", chance));
        }
        facts
    }

    /// Appointments that were given and never kept.
    fn never_came(&self, dropped: NaiveDate, chance: &mut Chance) -> Vec<Fact> {
        let on = self.received_on;
        let mut facts = vec![self.screened(on, ScreeningOutcome::Appointment, chance), self.told_of(on, chance)];
        let missed = working_day_after(days_after(on, 4));
        let again = working_day_after(days_after(missed, 1));
        let second = working_day_before(days_before(dropped, 2));
        facts.extend(self.appointed(on, missed, "first_interview", chance));
        facts.push(noted(missed, Noting::AppointmentMissed, None, None));
        facts.push(told(again, Noting::ContactAnsweredNone, "message", line(chance.word(&self.words.no_answer))));
        if again < second {
            facts.extend(self.appointed(again, second, "first_interview", chance));
            facts.push(noted(second, Noting::AppointmentMissed, None, None));
        }
        facts
    }

    fn screened(&self, on: NaiveDate, outcome: ScreeningOutcome, chance: &mut Chance) -> Fact {
        let answers = if outcome == ScreeningOutcome::CallBack { BTreeMap::new() } else { self.answers(chance) };
        Fact::Screened(Screening {
            on,
            outcome,
            minutes: Some(chance.between(1, 4).saturating_mul(5)),
            answers,
            note: self.voice.line(chance.word(&self.words.screening)),
        })
    }

    fn answers(&self, chance: &mut Chance) -> BTreeMap<String, Line> {
        let given = ANSWERED.into_iter().filter(|_| chance.happens(88));
        let mut answers: BTreeMap<String, Line> =
            given.map(|(question, answer)| (question.to_owned(), line(answer))).collect();
        if chance.happens(60) {
            let ficp = if chance.happens(14) { "yes" } else { "no" };
            answers.insert("ficp_listed".to_owned(), line(ficp));
        }
        answers.retain(|question, _| {
            self.settings.lists.screening.questions.iter().any(|one| one.key.as_str() == question)
        });
        answers
    }

    fn told_of(&self, on: NaiveDate, chance: &mut Chance) -> Fact {
        let told = self.settings.lists.screening.told.iter().filter(|entry| !entry.retired);
        let of: BTreeSet<ListKey> = told.filter(|_| chance.happens(86)).map(|entry| entry.key.clone()).collect();
        Fact::Informed(Informed { on, of, note: Line::default() })
    }
}
