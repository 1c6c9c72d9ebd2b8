//! Figures as reports print them: key figures, charts of bars, tables side by side where they are narrow.
//!
//! Everything arrives worded and counted: this room only lays it out.

use domain::words::spaced;

use crate::page::{
    Align, Chart, Column, Density, Face, Heading, Ink, Key, Length, Measure, Paragraph, Row, Span, Strip, Table, Tags,
    TextStyle, Typesetter, below, beside, keep_together,
};
pub use crate::page::{Bar, Fill};

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

const SMALL: TextStyle = TextStyle::of(820, 1_100);
/// A table of so few columns may stand beside another.
const NARROW_COLUMNS: usize = 3;
/// What a column of tables may hold and still fit one sheet.
const NARROW_ROWS: usize = 36;
/// How many signs of a table fit across a sheet, and across half of it.
const SIGNS_ACROSS: i64 = 112;
const SIGNS_ACROSS_HALF: i64 = 52;
const BETWEEN_TABLES: Length = Length::mm(350);

/// The key figures, so many in a row.
pub(super) fn keys(setter: &mut Typesetter, figures: &[KeyFigure], columns: usize) -> Vec<Strip> {
    if figures.is_empty() {
        return Vec::new();
    }
    let keys: Vec<Key> = figures.iter().map(key).collect();
    vec![setter.keys(Tags::DOCUMENT, &keys, columns, Measure::WHOLE)]
}

/// The key figures in one row, each as wide as what it says.
pub(super) fn keys_in_band(setter: &mut Typesetter, figures: &[KeyFigure]) -> Vec<Strip> {
    let keys: Vec<Key> = figures.iter().map(key).collect();
    if keys.is_empty() { Vec::new() } else { vec![setter.key_band(Tags::DOCUMENT, &keys, Measure::WHOLE)] }
}

fn key(figure: &KeyFigure) -> Key {
    let caption = match &figure.before {
        Some(before) => format!("{} ({before})", figure.caption),
        None => figure.caption.clone(),
    };
    Key { value: spaced(&figure.value), caption: spaced(&caption) }
}

/// A chart under its title; nothing without a bar.
pub(super) fn chart(setter: &mut Typesetter, chart: &ReportChart) -> Vec<Strip> {
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

/// Tables, narrow ones side by side.
pub(super) fn tables(setter: &mut Typesetter, tables: &[ReportTable]) -> Vec<Strip> {
    let mut strips = Vec::new();
    let mut columns = Columns::default();
    let mut gap = Length::mm(300);
    for table in tables {
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
        let both = beside(std::mem::take(&mut self.left), std::mem::take(&mut self.right));
        below(gap, vec![both])
    }
}

fn table_strips(setter: &mut Typesetter, table: &ReportTable, measure: Measure) -> Vec<Strip> {
    table_in(setter, table, Density::Tight, measure)
}

/// A table in a measure.
pub(super) fn table_in(setter: &mut Typesetter, table: &ReportTable, density: Density, measure: Measure) -> Vec<Strip> {
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
        density,
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

/// A note in small letters.
pub(super) fn small(setter: &mut Typesetter, text: &str) -> Vec<Strip> {
    small_in(setter, text, Measure::WHOLE)
}

fn small_in(setter: &mut Typesetter, text: &str, measure: Measure) -> Vec<Strip> {
    let spans = [Span::new(spaced(text), Face::Sans, Ink::NOTE)];
    setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&spans, SMALL), measure)
}
