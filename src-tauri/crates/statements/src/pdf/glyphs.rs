//! The glyphs of a page with their places, turned upright; what lies outside the page or a clip is not there.

#![expect(
    clippy::float_arithmetic,
    clippy::arithmetic_side_effects,
    reason = "hayro places glyphs in floats, and its transforms compose by multiplication"
)]

use hayro::hayro_interpret::font::{Glyph as Drawn, GlyphRun};
use hayro::hayro_interpret::hayro_cmap::BfString;
use hayro::hayro_interpret::hayro_syntax::page::Page;
use hayro::hayro_interpret::util::TransformExt;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, SoftMask, interpret_page,
};
use hayro::kurbo::{Affine, BezPath, Point, Rect, Shape};

/// The most glyphs that are kept of a page: what holds more is no statement.
const MOST_GLYPHS: usize = 200_000;
/// How far past an edge a glyph may begin, in points.
const EDGE: f64 = 1.0;

/// A sign at its place, in points from the top left corner of the upright page.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Glyph {
    pub(crate) text: String,
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) width: f64,
    pub(crate) size: f64,
}

/// What a page draws.
#[derive(Debug, Default)]
pub(crate) struct Drawing {
    /// What is seen.
    pub(crate) seen: Vec<Glyph>,
    /// Text that is not painted: a scanner's, under its picture.
    pub(crate) unseen: Vec<Glyph>,
    /// How many glyphs do not say which letter they are.
    pub(crate) unnamed: usize,
    /// How many pictures are drawn.
    pub(crate) pictures: usize,
    /// How many shapes are drawn.
    pub(crate) shapes: usize,
}

/// A glyph before the page is turned upright: its origin and the directions of its writing.
struct Placed {
    text: String,
    origin: Point,
    along: Point,
    width: f64,
    size: f64,
    seen: bool,
}

/// Reads what a page draws.
pub(crate) fn drawing(page: &Page<'_>) -> Drawing {
    let (width, height) = page.render_dimensions();
    let area = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    let cache = InterpreterCache::new();
    let upright = page.initial_transform(true).to_kurbo();
    let mut context = Context::new(upright, area, &cache, page.xref(), InterpreterSettings::default());
    let mut collector = Collector { area, ..Collector::default() };
    interpret_page(page, &mut context, &mut collector);
    collector.upright()
}

#[derive(Default)]
struct Collector {
    area: Rect,
    clips: Vec<Rect>,
    placed: Vec<Placed>,
    unnamed: usize,
    pictures: usize,
    shapes: usize,
}

impl Collector {
    fn place(&mut self, glyph: &Drawn<'_>, transform: Affine, seen: bool) {
        if self.placed.len() >= MOST_GLYPHS {
            return;
        }
        let origin = transform.translation().to_point();
        let [along_x, along_y, up_x, up_y, _, _] = transform.as_coeffs();
        let (along, size) = (along_x.hypot(along_y), up_x.hypot(up_y) * 1000.0);
        let bounds = self.clips.last().copied().unwrap_or(self.area).inflate(EDGE, EDGE + size / 2.0);
        if !(along > 0.0 && size.is_finite() && size > 0.5 && bounds.contains(origin)) {
            return;
        }
        let text = match glyph.as_unicode() {
            Some(BfString::Char(sign)) => sign.to_string(),
            Some(BfString::String(signs)) => signs,
            None => String::new(),
        };
        let nameless = |sign: char| sign == '\u{fffd}' || ('\u{e000}'..='\u{f8ff}').contains(&sign) || sign == '\0';
        if text.is_empty() || text.chars().any(nameless) {
            self.unnamed = self.unnamed.saturating_add(1);
            return;
        }
        if text.chars().all(char::is_whitespace) {
            return;
        }
        let advance = match glyph {
            Drawn::Outline(outline) => outline.advance_width(),
            Drawn::Type3(drawn) => drawn.advance_width(),
        };
        let width = advance.map_or(size / 2.0, |advance| f64::from(advance) * along);
        let along = Point::new(along_x / along, along_y / along);
        self.placed.push(Placed { text, origin, along, width, size, seen });
    }

    /// Turned by the direction most glyphs are written in; what is written otherwise is a watermark or a margin.
    fn upright(self) -> Drawing {
        const DIRECTIONS: [Point; 4] =
            [Point::new(1.0, 0.0), Point::new(0.0, 1.0), Point::new(-1.0, 0.0), Point::new(0.0, -1.0)];
        let follows = |placed: &Placed, way: Point| placed.along.x * way.x + placed.along.y * way.y > 0.985;
        let count = |way: Point| self.placed.iter().filter(|placed| follows(placed, way)).count();
        let way = DIRECTIONS.into_iter().rev().max_by_key(|way| count(*way)).unwrap_or(Point::new(1.0, 0.0));
        let mut drawing =
            Drawing { unnamed: self.unnamed, pictures: self.pictures, shapes: self.shapes, ..Drawing::default() };
        for placed in self.placed {
            if !follows(&placed, way) {
                continue;
            }
            let glyph = Glyph {
                x: placed.origin.x * way.x + placed.origin.y * way.y,
                y: placed.origin.y * way.x - placed.origin.x * way.y,
                text: placed.text,
                width: placed.width,
                size: placed.size,
            };
            if placed.seen {
                drawing.seen.push(glyph);
            } else {
                drawing.unseen.push(glyph);
            }
        }
        drawing
    }
}

impl<'a> Device<'a> for Collector {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        let seen = !matches!(mode, DrawMode::Invisible);
        for placed in run.glyphs() {
            self.place(placed, props.transform * placed.transform(), seen);
        }
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {
        self.shapes = self.shapes.saturating_add(1);
    }

    fn push_clip_path(&mut self, clip: &ClipPath) {
        let bounds = self.clips.last().copied().unwrap_or(self.area);
        self.clips.push(bounds.intersect(clip.path.bounding_box()));
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {
        self.pictures = self.pictures.saturating_add(1);
    }

    fn pop_clip(&mut self) {
        self.clips.pop();
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn pop_transparency_group(&mut self) {}
}
