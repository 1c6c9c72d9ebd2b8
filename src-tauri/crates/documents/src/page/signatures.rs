//! Blocks to sign in: equal cells, each with who signs and in what quality.

use super::blocks::{Measure, Paragraph, Typesetter};
use super::faces::Face;
use super::ink::Ink;
use super::length::Length;
use super::strip::{Mark, Strip, below, keep_together, stacked};
use super::tags::TagId;
use super::text::{Span, TextStyle};

/// Who signs.
#[derive(Clone, Debug)]
pub(crate) struct Signatory {
    /// `L’emprunteuse`, `Pour le CCAS de Valbourg`.
    pub(crate) quality: String,
    /// The name, or a dotted line.
    pub(crate) name: String,
}

const TEXT: TextStyle = TextStyle::of(880, 1_160);
const SIGNATURE: TextStyle = TextStyle::of(800, 1_040);
const GUTTER: Length = Length::mm(500);
const PAD: Length = Length::mm(160);
const FOOT_PAD: Length = Length::mm(100);
const STRONG: Length = Length::points(80);
const HAIRLINE: Length = Length::points(30);

impl Typesetter {
    /// Sets the cells, two or three in a row, never apart; names longer than a cell make it taller.
    pub(crate) fn signatures(
        &mut self,
        parent: TagId,
        signatories: &[Signatory],
        height: Length,
        measure: Measure,
    ) -> Vec<Strip> {
        let in_a_row = if matches!(signatories.len(), 0..=2 | 4) { 2 } else { 3 };
        let places = measure.columns(in_a_row, GUTTER);
        let mut rows = Vec::new();
        for row in signatories.chunks(in_a_row) {
            rows.extend(below(GUTTER, vec![self.signature_row(parent, row, &places, height)]));
        }
        keep_together(rows)
    }

    fn signature_row(&mut self, parent: TagId, signatories: &[Signatory], places: &[Measure], height: Length) -> Strip {
        let mut cells = Vec::new();
        for (signatory, place) in signatories.iter().zip(places) {
            let quality = [Span::new(&signatory.quality, Face::SansSemiBold, Ink::TEXT)];
            let name = [Span::new(&signatory.name, Face::Sans, Ink::TEXT)];
            let sign = [Span::new("Signature", Face::Sans, Ink::FRAME)];
            let mut head = below(PAD, self.paragraph(parent, &Paragraph::of(&quality, TEXT), *place));
            head.extend(self.paragraph(parent, &Paragraph::of(&name, TEXT), *place));
            let foot = self.paragraph(parent, &Paragraph::of(&sign, SIGNATURE), *place);
            cells.push((stacked(head), stacked(foot), *place));
        }
        let foot_height = SIGNATURE.leading.plus(FOOT_PAD);
        let needed = cells.iter().map(|(head, ..)| head.height.plus(foot_height.times(2))).max();
        let mut row = Strip::space(height.max(needed.unwrap_or_default()));
        for (head, foot, place) in cells {
            let down = row.height.minus(foot_height);
            row.marks.extend(head.marks);
            row.marks.extend(foot.marks.into_iter().map(|mark| mark.lowered(down)));
            for (top, weight, ink) in [(Length::ZERO, STRONG, Ink::TITLE), (row.height, HAIRLINE, Ink::WRITE_ON)] {
                row.marks.push(Mark::Rule { left: place.left, top, width: place.width, weight, ink });
            }
        }
        row
    }
}
