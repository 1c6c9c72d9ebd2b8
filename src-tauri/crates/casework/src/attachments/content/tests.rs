//! What each file of the corpus is, and that no change of one does harm.

#![expect(clippy::arithmetic_side_effects, reason = "a test that overflows fails, as it should")]

use std::fs;
use std::io::{Cursor, Write};
use std::path::PathBuf;

use proptest::prelude::*;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;

fn corpus() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../tests/corpus/attachments"))
}

fn file(name: &str) -> Vec<u8> {
    fs::read(corpus().join(name)).unwrap()
}

#[test]
fn a_file_is_what_it_holds_and_not_what_it_is_called() {
    use ContentKind::{Docx, Jpeg, Odt, Pdf, Png, Text};
    let expected = [
        ("bare.jpg", Ok(Jpeg)),
        ("cut.pdf", Ok(Pdf)),
        ("drawing.svg", Err(Unkept::Markup)),
        ("letter.docx", Ok(Docx)),
        ("letter.odt", Ok(Odt)),
        ("letter.rtf", Err(Unkept::Rtf)),
        ("macros-by-type.docx", Err(Unkept::Macros)),
        ("macros.docx", Err(Unkept::Macros)),
        ("macros.odt", Err(Unkept::Macros)),
        ("malformed.jpg", Ok(Jpeg)),
        ("malformed.pdf", Ok(Pdf)),
        ("noise.pdf", Err(Unkept::Unknown)),
        ("note.txt", Ok(Text)),
        ("old.doc", Err(Unkept::OldOffice)),
        ("page.html", Err(Unkept::Markup)),
        ("paths.docx", Ok(Docx)),
        ("photo.jpg", Ok(Jpeg)),
        ("picture.png", Ok(Png)),
        ("program.pdf", Err(Unkept::Program)),
        ("progressive.jpg", Ok(Jpeg)),
        ("protected.pdf", Ok(Pdf)),
        ("script.txt", Err(Unkept::Program)),
        ("scripts.pdf", Ok(Pdf)),
        ("sheet.ods", Err(Unkept::OtherArchive)),
        ("sheet.xlsx", Err(Unkept::OtherArchive)),
        ("telephone.heic", Err(Unkept::OtherPicture)),
        ("unfolding.pdf", Ok(Pdf)),
        ("windows.txt", Ok(Text)),
    ];
    for (name, kind) in &expected {
        assert_eq!(&recognise(&file(name)), kind, "{name}");
    }
    assert_eq!(fs::read_dir(corpus()).unwrap().count(), expected.len(), "every file of the corpus is told");
    assert_eq!(recognise(b""), Err(Unkept::Empty));
    assert_eq!(recognise(b"PK\x03\x04 and nothing"), Err(Unkept::Broken));
}

#[test]
fn a_text_is_read_in_either_of_its_writings() {
    assert_eq!(text_of(&file("note.txt")).unwrap(), "Reçu le 3 novembre.\nLoyer : 486 €.\n");
    assert_eq!(text_of(&file("windows.txt")).unwrap(), "Reçu le 3 novembre. Loyer : 486 €.\r\n");
    assert_eq!(text_of(b"MZ, mon adresse"), Some("MZ, mon adresse".to_owned()));
    assert_eq!(recognise(b"BMW d'occasion, 3 200 euros"), Ok(ContentKind::Text));
    assert_eq!(text_of(b"a\0b"), None);
    assert_eq!(text_of(b"\x81"), None, "a byte that no writing has");
}

/// A document whose parts hold zeros.
fn folded(parts: usize, size: usize) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    archive.start_file("[Content_Types].xml", options).unwrap();
    archive.write_all(b"<Types/>").unwrap();
    for place in 0..parts {
        let name = if place == 0 { "word/document.xml".to_owned() } else { format!("word/media/{place}.bin") };
        archive.start_file(name, options).unwrap();
        for _ in 0..size / 1_000_000 {
            archive.write_all(&[0; 1_000_000]).unwrap();
        }
    }
    archive.finish().unwrap().into_inner()
}

