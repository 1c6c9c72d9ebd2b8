//! Days and months: read as people type them, counted as the trade counts them.
//!
//! Typed days are forgiving: `14/03/1988`, `14.3.88`, `140388`, `0312`, `3/12`, `3 déc`, `demain`,
//! `lundi`, `jeudi prochain`, `lundi en huit`, `dans 15 jours`. A day without its year is read toward the future or
//! the past, as its field asks. A month end is kept: 31 January plus one month
//! is 28 February.

mod working_day;

pub use working_day::{is_working_day, working_day_from, working_day_until};

use chrono::{Datelike, Days, Months, NaiveDate, NaiveTime};
use thiserror::Error;

use crate::words;

/// Where a day typed without its year is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Toward {
    /// Today or the first such day to come: a next date.
    Future,
    /// Today or the last such day gone: a reception, a birth.
    Past,
}

/// Why a typed day or month was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum DateUnread {
    /// Nothing that looks like a day.
    #[error("not a date")]
    NotADate,
    /// The month has not so many days.
    #[error("month {month} of {year} ends on {last}")]
    NoSuchDay {
        /// The month, 1 to 12.
        month: u32,
        /// The year.
        year: i32,
        /// Its last day.
        last: u32,
    },
    /// The month is not 1 to 12.
    #[error("no month {month}")]
    NoSuchMonth {
        /// What was typed.
        month: u32,
    },
    /// Before 1900 or after 2199.
    #[error("year out of range")]
    OutOfRange,
}

/// Reads a day as machines write it: `2026-11-20`; nothing when it is none.
#[must_use]
pub fn iso_day(text: &str) -> Option<NaiveDate> {
    let by_places = || {
        let signs = <[u8; 10]>::try_from(text.as_bytes()).ok()?;
        let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = signs else { return None };
        let year = i32::try_from(figures([y1, y2, y3, y4])?).ok()?;
        NaiveDate::from_ymd_opt(year, figures([m1, m2])?, figures([d1, d2])?)
    };
    // The general reading takes several times as long, and reads the years of more or fewer figures.
    by_places().or_else(|| text.parse().ok())
}

fn figures<const LENGTH: usize>(signs: [u8; LENGTH]) -> Option<u32> {
    let figure = |sign: u8| char::from(sign).to_digit(10);
    signs.into_iter().try_fold(0_u32, |number, sign| number.checked_mul(10)?.checked_add(figure(sign)?))
}

/// Reads an hour of the day: `14 h 30`, `14h30`, `14:30`, `9 h`, `9`; nothing when it is none.
#[must_use]
pub fn read_hour(typed: &str) -> Option<NaiveTime> {
    let plain: String = typed.to_lowercase().chars().filter(|sign| !sign.is_whitespace()).collect();
    let plain = plain.trim_end_matches("min");
    let (hours, minutes) = plain.split_once(['h', ':']).unwrap_or((plain, ""));
    let number = |figures: &str| {
        let sound = figures.len() <= 2 && figures.bytes().all(|sign| sign.is_ascii_digit());
        figures.parse::<u32>().ok().filter(|_| sound)
    };
    let minutes = if minutes.is_empty() { Some(0) } else { number(minutes) };
    NaiveTime::from_hms_opt(number(hours)?, minutes?, 0)
}

/// A month of a year, such as the last instalment of a debt: `01/2028`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct YearMonth {
    first: NaiveDate,
}

impl YearMonth {
    /// The month of a year, both in the calendar; nothing when there is no such month.
    #[must_use]
    pub fn new(year: i32, month: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, 1).filter(in_range).map(|first| Self { first })
    }

    /// The month of a day; nothing for a day no year of the calendar has.
    #[must_use]
    pub fn of(day: NaiveDate) -> Option<Self> {
        Self::new(day.year(), day.month())
    }

    /// Its first day.
    #[must_use]
    pub fn first_day(self) -> NaiveDate {
        self.first
    }

    /// Reads `01/2028`, `1/28`, `2028-01` or `janvier 2028`.
    pub fn read(typed: &str) -> Result<Self, DateUnread> {
        let parts = parts_of(typed);
        let (month, year) = match parts.as_slice() {
            [Part::Number(y, 4), Part::Number(m, _)] => (*m, *y),
            [Part::Number(m, _) | Part::Month(m), Part::Number(y, digits @ (2 | 4))] => {
                (*m, if *digits == 2 { y.saturating_add(2000) } else { *y })
            }
            _ => return Err(DateUnread::NotADate),
        };
        if !(1..=12).contains(&month) {
            return Err(DateUnread::NoSuchMonth { month });
        }
        let year = i32::try_from(year).map_err(|_| DateUnread::OutOfRange)?;
        Self::new(year, month).ok_or(DateUnread::OutOfRange)
    }
}

