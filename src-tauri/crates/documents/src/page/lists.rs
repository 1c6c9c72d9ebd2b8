//! Lists with bullets, numbers or boxes to tick, and the lines of a table of contents.
//!
//! An item is read as one: its label, then its body (`L`, `LI`, `Lbl`, `LBody`).

use std::rc::Rc;

use super::blocks::{Measure, Paragraph, Typesetter};
use super::faces::Face;
use super::ink::Ink;
use super::length::Length;
use super::strip::{Mark, Next, Owner, Strip};
use super::tags::{Marker, Role, TagId};
use super::text::{Span, TextStyle, break_lines};

/// Space left of the text of an item.
const INDENT: Length = Length::mm(520);
/// Space between a bullet or a number and the text.
const LABEL_PAD: Length = Length::mm(130);
/// A box to tick, in letters large enough for a pen.
const BOX: (&str, i64) = ("☐", 1_400);
/// Space between two items.
const BETWEEN: Length = Length::mm(60);
/// A table of contents of more lines may go on to the next sheet.
const ON_ONE_SHEET: usize = 12;
/// Room for « p. 14 ».
const PAGE_WIDTH: Length = Length::mm(1_400);

/// The items of a list and what stands before each.
pub(crate) struct List<'a> {
    pub(crate) marker: Marker,
    pub(crate) items: &'a [Vec<Span>],
    pub(crate) style: TextStyle,
}

/// An item of a numbered list, and under it what details it.
#[derive(Clone, Debug)]
pub(crate) struct Detailed {
    pub(crate) what: Vec<Span>,
    pub(crate) detail: Vec<Span>,
}

impl Typesetter {
    /// Sets a numbered list over the whole width, whose items have a detail each, smaller, under them; an item is never cut.
    pub(crate) fn detailed_list(
        &mut self,
        parent: TagId,
        items: &[Detailed],
        style: TextStyle,
        detail: TextStyle,
    ) -> Vec<Strip> {
        let tag = self.tags.add(parent, Role::List(Marker::Number));
        let inner = Measure::WHOLE.indented(INDENT);
        let mut strips = Vec::new();
        for (place, item) in items.iter().enumerate() {
            let number = self.tags.add(tag, Role::ListItem);
            let label = Owner::Tag(self.tags.add(number, Role::ItemLabel));
            let body = Owner::Tag(self.tags.add(number, Role::ItemBody));
            let what = Paragraph::of(&item.what, style);
            let lines = break_lines(&mut self.fonts, &item.what, style, inner.width);
            let mut set = self.strips_of(lines, &what, inner, body);
            let under = Paragraph::of(&item.detail, detail);
            let lines = break_lines(&mut self.fonts, &item.detail, detail, inner.width);
            set.extend(self.strips_of(lines, &under, inner, body));
            let sign = [Span::new(place.saturating_add(1).to_string(), Face::SerifSemiBold, Ink::TITLE)];
            if let Some(line) = break_lines(&mut self.fonts, &sign, style, INDENT).into_iter().next() {
                let mark = self.text_mark(line, style, (Length::ZERO, Length::ZERO), label);
                if let Some(first) = set.first_mut() {
                    first.marks.insert(0, mark);
                    first.gap = if place == 0 { Length::ZERO } else { BETWEEN.times(2) };
                }
            }
            strips.extend(super::strip::keep_together(set));
        }
        strips
    }

    /// Sets a list; the first two and the last two lines of an item stay together.
    pub(crate) fn list(&mut self, parent: TagId, list: &List<'_>, measure: Measure) -> Vec<Strip> {
        if list.items.is_empty() {
            return Vec::new();
        }
        let tag = self.tags.add(parent, Role::List(list.marker));
        let mut strips = Vec::new();
        for (place, spans) in list.items.iter().enumerate() {
            let item = self.tags.add(tag, Role::ListItem);
            let body = Paragraph::of(spans, list.style);
            let mut set = match list.marker {
                Marker::Bullet => self.item(item, ("•", list.style), &body, measure),
                Marker::Number => {
                    self.item(item, (&format!("{}.", place.saturating_add(1)), list.style), &body, measure)
                }
                Marker::Box => {
                    let (label, size) = BOX;
                    self.item(item, (label, TextStyle { size: Length::points(size), ..list.style }), &body, measure)
                }
            };
            if let Some(first) = set.first_mut().filter(|_| place > 0) {
                first.gap = BETWEEN;
            }
            strips.extend(set);
        }
        strips
    }

    /// The label in the indent, against the text.
    fn item(
        &mut self,
        item: TagId,
        (label, style): (&str, TextStyle),
        body: &Paragraph<'_>,
        measure: Measure,
    ) -> Vec<Strip> {
        let label_owner = Owner::Tag(self.tags.add(item, Role::ItemLabel));
        let body_owner = Owner::Tag(self.tags.add(item, Role::ItemBody));
        let inner = measure.indented(INDENT);
        let lines = break_lines(&mut self.fonts, body.spans, body.style, inner.width);
        let mut strips = self.strips_of(lines, body, inner, body_owner);
        let label = [Span::new(label, Face::Sans, Ink::TEXT)];
        for line in break_lines(&mut self.fonts, &label, style, INDENT).into_iter().take(1) {
            let left = inner.left.minus(LABEL_PAD).minus(line.width);
            let mark = self.text_mark(line, style, (left, Length::ZERO), label_owner);
            if let Some(first) = strips.first_mut() {
                first.marks.insert(0, mark);
            }
        }
        strips
    }

