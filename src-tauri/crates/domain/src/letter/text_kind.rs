//! The texts an office may write its own way: each letter, and the support charter.

use super::field::LetterTopic;
use super::kind::LetterKind;
use crate::words::Labelled;

/// A text that the office may replace by its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TextKind {
    /// That of a letter.
    Letter(LetterKind),
    /// That of the support charter: what each promises, part by part.
    Charter,
}

/// What a charter may tell.
const CHARTER: [LetterTopic; 3] = [LetterTopic::Office, LetterTopic::Person, LetterTopic::Charter];

impl TextKind {
    /// The charter, then the letters in the order of a dossier's life.
    pub fn all() -> impl Iterator<Item = Self> {
        [Self::Charter].into_iter().chain(LetterKind::ALL.into_iter().map(Self::Letter))
    }

    /// Its key, that of its paper.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Letter(letter) => letter.key(),
            Self::Charter => "support_charter",
        }
    }

    /// The text of a key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::all().find(|text| text.key() == key)
    }

    /// What people call it.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Letter(letter) => letter.label(),
            Self::Charter => "Charte d’accompagnement",
        }
    }

    /// What it may tell.
    #[must_use]
    pub fn topics(self) -> &'static [LetterTopic] {
        match self {
            Self::Letter(letter) => letter.topics(),
            Self::Charter => &CHARTER,
        }
    }
}

impl From<LetterKind> for TextKind {
    fn from(letter: LetterKind) -> Self {
        Self::Letter(letter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_found_by_its_key_and_the_charter_tells_no_refusal() {
        for text in TextKind::all() {
            assert_eq!(TextKind::from_key(text.key()), Some(text));
        }
        assert!(!TextKind::Charter.topics().contains(&LetterTopic::Decision));
    }
}
