//! Drawings: a landscape, and signs of what a loan pays. Each is a few paths in the syntax of SVG; all read in grey.
//!
//! A drawing keeps its shape, whatever the width it is set in, and is read as its words.

use kurbo::{BezPath, PathEl};
use printpdf::{
    Line as Stroke, LineCapStyle, LineJoinStyle, LinePoint, Op, PaintMode, Polygon, PolygonRing, WindingOrder,
};

use super::blocks::{Measure, Paragraph, Typesetter};
use super::faces::Face;
use super::ink::Ink;
use super::length::{Format, Length};
use super::shapes::{Area, Shape};
use super::strip::{Mark, Owner, Strip, below, stacked};
use super::tags::TagId;
use super::text::{Span, TextStyle};

/// A drawing.
#[derive(Debug, PartialEq)]
pub(crate) struct Drawing {
    /// What a text calls it.
    name: &'static str,
    /// Its own width and height.
    size: (i32, i32),
    paths: &'static [Path],
}

/// A path, filled or drawn as a line of a width.
#[derive(Debug, PartialEq)]
struct Path {
    data: &'static str,
    ink: Ink,
    line: Option<f64>,
}

const fn filled(ink: Ink, data: &'static str) -> Path {
    Path { data, ink, line: None }
}

const fn line(data: &'static str) -> Path {
    Path { data, ink: Ink::TITLE, line: Some(2.0) }
}

const SIGN: (i32, i32) = (46, 40);

static ALL: [Drawing; 5] = [
    Drawing {
        name: "landscape",
        size: (300, 144),
        paths: &[
            filled(Ink::LIGHT, "M0 0H300V144H0Z"),
            filled(Ink::PAPER, "M222 32a20 20 0 1 0 40 0a20 20 0 1 0 -40 0Z"),
            filled(Ink::GREY, "M0 86C46 50 92 58 128 82C164 50 226 48 300 74V144H0Z"),
            filled(Ink::TITLE, "M0 108C58 82 124 88 178 104C226 116 268 106 300 96V144H0Z"),
            // The road comes down towards who looks.
            filled(
                Ink::PAPER,
                "M116 144C126 124 186 122 194 110C200 100 176 98 178 90H186C186 96 218 98 214 114C210 128 172 130 170 144Z",
            ),
            // A house, its roof, its door and its windows.
            filled(Ink::PAPER, "M34 92V70H72V92Z"),
            filled(Ink::TITLE, "M27 71L53 48L79 71Z"),
            filled(Ink::TITLE, "M48 92V78H58V92Z"),
            filled(Ink::GREY, "M38 75H44V81H38ZM62 75H68V81H62Z"),
            // Two trees.
            filled(Ink::PAPER, "M247 102V78C238 74 238 62 249 56C260 62 260 74 251 78V102Z"),
            filled(Ink::PAPER, "M274 96V78C267 75 267 66 275.5 61C284 66 284 75 277 78V96Z"),
            // A car.
            filled(Ink::PAPER, "M124 126V117L132 106H157L167 117L178 119V126Z"),
            filled(Ink::TITLE, "M134 116L138 109H145V116ZM148 109H156L162 116H148Z"),
            filled(Ink::TITLE, "M130 126a6 6 0 1 0 12 0a6 6 0 1 0 -12 0Z"),
            filled(Ink::TITLE, "M160 126a6 6 0 1 0 12 0a6 6 0 1 0 -12 0Z"),
            filled(Ink::PAPER, "M133.5 126a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0Z"),
            filled(Ink::PAPER, "M163.5 126a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0Z"),
        ],
    },
    Drawing {
        name: "car",
        size: SIGN,
        paths: &[
            line("M5 29H3V21L9 12H29L35 21L43 23V29H39M15 29H29"),
            line("M5.5 29a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0Z"),
            line("M29.5 29a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0Z"),
            line("M9 21H34M20 12V21"),
        ],
    },
    Drawing { name: "house", size: SIGN, paths: &[line("M4 21L23 6L42 21M9 17V36H37V17"), line("M19 36V25H27V36")] },
    Drawing {
        name: "training",
        size: SIGN,
        paths: &[line("M3 16L23 8L43 16L23 24Z"), line("M11 20V29C16 34 30 34 35 29V20M43 16V27")],
    },
    Drawing {
        name: "glasses",
        size: SIGN,
        paths: &[
            line("M5 23a8 8 0 1 0 16 0a8 8 0 1 0 -16 0Z"),
            line("M25 23a8 8 0 1 0 16 0a8 8 0 1 0 -16 0Z"),
            line("M21 22C22 20 24 20 25 22M5 21L3 14M41 21L43 14"),
        ],
    },
];

const CAPTION: TextStyle = TextStyle::of(1_040, 1_280);
const SIGN_WIDTH: Length = Length::mm(1_300);
const BETWEEN: Length = Length::mm(300);

