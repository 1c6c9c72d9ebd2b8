//! Registers as CCAS keep them, written here: XLSX, ODS, CSV as Windows writes French.

use std::io::{Cursor, Write};
use std::path::PathBuf;

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::office::Office;

/// A register: its headings, then its lines.
pub type Register = Vec<Vec<String>>;

pub fn line(cells: &[&str]) -> Vec<String> {
    cells.iter().map(|cell| (*cell).to_owned()).collect()
}

/// The sheet as CSV, semicolons, Windows-1252.
pub fn csv(register: &Register) -> Vec<u8> {
    let text: String = register.iter().map(|line| format!("{}\r\n", line.join(";"))).collect();
    text.chars()
        .map(|sign| if sign == '€' { 0x80 } else { u8::try_from(u32::from(sign)).expect("of Windows-1252") })
        .collect()
}

pub fn archive(parts: &[(&str, String)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn number(text: &str) -> Option<String> {
    let plain = text.replace(' ', "").replace(',', ".");
    plain.parse::<f64>().ok().map(|_| plain)
}

/// A day as spreadsheets count it.
fn serial(text: &str) -> Option<i64> {
    let day = chrono::NaiveDate::parse_from_str(text, "%d/%m/%Y").ok()?;
    Some((day - chrono::NaiveDate::from_ymd_opt(1899, 12, 30)?).num_days())
}

fn letters(place: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(place % 26).unwrap());
    if place < 26 { letter.to_string() } else { format!("{}{letter}", letters(place / 26 - 1)) }
}

/// The sheet as XLSX: numbers and days as spreadsheets hold them, texts inline.
pub fn xlsx(register: &Register) -> Vec<u8> {
    let mut rows = String::new();
    for (place, line) in register.iter().enumerate() {
        rows.push_str(&format!("<row r=\"{}\">", place + 1));
        for (column, text) in line.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            let at = format!("{}{}", letters(column), place + 1);
            rows.push_str(&match (serial(text), number(text)) {
                (Some(day), _) => format!("<c r=\"{at}\" s=\"1\"><v>{day}</v></c>"),
                (None, Some(value)) => format!("<c r=\"{at}\"><v>{value}</v></c>"),
                (None, None) => format!("<c r=\"{at}\" t=\"inlineStr\"><is><t>{}</t></is></c>", escaped(text)),
            });
        }
        rows.push_str("</row>");
    }
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006";
    archive(&[
        (
            "[Content_Types].xml",
            format!(
                "<Types xmlns=\"{package}/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/>\
                 <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
                 </Types>"
            ),
        ),
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"rId1\" \
                 Type=\"{rel}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{main}\" xmlns:r=\"{rel}\"><sheets><sheet name=\"MCP\" sheetId=\"1\" r:id=\"rId1\"/>\
                 </sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"rId1\" Type=\"{rel}/worksheet\" \
                 Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"{rel}/styles\" \
                 Target=\"styles.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/styles.xml",
            format!(
                "<styleSheet xmlns=\"{main}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>\
                 </styleSheet>"
            ),
        ),
        ("xl/worksheets/sheet1.xml", format!("<worksheet xmlns=\"{main}\"><sheetData>{rows}</sheetData></worksheet>")),
    ])
}

/// The sheet as ODS.
pub fn ods(register: &Register) -> Vec<u8> {
    let mut rows = String::new();
    for line in register {
        rows.push_str("<table:table-row>");
        for text in line {
            let shown = escaped(text);
            let day = chrono::NaiveDate::parse_from_str(text, "%d/%m/%Y").ok();
            rows.push_str(&match (day.filter(|_| text.len() == 10), number(text)) {
                (Some(day), _) => format!(
                    "<table:table-cell office:value-type=\"date\" office:date-value=\"{day}\"><text:p>{shown}</text:p>\
                     </table:table-cell>"
                ),
                (None, Some(value)) => format!(
                    "<table:table-cell office:value-type=\"float\" office:value=\"{value}\"><text:p>{shown}</text:p>\
                     </table:table-cell>"
                ),
                (None, None) if text.is_empty() => "<table:table-cell/>".to_owned(),
                (None, None) => {
                    format!(
                        "<table:table-cell office:value-type=\"string\"><text:p>{shown}</text:p></table:table-cell>"
                    )
                }
            });
        }
        rows.push_str("</table:table-row>");
    }
    let spaces = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
                  xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
                  xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"";
    archive(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet".to_owned()),
        (
            "content.xml",
            format!(
                "<office:document-content {spaces}><office:body><office:spreadsheet><table:table table:name=\"2015\">\
                 {rows}</table:table></office:spreadsheet></office:body></office:document-content>"
            ),
        ),
    ])
}

/// Sheets by their names, as XLSX: every cell a text.
pub fn sheets(sheets: &[(&str, &Register)]) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, register) in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(*name).unwrap();
        for (row, line) in (0_u32..).zip(*register) {
            for (column, text) in (0_u16..).zip(line).filter(|(_, text)| !text.is_empty()) {
                sheet.write(row, column, text.as_str()).unwrap();
            }
        }
    }
    book.save_to_buffer().unwrap()
}

/// Puts a file beside the office and offers it under its name.
pub fn offered(office: &Office, name: &str, bytes: &[u8]) -> PathBuf {
    let path = office.folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    office.files.offer(name, path.clone());
    path
}

const LAST: [&str; 12] = [
    "MERCADIEU",
    "ROUSSEAUX",
    "DUPRAT",
    "TESSOREAU",
    "ALVARADE",
    "DELORBE",
    "CASTAGNER",
    "BENALI-FORT",
    "AUBRAC",
    "VAUCLERC",
    "ARONDEL",
    "HAUTEPIERRE",
];
const FIRST: [&str; 10] =
    ["Paul", "Inès", "Léa", "Julien", "Mireille", "Odette", "Youssef", "Ginette", "Samira", "Noé"];

/// An invented person: a name nobody else of the register has, and a day of birth.
pub fn person(place: usize) -> (String, String) {
    let name = format!("{}-{} {}", LAST[place % 12], LAST[(place / 120 + place + 1) % 12], FIRST[(place / 12) % 10]);
    (name, format!("{:02}/{:02}/{}", place % 28 + 1, place % 12 + 1, 1950 + place % 50))
}
