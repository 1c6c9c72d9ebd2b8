//! Tables as XLSX.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;
use rust_xlsxwriter::{
    Chart as Drawn, ChartType, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet,
};

use super::{Cell, ChartLook, Form, Look, Sheet, SheetRow, Spreadsheet, SpreadsheetError};

/// How many signs a tab may hold, and those it may not.
const TAB_LENGTH: usize = 31;
const NOT_IN_TABS: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];

/// The widths of columns, in signs.
const NARROWEST: usize = 9;
const WIDEST: usize = 44;

/// A4, by the number the format gives it.
const A4: u8 = 9;

pub(super) fn written(spreadsheet: &Spreadsheet) -> Result<Vec<u8>, SpreadsheetError> {
    let mut workbook = Workbook::new();
    let about = DocProperties::new().set_title(&spreadsheet.title).set_author(&spreadsheet.author);
    // Left to itself the file tells the moment it was written: the same facts would not give the same bytes.
    workbook.set_properties(&about.set_creation_datetime(&excel_day(spreadsheet.made_on)?));
    let mut taken = BTreeSet::new();
    for sheet in &spreadsheet.sheets {
        let name = tab(&sheet.name, &mut taken);
        fill(workbook.add_worksheet().set_name(name)?, sheet)?;
    }
    Ok(workbook.save_to_buffer()?)
}

fn fill(page: &mut Worksheet, sheet: &Sheet) -> Result<(), SpreadsheetError> {
    let mut at = 0_u32;
    for (place, line) in sheet.lead.iter().enumerate() {
        let look = if place == 0 { Look::Strong } else { Look::Plain };
        write_row(page, at, &SheetRow { look, cells: line.clone() }, &Format::new())?;
        at = at.saturating_add(1);
    }
    let head_at = if sheet.lead.is_empty() { at } else { at.saturating_add(1) };
    let head = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    let head = head.set_border_bottom(FormatBorder::Medium);
    for (place, column) in (0_u16..).zip(&sheet.columns) {
        let is_number =
            sheet.rows.iter().any(|row| matches!(row.cells.get(usize::from(place)), Some(Cell::Number(..))));
        let head = if is_number { head.clone().set_align(FormatAlign::Right) } else { head.clone() };
        page.write_string_with_format(head_at, place, &column.title, &head)?;
        page.set_column_width(place, width(sheet, usize::from(place)))?;
    }
    let first = head_at.saturating_add(1);
    for (row, place) in sheet.rows.iter().zip(first..) {
        write_row(page, place, row, &Format::new().set_text_wrap().set_align(FormatAlign::Top))?;
    }
    draw(page, sheet, (head_at, first))?;
    page.set_freeze_panes(first, 1)?;
    page.set_repeat_rows(head_at, head_at)?;
    page.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
    Ok(())
}

/// The space between a table and its chart, in columns.
const BESIDE: usize = 1;

/// Draws the chart of a table beside it.
fn draw(page: &mut Worksheet, sheet: &Sheet, (head, first): (u32, u32)) -> Result<(), SpreadsheetError> {
    let Some(chart) = sheet.chart.as_ref().filter(|_| !sheet.rows.is_empty()) else { return Ok(()) };
    let rows = u32::try_from(sheet.rows.len()).map_err(|_| SpreadsheetError::Beyond)?;
    let last = first.saturating_add(rows).saturating_sub(1);
    let mut drawn = Drawn::new(match chart.look {
        ChartLook::Bars => ChartType::Bar,
        ChartLook::Columns => ChartType::Column,
    });
    let name = page.name();
    for column in &chart.columns {
        let column = u16::try_from(*column).map_err(|_| SpreadsheetError::Beyond)?;
        drawn
            .add_series()
            .set_name((name.as_str(), head, column))
            .set_categories((name.as_str(), first, 0, last, 0))
            .set_values((name.as_str(), first, column, last, column));
    }
    drawn.title().set_name(&chart.title);
    if chart.columns.len() < 2 {
        drawn.legend().set_hidden();
    }
    if chart.look == ChartLook::Bars {
        // The first row on top, as it is read.
        drawn.x_axis().set_reverse();
    }
    drawn.set_alt_text(&chart.words);
    let beside = u16::try_from(sheet.columns.len().saturating_add(BESIDE)).map_err(|_| SpreadsheetError::Beyond)?;
    page.insert_chart(head, beside, &drawn)?;
    Ok(())
}

