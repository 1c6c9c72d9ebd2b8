//! Pictures made smaller, for a file that has to go by e-mail. Only ever done when it is asked.
//!
//! A picture is brought to what a sheet needs at 150 points an inch and written again as a photograph; one that would not
//! become smaller stays as it is.

use std::io::Cursor;

use image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image::codecs::png::PngDecoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, Limits};
use lopdf::{Dictionary, Document, Object};

use super::jpeg::{Frame, frame};

/// The longer side: a sheet at 150 points an inch.
const LONGEST: u32 = 1_754;
/// The quality of a photograph that is written again, of a hundred.
const QUALITY: u8 = 70;
/// The most bytes a picture may take once it is read.
const MOST_READ: u64 = 256_000_000;

/// A photograph made smaller, the way up it is read; nothing when it stays as it is.
pub(super) fn photograph(bytes: &[u8], frame: Frame) -> Option<Vec<u8>> {
    let mut picture = opened(JpegDecoder::new(Cursor::new(bytes)).ok().filter(|_| frame.colours != 4)?)?;
    picture.apply_orientation(Orientation::from_exif(frame.way_up).unwrap_or(Orientation::NoTransforms));
    shorter(picture, bytes.len())
}

/// A picture of another kind as a photograph; nothing when it stays as it is.
pub(super) fn picture(bytes: &[u8]) -> Option<Vec<u8>> {
    let picture = opened(PngDecoder::new(Cursor::new(bytes)).ok()?)?;
    let on_paper = if picture.color().has_alpha() { over_white(picture) } else { picture };
    shorter(on_paper, bytes.len())
}

/// Makes the photographs of a file smaller where they are.
pub(super) fn pictures(file: &mut Document) {
    for object in file.objects.values_mut() {
        let Object::Stream(stream) = object else { continue };
        if !is_photograph(&stream.dict) {
            continue;
        }
        let Ok(before) = frame(&stream.content) else { continue };
        // A picture of a PDF is turned by the page, whatever the camera wrote in it.
        let smaller = photograph(&stream.content, Frame { way_up: 1, ..before });
        let Some((smaller, after)) = smaller.and_then(|bytes| frame(&bytes).ok().map(|after| (bytes, after))) else {
            continue;
        };
        if after.colours == before.colours {
            stream.dict.remove(b"DecodeParms");
            stream.dict.set("Width", i64::from(after.width));
            stream.dict.set("Height", i64::from(after.height));
            stream.set_content(smaller);
        }
    }
}

fn is_photograph(dict: &Dictionary) -> bool {
    let is = |key: &[u8], value: &[u8]| dict.get(key).and_then(Object::as_name).is_ok_and(|name| name == value);
    is(b"Subtype", b"Image") && is(b"Filter", b"DCTDecode") && !dict.has(b"Mask")
}

fn opened(mut decoder: impl ImageDecoder) -> Option<DynamicImage> {
    if decoder.total_bytes() > MOST_READ {
        return None;
    }
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_READ.saturating_mul(2));
    decoder.set_limits(limits).ok()?;
    DynamicImage::from_decoder(decoder).ok()
}

fn over_white(picture: DynamicImage) -> DynamicImage {
    let picture = picture.into_rgba8();
    let mut paper = image::RgbaImage::from_pixel(picture.width(), picture.height(), image::Rgba([255; 4]));
    image::imageops::overlay(&mut paper, &picture, 0, 0);
    paper.into()
}

/// The picture at the size of a sheet, when it has fewer bytes than this.
fn shorter(picture: DynamicImage, than: usize) -> Option<Vec<u8>> {
    let is_large = picture.width().max(picture.height()) > LONGEST;
    let picture = if is_large { picture.thumbnail(LONGEST, LONGEST) } else { picture };
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, QUALITY);
    let written = match picture.color().has_color() {
        true => encoder.encode_image(&picture.into_rgb8()),
        false => encoder.encode_image(&picture.into_luma8()),
    };
    written.ok()?;
    (bytes.len() < than).then_some(bytes)
}
