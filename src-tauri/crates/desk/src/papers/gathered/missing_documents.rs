//! The facts of the list of documents that lack: those of the moment, required and not there as they should be.

use chrono::NaiveDate;
use documents::papers::missing_documents::{MissingDocument, MissingDocuments, render};
use domain::dossier::{DocumentState, Dossier};
use domain::supporting_document::ChecklistLine;
use domain::words::{Labelled, counted, hour, long_date, lowered, spaced, weekday_name};

use super::{NotYet, Prepared, Subject};
use crate::checklist::is_open;
use crate::dossiers::RoomKey;
use crate::failure::Failure;

pub(super) fn prepare(subject: &Subject<'_>) -> Result<Result<Prepared, NotYet>, Failure> {
    let Subject { dossier, settings, moment, .. } = *subject;
    let rules = settings.at(moment.today);
    let list = dossier.checklist(&rules);
    let lacking = || list.lines.iter().filter(|line| line.lacks() && is_open(line.document.stage, dossier));
    let count = lacking().count();
    if count == 0 {
        return Ok(Err(NotYet {
            state: "aucune pièce ne manque",
            sentence: "Aucune pièce ne manque : il n’y a rien à rappeler.",
            remedy: "Ouvrez Pièces pour revoir la liste.",
            room: RoomKey::Attachments,
        }));
    }
    let (again, lacking): (Vec<_>, Vec<_>) = lacking().partition(|line| came(line));
    let missing = MissingDocuments {
        reference: dossier.reference.clone(),
        printed_on: moment.today,
        person: dossier.person.clone(),
        is_first: list.lines.iter().all(|line| line.state.is_none_or(not_yet)),
        appointment: appointment(dossier, moment.today),
        again: again.into_iter().map(shown).collect(),
        lacking: lacking.into_iter().map(shown).collect(),
    };
    let head = subject.head.clone();
    Ok(Ok(Prepared {
        version: 1,
        missing: Vec::new(),
        state: format!("prête : {}", counted(count, "pièce", "pièces")),
        print: Box::new(move |_| Ok(render(&missing, &head)?)),
    }))
}

/// The appointment to come, as the person reads it.
fn appointment(dossier: &Dossier, today: NaiveDate) -> Option<String> {
    let (_, agreed) = dossier.facts.course().appointment.filter(|(_, agreed)| agreed.on >= today)?;
    let at = agreed.at.map(|at| format!(" à {}", hour(at))).unwrap_or_default();
    let place = if agreed.place.is_empty() { String::new() } else { format!(", {}", agreed.place) };
    Some(spaced(&format!("{} {}{at}{place}", weekday_name(agreed.on), long_date(agreed.on))))
}

/// Whether nothing of it came yet.
fn not_yet(state: DocumentState) -> bool {
    match state {
        DocumentState::Requested | DocumentState::Missing | DocumentState::NotNeeded => true,
        DocumentState::Received
        | DocumentState::Checked
        | DocumentState::Incomplete
        | DocumentState::Outdated
        | DocumentState::Unsuitable
        | DocumentState::Unreadable => false,
    }
}

/// Whether it came once and is not right.
fn came(line: &ChecklistLine<'_>) -> bool {
    line.state.is_some_and(|state| match state {
        DocumentState::Incomplete | DocumentState::Outdated | DocumentState::Unsuitable | DocumentState::Unreadable => {
            true
        }
        DocumentState::Requested
        | DocumentState::Received
        | DocumentState::Checked
        | DocumentState::Missing
        | DocumentState::NotNeeded => false,
    })
}

fn shown(line: &ChecklistLine<'_>) -> MissingDocument {
    let label = match line.part.is_empty() {
        true => line.document.label.clone(),
        false => format!("{}, {}", line.document.label, line.part),
    };
    let reason = line.noted.map(|(_, noted)| noted.reason.to_string()).unwrap_or_default();
    let word = line.state.map(|state| lowered(state.label())).unwrap_or_default();
    let over = line.valid_until.filter(|_| line.state == Some(DocumentState::Outdated));
    let wrong = match over {
        Some(day) => format!("périmée le {}", long_date(day)),
        None if reason.is_empty() => word,
        None => format!("{word} : {reason}"),
    };
    MissingDocument {
        label,
        detail: line.document.detail.clone().unwrap_or_default(),
        wrong,
        where_to_get: line.document.where_to_get.clone().unwrap_or_default(),
    }
}
