//! The row of segments that a JPEG file is: what whoever places it and whoever takes things out of it both walk along.

/// How a JPEG file begins.
pub const SOI: [u8; 2] = [0xff, 0xd8];
/// The marker of its end.
pub const EOI: u8 = 0xd9;
/// The marker the picture follows.
pub const SCAN: u8 = 0xda;
/// The marker of what a camera tells.
pub const EXIF: u8 = 0xe1;
/// The marker of what Adobe's programs tell of the colours.
pub const ADOBE: u8 = 0xee;

/// The next marker, past its filling, and what follows.
#[must_use]
pub fn marker(bytes: &[u8]) -> Option<(u8, &[u8])> {
    let mut rest = bytes.strip_prefix(&[0xff])?;
    while let Some(after) = rest.strip_prefix(&[0xff]) {
        rest = after;
    }
    let (marker, after) = rest.split_first()?;
    (*marker != 0).then_some((*marker, after))
}

/// A segment with the two bytes of its length, and what follows.
#[must_use]
pub fn segment(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let length = u16::from_be_bytes(*bytes.first_chunk()?);
    if length < 2 { None } else { bytes.split_at_checked(usize::from(length)) }
}

/// The picture up to the next marker that is not part of it; nothing follows a picture cut short.
#[must_use]
pub fn scan(bytes: &[u8]) -> (&[u8], &[u8]) {
    let ends = |pair: &[u8]| matches!(pair, [0xff, second] if !matches!(*second, 0 | 0xd0..=0xd7 | 0xff));
    let end = bytes.windows(2).position(ends).unwrap_or(bytes.len());
    bytes.split_at_checked(end).unwrap_or((bytes, &[]))
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
