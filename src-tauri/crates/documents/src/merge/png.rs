//! A PNG picture, placed without loss.
//!
//! PDF reads the compressed lines of a PNG as they are (ISO 32000-1, 7.4.4.4, predictor 15): those without
//! transparency, one line after the other, are handed over unchanged. The others are read whole, their transparency
//! apart.

use std::io::Cursor;

use lopdf::{Dictionary, Object, Stream, StringFormat, dictionary};
use png::{BitDepth, ColorType, Decoder, Info, Transformations};

use super::picture::{Picture, place};
use super::written::{Written, compressed, reference};
use super::{Placed, Unplaced};

/// The most pixels that are read whole.
const MOST_READ: u64 = 64_000_000;
/// The most pixels of a picture.
const MOST: u64 = 400_000_000;

/// Writes a picture as a page.
pub(super) fn take(out: &mut Written, bytes: &[u8]) -> Result<Placed, Unplaced> {
    let mut decoder = Decoder::new_with_limits(Cursor::new(bytes), png::Limits { bytes: 256_000_000 });
    decoder.set_transformations(Transformations::IDENTITY);
    let mut reader = decoder.read_info().map_err(told)?;
    let info = reader.info();
    let picture = Picture { width: info.width, height: info.height, way_up: 1 };
    let pixels = u64::from(info.width).saturating_mul(u64::from(info.height));
    if pixels > MOST {
        return Err(Unplaced::TooLarge);
    }
    let image = match plain_space(info) {
        Some(space) => {
            let dict = plain(info, space);
            // Read line by line only to know that it is whole.
            while reader.next_row().map_err(told)?.is_some() {}
            let number = out.reserve();
            out.put_stream(number, &dict, &lines(bytes).ok_or(Unplaced::Broken)?);
            number
        }
        None if pixels > MOST_READ => return Err(Unplaced::TooLarge),
        None => seen_through(out, bytes)?,
    };
    Ok(place(out, &picture, image))
}

fn told(cause: png::DecodingError) -> Unplaced {
    match cause {
        png::DecodingError::IoError(_) => Unplaced::CutShort,
        png::DecodingError::Format(_) | png::DecodingError::Parameter(_) => Unplaced::Broken,
        png::DecodingError::LimitsExceeded => Unplaced::TooLarge,
    }
}

/// The colours of a picture whose lines PDF reads as they are; nothing for another.
fn plain_space(info: &Info<'_>) -> Option<Object> {
    if info.interlaced || info.trns.is_some() {
        return None;
    }
    match info.color_type {
        ColorType::Grayscale => Some("DeviceGray".into()),
        ColorType::Rgb => Some("DeviceRGB".into()),
        ColorType::Indexed => {
            let palette = info.palette.as_ref()?;
            let last = (palette.len() / 3).checked_sub(1)?;
            let palette = Object::String(palette.to_vec(), StringFormat::Hexadecimal);
            Some(vec!["Indexed".into(), "DeviceRGB".into(), i64::try_from(last).ok()?.into(), palette].into())
        }
        ColorType::GrayscaleAlpha | ColorType::Rgba => None,
    }
}

fn plain(info: &Info<'_>, space: Object) -> Dictionary {
    let bits: i64 = match info.bit_depth {
        BitDepth::One => 1,
        BitDepth::Two => 2,
        BitDepth::Four => 4,
        BitDepth::Eight => 8,
        BitDepth::Sixteen => 16,
    };
    let colours = if info.color_type == ColorType::Rgb { 3 } else { 1 };
    let lines = dictionary! {
        "Predictor" => 15,
        "Colors" => colours,
        "BitsPerComponent" => bits,
        "Columns" => i64::from(info.width),
    };
    let mut image = image((info.width, info.height), space, bits);
    image.set("Filter", "FlateDecode");
    image.set("DecodeParms", lines);
    image
}

fn image((width, height): (u32, u32), space: Object, bits: i64) -> Dictionary {
    dictionary! {
        "Type" => "XObject",
        "Subtype" => "Image",
        "Width" => i64::from(width),
        "Height" => i64::from(height),
        "ColorSpace" => space,
        "BitsPerComponent" => bits,
    }
}

/// The compressed lines of a picture: its `IDAT` chunks one after the other.
fn lines(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut rest = bytes.get(8..)?;
    let mut lines = Vec::new();
    loop {
        let length = usize::try_from(u32::from_be_bytes(*rest.first_chunk()?)).ok()?;
        let kind = rest.get(4..8)?;
        let end = length.checked_add(8)?;
        if kind == b"IEND" {
            return Some(lines);
        }
        if kind == b"IDAT" {
            lines.extend(rest.get(8..end)?);
        }
        rest = rest.get(end.checked_add(4)?..)?;
    }
}

/// A picture whose lines PDF reads as they are, as a stream, with its width and its height; nothing for another.
pub(crate) fn untouched(bytes: &[u8]) -> Option<(Stream, (u32, u32))> {
    let reader = Decoder::new(Cursor::new(bytes)).read_info().ok()?;
    let info = reader.info();
    let image = plain(info, plain_space(info)?);
    Some((Stream::new(image, lines(bytes)?), (info.width, info.height)))
}

/// Writes a picture read whole, its transparency as a mask.
fn seen_through(out: &mut Written, bytes: &[u8]) -> Result<u32, Unplaced> {
    let mut decoder = Decoder::new_with_limits(Cursor::new(bytes), png::Limits { bytes: 512_000_000 });
    decoder.set_transformations(Transformations::EXPAND | Transformations::STRIP_16);
    let mut reader = decoder.read_info().map_err(told)?;
    let mut pixels = vec![0; reader.output_buffer_size().ok_or(Unplaced::TooLarge)?];
    let frame = reader.next_frame(&mut pixels).map_err(told)?;
    pixels.truncate(frame.buffer_size());
    let size = (frame.width, frame.height);
    let (space, colours, clear): (_, usize, _) = match frame.color_type {
        ColorType::Grayscale => ("DeviceGray", 1, false),
        ColorType::GrayscaleAlpha => ("DeviceGray", 1, true),
        ColorType::Rgb => ("DeviceRGB", 3, false),
        ColorType::Rgba => ("DeviceRGB", 3, true),
        ColorType::Indexed => return Err(Unplaced::RarePicture),
    };
    let mut image_dict = image(size, space.into(), 8);
    if clear {
        let step = colours.saturating_add(1);
        let mask = pixels.chunks_exact(step).filter_map(|pixel| pixel.last().copied()).collect();
        pixels = pixels.chunks_exact(step).flat_map(|pixel| pixel.iter().take(colours).copied()).collect();
        let mask = compressed(image(size, "DeviceGray".into(), 8), mask);
        let mask = out.add(&Object::Stream(mask));
        image_dict.set("SMask", reference(mask));
    }
    Ok(out.add(&Object::Stream(compressed(image_dict, pixels))))
}
