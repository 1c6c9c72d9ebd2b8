//! The facts of the papers of a session: its agenda, its minutes.

use documents::papers::session_agenda::{self, SessionAgenda};
use documents::papers::session_minutes::{self, SessionMinutes};
use documents::papers::{Entry, Letterhead};

use super::{Gathered, OnePaper, Prepared};
use crate::caller::Moment;
use crate::failure::Failure;
use crate::office::{self, Desk};
use crate::sessions::{AgendaRow, AttendeeRow, OneSession, SessionView, session};

/// A paper of a session.
pub(super) fn gather(desk: &Desk, entry: Entry, asked: &OnePaper, moment: &Moment) -> Result<Gathered, Failure> {
    let none = || Failure::refused("Ce papier est celui d’une séance : laquelle ?").at("session");
    let view = session(desk, OneSession { session: asked.session.ok_or_else(none)? }, moment)?;
    let head = Letterhead { office: desk.read(office::identity)? };
    let day = view.day.clone();
    let prepared = match entry.key {
        "session_agenda" => agenda(view, head, moment),
        "session_minutes" => minutes(view, head, moment),
        _ => return Err(Failure::broken("papier")),
    };
    Ok(Gathered {
        entry,
        of: None,
        file_name: entry.file_name(&day, prepared.version),
        missing: prepared.missing,
        print: prepared.print,
    })
}

fn agenda(view: SessionView, head: Letterhead, moment: &Moment) -> Prepared {
    let called = |row: AttendeeRow| [row.fields.name, row.who];
    let dossier = |row: AgendaRow| {
        let what =
            if row.matter_label.is_empty() { row.project } else { format!("{}, {}", row.matter_label, row.project) };
        [row.place.to_string(), row.reference, what, row.amount.map(|amount| amount.text).unwrap_or_default()]
    };
    let agenda = SessionAgenda {
        printed_on: moment.today,
        session: view.session.title,
        place: view.session.place,
        called: view.attendees.into_iter().map(called).collect(),
        dossiers: view.agenda.into_iter().map(dossier).collect(),
    };
    let print = Box::new(move || Ok(session_agenda::render(&agenda, &head)?));
    Prepared { version: 1, missing: Vec::new(), state: "à jour".to_owned(), print }
}

fn minutes(view: SessionView, head: Letterhead, moment: &Moment) -> Prepared {
    let (mut opening, mut dossiers, mut rest) = (Vec::new(), Vec::new(), Vec::new());
    for paragraph in view.minutes.paragraphs {
        let part = if paragraph.is_of_a_dossier {
            &mut dossiers
        } else if dossiers.is_empty() {
            &mut opening
        } else {
            &mut rest
        };
        part.push(paragraph.text);
    }
    let closed = view.minutes.closed;
    let minutes = SessionMinutes {
        printed_on: moment.today,
        session: view.session.title,
        state: if closed.is_empty() { "Projet, pas encore clos".to_owned() } else { closed },
        opening,
        dossiers,
        rest,
    };
    let print = Box::new(move || Ok(session_minutes::render(&minutes, &head)?));
    Prepared { version: 1, missing: Vec::new(), state: "à jour".to_owned(), print }
}
