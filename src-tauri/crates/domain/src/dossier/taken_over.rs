//! A dossier begun before Étrier.
//!
//! It may lack earlier facts, or know only their month or year: what is missing is unknown, never invented.

use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::calendar::{DateUnread, Toward, YearMonth, read_date};
use crate::line::Line;
use crate::text::Text;

vocabulary! {
    /// How exactly the day of a fact is known.
    #[derive(Default)]
    pub enum Precision {
        #[default]
        Day => "day", "Jour connu";
        /// Its month; the day kept is the first of it that can be.
        Month => "month", "Mois connu";
        /// Its year; the day kept is the first of it that can be.
        Year => "year", "Année connue";
    }
}

impl Precision {
    /// The first day it may have been, of the day that is kept.
    #[must_use]
    pub fn first_day(self, kept: NaiveDate) -> NaiveDate {
        let first = match self {
            Self::Day => None,
            Self::Month => kept.with_day(1),
            Self::Year => NaiveDate::from_ymd_opt(kept.year(), 1, 1),
        };
        first.unwrap_or(kept)
    }

    /// The last day it may have been, of the day that is kept.
    #[must_use]
    pub fn last_day(self, kept: NaiveDate) -> NaiveDate {
        let after = match self {
            Self::Day => return kept,
            Self::Month => kept.with_day(1).and_then(|first| first.checked_add_months(Months::new(1))),
            Self::Year => NaiveDate::from_ymd_opt(kept.year().saturating_add(1), 1, 1),
        };
        after.and_then(|after| after.pred_opt()).unwrap_or(kept)
    }
}

/// The dossier was taken over from a register, a predecessor or another tool.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TakenOver {
    /// The day it was entered here.
    pub on: NaiveDate,
    /// Where it comes from: « Registre papier 2024 ».
    pub from: Line,
    /// What is not known of it.
    pub note: Line,
    /// What its register says in words no fact was made of, as they stand there.
    #[serde(default)]
    pub written: Text,
}

/// A day, or all that is known of it: its month, its year.
///
/// Worked example: asked on 14 March 2024, signed « 2024 », paid « mai 2024 »: the signature is kept at 14 March, the
/// first day of its year that does not come before the request, and is always told as « 2024 ».
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FactDate {
    /// How exactly it is known.
    pub precision: Precision,
    first: NaiveDate,
}

impl FactDate {
    /// Reads a day as [`read_date`] does toward the past, `03/2024`, `mars 2024` or `2024`.
    pub fn read(typed: &str, today: NaiveDate) -> Result<Self, DateUnread> {
        let plain = typed.trim();
        let year = plain.parse().ok().filter(|_| plain.len() == 4).and_then(|year| YearMonth::new(year, 1));
        if let Some(january) = year {
            return Ok(Self { precision: Precision::Year, first: january.first_day() });
        }
        let says_its_year = plain.split(|sign: char| !sign.is_ascii_digit()).any(|figures| figures.len() == 4);
        match YearMonth::read(plain) {
            Ok(month) if says_its_year => Ok(Self { precision: Precision::Month, first: month.first_day() }),
            Ok(_) | Err(_) => {
                let first = read_date(plain, today, Toward::Past)?;
                Ok(Self { precision: Precision::Day, first })
            }
        }
    }

    /// The day kept: the first it can be, not before what came before it when that is in the same month or year.
    #[must_use]
    pub fn day_from(self, before: NaiveDate) -> NaiveDate {
        let same = match self.precision {
            Precision::Day => false,
            Precision::Month => (before.year(), before.month()) == (self.first.year(), self.first.month()),
            Precision::Year => before.year() == self.first.year(),
        };
        if same { before.max(self.first) } else { self.first }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_day_is_read_as_exactly_as_it_is_known() {
        let today = day("2026-11-20");
        for (typed, precision, kept) in [
            ("14/03/2024", Precision::Day, "2024-03-14"),
            ("3/12", Precision::Day, "2025-12-03"),
            ("03/2024", Precision::Month, "2024-03-01"),
            (" mars 2024 ", Precision::Month, "2024-03-01"),
            ("2024", Precision::Year, "2024-01-01"),
        ] {
            let read = FactDate::read(typed, today).unwrap();
            assert_eq!((read.precision, read.day_from(day("2019-05-05"))), (precision, day(kept)), "{typed}");
        }
        for typed in ["un jour", "13/2024", "1815", "31/02/2024", ""] {
            assert!(FactDate::read(typed, today).is_err(), "{typed}");
        }
    }

    #[test]
    fn what_is_known_by_its_month_may_have_been_on_its_last_day() {
        let last = |precision: Precision| precision.last_day(day("2024-02-10"));
        assert_eq!(
            [last(Precision::Day), last(Precision::Month), last(Precision::Year)],
            [day("2024-02-10"), day("2024-02-29"), day("2024-12-31")]
        );
    }

    #[test]
    fn a_day_partly_known_does_not_come_before_what_came_before_it() {
        let today = day("2026-11-20");
        let kept = |typed: &str, before: &str| FactDate::read(typed, today).unwrap().day_from(day(before));
        assert_eq!(kept("2024", "2024-03-14"), day("2024-03-14"));
        assert_eq!(kept("03/2024", "2024-03-14"), day("2024-03-14"));
        assert_eq!(kept("04/2024", "2024-03-14"), day("2024-04-01"));
        assert_eq!(kept("2023", "2024-03-14"), day("2023-01-01"), "before its cause, as it was told");
        assert_eq!(kept("12/03/2024", "2024-03-14"), day("2024-03-12"), "a day that is known is kept");
    }
}
