//! Doing a task in one key, or putting it off with a reason: each is a fact, undone like any other action.

use chrono::NaiveDate;
use domain::calendar::Toward;
use domain::dossier::{Dossier, DossierId, Event, Fact, Noted};
use domain::line::Line;
use domain::settings::ListKey;
use domain::task::{APPOINTMENT, Task};
use domain::words::{self, long_date};
use serde::Deserialize;
use store::Acted;
use ts_rs::TS;

use super::{Today, today};
use crate::dossiers::found;
use crate::facts::admit;
use app::caller::Moment;
use app::desk::{Desk, Nothing};
use app::failure::Failure;
use app::reading;
use app::settings::settings;

/// A task that is done.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FinishedTask {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The key of the task.
    pub task: String,
}

/// A task that waits for another day.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PutOffTask {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The key of the task.
    pub task: String,
    /// The day, as typed: later than today.
    pub until: String,
    /// Why; needed.
    pub reason: String,
}

/// Ends a task as it stands; what happens later may call for it again.
pub fn finish_task(desk: &mut Desk, input: FinishedTask, moment: &Moment) -> Result<Today, Failure> {
    let noted = |_: &Task| Ok(noted(Event::TaskDone, &input.task, (None, Line::default()), moment));
    write(desk, ("finish_task", "Tâche faite"), (input.dossier, &input.task), noted, moment)
}

/// Puts a task off to a day, with the reason.
pub fn put_off_task(desk: &mut Desk, input: PutOffTask, moment: &Moment) -> Result<Today, Failure> {
    let missing = || Failure::refused("Jusqu’à quel jour ? Écrivez une date à venir.").at("until");
    let until = reading::date(&input.until, "until", moment, Toward::Future)?.ok_or_else(missing)?;
    if until <= moment.today {
        return Err(missing());
    }
    let why = "Le motif manque : deux mots suffisent, ils restent à côté de la tâche.";
    let reason = reading::needed(&input.reason, "reason", why)?;
    let put_off = |task: &Task| {
        if task.rule.as_str() == APPOINTMENT {
            return Err(Failure::refused("Un rendez-vous se déplace en fixant le nouveau, dans le dossier."));
        }
        Ok(noted(Event::TaskPutOff, &input.task, (Some(until), reason.clone()), moment))
    };
    let said = format!("Tâche remise au {}", long_date(until));
    write(desk, ("put_off_task", &said), (input.dossier, &input.task), put_off, moment)
}

pub(super) fn noted(event: Event, task: &str, (until, note): (Option<NaiveDate>, Line), moment: &Moment) -> Fact {
    let subject = Some(ListKey::new(task));
    Fact::Noted(Noted { subject, until, note, ..Noted::of(moment.today, event) })
}

fn write(
    desk: &mut Desk,
    (call, said): (&'static str, &str),
    (id, key): (DossierId, &str),
    fact: impl FnOnce(&Task) -> Result<Fact, Failure>,
    moment: &Moment,
) -> Result<Today, Failure> {
    let settings = desk.read(settings)?;
    desk.act(call, moment, |writer| {
        let dossier = found(writer, id)?;
        let fact = fact(task_of(&dossier, key)?)?;
        admit(&dossier, None, &fact, &settings, moment)?;
        writer.insert_fact(id, None, &fact, moment.now)?;
        Ok(Acted {
            value: (),
            sentence: words::spaced(&format!("{said}, {}.", dossier.person.display_name())),
            dossier: Some(id),
            fields: vec!["task"],
            draft: None,
        })
    })?;
    today(desk, Nothing {}, moment)
}

pub(super) fn task_of<'d>(dossier: &'d Dossier, key: &str) -> Result<&'d Task, Failure> {
    let task = dossier.tasks.iter().find(|task| task.rule.as_str() == key);
    task.ok_or_else(|| {
        Failure::refused("Cette tâche n’est plus à faire : ce qui a été noté depuis l’a terminée. Rien n’a changé.")
    })
}
