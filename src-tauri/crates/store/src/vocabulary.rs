//! The names under which words of the vocabulary are stored; they never change.

mod committee;

use domain::assessment::{Finding, Opinion, RegisterAnswer};
use domain::attachment::ContentKind;
use domain::budget::{Certainty, Frequency, Hope, SealedBy};
use domain::companion::CompanionRole;
use domain::dossier::{EndKind, FactKind, Outcome, Precision, Stage};
use domain::household::{Link, Presence, Share};
use domain::loan::{FeePayment, InsuranceRequirement};
use domain::person::Title;
use domain::project::{AidStatus, Choice};
use domain::retention::RetentionKind;
use domain::task::{TaskFamily, WaitingOn};

/// A word of the vocabulary that a column holds.
pub(crate) trait Word: Copy + 'static {
    /// Every word.
    const ALL: &'static [Self];

    /// Its stored name.
    fn name(self) -> &'static str;

    /// The word of a stored name.
    fn read(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|word| word.name() == name)
    }
}

impl Word for Title {
    const ALL: &'static [Self] = &Self::ALL;

    fn name(self) -> &'static str {
        match self {
            Self::Madame => "madame",
            Self::Monsieur => "monsieur",
            Self::NotStated => "not_stated",
        }
    }
}

impl Word for Link {
    const ALL: &'static [Self] = &[
        Self::Applicant,
        Self::CoApplicant,
        Self::Spouse,
        Self::Child,
        Self::ChildShared,
        Self::AdultChild,
        Self::Parent,
        Self::HostedPerson,
        Self::Other,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Applicant => "applicant",
            Self::CoApplicant => "co_applicant",
            Self::Spouse => "spouse",
            Self::Child => "child",
            Self::ChildShared => "child_shared",
            Self::AdultChild => "adult_child",
            Self::Parent => "parent",
            Self::HostedPerson => "hosted_person",
            Self::Other => "other",
        }
    }
}

impl Word for CompanionRole {
    const ALL: &'static [Self] = &Self::ALL;

    fn name(self) -> &'static str {
        match self {
            Self::Professional => "professional",
            Self::Guardian => "guardian",
            Self::Relative => "relative",
        }
    }
}

impl Word for Share {
    const ALL: &'static [Self] = &Self::ALL;

    fn name(self) -> &'static str {
        match self {
            Self::One => "one",
            Self::Half => "half",
            Self::None => "none",
        }
    }
}

impl Word for RetentionKind {
    const ALL: &'static [Self] = &Self::ALL;

    fn name(self) -> &'static str {
        match self {
            Self::Archived => "archived",
            Self::Extended => "extended",
            Self::TakenBack => "taken_back",
        }
    }
}

impl Word for Presence {
    const ALL: &'static [Self] = &[Self::Here, Self::Elsewhere];

    fn name(self) -> &'static str {
        match self {
            Self::Here => "here",
            Self::Elsewhere => "elsewhere",
        }
    }
}

impl Word for Frequency {
    const ALL: &'static [Self] = &Self::ALL;

    fn name(self) -> &'static str {
        match self {
            Self::Weekly => "weekly",
            Self::Fortnightly => "fortnightly",
            Self::Monthly => "monthly",
            Self::TwoMonthly => "two_monthly",
            Self::Quarterly => "quarterly",
            Self::HalfYearly => "half_yearly",
            Self::Yearly => "yearly",
            Self::OneOff => "one_off",
        }
    }
}

impl Word for Certainty {
    const ALL: &'static [Self] = &Self::ALL;

    fn name(self) -> &'static str {
        match self {
            Self::Declared => "declared",
            Self::SeenOnStatements => "seen_on_statements",
            Self::Proved => "proved",
        }
    }
}

impl Word for FactKind {
    const ALL: &'static [Self] = &Self::ALL;

    fn name(self) -> &'static str {
        match self {
            Self::RequestReceived => "request_received",
            Self::InterviewHeld => "interview_held",
            Self::AgreedInPrinciple => "agreed_in_principle",
            Self::Refused => "refused",
            Self::Approved => "approved",
            Self::OrientationDecided => "orientation_decided",
            Self::Submitted => "submitted",
            Self::SupportPlanned => "support_planned",
            Self::ContractSigned => "contract_signed",
            Self::Withdrawn => "withdrawn",
            Self::Disbursed => "disbursed",
            Self::Amended => "amended",
            Self::Declared => "declared",
            Self::Dropped => "dropped",
            Self::NextDateSet => "next_date_set",
            Self::TakenOver => "taken_over",
            Self::Screened => "screened",
            Self::Informed => "informed",
            Self::AppointmentSet => "appointment_set",
            Self::DocumentNoted => "document_noted",
            Self::SessionListed => "session_listed",
            Self::SessionHeard => "session_heard",
            Self::RefusalExplained => "refusal_explained",
            Self::Reviewed => "reviewed",
            Self::Noted => "noted",
            Self::SurveyAnswered => "survey_answered",
            Self::BankDetailsReceived => "bank_details_received",
            Self::RefundDecided => "refund_decided",
            Self::Closed => "closed",
        }
    }
}

