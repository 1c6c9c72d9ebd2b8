//! The bilan as data for another program: plain numbers, keys in English.

use domain::report::{Table, Value};
use domain::words::Labelled;
use serde::Serialize;
use ts_rs::TS;

use super::counted::Material;
use super::period::ReportAsked;
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::shapes::key_of;

/// A bilan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ReportData {
    /// The period, both days counted.
    pub period: PeriodData,
    /// What the dossiers counted have in common, in words; empty when all are counted.
    pub narrowed: String,
    /// The indicators.
    pub indicators: Vec<IndicatorData>,
    /// The tables.
    pub tables: Vec<TableData>,
}

/// A period, its days in ISO.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PeriodData {
    /// The first day.
    pub from: String,
    /// The last day.
    pub to: String,
}

/// An indicator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct IndicatorData {
    /// Its key.
    pub key: String,
    /// What people read.
    pub label: String,
    /// `84`, `46530.00`, `59.62`; null over 0.
    pub value: Option<String>,
    /// `dossiers`, `euros`, `months`, `percent` or `days`.
    pub unit: String,
    /// How many dossiers are behind it.
    pub dossiers: u64,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TableData {
    /// Its key.
    pub key: String,
    /// What people read.
    pub title: String,
    /// Its columns, after the one of labels.
    pub columns: Vec<ColumnData>,
    /// Its rows.
    pub rows: Vec<RowData>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ColumnData {
    /// Its key.
    pub key: String,
    /// What people read.
    pub title: String,
    /// What it counts.
    pub unit: String,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RowData {
    /// Its key.
    pub key: String,
    /// What people read.
    pub label: String,
    /// `heading`, `line` or `total`.
    pub kind: String,
    /// A number for each column; none for a heading.
    pub cells: Vec<Option<String>>,
}

/// Gives the bilan of a period as data.
pub fn report_data(desk: &Desk, input: ReportAsked, moment: &Moment) -> Result<ReportData, Failure> {
    let material = Material::read(desk, &input, moment)?;
    let bilan = material.bilan()?;
    let rules = &material.delivered.rules;
    let indicators = bilan.indicators.iter().filter_map(|one| {
        let definition = rules.indicator(one.key)?;
        Some(IndicatorData {
            key: key_of(one.key),
            label: definition.label.clone(),
            value: one.figure.value.map(Value::plain),
            unit: definition.unit.key().to_owned(),
            dossiers: one.figure.dossiers_count(),
        })
    });
    Ok(ReportData {
        period: PeriodData { from: material.period.from().to_string(), to: material.period.to().to_string() },
        narrowed: material.part.clone(),
        indicators: indicators.collect(),
        tables: bilan.tables.iter().map(table).collect(),
    })
}

fn table(table: &Table) -> TableData {
    let columns = table.columns.iter().map(|head| ColumnData {
        key: head.key.key().to_owned(),
        title: head.key.label().to_owned(),
        unit: head.unit.key().to_owned(),
    });
    let rows = table.rows.iter().map(|row| RowData {
        key: row.key.clone(),
        label: row.label.clone(),
        kind: row.kind.key().to_owned(),
        cells: row.cells.iter().map(|figure| figure.value.map(Value::plain)).collect(),
    });
    TableData {
        key: table.key.key().to_owned(),
        title: table.title.clone(),
        columns: columns.collect(),
        rows: rows.collect(),
    }
}
