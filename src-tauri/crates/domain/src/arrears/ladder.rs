//! What follows a first missed instalment, step by step, with its dates.
//!
//! Each step is of the office's list; a delay is the office's own or the agreement's. A step is done by a fact of the
//! episode, never ticked by itself: a call that reached the person, a postponement asked, a change agreed. One step
//! is lit: the first the adviser still has to do. Known on 16 November, the call is due on the 18th.

use chrono::{Months, NaiveDate};

use super::registration::{GUIDE, nth_missed};
use super::{Episode, episodes, has_stopped, registration};
use crate::calendar::{days_after, working_day_until};
use crate::dossier::{Course, Dossier, Event, FactId, Noted, ToldBy};
use crate::settings::{LadderActor, LadderStep, Lists, RulesAt, Settings};

/// The steps that are days counted by a rule of registration, not deeds of the adviser.
const COUNTED: [&str; 3] = ["second_missed", "third_missed", "registration_deadline"];

/// One step of the ladder in an episode.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rung<'s> {
    /// The step.
    pub step: &'s LadderStep,
    /// The day it is due; nothing while what it counts from has not happened.
    pub due: Option<NaiveDate>,
    /// The day it was done.
    pub done_on: Option<NaiveDate>,
}

/// The steps of an episode, in the order of the office's list.
#[must_use]
pub fn ladder<'s>(episode: &Episode, dossier: &Dossier, settings: &'s Settings) -> Vec<Rung<'s>> {
    let rules = settings.at(episode.known_on);
    let happened = Happened::of(episode, dossier, &settings.lists);
    let climb = Climb { episode, dossier, rules: &rules, happened: &happened };
    let steps = settings.lists.arrears_ladder.steps.iter().filter(|step| !step.retired);
    steps.map(|step| Rung { step, due: climb.is_due(step), done_on: happened.done(step.key.as_str()) }).collect()
}

/// The step the adviser has to take now: the first that is not done nor made needless by a later one.
#[must_use]
pub fn lit<'r, 's>(rungs: &'r [Rung<'s>]) -> Option<&'r Rung<'s>> {
    let done = |key: &str| rungs.iter().any(|rung| rung.step.key.as_str() == key && rung.done_on.is_some());
    let needless = |key: &str| match key {
        "second_attempt" => done("situation_review"),
        "three_party_meeting" => done("deferral_request"),
        "situation_review" | "deferral_request" => done("solution_written"),
        "second_missed" | "third_missed" | "after_cleared" => true,
        _ => false,
    };
    let opinion = |rung: &&Rung<'_>| rung.step.key.as_str() == "opinion_before_acceleration";
    let open =
        |rung: &&Rung<'_>| rung.step.actor == LadderActor::Advisor && rung.due.is_some() && rung.done_on.is_none();
    let urgent = rungs.iter().filter(opinion).find(open);
    urgent.or_else(|| rungs.iter().filter(open).find(|rung| !needless(rung.step.key.as_str())))
}

/// The next step of a dossier in arrears, or the one a month after they were cleared; nothing without either.
///
/// It is what a task that takes its dates from the ladder says; it never depends on today.
#[must_use]
pub fn next_rung<'s>(dossier: &Dossier, settings: &'s Settings) -> Option<(Episode, Rung<'s>)> {
    let course = dossier.facts.course();
    if has_stopped(&course) {
        return None;
    }
    let episode = episodes(dossier).pop()?;
    let rungs = ladder(&episode, dossier, settings);
    let next = match episode.cleared_on {
        None => lit(&rungs).cloned(),
        Some(_) if course.repaid_on.is_some() => None,
        Some(_) => {
            let after = rungs.into_iter().find(|rung| rung.step.key.as_str() == "after_cleared");
            after.filter(|rung| rung.done_on.is_none())
        }
    }?;
    Some((episode, next))
}

