//! Small bars beside a benchmark, one a line, each with its value and how far apart it is.
//!
//! Above the benchmark a bar is full, under it empty with a filled triangle: nothing depends on colour. All of them are
//! one figure, read as a sentence that gives every value.

use super::blocks::{Measure, Typesetter};
use super::faces::Face;
use super::ink::Ink;
use super::length::Length;
use super::shapes::{Area, Shape};
use super::stacks::{WHOLE, benchmark_line};
use super::strip::{Mark, Owner, Strip};
use super::tags::TagId;
use super::text::{Span, TextStyle, break_lines};

/// Lines with small bars.
#[derive(Clone, Debug)]
pub(crate) struct Gauges<'a> {
    /// What is read in their place.
    pub(crate) words: String,
    /// What each column holds: the label, the value, how far apart.
    pub(crate) heading: [&'a str; 3],
    pub(crate) rows: &'a [Gauge],
    /// Where the benchmark stands, in ten thousandths of the longest bar.
    pub(crate) benchmark: Option<i64>,
}

/// A line.
#[derive(Clone, Debug)]
pub(crate) struct Gauge {
    pub(crate) label: String,
    /// Its length, in ten thousandths of the longest; nothing where there is no value.
    pub(crate) share: Option<i64>,
    pub(crate) value: String,
    pub(crate) apart: String,
    /// Whether it is under the benchmark.
    pub(crate) under: bool,
}

const LABEL: TextStyle = TextStyle::of(840, 1_040);
const HEADING: TextStyle = TextStyle::of(800, 1_040);
/// Hundredths of the measure left to the label, to the bar and to the value.
const COLUMNS: [i64; 3] = [54, 14, 14];
const PAD: Length = Length::mm(42);
const HEIGHT: Length = Length::mm(200);
const WEIGHT: Length = Length::points(70);
const HAIRLINE: Length = Length::points(30);
const STRONG: Length = Length::points(80);
const SIGN: Length = Length::mm(230);

impl Typesetter {
    /// Sets the lines in one piece.
    pub(crate) fn gauges(&mut self, parent: TagId, gauges: &Gauges<'_>, measure: Measure) -> Strip {
        let tag = self.tags.add_figure(parent, gauges.words.clone());
        let owner = Owner::Tag(tag);
        let Measure { left, width } = measure;
        let [label, bar, value] = COLUMNS.map(|part| width.percent(part));
        let start = left.plus(label).plus(Length::mm(100));
        let room = bar.minus(Length::mm(200));
        let end = left.plus(width);
        let mut strip = Strip::default();
        let texts = |row: [&str; 3], face: Face| row.map(|text| [Span::new(text, face, Ink::TEXT)]);
        let rows = std::iter::once((gauges.heading, None))
            .chain(gauges.rows.iter().map(|row| ([row.label.as_str(), &row.value, &row.apart], Some(row))));
        for (texts, row) in
            rows.map(|(row, gauge)| (texts(row, if gauge.is_some() { Face::Sans } else { Face::SansSemiBold }), gauge))
        {
            let style = if row.is_some() { LABEL } else { HEADING };
            let [name, amount, apart] = texts;
            // A heading goes over the bars, that have none.
            let for_name = if row.is_some() { label } else { label.plus(bar) };
            let names = break_lines(&mut self.fonts, &name, style, for_name);
            let top = strip.height.plus(PAD);
            let tall = style.leading.times(names.len().max(1));
            for (place, line) in names.into_iter().enumerate() {
                let down = top.plus(style.leading.times(place));
                strip.marks.push(self.text_mark(line, style, (left, down), owner));
            }
            let value_end = left.plus(label).plus(bar).plus(value);
            for (text, right) in [(amount, value_end), (apart, end)] {
                for line in break_lines(&mut self.fonts, &text, style, width).into_iter().take(1) {
                    let sign_left = right.minus(line.width).minus(SIGN).minus(Length::mm(80));
                    let from = right.minus(line.width);
                    strip.marks.push(self.text_mark(line, style, (from, top), owner));
                    if right == end && row.is_some_and(|row| row.under) {
                        let down = top.plus(style.leading.minus(SIGN).half());
                        let (width, height, shape) = (SIGN, SIGN, Shape::Under);
                        let owner = Owner::Artifact;
                        let sign =
                            Mark::Shape { left: sign_left, top: down, width, height, shape, ink: Ink::TEXT, owner };
                        strip.marks.push(sign);
                    }
                }
            }
            if let Some(row) = row {
                strip.marks.extend(drawn(row, gauges.benchmark, (start, room), (top, tall)));
            }
            strip.height = top.plus(tall).plus(PAD);
            let (weight, ink) = if row.is_some() { (HAIRLINE, Ink::HAIR) } else { (STRONG, Ink::TITLE) };
            strip.marks.push(Mark::Rule { left, top: strip.height, width, weight, ink });
        }
        strip.marks.push(Mark::Place { tag, left, top: Length::ZERO, width, height: strip.height });
        strip
    }
}

/// The bar of a line, and the benchmark across it.
fn drawn(
    row: &Gauge,
    benchmark: Option<i64>,
    (left, room): (Length, Length),
    (top, tall): (Length, Length),
) -> Vec<Mark> {
    let Some(share) = row.share else { return Vec::new() };
    let width = room.scaled(share.clamp(0, WHOLE)).divided(WHOLE).max(WEIGHT);
    let down = top.plus(tall.minus(HEIGHT).half());
    let mut marks = vec![match row.under {
        true => Mark::Frame { left, top: down, width, height: HEIGHT, weight: WEIGHT, ink: Ink::TITLE },
        false => Mark::Ground { left, top: down, width, height: HEIGHT, ink: Ink::TITLE },
    }];
    if let Some(at) = benchmark {
        let middle = left.plus(room.scaled(at).divided(WHOLE));
        let over = Length::mm(60);
        let line = Area { left: middle, top: down.minus(over), width: WEIGHT, height: HEIGHT.plus(over.times(2)) };
        marks.extend(benchmark_line(line, WEIGHT));
    }
    marks
}
