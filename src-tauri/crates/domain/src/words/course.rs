//! The words of a project, its assessment, its decisions and its support.

use super::Labelled;
use crate::assessment::{Finding, Opinion, RegisterAnswer};
use crate::dossier::{Direction, FactKind, Outcome, Phase, Stage};
use crate::eligibility::{CheckEffect, CheckState};
use crate::loan::InsuranceRequirement;
use crate::project::{AidStatus, Choice};
use crate::settings::{
    AlertScope, AnswerKind, BankFilePart, CharterKind, Guarantor, LegalCertainty, OwnFormPlace, Provider, RefundBase,
    RefundCondition, RefundMoment, Renewal, SupportRequirement,
};
use crate::supporting_document::DocumentStage;

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

impl Labelled for Choice {
    fn label(self) -> &'static str {
        match self {
            Self::Compared => "À comparer",
            Self::Kept => "Retenu",
            Self::PutAside => "Écarté",
        }
    }
}

impl Labelled for AidStatus {
    fn label(self) -> &'static str {
        match self {
            Self::ToAsk => "À demander",
            Self::Asked => "Demandée",
            Self::Obtained => "Obtenue",
            Self::Refused => "Refusée",
            Self::NotApplicable => "Sans objet",
        }
    }
}

impl Labelled for Finding {
    fn label(self) -> &'static str {
        match self {
            Self::Favourable => "Rempli",
            Self::ToDiscuss => "Rempli, vigilance",
            Self::Unfavourable => "Non rempli",
            Self::NotApplicable => "Sans objet",
            Self::NotAssessed => "Non évalué",
        }
    }
}

impl Labelled for Opinion {
    fn label(self) -> &'static str {
        match self {
            Self::Favourable => "Favorable",
            Self::FavourableWithReservation => "Favorable avec réserve",
            Self::Reserved => "Réservé",
            Self::Unfavourable => "Défavorable",
        }
    }
}

impl Labelled for RegisterAnswer {
    fn label(self) -> &'static str {
        match self {
            Self::No => "Non",
            Self::Yes => "Oui",
            Self::ToSee => "À voir",
        }
    }
}

impl Labelled for Direction {
    fn label(self) -> &'static str {
        match self {
            Self::Submit => "Transmettre à une banque",
            Self::Redirect => "Réorienter",
            Self::Inadmissible => "Irrecevable",
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

impl Labelled for FactKind {
    fn label(self) -> &'static str {
        match self {
            Self::RequestReceived => "Demande",
            Self::InterviewHeld => "Entretien",
            Self::AgreedInPrinciple => "Accord de principe",
            Self::Refused => "Refus de la banque",
            Self::Approved => "Accord de la banque",
            Self::OrientationDecided => "Décision du CCAS",
            Self::Submitted => "Transmission à la banque",
            Self::SupportPlanned => "Plan d’accompagnement",
            Self::ContractSigned => "Signature du contrat",
            Self::Disbursed => "Versement",
            Self::Amended => "Aménagement du prêt",
            Self::Declared => "Échéances déclarées",
            Self::Withdrawn => "Rétractation ou offre non acceptée",
            Self::Dropped => "Abandon de la demande",
            Self::NextDateSet => "Prochaine date",
            Self::TakenOver => "Dossier repris",
            Self::Screened => "Appel de préqualification",
            Self::Informed => "Information de la personne",
            Self::AppointmentSet => "Rendez-vous fixé",
            Self::DocumentNoted => "Pièce",
            Self::SessionListed => "Inscription à une séance",
            Self::SessionHeard => "Passage en séance",
            Self::RefusalExplained => "Motif de refus donné",
            Self::Reviewed => "Point de suivi",
            Self::Noted => "Événement",
            Self::SurveyAnswered => "Questionnaire",
            Self::BankDetailsReceived => "RIB reçu",
            Self::RefundDecided => "Remboursement d’intérêts décidé",
            Self::Closed => "Clôture",
        }
    }
}

impl FactKind {
    /// The fact inside a sentence, with its article: `la transmission à la banque`.
    #[must_use]
    pub fn with_article(self) -> &'static str {
        match self {
            Self::RequestReceived => "la demande",
            Self::InterviewHeld => "l’entretien",
            Self::AgreedInPrinciple => "l’accord de principe",
            Self::Refused => "le refus de la banque",
            Self::Approved => "l’accord de la banque",
            Self::OrientationDecided => "la décision du CCAS",
            Self::Submitted => "la transmission à la banque",
            Self::SupportPlanned => "le plan d’accompagnement",
            Self::ContractSigned => "la signature du contrat",
            Self::Disbursed => "le versement",
            Self::Amended => "l’aménagement du prêt",
            Self::Declared => "la déclaration d’échéances",
            Self::Withdrawn => "la rétractation",
            Self::Dropped => "l’abandon de la demande",
            Self::NextDateSet => "la prochaine date",
            Self::TakenOver => "la reprise du dossier",
            Self::Screened => "l’appel de préqualification",
            Self::Informed => "l’information de la personne",
            Self::AppointmentSet => "le rendez-vous",
            Self::DocumentNoted => "la pièce",
            Self::SessionListed => "l’inscription à la séance",
            Self::SessionHeard => "le passage en séance",
            Self::RefusalExplained => "le motif du refus",
            Self::Reviewed => "le point de suivi",
            Self::Noted => "l’événement",
            Self::SurveyAnswered => "le questionnaire",
            Self::BankDetailsReceived => "le RIB",
            Self::RefundDecided => "la décision de remboursement",
            Self::Closed => "la clôture",
        }
    }
}

