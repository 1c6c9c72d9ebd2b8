//! A table of a bilan: lines of dossiers, and columns that say what they measure.
//!
//! A column is one place: its key, its unit and how it measures the items of a line. The total of a table measures all
//! its items with the same column, so that a total is what its lines add up to. On a paper for people who are not of
//! the office, a line of 1 to 4 people is put together with another before anything is measured: nothing printed lets
//! it be found again by a subtraction.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::definitions::{Reading, TableDefinition, TableKey};
use super::figure::{Counted, Figure, Unit, Value, count};
use crate::dossier::DossierId;
use crate::loan::Rate;
use crate::money::AmountTooLarge;
use crate::words::lowered;

vocabulary! {
    /// What a column tells.
    pub enum ColumnKey {
        Dossiers => "dossiers", "Dossiers";
        Share => "share", "Part";
        ShareOfPrevious => "share_of_previous", "De l’étape d’avant";
        Requests => "requests", "Demandes";
        RequestsShare => "requests_share", "Part";
        RequestsReference => "requests_reference", "National";
        Assessed => "assessed", "Évalués";
        Submitted => "submitted", "Transmis";
        Resubmitted => "resubmitted", "Dont à nouveau";
        Granted => "granted", "Accordés";
        GrantedShare => "granted_share", "Part";
        GrantedReference => "granted_reference", "National";
        Refused => "refused", "Refusés";
        Redirected => "redirected", "Réorientés";
        Disbursed => "disbursed", "Versés";
        AmountGranted => "amount_granted", "Montant accordé";
        MeanDays => "mean_days", "Réponse en moyenne";
        MissedInstalments => "missed_instalments", "Échéances impayées";
        ShareOfCategory => "share_of_category", "Part de l’objet";
        CategoryReference => "category_reference", "National";
        Helped => "helped", "Aidés";
        NotHelped => "not_helped", "Pas aidés";
        Obtained => "obtained", "Montant obtenu";
        Unreachable => "unreachable", "Injoignables";
        NotAsked => "not_asked", "Pas rappelés";
        AtRequest => "at_request", "À la demande";
        MidTerm => "mid_term", "À mi-parcours";
        AtEnd => "at_end", "À la fin";
    }
}

/// The head of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ColumnHead {
    /// What it tells.
    pub key: ColumnKey,
    /// What it counts.
    pub unit: Unit,
}

vocabulary! {
    /// What a row of a table is.
    pub enum RowKind {
        /// The heading of the lines under it, without numbers.
        Heading => "heading";
        /// One line.
        Line => "line";
        /// All the lines together.
        Total => "total";
    }
}

/// One row of a table, a figure for each column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRow {
    /// Its key, unlike those of the other rows.
    pub key: String,
    /// What people read.
    pub label: String,
    /// What it is.
    pub kind: RowKind,
    /// Its figures, in the order of the columns; none for a heading.
    pub cells: Vec<Figure>,
}

/// A table of a bilan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its key.
    pub key: TableKey,
    /// What people read.
    pub title: String,
    /// How it is counted, in a sentence.
    pub help: String,
    /// How its facts are gathered.
    pub reading: Reading,
    /// Its columns.
    pub columns: Vec<ColumnHead>,
    /// Its rows.
    pub rows: Vec<TableRow>,
}

/// Something a line counts, which belongs to a dossier.
pub(super) trait Item: Copy {
    /// Its dossier.
    fn dossier(&self) -> DossierId;
}

/// One line before it is measured.
#[derive(Clone)]
pub(super) struct Line<T> {
    pub(super) keys: Vec<String>,
    pub(super) labels: Vec<String>,
    pub(super) items: Vec<T>,
}

/// Lines that have a heading of their own, or none.
pub(super) struct Part<T> {
    pub(super) heading: Option<(String, String)>,
    pub(super) lines: Vec<Line<T>>,
}

