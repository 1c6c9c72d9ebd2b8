//! The reports of one sheet: the note for a session, the dashboard, the page of those who send people, that of a funder.
//!
//! Each is the figures of a period beside a text of the settings. But for the note, they go to people who are not of the
//! office: a few people are never a line of their own, and what is told of two periods is looked at for what their difference tells.

mod dashboard;
mod funder;
mod presentation;
mod referrers;

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use documents::papers::figures::{
    Bar, ColumnKind, Fill, KeyFigure, ReportChart, ReportColumn, ReportRow as PaperRow, ReportTable,
};
use documents::papers::report_page::Figures;
use domain::report::{Figure, LineTold, Period, Unit, Value};
use domain::words::{figure, long_date, numeric_date};
use rust_decimal::Decimal;

use super::counted::Material;
use super::period::ReportAsked;
use super::wording;
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;

/// The figures of a page and what its text may name.
pub struct PageFigures {
    /// What the text of the settings may name, by its French name; empty when it is not known.
    pub values: BTreeMap<&'static str, String>,
    /// Who reads it.
    pub readers: &'static str,
    /// `TB-2026-T3`.
    pub reference: String,
    /// The period.
    pub period: Period,
    /// The key figures.
    pub keys: Vec<KeyFigure>,
    /// What they say together.
    pub opening: String,
    /// Charts and tables.
    pub figures: Vec<Figures>,
}

/// Counts what a page of a period tells.
pub fn page(desk: &Desk, key: &str, asked: &ReportAsked, moment: &Moment) -> Result<PageFigures, Failure> {
    if key == "presentation_note" {
        return presentation::page(desk, asked, moment);
    }
    let material = Material::read(desk, asked, moment)?;
    let referrers = desk.read(|reader| Ok::<_, Failure>(reader.referrers()?))?;
    match key {
        "dashboard" => dashboard::page(desk, &material, &referrers),
        "referrers_page" => referrers::page(&material, &referrers),
        "funder_page" => funder::page(desk, &material, &referrers),
        _ => Err(Failure::broken("papier")),
    }
}

/// What every page may name of its period.
fn named(material: &Material) -> BTreeMap<&'static str, String> {
    BTreeMap::from([
        ("période", material.titled(title(material.period))),
        ("pendant", during(material.period)),
        ("premier jour", long_date(material.period.from())),
        ("dernier jour", long_date(material.period.to())),
        ("seuil", material.few().saturating_sub(1).to_string()),
    ])
}

/// The quarter a period is: 1 to 4, and its year.
fn quarter(period: Period) -> Option<(u32, i32)> {
    let year = period.from().year();
    let [_, quarters, _] = Period::parts_of_year(year)?;
    let (number, _) = (1..).zip(quarters).find(|(_, quarter)| *quarter == period)?;
    Some((number, year))
}

fn ordinal(number: u32) -> String {
    if number == 1 { "1er".to_owned() } else { format!("{number}e") }
}

/// `3e trimestre 2026`, `septembre 2026`, `2026`.
fn title(period: Period) -> String {
    match quarter(period) {
        Some((number, year)) => format!("{} trimestre {year}", ordinal(number)),
        None => domain::words::lowered(&wording::title(period)),
    }
}

/// `au 3e trimestre 2026`, `en septembre 2026`.
fn during(period: Period) -> String {
    match quarter(period) {
        Some((number, year)) => format!("au {} trimestre {year}", ordinal(number)),
        None => wording::during(period),
    }
}

/// `2026`, `2026-T3`, `2026-09`; the days of any other period.
fn short(period: Period) -> String {
    match (period.civil_year(), quarter(period)) {
        (Some(year), _) => year.to_string(),
        (None, Some((number, year))) => format!("{year}-T{number}"),
        (None, None) if is_a_month(period) => period.from().format("%Y-%m").to_string(),
        (None, None) => format!("{} au {}", numeric_date(period.from()), numeric_date(period.to())),
    }
}

fn is_a_month(period: Period) -> bool {
    Period::parts_of_year(period.from().year()).is_some_and(|[_, _, months]| months.contains(&period))
}

/// From the first of January to the last day of the period.
pub(super) fn since_january(period: Period) -> Option<Period> {
    Period::of(NaiveDate::from_ymd_opt(period.to().year(), 1, 1)?, period.to()).ok()
}

/// What an amount granted is.
const LENT: &str = "prêtés par la banque";

/// A count as a key figure, its caption agreed with it.
fn key_count(count: u64, (one, many): (&str, &str), before: Option<String>) -> KeyFigure {
    let caption = if count < 2 { one } else { many };
    KeyFigure { value: whole(count), caption: caption.to_owned(), before }
}

/// A bar: what it counts, how long, what is said of it.
struct Step<'s> {
    label: &'s str,
    /// What it counts; nothing where it is not told.
    count: Option<u64>,
    /// The same in words.
    value: String,
    note: String,
    fill: Fill,
}

/// Bars as long as what they count; nothing when all is 0.
fn chart(title: &str, steps: Vec<Step<'_>>, note: &str) -> Option<ReportChart> {
    let longest = Decimal::from(steps.iter().filter_map(|step| step.count).max()?);
    let bars = steps.into_iter().map(|Step { label, count, value, note, fill }| Bar {
        label: label.to_owned(),
        value,
        note,
        ratio: count.and_then(|count| Decimal::from(count).checked_div(longest)).unwrap_or_default(),
        fill,
    });
    let chart =
        ReportChart { title: title.to_owned(), bars: bars.collect(), legend: Vec::new(), note: note.to_owned() };
    (!longest.is_zero()).then_some(chart)
}

/// A table: its columns, the first one of words; its rows; its total.
fn table(heads: &[&str], rows: Vec<Vec<String>>, total: Option<Vec<String>>) -> ReportTable {
    let column = |(place, title): (usize, &&str)| ReportColumn {
        title: (*title).to_owned(),
        kind: if place == 0 { ColumnKind::Words } else { ColumnKind::Numbers },
    };
    ReportTable {
        title: String::new(),
        columns: heads.iter().enumerate().map(column).collect(),
        rows: rows.into_iter().map(PaperRow::Line).collect(),
        total,
        note: String::new(),
    }
}

/// Tables under their titles, numbered from a number on.
fn numbered(first: u32, tables: Vec<(&str, ReportTable)>) -> Vec<ReportTable> {
    let named = tables.into_iter().zip(first..);
    named.map(|((title, table), number)| ReportTable { title: format!("{number}. {title}"), ..table }).collect()
}

/// What stands where there is no number.
fn nothing() -> String {
    wording::NOTHING.to_owned()
}

fn whole(count: u64) -> String {
    figure(Value::Count(count), Unit::Dossiers)
}

/// One count over another, in percent.
fn share(part: u64, whole: u64) -> String {
    wording::shown(Value::percent(part, whole), Unit::Percent)
}

/// Rows of lines, so many of their counts shown.
fn rows_of(lines: &[LineTold], shown: usize) -> Vec<Vec<String>> {
    let row = |line: &LineTold| {
        let counts = line.counts.iter().take(shown).map(Figure::dossiers_count).map(whole);
        std::iter::once(line.label()).chain(counts).collect()
    };
    lines.iter().map(row).collect()
}