impl Labelled for Phase {
    fn label(self) -> &'static str {
        match self {
            Self::Assessing => "En instruction",
            Self::WithLender => "Chez la banque",
            Self::Running => "Prêts en cours",
            Self::Closed => "Clos",
        }
    }
}

impl Labelled for Provider {
    fn label(self) -> &'static str {
        match self {
            Self::Office => "CCAS",
            Self::Lender => "Banque",
            Self::Other => "Autre professionnel",
        }
    }
}

impl Labelled for CharterKind {
    fn label(self) -> &'static str {
        match self {
            Self::Bipartite => "À deux signatures",
            Self::Tripartite => "À trois signatures",
        }
    }
}

impl Labelled for Guarantor {
    fn label(self) -> &'static str {
        match self {
            Self::Fcs => "Fonds de cohésion sociale",
            Self::Ccas => "CCAS",
            Self::Other => "Autre garant",
        }
    }
}

impl Labelled for SupportRequirement {
    fn label(self) -> &'static str {
        match self {
            Self::FollowUp => "Suivi du remboursement",
            Self::BudgetOptional => "Accompagnement budgétaire proposé",
            Self::BudgetRequired => "Accompagnement budgétaire obligatoire",
        }
    }
}

impl Labelled for RefundMoment {
    fn label(self) -> &'static str {
        match self {
            Self::Start => "Au début du prêt",
            Self::End => "À la fin du prêt",
        }
    }
}

impl Labelled for RefundBase {
    fn label(self) -> &'static str {
        match self {
            Self::Interest => "Les intérêts payés",
            Self::OneInstalment => "Une mensualité",
        }
    }
}

impl Labelled for RefundCondition {
    fn label(self) -> &'static str {
        match self {
            Self::None => "Aucune condition",
            Self::FullyRepaid => "Prêt remboursé en totalité",
            Self::FullyRepaidNoLateInstalment => "Prêt remboursé en totalité, sans retard",
            Self::NoMajorIncident => "Sans incident majeur",
        }
    }
}

impl Labelled for LegalCertainty {
    fn label(self) -> &'static str {
        match self {
            Self::Sure => "Sûr",
            Self::Weak => "À vérifier",
        }
    }
}

impl Labelled for InsuranceRequirement {
    fn label(self) -> &'static str {
        match self {
            Self::Optional => "Facultative",
            Self::Required => "Obligatoire",
        }
    }
}

impl Labelled for CheckState {
    fn label(self) -> &'static str {
        match self {
            Self::NotMet => "Non remplie",
            Self::ToVerify => "À vérifier",
            Self::Met => "Remplie",
            Self::NotApplicable => "Sans objet",
        }
    }
}

impl Labelled for CheckEffect {
    fn label(self) -> &'static str {
        match self {
            Self::Blocks => "Arrête",
            Self::AsksAgreement => "Demande un accord",
            Self::AsksAuthorisation => "Demande une autorisation",
            Self::AsksJustification => "Demande une justification",
            Self::Verify => "À vérifier",
            Self::Remark => "Remarque",
        }
    }
}

impl Labelled for AnswerKind {
    fn label(self) -> &'static str {
        match self {
            Self::Text => "Texte",
            Self::YesNo => "Oui ou non",
            Self::Day => "Date",
            Self::Amount => "Montant",
            Self::Number => "Nombre",
        }
    }
}

impl Labelled for BankFilePart {
    fn label(self) -> &'static str {
        match self {
            Self::Identity => "Identité et situation",
            Self::Project => "Projet, devis et plan de financement",
            Self::Budget => "Budget",
            Self::Loan => "Simulation et échéancier",
            Self::Assessment => "Évaluation et avis motivé",
            Self::Transmission => "Situation Banque de France, pièces et consentement",
        }
    }
}

impl Labelled for AlertScope {
    fn label(self) -> &'static str {
        match self {
            Self::Instalments => "Les mensualités seules",
            Self::OtherDifficulties => "Les mensualités et les autres difficultés du compte",
        }
    }
}

impl Labelled for Renewal {
    fn label(self) -> &'static str {
        match self {
            Self::Tacit => "Elle continue, sauf si l’un des deux y met fin",
            Self::Signed => "Elle est signée de nouveau",
        }
    }
}

impl Labelled for OwnFormPlace {
    fn label(self) -> &'static str {
        match self {
            Self::First => "En tête du dossier",
            Self::BeforeDocuments => "Avant les pièces",
            Self::Last => "À la fin du dossier",
        }
    }
}

impl Labelled for DocumentStage {
    fn label(self) -> &'static str {
        match self {
            Self::Assessment => "Avant la transmission",
            Self::Agreement => "Après l’accord de principe",
            Self::Signature => "À la signature",
            Self::Loan => "Pendant le prêt",
            Self::End => "À la fin du prêt",
        }
    }
}
