//! ODS, read by hand: a spreadsheet writes a cell once and says how many times it stands, which may be a million.
//!
//! What is empty and repeated takes no room; what is not is put in each of its places, within the limits.

use std::io::{BufReader, Cursor, Read};

use quick_xml::Reader;
use quick_xml::escape::{resolve_predefined_entity, unescape};
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::limits::{LONGEST_CELL, MOST_COLUMNS, MOST_LINES, MOST_SHEETS, MOST_UNFOLDED};
use super::text::{Gathered, number, remarks};
use super::{Merged, RegisterError, Sheet, Workbook};

pub(super) fn read(bytes: &[u8]) -> Result<Workbook, RegisterError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| RegisterError::Damaged)?;
    let content = archive.by_name("content.xml").map_err(|_| RegisterError::Damaged)?.take(MOST_UNFOLDED);
    let mut reader = Reader::from_reader(BufReader::new(content));
    let (mut buffer, mut tables) = (Vec::new(), Tables::default());
    loop {
        let event = reader.read_event_into(&mut buffer).map_err(damaged_by)?;
        match event {
            Event::Eof => break,
            Event::Start(tag) => tables.opened(&tag)?,
            Event::Empty(tag) => {
                tables.opened(&tag)?;
                tables.closed(tag.local_name().as_ref())?;
            }
            Event::End(tag) => tables.closed(tag.local_name().as_ref())?,
            Event::Text(text) => tables.text(&text),
            Event::CData(text) => tables.text(&text),
            Event::GeneralRef(entity) => tables.entity(&entity, entity.resolve_char_ref().map_err(damaged_by)?),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
        buffer.clear();
        if tables.sheets.len() >= MOST_SHEETS {
            break;
        }
    }
    Ok(Workbook { sheets: tables.sheets, remarks: remarks(tables.cut, tables.merged) })
}

fn damaged_by<E>(_: E) -> RegisterError {
    RegisterError::Damaged
}

/// The sheets read so far, and where the reading is.
#[derive(Default)]
struct Tables {
    sheets: Vec<Sheet>,
    sheet: Option<Gathered>,
    cut: bool,
    /// Whether a cell spans several lines.
    merged: bool,
    line: usize,
    /// How many times the line stands.
    lines: usize,
    column: usize,
    cells: Vec<(usize, String)>,
    cell: Option<Cell>,
    /// Within a paragraph of a cell, how deep.
    paragraphs: usize,
    /// Within a note beside a cell, how deep.
    notes: usize,
}

/// A cell being read.
#[derive(Default)]
struct Cell {
    times: usize,
    /// What its value is, where the spreadsheet says it apart from what it shows.
    value: Option<String>,
    shown: String,
}

impl Tables {
    fn opened(&mut self, tag: &BytesStart<'_>) -> Result<(), RegisterError> {
        match tag.local_name().as_ref() {
            "table" => {
                let name = attribute(tag, "name")?.unwrap_or_default();
                self.sheet = Some(Gathered::named(&name));
                self.line = 0;
            }
            "table-row" => {
                self.lines = count(tag, "number-rows-repeated")?;
                self.column = 0;
                self.cells.clear();
            }
            "table-cell" | "covered-table-cell" => {
                let times = count(tag, "number-columns-repeated")?;
                let lines = count(tag, "number-rows-spanned")?;
                self.merged |= lines > 1;
                if let Some(sheet) = &mut self.sheet {
                    sheet.span(Merged { line: self.line, column: self.column, lines });
                }
                self.cell = Some(Cell { times, value: value(tag)?, shown: String::new() });
                self.paragraphs = 0;
            }
            "annotation" => self.notes = self.notes.saturating_add(1),
            "p" if self.cell.is_some() && self.notes == 0 => {
                if self.paragraphs > 0 {
                    self.push(" ");
                }
                self.paragraphs = self.paragraphs.saturating_add(1);
            }
            "s" | "tab" | "line-break" => self.push(" "),
            _ => {}
        }
        Ok(())
    }

    fn closed(&mut self, name: &str) -> Result<(), RegisterError> {
        match name {
            "annotation" => self.notes = self.notes.saturating_sub(1),
            "table-cell" | "covered-table-cell" => self.cell_closed()?,
            "table-row" => self.line_closed()?,
            "table" => {
                if let Some(sheet) = self.sheet.take() {
                    self.cut |= sheet.cut;
                    self.sheets.push(sheet.sheet());
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn cell_closed(&mut self) -> Result<(), RegisterError> {
        let Some(cell) = self.cell.take() else { return Ok(()) };
        let text = cell.value.unwrap_or(cell.shown);
        if !text.trim().is_empty() {
            if cell.times > MOST_COLUMNS {
                return Err(RegisterError::TooManyColumns);
            }
            for place in 0..cell.times {
                self.cells.push((self.column.saturating_add(place), text.clone()));
            }
        }
        self.column = self.column.saturating_add(cell.times);
        Ok(())
    }

    fn line_closed(&mut self) -> Result<(), RegisterError> {
        let times = if self.cells.is_empty() { 0 } else { self.lines };
        if times > MOST_LINES {
            return Err(RegisterError::TooManyLines);
        }
        if let Some(sheet) = &mut self.sheet {
            for again in 0..times {
                for (column, text) in &self.cells {
                    sheet.put(self.line.saturating_add(again), *column, text)?;
                }
            }
        }
        self.line = self.line.saturating_add(self.lines);
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if self.paragraphs > 0 {
            self.push(text);
        }
    }

    fn entity(&mut self, name: &str, sign: Option<char>) {
        if self.paragraphs == 0 {
            return;
        }
        match sign {
            Some(sign) => self.push(sign.encode_utf8(&mut [0; 4])),
            None => self.push(resolve_predefined_entity(name).unwrap_or_default()),
        }
    }

    /// Adds to what a cell shows, up to what is kept of one and a sign more, which says that it was cut.
    fn push(&mut self, text: &str) {
        if self.notes > 0 {
            return;
        }
        if let Some(cell) = &mut self.cell
            && cell.shown.chars().count() <= LONGEST_CELL
        {
            cell.shown.extend(text.chars().take(LONGEST_CELL.saturating_add(1)));
        }
    }
}

/// What a cell holds, where it is not the text it shows.
fn value(tag: &BytesStart<'_>) -> Result<Option<String>, RegisterError> {
    let kind = attribute(tag, "value-type")?.unwrap_or_default();
    Ok(match kind.as_str() {
        "float" | "currency" | "percentage" => attribute(tag, "value")?.map(|text| text.parse().map_or(text, number)),
        "date" => attribute(tag, "date-value")?.map(|text| text.chars().take(10).collect()).map(|iso: String| {
            let parts: Vec<&str> = iso.split('-').collect();
            if let [year, month, day] = parts.as_slice() { format!("{day}/{month}/{year}") } else { iso.clone() }
        }),
        "boolean" => attribute(tag, "boolean-value")?.map(|text| if text == "true" { "oui" } else { "non" }.to_owned()),
        _ => None,
    })
}

fn count(tag: &BytesStart<'_>, name: &str) -> Result<usize, RegisterError> {
    let Some(text) = attribute(tag, name)? else { return Ok(1) };
    text.parse().map_err(|_| RegisterError::Damaged)
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Result<Option<String>, RegisterError> {
    for attribute in tag.attributes() {
        let attribute = attribute.map_err(damaged_by)?;
        if attribute.key.local_name().as_ref() == name {
            return Ok(Some(unescape(&attribute.value).map_err(damaged_by)?.into_owned()));
        }
    }
    Ok(None)
}
