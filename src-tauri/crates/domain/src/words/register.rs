//! What the columns of a register hold, in French.

use super::Labelled;
use crate::register::RegisterColumn;

impl Labelled for RegisterColumn {
    fn label(self) -> &'static str {
        match self {
            Self::FullName => "Nom et prénom",
            Self::LastName => "Nom",
            Self::FirstName => "Prénom",
            Self::BornOn => "Naissance",
            Self::Phone => "Téléphone",
            Self::Commune => "Commune",
            Self::RequestedOn => "Date de la demande",
            Self::Origin => "Origine",
            Self::Purpose => "Projet",
            Self::Product => "Produit",
            Self::AmountAsked => "Montant demandé",
            Self::Assessed => "Entretien, évaluation",
            Self::Outcome => "Suite donnée",
            Self::RefusalReason => "Motif de refus",
            Self::RedirectedTo => "Réorienté vers",
            Self::Lender => "Banque",
            Self::SentOn => "Envoyé à la banque",
            Self::DecidedOn => "Date de la réponse",
            Self::AmountGranted => "Montant accordé",
            Self::Months => "Durée",
            Self::AnnualRate => "Taux",
            Self::Instalment => "Mensualité",
            Self::DisbursedOn => "Versé le",
            Self::RepaidOn => "Fin du prêt",
            Self::Loss => "Perte",
            Self::RefundAmount => "Intérêts remboursés",
            Self::RefundedOn => "Remboursés le",
            Self::RegisterNumber => "Numéro du registre",
        }
    }
}
