//! What can happen to a dossier, one dated fact each.
//!
//! A fact says what was done or said on its day. The words a rule acts on are enums;
//! the words an office may rename are keys of its lists.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::document::DocumentNoted;
use super::ending::{BankDetails, Closing, RefundDecision, Survey};
use super::event::Noted;
use super::first_contact::{Appointment, Informed, Screening};
use super::hearing::{SessionHeard, SessionListed};
use super::lending::{AgreementInPrinciple, Approval, Contract, Disbursement, Refusal, RefusalExplained, Submission};
use super::request::{Direction, Interview, NextDate, Orientation, Request, Stop};
use super::review::Review;
use super::running::{Amended, Declaration};
use super::taken_over::TakenOver;
use crate::settings::ListKey;
use crate::support::SupportPlan;

/// Number of a fact in the office's store; a later fact has a greater one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FactId(pub i64);

impl FactId {
    /// Stands for the number of a fact that is judged before it has its own: it comes after all others.
    pub const NEW: Self = Self(i64::MAX);
}

/// Something that happened or was said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "body", rename_all = "snake_case")]
pub enum Fact {
    /// First contact with a project.
    RequestReceived(Request),
    /// A next date was set.
    NextDateSet(NextDate),
    /// An interview or a call was held.
    InterviewHeld(Interview),
    /// The office decided where the request goes.
    OrientationDecided(Orientation),
    /// The dossier was sent to a lender.
    Submitted(Submission),
    /// A lender agreed in principle.
    AgreedInPrinciple(AgreementInPrinciple),
    /// A lender approved.
    Approved(Approval),
    /// A lender refused.
    Refused(Refusal),
    /// How the loan will be accompanied was set.
    SupportPlanned(SupportPlan),
    /// The contract was signed.
    ContractSigned(Contract),
    /// The funds were released.
    Disbursed(Disbursement),
    /// The running loan was changed.
    Amended(Amended),
    /// Something was said of instalments.
    Declared(Declaration),
    /// The person renounced the offer.
    Withdrawn(Stop),
    /// The person dropped the request.
    Dropped(Stop),
    /// The dossier was begun before Étrier.
    TakenOver(TakenOver),
    /// The phone grid was filled in.
    Screened(Screening),
    /// The person was told what has to be said.
    Informed(Informed),
    /// An appointment was agreed.
    AppointmentSet(Appointment),
    /// A supporting document was asked for, received, looked at.
    DocumentNoted(DocumentNoted),
    /// The dossier was put on the agenda of a session.
    SessionListed(SessionListed),
    /// The dossier came before a session.
    SessionHeard(SessionHeard),
    /// A lender said why it refused.
    RefusalExplained(RefusalExplained),
    /// A point was made while the loan runs.
    Reviewed(Review),
    /// An event that says no more than its day and a few words.
    Noted(Noted),
    /// A questionnaire came back.
    SurveyAnswered(Survey),
    /// The account for a refund is known.
    BankDetailsReceived(BankDetails),
    /// A refund of interest was decided.
    RefundDecided(RefundDecision),
    /// The dossier was closed.
    Closed(Closing),
}

