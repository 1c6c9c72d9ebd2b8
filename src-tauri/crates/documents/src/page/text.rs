//! Lines of text: words set one after the other, broken at ordinary spaces only.
//!
//! A no-break space (U+00A0, U+202F) never ends a line: « 1 234,56 € » stays whole.
//! A word wider than its column, which only a mistyped one is, is cut where the
//! column ends. The letters of an ordinal are drawn small and raised: « 1er », « 2e ».

use std::rc::Rc;

use super::faces::{Face, Fonts, Glyph, Word};
use super::ink::Ink;
use super::length::Length;

/// Size of the letters and height of a line.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TextStyle {
    pub(crate) size: Length,
    pub(crate) leading: Length,
}

impl TextStyle {
    /// A style from hundredths of a point: `of(850, 1060)` is 8.5 on 10.6.
    pub(crate) const fn of(size: i64, leading: i64) -> Self {
        Self { size: Length::points(size), leading: Length::points(leading) }
    }
}

/// A piece of text in one face and one ink.
#[derive(Clone, Debug)]
pub(crate) struct Span {
    pub(crate) text: String,
    pub(crate) face: Face,
    pub(crate) ink: Ink,
}

impl Span {
    pub(crate) fn new(text: impl Into<String>, face: Face, ink: Ink) -> Self {
        Self { text: text.into(), face, ink }
    }
}

/// Glyphs of one face and ink set in a row.
#[derive(Clone, Debug)]
pub(crate) struct Run {
    pub(crate) face: Face,
    pub(crate) ink: Ink,
    pub(crate) size: Length,
    /// From the start of the line.
    pub(crate) left: Length,
    /// How far above the baseline it stands.
    pub(crate) rise: Length,
    pub(crate) glyphs: Vec<Glyph>,
}

/// A line of text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Line {
    pub(crate) runs: Vec<Run>,
    pub(crate) width: Length,
}

impl Line {
    /// The same line with so many thousandths of an em more after each of its signs.
    pub(super) fn set_apart(mut self, units: i64) -> Self {
        let mut more = Length::ZERO;
        for run in &mut self.runs {
            run.left = run.left.plus(more);
            for glyph in &mut run.glyphs {
                glyph.advance = glyph.advance.saturating_add(units);
            }
            more = more.plus(run.size.em(units).times(run.glyphs.len()));
        }
        // Nothing follows the last sign.
        let last = self.runs.last().map_or(Length::ZERO, |run| run.size.em(units));
        self.width = self.width.plus(more).minus(last);
        self
    }
}

/// Sets the spans in lines of a width; an empty text has no line.
pub(crate) fn break_lines(fonts: &mut Fonts, spans: &[Span], style: TextStyle, width: Length) -> Vec<Line> {
    let words = words(fonts, spans);
    let mut setting = Setting { size: style.size, room: style.size.units_in(width), ..Setting::default() };
    for word in &words {
        let units = word.iter().map(|piece| piece.scaled(piece.word.units)).fold(0, i64::saturating_add);
        setting.make_room(fonts, units);
        for piece in word {
            if units <= setting.room {
                setting.push(piece, &piece.word.glyphs);
            } else {
                setting.push_cut(piece);
            }
        }
    }
    setting.end_line();
    setting.lines
}

struct Piece {
    face: Face,
    ink: Ink,
    /// Whether it is drawn small and raised.
    raised: bool,
    word: Rc<Word>,
}

/// What raised letters are of the others, in hundredths, and how far they stand above the baseline, in thousandths of an em.
const RAISED: i64 = 68;
const RISE: i64 = 340;

impl Piece {
    /// What so many thousandths of an em of its own are of those of its line.
    fn scaled(&self, units: i64) -> i64 {
        if self.raised { units.saturating_mul(RAISED) / 100 } else { units }
    }
}

/// Words, each made of one piece per face it is set in.
fn words(fonts: &mut Fonts, spans: &[Span]) -> Vec<Vec<Piece>> {
    let mut words: Vec<Vec<Piece>> = Vec::new();
    let mut open = false;
    for span in spans {
        for (place, part) in span.text.split(ends_word).enumerate() {
            if place != 0 {
                open = false;
            }
            if part.is_empty() {
                continue;
            }
            for (raised, part) in ordinals(part) {
                let piece = Piece { face: span.face, ink: span.ink, raised, word: fonts.word(span.face, part) };
                match words.last_mut() {
                    Some(word) if open => word.push(piece),
                    _ => words.push(vec![piece]),
                }
                open = true;
            }
        }
    }
    words
}

/// A word in its parts, the letters of each ordinal apart: `1` and `er` of « 1er ».
fn ordinals(word: &str) -> Vec<(bool, &str)> {
    let mut parts = Vec::new();
    let mut rest = word;
    while let Some((number, letters, after)) = first_ordinal(rest) {
        parts.extend([(false, number), (true, letters)]);
        rest = after;
    }
    if !rest.is_empty() {
        parts.push((false, rest));
    }
    parts
}

/// What ends with the number of the first ordinal of a word, its letters, what follows them.
fn first_ordinal(word: &str) -> Option<(&str, &str, &str)> {
    const ENDINGS: [&str; 4] = ["ers", "er", "re", "e"];
    let found = ENDINGS.into_iter().flat_map(|ending| word.match_indices(ending)).filter_map(|(place, ending)| {
        let (number, letters) = (word.get(..place)?, word.get(place..)?);
        let after = letters.strip_prefix(ending)?;
        let before = number.trim_end_matches(|sign: char| sign.is_ascii_digit());
        let is_open = |sign: Option<char>| sign.is_none_or(|sign| !sign.is_alphanumeric() && sign != '-');
        let counts = before.len() < number.len() && is_open(before.chars().next_back());
        (counts && is_open(after.chars().next())).then_some((number, ending, after))
    });
    found.min_by_key(|(number, ..)| number.len())
}

