//! The appointments of the day and of the week, with where and by which number.

use chrono::NaiveDate;
use domain::dossier::DossierId;
use domain::words::{self, capital};
use serde::Serialize;
use store::Reader;
use ts_rs::TS;

use app::caller::Moment;
use app::failure::Failure;

/// The appointments of one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct AppointmentDay {
    /// Its day.
    #[ts(type = "string")]
    pub on: NaiveDate,
    /// `Aujourd’hui`, `Jeu. 26`.
    pub day: String,
    /// The appointments, in the order of their hours.
    pub rows: Vec<AppointmentRow>,
}

/// One appointment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct AppointmentRow {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// With whom.
    pub name: String,
    /// `14 h 30`; empty when no hour was agreed.
    pub at: String,
    /// Its kind, its place, what for.
    pub what: String,
    /// The person's telephone; empty when it is not known.
    pub phone: String,
    /// Whether its day has come: it can be held or not honoured.
    pub has_come: bool,
    /// Whether its day is gone by and nobody said what became of it.
    pub is_late: bool,
    /// Whether another appointment is at the same hour of the same day.
    pub is_doubled: bool,
}

/// An appointment and its day.
pub struct Agreed {
    pub on: NaiveDate,
    pub row: AppointmentRow,
}

/// The appointments of today and until a day, those nobody told of first, in their order.
pub fn agenda(reader: &Reader<'_>, until: NaiveDate, today: NaiveDate) -> Result<Vec<Agreed>, Failure> {
    let mut agreed = Vec::new();
    let tasks = reader.appointments(NaiveDate::from_yo_opt(1, 1).unwrap_or(today), until)?;
    let hours: Vec<_> = tasks.iter().map(|(_, task)| (task.due, task.at)).collect();
    for (id, task) in tasks {
        let same = hours.iter().filter(|hour| **hour == (task.due, task.at)).count();
        let person = reader.person(reader.person_of(id)?)?.ok_or_else(|| Failure::gone("Cette personne"))?;
        let row = AppointmentRow {
            dossier: id,
            name: person.display_name(),
            has_come: task.due <= today,
            is_late: task.due < today,
            is_doubled: task.at.is_some() && same > 1,
            at: task.at.map(words::hour).unwrap_or_default(),
            what: task.what,
            phone: person.phone.as_ref().map(ToString::to_string).unwrap_or_default(),
        };
        agreed.push(Agreed { on: task.due, row });
    }
    Ok(agreed)
}

/// The appointments nobody told of, those of the day and of the coming days, day by day.
pub(super) fn shown(reader: &Reader<'_>, week_end: NaiveDate, moment: &Moment) -> Result<Vec<AppointmentDay>, Failure> {
    let mut days: Vec<AppointmentDay> = Vec::new();
    for Agreed { on, row } in agenda(reader, week_end, moment.today)? {
        match days.last_mut().filter(|day| day.on == on) {
            Some(day) => day.rows.push(row),
            None => {
                let day = capital(&words::screen_date(on, moment.today));
                days.push(AppointmentDay { on, day, rows: vec![row] });
            }
        }
    }
    Ok(days)
}
