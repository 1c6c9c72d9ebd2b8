//! The days of a row: a bilan of 100 000 dossiers reads a million and a half of them.
//!
//! A day is a number in what a program keeps for itself, and its ten signs in what people may read.

use std::collections::BTreeSet;
use std::fmt;

use chrono::{Datelike, NaiveDate};
use serde::de::{DeserializeOwned, Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::calendar::iso_day;

/// What a row holds days in.
pub(super) trait Days: Sized {
    /// The same, as it is kept.
    type Kept: Serialize + DeserializeOwned;

    /// What was kept.
    fn of(kept: Self::Kept) -> Self;

    /// What is to be kept.
    fn kept(&self) -> Self::Kept;
}

/// Reads what holds days.
pub(super) fn deserialize<'de, T: Days, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    T::Kept::deserialize(from).map(T::of)
}

/// Writes what holds days.
pub(super) fn serialize<T: Days, S: Serializer>(days: &T, to: S) -> Result<S::Ok, S::Error> {
    days.kept().serialize(to)
}

/// One day: `2026-11-20`, or how many days it is after the first of the common era.
pub(super) struct Day(NaiveDate);

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        if to.is_human_readable() { self.0.serialize(to) } else { to.serialize_i32(self.0.num_days_from_ce()) }
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        if from.is_human_readable() { from.deserialize_str(Written) } else { from.deserialize_i32(Written) }
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

    fn visit_i32<E: Error>(self, days: i32) -> Result<Day, E> {
        NaiveDate::from_num_days_from_ce_opt(days).map(Day).ok_or_else(|| E::custom("not a day"))
    }
}

impl Days for NaiveDate {
    type Kept = Day;

    fn of(Day(day): Day) -> Self {
        day
    }

    fn kept(&self) -> Day {
        Day(*self)
    }
}

impl<T: Copy + Serialize + DeserializeOwned> Days for (NaiveDate, T) {
    type Kept = (Day, T);

    fn of((Day(day), beside): Self::Kept) -> Self {
        (day, beside)
    }

    fn kept(&self) -> Self::Kept {
        (Day(self.0), self.1)
    }
}

impl<T: Days> Days for Option<T> {
    type Kept = Option<T::Kept>;

    fn of(kept: Self::Kept) -> Self {
        kept.map(T::of)
    }

    fn kept(&self) -> Self::Kept {
        self.as_ref().map(T::kept)
    }
}

impl<T: Days> Days for Vec<T> {
    type Kept = Vec<T::Kept>;

    fn of(kept: Self::Kept) -> Self {
        kept.into_iter().map(T::of).collect()
    }

    fn kept(&self) -> Self::Kept {
        self.iter().map(T::kept).collect()
    }
}

impl Days for BTreeSet<NaiveDate> {
    type Kept = Vec<Day>;

    fn of(kept: Self::Kept) -> Self {
        kept.into_iter().map(|Day(day)| day).collect()
    }

    fn kept(&self) -> Self::Kept {
        self.iter().copied().map(Day).collect()
    }
}
