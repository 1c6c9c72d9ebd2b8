//! What proves a line of the budget, told by the papers as they stand.
//!
//! What a line tells of the household asks for a paper: a wage asks for the pay slips. Worked examples: two slips of three
//! are there, the wage is « 2 papiers sur 3 »; a receipt of October is there and the rent was found to be that of the
//! receipt, it is « papier, octobre »; nothing is there, it is « déclaré ».

use chrono::Datelike;

use super::{Checklist, ChecklistLine, Condition};
use crate::budget::{BudgetLine, Certainty};
use crate::dossier::DocumentState;
use crate::settings::BudgetEntry;
use crate::words::{Labelled, month_name, spaced};

vocabulary! {
    /// How far the papers prove a line of the budget.
    #[derive(Default)]
    pub enum LineProof {
        /// The paper is there, and the amount is its own.
        Proved => "proved";
        /// Something is there, and something is to be done.
        Partial => "partial";
        /// The person said it.
        #[default]
        Said => "said";
    }
}

impl Condition {
    /// Whether it asks for this fact to be true.
    fn asks(&self, fact: &str) -> bool {
        match self {
            Self::All { all: several } | Self::Any { any: several } => several.iter().any(|one| one.asks(fact)),
            Self::Holds { fact: own } => own == fact,
            Self::Not { .. } | Self::Is { .. } => false,
        }
    }
}

impl<'a> Checklist<'a> {
    /// The paper that a line of this kind asks for: of several, the first of the list, that of who has brought it.
    #[must_use]
    pub fn proof_of(&self, entry: &BudgetEntry) -> Option<&ChecklistLine<'a>> {
        let asks =
            |line: &&ChecklistLine<'_>| entry.sets_facts.iter().any(|fact| line.document.required_when.asks(fact));
        let first = self.lines.iter().find(asks)?;
        let same = self.lines.iter().rev().filter(|line| line.document.key == first.document.key);
        same.max_by_key(|line| (line.is_there(), line.files.len()))
    }
}

/// How far a line is proved, and in words: `2 papiers sur 3`, `papier, octobre`, `dit`.
#[must_use]
pub fn line_proof(line: &BudgetLine, paper: Option<&ChecklistLine<'_>>) -> (LineProof, String) {
    let (proof, told) = match (line.certainty, paper.and_then(found)) {
        (_, Some((false, told))) => (LineProof::Partial, told),
        (Certainty::Proved, Some((true, told))) => (LineProof::Proved, told),
        (Certainty::Proved, None) => (LineProof::Proved, Certainty::Proved.label().to_owned()),
        (Certainty::SeenOnStatements, _) => (LineProof::Partial, "relevés".to_owned()),
        (Certainty::Declared, Some((true, _))) => (LineProof::Partial, "papier reçu".to_owned()),
        (Certainty::Declared, None) => (LineProof::Said, "déclaré".to_owned()),
    };
    (proof, spaced(&told))
}

/// Whether a paper is there as it should be, in words; nothing while none came.
fn found(paper: &ChecklistLine<'_>) -> Option<(bool, String)> {
    if let Some((given, of)) = paper.partial {
        return Some((false, format!("{given} papiers sur {of}")));
    }
    let month =
        paper.noted_by_hand().and_then(|noted| noted.issued_on).map(|day| month_name(day.month()).to_lowercase());
    match paper.state? {
        DocumentState::Received | DocumentState::Checked => {
            Some((true, month.map_or_else(|| "papier reçu".to_owned(), |month| format!("papier, {month}"))))
        }
        DocumentState::Outdated => Some((false, "papier périmé".to_owned())),
        DocumentState::Incomplete | DocumentState::Unsuitable | DocumentState::Unreadable => {
            Some((false, "papier à refaire".to_owned()))
        }
        DocumentState::Requested | DocumentState::Missing | DocumentState::NotNeeded => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_condition_asks_for_the_facts_it_wants_true() {
        let holds = |fact: &str| Condition::Holds { fact: fact.to_owned() };
        let any =
            Condition::Any { any: vec![holds("has_salary"), Condition::Not { not: Box::new(holds("has_rent")) }] };
        assert!(any.asks("has_salary"));
        assert!(!any.asks("has_rent"), "what it wants false proves nothing");
        let is = Condition::Is { fact: "housing_status".to_owned(), within: vec!["tenant".to_owned()] };
        assert!(!is.asks("housing_status"));
    }
}
