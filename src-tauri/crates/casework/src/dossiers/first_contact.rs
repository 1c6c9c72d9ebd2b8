//! What was asked and told at the first contact, and what is told later.

use std::collections::BTreeMap;

use domain::calendar::Toward;
use domain::dossier::{Dossier, DossierId, Fact, FactId, Informed};
use domain::line::Line;
use domain::settings::{NO, ScreeningGrid, Settings, TO_SEE, YES};
use domain::words::{self, Labelled, lowered, spaced};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::screening::told;
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::reading;
use app::settings::settings as office_settings;

/// What was asked and told at the first contact, in words.
pub fn first_contact(dossier: &Dossier, settings: &Settings) -> FirstContact {
    let grid = &settings.lists.screening;
    let asked = |key: &str| grid.questions.iter().find(|one| one.key.as_str() == key);
    let mut seen = FirstContact::default();
    let course = dossier.facts.course();
    seen.may_call = course.closed.is_none() && course.lending().is_none();
    for row in dossier.facts.standing() {
        if let Fact::Screened(screening) = &row.fact {
            let note = screening.note.as_str();
            let more = if note.is_empty() { String::new() } else { format!(" {note}") };
            let day = words::of_known_date(screening.on, row.precision);
            seen.sentence = spaced(&format!("Appel {day} : {}.{more}", lowered(screening.outcome.label())));
            seen.call = Some(CallNoted {
                fact: row.id,
                answers: screening.answers.iter().map(|(key, answer)| (key.clone(), answer.to_string())).collect(),
                minutes: screening.minutes.map(|minutes| minutes.to_string()).unwrap_or_default(),
            });
        }
        if let Fact::Informed(informed) = &row.fact {
            let day = words::known_date(informed.on, row.precision);
            seen.told.extend(informed.of.iter().map(|key| (key.as_str().to_owned(), day.clone())));
        }
    }
    let answers = dossier.facts.screening_answers();
    let told = answers.iter().map(|(key, answer)| AnswerGiven {
        question: spaced(asked(key).map_or(key, |one| &one.label)),
        answer: spaced(said(answer.as_str())),
        is_figure: asked(key).is_some_and(|one| ScreeningGrid::kind(one).is_figure()),
    });
    seen.answers = told.collect();
    seen
}

fn said(answer: &str) -> &str {
    match answer {
        YES => "oui",
        NO => "non",
        TO_SEE => "à voir",
        words => words,
    }
}

/// What was asked and told at the first contact.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct FirstContact {
    /// The call and what followed; empty when there was none.
    pub sentence: String,
    /// The answers given, those of a later call over those of an earlier one.
    pub answers: Vec<AnswerGiven>,
    /// The last call as its form holds it.
    pub call: Option<CallNoted>,
    /// Whether another call may be noted: the request is open and no lender agreed.
    pub may_call: bool,
    /// What the person was told, each with its day, by its key.
    pub told: BTreeMap<String, String>,
}

/// A call as the form that corrects it holds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct CallNoted {
    /// Its fact.
    #[ts(type = "number")]
    pub fact: FactId,
    /// The answers by the key of their question.
    pub answers: BTreeMap<String, String>,
    /// How long it lasted, in minutes.
    pub minutes: String,
}

/// One answer of the grid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct AnswerGiven {
    /// The question.
    pub question: String,
    /// What was answered.
    pub answer: String,
    /// Whether it is a figure of the household or of its budget.
    pub is_figure: bool,
}

/// What the person of a dossier was told, once more or at last.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewInformation {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// What they were told: keys of the list.
    pub told: Vec<String>,
    /// The day; today when empty.
    pub on: String,
}

/// Notes what the person was told: the aims, the accompaniment, the cost, the bank's role.
pub fn note_information(
    desk: &mut Desk,
    input: NewInformation,
    moment: &Moment,
) -> Result<super::DossierView, Failure> {
    let settings = desk.read(office_settings)?;
    desk.act("note_information", moment, |writer| {
        let dossier = super::found(writer, input.dossier)?;
        let on = reading::date(&input.on, "on", moment, Toward::Past)?.unwrap_or(moment.today);
        let of = told(&input.told, &settings.lists.screening)?;
        if of.is_empty() {
            return Err(Failure::refused("Cochez ce que la personne sait maintenant.").at("told"));
        }
        let fact = Fact::Informed(Informed { on, of, note: Line::default() });
        crate::facts::admit(&dossier, None, &fact, &settings, moment)?;
        writer.insert_fact(input.dossier, None, &fact, moment.now)?;
        Ok(store::Acted {
            value: (),
            sentence: format!("Information donnée à {}.", dossier.person.display_name()),
            dossier: Some(input.dossier),
            fields: vec!["information"],
            draft: None,
        })
    })?;
    super::view(desk, input.dossier, moment)
}
