//! The inks of a paper: one dark blue and greys, all of which read in black and white.

use printpdf::{Color, Rgb};

/// A colour, in the sRGB the file declares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ink(u8, u8, u8);

impl Ink {
    /// Text.
    pub(crate) const TEXT: Self = Self(0x11, 0x11, 0x11);
    /// Titles and strong rules.
    pub(crate) const TITLE: Self = Self(0x16, 0x32, 0x4f);
    /// Subtitles.
    pub(crate) const SOFT: Self = Self(0x33, 0x33, 0x33);
    /// Notes and labels.
    pub(crate) const NOTE: Self = Self(0x3c, 0x3c, 0x3c);
    /// Letterhead and foot.
    pub(crate) const FRAME: Self = Self(0x44, 0x44, 0x44);
    /// Thin rules between lines.
    pub(crate) const HAIR: Self = Self(0xb5, 0xb5, 0xb5);
    /// Lines to write on, rule of the foot.
    pub(crate) const WRITE_ON: Self = Self(0x8a, 0x8a, 0x8a);
    /// Ground of a total.
    pub(crate) const BAND: Self = Self(0xf0, 0xf0, 0xee);

    /// A part of a bar, in mid grey.
    pub(crate) const GREY: Self = Self(0x9a, 0xa4, 0xb0);
    /// A part of a bar, in light grey.
    pub(crate) const LIGHT: Self = Self(0xe4, 0xe6, 0xe8);
    /// What is written on a full bar.
    pub(crate) const PAPER: Self = Self(0xff, 0xff, 0xff);

    /// The ink as printpdf takes it, each part between 0 and 1.
    pub(crate) fn color(self) -> Color {
        Color::Rgb(Rgb::new(part(self.0), part(self.1), part(self.2), None))
    }
}

#[expect(clippy::float_arithmetic, reason = "printpdf takes colours as parts of one")]
fn part(level: u8) -> f32 {
    (f32::from(level) / 255.0 * 1000.0).round() / 1000.0
}
