//! The agreement of words with who is spoken of: one or several, she, he, or not stated.

use domain::person::Title;
use domain::words::HARD_SPACE;

use crate::papers::wording::DOTS;

/// Who borrows and signs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Borrower {
    /// How they are addressed; settles the agreement of words.
    pub title: Title,
    /// First name and name.
    pub name: String,
}

/// The endings of words about the borrowers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Agreement {
    gender: Title,
    several: bool,
}

impl Borrower {
    /// `Mme Sonia Delmas`, or a dotted line.
    pub(super) fn full_name(&self) -> String {
        match (self.name.trim(), self.title.short()) {
            ("", _) => DOTS.to_owned(),
            (name, "") => name.to_owned(),
            (name, title) => format!("{title}{HARD_SPACE}{name}"),
        }
    }
}

impl Agreement {
    /// With everyone: men and women together are masculine, and nobody’s gender is guessed.
    pub(super) fn with(borrowers: &[Borrower]) -> Self {
        let any = |title| borrowers.iter().any(|borrower| borrower.title == title);
        let gender = if any(Title::Monsieur) {
            Title::Monsieur
        } else if any(Title::NotStated) || borrowers.is_empty() {
            Title::NotStated
        } else {
            Title::Madame
        };
        Self { gender, several: borrowers.len() > 1 }
    }

    /// The ending of a participle or an adjective: `rappelé` then `e`, `(e)`, `s`, `es`, `(e)s` or nothing.
    pub(super) fn ending(self) -> &'static str {
        match (self.gender, self.several) {
            (Title::Madame, false) => "e",
            (Title::Madame, true) => "es",
            (Title::Monsieur, false) => "",
            (Title::Monsieur, true) => "s",
            (Title::NotStated, false) => "(e)",
            (Title::NotStated, true) => "(e)s",
        }
    }
}

/// `c’est elle qui`, `c’est lui qui`, `c’est cette personne qui`.
pub(super) fn advisor_pronoun(title: Title) -> &'static str {
    match title {
        Title::Madame => "elle",
        Title::Monsieur => "lui",
        Title::NotStated => "cette personne",
    }
}

/// In what quality the first borrower signs, then the others.
pub(super) fn quality(borrower: &Borrower, place: usize) -> &'static str {
    match (borrower.title, place == 0) {
        (Title::Madame, true) => "L’emprunteuse",
        (Title::Monsieur, true) => "L’emprunteur",
        (Title::NotStated, true) => "L’emprunteur ou l’emprunteuse",
        (Title::Madame, false) => "La co-emprunteuse",
        (Title::Monsieur, false) => "Le co-emprunteur",
        (Title::NotStated, false) => "Le co-emprunteur ou la co-emprunteuse",
    }
}
