//! What a text says besides its words: strong letters between `**`, a list where lines begin with `1.`, a dash, or a box
//! to tick; the heading of a part where a line begins with a sharp.
//!
//! Only the words of the text are looked at: what a field says is set as it is.

use domain::letter::{Piece, Written, WrittenText};

use super::super::wording::{DOTS, plain, strong};
use crate::page::{Blank, Detailed, Dots, Marker, Span};

/// A part of the text of a letter.
pub(in crate::papers) enum Part {
    /// The heading of a part.
    Headed(String),
    /// A paragraph.
    Say(Vec<Span>),
    /// Figures, a label and its value.
    Figures(Vec<(String, String)>),
    /// What is asked or done, under one another.
    Listed(Marker, Vec<Vec<Span>>),
    /// What is offered, each with how to get it under it.
    Proposed(Vec<Detailed>),
    /// What is ticked and sent back.
    Ticked(Vec<Vec<Span>>),
    /// What is in the envelope with it, at its end.
    Joined(Vec<Span>),
}

const STRONG: &str = "**";
/// Begins the heading of a part.
const HEADING: &str = "# ";
/// Begins the line of what is joined.
const JOINED: &str = "**Joint : **";
/// A sign of a line to write on.
const DOT: char = '…';

/// The parts of a text: lines of a list that follow one another are one list.
pub(in crate::papers) fn parts(text: &WrittenText) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for paragraph in &text.paragraphs {
        match paragraph {
            Written::Table(lines) => parts.push(Part::Figures(lines.clone())),
            Written::Say(pieces) => {
                let Some((marker, pieces)) = item(pieces) else {
                    parts.extend(said(pieces));
                    continue;
                };
                match (marker, details(&pieces), parts.last_mut()) {
                    (_, Some(one), Some(Part::Proposed(items))) => items.push(one),
                    (_, Some(one), _) => parts.push(Part::Proposed(vec![one])),
                    (Marker::Box, None, Some(Part::Ticked(items))) => items.push(set(&pieces)),
                    (Marker::Box, None, _) => parts.push(Part::Ticked(vec![set(&pieces)])),
                    (_, None, Some(Part::Listed(open, items))) if *open == marker => items.push(set(&pieces)),
                    (_, None, _) => parts.push(Part::Listed(marker, vec![set(&pieces)])),
                }
            }
        }
    }
    parts
}

/// A paragraph; nothing when it says nothing.
fn said(pieces: &[Piece]) -> Option<Part> {
    if let Some((Piece::Words(words), rest)) = pieces.split_first()
        && let Some(heading) = words.strip_prefix(HEADING)
    {
        let rest: String = rest.iter().map(Piece::text).collect();
        let title = format!("{heading}{rest}").trim().to_owned();
        return (!title.is_empty()).then_some(Part::Headed(title));
    }
    let spans = set(pieces);
    let joined = matches!(pieces.first(), Some(Piece::Words(words)) if words.starts_with(JOINED));
    match (spans.is_empty(), joined) {
        (true, _) => None,
        (false, true) => Some(Part::Joined(spans)),
        (false, false) => Some(Part::Say(spans)),
    }
}

/// An item whose value has a second line: what it is in strong letters, then its detail.
fn details(pieces: &[Piece]) -> Option<Detailed> {
    let (what, detail) = pieces.iter().rev().find_map(|piece| match piece {
        Piece::Value(words) => words.split_once('\n'),
        Piece::Words(_) | Piece::Missing(_) => None,
    })?;
    Some(Detailed { what: vec![strong(what)], detail: vec![plain(detail)] })
}

/// Words and the dotted lines between them, of what is ticked.
pub(super) fn blanks(spans: &[Span]) -> Vec<Blank> {
    let mut blanks: Vec<Blank> = Vec::new();
    let mut words = Vec::new();
    for span in spans {
        let mut rest = span.text.as_str();
        while let Some((before, after)) = rest.split_once(DOT) {
            words.push(Span::new(before, span.face, span.ink));
            blanks.push(Blank { words: std::mem::take(&mut words), dots: Dots::Rest });
            rest = after.trim_start_matches(DOT);
        }
        if !rest.is_empty() {
            words.push(Span::new(rest, span.face, span.ink));
        }
    }
    if !words.is_empty() {
        blanks.push(Blank { words, dots: Dots::None });
    }
    blanks
}

/// A paragraph in one line: what a letter is about.
pub(super) fn spans(paragraph: &Written) -> Vec<Span> {
    match paragraph {
        Written::Say(pieces) => set(pieces),
        Written::Table(_) => vec![plain(paragraph.text())],
    }
}

