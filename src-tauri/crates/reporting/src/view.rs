//! The bilan as the screen shows it: worded, each number with how many dossiers it opens.

use domain::report::{
    Bilan, ColumnKey, Figure, Indicator, Period, Reading, RowKind, Table, TableKey, TableRow, Unit, Value, milestones,
};
use domain::words::{Labelled, difference, spaced};
use serde::Serialize;
use ts_rs::TS;

use super::choices::{ReportChoices, choices};
use super::counted::Material;
use super::period::ReportAsked;
use super::settlement::{SettledView, settled};
use super::wording;
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::shapes::{Day, key_of};

/// A bilan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ReportView {
    /// The period.
    pub period: PeriodView,
    /// The period it is compared with.
    pub before: Option<PeriodView>,
    /// The years that have something to tell, the latest first.
    pub years: Vec<String>,
    /// The period in a sentence.
    pub sentence: String,
    /// What to know before reading.
    pub notice: Option<String>,
    /// Whether the office has a dossier at all.
    pub has_dossiers: bool,
    /// The numbers, under their headings.
    pub groups: Vec<FigureGroup>,
    /// The tables.
    pub tables: Vec<TableView>,
    /// The name its files will have, before their ending.
    pub file_name: String,
    /// What it was asked, and what else may be.
    pub choices: ReportChoices,
    /// What was settled of it, and what changed since.
    pub settled: Option<SettledView>,
    /// The round numbers of loans reached up to its end: `10e prêt accordé : 3 mai 2024`.
    pub milestones: Vec<String>,
    /// Whether its last day is gone by: it may be settled.
    pub is_over: bool,
}

/// A period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PeriodView {
    /// Its key in an address: `2026`, `2026-01-01_2026-10-31`.
    pub key: String,
    /// What people read.
    pub title: String,
    /// Its first day.
    pub from: Day,
    /// Its last day.
    pub to: Day,
    /// The year it is, if it is one.
    pub year: Option<String>,
}

/// Numbers under one heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct FigureGroup {
    /// Its key.
    pub key: String,
    /// What people read.
    pub label: String,
    /// The numbers.
    pub figures: Vec<FigureView>,
}

/// A number and what explains it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct FigureView {
    /// Its key.
    pub key: String,
    /// What people read.
    pub label: String,
    /// How it is counted.
    pub definition: String,
    /// The number in its unit; `–` where there is none.
    pub value: String,
    /// How many dossiers it opens.
    pub dossiers: u64,
    /// Its terms, and how many dossiers it leaves out; empty where the definition says all.
    pub working: String,
    /// How its facts are gathered; empty for each fact at its day.
    pub reading: String,
    /// The same number of the period before.
    pub before: Option<String>,
    /// How far it is from it.
    pub difference: Option<String>,
    /// The same number elsewhere.
    pub references: Vec<ReferenceView>,
}

/// A number of elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ReferenceView {
    /// What it is.
    pub label: String,
    /// The number and its year.
    pub value: String,
    /// How to read it and where it is told.
    pub source: String,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TableView {
    /// Its key.
    pub key: String,
    /// What people read.
    pub title: String,
    /// How it is counted.
    pub help: String,
    /// How its facts are gathered.
    pub reading: String,
    /// Its columns, after the one of labels.
    pub columns: Vec<ColumnView>,
    /// Its rows.
    pub rows: Vec<RowView>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ColumnView {
    /// Its key.
    pub key: String,
    /// What people read.
    pub title: String,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RowView {
    /// Its key.
    pub key: String,
    /// What people read.
    pub label: String,
    /// `heading`, `line` or `total`.
    pub kind: String,
    /// A number for each column; none for a heading.
    pub cells: Vec<CellView>,
    /// What it looks like.
    pub bars: Vec<Bar>,
}

/// A number of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct CellView {
    /// The number in its unit; `–` where there is none.
    pub text: String,
    /// How many dossiers it opens.
    pub dossiers: u64,
}

/// What a bar stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BarKind {
    /// The period.
    Period,
    /// The period before.
    Before,
    /// Elsewhere.
    Reference,
    /// Requests of a month.
    Requests,
    /// Loans granted in a month.
    Granted,
}

/// A bar beside a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Bar {
    /// What it stands for.
    pub kind: BarKind,
    /// Its length, in thousandths of the longest one can be.
    pub length: u32,
}

