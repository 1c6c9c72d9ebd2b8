//! Reading a file someone chose: once, whole, within bounds.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use domain::line::Line;

use super::refusal::{LARGEST, Unkept};

/// The bytes of a chosen file, or why it is not kept.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Unkept> {
    // Looked at before it is opened: opening a pipe would wait for ever.
    let known = fs::metadata(path).map_err(|cause| unread(&cause))?;
    if !known.is_file() {
        return Err(Unkept::NotAFile);
    }
    if known.len() > LARGEST {
        return Err(Unkept::TooLarge(known.len()));
    }
    let file = File::open(path).map_err(|cause| unread(&cause))?;
    whole(file, known.len())
}

/// What a file of so many bytes holds.
fn whole(file: impl Read, length: u64) -> Result<Vec<u8>, Unkept> {
    let mut bytes = Vec::new();
    file.take(LARGEST.saturating_add(1)).read_to_end(&mut bytes).map_err(|cause| unread(&cause))?;
    match u64::try_from(bytes.len()) {
        Ok(0) if length == 0 => Err(Unkept::Empty),
        Ok(read) if read == length => Ok(bytes),
        Ok(_) | Err(_) => Err(Unkept::Changed),
    }
}

/// The name a file is shown by: what is invisible in it taken out, never more than a line holds.
pub(crate) fn name_of(path: &Path) -> Line {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let short: String = name.chars().take(Line::LIMIT).collect();
    let line = Line::read(&short).unwrap_or_default();
    if line.is_empty() { Line::read("Fichier sans nom").unwrap_or_default() } else { line }
}

fn unread(cause: &io::Error) -> Unkept {
    /// What Windows answers when another program holds the file, or a part of it.
    const SHARED: [i32; 2] = [32, 33];
    let held = cfg!(windows) && cause.raw_os_error().is_some_and(|code| SHARED.contains(&code));
    let is = |kinds: &[io::ErrorKind]| kinds.contains(&cause.kind());
    if held || is(&[io::ErrorKind::PermissionDenied, io::ErrorKind::ResourceBusy]) {
        Unkept::Held
    } else if is(&[io::ErrorKind::NotFound, io::ErrorKind::NotADirectory]) {
        Unkept::Gone
    } else if is(&[io::ErrorKind::IsADirectory]) {
        Unkept::NotAFile
    } else {
        Unkept::CutShort
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file that gives some bytes, then what a disk answers.
    struct Failing(&'static [u8], io::ErrorKind);

    impl Read for Failing {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            match self.0.read(buffer) {
                Ok(0) => Err(self.1.into()),
                read => read,
            }
        }
    }

    #[test]
    fn a_file_that_stops_half_way_is_never_half_read() {
        let check = |answer, expected| assert_eq!(whole(Failing(b"%PDF-1.7", answer), 20), Err(expected));
        check(io::ErrorKind::NotFound, Unkept::Gone);
        check(io::ErrorKind::PermissionDenied, Unkept::Held);
        check(io::ErrorKind::ResourceBusy, Unkept::Held);
        check(io::ErrorKind::Other, Unkept::CutShort);
        check(io::ErrorKind::TimedOut, Unkept::CutShort);
        assert_eq!(whole(&b"%PDF"[..], 20), Err(Unkept::Changed), "shorter than it was");
        assert_eq!(whole(&b"%PDF-1.7"[..], 3), Err(Unkept::Changed), "longer than it was");
    }

    #[test]
    fn a_name_is_only_shown() {
        let check = |name: &str, expected: &str| assert_eq!(name_of(Path::new(name)).as_str(), expected);
        check("/tmp/relevé d’août.pdf", "relevé d’août.pdf");
        check("photo \u{1f697}.jpg", "photo \u{1f697}.jpg");
        check("fac\u{202e}fdp.exe", "facfdp.exe");
        check("a\u{1b}[31m\n.pdf", "a [31m .pdf");
        check("\u{200b}\u{202e}", "Fichier sans nom");
        check("/tmp/..", "Fichier sans nom");
        assert_eq!(name_of(Path::new(&"é".repeat(400))).as_str().chars().count(), Line::LIMIT);
    }
}
