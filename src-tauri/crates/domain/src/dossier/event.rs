//! What can happen to a dossier or to the office, by the names that tasks, delays and checks use.
//!
//! Some events are facts of their own (a submission has its lender and its amount). Those that say no more than
//! a day, a word or two and a note are one kind of fact, [`Noted`]. Others are days that follow from facts, such as
//! a due instalment: they start delays and are never noted.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::letter::LetterKind;
use crate::line::Line;
use crate::money::Euros;
use crate::settings::ListKey;

vocabulary! {
    /// What happened, or a day that follows from it.
    pub enum Event {
        RequestReceived => "request_received", "Premier contact avec un projet";
        AppointmentSet => "appointment_set", "Rendez-vous fixé";
        AppointmentDate => "appointment_date", "Jour du rendez-vous";
        AppointmentMissed => "appointment_missed", "Rendez-vous non honoré";
        InterviewHeld => "interview_held", "Entretien tenu";
        DocumentRequested => "document_requested", "Pièce demandée";
        DocumentReceived => "document_received", "Pièce reçue";
        DocumentExpires => "document_expires", "Fin de validité d’une pièce";
        QuoteExpires => "quote_expires", "Fin de validité d’un devis";
        AidAsked => "aid_asked", "Aide demandée";
        AidAnswered => "aid_answered", "Réponse à une aide";
        FileComplete => "file_complete", "Pièces complètes";
        CommissionAuthorisationAsked => "commission_authorisation_asked", "Autorisation demandée à la commission de surendettement";
        CommissionAuthorisationAnswered => "commission_authorisation_answered", "Réponse de la commission de surendettement";
        GuardianAsked => "guardian_asked", "Accord demandé au tuteur ou curateur";
        GuardianAnswered => "guardian_answered", "Réponse du tuteur ou curateur";
        SessionListed => "session_listed", "Dossier inscrit à une séance";
        SessionDate => "session_date", "Séance de commission ou de comité";
        OrientationDecided => "orientation_decided", "Orientation décidée par le CCAS";
        ReserveLifted => "reserve_lifted", "Réserve du CCAS levée";
        Redirected => "redirected", "Réorientation";
        Dropped => "dropped", "Abandon par la personne";
        DeclaredInadmissible => "declared_inadmissible", "Demande déclarée irrecevable";
        RedirectionAnswered => "redirection_answered", "Suite connue d’une réorientation";
        Submitted => "submitted", "Transmission à la banque";
        LenderAcknowledged => "lender_acknowledged", "Accusé de réception de la banque";
        LenderAskedMore => "lender_asked_more", "Complément demandé par la banque";
        LenderAnswerExpected => "lender_answer_expected", "Réponse attendue selon la convention";
        AgreementInPrinciple => "agreement_in_principle", "Accord de principe";
        AgreementInPrincipleEnds => "agreement_in_principle_ends", "Fin de validité de l’accord de principe";
        Approved => "approved", "Accord définitif de la banque";
        Refused => "refused", "Refus de la banque";
        RefusalReasonAsked => "refusal_reason_asked", "Motif de refus demandé";
        RefusalReasonGiven => "refusal_reason_given", "Motif de refus donné";
        ApplicantTold => "applicant_told", "Personne informée de la décision";
        OfferIssued => "offer_issued", "Offre de prêt remise";
        ContractSigned => "contract_signed", "Contrat signé";
        CharterSigned => "charter_signed", "Charte signée";
        Withdrawn => "withdrawn", "Rétractation";
        Disbursed => "disbursed", "Déblocage des fonds";
        PurchaseProved => "purchase_proved", "Justificatif d’achat reçu";
        FirstInstalmentDue => "first_instalment_due", "Première échéance";
        InstalmentDue => "instalment_due", "Échéance";
        MidTerm => "mid_term", "Milieu du prêt";
        ContactHeld => "contact_held", "Contact de suivi";
        ContactAnsweredNone => "contact_answered_none", "Appel sans réponse";
        PaymentsDeclared => "payments_declared", "Paiements déclarés";
        LifeEvent => "life_event", "Événement de vie";
        DifficultyTold => "difficulty_told", "Difficulté signalée avant l’échéance";
        SolutionWanted => "solution_wanted", "Solution à demander";
        InstalmentMissed => "instalment_missed", "Échéance impayée";
        MissedKnown => "missed_known", "Impayé connu du CCAS";
        DeferralAsked => "deferral_asked", "Report demandé";
        DeferralAnswered => "deferral_answered", "Réponse au report";
        AmendmentSigned => "amendment_signed", "Avenant";
        RegistrationLetter => "registration_letter", "Lettre préalable au fichage";
        RegistrationThreshold => "registration_threshold", "Seuil de fichage atteint";
        Registered => "registered", "Inscription au FICP";
        AccelerationAnnounced => "acceleration_announced", "Déchéance du terme annoncée";
        Accelerated => "accelerated", "Déchéance du terme";
        GuaranteeCalled => "guarantee_called", "Appel en garantie";
        ArrearsCleared => "arrears_cleared", "Plus rien d’échu à payer";
        LastInstalmentDue => "last_instalment_due", "Dernière échéance";
        LoanRepaid => "loan_repaid", "Prêt remboursé";
        ClosingInterview => "closing_interview", "Entretien de fin";
        SurveyAnswered => "survey_answered", "Questionnaire rendu";
        BankDetailsAsked => "bank_details_asked", "RIB demandé";
        BankDetailsReceived => "bank_details_received", "RIB reçu";
        RefundDecided => "refund_decided", "Remboursement d’intérêts décidé";
        RefundPaid => "refund_paid", "Remboursement d’intérêts payé";
        Death => "death", "Décès de l’emprunteur";
        Closed => "closed", "Dossier clos";
        LetterSent => "letter_sent", "Lettre remise ou envoyée";
        LastFact => "last_fact", "Dernier fait noté au dossier";
        LenderAgreementSigned => "lender_agreement_signed", "Convention ou avenant signé";
        LenderAgreementEnds => "lender_agreement_ends", "Fin d’une convention";
        ReportClosed => "report_closed", "Bilan arrêté";
        RetentionDone => "retention_done", "Archivage ou suppression faits";
        FeedbackConsent => "feedback_consent", "Accord pour informer le prescripteur";
        RetentionDue => "retention_due", "Fin de conservation";
        BackupMade => "backup_made", "Copie hors de l’ordinateur";
        PeriodClosed => "period_closed", "Fin de période de bilan";
        AppointmentCancelled => "appointment_cancelled", "Rendez-vous annulé";
        ConsentSigned => "consent_signed", "Consentement à la transmission signé";
        SupportAction => "support_action", "Action d’accompagnement";
        TaskDone => "task_done", "Tâche faite";
        TaskPutOff => "task_put_off", "Tâche remise";
    }
}

