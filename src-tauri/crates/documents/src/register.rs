//! Registers that come in: the bytes of a spreadsheet or of a CSV file, read as sheets of text.
//!
//! The room that knows file formats, and nothing of what a register says. A file is never believed about its own size:
//! what it unfolds to is counted before it is read, and every sheet is cut off at what a register can be. A cell
//! becomes the text a person would read in it: a day is `14/03/2016`, a number has a comma.

mod csv_text;
mod limits;
mod ods;
mod text;
mod unfolded;
mod xlsx;

use std::panic::{AssertUnwindSafe, catch_unwind};

use thiserror::Error;

pub use limits::{LARGEST, LONGEST_CELL, MOST_COLUMNS, MOST_LINES, MOST_SHEETS, MOST_UNFOLDED};

/// A file as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workbook {
    /// Its sheets, in their order; a CSV file has one, without a name.
    pub sheets: Vec<Sheet>,
    /// What is to be said of the way it was read.
    pub remarks: Vec<ReadingRemark>,
}

/// One sheet: its lines, each with its cells as text; empty ones at the end of a line are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Its lines, blank ones included, so that a line keeps the number the spreadsheet gives it.
    pub lines: Vec<Vec<String>>,
    /// The cells that span several lines, which hold their text in the first.
    pub merged: Vec<Merged>,
}

/// A cell that spans several lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merged {
    /// Its first line, from zero.
    pub line: usize,
    /// Its column, from zero.
    pub column: usize,
    /// How many lines it spans.
    pub lines: usize,
}

/// What is to be said of the way a file was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadingRemark {
    /// It holds macros: none was run, the values were read.
    Macros,
    /// It is not in Unicode: it was read as Windows writes French.
    Windows1252,
    /// A quotation mark is never closed: quotation marks were read as letters.
    LooseQuotes,
    /// Cells were longer than a cell of a register is: they were cut.
    CutCells,
    /// A cell spans several lines: its text is of each of them, an amount of the first alone.
    MergedCells,
}

/// Why a file is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum RegisterError {
    /// Nothing in it.
    #[error("empty")]
    Empty,
    /// Larger than a register is.
    #[error("too large")]
    TooLarge,
    /// It unfolds to more than a register is.
    #[error("unfolds to too much")]
    Bomb,
    /// More lines than a register has.
    #[error("too many lines")]
    TooManyLines,
    /// More columns than a register has.
    #[error("too many columns")]
    TooManyColumns,
    /// A password keeps it.
    #[error("password")]
    Password,
    /// A spreadsheet of before 2007.
    #[error("old spreadsheet")]
    OldSpreadsheet,
    /// Neither a spreadsheet nor text.
    #[error("not a table")]
    NotATable,
    /// A spreadsheet that cannot be read to its end.
    #[error("damaged")]
    Damaged,
}

/// Reads a file by what it holds, whatever its name. Errors: see [`RegisterError`].
pub fn read(bytes: &[u8]) -> Result<Workbook, RegisterError> {
    if bytes.len() > LARGEST {
        return Err(RegisterError::TooLarge);
    }
    // A reader that stops on a hostile file stops there, and the file is damaged: nothing of it was kept.
    let read = catch_unwind(AssertUnwindSafe(|| recognised(bytes))).unwrap_or(Err(RegisterError::Damaged))?;
    if read.sheets.iter().all(|sheet| sheet.lines.iter().all(|line| line.iter().all(String::is_empty))) {
        return Err(RegisterError::Empty);
    }
    Ok(read)
}

fn recognised(bytes: &[u8]) -> Result<Workbook, RegisterError> {
    /// How the containers of spreadsheets begin: those of before 2007, which also hold the encrypted ones of since.
    const COMPOUND: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(RegisterError::Empty);
    }
    if bytes.starts_with(&COMPOUND) {
        return Err(if holds_wide(bytes, "EncryptedPackage") {
            RegisterError::Password
        } else {
            RegisterError::OldSpreadsheet
        });
    }
    if bytes.starts_with(b"PK") {
        let signs = unfolded::signs(bytes)?;
        let mut book = match signs.kind {
            unfolded::Kind::Xlsx => xlsx::read(bytes)?,
            unfolded::Kind::Ods => ods::read(bytes)?,
        };
        if signs.macros {
            book.remarks.push(ReadingRemark::Macros);
        }
        return Ok(book);
    }
    csv_text::read(bytes)
}

/// Whether a name stands in a compound file, where names are written on two bytes a letter.
fn holds_wide(bytes: &[u8], name: &str) -> bool {
    let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(wide.len()).any(|window| window == wide)
}

#[cfg(test)]
mod tests;
