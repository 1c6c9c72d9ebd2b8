//! The stage of a dossier: derived from its facts, never typed.

use super::Dossier;

vocabulary! {
    /// Where a dossier stands.
    pub enum Stage {
        Request => "request", "Demande";
        /// The file is being built: an interview was held or a budget line entered.
        Assessment => "assessment", "Instruction";
        /// On the agenda of a session that has not decided.
        Session => "session", "En commission";
        ToSubmit => "to_submit", "À transmettre";
        WithLender => "with_lender", "Chez la banque";
        AgreementInPrinciple => "agreement_in_principle", "Accord de principe";
        /// Every lender that answered refused; it may be presented again.
        Refused => "refused", "Refus, à revoir";
        Granted => "granted", "Accordé";
        Signed => "signed", "Contrat signé";
        Running => "running", "Prêt en cours";
        Accelerated => "accelerated", "Déchéance du terme";
        /// Repaid, or ended by death; what is left is to close it well.
        Ending => "ending", "Fin de prêt";
        Closed => "closed", "Clos";
    }
}

vocabulary! {
    /// The four kinds of dossiers a list is filtered by.
    pub enum Phase {
        /// Being assessed: from the request to the sending, and refused ones.
        Assessing => "assessing", "En instruction";
        /// With the lender: from the sending to the release of the funds.
        WithLender => "with_lender", "Chez la banque";
        Running => "running", "Prêts en cours";
        Closed => "closed", "Clos";
    }
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
