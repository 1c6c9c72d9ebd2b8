//! One line of free text as the adviser typed it: a name, a project, a reason.
//!
//! What would be invisible or would change the order of reading (controls,
//! right-to-left marks, zero-width signs) is taken out, runs of spaces become
//! one, and the rest is kept as it is: `<script>` is only a word here.

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// One line of text, trimmed, without control or direction signs; it may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Line(String);

/// The text is longer than its place allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("{length} characters where {limit} are kept")]
pub struct TextTooLong {
    /// How many characters there are.
    pub length: usize,
    /// How many are kept.
    pub limit: usize,
}

impl Line {
    /// The longest line kept, in characters.
    pub const LIMIT: usize = 300;

    /// Reads a typed line. Refuses what is longer than [`Line::LIMIT`] characters.
    pub fn read(typed: &str) -> Result<Self, TextTooLong> {
        let visible = |c: char| if c.is_control() { ' ' } else { c };
        let text: String = typed.chars().filter(|c| !is_invisible(*c)).map(visible).collect();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let length = text.chars().count();
        if length > Self::LIMIT {
            return Err(TextTooLong { length, limit: Self::LIMIT });
        }
        Ok(Self(text))
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether nothing was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl TryFrom<String> for Line {
    type Error = TextTooLong;

    fn try_from(text: String) -> Result<Self, TextTooLong> {
        Self::read(&text)
    }
}

impl From<Line> for String {
    fn from(line: Line) -> Self {
        line.0
    }
}

impl fmt::Display for Line {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// Signs that have no ink: direction marks, zero-width signs, byte order mark.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{00ad}' | '\u{061c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn invisible_signs_are_taken_out_and_words_kept() {
        let read = |typed| Line::read(typed).unwrap().0;
        assert_eq!(read("  Sonia \t Delmas\n"), "Sonia Delmas");
        assert_eq!(read("\u{202e}samleD\u{0}\u{200f}"), "samleD");
        assert_eq!(read("<script>alert(1)</script>"), "<script>alert(1)</script>");
        assert_eq!(read("Zoé \u{1f697}"), "Zoé \u{1f697}", "a picture sign is a character like another");
    }

    #[test]
    fn a_megabyte_is_refused_with_its_length() {
        let refused = Line::read(&"a".repeat(1_000_000)).unwrap_err();
        assert_eq!((refused.length, refused.limit), (1_000_000, 300));
    }

    proptest! {
        #[test]
        fn reading_twice_changes_nothing(typed in "\\PC{0,80}|[\\x00-\\x7f]{0,80}") {
            let once = Line::read(&typed).unwrap();
            prop_assert_eq!(Line::read(once.as_str()).unwrap(), once);
        }
    }
}
