//! The plainest blocks a paper is made of: heading, paragraph, pairs, line to write on.

use std::rc::Rc;

use super::faces::{Face, Fonts};
use super::ink::Ink;
use super::length::{Format, Length};
use super::strip::{Mark, Next, Owner, Strip, below};
use super::tags::{Role, Scope, TagId, Tags};
use super::text::{Line, Span, TextStyle, break_lines};
use crate::PaperError;
use crate::picture::Picture;

/// Sets blocks with the printed fonts and writes their tags.
pub(crate) struct Typesetter {
    pub(crate) fonts: Fonts,
    pub(crate) tags: Tags,
    /// The pictures of the paper, by their numbers.
    pub(crate) pictures: Vec<Picture>,
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

impl<'a> Paragraph<'a> {
    /// An ordinary paragraph.
    pub(crate) const fn of(spans: &'a [Span], style: TextStyle) -> Self {
        Self { role: Role::Paragraph, spans, style, flush: Flush::Left }
    }
}

/// How a heading looks, what it is in the tag tree, and the space above it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Heading {
    role: Role,
    face: Face,
    ink: Ink,
    style: TextStyle,
    above: Length,
}

impl Heading {
    /// The name of the paper.
    pub(crate) const TITLE: Self = Self {
        role: Role::Title,
        face: Face::SerifSemiBold,
        ink: Ink::TITLE,
        style: TextStyle::of(2_000, 2_400),
        above: Length::mm(500),
    };
    /// The name of a part that has headings of its own.
    pub(crate) const PART: Self =
        Self { role: Role::Heading, style: TextStyle::of(1_600, 2_000), above: Length::mm(700), ..Self::TITLE };
    /// A heading inside the text of a paper without parts.
    pub(crate) const SECTION: Self =
        Self { face: Face::SansSemiBold, style: TextStyle::of(1_120, 1_400), above: Length::mm(500), ..Self::PART };
    /// A heading inside the text of a part.
    pub(crate) const SUBSECTION: Self = Self { role: Role::Subheading, ..Self::SECTION };
    /// The heading of a frame, or of a text as small, of a paper without parts.
    pub(crate) const FRAME: Self =
        Self { ink: Ink::TEXT, style: TextStyle::of(960, 1_260), above: Length::ZERO, ..Self::SECTION };
    /// The name of a paper that has to hold on one sheet.
    pub(crate) const CLOSE_TITLE: Self =
        Self { style: TextStyle::of(1_800, 2_100), above: Length::mm(320), ..Self::TITLE };
    /// A heading of such a paper.
    pub(crate) const CLOSE_SECTION: Self =
        Self { style: TextStyle::of(1_000, 1_240), above: Length::ZERO, ..Self::SECTION };
    /// The heading of a frame of such a paper.
    pub(crate) const CLOSE_FRAME: Self = Self { ink: Ink::TEXT, ..Self::CLOSE_SECTION };
    /// The name of a paper on its cover.
    pub(crate) const COVER: Self = Self { style: TextStyle::of(3_300, 3_800), above: Length::ZERO, ..Self::TITLE };
    /// A heading of a paper set in large letters.
    pub(crate) const LARGE_SECTION: Self = Self { style: TextStyle::of(1_400, 1_750), ..Self::SECTION };
    /// The heading of a frame of such a paper.
    pub(crate) const LARGE_FRAME: Self = Self { style: TextStyle::of(1_200, 1_560), ..Self::FRAME };
    /// The heading of a frame inside a part.
    pub(crate) const SUBFRAME: Self = Self { role: Role::Subheading, ..Self::FRAME };
}

/// The side the lines stand against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Flush {
    Left,
    Right,
    /// The middle.
    Center,
}

/// Space between the columns of a paper.
const GUTTER: Length = Length::mm(800);
/// Space between a pair and its rules.
const PAIR_PAD: Length = Length::mm(80);
const HAIRLINE: Length = Length::points(30);
const WRITE_ON_WEIGHT: Length = Length::points(40);

impl Measure {
    /// The whole width.
    pub(crate) const WHOLE: Self = Self { left: Length::ZERO, width: Format::UPRIGHT.body };

    /// The left and the right of a sheet to be folded, the fold well between them.
    pub(crate) const fn folded() -> (Self, Self) {
        let whole = Self { left: Length::ZERO, width: Format::FOLDED.body };
        let width = whole.width.minus(Format::FOLDED.left.scaled(2)).half();
        (Self { width, ..whole }, Self { left: whole.width.minus(width), width })
    }

    /// The left and the right of two equal columns.
    pub(crate) const fn halves() -> (Self, Self) {
        Self::WHOLE.in_two()
    }

    /// The left and the right of two equal columns in this measure.
    pub(crate) const fn in_two(self) -> (Self, Self) {
        let width = self.width.minus(GUTTER).half();
        (Self { width, ..self }, Self { left: self.left.plus(self.width).minus(width), width })
    }

    /// The measure without so much at its left.
    pub(crate) const fn indented(self, by: Length) -> Self {
        Self { left: self.left.plus(by), width: self.width.minus(by) }
    }

    /// So many equal columns, a gutter between them.
    pub(crate) fn columns(self, count: usize, gutter: Length) -> Vec<Self> {
        let count = i64::try_from(count.max(1)).unwrap_or(i64::MAX);
        let step = self.width.plus(gutter).divided(count);
        let width = step.minus(gutter);
        (0..count).map(|place| Self { left: self.left.plus(step.scaled(place)), width }).collect()
    }
}

impl Typesetter {
    pub(crate) fn new() -> Result<Self, PaperError> {
        Ok(Self { fonts: Fonts::open()?, tags: Tags::new(), pictures: Vec::new() })
    }