/// Writes a row of cells, over a look they all have.
fn write_row(page: &mut Worksheet, at: u32, row: &SheetRow, look: &Format) -> Result<(), SpreadsheetError> {
    for (place, cell) in (0_u16..).zip(&row.cells) {
        let look = match row.look {
            Look::Plain => look.clone(),
            Look::Strong => look.clone().set_bold(),
        };
        match cell {
            Cell::Empty => continue,
            Cell::Text(text) => page.write_string_with_format(at, place, text, &look)?,
            Cell::Number(number, form) => {
                page.write_number_with_format(at, place, binary(*number, *form)?, &look.set_num_format(pattern(*form)))?
            }
            Cell::Day(day) => {
                page.write_datetime_with_format(at, place, excel_day(*day)?, &look.set_num_format("dd/mm/yyyy"))?
            }
        };
    }
    Ok(())
}

/// The pattern of a number, in the words of the format; each spreadsheet shows it with the separators of its language.
fn pattern(form: Form) -> &'static str {
    match form {
        Form::Whole => "#,##0",
        Form::Decimals => "#,##0.00",
        Form::Euros => "#,##0.00\\ [$€-40C]",
        Form::Percent => "0.00%",
    }
}

/// The nearest number of the only kind the format knows; read from its digits, so that it shows the same ones.
fn binary(number: Decimal, form: Form) -> Result<f64, SpreadsheetError> {
    let number = match form {
        Form::Percent => number / Decimal::ONE_HUNDRED,
        Form::Whole | Form::Decimals | Form::Euros => number,
    };
    number.normalize().to_string().parse().map_err(|_| SpreadsheetError::Beyond)
}

fn excel_day(day: NaiveDate) -> Result<ExcelDateTime, SpreadsheetError> {
    let part = |number: u32| u8::try_from(number).map_err(|_| SpreadsheetError::Beyond);
    let year = u16::try_from(day.year()).map_err(|_| SpreadsheetError::Beyond)?;
    Ok(ExcelDateTime::from_ymd(year, part(day.month())?, part(day.day())?)?)
}

/// What a tab can say of a name, unlike those of the tabs before it.
pub(super) fn tab(name: &str, taken: &mut BTreeSet<String>) -> String {
    let kept: String = name.chars().map(|sign| if NOT_IN_TABS.contains(&sign) { ' ' } else { sign }).collect();
    let kept = kept.trim_matches(['\'', ' ']);
    let kept = if kept.is_empty() { "Tableau" } else { kept };
    let cut = |signs: usize| kept.chars().take(signs).collect::<String>().trim_end_matches(['\'', ' ']).to_owned();
    let numbered = (2_u32..).map(|number| {
        let ending = format!(" {number}");
        format!("{}{ending}", cut(TAB_LENGTH.saturating_sub(ending.chars().count())))
    });
    // Tabs that differ by their capitals alone are the same for a spreadsheet.
    let name = std::iter::once(cut(TAB_LENGTH)).chain(numbered).find(|name| taken.insert(name.to_lowercase()));
    name.unwrap_or_default()
}

/// As wide as the longest of what a column holds, between two limits; lines above the table run over it.
fn width(sheet: &Sheet, place: usize) -> u32 {
    let cells = sheet.rows.iter().filter_map(|row| row.cells.get(place)).map(|cell| match cell {
        Cell::Empty => 0,
        Cell::Text(text) => text.chars().count(),
        // What the pattern adds: spaces between thousands, decimals, the unit.
        Cell::Number(number, _) => number.trunc().to_string().len().saturating_add(8),
        Cell::Day(_) => 10,
    });
    let title = sheet.columns.get(place).map_or("", |column| column.title.as_str());
    let title = title.split(' ').map(|word| word.chars().count());
    let longest = cells.chain(title).max().unwrap_or_default().clamp(NARROWEST, WIDEST);
    u32::try_from(longest.saturating_add(2)).unwrap_or_default()
}
