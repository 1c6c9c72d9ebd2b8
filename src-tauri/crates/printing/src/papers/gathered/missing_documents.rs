//! The facts of the list of documents that lack: those of the moment, required and not there as they should be.

use documents::papers::missing_documents::{MissingDocument, MissingDocuments, render};
use domain::dossier::DocumentState;
use domain::supporting_document::{ChecklistLine, DocumentStage};
use domain::words::{Labelled, counted, given_of, long_date, lowered};

use super::letters::coming_words;
use super::{NotYet, Prepared, Subject};
use app::failure::Failure;
use casework::checklist::{asked_now, is_asked_at};
use casework::dossiers::RoomKey;

pub(super) fn prepare(subject: &Subject<'_>) -> Result<Result<Prepared, NotYet>, Failure> {
    let Subject { dossier, settings, moment, .. } = *subject;
    let rules = settings.at(moment.today);
    let Some(stage) = asked_now(dossier) else {
        return Ok(Err(NotYet {
            state: "le dossier est clos",
            sentence: "Le dossier est clos : il n’y a plus de pièce à demander.",
            remedy: "Ouvrez Pièces pour revoir celles qui sont venues.",
            room: RoomKey::Attachments,
        }));
    };
    let list = dossier.checklist(&rules);
    let asked = || list.lines.iter().filter(|line| is_asked_at(line.document.stage, stage));
    let with_us = asked().filter(|line| line.lacks() && !line.document.is_brought());
    let with_us = with_us.map(|line| lowered(&line.named())).collect();
    let lacking = || asked().filter(|line| line.is_to_bring());
    let count = lacking().count();
    if count == 0 {
        return Ok(Err(none_left(stage)));
    }
    let (again, lacking): (Vec<_>, Vec<_>) = lacking().partition(|line| came(line));
    let missing = MissingDocuments {
        reference: dossier.reference.clone(),
        printed_on: moment.today,
        borrowers: dossier.borrowers(),
        stage,
        is_sent: dossier.facts.course().current().is_some(),
        is_first: asked().all(|line| line.state.is_none_or(not_yet)),
        appointment: coming_words(subject).map(
            |(when, place)| {
                if place.is_empty() { when } else { format!("{when}, {place}") }
            },
        ),
        again: again.into_iter().map(shown).collect(),
        lacking: lacking.into_iter().map(shown).collect(),
        with_us,
    };
    let head = subject.head.clone();
    Ok(Ok(Prepared {
        version: 1,
        missing: Vec::new(),
        state: format!("prête : {}", counted(count, "pièce", "pièces")),
        print: Box::new(move |_| Ok(render(&missing, &head)?)),
    }))
}

/// Nothing of this moment is to be brought; what an earlier one lacks was sent as missing, and is no longer asked for.
fn none_left(stage: DocumentStage) -> NotYet {
    let (state, sentence) = match stage {
        DocumentStage::Assessment => (
            "aucune pièce à rappeler avant l’envoi",
            "Aucune pièce d’avant la transmission n’est à rappeler à la personne.",
        ),
        DocumentStage::Agreement | DocumentStage::Signature => (
            "aucune pièce à rappeler pour la signature",
            "Aucune pièce demandée depuis l’accord n’est à rappeler. Celles d’avant ne se demandent plus.",
        ),
        DocumentStage::Loan | DocumentStage::End => (
            "aucune pièce à rappeler pendant le prêt",
            "Aucune pièce demandée pendant le prêt n’est à rappeler. Celles d’avant ne se demandent plus.",
        ),
    };
    NotYet { state, sentence, remedy: "Ouvrez Pièces pour revoir toute la liste.", room: RoomKey::Attachments }
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
    let reason = match line.partial {
        Some(partial) => given_of(partial),
        None => line.noted_by_hand().map(|noted| noted.reason.to_string()).unwrap_or_default(),
    };
    let word = line.state.map(|state| lowered(state.label())).unwrap_or_default();
    let over = line.valid_until.filter(|_| line.state == Some(DocumentState::Outdated));
    let wrong = match over {
        Some(day) => format!("périmée le {}", long_date(day)),
        None if reason.is_empty() => word,
        None => format!("{word} : {reason}"),
    };
    MissingDocument {
        code: line.code(),
        label: line.named(),
        detail: line.asked_detail(),
        wrong,
        where_to_get: line.document.where_to_get.clone().unwrap_or_default(),
    }
}
