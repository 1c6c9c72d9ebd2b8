//! « Aujourd'hui »: what is late, due, to come this week, and what others owe an answer for.
//!
//! Every open dossier has a next date, so the page needs nothing else: it reads the
//! lines of the lists. A dossier whose next date is missing is shown with the late ones.

use chrono::{Datelike, Days, NaiveDate};
use domain::dossier::{DossierId, DossierLine};
use domain::settings::RulesAt;
use domain::words::{self, capital, counted};
use serde::Serialize;
use ts_rs::TS;

use crate::caller::Moment;
use crate::copies::{Notice, notices, outside_line};
use crate::dossiers::{DossierRow, row};
use crate::failure::Failure;
use crate::office::{Desk, Nothing, settings};
use crate::retention::due_this_month;
use crate::shown::{Day, Meaning};

/// How many tasks of one kind of day are given at once: beyond, the list of dossiers is the place.
const SHOWN: usize = 100;

/// The page of the day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Today {
    /// `Mardi 24 novembre`.
    pub date: String,
    /// What there is to do, in a sentence.
    pub sentence: String,
    /// What is to be done, by when, the latest first.
    pub groups: Vec<TaskGroup>,
    /// Who is waited for, the longest first.
    pub waiting: Vec<Waiting>,
    /// How many dossiers the office has.
    pub dossiers: u64,
    /// What is to be seen before the rest: copies that are late, or failed.
    pub notices: Vec<Notice>,
    /// `Copie sur clé, 22 nov.`; nothing before the first.
    pub last_copy: Option<String>,
    /// That dossiers are to be archived, kept or erased, once a month; nothing otherwise.
    pub retention: Option<String>,
}

/// Tasks of one kind of day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TaskGroup {
    /// Its heading.
    pub title: String,
    /// How many, in words.
    pub count: String,
    /// What they mean.
    pub meaning: Meaning,
    /// One for each dossier, the oldest first; the first hundred.
    pub tasks: Vec<Task>,
    /// How many there are in all.
    pub found: u64,
}

/// What is to be done for one dossier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Task {
    /// The dossier.
    pub dossier: DossierRow,
    /// `Retard : 3 jours`, `Aujourd’hui`, `Jeu. 26`.
    pub when: String,
}

/// An answer that is waited for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Waiting {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// Who is waited for.
    pub whom: String,
    /// For whom and what.
    pub what: String,
    /// `15 jours`, `aujourd’hui`.
    pub since: String,
    /// Whether the promised day is gone by.
    pub meaning: Meaning,
    /// The promised day.
    pub expected: Option<Day>,
}

/// Shows the day.
pub fn today(desk: &Desk, _: Nothing, moment: &Moment) -> Result<Today, Failure> {
    let week_end = week_end(moment.today);
    let (lines, waiting, dossiers, settings) = desk.read(|reader| {
        Ok((reader.agenda(week_end)?, reader.with_lenders()?, reader.count_dossiers()?, settings(reader)?))
    })?;
    let groups = groups(lines, moment);
    let rules = settings.at(moment.today);
    let due = desk.read(|reader| due_this_month(reader, &rules, moment))?;
    Ok(Today {
        date: capital(&words::day_name(moment.today)),
        sentence: sentence(&groups, week_end),
        groups,
        waiting: waiting.into_iter().map(|(id, line)| wait(id, &line, &rules, moment)).collect(),
        dossiers,
        notices: notices(desk, moment)?,
        last_copy: outside_line(desk, moment.today),
        retention: (due > 0).then(|| retention(due)),
    })
}

fn retention(due: u64) -> String {
    let due = counted(due, "dossier est arrivé au bout de sa durée", "dossiers sont arrivés au bout de leur durée");
    words::spaced(&format!("{due} de conservation : à décider un par un."))
}

/// The Sunday that ends the week of a day; from Friday on, the one after: next week is near then.
fn week_end(today: NaiveDate) -> NaiveDate {
    let passed = u64::from(today.weekday().num_days_from_monday());
    let left = 6_u64.saturating_sub(passed);
    let left = if passed < 4 { left } else { left.saturating_add(7) };
    today.checked_add_days(Days::new(left)).unwrap_or(today)
}

fn groups(lines: Vec<(DossierId, DossierLine)>, moment: &Moment) -> Vec<TaskGroup> {
    let mut late = Vec::new();
    let mut due = Vec::new();
    let mut week = Vec::new();
    for (id, line) in lines {
        let place = match line.next_date {
            Some(date) if date == moment.today => &mut due,
            Some(date) if date > moment.today => &mut week,
            Some(_) | None => &mut late,
        };
        let when = when(line.next_date, moment.today);
        place.push(Task { dossier: row(id, line, moment), when });
    }
    let group = |title: &str, meaning, mut tasks: Vec<Task>| {
        let found = u64::try_from(tasks.len()).unwrap_or(u64::MAX);
        tasks.truncate(SHOWN);
        TaskGroup { title: title.to_owned(), count: counted(found, "tâche", "tâches"), meaning, tasks, found }
    };
    let all = [
        group("En retard", Meaning::Late, late),
        group("Aujourd’hui", Meaning::Due, due),
        group("Les prochains jours", Meaning::Plain, week),
    ];
    all.into_iter().filter(|group| !group.tasks.is_empty()).collect()
}

fn when(date: Option<NaiveDate>, today: NaiveDate) -> String {
    let Some(date) = date else { return "Sans date".to_owned() };
    if date < today {
        let days = today.signed_duration_since(date).num_days();
        return words::spaced(&format!("Retard : {}", counted(days, "jour", "jours")));
    }
    capital(&words::screen_date(date, today))
}

fn wait(id: DossierId, line: &DossierLine, rules: &RulesAt<'_>, moment: &Moment) -> Waiting {
    let lender = line.lender.as_ref().and_then(|key| rules.lender(key));
    let days = moment.today.signed_duration_since(line.since).num_days();
    let late = line.expected_on.is_some_and(|day| day < moment.today);
    Waiting {
        dossier: id,
        whom: lender.map_or_else(|| "La banque".to_owned(), |lender| lender.lender.name.to_string()),
        what: format!("{}, {}", line.name, line.stage.awaited()),
        since: if days > 0 { counted(days, "jour", "jours") } else { "aujourd’hui".to_owned() },
        meaning: if late { Meaning::Late } else { Meaning::Plain },
        expected: line.expected_on.map(|day| Day::near(day, moment.today)),
    }
}

fn sentence(groups: &[TaskGroup], week_end: NaiveDate) -> String {
    let parts: Vec<String> = groups
        .iter()
        .map(|group| match group.meaning {
            Meaning::Late => format!("{} en retard", group.count),
            Meaning::Due => format!("{} pour aujourd’hui", group.count),
            Meaning::Plain => format!("{} d’ici {}", group.count, words::day_name(week_end)),
        })
        .collect();
    if parts.is_empty() {
        return "Rien en retard, rien aujourd’hui, rien d’ici la fin de la semaine.".to_owned();
    }
    words::spaced(&format!("{}.", parts.join(", ")))
}
