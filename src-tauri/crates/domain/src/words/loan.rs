//! The words of a running loan: what is declared, who said so, what a change keeps.

use super::Labelled;
use crate::dossier::{DeclaredAs, ToldBy};
use crate::loan::{Amendment, HeldInterest, Keeps};

impl Labelled for DeclaredAs {
    fn label(self) -> &'static str {
        match self {
            Self::Paid => "Payée",
            Self::Missed => "Impayée",
            Self::PaidLate => "Payée en retard",
        }
    }
}

impl Labelled for ToldBy {
    fn label(self) -> &'static str {
        match self {
            Self::Lender => "La banque",
            Self::Borrower => "L’emprunteur",
            Self::Statement => "Relevé de compte",
        }
    }
}

impl Labelled for HeldInterest {
    fn label(self) -> &'static str {
        match self {
            Self::WithLast => "Avec la dernière",
            Self::WithNext => "Avec la suivante",
        }
    }
}

impl Labelled for Keeps {
    fn label(self) -> &'static str {
        match self {
            Self::End => "La fin, mensualités plus basses",
            Self::Instalment => "La mensualité, fin plus tôt",
        }
    }
}

impl Amendment {
    /// What it does, in a few words: `Report d’une échéance`.
    #[must_use]
    pub fn label(&self) -> &'static str {
        match self {
            Self::Postponed { count: 1, .. } => "Report d’une échéance",
            Self::Postponed { .. } => "Report de plusieurs échéances",
            Self::InterestOnly { .. } => "Intérêts seuls quelques mois",
            Self::EndShifted { .. } => "Fin décalée",
            Self::NewInstalment { .. } => "Nouvelle mensualité",
            Self::DueDay { .. } => "Autre jour de prélèvement",
            Self::PartialRepayment { .. } => "Remboursement partiel",
            Self::FullRepayment { .. } => "Remboursement de tout",
            Self::RateLowered { .. } => "Taux plus bas",
        }
    }
}
