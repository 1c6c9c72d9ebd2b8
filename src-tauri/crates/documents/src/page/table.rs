//! Tables: a heading that is repeated, groups, lines that are never split, totals.
//!
//! Text stands left and numbers right; a rule of 0.8 pt under the heading, the groups
//! and above a total, 0.3 pt between lines, none upright. A total is on a ground and
//! in semi-bold, never far from its last line; a group keeps to its first line.

use std::rc::Rc;

use super::blocks::{Measure, Paragraph, Typesetter};
use super::faces::Face;
use super::ink::Ink;
use super::length::Length;
use super::strip::{Mark, Next, Owner, Strip};
use super::tags::{Role, Scope, TagId};
use super::text::{Span, TextStyle, break_lines};

/// A table and its text.
#[derive(Clone)]
pub(crate) struct Table {
    /// Its name, above it; may be empty.
    pub(crate) caption: String,
    pub(crate) density: Density,
    pub(crate) columns: Vec<Column>,
    /// What each column holds; empty where the first cell of a row says it all.
    pub(crate) heading: Vec<String>,
    pub(crate) rows: Vec<Row>,
}

impl Table {
    /// A table without a name, each column with its part of the width, its side and its heading.
    pub(crate) fn of(density: Density, columns: &[(i64, Align, &str)], rows: Vec<Row>) -> Self {
        Self {
            caption: String::new(),
            density,
            columns: columns.iter().map(|(part, align, _)| Column { part: *part, align: *align }).collect(),
            heading: columns.iter().map(|(.., heading)| (*heading).to_owned()).collect(),
            rows,
        }
    }
}

/// How close the rows of a table are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Density {
    /// A table inside a text.
    Ordinary,
    /// A paper that is mostly a table.
    Dense,
    /// Many tables on one sheet.
    Tight,
    /// Rows to write on.
    Writable,
    /// A schedule in two columns: the smallest letters there are.
    Schedule,
    /// A long budget on one sheet.
    Closest,
}

/// A column: its part of the width, in hundredths, and the side its text stands on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Column {
    pub(crate) part: i64,
    pub(crate) align: Align,
}

/// Where a cell's text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Align {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// A row of a table; its first cell heads it.
#[derive(Clone, Debug)]
pub(crate) enum Row {
    /// Opens a part of the table.
    Group(String),
    Line(Vec<String>),
    /// A line whose first cell alone is in strong letters.
    Named(Vec<String>),
    /// A line that matters more than the others.
    Strong(Vec<String>),
    /// A line that ends a year: the rule under it is a strong one.
    YearEnd(Vec<String>),
    Total(Vec<String>),
}

const CAPTION: TextStyle = TextStyle::of(940, 1_220);
/// Words after numbers stand clear of them.
const AFTER_NUMBERS: Length = Length::mm(500);
const STRONG: Length = Length::points(80);
const HAIRLINE: Length = Length::points(30);

/// How a kind of row looks.
struct Look {
    style: TextStyle,
    face: Face,
    ink: Ink,
    above: Length,
    below: Length,
    /// Weight and ink of the rule under the row.
    rule: Option<(Length, Ink)>,
}

impl Look {
    fn heading(density: Density) -> Self {
        Self {
            style: density.heading(),
            face: Face::SansSemiBold,
            ink: Ink::TEXT,
            above: Length::mm(60),
            below: Length::mm(80),
            rule: Some((STRONG, Ink::TITLE)),
        }
    }

    fn of(row: &Row, density: Density) -> Self {
        let (style, pad) = density.lines();
        let line =
            Self { style, face: Face::Sans, ink: Ink::TEXT, above: pad, below: pad, rule: Some((HAIRLINE, Ink::HAIR)) };
        match row {
            Row::Line(_) | Row::Named(_) => line,
            Row::Strong(_) => Self { face: Face::SansSemiBold, ..line },
            Row::YearEnd(_) => Self { rule: Some((STRONG, Ink::TITLE)), ..line },
            Row::Total(_) => Self { face: Face::SansSemiBold, rule: None, ..line },
            Row::Group(_) => Self {
                face: Face::SansSemiBold,
                ink: Ink::TITLE,
                above: density.above_group(),
                rule: Some((STRONG, Ink::TITLE)),
                ..line
            },
        }
    }
}

