//! Each lender: what it was sent, what it answered, in how many days. Sendings are counted, not dossiers.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::{Source, TOTAL, placed, without_empty};
use crate::dossier::DossierId;
use crate::report::event::Event;
use crate::report::figure::{Counted, Figure, Unit, Value};
use crate::report::period::Period;
use crate::report::row::{ReportRow, RowAnswer, RowPresentation};
use crate::report::table::{Column, ColumnKey, Item, Line, Part, Plan};

/// One sending, by its dossier and its place among those of the dossier.
#[derive(Clone, Copy)]
pub(super) struct Sending<'s> {
    row: &'s ReportRow,
    place: usize,
    sent: &'s RowPresentation,
}

impl Item for Sending<'_> {
    fn dossier(&self) -> DossierId {
        self.row.dossier
    }
}

/// The lenders, in the order of their keys.
pub(super) fn lenders<'s>(source: &'s Source<'_>) -> Plan<'s, Sending<'s>> {
    let period = source.period;
    let concerned = |one: &Sending<'s>| {
        period.contains(one.sent.sent_on)
            || answered(one, period).is_some()
            || missed_days(one, period).next().is_some()
    };
    let whole: Vec<Sending<'s>> = source.rows.iter().flat_map(|row| sendings(row)).filter(concerned).collect();
    let files = source.ground.lenders.iter();
    let lines: Vec<Line<Sending<'s>>> =
        files.map(|(key, file)| Line::new(key.as_str(), file.lender.name.as_str())).collect();
    let sent_on = move |one: &Sending<'s>| Some(one.sent.sent_on).filter(|on| period.contains(*on));
    let answers = |key, wanted: fn(&RowAnswer) -> bool| {
        Column::counting(key, Unit::Presentations, move |one: &Sending<'s>| {
            answered(one, period).filter(|_| one.sent.answer.as_ref().is_some_and(wanted))
        })
    };
    Plan {
        columns: vec![
            Column::counting(ColumnKey::Submitted, Unit::Presentations, sent_on),
            Column::counting(ColumnKey::Resubmitted, Unit::Presentations, move |one: &Sending<'s>| {
                sent_on(one).filter(|_| one.place > 0)
            }),
            answers(ColumnKey::Granted, |answer| matches!(answer, RowAnswer::Approved(_))),
            answers(ColumnKey::Refused, |answer| matches!(answer, RowAnswer::Refused(_))),
            Column::number(ColumnKey::MeanDays, Unit::Days, move |sent: &[Sending<'s>]| Ok(mean_days(sent, period))),
            Column::number(ColumnKey::MissedInstalments, Unit::Instalments, move |sent: &[Sending<'s>]| {
                Ok(missed(sent, period))
            }),
        ],
        parts: vec![Part {
            heading: None,
            lines: without_empty(placed(lines, &whole, |one| [one.sent.lender.as_str()])),
        }],
        whole,
        total: TOTAL,
    }
}

fn sendings(row: &ReportRow) -> impl Iterator<Item = Sending<'_>> {
    row.presentations.iter().enumerate().map(|(place, sent)| Sending { row, place, sent })
}

fn answered(one: &Sending<'_>, period: Period) -> Option<NaiveDate> {
    one.sent.answered_on.filter(|on| period.contains(*on))
}

/// Days between the sending and the answer, of the answers of the period.
fn mean_days(sent: &[Sending<'_>], period: Period) -> Figure {
    let answered: Vec<(Counted, Decimal)> = sent
        .iter()
        .filter_map(|one| {
            let on = answered(one, period)?;
            let days = one.row.days_between((Event::Submitted, one.sent.sent_on), (one.sent.answered_as(), on))?;
            Some((Counted { on, dossier: one.row.dossier }, Decimal::from(days)))
        })
        .collect();
    let total = answered.iter().fold(Decimal::ZERO, |sum, (_, days)| sum + days);
    Figure::over(Value::ratio(total, Decimal::from(answered.len())), answered.into_iter().map(|(counted, _)| counted))
}

/// The instalments missed in the period of the loans these sendings became.
fn missed(sent: &[Sending<'_>], period: Period) -> Figure {
    let days = sent.iter().flat_map(|one| missed_days(one, period).map(|on| one.row.at(on)));
    let days: Vec<Counted> = days.collect();
    Figure::over(Some(Value::Count(crate::report::figure::count(&days))), days)
}

/// The days a due date was missed in the period, of the loan a sending became.
fn missed_days<'s>(one: &Sending<'s>, period: Period) -> impl Iterator<Item = NaiveDate> + use<'s> {
    let (row, place) = (one.row, one.place);
    let within = row.missed.iter().copied().filter(move |on| period.contains(*on));
    within.filter(move |_| row.presentations.iter().rposition(approved) == Some(place))
}

fn approved(sent: &RowPresentation) -> bool {
    matches!(sent.answer, Some(RowAnswer::Approved(_)))
}
