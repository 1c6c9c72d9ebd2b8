//! The lines of the tables read one by one: operations, balances, totals, what is carried, what is not understood.

#![expect(clippy::float_arithmetic, reason = "places are in points, in floats")]

use super::accounts::Directory;
use super::columns::{Alignment, Table};
use super::cut::{Amount, Cut, Moved, cut, moved, without_figures};
use super::lines::Line;
use super::money::{Figures, Side, amounts};
use crate::cents::{Cents, DecimalMark};
use crate::days::{PrintedDay, full_days};
use crate::folded::{cleaned, folded};
use crate::headings::{ColumnKind, Headings, LineWords};
use crate::statement::{Balance, Sides};

/// A label goes on below when the next line is nearer than this share of its size.
const LABEL_GAP: f64 = 2.3;
/// How far left of the label above it, in shares of the size, a label may go on.
const LABEL_REACH: f64 = 1.5;

/// What a line of a table is.
#[derive(Clone, Debug)]
pub(crate) enum Row {
    /// Names an account, by its place in the directory.
    Account(usize),
    Balance(BalanceRow),
    Total(Printed),
    Carried(Printed),
    Operation(OperationRow),
    /// Holds money and is not understood; its page.
    Unread(usize),
}

/// A balance, and what its words say of its place.
#[derive(Clone, Debug)]
pub(crate) struct BalanceRow {
    pub(crate) words: LineWords,
    pub(crate) balance: Balance,
    pub(crate) page: usize,
}

/// Figures of both sides on a page.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Printed {
    pub(crate) sides: Sides,
    pub(crate) page: usize,
}

/// An operation, before the year of its day is known.
#[derive(Clone, Debug)]
pub(crate) struct OperationRow {
    pub(crate) day: PrintedDay,
    pub(crate) amount: Cents,
    /// Whether the amount said its side, by its column or by its sign.
    pub(crate) sided: bool,
    pub(crate) running: Option<Cents>,
    pub(crate) label: String,
    pub(crate) page: usize,
}

/// A line with money and without a date that is no balance and no total.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Undated {
    /// Not understood: the statement is not proven.
    Unread,
    /// An operation of the day above.
    SameDay,
}

/// How the doubtful lines are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Choices {
    pub(crate) alignment: Alignment,
    pub(crate) undated: Undated,
    /// A table that is left out: a detail of what another line sums up.
    pub(crate) without: Option<usize>,
}

/// A file as it is read, line by line.
pub(crate) struct Sheet<'a> {
    pub(crate) lines: &'a [Line],
    pub(crate) tables: &'a [Table],
    pub(crate) directory: &'a Directory,
    pub(crate) words: &'a Headings,
    pub(crate) mark: DecimalMark,
}

/// Reads the lines of every table, in order.
pub(crate) fn rows(sheet: &Sheet<'_>, choices: Choices) -> Vec<Row> {
    let mut reading = Reading { sheet, choices, rows: Vec::new(), pending: None, label: None };
    for (place, line) in sheet.lines.iter().enumerate() {
        let table = sheet.tables.iter().rposition(|table| table.first <= place);
        reading.line(place, line, table);
    }
    reading.rows
}

struct Reading<'a, 'b> {
    sheet: &'b Sheet<'a>,
    choices: Choices,
    rows: Vec<Row>,
    /// A dated line whose amount may stand on the next.
    pending: Option<DatedLabel>,
    /// Where the label of the last operation stands.
    label: Option<LabelPlace>,
}

struct DatedLabel {
    day: PrintedDay,
    label: String,
}

#[derive(Clone, Copy)]
struct LabelPlace {
    page: usize,
    y: f64,
    left: f64,
}

impl Reading<'_, '_> {
    fn line(&mut self, place: usize, line: &Line, table: Option<usize>) {
        let found = table.and_then(|number| self.sheet.tables.get(number).map(|table| (number, table)));
        if found.is_some_and(|(_, table)| (table.first..table.end).contains(&place)) {
            self.label = None;
            return;
        }
        let named = self.sheet.directory.at(place);
        if let Some(account) = named.filter(|_| amounts(line, self.sheet.mark).is_empty()) {
            self.rows.push(Row::Account(account));
            self.label = None;
            return;
        }
        match found {
            Some((number, table)) if self.choices.without != Some(number) => self.table_line(line, table),
            Some(_) | None => {}
        }
    }

    fn table_line(&mut self, line: &Line, table: &Table) {
        let cut = cut(self.sheet, self.choices.alignment, line, table);
        let plain = folded(&cut.text());
        if let Some(words) = self.line_words(&cut, &plain) {
            self.printed(line, table, &cut, words);
            return;
        }
        let moved = moved(&cut);
        match (cut.day, moved) {
            (Some(day), Moved::One(amount)) => self.operation(line, &cut, day, amount),
            (Some(_), Moved::Several) | (None, Moved::Several) => self.rows.push(Row::Unread(line.page)),
            (Some(_), Moved::None) if !cut.loose.is_empty() => self.rows.push(Row::Unread(line.page)),
            (Some(day), Moved::None) => {
                self.pending = Some(DatedLabel { day, label: cut.text() });
                self.label = None;
            }
            (None, Moved::One(amount)) => self.undated(line, &cut, amount),
            (None, Moved::None) => self.continued(line, table, &cut),
        }
    }