impl std::fmt::Display for YearMonth {
    /// `01/2028`.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{:02}/{}", self.first.month(), self.first.year())
    }
}

/// Reads a day as typed.
///
/// `today` is the office's civil date; `toward` settles a day without a year.
/// Years run from 1900 to 2199. Errors: see [`DateUnread`].
pub fn read_date(typed: &str, today: NaiveDate, toward: Toward) -> Result<NaiveDate, DateUnread> {
    // A year of two figures stands last, in « 08-01-16 » too.
    if let Ok(date) = NaiveDate::parse_from_str(typed.trim(), "%Y-%m-%d")
        && in_range(&date)
    {
        return Ok(date);
    }
    let parts = parts_of(typed);
    match parts.as_slice() {
        [Part::Number(run, digits @ (6 | 8))] => run_of_figures(*run, *digits, today, toward),
        [Part::Number(run, 4)] => nearest(run / 100, run % 100, today, toward),
        [Part::Word(word)] => named_day(word, today, toward),
        [Part::Word(word), Part::Word(which)] => which_weekday(word, which, today),
        [Part::Word(word), Part::Word(within), Part::Word(days)] if within == "en" => weekday_within(word, days, today),
        [Part::Word(within), Part::Number(n, _), Part::Word(unit)] if within == "dans" => later(*n, unit, today),
        [Part::Word(within), Part::Word(one), Part::Word(unit)]
            if within == "dans" && ["un", "une"].contains(&&**one) =>
        {
            later(1, unit, today)
        }
        [Part::Number(d, _), Part::Number(m, _) | Part::Month(m)] => nearest(*d, *m, today, toward),
        [Part::Number(y, 4), Part::Number(m, _), Part::Number(d, _)] => dated(*d, *m, full_year(*y, 4, today, toward)?),
        [Part::Number(d, _), Part::Number(m, _) | Part::Month(m), Part::Number(y, digits)] => {
            dated(*d, *m, full_year(*y, *digits, today, toward)?)
        }
        _ => Err(DateUnread::NotADate),
    }
}

/// The day so many days after `date`; the last day counted when beyond it.
#[must_use]
pub fn days_after(date: NaiveDate, days: u32) -> NaiveDate {
    date.checked_add_days(Days::new(u64::from(days))).unwrap_or(NaiveDate::MAX)
}

/// Full years lived on a day; nothing before birth.
#[must_use]
pub fn age_on(born_on: NaiveDate, day: NaiveDate) -> Option<u32> {
    day.years_since(born_on)
}

enum Part {
    Number(u32, usize),
    Month(u32),
    Word(String),
}

fn parts_of(typed: &str) -> Vec<Part> {
    let text = words::folded(&typed.chars().take(80).collect::<String>());
    text.split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|part| !part.is_empty())
        .map(|part| match part.parse::<u32>() {
            Ok(number) => Part::Number(number, part.len()),
            Err(_) if part == "1er" => Part::Number(1, 1),
            Err(_) => words::month_named(part).map_or_else(|| Part::Word(part.to_owned()), Part::Month),
        })
        .filter(|part| !matches!(part, Part::Word(word) if word == "le" || word == "d" || word == "hui"))
        .collect()
}

fn named_day(word: &str, today: NaiveDate, toward: Toward) -> Result<NaiveDate, DateUnread> {
    let shift = match word {
        "aujourd" | "aujourdhui" => 0,
        "demain" => 1,
        "hier" => return today.pred_opt().ok_or(DateUnread::OutOfRange),
        _ => return named_weekday(word, today, toward),
    };
    Ok(days_after(today, shift))
}

fn named_weekday(word: &str, today: NaiveDate, toward: Toward) -> Result<NaiveDate, DateUnread> {
    let wanted = words::weekday_named(word).ok_or(DateUnread::NotADate)?;
    let step = |day: NaiveDate| match toward {
        Toward::Future => day.succ_opt(),
        Toward::Past => day.pred_opt(),
    };
    std::iter::successors(step(today), |day| step(*day))
        .take(7)
        .find(|day| day.weekday() == wanted)
        .ok_or(DateUnread::OutOfRange)
}

