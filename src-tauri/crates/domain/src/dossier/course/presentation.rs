//! What was sent to a lender and what became of it; how a dossier ends.

use chrono::NaiveDate;

use crate::dossier::ending::EndKind;
use crate::dossier::fact::FactId;
use crate::dossier::lending::{AgreementInPrinciple, Approval, Refusal, RefusalExplained, Submission};
use crate::settings::ListKey;

/// How a dossier was closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Directed to another solution.
    Redirected,
    /// Not admissible.
    Inadmissible,
    /// Dropped by the person.
    Dropped,
    /// The person renounced the offer.
    Withdrawn,
    /// The person wanted to know, and knows.
    InformationOnly,
    /// Closed with its cause, once a lender had agreed or the loan was over.
    Ended(EndKind),
}

impl Outcome {
    /// Every outcome, in the order of lists.
    pub const ALL: [Self; 10] = [
        Self::InformationOnly,
        Self::Redirected,
        Self::Inadmissible,
        Self::Dropped,
        Self::Withdrawn,
        Self::Ended(EndKind::Unpaid),
        Self::Ended(EndKind::Repaid),
        Self::Ended(EndKind::Lost),
        Self::Ended(EndKind::Died),
        Self::Ended(EndKind::Elsewhere),
    ];

    /// Whether it came before any lender agreed.
    #[must_use]
    pub fn is_before_a_loan(self) -> bool {
        match self {
            Self::InformationOnly | Self::Redirected | Self::Inadmissible | Self::Dropped => true,
            Self::Withdrawn | Self::Ended(_) => false,
        }
    }
}

/// What a lender said of a presentation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer<'f> {
    /// Nothing yet.
    Awaited,
    /// An agreement in principle; the final answer is still to come.
    InPrinciple(&'f AgreementInPrinciple),
    /// Yes.
    Approved(&'f Approval),
    /// No.
    Refused(&'f Refusal),
}

/// One sending to one lender, with what became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Presentation<'f> {
    /// The fact of the sending.
    pub id: FactId,
    /// The sending.
    pub submission: &'f Submission,
    /// What the lender said.
    pub answer: Answer<'f>,
    /// The day nobody waited any more: the dossier was closed without an answer.
    pub given_up_on: Option<NaiveDate>,
    /// Why it refused, told later; nothing while it was not.
    pub explained: Option<&'f RefusalExplained>,
}

/// Whether a reason of refusal is the one that says none was given.
#[must_use]
pub fn is_not_given(reason: &ListKey) -> bool {
    reason.as_str() == "not_given"
}

impl Answer<'_> {
    /// Whether the lender has not decided for good.
    #[must_use]
    pub fn is_open(&self) -> bool {
        match self {
            Self::Awaited | Self::InPrinciple(_) => true,
            Self::Approved(_) | Self::Refused(_) => false,
        }
    }
}

impl<'f> Presentation<'f> {
    /// Whether the lender still has to decide.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.answer.is_open() && self.given_up_on.is_none()
    }

    /// Why the lender refused, with what it told later; « not given » goes once something was.
    #[must_use]
    pub fn reasons(&self) -> Vec<&'f ListKey> {
        let Answer::Refused(refusal) = self.answer else { return Vec::new() };
        let later = self.explained.map(|explained| explained.reasons.as_slice()).unwrap_or_default();
        let mut reasons: Vec<&ListKey> = Vec::new();
        for reason in refusal.reasons.iter().chain(later) {
            if !reasons.contains(&reason) {
                reasons.push(reason);
            }
        }
        if !later.iter().all(is_not_given) {
            reasons.retain(|reason| !is_not_given(reason));
        }
        reasons
    }

    /// Whether the lender refused and has given no reason yet.
    #[must_use]
    pub fn is_unexplained(&self) -> bool {
        let refused = matches!(self.answer, Answer::Refused(_));
        refused && self.reasons().into_iter().all(is_not_given)
    }

    /// The day of the final answer.
    #[must_use]
    pub fn decided_on(&self) -> Option<NaiveDate> {
        match self.answer {
            Answer::Awaited | Answer::InPrinciple(_) => None,
            Answer::Approved(approval) => Some(approval.on),
            Answer::Refused(refusal) => Some(refusal.on),
        }
    }
}
