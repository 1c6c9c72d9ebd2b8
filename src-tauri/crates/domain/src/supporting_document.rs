//! The supporting documents a request calls for.
//!
//! Each document says in its condition when it is needed: always, for a purpose, for a
//! line of the budget, for a situation. What is not known is neither yes nor no, and
//! spreads: a document is asked for only when its condition is true (*Un coup de pouce
//! pour le microcrédit personnel*, la constitution du dossier).

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::dossier::{Dossier, FactKind};
use crate::eligibility::YES;
use crate::household::Link;
use crate::settings::{ListKey, Lists, RulesAt, entry};
use crate::words::{counted, is_given_by_phone};

/// Whether the papers of the seller and of the vehicle are there.
pub(crate) const SELLER_PAPERS: &str = "seller_papers_received";

mod checklist;
mod months;
mod place;
mod proof;

pub use checklist::{Checklist, ChecklistLine, PaperPile};
pub use place::{PlaceProposed, PlaceReason};
pub use proof::{LineProof, line_proof};

/// One document and when it is needed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SupportingDocument {
    /// Its stable key.
    pub key: ListKey,
    /// What people read.
    pub label: String,
    /// How it has to be: « recto et verso, en cours de validité ».
    #[serde(default)]
    pub detail: Option<String>,
    /// The words by which the name of a file says that it is this one, without accents: « cni », « avis d impot ».
    #[serde(default)]
    pub words: Vec<String>,
    /// When it is needed.
    pub required_when: Condition,
    /// Its place in the file of the bank: an entry of the sections of documents.
    pub section: ListKey,
    /// When it is asked for.
    pub stage: DocumentStage,
    /// Whether it lacks when it is not there.
    pub level: DocumentLevel,
    /// How many there are: one for each borrower, account, quote…
    pub per: DocumentPer,
    /// How many files make it whole: the three last statements.
    #[serde(default = "one")]
    pub count: u32,
    /// Whether it is asked for « selon votre situation » as long as what is known does not tell that it is needless.
    #[serde(default)]
    pub usual: bool,
    /// Whether a vehicle chosen after an agreement in principle is neither signed for nor paid without it.
    #[serde(default)]
    pub needed_to_sign: bool,
    /// Its heading in the list handed to the person: an entry of the headings of what to bring.
    pub bring_section: ListKey,
    /// What its last day is counted from.
    pub validity_basis: ValidityBasis,
    /// The months it holds from the day written on it.
    #[serde(default)]
    pub validity_months: Option<u32>,
    /// The days it holds from the day written on it.
    #[serde(default)]
    pub validity_days: Option<u32>,
    /// Where the person finds it.
    #[serde(default)]
    pub where_to_get: Option<String>,
    /// Advice for the adviser.
    #[serde(default)]
    pub help: Option<String>,
    /// No longer asked for.
    #[serde(default)]
    pub retired: bool,
}

fn one() -> u32 {
    1
}

impl SupportingDocument {
    /// A document of which nothing is said yet: asked of every request before it is sent, one for the dossier, handed
    /// under the heading of its section.
    #[must_use]
    pub fn blank(key: ListKey, section: ListKey) -> Self {
        Self {
            key,
            label: String::new(),
            detail: None,
            words: Vec::new(),
            required_when: Condition::All { all: Vec::new() },
            bring_section: section.clone(),
            section,
            stage: DocumentStage::Assessment,
            level: DocumentLevel::Required,
            per: DocumentPer::Dossier,
            count: one(),
            usual: false,
            needed_to_sign: false,
            validity_basis: ValidityBasis::None,
            validity_months: None,
            validity_days: None,
            where_to_get: None,
            help: None,
            retired: false,
        }
    }
}

/// The heading of what is not asked of the person: the office makes it, has it signed or gets it from the bank.
const NOT_BROUGHT: &str = "none";

impl SupportingDocument {
    /// Whether the person brings it.
    #[must_use]
    pub fn is_brought(&self) -> bool {
        self.bring_section.as_str() != NOT_BROUGHT
    }

    /// How it has to be, in words for the person: its detail; without one, how old it may be: `moins de 3 mois`.
    #[must_use]
    pub fn how(&self) -> Option<String> {
        let age = |months| format!("moins de {}", counted(months, "mois", "mois"));
        self.detail.clone().or_else(|| self.validity_months.map(age))
    }
}

