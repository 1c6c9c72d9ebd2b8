//! The two readings of a bilan as a workbook with charts: made of the very facts of the papers, so it says nothing they
//! do not say. A chart draws the cells beside it; what is too small to be told is in no cell.

use documents::papers::annual_report::{AnnualReport, EffectsPart, FlowPart, YearsPart};
use documents::papers::figures::{ColumnKind, ReportRow, ReportTable};
use documents::spreadsheet::{Cell, Chart, ChartLook, Form, Look, Sheet, SheetColumn, SheetRow};
use domain::words::{capital, spaced};
use rust_decimal::Decimal;

/// The sheets of a reading, in the order of its paper.
pub(super) fn sheets_of(report: &AnnualReport) -> Vec<Sheet> {
    let mut sheets = vec![message(report)];
    sheets.extend(report.flow.as_ref().map(flow));
    sheets.extend(report.years.as_ref().map(years));
    sheets.extend(report.effects.as_ref().map(effects));
    sheets.extend(report.beside.as_ref().map(table));
    let figures = report.figures.iter().flat_map(|sheet| sheet.whole.iter().chain(&sheet.tables));
    let annex = report.annex.iter().flat_map(|sheet| &sheet.tables);
    sheets.extend(figures.chain(annex).map(table));
    sheets
}

/// What the figures say together, the six of them, what it costs.
fn message(report: &AnnualReport) -> Sheet {
    let texts = |texts: [&str; 3]| row(texts.map(Cell::text).to_vec(), Look::Plain);
    let keys = report.keys.iter().map(|key| texts([&key.caption, &key.value, key.before.as_deref().unwrap_or("")]));
    let money = report.money.iter().flat_map(|money| &money.lines).map(|line| {
        let look = if line.is_total { Look::Strong } else { Look::Plain };
        row(vec![Cell::text(&line.label), Cell::text(&line.amount)], look)
    });
    let ratio = report.money.iter().filter(|money| !money.ratio.is_empty()).map(|money| texts([&money.ratio, "", ""]));
    Sheet {
        name: "Message".to_owned(),
        lead: vec![
            vec![Cell::text(&report.title)],
            vec![Cell::text(&report.message)],
            vec![Cell::text(&capital(&report.version))],
            vec![Cell::text(&report.untold)],
        ],
        columns: ["Chiffre", "Valeur", "Avant"].map(SheetColumn::of).to_vec(),
        rows: keys.chain(money).chain(ratio).collect(),
        chart: None,
    }
}

fn flow(part: &FlowPart) -> Sheet {
    let counted = |count: u64, label: &str| (label.to_owned(), count.to_string());
    let told: Vec<_> = part.boxes.iter().map(|one| counted(one.count, &one.label)).collect();
    Sheet {
        name: "Que deviennent les demandes".to_owned(),
        lead: vec![vec![Cell::text(&part.title)], vec![Cell::text(&part.note)]],
        columns: ["Suite", "Demandes", "Dont"].map(SheetColumn::of).to_vec(),
        rows: part
            .boxes
            .iter()
            .map(|one| {
                let cells = vec![Cell::text(&capital(&one.label)), Cell::count(one.count), Cell::text(&one.detail)];
                row(cells, Look::Plain)
            })
            .collect(),
        chart: Some(chart(&part.title, ChartLook::Bars, told)),
    }
}

fn years(part: &YearsPart) -> Sheet {
    let told = part.years.iter().map(|year| (year.label.clone(), year.loans.to_string())).collect();
    Sheet {
        name: "Années".to_owned(),
        lead: vec![vec![Cell::text(&part.title)], vec![Cell::text(&part.note)]],
        columns: ["Année", "Prêts", "Et aussi"].map(SheetColumn::of).to_vec(),
        rows: part
            .years
            .iter()
            .map(|year| {
                let also = Cell::text(&year.lines.join(", "));
                row(vec![Cell::text(&year.label), Cell::count(year.loans), also], Look::Plain)
            })
            .collect(),
        chart: Some(chart(&part.title, ChartLook::Columns, told)),
    }
}

