//! Pictures: the logo, the screens of the guide.

use super::blocks::{Measure, Typesetter};
use super::ink::Ink;
use super::length::Length;
use super::strip::{Mark, Owner, Strip};
use super::tags::TagId;
use crate::picture::Picture;

/// The place of a screen, at most.
const WIDEST: Length = Length::mm(14_000);
const TALLEST: Length = Length::mm(9_000);
const EDGE: Length = Length::points(50);

impl Typesetter {
    /// Draws a picture at a left, so wide and so high.
    pub(crate) fn picture(
        &mut self,
        picture: &Picture,
        (left, width, height): (Length, Length, Length),
        owner: Owner,
    ) -> Strip {
        let number = self.pictures.len();
        self.pictures.push(picture.clone());
        let mut strip = Strip::space(height);
        strip.marks.push(Mark::Picture { left, top: Length::ZERO, width, height, number, owner });
        strip
    }

    /// Sets a screen in a thin frame, read as these words.
    pub(crate) fn screen(&mut self, parent: TagId, picture: &Picture, words: &str, measure: Measure) -> Strip {
        let (width, height) = picture.size(WIDEST, TALLEST);
        let (left, top) = (measure.left, Length::ZERO);
        let tag = self.tags.add_figure(parent, words.to_owned());
        let mut strip = self.picture(picture, (left, width, height), Owner::Tag(tag));
        strip.marks.push(Mark::Frame { left, top, width, height, weight: EDGE, ink: Ink::FRAME });
        strip.marks.push(Mark::Place { tag, left, top, width, height });
        strip
    }
}
