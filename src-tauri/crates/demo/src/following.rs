//! What happens to a running loan: the points of its plan, what is said of its instalments, what life brings.

use chrono::NaiveDate;
use domain::calendar::days_after;
use domain::dossier::{Closing, EndKind, Event as Noting, Fact, Review, Survey, SurveyMoment};
use domain::line::Line;
use domain::loan::{RepaymentSchedule, schedule};
use domain::settings::Provider;
use domain::support::{SupportPlan, SupportStep};

use super::chance::Chance;
use super::happenings::{Telling, noted, told};
use super::home::key;
use super::incident::{self, Incident};
use super::moving::{days_before, working_day_after, working_day_before};
use super::path::Event;
use super::wording::line;
use super::{ending, repayment};

/// The kind of the interview that ends a plan: it waits for the end of the loan.
const CLOSING: &str = "closing_interview";
/// The longest an adviser lets a loan go without news, in days.
const SILENCE: i64 = 112;

/// Of so many borrowers, one dies before the end of the loan.
const ONE_DIES_OF: u32 = 120;

/// What a life brings while a loan runs, easier or harder.
const LIFE: [&str; 8] = [
    "more_hours",
    "job_found",
    "birth",
    "moving_home",
    "fewer_hours",
    "illness",
    "vehicle_breakdown",
    "licence_obtained",
];

/// A loan that was paid, as it is followed.
pub(super) struct Loan<'l> {
    pub(super) telling: &'l Telling<'l>,
    pub(super) paid_on: NaiveDate,
    /// The schedule of the contract.
    pub(super) schedule: RepaymentSchedule,
    /// How many postponements the lender accepts.
    pub(super) deferrals: u32,
    support: SupportPlan,
}

impl<'l> Loan<'l> {
    /// The loan of a dossier; nothing when it is never paid.
    pub(crate) fn of(telling: &'l Telling<'l>, support: SupportPlan) -> Option<Self> {
        let paid_on = telling.day_of(Event::Payment)?;
        let schedule = schedule(&telling.plan.terms(paid_on)?).ok()?;
        let deferrals = telling.plan.offers.last().and_then(|offer| offer.agreement.deferrals).unwrap_or_default();
        Some(Self { telling, paid_on, schedule, deferrals, support })
    }

    /// Everything that happens to it, to its end.
    pub(super) fn facts(&self, chance: &mut Chance) -> Vec<Fact> {
        let incident = incident::of(self, chance);
        let last = self.schedule.instalments.last().and_then(|line| line.due).unwrap_or(self.paid_on);
        let stopped = self.telling.day_of(Event::Repaying).or(incident.as_ref().and_then(|one| one.lost_on));
        let stop = stopped.unwrap_or(last);
        let reviews = self.reviews(stop, incident.as_ref(), chance);
        let days: Vec<NaiveDate> = reviews.iter().map(|review| review.on).collect();
        let said = repayment::said(self, &days, incident.as_ref(), chance);
        let met = reviews.iter().filter(|review| review.with != Provider::Lender).map(|review| review.on);
        let mut facts = self.life(&met.collect::<Vec<_>>(), chance);
        facts.extend(reviews.into_iter().map(Fact::Reviewed));
        facts.extend(self.midway(stop, chance));
        match incident {
            Some(Incident { facts: lost, lost_on: Some(_), .. }) => {
                facts.extend(said.facts);
                facts.extend(lost);
            }
            other => {
                let late = said.late || other.as_ref().is_some_and(|one| one.late);
                let in_force = other.as_ref().and_then(|one| one.in_force.clone()).unwrap_or(said.in_force);
                facts.extend(said.facts);
                facts.extend(other.into_iter().flat_map(|one| one.facts));
                facts.extend(ending::facts(self, &in_force, late, chance));
                if let Some(died) = days.get(days.len() / 2).filter(|_| chance.between(1, ONE_DIES_OF) == 1) {
                    facts = self.ended_by_death(facts, *died, chance);
                }
            }
        }
        facts
    }

    /// What happened until the borrower died; then nothing more is asked of anyone.
    fn ended_by_death(&self, mut facts: Vec<Fact>, died: NaiveDate, chance: &mut Chance) -> Vec<Fact> {
        facts.retain(|fact| fact.day() < died);
        let on = working_day_after(days_after(died, chance.between(12, 25)));
        let note = line(&self.telling.words.died);
        facts.push(noted(died, Noting::Death, None, None));
        facts.push(Fact::Closed(Closing { on, outcome: key("death"), kind: EndKind::Died, note }));
        facts
    }

    /// The number of the last instalment of the contract due by a day.
    pub(super) fn due_by(&self, day: NaiveDate) -> u32 {
        let due = self.schedule.instalments.iter().filter(|line| line.due.is_some_and(|due| due <= day));
        u32::try_from(due.count()).unwrap_or_default()
    }

