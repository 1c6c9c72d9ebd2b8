//! Glyphs gathered into lines and words by where they stand; the order they are drawn in does not count.

#![expect(clippy::float_arithmetic, reason = "places are in points, in floats")]

use super::glyphs::Glyph;
use crate::folded::folded;

/// Baselines nearer than this share of the size are one line.
const SAME_LINE: f64 = 0.34;
/// A gap over this share of the size parts two words.
const WORD_GAP: f64 = 1.0 / 6.0;
/// A sign drawn again within half a point is the same sign, thickened.
const SAME_PLACE: f64 = 0.5;

/// A word and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Word {
    pub(crate) text: String,
    /// For comparison: capitals, no accent.
    pub(crate) plain: String,
    pub(crate) left: f64,
    pub(crate) right: f64,
}

/// A line of a page.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Line {
    /// The first page is 1.
    pub(crate) page: usize,
    /// Its baseline, from the top of the page.
    pub(crate) y: f64,
    /// The size of its letters.
    pub(crate) size: f64,
    /// From left to right.
    pub(crate) words: Vec<Word>,
}

impl Line {
    /// The words as read, apart by a space.
    pub(crate) fn text(&self) -> String {
        self.words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ")
    }

    /// The words for comparison.
    pub(crate) fn plain(&self) -> String {
        folded(&self.text())
    }

    /// Where it begins.
    pub(crate) fn left(&self) -> f64 {
        self.words.first().map_or(0.0, |word| word.left)
    }
}

/// The lines of a page from top to bottom.
pub(crate) fn lines(page: usize, mut glyphs: Vec<Glyph>) -> Vec<Line> {
    glyphs.sort_by(|one, other| {
        one.y.total_cmp(&other.y).then(one.x.total_cmp(&other.x)).then_with(|| one.text.cmp(&other.text))
    });
    let mut rows: Vec<Vec<Glyph>> = Vec::new();
    for glyph in glyphs {
        let same = rows.last().and_then(|row| row.first()).is_some_and(|first| {
            let size = first.size.min(glyph.size);
            glyph.y - first.y <= size * SAME_LINE
        });
        match rows.last_mut() {
            Some(row) if same => row.push(glyph),
            Some(_) | None => rows.push(vec![glyph]),
        }
    }
    rows.into_iter().map(|row| line(page, row)).collect()
}

fn line(page: usize, mut row: Vec<Glyph>) -> Line {
    row.sort_by(|one, other| {
        one.x.total_cmp(&other.x).then_with(|| one.text.cmp(&other.text)).then(one.y.total_cmp(&other.y))
    });
    let (mut y, mut size) = (0.0_f64, 0.0_f64);
    let mut words: Vec<Word> = Vec::new();
    let mut kept: Vec<Glyph> = Vec::new();
    for glyph in row {
        let again = kept.iter().rev().take(4).any(|other| {
            other.text == glyph.text && (other.x - glyph.x).abs() < SAME_PLACE && (other.y - glyph.y).abs() < SAME_PLACE
        });
        if again {
            continue;
        }
        y = y.max(glyph.y);
        size = size.max(glyph.size);
        let right = glyph.x + glyph.width;
        match words.last_mut() {
            Some(word) if glyph.x - word.right <= glyph.size * WORD_GAP => {
                word.text.push_str(&glyph.text);
                word.right = word.right.max(right);
            }
            Some(_) | None => {
                words.push(Word { text: glyph.text.clone(), plain: String::new(), left: glyph.x, right });
            }
        }
        kept.push(glyph);
    }
    for word in &mut words {
        word.plain = folded(&word.text);
    }
    Line { page, y, size, words }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn glyphs(text: &str, x: f64, y: f64) -> Vec<Glyph> {
        let places = (0_u32..).map(|place| f64::from(place).mul_add(5.0, x));
        let signs = text.chars().zip(places).filter(|(sign, _)| *sign != ' ');
        signs.map(|(sign, x)| Glyph { text: sign.to_string(), x, y, width: 5.0, size: 9.0 }).collect()
    }

    #[test]
    fn words_are_parted_by_gaps_whatever_the_order_they_are_drawn_in() {
        let drawn =
            [glyphs("SOLDE AU", 40.0, 100.0), glyphs("12,50", 300.0, 101.0), glyphs("CB", 40.0, 112.0)].concat();
        let read = lines(1, drawn.clone());
        assert_eq!(read.iter().map(Line::text).collect::<Vec<_>>(), ["SOLDE AU 12,50", "CB"]);
        let mut backwards = drawn;
        backwards.reverse();
        assert_eq!(lines(1, backwards), read);
    }

    #[test]
    fn a_sign_drawn_twice_to_look_bold_is_read_once() {
        let drawn = [glyphs("SOLDE", 40.0, 100.0), glyphs("SOLDE", 40.3, 100.0)].concat();
        assert_eq!(lines(1, drawn).iter().map(Line::text).collect::<Vec<_>>(), ["SOLDE"]);
    }
}
