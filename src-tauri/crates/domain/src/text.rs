//! A longer text in the adviser's words: a story, an opinion, a reservation.
//!
//! Paragraphs are kept, one blank line between them; inside a paragraph the same
//! signs are taken out as in a [`Line`](crate::line::Line).

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::line::{TextTooLong, is_invisible};

/// Paragraphs of text, without control or direction signs; it may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Text(String);

impl Text {
    /// The longest text kept, in characters: about three printed pages, as a charter with its clauses may be.
    pub const LIMIT: usize = 9_000;

    /// Reads a typed text. Refuses what is longer than [`Text::LIMIT`] characters.
    pub fn read(typed: &str) -> Result<Self, TextTooLong> {
        let lines = typed.lines().map(|line| {
            let visible = line.chars().filter(|c| !is_invisible(*c)).map(|c| if c.is_control() { ' ' } else { c });
            visible.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
        });
        let text = lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
        let length = text.chars().count();
        if length > Self::LIMIT {
            return Err(TextTooLong { length, limit: Self::LIMIT });
        }
        Ok(Self(text))
    }

    /// The whole text, a line break between paragraphs.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its paragraphs, none empty.
    pub fn paragraphs(&self) -> impl Iterator<Item = &str> {
        self.0.lines()
    }

    /// Whether nothing was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl TryFrom<String> for Text {
    type Error = TextTooLong;

    fn try_from(text: String) -> Result<Self, TextTooLong> {
        Self::read(&text)
    }
}

impl From<Text> for String {
    fn from(text: Text) -> Self {
        text.0
    }
}

impl fmt::Display for Text {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn paragraphs_are_kept_and_blank_lines_are_not() {
        let text = Text::read("  Avis favorable.\r\n\r\n\u{202e}Le budget  tient.\n\n").unwrap();
        assert_eq!(text.paragraphs().collect::<Vec<_>>(), ["Avis favorable.", "Le budget tient."]);
        assert_eq!(Text::read(&"a".repeat(9_001)).unwrap_err().length, 9_001);
        assert!(Text::read(" \n\t\n").unwrap().is_empty());
    }

    proptest! {
        #[test]
        fn reading_twice_changes_nothing(typed in "[\\PC\n]{0,120}") {
            let once = Text::read(&typed).unwrap();
            prop_assert_eq!(Text::read(once.as_str()).unwrap(), once);
        }
    }
}
