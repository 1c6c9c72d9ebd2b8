//! Who follows the dossiers, named as the office addresses them: the one place that agrees « référente » and « référent ».

use crate::person::Title;

/// The forms of the word for an adviser. Nobody’s gender is guessed: one whose title is not stated is « la personne
/// référente ».
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AdvisorWords {
    /// `référente`, alone or after « votre ».
    pub noun: &'static str,
    /// `la référente`.
    pub the: &'static str,
    /// `à la référente`.
    pub to: &'static str,
    /// `de la référente`.
    pub of: &'static str,
    /// `votre référente`.
    pub yours: &'static str,
    /// `la référente microcrédit`, as who signs for the office.
    pub as_signatory: &'static str,
    /// `votre interlocutrice`.
    pub contact: &'static str,
    /// `la`, as in « qui la remplace ».
    pub object: &'static str,
    /// `elle`, as in « c’est elle qui ».
    pub pronoun: &'static str,
}

impl AdvisorWords {
    /// As an adviser of this title is spoken of.
    #[must_use]
    pub const fn of(title: Title) -> Self {
        match title {
            Title::Madame => Self {
                noun: "référente",
                the: "la référente",
                to: "à la référente",
                of: "de la référente",
                yours: "votre référente",
                as_signatory: "la référente microcrédit",
                contact: "votre interlocutrice",
                object: "la",
                pronoun: "elle",
            },
            Title::Monsieur => Self {
                noun: "référent",
                the: "le référent",
                to: "au référent",
                of: "du référent",
                yours: "votre référent",
                as_signatory: "le référent microcrédit",
                contact: "votre interlocuteur",
                object: "le",
                pronoun: "lui",
            },
            Title::NotStated => Self {
                noun: "référent(e)",
                the: "la personne référente",
                to: "à la personne référente",
                of: "de la personne référente",
                yours: "la personne qui suit votre dossier",
                as_signatory: "la personne référente",
                contact: "votre contact",
                object: "la",
                pronoun: "cette personne",
            },
        }
    }
}
