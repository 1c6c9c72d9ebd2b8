//! The fields a letter may name, and what each is about.

mod list;

use self::list::told_of;
use super::kind::LetterKind;

/// A field a letter may name between braces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each one is said in French by its line of the list")]
pub enum LetterField {
    OfficeThe,
    OfficeOf,
    OfficeTo,
    OfficeName,
    OfficeNameThe,
    Advisor,
    AdvisorPhone,
    AdvisorPresence,
    Today,
    AnswerBy,
    Person,
    ShortName,
    HeOrShe,
    ThatHeOrShe,
    Borrowers,
    Reference,
    RequestDay,
    AmountAsked,
    Project,
    PersonPhone,
    BornOn,
    PersonBorn,
    AppointmentDay,
    AppointmentPlace,
    Bank,
    BankThe,
    BankTo,
    SentOn,
    DecidedOn,
    TermsSent,
    RefusalReasons,
    ReasonAskedOn,
    GrantTable,
    RefundPromised,
    ReflectionDays,
    FirstPaymentDay,
    OrientedOn,
    Solutions,
    OrientationReason,
    CallBackOn,
    HeardOn,
    AdjournedTo,
    AdjournmentReason,
    Loan,
    Lender,
    LoanAmount,
    LoanMonths,
    Instalment,
    SignedOn,
    LawSince2026,
    LawSince2023,
    LawBefore2023,
    DisbursedOn,
    FirstDue,
    NextDue,
    NextAmount,
    LastDue,
    AgreementDay,
    DeferralsMost,
    WarningDays,
    Guarantee,
    LoanTable,
    MissedDue,
    MissedAmount,
    BankToldOn,
    DifficultyToldOn,
    BankSolutions,
    RegistrationCount,
    RegistrationDays,
    RegistrationRisk,
    Unpaid,
    AskedAbout,
    Asked,
    Reasons,
    Done,
    Offered,
    AnnouncedOn,
    LostOn,
    DeferralTable,
    DefaultTable,
    RepaidOn,
    RefundShare,
    RefundAmount,
    RefundDecidedOn,
    RefundObstacle,
    RefundPayer,
    RefundResolution,
    AccountEnding,
    RefundTable,
    AskedTable,
    Story,
    AidsSought,
    BudgetTable,
    QuoteUntil,
    CommissionGuarantee,
    FeedbackAgreedOn,
    Became,
    CallsWithoutAnswer,
    DocumentsAwaited,
    ClosedWithoutNews,
}

/// What a field is about, which says the letters that may name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LetterTopic {
    /// The office and its adviser.
    Office,
    /// The person's name and the reference of their dossier.
    Person,
    /// What was asked for, and how to reach the person.
    Request,
    /// The appointment to come.
    Appointment,
    /// What the lender or the office decided.
    Decision,
    /// The loan as it was signed.
    Loan,
    /// What is not paid, why, and what is asked.
    Difficulty,
    /// The end of the loan and the interest given back.
    Refund,
    /// What the over-indebtedness commission weighs.
    Commission,
    /// What who sent the person may know.
    Referral,
    /// That the person gives no news, and what the dossier waits for.
    Silence,
}

impl LetterTopic {
    /// Every topic, in the order of lists.
    pub const ALL: [Self; 11] = [
        Self::Office,
        Self::Person,
        Self::Request,
        Self::Appointment,
        Self::Decision,
        Self::Loan,
        Self::Difficulty,
        Self::Refund,
        Self::Commission,
        Self::Referral,
        Self::Silence,
    ];
}

