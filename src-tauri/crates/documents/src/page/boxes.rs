//! Boxes of a whole: parts side by side as wide as what they count, and under each the words that tell what it holds.
//!
//! A narrow part keeps the room its name needs. The whole is one figure, read as a sentence that gives every value.

use super::blocks::{Measure, Typesetter};
use super::faces::Face;
use super::ink::Ink;
use super::length::Length;
use super::shapes::Area;
use super::stacks::Ground;
use super::strip::{Mark, Owner, Strip};
use super::tags::TagId;
use super::text::{Span, TextStyle, break_lines};

/// Parts of a whole, each with its words.
#[derive(Clone, Debug)]
pub(crate) struct Boxes<'a> {
    /// What is read in their place.
    pub(crate) words: String,
    pub(crate) boxes: &'a [Boxed],
}

/// A part.
#[derive(Clone, Debug)]
pub(crate) struct Boxed {
    /// Written inside.
    pub(crate) label: String,
    /// Written under it; may be empty.
    pub(crate) detail: String,
    pub(crate) count: u64,
    pub(crate) ground: Ground,
}

const LABEL: TextStyle = TextStyle::of(860, 1_060);
const DETAIL: TextStyle = TextStyle::of(800, 1_020);
const HEIGHT: Length = Length::mm(880);
const PAD: Length = Length::mm(150);
const SIDE: Length = Length::points(70);

impl Typesetter {
    /// Sets the boxes in one piece; without one they have no height.
    pub(crate) fn boxes(&mut self, parent: TagId, boxes: &Boxes<'_>, measure: Measure) -> Strip {
        let mut strip = Strip::default();
        if boxes.boxes.is_empty() {
            return strip;
        }
        let tag = self.tags.add_figure(parent, boxes.words.clone());
        let owner = Owner::Tag(tag);
        let mut left = measure.left;
        let mut deepest = 0;
        for (part, width) in boxes.boxes.iter().zip(self.widths(boxes.boxes, measure.width)) {
            strip.marks.extend(part.ground.marks(Area { left, top: Length::ZERO, width, height: HEIGHT }));
            let label = [Span::new(&part.label, Face::SansSemiBold, part.ground.ink())];
            let label = self.one_line(&label, LABEL);
            let down = HEIGHT.minus(LABEL.leading).half();
            strip.marks.push(self.text_mark(label, LABEL, (left.plus(PAD), down), owner));
            let detail = [Span::new(&part.detail, Face::Sans, Ink::TEXT)];
            let lines = break_lines(&mut self.fonts, &detail, DETAIL, width.minus(PAD.times(2)));
            deepest = deepest.max(lines.len());
            for (place, line) in lines.into_iter().enumerate() {
                let top = HEIGHT.plus(PAD.half()).plus(DETAIL.leading.times(place));
                strip.marks.push(self.text_mark(line, DETAIL, (left.plus(PAD), top), owner));
            }
            left = left.plus(width);
        }
        let under = DETAIL.leading.times(deepest).plus(PAD.half());
        let mut left = measure.left;
        for width in self.widths(boxes.boxes, measure.width).into_iter().filter(|_| deepest > 0) {
            strip.marks.push(Mark::Ground { left, top: HEIGHT, width: SIDE, height: under, ink: Ink::TITLE });
            left = left.plus(width);
        }
        strip.height = HEIGHT.plus(under);
        let Measure { left, width } = measure;
        strip.marks.push(Mark::Place { tag, left, top: Length::ZERO, width, height: strip.height });
        strip
    }

    /// As wide as what each counts, and no narrower than its name.
    fn widths(&mut self, boxes: &[Boxed], width: Length) -> Vec<Length> {
        let least: Vec<Length> = boxes
            .iter()
            .map(|part| {
                let label = [Span::new(&part.label, Face::SansSemiBold, Ink::TEXT)];
                self.one_line(&label, LABEL).width.plus(PAD.times(2))
            })
            .collect();
        let room = least.iter().fold(width, |room, least| room.minus(*least)).max(Length::ZERO);
        let counts = boxes.iter().map(|part| i64::try_from(part.count).unwrap_or(i64::MAX));
        let whole = counts.clone().fold(0_i64, i64::saturating_add).max(1);
        let shares = counts.map(|count| room.scaled(count).divided(whole));
        least.into_iter().zip(shares).map(|(least, share)| least.plus(share)).collect()
    }
}
