//! What a file holds, told by its bytes: its name is never believed.
//!
//! Kinds that are kept are inert here: none is run, and what the window shows of them is drawn in Rust or is a plain
//! picture. What can carry instructions (macros, scripts, pages of the web) is refused.

mod archive;
mod photo;

use domain::attachment::ContentKind;

use super::refusal::Unkept;
use super::text;

pub(super) use photo::without_information;

/// The first bytes of what is known and not kept.
const REFUSED: &[(&[u8], Unkept)] = &[
    (b"MZ", Unkept::Program),
    (b"\x7fELF", Unkept::Program),
    (b"\xfe\xed\xfa", Unkept::Program),
    (b"\xcf\xfa\xed\xfe", Unkept::Program),
    (b"\xce\xfa\xed\xfe", Unkept::Program),
    (b"\xca\xfe\xba\xbe", Unkept::Program),
    (b"#!", Unkept::Program),
    (b"L\0\0\0\x01\x14\x02\0", Unkept::Program),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Unkept::OldOffice),
    (b"{\\rtf", Unkept::Rtf),
    (b"GIF8", Unkept::OtherPicture),
    (b"BM", Unkept::OtherPicture),
    (b"II*\0", Unkept::OtherPicture),
    (b"MM\0*", Unkept::OtherPicture),
    (b"RIFF", Unkept::OtherPicture),
    (b"Rar!", Unkept::OtherArchive),
    (b"7z\xbc\xaf\x27\x1c", Unkept::OtherArchive),
    (b"\x1f\x8b", Unkept::OtherArchive),
];

/// What the bytes are, or why they are not kept.
pub(super) fn recognise(bytes: &[u8]) -> Result<ContentKind, Unkept> {
    if bytes.is_empty() {
        return Err(Unkept::Empty);
    }
    if bytes.starts_with(b"\xff\xd8\xff") {
        return Ok(ContentKind::Jpeg);
    }
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return if bytes.get(12..16) == Some(b"IHDR") { Ok(ContentKind::Png) } else { Err(Unkept::Broken) };
    }
    if bytes.starts_with(b"PK") {
        return archive::recognise(bytes);
    }
    if text_start(bytes).starts_with(b"%PDF-") {
        return Ok(ContentKind::Pdf);
    }
    // A photograph of a telephone: HEIC, AVIF.
    if bytes.get(4..8) == Some(b"ftyp") {
        return Err(Unkept::OtherPicture);
    }
    let is_text = text_of(bytes).is_some();
    let refused = REFUSED.iter().find(|(start, _)| bytes.starts_with(start));
    match refused {
        // « BMW » and « MZ » may begin a letter.
        Some((b"BM" | b"MZ" | b"RIFF", _)) if is_text => Ok(ContentKind::Text),
        Some((_, why)) => Err(why.clone()),
        // An export of a bank is a text that nothing runs.
        None if text_start(bytes).starts_with(b"<") && is_text && text::is_statement(bytes) => Ok(ContentKind::Text),
        None if text_start(bytes).starts_with(b"<") => Err(Unkept::Markup),
        None if is_text => Ok(ContentKind::Text),
        None => Err(Unkept::Unknown),
    }
}

/// The text of a file: UTF-8, or the Windows-1252 of older programs. Nothing when it is no text.
pub(super) fn text_of(bytes: &[u8]) -> Option<String> {
    let is_plain = |sign: char| !sign.is_control() || matches!(sign, '\t' | '\n' | '\r' | '\u{c}');
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.trim_start_matches('\u{feff}').to_owned(),
        Err(_) => bytes.iter().map(|byte| windows_1252(*byte)).collect::<Option<String>>()?,
    };
    text.chars().all(is_plain).then_some(text)
}

/// The bytes past a byte order mark and blanks.
fn text_start(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start()
}

/// The sign of a byte in Windows-1252; five bytes have none.
fn windows_1252(byte: u8) -> Option<char> {
    const HIGH: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
    let place = byte.checked_sub(0x80).filter(|place| *place < 32);
    let sign = place.map_or(Some(char::from(byte)), |place| HIGH.chars().nth(usize::from(place)));
    sign.filter(|sign| place.is_none() || !sign.is_control())
}

#[cfg(test)]
mod tests;
