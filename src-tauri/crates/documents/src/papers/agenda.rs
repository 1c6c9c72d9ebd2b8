//! The agenda: the appointments of the day and of the week, then what is late or to be done today.
//!
//! The adviser's own sheet, to take along: it stays in the office. An hour or a telephone that is not known is left
//! blank, to be written by hand.

use chrono::NaiveDate;
use domain::words::{capital, day_name, long_date, spaced};

use crate::finish::{Identity, finish};
use crate::page::{Align, Foot, Length, Row, Strip, Typesetter, flow};
use crate::papers::Letterhead;
use crate::papers::body::Body;
use crate::papers::letterhead::{HeadLine, letterhead};
use crate::{Paper, PaperError};

/// What people call the paper.
pub const TITLE: &str = "Agenda";

/// The facts of the agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agenda {
    /// The day it is printed.
    pub printed_on: NaiveDate,
    /// Its last day.
    pub until: NaiveDate,
    /// The appointments, in the order of days and hours.
    pub appointments: Vec<AgendaAppointment>,
    /// What is late or to be done today, the most pressing first.
    pub tasks: Vec<AgendaTask>,
    /// How many more tasks there are than those.
    pub more_tasks: u64,
}

/// One appointment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaAppointment {
    /// Its day.
    pub on: NaiveDate,
    /// Its hour, in words; empty when none was agreed.
    pub at: String,
    /// With whom.
    pub name: String,
    /// The telephone; empty when it is not known.
    pub phone: String,
    /// Its kind, its place, what for.
    pub what: String,
}

/// Something to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaTask {
    /// When, in words.
    pub when: String,
    /// For whom.
    pub name: String,
    /// What.
    pub what: String,
}

const APPOINTMENTS: [(i64, Align, &str); 4] = [
    (12, Align::Left, "Heure"),
    (28, Align::Left, "Avec"),
    (20, Align::Left, "Téléphone"),
    (40, Align::Left, "Objet, lieu"),
];
const TASKS: [(i64, Align, &str); 3] =
    [(20, Align::Left, "Quand"), (28, Align::Left, "Pour"), (52, Align::Left, "À faire")];

/// Prints the agenda.
pub fn render(agenda: &Agenda, head: &Letterhead) -> Result<Paper, PaperError> {
    let mut setter = Typesetter::new()?;
    let strips = compose(&mut setter, agenda, head);
    let day = long_date(agenda.printed_on);
    let foot = Foot::plain(format!("{TITLE} · {day} · reste au CCAS"));
    let sheets = flow(strips, &foot, &mut setter);
    let title = format!("{TITLE} du {day}");
    let identity = Identity { title, author: head.office.name.clone(), date: agenda.printed_on };
    finish(sheets, &setter, &identity)
}

fn compose(setter: &mut Typesetter, agenda: &Agenda, head: &Letterhead) -> Vec<Strip> {
    let lines = [HeadLine::plain(long_date(agenda.printed_on))];
    let mut strips = letterhead(setter, head, &lines);
    let mut body = Body::under(setter, Vec::new());
    let until = day_name(agenda.until);
    body.title(TITLE, &format!("Du {} au {until}", day_name(agenda.printed_on)));
    if agenda.appointments.is_empty() {
        body.note("Aucun rendez-vous d’ici là.");
    }
    for day in agenda.appointments.chunk_by(|one, next| one.on == next.on) {
        let Some(first) = day.first() else { continue };
        let untold = if first.on < agenda.printed_on { ", sans suite notée" } else { "" };
        body.section(&format!("{}{untold}", capital(&day_name(first.on))));
        body.rows(&APPOINTMENTS, day.iter().map(appointment).collect());
    }
    if !agenda.tasks.is_empty() {
        body.section("En retard et à faire aujourd’hui");
        body.rows(&TASKS, agenda.tasks.iter().map(task).collect());
    }
    if agenda.more_tasks > 0 {
        body.note(&format!("Autres tâches, dans Étrier : {}.", agenda.more_tasks));
    }
    let mut own = body.strips;
    if let Some(first) = own.first_mut() {
        first.gap = Length::mm(500);
    }
    strips.extend(own);
    strips
}

fn appointment(one: &AgendaAppointment) -> Row {
    let at = if one.at.is_empty() { "……" } else { &one.at };
    let phone = if one.phone.is_empty() { "……" } else { &one.phone };
    Row::Named([at, &one.name, phone, &one.what].map(spaced).to_vec())
}

fn task(one: &AgendaTask) -> Row {
    Row::Line([&one.when, &one.name, &one.what].map(|text| spaced(text)).to_vec())
}

#[cfg(test)]
mod tests;
