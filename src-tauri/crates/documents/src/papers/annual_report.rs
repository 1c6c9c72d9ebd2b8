//! The year’s report: what the office did, in figures the board reads in a minute.
//!
//! The first sheet says the essential: one sentence, the key figures, how many requests
//! became loans, what the loans are for, what to remember. The next ones are tables,
//! each figure with the year before, the national mark and how it is counted (*Un coup
//! de pouce pour le microcrédit personnel*, le bilan annuel). No name is on it.
//!
//! Everything arrives worded and counted: this room only lays it out. A part without
//! anything to say is left out.

use chrono::NaiveDate;
use domain::words::{long_date, spaced};

use crate::finish::{Identity, finish};
use crate::page::{
    Align, Chart, Column, Density, Face, Foot, Heading, Ink, Key, Length, List, Marker, Measure, Paragraph, Row, Span,
    Stand, Strip, Table, Tags, TextStyle, Typesetter, below, beside, flow, keep_together, noted, on_new_sheet,
};
use crate::papers::letterhead::{HeadLine, Letterhead, letterhead};
use crate::papers::wording::{plain, strong};
use crate::{Paper, PaperError};

pub use crate::page::{Bar, Fill};

/// What people call the paper.
pub const TITLE: &str = "Bilan annuel";

/// The facts of a yearly report, in the order they are read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnnualReport {
    /// `Le microcrédit personnel en 2026`.
    pub title: String,
    /// `Bilan 2026`.
    pub reference: String,
    /// The day it was drawn up.
    pub established_on: NaiveDate,
    /// The year in one sentence; may be empty.
    pub summary: String,
    /// The key figures, three in a row.
    pub keys: Vec<KeyFigure>,
    /// The charts of the first sheet.
    pub charts: Vec<ReportChart>,
    /// What to remember.
    pub remarks: Vec<Remark>,
    /// What is proposed to the board; may be empty.
    pub proposal: String,
    /// The tables of the next sheets.
    pub tables: Vec<ReportTable>,
    /// How the figures are counted, at the end.
    pub notes: Vec<String>,
}

/// A key figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyFigure {
    /// `1 825 €`.
    pub value: String,
    /// `en moyenne par prêt`.
    pub caption: String,
    /// The same figure of the year before, in words: `1 770 € en 2025`.
    pub before: Option<String>,
}

/// A chart of bars.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportChart {
    /// `De la demande au prêt`.
    pub title: String,
    /// Its bars; one without a label is a second bar of the thing before it.
    pub bars: Vec<Bar>,
    /// What full and outlined bars stand for, where labels do not say it.
    pub legend: Vec<(Fill, String)>,
    /// What to know to read it; may be empty.
    pub note: String,
}

/// Something to remember: a few words, then the figures behind them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// `L’activité progresse`; may be empty.
    pub headline: String,
    /// `+8 dossiers évalués en un an.`
    pub text: String,
}

/// A table of figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportTable {
    /// `1. Activité et prêts`.
    pub title: String,
    /// Its columns.
    pub columns: Vec<ReportColumn>,
    /// Its rows, a text for each column.
    pub rows: Vec<ReportRow>,
    /// The last row, if it adds up.
    pub total: Option<Vec<String>>,
    /// What to know to read it; may be empty.
    pub note: String,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportColumn {
    /// Its heading; may be empty.
    pub title: String,
    /// What it holds.
    pub kind: ColumnKind,
}

/// What a column holds, which settles where its text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// Words.
    Words,
    /// Numbers.
    Numbers,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReportRow {
    /// Opens a group of lines: `Âge`.
    Group(String),
    /// A text for each column.
    Line(Vec<String>),
}

const TEXT: TextStyle = TextStyle::of(960, 1_320);
const SMALL: TextStyle = TextStyle::of(820, 1_100);
const SUBTITLE: TextStyle = TextStyle::of(1_100, 1_450);
const KEY_COLUMNS: usize = 3;
/// A table of so few columns may stand beside another.
const NARROW_COLUMNS: usize = 3;
/// What a column of tables may hold and still fit one sheet.
const NARROW_ROWS: usize = 36;
/// How many signs of a table fit across a sheet, and across half of it.
const SIGNS_ACROSS: i64 = 112;
const SIGNS_ACROSS_HALF: i64 = 52;
const BETWEEN_TABLES: Length = Length::mm(350);

/// Prints the year’s report.
pub fn render(report: &AnnualReport, head: &Letterhead) -> Result<Paper, PaperError> {
    let mut setter = Typesetter::new()?;
    let day = long_date(report.established_on);
    let lines = [HeadLine::named("Référence", &report.reference), HeadLine::plain(format!("arrêté le\u{a0}{day}"))];
    let mut strips = letterhead(&mut setter, head, &lines);
    strips.extend(opening(&mut setter, report));
    for chart in &report.charts {
        strips.extend(chart_strips(&mut setter, chart));
    }
    strips.extend(to_remember(&mut setter, report));
    strips.extend(tables(&mut setter, report));
    strips.extend(notes(&mut setter, &report.notes));
    let foot = Foot { text: format!("{TITLE} du microcrédit personnel · {} · {day}", report.reference) };
    let sheets = flow(strips, &foot, &mut setter);
    let identity =
        Identity { title: report.title.clone(), author: head.office.name.clone(), date: report.established_on };
    let bytes = finish(sheets, &setter, &identity)?;
    Ok(Paper::of(bytes, &setter.fonts))
}

