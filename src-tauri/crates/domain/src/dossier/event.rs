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

/// What happened, or a day that follows from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each one is the event of that key in the delivered facts")]
pub enum Event {
    RequestReceived,
    AppointmentSet,
    AppointmentDate,
    AppointmentMissed,
    InterviewHeld,
    DocumentRequested,
    DocumentReceived,
    DocumentExpires,
    QuoteExpires,
    AidAsked,
    AidAnswered,
    FileComplete,
    CommissionAuthorisationAsked,
    CommissionAuthorisationAnswered,
    GuardianAsked,
    GuardianAnswered,
    SessionListed,
    SessionDate,
    OrientationDecided,
    Redirected,
    Dropped,
    DeclaredInadmissible,
    RedirectionAnswered,
    Submitted,
    LenderAcknowledged,
    LenderAskedMore,
    LenderAnswerExpected,
    AgreementInPrinciple,
    AgreementInPrincipleEnds,
    Approved,
    Refused,
    RefusalReasonAsked,
    RefusalReasonGiven,
    ApplicantTold,
    OfferIssued,
    ContractSigned,
    CharterSigned,
    Withdrawn,
    Disbursed,
    PurchaseProved,
    FirstInstalmentDue,
    InstalmentDue,
    MidTerm,
    ContactHeld,
    ContactAnsweredNone,
    PaymentsDeclared,
    LifeEvent,
    DifficultyTold,
    SolutionWanted,
    InstalmentMissed,
    MissedKnown,
    DeferralAsked,
    DeferralAnswered,
    AmendmentSigned,
    RegistrationLetter,
    RegistrationThreshold,
    Registered,
    AccelerationAnnounced,
    Accelerated,
    GuaranteeCalled,
    ArrearsCleared,
    LastInstalmentDue,
    LoanRepaid,
    ClosingInterview,
    SurveyAnswered,
    BankDetailsAsked,
    BankDetailsReceived,
    RefundDecided,
    RefundPaid,
    Death,
    Closed,
    LetterSent,
    LastFact,
    LenderAgreementSigned,
    LenderAgreementEnds,
    ReportClosed,
    RetentionDone,
    FeedbackConsent,
    RetentionDue,
    BackupMade,
    PeriodClosed,
    AppointmentCancelled,
    ConsentSigned,
    SupportAction,
    TaskDone,
    TaskPutOff,
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
    /// Until when it holds: the last day of an offer, the day a task is put off to.
    pub until: Option<NaiveDate>,
    /// The amount it is about: owed at acceleration, called, given, refunded.
    pub amount: Option<Euros>,
    /// What was said.
    pub note: Line,
    /// What a letter says of it, in words for who reads it; the words for the office are never printed there.
    #[serde(default)]
    pub letter_words: Line,
}

impl Noted {
    /// Whether it asks the lender for a postponement: said so, or by the letter that does.
    #[must_use]
    pub fn asks_for_a_deferral(&self) -> bool {
        let letter = || self.subject.as_ref().is_some_and(|key| key.as_str() == LetterKind::DeferralRequest.key());
        self.event == Event::DeferralAsked || (self.event == Event::LetterSent && letter())
    }
}

/// What became of a person directed elsewhere, when they are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RedirectionAnswer {
    /// It helped.
    Helped,
    /// It did not.
    NotHelped,
    /// The person could not be reached.
    Unreachable,
    /// The person was not asked.
    NotAsked,
}

impl RedirectionAnswer {
    /// Every answer, in the order of lists.
    pub const ALL: [Self; 4] = [Self::Helped, Self::NotHelped, Self::Unreachable, Self::NotAsked];

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
    /// Every event, in the order of a dossier's life, then those of the office.
    pub const ALL: [Self; 86] = [
        Self::RequestReceived,
        Self::AppointmentSet,
        Self::AppointmentDate,
        Self::AppointmentMissed,
        Self::InterviewHeld,
        Self::DocumentRequested,
        Self::DocumentReceived,
        Self::DocumentExpires,
        Self::QuoteExpires,
        Self::AidAsked,
        Self::AidAnswered,
        Self::FileComplete,
        Self::CommissionAuthorisationAsked,
        Self::CommissionAuthorisationAnswered,
        Self::GuardianAsked,
        Self::GuardianAnswered,
        Self::SessionListed,
        Self::SessionDate,
        Self::OrientationDecided,
        Self::Redirected,
        Self::Dropped,
        Self::DeclaredInadmissible,
        Self::RedirectionAnswered,
        Self::Submitted,
        Self::LenderAcknowledged,
        Self::LenderAskedMore,
        Self::LenderAnswerExpected,
        Self::AgreementInPrinciple,
        Self::AgreementInPrincipleEnds,
        Self::Approved,
        Self::Refused,
        Self::RefusalReasonAsked,
        Self::RefusalReasonGiven,
        Self::ApplicantTold,
        Self::OfferIssued,
        Self::ContractSigned,
        Self::CharterSigned,
        Self::Withdrawn,
        Self::Disbursed,
        Self::PurchaseProved,
        Self::FirstInstalmentDue,
        Self::InstalmentDue,
        Self::MidTerm,
        Self::ContactHeld,
        Self::ContactAnsweredNone,
        Self::PaymentsDeclared,
        Self::LifeEvent,
        Self::DifficultyTold,
        Self::SolutionWanted,
        Self::InstalmentMissed,
        Self::MissedKnown,
        Self::DeferralAsked,
        Self::DeferralAnswered,
        Self::AmendmentSigned,
        Self::RegistrationLetter,
        Self::RegistrationThreshold,
        Self::Registered,
        Self::AccelerationAnnounced,
        Self::Accelerated,
        Self::GuaranteeCalled,
        Self::ArrearsCleared,
        Self::LastInstalmentDue,
        Self::LoanRepaid,
        Self::ClosingInterview,
        Self::SurveyAnswered,
        Self::BankDetailsAsked,
        Self::BankDetailsReceived,
        Self::RefundDecided,
        Self::RefundPaid,
        Self::Death,
        Self::Closed,
        Self::LetterSent,
        Self::LastFact,
        Self::LenderAgreementSigned,
        Self::LenderAgreementEnds,
        Self::ReportClosed,
        Self::RetentionDone,
        Self::FeedbackConsent,
        Self::RetentionDue,
        Self::BackupMade,
        Self::PeriodClosed,
        Self::AppointmentCancelled,
        Self::ConsentSigned,
        Self::SupportAction,
        Self::TaskDone,
        Self::TaskPutOff,
    ];

    /// The events noted in words; the others are facts of their own or follow from them.
    pub const NOTED: [Self; 37] = [
        Self::AppointmentMissed,
        Self::AppointmentCancelled,
        Self::ContactAnsweredNone,
        Self::FileComplete,
        Self::CommissionAuthorisationAsked,
        Self::CommissionAuthorisationAnswered,
        Self::GuardianAsked,
        Self::GuardianAnswered,
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
