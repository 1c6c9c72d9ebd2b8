//! Documents that are archives: DOCX and ODT, unfolded to the end without keeping anything.
//!
//! What an archive says of its own size is not believed: each part is unfolded and counted, and the whole is given
//! up once it passes what a document can be.

use std::io::{self, Cursor, Read};

use domain::attachment::ContentKind;
use zip::ZipArchive;
use zip::result::ZipError;

use crate::attachments::refusal::Unkept;

/// The most parts a document has.
const MOST_PARTS: usize = 5_000;
/// The most a document unfolds to, in bytes.
const MOST_UNFOLDED: u64 = 200_000_000;
/// Below this, in bytes, how much a document shrinks says nothing.
const SMALL: u64 = 10_000_000;
/// The most times larger a document unfolds to: the text of a long one shrinks some twenty times.
const MOST_TIMES: u64 = 100;
/// What is read of the parts that say what the document is.
const LONGEST_SIGN: u64 = 1_000_000;

/// What the parts say of the document.
#[derive(Default)]
struct Signs {
    word: bool,
    content_types: String,
    mimetype: String,
    macros: bool,
}

/// What an archive is, or why it is not kept.
pub(super) fn recognise(bytes: &[u8]) -> Result<ContentKind, Unkept> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|cause| unread(&cause))?;
    if archive.len() > MOST_PARTS {
        return Err(Unkept::Bomb);
    }
    let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    let mut room = MOST_UNFOLDED.min(length.saturating_mul(MOST_TIMES).max(SMALL));
    let mut signs = Signs::default();
    for place in 0..archive.len() {
        let mut part = archive.by_index(place).map_err(|cause| unread(&cause))?;
        let name = part.name().map_err(|cause| unread(&cause))?.to_lowercase();
        let read = signs.take(&name, &mut part, room)?;
        room = room.checked_sub(read).ok_or(Unkept::Bomb)?;
    }
    signs.verdict()
}

impl Signs {
    /// Unfolds a part and keeps what it says; gives its length, one more than the room when it passes it.
    fn take(&mut self, name: &str, part: &mut impl Read, room: u64) -> Result<u64, Unkept> {
        let mut part = part.take(room.saturating_add(1));
        self.word |= name == "word/document.xml";
        self.macros |= name.ends_with("vbaproject.bin") || name.starts_with("basic/") || name.starts_with("scripts/");
        let sign = match name {
            "[content_types].xml" => Some(&mut self.content_types),
            "mimetype" => Some(&mut self.mimetype),
            _ => None,
        };
        let mut read = 0;
        if let Some(sign) = sign {
            let mut bytes = Vec::new();
            read = counted((&mut part).take(LONGEST_SIGN).read_to_end(&mut bytes).map(u64::try_from))?;
            *sign = String::from_utf8_lossy(&bytes).into_owned();
        }
        let rest = io::copy(&mut part, &mut io::sink()).map_err(|_| Unkept::Broken)?;
        Ok(read.saturating_add(rest))
    }

    fn verdict(self) -> Result<ContentKind, Unkept> {
        let types = self.content_types.to_lowercase();
        let kind = if self.word && !types.is_empty() {
            ContentKind::Docx
        } else if self.mimetype.trim_end() == "application/vnd.oasis.opendocument.text" {
            ContentKind::Odt
        } else {
            return Err(Unkept::OtherArchive);
        };
        if self.macros || types.contains("macroenabled") { Err(Unkept::Macros) } else { Ok(kind) }
    }
}

fn counted<E>(read: io::Result<Result<u64, E>>) -> Result<u64, Unkept> {
    read.ok().and_then(Result::ok).ok_or(Unkept::Broken)
}

fn unread(cause: &ZipError) -> Unkept {
    if let ZipError::UnsupportedArchive(why) = cause
        && *why == ZipError::PASSWORD_REQUIRED
    {
        return Unkept::Password;
    }
    Unkept::Broken
}
