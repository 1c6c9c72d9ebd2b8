//! A page someone else made on a sheet of ours: reduced, never cut, under a stamp that stands outside it.

use super::blocks::{Flush, Measure, Paragraph, Typesetter};
use super::faces::Face;
use super::ink::Ink;
use super::length::{Format, Length};
use super::strip::{Mark, Owner, Strip, on_new_sheet};
use super::tags::{Role, TagId};
use super::text::{Span, TextStyle, break_lines};
use crate::merge::{Kind, Placed};

const STAMP: TextStyle = TextStyle::of(940, 1_200);
const LABEL: TextStyle = TextStyle::of(820, 1_100);
const PAD: Length = Length::mm(260);
const PAD_ABOVE: Length = Length::mm(100);
const WEIGHT: Length = Length::points(90);
/// Space between the stamp and the page.
const BELOW: Length = Length::mm(300);
/// Between the label and the stamp.
const BESIDE: Length = Length::mm(500);
const EDGE: Length = Length::points(40);

/// A page of someone else’s, and what is said of it.
pub(crate) struct Stamped<'s> {
    /// `P4 · page 2 sur 5`.
    pub(crate) stamp: &'s str,
    /// What it is and of whom.
    pub(crate) label: &'s str,
    /// `original vu le 09/11/2026`.
    pub(crate) compared: &'s str,
    /// What the bookmark of a piece says, on its first page.
    pub(crate) begins: Option<&'s str>,
    pub(crate) page: Placed,
}

impl Typesetter {
    /// Sets a page on a sheet of its own; gives back the tag its stamp begins with.
    pub(crate) fn stamped(&mut self, parent: TagId, stamped: &Stamped<'_>) -> (TagId, Vec<Strip>) {
        let Measure { left, width } = Measure::WHOLE;
        let mut strip = Strip::default();
        let begun = match stamped.begins {
            Some(words) => self.tags.add_heading(parent, Role::Subheading, words),
            None => self.tags.add(parent, Role::Paragraph),
        };
        let inside = width.minus(PAD.times(2));
        let sides = [
            (stamped.stamp, Face::SansSemiBold, STAMP, Owner::Tag(begun)),
            (stamped.compared, Face::Sans, LABEL, Owner::Tag(self.tags.add(parent, Role::Paragraph))),
        ];
        let mut taken = Length::ZERO;
        for (place, (text, face, style, owner)) in sides.into_iter().enumerate() {
            let text = [Span::new(text, face, Ink::TEXT)];
            for line in break_lines(&mut self.fonts, &text, style, inside).into_iter().take(1) {
                taken = taken.plus(line.width).plus(BESIDE);
                let end = left.plus(width).minus(PAD).minus(line.width);
                let start = if place == 0 { left.plus(PAD) } else { end };
                strip.marks.push(self.text_mark(line, style, (start, PAD_ABOVE), owner));
            }
        }
        let stamp =
            break_lines(&mut self.fonts, &[Span::new(stamped.stamp, Face::SansSemiBold, Ink::TEXT)], STAMP, inside);
        let before = stamp.first().map_or(Length::ZERO, |line| line.width).plus(PAD).plus(BESIDE);
        let middle = Measure { left: left.plus(before), width: inside.minus(taken) };
        let label = [Span::new(stamped.label, Face::Sans, Ink::TEXT)];
        let label = Paragraph { flush: Flush::Center, ..Paragraph::of(&label, LABEL) };
        let mut top = PAD_ABOVE;
        for line in self.paragraph(parent, &label, middle) {
            strip.marks.extend(line.marks.into_iter().map(|mark| mark.lowered(top)));
            top = top.plus(line.height);
        }
        let height = top.max(PAD_ABOVE.plus(STAMP.leading)).plus(PAD_ABOVE);
        let (top, weight, width) = (WEIGHT.half(), WEIGHT, width.minus(WEIGHT));
        strip.marks.push(Mark::Frame { left: left.plus(top), top, width, height, weight, ink: Ink::TEXT });
        let bottom = self.draw(&mut strip, parent, stamped, height.plus(BELOW));
        strip.height = bottom;
        (begun, on_new_sheet(vec![strip]))
    }

    /// Draws the page in the room left under the stamp, in its middle; gives back where it ends.
    fn draw(&mut self, strip: &mut Strip, parent: TagId, stamped: &Stamped<'_>, above: Length) -> Length {
        let Measure { left, width } = Measure::WHOLE;
        let Placed { form, width: across, height: down, kind } = stamped.page;
        let room = Format::UPRIGHT.room().minus(above).minus(EDGE);
        let (drawn_width, drawn_height) = fitted((across, down), (width, room));
        let tag = match kind {
            Kind::Page => self.tags.add(parent, Role::Paragraph),
            Kind::Picture => self.tags.add_figure(parent, format!("{}, {}", stamped.stamp, stamped.label)),
        };
        let start = left.plus(width.minus(drawn_width).half());
        let scale = drawn_width.share_of(across);
        let place = (start, above, drawn_width, drawn_height);
        strip.marks.push(Mark::Frame {
            left: start,
            top: above,
            width: drawn_width,
            height: drawn_height,
            weight: EDGE,
            ink: Ink::HAIR,
        });
        let (left, top, width, height) = place;
        strip.marks.push(Mark::Place { tag, left, top, width, height });
        strip.marks.push(Mark::Drawing { left, top, height, form, scale, tag });
        above.plus(drawn_height)
    }
}

/// The largest size that fits in a room, never larger than it came.
fn fitted((width, height): (Length, Length), (across, down): (Length, Length)) -> (Length, Length) {
    let whole = (width.min(across), width.min(across).of_same_shape(width, height));
    if whole.1 <= down { whole } else { (height.min(down).of_same_shape(height, width), height.min(down)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_reduced_to_its_room_and_never_enlarged() {
        let mm = |width, height| (Length::mm(width), Length::mm(height));
        let check = |page: (i64, i64), expected: (i64, i64)| {
            let (width, height) = fitted(mm(page.0, page.1), mm(16_800, 24_000));
            let near = |one: Length, other: Length| one.minus(other).max(other.minus(one)) < Length::points(5);
            let (across, down) = mm(expected.0, expected.1);
            assert!(near(width, across) && near(height, down), "{page:?}: {width} {height}");
        };
        check((10_000, 10_000), (10_000, 10_000));
        check((33_600, 24_000), (16_800, 12_000));
        check((16_800, 48_000), (8_400, 24_000));
        check((21_000, 29_700), (16_800, 23_760));
    }
}
