//! The pages of a file as a screen reader reads them.

use documents::raster::{Pages, RasterError};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A page as a screen reader reads it, with its size in points.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PaperPageText {
    /// Its text in the order of reading.
    pub text: String,
    /// Its width in points.
    pub width: u32,
    /// Its height in points.
    pub height: u32,
}

/// Each page of a file as a screen reader reads it.
pub fn page_texts(pages: &Pages) -> Result<Vec<PaperPageText>, RasterError> {
    let page = |place| {
        let size = pages.size(place)?;
        Ok(PaperPageText { text: pages.text(place)?, width: size.width, height: size.height })
    };
    (0..pages.count()).map(page).collect()
}
