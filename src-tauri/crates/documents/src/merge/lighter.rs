//! Pictures made smaller, for a file that has to go by e-mail. Only ever done when it is asked.
//!
//! A picture is brought to what a sheet needs at so many points an inch and written again as a photograph; one that would
//! not become smaller stays as it is. At 150 points an inch nothing is lost to the eye; each further step is taken only for
//! a mailbox that takes no more, and the last still reads.

use std::io::Cursor;

use image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image::codecs::png::PngDecoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, Limits};
use lopdf::{Dictionary, Document, Object};

use super::jpeg::{Frame, frame};

/// How far pictures are brought down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Reduction {
    /// Points an inch on a sheet.
    dots: u32,
    /// The quality of a photograph that is written again, of a hundred.
    quality: u8,
}

impl Reduction {
    /// What e-mail asks for in any case.
    pub(crate) const FIRST: Self = Self { dots: 150, quality: 70 };
    /// The steps after it, one smaller than the other.
    const FURTHER: [Self; 3] =
        [Self { dots: 125, quality: 60 }, Self { dots: 100, quality: 50 }, Self { dots: 85, quality: 40 }];

    /// The next step; nothing after the last one.
    pub(crate) fn further(self) -> Option<Self> {
        Self::FURTHER.into_iter().find(|step| step.dots < self.dots)
    }

    /// Points an inch.
    pub(crate) fn dots(self) -> u32 {
        self.dots
    }

    /// The longer side of a sheet, 11,69 inches, in points.
    fn longest(self) -> u32 {
        self.dots.saturating_mul(1_169).div_ceil(100)
    }
}

/// The most bytes a picture may take once it is read.
const MOST_READ: u64 = 256_000_000;

/// A photograph made smaller, the way up it is read; nothing when it stays as it is.
pub(super) fn photograph(bytes: &[u8], frame: Frame, to: Reduction) -> Option<Vec<u8>> {
    shorter(turned(bytes, frame)?, to, bytes.len())
}

/// A picture of another kind as a photograph; nothing when it stays as it is.
pub(super) fn picture(bytes: &[u8], to: Reduction) -> Option<Vec<u8>> {
    shorter(on_paper(bytes)?, to, bytes.len())
}

/// A PNG or a JPEG, read whole: the right way up, on white where one sees through it. Nothing for what is neither.
pub(crate) fn opened_picture(bytes: &[u8]) -> Option<DynamicImage> {
    let Ok(frame) = frame(bytes) else { return on_paper(bytes) };
    turned(bytes, frame)
}

fn on_paper(bytes: &[u8]) -> Option<DynamicImage> {
    let picture = opened(PngDecoder::new(Cursor::new(bytes)).ok()?)?;
    Some(if picture.color().has_alpha() { over_white(picture) } else { picture })
}

/// A photograph as it was held; nothing for one in four colours.
fn turned(bytes: &[u8], frame: Frame) -> Option<DynamicImage> {
    let mut picture = opened(JpegDecoder::new(Cursor::new(bytes)).ok().filter(|_| frame.colours != 4)?)?;
    picture.apply_orientation(Orientation::from_exif(frame.way_up).unwrap_or(Orientation::NoTransforms));
    Some(picture)
}

/// Makes the photographs of a file smaller where they are.
pub(super) fn pictures(file: &mut Document, to: Reduction) {
    for object in file.objects.values_mut() {
        let Object::Stream(stream) = object else { continue };
        if !is_photograph(&stream.dict) {
            continue;
        }
        let Ok(before) = frame(&stream.content) else { continue };
        // A picture of a PDF is turned by the page, whatever the camera wrote in it.
        let smaller = photograph(&stream.content, Frame { way_up: 1, ..before }, to);
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
fn shorter(picture: DynamicImage, to: Reduction, than: usize) -> Option<Vec<u8>> {
    let longest = to.longest();
    let is_large = picture.width().max(picture.height()) > longest;
    let picture = if is_large { picture.thumbnail(longest, longest) } else { picture };
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, to.quality);
    let written = match picture.color().has_color() {
        true => encoder.encode_image(&picture.into_rgb8()),
        false => encoder.encode_image(&picture.into_luma8()),
    };
    written.ok()?;
    (bytes.len() < than).then_some(bytes)
}