impl Word for Stage {
    const ALL: &'static [Self] = &Self::ALL;

    fn name(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Assessment => "assessment",
            Self::Session => "session",
            Self::ToSubmit => "to_submit",
            Self::WithLender => "with_lender",
            Self::AgreementInPrinciple => "agreement_in_principle",
            Self::Refused => "refused",
            Self::Granted => "granted",
            Self::Signed => "signed",
            Self::Running => "running",
            Self::Accelerated => "accelerated",
            Self::Ending => "ending",
            Self::Closed => "closed",
        }
    }
}

impl Word for Outcome {
    const ALL: &'static [Self] = &Self::ALL;

    fn name(self) -> &'static str {
        match self {
            Self::Redirected => "redirected",
            Self::Inadmissible => "inadmissible",
            Self::Dropped => "dropped",
            Self::Withdrawn => "withdrawn",
            Self::InformationOnly => "information_only",
            Self::Ended(EndKind::Unpaid) => "ended_unpaid",
            Self::Ended(EndKind::Repaid) => "ended_repaid",
            Self::Ended(EndKind::Lost) => "ended_lost",
            Self::Ended(EndKind::Died) => "ended_died",
            Self::Ended(EndKind::Elsewhere) => "ended_elsewhere",
        }
    }
}

impl Word for Choice {
    const ALL: &'static [Self] = &Self::ALL;

    fn name(self) -> &'static str {
        match self {
            Self::Compared => "compared",
            Self::Kept => "kept",
            Self::PutAside => "put_aside",
        }
    }
}

impl Word for AidStatus {
    const ALL: &'static [Self] = &Self::ALL;

    fn name(self) -> &'static str {
        match self {
            Self::ToAsk => "to_ask",
            Self::Asked => "asked",
            Self::Obtained => "obtained",
            Self::Refused => "refused",
            Self::NotApplicable => "not_applicable",
        }
    }
}

impl Word for InsuranceRequirement {
    const ALL: &'static [Self] = &[Self::Optional, Self::Required];

    fn name(self) -> &'static str {
        match self {
            Self::Optional => "optional",
            Self::Required => "required",
        }
    }
}

impl Word for RegisterAnswer {
    const ALL: &'static [Self] = &Self::ALL;

    fn name(self) -> &'static str {
        match self {
            Self::No => "no",
            Self::Yes => "yes",
            Self::ToSee => "to_see",
        }
    }
}

impl Word for Opinion {
    const ALL: &'static [Self] = &Self::ALL;

    fn name(self) -> &'static str {
        match self {
            Self::Favourable => "favourable",
            Self::FavourableWithReservation => "favourable_with_reservation",
            Self::Reserved => "reserved",
            Self::Unfavourable => "unfavourable",
        }
    }
}

impl Word for Finding {
    const ALL: &'static [Self] = &Self::ALL;

    fn name(self) -> &'static str {
        match self {
            Self::Favourable => "favourable",
            Self::ToDiscuss => "to_discuss",
            Self::Unfavourable => "unfavourable",
            Self::NotApplicable => "not_applicable",
            Self::NotAssessed => "not_assessed",
        }
    }
}

impl Word for FeePayment {
    const ALL: &'static [Self] = &Self::ALL;

    fn name(self) -> &'static str {
        match self {
            Self::AtStart => "at_start",
            Self::Financed => "financed",
        }
    }
}

impl Word for Hope {
    const ALL: &'static [Self] = &Self::ALL;

    fn name(self) -> &'static str {
        match self {
            Self::Sure => "sure",
            Self::NotCounted => "not_counted",
            Self::Counted => "counted",
        }
    }
}

impl Word for SealedBy {
    const ALL: &'static [Self] = &Self::ALL;

    fn name(self) -> &'static str {
        match self {
            Self::Printed => "printed",
            Self::Decided => "decided",
            Self::Sent => "sent",
        }
    }
}

impl Word for ContentKind {
    const ALL: &'static [Self] = &Self::ALL;

    fn name(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Jpeg => "jpeg",
            Self::Png => "png",
            Self::Text => "text",
            Self::Docx => "docx",
            Self::Odt => "odt",
        }
    }
}

impl Word for Precision {
    const ALL: &'static [Self] = &Self::ALL;

    fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Month => "month",
            Self::Year => "year",
        }
    }
}

impl Word for WaitingOn {
    const ALL: &'static [Self] = &Self::ALL;

    fn name(self) -> &'static str {
        match self {
            Self::Advisor => "advisor",
            Self::Person => "person",
            Self::Lender => "lender",
            Self::Committee => "committee",
            Self::Commission => "commission",
            Self::Guardian => "guardian",
            Self::Referrer => "referrer",
            Self::Treasurer => "treasurer",
        }
    }
}

impl Word for TaskFamily {
    const ALL: &'static [Self] = &Self::ALL;

    fn name(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Assessment => "assessment",
            Self::Decision => "decision",
            Self::Lender => "lender",
            Self::Loan => "loan",
            Self::Arrears => "arrears",
            Self::End => "end",
            Self::Office => "office",
        }
    }
}