    /// The points of its plan until a day, and calls between them when they are far apart.
    fn reviews(&self, stop: NaiveDate, incident: Option<&Incident>, chance: &mut Chance) -> Vec<Review> {
        let mut reviews = Vec::new();
        for step in self.support.steps.iter().filter(|step| step.channel.as_str() != CLOSING) {
            let days = self.support.last_dated().map(|last| step.days(last)).unwrap_or_default();
            for due in days.into_iter().filter(|due| (self.paid_on..stop).contains(due)) {
                // Now and then the point is made some days late.
                let late = if chance.happens(8) { chance.between(1, 6) } else { 0 };
                let on = if late == 0 { working_day_before(due) } else { working_day_after(days_after(due, late)) };
                reviews.push(self.review(on, Some(step), chance));
            }
        }
        reviews.retain(|review| review.on < stop);
        reviews.sort_by_key(|review| review.on);
        let contacts: Vec<NaiveDate> =
            reviews.iter().filter(|review| review.with != Provider::Lender).map(|review| review.on).collect();
        let mut last = self.paid_on;
        for on in contacts.into_iter().chain([stop]) {
            while on.signed_duration_since(last).num_days() > SILENCE {
                last = working_day_before(days_after(last, chance.between(98, 110)));
                reviews.push(self.review(last, None, chance));
            }
            last = last.max(on);
        }
        reviews.sort_by_key(|review| review.on);
        if let Some(incident) = incident {
            let until = if incident.lost_on.is_some() { stop } else { days_after(incident.known_on, 30) };
            for review in reviews.iter_mut().filter(|review| (incident.known_on..until).contains(&review.on)) {
                review.due_dates_kept = Some(false);
                review.note = self.telling.voice.line(chance.word(&self.telling.words.missed_call));
            }
        }
        reviews
    }

    fn review(&self, on: NaiveDate, step: Option<&SupportStep>, chance: &mut Chance) -> Review {
        let words = self.telling.words;
        let kind = step.map_or("follow_up_call", |step| step.channel.as_str());
        let is_call = kind.ends_with("call");
        let notes = if is_call { &words.follow_up_call } else { &words.follow_up_interview };
        Review {
            on,
            kind: key(kind),
            with: step.map_or(Provider::Office, |step| step.provider),
            step: step.map(|step| step.label.clone()).unwrap_or_default(),
            minutes: Some(if is_call { 15 } else { 45 }),
            due_dates_kept: chance.happens(85).then_some(true),
            project: if chance.happens(45) { line(chance.word(&words.review_project)) } else { Line::default() },
            budget_changed: chance.happens(60).then(|| chance.happens(14)),
            note: self.telling.voice.line(chance.word(notes)),
            next_step: Line::default(),
        }
    }

    /// A call made after something happened.
    pub(super) fn call(&self, on: NaiveDate, note: &str) -> Fact {
        Fact::Reviewed(Review {
            on,
            kind: key("follow_up_call"),
            with: Provider::Office,
            step: Line::default(),
            minutes: Some(20),
            due_dates_kept: None,
            project: Line::default(),
            budget_changed: None,
            note: self.telling.voice.line(note),
            next_step: Line::default(),
        })
    }

    /// What life brings, told some days before a point; what the adviser does with the person.
    fn life(&self, days: &[NaiveDate], chance: &mut Chance) -> Vec<Fact> {
        let words = self.telling.words;
        let mut facts = Vec::new();
        for day in days {
            let before = working_day_before(days_before(*day, 4));
            if chance.happens(4) && before > self.paid_on {
                let event = chance.one(&LIFE).copied().unwrap_or("other");
                facts.push(told(before, Noting::LifeEvent, event, line(chance.word(&words.life))));
            }
            if chance.happens(5) {
                let action = chance.one(&words.support_actions).cloned().unwrap_or_else(|| key("listening"));
                facts.push(noted(*day, Noting::SupportAction, Some(action), None));
            }
        }
        facts
    }

    /// The questionnaire of half-way, when it comes back.
    fn midway(&self, stop: NaiveDate, chance: &mut Chance) -> Option<Fact> {
        let half = self.schedule.instalments.get(self.schedule.instalments.len() / 2)?.due?;
        let on = working_day_after(days_after(half, chance.between(2, 15)));
        (on < stop && chance.happens(45)).then(|| self.survey(on, SurveyMoment::MidTerm, chance))
    }

    /// A questionnaire as it came back: most questions answered, most answers good.
    pub(super) fn survey(&self, on: NaiveDate, moment: SurveyMoment, chance: &mut Chance) -> Fact {
        let mut answers = std::collections::BTreeMap::new();
        for question in &self.telling.settings.lists.survey {
            let Some((_, choices)) = question.at(moment, None) else { continue };
            let answer = if choices.is_empty() {
                line(chance.word(&self.telling.words.one_change))
            } else {
                let place =
                    chance.weighed(&[(0, 68), (1, 24), (2, 8)], |(_, weight)| *weight).map_or(0, |(place, _)| *place);
                choices.get(place).map(|choice| line(choice.key.as_str())).unwrap_or_default()
            };
            if !answer.is_empty() && chance.happens(88) {
                answers.insert(question.key.as_str().to_owned(), answer);
            }
        }
        Fact::SurveyAnswered(Survey { on, moment, answers, may_be_quoted: chance.happens(40) })
    }
}
