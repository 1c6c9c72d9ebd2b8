//! Appointments of a dossier: agreed, moved, held, not honoured, cancelled.

use domain::calendar::Toward;
use domain::dossier::{Appointment, Dossier, DossierId, Event, Fact, Interview, Noted, Precision};
use domain::line::Line;
use domain::settings::{self, Settings};
use domain::words::{day_name, hour, long_date, spaced};
use serde::{Deserialize, Serialize};
use store::{Acted, Reader};
use ts_rs::TS;

use super::view::{DossierView, found, view};
use crate::facts::{admit, sentence};
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::reading;
use app::settings::settings as office_settings;
use app::shapes::Day;

/// An appointment as typed; one agreed before is moved, and its kind, its place and its words stay when they are empty.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewAppointment {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// Its day; needed, today or later.
    pub on: String,
    /// Its hour.
    pub at: String,
    /// Its kind; the first kind of interview when empty.
    pub kind: String,
    /// Where, or which number to call.
    pub place: String,
    /// What for, who else comes, what to bring.
    pub note: String,
}

/// What became of an appointment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AppointmentOutcome {
    /// It was held, on its day or today before it: it becomes an interview.
    Held,
    /// The person did not come: it becomes a call to make.
    Missed,
    /// One or the other cancelled it.
    Cancelled,
}

/// What became of the appointment of a dossier, as typed.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SettledAppointment {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// What became of it.
    pub outcome: AppointmentOutcome,
    /// How long it lasted, once held.
    pub minutes: String,
    /// What was said, or why it was not held.
    pub note: String,
}

/// The appointment of a dossier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "AgreedAppointment")]
pub struct AppointmentView {
    /// Its day.
    pub on: Day,
    /// Its hour: `14 h 30`; empty when not agreed.
    pub at: String,
    /// What it is.
    pub kind: String,
    /// Where, or which number to call.
    pub place: String,
    /// What for.
    pub note: String,
    /// Whether its day has come: it can be held or not honoured.
    pub has_come: bool,
    /// Who else is met at the same hour of the same day.
    pub beside: Vec<String>,
}

/// Agrees on an appointment, or moves the one that was agreed.
pub fn set_appointment(desk: &mut Desk, input: NewAppointment, moment: &Moment) -> Result<DossierView, Failure> {
    let settings = desk.read(office_settings)?;
    let agreed = read(&input, &settings, moment)?;
    desk.act("set_appointment", moment, |writer| {
        let dossier = found(writer, input.dossier)?;
        let fact = Fact::AppointmentSet(moved(&dossier, &input, agreed));
        admit(&dossier, None, &fact, &settings, moment)?;
        writer.insert_fact(input.dossier, None, &fact, moment.now)?;
        Ok(acted(&dossier, &fact, "appointment", &settings))
    })?;
    view(desk, input.dossier, moment)
}

/// What the appointment is once moved: what was left empty is as it was agreed before.
fn moved(dossier: &Dossier, input: &NewAppointment, typed: Appointment) -> Appointment {
    let Some((_, before)) = dossier.facts.course().appointment else { return typed };
    let kind = if input.kind.trim().is_empty() { before.kind.clone() } else { typed.kind };
    let kept = |typed: Line, before: &Line| if typed.is_empty() { before.clone() } else { typed };
    Appointment { kind, place: kept(typed.place, &before.place), note: kept(typed.note, &before.note), ..typed }
}

