//! Sheets being printed: strips drawn as printpdf operations inside marked content.
//!
//! Rules and grounds are artifacts; each run of texts with one tag is one numbered
//! piece of its sheet, and the number goes into the tag tree.

use std::collections::BTreeMap;
use std::mem;
use std::rc::Rc;

use domain::paper::Fingerprint;
use printpdf::{Codepoint, DictItem, FontId, Op, PdfFontHandle, Point, TextItem, XObjectId, XObjectTransform};

use crate::digest::Digest;

use super::faces::{Fonts, Glyph};
use super::length::{Format, Length};
use super::shapes::Area;
use super::strip::{Mark, Owner, Strip};
use super::tags::{TagId, Tags};
use super::text::{Line, Run};

/// The sheets of a paper.
#[derive(Debug)]
pub(crate) struct Sheets {
    format: Format,
    sheets: Vec<Sheet>,
    /// All that was drawn, told apart from anything else.
    drawn: Digest,
    fingerprint: Option<Fingerprint>,
}

/// One sheet: its operations, how many tagged pieces it has, what others made on it.
#[derive(Debug)]
pub(crate) struct Sheet {
    pub(crate) format: Format,
    pub(crate) ops: Vec<Op>,
    pub(crate) pieces: usize,
    /// The forms drawn on it, by their numbers in the merged file.
    pub(crate) forms: Vec<u32>,
    /// The pictures drawn on it, by their numbers.
    pub(crate) pictures: Vec<usize>,
    links: Vec<Link>,
}

/// A place of a sheet that leads to another one.
#[derive(Clone, Debug)]
pub(crate) struct Link {
    /// The sheet it is on, the first being 0.
    pub(crate) sheet: usize,
    /// The text it stands on.
    pub(crate) tag: TagId,
    /// The sheet it leads to.
    pub(crate) to: usize,
    /// Where it leads, in words.
    pub(crate) words: Rc<str>,
    /// Left, bottom, right and top from the bottom left of the sheet.
    pub(crate) bounds: [Length; 4],
}

impl Sheets {
    /// None yet, of a format.
    pub(crate) fn of(format: Format) -> Self {
        Self { format, sheets: Vec::new(), drawn: Digest::default(), fingerprint: None }
    }

    /// How they lie.
    pub(crate) fn format(&self) -> Format {
        self.format
    }

    pub(crate) fn len(&self) -> usize {
        self.sheets.len()
    }

    pub(crate) fn add(&mut self) {
        let format = self.format;
        self.sheets.push(Sheet {
            format,
            ops: Vec::new(),
            pieces: 0,
            forms: Vec::new(),
            pictures: Vec::new(),
            links: Vec::new(),
        });
    }

    /// Gives the sheets their fingerprint: that of all that is drawn so far, and of the text their feet will have.
    pub(crate) fn prove(&mut self, foot: &str) {
        self.fingerprint = Some(Fingerprint::of(self.drawn.fed(foot.as_bytes()).value()));
    }

    /// Their fingerprint; none before [`Sheets::prove`].
    pub(crate) fn fingerprint(&self) -> Option<Fingerprint> {
        self.fingerprint
    }

    /// What leads from one sheet to another.
    pub(crate) fn links(&self) -> Vec<Link> {
        self.sheets.iter().flat_map(|sheet| sheet.links.iter().cloned()).collect()
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
        let format = sheet.format;
        sheet.draw_frame(strip, top);
        place_figures(strip, (top, format), tags);
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
                    tags.reach(*tag, place, format.height.minus(top).minus(*down));
                }
                sheet.draw_line(line, *left, top.plus(*baseline), fonts);
            }
        }
        sheet.close(current);
        for mark in &strip.marks {
            if let Mark::Drawing { left, top: down, height, form, scale, tag } = mark {
                let corner = format.point(*left, top.plus(*down).plus(*height));
                sheet.draw_form(*form, (corner, *scale), (*tag, place), tags);
            }
            if let Mark::Shape { left, top: down, width, height, shape, ink, owner: Owner::Tag(tag) } = mark {
                sheet.open(Owner::Tag(*tag), place, tags);
                sheet.ops.extend(shape.ops(
                    format,
                    Area { left: *left, top: top.plus(*down), width: *width, height: *height },
                    *ink,
                ));
                sheet.close(Some(Owner::Tag(*tag)));
            }
            if let Mark::Picture { left, top: down, width, height, number, owner } = mark {
                let corner = format.point(*left, top.plus(*down).plus(*height));
                sheet.open(*owner, place, tags);
                sheet.draw_picture(*number, corner, (*width, *height));
                sheet.close(Some(*owner));
            }
            if let Mark::Leading { tag, to, words, left, top: down, width, height } = mark {
                let bounds = format.bounds(Area { left: *left, top: top.plus(*down), width: *width, height: *height });
                sheet.links.push(Link { sheet: place, tag: *tag, to: *to, words: Rc::clone(words), bounds });
            }
        }
    }
}

