//! What was found of a few things, side by side: a drawn sign that reads as its words, a name, a fact.

use super::blocks::{Measure, Paragraph, Typesetter};
use super::faces::Face;
use super::ink::Ink;
use super::length::Length;
use super::shapes::Shape;
use super::strip::{Mark, Owner, Strip, stacked};
use super::tags::{Marker, Role, TagId};
use super::text::{Span, TextStyle};

/// What was found of one thing.
#[derive(Clone, Debug)]
pub(crate) struct Verdict {
    /// Its sign and what is read in its place; nothing while it is not judged.
    pub(crate) sign: Option<(Shape, String)>,
    pub(crate) name: String,
    pub(crate) fact: String,
}

const NAME: TextStyle = TextStyle::of(800, 1_060);
const FACT: TextStyle = TextStyle::of(800, 960);
const SIGN: Length = Length::mm(290);
const AFTER_SIGN: Length = Length::mm(60);
const PAD: Length = Length::mm(90);
const SIDE: Length = Length::mm(120);
const STRONG: Length = Length::points(80);
const HAIRLINE: Length = Length::points(30);

impl Typesetter {
    /// Sets them between two rules, so many in a row.
    pub(crate) fn verdicts(
        &mut self,
        parent: TagId,
        verdicts: &[Verdict],
        in_a_row: usize,
        measure: Measure,
    ) -> Vec<Strip> {
        if verdicts.is_empty() {
            return Vec::new();
        }
        let list = self.tags.add(parent, Role::List(Marker::Bullet));
        let cells = measure.columns(in_a_row, Length::ZERO);
        let mut rows = Vec::new();
        for row in verdicts.chunks(cells.len().max(1)) {
            let mut strip = Strip::default();
            for (place, (verdict, cell)) in row.iter().zip(&cells).enumerate() {
                let before = if place == 0 { Length::ZERO } else { SIDE };
                let inner = Measure { width: cell.width.minus(before), left: cell.left.plus(before) };
                let set = self.verdict(list, verdict, inner);
                strip.height = strip.height.max(set.height.plus(PAD));
                strip.marks.extend(set.marks);
            }
            let height = strip.height;
            let apart = cells.iter().take(row.len()).skip(1);
            strip.marks.extend(apart.map(|cell| Mark::Ground {
                left: cell.left,
                top: Length::ZERO,
                width: HAIRLINE,
                height,
                ink: Ink::HAIR,
            }));
            for top in [Length::ZERO, height] {
                let Measure { left, width } = measure;
                strip.marks.push(Mark::Rule { left, top, width, weight: STRONG, ink: Ink::TITLE });
            }
            rows.push(strip);
        }
        rows
    }

    fn verdict(&mut self, list: TagId, verdict: &Verdict, measure: Measure) -> Strip {
        let item = self.tags.add(list, Role::ListItem);
        let mut sign = None;
        let mut narrow = measure;
        if let Some((shape, words)) = &verdict.sign {
            let label = self.tags.add(item, Role::ItemLabel);
            let tag = self.tags.add_figure(label, words.clone());
            narrow = measure.indented(SIGN.plus(AFTER_SIGN));
            sign = Some((*shape, tag));
        }
        let body = self.tags.add(item, Role::ItemBody);
        let name = [Span::new(&verdict.name, Face::SansSemiBold, Ink::TEXT)];
        let fact = [Span::new(&verdict.fact, Face::Sans, Ink::TEXT)];
        let mut strips = self.paragraph(body, &Paragraph::of(&name, NAME), narrow);
        strips.extend(self.paragraph(body, &Paragraph::of(&fact, FACT), measure));
        if let Some(first) = strips.first_mut() {
            first.gap = PAD;
        }
        let mut strip = stacked(strips);
        if let Some((shape, tag)) = sign {
            let (left, top) = (measure.left, PAD.plus(NAME.leading.minus(SIGN).half()));
            strip.marks.extend(signed(shape, tag, (left, top), SIGN));
        }
        strip
    }
}

/// A sign as a figure of its own.
pub(super) fn signed(shape: Shape, tag: TagId, (left, top): (Length, Length), size: Length) -> [Mark; 2] {
    let (width, height) = (size, size);
    [
        Mark::Shape { left, top, width, height, shape, ink: Ink::TEXT, owner: Owner::Tag(tag) },
        Mark::Place { tag, left, top, width, height },
    ]
}