/// Any space or control a line may end at.
fn ends_word(sign: char) -> bool {
    match sign {
        '\u{a0}' | '\u{202f}' => false,
        _ => sign.is_whitespace(),
    }
}

/// Lines being set; widths in thousandths of an em.
#[derive(Default)]
struct Setting {
    size: Length,
    room: i64,
    pen: i64,
    runs: Vec<Run>,
    lines: Vec<Line>,
}

impl Setting {
    /// Goes on to the next word: a space, or the next line when the word does not fit.
    fn make_room(&mut self, fonts: &mut Fonts, units: i64) {
        let Some((face, ink)) = self.runs.last().map(|run| (run.face, run.ink)) else { return };
        let space = Piece { face, ink, raised: false, word: fonts.word(face, " ") };
        let width = self.pen;
        self.push(&space, &space.word.glyphs);
        if self.pen.saturating_add(units) > self.room {
            // The space stays at the end of the line, unmeasured: whoever copies or hears the text finds two words.
            self.pen = width;
            self.end_line();
        }
    }

    fn push(&mut self, piece: &Piece, glyphs: &[Glyph]) {
        let Piece { face, ink, raised, .. } = *piece;
        let (size, rise) =
            if raised { (self.size.percent(RAISED), self.size.em(RISE)) } else { (self.size, Length::ZERO) };
        match self.runs.last_mut() {
            Some(run) if run.face == face && run.ink == ink && run.rise == rise => run.glyphs.extend(glyphs),
            _ => {
                let left = self.size.em(self.pen);
                self.runs.push(Run { face, ink, size, left, rise, glyphs: glyphs.to_vec() });
            }
        }
        let taken = glyphs.iter().map(|glyph| glyph.advance).fold(0, i64::saturating_add);
        self.pen = self.pen.saturating_add(piece.scaled(taken));
    }

    fn push_cut(&mut self, piece: &Piece) {
        for glyph in &piece.word.glyphs {
            if self.pen > 0 && self.pen.saturating_add(glyph.advance) > self.room {
                self.end_line();
            }
            self.push(piece, std::slice::from_ref(glyph));
        }
    }

    fn end_line(&mut self) {
        if !self.runs.is_empty() {
            let width = self.size.em(self.pen);
            self.lines.push(Line { runs: std::mem::take(&mut self.runs), width });
        }
        self.pen = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STYLE: TextStyle = TextStyle::of(1_000, 1_200);

    fn set(spans: &[Span], width: i64) -> Vec<String> {
        let mut fonts = Fonts::open().unwrap();
        let lines = break_lines(&mut fonts, spans, STYLE, Length::points(width));
        let text = |line: &Line| line.runs.iter().flat_map(|run| &run.glyphs).map(|glyph| glyph.text).collect();
        for line in &lines {
            assert!(line.width <= Length::points(width), "a line is never wider than its column");
        }
        lines.iter().map(text).collect()
    }

    fn plain(text: &str) -> [Span; 1] {
        [Span::new(text, Face::Sans, Ink::TEXT)]
    }

    #[test]
    fn an_amount_is_never_broken() {
        let lines = set(&plain("il reste 1\u{202f}234,56\u{202f}€ ici"), 5_000);
        assert_eq!(lines, ["il reste ", "1\u{202f}234,56\u{202f}€ ", "ici"]);
    }

    #[test]
    fn the_letters_of_an_ordinal_are_small_and_raised() {
        let mut fonts = Fonts::open().unwrap();
        let mut runs = |text: &str| -> Vec<(String, bool)> {
            let lines = break_lines(&mut fonts, &plain(text), STYLE, Length::points(30_000));
            let runs = lines.into_iter().flat_map(|line| line.runs);
            runs.map(|run| (run.glyphs.iter().map(|glyph| glyph.text).collect(), run.rise > Length::ZERO)).collect()
        };
        let said = |text: &str, raised| (text.to_owned(), raised);
        assert_eq!(runs("le 1er mai"), [said("le 1", false), said("er", true), said(" mai", false)]);
        assert_eq!(runs("1re ou 12e,").len(), 5, "the comma stands on the line");
        assert_eq!(runs("A12e 2eme 3-4e").len(), 1, "a reference and a measure are left as they are");
    }

    #[test]
    fn a_bold_word_may_end_in_plain_text() {
        let bold = Span::new("Fin", Face::SansSemiBold, Ink::TEXT);
        let rest = Span::new(". Suite", Face::Sans, Ink::TEXT);
        assert_eq!(set(&[bold.clone(), rest.clone()], 20_000), ["Fin. Suite"]);
        assert_eq!(set(&[bold, rest], 3_000), ["Fin. ", "Suite"], "the point stays with its word");
    }

    #[test]
    fn a_word_wider_than_its_column_is_cut() {
        let lines = set(&plain(&"m".repeat(30)), 5_000);
        assert!(lines.len() > 3);
        assert_eq!(lines.concat(), "m".repeat(30));
    }

    #[test]
    fn a_column_without_width_still_holds_every_letter() {
        let mut fonts = Fonts::open().unwrap();
        let lines = break_lines(&mut fonts, &plain("trop étroit"), STYLE, Length::ZERO);
        let glyphs: usize = lines.iter().flat_map(|line| &line.runs).map(|run| run.glyphs.len()).sum();
        assert_eq!(glyphs, "trop étroit".chars().count());
    }

    #[test]
    fn spaces_and_line_ends_are_all_one_space() {
        assert_eq!(set(&plain("  un\n\t deux\u{2003}trois "), 20_000), ["un deux trois"]);
        assert!(set(&plain(" \n"), 20_000).is_empty());
    }
}
