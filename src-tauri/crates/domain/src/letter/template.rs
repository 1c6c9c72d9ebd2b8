//! Reading a text: its literal parts, its fields, its conditions, or everything that is wrong in it.

use super::fault::{Mend, TemplateFault, TemplateProblem, TextSpan};
use super::field::LetterField;
use super::text_kind::TextKind;
use crate::words::folded;

/// A text whose every field is known and every condition closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    pub(super) lines: Vec<Vec<Part>>,
}

/// A part of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Words as they are written.
    Text(String),
    /// A field.
    Field(LetterField),
    /// What follows is written when the field is known.
    If(LetterField),
    /// What follows is written when it is not.
    Else,
    /// What follows is always written.
    End,
}

/// What begins a condition, before the name of its field.
const IF: &str = "si ";
const ELSE: &str = "sinon";
const END: &str = "fin si";

/// Reads a text. Errors: everything wrong in it, in the order it is read.
pub fn parse(text: &str, kind: impl Into<TextKind>) -> Result<Template, Vec<TemplateProblem>> {
    let mut reading = Reading { kind: kind.into(), problems: Vec::new(), opened: Vec::new() };
    let mut lines = Vec::new();
    let mut start = 0_usize;
    for (number, line) in (1..).zip(text.split('\n')) {
        let signs: Vec<char> = line.chars().collect();
        lines.push(reading.line(&signs, (number, start)));
        start = start.saturating_add(signs.len()).saturating_add(1);
    }
    for opened in std::mem::take(&mut reading.opened) {
        // It is closed where the text ends.
        let end = start.saturating_sub(1);
        let mend = Some(Mend { start: end, end, text: format!("{{{END}}}") });
        reading.problems.push(TemplateProblem {
            at: opened.at,
            fault: TemplateFault::ConditionUnclosed(opened.field),
            mend,
        });
    }
    if reading.problems.is_empty() { Ok(Template { lines }) } else { Err(reading.problems) }
}

/// A text in which every brace stands for itself.
#[must_use]
pub fn escaped(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut out, sign| {
        if is_brace(sign) {
            out.push('\\');
        }
        out.push(sign);
        out
    })
}

/// A condition that waits for its end.
struct Opened {
    at: TextSpan,
    field: LetterField,
    other: bool,
}

struct Reading {
    kind: TextKind,
    problems: Vec<TemplateProblem>,
    opened: Vec<Opened>,
}

impl Reading {
    fn line(&mut self, signs: &[char], (number, first): (usize, usize)) -> Vec<Part> {
        let place = |start: usize, end: usize| TextSpan {
            line: number,
            start: first.saturating_add(start),
            end: first.saturating_add(end),
        };
        let (mut parts, mut words) = (Vec::new(), String::new());
        let mut next = 0_usize;
        while let Some(sign) = signs.get(next).copied() {
            let after = next.saturating_add(1);
            let follower = signs.get(after).copied();
            match (sign, follower) {
                ('\\', Some(brace)) if is_brace(brace) => {
                    words.push(brace);
                    next = after.saturating_add(1);
                }
                ('{', _) => {
                    let rest = signs.get(after..).unwrap_or_default();
                    let closed = rest.iter().position(|sign| is_brace(*sign));
                    let Some(length) = closed.filter(|at| rest.get(*at) == Some(&'}')) else {
                        self.unclosed(rest, place(next, after));
                        next = after;
                        continue;
                    };
                    let name: String = rest.iter().take(length).collect();
                    let end = after.saturating_add(length).saturating_add(1);
                    if let Some(part) = self.named(&name, place(next, end)) {
                        if !words.is_empty() {
                            parts.push(Part::Text(std::mem::take(&mut words)));
                        }
                        parts.push(part);
                    }
                    next = end;
                }
                ('}', _) => {
                    self.told(place(next, after), TemplateFault::BraceUnopened, Some("\\}".to_owned()));
                    next = after;
                }
                (sign, _) => {
                    words.push(sign);
                    next = after;
                }
            }
        }
        if !words.is_empty() {
            parts.push(Part::Text(words));
        }
        self.tables_stand_alone(&parts, place(0, signs.len()));
        parts
    }

    /// What stands between two braces.
    fn named(&mut self, name: &str, at: TextSpan) -> Option<Part> {
        let plain = comparable(name);
        if plain == END {
            return self.ended(at);
        }
        if plain == ELSE {
            return self.otherwise(at);
        }
        let condition = plain.strip_prefix(IF);
        let field = self.field(name, condition.unwrap_or(&plain), condition.is_some(), at)?;
        if condition.is_none() {
            return Some(Part::Field(field));
        }
        self.opened.push(Opened { at, field, other: false });
        Some(Part::If(field))
    }

