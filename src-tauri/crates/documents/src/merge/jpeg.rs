//! A JPEG photograph or scan, placed without touching a byte of it (ISO 32000-1, 7.4.8).
//!
//! Read here: its size, its colours and which way up it is, marker by marker to its last one, so that a scan that was
//! cut short is told rather than shown half grey.

use lopdf::{Dictionary, Object, dictionary};

use super::Placed;
use super::Unplaced;
use super::picture::{Picture, place};
use super::segments::{ADOBE, EOI, EXIF, SCAN, SOI, marker, orientation, scan, segment};
use super::written::Written;

/// What is told of a photograph before its picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Frame {
    pub(super) width: u16,
    pub(super) height: u16,
    /// How many colours: 1, 3 or 4.
    pub(super) colours: u8,
    pub(super) way_up: u8,
    /// Whether it was written the way of Adobe, where ink is counted backwards.
    pub(super) is_adobe: bool,
}

/// Writes a photograph as a page.
pub(super) fn take(out: &mut Written, bytes: &[u8]) -> Result<Placed, Unplaced> {
    let frame = frame(bytes)?;
    let number = out.reserve();
    out.put_stream(number, &image(&frame), bytes);
    let (width, height) = (u32::from(frame.width), u32::from(frame.height));
    Ok(place(out, &Picture { width, height, way_up: frame.way_up }, number))
}

/// What the image of a photograph says of it.
fn image(frame: &Frame) -> Dictionary {
    let space = match frame.colours {
        1 => "DeviceGray",
        4 => "DeviceCMYK",
        _ => "DeviceRGB",
    };
    let mut image = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Image",
        "Width" => i64::from(frame.width),
        "Height" => i64::from(frame.height),
        "ColorSpace" => space,
        "BitsPerComponent" => 8,
        "Filter" => "DCTDecode",
    };
    if frame.colours == 4 && frame.is_adobe {
        let backwards: Vec<Object> = [1, 0, 1, 0, 1, 0, 1, 0].map(Object::Integer).to_vec();
        image.set("Decode", backwards);
    }
    image
}

/// Reads a photograph to its end. Errors: cut short, or of a kind PDF cannot show.
pub(super) fn frame(bytes: &[u8]) -> Result<Frame, Unplaced> {
    let mut rest = bytes.strip_prefix(&SOI).ok_or(Unplaced::Broken)?;
    let mut frame: Option<Frame> = None;
    let (mut way_up, mut is_adobe) = (None, false);
    loop {
        let (marker, after) = marker(rest).ok_or(Unplaced::CutShort)?;
        if marker == EOI {
            break;
        }
        let (segment, after) = segment(after).ok_or(Unplaced::CutShort)?;
        let segment = segment.get(2..).unwrap_or_default();
        match marker {
            0xc0..=0xc2 => frame = Some(sizes(segment)?),
            0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => return Err(Unplaced::RarePicture),
            EXIF if way_up.is_none() => way_up = orientation(segment),
            ADOBE => is_adobe |= segment.starts_with(b"Adobe"),
            _ => {}
        }
        rest = if marker == SCAN { scan(after).1 } else { after };
    }
    let frame = frame.ok_or(Unplaced::Broken)?;
    Ok(Frame { way_up: way_up.unwrap_or(1), is_adobe, ..frame })
}

fn sizes(segment: &[u8]) -> Result<Frame, Unplaced> {
    let &[depth, tall, high, wide, low, colours, ..] = segment else { return Err(Unplaced::Broken) };
    let (height, width) = (u16::from_be_bytes([tall, high]), u16::from_be_bytes([wide, low]));
    if depth != 8 || !matches!(colours, 1 | 3 | 4) {
        return Err(Unplaced::RarePicture);
    }
    if width == 0 || height == 0 {
        return Err(Unplaced::Broken);
    }
    Ok(Frame { width, height, colours, way_up: 1, is_adobe: false })
}