vocabulary! {
    /// The kind of a fact, in the order facts of one day are tried.
    pub enum FactKind {
        TakenOver => "taken_over", "Dossier repris", "la reprise du dossier";
        RequestReceived => "request_received", "Demande", "la demande";
        Screened => "screened", "Appel de préqualification", "l’appel de préqualification";
        Informed => "informed", "Information de la personne", "l’information de la personne";
        AppointmentSet => "appointment_set", "Rendez-vous fixé", "le rendez-vous";
        InterviewHeld => "interview_held", "Entretien", "l’entretien";
        DocumentNoted => "document_noted", "Pièce", "la pièce";
        SessionListed => "session_listed", "Inscription à une séance", "l’inscription à la séance";
        SessionHeard => "session_heard", "Passage en séance", "le passage en séance";
        AgreedInPrinciple => "agreed_in_principle", "Accord de principe", "l’accord de principe";
        Refused => "refused", "Refus de la banque", "le refus de la banque";
        RefusalExplained => "refusal_explained", "Motif de refus donné", "le motif du refus";
        Approved => "approved", "Accord de la banque", "l’accord de la banque";
        OrientationDecided => "orientation_decided", "Décision du CCAS", "la décision du CCAS";
        Submitted => "submitted", "Transmission à la banque", "la transmission à la banque";
        SupportPlanned => "support_planned", "Plan d’accompagnement", "le plan d’accompagnement";
        ContractSigned => "contract_signed", "Signature du contrat", "la signature du contrat";
        Disbursed => "disbursed", "Versement", "le versement";
        Amended => "amended", "Aménagement du prêt", "l’aménagement du prêt";
        Declared => "declared", "Échéances déclarées", "la déclaration d’échéances";
        Reviewed => "reviewed", "Point de suivi", "le point de suivi";
        Noted => "noted", "Événement", "l’événement";
        SurveyAnswered => "survey_answered", "Questionnaire", "le questionnaire";
        BankDetailsReceived => "bank_details_received", "RIB reçu", "le RIB";
        RefundDecided => "refund_decided", "Remboursement d’intérêts décidé", "la décision de remboursement";
        Withdrawn => "withdrawn", "Rétractation ou offre non acceptée", "la rétractation";
        Dropped => "dropped", "Abandon de la demande", "l’abandon de la demande";
        Closed => "closed", "Clôture", "la clôture";
        NextDateSet => "next_date_set", "Prochaine date", "la prochaine date";
    }

    /// The fact inside a sentence, with its article: `la transmission à la banque`.
    fn with_article
}

impl Fact {
    /// Its kind.
    #[must_use]
    pub fn kind(&self) -> FactKind {
        match self {
            Self::RequestReceived(_) => FactKind::RequestReceived,
            Self::NextDateSet(_) => FactKind::NextDateSet,
            Self::InterviewHeld(_) => FactKind::InterviewHeld,
            Self::OrientationDecided(_) => FactKind::OrientationDecided,
            Self::Submitted(_) => FactKind::Submitted,
            Self::AgreedInPrinciple(_) => FactKind::AgreedInPrinciple,
            Self::Approved(_) => FactKind::Approved,
            Self::Refused(_) => FactKind::Refused,
            Self::SupportPlanned(_) => FactKind::SupportPlanned,
            Self::ContractSigned(_) => FactKind::ContractSigned,
            Self::Disbursed(_) => FactKind::Disbursed,
            Self::Amended(_) => FactKind::Amended,
            Self::Declared(_) => FactKind::Declared,
            Self::Withdrawn(_) => FactKind::Withdrawn,
            Self::Dropped(_) => FactKind::Dropped,
            Self::TakenOver(_) => FactKind::TakenOver,
            Self::Screened(_) => FactKind::Screened,
            Self::Informed(_) => FactKind::Informed,
            Self::AppointmentSet(_) => FactKind::AppointmentSet,
            Self::DocumentNoted(_) => FactKind::DocumentNoted,
            Self::SessionListed(_) => FactKind::SessionListed,
            Self::SessionHeard(_) => FactKind::SessionHeard,
            Self::RefusalExplained(_) => FactKind::RefusalExplained,
            Self::Reviewed(_) => FactKind::Reviewed,
            Self::Noted(_) => FactKind::Noted,
            Self::SurveyAnswered(_) => FactKind::SurveyAnswered,
            Self::BankDetailsReceived(_) => FactKind::BankDetailsReceived,
            Self::RefundDecided(_) => FactKind::RefundDecided,
            Self::Closed(_) => FactKind::Closed,
        }
    }

    /// The lender it is about, if any.
    #[must_use]
    pub fn lender(&self) -> Option<&ListKey> {
        match self {
            Self::Submitted(submission) => Some(&submission.lender),
            Self::AgreedInPrinciple(agreement) => Some(&agreement.lender),
            Self::Approved(approval) => Some(&approval.lender),
            Self::Refused(refusal) => Some(&refusal.lender),
            Self::RefusalExplained(explained) => Some(&explained.lender),
            Self::ContractSigned(contract) => Some(&contract.lender),
            Self::RequestReceived(_)
            | Self::NextDateSet(_)
            | Self::InterviewHeld(_)
            | Self::OrientationDecided(_)
            | Self::SupportPlanned(_)
            | Self::Disbursed(_)
            | Self::Amended(_)
            | Self::Declared(_)
            | Self::Withdrawn(_)
            | Self::Dropped(_)
            | Self::TakenOver(_)
            | Self::Screened(_)
            | Self::Informed(_)
            | Self::AppointmentSet(_)
            | Self::DocumentNoted(_)
            | Self::SessionListed(_)
            | Self::SessionHeard(_)
            | Self::Reviewed(_)
            | Self::Noted(_)
            | Self::SurveyAnswered(_)
            | Self::BankDetailsReceived(_)
            | Self::RefundDecided(_)
            | Self::Closed(_) => None,
        }
    }

