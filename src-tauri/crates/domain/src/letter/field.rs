//! The fields a letter may name, and what each is about.

mod list;

pub use self::list::LetterField;
use super::text_kind::TextKind;

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
    /// What the support charter says of the loan and of those who promise.
    Charter,
}

impl LetterTopic {
    /// Every topic, in the order of lists.
    pub const ALL: [Self; 12] = [
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
        Self::Charter,
    ];
}

impl LetterField {
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
                | Self::CharterSteps
        )
    }

    /// Whether a text may name it.
    #[must_use]
    pub fn is_offered_to(self, text: impl Into<TextKind>) -> bool {
        text.into().topics().contains(&self.topic())
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
            assert!(TextKind::all().any(|text| field.is_offered_to(text)), "{name}");
        }
        let topics: Vec<LetterTopic> = LetterField::ALL.iter().map(|field| field.topic()).collect();
        assert!(topics.is_sorted(), "topic by topic");
    }
}
