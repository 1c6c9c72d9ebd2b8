//! What every word of a closed list has: its key and its French label; [`vocabulary!`](crate::vocabulary) writes both.

use crate::budget::{Counted, Section, VersionMoment, WeighedAs};

/// A word of a closed list, stored and sent under its key.
pub trait Word: Copy + 'static {
    /// Every word, in the order of lists.
    const ALL: &'static [Self];

    /// The key it is stored and sent under.
    fn key(self) -> &'static str;

    /// The word of a key.
    #[must_use]
    fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|word| word.key() == key)
    }
}

/// A word of the vocabulary that has one French label.
pub trait Labelled {
    /// The label as lists, headings and papers show it.
    fn label(self) -> &'static str;
}

impl Section {
    /// What the section holds, where its name does not say it.
    #[must_use]
    pub fn help(self) -> Option<&'static str> {
        match self {
            Self::RunningExpense => {
                Some("Ce que le reste à vivre doit payer\u{202f}: noté pour le conseil, non compté.")
            }
            Self::Income | Self::FixedExpense | Self::Debt => None,
        }
    }
}

impl Labelled for VersionMoment {
    fn label(self) -> &'static str {
        match self {
            Self::Request => "demande",
            Self::Decision => "décision",
            Self::MidLoan => "pendant le prêt",
            Self::End => "fin du prêt",
        }
    }
}

impl Labelled for WeighedAs {
    fn label(self) -> &'static str {
        match self {
            Self::First => "premier adulte",
            Self::Adult => "autre adulte",
            Self::Child => "enfant",
        }
    }
}

impl Counted {
    /// Why a line is left out of the reste à vivre; empty when it is not.
    #[must_use]
    pub fn reason(self) -> &'static str {
        match self {
            Self::Yes => "",
            Self::OneOff => "non compté\u{202f}: une seule fois",
            Self::Ended => "non compté\u{202f}: terminé",
            Self::ByRule => "non compté\u{202f}: règle du CCAS",
        }
    }
}
