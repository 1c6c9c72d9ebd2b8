//! Flows placed in time: whole months, and what is left of a month.

use std::collections::BTreeMap;

use chrono::{Datelike, Months, NaiveDate};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::TaegRefused;

/// The farthest a flow may lie from the first, in years.
const FARTHEST: Decimal = Decimal::ONE_THOUSAND;

const TWELVE: Decimal = Decimal::from_parts(12, 0, 0, false, 0);

/// A sum with its time since the first flow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Placed {
    /// Whole months, each a twelfth of a year.
    pub(super) months: u32,
    /// What is left, in years; at most about a month.
    pub(super) rest: Decimal,
    /// The sum, never zero.
    pub(super) amount: Decimal,
}

impl Placed {
    /// The whole time, in years.
    pub(super) fn years(&self) -> Decimal {
        Decimal::from(self.months) / TWELVE + self.rest
    }
}

/// Sums after whole months, the first first.
pub(super) fn in_months(sums: impl Iterator<Item = (u32, Decimal)>) -> Vec<Placed> {
    let placed = |(months, amount)| Placed { months, rest: Decimal::ZERO, amount };
    merged(sums).into_iter().map(placed).collect()
}

/// Sums on days, the first first.
pub(super) fn on_days(sums: impl Iterator<Item = (NaiveDate, Decimal)>) -> Vec<Placed> {
    let sums = merged(sums);
    let Some((first, _)) = sums.first_key_value().map(|(day, sum)| (*day, *sum)) else { return Vec::new() };
    let placed = |(day, amount)| {
        let (months, rest) = months_then_days(first, day);
        Placed { months, rest, amount }
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
        Ok(Placed { months: months.to_u32().ok_or(TaegRefused::OutOfReach)?, rest, amount })
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

/// Whole months back from a day, then the days left down to the first, as a part of the year they end.
fn months_then_days(first: NaiveDate, day: NaiveDate) -> (u32, Decimal) {
    let rank = |date: NaiveDate| date.year().saturating_mul(12).saturating_add_unsigned(date.month0());
    let apart = rank(day).saturating_sub(rank(first)).unsigned_abs();
    let back = |from: NaiveDate, months| from.checked_sub_months(Months::new(months)).unwrap_or(first);
    let months = if back(day, apart) < first { apart.saturating_sub(1) } else { apart };
    let last = back(day, months);
    let days = last.signed_duration_since(first).num_days();
    let year = last.signed_duration_since(back(last, 12)).num_days();
    let rest = Decimal::from(days).checked_div(Decimal::from(year));
    (months, rest.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn apart(first: &str, day: &str, months: u32, days: i64, year: i64) {
        let counted = months_then_days(first.parse().unwrap(), day.parse().unwrap());
        assert_eq!(counted, (months, Decimal::from(days) / Decimal::from(year)), "{first} to {day}");
    }

    #[test]
    fn whole_months_are_counted_first_then_days_back_from_the_flow() {
        apart("2027-01-05", "2027-01-05", 0, 0, 365);
        apart("2027-01-05", "2027-02-05", 1, 0, 365);
        apart("2027-01-05", "2030-01-05", 36, 0, 365);
        apart("2027-01-05", "2027-02-20", 1, 15, 365);
        apart("2027-01-20", "2027-03-05", 1, 16, 365);
        apart("2027-01-31", "2027-02-28", 0, 28, 365);
        apart("2027-01-28", "2027-02-28", 1, 0, 365);
        apart("2027-01-30", "2027-03-31", 2, 1, 365);
    }

    #[test]
    fn days_are_a_part_of_the_year_that_ends_with_them() {
        apart("2028-02-20", "2028-03-05", 0, 14, 366);
        apart("2028-02-10", "2028-02-20", 0, 10, 365);
        apart("2028-02-10", "2028-02-29", 0, 19, 366);
        apart("2029-02-20", "2029-02-28", 0, 8, 366);
        apart("2029-02-20", "2029-03-01", 0, 9, 365);
        apart("2028-03-01", "2030-03-11", 24, 10, 366);
    }
}
