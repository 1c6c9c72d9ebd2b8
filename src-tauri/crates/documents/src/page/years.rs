//! Years side by side: an upright bar each, zero at the foot, and under it what it counts.
//!
//! The last year is full, the others light; years too many for one row stand on several, under the same highest bar. The
//! whole is one figure, read as a sentence that gives every value.

use super::blocks::{Measure, Typesetter};
use super::faces::Face;
use super::ink::Ink;
use super::length::Length;
use super::shapes::Area;
use super::stacks::{Ground, WHOLE};
use super::strip::{Mark, Owner, Strip};
use super::tags::TagId;
use super::text::{Span, TextStyle};

/// Years, from the first to the last.
#[derive(Clone, Debug)]
pub(crate) struct Years<'a> {
    /// What is read in their place.
    pub(crate) words: String,
    pub(crate) years: &'a [Year],
}

/// A year.
#[derive(Clone, Debug)]
pub(crate) struct Year {
    /// `2026`, `2022-2023`.
    pub(crate) label: String,
    /// What stands under its bar, in strong letters.
    pub(crate) value: String,
    /// What stands under that, a line each.
    pub(crate) lines: Vec<String>,
    /// The height of its bar, in ten thousandths of the highest.
    pub(crate) share: i64,
}

const VALUE: TextStyle = TextStyle::of(840, 1_060);
const LINE: TextStyle = TextStyle::of(800, 980);
const HIGHEST: Length = Length::mm(1_700);
const LEAST: Length = Length::points(70);
const BETWEEN: Length = Length::mm(150);
const UNDER: Length = Length::mm(60);
/// How many columns a row has at least: a year alone is no wider than one of several.
const FEWEST: usize = 5;
/// The narrowest a year is read in: `61 200 €`, `33 reçues`.
const NARROWEST: Length = Length::mm(1_500);
/// Above each row but the first.
const ROW: Length = Length::mm(240);

impl Typesetter {
    /// Sets the years in one piece; without one they have no height.
    pub(crate) fn years(&mut self, parent: TagId, years: &Years<'_>, measure: Measure) -> Strip {
        let mut strip = Strip::default();
        if years.years.is_empty() {
            return strip;
        }
        let tag = self.tags.add_figure(parent, years.words.clone());
        let owner = Owner::Tag(tag);
        let on_a_row = (FEWEST..).take_while(|count| fits(*count, measure)).last().unwrap_or(FEWEST);
        let rows = years.years.len().div_ceil(on_a_row);
        let on_a_row = years.years.len().div_ceil(rows);
        let last = years.years.len().saturating_sub(1);
        let mut foot = Length::ZERO;
        for (row, of_row) in years.years.chunks(on_a_row).enumerate() {
            let ground = foot.plus(if row == 0 { Length::ZERO } else { ROW }).plus(HIGHEST);
            let mut lines = 0;
            for (place, (year, column)) in of_row.iter().zip(measure.columns(on_a_row.max(FEWEST), BETWEEN)).enumerate()
            {
                let height = HIGHEST.scaled(year.share.clamp(0, WHOLE)).divided(WHOLE).max(LEAST);
                let shade = if row.saturating_mul(on_a_row).saturating_add(place) == last {
                    Ground::Full
                } else {
                    Ground::Light
                };
                let area = Area { left: column.left, top: ground.minus(height), width: column.width, height };
                strip.marks.extend(shade.marks(area));
                let mut top = ground.plus(UNDER);
                let texts = std::iter::once((&year.value, Face::SansSemiBold, Ink::TEXT, VALUE));
                let texts = texts.chain(year.lines.iter().map(|line| (line, Face::Sans, Ink::TEXT, LINE)));
                for (text, face, ink, style) in texts.chain([(&year.label, Face::SansSemiBold, Ink::TITLE, VALUE)]) {
                    let line = self.one_line(&[Span::new(text, face, ink)], style);
                    strip.marks.push(self.text_mark(line, style, (column.left, top), owner));
                    top = top.plus(style.leading);
                }
                lines = lines.max(year.lines.len());
            }
            foot = ground.plus(UNDER).plus(VALUE.leading.times(2)).plus(LINE.leading.times(lines));
        }
        strip.height = foot;
        let Measure { left, width } = measure;
        strip.marks.push(Mark::Place { tag, left, top: Length::ZERO, width, height: strip.height });
        strip
    }
}

/// Whether so many years are read on one row.
fn fits(count: usize, measure: Measure) -> bool {
    measure.columns(count, BETWEEN).first().is_some_and(|column| column.width >= NARROWEST)
}
