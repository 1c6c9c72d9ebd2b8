//! The facts of the agenda: the page of the day, to take along.

use documents::papers::Letterhead;
use documents::papers::agenda::{Agenda, AgendaAppointment, AgendaTask, render};

use super::Prepared;
use app::caller::Moment;
use app::desk::{Desk, Nothing};
use app::failure::Failure;
use casework::today::{TaskMeaning, agenda, today, week_end};

/// How many tasks the sheet lists.
const SHOWN: usize = 60;

/// The agenda from today to the end of the week.
pub(super) fn prepare(desk: &Desk, head: &Letterhead, moment: &Moment) -> Result<Prepared, Failure> {
    let until = week_end(moment.today);
    let agreed = desk.read(|reader| agenda(reader, until, moment.today))?;
    let appointments = agreed.into_iter().map(|one| AgendaAppointment {
        on: one.on,
        at: one.row.at,
        name: one.row.name,
        phone: one.row.phone,
        what: one.row.what,
    });
    let pressing = today(desk, Nothing {}, moment)?.groups.into_iter();
    let pressing = pressing.filter(|group| matches!(group.meaning, TaskMeaning::Late | TaskMeaning::Due));
    let mut tasks = Vec::new();
    let mut found = 0_u64;
    for group in pressing {
        found = found.saturating_add(group.found);
        tasks.extend(group.dossiers.into_iter().filter_map(|due| {
            let task = due.tasks.into_iter().next()?;
            Some(AgendaTask { when: task.when, name: due.dossier.name, what: task.what })
        }));
    }
    tasks.truncate(SHOWN);
    let more_tasks = found.saturating_sub(u64::try_from(tasks.len()).unwrap_or(u64::MAX));
    let sheet = Agenda { printed_on: moment.today, until, appointments: appointments.collect(), tasks, more_tasks };
    let head = head.clone();
    let state = "à jour".to_owned();
    Ok(Prepared { version: 1, missing: Vec::new(), state, print: Box::new(move |_| Ok(render(&sheet, &head)?)) })
}
