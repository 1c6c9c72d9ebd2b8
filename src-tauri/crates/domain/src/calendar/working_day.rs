//! The days offices work: Monday to Friday, but for public holidays.
//!
//! The eleven holidays are those of the Code du travail, article L. 3133-1. Worked example: in 2027 Easter is 28 March,
//! so Easter Monday 29 March, Ascension 6 May and Whit Monday 17 May.

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// The holidays that keep their date, by month and day.
const FIXED: [(u32, u32); 8] = [(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)];

/// The holidays counted from Easter Sunday: Easter Monday, Ascension, Whit Monday.
const FROM_EASTER: [u64; 3] = [1, 39, 50];

/// Whether offices work that day.
#[must_use]
pub fn is_working_day(day: NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !is_holiday(day)
}

/// The day itself when offices work then, else the first working day after it.
#[must_use]
pub fn working_day_from(day: NaiveDate) -> NaiveDate {
    day.iter_days().find(|day| is_working_day(*day)).unwrap_or(day)
}

/// The day itself when offices work then, else the last working day before it.
#[must_use]
pub fn working_day_until(day: NaiveDate) -> NaiveDate {
    std::iter::successors(Some(day), NaiveDate::pred_opt).find(|day| is_working_day(*day)).unwrap_or(day)
}

fn is_holiday(day: NaiveDate) -> bool {
    let from_easter = |days: u64| easter(day.year())?.checked_add_days(Days::new(days));
    FIXED.contains(&(day.month(), day.day())) || FROM_EASTER.into_iter().any(|days| from_easter(days) == Some(day))
}

/// Easter Sunday of a year of the Gregorian calendar (the anonymous algorithm, *Nature*, 20 April 1876).
fn easter(year: i32) -> Option<NaiveDate> {
    let (century, of_century) = (year.div_euclid(100), year.rem_euclid(100));
    let golden = year.rem_euclid(19);
    let correction = (century.saturating_add(8)).div_euclid(25);
    let lunar = century.saturating_sub(correction).saturating_add(1).div_euclid(3);
    let leaps = century.div_euclid(4);
    let epact = (golden.saturating_mul(19))
        .saturating_add(century)
        .saturating_sub(leaps)
        .saturating_sub(lunar)
        .saturating_add(15)
        .rem_euclid(30);
    let to_sunday = century
        .rem_euclid(4)
        .saturating_add(of_century.div_euclid(4))
        .saturating_mul(2)
        .saturating_add(32)
        .saturating_sub(epact)
        .saturating_sub(of_century.rem_euclid(4))
        .rem_euclid(7);
    let late =
        golden.saturating_add(epact.saturating_mul(11)).saturating_add(to_sunday.saturating_mul(22)).div_euclid(451);
    let days = epact.saturating_add(to_sunday).saturating_sub(late.saturating_mul(7)).saturating_add(114);
    let (month, day) = (days.div_euclid(31), days.rem_euclid(31).saturating_add(1));
    NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// Dates of Easter as they were or will be kept.
    #[test]
    fn easter_falls_when_it_is_kept() {
        for sunday in ["1961-04-02", "2000-04-23", "2008-03-23", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25"]
        {
            assert_eq!(easter(day(sunday).year()), Some(day(sunday)));
        }
    }

    #[test]
    fn nobody_works_on_the_eleven_holidays_nor_at_the_week_end() {
        let weekdays = (1..=365).filter_map(|day| NaiveDate::from_yo_opt(2027, day));
        let closed: Vec<String> = weekdays
            .filter(|day| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !is_working_day(*day))
            .map(|day| day.to_string())
            .collect();
        let kept = ["2027-01-01", "2027-03-29", "2027-05-06", "2027-05-17", "2027-07-14", "2027-11-01", "2027-11-11"];
        assert_eq!(closed, kept, "the four others of 2027 are at the week-end");
        assert!(!is_working_day(day("2026-11-22")) && is_working_day(day("2026-11-20")));
    }

    #[test]
    fn a_day_nobody_works_gives_way_to_the_one_before_or_after() {
        assert_eq!(working_day_from(day("2026-11-20")), day("2026-11-20"));
        assert_eq!(working_day_from(day("2026-11-21")), day("2026-11-23"), "Saturday, then Monday");
        assert_eq!(working_day_from(day("2027-05-15")), day("2027-05-18"), "Whit Monday too");
        assert_eq!(working_day_until(day("2026-11-22")), day("2026-11-20"));
        assert_eq!(working_day_until(day("2026-11-11")), day("2026-11-10"));
        assert_eq!(working_day_until(day("2026-11-10")), day("2026-11-10"));
    }
}
