//! What no rule calls for: the date the adviser set, appointments, and the date of a dossier that has none other.

use chrono::NaiveDate;

use super::engine::{Called, Reading};
use super::happening::{About, Happening, ToldBy};
use super::{APPOINTMENT, NEXT_STEP, OWN_DATE, Task, TaskFamily, WaitingOn, text};
use crate::calendar::{days_after, working_day_from};
use crate::dossier::{Event, FactId};
use crate::settings::{ListKey, entry};

/// The contacts that answer the date the adviser set, once it has come; decisions do too.
const CONTACTS: [Event; 2] = [Event::InterviewHeld, Event::ContactHeld];

/// The decisions that answer a date, once it has come.
const DECISIONS: [Event; 7] = [
    Event::OrientationDecided,
    Event::Submitted,
    Event::AgreementInPrinciple,
    Event::Approved,
    Event::Refused,
    Event::ContractSigned,
    Event::Disbursed,
];

impl<'d> Reading<'d> {
    /// The date the adviser set, until a contact or a decision of that day or later.
    pub(super) fn own_date(&self) -> Option<Called<'d>> {
        let (fact, next) = self.course.next?;
        let by = self.noted_as(fact)?;
        if self.own_date_met_on().is_some() {
            return None;
        }
        let task = Task {
            rule: ListKey::new(OWN_DATE),
            due: next.on,
            at: None,
            what: next.what.to_string(),
            since: next.set_on,
            waiting_on: WaitingOn::Advisor,
            family: TaskFamily::Request,
            fact: Some(fact),
            put_off: String::new(),
        };
        Some(Called { by, task })
    }

    /// The day the date the adviser set was met: ticked off, or answered.
    pub(super) fn own_date_met_on(&self) -> Option<NaiveDate> {
        let (fact, next) = self.course.next?;
        let met = |one: &&Happening<'_>| {
            let ticked = one.event == Event::TaskDone && one.subject().is_some_and(|key| key.as_str() == OWN_DATE);
            ticked || (one.on >= next.on && (CONTACTS.contains(&one.event) || DECISIONS.contains(&one.event)))
        };
        self.told_since(fact).find(met).map(|one| one.on)
    }

    /// Whether the dossier went on, on the day of the appointment or later: it has nothing left to be told.
    pub(super) fn is_appointment_behind(&self) -> bool {
        let Some((fact, agreed)) = self.course.appointment else { return false };
        self.told_since(fact).any(|one| one.on >= agreed.on && DECISIONS.contains(&one.event))
    }

    /// What was told after a fact was.
    fn told_since(&self, fact: FactId) -> impl Iterator<Item = &Happening<'d>> {
        let told = self.noted_as(fact).and_then(|by| by.told);
        let later = move |one: &&Happening<'_>| one.told.zip(told).is_some_and(|(one, by)| one.place > by.place);
        self.happened.iter().filter(later)
    }

    /// The appointment that is still to come or to be told of.
    pub(super) fn appointment(&self) -> Option<Called<'d>> {
        let stands = self.course.closed.is_none() && !self.is_appointment_behind();
        let (fact, agreed) = self.course.appointment.filter(|_| stands)?;
        let kind = entry(&self.settings.lists.interview_kinds, &agreed.kind).map(|kind| kind.label.as_str());
        let words = [kind.unwrap_or("Rendez-vous"), agreed.place.as_str(), agreed.note.as_str()];
        let said: Vec<&str> = words.into_iter().filter(|words| !words.is_empty()).collect();
        let task = Task {
            rule: ListKey::new(APPOINTMENT),
            due: agreed.on,
            at: agreed.at,
            what: said.join(", "),
            since: agreed.set_on,
            waiting_on: WaitingOn::Advisor,
            family: TaskFamily::Request,
            fact: Some(fact),
            put_off: String::new(),
        };
        Some(Called { by: self.noted_as(fact)?, task })
    }

    /// The date of an open dossier that has none other: some days after the last thing noted, on a working day.
    pub(super) fn next_step(&self) -> Task {
        let rule = self.settings.lists.task_rules.iter().find(|rule| rule.fallback && !rule.retired);
        let put_off = |one: &&Happening<'_>| one.event != Event::TaskPutOff;
        let told = self.happened.iter().filter(|one| one.told.is_some()).rfind(put_off);
        let set = self.course.next.and_then(|(fact, _)| self.noted_as(fact));
        let last =
            [told.cloned(), set].into_iter().flatten().max_by_key(|one| (one.on, one.told.map(|told| told.place)));
        let since = last.as_ref().map_or(self.course.received_on, |last| last.on);
        let days = self.settings.at(since).follow_up.first_next_date_days;
        let words = rule.map(|rule| text::filled(&rule.text, self, &About::Whole));
        let task = Task {
            rule: ListKey::new(NEXT_STEP),
            due: working_day_from(days_after(since, days)),
            at: None,
            what: words.unwrap_or_else(|| "Fixer la prochaine étape.".to_owned()),
            since,
            waiting_on: WaitingOn::Advisor,
            family: TaskFamily::Assessment,
            fact: last.as_ref().and_then(|last| last.told).map(|told| told.fact),
            put_off: String::new(),
        };
        let Some(by) = last else { return task };
        self.standing(Called { by, task: task.clone() }).unwrap_or(task)
    }

    /// A fact as what is done after it is compared with.
    fn noted_as(&self, fact: FactId) -> Option<Happening<'d>> {
        let (place, row) = self.dossier.facts.placed().find(|(_, row)| row.id == fact)?;
        let told = ToldBy { fact, place, kind: row.fact.kind(), noted: None };
        Some(Happening { event: Event::LastFact, on: row.fact.day(), about: About::Whole, told: Some(told) })
    }
}
