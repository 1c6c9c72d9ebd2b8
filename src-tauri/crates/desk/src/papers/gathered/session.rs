//! The facts of the papers of a session: its agenda, its booklet, its minutes.

use documents::papers::session_agenda::{self, SessionAgenda};
use documents::papers::session_minutes::{self, SessionMinutes};
use documents::papers::session_sheet::Naming;
use documents::papers::{Entry, Letterhead, entry};
use domain::dossier::SessionId;
use domain::letter::{NoSessionLetter, session_letter};
use domain::words::{lowered, spaced};

use super::{AtSession, Gathered, Missing, OnePaper, Prepared, Printer, Printing, one_dossier};
use crate::caller::Moment;
use crate::dossiers::found;
use crate::failure::{Failure, FailureKind};
use crate::office::{self, Desk};
use crate::person_file::Masked;
use crate::sessions::{AgendaRow, AttendeeRow, OneSession, SessionView, found_session, session};

/// A paper of a session.
pub(super) fn gather(desk: &Desk, entry: Entry, asked: &OnePaper, moment: &Moment) -> Result<Gathered, Failure> {
    let none = || Failure::refused("Ce papier est celui d’une séance : laquelle ?").at("session");
    let view = session(desk, OneSession { session: asked.session.ok_or_else(none)? }, moment)?;
    let head = desk.read(office::letterhead)?;
    let day = view.session.day.clone();
    let prepared = match entry.key {
        "committee_agenda" => agenda(desk, view, head, (asked.naming(), moment))?,
        "committee_minutes" => minutes(view, head, moment),
        "committee_booklet" => return booklet(desk, entry, (view, head), (asked.naming(), moment)),
        "committee_letters" => return letters(desk, entry, (view, head), moment),
        _ => return Err(Failure::broken("papier")),
    };
    Ok(of_the_session(entry, &day, prepared))
}

fn of_the_session(entry: Entry, day: &str, prepared: Prepared) -> Gathered {
    Gathered {
        entry,
        of: None,
        file_name: entry.file_name(day, prepared.version),
        missing: prepared.missing,
        print: Printing::Alone(prepared.print),
    }
}

/// The agenda, then the sheet of each dossier on it.
fn booklet(
    desk: &Desk,
    whole: Entry,
    (view, head): (SessionView, Letterhead),
    (naming, moment): (Naming, &Moment),
) -> Result<Gathered, Failure> {
    let (Some(agenda_entry), Some(sheet_entry)) = (entry("committee_agenda"), entry("committee_sheet")) else {
        return Err(Failure::broken("papier"));
    };
    let (title, day, office) = (view.session.title.clone(), view.session.day.clone(), head.office.name.clone());
    let held = desk.read(|reader| found_session(reader, view.session.id))?;
    let listed: Vec<_> = view.agenda.iter().map(|row| (row.dossier, row.matter, row.place)).collect();
    let mut parts = vec![of_the_session(agenda_entry, &day, agenda(desk, view, head, (naming, moment))?)];
    for (dossier, matter, place) in &listed {
        let at = AtSession::of(&held, (*matter).into(), (*place, listed.len()));
        parts.push(one_dossier(desk, sheet_entry, (*dossier, Some(at), naming), (None, moment))?);
    }
    let (named, version) = match naming {
        Naming::Named => ("Livret de séance avec les noms", 2),
        Naming::Nameless => (whole.title, 1),
    };
    Ok(Gathered {
        entry: whole,
        of: None,
        file_name: whole.file_name(&day, version),
        missing: Vec::new(),
        print: Printing::Together { title: format!("{named} : {title}"), office, date: moment.today, parts },
    })
}

