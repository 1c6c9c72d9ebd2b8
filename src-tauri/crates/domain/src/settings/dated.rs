//! A value in force from a date, and the succession of them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// One value, in force from a date, with where it comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dated<T> {
    /// First day the value is in force.
    pub valid_from: NaiveDate,
    /// Law, resolution, agreement or habit it comes from.
    pub source: String,
    /// The value.
    pub value: T,
}

/// The values of one setting, the oldest first; there is always one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline<T> {
    first: Dated<T>,
    later: Vec<Dated<T>>,
}

impl<T> Timeline<T> {
    /// A setting that starts with its delivered value, then the office's own.
    ///
    /// Of two values in force from the same day the one given last counts.
    #[must_use]
    pub fn starting_with(delivered: Dated<T>, mut own: Vec<Dated<T>>) -> Self {
        own.sort_by_key(|dated| dated.valid_from);
        Self { first: delivered, later: own }
    }

    /// The next value that waits for its day, after a date.
    #[must_use]
    pub fn after(&self, date: NaiveDate) -> Option<&Dated<T>> {
        self.later.iter().find(|dated| dated.valid_from > date)
    }

    /// Every value it ever had, the oldest first.
    pub fn values(&self) -> impl Iterator<Item = &T> {
        std::iter::once(&self.first).chain(&self.later).map(|dated| &dated.value)
    }

    /// The value in force on a date: the last one that had begun, or the delivered one.
    #[must_use]
    pub fn at(&self, date: NaiveDate) -> &Dated<T> {
        self.later.iter().rev().find(|dated| dated.valid_from <= date).unwrap_or(&self.first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(day: &str, value: u32) -> Dated<u32> {
        Dated { valid_from: day.parse().unwrap(), source: String::new(), value }
    }

    #[test]
    fn an_old_date_keeps_its_old_rule() {
        let own = vec![from("2026-06-01", 3), from("2025-01-01", 2), from("2026-06-01", 4)];
        let timeline = Timeline::starting_with(from("2000-01-01", 1), own);
        let at = |day: &str| timeline.at(day.parse().unwrap()).value;
        assert_eq!(at("1999-12-31"), 1, "the delivered value has no first day to wait for");
        assert_eq!(at("2024-12-31"), 1);
        assert_eq!(at("2025-01-01"), 2);
        assert_eq!(at("2026-05-31"), 2);
        assert_eq!(at("2026-06-01"), 4, "the last of the same day");
        let after = |day: &str| timeline.after(day.parse().unwrap()).map(|dated| dated.value);
        assert_eq!((after("2024-12-31"), after("2026-06-01")), (Some(2), None));
    }
}
