//! The text of a page, as its glyphs say it, in the order of the file: the order
//! our papers are read in.

use hayro::hayro_interpret::font::GlyphRun;
use hayro::hayro_interpret::hayro_cmap::BfString;
use hayro::hayro_interpret::hayro_syntax::object::Dict;
use hayro::hayro_interpret::hayro_syntax::page::Page;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, SoftMask, interpret_page,
};
use hayro::kurbo::{Affine, BezPath, Rect};

/// The text of a page: pieces on one line of the paper apart by two spaces, lines by a line end.
pub(super) fn text(page: &Page<'_>) -> String {
    let (width, height) = page.render_dimensions();
    let cache = InterpreterCache::new();
    let upright = Affine::IDENTITY;
    let area = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    let mut context = Context::new(upright, area, &cache, page.xref(), InterpreterSettings::default());
    let mut reader = Reader::default();
    interpret_page(page, &mut context, &mut reader);
    reader.text.lines().map(str::trim_end).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

#[derive(Default)]
struct Reader {
    text: String,
    baseline: Option<f64>,
    begun: Begun,
}

/// What began since the last glyph.
#[derive(Default)]
enum Begun {
    #[default]
    Nothing,
    Piece,
    /// A table cell, which goes on the line of its row.
    Cell,
}

impl Reader {
    /// Goes on with a glyph on a baseline: a paragraph broken in lines is one line of text, and so is a row.
    fn go_to(&mut self, baseline: f64) {
        let begun = std::mem::take(&mut self.begun);
        let Some(before) = self.baseline.replace(baseline) else { return };
        match (begun, same_line(before, baseline)) {
            (Begun::Cell, _) | (Begun::Piece, true) => self.text.push_str("  "),
            (Begun::Piece, false) => self.text.push('\n'),
            // The raised letters of an ordinal stand on the line of its number.
            (Begun::Nothing, false) if !self.text.ends_with(' ') && !is_raised(before, baseline) => {
                self.text.push('\n');
            }
            (Begun::Nothing, _) => {}
        }
    }
}

#[expect(clippy::arithmetic_side_effects, reason = "transforms compose by multiplication, in floats")]
fn height(page: Affine, glyph: Affine) -> f64 {
    (page * glyph).translation().y
}

#[expect(clippy::float_arithmetic, reason = "hayro places glyphs in floats")]
fn same_line(one: f64, other: f64) -> bool {
    (one - other).abs() < 0.5
}

/// Whether one is too near the other for two lines: lines are eight points apart at the least.
#[expect(clippy::float_arithmetic, reason = "hayro places glyphs in floats")]
fn is_raised(one: f64, other: f64) -> bool {
    (one - other).abs() < 7.5
}

impl<'a> Device<'a> for Reader {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        for placed in run.glyphs() {
            self.go_to(height(props.transform, placed.transform()));
            match placed.as_unicode() {
                Some(BfString::Char(sign)) => self.text.push(sign),
                Some(BfString::String(signs)) => self.text.push_str(&signs),
                None => {}
            }
        }
    }

    fn begin_marked_content(&mut self, tag: &[u8], _: Option<&Dict<'_>>) {
        self.begun = if tag == b"TD" { Begun::Cell } else { Begun::Piece };
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
