//! The first call: what is asked and told, what the answers come to, and the facts that follow.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use domain::assessment::{Assessment, Registers};
use domain::dossier::{
    Appointment, Direction, Dossier, DossierId, Fact, FactId, Facts, Informed, Orientation, Precision, Recorded,
    Request, Screening, ScreeningOutcome,
};
use domain::household::{Household, Member};
use domain::line::Line;
use domain::person::Person;
use domain::settings::{self, ListEntry, ListKey, NO, RulesAt, ScreeningAnswer, ScreeningGrid, Settings, TO_SEE, YES};
use domain::supporting_document::DocumentStage;
use domain::words::{counted, lowered, spaced};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::appointments::{self, NewAppointment};
use super::prefill::{self, AnswersChanged};
use crate::checklist::is_brought;
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::reading;
use app::settings::settings as office_settings;
use app::shapes::Choice;

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

/// Answers given so far, and what the loan would finance.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ScreeningAsked {
    /// The answers by the key of their question.
    pub answers: BTreeMap<String, String>,
    /// What the loan would finance; empty while it is to be settled.
    pub purpose: String,
}

/// The grid of the first call, and what its answers come to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ScreeningGrid")]
pub struct ScreeningView {
    /// What is said before the questions.
    pub opening: String,
    /// What a loan is, in words to be said.
    pub explanation: String,
    /// The questions, under their headings.
    pub sections: Vec<ScreeningSection>,
    /// What the person has to be told.
    pub told: Vec<Choice>,
    /// What may follow.
    pub outcomes: Vec<Choice>,
    /// What the answers come to; it decides nothing.
    pub sentence: String,
    /// Whether an answer leads to another solution.
    pub stops: bool,
    /// The papers to bring to an appointment.
    pub to_bring: Vec<String>,
    /// The same counted.
    pub to_bring_count: String,
}

/// Questions under one heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ScreeningSection {
    /// The heading.
    pub label: String,
    /// Its questions.
    pub questions: Vec<ScreeningQuestion>,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ScreeningQuestion {
    /// Its key.
    pub key: String,
    /// What people read.
    pub label: String,
    /// Advice, or what a yes leads to.
    pub help: String,
    /// Whether it is answered by yes, no or to be seen; typed otherwise.
    pub choice: bool,
    /// Whether an amount is typed.
    pub amount: bool,
}

/// Shows the grid of the first call and what the answers given so far come to.
pub fn screening_grid(desk: &Desk, input: ScreeningAsked, moment: &Moment) -> Result<ScreeningView, Failure> {
    let settings = desk.read(office_settings)?;
    let rules = settings.at(moment.today);
    let grid = &rules.lists.screening;
    let answers = read_answers(&input.answers, grid)?;
    let found = grid.found(&answers);
    let to_bring = to_bring(&input.purpose, &answers, &rules, moment)?;
    let outcomes = ScreeningOutcome::ALL.into_iter().map(Choice::of).collect();
    Ok(ScreeningView {
        opening: spaced(&grid.opening),
        explanation: spaced(&grid.explanation),
        sections: grid.sections.iter().map(|section| section_of(section, grid)).collect(),
        told: grid.told.iter().filter(|entry| !entry.retired).map(Choice::of_entry).collect(),
        outcomes,
        sentence: sentence(&found),
        stops: !found.stops.is_empty(),
        to_bring_count: counted(u64::try_from(to_bring.len()).unwrap_or_default(), "papier", "papiers"),
        to_bring,
    })
}

fn section_of(section: &ListEntry, grid: &ScreeningGrid) -> ScreeningSection {
    let own = grid.questions.iter().filter(|one| !one.retired && one.group.as_ref() == Some(&section.key));
    let questions = own.map(|question| {
        let kind = ScreeningGrid::kind(question);
        ScreeningQuestion {
            key: question.key.as_str().to_owned(),
            label: spaced(&question.label),
            help: spaced(question.help.as_deref().unwrap_or_default()),
            choice: is_choice(kind),
            amount: kind == ScreeningAnswer::Amount,
        }
    });
    ScreeningSection { label: section.label.clone(), questions: questions.collect() }
}

fn is_choice(kind: ScreeningAnswer) -> bool {
    match kind {
        ScreeningAnswer::HopedFor | ScreeningAnswer::Stops | ScreeningAnswer::ToVerify => true,
        ScreeningAnswer::Amount | ScreeningAnswer::Count | ScreeningAnswer::Words => false,
    }
}

