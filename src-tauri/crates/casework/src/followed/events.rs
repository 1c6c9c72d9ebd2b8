//! What is noted in the room: a point made, an event, a call after a missed instalment.

use chrono::NaiveDate;
use domain::calendar::Toward;
use domain::dossier::{DossierId, Event, Fact, NextDate, Noted, Review};
use domain::letter::{LetterKind, LetterRefused, letter_refused};
use domain::line::Line;
use domain::settings::{ListEntry, ListKey, Provider, Settings};
use domain::words::{self, Labelled, lowered, spaced};
use serde::Deserialize;
use store::Acted;
use ts_rs::TS;

use super::put;
use super::view::{FollowedView, follow_up_room};
use crate::decisions::day_of;
use crate::dossiers::{OneDossier, found};
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::reading;
use app::settings::settings;

/// The events noted in this room; a death and a repayment have their own call.
const EVENTS: [Event; 14] = [
    Event::LifeEvent,
    Event::DifficultyTold,
    Event::SupportAction,
    Event::DeferralAsked,
    Event::DeferralAnswered,
    Event::RegistrationLetter,
    Event::Registered,
    Event::AccelerationAnnounced,
    Event::Accelerated,
    Event::GuaranteeCalled,
    Event::ContactAnsweredNone,
    Event::PurchaseProved,
    Event::CharterSigned,
    Event::LetterSent,
];

/// A point to note.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewReview {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// What is typed.
    pub form: ReviewForm,
}

/// A point as typed; only its day is needed, and it is today when empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct ReviewForm {
    /// The day.
    pub on: String,
    /// How: an entry of the interview kinds; that of the step, else a call.
    pub kind: String,
    /// Who made it: `office`, `lender` or `other`; that of the step when empty.
    pub with: String,
    /// The step it answers, by its label; empty when it was not planned.
    pub step: String,
    /// How long, in minutes.
    pub minutes: String,
    /// Whether the due dates are kept: `yes`, `no` or empty.
    pub due_dates_kept: String,
    /// How the project goes.
    pub project: String,
    /// Whether the budget has changed: `yes`, `no` or empty.
    pub budget_changed: String,
    /// What was said.
    pub note: String,
    /// What comes next.
    pub next_step: String,
}

/// An event to note.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewFollowUpEvent {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// What happened: the key of an event of the running loan.
    pub event: String,
    /// The day; today when empty.
    pub on: String,
    /// What it is about: a life event, an action, an answer, a paper; empty when the event needs none.
    pub subject: String,
    /// The amount: of the aid, owed at acceleration, called.
    pub amount: String,
    /// What was said.
    pub note: String,
    /// What a letter says of it, of what happened or of what was done.
    #[serde(default)]
    pub letter_words: String,
}

/// A call after a missed instalment: how it ended, why, what is to be asked.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ArrearsCall {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// `reached`, `message` or `none`.
    pub outcome: String,
    /// The day; today when empty.
    pub on: String,
    /// The cause: a life event; empty when not known.
    pub cause: String,
    /// What is to be asked: `postponed`, `end_shifted`, `emergency_aid`; empty when nothing is yet.
    pub solution: String,
    /// The amount of the aid.
    pub amount: String,
    /// The next point, as typed; the one the rules give when empty.
    pub next_on: String,
    /// What was said.
    pub note: String,
    /// What a letter says of the cause.
    #[serde(default)]
    pub letter_words: String,
}

/// Notes a point made while the loan runs.
pub fn note_review(desk: &mut Desk, input: NewReview, moment: &Moment) -> Result<FollowedView, Failure> {
    let settings = desk.read(settings)?;
    let id = input.dossier;
    desk.act("note_review", moment, |writer| {
        let dossier = found(writer, id)?;
        let course = dossier.facts.course();
        let plan = course.support.map(|(_, plan)| plan);
        let steps = plan.map(|plan| plan.steps.as_slice()).unwrap_or_default();
        let step = reading::line(&input.form.step, "step")?;
        let planned = steps.iter().find(|planned| planned.label == step);
        if planned.is_none() && !step.is_empty() {
            return Err(Failure::refused("Ce point n’est plus dans le plan de suivi.").at("step"));
        }
        let kinds = &settings.lists.interview_kinds;
        let kind = reading::entry(&input.form.kind, kinds, "kind")?.or(planned.map(|step| step.channel.clone()));
        let with = if input.form.with.is_empty() { None } else { Some(reading::word(&input.form.with, "with")?) };
        let review = Review {
            on: day(&input.form.on, moment)?,
            kind: kind.unwrap_or_else(|| ListKey::new("follow_up_call")),
            with: with.or(planned.map(|step| step.provider)).unwrap_or(Provider::Office),
            step,
            minutes: reading::whole(&input.form.minutes, "minutes")?,
            due_dates_kept: yes_or_no(&input.form.due_dates_kept, "due_dates_kept")?,
            project: reading::line(&input.form.project, "project")?,
            budget_changed: yes_or_no(&input.form.budget_changed, "budget_changed")?,
            note: reading::line(&input.form.note, "note")?,
            next_step: reading::line(&input.form.next_step, "next_step")?,
        };
        let said = format!("Point de suivi du {}", words::long_date(review.on));
        put(writer, id, &Fact::Reviewed(review), &settings, moment)?;
        let acted = done(id, &format!("{said}, {}.", dossier.person.display_name()), "review");
        Ok(ends(acted, "review"))
    })?;
    follow_up_room(desk, OneDossier { dossier: id }, moment)
}

