//! Pages as pictures and as text, for the preview and for the screen reader.
//!
//! Drawn in Rust by hayro, so that the window shows the very file that is saved or
//! printed. Sizes are bounded before anything is drawn.

mod picture;
mod reading;

use std::sync::Arc;

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_interpret::hayro_syntax::Pdf;
use hayro::hayro_interpret::hayro_syntax::page::Page;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};
use serde::{Deserialize, Serialize};
use thiserror::Error;

pub use picture::{picture_png, picture_size};

/// The pages of a PDF file.
pub struct Pages {
    file: Pdf,
}

/// Width and height of a page, in whole points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageSize {
    /// Width.
    pub width: u32,
    /// Height.
    pub height: u32,
}

/// Why a page could not be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
pub enum RasterError {
    /// The bytes are not a PDF file that can be read.
    #[error("not a readable PDF file")]
    Unreadable,
    /// There is no page of that number.
    #[error("no such page")]
    NoSuchPage,
    /// The wanted picture is empty, wider than [`Pages::MAX_WIDTH`] or higher than [`Pages::MAX_HEIGHT`].
    #[error("picture too large or empty")]
    Size,
    /// The picture could not be written as PNG.
    #[error("picture not written")]
    Picture,
}

impl Pages {
    /// The widest picture, in pixels.
    pub const MAX_WIDTH: u32 = 2_400;
    /// The highest picture, in pixels.
    pub const MAX_HEIGHT: u32 = 8_000;

    /// Reads a file. Errors: [`RasterError::Unreadable`].
    pub fn read(bytes: impl Into<Arc<Vec<u8>>>) -> Result<Self, RasterError> {
        let file = Pdf::new(bytes.into()).map_err(|_| RasterError::Unreadable)?;
        if file.pages().is_empty() { Err(RasterError::Unreadable) } else { Ok(Self { file }) }
    }

    /// How many pages there are, at least one.
    #[must_use]
    pub fn count(&self) -> usize {
        self.file.pages().len()
    }

    /// The size of a page, the first being 0. Errors: [`RasterError::NoSuchPage`].
    pub fn size(&self, page: usize) -> Result<PageSize, RasterError> {
        let (width, height) = self.page(page)?.render_dimensions();
        Ok(PageSize { width: whole(width), height: whole(height) })
    }

    /// A page as PNG, so many pixels wide. Errors: all but [`RasterError::Unreadable`].
    pub fn png(&self, page: usize, width: u32) -> Result<Vec<u8>, RasterError> {
        let page = self.page(page)?;
        let scale = scale(page.render_dimensions(), width)?;
        let settings = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
        let pixmap = render(
            page,
            &RenderCache::new(),
            &InterpreterSettings::default(),
            &RenderSettings { hinting: false, ..RenderSettings::default() },
            &settings,
        );
        pixmap.into_png().map_err(|_| RasterError::Picture)
    }

    /// The text of a page in the order it is read, one line of the paper a line. Errors: [`RasterError::NoSuchPage`].
    pub fn text(&self, page: usize) -> Result<String, RasterError> {
        Ok(reading::text(self.page(page)?))
    }

    fn page(&self, number: usize) -> Result<&Page<'_>, RasterError> {
        self.file.pages().get(number).ok_or(RasterError::NoSuchPage)
    }
}

/// How many pixels a point takes for a picture of this width, within the bounds.
#[expect(clippy::float_arithmetic, reason = "hayro measures pages in floats")]
fn scale((page_width, page_height): (f32, f32), width: u32) -> Result<f32, RasterError> {
    let wanted = u16::try_from(width).map_err(|_| RasterError::Size)?;
    if width == 0 || width > Pages::MAX_WIDTH || !(page_width >= 1.0 && page_height >= 1.0) {
        return Err(RasterError::Size);
    }
    // A little over the exact scale, as hayro drops the fraction of a pixel.
    let scale = (f32::from(wanted) + 0.01) / page_width;
    if whole(page_height * scale) > Pages::MAX_HEIGHT {
        return Err(RasterError::Size);
    }
    Ok(scale)
}

/// A measure without its fraction, nothing when it is beyond sense.
fn whole(measure: f32) -> u32 {
    format!("{measure:.0}").parse().unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_a_pdf_is_refused() {
        for bytes in [&b""[..], b"%PDF-1.7", b"<script>", &[0; 4096]] {
            assert!(matches!(Pages::read(bytes.to_vec()), Err(RasterError::Unreadable)));
        }
    }

    #[test]
    fn a_picture_has_bounds() {
        let a4 = (595.0, 842.0);
        assert!(scale(a4, Pages::MAX_WIDTH).is_ok());
        for width in [0, Pages::MAX_WIDTH + 1, u32::MAX] {
            assert_eq!(scale(a4, width), Err(RasterError::Size));
        }
        assert_eq!(scale((10.0, 100_000.0), 100), Err(RasterError::Size), "a ribbon would be too high");
        assert_eq!(scale((0.0, f32::NAN), 100), Err(RasterError::Size));
    }
}
