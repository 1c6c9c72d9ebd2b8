//! Horizontal bars: a value is a length, and is written at its end.
//!
//! No scale and no grid, zero at the left. A full bar is the office or a step that
//! matters, an outlined one a reference or a step between; nothing depends on colour.
//! A chart is read as one sentence that gives its values.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::blocks::{Measure, Typesetter};
use super::faces::Face;
use super::ink::Ink;
use super::length::Length;
use super::strip::{Mark, Owner, Strip};
use super::tags::TagId;
use super::text::{Line, Span, TextStyle, break_lines};

/// A chart of bars.
#[derive(Clone, Debug)]
pub(crate) struct Chart<'a> {
    /// What it shows, as the sentence read in its place begins.
    pub(crate) title: &'a str,
    pub(crate) bars: &'a [Bar],
    /// What a full and what an outlined bar stand for, where that is not said beside.
    pub(crate) legend: &'a [(Fill, String)],
}

/// A bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// What is counted; empty for a second bar of the same thing.
    pub label: String,
    /// The value as it is written at the end of the bar.
    pub value: String,
    /// What to know beside the value; may be empty.
    pub note: String,
    /// The length, from 0 to 1; anything beyond is drawn as 1.
    pub ratio: Decimal,
    /// Full or outlined.
    pub fill: Fill,
}

/// How a bar is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// The office, or a step that matters.
    Full,
    /// A reference, or a step between.
    Outline,
}

const LABEL: TextStyle = TextStyle::of(940, 1_180);
const VALUE: TextStyle = TextStyle::of(1_040, 1_300);
const NOTE: TextStyle = TextStyle::of(840, 1_060);
const HEIGHT: Length = Length::mm(620);
const SECOND_HEIGHT: Length = Length::mm(400);
const BETWEEN: Length = Length::mm(220);
const SECOND_GAP: Length = Length::mm(60);
const PAD: Length = Length::mm(180);
const LINE_WEIGHT: Length = Length::points(85);
const LEGEND_WIDTH: Length = Length::mm(500);
const LEGEND_HEIGHT: Length = Length::mm(320);
/// The longest bar, in hundredths of the measure.
const LONGEST: i64 = 45;
/// Room for the labels, in hundredths of the measure.
const LABELS: i64 = 28;
/// Wider than any sheet.
const ENDLESS: Length = Length::mm(1_000_000);
/// A bar of nothing is still seen.
const LEAST: Length = Length::points(60);

impl Typesetter {
    /// Sets a chart in one piece; one without bars has no height.
    pub(crate) fn bars(&mut self, parent: TagId, chart: &Chart<'_>, measure: Measure) -> Strip {
        let mut strip = Strip::default();
        if chart.bars.is_empty() {
            return strip;
        }
        let tag = self.tags.add_figure(parent, words(chart));
        let seconds = chart.bars.iter().any(|bar| bar.label.is_empty());
        let full = self.longest(chart, measure);
        for bar in chart.bars {
            let second = bar.label.is_empty();
            let gap = match (strip.height == Length::ZERO, second) {
                (true, _) => Length::ZERO,
                (false, true) => SECOND_GAP,
                (false, false) => BETWEEN,
            };
            let row = Row { top: strip.height.plus(gap), full, paired: seconds, second };
            strip.height = row.top.plus(self.bar(&mut strip.marks, (bar, &row), tag, measure));
        }
        if !chart.legend.is_empty() {
            strip.height = self.legend(&mut strip, chart.legend, tag, measure);
        }
        let Measure { left, width } = measure;
        strip.marks.push(Mark::Place { tag, left, top: Length::ZERO, width, height: strip.height });
        strip
    }

    /// One bar, its label to the left, its value and its note at its end; gives its height.
    fn bar(&mut self, marks: &mut Vec<Mark>, (bar, row): (&Bar, &Row), tag: TagId, measure: Measure) -> Length {
        let owner = Owner::Tag(tag);
        let start = measure.left.plus(measure.width.percent(LABELS));
        let length = length_of(bar.ratio, row.full);
        let height = if row.second { SECOND_HEIGHT } else { HEIGHT };
        let (label_face, value_face, value_style) = row.faces(bar.fill);
        let label = [Span::new(&bar.label, label_face, Ink::TEXT)];
        let labels = break_lines(&mut self.fonts, &label, LABEL, measure.width.percent(LABELS).minus(PAD));
        let label_height = LABEL.leading.times(labels.len());
        let tall = height.max(label_height);
        let top = row.top.plus(tall.minus(height).half());
        marks.push(drawn(bar.fill, (start, top), (length, height)));
        for (place, line) in labels.into_iter().enumerate() {
            let down = row.top.plus(tall.minus(label_height).half()).plus(LABEL.leading.times(place));
            marks.push(self.text_mark(line, LABEL, (measure.left, down), owner));
        }
        let mut pen = start.plus(length).plus(PAD);
        let texts = [(&bar.value, value_face, value_style, Ink::TEXT), (&bar.note, Face::Sans, NOTE, Ink::SOFT)];
        for (text, face, style, ink) in texts {
            let line = self.one_line(&[Span::new(text, face, ink)], style);
            let down = top.plus(height.minus(style.leading).half());
            let width = line.width;
            marks.push(self.text_mark(line, style, (pen, down), owner));
            pen = pen.plus(width).plus(PAD.times(2));
        }
        tall
    }

