//! Lengths on paper, in whole thousandths of a point, and the A4 sheet they cut up.
//!
//! Whole numbers make a page exact and the same everywhere. This file is the one
//! door to printpdf, which counts in `f32`: 24 mm are 68 031 thousandths, handed
//! over as `68.031`.

use std::fmt;

use printpdf::Pt;

/// A length: thousandths of a point, a point being 1/72 of an inch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Length(i64);

/// How a sheet lies, and what it leaves to the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Format {
    pub(crate) width: Length,
    pub(crate) height: Length,
    /// The margin at its left.
    pub(crate) left: Length,
    /// The margin at its top.
    pub(crate) top: Length,
    /// The width left to the text.
    pub(crate) body: Length,
    /// Where the text ends, from the top of the sheet: the foot is under it.
    pub(crate) body_end: Length,
}

/// What is cut begins on a sheet of which so much is left, in percent.
const ENOUGH: i64 = 25;

impl Format {
    /// A4 upright: a left margin wide enough for a binder.
    pub(crate) const UPRIGHT: Self = Self {
        width: Length::mm(21_000),
        height: Length::mm(29_700),
        left: Length::mm(2_400),
        top: Length::mm(1_150),
        body: Length::mm(16_800),
        body_end: Length::mm(29_700 - 1_600),
    };
    /// A4 upright for a paper whose first sheet has to hold everything: less white at its top and above its foot.
    pub(crate) const CLOSE: Self =
        Self { top: Length::mm(1_000), body_end: Length::mm(29_700 - 1_480), ..Self::UPRIGHT };
    /// A4 lying, to be folded in its middle.
    pub(crate) const FOLDED: Self = Self {
        width: Length::mm(29_700),
        height: Length::mm(21_000),
        left: Length::mm(1_100),
        top: Length::mm(1_100),
        body: Length::mm(27_500),
        body_end: Length::mm(21_000 - 1_600),
    };

    /// The height left to the text.
    pub(crate) const fn room(self) -> Length {
        self.body_end.minus(self.top)
    }

    /// Whether what no sheet holds whole is cut from a place on, enough being left of the sheet to begin it.
    pub(crate) fn cuts_from(self, pen: Length, height: Length) -> bool {
        height > self.room() && self.body_end.minus(pen) > self.room().percent(ENOUGH)
    }
}

impl Length {
    pub(crate) const ZERO: Self = Self(0);

    /// So many hundredths of a point: `points(960)` is 9.6 pt.
    pub(crate) const fn points(hundredths: i64) -> Self {
        Self(hundredths.saturating_mul(10))
    }

    /// So many points as a foreign file counts them; nothing when they are beyond sense.
    pub(crate) fn of_points(points: f32) -> Self {
        let decimal = format!("{points:.3}").replace('.', "");
        Self(decimal.parse().unwrap_or_default())
    }

    /// What this length is to another, as printpdf takes it: 0.5 for half of it.
    pub(crate) fn share_of(self, whole: Self) -> f32 {
        let millionths = self.0.saturating_mul(1_000_000).checked_div(whole.0).unwrap_or_default();
        format!("{millionths}e-6").parse().unwrap_or_default()
    }

    /// The height of a shape of this width that is shaped as another one.
    pub(crate) fn of_same_shape(self, width: Self, height: Self) -> Self {
        Self(self.0.saturating_mul(height.0).checked_div(width.0).unwrap_or_default())
    }

    /// So many hundredths of a millimetre: `mm(55)` is 0.55 mm.
    pub(crate) const fn mm(hundredths: i64) -> Self {
        Self(hundredths.saturating_mul(72_000).saturating_add(1_270) / 2_540)
    }

    pub(crate) const fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    pub(crate) const fn minus(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    pub(crate) fn times(self, count: usize) -> Self {
        self.scaled(i64::try_from(count).unwrap_or(i64::MAX))
    }

    pub(crate) const fn scaled(self, factor: i64) -> Self {
        Self(self.0.saturating_mul(factor))
    }

    /// A share of the length; the whole when there is nothing to divide by.
    pub(crate) const fn divided(self, count: i64) -> Self {
        match self.0.checked_div(count) {
            Some(share) => Self(share),
            None => self,
        }
    }

    /// The same length whatever the machine, to be told apart from another.
    pub(crate) const fn bytes(self) -> [u8; 8] {
        self.0.to_be_bytes()
    }

    pub(crate) const fn half(self) -> Self {
        Self(self.0 / 2)
    }

    /// So many hundredths of this length.
    pub(crate) const fn percent(self, hundredths: i64) -> Self {
        Self(self.0.saturating_mul(hundredths) / 100)
    }

    /// At this font size, the length of so many thousandths of an em.
    pub(crate) const fn em(self, units: i64) -> Self {
        Self(self.0.saturating_mul(units) / 1_000)
    }

    /// At this font size, how many thousandths of an em fit in a width.
    pub(crate) fn units_in(self, width: Self) -> i64 {
        width.0.saturating_mul(1_000).checked_div(self.0).unwrap_or_default()
    }

    /// The length as printpdf takes it: the nearest `f32`, by way of its decimal text.
    pub(crate) fn pt(self) -> Pt {
        Pt(self.to_string().parse().unwrap_or_default())
    }
}

impl fmt::Display for Length {
    /// In points, as a decimal number: `68.031`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let magnitude = self.0.unsigned_abs();
        write!(out, "{sign}{}.{:03}", magnitude / 1_000, magnitude % 1_000)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn millimetres_become_thousandths_of_a_point() {
        assert_eq!(Length::mm(2_400).to_string(), "68.031");
        assert_eq!(Length::mm(55).to_string(), "1.559");
        assert_eq!(Length::ZERO.minus(Length::points(5)).to_string(), "-0.050");
        assert!((Length::mm(2_400).pt().0 - 68.031).abs() < 0.000_01);
    }

    #[test]
    fn the_body_and_its_margins_fill_the_sheet() {
        let Format { width, left, body, .. } = Format::UPRIGHT;
        let right = width.minus(left).minus(body);
        let apart = right.minus(Length::mm(1_800));
        assert!(apart <= Length(1), "but for rounding, 18 mm are left: {apart}");
    }

    #[test]
    fn a_line_holds_the_ems_that_fit() {
        let size = Length::points(1_000);
        assert_eq!(size.units_in(Length::points(10_000)), 10_000);
        assert_eq!(size.em(497), Length::points(497));
    }
}
