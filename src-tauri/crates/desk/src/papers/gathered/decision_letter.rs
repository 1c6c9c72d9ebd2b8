//! The facts of the letter that tells a person what was decided of their request.

use documents::papers::decision_letter::{Decided, DecisionLetter, render};
use domain::committee::SessionKind;
use domain::dossier::{Appointment, Direction, Dossier, Fact, FactKind, Orientation, Precision};
use domain::settings::{Settings, entry};
use domain::words::{self, day_name};

use super::support_charter::lender;
use super::{Missing, NotYet, Prepared, Subject};
use crate::dossiers::RoomKey;
use crate::failure::Failure;
use crate::sessions::asked;

pub(super) fn prepare(subject: &Subject<'_>) -> Result<Result<Prepared, NotYet>, Failure> {
    let course = subject.dossier.facts.course();
    let Some((_, orientation)) = course.orientations.last().copied() else {
        return Ok(Err(NotYet {
            state: "après la décision",
            sentence: "Cette lettre dit une décision : aucune n’est encore notée.",
            remedy: "Notez-la dans Décisions, ou à la séance qui examine le dossier.",
            room: RoomKey::Decisions,
        }));
    };
    let letter = letter(subject, orientation);
    let lacks = letter.person.address.is_empty();
    let missing = lacks.then(|| Missing::of("adresse de la personne", Some(RoomKey::Person))).into_iter().collect();
    let head = subject.head.clone();
    Ok(Ok(Prepared {
        version: 1,
        missing,
        state: "prête à signer".to_owned(),
        print: Box::new(move || Ok(render(&letter, &head)?)),
    }))
}

fn letter(subject: &Subject<'_>, orientation: &Orientation) -> DecisionLetter {
    let dossier = subject.dossier;
    let request = dossier.facts.request();
    let received = dossier.facts.standing().find(|row| row.fact.kind() == FactKind::RequestReceived);
    let by_day = received.is_some_and(|row| row.precision == Precision::Day);
    DecisionLetter {
        reference: dossier.reference.clone(),
        printed_on: subject.moment.today,
        person: dossier.person.clone(),
        asked_on: by_day.then_some(request.received_on),
        amount: asked(dossier),
        project: request.project.to_string(),
        decided_on: orientation.decided_on,
        decided_by: SessionKind::of_mode(&orientation.mode),
        decided: decided(subject, orientation),
        reason: orientation.reason.to_string(),
        conditions: orientation.conditions.to_string(),
        appointment: dossier.facts.course().appointment.map(|(_, set)| appointed(set)).unwrap_or_default(),
    }
}

fn decided(subject: &Subject<'_>, orientation: &Orientation) -> Decided {
    let course = subject.dossier.facts.course();
    match orientation.direction {
        Direction::Submit if granted_there(subject.dossier, orientation) => Decided::Granted,
        Direction::Submit => {
            let rules = subject.settings.at(orientation.decided_on);
            let at = lender(subject, &course, &rules);
            Decided::ToLender(at.map(|at| at.lender.name.to_string()).unwrap_or_default())
        }
        Direction::Redirect => Decided::Elsewhere(solutions(orientation, subject.settings)),
        Direction::Inadmissible => Decided::Inadmissible,
    }
}

/// Whether those who decided granted it at once.
fn granted_there(dossier: &Dossier, orientation: &Orientation) -> bool {
    orientation.session.is_some()
        && dossier.facts.standing().any(|row| {
            let Fact::Approved(approval) = &row.fact else { return false };
            approval.on == orientation.decided_on
        })
}

/// Each solution by its name, and whom to see.
fn solutions(orientation: &Orientation, settings: &Settings) -> Vec<String> {
    let list = &settings.lists.redirections;
    let named = orientation.solutions.iter().filter_map(|key| entry(list, key).ok());
    let mut named: Vec<String> = named.map(|entry| entry.label.clone()).collect();
    if !orientation.where_to.is_empty() {
        named.push(format!("À voir : {}", orientation.where_to));
    }
    named
}

/// `le mardi 24 novembre 2026 à 10 h, au CCAS`.
fn appointed(set: &Appointment) -> String {
    let day = format!("le {} {}", day_name(set.on), set.on.format("%Y"));
    let at = set.at.map(|at| format!(" à {}", words::hour(at))).unwrap_or_default();
    format!("{day}{at}")
}