/// Shows the bilan of a period.
pub fn report(desk: &Desk, input: ReportAsked, moment: &Moment) -> Result<ReportView, Failure> {
    let material = Material::read(desk, &input, moment)?;
    let bilan = material.bilan()?;
    let before = material.bilan_before()?;
    let has_dossiers = !material.years.is_empty();
    Ok(ReportView {
        period: period(material.period),
        before: material.before.map(period),
        years: material.years.iter().map(ToString::to_string).collect(),
        sentence: wording::sentence(&bilan, has_dossiers),
        notice: wording::notice(&bilan, material.before, moment).filter(|_| has_dossiers),
        has_dossiers,
        groups: groups(&material, &bilan, before.as_ref()),
        tables: bilan.tables.iter().map(|one| table(one, before.as_ref())).collect(),
        file_name: format!("bilan-{}{}", wording::key(material.period), material.in_file_names()),
        choices: choices(desk, &material, input.against, input.narrowed)?,
        settled: settled(desk, &material, &bilan)?,
        milestones: wording::milestones(&milestones(&material.rows, material.period.to())),
        is_over: material.period.to() < moment.today,
    })
}

pub(super) fn period(period: Period) -> PeriodView {
    PeriodView {
        key: wording::key(period),
        title: wording::title(period),
        from: Day::full(period.from()),
        to: Day::full(period.to()),
        year: period.civil_year().map(|year| year.to_string()),
    }
}

fn groups(material: &Material, bilan: &Bilan, before: Option<&Bilan>) -> Vec<FigureGroup> {
    let rules = &material.delivered.rules;
    let in_group = |key| {
        let keys = rules.indicators.iter().filter(move |one| one.group == key).map(|one| one.key);
        keys.filter_map(|key| figure(material, bilan.indicator(key)?, before.and_then(|b| b.indicator(key))))
    };
    let groups = rules.groups.iter().map(|group| FigureGroup {
        key: group.key.as_str().to_owned(),
        label: group.label.clone(),
        figures: in_group(group.key.clone()).collect(),
    });
    groups.collect()
}

fn figure(material: &Material, indicator: &Indicator, before: Option<&Indicator>) -> Option<FigureView> {
    let rules = &material.delivered.rules;
    let definition = rules.indicator(indicator.key)?;
    let unit = definition.unit;
    let value = indicator.figure.value;
    let earlier = before.and_then(|before| before.figure.value);
    let references = material.delivered.references.indicators.iter();
    let references = references.filter(|one| one.indicator == Some(indicator.key)).map(|one| ReferenceView {
        label: spaced(&one.label),
        value: wording::elsewhere(one, unit),
        source: spaced(&one.note.iter().chain([&one.source]).cloned().collect::<Vec<_>>().join(" ")),
    });
    Some(FigureView {
        key: key_of(indicator.key),
        label: definition.label.clone(),
        definition: definition.definition.clone(),
        value: wording::shown(value, unit),
        dossiers: indicator.figure.dossiers_count(),
        working: wording::explained(indicator, unit, rules),
        reading: if definition.reading == Reading::Activity {
            String::new()
        } else {
            definition.reading.label().to_owned()
        },
        before: earlier.map(|earlier| domain::words::figure(earlier, unit)),
        difference: value.zip(earlier).map(|(value, earlier)| difference(value, earlier, unit)),
        references: references.collect(),
    })
}

fn table(table: &Table, before: Option<&Bilan>) -> TableView {
    let earlier = before.filter(|_| table.key == TableKey::Funnel).and_then(|before| before.table(table.key));
    let mut columns: Vec<ColumnView> = table.columns.iter().map(|head| column(head.key)).collect();
    if earlier.is_some() {
        columns.push(ColumnView { key: "before".to_owned(), title: "Avant".to_owned() });
    }
    let rows = table.rows.iter().enumerate().map(|(place, row)| {
        let of_before = earlier.and_then(|earlier| earlier.rows.get(place));
        let mut cells = cells(table, place);
        cells.extend(of_before.and_then(|row| row.cells.first()).map(|figure| cell(figure, Unit::Dossiers, 0)));
        RowView {
            key: row.key.clone(),
            label: row.label.clone(),
            kind: row.kind.key().to_owned(),
            cells,
            bars: bars(table, row, of_before.zip(earlier)),
        }
    });
    TableView {
        key: table.key.key().to_owned(),
        title: table.title.clone(),
        help: table.help.clone(),
        reading: table.reading.label().to_owned(),
        rows: rows.collect(),
        columns,
    }
}