/// Notes an event of the running loan: a life event, an action taken, a step of the lender.
pub fn note_follow_up(desk: &mut Desk, input: NewFollowUpEvent, moment: &Moment) -> Result<FollowedView, Failure> {
    let settings = desk.read(settings)?;
    let id = input.dossier;
    desk.act("note_follow_up", moment, |writer| {
        let dossier = found(writer, id)?;
        let event: Event = reading::word(&input.event, "event")?;
        if !EVENTS.contains(&event) {
            return Err(Failure::refused("Cet événement se note ailleurs.").at("event"));
        }
        let fact = Fact::Noted(Noted {
            subject: subject(event, &input.subject, &settings)?,
            amount: reading::amount(&input.amount, "amount")?,
            note: reading::line(&input.note, "note")?,
            letter_words: letter_words(event, &input.letter_words)?,
            ..Noted::of(day(&input.on, moment)?, event)
        });
        put(writer, id, &fact, &settings, moment)?;
        let acted = done(id, &format!("{}, {}.", event.label(), dossier.person.display_name()), "event");
        Ok(ends(acted, "follow_up_event"))
    })?;
    follow_up_room(desk, OneDossier { dossier: id }, moment)
}

/// Notes a call after a missed instalment, with its cause and what is to be asked: one entry, several facts.
pub fn note_arrears_call(desk: &mut Desk, input: ArrearsCall, moment: &Moment) -> Result<FollowedView, Failure> {
    let settings = desk.read(settings)?;
    let id = input.dossier;
    desk.act("note_arrears_call", moment, |writer| {
        let dossier = found(writer, id)?;
        if domain::arrears::open_episode(&dossier).is_none() {
            return Err(Failure::refused("Aucune échéance impayée n’est déclarée sur ce prêt."));
        }
        let on = day(&input.on, moment)?;
        let note = reading::line(&input.note, "note")?;
        let cause_words = letter_words(Event::LifeEvent, &input.letter_words)?;
        let noted = |event, subject: Option<&str>, amount| {
            let subject = subject.map(ListKey::new);
            let letter_words = if event == Event::LifeEvent { cause_words.clone() } else { Line::default() };
            Fact::Noted(Noted { subject, amount, note: note.clone(), letter_words, ..Noted::of(on, event) })
        };
        let mut facts = vec![match input.outcome.as_str() {
            "reached" => Fact::Reviewed(called(on, &note)),
            "message" => noted(Event::ContactAnsweredNone, Some("message"), None),
            "none" => noted(Event::ContactAnsweredNone, None, None),
            _ => return Err(Failure::refused("Joint, message laissé ou pas joint ?").at("outcome")),
        }];
        let cause = reading::entry(&input.cause, &settings.lists.life_events, "cause")?;
        let difficulty = |key: &ListKey| {
            let entry = settings.lists.life_events.iter().find(|entry| entry.key == *key);
            entry.is_some_and(|entry| entry.difficulty.is_some())
        };
        if cause.as_ref().is_some_and(|cause| !difficulty(cause)) {
            return Err(Failure::refused("Cet événement n’est pas la cause d’un impayé.")
                .remedy("Choisissez une difficulté, ou notez-le comme un événement de vie.")
                .at("cause"));
        }
        facts.extend(cause.map(|cause| noted(Event::LifeEvent, Some(cause.as_str()), None)));
        let asks_the_bank = match input.solution.as_str() {
            "" => false,
            // What the person wishes is not asked yet: the letter to the bank asks it, the office gives its aid later.
            "postponed" | "end_shifted" => {
                facts.push(noted(Event::SolutionWanted, Some(input.solution.as_str()), None));
                true
            }
            "emergency_aid" => {
                let amount = reading::amount(&input.amount, "amount")?;
                facts.push(noted(Event::SolutionWanted, Some("emergency_aid"), amount));
                false
            }
            _ => return Err(Failure::refused("Cette solution n’est pas proposée.").at("solution")),
        };
        if let Some(next) = reading::date(&input.next_on, "next_on", moment, Toward::Future)? {
            if next < moment.today {
                return Err(Failure::refused("Le prochain point est à venir.").at("next_on"));
            }
            let what = Line::read("Point après l’impayé")?;
            facts.push(Fact::NextDateSet(NextDate { set_on: moment.today, on: next, what }));
        }
        for fact in &facts {
            put(writer, id, fact, &settings, moment)?;
        }
        let letter = LetterKind::DeferralRequest;
        if asks_the_bank
            && letter_refused(letter, &found(writer, id)?, &settings, moment.today)? == Some(LetterRefused::NoCause)
        {
            return Err(Failure::refused("La lettre à la banque dit pourquoi la personne n’a pas pu payer.")
                .remedy("Choisissez la cause, puis recommencez : rien n’est noté deux fois.")
                .at("cause"));
        }
        let acted = done(id, &format!("Appel après l’impayé, {}.", dossier.person.display_name()), "event");
        Ok(ends(acted, "arrears_call"))
    })?;
    follow_up_room(desk, OneDossier { dossier: id }, moment)
}

