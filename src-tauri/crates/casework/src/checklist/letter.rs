//! The one paper that asks the person for what lacks.

use domain::dossier::{DocumentState, Dossier};
use domain::settings::Settings;
use domain::supporting_document::{ChecklistLine, DocumentStage};
use domain::words::{counted, spaced};
use serde::Serialize;
use ts_rs::TS;

use super::view::{asked_now, is_asked_at, is_open};
use app::caller::Moment;

/// The paper that tells what to bring.
const TO_BRING: &str = "documents_list";
/// The paper that tells what lacks.
pub(super) const MISSING: &str = "missing_documents";

/// One paper at three moments: what to bring, then what lacks, then the reminder of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PaperToAsk {
    /// The key of the paper.
    pub paper: String,
    /// `Lettre de rappel, 3 papiers`.
    pub label: String,
}

/// The list while nothing came, then what lacks, which is a reminder once it was given.
pub(super) fn letter(dossier: &Dossier, settings: &Settings, is_given: bool, moment: &Moment) -> Option<PaperToAsk> {
    let rules = settings.at(moment.today);
    let list = dossier.checklist(&rules);
    let is_asked = |line: &&ChecklistLine<'_>| {
        let stage = line.document.stage;
        line.is_to_bring() && is_open(stage, dossier) && asked_now(dossier).is_some_and(|now| is_asked_at(stage, now))
    };
    let asked: Vec<&ChecklistLine<'_>> = list.lines.iter().filter(is_asked).collect();
    let doubts = asked.iter().filter(|line| line.is_in_doubt()).count();
    let sure = asked.len().saturating_sub(doubts);
    let came = list.lines.iter().any(|line| line.state.is_some_and(|state| state != DocumentState::Requested));
    let is_begun = came || asked_now(dossier) != Some(DocumentStage::Assessment);
    let (paper, title) = match (is_begun, is_given) {
        (false, false) => (TO_BRING, "Liste à apporter"),
        (true, false) => (MISSING, "Ce qui manque"),
        (true | false, true) => (MISSING, "Lettre de rappel"),
    };
    let doubtful = if doubts > 0 { format!(" et {doubts} selon la situation") } else { String::new() };
    let label = format!("{title}, {}{doubtful}", counted(sure, "papier", "papiers"));
    (!asked.is_empty()).then(|| PaperToAsk { paper: paper.to_owned(), label: spaced(&label) })
}
