//! The few doubtful choices of a file tried in order of likelihood, until one reading proves; two that prove prove nothing.

use chrono::{Days, NaiveDate};

use super::accounts::Directory;
use super::columns::{Alignment, Table, tables, unnamed};
use super::head::{Boxed, HeadPeriod, boxed, period};
use super::lines::Line;
use super::money::{amounts, decimal_mark};
use super::split::{Entry, Span, closing_day, spans};
use super::table_lines::{Choices, OperationRow, Sheet, Undated, rows};
use crate::cents::Cents;
use crate::days::after;
use crate::headings::Headings;
use crate::proof::prove;
use crate::statement::{Balance, Check, Draft, Figure, Operation, Period};

/// The most tables that are tried to be left out in turn.
const MOST_LEFT_OUT: usize = 12;
/// How long a paper that says only its last day may go back, in days.
const LONGEST_BACK: u64 = 45;

/// The statements of a file, read in the way that proves most of them.
pub(crate) fn drafts(lines: &[Line], words: &Headings) -> Vec<Draft> {
    let mark = decimal_mark(lines);
    let mut found = tables(lines, words, mark);
    let named = !found.is_empty();
    found.extend(unnamed(lines, mark).filter(|_| !named));
    refine(&mut found, lines, mark);
    let directory = Directory::of(lines, words);
    let sheet = Sheet { lines, tables: &found, directory: &directory, words, mark };
    let first = found.first().map_or(lines.len(), |table| table.first);
    let mut outside = boxed(lines.get(..first).unwrap_or_default(), words, mark);
    if outside.closing.is_none() {
        outside.closing = boxed(lines.get(first..).unwrap_or_default(), words, mark).closing;
    }
    let ways = choices(found.len());
    let readings: Vec<Vec<Draft>> = ways.iter().map(|way| reading(&sheet, *way, outside)).collect();
    let proven = |drafts: &[Draft]| drafts.iter().filter(|draft| prove(draft).holds()).count();
    let unproven = |drafts: &[Draft]| drafts.len().saturating_sub(proven(drafts));
    let best = (0..readings.len())
        .rev()
        .max_by_key(|place| readings.get(*place).map(|drafts| (proven(drafts), std::cmp::Reverse(unproven(drafts)))));
    let Some(best) = best else { return Vec::new() };
    // What reads every table is not put in doubt by what leaves one out.
    let partial = |place: usize| ways.get(place).is_some_and(|way| way.without.is_some());
    let rivals = (0..readings.len()).filter(|place| partial(best) || !partial(*place));
    let rivals: Vec<&Draft> = rivals.filter_map(|place| readings.get(place)).flatten().collect();
    let drafts = readings.get(best).cloned().unwrap_or_default();
    let judged = drafts.into_iter().map(|draft| Draft { ambiguous: is_ambiguous(&draft, &rivals), ..draft });
    // A paper without a balance is no statement, and columns that nothing names are believed only when they prove.
    judged
        .filter(|draft| draft.opening.is_some() || draft.closing.is_some())
        .filter(|draft| named || prove(draft).holds())
        .collect()
}

fn refine(found: &mut [Table], lines: &[Line], mark: crate::cents::DecimalMark) {
    let starts: Vec<usize> = found.iter().map(|table| table.first).chain([lines.len()]).collect();
    for (table, next) in found.iter_mut().zip(starts.iter().skip(1)) {
        let inside = lines.get(table.end..*next).unwrap_or_default();
        let all: Vec<_> = inside.iter().flat_map(|line| amounts(line, mark)).collect();
        table.refine(&all);
    }
}

/// The choices in order of likelihood: as printed first.
fn choices(tables: usize) -> Vec<Choices> {
    let mut ways = Vec::new();
    for undated in [Undated::Unread, Undated::SameDay] {
        for alignment in [Alignment::RightEdge, Alignment::UnderHeading, Alignment::InOrder] {
            ways.push(Choices { alignment, undated, without: None });
        }
    }
    if tables > 1 {
        let left_out = (0..tables.min(MOST_LEFT_OUT)).map(|table| Choices {
            alignment: Alignment::RightEdge,
            undated: Undated::Unread,
            without: Some(table),
        });
        ways.extend(left_out);
    }
    ways
}

/// Whether another reading proves other movements between the same balances.
fn is_ambiguous(draft: &Draft, readings: &[&Draft]) -> bool {
    let same_place = |other: &&&Draft| {
        other.account == draft.account && other.opening == draft.opening && other.closing == draft.closing
    };
    let others = readings.iter().filter(same_place);
    others.filter(|other| !other.same_movements(draft)).any(|other| prove(other).holds())
}

