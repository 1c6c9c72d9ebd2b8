//! The logo of an office, at the head of its papers.
//!
//! Whatever was chosen is kept in one form: a small [`Picture`].

use std::io::Cursor;

use image::codecs::png::PngEncoder;
use image::imageops::FilterType;
use thiserror::Error;

use crate::merge::opened_picture;
use crate::page::Length;
use crate::picture::Picture;

/// The most points of a side: those of its place on a sheet at 350 an inch.
const MOST_ACROSS: u32 = 470;
const MOST_DOWN: u32 = 210;
/// Its place on a sheet, at most.
const WIDEST: Length = Length::mm(3_400);
const TALLEST: Length = Length::mm(1_500);

/// The logo of an office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logo(Picture);

/// Why a picture is no logo.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum LogoRefused {
    /// It is no PNG and no JPEG, or it is broken.
    #[error("no picture that is read")]
    Unread,
}

impl Logo {
    /// Makes a logo of a picture as it was chosen, PNG or JPEG: what is transparent becomes white, what is larger than
    /// its place is reduced.
    pub fn chosen(bytes: &[u8]) -> Result<Self, LogoRefused> {
        let picture = opened_picture(bytes).ok_or(LogoRefused::Unread)?;
        let is_large = picture.width() > MOST_ACROSS || picture.height() > MOST_DOWN;
        let picture =
            if is_large { picture.resize(MOST_ACROSS, MOST_DOWN, FilterType::Lanczos3) } else { picture }.into_rgb8();
        let mut png = Vec::new();
        picture.write_with_encoder(PngEncoder::new(Cursor::new(&mut png))).map_err(|_| LogoRefused::Unread)?;
        Self::kept(png)
    }

    /// The logo as it was kept: the bytes of [`Logo::png`]. Errors: they are not.
    pub fn kept(png: Vec<u8>) -> Result<Self, LogoRefused> {
        Picture::read(png).map(Self).ok_or(LogoRefused::Unread)
    }

    /// It as a PNG file, to be kept and shown.
    #[must_use]
    pub fn png(&self) -> &[u8] {
        self.0.png()
    }

    /// It as a picture, with its width and its height on a sheet.
    pub(crate) fn placed(&self) -> (&Picture, (Length, Length)) {
        (&self.0, self.0.size(WIDEST, TALLEST))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{DynamicImage, ImageFormat, Rgba, RgbaImage};

    fn drawn(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
        let clear =
            RgbaImage::from_fn(width, height, |x, _| if x % 2 == 0 { Rgba([0; 4]) } else { Rgba([9, 80, 60, 255]) });
        let mut bytes = Vec::new();
        let picture = DynamicImage::from(clear);
        let picture = if format == ImageFormat::Jpeg { picture.into_rgb8().into() } else { picture };
        picture.write_to(&mut Cursor::new(&mut bytes), format).unwrap();
        bytes
    }

    #[test]
    fn a_chosen_picture_is_small_opaque_and_read_back() {
        for format in [ImageFormat::Png, ImageFormat::Jpeg] {
            let logo = Logo::chosen(&drawn(2_000, 500, format)).unwrap();
            assert_eq!(Logo::kept(logo.png().to_vec()).unwrap(), logo, "{format:?}");
            let dict = logo.0.stream().unwrap().dict;
            assert_eq!(
                ["Width", "Height"].map(|side| dict.get(side.as_bytes()).unwrap().as_i64().unwrap()),
                [470, 118]
            );
            assert_eq!(dict.get(b"ColorSpace").unwrap().as_name().unwrap(), b"DeviceRGB");
            assert!(!dict.has(b"SMask"));
        }
    }

    #[test]
    fn it_keeps_its_shape_in_its_place() {
        let size = |width, height| Logo::chosen(&drawn(width, height, ImageFormat::Png)).unwrap().placed().1;
        let (width, height) = size(400, 100);
        assert!(width == WIDEST && height < TALLEST, "{width} {height}");
        let (width, height) = size(100, 200);
        assert!(width < TALLEST && height == TALLEST, "{width} {height}");
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        let whole = drawn(60, 60, ImageFormat::Png);
        for bytes in [&b""[..], b"MZ", b"%PDF-1.7", &whole[..whole.len() / 2]] {
            assert_eq!(Logo::chosen(bytes), Err(LogoRefused::Unread));
        }
        assert_eq!(Logo::kept(whole[..20].to_vec()), Err(LogoRefused::Unread));
        assert_eq!(Logo::kept(whole), Err(LogoRefused::Unread), "transparent: never kept so");
    }
}
