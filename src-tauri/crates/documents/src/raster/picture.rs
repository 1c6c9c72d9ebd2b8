//! A photograph as a picture of our own making, the right way up.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat};

use super::{PageSize, Pages, RasterError};
use crate::merge::opened_picture;

/// How wide and high a photograph is, the right way up. Errors: [`RasterError::Unreadable`].
pub fn picture_size(bytes: &[u8]) -> Result<PageSize, RasterError> {
    let picture = opened(bytes)?;
    Ok(PageSize { width: picture.width(), height: picture.height() })
}

/// A photograph as PNG, so many pixels wide at the most. Errors: [`RasterError::Unreadable`], [`RasterError::Size`],
/// [`RasterError::Picture`].
pub fn picture_png(bytes: &[u8], width: u32) -> Result<Vec<u8>, RasterError> {
    if width == 0 || width > Pages::MAX_WIDTH {
        return Err(RasterError::Size);
    }
    let picture = opened(bytes)?;
    let picture = if picture.width() > width { picture.thumbnail(width, Pages::MAX_HEIGHT) } else { picture };
    let mut png = Cursor::new(Vec::new());
    picture.write_to(&mut png, ImageFormat::Png).map_err(|_| RasterError::Picture)?;
    Ok(png.into_inner())
}

fn opened(bytes: &[u8]) -> Result<DynamicImage, RasterError> {
    opened_picture(bytes).ok_or(RasterError::Unreadable)
}