impl Density {
    /// The text of a line and the space above and below it.
    fn lines(self) -> (TextStyle, Length) {
        match self {
            Self::Ordinary => (TextStyle::of(890, 1_160), Length::mm(75)),
            Self::Dense => (TextStyle::of(850, 1_060), Length::mm(55)),
            Self::Tight => (TextStyle::of(830, 1_020), Length::mm(45)),
            Self::Writable => (TextStyle::of(890, 1_160), Length::mm(130)),
            Self::Schedule => (TextStyle::of(800, 980), Length::mm(35)),
            Self::Closest => (TextStyle::of(800, 950), Length::mm(20)),
        }
    }

    /// The space above the heading of a group.
    fn above_group(self) -> Length {
        match self {
            Self::Ordinary | Self::Dense | Self::Tight | Self::Writable | Self::Schedule => Length::mm(160),
            Self::Closest => Length::mm(60),
        }
    }

    /// The text of the heading.
    fn heading(self) -> TextStyle {
        match self {
            Self::Ordinary | Self::Dense | Self::Tight | Self::Writable => TextStyle::of(820, 1_040),
            Self::Schedule | Self::Closest => TextStyle::of(800, 960),
        }
    }

    /// What keeps columns apart: the edge of the table, right of words, left of numbers.
    fn pads(self) -> [Length; 3] {
        match self {
            Self::Ordinary | Self::Dense | Self::Tight | Self::Writable => [120, 200, 250],
            Self::Schedule | Self::Closest => [40, 100, 130],
        }
        .map(Length::mm)
    }
}

impl Typesetter {
    /// Sets a table, one strip a row.
    pub(crate) fn table(&mut self, parent: TagId, table: &Table, measure: Measure) -> Vec<Strip> {
        let tag = self.tags.add(parent, Role::Table);
        let places = places(table, measure);
        let caption = [Span::new(&table.caption, Face::SansSemiBold, Ink::TITLE)];
        let caption = Paragraph { role: Role::Caption, ..Paragraph::of(&caption, CAPTION) };
        let mut strips = self.paragraph(tag, &caption, measure);
        for strip in &mut strips {
            strip.next = Next::SameSheet;
        }
        let heading = (!table.heading.is_empty()).then(|| self.heading_row(tag, table, &places));
        let repeated = heading.as_ref().map(|heading| Rc::new(heading.repeated()));
        strips.extend(heading.map(|heading| Strip { next: Next::SameSheet, ..heading }));
        for (row, after) in table.rows.iter().zip(table.rows.iter().skip(1).map(Some).chain([None])) {
            let mut strip = self.row((tag, table.density), row, &places, measure);
            strip.heading.clone_from(&repeated);
            strip.next = match (row, after) {
                (Row::Group(_), Some(_)) | (_, Some(Row::Total(_))) => Next::SameSheet,
                (_, Some(_) | None) => Next::Anywhere,
            };
            strips.push(strip);
        }
        strips
    }

    fn heading_row(&mut self, table: TagId, content: &Table, places: &[Place]) -> Strip {
        let row = self.tags.add(table, Role::Row);
        let look = Look::heading(content.density);
        let mut cells = Vec::new();
        for (text, place) in content.heading.iter().zip(places) {
            cells.push((self.tags.add(row, Role::Head(Scope::Column, 1)), text.as_str(), *place, look.face));
        }
        let mut strip = self.cells(&cells, &look);
        under(&mut strip, &look, places);
        strip
    }

