//! What proves each line of a budget, by the papers as they stand, and how many are proved.

use std::collections::BTreeMap;

use domain::budget::Budget;
use domain::dossier::Dossier;
use domain::settings::RulesAt;
use domain::supporting_document::{LineProof, line_proof};
use domain::words::{counted, spaced};
use serde::Serialize;
use ts_rs::TS;

use super::view::BudgetView;

/// What proves a line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "BudgetLineProof")]
pub struct ProofView {
    /// `proved`, `partial` or `said`.
    pub key: String,
    /// `2 papiers sur 3`, `dit`.
    pub text: String,
}

/// How many lines are proved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "BudgetProved")]
pub struct ProvedView {
    /// `3 lignes sur 11`.
    pub sentence: String,
    /// `2 à compléter, 6 seulement déclarées.`
    pub detail: String,
}

/// Tells each line what proves it, and how many are proved of those that the reste à vivre rests on.
pub(super) fn proved(view: BudgetView, budget: &Budget, dossier: &Dossier, rules: &RulesAt<'_>) -> BudgetView {
    let list = dossier.checklist(rules);
    let mut counts: BTreeMap<LineProof, usize> = BTreeMap::new();
    let mut sections = view.sections;
    // What the reste à vivre leaves out is proved by nothing.
    for section in sections.iter_mut().filter(|section| section.counted) {
        for shown in &mut section.lines {
            let Some(line) = budget.lines.iter().find(|line| line.id == shown.id) else { continue };
            let entry = rules.lists.budget_entries.get(&line.entry);
            let (proof, text) = line_proof(line, entry.and_then(|entry| list.proof_of(entry)));
            let count = counts.entry(proof).or_default();
            *count = count.saturating_add(1);
            shown.proof = ProofView { key: proof.key().to_owned(), text };
        }
    }
    let of = |proof: LineProof| counts.get(&proof).copied().unwrap_or_default();
    let all: usize = counts.values().copied().sum();
    let (partial, said) = (of(LineProof::Partial), of(LineProof::Said));
    let detail = match (partial, said) {
        (0, 0) => String::new(),
        (partial, 0) => format!("{partial} à compléter."),
        (0, said) => format!("{}.", counted(said, "seulement déclarée", "seulement déclarées")),
        (partial, said) => {
            format!("{partial} à compléter, {}.", counted(said, "seulement déclarée", "seulement déclarées"))
        }
    };
    let sentence = format!("{} sur {all}", counted(of(LineProof::Proved), "ligne", "lignes"));
    let proved = (all > 0).then(|| ProvedView { sentence: spaced(&sentence), detail: spaced(&detail) });
    BudgetView { sections, proved, ..view }
}
