//! « Aujourd’hui »: appointments, what is late, due or to come, who is waited for, who is silent.
//!
//! Tasks are written beside the dossiers by each action; the page reads them and the lines of the lists, a page of
//! each at most. Nothing of it is worked out again but the tasks of the office itself, which are read from its
//! settings and its copies.

mod appointments;
mod calls;
mod done;
mod listed;
mod office;
mod side_panel;

pub use appointments::{AppointmentDay, AppointmentRow, agenda};
pub use calls::{TaskCall, note_task_call};
pub use done::{FinishedTask, PutOffTask, finish_task, put_off_task};
pub(crate) use listed::action;
pub use listed::{DueDossier, Task, TaskAction, TaskGroup, TaskMeaning, is_call};
pub use office::{OfficePlace, OfficeTask, repaid_to_close};
pub use side_panel::{Landmark, Silent, Waiting};

use chrono::{Datelike, Days, NaiveDate};
use domain::words::{self, capital};
use serde::Serialize;
use ts_rs::TS;

use self::side_panel::Aside;
use crate::copies::{Notice, notices, outside_line};
use crate::sessions::{NextSession, next_session};
use app::caller::Moment;
use app::desk::{Desk, Nothing};
use app::failure::Failure;
use app::settings::settings;

/// The page of the day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Today {
    /// `Mardi 24 novembre`.
    pub date: String,
    /// What there is to do, in a sentence.
    pub sentence: String,
    /// The appointments nobody told of, then those of the day and of the week.
    pub appointments: Vec<AppointmentDay>,
    /// What is to be done, by when, the latest first.
    pub groups: Vec<TaskGroup>,
    /// The next session of the commission or the committee, in an office that has one.
    pub session: Option<NextSession>,
    /// What the office itself has to do.
    pub office: Vec<OfficeTask>,
    /// Who is waited for, the longest first; the first ones.
    pub waiting: Vec<Waiting>,
    /// How many are waited for in all.
    pub waiting_found: u64,
    /// Loans, then dossiers, nobody has had news of, the longest first; the first ones.
    pub silent: Vec<Silent>,
    /// How many are silent in all.
    pub silent_found: u64,
    /// What was lent since the office began, and how far the next round number is.
    pub landmarks: Vec<Landmark>,
    /// How many dossiers the office has.
    pub dossiers: u64,
    /// What is to be seen before the rest: copies that are late, or failed.
    pub notices: Vec<Notice>,
    /// `Copie sur clé, 22 nov.`; nothing before the first.
    pub last_copy: Option<String>,
}

/// Shows the day.
pub fn today(desk: &Desk, _: Nothing, moment: &Moment) -> Result<Today, Failure> {
    let week_end = week_end(moment.today);
    let (notices, last_copy) = (notices(desk, moment)?, outside_line(desk, moment));
    desk.read(|reader| {
        let settings = settings(reader)?;
        let groups = listed::groups(reader, &settings.lists.task_rules, week_end, moment)?;
        let appointments = appointments::shown(reader, week_end, moment)?;
        let Aside { waiting, waiting_found, silent, silent_found, landmarks } =
            side_panel::aside(reader, &settings, moment)?;
        Ok(Today {
            date: capital(&words::day_name(moment.today)),
            sentence: sentence(&groups, &appointments),
            appointments,
            groups,
            session: next_session(reader, &settings, moment)?,
            office: office::tasks(reader, &settings, moment)?,
            waiting,
            waiting_found,
            silent,
            silent_found,
            landmarks,
            dossiers: reader.count_dossiers()?,
            notices,
            last_copy,
        })
    })
}

/// The Sunday that ends the week of a day; from Friday on, the one after: next week is near then.
pub fn week_end(today: NaiveDate) -> NaiveDate {
    let passed = u64::from(today.weekday().num_days_from_monday());
    let left = 6_u64.saturating_sub(passed);
    let left = if passed < 4 { left } else { left.saturating_add(7) };
    today.checked_add_days(Days::new(left)).unwrap_or(today)
}

/// `2 en retard, 4 aujourd’hui`: what is on the page, appointments among the rest.
fn sentence(groups: &[TaskGroup], appointments: &[AppointmentDay]) -> String {
    let rows = || appointments.iter().flat_map(|day| &day.rows);
    let found = |wanted: TaskMeaning| -> u64 {
        groups.iter().filter(|group| group.meaning == wanted).map(|group| group.found).sum()
    };
    let met = |is_late: bool| u64::try_from(rows().filter(|row| row.has_come && row.is_late == is_late).count());
    let late = found(TaskMeaning::Late).saturating_add(met(true).unwrap_or_default());
    let due = found(TaskMeaning::Due).saturating_add(met(false).unwrap_or_default());
    let parts = [(late, format!("{late} en retard")), (due, format!("{due} aujourd’hui"))];
    let said: Vec<String> = parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, said)| said).collect();
    if said.is_empty() { "Rien en retard, rien aujourd’hui.".to_owned() } else { said.join(", ") }
}
