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

/// The same in a band of many figures.
const SMALL_VALUE: TextStyle = TextStyle::of(1_450, 1_750);
/// A value longer than this goes on two lines.
const LONG_VALUE: Length = Length::mm(3_400);
const SMALL_CAPTION: TextStyle = TextStyle::of(800, 980);

impl Typesetter {
    /// Sets key figures in one row, each as wide as what it says: a caption takes two lines or so.
    pub(crate) fn key_band(&mut self, parent: TagId, keys: &[Key], measure: Measure) -> Strip {
        let wide: Vec<(Length, Length)> = keys.iter().map(|key| self.widths_of(key)).collect();
        let sum = |of: fn(&(Length, Length)) -> Length| wide.iter().map(of).fold(Length::ZERO, Length::plus);
        let (least, most) = (sum(|(least, _)| *least), sum(|(_, most)| *most));
        // Beyond what each value needs, the room goes to captions by their length.
        let (room, wanted) = (measure.width.minus(least).max(Length::ZERO), most.minus(least));
        let share = |least: Length, most: Length| least.plus(room.of_same_shape(wanted, most.minus(least)));
        let mut left = measure.left;
        let places: Vec<Measure> = wide
            .into_iter()
            .map(|(least, most)| {
                let place = Measure { left, width: share(least, most) };
                left = left.plus(place.width);
                place
            })
            .collect();
        let mut strip = self.key_row(parent, keys, &places, (SMALL_VALUE, SMALL_CAPTION));
        for top in [Length::ZERO, strip.height] {
            strip.marks.push(across(measure, top, (STRONG, Ink::TITLE)));
        }
        strip
    }

    /// What a figure needs, and what it would take: a long value goes on two lines, a caption on two lines or three.
    fn widths_of(&mut self, key: &Key) -> (Length, Length) {
        let mut line = |text: &str, face, style| self.one_line(&[Span::new(text, face, Ink::TEXT)], style).width;
        let value = line(&key.value, Face::SerifSemiBold, SMALL_VALUE);
        let value = if value > LONG_VALUE { value.percent(60) } else { value };
        let caption = line(&key.caption, Face::Sans, SMALL_CAPTION);
        let around = SIDE.plus(PAD);
        let least = value.max(caption.percent(36)).plus(around);
        (least, value.max(caption.percent(58)).plus(around).max(least.plus(PAD)))
    }

    /// Sets key figures in so many columns.
    pub(crate) fn keys(&mut self, parent: TagId, keys: &[Key], columns: usize, measure: Measure) -> Strip {
        let places = measure.columns(columns, Length::ZERO);
        let mut rows = Vec::new();
        for row in keys.chunks(places.len().max(1)) {
            rows.push(self.key_row(parent, row, &places, (VALUE, CAPTION)));
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

    fn key_row(
        &mut self,
        parent: TagId,
        keys: &[Key],
        places: &[Measure],
        (large, small): (TextStyle, TextStyle),
    ) -> Strip {
        let mut row = Strip::default();
        for (place, (key, outer)) in keys.iter().zip(places).enumerate() {
            let before = if place == 0 { Length::ZERO } else { SIDE };
            let inner = Measure { left: outer.left.plus(before), width: outer.width.minus(before).minus(PAD) };
            let value = [Span::new(&key.value, Face::SerifSemiBold, Ink::TITLE)];
            let caption = [Span::new(&key.caption, Face::Sans, Ink::SOFT)];
            let mut cell = below(PAD, self.paragraph(parent, &Paragraph::of(&value, large), inner));
            cell.extend(self.paragraph(parent, &Paragraph::of(&caption, small), inner));
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
