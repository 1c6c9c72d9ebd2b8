//! The words of events and of the facts around the decisions of a dossier.

use super::Labelled;
use crate::dossier::{
    DocumentState, EndKind, Event, HearingResult, Precision, RedirectionAnswer, ScreeningOutcome, SessionMatter,
    SurveyMoment,
};
use crate::task::{TaskFamily, WaitingOn};

impl Labelled for Event {
    fn label(self) -> &'static str {
        match self {
            Self::RequestReceived => "Premier contact avec un projet",
            Self::AppointmentSet => "Rendez-vous fixé",
            Self::AppointmentDate => "Jour du rendez-vous",
            Self::AppointmentMissed => "Rendez-vous non honoré",
            Self::InterviewHeld => "Entretien tenu",
            Self::DocumentRequested => "Pièce demandée",
            Self::DocumentReceived => "Pièce reçue",
            Self::DocumentExpires => "Fin de validité d’une pièce",
            Self::QuoteExpires => "Fin de validité d’un devis",
            Self::AidAsked => "Aide demandée",
            Self::AidAnswered => "Réponse à une aide",
            Self::FileComplete => "Pièces complètes",
            Self::CommissionAuthorisationAsked => "Autorisation demandée à la commission de surendettement",
            Self::CommissionAuthorisationAnswered => "Réponse de la commission de surendettement",
            Self::GuardianAsked => "Accord demandé au tuteur ou curateur",
            Self::GuardianAnswered => "Réponse du tuteur ou curateur",
            Self::SessionListed => "Dossier inscrit à une séance",
            Self::SessionDate => "Séance de commission ou de comité",
            Self::OrientationDecided => "Orientation décidée par le CCAS",
            Self::Redirected => "Réorientation",
            Self::Dropped => "Abandon par la personne",
            Self::DeclaredInadmissible => "Demande déclarée irrecevable",
            Self::RedirectionAnswered => "Suite connue d’une réorientation",
            Self::Submitted => "Transmission à la banque",
            Self::LenderAcknowledged => "Accusé de réception de la banque",
            Self::LenderAskedMore => "Complément demandé par la banque",
            Self::LenderAnswerExpected => "Réponse attendue selon la convention",
            Self::AgreementInPrinciple => "Accord de principe",
            Self::AgreementInPrincipleEnds => "Fin de validité de l’accord de principe",
            Self::Approved => "Accord définitif de la banque",
            Self::Refused => "Refus de la banque",
            Self::RefusalReasonAsked => "Motif de refus demandé",
            Self::RefusalReasonGiven => "Motif de refus donné",
            Self::ApplicantTold => "Personne informée de la décision",
            Self::OfferIssued => "Offre de prêt remise",
            Self::ContractSigned => "Contrat signé",
            Self::CharterSigned => "Charte signée",
            Self::Withdrawn => "Rétractation",
            Self::Disbursed => "Déblocage des fonds",
            Self::PurchaseProved => "Justificatif d’achat reçu",
            Self::FirstInstalmentDue => "Première échéance",
            Self::InstalmentDue => "Échéance",
            Self::MidTerm => "Milieu du prêt",
            Self::ContactHeld => "Contact de suivi",
            Self::ContactAnsweredNone => "Appel sans réponse",
            Self::PaymentsDeclared => "Paiements déclarés",
            Self::LifeEvent => "Événement de vie",
            Self::DifficultyTold => "Difficulté signalée avant l’échéance",
            Self::SolutionWanted => "Solution à demander",
            Self::InstalmentMissed => "Échéance impayée",
            Self::MissedKnown => "Impayé connu du CCAS",
            Self::DeferralAsked => "Report demandé",
            Self::DeferralAnswered => "Réponse au report",
            Self::AmendmentSigned => "Avenant",
            Self::RegistrationLetter => "Lettre préalable au fichage",
            Self::RegistrationThreshold => "Seuil de fichage atteint",
            Self::Registered => "Inscription au FICP",
            Self::AccelerationAnnounced => "Déchéance du terme annoncée",
            Self::Accelerated => "Déchéance du terme",
            Self::GuaranteeCalled => "Appel en garantie",
            Self::ArrearsCleared => "Plus rien d’échu à payer",
            Self::LastInstalmentDue => "Dernière échéance",
            Self::LoanRepaid => "Prêt remboursé",
            Self::ClosingInterview => "Entretien de fin",
            Self::SurveyAnswered => "Questionnaire rendu",
            Self::BankDetailsAsked => "RIB demandé",
            Self::BankDetailsReceived => "RIB reçu",
            Self::RefundDecided => "Remboursement d’intérêts décidé",
            Self::RefundPaid => "Remboursement d’intérêts payé",
            Self::Death => "Décès de l’emprunteur",
            Self::Closed => "Dossier clos",
            Self::LetterSent => "Lettre remise ou envoyée",
            Self::LastFact => "Dernier fait noté au dossier",
            Self::LenderAgreementSigned => "Convention ou avenant signé",
            Self::LenderAgreementEnds => "Fin d’une convention",
            Self::ReportClosed => "Bilan arrêté",
            Self::RetentionDone => "Archivage ou suppression faits",
            Self::FeedbackConsent => "Accord pour informer le prescripteur",
            Self::RetentionDue => "Fin de conservation",
            Self::BackupMade => "Copie hors de l’ordinateur",
            Self::PeriodClosed => "Fin de période de bilan",
            Self::AppointmentCancelled => "Rendez-vous annulé",
            Self::ConsentSigned => "Consentement à la transmission signé",
            Self::SupportAction => "Action d’accompagnement",
            Self::TaskDone => "Tâche faite",
            Self::TaskPutOff => "Tâche remise",
        }
    }
}