fn effects(part: &EffectsPart) -> Sheet {
    let told = part.rows.iter().map(|one| (one.label.clone(), format!("{} sur {}", one.said, one.of))).collect();
    let rows = part
        .rows
        .iter()
        .map(|one| row(vec![Cell::text(&one.label), Cell::count(one.said), Cell::count(one.of)], Look::Plain));
    Sheet {
        name: "Ce que disent les personnes".to_owned(),
        lead: vec![vec![Cell::text(&part.title)], vec![Cell::text(&part.note)]],
        columns: ["Question", "Oui", "Réponses"].map(SheetColumn::of).to_vec(),
        rows: rows.collect(),
        chart: Some(Chart { columns: vec![1, 2], ..chart(&part.title, ChartLook::Bars, told) }),
    }
}

/// A table of a paper; drawn where its second column only counts.
fn table(told: &ReportTable) -> Sheet {
    let cells = |cells: &[String]| {
        let kinds = told.columns.iter().map(|column| column.kind);
        cells.iter().zip(kinds).map(|(text, kind)| cell(text, kind)).collect::<Vec<_>>()
    };
    let mut rows: Vec<SheetRow> = told
        .rows
        .iter()
        .map(|line| match line {
            ReportRow::Group(title) => row(vec![Cell::text(title)], Look::Strong),
            ReportRow::Line(texts) => row(cells(texts), Look::Plain),
        })
        .collect();
    let counts = |row: &SheetRow| matches!(row.cells.get(1), Some(Cell::Number(..)));
    let is_drawn = rows.len() > 1 && rows.iter().all(counts);
    let words = told.rows.iter().filter_map(|line| match line {
        ReportRow::Line(texts) => Some((texts.first()?.clone(), texts.get(1)?.clone())),
        ReportRow::Group(_) => None,
    });
    let words = words.collect();
    let drawn = is_drawn.then(|| chart(&told.title, ChartLook::Bars, words));
    // A total is a row of the table and no bar of the chart.
    if drawn.is_none() {
        rows.extend(told.total.iter().map(|total| row(cells(total), Look::Strong)));
    }
    Sheet {
        name: told.title.clone(),
        lead: vec![vec![Cell::text(&told.title)], vec![Cell::text(&told.note)]],
        columns: told.columns.iter().map(|column| SheetColumn::of(&column.title)).collect(),
        rows,
        chart: drawn,
    }
}

/// A count as a number; what is rounded, hidden or worded stays as the paper has it.
fn cell(text: &str, kind: ColumnKind) -> Cell {
    let digits: String = text.chars().filter(|sign| !sign.is_whitespace()).collect();
    match (kind, digits.parse::<u64>()) {
        (ColumnKind::Numbers, Ok(count)) => Cell::Number(Decimal::from(count), Form::Whole),
        (ColumnKind::Numbers, Err(_)) | (ColumnKind::Words, _) => Cell::text(text),
    }
}

fn row(cells: Vec<Cell>, look: Look) -> SheetRow {
    SheetRow { look, cells }
}

/// A chart of the second column, with its values in words.
fn chart(title: &str, look: ChartLook, told: Vec<(String, String)>) -> Chart {
    let values = told.into_iter().map(|(label, value)| format!("{label} {value}"));
    let words = spaced(&format!("{title} {}.", values.collect::<Vec<_>>().join(" ; ")));
    Chart { title: spaced(title), look, columns: vec![1], words }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_is_a_number_and_what_is_hidden_stays_in_words() {
        assert_eq!(cell("1\u{202f}234", ColumnKind::Numbers), Cell::Number(Decimal::from(1234), Form::Whole));
        assert_eq!(cell("moins de 5", ColumnKind::Numbers), Cell::text("moins de 5"));
        assert_eq!(cell("16 200 €", ColumnKind::Numbers), Cell::text("16 200 €"));
        assert_eq!(cell("2026", ColumnKind::Words), Cell::text("2026"));
    }
}
