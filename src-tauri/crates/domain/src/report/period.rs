//! The period of a bilan: from a day to a day, both counted.

use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::calendar::YearMonth;

/// The days of a bilan, the first and the last one counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    from: NaiveDate,
    to: NaiveDate,
}

/// Why two days make no period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PeriodRefused {
    /// The last day comes before the first.
    #[error("ends before it starts")]
    EndsBeforeItStarts,
}

impl Period {
    /// The most months a bilan tells one by one; a longer period is told year by year.
    const MONTHS_TOLD: usize = 36;

    /// The period from a day to a day. Refuses one that ends before it starts.
    pub fn of(from: NaiveDate, to: NaiveDate) -> Result<Self, PeriodRefused> {
        if to < from { Err(PeriodRefused::EndsBeforeItStarts) } else { Ok(Self { from, to }) }
    }

    /// A civil year; nothing out of the calendar.
    #[must_use]
    pub fn year(year: i32) -> Option<Self> {
        let from = YearMonth::new(year, 1)?.first_day();
        Some(Self { from, to: month_end(YearMonth::new(year, 12)?.first_day()) })
    }

    /// Its first day.
    #[must_use]
    pub fn from(&self) -> NaiveDate {
        self.from
    }

    /// Its last day.
    #[must_use]
    pub fn to(&self) -> NaiveDate {
        self.to
    }

    /// Whether a day is in it.
    #[must_use]
    pub fn contains(&self, day: NaiveDate) -> bool {
        (self.from..=self.to).contains(&day)
    }

    /// The year it is, from its first to its last day.
    #[must_use]
    pub fn civil_year(&self) -> Option<i32> {
        let year = self.from.year();
        (Self::year(year) == Some(*self)).then_some(year)
    }

    /// The period it is compared with: the same days as many years before as it takes not to overlap.
    ///
    /// Of a period still running on `today`, only the days gone by are compared. Nothing before the calendar.
    #[must_use]
    pub fn before(&self, today: NaiveDate) -> Option<Self> {
        let end = if self.contains(today) { today } else { self.to };
        let shifted = |months: u32| {
            let from = self.from.checked_sub_months(Months::new(months))?;
            let to = end.checked_sub_months(Months::new(months))?;
            let to = if end == month_end(end) { month_end(to) } else { to };
            let whole = self.to.checked_sub_months(Months::new(months))?;
            (whole < self.from).then_some(Self { from, to })
        };
        (1..=300_u32).find_map(|years| shifted(years.saturating_mul(12))).filter(|before| before.from.year() >= 1900)
    }

    /// The period just before it: as many months when it is made of whole ones, else as many days.
    ///
    /// Of a period still running on `today`, only as many days as have gone by are compared. Nothing before the
    /// calendar.
    #[must_use]
    pub fn just_before(&self, today: NaiveDate) -> Option<Self> {
        let before = self.preceding()?;
        if !self.contains(today) || today == self.to {
            return Some(before);
        }
        let gone = u64::try_from(today.signed_duration_since(self.from).num_days()).ok()?;
        let to = before.from.checked_add_days(Days::new(gone))?.min(before.to);
        Some(Self { to, ..before })
    }

    /// The whole period just before, as long: the quarter before a quarter.
    #[must_use]
    pub fn preceding(&self) -> Option<Self> {
        let to = self.from.pred_opt()?;
        let whole = self.from.day() == 1 && self.to == month_end(self.to);
        let from = if whole {
            let months = self.cut_by(1).len();
            self.from.checked_sub_months(Months::new(u32::try_from(months).ok()?))?
        } else {
            let days = self.to.signed_duration_since(self.from).num_days();
            to.checked_sub_days(Days::new(u64::try_from(days).ok()?))?
        };
        Some(Self { from, to }).filter(|before| before.from.year() >= 1900)
    }

    /// The halves, the quarters and the months of a year, each in its order; nothing out of the calendar.
    #[must_use]
    pub fn parts_of_year(year: i32) -> Option<[Vec<Self>; 3]> {
        let whole = Self::year(year)?;
        Some([whole.cut_by(6), whole.cut_by(3), whole.cut_by(1)])
    }

    /// Its months, or its years when it is long, cut to its own days.
    #[must_use]
    pub fn parts(&self) -> Vec<Self> {
        let months = self.cut_by(1);
        if months.len() > Self::MONTHS_TOLD { self.cut_by(12) } else { months }
    }

