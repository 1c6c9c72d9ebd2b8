//! Key figures: what a paper says first, in large letters between two rules.
//!
//! Three to five columns; more figures than columns go on to another row.

use super::blocks::{Measure, Paragraph, Typesetter};
use super::faces::Face;
use super::ink::Ink;
use super::length::Length;
use super::strip::{Mark, Strip, below, stacked};
use super::tags::TagId;
use super::text::{Span, TextStyle};

/// A figure and what it counts.
#[derive(Clone, Debug)]
pub(crate) struct Key {
    pub(crate) value: String,
    pub(crate) caption: String,
}

const VALUE: TextStyle = TextStyle::of(1_700, 2_000);
const CAPTION: TextStyle = TextStyle::of(820, 1_060);
const PAD: Length = Length::mm(200);
const SIDE: Length = Length::mm(300);
const STRONG: Length = Length::points(80);
const HAIRLINE: Length = Length::points(30);

impl Typesetter {
    /// Sets key figures in so many columns.
    pub(crate) fn keys(&mut self, parent: TagId, keys: &[Key], columns: usize, measure: Measure) -> Strip {
        let places = measure.columns(columns, Length::ZERO);
        let mut rows = Vec::new();
        for row in keys.chunks(places.len().max(1)) {
            rows.push(self.key_row(parent, row, &places));
        }
        let tops = rows.iter().scan(Length::ZERO, |top, row| {
            let start = *top;
            *top = top.plus(row.height);
            Some(start)
        });
        let rules: Vec<Mark> = tops.skip(1).map(|top| across(measure, top, (HAIRLINE, Ink::HAIR))).collect();
        let mut strip = stacked(rows);
        strip.marks.extend(rules);
        strip.marks.push(across(measure, Length::ZERO, (STRONG, Ink::TITLE)));
        strip.marks.push(across(measure, strip.height, (STRONG, Ink::TITLE)));
        strip
    }

    fn key_row(&mut self, parent: TagId, keys: &[Key], places: &[Measure]) -> Strip {
        let mut row = Strip::default();
        for (place, (key, outer)) in keys.iter().zip(places).enumerate() {
            let before = if place == 0 { Length::ZERO } else { SIDE };
            let inner = Measure { left: outer.left.plus(before), width: outer.width.minus(before).minus(PAD) };
            let value = [Span::new(&key.value, Face::SerifSemiBold, Ink::TITLE)];
            let caption = [Span::new(&key.caption, Face::Sans, Ink::SOFT)];
            let mut cell = below(PAD, self.paragraph(parent, &Paragraph::of(&value, VALUE), inner));
            cell.extend(self.paragraph(parent, &Paragraph::of(&caption, CAPTION), inner));
            let cell = stacked(cell);
            row.height = row.height.max(cell.height.plus(PAD));
            row.marks.extend(cell.marks);
        }
        let dividers = places.iter().zip(keys).skip(1).map(|(outer, _)| Mark::Ground {
            left: outer.left,
            top: Length::ZERO,
            width: HAIRLINE,
            height: row.height,
            ink: Ink::HAIR,
        });
        let dividers: Vec<Mark> = dividers.collect();
        row.marks.extend(dividers);
        row
    }
}

fn across(measure: Measure, top: Length, (weight, ink): (Length, Ink)) -> Mark {
    Mark::Rule { left: measure.left, top, width: measure.width, weight, ink }
}
