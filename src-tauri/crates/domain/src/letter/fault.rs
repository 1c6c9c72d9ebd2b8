//! What is wrong in a text being written: where it stands, and what would mend it.

use super::field::LetterField;

/// A place in a text, counted in characters from its start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextSpan {
    /// Its line, from 1.
    pub line: usize,
    /// Its first character, from 0.
    pub start: usize,
    /// The one after its last.
    pub end: usize,
}

/// Something wrong in a text, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateProblem {
    /// Where.
    pub at: TextSpan,
    /// What.
    pub fault: TemplateFault,
    /// What would mend it, when it is plain; the adviser decides.
    pub mend: Option<Mend>,
}

/// Another text for a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mend {
    /// The first character replaced, from 0.
    pub start: usize,
    /// The one after the last replaced.
    pub end: usize,
    /// What is written in their stead.
    pub text: String,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TemplateFault {
    /// A brace is opened and not closed on its line.
    BraceUnclosed,
    /// A brace is closed that was not opened.
    BraceUnopened,
    /// Nothing stands between the braces.
    Nameless,
    /// No field has that name; the nearest one, when one is near.
    UnknownField {
        /// The name as written.
        name: String,
        /// The nearest field of that letter.
        nearest: Option<LetterField>,
    },
    /// The field is not for that letter.
    NotOffered(LetterField),
    /// A table stands in a sentence.
    TableInSentence(LetterField),
    /// `{si …}` without its `{fin si}`.
    ConditionUnclosed(LetterField),
    /// `{sinon}` without its `{si …}`, or a second one.
    ElseAlone,
    /// `{fin si}` without its `{si …}`.
    EndAlone,
}
