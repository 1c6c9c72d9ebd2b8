//! The French word of every vocabulary enum.

use crate::attachment::ContentKind;
use crate::budget::{Certainty, Counted, Frequency, Hope, LineChanged, SealedBy, Section, VersionMoment, WeighedAs};
use crate::companion::CompanionRole;
use crate::dossier::Stage;
use crate::household::{Link, Share};
use crate::partner::{ExchangeKind, FeedbackAgreement};
use crate::person::Title;
use crate::refund::RefundLineState;
use crate::report::Became;

/// A word of the vocabulary that has one French label.
pub trait Labelled {
    /// The label as lists, headings and papers show it.
    fn label(self) -> &'static str;
}

impl Labelled for Title {
    fn label(self) -> &'static str {
        match self {
            Self::Madame => "Madame",
            Self::Monsieur => "Monsieur",
            Self::NotStated => "Non précisée",
        }
    }
}

impl Title {
    /// The title before a name: `Mme`, `M.`, or nothing.
    #[must_use]
    pub fn short(self) -> &'static str {
        match self {
            Self::Madame => "Mme",
            Self::Monsieur => "M.",
            Self::NotStated => "",
        }
    }
}

impl Labelled for Link {
    fn label(self) -> &'static str {
        match self {
            Self::Applicant => "Demande le prêt",
            Self::CoApplicant => "Demande aussi le prêt",
            Self::Spouse => "Conjoint ou partenaire",
            Self::Child => "Enfant à charge",
            Self::ChildShared => "Enfant en garde alternée",
            Self::AdultChild => "Enfant majeur",
            Self::Parent => "Parent, ascendant",
            Self::HostedPerson => "Personne hébergée",
            Self::Other => "Autre",
        }
    }
}

impl Labelled for ExchangeKind {
    fn label(self) -> &'static str {
        match self {
            Self::Message => "Appel ou message",
            Self::Visit => "Visite",
            Self::Meeting => "Réunion",
            Self::Training => "Information des conseillers",
            Self::Statistics => "Chiffres donnés",
        }
    }
}

impl Labelled for FeedbackAgreement {
    fn label(self) -> &'static str {
        match self {
            Self::Given => "Dire ce qu’est devenue la demande",
            Self::CameOnly => "Dire seulement que la personne est venue",
            Self::Refused => "Ne rien dire",
        }
    }
}

impl Labelled for Became {
    fn label(self) -> &'static str {
        match self {
            Self::Loan => "Prêt",
            Self::Elsewhere => "Autre solution",
            Self::Informed => "Information seule",
            Self::Dropped => "Sans suite",
            Self::Refused => "Refus",
            Self::Inadmissible => "Non éligible",
            Self::Open => "En cours",
        }
    }
}

impl Labelled for RefundLineState {
    fn label(self) -> &'static str {
        match self {
            Self::OnTime => "À sa date",
            Self::Postponed => "Reportée avec l’accord de la banque",
            Self::Settled => "Soldée, dit l’attestation",
            Self::Unsaid => "Aucun incident connu",
            Self::Late => "En retard",
            Self::Missed => "Impayée",
            Self::ToCome => "À venir",
            Self::NeverDue => "Après la fin du prêt",
        }
    }
}

impl Labelled for CompanionRole {
    fn label(self) -> &'static str {
        match self {
            Self::Professional => "Professionnel",
            Self::Guardian => "Tuteur, curateur",
            Self::Relative => "Proche",
        }
    }
}

impl Labelled for Share {
    fn label(self) -> &'static str {
        match self {
            Self::One => "1",
            Self::Half => "½",
            Self::None => "0",
        }
    }
}

impl Labelled for Section {
    fn label(self) -> &'static str {
        match self {
            Self::Income => "Ressources",
            Self::FixedExpense => "Charges",
            Self::RunningExpense => "Dépenses courantes",
            Self::Debt => "Dettes et retards",
        }
    }
}

impl Section {
    /// The heading of the section's total.
    #[must_use]
    pub fn total_label(self) -> &'static str {
        match self {
            Self::Income => "Total des ressources",
            Self::FixedExpense => "Total des charges",
            Self::RunningExpense => "Total des dépenses courantes",
            Self::Debt => "Total des dettes",
        }
    }

    /// What the section holds, where its name does not say it.
    #[must_use]
    pub fn help(self) -> Option<&'static str> {
        match self {
            Self::RunningExpense => {
                Some("Ce que le reste à vivre doit payer\u{202f}: noté pour le conseil, non compté.")
            }
            Self::Income | Self::FixedExpense | Self::Debt => None,
        }
    }
}

