//! The days of a row, read by their ten signs: a bilan of 100 000 dossiers reads a million and a half of them.

use std::fmt;

use chrono::NaiveDate;
use serde::de::{DeserializeOwned, Error, Visitor};
use serde::{Deserialize, Deserializer};

use crate::calendar::iso_day;

/// What a row holds days in.
pub(super) trait Days: Sized {
    /// The same, as it is kept.
    type Kept: DeserializeOwned;

    /// What was kept.
    fn of(kept: Self::Kept) -> Self;
}

/// Reads what holds days.
pub(super) fn read<'de, T: Days, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    T::Kept::deserialize(from).map(T::of)
}

/// One day: `2026-11-20`.
pub(super) struct Day(NaiveDate);

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_str(Written)
    }
}

struct Written;

impl Visitor<'_> for Written {
    type Value = Day;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("a day")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Day, E> {
        iso_day(text).map(Day).ok_or_else(|| E::custom("not a day"))
    }
}

impl Days for NaiveDate {
    type Kept = Day;

    fn of(Day(day): Day) -> Self {
        day
    }
}

impl<T: DeserializeOwned> Days for (NaiveDate, T) {
    type Kept = (Day, T);

    fn of((Day(day), beside): Self::Kept) -> Self {
        (day, beside)
    }
}

impl<T: Days> Days for Option<T> {
    type Kept = Option<T::Kept>;

    fn of(kept: Self::Kept) -> Self {
        kept.map(T::of)
    }
}

impl<T: Days> Days for Vec<T> {
    type Kept = Vec<T::Kept>;

    fn of(kept: Self::Kept) -> Self {
        kept.into_iter().map(T::of).collect()
    }
}
