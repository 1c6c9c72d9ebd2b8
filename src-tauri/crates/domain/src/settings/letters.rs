//! The texts of letters and of the charter: the delivered ones, and the office's own over them, from their dates.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Dated;
use crate::letter::TextKind;
use crate::line::Line;
use crate::text::Text;

/// The text of a letter as it is written, its fields between braces.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LetterText {
    /// What the letter is about, after « Objet : »; never empty in a letter that is used.
    pub about: Line,
    /// Its paragraphs, a line each.
    pub body: Text,
}

/// What the office decided of a letter from a date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnLetterText {
    /// Its own text; nothing when it went back to the delivered one.
    pub text: Option<LetterText>,
}

/// The texts of every letter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LetterTexts {
    delivered: BTreeMap<TextKind, Vec<Dated<LetterText>>>,
    own: BTreeMap<TextKind, Vec<Dated<OwnLetterText>>>,
}

impl LetterTexts {
    /// The delivered texts alone.
    #[must_use]
    pub fn delivered(delivered: BTreeMap<TextKind, Vec<Dated<LetterText>>>) -> Self {
        Self { delivered, own: BTreeMap::new() }
    }

    /// With the office's own rows of a letter; of two from the same day the one given last counts.
    #[must_use]
    pub fn with(mut self, text: TextKind, mut own: Vec<Dated<OwnLetterText>>) -> Self {
        own.sort_by_key(|row| row.valid_from);
        self.own.insert(text, own);
        self
    }

    /// The delivered texts of a letter, the oldest first.
    #[must_use]
    pub fn delivered_versions(&self, text: impl Into<TextKind>) -> &[Dated<LetterText>] {
        self.delivered.get(&text.into()).map(Vec::as_slice).unwrap_or_default()
    }

    /// The delivered text in force on a date, the first one before its day; nothing of a letter that has none.
    #[must_use]
    pub fn delivered_at(&self, text: impl Into<TextKind>, date: NaiveDate) -> Option<&Dated<LetterText>> {
        let versions = self.delivered.get(&text.into())?;
        versions.iter().rev().find(|dated| dated.valid_from <= date).or(versions.first())
    }

    /// What the office decided last of a letter by a date.
    #[must_use]
    pub fn own_at(&self, text: impl Into<TextKind>, date: NaiveDate) -> Option<&Dated<OwnLetterText>> {
        self.own.get(&text.into())?.iter().rev().find(|row| row.valid_from <= date)
    }

    /// The text in force on a date: the office's own, else the delivered one.
    #[must_use]
    pub fn at(&self, text: impl Into<TextKind>, date: NaiveDate) -> Option<&LetterText> {
        let kind = text.into();
        let own = self.own_at(kind, date).and_then(|row| row.value.text.as_ref());
        own.or(self.delivered_at(kind, date).map(|dated| &dated.value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::LetterKind;

    fn text(body: &str) -> LetterText {
        LetterText { about: Line::default(), body: Text::read(body).unwrap() }
    }

    fn dated<T>(from: &str, value: T) -> Dated<T> {
        Dated { valid_from: from.parse().unwrap(), source: String::new(), value }
    }

    #[test]
    fn an_own_text_counts_from_its_day_and_going_back_follows_what_is_delivered() {
        let letter = TextKind::Letter(LetterKind::HelpRemains);
        let delivered = vec![dated("2000-01-01", text("livré")), dated("2028-01-01", text("livré en 2028"))];
        let own = vec![
            dated("2027-06-01", OwnLetterText { text: None }),
            dated("2027-01-01", OwnLetterText { text: Some(text("le nôtre")) }),
        ];
        let texts = LetterTexts::delivered(BTreeMap::from([(letter, delivered)])).with(letter, own);
        for (day, said) in [
            ("1999-01-01", "livré"),
            ("2026-12-31", "livré"),
            ("2027-01-01", "le nôtre"),
            ("2027-06-01", "livré"),
            ("2028-01-01", "livré en 2028"),
        ] {
            assert_eq!(texts.at(letter, day.parse().unwrap()).unwrap(), &text(said), "{day}");
        }
        assert_eq!(texts.at(LetterKind::Grant, "2027-01-01".parse().unwrap()), None);
    }
}
