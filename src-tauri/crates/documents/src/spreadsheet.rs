//! Tables in, bytes out: what a spreadsheet opens, as XLSX or as CSV.
//!
//! One [`Spreadsheet`] gives both files, so they hold the same values. A text is written as a text and nothing is ever
//! a formula: XLSX knows the kind of a cell, and in CSV a text a spreadsheet would take for a formula keeps an
//! apostrophe before it. The same tables give the same bytes.
//!
//! Worked example: 75,5 % is the number 0.755 shown `75,50 %` in XLSX, and `75,50` under a heading in `(%)` in CSV.

mod csv;
mod xlsx;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use thiserror::Error;

pub use csv::csv_line;

/// Tables to open with a spreadsheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spreadsheet {
    /// The name of the document.
    pub title: String,
    /// The office.
    pub author: String,
    /// The day the facts were established, told as the day the file was made.
    pub made_on: NaiveDate,
    /// Its tables, one a sheet; at least one.
    pub sheets: Vec<Sheet>,
}

/// One table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// What its tab says; cut and changed where a tab could not say it.
    pub name: String,
    /// Lines above the table: its title, how it is counted. May be empty.
    pub lead: Vec<Vec<Cell>>,
    /// Its columns.
    pub columns: Vec<SheetColumn>,
    /// Its rows, a cell for each column.
    pub rows: Vec<SheetRow>,
    /// What is drawn of it, beside the table; CSV has none.
    pub chart: Option<Chart>,
}

/// A chart of a table: its first column names, the others measure. It draws the cells, so it follows them when they are
/// changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// Its title.
    pub title: String,
    /// How it is drawn.
    pub look: ChartLook,
    /// Which columns it measures.
    pub columns: Vec<usize>,
    /// Its values in words, for who does not see it.
    pub words: String,
}

/// How a chart is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartLook {
    /// A bar a row, lying.
    Bars,
    /// A bar a row, standing: years.
    Columns,
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetColumn {
    /// What people read.
    pub title: String,
    /// The unit of its numbers, which CSV has nowhere else to say; may be empty.
    pub unit: &'static str,
}

/// A row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetRow {
    /// Whether it stands out: a heading, a total.
    pub look: Look,
    /// Its cells.
    pub cells: Vec<Cell>,
}

/// How a row looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// Like the others.
    #[default]
    Plain,
    /// Standing out.
    Strong,
}

/// What a cell holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A text, whatever it starts with.
    Text(String),
    /// A number and how it is shown; percents as `75.5`.
    Number(Decimal, Form),
    /// A day.
    Day(NaiveDate),
}

/// How a number is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `1 234`.
    Whole,
    /// `1 234,56`.
    Decimals,
    /// `1 234,56 €`.
    Euros,
    /// `75,50 %`.
    Percent,
}

/// Why tables could not become a file.
#[derive(Debug, Error)]
pub enum SpreadsheetError {
    /// A text is too long for a cell, or there are more rows than a sheet can hold.
    #[error("the spreadsheet could not be written")]
    Written(#[from] rust_xlsxwriter::XlsxError),
    /// A number or a day that no cell can hold.
    #[error("a value no cell can hold")]
    Beyond,
}

impl Spreadsheet {
    /// The tables as an XLSX file, one sheet a table.
    ///
    /// Errors: a text, a number of rows or a value no sheet can hold.
    pub fn xlsx(&self) -> Result<Vec<u8>, SpreadsheetError> {
        xlsx::written(self)
    }

    /// The tables behind one another as a CSV file: semicolons, decimal commas, UTF-8 with the mark by which a
    /// spreadsheet knows its letters.
    #[must_use]
    pub fn csv(&self) -> Vec<u8> {
        csv::written(self).into_bytes()
    }
}

impl SheetColumn {
    /// A column of texts, days or bare numbers.
    #[must_use]
    pub fn of(title: &str) -> Self {
        Self { title: title.to_owned(), unit: "" }
    }

    /// A column of numbers in a unit.
    #[must_use]
    pub fn in_unit(title: &str, unit: &'static str) -> Self {
        Self { title: title.to_owned(), unit }
    }
}

impl Cell {
    /// A text.
    #[must_use]
    pub fn text(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }

    /// A count.
    #[must_use]
    pub fn count(count: u64) -> Self {
        Self::Number(Decimal::from(count), Form::Whole)
    }

    /// An amount.
    #[must_use]
    pub fn euros(amount: domain::money::Euros) -> Self {
        Self::Number(Decimal::new(amount.cents(), 2), Form::Euros)
    }
}

#[cfg(test)]
mod tests;
