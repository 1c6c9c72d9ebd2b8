//! The words of a change of a running loan.

use crate::loan::Amendment;

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
