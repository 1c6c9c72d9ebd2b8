//! Flows placed in time: whole months, and what is left of a month.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::{FlowTime, TaegRefused};
use crate::loan::period::Period;

/// The farthest a flow may lie from the first, in years.
const FARTHEST: Decimal = Decimal::ONE_THOUSAND;

/// The months of a year.
pub(super) const TWELVE: Decimal = Decimal::from_parts(12, 0, 0, false, 0);

/// A sum with its time since the first flow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Placed {
    /// When, as it is written.
    pub(super) time: FlowTime,
    /// The day, when it has one.
    pub(super) on: Option<NaiveDate>,
    /// Whole months, each a twelfth of a year.
    pub(super) months: u32,
    /// What is left, in years; at most about a month.
    pub(super) rest: Decimal,
    /// The sum, never zero.
    pub(super) amount: Decimal,
}

/// Sums after whole months, the first first.
pub(super) fn in_months(sums: impl Iterator<Item = (u32, Decimal)>) -> Vec<Placed> {
    let placed = |(months, amount)| {
        let time = FlowTime::Counted { months, days: 0, year: 365 };
        Placed { time, on: None, months, rest: Decimal::ZERO, amount }
    };
    merged(sums).into_iter().map(placed).collect()
}

/// Sums on days, the first first.
pub(super) fn on_days(sums: impl Iterator<Item = (NaiveDate, Decimal)>) -> Vec<Placed> {
    let sums = merged(sums);
    let Some((first, _)) = sums.first_key_value().map(|(day, sum)| (*day, *sum)) else { return Vec::new() };
    let placed = |(day, amount)| {
        let period = Period::between(first, day);
        let (months, days, year) = (period.months, period.days, period.days_of_the_year());
        let time = FlowTime::Counted { months, days, year };
        // A year without days is the first of the calendar: nothing lies before it.
        let rest = Decimal::from(days).checked_div(Decimal::from(year)).unwrap_or_default();
        Placed { time, on: Some(day), months, rest, amount }
    };
    sums.into_iter().map(placed).collect()
}

/// Sums at times in years, the first first. Refuses flows more than a thousand years apart.
pub(super) fn in_years(sums: impl Iterator<Item = (Decimal, Decimal)>) -> Result<Vec<Placed>, TaegRefused> {
    let sums = merged(sums);
    let first = sums.first_key_value().map_or(Decimal::ZERO, |(years, _)| *years);
    let placed = |(years, amount): (Decimal, Decimal)| {
        let since = years.checked_sub(first).filter(|since| *since <= FARTHEST).ok_or(TaegRefused::OutOfReach)?;
        let months = (since * TWELVE).floor();
        let rest = (since * TWELVE - months) / TWELVE;
        let months = months.to_u32().ok_or(TaegRefused::OutOfReach)?;
        Ok(Placed { time: FlowTime::Years(since), on: None, months, rest, amount })
    };
    sums.into_iter().map(placed).collect()
}

/// What is paid and lent at the same time, as one sum; nothing where they cancel out.
fn merged<T: Ord>(sums: impl Iterator<Item = (T, Decimal)>) -> BTreeMap<T, Decimal> {
    let mut at: BTreeMap<T, Decimal> = BTreeMap::new();
    for (time, sum) in sums {
        *at.entry(time).or_default() += sum;
    }
    at.retain(|_, sum| !sum.is_zero());
    at
}
