//! What stands around the tables: the period of the paper, and balances in a box.

#![expect(clippy::float_arithmetic, reason = "places are in points, in floats")]

use chrono::NaiveDate;

use super::lines::{Line, Word};
use super::money::{Figures, Side, amounts};
use crate::cents::DecimalMark;
use crate::days::{between, full_days};
use crate::folded::{folded, holds};
use crate::headings::{Headings, LineWords};
use crate::statement::Balance;

/// How long a paper covers, in days, at least and at most.
const COVERED: std::ops::RangeInclusive<i64> = 5..=400;
/// How many lines under its words a balance of a box may stand.
const UNDER: usize = 3;

/// The period a paper says it covers; its first day may be missing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct HeadPeriod {
    pub(crate) from: Option<NaiveDate>,
    pub(crate) to: Option<NaiveDate>,
}

/// Balances printed outside the tables.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Boxed {
    pub(crate) opening: Option<Balance>,
    pub(crate) closing: Option<Balance>,
}

/// The period of the paper a page belongs to: of that page, else of a page before it.
pub(crate) fn period(lines: &[Line], page: usize) -> HeadPeriod {
    let before = |line: &&Line| line.page <= page;
    let found = |read: fn(&Line) -> Option<HeadPeriod>| {
        let own = lines.iter().filter(|line| line.page == page).find_map(read);
        own.or_else(|| lines.iter().filter(before).rev().find_map(read))
    };
    found(two_days).or_else(|| found(one_day)).or_else(|| found(alone)).unwrap_or_default()
}

fn days(line: &Line) -> Vec<NaiveDate> {
    full_days(&line.words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>())
}

/// « du 31 août 2026 au 30 septembre 2026 ».
fn two_days(line: &Line) -> Option<HeadPeriod> {
    let plain = line.plain();
    if !(holds(&plain, "DU") || holds(&plain, "ENTRE") || holds(&plain, "PERIODE") || holds(&plain, "DE")) {
        return None;
    }
    match days(line).as_slice() {
        [from, to] if COVERED.contains(&between(*from, *to)) => Some(HeadPeriod { from: Some(*from), to: Some(*to) }),
        _ => None,
    }
}

/// « arrêté au 30 octobre 2026 », never the day a paper was printed.
fn one_day(line: &Line) -> Option<HeadPeriod> {
    let plain = line.plain();
    let printed = ["EDITE", "EDITION", "IMPRIME", "EMIS", "SOLDE"].into_iter().any(|word| holds(&plain, word));
    let covers = ["ARRETE*", "RELEVE", "EXTRAIT", "SITUATION", "AU"].into_iter().any(|word| holds(&plain, word));
    match days(line).as_slice() {
        [to] if covers && !printed && amounts(line, DecimalMark::Comma).is_empty() => {
            Some(HeadPeriod { from: None, to: Some(*to) })
        }
        _ => None,
    }
}

/// A line that is a day and nothing else.
fn alone(line: &Line) -> Option<HeadPeriod> {
    let short = line.words.len() <= 3;
    days(line).first().filter(|_| short).map(|to| HeadPeriod { from: None, to: Some(*to) })
}

/// The balances of boxes outside the tables, by their words; two neutral ones are told apart by their days.
pub(crate) fn boxed(lines: &[Line], words: &Headings, mark: DecimalMark) -> Boxed {
    let mut boxed = Boxed::default();
    let mut neutral: Vec<Balance> = Vec::new();
    for (place, line) in lines.iter().enumerate() {
        for piece in pieces(line) {
            let text = piece.iter().map(|word| word.text.as_str()).collect::<Vec<_>>();
            let Some(kind) = words.line(&folded(&text.join(" "))) else { continue };
            let below = lines.get(place..).unwrap_or_default();
            let Some(figures) = figures_of(piece, below, mark) else { continue };
            let overdrawn = figures.side == Some(Side::Debit)
                || figures.side.is_none() && words.is_overdrawn(&folded(&text.join(" ")));
            let amount = if overdrawn { figures.size.opposite() } else { figures.size };
            let date = full_days(&text).first().copied();
            let balance = Balance { amount, date };
            match kind {
                LineWords::Opening => boxed.opening = boxed.opening.or(Some(balance)),
                LineWords::Closing => boxed.closing = boxed.closing.or(Some(balance)),
                LineWords::Neutral => neutral.extend(date.map(|_| balance)),
                LineWords::Middle | LineWords::Ignored | LineWords::Total | LineWords::Carried => {}
            }
        }
    }
    neutral.sort_by_key(|balance| balance.date);
    if let [first, .., last] = neutral.as_slice()
        && first.date < last.date
    {
        boxed.opening = boxed.opening.or(Some(*first));
        boxed.closing = boxed.closing.or(Some(*last));
    } else if let [only] = neutral.as_slice() {
        let opening = boxed.opening.is_some();
        boxed.closing = boxed.closing.or(Some(*only).filter(|_| opening));
    }
    boxed
}

/// The words of a line in pieces, parted by more than one letter.
fn pieces(line: &Line) -> Vec<&[Word]> {
    line.words.chunk_by(|one, next| next.left - one.right < line.size).collect()
}

/// The amount beside the words of a box, or under them.
fn figures_of(piece: &[Word], below: &[Line], mark: DecimalMark) -> Option<Figures> {
    let (first, last) = (piece.first()?, piece.last()?);
    let own = below.first()?;
    let beside = amounts(own, mark).into_iter().find(|figures| figures.left > first.left);
    let next = pieces(own).into_iter().find(|other| other.first().is_some_and(|word| word.left > last.right));
    let is_next = |figures: &Figures| {
        let start = next.and_then(|next| next.first()).map_or(f64::MAX, |word| word.left);
        figures.left <= last.right || (figures.left - start).abs() < own.size * 4.0
    };
    beside.filter(is_next).or_else(|| {
        let under = below.iter().skip(1).take(UNDER).filter(|line| line.page == own.page);
        under
            .flat_map(|line| amounts(line, mark))
            .find(|figures| figures.left < last.right + own.size && figures.outer > first.left - own.size)
    })
}
