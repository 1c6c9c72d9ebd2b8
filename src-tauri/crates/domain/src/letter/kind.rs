//! The letters an office writes: whom each is for, and what it may tell.

use serde::{Deserialize, Serialize};

use super::field::LetterTopic;

vocabulary! {
    /// A letter of the office.
    pub enum LetterKind {
        /// The request is recorded.
        Acknowledgement => "acknowledgement_letter";
        /// An appointment is given.
        Appointment => "appointment_letter";
        /// A person who gives no news is asked what they wish.
        Reminder => "reminder_letter";
        /// A session put the request off.
        Adjournment => "adjournment_letter";
        /// The office directs elsewhere.
        Redirection => "redirection_letter";
        /// The request cannot be admitted as it is.
        Inadmissible => "inadmissible_letter";
        /// The over-indebtedness commission is asked to authorise the loan.
        CommissionRequest => "commission_authorisation_letter";
        /// The office decided to submit the request to a lender.
        Submission => "submission_letter";
        /// The lender agreed.
        Grant => "approval_letter";
        /// The lender refused.
        Refusal => "refusal_letter";
        /// A lender that refused is asked why.
        ReasonsRequest => "refusal_reason_letter";
        /// The money is paid and help goes on.
        HelpRemains => "help_remains_letter";
        /// A first instalment was missed.
        FirstMissed => "first_missed_letter";
        /// An instalment is asked to be postponed.
        DeferralRequest => "deferral_request_letter";
        /// The loan is asked to be arranged anew.
        RenegotiationRequest => "renegotiation_letter";
        /// Why payment stopped, before the lender ends the loan.
        DefaultReasons => "default_reasons_letter";
        /// The loan is repaid.
        EndOfLoan => "loan_end_letter";
        /// The account for a refund is asked for.
        BankDetailsRequest => "bank_details_letter";
        /// A refund was decided.
        RefundNotice => "refund_letter";
        /// A refund was refused.
        RefundRefusal => "refund_refusal_letter";
        /// What became of a person is told to who sent them.
        ReferrerFeedback => "referrer_feedback_letter";
    }
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
    use crate::words::Word;

    #[test]
    fn every_letter_has_a_key_of_its_own() {
        let keys: BTreeSet<&str> = LetterKind::ALL.iter().map(|kind| kind.key()).collect();
        assert_eq!(keys.len(), LetterKind::ALL.len());
        for kind in LetterKind::ALL {
            assert_eq!(LetterKind::from_key(kind.key()), Some(kind));
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.key(), "its key is what JSON writes");
        }
        assert_eq!(LetterKind::from_key("love_letter"), None);
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
