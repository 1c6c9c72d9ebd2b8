//! Files as they come, sound and hostile.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;

fn csv(bytes: &[u8]) -> Workbook {
    read(bytes).unwrap()
}

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn ods(table: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\">\
         <office:body><office:spreadsheet><table:table table:name=\"MCP\">{table}</table:table></office:spreadsheet>\
         </office:body></office:document-content>"
    );
    archive(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content.as_bytes())])
}

#[test]
fn text_is_read_in_any_usual_encoding_and_separator() {
    let expected = vec![vec!["Nom".to_owned(), "Prénom".to_owned()], vec!["DUPRAT".to_owned(), "Léa".to_owned()]];
    let utf16: Vec<u8> = [0xFF, 0xFE]
        .into_iter()
        .chain("Nom;Prénom\r\nDUPRAT;Léa\r\n".encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    for bytes in [
        "Nom;Prénom\r\nDUPRAT;Léa\r\n".as_bytes().to_vec(),
        "\u{feff}Nom,Prénom\nDUPRAT,Léa".as_bytes().to_vec(),
        "Nom\tPrénom\nDUPRAT\tLéa\n".as_bytes().to_vec(),
        "\"Nom\"|\"Prénom\"\n\"DUPRAT\"|\"Léa\"\n".as_bytes().to_vec(),
        b"Nom;Pr\xE9nom\nDUPRAT;L\xE9a\n".to_vec(),
        utf16,
    ] {
        assert_eq!(csv(&bytes).sheets[0].lines, expected, "{bytes:?}");
    }
    assert_eq!(csv(b"Nom;Pr\xE9nom\nA;B\n").remarks, [ReadingRemark::Windows1252]);
    let kept = csv(b"Nom;P\n\n\nA;B\n").sheets.remove(0).lines;
    assert_eq!((kept.len(), kept[3][0].as_str()), (4, "A"), "a line keeps its number: {kept:?}");
}

#[test]
fn a_quotation_mark_never_closed_swallows_nothing() {
    let mut text = "Nom;Note\nA;\"jamais fermé\n".to_owned();
    for line in 0..200 {
        text.push_str(&format!("B{line};c\n"));
    }
    let read = csv(text.as_bytes());
    assert_eq!((read.sheets[0].lines.len(), read.remarks.as_slice()), (202, &[ReadingRemark::LooseQuotes][..]));
}

#[test]
fn what_is_not_a_register_is_told_as_what_it_is() {
    let compound = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1][..], &wide].concat()
    };
    let many = "a;b\n".repeat(MOST_LINES + 2);
    let wide = "x;".repeat(MOST_COLUMNS + 2);
    for (bytes, expected) in [
        (Vec::new(), RegisterError::Empty),
        (b" \r\n\n".to_vec(), RegisterError::Empty),
        (b";;;\n;;;\n".to_vec(), RegisterError::Empty),
        (compound("EncryptedPackage"), RegisterError::Password),
        (compound("Workbook"), RegisterError::OldSpreadsheet),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), RegisterError::NotATable),
        (b"Nom;P\nA\0B;c\n".to_vec(), RegisterError::NotATable),
        (b"PK\x03\x04 not an archive".to_vec(), RegisterError::Damaged),
        (archive(&[("word/document.xml", b"<w/>")]), RegisterError::NotATable),
        (many.into_bytes(), RegisterError::TooManyLines),
        (wide.into_bytes(), RegisterError::TooManyColumns),
        (vec![b'a'; LARGEST + 1], RegisterError::TooLarge),
        (archive(&[("xl/workbook.xml", b"<workbook/>")]), RegisterError::Damaged),
        (archive(&[("xl/workbook.xml", b"<w/>"), ("xl/x.xml", &vec![b'a'; 210_000_000])]), RegisterError::Bomb),
        (
            ods("<table:table-row><table:table-cell table:number-columns-repeated=\"900000000\">\
                 <text:p>x</text:p></table:table-cell></table:table-row>"),
            RegisterError::TooManyColumns,
        ),
        (
            ods("<table:table-row table:number-rows-repeated=\"900000000\"><table:table-cell><text:p>x</text:p>\
                 </table:table-cell></table:table-row>"),
            RegisterError::TooManyLines,
        ),
    ] {
        let told = read(&bytes).map(|book| book.sheets.len());
        assert_eq!(told, Err(expected), "{} bytes", bytes.len());
    }
}

#[test]
fn an_ods_sheet_is_read_with_its_values_and_repeated_cells() {
    let bytes = ods("<table:table-row><table:table-cell><text:p>Nom &amp; pr&#233;nom</text:p></table:table-cell>\
         <table:table-cell office:value-type=\"string\"><text:p>Né le</text:p><office:annotation><text:p>note</text:p>\
         </office:annotation></table:table-cell></table:table-row>\
         <table:table-row table:number-rows-repeated=\"2\"><table:table-cell table:number-columns-repeated=\"1024\"/>\
         </table:table-row>\
         <table:table-row><table:table-cell table:number-columns-repeated=\"2\"><text:p>A</text:p></table:table-cell>\
         <table:table-cell office:value-type=\"date\" office:date-value=\"2016-03-14T00:00:00\"><text:p>mars</text:p>\
         </table:table-cell><table:table-cell office:value-type=\"currency\" office:value=\"1825.5\"><text:p>x</text:p>\
         </table:table-cell></table:table-row>\
         <table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell \
         table:number-columns-repeated=\"16384\"/></table:table-row>");
    let book = read(&bytes).unwrap();
    assert_eq!(book.sheets[0].name, "MCP");
    let lines = &book.sheets[0].lines;
    assert_eq!(lines[0], ["Nom & prénom", "Né le"]);
    assert_eq!((lines.len(), &lines[3][..]), (4, &["A", "A", "14/03/2016", "1825,5"].map(str::to_owned)[..]));
}

#[test]
fn numbers_are_written_as_people_read_them() {
    for (value, expected) in [
        (1825.0, "1825"),
        (1825.5, "1825,5"),
        (60.333_333, "60,3333"),
        (0.0425, "0,0425"),
        (2.125, "2,1250"),
        (-0.0, "0"),
    ] {
        assert_eq!(super::text::number(value), expected);
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(200))]

    /// A spreadsheet with bytes changed anywhere is read or refused; nothing else comes of it.
    #[test]
    fn bytes_changed_anywhere_are_read_or_refused(changes in proptest::collection::vec((0_usize..4_000, 0_u8..255), 1..12)) {
        let sheet = ods("<table:table-row><table:table-cell><text:p>Nom</text:p></table:table-cell></table:table-row>");
        let text = "Nom;Prénom;Objet\r\nDUPRAT;Léa;\"voiture\"\r\n".repeat(20).into_bytes();
        for mut bytes in [sheet, text] {
            for (place, byte) in &changes {
                let length = bytes.len();
                bytes[place.checked_rem(length).unwrap()] = *byte;
            }
            let _ = read(&bytes);
        }
    }
}
