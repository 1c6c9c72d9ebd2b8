//! The letters an office writes: whom each is for, and what it may tell.

use serde::{Deserialize, Serialize};

use super::field::LetterTopic;

/// A letter of the office.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum LetterKind {
    /// The request is recorded.
    #[serde(rename = "acknowledgement_letter")]
    Acknowledgement,
    /// An appointment is given.
    #[serde(rename = "appointment_letter")]
    Appointment,
    /// A person who gives no news is asked what they wish.
    #[serde(rename = "reminder_letter")]
    Reminder,
    /// The lender agreed.
    #[serde(rename = "approval_letter")]
    Grant,
    /// The lender refused.
    #[serde(rename = "refusal_letter")]
    Refusal,
    /// The office directs elsewhere.
    #[serde(rename = "redirection_letter")]
    Redirection,
    /// The request cannot be admitted as it is.
    #[serde(rename = "inadmissible_letter")]
    Inadmissible,
    /// A session put the request off.
    #[serde(rename = "adjournment_letter")]
    Adjournment,
    /// The office decided to submit the request to a lender.
    #[serde(rename = "submission_letter")]
    Submission,
    /// The over-indebtedness commission is asked to authorise the loan.
    #[serde(rename = "commission_authorisation_letter")]
    CommissionRequest,
    /// A lender that refused is asked why.
    #[serde(rename = "refusal_reason_letter")]
    ReasonsRequest,
    /// The money is paid and help goes on.
    #[serde(rename = "help_remains_letter")]
    HelpRemains,
    /// A first instalment was missed.
    #[serde(rename = "first_missed_letter")]
    FirstMissed,
    /// An instalment is asked to be postponed.
    #[serde(rename = "deferral_request_letter")]
    DeferralRequest,
    /// The loan is asked to be arranged anew.
    #[serde(rename = "renegotiation_letter")]
    RenegotiationRequest,
    /// Why payment stopped, before the lender ends the loan.
    #[serde(rename = "default_reasons_letter")]
    DefaultReasons,
    /// The loan is repaid.
    #[serde(rename = "loan_end_letter")]
    EndOfLoan,
    /// The account for a refund is asked for.
    #[serde(rename = "bank_details_letter")]
    BankDetailsRequest,
    /// A refund was decided.
    #[serde(rename = "refund_letter")]
    RefundNotice,
    /// A refund was refused.
    #[serde(rename = "refund_refusal_letter")]
    RefundRefusal,
    /// What became of a person is told to who sent them.
    #[serde(rename = "referrer_feedback_letter")]
    ReferrerFeedback,
}

/// Whom a letter is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LetterReader {
    /// The person who asks or borrows.
    Person,
    /// The lender.
    Bank,
    /// The over-indebtedness commission.
    Commission,
    /// Who sent the person.
    Referrer,
}

impl LetterKind {
    /// Every letter, in the order of a dossier's life.
    pub const ALL: [Self; 21] = [
        Self::Acknowledgement,
        Self::Appointment,
        Self::Reminder,
        Self::Adjournment,
        Self::Redirection,
        Self::Inadmissible,
        Self::CommissionRequest,
        Self::Submission,
        Self::Grant,
        Self::Refusal,
        Self::ReasonsRequest,
        Self::HelpRemains,
        Self::FirstMissed,
        Self::DeferralRequest,
        Self::RenegotiationRequest,
        Self::DefaultReasons,
        Self::EndOfLoan,
        Self::BankDetailsRequest,
        Self::RefundNotice,
        Self::RefundRefusal,
        Self::ReferrerFeedback,
    ];