/// Says what became of the appointment: held, it is an interview; not honoured, a call to make.
pub fn settle_appointment(desk: &mut Desk, input: SettledAppointment, moment: &Moment) -> Result<DossierView, Failure> {
    let settings = desk.read(office_settings)?;
    let minutes = reading::minutes(&input.minutes, "minutes")?;
    let note = reading::line(&input.note, "note")?;
    desk.act("settle_appointment", moment, |writer| {
        let dossier = found(writer, input.dossier)?;
        let course = dossier.facts.course();
        let (_, agreed) = course.appointment.ok_or_else(|| {
            Failure::refused("Aucun rendez-vous n’est fixé dans ce dossier.").remedy("Notez plutôt un échange.")
        })?;
        let noted = |event| Noted { note: note.clone(), ..Noted::of(moment.today, event) };
        let is_early = agreed.on > moment.today;
        let fact = match input.outcome {
            AppointmentOutcome::Missed if is_early => {
                let says = format!("Ce rendez-vous est le {} : il n’a pas encore eu lieu.", long_date(agreed.on));
                return Err(Failure::refused(&spaced(&says)).remedy("Déplacez-le, ou annulez-le."));
            }
            AppointmentOutcome::Held => Fact::InterviewHeld(Interview {
                held_on: agreed.on.min(moment.today),
                kind: agreed.kind.clone(),
                minutes,
                counts: settings::entry(&settings.lists.interview_kinds, &agreed.kind)?.counts_as_interview,
                note: note.clone(),
                next_step: Line::default(),
            }),
            AppointmentOutcome::Missed => Fact::Noted(noted(Event::AppointmentMissed)),
            AppointmentOutcome::Cancelled => Fact::Noted(noted(Event::AppointmentCancelled)),
        };
        admit(&dossier, None, &fact, &settings, moment)?;
        if is_early && input.outcome == AppointmentOutcome::Held {
            // Held before its day, it was moved to that one: else it would still be to come.
            let moved = Appointment { set_on: moment.today, on: moment.today, at: None, ..agreed.clone() };
            writer.insert_fact(input.dossier, None, &Fact::AppointmentSet(moved), moment.now)?;
        }
        writer.insert_fact(input.dossier, None, &fact, moment.now)?;
        Ok(acted(&dossier, &fact, "appointment", &settings))
    })?;
    view(desk, input.dossier, moment)
}

pub(super) fn read(input: &NewAppointment, settings: &Settings, moment: &Moment) -> Result<Appointment, Failure> {
    let lists = settings.at(moment.today).lists;
    let on = reading::date(&input.on, "on", moment, Toward::Future)?;
    let on = on.ok_or_else(|| Failure::refused("Quel jour est le rendez-vous ?").at("on"))?;
    if on < moment.today {
        let gone = "Ce jour est passé : un rendez-vous se donne aujourd’hui ou plus tard.";
        return Err(Failure::refused(gone).at("on"));
    }
    let first = || lists.interview_kinds.iter().find(|kind| !kind.retired && kind.counts_as_interview);
    let kind = reading::entry(&input.kind, &lists.interview_kinds, "kind")?;
    let kind = kind.or_else(|| first().map(|kind| kind.key.clone()));
    Ok(Appointment {
        set_on: moment.today,
        on,
        at: reading::hour(&input.at, "at")?,
        kind: kind.ok_or_else(|| Failure::broken("entretiens"))?,
        place: reading::line(&input.place, "place")?,
        note: reading::line(&input.note, "note")?,
    })
}

fn acted(dossier: &Dossier, fact: &Fact, field: &'static str, settings: &Settings) -> Acted<()> {
    // The day that counts of an appointment is the one it is for, not the one it was agreed on.
    let what = if let Fact::AppointmentSet(agreed) = fact {
        let at = agreed.at.map(|at| format!(" à {}", hour(at))).unwrap_or_default();
        format!("Rendez-vous fixé : {}{at}", day_name(agreed.on))
    } else {
        sentence(fact, Precision::Day, settings)
    };
    Acted {
        value: (),
        sentence: spaced(&format!("{what}, {}.", dossier.person.display_name())),
        dossier: Some(dossier.id),
        fields: vec![field],
        draft: Some((Some(dossier.id), "appointment")),
    }
}

/// The appointment of a dossier that nothing settled yet.
pub(super) fn shown(
    reader: &Reader<'_>,
    dossier: &Dossier,
    settings: &Settings,
    moment: &Moment,
) -> Result<Option<AppointmentView>, Failure> {
    let course = dossier.facts.course();
    let Some((_, agreed)) = course.appointment else { return Ok(None) };
    let kind = settings::entry(&settings.lists.interview_kinds, &agreed.kind).map(|kind| kind.label.clone());
    let at = agreed.at.map(hour);
    Ok(Some(AppointmentView {
        on: Day::near(agreed.on, moment.today),
        at: at.unwrap_or_default(),
        kind: kind.unwrap_or_default(),
        place: agreed.place.to_string(),
        note: spaced(agreed.note.as_str()),
        has_come: agreed.on <= moment.today,
        beside: beside(reader, dossier, agreed)?,
    }))
}

/// Two appointments at one hour are told, never refused: a colleague may meet one of them.
fn beside(reader: &Reader<'_>, dossier: &Dossier, agreed: &Appointment) -> Result<Vec<String>, Failure> {
    let mut names = Vec::new();
    for (other, task) in reader.appointments(agreed.on, agreed.on)? {
        if other != dossier.id && task.at.is_some() && task.at == agreed.at {
            names.push(found(reader, other)?.person.display_name());
        }
    }
    Ok(names)
}
