//! Tables as CSV.

use domain::words::numeric_date;

use super::{Cell, Form, SheetColumn, Spreadsheet};

const LINE_END: &str = "\r\n";

pub(super) fn written(spreadsheet: &Spreadsheet) -> String {
    let mut file = String::from("\u{feff}");
    for (place, sheet) in spreadsheet.sheets.iter().enumerate() {
        if place > 0 {
            file.push_str(LINE_END);
        }
        for line in &sheet.lead {
            push_line(&mut file, line.iter().map(field));
        }
        if !sheet.lead.is_empty() {
            file.push_str(LINE_END);
        }
        push_line(&mut file, sheet.columns.iter().map(|column| text_field(&heading(column))));
        for row in &sheet.rows {
            push_line(&mut file, row.cells.iter().map(field));
        }
    }
    file
}

/// Adds a line of texts to a file for a spreadsheet.
pub fn csv_line(file: &mut String, cells: impl IntoIterator<Item = String>) {
    push_line(file, cells.into_iter().map(|text| text_field(&text)));
}

fn push_line(file: &mut String, fields: impl Iterator<Item = String>) {
    file.push_str(&fields.collect::<Vec<_>>().join(";"));
    file.push_str(LINE_END);
}

fn heading(column: &SheetColumn) -> String {
    if column.unit.is_empty() { column.title.clone() } else { format!("{} ({})", column.title, column.unit) }
}

fn field(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text_field(text),
        Cell::Number(number, Form::Whole) => format!("{number:.0}"),
        Cell::Number(number, Form::Decimals | Form::Euros | Form::Percent) => format!("{number:.2}").replace('.', ","),
        Cell::Day(day) => numeric_date(*day),
    }
}

/// A text of the file: quoted where it must be, and never a formula.
fn text_field(text: &str) -> String {
    let formula = text.trim_start_matches([' ', '\n']).starts_with(['=', '+', '-', '@', '\t', '\r']);
    let text = if formula { format!("'{text}") } else { text.to_owned() };
    if text.contains([';', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}