vocabulary! {
    /// When a supporting document is asked for.
    pub enum DocumentStage {
        Assessment => "assessment", "Avant la transmission";
        Agreement => "agreement", "Après l’accord de principe";
        Signature => "signature", "À la signature";
        Loan => "loan", "Pendant le prêt";
        End => "end", "À la fin du prêt";
    }
}

/// Whether a document that is not there lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentLevel {
    /// It lacks until it is there.
    Required,
    /// It is welcome; it never lacks.
    IfAvailable,
}

/// Of what there is one document each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each one is the thing of that name")]
pub enum DocumentPer {
    Borrower,
    Household,
    Earner,
    Account,
    Credit,
    Debt,
    Vehicle,
    Quote,
    Dossier,
}

/// What the last day of a document is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ValidityBasis {
    /// It does not grow old.
    None,
    /// The day written on it.
    IssueDate,
    /// The last day written on it.
    ExpiryDate,
}

/// When something holds, in terms of facts that may be unknown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Condition {
    /// Every one of them; none at all always holds.
    All {
        /// The conditions.
        all: Vec<Condition>,
    },
    /// One of them; none at all never holds.
    Any {
        /// The conditions.
        any: Vec<Condition>,
    },
    /// The opposite.
    Not {
        /// The condition.
        not: Box<Condition>,
    },
    /// A fact has one of these values.
    Is {
        /// The fact.
        fact: String,
        /// The values.
        #[serde(rename = "in")]
        within: Vec<String>,
    },
    /// A fact is true.
    Holds {
        /// The fact.
        fact: String,
    },
}

/// What is known of a dossier, in the words conditions are written in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    truths: BTreeMap<String, bool>,
    values: BTreeMap<String, String>,
}

impl Condition {
    /// Whether it holds; nothing when what is known does not tell.
    #[must_use]
    pub fn holds(&self, known: &Known) -> Option<bool> {
        match self {
            Self::All { all } => together(all.iter().map(|one| one.holds(known)), false),
            Self::Any { any } => together(any.iter().map(|one| one.holds(known)), true),
            Self::Not { not } => not.holds(known).map(|holds| !holds),
            Self::Is { fact, within } => known.values.get(fact).map(|value| within.contains(value)),
            Self::Holds { fact } => known.truths.get(fact).copied(),
        }
    }
}

/// One answer that decides is enough; without it an unknown one leaves the whole unknown.
fn together(answers: impl Iterator<Item = Option<bool>>, deciding: bool) -> Option<bool> {
    let mut whole = Some(!deciding);
    for answer in answers {
        match answer {
            Some(answer) if answer == deciding => return Some(deciding),
            Some(_) => {}
            None => whole = None,
        }
    }
    whole
}

impl Known {
    /// Says whether a fact is true.
    #[must_use]
    pub fn with(mut self, fact: &str, holds: bool) -> Self {
        self.truths.insert(fact.to_owned(), holds);
        self
    }

    /// Gives the value of a fact.
    #[must_use]
    pub fn valued(mut self, fact: &str, value: &str) -> Self {
        self.values.insert(fact.to_owned(), value.to_owned());
        self
    }

    /// Whether a fact is true; nothing when it is not known.
    #[must_use]
    pub fn truth(&self, fact: &str) -> Option<bool> {
        self.truths.get(fact).copied()
    }

    /// Says whether a fact is true, or that it is not known.
    pub(crate) fn set_truth(&mut self, fact: &str, holds: Option<bool>) {
        match holds {
            Some(holds) => self.truths.insert(fact.to_owned(), holds),
            None => self.truths.remove(fact),
        };
    }

    /// Gives the value of a fact, or says that it is not known.
    pub(crate) fn set_value(&mut self, fact: &str, value: Option<&str>) {
        match value {
            Some(value) => self.values.insert(fact.to_owned(), value.to_owned()),
            None => self.values.remove(fact),
        };
    }
}