/// `jeudi prochain`, `jeudi dernier`: the nearest one on that side.
fn which_weekday(word: &str, which: &str, today: NaiveDate) -> Result<NaiveDate, DateUnread> {
    let toward = match which {
        "prochain" => Toward::Future,
        "dernier" => Toward::Past,
        _ => return Err(DateUnread::NotADate),
    };
    named_weekday(word, today, toward)
}

/// `lundi en huit`, a week after the next Monday; `lundi en quinze`, two.
fn weekday_within(word: &str, days: &str, today: NaiveDate) -> Result<NaiveDate, DateUnread> {
    let more = match days {
        "huit" => 7,
        "quinze" => 14,
        _ => return Err(DateUnread::NotADate),
    };
    named_weekday(word, today, Toward::Future).map(|day| days_after(day, more))
}

fn later(count: u32, unit: &str, today: NaiveDate) -> Result<NaiveDate, DateUnread> {
    let date = match unit {
        "jour" | "jours" | "j" => Some(days_after(today, count)),
        "semaine" | "semaines" => Some(days_after(today, count.saturating_mul(7))),
        "mois" => today.checked_add_months(Months::new(count)),
        "an" | "ans" => today.checked_add_months(Months::new(count.saturating_mul(12))),
        _ => return Err(DateUnread::NotADate),
    };
    date.filter(in_range).ok_or(DateUnread::OutOfRange)
}

/// `031226` or `03122026`: two figures for the day, two for the month, the rest for the year.
fn run_of_figures(run: u32, digits: usize, today: NaiveDate, toward: Toward) -> Result<NaiveDate, DateUnread> {
    let scale: u32 = if digits == 8 { 10_000 } else { 100 };
    let split = |number: u32, by: u32| (number.checked_div(by).unwrap_or(0), number.checked_rem(by).unwrap_or(0));
    let (day_month, year) = split(run, scale);
    let (day, month) = split(day_month, 100);
    dated(day, month, full_year(year, digits.saturating_sub(4), today, toward)?)
}

fn nearest(day: u32, month: u32, today: NaiveDate, toward: Toward) -> Result<NaiveDate, DateUnread> {
    let this_year = dated(day, month, today.year())?;
    let fits = |date: &NaiveDate| match toward {
        Toward::Future => *date >= today,
        Toward::Past => *date <= today,
    };
    let other = match toward {
        Toward::Future => today.year().saturating_add(1),
        Toward::Past => today.year().saturating_sub(1),
    };
    Some(this_year).filter(fits).map_or_else(|| dated(day, month, other), Ok)
}

/// `88` is 1988 in a field that looks back; a two-figure year never leads past today there.
fn full_year(year: u32, digits: usize, today: NaiveDate, toward: Toward) -> Result<i32, DateUnread> {
    let typed = i32::try_from(year).map_err(|_| DateUnread::OutOfRange)?;
    match digits {
        4 => Ok(typed),
        2 => {
            let recent = typed.saturating_add(2000);
            let past = toward == Toward::Past && recent > today.year();
            Ok(if past { recent.saturating_sub(100) } else { recent })
        }
        _ => Err(DateUnread::NotADate),
    }
}

fn dated(day: u32, month: u32, year: i32) -> Result<NaiveDate, DateUnread> {
    if !(1..=12).contains(&month) {
        return Err(DateUnread::NoSuchMonth { month });
    }
    if let Some(date) = NaiveDate::from_ymd_opt(year, month, day) {
        return Some(date).filter(in_range).ok_or(DateUnread::OutOfRange);
    }
    let last = (28..=31).rev().find(|d| NaiveDate::from_ymd_opt(year, month, *d).is_some());
    last.map_or(Err(DateUnread::OutOfRange), |last| Err(DateUnread::NoSuchDay { month, year, last }))
}

