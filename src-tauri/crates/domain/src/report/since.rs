//! What an office did since it began, year after year: only the years it entered.
//!
//! A year in which nothing was entered is not a year of zeros: it is left out.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::event::Event;
use super::figure::{Counted, Figure};
use super::period::Period;
use super::row::ReportRow;
use crate::money::{AmountTooLarge, Euros};

/// A year, or several told together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearTold {
    /// The first one.
    pub first: i32,
    /// The last one; the same for a year alone.
    pub last: i32,
    /// The requests received.
    pub requests: Figure,
    /// The loans granted.
    pub granted: Figure,
    /// What they lent together.
    pub amount: Euros,
}

/// What was lost and missed since the office began.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SinceStart {
    /// The first year anything was entered for.
    pub year: Option<i32>,
    /// The loans that had an incident.
    pub incidents: Figure,
    /// The loans that ended with a loss.
    pub lost: Figure,
    /// What was lost.
    pub losses: Euros,
    /// The loans paid out.
    pub paid_out: Figure,
    /// Those of which what came after is known: begun here, or something was noted of their repayment.
    pub followed: Figure,
}

/// The years up to the end of a period, the last `most` of them; those of a period of several years alone.
pub fn years(period: Period, rows: &[ReportRow], most: usize) -> Result<Vec<YearTold>, AmountTooLarge> {
    let from = if period.from().year() < period.to().year() { period.from().year() } else { i32::MIN };
    let mut told: BTreeMap<i32, YearTold> = BTreeMap::new();
    let entered = rows.iter().flat_map(|row| [Some(row.received_on), row.granted_by(period.to()).map(|(on, _)| on)]);
    let entered = entered.flatten().filter(|on| *on <= period.to()).map(|on| on.year());
    for year in entered.filter(|year| *year >= from).collect::<std::collections::BTreeSet<i32>>() {
        let Some(whole) = Period::year(year) else { continue };
        let Ok(within) = Period::of(whole.from().max(bounded(period, from)), whole.to().min(period.to())) else {
            continue;
        };
        told.insert(year, of_year(year, within, rows)?);
    }
    let mut years: Vec<YearTold> = told.into_values().collect();
    let more = years.len().saturating_sub(most);
    years.drain(..more);
    Ok(years)
}

/// The first day counted: that of a period of several years, else every day of its year.
fn bounded(period: Period, from: i32) -> NaiveDate {
    if from == i32::MIN { NaiveDate::MIN } else { period.from() }
}

fn of_year(year: i32, within: Period, rows: &[ReportRow]) -> Result<YearTold, AmountTooLarge> {
    let on = |event: Event| {
        rows.iter().filter_map(move |row| Some(Counted { on: row.counted_on(event, within)?, dossier: row.dossier }))
    };
    let loans = rows.iter().filter_map(|row| row.granted_in(within)).filter_map(|(_, loan)| loan.amount);
    Ok(YearTold {
        first: year,
        last: year,
        requests: Figure::counting(on(Event::Requested)),
        granted: Figure::counting(on(Event::Granted)),
        amount: Euros::sum(loans)?,
    })
}

/// What happened to loans from the first day to a day.
pub fn since_start(rows: &[ReportRow], until: NaiveDate) -> Result<SinceStart, AmountTooLarge> {
    let until = |on: &NaiveDate| *on <= until;
    let first = rows.iter().map(|row| row.received_on).filter(until).min();
    let incidents = rows.iter().filter_map(|row| row.incidents.iter().copied().find(until).map(|on| row.at(on)));
    let ends = rows.iter().filter_map(|row| Some((row, row.loan_end.filter(|end| until(&end.on))?)));
    let lost: Vec<(Counted, Euros)> = ends.filter_map(|(row, end)| Some((row.at(end.on), end.lost?))).collect();
    let paid = |row: &ReportRow| row.disbursed.filter(|(on, _)| until(on)).map(|(on, _)| row.at(on));
    let paid_out = rows.iter().filter_map(paid);
    let followed = rows.iter().filter(|row| row.is_followed()).filter_map(paid);
    Ok(SinceStart {
        year: first.map(|on| on.year()),
        incidents: Figure::counting(incidents),
        losses: Euros::sum(lost.iter().map(|(_, amount)| *amount))?,
        lost: Figure::counting(lost.into_iter().map(|(one, _)| one)),
        paid_out: Figure::counting(paid_out),
        followed: Figure::counting(followed),
    })
}

impl ReportRow {
    /// Whether what came of its loan is known: a register tells who was lent to, and often nothing of what followed.
    fn is_followed(&self) -> bool {
        let noted = !self.incidents.is_empty() || !self.missed.is_empty() || !self.deferred.is_empty();
        !self.taken_over || noted || !self.contacts.is_empty()
    }
}

impl YearTold {
    /// Two years told together.
    pub(super) fn and(&self, next: &Self) -> Result<Self, AmountTooLarge> {
        let both = |one: &Figure, other: &Figure| Figure::counting(one.dossiers.iter().chain(&other.dossiers).copied());
        Ok(Self {
            first: self.first,
            last: next.last,
            requests: both(&self.requests, &next.requests),
            granted: both(&self.granted, &next.granted),
            amount: self.amount.plus(next.amount)?,
        })
    }
}
