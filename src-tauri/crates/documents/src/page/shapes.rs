//! What is drawn and is not a plain rectangle: signs that do not depend on colour, hatches, a dotted line to write on.
//!
//! A sign is drawn in a square of twelve by twelve and reads as its words; hatches and dots are artifacts.

use printpdf::{
    Line as Stroke, LineDashPattern, LinePoint, Op, PaintMode, Point, Polygon, PolygonRing, Rect, WindingOrder,
};

use super::drawings::Drawing;
use super::ink::Ink;
use super::length::{Format, Length};

/// A rectangle of the body: its corner from the left of the body and the top of the sheet, its size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Area {
    pub(super) left: Length,
    pub(super) top: Length,
    pub(super) width: Length,
    pub(super) height: Length,
}

/// A shape.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Shape {
    /// Met.
    Tick,
    /// To be watched.
    Warning,
    /// Not met.
    Cross,
    /// Under the benchmark.
    Under,
    /// A box to tick.
    Box,
    /// A ground of oblique lines.
    Hatched,
    /// A line to write on inside a sentence, at the foot of its place.
    Dots,
    /// A drawing.
    Drawn(&'static Drawing),
}

/// Tenths of the square a sign is drawn in.
const SQUARE: i64 = 120;
const PITCH: Length = Length::mm(80);
const HATCH: Length = Length::points(70);
const BOX_WEIGHT: Length = Length::points(70);
const DOT_WEIGHT: Length = Length::points(60);
const DOT: Length = Length::points(60);
const BETWEEN_DOTS: Length = Length::points(160);

/// A line of a sign: its points in tenths, and whether it is closed.
type Trace = (&'static [(i64, i64)], bool);

impl Shape {
    /// The lines of a sign and their weight in tenths.
    const fn traces(self) -> (&'static [Trace], i64) {
        match self {
            Self::Tick => (&[(&[(15, 65), (47, 98), (106, 24)], false)], 20),
            Self::Warning => {
                let all: &[Trace] = &[
                    (&[(60, 10), (114, 110), (6, 110)], true),
                    (&[(60, 44), (60, 76)], false),
                    (&[(60, 86), (60, 98)], false),
                ];
                (all, 13)
            }
            Self::Cross => (&[(&[(20, 20), (100, 100)], false), (&[(100, 20), (20, 100)], false)], 22),
            Self::Under | Self::Box | Self::Hatched | Self::Dots | Self::Drawn(_) => (&[], 0),
        }
    }

    /// What draws it in a rectangle of the body.
    pub(super) fn ops(self, format: Format, area: Area, ink: Ink) -> Vec<Op> {
        let Area { left, top, width, height } = area;
        let at = |x: i64, y: i64| LinePoint {
            p: format.point(left.plus(width.scaled(x).divided(SQUARE)), top.plus(height.scaled(y).divided(SQUARE))),
            bezier: false,
        };
        let line = |from: (Length, Length), to: (Length, Length)| {
            let end =
                |(x, y): (Length, Length)| LinePoint { p: format.point(left.plus(x), top.plus(y)), bezier: false };
            Op::DrawLine { line: Stroke { points: vec![end(from), end(to)], is_closed: false } }
        };
        let stroke =
            |weight: Length| [Op::SetOutlineColor { col: ink.color() }, Op::SetOutlineThickness { pt: weight.pt() }];
        match self {
            Self::Tick | Self::Warning | Self::Cross => {
                let (traces, weight) = self.traces();
                let mut ops = stroke(width.scaled(weight).divided(SQUARE)).to_vec();
                ops.extend(traces.iter().map(|(points, is_closed)| {
                    let points = points.iter().map(|(x, y)| at(*x, *y)).collect();
                    Op::DrawLine { line: Stroke { points, is_closed: *is_closed } }
                }));
                ops
            }
            Self::Under => {
                let points = vec![at(10, 25), at(110, 25), at(60, 110)];
                let polygon = Polygon {
                    rings: vec![PolygonRing { points }],
                    mode: PaintMode::Fill,
                    winding_order: WindingOrder::NonZero,
                };
                vec![Op::SetFillColor { col: ink.color() }, Op::DrawPolygon { polygon }]
            }
            Self::Drawn(drawing) => drawing.ops(format, area),
            Self::Box => format.frame(area, BOX_WEIGHT, ink).to_vec(),
            Self::Hatched => {
                let mut ops = stroke(HATCH).to_vec();
                let mut along = PITCH.half();
                while along < width.plus(height) {
                    let start = along.minus(height).max(Length::ZERO);
                    let end = along.min(width);
                    ops.push(line((start, along.minus(start)), (end, along.minus(end))));
                    along = along.plus(PITCH);
                }
                ops
            }
            Self::Dots => {
                let mut ops = stroke(DOT_WEIGHT).to_vec();
                let dash = LineDashPattern::new(0.0, &[DOT.pt().0, BETWEEN_DOTS.pt().0]);
                ops.push(Op::SetLineDashPattern { dash });
                ops.push(line((Length::ZERO, height), (width, height)));
                ops.push(Op::SetLineDashPattern { dash: LineDashPattern::solid() });
                ops
            }
        }
    }
}

/// Where things of the body stand on a sheet, as PDF counts: from the bottom left.
impl Format {
    /// A rectangle of the body: left, bottom, right, top.
    pub(super) fn bounds(self, area: Area) -> [Length; 4] {
        let Area { left, top, width, height } = area;
        let (left, upper) = (self.left.plus(left), self.height.minus(top));
        [left, upper.minus(height), left.plus(width), upper]
    }

    pub(super) fn point(self, left: Length, top: Length) -> Point {
        Point { x: self.left.plus(left).pt(), y: self.height.minus(top).pt() }
    }

    pub(super) fn rule(self, (left, top): (Length, Length), width: Length, (weight, ink): (Length, Ink)) -> [Op; 3] {
        let end = |p| LinePoint { p, bezier: false };
        let points = vec![end(self.point(left, top)), end(self.point(left.plus(width), top))];
        [
            Op::SetOutlineColor { col: ink.color() },
            Op::SetOutlineThickness { pt: weight.pt() },
            Op::DrawLine { line: Stroke { points, is_closed: false } },
        ]
    }

    pub(super) fn ground(self, area: Area, ink: Ink) -> [Op; 2] {
        let rectangle = self.rectangle(area, PaintMode::Fill);
        [Op::SetFillColor { col: ink.color() }, Op::DrawRectangle { rectangle }]
    }

    pub(super) fn frame(self, area: Area, weight: Length, ink: Ink) -> [Op; 3] {
        let rectangle = self.rectangle(area, PaintMode::Stroke);
        [
            Op::SetOutlineColor { col: ink.color() },
            Op::SetOutlineThickness { pt: weight.pt() },
            Op::DrawRectangle { rectangle },
        ]
    }

    fn rectangle(self, Area { left, top, width, height }: Area, mode: PaintMode) -> Rect {
        let corner = self.point(left, top.plus(height));
        Rect {
            x: corner.x,
            y: corner.y,
            width: width.pt(),
            height: height.pt(),
            mode: Some(mode),
            winding_order: Some(WindingOrder::NonZero),
        }
    }
}
