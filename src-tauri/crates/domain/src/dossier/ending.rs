//! The end of a dossier: the questionnaire, the interest refunded, the cause it closes with.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::hearing::SessionId;
use crate::line::Line;
use crate::money::Euros;
use crate::settings::ListKey;

vocabulary! {
    /// When a questionnaire is filled in.
    pub enum SurveyMoment {
        Request => "request", "À la demande";
        MidTerm => "mid_term", "À mi-parcours";
        End => "end", "À la fin";
    }
}

/// A questionnaire as it came back; a blank stays blank.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Survey {
    /// The day it came.
    pub on: NaiveDate,
    /// When in the loan.
    pub moment: SurveyMoment,
    /// The answers, by the key of their question.
    pub answers: BTreeMap<String, Line>,
    /// Whether the person may be quoted without their name.
    pub may_be_quoted: bool,
}

/// The account a refund is paid on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BankDetails {
    /// The day they were received.
    pub on: NaiveDate,
    /// The international number of the account, without spaces; its key was checked.
    pub iban: Line,
    /// The holder as written on the document.
    pub holder: Line,
}

/// What was decided of a refund of interest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RefundDecision {
    /// The day it was decided.
    pub on: NaiveDate,
    /// Whether something is refunded.
    pub granted: bool,
    /// The rule applied: an entry of the refund policies.
    pub policy: ListKey,
    /// The interest paid per the schedule in force.
    pub scheduled: Option<Euros>,
    /// The interest paid as the bank attests.
    pub attested: Option<Euros>,
    /// What is refunded; zero when nothing is.
    pub amount: Euros,
    /// Why, where it differs from what the rule gives.
    pub reason: Line,
    /// The session that decided.
    pub session: Option<SessionId>,
    /// What a letter says of it, in words for who reads it; the words for the office are never printed there.
    #[serde(default)]
    pub letter_words: Line,
}

vocabulary! {
    /// What the end of a dossier means, whatever the office calls it.
    pub enum EndKind {
        /// Before any money was paid: an agreement that lapsed, a loan never released.
        Unpaid => "unpaid", "Clos avant le versement";
        Repaid => "repaid", "Prêt remboursé";
        /// Something stays unpaid: acceleration, guarantee, a measure of over-indebtedness.
        Lost => "lost", "Prêt non remboursé";
        Died => "died", "Décès";
        /// It goes on elsewhere, or was never a dossier: taken over by another office, entered twice.
        Elsewhere => "elsewhere", "Clos sans suite ici";
    }
}

/// The dossier is closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Closing {
    /// The day.
    pub on: NaiveDate,
    /// How it ended: an entry of the end outcomes.
    pub outcome: ListKey,
    /// What that means, as its list said that day.
    pub kind: EndKind,
    /// What was observed, in the adviser's words.
    pub note: Line,
}