impl Dossier {
    /// What is known of it, in the words of conditions: the person, the request, the budget, the answers.
    #[must_use]
    pub fn known(&self, rules: &RulesAt<'_>) -> Known {
        let mut known = self.known_by_answers(rules.lists);
        let lacking = self.unsigned_without(&known, rules);
        let received = match lacking.iter().any(|(_, wanted)| *wanted == Some(true)) {
            true => Some(false),
            false => lacking.is_empty().then_some(true),
        };
        known.set_truth(SELLER_PAPERS, received);
        known
    }

    fn known_by_answers(&self, lists: &Lists) -> Known {
        let mut known = Known::default().with("has_dependent_children", self.has_dependent_children());
        for fact in lists.facts.iter().filter(|fact| !fact.derived) {
            let answer = self.answer(fact, lists);
            match fact.values.is_empty() {
                true => known.set_truth(fact.key.as_str(), answer.map(|answer| answer == YES)),
                false => known.set_value(fact.key.as_str(), answer),
            }
        }
        let chosen = [
            ("family_situation", &self.person.family_situation),
            ("housing_status", &self.person.housing),
            ("employment_status", &self.person.employment),
            ("sub_purpose", &self.facts.request().purpose),
        ];
        for (fact, key) in chosen {
            if let Some(key) = key {
                known = known.valued(fact, key.as_str());
            }
        }
        let purpose = self.facts.request().purpose.as_ref().and_then(|key| entry(&lists.purposes, key).ok());
        known.set_truth("agreement_in_principle_given", Some(self.agreed_in_principle()));
        if let Some(category) = purpose.and_then(|purpose| purpose.group.as_ref()) {
            known = known.valued("purpose", category.as_str());
        }
        let is_check_fact = |fact: &str| lists.facts.iter().any(|own| own.key.as_str() == fact);
        let of_budget = lists.screening.feeds.values().flatten().filter(|feed| !is_check_fact(&feed.fact));
        for feed in of_budget {
            known.set_truth(&feed.fact, self.phone_answer(&feed.fact, lists).map(|answer| answer == YES));
        }
        // A budget that was entered tells what is not in it too, once no total of the phone is left to confirm in it.
        let Some(budget) = self.budget.as_ref().filter(|budget| !budget.lines.is_empty()) else { return known };
        let said: BTreeSet<&str> = budget
            .lines
            .iter()
            .filter(|line| !line.amount.is_zero())
            .filter_map(|line| lists.budget_entries.get(&line.entry))
            .flat_map(|entry| entry.sets_facts.iter().map(String::as_str))
            .collect();
        let all = lists.budget_entries.values().flat_map(|entry| entry.sets_facts.iter());
        let is_whole = !budget.lines.iter().any(|line| is_given_by_phone(&line.comment));
        let told = all.filter(|fact| is_whole || said.contains(fact.as_str()));
        told.fold(known, |known, fact| known.with(fact, said.contains(fact.as_str())))
    }

    fn agreed_in_principle(&self) -> bool {
        self.facts.standing().any(|row| row.fact.kind() == FactKind::AgreedInPrinciple)
    }

    fn has_dependent_children(&self) -> bool {
        self.household.members().iter().any(|member| matches!(member.link, Link::Child | Link::ChildShared))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is(fact: &str) -> Condition {
        Condition::Holds { fact: fact.to_owned() }
    }

    #[test]
    fn what_is_not_known_is_neither_yes_nor_no() {
        let known = Known::default().with("yes", true).with("no", false).valued("purpose", "health");
        let check = |condition: Condition, expected| assert_eq!(condition.holds(&known), expected, "{condition:?}");
        let all = |all: Vec<Condition>| Condition::All { all };
        let any = |any: Vec<Condition>| Condition::Any { any };
        check(all(vec![]), Some(true));
        check(any(vec![]), Some(false));
        check(is("unknown"), None);
        check(all(vec![is("yes"), is("unknown")]), None);
        check(all(vec![is("no"), is("unknown")]), Some(false));
        check(any(vec![is("unknown"), is("yes")]), Some(true));
        check(any(vec![is("no"), is("unknown")]), None);
        check(Condition::Not { not: Box::new(is("unknown")) }, None);
        let purpose = |value: &str| Condition::Is { fact: "purpose".to_owned(), within: vec![value.to_owned()] };
        check(purpose("health"), Some(true));
        check(purpose("mobility"), Some(false));
        check(Condition::Is { fact: "housing".to_owned(), within: Vec::new() }, None);
    }
}