    /// Its stable key: of its text, of its paper, of what is noted once it left; never reused.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Acknowledgement => "acknowledgement_letter",
            Self::Appointment => "appointment_letter",
            Self::Reminder => "reminder_letter",
            Self::Redirection => "redirection_letter",
            Self::Inadmissible => "inadmissible_letter",
            Self::Adjournment => "adjournment_letter",
            Self::Submission => "submission_letter",
            Self::CommissionRequest => "commission_authorisation_letter",
            Self::Grant => "approval_letter",
            Self::Refusal => "refusal_letter",
            Self::ReasonsRequest => "refusal_reason_letter",
            Self::HelpRemains => "help_remains_letter",
            Self::FirstMissed => "first_missed_letter",
            Self::DeferralRequest => "deferral_request_letter",
            Self::RenegotiationRequest => "renegotiation_letter",
            Self::DefaultReasons => "default_reasons_letter",
            Self::EndOfLoan => "loan_end_letter",
            Self::BankDetailsRequest => "bank_details_letter",
            Self::RefundNotice => "refund_letter",
            Self::RefundRefusal => "refund_refusal_letter",
            Self::ReferrerFeedback => "referrer_feedback_letter",
        }
    }

    /// The letter of a key.
    #[must_use]
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// Whom it is for.
    #[must_use]
    pub const fn reader(self) -> LetterReader {
        match self {
            Self::Acknowledgement
            | Self::Appointment
            | Self::Reminder
            | Self::Redirection
            | Self::Inadmissible
            | Self::Adjournment
            | Self::Submission
            | Self::Grant
            | Self::Refusal
            | Self::HelpRemains
            | Self::FirstMissed
            | Self::EndOfLoan
            | Self::BankDetailsRequest
            | Self::RefundNotice
            | Self::RefundRefusal => LetterReader::Person,
            Self::ReasonsRequest | Self::DeferralRequest | Self::RenegotiationRequest | Self::DefaultReasons => {
                LetterReader::Bank
            }
            Self::CommissionRequest => LetterReader::Commission,
            Self::ReferrerFeedback => LetterReader::Referrer,
        }
    }

    /// What it may tell: who sent a person is told neither a reason nor an amount, whatever the office writes.
    #[must_use]
    pub const fn topics(self) -> &'static [LetterTopic] {
        use LetterTopic::{
            Appointment, Commission, Decision, Difficulty, Loan, Office, Person, Referral, Refund, Request, Silence,
        };
        match self {
            Self::Acknowledgement | Self::Appointment => &[Office, Person, Request, Appointment],
            Self::Reminder => &[Office, Person, Request, Silence],
            Self::Redirection | Self::Inadmissible | Self::Adjournment | Self::Submission | Self::Refusal => {
                &[Office, Person, Request, Appointment, Decision]
            }
            Self::Grant => &[Office, Person, Request, Appointment, Decision, Loan],
            Self::CommissionRequest => &[Office, Person, Request, Commission],
            Self::ReasonsRequest => &[Office, Person, Request, Decision],
            Self::HelpRemains => &[Office, Person, Request, Appointment, Loan],
            Self::FirstMissed => &[Office, Person, Request, Appointment, Loan, Difficulty],
            Self::DeferralRequest | Self::RenegotiationRequest | Self::DefaultReasons => {
                &[Office, Person, Request, Loan, Difficulty]
            }
            Self::EndOfLoan | Self::BankDetailsRequest | Self::RefundNotice | Self::RefundRefusal => {
                &[Office, Person, Request, Appointment, Loan, Refund]
            }
            Self::ReferrerFeedback => &[Office, Person, Referral],
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::letter::LetterField;

    #[test]
    fn every_letter_has_a_key_of_its_own() {
        let keys: BTreeSet<&str> = LetterKind::ALL.iter().map(|kind| kind.key()).collect();
        assert_eq!(keys.len(), LetterKind::ALL.len());
        for kind in LetterKind::ALL {
            assert_eq!(LetterKind::of_key(kind.key()), Some(kind));
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.key(), "its key is what JSON writes");
        }
        assert_eq!(LetterKind::of_key("love_letter"), None);
    }

    #[test]
    fn who_sent_a_person_is_told_neither_a_reason_nor_an_amount() {
        let told = |field: LetterField| field.is_offered_to(LetterKind::ReferrerFeedback);
        assert!(told(LetterField::Person) && told(LetterField::Became));
        for field in [LetterField::RefusalReasons, LetterField::AmountAsked, LetterField::LoanAmount] {
            assert!(!told(field), "{field:?} is for the person to tell");
        }
    }
}