/// What happened in an episode that does a step.
struct Happened {
    told: Option<NaiveDate>,
    reached: Option<NaiveDate>,
    unanswered: Vec<NaiveDate>,
    asked: Option<NaiveDate>,
    agreed: Option<NaiveDate>,
    together: Option<NaiveDate>,
    helped: Option<NaiveDate>,
    letter: Option<NaiveDate>,
    announced: Option<NaiveDate>,
    opinion: Option<NaiveDate>,
    guarantee: Option<NaiveDate>,
    registered: Option<NaiveDate>,
    cleared: Option<NaiveDate>,
    seen_after: Option<NaiveDate>,
}

impl Happened {
    fn of(episode: &Episode, dossier: &Dossier, lists: &Lists) -> Self {
        let course = dossier.facts.course();
        let noted = |event: Event| first(days_of(dossier, |noted| noted.event == event), episode);
        let says = |noted: &Noted, word: &str| noted.subject.as_ref().is_some_and(|said| said.as_str() == word);
        let changed = course.amendments.iter().map(|(_, amended)| amended.agreed_on);
        let granted = days_of(dossier, |noted| noted.event == Event::DeferralAnswered && says(noted, "given"));
        let opinion = days_of(dossier, |noted| {
            (noted.event == Event::LetterSent && says(noted, "default_reasons_letter"))
                || (noted.event == Event::SupportAction && says(noted, "default_explanation"))
        });
        let mut unanswered = days_of(dossier, |noted| noted.event == Event::ContactAnsweredNone);
        unanswered.retain(|day| episode.holds(*day));
        let asked = first(days_of(dossier, Noted::asks_for_a_deferral), episode);
        let cleared = episode.cleared_on;
        // What was said the same day before it was known was said of something else, unless that told it.
        let told = course.declarations.iter().find(|(_, said)| said.on == episode.known_on).map(|(id, _)| *id);
        let of_it = |(id, on): &(FactId, NaiveDate)| {
            *on > episode.known_on || episode.told_by == ToldBy::Borrower || told.is_none_or(|told| *id > told)
        };
        let reached = contacts(&course, lists, |_| true).filter(of_it).map(|(_, on)| on);
        Self {
            told: (episode.told_by == ToldBy::Lender).then_some(episode.known_on),
            reached: first(reached, episode),
            unanswered,
            asked: asked.or(noted(Event::DeferralAnswered)),
            agreed: first(changed.chain(granted), episode),
            together: first(contacts(&course, lists, |kind| kind == "three_party_meeting").map(|(_, on)| on), episode),
            helped: noted(Event::SupportAction),
            letter: noted(Event::RegistrationLetter),
            announced: noted(Event::AccelerationAnnounced),
            opinion: first(opinion, episode),
            guarantee: course.guarantee_called_on.filter(|day| episode.holds(*day)),
            registered: noted(Event::Registered),
            cleared,
            seen_after: cleared
                .and_then(|day| contacts(&course, lists, |_| true).map(|(_, on)| on).filter(|on| *on > day).min()),
        }
    }

    fn done(&self, key: &str) -> Option<NaiveDate> {
        match key {
            "lender_reminder" => self.told,
            "call_within_48h" => self.reached.or(self.unanswered.first().copied()),
            // Whoever answers the first call is not called a second time.
            "second_attempt" => self.unanswered.first().and(self.reached.or(self.unanswered.get(1).copied())),
            "situation_review" => self.reached,
            "deferral_request" => self.asked.or(self.agreed),
            "office_help" => self.helped,
            "three_party_meeting" => self.together,
            "solution_written" => self.agreed.or(self.cleared),
            "registration_letter" => self.letter,
            "registration_deadline" => self.registered.or(self.cleared),
            "guarantee_call" => self.guarantee,
            "opinion_before_acceleration" => self.opinion,
            "after_cleared" => self.seen_after,
            _ => None,
        }
    }
}

/// An episode and what its steps count from.
struct Climb<'c> {
    episode: &'c Episode,
    dossier: &'c Dossier,
    rules: &'c RulesAt<'c>,
    happened: &'c Happened,
}

