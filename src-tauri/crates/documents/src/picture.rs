//! A picture drawn on a sheet: a PNG without transparency, whose compressed lines PDF reads as they are.
//!
//! Printing then neither decodes it nor changes it, and PDF/A asks nothing more of it.

use std::sync::Arc;

use lopdf::Stream;

use crate::merge::untouched_png;
use crate::page::Length;

/// A picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    png: Arc<[u8]>,
    across: u32,
    down: u32,
}

impl Picture {
    /// Reads a PNG file; nothing for what is none, can be seen through or is interlaced.
    #[must_use]
    pub fn read(png: impl Into<Arc<[u8]>>) -> Option<Self> {
        let png = png.into();
        let (_, (across, down)) = untouched_png(&png)?;
        Some(Self { png, across, down })
    }

    /// It as a PNG file.
    pub(crate) fn png(&self) -> &[u8] {
        &self.png
    }

    /// It as a picture of a PDF.
    pub(crate) fn stream(&self) -> Option<Stream> {
        Some(untouched_png(&self.png)?.0)
    }

    /// Its width and its height on a sheet: as large as a place lets it.
    pub(crate) fn size(&self, widest: Length, tallest: Length) -> (Length, Length) {
        let (across, down) = (Length::points(i64::from(self.across)), Length::points(i64::from(self.down)));
        let whole = (widest, widest.of_same_shape(across, down));
        if whole.1 <= tallest { whole } else { (tallest.of_same_shape(down, across), tallest) }
    }
}