#[test]
fn a_document_made_to_unfold_without_end_is_refused() {
    assert_eq!(recognise(&folded(1, 9_000_000)), Ok(ContentKind::Docx), "a small one may shrink as it likes");
    for (parts, size) in [(1, 60_000_000), (12, 5_000_000), (1, 250_000_000)] {
        let bomb = folded(parts, size);
        assert!(bomb.len() < 1_000_000);
        assert_eq!(recognise(&bomb), Err(Unkept::Bomb), "{parts} parts of {size}");
    }
    assert_eq!(recognise(&folded(5_001, 0)), Err(Unkept::Bomb), "so many parts");
}

/// What an archive says of its own size is not believed.
#[test]
fn a_document_that_lies_about_its_size_is_refused() {
    let mut bomb = folded(1, 60_000_000);
    let size = 60_000_000_u32.to_le_bytes();
    let places: Vec<usize> =
        bomb.windows(4).enumerate().filter(|(_, window)| *window == size).map(|(at, _)| at).collect();
    assert!(!places.is_empty(), "its size is written in it");
    for at in places {
        bomb[at..at + 4].copy_from_slice(&1_000_u32.to_le_bytes());
    }
    assert!(matches!(recognise(&bomb), Err(Unkept::Bomb | Unkept::Broken)));
}

fn contains(bytes: &[u8], word: &str) -> bool {
    bytes.windows(word.len()).any(|window| window == word.as_bytes())
}

/// The scans of a photograph: everything from its first scan to its end.
fn picture(jpeg: &[u8]) -> &[u8] {
    let start = jpeg.windows(2).position(|pair| pair == [0xff, 0xda]).unwrap();
    let end = jpeg.windows(2).rposition(|pair| pair == [0xff, 0xd9]).unwrap();
    &jpeg[start..end + 2]
}

#[test]
fn a_photograph_forgets_its_place_and_keeps_its_picture_and_its_way_up() {
    for (name, way) in [("photo.jpg", 6), ("progressive.jpg", 3)] {
        let with = file(name);
        assert!(contains(&with, "GPS Valbourg") && contains(&with, "Telephone"));
        let without = without_information(&with).unwrap();
        for told in ["GPS", "Valbourg", "Telephone", "xap", "Photoshop"] {
            assert!(!contains(&without, told), "{name} still tells {told}");
        }
        assert_eq!(picture(&without), picture(&with), "{name}: not a pixel is touched");
        let exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".as_slice();
        let at = without.windows(exif.len()).position(|window| window == exif).expect("the way up alone");
        assert_eq!(without[at + exif.len()], way);
        assert_eq!(without_information(&without).unwrap(), without, "twice is once");
    }
    let bare = file("bare.jpg");
    assert_eq!(without_information(&bare).unwrap(), bare, "nothing to take out");
    assert_eq!(without_information(&file("malformed.jpg")), None);
    assert_eq!(without_information(b""), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_change_of_a_file_does_harm(
        which in any::<prop::sample::Index>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..12),
        end in prop::option::of(any::<prop::sample::Index>()),
        doubled: bool,
    ) {
        let mut names: Vec<PathBuf> = fs::read_dir(corpus()).unwrap().map(|entry| entry.unwrap().path()).collect();
        names.sort();
        let mut bytes = fs::read(which.get(&names)).unwrap();
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        if let Some(end) = end {
            bytes.truncate(end.index(bytes.len()));
        }
        if doubled {
            bytes.extend_from_within(..);
        }
        let _ = recognise(&bytes);
        let _ = text_of(&bytes);
        if let Some(without) = without_information(&bytes) {
            prop_assert!(without.len() <= bytes.len() + 36);
            prop_assert_eq!(without_information(&without), Some(without));
        }
    }

    #[test]
    fn any_bytes_are_judged_without_harm(bytes in prop::collection::vec(any::<u8>(), 0..200), start in 0_usize..6) {
        let start: &[u8] = [&b""[..], b"PK\x03\x04", b"\xff\xd8\xff", b"%PDF-", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xda"][start];
        let bytes = [start, &bytes].concat();
        let _ = recognise(&bytes);
        let _ = without_information(&bytes);
    }
}