    /// Has set nothing yet: a paper whose sheets had to be known before they could be told is set again.
    pub(crate) fn begin_again(&mut self) {
        self.fonts.begin_again();
        self.tags = Tags::new();
        self.pictures.clear();
    }

    /// Sets a paragraph, one strip a line; its first and last lines are never alone on a sheet.
    pub(crate) fn paragraph(&mut self, parent: TagId, paragraph: &Paragraph<'_>, measure: Measure) -> Vec<Strip> {
        let lines = break_lines(&mut self.fonts, paragraph.spans, paragraph.style, measure.width);
        if lines.is_empty() {
            return Vec::new();
        }
        let owner = Owner::Tag(self.tags.add(parent, paragraph.role));
        self.strips_of(lines, paragraph, measure, owner)
    }

    /// Lines one under the other, the first two and the last two together.
    pub(super) fn strips_of(
        &mut self,
        lines: Vec<Line>,
        paragraph: &Paragraph<'_>,
        measure: Measure,
        owner: Owner,
    ) -> Vec<Strip> {
        let before_last = lines.len().saturating_sub(2);
        let mut strips = Vec::with_capacity(lines.len());
        for (place, line) in lines.into_iter().enumerate() {
            let left = match paragraph.flush {
                Flush::Left => measure.left,
                Flush::Right => measure.left.plus(measure.width).minus(line.width),
                Flush::Center => measure.left.plus(measure.width.minus(line.width).half()),
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

    /// Sets a heading, never far from what it heads.
    pub(crate) fn heading(&mut self, parent: TagId, heading: Heading, text: &str, measure: Measure) -> Vec<Strip> {
        let spans = [Span::new(text, heading.face, heading.ink)];
        let lines = break_lines(&mut self.fonts, &spans, heading.style, measure.width);
        if lines.is_empty() {
            return Vec::new();
        }
        let owner = Owner::Tag(self.tags.add_heading(parent, heading.role, text));
        let mut strips = self.strips_of(lines, &Paragraph::of(&spans, heading.style), measure, owner);
        for strip in &mut strips {
            strip.next = Next::SameSheet;
        }
        below(heading.above, strips)
    }

    /// Sets pairs of a label and its value, as a table whose rows have a heading each.
    pub(crate) fn pairs(
        &mut self,
        parent: TagId,
        pairs: &[(String, String)],
        style: TextStyle,
        measure: Measure,
    ) -> Vec<Strip> {
        self.pair_rows(parent, pairs, style, &[measure])
    }

    /// Sets pairs in two equal columns, read from left to right and from top to bottom.
    pub(crate) fn pairs_in_two(
        &mut self,
        parent: TagId,
        pairs: &[(String, String)],
        style: TextStyle,
        measure: Measure,
    ) -> Vec<Strip> {
        let (left, right) = measure.in_two();
        self.pair_rows(parent, pairs, style, &[left, right])
    }

    fn pair_rows(
        &mut self,
        parent: TagId,
        pairs: &[(String, String)],
        style: TextStyle,
        columns: &[Measure],
    ) -> Vec<Strip> {
        let table = self.tags.add(parent, Role::Table);
        let mut strips = Vec::new();
        for row in pairs.chunks(columns.len().max(1)) {
            let mut strip = Strip::default();
            for ((label, value), column) in row.iter().zip(columns) {
                let pair = self.pair(table, (label, value), style, *column);
                strip.height = strip.height.max(pair.height);
                strip.marks.extend(pair.marks);
            }
            for (_, column) in row.iter().zip(columns) {
                let Measure { left, width } = *column;
                strip.marks.push(Mark::Rule { left, top: strip.height, width, weight: HAIRLINE, ink: Ink::HAIR });
            }
            strips.push(strip);
        }
        strips
    }

    /// The label to the left and the value to the right, each on as many lines as it needs.
    fn pair(&mut self, table: TagId, (label, value): (&str, &str), style: TextStyle, measure: Measure) -> Strip {
        let row = self.tags.add(table, Role::Row);
        let label = [Span::new(label, Face::Sans, Ink::NOTE)];
        let value = [Span::new(value, Face::SansSemiBold, Ink::TEXT)];
        let room = measure.width.minus(PAIR_PAD.times(3));
        let label_width = break_lines(&mut self.fonts, &label, style, measure.width).first().map(|line| line.width);
        let for_value = room.minus(label_width.unwrap_or_default()).max(measure.width.half());
        let values = break_lines(&mut self.fonts, &value, style, for_value);
        let widest = values.iter().map(|line| line.width).max().unwrap_or_default();
        let labels = break_lines(&mut self.fonts, &label, style, room.minus(widest));
        let lines = labels.len().max(values.len());
        let mut strip = Strip::space(style.leading.times(lines).plus(PAIR_PAD.times(2)));
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

    /// A rule across a measure.
    pub(crate) fn rule(weight: Length, ink: Ink, Measure { left, width }: Measure) -> Strip {
        let mut strip = Strip::space(weight);
        strip.marks.push(Mark::Rule { left, top: weight.half(), width, weight, ink });
        strip
    }

    /// A line of text placed in its strip, from the left of the body and the top of the strip.
    pub(super) fn text_mark(&self, line: Line, style: TextStyle, (left, top): (Length, Length), owner: Owner) -> Mark {
        let face = line.runs.first().map_or(Face::Sans, |run| run.face);
        let baseline = top.plus(self.fonts.baseline(face, style.size, style.leading));
        Mark::Text { left, top, baseline, bottom: top.plus(style.leading), line: Rc::new(line), owner }
    }
}