fn sentence(found: &settings::ScreeningFound<'_>) -> String {
    let named = |entries: &[&ListEntry]| entries.iter().map(|one| lowered(&one.label)).collect::<Vec<_>>().join(", ");
    let first = match (found.asked, found.stops.is_empty()) {
        (false, _) => return "Aucune question n’est obligatoire.".to_owned(),
        (true, true) => "Aucune réponse ne s’oppose à un rendez-vous.".to_owned(),
        (true, false) => format!("Une autre solution est à chercher : {}.", named(&found.stops)),
    };
    match found.to_see.len() {
        0 => spaced(&first),
        1 => spaced(&format!("{first} Un point à voir : {}.", named(&found.to_see))),
        many => spaced(&format!("{first} {many} points à voir : {}.", named(&found.to_see))),
    }
}

/// The papers a first appointment asks the person for, by what the loan would finance and what they answered; what the
/// office makes itself is not one. The usual ones are named while nothing tells whether they are needed.
fn to_bring(
    purpose: &str,
    answers: &BTreeMap<String, Line>,
    rules: &RulesAt<'_>,
    moment: &Moment,
) -> Result<Vec<String>, Failure> {
    let purpose = reading::entry(purpose, &rules.lists.purposes, "purpose")?;
    let request = Request {
        received_on: moment.today,
        origin: ListKey::new(""),
        project: Line::default(),
        purpose,
        amount: None,
        how_heard: None,
        referrer: None,
    };
    let call = Screening {
        on: moment.today,
        outcome: ScreeningOutcome::CallBack,
        minutes: None,
        answers: answers.clone(),
        note: Line::default(),
    };
    let given = AnswersChanged { before: &BTreeMap::new(), after: answers };
    let registers = prefill::registers(&Registers::default(), &given, &rules.lists.screening)?;
    let row = |id, fact| Recorded { id: FactId(id), replaces: None, precision: Precision::Day, retracted: false, fact };
    let rows = vec![row(1, Fact::RequestReceived(request)), row(2, Fact::Screened(call))];
    let dossier = Dossier {
        id: DossierId(0),
        reference: String::new(),
        person: Person::named(Line::default(), Line::default()),
        co_borrower: None,
        companions: Vec::new(),
        household: Household::of(vec![Member::applicant()])?,
        facts: Facts::of(rows).map_err(Failure::from)?,
        budget: None,
        statements: Vec::new(),
        project: domain::project::Project::default(),
        simulation: domain::simulation::Simulation::default(),
        assessment: Assessment { registers, ..Assessment::default() },
        eligibility: domain::eligibility::Eligibility::default(),
        retention: None,
        tasks: Vec::new(),
        attachments: Vec::new(),
    };
    let list = dossier.checklist(rules);
    let asked = list.lines.iter().filter(|line| line.document.stage == DocumentStage::Assessment && is_brought(line));
    let named = asked.filter_map(|line| match (line.lacks(), line.is_in_doubt()) {
        (true, _) => Some(spaced(&line.document.label)),
        (false, true) => Some(spaced(&format!("{} (selon la situation)", line.document.label))),
        (false, false) => None,
    });
    Ok(named.collect())
}

/// The answers that are given, as the grid knows them.
pub(super) fn read_answers(
    typed: &BTreeMap<String, String>,
    grid: &ScreeningGrid,
) -> Result<BTreeMap<String, Line>, Failure> {
    let mut answers = BTreeMap::new();
    for (key, typed) in typed {
        let question = grid.questions.iter().find(|one| one.key.as_str() == key);
        let question = question.ok_or_else(|| Failure::from(settings::ListRefused).at(key))?;
        let answer = match ScreeningGrid::kind(question) {
            ScreeningAnswer::Amount => reading::amount(typed, key)?.map(|amount| amount.to_string()),
            ScreeningAnswer::Count => reading::whole(typed, key)?.map(|count| count.to_string()),
            ScreeningAnswer::Words => Some(typed.clone()),
            ScreeningAnswer::HopedFor | ScreeningAnswer::Stops | ScreeningAnswer::ToVerify => {
                Some(typed.clone()).filter(|typed| [YES, NO, TO_SEE].contains(&typed.as_str()))
            }
        };
        let answer = reading::line(&answer.unwrap_or_default(), key)?;
        if !answer.is_empty() {
            answers.insert(key.clone(), answer);
        }
    }
    Ok(answers)
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
        decided_on,
        mode: rules.office.decision_mode.clone(),
        direction: Direction::Redirect,
        solutions,
        reason: reading::line(&form.reason, "reason")?,
        conditions: Line::default(),
        session: None,
        where_to: Line::default(),
        letter_words: Line::default(),
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