    /// Cut every so many months, from the first day of its first month or year.
    fn cut_by(&self, months: u32) -> Vec<Self> {
        let month = if months == 1 { self.from.month() } else { 1 };
        let first = self.from.with_day(1).and_then(|day| day.with_month(month));
        let starts = std::iter::successors(first, |day| day.checked_add_months(Months::new(months)));
        starts
            .take_while(|start| *start <= self.to)
            .filter_map(|start| {
                let end = start.checked_add_months(Months::new(months))?.pred_opt()?;
                Some(Self { from: start.max(self.from), to: end.min(self.to) })
            })
            .collect()
    }
}

/// The last day of the month of a day.
fn month_end(day: NaiveDate) -> NaiveDate {
    let next = day.with_day(1).and_then(|first| first.checked_add_months(Months::new(1)));
    next.and_then(|next| next.pred_opt()).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::calendar::days_after;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn period(from: &str, to: &str) -> Period {
        Period::of(day(from), day(to)).unwrap()
    }

    #[test]
    fn a_period_that_ends_before_it_starts_is_refused() {
        assert_eq!(Period::of(day("2026-02-01"), day("2026-01-31")), Err(PeriodRefused::EndsBeforeItStarts));
        assert_eq!(Period::year(2026), Some(period("2026-01-01", "2026-12-31")));
        assert_eq!(Period::year(1899), None);
    }

    #[test]
    fn a_period_is_compared_with_the_same_days_before_it() {
        let before = |from, to, today| period(from, to).before(day(today));
        assert_eq!(before("2026-01-01", "2026-12-31", "2027-02-01"), Period::year(2025));
        assert_eq!(
            before("2026-01-01", "2026-12-31", "2026-11-20"),
            Some(period("2025-01-01", "2025-11-20")),
            "a year that is not over is compared with as many days"
        );
        assert_eq!(before("2025-02-01", "2025-02-28", "2027-01-01"), Some(period("2024-02-01", "2024-02-29")));
        assert_eq!(before("2024-01-01", "2026-12-31", "2027-01-01"), Some(period("2021-01-01", "2023-12-31")));
        assert_eq!(before("1900-01-01", "1900-12-31", "2027-01-01"), None);
    }

    #[test]
    fn a_month_is_compared_with_the_month_just_before() {
        let before = |from, to, today| period(from, to).just_before(day(today));
        assert_eq!(before("2026-03-01", "2026-03-31", "2026-12-01"), Some(period("2026-02-01", "2026-02-28")));
        assert_eq!(before("2026-07-01", "2026-09-30", "2026-12-01"), Some(period("2026-04-01", "2026-06-30")));
        assert_eq!(before("2026-11-01", "2026-11-30", "2026-11-20"), Some(period("2026-10-01", "2026-10-20")));
        assert_eq!(before("2026-03-05", "2026-03-14", "2026-12-01"), Some(period("2026-02-23", "2026-03-04")));
        assert_eq!(before("1900-01-01", "1900-01-31", "2026-12-01"), None);
    }

    #[test]
    fn a_year_has_halves_quarters_and_months() {
        let [halves, quarters, months] = Period::parts_of_year(2026).unwrap();
        assert_eq!((halves.len(), quarters.len(), months.len()), (2, 4, 12));
        assert_eq!(quarters[2], period("2026-07-01", "2026-09-30"));
        assert_eq!(halves[1], period("2026-07-01", "2026-12-31"));
    }

    #[test]
    fn a_long_period_is_told_by_years() {
        let months = period("2026-01-15", "2026-03-10").parts();
        let wanted = [
            period("2026-01-15", "2026-01-31"),
            period("2026-02-01", "2026-02-28"),
            period("2026-03-01", "2026-03-10"),
        ];
        assert_eq!(months, wanted);
        let years = period("2020-06-01", "2026-03-10").parts();
        assert_eq!((years.len(), years[0]), (7, period("2020-06-01", "2020-12-31")));
    }

    proptest! {
        #[test]
        fn the_parts_of_a_period_hold_each_of_its_days_once(start in 0_u32..60_000, length in 0_u32..9_000) {
            let from = days_after(day("1950-01-01"), start);
            let whole = Period::of(from, days_after(from, length)).unwrap();
            let parts = whole.parts();
            prop_assert_eq!(parts.first().map(Period::from), Some(whole.from));
            prop_assert_eq!(parts.last().map(Period::to), Some(whole.to));
            for pair in parts.windows(2) {
                prop_assert_eq!(pair[0].to.succ_opt(), Some(pair[1].from));
            }
        }
    }
}
