//! Sentences to complete by hand: dotted lines inside the words, a drawn box before what is ticked.

use super::blocks::{Measure, Paragraph, Typesetter};
use super::faces::Face;
use super::ink::Ink;
use super::length::Length;
use super::shapes::Shape;
use super::strip::{Mark, Owner, Strip, below};
use super::tags::{Marker, Role, TagId};
use super::text::{Line, Span, TextStyle, break_lines};
use super::verdicts::signed;

/// Words, and the dotted line after them.
#[derive(Clone, Debug)]
pub(crate) struct Blank {
    pub(crate) words: Vec<Span>,
    pub(crate) dots: Dots,
}

/// How long a dotted line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dots {
    /// There is none.
    None,
    /// As long as that.
    Of(Length),
    /// All the room there is left, shared with the others that take it.
    Rest,
}

/// The side of a box, as in every paper.
const BOX: Length = Length::mm(300);
const AFTER_BOX: Length = Length::mm(180);
const SPACE: Length = Length::mm(100);
/// A line to write on is never shorter.
const LEAST: Length = Length::mm(800);

impl Typesetter {
    /// Sets boxes to tick, one under the other, so much apart.
    pub(crate) fn ticks(
        &mut self,
        parent: TagId,
        ticks: &[Vec<Blank>],
        (style, apart): (TextStyle, Length),
        measure: Measure,
    ) -> Vec<Strip> {
        if ticks.is_empty() {
            return Vec::new();
        }
        let list = self.tags.add(parent, Role::List(Marker::Box));
        let inner = measure.indented(BOX.plus(AFTER_BOX));
        let mut strips = Vec::new();
        for (place, blanks) in ticks.iter().enumerate() {
            let item = self.tags.add(list, Role::ListItem);
            let label = self.tags.add(item, Role::ItemLabel);
            let sign = self.tags.add_figure(label, "case à cocher".to_owned());
            let body = self.tags.add(item, Role::ItemBody);
            let mut set = self.sentence_to_complete(body, blanks, style, inner);
            if let Some(first) = set.first_mut() {
                let top = style.leading.minus(BOX).half();
                first.marks.extend(signed(Shape::Box, sign, (measure.left, top), BOX));
                first.gap = if place == 0 { Length::ZERO } else { apart };
            }
            strips.extend(set);
        }
        strips
    }

    /// Sets a sentence to complete: one line where everything fits, else the words as a paragraph and a dotted line under
    /// them.
    pub(crate) fn sentence_to_complete(
        &mut self,
        parent: TagId,
        blanks: &[Blank],
        style: TextStyle,
        measure: Measure,
    ) -> Vec<Strip> {
        let lines: Vec<Vec<Line>> =
            blanks.iter().map(|blank| break_lines(&mut self.fonts, &blank.words, style, measure.width)).collect();
        let fixed = |blank: &Blank| match blank.dots {
            Dots::None => Length::ZERO,
            Dots::Of(width) => width.plus(SPACE.times(2)),
            Dots::Rest => LEAST.plus(SPACE.times(2)),
        };
        let words = lines.iter().flatten().map(|line| line.width).fold(Length::ZERO, Length::plus);
        let taken = blanks.iter().map(fixed).fold(words, Length::plus);
        if taken > measure.width || lines.iter().any(|lines| lines.len() > 1) {
            return self.broken(parent, blanks, style, measure);
        }
        let sharing = blanks.iter().filter(|blank| blank.dots == Dots::Rest).count();
        let more = measure.width.minus(taken).divided(i64::try_from(sharing).unwrap_or(1));
        let owner = Owner::Tag(self.tags.add(parent, Role::Paragraph));
        let mut strip = Strip::space(style.leading);
        let mut pen = measure.left;
        for (blank, lines) in blanks.iter().zip(lines) {
            for line in lines {
                let width = line.width;
                strip.marks.push(self.text_mark(line, style, (pen, Length::ZERO), owner));
                pen = pen.plus(width);
            }
            let width = match blank.dots {
                Dots::None => continue,
                Dots::Of(width) => width,
                Dots::Rest => LEAST.plus(more),
            };
            strip.marks.push(dotted((pen.plus(SPACE), Length::ZERO), width, style));
            pen = pen.plus(width).plus(SPACE.times(2));
        }
        vec![strip]
    }

    fn broken(&mut self, parent: TagId, blanks: &[Blank], style: TextStyle, measure: Measure) -> Vec<Strip> {
        let words: Vec<Span> = blanks
            .iter()
            .flat_map(|blank| blank.words.iter().cloned().chain([Span::new(" ", Face::Sans, Ink::TEXT)]))
            .collect();
        let mut strips = self.paragraph(parent, &Paragraph::of(&words, style), measure);
        if blanks.iter().any(|blank| blank.dots != Dots::None) {
            let mut line = Strip::space(style.leading);
            line.marks.push(dotted((measure.left, Length::ZERO), measure.width, style));
            strips.extend(below(Length::ZERO, vec![line]));
        }
        strips
    }
}

fn dotted((left, top): (Length, Length), width: Length, style: TextStyle) -> Mark {
    let height = style.leading.percent(80);
    Mark::Shape { left, top, width, height, shape: Shape::Dots, ink: Ink::FRAME, owner: Owner::Artifact }
}
