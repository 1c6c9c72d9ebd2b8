//! Amounts on a line: their figures, their sign, and the right edge by which their column is known.

#![expect(clippy::float_arithmetic, reason = "places are in points, in floats")]

use super::lines::{Line, Word};
use crate::cents::{Cents, DecimalMark, marked_amount};

/// Groups of thousands stand nearer than this share of the size.
const GROUP_GAP: f64 = 0.8;
/// A sign stands nearer to its figures than this share of the size.
const SIGN_GAP: f64 = 3.0;
/// A mark behind an amount stands nearer than this share of the size.
const MARK_GAP: f64 = 1.6;
/// The most words an amount is printed in: a sign and groups of three figures.
const MOST_GROUPS: usize = 4;

/// An amount printed on a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Figures {
    /// Its size in cents.
    pub(crate) size: Cents,
    /// What its sign or its mark says; nothing when it has none.
    pub(crate) side: Option<Side>,
    /// Where its figures begin.
    pub(crate) left: f64,
    /// Where its figures end.
    pub(crate) right: f64,
    /// Where it ends with its mark.
    pub(crate) outer: f64,
    /// Its first word on the line, and the one after its last.
    pub(crate) first: usize,
    pub(crate) end: usize,
}

/// The side an amount says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Debit,
    Credit,
}

impl Figures {
    /// The amount by its own sign, a credit without one.
    pub(crate) fn signed(&self) -> Cents {
        match self.side {
            Some(Side::Debit) => self.size.opposite(),
            Some(Side::Credit) | None => self.size,
        }
    }
}

/// The mark of the decimals of a file: a comma as soon as a few amounts have one.
pub(crate) fn decimal_mark(lines: &[Line]) -> DecimalMark {
    let count = |mark: DecimalMark| {
        let words = lines.iter().flat_map(|line| &line.words);
        words.filter(|word| core(&word.text).is_some_and(|core| marked_amount(core.digits, mark).is_some())).count()
    };
    let commas = count(DecimalMark::Comma);
    if commas >= 3 || commas.saturating_mul(4) >= count(DecimalMark::Point) {
        DecimalMark::Comma
    } else {
        DecimalMark::Point
    }
}

/// Every amount of a line, from left to right.
pub(crate) fn amounts(line: &Line, mark: DecimalMark) -> Vec<Figures> {
    let mut found = Vec::new();
    let mut place = 0;
    while place < line.words.len() {
        match amount_at(line, place, mark) {
            Some(figures) => {
                place = figures.end;
                found.push(figures);
            }
            None => place = place.saturating_add(1),
        }
    }
    found
}

fn amount_at(line: &Line, place: usize, mark: DecimalMark) -> Option<Figures> {
    let words = line.words.get(place..)?;
    let first = words.first()?;
    let alone = lone_sign(&first.text).filter(|_| {
        words.get(1).is_some_and(|next| next.left - first.right < line.size * SIGN_GAP && begins_with_figure(next))
    });
    let start = usize::from(alone.is_some());
    let groups = words.get(start..)?;
    let longest = (1..=MOST_GROUPS.min(groups.len())).rev().find_map(|count| {
        let group = groups.get(..count)?;
        let close =
            group.iter().zip(group.iter().skip(1)).all(|(one, next)| next.left - one.right < line.size * GROUP_GAP);
        let text = group.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ");
        let core = core(&text).filter(|_| close)?;
        let size = marked_amount(core.digits, mark)?;
        Some((count, size, core.side, core.tail))
    });
    let (count, size, own_side, tail) = longest?;
    let last = groups.get(count.checked_sub(1)?)?;
    let right = last.right - width_of_tail(last, tail);
    let (mut end, mut outer) = (start.saturating_add(count), last.right);
    let mut side = alone.or(own_side);
    while let Some(mark) = words.get(end).filter(|word| word.left - outer < line.size * MARK_GAP) {
        let Some(meaning) = meaning_of_mark(mark) else { break };
        side = side.or(meaning);
        outer = mark.right;
        end = end.saturating_add(1);
    }
    let left = groups.first()?.left;
    Some(Figures { size, side, left, right, outer, first: place, end: place.saturating_add(end) })
}