/// The day an item is counted at, if it is.
type Day<'c, T> = Box<dyn Fn(&T) -> Option<NaiveDate> + 'c>;
/// The same, borrowed.
type DayOf<'c, T> = &'c (dyn Fn(&T) -> Option<NaiveDate> + 'c);
/// A number over the items of a line.
type Reckoning<'c, T> = Box<dyn Fn(&[T]) -> Result<Figure, AmountTooLarge> + 'c>;

/// What a column does of the items of a line.
pub(super) enum Measure<'c, T> {
    /// Counts those that have a day.
    Count(Day<'c, T>),
    /// That count over the same count of all the items.
    ShareOf(ColumnKey),
    /// What elsewhere has for the keys of the line.
    Reference(&'c BTreeMap<String, Rate>),
    /// Something else than a count.
    Number(Reckoning<'c, T>),
}

/// A column before it measures.
pub(super) struct Column<'c, T> {
    pub(super) head: ColumnHead,
    pub(super) measure: Measure<'c, T>,
}

/// What a table is made of.
pub(super) struct Plan<'c, T> {
    pub(super) columns: Vec<Column<'c, T>>,
    pub(super) parts: Vec<Part<T>>,
    /// Everything the table counts, each once.
    pub(super) whole: Vec<T>,
    pub(super) total: &'static str,
}

impl<'c, T> Column<'c, T> {
    pub(super) fn counting(key: ColumnKey, unit: Unit, day: impl Fn(&T) -> Option<NaiveDate> + 'c) -> Self {
        Self { head: ColumnHead { key, unit }, measure: Measure::Count(Box::new(day)) }
    }

    pub(super) fn share(key: ColumnKey, of: ColumnKey) -> Self {
        Self { head: ColumnHead { key, unit: Unit::Percent }, measure: Measure::ShareOf(of) }
    }

    pub(super) fn reference(key: ColumnKey, shares: &'c BTreeMap<String, Rate>) -> Self {
        Self { head: ColumnHead { key, unit: Unit::Percent }, measure: Measure::Reference(shares) }
    }

    pub(super) fn number(key: ColumnKey, unit: Unit, of: impl Fn(&[T]) -> Result<Figure, AmountTooLarge> + 'c) -> Self {
        Self { head: ColumnHead { key, unit }, measure: Measure::Number(Box::new(of)) }
    }
}

impl<T: Item> Line<T> {
    pub(super) fn new(key: &str, label: &str) -> Self {
        Self { keys: vec![key.to_owned()], labels: vec![label.to_owned()], items: Vec::new() }
    }

    /// The labels together: « Dettes, santé, formation »; names keep their capitals.
    fn label(&self, table: TableKey) -> String {
        let mut label = String::new();
        for one in &self.labels {
            if label.is_empty() {
                label.clone_from(one);
            } else {
                label.push_str(", ");
                label.push_str(&if table == TableKey::Banks { one.clone() } else { lowered(one) });
            }
        }
        label
    }
}

impl<T: Item> Plan<'_, T> {
    /// The table, measured; nothing when small numbers leave no column to show.
    pub(super) fn table(self, definition: &TableDefinition) -> Result<Option<Table>, AmountTooLarge> {
        let whole: BTreeMap<ColumnKey, u64> =
            counters(&self.columns).map(|(head, day)| (head.key, number_of(&self.whole, day))).collect();
        let measured = |items: &[T], keys: &[String]| -> Result<Vec<Figure>, AmountTooLarge> {
            self.columns.iter().map(|column| self.cell(column, items, keys, &whole)).collect()
        };
        let mut rows = Vec::new();
        for part in &self.parts {
            if let Some((key, label)) = &part.heading {
                rows.push(row(key, label, RowKind::Heading, Vec::new()));
            }
            for line in &part.lines {
                let key = match &part.heading {
                    Some((heading, _)) => format!("{heading}.{}", line.keys.join("+")),
                    None => line.keys.join("+"),
                };
                rows.push(row(&key, &line.label(definition.key), RowKind::Line, measured(&line.items, &line.keys)?));
            }
        }
        let every: Vec<String> =
            self.parts.iter().flat_map(|part| &part.lines).flat_map(|line| line.keys.clone()).collect();
        rows.push(row("total", self.total, RowKind::Total, measured(&self.whole, &every)?));
        let heads: Vec<ColumnHead> = self.columns.iter().map(|column| column.head).collect();
        let counted = self.columns.iter().any(|column| matches!(column.measure, Measure::Count(_)));
        let (title, help) = (definition.label.clone(), definition.help.clone());
        Ok((counted && !self.parts.is_empty()).then_some(Table {
            key: definition.key,
            title,
            help,
            reading: definition.reading,
            columns: heads,
            rows,
        }))
    }

    /// What a column makes of the items of a line, `whole` being what is counted of all.
    fn cell(
        &self,
        column: &Column<'_, T>,
        items: &[T],
        keys: &[String],
        whole: &BTreeMap<ColumnKey, u64>,
    ) -> Result<Figure, AmountTooLarge> {
        match &column.measure {
            Measure::Count(day) => Ok(counted(items, day)),
            Measure::ShareOf(key) => {
                let part = self.counter(*key).map_or(0, |day| number_of(items, day));
                Ok(Figure::over(Value::percent(part, whole.get(key).copied().unwrap_or_default()), []))
            }
            Measure::Reference(shares) => {
                let known: Vec<Decimal> =
                    keys.iter().filter_map(|key| shares.get(key)).map(|rate| rate.percent()).collect();
                let sum = known.iter().fold(Decimal::ZERO, |sum, share| sum + share);
                Ok(Figure::over((!known.is_empty()).then_some(Value::Number(sum)), []))
            }
            Measure::Number(of) => of(items),
        }
    }

    fn counter(&self, key: ColumnKey) -> Option<DayOf<'_, T>> {
        counters(&self.columns).find(|(head, _)| head.key == key).map(|(_, day)| day)
    }
}

fn counters<'c, T>(columns: &'c [Column<'_, T>]) -> impl Iterator<Item = (ColumnHead, DayOf<'c, T>)> {
    columns.iter().filter_map(|column| match &column.measure {
        Measure::Count(day) => {
            let day: DayOf<'c, T> = day.as_ref();
            Some((column.head, day))
        }
        Measure::ShareOf(_) | Measure::Reference(..) | Measure::Number(_) => None,
    })
}

fn row(key: &str, label: &str, kind: RowKind, cells: Vec<Figure>) -> TableRow {
    TableRow { key: key.to_owned(), label: label.to_owned(), kind, cells }
}

/// How many items have a day, with their dossiers: an item is counted even where its dossier has several.
fn counted<T: Item>(items: &[T], day: &dyn Fn(&T) -> Option<NaiveDate>) -> Figure {
    let with_a_day = items.iter().filter_map(|item| day(item).map(|on| Counted { on, dossier: item.dossier() }));
    let dossiers: Vec<Counted> = with_a_day.collect();
    Figure::over(Some(Value::Count(count(&dossiers))), dossiers)
}

fn number_of<T>(items: &[T], day: &dyn Fn(&T) -> Option<NaiveDate>) -> u64 {
    u64::try_from(items.iter().filter(|item| day(item).is_some()).count()).unwrap_or(u64::MAX)
}
