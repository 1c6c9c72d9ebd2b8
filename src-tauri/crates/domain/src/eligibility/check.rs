//! What a check is, and the facts it looks at: lists the office is delivered with.
//!
//! A check does not apply when its first condition is false; then it is met, or not, or still to verify. What is
//! not known never meets a rule (*Un coup de pouce pour le microcrédit personnel*, l'évaluation du projet).

use serde::{Deserialize, Serialize};

use crate::settings::ListKey;
use crate::supporting_document::{Condition, Known};

/// What a check stops when it is not met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CheckScope {
    /// The person: no request of theirs may go on.
    Person,
    /// The purpose: another one may go on.
    Purpose,
    /// Nothing by itself.
    None,
}

vocabulary! {
    /// What a check asks for when it is not met.
    pub enum CheckEffect {
        Blocks => "blocks", "Arrête";
        AsksAgreement => "asks_agreement", "Demande un accord";
        AsksAuthorisation => "asks_authorisation", "Demande une autorisation";
        AsksJustification => "asks_justification", "Demande une justification";
        Verify => "verify", "À vérifier";
        Remark => "remark", "Remarque";
    }
}

vocabulary! {
    /// What a check says of a dossier.
    pub enum CheckState {
        NotMet => "not_met", "Non remplie";
        /// What is known does not tell.
        ToVerify => "to_verify", "À vérifier";
        Met => "met", "Remplie";
        NotApplicable => "not_applicable", "Sans objet";
    }
}

/// One rule, and when it is met.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    /// Its stable key.
    pub key: ListKey,
    /// What people read.
    pub label: String,
    /// What is asked.
    pub question: String,
    /// The rule, in a sentence.
    pub rule: String,
    /// What it stops.
    pub scope: CheckScope,
    /// What it asks for.
    pub effect: CheckEffect,
    /// When it concerns a dossier.
    pub applies_when: Condition,
    /// When it is met; never, by what is known alone, when absent.
    #[serde(default)]
    pub met_when: Option<Condition>,
    /// When it is not met; never when absent.
    #[serde(default)]
    pub not_met_when: Option<Condition>,
    /// The facts it looks at, in the order they are read.
    pub facts: Vec<String>,
    /// What is said of it once met, where something is.
    #[serde(default)]
    pub sentence_met: Option<String>,
    /// What is said of it when not met.
    #[serde(default)]
    pub sentence_not_met: Option<String>,
    /// What to do when it stops something.
    #[serde(default)]
    pub remedy: Option<String>,
    /// Nothing is sent to a lender while it applies and is not met.
    #[serde(default)]
    pub forbids_submission: bool,
    /// Nothing is signed while it applies and is not met.
    #[serde(default)]
    pub forbids_signature: bool,
    /// Nothing is signed nor paid while it applies and is not met, unless it is passed over with a reason.
    #[serde(default)]
    pub holds_signature: bool,
    /// Where the rule is told.
    pub source: String,
    /// No longer used.
    #[serde(default)]
    pub retired: bool,
}

/// A fact that checks look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckFact {
    /// Its stable key.
    pub key: ListKey,
    /// What people read.
    pub label: String,
    /// Whether it follows from the dossier and the settings; the adviser answers the others.
    pub derived: bool,
    /// What may be answered; yes or no when empty.
    #[serde(default)]
    pub values: Vec<FactValue>,
    /// What it is until it is answered; unknown when absent.
    #[serde(default)]
    pub when_unset: Option<ListKey>,
    /// When it is worth asking; always when absent.
    #[serde(default)]
    pub asked_when: Option<Condition>,
    /// Advice for the adviser.
    #[serde(default)]
    pub help: Option<String>,
}

/// One answer to a fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactValue {
    /// Its stable key.
    pub key: ListKey,
    /// What people read, inside a sentence.
    pub label: String,
}

impl Check {
    /// What it says, by what is known.
    #[must_use]
    pub fn state(&self, known: &Known) -> CheckState {
        let holds =
            |condition: &Option<Condition>| condition.as_ref().and_then(|one| one.holds(known)).unwrap_or_default();
        match self.applies_when.holds(known) {
            Some(false) => CheckState::NotApplicable,
            None => CheckState::ToVerify,
            Some(true) if holds(&self.met_when) => CheckState::Met,
            Some(true) if holds(&self.not_met_when) => CheckState::NotMet,
            Some(true) => CheckState::ToVerify,
        }
    }

    /// Whether a reason of the adviser's lets something it stops be done: never what it forbids, so one that forbids the
    /// signature alone may still be passed over for the sending it holds back.
    #[must_use]
    pub fn may_be_passed_over(&self) -> bool {
        !self.forbids_submission && (!self.forbids_signature || self.scope != CheckScope::None)
    }
}

impl CheckFact {
    /// Whether an answer is one of its own.
    #[must_use]
    pub fn takes(&self, answer: &str) -> bool {
        if self.values.is_empty() {
            return answer == super::YES || answer == super::NO;
        }
        self.values.iter().any(|value| value.key.as_str() == answer)
    }

    /// An answer as a sentence says it; empty when it is not one of its own.
    #[must_use]
    pub fn said<'f>(&'f self, answer: &str) -> &'f str {
        match answer {
            super::YES if self.values.is_empty() => "oui",
            super::NO if self.values.is_empty() => "non",
            _ => self.values.iter().find(|value| value.key.as_str() == answer).map_or("", |value| value.label.as_str()),
        }
    }
}
