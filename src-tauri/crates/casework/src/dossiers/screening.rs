//! The first call as it is typed, and the facts that follow.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use domain::dossier::{Appointment, Direction, DossierId, Fact, Informed, Orientation, Screening, ScreeningOutcome};
use domain::line::Line;
use domain::settings::{self, ListKey, NO, RulesAt, ScreeningAnswer, ScreeningGrid, Settings, TO_SEE, YES};
use domain::words::spaced;
use serde::Deserialize;
use ts_rs::TS;

use super::appointments::{self, NewAppointment};
use app::caller::Moment;
use app::failure::Failure;
use app::reading;

/// What is typed during a first call.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct ScreeningForm {
    /// The answers by the key of their question: `yes`, `no`, `to_see`, or what was typed.
    pub answers: BTreeMap<String, String>,
    /// What the person was told.
    pub told: Vec<String>,
    /// How long the call lasted, in minutes.
    pub minutes: String,
    /// What follows; needed once a question is answered.
    pub outcome: String,
    /// The other solutions proposed.
    pub solutions: Vec<String>,
    /// Why another solution.
    pub reason: String,
    /// The day of the appointment.
    pub appointment_on: String,
    /// Its hour.
    pub appointment_at: String,
    /// Where, or which number to call.
    pub appointment_place: String,
    /// What is kept of the call.
    pub note: String,
}

/// The answers that are given, as the grid knows them.
pub(super) fn read_answers(
    typed: &BTreeMap<String, String>,
    grid: &ScreeningGrid,
) -> Result<BTreeMap<String, Line>, Failure> {
    let mut answers = BTreeMap::new();
    for (key, typed) in typed {
        let answer = read_answer(key, typed, grid)?;
        if !answer.is_empty() {
            answers.insert(key.clone(), answer);
        }
    }
    Ok(answers)
}

/// One answer, empty when nothing is answered.
pub(super) fn read_answer(key: &str, typed: &str, grid: &ScreeningGrid) -> Result<Line, Failure> {
    let question = grid.questions.iter().find(|one| one.key.as_str() == key);
    let question = question.ok_or_else(|| Failure::from(settings::ListRefused).at(key))?;
    let kind = ScreeningGrid::kind(question);
    let answer = match kind {
        ScreeningAnswer::Amount => reading::amount(typed, key)?.map(|amount| amount.to_string()),
        ScreeningAnswer::Count => reading::whole(typed, key)?.map(|count| count.to_string()),
        ScreeningAnswer::Words
        | ScreeningAnswer::HopedFor
        | ScreeningAnswer::Needed
        | ScreeningAnswer::Stops
        | ScreeningAnswer::ToVerify => {
            let is_known = !kind.is_choice() || [YES, NO, TO_SEE].contains(&typed);
            is_known.then(|| typed.to_owned())
        }
    };
    reading::line(&answer.unwrap_or_default(), key)
}

/// What the person was told, in the words of the list.
pub(super) fn told(keys: &[String], grid: &ScreeningGrid) -> Result<BTreeSet<ListKey>, Failure> {
    let mut told = BTreeSet::new();
    for key in keys {
        told.extend(reading::entry(key, &grid.told, "told")?);
    }
    Ok(told)
}

/// The facts a first call leaves beside its request; none when nothing was asked nor told.
pub(super) fn facts(
    form: &ScreeningForm,
    received_on: NaiveDate,
    next_is_set: bool,
    settings: &Settings,
    moment: &Moment,
) -> Result<Vec<Fact>, Failure> {
    let rules = settings.at(moment.today);
    let grid = &rules.lists.screening;
    let mut facts = Vec::new();
    let of = told(&form.told, grid)?;
    if !of.is_empty() {
        facts.push(Fact::Informed(Informed { on: received_on, of, note: Line::default() }));
    }
    let answers = read_answers(&form.answers, grid)?;
    if form.outcome.is_empty() {
        let missing = "Quelle suite donner à cet appel : information seule, autre solution, rendez-vous, à rappeler ?";
        return if answers.is_empty() { Ok(facts) } else { Err(Failure::refused(&spaced(missing)).at("outcome")) };
    }
    let outcome: ScreeningOutcome = reading::word(&form.outcome, "outcome")?;
    let minutes = reading::minutes(&form.minutes, "minutes")?;
    let note = reading::line(&form.note, "note")?;
    facts.push(Fact::Screened(Screening { on: received_on, outcome, minutes, answers, note }));
    match outcome {
        ScreeningOutcome::InformationOnly if next_is_set => {
            return Err(Failure::refused("Une information seule ferme la demande : elle n’a pas de prochaine date.")
                .remedy("Choisissez « À rappeler », ou effacez la date.")
                .at("next_date"));
        }
        ScreeningOutcome::InformationOnly => {}
        ScreeningOutcome::CallBack if next_is_set => {}
        ScreeningOutcome::CallBack => {
            return Err(Failure::refused("Quel jour rappeler la personne ?").at("next_date"));
        }
        ScreeningOutcome::OtherSolution => facts.push(elsewhere(form, received_on, &rules)?),
        ScreeningOutcome::Appointment => facts.push(Fact::AppointmentSet(appointment(form, settings, moment)?)),
    }
    Ok(facts)
}

/// What the date typed in the grid is for; nothing when its outcome does not tell.
pub(super) fn calls_for(form: &ScreeningForm) -> &'static str {
    match reading::word(&form.outcome, "outcome") {
        Ok(ScreeningOutcome::OtherSolution) => "Rappeler : la solution proposée a-t-elle aidé ?",
        Ok(ScreeningOutcome::CallBack) => "Rappeler la personne",
        Ok(ScreeningOutcome::InformationOnly | ScreeningOutcome::Appointment) | Err(_) => "",
    }
}

fn elsewhere(form: &ScreeningForm, decided_on: NaiveDate, rules: &RulesAt<'_>) -> Result<Fact, Failure> {
    let mut solutions = Vec::new();
    for key in &form.solutions {
        solutions.extend(reading::entry(key, &rules.lists.redirections, "solutions")?);
    }
    if solutions.is_empty() {
        return Err(Failure::refused("Vers quelle autre solution ? Choisissez-en une au moins.").at("solutions"));
    }
    Ok(Fact::OrientationDecided(Orientation {
        solutions,
        reason: reading::line(&form.reason, "reason")?,
        ..Orientation::of(decided_on, rules.office.decision_mode.clone(), Direction::Redirect)
    }))
}

fn appointment(form: &ScreeningForm, settings: &Settings, moment: &Moment) -> Result<Appointment, Failure> {
    let typed = NewAppointment {
        dossier: DossierId(0),
        on: form.appointment_on.clone(),
        at: form.appointment_at.clone(),
        kind: String::new(),
        place: form.appointment_place.clone(),
        note: String::new(),
    };
    appointments::read(&typed, settings, moment).map_err(|refused| {
        let field = refused.field.as_deref().map(|field| format!("appointment_{field}"));
        field.map_or_else(|| refused.clone(), |field| refused.clone().at(&field))
    })
}
