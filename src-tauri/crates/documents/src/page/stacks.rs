//! Stacked bars: parts of one whole side by side, told apart by four fills that read in grey, and a benchmark drawn
//! across them.
//!
//! A value is written inside its part where it fits, else in the legend. The whole is one figure, read as a sentence
//! that gives every value.

use super::blocks::{Measure, Typesetter};
use super::faces::Face;
use super::ink::Ink;
use super::length::Length;
use super::shapes::{Area, Shape};
use super::strip::{Mark, Owner, Strip};
use super::tags::TagId;
use super::text::{Line, Span, TextStyle, break_lines};

/// How a part is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ground {
    /// The essential.
    Full,
    /// The instalment.
    Hatched,
    Grey,
    Light,
    /// Under a benchmark.
    Empty,
}

/// Bars over one scale.
#[derive(Clone, Debug)]
pub(crate) struct Stacks<'a> {
    /// What is read in their place.
    pub(crate) words: String,
    pub(crate) bars: &'a [Stack],
    /// What each fill stands for, with what could not be written inside.
    pub(crate) legend: &'a [(Ground, String)],
    /// Its name, and where it stands, in ten thousandths of the whole.
    pub(crate) benchmark: Option<(String, i64)>,
}

/// One bar.
#[derive(Clone, Debug)]
pub(crate) struct Stack {
    /// What it is of, above it; may be empty.
    pub(crate) label: String,
    pub(crate) parts: Vec<Part>,
}

/// A part of a bar.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    /// Written inside where it fits.
    pub(crate) value: String,
    /// In ten thousandths of the whole.
    pub(crate) share: i64,
    pub(crate) ground: Ground,
}

/// The whole, in the ten thousandths shares are given in.
pub(crate) const WHOLE: i64 = 10_000;

const VALUE: TextStyle = TextStyle::of(800, 1_000);
const LABEL: TextStyle = TextStyle::of(800, 960);
const HEIGHT: Length = Length::mm(580);
const EDGE: Length = Length::points(70);
const PAD: Length = Length::mm(100);
const OVER: Length = Length::mm(100);
const LINE: Length = Length::points(120);
const BORDER: Length = Length::points(130);
const SWATCH: Length = Length::mm(260);
const BETWEEN: Length = Length::mm(300);

/// Where a bar stands.
#[derive(Clone, Copy)]
struct Room {
    owner: Owner,
    measure: Measure,
    /// The middle of the line that crosses it.
    benchmark: Option<Length>,
}

impl Typesetter {
    /// Sets stacked bars in one piece; without a bar they have no height.
    pub(crate) fn stacks(&mut self, parent: TagId, stacks: &Stacks<'_>, measure: Measure) -> Strip {
        let mut strip = Strip::default();
        if stacks.bars.is_empty() {
            return strip;
        }
        let tag = self.tags.add_figure(parent, stacks.words.clone());
        let owner = Owner::Tag(tag);
        if let Some((name, at)) = &stacks.benchmark {
            let line = self.line_of(name, Face::SansSemiBold, Ink::TEXT);
            let middle = measure.left.plus(measure.width.scaled(*at).divided(WHOLE));
            let most = measure.left.plus(measure.width).minus(line.width);
            let left = middle.minus(line.width.half()).min(most).max(measure.left);
            strip.marks.push(self.text_mark(line, VALUE, (left, Length::ZERO), owner));
            strip.height = VALUE.leading;
        }
        let first = strip.height;
        let middle =
            stacks.benchmark.as_ref().map(|(_, at)| measure.left.plus(measure.width.scaled(*at).divided(WHOLE)));
        for bar in stacks.bars {
            let label = self.line_of(&bar.label, Face::Sans, Ink::SOFT);
            if !bar.label.is_empty() {
                strip.marks.push(self.text_mark(label, LABEL, (measure.left, strip.height), owner));
                strip.height = strip.height.plus(LABEL.leading).plus(Length::mm(30));
            }
            self.stack(&mut strip, bar, Room { owner, measure, benchmark: middle });
            strip.height = strip.height.plus(HEIGHT);
        }
        if let Some(middle) = middle {
            let height = strip.height.minus(first).plus(OVER);
            let line = Area { left: middle, top: first, width: LINE, height };
            strip.marks.extend(benchmark_line(line, BORDER));
        }
        strip.height = strip.height.plus(OVER);
        self.grounds(&mut strip, stacks.legend, owner, measure);
        let Measure { left, width } = measure;
        strip.marks.push(Mark::Place { tag, left, top: Length::ZERO, width, height: strip.height });
        strip
    }