    /// What the line is by its words, when it is no operation: one that is dated is a balance only by its words alone.
    fn line_words(&self, cut: &Cut<'_>, plain: &str) -> Option<LineWords> {
        let words = self.sheet.words.line(plain)?;
        let has_money = !cut.money.is_empty() || !cut.loose.is_empty();
        if !has_money && cut.inner.is_empty() {
            return None;
        }
        // « SOLDE AU 31/07/2026 1 000,00 EUR » within the labels, or with a day, is a balance when it says nothing more.
        let alone = || self.sheet.words.is_whole_line(&without_figures(plain));
        match cut.day {
            None if has_money => Some(words),
            None | Some(_) => alone().then_some(words),
        }
    }

    fn printed(&mut self, line: &Line, table: &Table, cut: &Cut<'_>, words: LineWords) {
        self.pending = None;
        self.label = None;
        match words {
            LineWords::Opening | LineWords::Closing | LineWords::Middle | LineWords::Neutral => {
                let date = full_days(&line.words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>());
                let date = date.first().copied();
                if let Some(amount) = self.balance(line, table, cut) {
                    let balance = Balance { amount, date };
                    self.rows.push(Row::Balance(BalanceRow { words, balance, page: line.page }));
                }
            }
            LineWords::Total => self.figures(line, table, cut, Row::Total),
            LineWords::Carried => self.figures(line, table, cut, Row::Carried),
            LineWords::Ignored => {}
        }
    }

    /// The balance a line prints: by its column, its sign, or its words.
    fn balance(&self, line: &Line, table: &Table, cut: &Cut<'_>) -> Option<Cents> {
        let loose = cut
            .loose
            .last()
            .or(cut.inner.last())
            .map(|figures| (table.money_column(figures, Alignment::UnderHeading), *figures));
        let placed = cut.money.last().map(|(column, figures)| (Some(*column), *figures));
        let (column, figures) = placed.or(loose)?;
        let debit = column.is_some_and(|column| column.kind == ColumnKind::Debit);
        let negative = match figures.side {
            Some(Side::Debit) => true,
            Some(Side::Credit) => false,
            None => debit || self.sheet.words.is_overdrawn(&line.plain()),
        };
        Some(if negative { figures.size.opposite() } else { figures.size })
    }

    fn figures(&mut self, line: &Line, table: &Table, cut: &Cut<'_>, row: fn(Printed) -> Row) {
        let mut sides = Sides::default();
        let loose = cut.loose.iter().filter_map(|figures| {
            Some((table.money_column(figures, Alignment::UnderHeading)?, *figures)).filter(|_| cut.money.is_empty())
        });
        for (column, figures) in cut.money.iter().copied().chain(loose) {
            match column.kind {
                ColumnKind::Debit => sides.debit = Some(figures.size),
                ColumnKind::Credit => sides.credit = Some(figures.size),
                ColumnKind::Amount | ColumnKind::Balance => sides.signed = Some(figures.signed()),
                ColumnKind::Date | ColumnKind::Value | ColumnKind::Label => {}
            }
        }
        if sides != Sides::default() {
            self.rows.push(row(Printed { sides, page: line.page }));
        }
    }

    fn operation(&mut self, line: &Line, cut: &Cut<'_>, day: PrintedDay, moved: Amount) {
        let label = cut.text();
        self.push(line, cut, DatedLabel { day, label }, moved);
    }

    fn undated(&mut self, line: &Line, cut: &Cut<'_>, moved: Amount) {
        let above = match self.rows.last() {
            Some(Row::Operation(above)) if self.choices.undated == Undated::SameDay => Some(above.day),
            Some(_) | None => None,
        };
        let (day, label) = match (self.pending.take(), above) {
            (Some(pending), _) => (pending.day, cleaned(&format!("{} {}", pending.label, cut.text()))),
            (None, Some(day)) => (day, cut.text()),
            (None, None) => {
                self.label = None;
                self.rows.push(Row::Unread(line.page));
                return;
            }
        };
        self.push(line, cut, DatedLabel { day, label }, moved);
    }

    fn push(&mut self, line: &Line, cut: &Cut<'_>, DatedLabel { day, label }: DatedLabel, moved: Amount) {
        let running = cut.figure(ColumnKind::Balance).map(Figures::signed);
        let row = OperationRow { day, amount: moved.amount, sided: moved.sided, running, label, page: line.page };
        self.pending = None;
        let left = cut.label.first().map(|word| word.left);
        self.label = left.map(|left| LabelPlace { page: line.page, y: line.y, left });
        self.rows.push(Row::Operation(row));
    }

    /// A line without a date and without money goes to the label above, when it stands under it.
    fn continued(&mut self, line: &Line, table: &Table, cut: &Cut<'_>) {
        if let Some(pending) = &mut self.pending {
            pending.label = cleaned(&format!("{} {}", pending.label, cut.text()));
            return;
        }
        let Some(above) = self.label else { return };
        let near = above.page == line.page && line.y - above.y < line.size * LABEL_GAP;
        let under = line.left() > above.left - line.size * LABEL_REACH && line.left() < table.money_left();
        if !(near && under) {
            self.label = None;
            return;
        }
        if let Some(Row::Operation(operation)) = self.rows.last_mut() {
            operation.label = cleaned(&format!("{} {}", operation.label, cut.text()));
            self.label = Some(LabelPlace { y: line.y, ..above });
        }
    }
}