fn called(on: NaiveDate, note: &Line) -> Review {
    Review {
        on,
        kind: ListKey::new("follow_up_call"),
        with: Provider::Office,
        step: Line::default(),
        minutes: None,
        due_dates_kept: Some(false),
        project: Line::default(),
        budget_changed: None,
        note: note.clone(),
        next_step: Line::default(),
    }
}

/// What an event is about, where it needs it.
fn subject(event: Event, typed: &str, settings: &Settings) -> Result<Option<ListKey>, Failure> {
    let of = |list: &[ListEntry], missing: &str| {
        let found = reading::entry(typed, list, "subject")?;
        found.ok_or_else(|| Failure::refused(missing).at("subject")).map(Some)
    };
    if event == Event::LifeEvent {
        return of(&settings.lists.life_events, "Quel événement ?");
    }
    if event == Event::SupportAction {
        return of(&settings.lists.support_actions, "Quelle action ?");
    }
    let typed = typed.trim();
    if event == Event::DeferralAnswered && !["given", "refused"].contains(&typed) {
        return Err(Failure::refused("La banque accepte ou refuse ?").at("subject"));
    }
    if typed.chars().any(|sign| !sign.is_ascii_lowercase() && sign != '_') || typed.len() > 60 {
        return Err(Failure::refused("Cette réponse n’est pas proposée.").at("subject"));
    }
    Ok((!typed.is_empty()).then(|| ListKey::new(typed)))
}

/// What a letter may say of an event: of what happened or of what was done, nothing of a step of the lender.
fn letter_words(event: Event, typed: &str) -> Result<Line, Failure> {
    let quoted = [Event::LifeEvent, Event::DifficultyTold, Event::SupportAction].contains(&event);
    if quoted { reading::line(typed, "letter_words") } else { Ok(Line::default()) }
}

/// A day as typed, today when empty.
pub(super) fn day(typed: &str, moment: &Moment) -> Result<NaiveDate, Failure> {
    if typed.trim().is_empty() { Ok(moment.today) } else { day_of(typed, "on", "Quel jour ?", moment) }
}

fn yes_or_no(typed: &str, field: &str) -> Result<Option<bool>, Failure> {
    match typed {
        "" => Ok(None),
        "yes" => Ok(Some(true)),
        "no" => Ok(Some(false)),
        _ => Err(Failure::refused("Oui ou non ?").at(field)),
    }
}

/// What an action of the room leaves.
pub(super) fn done(id: DossierId, sentence: &str, field: &'static str) -> Acted<()> {
    Acted { value: (), sentence: spaced(sentence), dossier: Some(id), fields: vec![field], draft: None }
}

/// The same, ending the draft of its form.
fn ends(acted: Acted<()>, form: &'static str) -> Acted<()> {
    Acted { draft: Some((acted.dossier, form)), ..acted }
}

/// What a fact is about, in words: the entry of its list, an answer, else nothing.
pub(super) fn about(noted: &Noted, settings: &Settings) -> String {
    let Some(subject) = &noted.subject else { return String::new() };
    let lists = [&settings.lists.life_events, &settings.lists.support_actions];
    let entry = lists.into_iter().flatten().find(|entry| entry.key == *subject);
    if let Some(entry) = entry {
        return lowered(&entry.label);
    }
    match subject.as_str() {
        "given" => "accordé".to_owned(),
        "refused" => "refusé".to_owned(),
        "postponed" => "report à la fin".to_owned(),
        "end_shifted" => "fin décalée".to_owned(),
        "message" => "message laissé".to_owned(),
        "attestation" => "attestation de la banque".to_owned(),
        "early" => "par avance".to_owned(),
        _ => String::new(),
    }
}
