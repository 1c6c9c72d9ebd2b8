//! A call made from the page of the day: reached, the task is done; not reached, it comes back the next working day.
//!
//! One action, undone whole: the exchange or the try, then what becomes of the task. Worked example, on a Friday:
//! « message » notes the try and puts the task off to Monday, « message laissé ».

use domain::calendar::working_day_from;
use domain::dossier::{DossierId, Event, Fact, Interview, Noted};
use domain::line::Line;
use domain::settings::{ListKey, Settings, entry};
use domain::words::{self, long_date};
use serde::Deserialize;
use store::Acted;
use ts_rs::TS;

use super::done::{noted, task_of};
use super::{Today, today};
use crate::dossiers::found;
use crate::facts::admit;
use app::caller::Moment;
use app::desk::{Desk, Nothing};
use app::failure::Failure;
use app::reading;
use app::settings::settings;

/// The kind of exchange a call from the day is.
const KIND: &str = "follow_up_call";

/// A call made for a task.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TaskCall {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The key of the task.
    pub task: String,
    /// `reached`, `message`, `none`.
    pub outcome: String,
    /// What was said.
    pub note: String,
}

/// Notes a call made for a task, and what becomes of the task.
pub fn note_task_call(desk: &mut Desk, input: TaskCall, moment: &Moment) -> Result<Today, Failure> {
    let settings = desk.read(settings)?;
    let note = reading::line(&input.note, "note")?;
    desk.act("note_task_call", moment, |writer| {
        let dossier = found(writer, input.dossier)?;
        task_of(&dossier, &input.task)?;
        let tomorrow = moment.today.succ_opt().unwrap_or(moment.today);
        let again = working_day_from(tomorrow);
        let put_off = |why: &str| -> Result<Fact, Failure> {
            let until = (Some(again), reading::line(why, "note")?);
            Ok(noted(Event::TaskPutOff, &input.task, until, moment))
        };
        let (facts, said) = match input.outcome.as_str() {
            "reached" => {
                let done = noted(Event::TaskDone, &input.task, (None, Line::default()), moment);
                (vec![call(note.clone(), &settings, moment)?, done], "Appel noté, tâche faite".to_owned())
            }
            "message" => (vec![tried(Some("message"), note.clone(), moment), put_off("message laissé")?], later(again)),
            "none" => (vec![tried(None, note.clone(), moment), put_off("pas joint")?], later(again)),
            _ => return Err(Failure::refused("Joint, message laissé ou pas joint ?").at("outcome")),
        };
        for fact in &facts {
            // What the exchange ended by itself is not ended twice.
            let known = found(writer, input.dossier)?;
            let ends = matches!(fact, Fact::Noted(one) if one.event == Event::TaskDone);
            if ends && task_of(&known, &input.task).is_err() {
                continue;
            }
            admit(&known, None, fact, &settings, moment)?;
            writer.insert_fact(input.dossier, None, fact, moment.now)?;
        }
        Ok(Acted {
            value: (),
            sentence: words::spaced(&format!("{said}, {}.", dossier.person.display_name())),
            dossier: Some(input.dossier),
            fields: vec!["task"],
            draft: Some((Some(input.dossier), "task_call")),
        })
    })?;
    today(desk, Nothing {}, moment)
}

fn later(again: chrono::NaiveDate) -> String {
    format!("Appel noté, à refaire le {}", long_date(again))
}

fn tried(subject: Option<&str>, note: Line, moment: &Moment) -> Fact {
    Fact::Noted(Noted {
        subject: subject.map(ListKey::new),
        note,
        ..Noted::of(moment.today, Event::ContactAnsweredNone)
    })
}

fn call(note: Line, settings: &Settings, moment: &Moment) -> Result<Fact, Failure> {
    let kind = ListKey::new(KIND);
    let counts = entry(&settings.lists.interview_kinds, &kind)?.counts_as_interview;
    Ok(Fact::InterviewHeld(Interview {
        held_on: moment.today,
        kind,
        minutes: None,
        counts,
        note,
        next_step: Line::default(),
    }))
}
