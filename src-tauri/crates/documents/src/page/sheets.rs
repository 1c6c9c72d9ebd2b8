//! Sheets being printed: strips drawn as printpdf operations inside marked content.
//!
//! Rules and grounds are artifacts; each run of texts with one tag is one numbered
//! piece of its sheet, and the number goes into the tag tree.

use std::collections::BTreeMap;

use domain::paper::Fingerprint;
use printpdf::{
    Codepoint, DictItem, FontId, Line as Stroke, LinePoint, Op, PaintMode, PdfFontHandle, Point, Rect, TextItem,
    WindingOrder,
};

use crate::digest::Digest;

use super::faces::{Fonts, Glyph};
use super::ink::Ink;
use super::length::{Length, MARGIN_LEFT, SHEET_HEIGHT};
use super::strip::{Mark, Owner, Strip};
use super::tags::Tags;
use super::text::{Line, Run};

/// The sheets of a paper.
#[derive(Debug, Default)]
pub(crate) struct Sheets {
    sheets: Vec<Sheet>,
    /// All that was drawn, told apart from anything else.
    drawn: Digest,
    fingerprint: Option<Fingerprint>,
}

/// One sheet: its operations and how many tagged pieces it has.
#[derive(Debug, Default)]
pub(crate) struct Sheet {
    pub(crate) ops: Vec<Op>,
    pub(crate) pieces: usize,
}

impl Sheets {
    pub(crate) fn len(&self) -> usize {
        self.sheets.len()
    }

    pub(crate) fn add(&mut self) {
        self.sheets.push(Sheet::default());
    }

    /// Gives the sheets their fingerprint: that of all that is drawn so far, and of the text their feet will have.
    pub(crate) fn prove(&mut self, foot: &str) {
        self.fingerprint = Some(Fingerprint::of(self.drawn.fed(foot.as_bytes()).value()));
    }

    /// Their fingerprint; none before [`Sheets::prove`].
    pub(crate) fn fingerprint(&self) -> Option<Fingerprint> {
        self.fingerprint
    }

    /// The sheets in order.
    pub(crate) fn into_sheets(self) -> Vec<Sheet> {
        self.sheets
    }

    /// Draws a strip on the last sheet, its top so far below the top of the sheet.
    pub(crate) fn draw(&mut self, strip: &Strip, top: Length, fonts: &mut Fonts, tags: &mut Tags) {
        let last = self.sheets.len().saturating_sub(1);
        self.draw_on(last, strip, top, (fonts, tags));
    }

    /// Draws a strip on a sheet by its place.
    pub(crate) fn draw_on(&mut self, place: usize, strip: &Strip, top: Length, (fonts, tags): (&mut Fonts, &mut Tags)) {
        let Some(sheet) = self.sheets.get_mut(place) else { return };
        self.drawn = strip.marks.iter().fold(self.drawn, |drawn, mark| seen(drawn, mark, (place, top)));
        sheet.draw_frame(strip, top);
        place_figures(strip, top, tags);
        let mut current = None;
        for mark in &strip.marks {
            if let Mark::Text { left, top: down, baseline, line, owner, .. } = mark {
                // Each text of a heading or a foot stands by itself: nothing else would keep two apart.
                if current != Some(*owner) || *owner == Owner::Artifact {
                    sheet.close(current);
                    sheet.open(*owner, place, tags);
                    current = Some(*owner);
                }
                if let Owner::Tag(tag) = owner {
                    tags.reach(*tag, place, SHEET_HEIGHT.minus(top).minus(*down));
                }
                sheet.draw_line(line, *left, top.plus(*baseline), fonts);
            }
        }
        sheet.close(current);
    }
}

impl Sheet {
    fn draw_frame(&mut self, strip: &Strip, top: Length) {
        let framed = strip.marks.iter().any(|mark| !matches!(mark, Mark::Text { .. } | Mark::Place { .. }));
        if !framed {
            return;
        }
        self.ops.push(Op::BeginMarkedContent { tag: "Artifact".to_owned() });
        for mark in &strip.marks {
            match mark {
                Mark::Text { .. } | Mark::Place { .. } => {}
                Mark::Rule { left, top: down, width, weight, ink } => {
                    self.ops.extend(rule(*left, top.plus(*down), *width, (*weight, *ink)));
                }
                Mark::Ground { left, top: down, width, height, ink } => {
                    self.ops.extend(ground((*left, top.plus(*down)), (*width, *height), *ink));
                }
                Mark::Frame { left, top: down, width, height, weight, ink } => {
                    self.ops.extend(frame((*left, top.plus(*down)), (*width, *height), (*weight, *ink)));
                }
            }
        }
        self.ops.push(Op::EndMarkedContent);
    }

    fn open(&mut self, owner: Owner, place: usize, tags: &mut Tags) {
        let (tag, properties) = match owner {
            Owner::Tag(id) => {
                let number = self.pieces;
                self.pieces = number.saturating_add(1);
                tags.hold_piece(id, place, number);
                let number = DictItem::Int(i64::try_from(number).unwrap_or(i64::MAX));
                (tags.role(id).name(), [("MCID".to_owned(), number)])
            }
            Owner::Artifact => ("Artifact", [("Type".to_owned(), DictItem::Name(b"Pagination".to_vec()))]),
        };
        let properties = DictItem::Dict { map: BTreeMap::from(properties) };
        self.ops.push(Op::BeginMarkedContentWithProperties { tag: tag.to_owned(), properties });
    }

