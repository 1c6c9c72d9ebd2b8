//! The letters an office writes, one line each: its key, its title, its file, whom it is for, what it may tell, until when
//! it may leave and the facts it asserts.

use serde::{Deserialize, Serialize};

use super::admission::Case;
use super::field::LetterTopic;
use super::refusal::Admitted;

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

/// Until when a letter may leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LetterEnd {
    /// Until the dossier is closed.
    Closing,
    /// Once it is closed too, until the borrower dies.
    Death,
    /// Whatever happens.
    Never,
}

/// Declares the letters. `if` names the function of `Case` that says whether the facts the letter asserts are noted.
macro_rules! letters {
    ($($(#[$note:meta])* $kind:ident => $key:literal, $title:literal, $file:literal,
        to $reader:ident about [$($topic:ident),+] until $end:ident if $asserted:ident;)+) => {
        vocabulary! {
            /// A letter of the office, in the order of menus.
            pub enum LetterKind {
                $($(#[$note])* $kind => $key, $title, $file;)+
            }

            /// The start of its file name.
            fn file_stem
        }

        impl LetterKind {
            /// Whom it is for.
            #[must_use]
            pub const fn reader(self) -> LetterReader {
                match self { $(Self::$kind => LetterReader::$reader),+ }
            }

            /// What it may tell: who sent a person is told neither a reason nor an amount, whatever the office writes.
            #[must_use]
            pub const fn topics(self) -> &'static [LetterTopic] {
                match self { $(Self::$kind => &[$(LetterTopic::$topic),+]),+ }
            }

            /// Until when it may leave.
            #[must_use]
            pub const fn end(self) -> LetterEnd {
                match self { $(Self::$kind => LetterEnd::$end),+ }
            }

            /// Whether the facts it asserts are noted.
            pub(super) fn admission(self, case: &Case<'_>) -> Admitted {
                match self { $(Self::$kind => case.$asserted()),+ }
            }
        }
    };
}

letters! {
    /// The request is recorded.
    Acknowledgement => "acknowledgement_letter", "Accusé de réception de la demande", "accuse-reception",
        to Person about [Office, Person, Request, Appointment] until Closing if acknowledgement;
    /// An appointment is given.
    Appointment => "appointment_letter", "Convocation à un rendez-vous", "convocation",
        to Person about [Office, Person, Request, Appointment] until Closing if appointment;
    /// A person who gives no news is asked what they wish.
    Reminder => "reminder_letter", "Relance d’une demande sans nouvelles", "relance",
        to Person about [Office, Person, Request, Silence] until Closing if reminder;
    /// The office directs elsewhere.
    Redirection => "redirection_letter", "Réorientation vers une autre solution", "reorientation",
        to Person about [Office, Person, Request, Appointment, Decision] until Death if redirection;
    /// The request cannot be admitted as it is.
    Inadmissible => "inadmissible_letter", "Demande irrecevable", "demande-irrecevable",
        to Person about [Office, Person, Request, Appointment, Decision] until Death if inadmissible;
    /// A session put the request off.
    Adjournment => "adjournment_letter", "Renvoi à une autre séance", "renvoi-de-seance",
        to Person about [Office, Person, Request, Appointment, Decision] until Closing if adjournment;
    /// The office decided to submit the request to a lender.
    Submission => "submission_letter", "Transmission de la demande à la banque", "transmission-a-la-banque",
        to Person about [Office, Person, Request, Appointment, Decision] until Closing if submission;
    /// The over-indebtedness commission is asked to authorise the loan.
    CommissionRequest => "commission_authorisation_letter", "Demande à la commission de surendettement", "demande-commission",
        to Commission about [Office, Person, Request, Commission] until Closing if procedure;
    /// The lender agreed.
    Grant => "approval_letter", "Décision favorable", "decision-favorable",
        to Person about [Office, Person, Request, Appointment, Decision, Loan] until Death if grant;
    /// The lender refused.
    Refusal => "refusal_letter", "Refus de la banque et suite", "refus-et-suite",
        to Person about [Office, Person, Request, Appointment, Decision] until Closing if refusal;
    /// A lender that refused is asked why.
    ReasonsRequest => "refusal_reason_letter", "Demande de motif de refus", "demande-de-motif",
        to Bank about [Office, Person, Request, Decision] until Closing if unexplained_refusal;
    /// The money is paid and help goes on.
    HelpRemains => "help_remains_letter", "Lettre après le versement", "lettre-apres-versement",
        to Person about [Office, Person, Request, Appointment, Loan] until Closing if running_loan;
    /// A first instalment was missed.
    FirstMissed => "first_missed_letter", "Lettre après un premier impayé", "lettre-premier-impaye",
        to Person about [Office, Person, Request, Appointment, Loan, Difficulty] until Closing if first_missed;
    /// An instalment is asked to be postponed.
    DeferralRequest => "deferral_request_letter", "Demande de report d’échéance", "demande-de-report",
        to Bank about [Office, Person, Request, Loan, Difficulty] until Closing if difficulty;
    /// The loan is asked to be arranged anew.
    RenegotiationRequest => "renegotiation_letter", "Demande de renégociation", "demande-de-renegociation",
        to Bank about [Office, Person, Request, Loan, Difficulty] until Closing if lasting_difficulty;
    /// Why payment stopped, before the lender ends the loan.
    DefaultReasons => "default_reasons_letter", "Raisons de la défaillance et avis avant déchéance du terme", "avis-avant-decheance",
        to Bank about [Office, Person, Request, Loan, Difficulty] until Closing if default_reasons;
    /// The loan is repaid.
    EndOfLoan => "loan_end_letter", "Lettre de fin de prêt", "lettre-fin-de-pret",
        to Person about [Office, Person, Request, Appointment, Loan, Refund] until Death if repaid_loan;
    /// The account for a refund is asked for.
    BankDetailsRequest => "bank_details_letter", "Demande de RIB", "demande-de-rib",
        to Person about [Office, Person, Request, Appointment, Loan, Refund] until Death if refund_without_account;
    /// A refund was decided.
    RefundNotice => "refund_letter", "Avis de remboursement des intérêts", "avis-de-remboursement",
        to Person about [Office, Person, Request, Appointment, Loan, Refund] until Death if refund_granted;
    /// A refund was refused.
    RefundRefusal => "refund_refusal_letter", "Intérêts non remboursés", "interets-non-rembourses",
        to Person about [Office, Person, Request, Appointment, Loan, Refund] until Death if refund_refused;
    /// What became of a person is told to who sent them.
    ReferrerFeedback => "referrer_feedback_letter", "Retour au prescripteur", "retour-prescripteur",
        to Referrer about [Office, Person, Referral] until Never if feedback_agreement;
    /// Whatever the office has to write to the person that no other letter says.
    FreeToPerson => "free_person_letter", "Lettre libre à la personne", "lettre-libre",
        to Person about [Office, Person, Request, Appointment, Loan] until Death if nothing;
    /// Whatever the office has to write to the bank that has the dossier.
    FreeToBank => "free_bank_letter", "Lettre libre à la banque", "lettre-libre-banque",
        to Bank about [Office, Person, Request, Loan] until Never if presented;
}

impl LetterKind {
    /// Whether no fact calls for it: the adviser alone chooses to write it.
    #[must_use]
    pub const fn is_free(self) -> bool {
        matches!(self, Self::FreeToPerson | Self::FreeToBank)
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
