//! A line of a table cut into its day, its label and its money.

use super::columns::{Alignment, Column, Table};
use super::lines::{Line, Word};
use super::money::{Figures, amounts, side_word};
use super::table_lines::Sheet;
use crate::cents::Cents;
use crate::days::{PrintedDay, first_day};
use crate::folded::cleaned;
use crate::headings::ColumnKind;

/// A line cut into its parts.
pub(crate) struct Cut<'l> {
    pub(crate) day: Option<PrintedDay>,
    pub(crate) label: Vec<&'l Word>,
    pub(crate) money: Vec<(Column, Figures)>,
    /// Amounts right of the labels that stand under no column of money.
    pub(crate) loose: Vec<Figures>,
    /// Amounts within the label.
    pub(crate) inner: Vec<Figures>,
}

impl Cut<'_> {
    /// The label as printed, without the marks of banks.
    pub(crate) fn text(&self) -> String {
        let words = self.label.iter().map(|word| word.text.as_str()).filter(|word| !is_mark(word));
        cleaned(&words.collect::<Vec<_>>().join(" "))
    }

    /// The amount in a column, one that moves something first.
    pub(crate) fn figure(&self, kind: ColumnKind) -> Option<&Figures> {
        let found = self.money.iter().filter(|(column, _)| column.kind == kind).map(|(_, figures)| figures);
        found.clone().find(|figures| figures.size != Cents::ZERO).or_else(|| found.clone().next())
    }
}

fn is_mark(word: &str) -> bool {
    word.chars().all(|sign| "þ¨".contains(sign))
}

/// Cuts a line by the columns of its table.
pub(crate) fn cut<'l>(sheet: &Sheet<'_>, alignment: Alignment, line: &'l Line, table: &Table) -> Cut<'l> {
    let texts: Vec<&str> = line.words.iter().map(|word| word.text.as_str()).collect();
    let dated = line.words.first().is_some_and(|word| table.under_first_date(word));
    let (day, taken) = match first_day(&texts).filter(|_| dated) {
        Some((day, taken)) => (Some(day), taken),
        None => spaced_day(line, table).map_or((None, 0), |day| (Some(day), 2)),
    };
    let mut money: Vec<(Column, Figures)> = Vec::new();
    let mut loose = Vec::new();
    for figures in amounts(line, sheet.mark).into_iter().filter(|figures| figures.first >= taken) {
        match table.money_column(&figures, alignment) {
            Some(column) => money.push((column, figures)),
            None => loose.push(figures),
        }
    }
    // The last amounts of a line are its money: one column holds one amount.
    let mut seen: Vec<ColumnKind> = Vec::new();
    let mut kept = Vec::new();
    for (column, figures) in money.into_iter().rev() {
        if seen.contains(&column.kind) {
            loose.insert(0, figures);
        } else {
            seen.push(column.kind);
            kept.push((column, figures));
        }
    }
    kept.reverse();
    let named = line.words.last().filter(|_| table.is_lone()).and_then(side_word);
    for (_, figures) in kept.iter_mut().filter(|(column, _)| column.kind == ColumnKind::Amount) {
        figures.side = figures.side.or(named.filter(|_| figures.end < line.words.len()));
    }
    let in_money = |place: usize| kept.iter().any(|(_, figures)| (figures.first..figures.end).contains(&place));
    let first_money = kept.iter().map(|(_, figures)| figures.left).fold(f64::MAX, f64::min);
    let words = line.words.iter().enumerate().skip(taken).filter(|(place, word)| {
        let value = day.is_some() && table.under_dates(word) && first_day(&[word.text.as_str()]).is_some();
        !in_money(*place) && !value && word.left < first_money
    });
    let label = words.map(|(_, word)| word).collect();
    // What is written left of the columns of money is a label, whatever it says.
    let (loose, inner) = loose.into_iter().partition(|figures: &Figures| figures.right > table.money_left());
    Cut { day, label, money: kept, loose, inner }
}

/// « 03 08 » under the heading of days.
fn spaced_day(line: &Line, table: &Table) -> Option<PrintedDay> {
    let [day, month, ..] = line.words.as_slice() else { return None };
    let two = |word: &Word| word.text.len() == 2 && word.text.bytes().all(|byte| byte.is_ascii_digit());
    let placed = table.has_dates() && two(day) && two(month) && table.under_dates(day) && table.under_dates(month);
    first_day(&[format!("{}/{}", day.text, month.text).as_str()]).filter(|_| placed).map(|(day, _)| day)
}

/// A folded label without its figures, its currency and what leads to a day.
pub(crate) fn without_figures(plain: &str) -> String {
    let figures = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let words = plain.split(' ').filter(|word| !figures(word) && !["EUR", "EUROS"].contains(word));
    let bare = words.collect::<Vec<_>>().join(" ");
    bare.trim_end_matches(" EN").trim_end_matches(" AU").trim_end_matches(" LE").to_owned()
}

/// An amount of a line, and whether it said its side.
#[derive(Clone, Copy)]
pub(crate) struct Amount {
    pub(crate) amount: Cents,
    pub(crate) sided: bool,
}

/// The movement a line prints.
pub(crate) enum Moved {
    None,
    One(Amount),
    Several,
}

/// The movement of a line: of one side alone.
pub(crate) fn moved(cut: &Cut<'_>) -> Moved {
    let sided = |amount: Cents| Amount { amount, sided: true };
    let debit = cut.figure(ColumnKind::Debit).map(|figures| sided(figures.size.opposite()));
    let credit = cut.figure(ColumnKind::Credit).map(|figures| sided(figures.signed()));
    let lone = cut.figure(ColumnKind::Amount);
    let lone = lone.map(|figures| Amount { amount: figures.signed(), sided: figures.side.is_some() });
    let sides: Vec<Amount> = debit.into_iter().chain(credit).chain(lone).collect();
    let moving: Vec<&Amount> = sides.iter().filter(|moved| moved.amount != Cents::ZERO).collect();
    match (moving.as_slice(), sides.first()) {
        ([moved], _) => Moved::One(**moved),
        ([], Some(nothing)) => Moved::One(*nothing),
        ([], None) => Moved::None,
        ([_, _, ..], _) => Moved::Several,
    }
}
