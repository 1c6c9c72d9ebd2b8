//! Bars of a sum and what it costs: the sum outlined, its cost full at its end.
//!
//! All the bars of a chart are drawn to one scale, zero at the left, so that the same sum has the same length in
//! each: only the costs differ. What the sum is stands in its bar, the cost after it. A chart is read as one sentence
//! that gives its values; nothing depends on colour.

use rust_decimal::Decimal;

use super::bars::permille;
use super::blocks::{Measure, Typesetter};
use super::faces::Face;
use super::ink::Ink;
use super::length::Length;
use super::strip::{Mark, Owner, Strip};
use super::tags::TagId;
use super::text::{Span, TextStyle, break_lines};

/// A sum and its cost.
#[derive(Clone, Debug)]
pub(crate) struct Sum {
    /// Whose: `Microcrédit`.
    pub(crate) label: String,
    /// What the outlined part is: `argent emprunté : 2 400 €`.
    pub(crate) inside: String,
    /// What the full part is, as it is written: `+ 150,87 €`.
    pub(crate) value: String,
    /// The length of the outlined part, from 0 to 1 with its cost.
    pub(crate) sum: Decimal,
    /// The length of the full part.
    pub(crate) cost: Decimal,
}

/// A chart of sums.
pub(crate) struct Sums<'a> {
    /// What it shows, as the sentence read in its place begins.
    pub(crate) title: &'a str,
    pub(crate) sums: &'a [Sum],
}

const LABEL: TextStyle = TextStyle::of(940, 1_180);
const INSIDE: TextStyle = TextStyle::of(860, 1_080);
const HEIGHT: Length = Length::mm(680);
const BETWEEN: Length = Length::mm(380);
const PAD: Length = Length::mm(200);
const LINE_WEIGHT: Length = Length::points(85);
/// Room for the labels, in hundredths of the measure.
const LABELS: i64 = 26;
/// Room for the values.
const VALUES: Length = Length::mm(2_600);
/// A cost of nothing is still seen.
const LEAST: Length = Length::points(60);

impl Typesetter {
    /// Sets a chart of sums in one piece.
    pub(crate) fn sums(&mut self, parent: TagId, chart: &Sums<'_>, measure: Measure) -> Strip {
        let mut strip = Strip::default();
        let tag = self.tags.add_figure(parent, words(chart));
        for sum in chart.sums {
            let gap = if strip.height == Length::ZERO { Length::ZERO } else { BETWEEN };
            let top = strip.height.plus(gap);
            self.sum(&mut strip.marks, (sum, top), tag, measure);
            strip.height = top.plus(HEIGHT);
        }
        let Measure { left, width } = measure;
        strip.marks.push(Mark::Place { tag, left, top: Length::ZERO, width, height: strip.height });
        strip
    }

    fn sum(&mut self, marks: &mut Vec<Mark>, (sum, top): (&Sum, Length), tag: TagId, measure: Measure) {
        let labels = measure.width.percent(LABELS);
        let start = measure.left.plus(labels);
        let full = measure.width.minus(labels).minus(VALUES);
        let (outlined, filled) = (full.em(permille(sum.sum)), full.em(permille(sum.cost)).max(LEAST));
        marks.push(Mark::Frame {
            left: start.plus(LINE_WEIGHT.half()),
            top: top.plus(LINE_WEIGHT.half()),
            width: outlined.minus(LINE_WEIGHT).max(Length::ZERO),
            height: HEIGHT.minus(LINE_WEIGHT),
            weight: LINE_WEIGHT,
            ink: Ink::TITLE,
        });
        let end = start.plus(outlined);
        marks.push(Mark::Ground { left: end, top, width: filled, height: HEIGHT, ink: Ink::TITLE });
        let texts = [
            (&sum.label, Face::Sans, LABEL, measure.left, labels.minus(PAD)),
            (&sum.inside, Face::Sans, INSIDE, start.plus(PAD), outlined.minus(PAD.times(2))),
            (&sum.value, Face::SansSemiBold, LABEL, end.plus(filled).plus(PAD), VALUES.minus(PAD)),
        ];
        for (text, face, style, left, room) in texts {
            let lines = break_lines(&mut self.fonts, &[Span::new(text, face, Ink::TEXT)], style, room);
            let down = top.plus(HEIGHT.minus(style.leading).half());
            if let Some(line) = lines.into_iter().next() {
                marks.push(self.text_mark(line, style, (left, down), Owner::Tag(tag)));
            }
        }
    }
}

/// The chart as one sentence: `Coût du crédit : Microcrédit, argent emprunté : 2 400 €, + 150,87 €.`
fn words(chart: &Sums<'_>) -> String {
    let said: Vec<String> =
        chart.sums.iter().map(|sum| format!("{}, {}, {}", sum.label, sum.inside, sum.value)).collect();
    format!("{}\u{202f}: {}.", chart.title, said.join("\u{202f}; "))
}
