//! What a whole is made of: a bar a line, its name before it, its value at the right, and a benchmark across the first.
//!
//! All bars are drawn to one scale and told apart by fills that read in grey; a part under its benchmark is empty. The
//! whole is one figure, read as a sentence that gives every value.

use super::blocks::{Measure, Typesetter};
use super::faces::Face;
use super::ink::Ink;
use super::length::Length;
use super::shapes::Area;
use super::stacks::{Ground, WHOLE, benchmark_line};
use super::strip::{Mark, Owner, Strip};
use super::tags::TagId;
use super::text::{Span, TextStyle, break_lines};

/// Parts of a whole.
#[derive(Clone, Debug)]
pub(crate) struct Shares<'a> {
    /// What is read in their place.
    pub(crate) words: String,
    pub(crate) rows: &'a [Share],
    /// Where the benchmark of the first stands, in ten thousandths of the longest bar.
    pub(crate) benchmark: Option<i64>,
}

/// A part.
#[derive(Clone, Debug)]
pub(crate) struct Share {
    pub(crate) label: String,
    pub(crate) value: String,
    /// In ten thousandths of the longest bar.
    pub(crate) share: i64,
    /// Empty where it is under its benchmark.
    pub(crate) ground: Ground,
}

const TEXT: TextStyle = TextStyle::of(820, 1_000);
const ROW: Length = Length::mm(370);
const HEIGHT: Length = Length::mm(260);
const GAP: Length = Length::mm(100);
const EDGE: Length = Length::points(80);
const LINE: Length = Length::points(120);
const BORDER: Length = Length::points(130);
/// Hundredths of the measure left to the label and to the value.
const LABELS: i64 = 42;
const VALUES: i64 = 20;

impl Typesetter {
    /// Sets the parts in one piece.
    pub(crate) fn shares(&mut self, parent: TagId, shares: &Shares<'_>, measure: Measure) -> Strip {
        let tag = self.tags.add_figure(parent, shares.words.clone());
        let owner = Owner::Tag(tag);
        let Measure { left, width } = measure;
        let (labels, values) = (width.percent(LABELS), width.percent(VALUES));
        let (start, room) = (left.plus(labels), width.minus(labels).minus(values));
        let mut strip = Strip::default();
        for (place, row) in shares.rows.iter().enumerate() {
            let top = strip.height;
            let face = if place == 0 { Face::SansSemiBold } else { Face::Sans };
            let label = [Span::new(&row.label, face, Ink::TEXT)];
            let lines = break_lines(&mut self.fonts, &label, TEXT, labels.minus(GAP));
            let tall = ROW.plus(TEXT.leading.times(lines.len().saturating_sub(1)));
            for (place, line) in lines.into_iter().enumerate() {
                let down = top.plus(ROW.minus(TEXT.leading).half()).plus(TEXT.leading.times(place));
                strip.marks.push(self.text_mark(line, TEXT, (left, down), owner));
            }
            let down = top.plus(tall.minus(TEXT.leading).half());
            let value = self.one_line(&[Span::new(&row.value, face, Ink::TEXT)], TEXT);
            let end = left.plus(width).minus(value.width);
            strip.marks.push(self.text_mark(value, TEXT, (end, down), owner));
            let bar = room.scaled(row.share.clamp(0, WHOLE)).divided(WHOLE).max(EDGE);
            let area = Area { left: start, top: top.plus(tall.minus(HEIGHT).half()), width: bar, height: HEIGHT };
            strip.marks.extend(row.ground.marks(area));
            if let Some(at) = shares.benchmark.filter(|_| place == 0) {
                let middle = start.plus(room.scaled(at.clamp(0, WHOLE)).divided(WHOLE));
                let line = Area { left: middle, top, width: LINE, height: tall };
                strip.marks.extend(benchmark_line(line, BORDER));
            }
            strip.height = top.plus(tall);
        }
        strip.marks.push(Mark::Place { tag, left, top: Length::ZERO, width, height: strip.height });
        strip
    }
}