    fn row(&mut self, (table, density): (TagId, Density), row: &Row, places: &[Place], measure: Measure) -> Strip {
        let tag = self.tags.add(table, Role::Row);
        let look = Look::of(row, density);
        let mut cells = Vec::new();
        match row {
            Row::Group(title) => {
                let head = self.tags.add(tag, Role::Head(Scope::Column, places.len()));
                let [edge, ..] = density.pads();
                let width = measure.width.minus(edge.times(2));
                let place = Place { left: measure.left.plus(edge), width, align: Align::Left, outer: measure };
                cells.push((head, title.as_str(), place, look.face));
            }
            Row::Line(texts) | Row::Named(texts) | Row::Strong(texts) | Row::YearEnd(texts) | Row::Total(texts) => {
                for (number, (text, place)) in texts.iter().zip(places).enumerate() {
                    let role = if number == 0 { Role::Head(Scope::Row, 1) } else { Role::Cell };
                    let named = number == 0 && matches!(row, Row::Named(_));
                    let face = if named { Face::SansSemiBold } else { look.face };
                    cells.push((self.tags.add(tag, role), text.as_str(), *place, face));
                }
            }
        }
        let mut strip = self.cells(&cells, &look);
        if let Row::Total(_) = row {
            let Measure { left, width } = measure;
            let ground = Mark::Ground { left, top: Length::ZERO, width, height: strip.height, ink: Ink::BAND };
            let rule = Mark::Rule { left, top: Length::ZERO, width, weight: STRONG, ink: Ink::TITLE };
            strip.marks.splice(0..0, [ground, rule]);
        }
        under(&mut strip, &look, places);
        strip
    }

    fn cells(&mut self, cells: &[(TagId, &str, Place, Face)], look: &Look) -> Strip {
        let mut strip = Strip::default();
        let mut deepest = 1;
        for (tag, text, place, face) in cells {
            let spans = [Span::new(*text, *face, look.ink)];
            let lines = break_lines(&mut self.fonts, &spans, look.style, place.width);
            deepest = deepest.max(lines.len());
            for (number, line) in lines.into_iter().enumerate() {
                let left = match place.align {
                    Align::Left => place.left,
                    Align::Right => place.left.plus(place.width).minus(line.width),
                };
                let top = look.above.plus(look.style.leading.times(number));
                strip.marks.push(self.text_mark(line, look.style, (left, top), Owner::Tag(*tag)));
            }
        }
        let weight = look.rule.map_or(Length::ZERO, |(weight, _)| weight);
        strip.height = look.above.plus(look.style.leading.times(deepest)).plus(look.below).plus(weight);
        strip
    }
}

/// Where the text of a column goes, and the table it is in.
#[derive(Clone, Copy)]
struct Place {
    left: Length,
    width: Length,
    align: Align,
    outer: Measure,
}

fn places(table: &Table, measure: Measure) -> Vec<Place> {
    let columns = &table.columns;
    let [edge, right_pad, number_pad] = table.density.pads();
    let last = columns.len().saturating_sub(1);
    let mut left = measure.left;
    let mut places = Vec::with_capacity(columns.len());
    for (number, column) in columns.iter().enumerate() {
        let width = measure.width.percent(column.part);
        let first_pad = if number == 0 { edge } else { Length::ZERO };
        let after_numbers = number.checked_sub(1).and_then(|before| columns.get(before));
        let after_numbers = after_numbers.is_some_and(|before| before.align == Align::Right);
        let (before, after) = match column.align {
            Align::Left if after_numbers => (AFTER_NUMBERS, right_pad),
            Align::Left => (first_pad, right_pad),
            Align::Right => (number_pad, if number == last { edge } else { Length::ZERO }),
        };
        places.push(Place {
            left: left.plus(before),
            width: width.minus(before).minus(after),
            align: column.align,
            outer: measure,
        });
        left = left.plus(width);
    }
    places
}

fn under(strip: &mut Strip, look: &Look, places: &[Place]) {
    if let (Some((weight, ink)), Some(place)) = (look.rule, places.first()) {
        let Measure { left, width } = place.outer;
        strip.marks.push(Mark::Rule { left, top: strip.height, width, weight, ink });
    }
}
