//! What sets a block apart: a frame around the essential, a bar beside a note.
//!
//! A frame is never cut unless no sheet could hold it; a note may go on to the next
//! sheet, its bar with it. Frames and bars are artifacts: the text says it all.

use super::blocks::Measure;
use super::ink::Ink;
use super::length::Length;
use super::strip::{Mark, Strip, stacked};

const WEIGHT: Length = Length::points(80);
const SIDE: Length = Length::mm(400);
const HEAD: Length = Length::mm(300);
const TAIL: Length = Length::mm(260);
const HEAVY: Length = Length::points(120);
const BOX_SIDE: Length = Length::mm(300);
const BOX_HEAD: Length = Length::mm(120);
const BAR: Length = Length::points(200);
const BAR_SIDE: Length = Length::mm(340);
const BAR_PAD: Length = Length::mm(40);

impl Measure {
    /// Where the text of a frame of this measure goes.
    pub(crate) const fn inside_frame(self) -> Self {
        Self { left: self.left.plus(SIDE), width: self.width.minus(SIDE).minus(SIDE) }
    }

    /// Where the text of a heavy frame of this measure goes.
    pub(crate) const fn inside_box(self) -> Self {
        Self { left: self.left.plus(BOX_SIDE), width: self.width.minus(BOX_SIDE).minus(BOX_SIDE) }
    }

    /// Where the text of a note of this measure goes.
    pub(crate) const fn inside_note(self) -> Self {
        self.indented(BAR.plus(BAR_SIDE))
    }
}

/// Draws a frame around strips set in `measure.inside_frame()`.
pub(crate) fn framed(strips: Vec<Strip>, measure: Measure) -> Strip {
    let mut frame = stacked(strips);
    frame.marks = frame.marks.into_iter().map(|mark| mark.lowered(HEAD)).collect();
    frame.height = frame.height.plus(HEAD).plus(TAIL);
    let edge = Mark::Frame {
        left: measure.left.plus(WEIGHT.half()),
        top: WEIGHT.half(),
        width: measure.width.minus(WEIGHT),
        height: frame.height.minus(WEIGHT),
        weight: WEIGHT,
        ink: Ink::TITLE,
    };
    frame.marks.insert(0, edge);
    frame
}

/// Draws a heavy black frame, closer, around strips set in `measure.inside_box()`: what is read before anything else.
pub(crate) fn boxed(strips: Vec<Strip>, measure: Measure) -> Strip {
    let mut frame = stacked(strips);
    frame.marks = frame.marks.into_iter().map(|mark| mark.lowered(BOX_HEAD)).collect();
    frame.height = frame.height.plus(BOX_HEAD.times(2));
    let (left, width, weight) = (measure.left, measure.width, HEAVY);
    frame.marks.insert(0, Mark::Frame { left, top: Length::ZERO, width, height: frame.height, weight, ink: Ink::TEXT });
    frame
}

/// Draws a bar at the left of strips set in `measure.inside_note()`; the space above the first stays above the bar.
pub(crate) fn noted(mut strips: Vec<Strip>, measure: Measure) -> Vec<Strip> {
    let last = strips.len().saturating_sub(1);
    for (place, strip) in strips.iter_mut().enumerate() {
        let above = if place == 0 { BAR_PAD } else { std::mem::take(&mut strip.gap) };
        strip.height = strip.height.plus(above).plus(if place == last { BAR_PAD } else { Length::ZERO });
        let marks = std::mem::take(&mut strip.marks);
        strip.marks.push(Mark::Ground {
            left: measure.left,
            top: Length::ZERO,
            width: BAR,
            height: strip.height,
            ink: Ink::TITLE,
        });
        strip.marks.extend(marks.into_iter().map(|mark| mark.lowered(above)));
    }
    strips
}