/// Figures of a word or several, without the sign before and the mark behind.
struct Core<'a> {
    digits: &'a str,
    side: Option<Side>,
    /// How many signs stand behind the figures.
    tail: usize,
}

fn core(text: &str) -> Option<Core<'_>> {
    let mut side = None;
    let mut rest = text;
    if let Some(sign) = rest.chars().next().filter(|sign| !sign.is_ascii_digit()) {
        side = Some(sign_side(sign)?);
        rest = rest.get(sign.len_utf8()..)?.trim_start();
    }
    let digits = rest.trim_end_matches(|sign: char| !sign.is_ascii_digit());
    let behind = rest.get(digits.len()..)?;
    if !behind.is_empty() {
        side = side.or(mark_side(behind.trim())?);
    }
    Some(Core { digits, side, tail: behind.chars().count() })
}

#[expect(clippy::as_conversions, reason = "a count of letters, far under what a float holds exactly")]
fn width_of_tail(word: &Word, tail: usize) -> f64 {
    let letters = word.text.chars().count().max(1);
    (word.right - word.left) * tail as f64 / letters as f64
}

fn begins_with_figure(word: &Word) -> bool {
    word.text.starts_with(|sign: char| sign.is_ascii_digit())
}

fn lone_sign(text: &str) -> Option<Side> {
    let mut signs = text.chars();
    let sign = signs.next()?;
    if signs.next().is_some() { None } else { sign_side(sign) }
}

fn sign_side(sign: char) -> Option<Side> {
    match sign {
        '-' | '−' | '–' | '—' => Some(Side::Debit),
        '+' => Some(Side::Credit),
        _ => None,
    }
}

/// The side a word at the end of a line names, in a column of its own.
pub(crate) fn side_word(word: &Word) -> Option<Side> {
    match word.plain.as_str() {
        "DEBIT" => Some(Side::Debit),
        "CREDIT" => Some(Side::Credit),
        _ => mark_side(&word.text).flatten(),
    }
}

fn meaning_of_mark(word: &Word) -> Option<Option<Side>> {
    mark_side(&word.text)
}

/// What stands behind an amount: a side, or a currency and other marks that say nothing of it.
fn mark_side(text: &str) -> Option<Option<Side>> {
    let bare = text.trim_matches(|sign: char| "€¤þ¨*().".contains(sign) || sign.is_whitespace());
    match bare {
        "" | "EUR" | "EUROS" | "Eur" | "eur" => Some(None),
        "-" | "−" | "–" | "D" | "DB" | "DT" | "DR" => Some(Some(Side::Debit)),
        "+" | "C" | "CR" => Some(Some(Side::Credit)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::glyphs::Glyph;
    use crate::pdf::lines::lines;

    fn line(text: &str) -> Line {
        let places = (0_u32..).map(|place| f64::from(place) * 5.0);
        let drawn = text.chars().zip(places).filter(|(sign, _)| *sign != ' ');
        let glyph = |(sign, x): (char, f64)| Glyph { text: String::from(sign), x, y: 10.0, width: 5.0, size: 9.0 };
        lines(1, drawn.map(glyph).collect()).remove(0)
    }

    fn read(text: &str) -> Vec<i64> {
        amounts(&line(text), DecimalMark::Comma).iter().map(|figures| figures.signed().0).collect()
    }

    #[test]
    fn an_amount_keeps_the_sign_or_the_mark_it_is_printed_with() {
        for text in ["- 1 012,30", "-1 012,30", "1 012,30-", "1.012,30 DB", "− 1 012,30 €", "1 012,30 D"] {
            assert_eq!(read(text), [-101_230], "{text}");
        }
        for text in ["+ 1 012,30", "1 012,30 CR", "1 012,30", "1 012,30 þ", "1012,30 EUR"] {
            assert_eq!(read(text), [101_230], "{text}");
        }
    }

    #[test]
    fn two_columns_far_apart_are_two_amounts() {
        assert_eq!(read("TOTAL      1 856,41   2 422,98"), [185_641, 242_298]);
    }

    #[test]
    fn a_mark_behind_leaves_the_right_edge_of_the_figures() {
        let [plain, marked] =
            [line("CB    12,50"), line("CB    12,50-")].map(|line| amounts(&line, DecimalMark::Comma));
        assert!((plain[0].right - marked[0].right).abs() < 0.1);
    }
}