impl Labelled for Frequency {
    fn label(self) -> &'static str {
        match self {
            Self::Weekly => "hebdomadaire",
            Self::Fortnightly => "par quinzaine",
            Self::Monthly => "mensuel",
            Self::TwoMonthly => "bimestriel",
            Self::Quarterly => "trimestriel",
            Self::HalfYearly => "semestriel",
            Self::Yearly => "annuel",
            Self::OneOff => "ponctuel",
        }
    }
}

impl Frequency {
    /// The noun after « par »: `mois`, `trimestre`.
    #[must_use]
    pub fn per(self) -> &'static str {
        match self {
            Self::Weekly => "semaine",
            Self::Fortnightly => "quinzaine",
            Self::Monthly => "mois",
            Self::TwoMonthly => "deux mois",
            Self::Quarterly => "trimestre",
            Self::HalfYearly => "semestre",
            Self::Yearly => "an",
            Self::OneOff => "une fois",
        }
    }
}

impl Labelled for Certainty {
    fn label(self) -> &'static str {
        match self {
            Self::Declared => "déclaré",
            Self::SeenOnStatements => "vu sur les relevés",
            Self::Proved => "prouvé",
        }
    }
}

impl Certainty {
    /// The word that fits a narrow column of paper.
    #[must_use]
    pub fn short(self) -> &'static str {
        match self {
            Self::Declared => "déclaré",
            Self::SeenOnStatements => "relevés",
            Self::Proved => "prouvé",
        }
    }
}

impl Labelled for Hope {
    fn label(self) -> &'static str {
        match self {
            Self::Sure => "sûr",
            Self::NotCounted => "espéré, non compté",
            Self::Counted => "espéré, compté",
        }
    }
}

impl Labelled for SealedBy {
    fn label(self) -> &'static str {
        match self {
            Self::Printed => "imprimée",
            Self::Decided => "décidée",
            Self::Sent => "transmise",
        }
    }
}

impl Labelled for VersionMoment {
    fn label(self) -> &'static str {
        match self {
            Self::Request => "demande",
            Self::Decision => "décision",
            Self::MidLoan => "pendant le prêt",
            Self::End => "fin du prêt",
        }
    }
}

impl Labelled for LineChanged {
    fn label(self) -> &'static str {
        match self {
            Self::Added => "ajoutée",
            Self::Removed => "retirée",
            Self::Month => "changée",
            Self::Words => "précisée",
        }
    }
}

impl Labelled for WeighedAs {
    fn label(self) -> &'static str {
        match self {
            Self::First => "premier adulte",
            Self::Adult => "autre adulte",
            Self::Child => "enfant",
        }
    }
}

impl Labelled for Stage {
    fn label(self) -> &'static str {
        match self {
            Self::Request => "Demande",
            Self::Assessment => "Instruction",
            Self::Session => "En commission",
            Self::ToSubmit => "À transmettre",
            Self::WithLender => "Chez la banque",
            Self::AgreementInPrinciple => "Accord de principe",
            Self::Refused => "Refus, à revoir",
            Self::Granted => "Accordé",
            Self::Signed => "Contrat signé",
            Self::Running => "Prêt en cours",
            Self::Accelerated => "Déchéance du terme",
            Self::Ending => "Fin de prêt",
            Self::Closed => "Clos",
        }
    }
}

impl Counted {
    /// Why a line is left out of the reste à vivre; empty when it is not.
    #[must_use]
    pub fn reason(self) -> &'static str {
        match self {
            Self::Yes => "",
            Self::OneOff => "non compté\u{202f}: une seule fois",
            Self::Ended => "non compté\u{202f}: terminé",
            Self::ByRule => "non compté\u{202f}: règle du CCAS",
        }
    }
}

impl Labelled for ContentKind {
    fn label(self) -> &'static str {
        match self {
            Self::Pdf => "PDF",
            Self::Jpeg => "Photo JPEG",
            Self::Png => "Image PNG",
            Self::Text => "Texte",
            Self::Docx => "Document Word",
            Self::Odt => "Document OpenDocument",
        }
    }
}
