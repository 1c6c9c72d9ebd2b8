//! What a photograph tells beside its picture (place, day, device, thumbnail), taken out without touching a pixel.
//!
//! A JPEG file is a row of segments; the picture needs the tables, the frame, the scans and the colour profile.
//! The way up is the one thing the picture needs of what is taken out: it is written back alone.

use documents::merge::orientation;

const SOI: [u8; 2] = [0xff, 0xd8];
const EOI: u8 = 0xd9;
const SCAN: u8 = 0xda;
const FIRST_OF_APPLICATIONS: u8 = 0xe0;
const LAST_OF_APPLICATIONS: u8 = 0xef;
const EXIF: u8 = 0xe1;
const PROFILE: u8 = 0xe2;
const ADOBE: u8 = 0xee;
const COMMENT: u8 = 0xfe;

/// The photograph without what it tells beside its picture; nothing when it is not read to its end.
pub(in crate::attachments) fn without_information(jpeg: &[u8]) -> Option<Vec<u8>> {
    let mut rest = jpeg.strip_prefix(&SOI)?;
    let mut kept = SOI.to_vec();
    let mut upright = None;
    loop {
        let (marker, after) = marker(rest)?;
        if marker == EOI {
            kept.extend([0xff, EOI]);
            return Some(turned(kept, upright));
        }
        let (segment, after) = segment(after)?;
        if marker == EXIF && upright.is_none() {
            upright = segment.get(2..).and_then(orientation);
        }
        if is_kept(marker, segment) {
            kept.extend([0xff, marker]);
            kept.extend(segment);
        }
        rest = after;
        if marker == SCAN {
            let (scan, after) = scan(rest);
            kept.extend(scan);
            rest = after;
        }
    }
}

fn is_kept(marker: u8, segment: &[u8]) -> bool {
    match marker {
        PROFILE => segment.get(2..).is_some_and(|inside| inside.starts_with(b"ICC_PROFILE\0")),
        FIRST_OF_APPLICATIONS | ADOBE => true,
        COMMENT => false,
        other => !(FIRST_OF_APPLICATIONS..=LAST_OF_APPLICATIONS).contains(&other),
    }
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

/// A segment with the two bytes of its length, and what follows.
fn segment(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let length = u16::from_be_bytes(*bytes.first_chunk()?);
    if length < 2 { None } else { bytes.split_at_checked(usize::from(length)) }
}

/// The picture up to the next marker that is not part of it.
fn scan(bytes: &[u8]) -> (&[u8], &[u8]) {
    let ends = |pair: &[u8]| matches!(pair, [0xff, second] if !matches!(*second, 0 | 0xd0..=0xd7 | 0xff));
    let end = bytes.windows(2).position(ends).unwrap_or(bytes.len());
    bytes.split_at_checked(end).unwrap_or((bytes, &[]))
}

/// Says which way up the picture is, in an Exif segment that says nothing else.
fn turned(mut jpeg: Vec<u8>, upright: Option<u8>) -> Vec<u8> {
    let Some(way) = upright.filter(|way| *way != 1) else { return jpeg };
    let inside: [&[u8]; 4] = [b"Exif\0\0MM\0*\0\0\0\x08\0\x01", &[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0], &[way], &[0; 6]];
    let inside = inside.concat();
    let length = u16::try_from(inside.len()).unwrap_or_default().saturating_add(2);
    let segment = [&[0xff, EXIF][..], &length.to_be_bytes(), &inside].concat();
    let place = SOI.len();
    jpeg.splice(place..place, segment);
    jpeg
}
