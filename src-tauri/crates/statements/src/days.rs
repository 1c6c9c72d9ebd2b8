//! Days as banks write them: with figures or with the name of the month, with a year or without one.

use chrono::{Datelike, NaiveDate};

use crate::folded::folded;

/// A day as it is printed: its year may be missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PrintedDay {
    pub(crate) day: u32,
    pub(crate) month: u32,
    pub(crate) year: Option<i32>,
}

/// The names of the months, folded, with their usual abbreviations.
const MONTHS: [&[&str]; 12] = [
    &["JANVIER", "JANV", "JAN"],
    &["FEVRIER", "FEVR", "FEV"],
    &["MARS", "MAR"],
    &["AVRIL", "AVR"],
    &["MAI"],
    &["JUIN"],
    &["JUILLET", "JUIL"],
    &["AOUT", "AOU"],
    &["SEPTEMBRE", "SEPT", "SEP"],
    &["OCTOBRE", "OCT"],
    &["NOVEMBRE", "NOV"],
    &["DECEMBRE", "DEC"],
];

impl PrintedDay {
    /// The day of the calendar when its year is printed.
    pub(crate) fn full(self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year?, self.month, self.day)
    }

    /// The day of this printed form that lies in a period, else the nearest to it.
    pub(crate) fn within(self, from: NaiveDate, to: NaiveDate) -> Option<NaiveDate> {
        if self.year.is_some() {
            return self.full();
        }
        let years = from.year().saturating_sub(1)..=to.year();
        let days = years.filter_map(|year| NaiveDate::from_ymd_opt(year, self.month, self.day));
        let far = |day: NaiveDate| if day > to { between(to, day) } else { between(day, from).max(0) };
        days.min_by_key(|day| far(*day))
    }
}

/// One word read as a day: `03/08`, `03.08.26`, `3-8-2026`, `2026-08-03`.
pub(crate) fn figured(word: &str) -> Option<PrintedDay> {
    let word = word.trim_end_matches([',', ':', ';', ')']).trim_start_matches('(');
    let word = if word.matches('.').count() == 2 { word.trim_end_matches('.') } else { word };
    let parts: Vec<&str> = word.split(['/', '.', '-']).collect();
    let number = |text: &str, longest: usize| -> Option<u32> {
        let plain = !text.is_empty() && text.len() <= longest && text.bytes().all(|byte| byte.is_ascii_digit());
        if plain { text.parse().ok() } else { None }
    };
    match parts.as_slice() {
        [year, month, day] if year.len() == 4 => checked(number(day, 2)?, number(month, 2)?, Some(number(year, 4)?)),
        [day, month, year] if year.len() == 2 || year.len() == 4 => {
            let year = number(year, 4)?;
            let year = if year < 100 { year.checked_add(2000)? } else { year };
            checked(number(day, 2)?, number(month, 2)?, Some(year))
        }
        [day, month] if day.len() == 2 && month.len() == 2 => checked(number(day, 2)?, number(month, 2)?, None),
        _ => None,
    }
}

/// The first words read as a day, and how many were taken: `2 août 2026`, `31 AOÛT`, `1er septembre`, `03/08`.
pub(crate) fn first_day(words: &[&str]) -> Option<(PrintedDay, usize)> {
    let first = words.first()?;
    if let Some(day) = figured(first) {
        return Some((day, 1));
    }
    let day = first.trim_end_matches("er").trim_end_matches("ER");
    let day: u32 = if day.len() <= 2 { day.parse().ok()? } else { return None };
    let name = folded(words.get(1)?);
    let month = MONTHS.iter().position(|names| names.contains(&name.as_str()))?;
    let month = u32::try_from(month).ok()?.checked_add(1)?;
    let year = words.get(2).map(|year| year.trim_end_matches([',', '.', ':', ';', ')']));
    let year = year.filter(|year| year.len() == 4).and_then(|year| year.parse::<u32>().ok());
    Some((checked(day, month, year)?, if year.is_some() { 3 } else { 2 }))
}

/// Every day with a year that a line names, in order.
pub(crate) fn full_days(words: &[&str]) -> Vec<NaiveDate> {
    let mut days = Vec::new();
    let mut rest = words;
    while !rest.is_empty() {
        let taken = match first_day(rest) {
            Some((day, taken)) => {
                days.extend(day.full());
                taken
            }
            None => 1,
        };
        rest = rest.get(taken..).unwrap_or_default();
    }
    days
}

/// Compact days of exports: `20260831`, with or without hours behind.
pub(crate) fn compact(text: &str) -> Option<NaiveDate> {
    let part = |from: usize, to: usize| text.get(from..to)?.parse::<u32>().ok();
    let year = i32::try_from(part(0, 4)?).ok()?;
    NaiveDate::from_ymd_opt(year, part(4, 6)?, part(6, 8)?)
}

fn checked(day: u32, month: u32, year: Option<u32>) -> Option<PrintedDay> {
    let year = match year {
        Some(year) if (1990..=2099).contains(&year) => Some(i32::try_from(year).ok()?),
        Some(_) => return None,
        None => None,
    };
    // A leap year, so that 29 February without a year is a day.
    NaiveDate::from_ymd_opt(year.unwrap_or(2000), month, day).map(|_| PrintedDay { day, month, year })
}

/// How many days lie from one day to another; negative when the other is earlier.
pub(crate) fn between(one: NaiveDate, other: NaiveDate) -> i64 {
    other.signed_duration_since(one).num_days()
}

/// The day after; the last day of the calendar stays.
pub(crate) fn after(day: NaiveDate) -> NaiveDate {
    day.succ_opt().unwrap_or(day)
}

/// The day before; the first day of the calendar stays.
pub(crate) fn before(day: NaiveDate) -> NaiveDate {
    day.pred_opt().unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_day_is_read_in_each_of_its_forms() {
        for text in ["03/08/2026", "03.08.26", "3-8-2026", "2026-08-03", "3 août 2026", "3 AOÛT 2026"] {
            let words: Vec<&str> = text.split(' ').collect();
            assert_eq!(first_day(&words).and_then(|(day, _)| day.full()), Some(day("2026-08-03")), "{text}");
        }
    }

    #[test]
    fn an_amount_or_a_wrong_day_is_no_day() {
        for text in ["31.02", "12,50", "1.016", "33/08", "30.99", "4974"] {
            assert_eq!(figured(text), None, "{text}");
        }
    }

    #[test]
    fn a_day_without_a_year_takes_the_year_of_its_period() {
        let printed = figured("28/12").unwrap();
        assert_eq!(printed.within(day("2026-12-15"), day("2027-01-14")), Some(day("2026-12-28")));
        let printed = figured("04/01").unwrap();
        assert_eq!(printed.within(day("2026-12-15"), day("2027-01-14")), Some(day("2027-01-04")));
        let printed = figured("30/12").unwrap();
        assert_eq!(printed.within(day("2027-01-02"), day("2027-01-31")), Some(day("2026-12-30")));
    }
}
