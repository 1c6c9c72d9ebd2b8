//! Cells gathered into lines, within the limits.

use super::limits::{LONGEST_CELL, MOST_CELLS, MOST_COLUMNS, MOST_LINES};
use super::{Merged, ReadingRemark, RegisterError, Sheet};

/// What spreadsheets write for what they cannot work out.
const ERRORS: [&str; 11] =
    ["#REF!", "#N/A", "#VALEUR!", "#VALUE!", "#DIV/0!", "#NOM?", "#NAME?", "#NUL!", "#NULL!", "#NOMBRE!", "#NUM!"];

/// Lines being gathered.
#[derive(Default)]
pub(super) struct Gathered {
    sheet: Sheet,
    /// How many cells hold something.
    cells: usize,
    /// Whether a cell was cut.
    pub(super) cut: bool,
}

impl Gathered {
    pub(super) fn named(name: &str) -> Self {
        Self { sheet: Sheet { name: shortened(name).0, ..Sheet::default() }, ..Self::default() }
    }

    /// Puts a text in its place, counted from zero; an empty one takes none.
    pub(super) fn put(&mut self, line: usize, column: usize, text: &str) -> Result<(), RegisterError> {
        let (text, cut) = shortened(text);
        // What a spreadsheet writes where it worked nothing out is no text.
        if text.is_empty() || ERRORS.contains(&text.as_str()) {
            return Ok(());
        }
        if line >= MOST_LINES {
            return Err(RegisterError::TooManyLines);
        }
        if column >= MOST_COLUMNS {
            return Err(RegisterError::TooManyColumns);
        }
        self.cells = self.cells.saturating_add(1);
        if self.cells > MOST_CELLS {
            return Err(RegisterError::TooManyLines);
        }
        self.cut |= cut;
        let lines = &mut self.sheet.lines;
        if lines.len() <= line {
            lines.resize_with(line.saturating_add(1), Vec::new);
        }
        if let Some(cells) = lines.get_mut(line) {
            if cells.len() <= column {
                cells.resize(column.saturating_add(1), String::new());
            }
            cells.iter_mut().skip(column).take(1).for_each(|cell| cell.clone_from(&text));
        }
        Ok(())
    }

    /// Keeps that a cell spans several lines.
    pub(super) fn span(&mut self, span: Merged) {
        if span.lines > 1 && self.sheet.merged.len() < MOST_LINES {
            self.sheet.merged.push(span);
        }
    }

    pub(super) fn sheet(self) -> Sheet {
        self.sheet
    }
}

/// What is to be said of cells that were cut, of cells that span several lines.
pub(super) fn remarks(cut: bool, merged: bool) -> Vec<ReadingRemark> {
    let told = [(cut, ReadingRemark::CutCells), (merged, ReadingRemark::MergedCells)];
    told.into_iter().filter_map(|(is, remark)| is.then_some(remark)).collect()
}

/// A text as a line shows it, and whether it was cut.
pub(super) fn shortened(text: &str) -> (String, bool) {
    let mut kept = String::new();
    for (count, sign) in text.chars().enumerate() {
        if count >= LONGEST_CELL {
            return (kept.trim().to_owned(), true);
        }
        kept.push(if sign.is_control() { ' ' } else { sign });
    }
    (kept.trim().to_owned(), false)
}

/// A number as it is read: a comma, four decimals at most and never three, so that thousandths are not thousands.
pub(super) fn number(value: f64) -> String {
    if !value.is_finite() {
        return value.to_string();
    }
    let text = format!("{value:.4}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    let text = if text == "-0" { "0" } else { text };
    match text.split_once('.') {
        Some((whole, decimals)) if decimals.len() == 3 => format!("{whole},{decimals}0"),
        Some((whole, decimals)) => format!("{whole},{decimals}"),
        None => text.to_owned(),
    }
}
