//! XLSX, cell by cell: a sheet that says it is immense takes no more room than what it holds.

use std::io::Cursor;

use calamine::{Data, DataRef, ExcelDateTime, Reader, Xlsx, XlsxError};

use super::limits::MOST_SHEETS;
use super::text::{Gathered, number, remarks};
use super::{Merged, RegisterError, Workbook};

pub(super) fn read(bytes: &[u8]) -> Result<Workbook, RegisterError> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|cause| unread(&cause))?;
    let (mut sheets, mut cut, mut merged) = (Vec::new(), false, false);
    for name in book.sheet_names().into_iter().take(MOST_SHEETS) {
        let mut gathered = Gathered::named(&name);
        // A sheet that holds a drawing and no cell is not one of a register.
        let Ok(mut cells) = book.worksheet_cells_reader(&name) else { continue };
        while let Some(cell) = cells.next_cell().map_err(|cause| unread(&cause))? {
            let (line, column) = cell.get_position();
            let place = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
            gathered.put(place(line), place(column), &shown(cell.get_value()))?;
        }
        cut |= gathered.cut;
        drop(cells);
        for span in book.merge_cells_by_sheet_name(&name).unwrap_or_default() {
            let place = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
            let lines = place(span.end.0.saturating_sub(span.start.0)).saturating_add(1);
            merged |= lines > 1;
            gathered.span(Merged { line: place(span.start.0), column: place(span.start.1), lines });
        }
        sheets.push(gathered.sheet());
    }
    Ok(Workbook { sheets, remarks: remarks(cut, merged) })
}

fn shown(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(whole) => whole.to_string(),
        DataRef::Float(value) => number(*value),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(true) => "oui".to_owned(),
        DataRef::Bool(false) => "non".to_owned(),
        DataRef::DateTime(moment) => day(moment),
        DataRef::DateTimeIso(text) => text.chars().take(10).collect(),
        DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(cause) => Data::Error(cause.clone()).to_string(),
        DataRef::Empty => String::new(),
    }
}

/// A day as people write it; a length of time is no day.
fn day(moment: &ExcelDateTime) -> String {
    if moment.is_duration() || moment.as_f64() < 1.0 {
        return number(moment.as_f64());
    }
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    format!("{day:02}/{month:02}/{year:04}")
}

fn unread(cause: &XlsxError) -> RegisterError {
    if matches!(cause, XlsxError::Password) { RegisterError::Password } else { RegisterError::Damaged }
}
