//! The words of how far a dossier is and of how it ended.

use super::{Labelled, Word};
use crate::dossier::{EndKind, Outcome, Stage};

impl Stage {
    /// What the lender owes at this stage; empty when it owes nothing.
    #[must_use]
    pub fn awaited(self) -> &'static str {
        match self {
            Self::WithLender => "réponse",
            Self::AgreementInPrinciple => "accord définitif",
            Self::Granted => "offre à signer",
            Self::Signed => "versement",
            Self::Request
            | Self::Assessment
            | Self::Session
            | Self::ToSubmit
            | Self::Refused
            | Self::Running
            | Self::Accelerated
            | Self::Ending
            | Self::Closed => "",
        }
    }
}

impl Labelled for Outcome {
    fn label(self) -> &'static str {
        match self {
            Self::Redirected => "Réorienté",
            Self::Inadmissible => "Irrecevable",
            Self::Dropped => "Sans suite, abandon",
            Self::Withdrawn => "Rétractation ou offre non acceptée",
            Self::InformationOnly => "Information seule",
            Self::Ended(kind) => kind.label(),
        }
    }
}

impl Word for Outcome {
    const ALL: &'static [Self] = &Self::ALL;

    fn key(self) -> &'static str {
        match self {
            Self::Redirected => "redirected",
            Self::Inadmissible => "inadmissible",
            Self::Dropped => "dropped",
            Self::Withdrawn => "withdrawn",
            Self::InformationOnly => "information_only",
            Self::Ended(EndKind::Unpaid) => "ended_unpaid",
            Self::Ended(EndKind::Repaid) => "ended_repaid",
            Self::Ended(EndKind::Lost) => "ended_lost",
            Self::Ended(EndKind::Died) => "ended_died",
            Self::Ended(EndKind::Elsewhere) => "ended_elsewhere",
        }
    }
}