/// An event that says a day, a word or two and a note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Noted {
    /// Its day.
    pub on: NaiveDate,
    /// What happened; one of [`Event::NOTED`].
    pub event: Event,
    /// Whom or what it is about, as its event wants it: a lender, a kind of life event, an answer, a task, a paper.
    pub subject: Option<ListKey>,
    /// Which of the solutions proposed elsewhere an answer is about; all of them when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub solution: Option<ListKey>,
    /// Until when it holds: the last day of an offer, the day a task is put off to.
    pub until: Option<NaiveDate>,
    /// The amount it is about: owed at acceleration, called, given, refunded, obtained from a solution.
    pub amount: Option<Euros>,
    /// What was said.
    pub note: Line,
    /// What a letter says of it, in words for who reads it; the words for the office are never printed there.
    #[serde(default)]
    pub letter_words: Line,
}

impl Noted {
    /// An event of a day about which nothing more is said.
    #[must_use]
    pub fn of(on: NaiveDate, event: Event) -> Self {
        let (note, letter_words) = (Line::default(), Line::default());
        Self { on, event, subject: None, solution: None, until: None, amount: None, note, letter_words }
    }

    /// Whether it asks the lender for a postponement: said so, or by the letter that does.
    #[must_use]
    pub fn asks_for_a_deferral(&self) -> bool {
        let letter = || self.subject.as_ref().is_some_and(|key| key.as_str() == LetterKind::DeferralRequest.key());
        self.event == Event::DeferralAsked || (self.event == Event::LetterSent && letter())
    }
}

vocabulary! {
    /// What became of a person directed elsewhere, when they are asked.
    pub enum RedirectionAnswer {
        Helped => "helped", "A aidé";
        NotHelped => "not_helped", "N’a pas aidé";
        Unreachable => "unreachable", "Injoignable";
        NotAsked => "not_asked", "Pas demandé";
    }
}

impl RedirectionAnswer {
    /// The answer of a key; nothing when it is none.
    #[must_use]
    pub fn of(key: &ListKey) -> Option<Self> {
        match key.as_str() {
            "helped" => Some(Self::Helped),
            "not_helped" => Some(Self::NotHelped),
            "unreachable" => Some(Self::Unreachable),
            "not_asked" => Some(Self::NotAsked),
            _ => None,
        }
    }
}

impl Event {
    /// The events noted in words; the others are facts of their own or follow from them.
    pub const NOTED: [Self; 38] = [
        Self::AppointmentMissed,
        Self::AppointmentCancelled,
        Self::ContactAnsweredNone,
        Self::FileComplete,
        Self::CommissionAuthorisationAsked,
        Self::CommissionAuthorisationAnswered,
        Self::GuardianAsked,
        Self::GuardianAnswered,
        Self::ReserveLifted,
        Self::RedirectionAnswered,
        Self::LenderAcknowledged,
        Self::LenderAskedMore,
        Self::RefusalReasonAsked,
        Self::ApplicantTold,
        Self::OfferIssued,
        Self::CharterSigned,
        Self::ConsentSigned,
        Self::PurchaseProved,
        Self::LifeEvent,
        Self::DifficultyTold,
        Self::SolutionWanted,
        Self::SupportAction,
        Self::DeferralAsked,
        Self::DeferralAnswered,
        Self::RegistrationLetter,
        Self::Registered,
        Self::AccelerationAnnounced,
        Self::Accelerated,
        Self::GuaranteeCalled,
        Self::ArrearsCleared,
        Self::LoanRepaid,
        Self::BankDetailsAsked,
        Self::RefundPaid,
        Self::Death,
        Self::FeedbackConsent,
        Self::LetterSent,
        Self::TaskDone,
        Self::TaskPutOff,
    ];
}
