//! « Aujourd’hui »: appointments, what is late, due or to come, who is waited for, who is silent.
//!
//! Tasks are written beside the dossiers by each action; the page reads them and the lines of the lists, a page of
//! each at most. Nothing of it is worked out again but the tasks of the office itself, which are read from its
//! settings and its copies.

mod appointments;
mod done;
mod listed;
mod office;
mod side_panel;

pub use appointments::{AppointmentDay, AppointmentRow, agenda};
pub use done::{FinishedTask, PutOffTask, finish_task, put_off_task};
pub(crate) use listed::action;
pub use listed::{DueDossier, Task, TaskAction, TaskGroup, TaskMeaning, is_call};
pub use office::{OfficePlace, OfficeTask, repaid_to_close};
pub use side_panel::{Landmark, Silent, Waiting};

use chrono::{Datelike, Days, NaiveDate};
use domain::words::{self, capital, counted};
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
        let groups = listed::groups(reader, week_end, moment)?;
        let appointments = appointments::shown(reader, week_end, moment)?;
        let Aside { waiting, waiting_found, silent, silent_found, landmarks } =
            side_panel::aside(reader, &settings, moment)?;
        Ok(Today {
            date: capital(&words::day_name(moment.today)),
            sentence: sentence(&groups, &appointments, week_end),
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

fn sentence(groups: &[TaskGroup], appointments: &[AppointmentDay], week_end: NaiveDate) -> String {
    let mut parts: Vec<String> = groups
        .iter()
        .map(|group| match group.meaning {
            TaskMeaning::Late => format!("{} en retard", group.count),
            TaskMeaning::Due => format!("{} pour aujourd’hui", group.count),
            TaskMeaning::Waiting | TaskMeaning::Plain => {
                format!("{} d’ici {}", group.count, words::day_name(week_end))
            }
        })
        .collect();
    let rows = || appointments.iter().flat_map(|day| &day.rows);
    let untold = rows().filter(|row| row.is_late).count();
    if untold > 0 {
        let met = counted(untold, "rendez-vous passé", "rendez-vous passés");
        parts.push(format!("{met} sans suite notée"));
    }
    let met = rows().count().saturating_sub(untold);
    if met > 0 {
        parts.push(counted(met, "rendez-vous", "rendez-vous"));
    }
    if parts.is_empty() {
        return "Rien en retard, rien aujourd’hui, rien d’ici la fin de la semaine.".to_owned();
    }
    words::spaced(&format!("{}.", parts.join(", ")))
}
