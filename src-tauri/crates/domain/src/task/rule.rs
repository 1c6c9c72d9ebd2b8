//! What calls for a task: one rule each, as the office's list has it.
//!
//! An event creates the task, a delay dates it, other events end it. Worked example: « Réponse de la banque » is
//! created by a sending, due on the day the lender promised, and ended by its answer, whatever it is.

use serde::{Deserialize, Serialize};

use super::{TaskFamily, WaitingOn};
use crate::dossier::{Event, Stage};
use crate::settings::ListKey;
use crate::supporting_document::Condition;

/// One rule of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskRule {
    /// Its stable key.
    pub key: ListKey,
    /// What people read.
    pub label: String,
    /// The event that creates the task; the latest counts.
    pub created_by: Event,
    /// When it is due.
    pub due: TaskDue,
    /// The events that end it.
    pub done_by_event: Vec<Event>,
    /// What is to be done, with merge fields.
    pub text: String,
    /// What is said on the phone, for a task that a call does.
    #[serde(default)]
    pub say: Option<String>,
    /// The part of the dossier's life it belongs to.
    pub family: TaskFamily,
    /// Who has to act.
    pub waiting_on: WaitingOn,
    /// One task for each of these; one alone when absent.
    #[serde(default)]
    pub per: Option<TaskPer>,
    /// The stages it exists at; every one when empty.
    #[serde(default)]
    pub stages: Vec<Stage>,
    /// Whether it stays once the dossier is closed.
    #[serde(default)]
    pub after_closing: bool,
    /// What the office or the dossier has to have.
    #[serde(default)]
    pub only_when: Option<TaskNeed>,
    /// What has to be known of the request.
    #[serde(default)]
    pub when: Option<Condition>,
    /// Whether it is asked only of what happened since tasks are kept, of the office or of a dossier taken over.
    #[serde(default)]
    pub light: bool,
    /// The only letter that ends it, for a task a letter ends.
    #[serde(default)]
    pub letter: Option<ListKey>,
    /// The step of a plan that stands for it.
    #[serde(default)]
    pub unless_in_plan: Option<ListKey>,
    /// Whether its dates are those of the support plan.
    #[serde(default)]
    pub from_plan: bool,
    /// Whether its dates are those of the steps after a missed instalment.
    #[serde(default)]
    pub from_ladder: bool,
    /// Whether it is the one an open dossier has when there is no other.
    #[serde(default)]
    pub fallback: bool,
    /// The delay of the office that dates it, by its name among them.
    #[serde(default)]
    pub setting: Option<String>,
    /// No longer asked for.
    #[serde(default)]
    pub retired: bool,
}

/// Months, then days, from the day of an event, or back from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskDue {
    /// The event counted from.
    pub from: Event,
    /// Whole months, month ends kept.
    pub months: u32,
    /// Then days.
    pub days: u32,
    /// Whether the delay is counted back.
    pub before: bool,
}

/// What a rule makes one task for each of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TaskPer {
    /// Each lender.
    Lender,
    /// Each supporting document.
    Document,
    /// Each quote.
    Quote,
    /// Each aid.
    Aid,
}

/// What a task exists for, beyond its event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TaskNeed {
    /// The office is who tells the person of the lender's answer.
    OfficeTells,
    /// The office refunds interest.
    OfficeRefunds,
    /// The office refunds interest as the loan starts.
    OfficeRefundsAtStart,
    /// The office refunds interest once the loan is over.
    OfficeRefundsAtEnd,
    /// A referrer sent the person.
    Referred,
}