    /// Sets the lines of a table of contents: a title, and the sheet it begins on, from 0, as « p. 1 ».
    ///
    /// Sheets are known once the paper is laid: a paper is set a first time without them, then again with
    /// what `Tags::sheet_of` says. Their room is kept, so that both times flow alike.
    pub(crate) fn contents(
        &mut self,
        parent: TagId,
        entries: &[(String, Option<usize>)],
        style: TextStyle,
        measure: Measure,
    ) -> Vec<Strip> {
        let contents = self.tags.add(parent, Role::Contents);
        let together = entries.len() <= ON_ONE_SHEET;
        let mut strips = Vec::new();
        for (title, sheet) in entries {
            let entry = self.tags.add(contents, Role::ContentsEntry);
            let words: Rc<str> = title.as_str().into();
            let title = [Span::new(title, Face::Sans, Ink::TEXT)];
            let narrow = Measure { width: measure.width.minus(PAGE_WIDTH), ..measure };
            let holder = self.tags.add(entry, Role::Paragraph);
            let leading = Paragraph { role: Role::Link, ..Paragraph::of(&title, style) };
            let mut set = self.paragraph(holder, &leading, narrow);
            if let Some(to) = *sheet {
                lead(&mut set, (to, &words), measure);
            }
            let page = sheet.map(|sheet| format!("p.\u{a0}{}", sheet.saturating_add(1))).unwrap_or_default();
            let page = [Span::new(page, Face::Sans, Ink::TEXT)];
            for line in break_lines(&mut self.fonts, &page, style, PAGE_WIDTH).into_iter().take(1) {
                let owner = Owner::Tag(self.tags.add(entry, Role::Paragraph));
                let left = measure.left.plus(measure.width).minus(line.width);
                let mark = self.text_mark(line, style, (left, Length::ZERO), owner);
                if let Some(first) = set.first_mut() {
                    first.marks.push(mark);
                }
            }
            for strip in &mut set {
                strip.next = if together { Next::SameSheet } else { strip.next };
            }
            if let Some(first) = set.first_mut().filter(|_| !strips.is_empty()) {
                first.gap = BETWEEN.times(2);
            }
            strips.extend(set);
        }
        if let Some(last) = strips.last_mut() {
            last.next = Next::Anywhere;
        }
        strips
    }
}

impl Typesetter {
    /// Sets a table of contents as one run of text after its name, each entry leading to its sheet: `La suite. Situation
    /// p. 2 · projet p. 3.`
    pub(crate) fn contents_line(
        &mut self,
        parent: TagId,
        (name, entries): (&str, &[(String, Option<usize>)]),
        style: TextStyle,
        measure: Measure,
    ) -> Vec<Strip> {
        let name = [Span::new(format!("{name}\u{a0}"), Face::SansSemiBold, Ink::TEXT)];
        let mut strips = self.paragraph(parent, &Paragraph::of(&name, style), measure);
        let mut pen =
            break_lines(&mut self.fonts, &name, style, measure.width).last().map(|line| line.width).unwrap_or_default();
        let contents = self.tags.add(parent, Role::Contents);
        let last = entries.len().saturating_sub(1);
        for (place, (title, sheet)) in entries.iter().enumerate() {
            let page = sheet.map_or(0, |sheet| sheet.saturating_add(1));
            let end = if place == last { "." } else { " ·\u{a0}" };
            let text =
                [Span::new(format!("{title}\u{a0}p.\u{a0}{page}{end}").replace(' ', "\u{a0}"), Face::Sans, Ink::TEXT)];
            let Some(line) = break_lines(&mut self.fonts, &text, style, measure.width).into_iter().next() else {
                continue;
            };
            if strips.is_empty() || pen.plus(line.width) > measure.width {
                strips.push(Strip::space(style.leading));
                pen = Length::ZERO;
            }
            let entry = self.tags.add(contents, Role::ContentsEntry);
            let holder = self.tags.add(entry, Role::Paragraph);
            let tag = self.tags.add(holder, Role::Link);
            let (left, width) = (measure.left.plus(pen), line.width);
            let mark = self.text_mark(line, style, (left, Length::ZERO), Owner::Tag(tag));
            if let Some(strip) = strips.last_mut() {
                strip.marks.push(mark);
                if let Some(to) = *sheet {
                    let words: Rc<str> = title.as_str().into();
                    let (top, height) = (Length::ZERO, style.leading);
                    strip.marks.push(Mark::Leading { tag, to, words, left, top, width, height });
                }
            }
            pen = pen.plus(width);
        }
        strips
    }
}

/// Makes the lines of an entry lead to a sheet, over their whole width.
fn lead(lines: &mut [Strip], (to, words): (usize, &Rc<str>), measure: Measure) {
    for line in lines {
        let owner = line.marks.iter().find_map(|mark| match mark {
            Mark::Text { owner: Owner::Tag(tag), .. } => Some(*tag),
            Mark::Text { owner: Owner::Artifact, .. }
            | Mark::Rule { .. }
            | Mark::Ground { .. }
            | Mark::Frame { .. }
            | Mark::Shape { .. }
            | Mark::Picture { .. }
            | Mark::Drawing { .. }
            | Mark::Leading { .. }
            | Mark::Place { .. } => None,
        });
        let Some(tag) = owner else { continue };
        let Measure { left, width } = measure;
        let (words, height) = (Rc::clone(words), line.height);
        line.marks.push(Mark::Leading { tag, to, words, left, top: Length::ZERO, width, height });
    }
}