impl Sheet {
    fn draw_frame(&mut self, strip: &Strip, top: Length) {
        let framed = strip.marks.iter().any(Mark::is_mute);
        if !framed {
            return;
        }
        let format = self.format;
        self.ops.push(Op::BeginMarkedContent { tag: "Artifact".to_owned() });
        for mark in &strip.marks {
            match mark {
                Mark::Text { .. }
                | Mark::Picture { .. }
                | Mark::Drawing { .. }
                | Mark::Leading { .. }
                | Mark::Place { .. } => {}
                Mark::Shape { owner: Owner::Tag(_), .. } => {}
                Mark::Shape { left, top: down, width, height, shape, ink, owner: Owner::Artifact } => {
                    self.ops.extend(shape.ops(
                        format,
                        Area { left: *left, top: top.plus(*down), width: *width, height: *height },
                        *ink,
                    ));
                }
                Mark::Rule { left, top: down, width, weight, ink } => {
                    self.ops.extend(format.rule((*left, top.plus(*down)), *width, (*weight, *ink)));
                }
                Mark::Ground { left, top: down, width, height, ink } => {
                    self.ops.extend(
                        format.ground(Area { left: *left, top: top.plus(*down), width: *width, height: *height }, *ink),
                    );
                }
                Mark::Frame { left, top: down, width, height, weight, ink } => {
                    self.ops.extend(format.frame(
                        Area { left: *left, top: top.plus(*down), width: *width, height: *height },
                        *weight,
                        *ink,
                    ));
                }
            }
        }
        self.ops.push(Op::EndMarkedContent);
    }

    /// Draws a form whose bottom left corner goes there, as one piece of its tag.
    fn draw_form(&mut self, form: u32, (corner, scale): (Point, f32), (tag, place): (TagId, usize), tags: &mut Tags) {
        self.open(Owner::Tag(tag), place, tags);
        self.forms.push(form);
        self.ops.push(placed(&form_name(form), corner, (scale, scale)));
        self.close(Some(Owner::Tag(tag)));
    }

    /// Draws a picture whose bottom left corner goes there, in this size.
    fn draw_picture(&mut self, number: usize, corner: Point, (width, height): (Length, Length)) {
        self.pictures.push(number);
        self.ops.push(placed(&picture_name(number), corner, (width.pt().0, height.pt().0)));
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
            let pos = self.format.point(left.plus(run.left), baseline.minus(run.rise));
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
        Mark::Shape { left, top, width, height, shape, .. } => {
            at("shape", &[*left, *top, *width, *height]).fed(format!("{shape:?}").as_bytes())
        }
        Mark::Picture { left, top, width, height, .. } => at("picture", &[*left, *top, *width, *height]),
        Mark::Drawing { left, top, height, form, .. } => {
            at("drawing", &[*left, *top, *height]).fed(&form.to_be_bytes())
        }
        Mark::Leading { .. } | Mark::Place { .. } => drawn,
    }
}

/// Draws what has this name in the resources, its bottom left corner there, so many times as wide and as high.
fn placed(name: &str, corner: Point, (scale_x, scale_y): (f32, f32)) -> Op {
    let transform = XObjectTransform {
        translate_x: Some(corner.x),
        translate_y: Some(corner.y),
        scale_x: Some(scale_x),
        scale_y: Some(scale_y),
        no_auto_scale: true,
        ..XObjectTransform::default()
    };
    Op::UseXobject { id: XObjectId(name.to_owned()), transform }
}

/// The name a picture has on the sheets it is drawn on.
pub(crate) fn picture_name(number: usize) -> String {
    format!("P{number}")
}

/// The name a form has on the sheets it is drawn on.
pub(crate) fn form_name(form: u32) -> String {
    format!("F{form}")
}

/// The glyphs of a run, with the differences between where the font and where shaping takes the pen.
fn shown(run: &Run, fonts: &mut Fonts) -> Vec<TextItem> {
    let mut items = Vec::new();
    let mut together = Vec::with_capacity(run.glyphs.len());
    for glyph in &run.glyphs {
        let Glyph { id, advance, nominal, shift, text } = *glyph;
        if shift != 0 {
            items.push(TextItem::GlyphIds(mem::take(&mut together)));
            items.push(TextItem::Offset(units(shift.saturating_neg())));
        }
        let back = nominal.saturating_sub(advance).saturating_add(shift);
        let number = fonts.number(run.face, id);
        together.push(Codepoint::with_cid(number, units(back), text.to_string()));
    }
    items.push(TextItem::GlyphIds(together));
    items
}

/// Thousandths of an em as printpdf takes them; kerning never comes near the limit.
fn units(count: i64) -> f32 {
    f32::from(i16::try_from(count).unwrap_or_default())
}

/// Tells the figures of a strip where they are.
fn place_figures(strip: &Strip, (sheet_top, format): (Length, Format), tags: &mut Tags) {
    for mark in &strip.marks {
        if let Mark::Place { tag, left, top, width, height } = mark {
            tags.place(
                *tag,
                format.bounds(Area { left: *left, top: sheet_top.plus(*top), width: *width, height: *height }),
            );
        }
    }
}