impl LetterField {
    /// Every field, topic by topic.
    pub const ALL: [Self; 100] = [
        Self::OfficeThe,
        Self::OfficeOf,
        Self::OfficeTo,
        Self::OfficeName,
        Self::OfficeNameThe,
        Self::Advisor,
        Self::AdvisorPhone,
        Self::AdvisorPresence,
        Self::Today,
        Self::AnswerBy,
        Self::Person,
        Self::ShortName,
        Self::HeOrShe,
        Self::ThatHeOrShe,
        Self::Borrowers,
        Self::Reference,
        Self::RequestDay,
        Self::AmountAsked,
        Self::Project,
        Self::PersonPhone,
        Self::BornOn,
        Self::PersonBorn,
        Self::AppointmentDay,
        Self::AppointmentPlace,
        Self::Bank,
        Self::BankThe,
        Self::BankTo,
        Self::SentOn,
        Self::DecidedOn,
        Self::TermsSent,
        Self::RefusalReasons,
        Self::ReasonAskedOn,
        Self::GrantTable,
        Self::RefundPromised,
        Self::ReflectionDays,
        Self::FirstPaymentDay,
        Self::OrientedOn,
        Self::Solutions,
        Self::OrientationReason,
        Self::CallBackOn,
        Self::HeardOn,
        Self::AdjournedTo,
        Self::AdjournmentReason,
        Self::Loan,
        Self::Lender,
        Self::LoanAmount,
        Self::LoanMonths,
        Self::Instalment,
        Self::SignedOn,
        Self::LawSince2026,
        Self::LawSince2023,
        Self::LawBefore2023,
        Self::DisbursedOn,
        Self::FirstDue,
        Self::NextDue,
        Self::NextAmount,
        Self::LastDue,
        Self::AgreementDay,
        Self::DeferralsMost,
        Self::WarningDays,
        Self::Guarantee,
        Self::LoanTable,
        Self::MissedDue,
        Self::MissedAmount,
        Self::BankToldOn,
        Self::DifficultyToldOn,
        Self::BankSolutions,
        Self::RegistrationCount,
        Self::RegistrationDays,
        Self::RegistrationRisk,
        Self::Unpaid,
        Self::AskedAbout,
        Self::Asked,
        Self::Reasons,
        Self::Done,
        Self::Offered,
        Self::AnnouncedOn,
        Self::LostOn,
        Self::DeferralTable,
        Self::DefaultTable,
        Self::RepaidOn,
        Self::RefundShare,
        Self::RefundAmount,
        Self::RefundDecidedOn,
        Self::RefundObstacle,
        Self::RefundPayer,
        Self::RefundResolution,
        Self::AccountEnding,
        Self::RefundTable,
        Self::AskedTable,
        Self::Story,
        Self::AidsSought,
        Self::BudgetTable,
        Self::QuoteUntil,
        Self::CommissionGuarantee,
        Self::FeedbackAgreedOn,
        Self::Became,
        Self::CallsWithoutAnswer,
        Self::DocumentsAwaited,
        Self::ClosedWithoutNews,
    ];

    /// Its name, as it stands between braces: `date de l’échéance`.
    #[must_use]
    pub fn name(self) -> &'static str {
        told_of(self).name
    }

    /// What it is, in a few words.
    #[must_use]
    pub fn about(self) -> &'static str {
        told_of(self).about
    }

    /// What it may read; empty for a table.
    #[must_use]
    pub fn example(self) -> &'static str {
        told_of(self).example
    }

    /// What it is about.
    #[must_use]
    pub fn topic(self) -> LetterTopic {
        told_of(self).topic
    }

    /// Whether it is labels and values under one another, which stand alone on their line.
    #[must_use]
    pub fn is_table(self) -> bool {
        matches!(
            self,
            Self::GrantTable
                | Self::LoanTable
                | Self::DeferralTable
                | Self::DefaultTable
                | Self::RefundTable
                | Self::AskedTable
                | Self::BudgetTable
        )
    }

    /// Whether a letter may name it.
    #[must_use]
    pub fn is_offered_to(self, letter: LetterKind) -> bool {
        letter.topics().contains(&self.topic())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::words::folded;

    #[test]
    fn every_field_has_its_own_name_its_words_and_its_letters() {
        let names: BTreeSet<String> = LetterField::ALL.iter().map(|field| folded(field.name())).collect();
        assert_eq!(names.len(), LetterField::ALL.len(), "two names are alike");
        for field in LetterField::ALL {
            let name = field.name();
            assert!(!name.contains(['{', '}', '\n', '\'']) && name.trim() == name, "{name}");
            assert!(
                !["si ", "sinon", "fin si"].iter().any(|word| name.starts_with(word)),
                "{name} is a word of its own"
            );
            assert!(!field.about().is_empty(), "{name}");
            assert_eq!(field.example().is_empty(), field.is_table(), "{name}");
            assert_eq!(name.starts_with("tableau"), field.is_table(), "{name}");
            assert!(LetterKind::ALL.iter().any(|kind| field.is_offered_to(*kind)), "{name}");
        }
        let topics: Vec<LetterTopic> = LetterField::ALL.iter().map(|field| field.topic()).collect();
        assert!(topics.is_sorted(), "topic by topic");
    }
}
