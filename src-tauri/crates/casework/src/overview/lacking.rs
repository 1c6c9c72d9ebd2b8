//! What a sending looks at, paper by paper, and what is known of the list of papers.

use domain::dossier::Dossier;
use domain::dossier::Looked;
use domain::paper::KeptPaper;
use domain::settings::{RulesAt, Settings};
use domain::supporting_document::{Checklist, ChecklistLine, DocumentStage};
use domain::words::{counted, given_of, lowered, spaced};
use store::Reader;

use crate::checklist::{is_asked_at, is_brought};
use crate::decisions::{ReadyItem, ready_from_the_call};
use crate::facts::lender_name;
use app::caller::Moment;
use app::failure::Failure;

/// The line of the papers in the list of what a sending looks at, and the paper that asks for them.
const DOCUMENTS: &str = "documents";
const LIST: &str = "documents_list";

/// More papers than these are counted in one line.
const NAMED: usize = 3;

/// What a sending looks at: the list of the act itself, each paper that lacks by its name.
pub(super) fn lacking(
    reader: &Reader<'_>,
    dossier: &Dossier,
    settings: &Settings,
    papers: &[KeptPaper],
    moment: &Moment,
) -> Result<Vec<Looked>, Failure> {
    let items = ready_from_the_call(reader, dossier, settings, papers, moment)?;
    let rules = settings.at(moment.today);
    let checklist = dossier.checklist(&rules);
    let looked = items.into_iter().flat_map(|item| {
        if item.key == DOCUMENTS && !item.done { documents(&checklist) } else { vec![looked(item)] }
    });
    Ok(looked.collect())
}

fn looked(item: ReadyItem) -> Looked {
    let ReadyItem { key, label, note, done, must, .. } = item;
    Looked { key, label, note, done, must }
}

/// The papers that lack before the sending, named while they are few.
fn documents(checklist: &Checklist<'_>) -> Vec<Looked> {
    let lacks: Vec<_> = checklist.of(DocumentStage::Assessment).filter(|line| line.lacks()).collect();
    let line = |key: String, label: String, note: &str| Looked {
        key,
        label: spaced(&label),
        note: spaced(note),
        done: false,
        must: false,
    };
    if lacks.len() > NAMED {
        let label = counted(lacks.len(), "papier à recevoir", "papiers à recevoir");
        return vec![line(DOCUMENTS.to_owned(), label, "partiront « à venir »")];
    }
    let named = |lack: &&ChecklistLine<'_>| {
        let part = if lack.part.is_empty() { String::new() } else { format!(", {}", lack.part) };
        let label = format!("{}{part}", lack.document.label);
        let known = lack.partial.map(given_of).or_else(|| lack.state.map(|state| lowered(domain::words::Labelled::label(state))));
        line(format!("document {}", lack.document.key.as_str()), label, &known.unwrap_or_else(|| "à demander".to_owned()))
    };
    lacks.iter().map(named).collect()
}

/// The lender of the next sending.
pub(super) fn bank_named(dossier: &Dossier, settings: &Settings) -> String {
    dossier.simulation.lender.as_ref().map(|key| lender_name(key, settings)).unwrap_or_default()
}

/// How many papers the person brings for the sending to be studied.
pub(super) fn to_bring(dossier: &Dossier, rules: &RulesAt<'_>) -> usize {
    let list = dossier.checklist(rules);
    let asked = |line: &&ChecklistLine<'_>| is_asked_at(line.document.stage, DocumentStage::Assessment);
    let lacks = |line: &&ChecklistLine<'_>| line.lacks() || line.is_in_doubt();
    list.lines.iter().filter(asked).filter(lacks).filter(|line| is_brought(line)).count()
}

/// Whether the list of papers went out, or a paper was asked for or came.
pub(super) fn list_given(dossier: &Dossier, rules: &RulesAt<'_>, papers: &[KeptPaper]) -> bool {
    let printed = papers.iter().any(|paper| paper.paper.as_str() == LIST);
    printed || dossier.checklist(rules).lines.iter().any(|line| line.state.is_some())
}