fn in_range(date: &NaiveDate) -> bool {
    (1900..=2199).contains(&date.year())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[track_caller]
    fn reads(typed: &str, toward: Toward, expected: &str) {
        let friday = day("2026-11-20");
        assert_eq!(read_date(typed, friday, toward), Ok(day(expected)), "{typed}");
    }

    #[test]
    fn a_day_of_a_machine_has_ten_signs() {
        assert_eq!(iso_day("2024-02-29"), Some(day("2024-02-29")));
        for none in
            ["", "2026-02-29", "2026-13-01", "2026-11-00", "2026/11/20", "20-11-2026", "2026-11-2x", "٢026-11-0"]
        {
            assert_eq!((iso_day(none), none.parse::<NaiveDate>().ok()), (None, None), "{none}");
        }
        assert_eq!(iso_day("+12026-11-20"), NaiveDate::from_ymd_opt(12026, 11, 20), "as it was always read");
    }

    #[test]
    fn days_are_read_as_people_type_them() {
        reads("14/03/1988", Toward::Past, "1988-03-14");
        reads("14.3.88", Toward::Past, "1988-03-14");
        reads("14 mars 1988", Toward::Past, "1988-03-14");
        reads("1er janvier 2027", Toward::Future, "2027-01-01");
        reads("2026-12-03", Toward::Future, "2026-12-03");
        reads("3/12", Toward::Future, "2026-12-03");
        reads("3 déc", Toward::Future, "2026-12-03");
        reads("le 3 DÉCEMBRE", Toward::Past, "2025-12-03");
        reads("12/3", Toward::Future, "2027-03-12");
        reads("20/11", Toward::Future, "2026-11-20");
        reads("1/2/27", Toward::Future, "2027-02-01");
        reads("140388", Toward::Past, "1988-03-14");
        reads("03122026", Toward::Future, "2026-12-03");
    }

    #[test]
    fn days_are_read_from_words() {
        reads("aujourd’hui", Toward::Future, "2026-11-20");
        reads("Demain", Toward::Future, "2026-11-21");
        reads("hier", Toward::Past, "2026-11-19");
        reads("lundi", Toward::Future, "2026-11-23");
        reads("lundi", Toward::Past, "2026-11-16");
        reads("vendredi", Toward::Future, "2026-11-27");
        reads("dans 15 jours", Toward::Future, "2026-12-05");
        reads("dans 3 mois", Toward::Future, "2027-02-20");
        reads("0112", Toward::Future, "2026-12-01");
        reads("0112", Toward::Past, "2025-12-01");
        reads("dans une semaine", Toward::Future, "2026-11-27");
        reads("jeudi prochain", Toward::Past, "2026-11-26");
        reads("Jeudi dernier", Toward::Future, "2026-11-19");
        reads("lundi en huit", Toward::Future, "2026-11-30");
        reads("lundi en quinze", Toward::Future, "2026-12-07");
    }

    #[test]
    fn what_no_calendar_has_is_refused_with_the_reason() {
        let read = |typed| read_date(typed, day("2026-11-20"), Toward::Past);
        assert_eq!(read("30/02/2027"), Err(DateUnread::NoSuchDay { month: 2, year: 2027, last: 28 }));
        assert_eq!(read("2027-02-30"), Err(DateUnread::NoSuchDay { month: 2, year: 2027, last: 28 }));
        assert_eq!(read("0001-02-03"), Err(DateUnread::OutOfRange));
        assert_eq!(read("29/02/2028"), Ok(day("2028-02-29")));
        assert_eq!(read("3/13"), Err(DateUnread::NoSuchMonth { month: 13 }));
        assert_eq!(read("1/1/1899"), Err(DateUnread::OutOfRange));
        assert_eq!(read("bientôt"), Err(DateUnread::NotADate));
        assert_eq!(read("00/00/2026"), Err(DateUnread::NoSuchMonth { month: 0 }));
        assert_eq!(read(""), Err(DateUnread::NotADate));
    }

    #[test]
    fn months_are_read_and_written_alike() {
        for typed in ["01/2028", "1/28", "janvier 2028", "2028-01", "janv. 2028"] {
            assert_eq!(YearMonth::read(typed).map(|m| m.to_string()), Ok("01/2028".to_owned()), "{typed}");
        }
        assert_eq!(YearMonth::read("13/2028"), Err(DateUnread::NoSuchMonth { month: 13 }));
        assert_eq!(YearMonth::read("2028"), Err(DateUnread::NotADate));
    }

    proptest! {
        #[test]
        fn a_day_written_is_read_again(days in 0_u32..200_000) {
            let written = days_after(day("1800-01-01"), days);
            prop_assert_eq!(iso_day(&written.to_string()), Some(written));
        }

        #[test]
        fn a_written_day_is_read_back(offset in 0_u32..70_000) {
            let date = days_after(day("1900-01-01"), offset);
            let today = day("2026-11-20");
            prop_assert_eq!(read_date(&words::numeric_date(date), today, Toward::Past), Ok(date));
            prop_assert_eq!(read_date(&words::long_date(date), today, Toward::Future), Ok(date));
        }

        #[test]
        fn no_text_makes_reading_panic(typed in "\\PC{0,200}", digits in "[0-9/ .]{0,40}") {
            for text in [typed, digits] {
                let _ = read_date(&text, day("2026-11-20"), Toward::Future);
                let _ = YearMonth::read(&text);
            }
        }
    }
}