/// The letter of each dossier on the agenda, and why the others have none.
fn letters(
    desk: &Desk,
    whole: Entry,
    (view, head): (SessionView, Letterhead),
    moment: &Moment,
) -> Result<Gathered, Failure> {
    let (mut parts, mut missing) = (Vec::new(), Vec::new());
    for row in &view.agenda {
        match letter(desk, row, view.session.id, moment)? {
            Ok(part) => {
                missing.extend(part.missing_of(&row.reference));
                parts.push(part);
            }
            Err(why) => missing.push(Missing::of(&format!("{}, sans lettre : {why}", row.reference), None)),
        }
    }
    if parts.is_empty() {
        let why: Vec<&str> = missing.iter().map(|one| one.what.as_str()).collect();
        let none =
            if why.is_empty() { "Aucun dossier n’est inscrit à cette séance.".to_owned() } else { why.join(" ") };
        let says = spaced(&format!("Aucune lettre n’est à écrire pour cette séance. {none}"));
        return Err(Failure::refused(&says).remedy("Notez ce qui est décidé de chaque dossier, puis revenez ici."));
    }
    let title = format!("{} : {}", whole.title, view.session.title);
    Ok(Gathered {
        entry: whole,
        of: None,
        file_name: whole.file_name(&view.session.day, 1),
        missing,
        print: Printing::Together { title, office: head.office.name.clone(), date: moment.today, parts },
    })
}

/// The letter that tells a person what the session did with their dossier, or why none can be written.
fn letter(
    desk: &Desk,
    row: &AgendaRow,
    session: SessionId,
    moment: &Moment,
) -> Result<Result<Gathered, String>, Failure> {
    let dossier = desk.read(|reader| found(reader, row.dossier))?;
    let kind = match session_letter(&dossier, session, row.matter.into()) {
        Ok(kind) => kind,
        Err(none) => return Ok(Err(no_letter(none).to_owned())),
    };
    let letter = entry(kind.key()).ok_or_else(|| Failure::broken("papier"))?;
    match one_dossier(desk, letter, (row.dossier, None, Naming::Named), (None, moment)) {
        Ok(part) => Ok(Ok(part)),
        Err(waits) if waits.kind == FailureKind::Refused => Ok(Err(waits.message)),
        Err(failed) => Err(failed),
    }
}

fn no_letter(none: NoSessionLetter) -> &'static str {
    match none {
        NoSessionLetter::NotHeard => "la séance ne l’a pas encore vu.",
        NoSessionLetter::TakenOff => "il a été retiré de l’ordre du jour, rien n’est décidé.",
        NoSessionLetter::RefundUndecided => "le remboursement n’est pas encore décidé dans Fin de prêt.",
        NoSessionLetter::Undecided => "ce que la séance a décidé a été retiré depuis.",
    }
}

fn agenda(
    desk: &Desk,
    view: SessionView,
    head: Letterhead,
    (naming, moment): (Naming, &Moment),
) -> Result<Prepared, Failure> {
    let called = |row: AttendeeRow| [row.fields.name, row.who];
    let dossier = |row: AgendaRow| -> Result<[String; 4], Failure> {
        let what = match row.matter_label.as_str() {
            "" => row.project,
            matter => format!("{matter} : {}", lowered(&row.project)),
        };
        let (who, what) = match naming {
            Naming::Named => (format!("{} {}", row.reference, row.name), what),
            Naming::Nameless => {
                let dossier = desk.read(|reader| found(reader, row.dossier))?;
                (row.reference, Masked::everyone(&dossier).text(&what))
            }
        };
        Ok([row.place.to_string(), who, what, row.amount.map(|amount| amount.text).unwrap_or_default()])
    };
    let agenda = SessionAgenda {
        printed_on: moment.today,
        session: view.session.title,
        place: view.session.place,
        called: view.attendees.into_iter().map(called).collect(),
        dossiers: view.agenda.into_iter().map(dossier).collect::<Result<_, Failure>>()?,
    };
    let print: Printer = Box::new(move |_| Ok(session_agenda::render(&agenda, &head)?));
    Ok(Prepared { version: 1, missing: Vec::new(), state: "à jour".to_owned(), print })
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
    let print: Printer = Box::new(move |_| Ok(session_minutes::render(&minutes, &head)?));
    Prepared { version: 1, missing: Vec::new(), state: "à jour".to_owned(), print }
}
