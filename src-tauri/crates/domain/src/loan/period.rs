//! How long a period is: whole months first, then the days left, back from its end.
//!
//! From 3 February to 5 March there are a month, back to 5 February, and two days. The TAEG counts so (Code de la
//! consommation, annex to article R. 314-3), and the interest of a first period that is not a month.

use chrono::{Datelike, Months, NaiveDate};

use super::{FirstPeriod, LoanDates};

/// Whole months, and the days left at the beginning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Period {
    /// Whole months, back from the end.
    pub(super) months: u32,
    /// Days left.
    pub(super) days: u32,
    /// The day the whole months begin.
    pub(super) months_from: NaiveDate,
}

impl Period {
    /// The period between two days, the second not before the first.
    pub(super) fn between(first: NaiveDate, end: NaiveDate) -> Self {
        let rank = |date: NaiveDate| date.year().saturating_mul(12).saturating_add_unsigned(date.month0());
        let apart = rank(end).saturating_sub(rank(first)).unsigned_abs();
        let back = |months| months_before(end, months).unwrap_or(first);
        let months = if back(apart) < first { apart.saturating_sub(1) } else { apart };
        let months_from = back(months);
        Self { months, days: days_between(first, months_from), months_from }
    }

    /// `1/12 + 2/365`, as a first period is counted.
    pub(super) fn over_the_year(self) -> String {
        match (self.months, self.days) {
            (0, days) => format!("{days}/365"),
            (months, 0) => format!("{months}/12"),
            (months, days) => format!("{months}/12 + {days}/365"),
        }
    }

    /// The days of the year that ends with its odd days: 366 when it holds a 29 February.
    pub(super) fn days_of_the_year(self) -> u32 {
        days_between(months_before(self.months_from, 12).unwrap_or(self.months_from), self.months_from)
    }
}

/// A length of time interest is counted over, in 4 380ths of a year: a month is 365 of them, a day 12.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Span(pub(super) u32);

impl Span {
    /// A twelfth of a year.
    pub(super) const MONTH: Self = Self(365);

    /// So many days over 365.
    pub(super) fn of_days(days: u32) -> Self {
        Self(days.saturating_mul(12))
    }

    /// What the first period of a loan bears, by its method.
    pub(super) fn first(dates: LoanDates, method: FirstPeriod) -> Self {
        match method {
            FirstPeriod::OneMonth => Self::MONTH,
            FirstPeriod::MonthsAndDays => {
                let period = Period::between(dates.disbursed_on, dates.first_due_on);
                Self(period.months.saturating_mul(365).saturating_add(Self::of_days(period.days).0))
            }
            FirstPeriod::MonthAndGap => {
                let gap = Gap::of(dates);
                let added = Self::MONTH.0.saturating_add(Self::of_days(gap.more).0);
                Self(added.saturating_sub(Self::of_days(gap.fewer).0))
            }
        }
    }
}

/// The days the money comes before or after the day a month ahead of the first instalment.
///
/// Paid on 7 January for an instalment of 5 February, it comes two days late: two days of interest fewer than a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Gap {
    /// Days beyond a month.
    pub(super) more: u32,
    /// Days short of a month.
    pub(super) fewer: u32,
}

impl Gap {
    pub(super) fn of(dates: LoanDates) -> Self {
        let month_ahead = months_before(dates.first_due_on, 1).unwrap_or(dates.disbursed_on);
        Self {
            more: days_between(dates.disbursed_on, month_ahead),
            fewer: days_between(month_ahead, dates.disbursed_on),
        }
    }
}

/// The days from one day to a later one; none the other way round.
pub(super) fn days_between(first: NaiveDate, end: NaiveDate) -> u32 {
    u32::try_from(end.signed_duration_since(first).num_days()).unwrap_or_default()
}

/// The day of the month that follows, or the last one of a shorter month; nothing beyond the calendar.
pub(super) fn same_day_next_month(date: NaiveDate, day: u32) -> Option<NaiveDate> {
    date.with_day(1)?.checked_add_months(Months::new(1)).and_then(|first| on_day(first, day))
}

/// That day of the same month, or the last one of a shorter month.
pub(super) fn on_day(date: NaiveDate, day: u32) -> Option<NaiveDate> {
    (28..=day.max(28)).rev().find_map(|last| date.with_day(day.min(last)))
}

fn months_before(date: NaiveDate, months: u32) -> Option<NaiveDate> {
    date.checked_sub_months(Months::new(months))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[track_caller]
    fn apart(first: &str, end: &str, months: u32, days: u32, year: u32) {
        let period = Period::between(day(first), day(end));
        assert_eq!((period.months, period.days, period.days_of_the_year()), (months, days, year), "{first} to {end}");
    }

    #[test]
    fn whole_months_are_counted_first_then_days_back_from_the_end() {
        apart("2027-01-05", "2027-01-05", 0, 0, 365);
        apart("2026-02-03", "2026-03-05", 1, 2, 365);
        apart("2027-01-05", "2027-02-05", 1, 0, 365);
        apart("2027-01-05", "2030-01-05", 36, 0, 365);
        apart("2027-01-05", "2027-02-20", 1, 15, 365);
        apart("2027-01-20", "2027-03-05", 1, 16, 365);
        apart("2027-01-31", "2027-02-28", 0, 28, 365);
        apart("2027-01-28", "2027-02-28", 1, 0, 365);
        apart("2027-01-30", "2027-03-31", 2, 1, 365);
    }

    #[test]
    fn money_paid_two_days_late_bears_two_days_fewer_than_a_month() {
        let dates = |paid| LoanDates { disbursed_on: day(paid), first_due_on: day("2027-02-05"), debit_day: None };
        assert_eq!(Span::first(dates("2027-01-07"), FirstPeriod::MonthAndGap), Span(365 - 24));
        assert_eq!(Span::first(dates("2027-01-03"), FirstPeriod::MonthAndGap), Span(365 + 24));
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

    #[test]
    fn a_day_a_month_does_not_have_is_its_last_one() {
        let next = |date: &str, debit| same_day_next_month(day(date), debit).unwrap().to_string();
        assert_eq!(next("2027-01-31", 31), "2027-02-28");
        assert_eq!(next("2028-01-15", 31), "2028-02-29");
        assert_eq!(next("2028-02-29", 31), "2028-03-31");
        assert_eq!(next("2027-12-05", 10), "2028-01-10");
        assert_eq!(on_day(day("2027-04-02"), 31), Some(day("2027-04-30")));
        assert_eq!(same_day_next_month(NaiveDate::MAX, 5), None);
    }
}