impl Drawing {
    /// The drawing a text calls so.
    pub(crate) fn named(name: &str) -> Option<&'static Self> {
        ALL.iter().find(|one| one.name == name)
    }

    /// How high it is at a width.
    fn height_at(&self, width: Length) -> Length {
        width.scaled(self.size.1.into()).divided(self.size.0.into())
    }

    /// What draws it in a rectangle of the body.
    #[expect(
        clippy::float_arithmetic,
        clippy::as_conversions,
        clippy::cast_possible_truncation,
        reason = "a path has no exact points, and f32 has no conversion from f64 but this one"
    )]
    pub(super) fn ops(&self, format: Format, area: Area) -> Vec<Op> {
        let scale = f64::from(area.width.pt().0) / f64::from(self.size.0);
        let corner = format.point(area.left, area.top);
        let point = |at: kurbo::Point, bezier: bool| LinePoint {
            p: printpdf::Point {
                x: printpdf::Pt(corner.x.0 + (at.x * scale) as f32),
                y: printpdf::Pt(corner.y.0 - (at.y * scale) as f32),
            },
            bezier,
        };
        let mut ops = Vec::new();
        for path in self.paths {
            let rings = rings(path.data, &point);
            match path.line {
                None => {
                    let rings = rings.into_iter().map(|(points, _)| PolygonRing { points }).collect();
                    let polygon = Polygon { rings, mode: PaintMode::Fill, winding_order: WindingOrder::NonZero };
                    ops.extend([Op::SetFillColor { col: path.ink.color() }, Op::DrawPolygon { polygon }]);
                }
                Some(width) => {
                    let pt = printpdf::Pt((width * scale) as f32);
                    ops.extend([Op::SetOutlineColor { col: path.ink.color() }, Op::SetOutlineThickness { pt }]);
                    ops.extend(ends(LineJoinStyle::Round, LineCapStyle::Round));
                    ops.extend(
                        rings
                            .into_iter()
                            .map(|(points, is_closed)| Op::DrawLine { line: Stroke { points, is_closed } }),
                    );
                    ops.extend(ends(LineJoinStyle::Miter, LineCapStyle::Butt));
                }
            }
        }
        ops
    }
}

fn ends(join: LineJoinStyle, cap: LineCapStyle) -> [Op; 2] {
    [Op::SetLineJoinStyle { join }, Op::SetLineCapStyle { cap }]
}

/// The outlines of a path, and whether each is closed.
fn rings(data: &str, point: &impl Fn(kurbo::Point, bool) -> LinePoint) -> Vec<(Vec<LinePoint>, bool)> {
    let mut rings: Vec<(Vec<LinePoint>, bool)> = Vec::new();
    for element in BezPath::from_svg(data).unwrap_or_default().elements() {
        if let PathEl::MoveTo(_) = element {
            rings.push((Vec::new(), false));
        }
        let Some((points, is_closed)) = rings.last_mut() else { continue };
        match element {
            PathEl::MoveTo(at) | PathEl::LineTo(at) => points.push(point(*at, false)),
            PathEl::QuadTo(by, at) => points.extend([point(*by, true), point(*by, true), point(*at, false)]),
            PathEl::CurveTo(by, then, at) => {
                points.extend([point(*by, true), point(*then, true), point(*at, false)]);
            }
            PathEl::ClosePath => *is_closed = true,
        }
    }
    rings
}

impl Typesetter {
    /// Sets a drawing over the whole measure, read as its words.
    pub(crate) fn drawing(&mut self, parent: TagId, drawing: &'static Drawing, words: &str, measure: Measure) -> Strip {
        let tag = self.tags.add_figure(parent, words.to_owned());
        let Measure { left, width } = measure;
        let height = drawing.height_at(width);
        let (top, shape, ink, owner) = (Length::ZERO, Shape::Drawn(drawing), Ink::TITLE, Owner::Tag(tag));
        let marks = vec![
            Mark::Shape { left, top, width, height, shape, ink, owner },
            Mark::Place { tag, left, top, width, height },
        ];
        Strip { marks, height, ..Strip::default() }
    }

    /// Sets signs in so many columns, each over its words.
    pub(crate) fn signs(
        &mut self,
        parent: TagId,
        signs: &[(String, String)],
        columns: usize,
        measure: Measure,
    ) -> Strip {
        let places = measure.columns(columns, BETWEEN);
        let mut rows = Vec::new();
        for row in signs.chunks(places.len().max(1)) {
            let mut set = Strip::default();
            for ((name, words), place) in row.iter().zip(&places) {
                let picture = Measure { left: place.left, width: SIGN_WIDTH.min(place.width) };
                let caption = [Span::new(words, Face::Sans, Ink::TEXT)];
                let mut cell: Vec<Strip> = Vec::new();
                cell.extend(Drawing::named(name).map(|sign| self.drawing(parent, sign, words, picture)));
                cell.extend(below(Length::mm(60), self.paragraph(parent, &Paragraph::of(&caption, CAPTION), *place)));
                let cell = stacked(cell);
                set.height = set.height.max(cell.height);
                set.marks.extend(cell.marks);
            }
            rows.extend(below(BETWEEN, vec![set]));
        }
        stacked(rows)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_path_of_a_drawing_is_read_and_stays_in_its_place() {
        for drawing in &ALL {
            for path in drawing.paths {
                let read = BezPath::from_svg(path.data).unwrap_or_else(|wrong| panic!("{}: {wrong}", drawing.name));
                let bounds = kurbo::Shape::bounding_box(&read);
                let (width, height) = (f64::from(drawing.size.0), f64::from(drawing.size.1));
                assert!(bounds.x0 >= 0.0 && bounds.y0 >= 0.0, "{}: {bounds:?}", drawing.name);
                assert!(bounds.x1 <= width && bounds.y1 <= height, "{}: {bounds:?}", drawing.name);
            }
        }
    }
}