/// A line of a list, without what marks it.
fn item(pieces: &[Piece]) -> Option<(Marker, Vec<Piece>)> {
    let (first, rest) = pieces.split_first()?;
    let Piece::Words(words) = first else { return None };
    let words = words.trim_start();
    let bullet = words.strip_prefix("- ").map(|words| (Marker::Bullet, words));
    let number = || {
        let (number, words) = words.split_once(". ")?;
        let counts =
            !number.is_empty() && number.chars().count() < 3 && number.chars().all(|sign| sign.is_ascii_digit());
        counts.then_some((Marker::Number, words))
    };
    let tick = || words.strip_prefix("☐ ").map(|words| (Marker::Box, words));
    let (marker, words) = bullet.or_else(tick).or_else(number)?;
    Some((marker, [vec![Piece::Words(words.to_owned())], rest.to_vec()].concat()))
}

/// The pieces set, one span as long as the letters do not change.
fn set(pieces: &[Piece]) -> Vec<Span> {
    let mut runs: Vec<(bool, String)> = Vec::new();
    let mut is_strong = false;
    let mut say = |is_strong: bool, words: &str| match runs.last_mut() {
        Some((last, said)) if *last == is_strong => said.push_str(words),
        Some(_) | None => runs.push((is_strong, words.to_owned())),
    };
    for piece in pieces {
        match piece {
            Piece::Words(words) => {
                for (place, part) in words.split(STRONG).enumerate() {
                    is_strong = if place == 0 { is_strong } else { !is_strong };
                    say(is_strong, &part.replace(" L. ", " L.\u{a0}"));
                }
            }
            Piece::Value(words) => say(is_strong, words),
            // What it is is told before printing; on paper there is a line to write on.
            Piece::Missing(_) => say(false, DOTS),
        }
    }
    let spans = runs.iter().filter(|(_, said)| !said.is_empty());
    let spans: Vec<Span> = spans.map(|(is_strong, said)| if *is_strong { strong(said) } else { plain(said) }).collect();
    if spans.iter().all(|span| span.text.trim().is_empty()) { Vec::new() } else { spans }
}

#[cfg(test)]
mod tests {
    use domain::letter::{FieldValues, LetterField, LetterKind, parse, write};

    use super::*;
    use crate::page::Face;

    fn read(text: &str, known: &[(LetterField, &str)]) -> Vec<Part> {
        let mut values = FieldValues::default();
        for (field, words) in known {
            values.tell(*field, *words);
        }
        parts(&write(&parse(text, LetterKind::HelpRemains).unwrap(), &values))
    }

    #[test]
    fn strong_letters_go_around_a_field_and_not_into_it() {
        let parts = read("Un **gros {projet}** petit {référent}", &[(LetterField::Project, "2 ** 3")]);
        let [Part::Say(spans)] = parts.as_slice() else { panic!("one paragraph") };
        let said: Vec<(&str, bool)> =
            spans.iter().map(|span| (span.text.as_str(), span.face == Face::SansSemiBold)).collect();
        let line = format!(" petit {DOTS}");
        assert_eq!(said, [("Un ", false), ("gros 2 ** 3", true), (line.as_str(), false)]);
    }

    #[test]
    fn what_is_ticked_has_lines_to_write_on_between_its_words() {
        let parts = read("☐ **Oui.** Appelez le …… au ……\n☐ Non.\n**Joint : **une enveloppe.", &[]);
        let [Part::Ticked(items), Part::Joined(_)] = parts.as_slice() else { panic!("a coupon, then what is joined") };
        let dots: Vec<usize> =
            items.iter().map(|spans| blanks(spans).iter().filter(|blank| blank.dots == Dots::Rest).count()).collect();
        assert_eq!(dots, [2, 0]);
    }

    #[test]
    fn lines_that_begin_with_a_number_or_a_dash_make_a_list() {
        let parts = read("1. Un\n2. **Deux**\n- Trois\n\n2026. Non\n1.Non", &[]);
        let kinds: Vec<String> = parts
            .iter()
            .map(|part| match part {
                Part::Say(_) => "say".to_owned(),
                Part::Headed(_) | Part::Figures(_) | Part::Proposed(_) | Part::Ticked(_) | Part::Joined(_) => {
                    "other".to_owned()
                }
                Part::Listed(marker, items) => {
                    format!("{} {}", if *marker == Marker::Number { "number" } else { "dash" }, items.len())
                }
            })
            .collect();
        assert_eq!(kinds, ["number 2", "dash 1", "say", "say"]);
    }
}
