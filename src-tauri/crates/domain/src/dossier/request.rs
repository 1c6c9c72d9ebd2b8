//! The request of a dossier, and what the office does with it before any lender.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::hearing::SessionId;
use crate::line::Line;
use crate::money::Euros;
use crate::partner::ReferrerId;
use crate::settings::ListKey;

/// The first contact with a project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// The day of the contact.
    pub received_on: NaiveDate,
    /// By where the person came: an entry of the origins.
    pub origin: ListKey,
    /// The project in a line; never empty.
    pub project: Line,
    /// What the loan would finance; not known yet when absent.
    pub purpose: Option<ListKey>,
    /// The amount wished for.
    pub amount: Option<Euros>,
    /// How the person heard of the office: an entry of that list.
    #[serde(default)]
    pub how_heard: Option<ListKey>,
    /// Who sent the person.
    #[serde(default)]
    pub referrer: Option<ReferrerId>,
}

/// The next date of a dossier: every open one has one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NextDate {
    /// The day it was set.
    pub set_on: NaiveDate,
    /// The date itself.
    pub on: NaiveDate,
    /// What is to be done then.
    pub what: Line,
}

/// A meeting, a call or a message that took place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Interview {
    /// Its day.
    pub held_on: NaiveDate,
    /// Its kind: an entry of the interview kinds.
    pub kind: ListKey,
    /// How long it lasted, in minutes.
    pub minutes: Option<u32>,
    /// Whether it counts as an interview, as its kind said that day: a screening call or a message does not.
    #[serde(default = "counted")]
    pub counts: bool,
    /// What was said and done, printed in the bank file unless its kind is private.
    pub note: Line,
    /// What comes next.
    #[serde(default)]
    pub next_step: Line,
}

fn counted() -> bool {
    true
}

vocabulary! {
    /// Where the office directs a request.
    pub enum Direction {
        Submit => "submit", "Transmettre à une banque";
        Redirect => "redirect", "Réorienter";
        /// Nowhere as it is: the person or the purpose cannot be admitted.
        Inadmissible => "inadmissible", "Irrecevable";
    }
}

vocabulary! {
    /// Whom a condition of a decision is for.
    pub enum ConditionFor {
        /// A reserve: the file is not sent before the office noted it lifted.
        Office => "office", "Le CCAS la lève avant l’envoi";
        /// A condition of the loan: the file leaves, and says it.
        Lender => "lender", "La banque la lit avec le dossier";
    }
}

/// The office's decision on a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Orientation {
    /// Its day.
    pub decided_on: NaiveDate,
    /// Who decided: an entry of the decision modes.
    pub mode: ListKey,
    /// Where to.
    pub direction: Direction,
    /// The solutions proposed: entries of the redirections.
    pub solutions: Vec<ListKey>,
    /// Why, in words.
    pub reason: Line,
    /// On what condition.
    #[serde(default)]
    pub conditions: Line,
    /// Whom that condition is for; not stated in decisions of before that was asked, which stop nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition_for: Option<ConditionFor>,
    /// Whom the person was directed to, by name: `Garage solidaire, Entraide du Val`.
    #[serde(default)]
    pub where_to: Line,
    /// The session that decided.
    #[serde(default)]
    pub session: Option<SessionId>,
    /// What a letter says of it, in words for who reads it; the words for the office are never printed there.
    #[serde(default)]
    pub letter_words: Line,
}

impl Orientation {
    /// A decision about which nothing more is said.
    #[must_use]
    pub fn of(decided_on: NaiveDate, mode: ListKey, direction: Direction) -> Self {
        let (reason, conditions, where_to, letter_words) = <(Line, Line, Line, Line)>::default();
        let (solutions, condition_for, session) = (Vec::new(), None, None);
        Self {
            decided_on,
            mode,
            direction,
            solutions,
            reason,
            conditions,
            condition_for,
            where_to,
            session,
            letter_words,
        }
    }

    /// The condition of a sending, when it is for them.
    #[must_use]
    pub fn condition(&self, of: ConditionFor) -> Option<&Line> {
        let stated = self.direction == Direction::Submit && self.condition_for == Some(of);
        Some(&self.conditions).filter(|words| stated && !words.is_empty())
    }

    /// What a decision to submit is called: `accord`, `accord sous réserve`, `accord sous condition`.
    #[must_use]
    pub fn agreement(&self) -> &'static str {
        match self.condition_for {
            _ if self.conditions.is_empty() => "accord",
            Some(ConditionFor::Lender) => "accord sous condition",
            Some(ConditionFor::Office) | None => "accord sous réserve",
        }
    }

    /// Its condition with who sees to it: `réserve à lever par le CCAS : …`; empty without one.
    #[must_use]
    pub fn condition_stated(&self) -> String {
        let Self { conditions, .. } = self;
        match self.condition_for.filter(|_| !conditions.is_empty()) {
            Some(ConditionFor::Office) => format!("réserve à lever par le CCAS : {conditions}"),
            Some(ConditionFor::Lender) => format!("condition dite à la banque : {conditions}"),
            None => conditions.to_string(),
        }
    }

    /// Whether it sends the person elsewhere without saying where.
    pub(super) fn lacks_a_solution(&self) -> bool {
        self.direction == Direction::Redirect && self.solutions.is_empty()
    }
}

/// The person stops.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stop {
    /// The day it was known.
    pub on: NaiveDate,
    /// Why, in words.
    pub reason: Line,
}
