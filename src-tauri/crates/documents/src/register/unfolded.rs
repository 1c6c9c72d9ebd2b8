//! What an archive is, once all of it was unfolded and counted.

use std::io::{self, Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::RegisterError;
use super::limits::{MOST_PARTS, MOST_UNFOLDED};

/// What an archive is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Xlsx,
    Ods,
}

/// What its parts say of it.
pub(super) struct Signs {
    pub(super) kind: Kind,
    pub(super) macros: bool,
}

/// What is read of the parts that say what the file is.
const LONGEST_SIGN: u64 = 1_000_000;

/// Counts what an archive unfolds to, what it says of itself first: a small one that says it is immense is refused
/// before anything of it is unfolded, and one that lies is cut off where it passes the limit.
pub(super) fn signs(bytes: &[u8]) -> Result<Signs, RegisterError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|cause| unread(&cause))?;
    if archive.len() > MOST_PARTS || archive.decompressed_size().is_some_and(|size| size > u128::from(MOST_UNFOLDED)) {
        return Err(RegisterError::Bomb);
    }
    let (mut workbook, mut macros, mut mimetype, mut manifest) = (false, false, String::new(), String::new());
    let mut room = MOST_UNFOLDED;
    for place in 0..archive.len() {
        let part = archive.by_index(place).map_err(|cause| unread(&cause))?;
        let name = part.name().map_err(|cause| unread(&cause))?.to_lowercase();
        workbook |= name == "xl/workbook.xml";
        macros |= name.ends_with("vbaproject.bin") || name.starts_with("basic/") || name.starts_with("scripts/");
        let sign = match name.as_str() {
            "mimetype" => Some(&mut mimetype),
            "meta-inf/manifest.xml" => Some(&mut manifest),
            _ => None,
        };
        let mut part = part.take(room.saturating_add(1));
        let mut read = 0_u64;
        if let Some(sign) = sign {
            let mut begun = Vec::new();
            let count = (&mut part).take(LONGEST_SIGN).read_to_end(&mut begun).map_err(|_| RegisterError::Damaged)?;
            read = u64::try_from(count).unwrap_or(u64::MAX);
            *sign = String::from_utf8_lossy(&begun).into_owned();
        }
        let rest = io::copy(&mut part, &mut io::sink()).map_err(|_| RegisterError::Damaged)?;
        room = room.checked_sub(read.saturating_add(rest)).ok_or(RegisterError::Bomb)?;
    }
    if workbook {
        return Ok(Signs { kind: Kind::Xlsx, macros });
    }
    if !mimetype.trim_end().starts_with("application/vnd.oasis.opendocument.spreadsheet") {
        return Err(RegisterError::NotATable);
    }
    if manifest.contains("encryption-data") {
        return Err(RegisterError::Password);
    }
    Ok(Signs { kind: Kind::Ods, macros })
}

fn unread(cause: &ZipError) -> RegisterError {
    if let ZipError::UnsupportedArchive(why) = cause
        && *why == ZipError::PASSWORD_REQUIRED
    {
        return RegisterError::Password;
    }
    RegisterError::Damaged
}
