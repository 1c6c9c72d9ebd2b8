//! What a sending looks at, paper by paper, and what is known of the list of papers.

use domain::dossier::{Dossier, Requirement};
use domain::paper::KeptPaper;
use domain::settings::Settings;
use domain::supporting_document::{Checklist, ChecklistLine, DocumentStage};
use domain::words::{counted, given_of, lowered, spaced};
use store::Reader;

use crate::decisions::{ReadyItem, ready_from_the_call};
use crate::facts::lender_name;
use app::caller::Moment;
use app::failure::Failure;

/// The line of the papers in the list of what a sending looks at, and the paper that asks for them.
const DOCUMENTS: &str = "documents";
const LIST: &str = "documents_list";

/// More papers than these are counted in one line.
const NAMED: usize = 3;

/// The papers of a dossier: those that went out of the office, those that are asked for.
pub(super) struct Papers<'d> {
    pub(super) out: &'d [KeptPaper],
    pub(super) checklist: Checklist<'d>,
}

/// What a sending looks at: the list of the act itself, each paper that lacks by its name.
pub(super) fn lacking(
    reader: &Reader<'_>,
    dossier: &Dossier,
    settings: &Settings,
    papers: &Papers<'_>,
    moment: &Moment,
) -> Result<Vec<Requirement>, Failure> {
    let items = ready_from_the_call(reader, dossier, settings, papers.out, moment)?;
    // Who follows the dossier is known of all of them: it is looked at only where it lacks.
    let items = items.into_iter().filter(|item| !item.done || item.key != "lead_advisor");
    let requirements = items.flat_map(|item| {
        if item.key == DOCUMENTS && !item.done { documents(&papers.checklist) } else { vec![requirement(item)] }
    });
    Ok(requirements.collect())
}

fn requirement(item: ReadyItem) -> Requirement {
    let ReadyItem { key, label, note, done, must, .. } = item;
    let plain = match key.as_str() {
        "lead_advisor" => "Référent unique",
        "purpose" => "Objet",
        "credit_exclusion" => "Accès au crédit ordinaire",
        "budget" => "Budget",
        "financing_plan" => "Plan de financement",
        "interview" => "Entretien",
        "criteria" => "Critères",
        "orientation" => "Décision d’envoyer",
        "reserve" if !done => "Réserve à lever",
        DOCUMENTS => "Papiers",
        _ => &label,
    };
    // Of a plan that balances, its cost says enough.
    let (cost, _) = note.split_once(" = ").unwrap_or((&note, ""));
    let note = if done && key == "financing_plan" { format!("à l’équilibre, {cost}") } else { note.clone() };
    Requirement { label: spaced(plain), note: spaced(&note), key, done, must }
}

/// The papers that lack before the sending, named while they are few.
fn documents(checklist: &Checklist<'_>) -> Vec<Requirement> {
    let lacks: Vec<_> = checklist.of(DocumentStage::Assessment).filter(|line| line.lacks()).collect();
    let line = |key: String, label: String, note: &str| Requirement {
        key,
        label: spaced(&label),
        note: spaced(note),
        done: false,
        must: false,
    };
    if lacks.len() > NAMED {
        let label = counted(lacks.len(), "papier à recevoir", "papiers à recevoir");
        let here = lacks.iter().filter(|line| !line.document.is_brought()).count();
        let here = if here > 0 { format!("dont {here} à préparer ici ; ") } else { String::new() };
        return vec![line(DOCUMENTS.to_owned(), label, &format!("{here}partiront « à venir »"))];
    }
    let named = |lack: &&ChecklistLine<'_>| {
        let part = if lack.part.is_empty() { String::new() } else { format!(", {}", lack.part) };
        let label = format!("{}{part}", lack.document.label);
        let known = lack
            .partial
            .map(given_of)
            .or_else(|| lack.state.map(|state| lowered(domain::words::Labelled::label(state))));
        line(
            format!("document {}", lack.document.key.as_str()),
            label,
            &known.unwrap_or_else(|| "à demander".to_owned()),
        )
    };
    lacks.iter().map(named).collect()
}

/// The lender of the next sending.
pub(super) fn bank_named(dossier: &Dossier, settings: &Settings) -> String {
    dossier.simulation.lender.as_ref().map(|key| lender_name(key, settings)).unwrap_or_default()
}

/// How many papers the list of what to bring asks for.
pub(super) fn to_bring(checklist: &Checklist<'_>) -> usize {
    checklist.of(DocumentStage::Assessment).filter(|line| line.is_asked()).count()
}

/// Whether the list of papers went out, or a paper was asked for or came.
pub(super) fn list_given(papers: &Papers<'_>) -> bool {
    let printed = papers.out.iter().any(|paper| paper.paper.as_str() == LIST);
    printed || papers.checklist.lines.iter().any(|line| line.state.is_some())
}
