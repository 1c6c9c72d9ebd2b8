//! What a lender said of a sending, in a word, and what is to be noticed of it.

use domain::dossier::{Answer, Presentation};
use domain::words;
use serde::Serialize;
use ts_rs::TS;

/// The reason that is flagged: the law forbids it alone.
const FICP_ALONE: &str = "ficp_only";

/// What a lender said of a sending.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AnswerState {
    /// Nothing yet.
    Awaited,
    /// An agreement in principle.
    InPrinciple,
    /// Yes.
    Approved,
    /// No.
    Refused,
    /// Nothing, and nobody waits any more.
    GivenUp,
}

pub(super) fn state(sent: &Presentation<'_>) -> (AnswerState, &'static str) {
    match sent.answer {
        Answer::Approved(_) => (AnswerState::Approved, "Accordé"),
        Answer::Refused(_) => (AnswerState::Refused, "Refusé"),
        Answer::Awaited | Answer::InPrinciple(_) if sent.given_up_on.is_some() => {
            (AnswerState::GivenUp, "Sans réponse, dossier clos")
        }
        Answer::InPrinciple(_) => (AnswerState::InPrinciple, "Accord de principe"),
        Answer::Awaited => (AnswerState::Awaited, "Attendue"),
    }
}

pub(super) fn said<'f>(sent: &Presentation<'f>) -> &'f str {
    match sent.answer {
        Answer::Awaited => sent.submission.note.as_str(),
        Answer::InPrinciple(agreement) => agreement.note.as_str(),
        Answer::Approved(approval) => approval.note.as_str(),
        Answer::Refused(refusal) => refusal.note.as_str(),
    }
}

/// A refusal that rests on the register alone is flagged.
pub(super) fn warning(sent: &Presentation<'_>) -> Option<String> {
    let Answer::Refused(_) = sent.answer else { return None };
    let alone = sent.reasons().iter().all(|reason| reason.as_str() == FICP_ALONE);
    let says = "Un refus fondé sur la seule inscription au FICP n’est pas permis (loi 2005-32, article 80) : demandez à la banque de revoir sa décision.";
    alone.then(|| words::spaced(says))
}