/// The title, the sentence of the year, the key figures.
fn opening(setter: &mut Typesetter, report: &AnnualReport) -> Vec<Strip> {
    let mut strips = setter.heading(Tags::DOCUMENT, Heading::TITLE, &spaced(&report.title), Measure::WHOLE);
    let summary = [Span::new(spaced(&report.summary), Face::Sans, Ink::SOFT)];
    let summary = setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&summary, SUBTITLE), Measure::WHOLE);
    strips.extend(below(Length::mm(100), summary));
    if !report.keys.is_empty() {
        let keys: Vec<Key> = report.keys.iter().map(key).collect();
        let keys = setter.keys(Tags::DOCUMENT, &keys, KEY_COLUMNS, Measure::WHOLE);
        strips.extend(below(Length::mm(400), vec![keys]));
    }
    strips
}

fn key(figure: &KeyFigure) -> Key {
    let caption = match &figure.before {
        Some(before) => format!("{} ({before})", figure.caption),
        None => figure.caption.clone(),
    };
    Key { value: spaced(&figure.value), caption: spaced(&caption) }
}

fn chart_strips(setter: &mut Typesetter, chart: &ReportChart) -> Vec<Strip> {
    if chart.bars.is_empty() {
        return Vec::new();
    }
    let mut strips = setter.heading(Tags::DOCUMENT, Heading::SECTION, &spaced(&chart.title), Measure::WHOLE);
    let drawn = Chart { title: &chart.title, bars: &chart.bars, legend: &chart.legend };
    let drawn = setter.bars(Tags::DOCUMENT, &drawn, Measure::WHOLE);
    strips.extend(below(Length::mm(200), vec![drawn]));
    strips.extend(below(Length::mm(200), small(setter, &chart.note)));
    keep_together(strips)
}

/// What to remember, and what is proposed.
fn to_remember(setter: &mut Typesetter, report: &AnnualReport) -> Vec<Strip> {
    let mut strips = Vec::new();
    if !report.remarks.is_empty() {
        let title = "Ce qu’il faut retenir";
        strips.extend(setter.heading(Tags::DOCUMENT, Heading::SECTION, title, Measure::WHOLE));
        let items: Vec<Vec<Span>> = report.remarks.iter().map(remark).collect();
        let list = List { marker: Marker::Bullet, items: &items, style: TEXT };
        strips.extend(below(Length::mm(160), setter.list(Tags::DOCUMENT, &list, Measure::WHOLE)));
    }
    if !report.proposal.is_empty() {
        let spans = [strong("Décision proposée au conseil : "), plain(&report.proposal)];
        let inner = Measure::WHOLE.inside_note();
        let note = setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&spans, TEXT), inner);
        strips.extend(noted(below(Length::mm(300), note), Measure::WHOLE));
    }
    strips
}

fn remark(remark: &Remark) -> Vec<Span> {
    if remark.headline.is_empty() {
        return vec![plain(&remark.text)];
    }
    vec![strong(&remark.headline), plain(format!(" : {}", remark.text))]
}

/// The tables from the second sheet on, narrow ones side by side.
fn tables(setter: &mut Typesetter, report: &AnnualReport) -> Vec<Strip> {
    if report.tables.is_empty() {
        return Vec::new();
    }
    let mut strips = on_new_sheet(setter.heading(Tags::DOCUMENT, Heading::PART, "Les chiffres", Measure::WHOLE));
    let mut columns = Columns::default();
    let mut gap = Length::mm(300);
    for table in &report.tables {
        if table.columns.len() > NARROW_COLUMNS || table.rows.len() > NARROW_ROWS {
            let waiting = columns.close(gap);
            gap = if waiting.is_empty() { gap } else { BETWEEN_TABLES };
            strips.extend(waiting);
            strips.extend(below(gap, table_strips(setter, table, Measure::WHOLE)));
            gap = BETWEEN_TABLES;
        } else if let Some(full) = columns.take(setter, table, gap) {
            strips.extend(full);
            gap = BETWEEN_TABLES;
        }
    }
    strips.extend(columns.close(gap));
    strips
}

/// Two columns of narrow tables, each table going to the shorter one.
#[derive(Default)]
struct Columns {
    left: Vec<Strip>,
    right: Vec<Strip>,
}