    /// How long a bar of the whole may be, so that every value and note fits after its bar.
    fn longest(&mut self, chart: &Chart<'_>, measure: Measure) -> Length {
        let room = measure.width.minus(measure.width.percent(LABELS));
        let mut full = measure.width.percent(LONGEST);
        for bar in chart.bars {
            let value = [Span::new(&bar.value, Face::SansSemiBold, Ink::TEXT)];
            let note = [Span::new(&bar.note, Face::Sans, Ink::TEXT)];
            let value = self.one_line(&value, VALUE).width;
            let note = self.one_line(&note, NOTE).width;
            let left = room.minus(value).minus(note).minus(PAD.times(4));
            let parts = permille(bar.ratio).max(1);
            full = full.min(left.scaled(1_000).divided(parts));
        }
        full.max(measure.width.percent(10))
    }

    /// What the bars stand for, at the bottom right beside the last bars or under them.
    fn legend(&mut self, strip: &mut Strip, legend: &[(Fill, String)], tag: TagId, measure: Measure) -> Length {
        let mut top = strip.height.plus(BETWEEN);
        let left = measure.left.plus(measure.width.percent(LABELS));
        for (fill, text) in legend {
            let down = top.plus(NOTE.leading.minus(LEGEND_HEIGHT).half());
            strip.marks.push(drawn(*fill, (left, down), (LEGEND_WIDTH, LEGEND_HEIGHT)));
            let text_left = left.plus(LEGEND_WIDTH).plus(PAD);
            let line = self.one_line(&[Span::new(text, Face::Sans, Ink::SOFT)], NOTE);
            strip.marks.push(self.text_mark(line, NOTE, (text_left, top), Owner::Tag(tag)));
            top = top.plus(NOTE.leading);
        }
        top
    }

    /// A text on one line, whatever its length: what is too long is seen over its place, never cut in silence.
    pub(super) fn one_line(&mut self, spans: &[Span], style: TextStyle) -> Line {
        break_lines(&mut self.fonts, spans, style, ENDLESS).into_iter().next().unwrap_or_default()
    }
}

/// Where a bar is drawn.
struct Row {
    top: Length,
    full: Length,
    /// Whether the chart has second bars.
    paired: bool,
    second: bool,
}

impl Row {
    /// The faces of the label and of the value, and the size of the value.
    fn faces(&self, fill: Fill) -> (Face, Face, TextStyle) {
        match (fill, self.paired, self.second) {
            (_, true, true) => (Face::Sans, Face::Sans, NOTE),
            (_, true, false) | (Fill::Outline, false, _) => (Face::Sans, Face::SansSemiBold, VALUE),
            (Fill::Full, false, _) => (Face::SansSemiBold, Face::SansSemiBold, VALUE),
        }
    }
}

/// The chart as one sentence: `Objets : Mobilité 63,3 % ; Logement 20,0 %.`
fn words(chart: &Chart<'_>) -> String {
    let mut label = "";
    let mut said = Vec::new();
    for bar in chart.bars {
        if !bar.label.is_empty() {
            label = &bar.label;
        }
        let kind = chart.legend.iter().find(|(fill, _)| *fill == bar.fill).map(|(_, text)| text.as_str());
        let notes = [kind.unwrap_or_default(), &bar.note].map(str::to_owned);
        let notes: Vec<String> = notes.into_iter().filter(|note| !note.is_empty()).collect();
        let notes = if notes.is_empty() { String::new() } else { format!(" ({})", notes.join(", ")) };
        said.push(format!("{label} {}{notes}", bar.value));
    }
    format!("{}\u{202f}: {}.", chart.title, said.join("\u{202f}; "))
}

fn drawn(fill: Fill, (left, top): (Length, Length), (width, height): (Length, Length)) -> Mark {
    match fill {
        Fill::Full => Mark::Ground { left, top, width, height, ink: Ink::TITLE },
        Fill::Outline => Mark::Frame {
            left: left.plus(LINE_WEIGHT.half()),
            top: top.plus(LINE_WEIGHT.half()),
            width: width.minus(LINE_WEIGHT).max(Length::ZERO),
            height: height.minus(LINE_WEIGHT),
            weight: LINE_WEIGHT,
            ink: Ink::TITLE,
        },
    }
}

fn length_of(ratio: Decimal, full: Length) -> Length {
    full.em(permille(ratio)).max(LEAST)
}

/// Thousandths of a ratio held between 0 and 1.
pub(super) fn permille(ratio: Decimal) -> i64 {
    let held = ratio.clamp(Decimal::ZERO, Decimal::ONE);
    (held * Decimal::ONE_THOUSAND).round().to_i64().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_never_shorter_than_seen_nor_longer_than_the_whole() {
        let full = Length::mm(8_000);
        let length = |ratio: &str| length_of(ratio.parse().unwrap(), full);
        assert_eq!(length("1"), full);
        assert_eq!(length("3.5"), full);
        assert_eq!(length("0.5"), full.half());
        assert_eq!(length("-1"), LEAST);
    }
}