fn column(key: ColumnKey) -> ColumnView {
    ColumnView { key: key.key().to_owned(), title: key.label().to_owned() }
}

/// The cells of a row; the ratio of a step of the funnel names its two terms.
fn cells(table: &Table, place: usize) -> Vec<CellView> {
    let Some(row) = table.rows.get(place) else { return Vec::new() };
    let previous = place.checked_sub(1).and_then(|place| table.rows.get(place)).and_then(|row| row.cells.first());
    let cells = row.cells.iter().zip(&table.columns).map(|(figure, head)| {
        let mut shown = cell(figure, head.unit, figure.dossiers_count());
        if head.key == ColumnKey::ShareOfPrevious {
            let whole = previous.filter(|_| figure.value.is_some());
            let terms = row.cells.first().zip(whole).map(|(part, whole)| wording::terms(part, whole, figure));
            shown.text = terms.unwrap_or_default();
        }
        shown
    });
    cells.collect()
}

fn cell(figure: &Figure, unit: Unit, dossiers: u64) -> CellView {
    CellView { text: wording::shown(figure.value, unit), dossiers }
}

/// Steps beside those of the period before, purposes beside those of elsewhere.
fn bars(table: &Table, row: &TableRow, before: Option<(&TableRow, &Table)>) -> Vec<Bar> {
    if row.kind != RowKind::Line {
        return Vec::new();
    }
    let of = |kind, key| {
        let place = table.columns.iter().position(|head| head.key == key);
        let value = place.and_then(|place| row.cells.get(place)).and_then(|figure| figure.value);
        value.map(|value| Bar { kind, length: thousandths(value, Value::Count(100)) })
    };
    let first = |row: &TableRow| row.cells.first().and_then(|figure| figure.value);
    let longest = |table: &Table| table.rows.iter().filter_map(first).max_by_key(|value| value.number());
    match table.key {
        TableKey::Funnel => {
            let whole = [Some(table), before.map(|(_, table)| table)].into_iter().flatten().filter_map(longest);
            let Some(whole) = whole.max_by_key(|value| value.number()) else { return Vec::new() };
            let here = first(row).map(|value| Bar { kind: BarKind::Period, length: thousandths(value, whole) });
            let earlier = before.and_then(|(row, _)| first(row));
            let earlier = earlier.map(|value| Bar { kind: BarKind::Before, length: thousandths(value, whole) });
            here.into_iter().chain(earlier).collect()
        }
        TableKey::Purposes => {
            let shares =
                [of(BarKind::Period, ColumnKey::RequestsShare), of(BarKind::Reference, ColumnKey::RequestsReference)];
            shares.into_iter().flatten().collect()
        }
        TableKey::Months => {
            let place = |key| table.columns.iter().position(|head| head.key == key);
            let most = table.rows.iter().filter(|row| row.kind == RowKind::Line).filter_map(first);
            let Some(most) = most.max_by_key(|value| value.number()) else { return Vec::new() };
            let bar = |kind, key| {
                let value = row.cells.get(place(key)?).and_then(|figure| figure.value)?;
                Some(Bar { kind, length: thousandths(value, most) })
            };
            [bar(BarKind::Requests, ColumnKey::Requests), bar(BarKind::Granted, ColumnKey::Granted)]
                .into_iter()
                .flatten()
                .collect()
        }
        TableKey::RefusalReasons
        | TableKey::Redirections
        | TableKey::Origins
        | TableKey::Profiles
        | TableKey::Outcomes
        | TableKey::Banks
        | TableKey::Became
        | TableKey::SubPurposes
        | TableKey::CalledBack
        | TableKey::Surveys => Vec::new(),
    }
}

/// One number over another in thousandths, at most a thousand.
fn thousandths(value: Value, whole: Value) -> u32 {
    let ratio = Value::ratio(value.number(), whole.number() / Value::Count(1000).number());
    let cut = ratio.and_then(|ratio| ratio.plain().split('.').next().and_then(|whole| whole.parse::<u32>().ok()));
    cut.unwrap_or_default().min(1000)
}
