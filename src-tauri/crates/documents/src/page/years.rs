//! Years side by side: an upright bar each, zero at the foot, and under it what it counts.
//!
//! The last year is full, the others light. The whole is one figure, read as a sentence that gives every value.

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
const MOST: usize = 5;

impl Typesetter {
    /// Sets the years in one piece; without one they have no height.
    pub(crate) fn years(&mut self, parent: TagId, years: &Years<'_>, measure: Measure) -> Strip {
        let mut strip = Strip::default();
        if years.years.is_empty() {
            return strip;
        }
        let tag = self.tags.add_figure(parent, years.words.clone());
        let owner = Owner::Tag(tag);
        // A year alone is no wider than one of several.
        let places = measure.columns(years.years.len().max(MOST), BETWEEN);
        let last = years.years.len().saturating_sub(1);
        let mut lines = 0;
        for (place, (year, column)) in years.years.iter().zip(places).enumerate() {
            let height = HIGHEST.scaled(year.share.clamp(0, WHOLE)).divided(WHOLE).max(LEAST);
            let ground = if place == last { Ground::Full } else { Ground::Light };
            let area = Area { left: column.left, top: HIGHEST.minus(height), width: column.width, height };
            strip.marks.extend(ground.marks(area));
            let mut top = HIGHEST.plus(UNDER);
            let texts = std::iter::once((&year.value, Face::SansSemiBold, Ink::TEXT, VALUE));
            let texts = texts.chain(year.lines.iter().map(|line| (line, Face::Sans, Ink::TEXT, LINE)));
            for (text, face, ink, style) in texts.chain([(&year.label, Face::SansSemiBold, Ink::TITLE, VALUE)]) {
                let line = self.one_line(&[Span::new(text, face, ink)], style, column.width.plus(BETWEEN));
                strip.marks.push(self.text_mark(line, style, (column.left, top), owner));
                top = top.plus(style.leading);
            }
            lines = lines.max(year.lines.len());
        }
        strip.height = HIGHEST.plus(UNDER).plus(VALUE.leading.times(2)).plus(LINE.leading.times(lines));
        let Measure { left, width } = measure;
        strip.marks.push(Mark::Place { tag, left, top: Length::ZERO, width, height: strip.height });
        strip
    }
}
