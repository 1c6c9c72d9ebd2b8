//! What a photograph tells beside its picture (place, day, device, thumbnail), taken out without touching a pixel.
//!
//! A JPEG file is a row of segments; the picture needs the tables, the frame, the scans and the colour profile.
//! The way up is the one thing the picture needs of what is taken out: it is written back alone.

use documents::merge::segments::{ADOBE, EOI, EXIF, SCAN, SOI, marker, orientation, scan, segment};

const FIRST_OF_APPLICATIONS: u8 = 0xe0;
const LAST_OF_APPLICATIONS: u8 = 0xef;
const PROFILE: u8 = 0xe2;
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