    fn field(&mut self, name: &str, plain: &str, is_condition: bool, at: TextSpan) -> Option<LetterField> {
        if plain.is_empty() {
            self.told(at, TemplateFault::Nameless, None);
            return None;
        }
        let found = LetterField::ALL.into_iter().find(|field| comparable(field.name()) == plain);
        if let Some(field) = found {
            if field.is_offered_to(self.kind) {
                return Some(field);
            }
            self.told(at, TemplateFault::NotOffered(field), None);
            return None;
        }
        let nearest = nearest(plain, self.kind);
        let before = if is_condition { IF } else { "" };
        let mend = nearest.map(|field| format!("{{{before}{}}}", field.name()));
        let name = name.trim().to_owned();
        self.told(at, TemplateFault::UnknownField { name, nearest }, mend);
        // A condition of an unknown field is closed all the same.
        if is_condition {
            self.opened.push(Opened { at, field: LetterField::Person, other: false });
        }
        None
    }

    fn ended(&mut self, at: TextSpan) -> Option<Part> {
        if self.opened.pop().is_some() {
            return Some(Part::End);
        }
        self.told(at, TemplateFault::EndAlone, Some(String::new()));
        None
    }

    fn otherwise(&mut self, at: TextSpan) -> Option<Part> {
        if let Some(opened) = self.opened.last_mut().filter(|opened| !opened.other) {
            opened.other = true;
            return Some(Part::Else);
        }
        self.told(at, TemplateFault::ElseAlone, Some(String::new()));
        None
    }

    /// A brace that is not closed: closed after the longest name that follows it, when one does.
    fn unclosed(&mut self, rest: &[char], at: TextSpan) {
        let line: String = rest.iter().take_while(|sign| !is_brace(**sign)).collect();
        let offered = LetterField::ALL.into_iter().filter(|field| field.is_offered_to(self.kind));
        let names = offered.map(LetterField::name).chain([ELSE, END]);
        let conditions = LetterField::ALL.into_iter().map(|field| format!("{IF}{}", field.name()));
        let names = names.map(ToOwned::to_owned).chain(conditions);
        let begins = |name: &String| {
            comparable(&line.chars().take(name.chars().count()).collect::<String>()) == comparable(name)
        };
        let name = names.filter(begins).max_by_key(|name| name.chars().count());
        let mend = name.map(|name| Mend {
            start: at.start,
            end: at.end.saturating_add(name.chars().count()),
            text: format!("{{{name}}}"),
        });
        self.problems.push(TemplateProblem { at, fault: TemplateFault::BraceUnclosed, mend });
    }

    fn tables_stand_alone(&mut self, parts: &[Part], at: TextSpan) {
        let is_table = |part: &Part| {
            if let Part::Field(field) = part { Some(*field).filter(|field| field.is_table()) } else { None }
        };
        let says = |part: &Part| match part {
            Part::Text(words) => !words.trim().is_empty(),
            Part::Field(_) => true,
            Part::If(_) | Part::Else | Part::End => false,
        };
        let table = parts.iter().find_map(is_table);
        if let Some(table) = table.filter(|_| parts.iter().filter(|part| says(part)).count() > 1) {
            self.told(at, TemplateFault::TableInSentence(table), None);
        }
    }

    fn told(&mut self, at: TextSpan, fault: TemplateFault, instead: Option<String>) {
        let mend = instead.map(|text| Mend { start: at.start, end: at.end, text });
        self.problems.push(TemplateProblem { at, fault, mend });
    }
}

fn is_brace(sign: char) -> bool {
    matches!(sign, '{' | '}')
}

/// Accents, capitals, apostrophes and spaces do not tell two names apart.
fn comparable(name: &str) -> String {
    folded(name).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The field of a text whose name is least unlike, when it is near enough to be meant.
fn nearest(plain: &str, kind: TextKind) -> Option<LetterField> {
    let written: Vec<char> = plain.chars().take(80).collect();
    let offered = LetterField::ALL.into_iter().filter(|field| field.is_offered_to(kind));
    let unlike =
        offered.map(|field| (distance(&written, &comparable(field.name()).chars().collect::<Vec<_>>()), field));
    let most = (written.len() / 3).max(2);
    unlike.filter(|(distance, _)| *distance <= most).min_by_key(|(distance, _)| *distance).map(|(_, field)| field)
}

/// How many letters have to be put, taken out or changed to go from one word to the other.
fn distance(one: &[char], other: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (place, sign) in one.iter().enumerate() {
        let mut corner = place;
        let mut left = place.saturating_add(1);
        let mut next = vec![left];
        for (above, letter) in row.iter().skip(1).zip(other) {
            let changed = corner.saturating_add(usize::from(sign != letter));
            left = changed.min(left.saturating_add(1)).min(above.saturating_add(1));
            corner = *above;
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests;