impl Labelled for DocumentState {
    fn label(self) -> &'static str {
        match self {
            Self::Requested => "Demandée",
            Self::Received => "Reçue",
            Self::Checked => "Vérifiée",
            Self::Incomplete => "Incomplète",
            Self::Outdated => "Périmée",
            Self::Unsuitable => "Ne convient pas",
            Self::Unreadable => "Illisible",
            Self::Missing => "Manquante",
            Self::NotNeeded => "Sans objet",
        }
    }
}

impl Labelled for ScreeningOutcome {
    fn label(self) -> &'static str {
        match self {
            Self::InformationOnly => "Information seule",
            Self::OtherSolution => "Autre solution",
            Self::Appointment => "Rendez-vous",
            Self::CallBack => "À rappeler",
        }
    }
}

impl Labelled for RedirectionAnswer {
    fn label(self) -> &'static str {
        match self {
            Self::Helped => "A aidé",
            Self::NotHelped => "N’a pas aidé",
            Self::Unreachable => "Injoignable",
            Self::NotAsked => "Pas demandé",
        }
    }
}

impl Labelled for SessionMatter {
    fn label(self) -> &'static str {
        match self {
            Self::Request => "Demande de prêt",
            Self::Refund => "Remboursement d’intérêts",
        }
    }
}

impl Labelled for HearingResult {
    fn label(self) -> &'static str {
        match self {
            Self::Decided => "Décision prise",
            Self::Adjourned => "Ajourné",
            Self::TakenOff => "Retiré de l’ordre du jour",
        }
    }
}

impl Labelled for SurveyMoment {
    fn label(self) -> &'static str {
        match self {
            Self::Request => "À la demande",
            Self::MidTerm => "À mi-parcours",
            Self::End => "À la fin",
        }
    }
}

impl Labelled for EndKind {
    fn label(self) -> &'static str {
        match self {
            Self::Unpaid => "Clos avant le versement",
            Self::Repaid => "Prêt remboursé",
            Self::Lost => "Prêt non remboursé",
            Self::Died => "Décès",
            Self::Elsewhere => "Clos sans suite ici",
        }
    }
}

impl Labelled for Precision {
    fn label(self) -> &'static str {
        match self {
            Self::Day => "Jour connu",
            Self::Month => "Mois connu",
            Self::Year => "Année connue",
        }
    }
}

impl Labelled for WaitingOn {
    fn label(self) -> &'static str {
        match self {
            Self::Advisor => "Moi",
            Self::Person => "La personne",
            Self::Lender => "La banque",
            Self::Committee => "La commission",
            Self::Commission => "La commission de surendettement",
            Self::Guardian => "Le tuteur ou le curateur",
            Self::Referrer => "Le prescripteur",
            Self::Treasurer => "Le comptable",
        }
    }
}

impl Labelled for TaskFamily {
    fn label(self) -> &'static str {
        match self {
            Self::Request => "Demande",
            Self::Assessment => "Instruction",
            Self::Decision => "Décision",
            Self::Lender => "Banque",
            Self::Loan => "Prêt",
            Self::Arrears => "Impayé",
            Self::End => "Fin",
            Self::Office => "Office",
        }
    }
}
