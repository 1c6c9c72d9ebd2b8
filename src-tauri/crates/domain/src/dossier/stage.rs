//! The stage of a dossier: derived from its facts, never typed.

use serde::{Deserialize, Serialize};

use super::Dossier;

/// Where a dossier stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// First contact, nothing assessed yet.
    Request,
    /// The file is being built: an interview was held or a budget line entered.
    Assessment,
    /// On the agenda of a session that has not decided.
    Session,
    /// The office decided to submit.
    ToSubmit,
    /// A lender has it and has not answered.
    WithLender,
    /// A lender agreed in principle.
    AgreementInPrinciple,
    /// Every lender that answered refused; it may be presented again.
    Refused,
    /// A lender approved.
    Granted,
    /// The contract is signed, the funds are not released.
    Signed,
    /// The funds are released.
    Running,
    /// The whole sum became due.
    Accelerated,
    /// Repaid, or ended by death; what is left is to close it well.
    Ending,
    /// Ended, with its outcome.
    Closed,
}

impl Stage {
    /// Every stage, in the order of a dossier's life.
    pub const ALL: [Self; 13] = [
        Self::Request,
        Self::Assessment,
        Self::Session,
        Self::ToSubmit,
        Self::WithLender,
        Self::AgreementInPrinciple,
        Self::Refused,
        Self::Granted,
        Self::Signed,
        Self::Running,
        Self::Accelerated,
        Self::Ending,
        Self::Closed,
    ];
}

/// The four kinds of dossiers a list is filtered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Being assessed: from the request to the sending, and refused ones.
    Assessing,
    /// With the lender: from the sending to the release of the funds.
    WithLender,
    /// Loans being repaid.
    Running,
    /// Closed.
    Closed,
}

impl Phase {
    /// Every phase, in the order of lists.
    pub const ALL: [Self; 4] = [Self::Assessing, Self::WithLender, Self::Running, Self::Closed];
}

impl Stage {
    /// The phase it belongs to.
    #[must_use]
    pub fn phase(self) -> Phase {
        match self {
            Self::Request | Self::Assessment | Self::Session | Self::ToSubmit | Self::Refused => Phase::Assessing,
            Self::WithLender | Self::AgreementInPrinciple | Self::Granted | Self::Signed => Phase::WithLender,
            Self::Running | Self::Accelerated | Self::Ending => Phase::Running,
            Self::Closed => Phase::Closed,
        }
    }
}

/// The stage that follows from what is known.
#[must_use]
pub fn stage(dossier: &Dossier) -> Stage {
    let told = dossier.facts.course().stage;
    let budgeted = dossier.budget.as_ref().is_some_and(|budget| !budget.lines.is_empty());
    if told == Stage::Request && budgeted { Stage::Assessment } else { told }
}