impl Columns {
    /// Adds a table; gives back the columns before it when they are too long for another.
    fn take(&mut self, setter: &mut Typesetter, table: &ReportTable, gap: Length) -> Option<Vec<Strip>> {
        let (on_left, on_right) = (self.left.len(), self.right.len());
        let shorter = on_left.min(on_right);
        let full = shorter > 0 && shorter.saturating_add(table.rows.len()) > NARROW_ROWS;
        let before = if full { Some(self.close(gap)) } else { None };
        let (left, right) = Measure::halves();
        let (column, measure) =
            if self.left.len() <= self.right.len() { (&mut self.left, left) } else { (&mut self.right, right) };
        let space = if column.is_empty() { Length::ZERO } else { BETWEEN_TABLES };
        column.extend(below(space, table_strips(setter, table, measure)));
        before
    }

    /// The columns side by side as one strip; the next tables begin new ones.
    fn close(&mut self, gap: Length) -> Vec<Strip> {
        if self.left.is_empty() {
            return Vec::new();
        }
        let both = beside(std::mem::take(&mut self.left), std::mem::take(&mut self.right), Stand::Top);
        below(gap, vec![both])
    }
}

fn table_strips(setter: &mut Typesetter, table: &ReportTable, measure: Measure) -> Vec<Strip> {
    let texts = |texts: &Vec<String>| texts.iter().map(|text| spaced(text)).collect::<Vec<_>>();
    let mut rows: Vec<Row> = Vec::new();
    for row in &table.rows {
        rows.push(match row {
            ReportRow::Group(title) => Row::Group(spaced(title)),
            ReportRow::Line(cells) => Row::Line(texts(cells)),
        });
    }
    rows.extend(table.total.as_ref().map(|total| Row::Total(texts(total))));
    let set = Table {
        caption: spaced(&table.title),
        density: Density::Tight,
        columns: widths(table, if measure.width < Measure::WHOLE.width { SIGNS_ACROSS_HALF } else { SIGNS_ACROSS }),
        heading: table.columns.iter().map(|column| spaced(&column.title)).collect(),
        rows,
    };
    let mut strips = setter.table(Tags::DOCUMENT, &set, measure);
    strips.extend(below(Length::mm(100), small_in(setter, &table.note, measure)));
    strips
}

/// Widths after what the columns hold: numbers and the words of headings stay whole, texts share the rest.
fn widths(table: &ReportTable, signs: i64) -> Vec<Column> {
    let share = |part: i64, whole: i64| part.saturating_mul(100).checked_div(whole).unwrap_or_default();
    let needs: Vec<(ColumnKind, i64)> =
        table.columns.iter().enumerate().map(|(place, column)| (column.kind, need(table, place))).collect();
    let sum = |kind| needs.iter().filter(|one| one.0 == kind).fold(0_i64, |sum, one| sum.saturating_add(one.1));
    let (numbers, words) = (sum(ColumnKind::Numbers), sum(ColumnKind::Words));
    // Many numbers leave a quarter of the width to the texts.
    let across = signs.max(numbers.saturating_mul(4).checked_div(3).unwrap_or_default()).max(1);
    let left = 100_i64.saturating_sub(share(numbers, across));
    let parts: Vec<i64> = needs
        .iter()
        .map(|(kind, need)| match kind {
            ColumnKind::Numbers => share(*need, across),
            ColumnKind::Words => need.saturating_mul(left).checked_div(words).unwrap_or_default(),
        })
        .collect();
    let mut rest = parts.iter().fold(100_i64, |rest, part| rest.saturating_sub(*part));
    let columns = parts.iter().zip(&table.columns).map(|(part, column)| Column {
        // What rounding leaves goes to the first column.
        part: part.saturating_add(std::mem::take(&mut rest)),
        align: match column.kind {
            ColumnKind::Words => Align::Left,
            ColumnKind::Numbers => Align::Right,
        },
    });
    columns.collect()
}

/// How many signs wide a column should be, its sides included.
fn need(table: &ReportTable, place: usize) -> i64 {
    let cells = table.rows.iter().filter_map(|row| match row {
        ReportRow::Line(cells) => cells.get(place),
        ReportRow::Group(_) => None,
    });
    let total = table.total.iter().filter_map(|total| total.get(place));
    let texts = cells.chain(total).map(|text| text.chars().count());
    let heading = table.columns.get(place).map_or("", |column| column.title.as_str());
    let heading = heading.split(' ').map(|word| word.chars().count());
    let longest = texts.chain(heading).max().unwrap_or_default();
    i64::try_from(longest.clamp(6, 40).saturating_add(4)).unwrap_or(1)
}

fn notes(setter: &mut Typesetter, notes: &[String]) -> Vec<Strip> {
    let text = notes.join(" ");
    below(Length::mm(300), small(setter, &text))
}

fn small(setter: &mut Typesetter, text: &str) -> Vec<Strip> {
    small_in(setter, text, Measure::WHOLE)
}

fn small_in(setter: &mut Typesetter, text: &str, measure: Measure) -> Vec<Strip> {
    let spans = [Span::new(spaced(text), Face::Sans, Ink::NOTE)];
    setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&spans, SMALL), measure)
}

#[cfg(test)]
mod tests;
