//! How often something comes back, from its days.

use chrono::{Datelike, NaiveDate};

use crate::cents::Cents;
use crate::days::between;

/// How often a line of the budget is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frequency {
    /// 52 times a year.
    Weekly,
    /// 26 times a year.
    Fortnightly,
    /// 12 times a year.
    Monthly,
    /// 6 times a year.
    TwoMonthly,
    /// 4 times a year.
    Quarterly,
    /// Once, never spread over months.
    OneOff,
}

impl Frequency {
    /// Its key, the one of the budget.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Weekly => "weekly",
            Self::Fortnightly => "fortnightly",
            Self::Monthly => "monthly",
            Self::TwoMonthly => "two_monthly",
            Self::Quarterly => "quarterly",
            Self::OneOff => "one_off",
        }
    }

    /// The frequency of a key; nothing for another word.
    pub(crate) fn of_key(key: &str) -> Option<Self> {
        let all = [Self::Weekly, Self::Fortnightly, Self::Monthly, Self::TwoMonthly, Self::Quarterly, Self::OneOff];
        all.into_iter().find(|frequency| frequency.key() == key)
    }

    /// What an amount paid so often makes a month, in cents, half up.
    pub(crate) fn monthly(self, amount: Cents) -> Option<Cents> {
        let a_year = match self {
            Self::Weekly => 52,
            Self::Fortnightly => 26,
            Self::Monthly | Self::OneOff => 12,
            Self::TwoMonthly => 6,
            Self::Quarterly => 4,
        };
        Cents(amount.0.checked_mul(a_year)?).shared(12)
    }

    /// How many days lie between two payments, at least and at most: weekends move them.
    fn days(self) -> std::ops::RangeInclusive<i64> {
        match self {
            Self::Weekly => 5..=9,
            Self::Fortnightly => 11..=18,
            Self::Monthly => 23..=38,
            Self::TwoMonthly => 53..=69,
            Self::Quarterly => 83..=101,
            Self::OneOff => i64::MAX..=i64::MAX,
        }
    }
}

/// How often these days come back; nothing when they do not.
pub(crate) fn frequency(days: &[NaiveDate]) -> Option<Frequency> {
    let mut days = days.to_vec();
    days.sort_unstable();
    let between: Vec<i64> = days.iter().zip(days.iter().skip(1)).map(|(one, next)| between(*one, *next)).collect();
    let least = |frequency: Frequency| match frequency {
        Frequency::Weekly => 3,
        Frequency::Fortnightly => 2,
        Frequency::Monthly | Frequency::TwoMonthly | Frequency::Quarterly | Frequency::OneOff => 1,
    };
    let all =
        [Frequency::Weekly, Frequency::Fortnightly, Frequency::Monthly, Frequency::TwoMonthly, Frequency::Quarterly];
    all.into_iter().find(|frequency| {
        between.len() >= least(*frequency) && between.iter().all(|days| frequency.days().contains(days))
    })
}

/// How many months have one of these days.
pub(crate) fn months(days: &[NaiveDate]) -> usize {
    let mut months: Vec<(i32, u32)> = days.iter().map(|day| (day.year(), day.month())).collect();
    months.sort_unstable();
    months.dedup();
    months.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(days: &[&str]) -> Option<Frequency> {
        frequency(&days.iter().map(|day| day.parse().unwrap()).collect::<Vec<_>>())
    }

    #[test]
    fn a_payment_moved_by_a_weekend_keeps_its_rhythm() {
        assert_eq!(of(&["2026-08-05", "2026-09-07", "2026-10-05"]), Some(Frequency::Monthly));
        assert_eq!(of(&["2026-08-19", "2026-10-19"]), Some(Frequency::TwoMonthly));
        assert_eq!(of(&["2026-08-03", "2026-08-10", "2026-08-17", "2026-08-25"]), Some(Frequency::Weekly));
        assert_eq!(of(&["2026-08-03", "2026-08-05", "2026-10-25"]), None);
        assert_eq!(of(&["2026-08-03"]), None);
    }

    #[test]
    fn a_month_of_weekly_payments_is_fifty_two_twelfths() {
        assert_eq!(Frequency::Weekly.monthly(Cents(1_000)), Some(Cents(4_333)));
        assert_eq!(Frequency::Quarterly.monthly(Cents(1_830)), Some(Cents(610)));
    }
}