    /// Whether it is what makes another fact possible: a sending for the answer of that lender.
    pub(super) fn allows(&self, other: &Self) -> bool {
        let same_lender = self.lender() == other.lender();
        let made_possible: &[FactKind] = match self.kind() {
            FactKind::OrientationDecided => &[FactKind::Submitted],
            FactKind::Submitted => &[FactKind::AgreedInPrinciple, FactKind::Approved, FactKind::Refused],
            FactKind::Refused => &[FactKind::RefusalExplained],
            FactKind::Approved => &[FactKind::ContractSigned, FactKind::Withdrawn],
            FactKind::ContractSigned => &[FactKind::Disbursed],
            FactKind::Disbursed => &[
                FactKind::Amended,
                FactKind::Declared,
                FactKind::Reviewed,
                FactKind::BankDetailsReceived,
                FactKind::RefundDecided,
            ],
            FactKind::SessionListed => &[FactKind::SessionHeard],
            FactKind::TakenOver
            | FactKind::RequestReceived
            | FactKind::Screened
            | FactKind::Informed
            | FactKind::AppointmentSet
            | FactKind::InterviewHeld
            | FactKind::DocumentNoted
            | FactKind::SessionHeard
            | FactKind::AgreedInPrinciple
            | FactKind::RefusalExplained
            | FactKind::SupportPlanned
            | FactKind::Amended
            | FactKind::Declared
            | FactKind::Reviewed
            | FactKind::Noted
            | FactKind::SurveyAnswered
            | FactKind::BankDetailsReceived
            | FactKind::RefundDecided
            | FactKind::Withdrawn
            | FactKind::Dropped
            | FactKind::Closed
            | FactKind::NextDateSet => &[],
        };
        let names_a_lender = other.lender().is_some() && self.lender().is_some();
        self.submits() && made_possible.contains(&other.kind()) && (same_lender || !names_a_lender)
    }

    /// False for a decision that sends elsewhere: nothing can be sent after it.
    fn submits(&self) -> bool {
        if let Self::OrientationDecided(decided) = self { decided.direction == Direction::Submit } else { true }
    }

    /// The day it happened.
    #[must_use]
    pub fn day(&self) -> NaiveDate {
        match self {
            Self::RequestReceived(request) => request.received_on,
            Self::NextDateSet(next) => next.set_on,
            Self::InterviewHeld(interview) => interview.held_on,
            Self::OrientationDecided(orientation) => orientation.decided_on,
            Self::Submitted(submission) => submission.sent_on,
            Self::AgreedInPrinciple(agreement) => agreement.on,
            Self::Approved(approval) => approval.on,
            Self::Refused(refusal) => refusal.on,
            Self::SupportPlanned(plan) => plan.set_on,
            Self::ContractSigned(contract) => contract.signed_on,
            Self::Disbursed(disbursement) => disbursement.on,
            Self::Amended(amended) => amended.agreed_on,
            Self::Declared(declaration) => declaration.on,
            Self::Withdrawn(stop) | Self::Dropped(stop) => stop.on,
            Self::TakenOver(taken) => taken.on,
            Self::Screened(screening) => screening.on,
            Self::Informed(informed) => informed.on,
            Self::AppointmentSet(appointment) => appointment.set_on,
            Self::DocumentNoted(document) => document.on,
            Self::SessionListed(listed) => listed.on,
            Self::SessionHeard(heard) => heard.on,
            Self::RefusalExplained(explained) => explained.on,
            Self::Reviewed(review) => review.on,
            Self::Noted(noted) => noted.on,
            Self::SurveyAnswered(survey) => survey.on,
            Self::BankDetailsReceived(details) => details.on,
            Self::RefundDecided(decision) => decision.on,
            Self::Closed(closing) => closing.on,
        }
    }
}