    /// One bar; a value that the line of the benchmark would cross stands past it, where there is room.
    fn stack(&mut self, strip: &mut Strip, bar: &Stack, room: Room) {
        let Room { owner, measure, benchmark } = room;
        let top = strip.height;
        let mut share = 0_i64;
        for part in &bar.parts {
            let place = |share: i64| measure.left.plus(measure.width.scaled(share.min(WHOLE)).divided(WHOLE));
            let (left, end) = (place(share), place(share.saturating_add(part.share)));
            let width = end.minus(left);
            share = share.saturating_add(part.share);
            if width <= Length::ZERO {
                continue;
            }
            strip.marks.extend(part.ground.marks(Area { left, top, width, height: HEIGHT }));
            let line = self.line_of(&part.value, Face::SansSemiBold, part.ground.ink());
            if part.ground != Ground::Hatched && line.width.plus(PAD.times(2)) <= width {
                let down = top.plus(HEIGHT.minus(VALUE.leading).half());
                let start = left.plus(PAD);
                let past = benchmark.filter(|middle| *middle > left && *middle < start.plus(line.width).plus(PAD));
                let past = past.map(|middle| middle.plus(PAD.times(2)));
                let start = past.filter(|past| past.plus(line.width).plus(PAD) <= end).unwrap_or(start);
                strip.marks.push(self.text_mark(line, VALUE, (start, down), owner));
            }
        }
    }

    /// The legend, on as many lines as it needs.
    fn grounds(&mut self, strip: &mut Strip, legend: &[(Ground, String)], owner: Owner, measure: Measure) {
        let mut pen = measure.left;
        let end = measure.left.plus(measure.width);
        for (ground, text) in legend {
            let room = measure.width.minus(SWATCH).minus(PAD);
            let lines = break_lines(&mut self.fonts, &[Span::new(text, Face::Sans, Ink::SOFT)], VALUE, room);
            let widest = lines.iter().map(|line| line.width).max().unwrap_or(Length::ZERO);
            let taken = SWATCH.plus(PAD).plus(widest);
            let is_long = lines.len() > 1;
            if pen > measure.left && pen.plus(taken) > end {
                pen = measure.left;
                strip.height = strip.height.plus(VALUE.leading);
            }
            let down = strip.height.plus(VALUE.leading.minus(SWATCH).half());
            strip.marks.extend(ground.marks(Area { left: pen, top: down, width: SWATCH, height: SWATCH }));
            let left = pen.plus(SWATCH).plus(PAD);
            for (place, line) in lines.into_iter().enumerate() {
                if place > 0 {
                    strip.height = strip.height.plus(VALUE.leading);
                }
                strip.marks.push(self.text_mark(line, VALUE, (left, strip.height), owner));
            }
            // Nothing stands after what took more than a line.
            pen = if is_long { end } else { pen.plus(taken).plus(BETWEEN) };
        }
        if !legend.is_empty() {
            strip.height = strip.height.plus(VALUE.leading);
        }
    }

    /// A text as small as a value.
    fn line_of(&mut self, text: &str, face: Face, ink: Ink) -> Line {
        self.one_line(&[Span::new(text, face, ink)], VALUE)
    }
}

/// The line of a benchmark, its left at its middle, with a white border at both sides.
pub(super) fn benchmark_line(Area { left, top, width, height }: Area, border: Length) -> [Mark; 2] {
    [(width.plus(border.times(2)), Ink::PAPER), (width, Ink::TEXT)].map(|(width, ink)| {
        let left = left.minus(width.half());
        Mark::Ground { left, top, width, height, ink }
    })
}

impl Ground {
    /// What is written on it.
    pub(super) const fn ink(self) -> Ink {
        match self {
            Self::Full => Ink::PAPER,
            Self::Hatched | Self::Grey | Self::Light | Self::Empty => Ink::TEXT,
        }
    }

    /// The ground, its hatches, its edge.
    pub(super) fn marks(self, Area { left, top, width, height }: Area) -> Vec<Mark> {
        let ink = match self {
            Self::Full => Ink::TITLE,
            Self::Hatched | Self::Empty => Ink::PAPER,
            Self::Grey => Ink::GREY,
            Self::Light => Ink::LIGHT,
        };
        let mut marks = vec![Mark::Ground { left, top, width, height, ink }];
        if self == Self::Hatched {
            let (shape, owner) = (Shape::Hatched, Owner::Artifact);
            marks.push(Mark::Shape { left, top, width, height, shape, ink: Ink::TITLE, owner });
        }
        marks.push(Mark::Frame { left, top, width, height, weight: EDGE, ink: Ink::TITLE });
        marks
    }
}