fn reading(sheet: &Sheet<'_>, choices: Choices, outside: Boxed) -> Vec<Draft> {
    let spans = spans(rows(sheet, choices));
    // Balances outside the tables are those of the statement with most operations, when none has both in its table.
    let whole = spans.iter().any(|span| span.opening.is_some() && span.closing.is_some());
    let most = (0..spans.len()).rev().max_by_key(|place| spans.get(*place).map_or(0, |span| span.operations().count()));
    let owner = most.filter(|_| !whole);
    let of = |place: usize| if owner == Some(place) { outside } else { Boxed::default() };
    spans.into_iter().enumerate().map(|(place, span)| draft(sheet, span, of(place))).collect()
}

fn draft(sheet: &Sheet<'_>, span: Span, outside: Boxed) -> Draft {
    let opening = span.opening.or(outside.opening);
    let closing = span.closing.or(outside.closing);
    let head = period(sheet.lines, span.page().unwrap_or(1));
    let days = printed_period(opening, closing, head, &span);
    let mut draft = Draft {
        account: span.account.and_then(|at| sheet.directory.accounts.get(at)).cloned().unwrap_or_default(),
        opening,
        closing,
        ..Draft::default()
    };
    let beyond = |row: &OperationRow| {
        let day = days.and_then(|days| row.day.within(days.from, days.to)).or_else(|| row.day.full());
        day.zip(closing_day(&span)).is_some_and(|(day, closing)| day > closing)
    };
    draft.unread.extend(span.beyond.iter().filter(|row| beyond(row)).map(|row| row.page));
    let mut balance = opening.map(|balance| balance.amount);
    for entry in span.entries {
        let after = draft.operations.len();
        match entry {
            Entry::Operation(row) => {
                let (date, amount) = (dated(&row, days), sided(&row, balance));
                balance = row.running.or_else(|| balance.and_then(|balance| balance.plus(amount)));
                match date {
                    Some(date) => draft.operations.push(Operation { date, amount, label: row.label }),
                    None => draft.unread.push(row.page),
                }
                let after = draft.operations.len();
                draft.checks.extend(row.running.map(|printed| Check {
                    after,
                    page: row.page,
                    figure: Figure::Running(printed),
                }));
            }
            Entry::SubBalance(row) => {
                draft.checks.push(Check { after, page: row.page, figure: Figure::SubBalance(row.balance.amount) });
            }
            Entry::Total(printed) => {
                draft.checks.push(Check { after, page: printed.page, figure: Figure::Totals(printed.sides) });
            }
            Entry::Carried(printed) => {
                draft.checks.push(Check { after, page: printed.page, figure: Figure::Carried(printed.sides) });
            }
            Entry::Unread(page) => draft.unread.push(page),
        }
    }
    draft.told = told(opening, closing, head, &draft.operations);
    draft
}

/// The days to look for years in: of the balances, else of the head.
fn printed_period(opening: Option<Balance>, closing: Option<Balance>, head: HeadPeriod, span: &Span) -> Option<Period> {
    let days = span.operations().filter_map(|row| row.day.full());
    let to = closing.and_then(|balance| balance.date).or(head.to).or(days.clone().max())?;
    let from = opening.and_then(|balance| balance.date).map(after).or(head.from).or(days.min());
    Some(Period { from: from.or_else(|| to.checked_sub_days(Days::new(LONGEST_BACK)))?, to })
}

fn dated(row: &OperationRow, days: Option<Period>) -> Option<NaiveDate> {
    match days {
        Some(days) => row.day.within(days.from, days.to),
        None => row.day.full(),
    }
}

/// The amount on its side: a column of both without signs is told by the balance beside it.
fn sided(row: &OperationRow, balance: Option<Cents>) -> Cents {
    let other = row.amount.opposite();
    let meets = |amount: Cents| balance.and_then(|balance| balance.plus(amount)) == row.running;
    if !row.sided && row.running.is_some() && !meets(row.amount) && meets(other) { other } else { row.amount }
}

fn told(
    opening: Option<Balance>,
    closing: Option<Balance>,
    head: HeadPeriod,
    operations: &[Operation],
) -> Option<Period> {
    let own = Period::of_operations(operations);
    let to = closing.and_then(|balance| balance.date).or(head.to).or(own.map(|own| own.to))?;
    let from = opening.and_then(|balance| balance.date).map(after).or(head.from).or(own.map(|own| own.from))?;
    (from <= to).then_some(Period { from, to }).or(own)
}
