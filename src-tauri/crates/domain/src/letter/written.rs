//! Writing a letter: its text, with what is known of a dossier in the place of its fields.

use std::collections::BTreeMap;

use super::field::LetterField;
use super::template::{Part, Template};
use crate::words::{capital, enumerated, of_name, spaced};

/// What is known of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldValue {
    /// Words in a sentence.
    Text(String),
    /// Things one after the other in a sentence, or a line each where the field is all a line of a list says.
    List(Vec<String>),
    /// Labels and their values, under one another.
    Table(Vec<(String, String)>),
}

/// What is known of a dossier, by field; what is absent or empty is not known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FieldValues(BTreeMap<LetterField, FieldValue>);

impl FieldValues {
    /// Tells a field; words without a letter tell nothing.
    pub fn tell(&mut self, field: LetterField, words: impl Into<String>) {
        let words = words.into();
        if !words.trim().is_empty() {
            self.0.insert(field, FieldValue::Text(words));
        }
    }

    /// Tells a field when it is known.
    pub fn tell_some(&mut self, field: LetterField, words: Option<impl Into<String>>) {
        if let Some(words) = words {
            self.tell(field, words);
        }
    }

    /// Tells things of which there may be several; none is nothing known.
    pub fn tell_list(&mut self, field: LetterField, things: Vec<String>) {
        if !things.is_empty() {
            self.0.insert(field, FieldValue::List(things));
        }
    }

    /// Tells a table; lines without a value are left out.
    pub fn tell_table(&mut self, field: LetterField, lines: impl IntoIterator<Item = (String, String)>) {
        let known: Vec<(String, String)> = lines.into_iter().filter(|(_, value)| !value.trim().is_empty()).collect();
        if !known.is_empty() {
            self.0.insert(field, FieldValue::Table(known));
        }
    }

    /// Tells what others know.
    pub fn take(&mut self, others: Self) {
        self.0.extend(others.0);
    }

    /// What is known of a field.
    #[must_use]
    pub fn of(&self, field: LetterField) -> Option<&FieldValue> {
        self.0.get(&field)
    }
}

/// A text once its fields were filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WrittenText {
    /// Its paragraphs.
    pub paragraphs: Vec<Written>,
    /// The fields it names and nobody told, each once.
    pub missing: Vec<LetterField>,
}

/// A paragraph once its fields were filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Written {
    /// Sentences.
    Say(Vec<Piece>),
    /// Labels and their values, under one another.
    Table(Vec<(String, String)>),
}

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words of the text.
    Words(String),
    /// What a field says: no sign of it is ever read as a mark of the text.
    Value(String),
    /// What a field would say: « à compléter ».
    Missing(LetterField),
}

/// Writes a text with what is known. A paragraph whose every part was left out by a condition is left out too.
#[must_use]
pub fn write(template: &Template, values: &FieldValues) -> WrittenText {
    written(template, values, Opening::Sentence)
}

/// Writes a text that goes on a sentence already begun: what a letter is about, after « Objet : ».
#[must_use]
pub fn write_on(template: &Template, values: &FieldValues) -> WrittenText {
    written(template, values, Opening::Begun)
}

/// What stands before a paragraph.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opening {
    /// Nothing: it begins a sentence.
    Sentence,
    /// The beginning of its sentence.
    Begun,
}

fn written(template: &Template, values: &FieldValues, opening: Opening) -> WrittenText {
    let mut writing = Writing { values, opening, conditions: Vec::new(), missing: Vec::new() };
    let paragraphs = template.lines.iter().flat_map(|line| writing.paragraphs(line)).collect();
    WrittenText { paragraphs, missing: writing.missing }
}

impl WrittenText {
    /// The text as it reads, a line each paragraph.
    #[must_use]
    pub fn text(&self) -> String {
        self.paragraphs.iter().map(Written::text).collect::<Vec<_>>().join("\n")
    }
}

impl Written {
    /// The paragraph as it reads.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Say(pieces) => pieces.iter().map(Piece::text).collect(),
            Self::Table(lines) => {
                let lines = lines.iter().map(|(label, value)| spaced(&format!("{label} : {value}")));
                lines.collect::<Vec<_>>().join("\n")
            }
        }
    }
}

