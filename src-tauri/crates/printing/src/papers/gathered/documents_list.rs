//! The facts of the list of what to bring: what the situation and the lender call for before the request is sent.

use documents::papers::documents_list::{DocumentToBring, DocumentsList, render};
use domain::dossier::{Answer, Course, Dossier};
use domain::settings::{ListEntry, RulesAt};
use domain::supporting_document::{ChecklistLine, DocumentStage};
use domain::words::{counted, lowered};

use super::letters::coming_words;
use super::support_charter::lender;
use super::{NotYet, Prepared, Subject};
use app::failure::Failure;
use casework::dossiers::RoomKey;

pub(super) fn prepare(subject: &Subject<'_>) -> Result<Result<Prepared, NotYet>, Failure> {
    let Subject { dossier, settings, moment, .. } = *subject;
    let course = dossier.facts.course();
    if course.contract.is_some() || course.closed.is_some() {
        return Ok(Err(NotYet {
            state: "la demande n’est plus à étudier",
            sentence: "Cette liste prépare l’étude de la demande : elle n’est plus à étudier.",
            remedy: "La liste des pièces manquantes dit ce qui est encore attendu.",
            room: RoomKey::Attachments,
        }));
    }
    let rules = settings.at(moment.today);
    let sections = sections(subject, &rules);
    let count = sections.iter().map(|(_, documents)| documents.len()).fold(0, usize::saturating_add);
    let list = DocumentsList {
        reference: dossier.reference.clone(),
        printed_on: moment.today,
        borrowers: dossier.borrowers(),
        lender: asked_lender(dossier, &course, &rules),
        appointment: coming_words(subject),
        sections,
        never: rules.lists.never_requested.iter().map(|one| lowered(&one.label)).collect(),
    };
    let head = subject.head.clone();
    Ok(Ok(Prepared {
        version: 1,
        missing: Vec::new(),
        state: format!("prête : {}", counted(count, "pièce", "pièces")),
        print: Box::new(move |_| Ok(render(&list, &head)?)),
    }))
}

/// The lender chosen; none once it refused, while no other is.
fn asked_lender(dossier: &Dossier, course: &Course<'_>, rules: &RulesAt<'_>) -> String {
    let last = course.presentations.iter().rev().find(|sent| Some(&sent.submission.lender) == dossier.loan_lender());
    if last.is_some_and(|sent| matches!(sent.answer, Answer::Refused(_))) {
        return String::new();
    }
    lender(dossier, rules).map(|at| at.lender.name.to_string()).unwrap_or_default()
}

/// What is asked of the person to study the request, under its headings.
fn sections(subject: &Subject<'_>, rules: &RulesAt<'_>) -> Vec<(String, Vec<DocumentToBring>)> {
    let list = subject.dossier.checklist(rules);
    let heading = |section: &ListEntry| {
        let lines = list.of(DocumentStage::Assessment);
        let lines = lines.filter(|line| line.document.bring_section == section.key && line.is_asked());
        (section.label.clone(), lines.map(to_bring).collect())
    };
    rules.lists.bring_sections.iter().map(heading).collect()
}

fn to_bring(line: &ChecklistLine<'_>) -> DocumentToBring {
    DocumentToBring {
        code: line.code(),
        label: line.named(),
        detail: line.asked_detail(),
        where_to_get: line.document.where_to_get.clone().unwrap_or_default(),
    }
}
