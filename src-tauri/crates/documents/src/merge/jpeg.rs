//! A JPEG photograph or scan, placed without touching a byte of it (ISO 32000-1, 7.4.8).
//!
//! Read here: its size, its colours and which way up it is, marker by marker to its last one, so that a scan that was
//! cut short is told rather than shown half grey.

use lopdf::{Dictionary, Object, dictionary};

use super::Placed;
use super::Unplaced;
use super::picture::{Picture, place};
use super::written::Written;

const EOI: u8 = 0xd9;
const SCAN: u8 = 0xda;
const EXIF: u8 = 0xe1;
const ADOBE: u8 = 0xee;

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
    let mut rest = bytes.strip_prefix(&[0xff, 0xd8]).ok_or(Unplaced::Broken)?;
    let mut frame: Option<Frame> = None;
    let (mut way_up, mut is_adobe) = (None, false);
    loop {
        let (marker, after) = marker(rest).ok_or(Unplaced::CutShort)?;
        if marker == EOI {
            break;
        }
        let (segment, after) = segment(after).ok_or(Unplaced::CutShort)?;
        match marker {
            0xc0..=0xc2 => frame = Some(sizes(segment)?),
            0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => return Err(Unplaced::RarePicture),
            EXIF if way_up.is_none() => way_up = orientation(segment),
            ADOBE => is_adobe |= segment.starts_with(b"Adobe"),
            _ => {}
        }
        rest = if marker == SCAN { scanned(after).ok_or(Unplaced::CutShort)? } else { after };
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

/// The next marker, past its filling, and what follows.
fn marker(bytes: &[u8]) -> Option<(u8, &[u8])> {
    let mut rest = bytes.strip_prefix(&[0xff])?;
    while let Some(after) = rest.strip_prefix(&[0xff]) {
        rest = after;
    }
    let (marker, after) = rest.split_first()?;
    (*marker != 0).then_some((*marker, after))
}

/// What a segment holds, and what follows it.
fn segment(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let length = usize::from(u16::from_be_bytes(*bytes.first_chunk()?));
    let (segment, after) = bytes.split_at_checked(length)?;
    Some((segment.get(2..)?, after))
}

/// What follows the picture: its next marker that is not part of it.
fn scanned(bytes: &[u8]) -> Option<&[u8]> {
    let mut from = 0_usize;
    loop {
        let found = bytes.get(from..)?.iter().position(|byte| *byte == 0xff)?;
        let at = from.checked_add(found)?;
        match bytes.get(at.checked_add(1)?)? {
            0 | 0xd0..=0xd7 => from = at.checked_add(2)?,
            0xff => from = at.checked_add(1)?,
            _ => return bytes.get(at..),
        }
    }
}

/// Which way up a photograph is, 1 to 8, as its Exif segment says in the words of Exif 2.32 (tag 0x0112 of its first
/// directory).
#[must_use]
pub fn orientation(exif: &[u8]) -> Option<u8> {
    let tiff = exif.strip_prefix(b"Exif\0\0")?;
    let big = match tiff.get(..4)? {
        b"MM\0*" => true,
        b"II*\0" => false,
        _ => return None,
    };
    let short = |at: usize| {
        let bytes = *tiff.get(at..)?.first_chunk()?;
        Some(if big { u16::from_be_bytes(bytes) } else { u16::from_le_bytes(bytes) })
    };
    let first = *tiff.get(4..)?.first_chunk()?;
    let first = usize::try_from(if big { u32::from_be_bytes(first) } else { u32::from_le_bytes(first) }).ok()?;
    let entries = first.checked_add(2)?;
    let found = (0..usize::from(short(first)?)).find_map(|entry| {
        let at = entry.checked_mul(12).and_then(|at| at.checked_add(entries))?;
        (short(at)? == 0x0112).then(|| at.checked_add(8).and_then(short))?
    });
    found.and_then(|way| u8::try_from(way).ok()).filter(|way| (1..=8).contains(way))
}
