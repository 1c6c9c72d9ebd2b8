//! The blocks a paper is made of, set in a column: paragraph, pairs, line to write on.

use std::rc::Rc;

use super::faces::{Face, Fonts};
use super::ink::Ink;
use super::length::{BODY_WIDTH, Length};
use super::strip::{Mark, Next, Owner, Strip};
use super::tags::{Role, Scope, TagId, Tags};
use super::text::{Line, Span, TextStyle, break_lines};
use crate::PaperError;

/// Sets blocks with the printed fonts and writes their tags.
pub(crate) struct Typesetter {
    pub(crate) fonts: Fonts,
    pub(crate) tags: Tags,
}

/// Where a block is set: from the left of the body, and how wide.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Measure {
    pub(crate) left: Length,
    pub(crate) width: Length,
}

/// A paragraph: what it is, what it says.
pub(crate) struct Paragraph<'a> {
    pub(crate) role: Role,
    pub(crate) spans: &'a [Span],
    pub(crate) style: TextStyle,
    pub(crate) flush: Flush,
}

/// The side the lines stand against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Flush {
    Left,
    Right,
}

/// Space between the columns of a paper.
const GUTTER: Length = Length::mm(800);
/// Space between a pair and its rules.
const PAIR_PAD: Length = Length::mm(80);
const HAIRLINE: Length = Length::points(30);
const WRITE_ON_WEIGHT: Length = Length::points(40);

impl Measure {
    /// The whole width.
    pub(crate) const WHOLE: Self = Self { left: Length::ZERO, width: BODY_WIDTH };

    /// The left and the right of two equal columns.
    pub(crate) const fn halves() -> (Self, Self) {
        let width = BODY_WIDTH.minus(GUTTER).half();
        (Self { left: Length::ZERO, width }, Self { left: BODY_WIDTH.minus(width), width })
    }
}

impl Typesetter {
    pub(crate) fn new() -> Result<Self, PaperError> {
        Ok(Self { fonts: Fonts::open()?, tags: Tags::new() })
    }

    /// Sets a paragraph, one strip a line; its first and last lines are never alone on a sheet.
    pub(crate) fn paragraph(&mut self, parent: TagId, paragraph: &Paragraph<'_>, measure: Measure) -> Vec<Strip> {
        let lines = break_lines(&mut self.fonts, paragraph.spans, paragraph.style, measure.width);
        if lines.is_empty() {
            return Vec::new();
        }
        let owner = Owner::Tag(self.tags.add(parent, paragraph.role));
        let before_last = lines.len().saturating_sub(2);
        let mut strips = Vec::with_capacity(lines.len());
        for (place, line) in lines.into_iter().enumerate() {
            let left = match paragraph.flush {
                Flush::Left => measure.left,
                Flush::Right => measure.left.plus(measure.width).minus(line.width),
            };
            let mut strip = Strip::space(paragraph.style.leading);
            strip.marks.push(self.text_mark(line, paragraph.style, (left, Length::ZERO), owner));
            if place == 0 || place == before_last {
                strip.next = Next::SameSheet;
            }
            strips.push(strip);
        }
        if let Some(last) = strips.last_mut() {
            last.next = Next::Anywhere;
        }
        strips
    }

    /// Sets pairs of a label and its value, as a table whose rows have a heading each.
    pub(crate) fn pairs(
        &mut self,
        parent: TagId,
        pairs: &[(String, String)],
        style: TextStyle,
        measure: Measure,
    ) -> Vec<Strip> {
        let table = self.tags.add(parent, Role::Table);
        pairs.iter().map(|(label, value)| self.pair(table, (label, value), style, measure)).collect()
    }

    fn pair(&mut self, table: TagId, (label, value): (&str, &str), style: TextStyle, measure: Measure) -> Strip {
        let row = self.tags.add(table, Role::Row);
        let label = [Span::new(label, Face::Sans, Ink::NOTE)];
        let value = [Span::new(value, Face::SansSemiBold, Ink::TEXT)];
        let values = break_lines(&mut self.fonts, &value, style, measure.width.percent(50));
        let widest = values.iter().map(|line| line.width).max().unwrap_or_default();
        let room = measure.width.minus(widest).minus(PAIR_PAD.times(3));
        let labels = break_lines(&mut self.fonts, &label, style, room);
        let height = style.leading.times(labels.len().max(values.len())).plus(PAIR_PAD.times(2));
        let mut strip = Strip::space(height);
        let owner = Owner::Tag(self.tags.add(row, Role::Head(Scope::Row, 1)));
        for (place, line) in labels.into_iter().enumerate() {
            let top = PAIR_PAD.plus(style.leading.times(place));
            strip.marks.push(self.text_mark(line, style, (measure.left, top), owner));
        }
        let owner = Owner::Tag(self.tags.add(row, Role::Cell));
        for (place, line) in values.into_iter().enumerate() {
            let top = PAIR_PAD.plus(style.leading.times(place));
            let left = measure.left.plus(measure.width).minus(line.width);
            strip.marks.push(self.text_mark(line, style, (left, top), owner));
        }
        strip.marks.push(Mark::Rule {
            left: measure.left,
            top: height,
            width: measure.width,
            weight: HAIRLINE,
            ink: Ink::HAIR,
        });
        strip
    }

    /// Sets labels on one line, each followed by a rule to write on up to the end of its measure.
    pub(crate) fn blanks(&mut self, parent: TagId, blanks: &[(&str, Measure)], style: TextStyle) -> Strip {
        let mut strip = Strip::space(style.leading);
        for (label, measure) in blanks {
            let label = [Span::new(*label, Face::Sans, Ink::NOTE)];
            let owner = Owner::Tag(self.tags.add(parent, Role::Paragraph));
            let mut start = measure.left;
            for line in break_lines(&mut self.fonts, &label, style, measure.width).into_iter().take(1) {
                start = measure.left.plus(line.width).plus(PAIR_PAD.times(2));
                strip.marks.push(self.text_mark(line, style, (measure.left, Length::ZERO), owner));
            }
            strip.marks.push(Mark::Rule {
                left: start,
                top: style.leading,
                width: measure.left.plus(measure.width).minus(start),
                weight: WRITE_ON_WEIGHT,
                ink: Ink::WRITE_ON,
            });
        }
        strip
    }

    /// A rule across the whole width.
    pub(crate) fn rule(weight: Length, ink: Ink) -> Strip {
        let mut strip = Strip::space(weight);
        strip.marks.push(Mark::Rule { left: Length::ZERO, top: weight.half(), width: BODY_WIDTH, weight, ink });
        strip
    }

    /// A line of text placed in its strip, from the left of the body and the top of the strip.
    pub(super) fn text_mark(&self, line: Line, style: TextStyle, (left, top): (Length, Length), owner: Owner) -> Mark {
        let face = line.runs.first().map_or(Face::Sans, |run| run.face);
        let baseline = top.plus(self.fonts.baseline(face, style.size, style.leading));
        Mark::Text { left, top, baseline, bottom: top.plus(style.leading), line: Rc::new(line), owner }
    }
}