impl Climb<'_> {
    /// The day a step is due. What the adviser does is done before a day nobody works; what the law counts keeps its
    /// day.
    fn is_due(&self, step: &LadderStep) -> Option<NaiveDate> {
        let due = self.due(step)?;
        let kept = step.actor != LadderActor::Advisor || COUNTED.contains(&step.key.as_str());
        let worked = Some(working_day_until(due)).filter(|day| !kept && *day >= self.episode.known_on);
        Some(worked.unwrap_or(due))
    }

    /// The day a step falls, by what it counts from.
    fn due(&self, step: &LadderStep) -> Option<NaiveDate> {
        let registration = || registration(self.episode, self.dossier, self.rules);
        let key = step.key.as_str();
        match key {
            "second_missed" => return registration()?.threshold_on,
            GUIDE => return registration()?.rule(GUIDE),
            "registration_deadline" => return registration().map(|found| found.earliest),
            "guarantee_call" => {
                let count = self.rules.arrears_number("guarantee_missed_count")?;
                return nth_missed(self.episode, self.dossier, count);
            }
            _ => {}
        }
        // Nobody calls again who was not called in vain.
        if key == "second_attempt" && self.happened.unanswered.is_empty() {
            return None;
        }
        let from = self.starts(step.due.from)?.checked_add_months(Months::new(step.due.months))?;
        Some(days_after(from, self.days(step)))
    }

    fn starts(&self, event: Event) -> Option<NaiveDate> {
        let known = [
            (Event::InstalmentMissed, Some(self.episode.first_due)),
            (Event::MissedKnown, Some(self.episode.known_on)),
            (Event::RegistrationLetter, self.happened.letter),
            (Event::AccelerationAnnounced, self.happened.announced),
            (Event::ArrearsCleared, self.happened.cleared),
            (Event::DeferralAsked, self.happened.asked),
        ];
        if event == Event::RegistrationThreshold {
            return registration(self.episode, self.dossier, self.rules)?.threshold_on;
        }
        known.into_iter().find(|(known, _)| *known == event)?.1
    }

    /// The days of a step: the agreement's for the lender's reminder, the office's own, else those of the list.
    fn days(&self, step: &LadderStep) -> u32 {
        let own = |key: &str| self.rules.arrears_number(key);
        let hours = || own("contact_hours").map(|hours| hours.div_ceil(24));
        let set = step.setting.as_ref().and_then(|setting| match setting.as_str() {
            "contact_hours" => hours(),
            "second_attempt_days" => Some(hours()?.saturating_add(own("second_attempt_days")?)),
            "lender_reminder_days" => {
                let lender = self.dossier.loan_lender().and_then(|key| self.rules.lender(key));
                let promised = lender.and_then(|at| at.agreement).and_then(|agreement| agreement.value.alert_days);
                promised.or_else(|| own("lender_reminder_days"))
            }
            key => own(key),
        });
        set.unwrap_or(step.due.days)
    }
}

fn first(days: impl IntoIterator<Item = NaiveDate>, episode: &Episode) -> Option<NaiveDate> {
    days.into_iter().filter(|day| episode.holds(*day)).min()
}

/// The days the person was reached, each with its fact: interviews and points made, of the kinds wanted.
fn contacts<'c>(
    course: &'c Course<'_>,
    lists: &'c Lists,
    wanted: impl Fn(&str) -> bool + 'c,
) -> impl Iterator<Item = (FactId, NaiveDate)> + 'c {
    let held = course.interviews.iter().map(|(id, interview)| (*id, interview.held_on, &interview.kind));
    let reviewed = course.reviews.iter().map(|(id, review)| (*id, review.on, &review.kind));
    let contacts = held.chain(reviewed).filter(move |(_, _, kind)| wanted(kind.as_str()));
    contacts.filter(|(_, _, kind)| lists.is_with_the_person(kind, true)).map(|(id, on, _)| (id, on))
}

/// The days of the events in words that are wanted, in their order.
fn days_of(dossier: &Dossier, wanted: impl Fn(&Noted) -> bool) -> Vec<NaiveDate> {
    let mut days: Vec<NaiveDate> = dossier.facts.events().filter(|noted| wanted(noted)).map(|noted| noted.on).collect();
    days.sort_unstable();
    days
}