    fn close(&mut self, owner: Option<Owner>) {
        if owner.is_some() {
            self.ops.push(Op::EndMarkedContent);
        }
    }

    fn draw_line(&mut self, line: &Line, left: Length, baseline: Length, fonts: &mut Fonts) {
        for run in &line.runs {
            let pos = point(left.plus(run.left), baseline);
            let font = PdfFontHandle::External(FontId(run.face.name().to_owned()));
            self.ops.extend([
                Op::StartTextSection,
                Op::SetFillColor { col: run.ink.color() },
                Op::SetFont { font, size: run.size.pt() },
                Op::SetTextCursor { pos },
                Op::ShowText { items: shown(run, fonts) },
                Op::EndTextSection,
            ]);
        }
    }
}

/// What a mark shows and where, behind what was drawn before it; which glyphs a font has is not what is read.
fn seen(drawn: Digest, mark: &Mark, (place, top): (usize, Length)) -> Digest {
    let at = |kind: &str, lengths: &[Length]| {
        let drawn = drawn.fed(kind.as_bytes()).fed(place.to_string().as_bytes()).fed(&top.bytes());
        lengths.iter().fold(drawn, |drawn, length| drawn.fed(&length.bytes()))
    };
    match mark {
        Mark::Text { left, baseline, line, .. } => {
            let signs: String = line.runs.iter().flat_map(|run| run.glyphs.iter().map(|glyph| glyph.text)).collect();
            at("text", &[*left, *baseline]).fed(signs.as_bytes())
        }
        Mark::Rule { left, top, width, .. } => at("rule", &[*left, *top, *width]),
        Mark::Ground { left, top, width, height, .. } => at("ground", &[*left, *top, *width, *height]),
        Mark::Frame { left, top, width, height, .. } => at("frame", &[*left, *top, *width, *height]),
        Mark::Place { .. } => drawn,
    }
}

/// The glyphs of a run, with the differences between where the font and where shaping takes the pen.
fn shown(run: &Run, fonts: &mut Fonts) -> Vec<TextItem> {
    let mut items = Vec::new();
    for glyph in &run.glyphs {
        let Glyph { id, advance, nominal, shift, text } = *glyph;
        if shift != 0 {
            items.push(TextItem::Offset(units(shift.saturating_neg())));
        }
        let back = nominal.saturating_sub(advance).saturating_add(shift);
        let number = fonts.number(run.face, id);
        items.push(TextItem::GlyphIds(vec![Codepoint::with_cid(number, units(back), text.to_string())]));
    }
    items
}

/// Thousandths of an em as printpdf takes them; kerning never comes near the limit.
fn units(count: i64) -> f32 {
    f32::from(i16::try_from(count).unwrap_or_default())
}

fn rule(left: Length, top: Length, width: Length, (weight, ink): (Length, Ink)) -> [Op; 3] {
    let end = |p| LinePoint { p, bezier: false };
    let points = vec![end(point(left, top)), end(point(left.plus(width), top))];
    [
        Op::SetOutlineColor { col: ink.color() },
        Op::SetOutlineThickness { pt: weight.pt() },
        Op::DrawLine { line: Stroke { points, is_closed: false } },
    ]
}

fn ground(corner: (Length, Length), size: (Length, Length), ink: Ink) -> [Op; 2] {
    let rectangle = rectangle(corner, size, PaintMode::Fill);
    [Op::SetFillColor { col: ink.color() }, Op::DrawRectangle { rectangle }]
}

fn frame(corner: (Length, Length), size: (Length, Length), (weight, ink): (Length, Ink)) -> [Op; 3] {
    let rectangle = rectangle(corner, size, PaintMode::Stroke);
    [
        Op::SetOutlineColor { col: ink.color() },
        Op::SetOutlineThickness { pt: weight.pt() },
        Op::DrawRectangle { rectangle },
    ]
}

fn rectangle((left, top): (Length, Length), (width, height): (Length, Length), mode: PaintMode) -> Rect {
    let corner = point(left, top.plus(height));
    Rect {
        x: corner.x,
        y: corner.y,
        width: width.pt(),
        height: height.pt(),
        mode: Some(mode),
        winding_order: Some(WindingOrder::NonZero),
    }
}

/// Tells the figures of a strip where they are.
fn place_figures(strip: &Strip, sheet_top: Length, tags: &mut Tags) {
    for mark in &strip.marks {
        if let Mark::Place { tag, left, top, width, height } = mark {
            let upper = SHEET_HEIGHT.minus(sheet_top).minus(*top);
            let left = MARGIN_LEFT.plus(*left);
            tags.place(*tag, [left, upper.minus(*height), left.plus(*width), upper]);
        }
    }
}

/// A point of the body, from its left edge and the top of the sheet, as PDF counts: from the bottom left.
fn point(left: Length, top: Length) -> Point {
    Point { x: MARGIN_LEFT.plus(left).pt(), y: SHEET_HEIGHT.minus(top).pt() }
}