impl Piece {
    /// The piece as it reads.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Words(words) | Self::Value(words) => words.clone(),
            Self::Missing(field) => spaced(&format!("[à compléter : {}]", field.name())),
        }
    }
}

struct Writing<'v> {
    values: &'v FieldValues,
    opening: Opening,
    /// Whether each condition begun holds, the outer one first.
    conditions: Vec<bool>,
    missing: Vec<LetterField>,
}

impl Writing<'_> {
    /// A line of the text: one paragraph, or one for each thing of a list, or none.
    fn paragraphs(&mut self, line: &[Part]) -> Vec<Written> {
        let inner = match line {
            [Part::If(known), inner @ .., Part::End] if self.values.of(*known).is_some() => inner,
            whole => whole,
        };
        if let [Part::Text(marker), Part::Field(field)] = inner
            && is_marker(marker)
            && self.is_written()
            && let Some(FieldValue::List(things)) = self.values.of(*field)
        {
            let item = |thing: &String| Written::Say(vec![Piece::Words(marker.clone()), Piece::Value(capital(thing))]);
            return things.iter().map(item).collect();
        }
        self.paragraph(line).into_iter().collect()
    }

    /// Nothing when conditions left nothing of it.
    fn paragraph(&mut self, line: &[Part]) -> Option<Written> {
        let mut pieces: Vec<Piece> = Vec::new();
        let mut table = None;
        let mut cut = !self.is_written();
        for part in line {
            match part {
                Part::If(field) => self.conditions.push(self.values.of(*field).is_some()),
                Part::Else => {
                    if let Some(holds) = self.conditions.last_mut() {
                        *holds = !*holds;
                    }
                }
                Part::End => {
                    self.conditions.pop();
                }
                Part::Text(words) if self.is_written() => pieces.push(Piece::Words(words.clone())),
                Part::Field(field) if self.is_written() => match self.values.of(*field) {
                    Some(FieldValue::Table(lines)) => table = Some(Written::Table(lines.clone())),
                    Some(FieldValue::List(things)) => self.say(&enumerated(things), &mut pieces),
                    Some(FieldValue::Text(words)) => self.say(words, &mut pieces),
                    None => pieces.push(self.lacking(*field)),
                },
                Part::Text(_) | Part::Field(_) => {}
            }
            cut |= matches!(part, Part::If(_) | Part::Else | Part::End);
        }
        if table.is_some() {
            return table;
        }
        let is_blank = pieces.iter().all(|piece| piece.text().trim().is_empty());
        (!(cut && is_blank)).then_some(Written::Say(pieces))
    }

    /// Words of a field: with a capital where a sentence begins, after « d’ » where « de » elides.
    fn say(&self, words: &str, pieces: &mut Vec<Piece>) {
        if self.begins_a_sentence(pieces) {
            pieces.push(Piece::Value(capital(words)));
            return;
        }
        if let Some(Piece::Words(before)) = pieces.last_mut()
            && of_name(words).starts_with("d’")
            && let Some(kept) = before.strip_suffix("de ").filter(|kept| kept.ends_with([' ', '\u{a0}']))
        {
            *before = format!("{kept}d’");
        }
        pieces.push(Piece::Value(words.to_owned()));
    }

    fn is_written(&self) -> bool {
        self.conditions.iter().all(|holds| *holds)
    }

    /// Whether what comes next begins a sentence: marks of strong letters and of lists do not count.
    fn begins_a_sentence(&self, pieces: &[Piece]) -> bool {
        let said: String = pieces.iter().map(Piece::text).collect();
        let said = said.trim_end_matches(['*', '-', ' ', '\u{a0}', '\u{202f}']);
        match said.chars().next_back() {
            None => self.opening == Opening::Sentence,
            Some(sign) => matches!(sign, '.' | '!' | '?'),
        }
    }

    fn lacking(&mut self, field: LetterField) -> Piece {
        if !self.missing.contains(&field) {
            self.missing.push(field);
        }
        Piece::Missing(field)
    }
}

/// Whether words are all that marks a line of a list.
fn is_marker(words: &str) -> bool {
    matches!(words.trim(), "-" | "☐" | "1.")
}

#[cfg(test)]
mod tests;
