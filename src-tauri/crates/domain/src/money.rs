//! Amounts in euros, always whole cents, never a float.
//!
//! An amount is read as people type it and written as French paper writes it:
//! `1200`, `1 200,50 €` and `1184.00` are read, `1 234,56 €` is written with
//! narrow no-break spaces (U+202F) and the minus sign U+2212. Rounding is half
//! up, away from zero, done once and last: 853,74 € a year is 71,145 € a month,
//! counted 71,15 €.

use std::fmt;

use rust_decimal::Decimal;
use rust_decimal::RoundingStrategy::MidpointAwayFromZero;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::words::{MINUS, NARROW_SPACE};

/// An amount of money in euros: whole cents, at most [`Euros::LIMIT_CENTS`] either side of zero.
///
/// Kept in files as a whole number of cents.
#[derive(Default, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct Euros(i64);

/// An amount or a sum is beyond what Étrier counts with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("amount beyond the limit")]
pub struct AmountTooLarge;

/// Why a typed amount was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum AmountUnread {
    /// Something else than figures, spaces, one comma or point, a sign and « € ».
    #[error("not an amount")]
    NotAnAmount,
    /// More than two figures after the comma.
    #[error("more than two decimals")]
    MoreThanCents,
    /// Beyond the limit.
    #[error("amount beyond the limit")]
    TooLarge,
}

impl Euros {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// The largest amount, in cents: a thousand million euros, far beyond any household.
    pub const LIMIT_CENTS: i64 = 100_000_000_000;

    /// The amount of so many cents. Refuses what passes the limit.
    pub fn from_cents(cents: i64) -> Result<Self, AmountTooLarge> {
        if cents.unsigned_abs() > Self::LIMIT_CENTS.unsigned_abs() {
            return Err(AmountTooLarge);
        }
        Ok(Self(cents))
    }

    /// The amount nearest to so many cents over `by`, half up, away from zero. Refuses what passes the limit, and zero.
    pub(crate) fn nearest(cents: i128, by: i128) -> Result<Self, AmountTooLarge> {
        let twice = cents.unsigned_abs().saturating_mul(2).saturating_add(by.unsigned_abs());
        let half_up = twice.checked_div(by.unsigned_abs().saturating_mul(2)).ok_or(AmountTooLarge)?;
        let cents_away = i64::try_from(half_up).map_err(|_| AmountTooLarge)?;
        Self::from_cents(if (cents < 0) == (by < 0) { cents_away } else { cents_away.saturating_neg() })
    }

    /// The amount as a number of cents.
    #[must_use]
    pub const fn cents(self) -> i64 {
        self.0
    }

    /// Reads an amount as typed, in euros.
    ///
    /// Spaces of any kind separate thousands; a comma or a point separates at
    /// most two decimals. Errors: see [`AmountUnread`].
    pub fn read(typed: &str) -> Result<Self, AmountUnread> {
        let mut figures = String::new();
        let mut decimals: Option<u32> = None;
        let mut negative = false;
        let text = typed.trim().trim_end_matches('€');
        for sign in text.trim().chars().filter(|c| !c.is_whitespace()) {
            match sign {
                '0'..='9' => {
                    figures.push(sign);
                    decimals = decimals.map(|n| n.saturating_add(1));
                }
                ',' | '.' if decimals.is_none() && !figures.is_empty() => decimals = Some(0),
                '-' | MINUS if figures.is_empty() && !negative => negative = true,
                _ => return Err(AmountUnread::NotAnAmount),
            }
        }
        if figures.is_empty() {
            return Err(AmountUnread::NotAnAmount);
        }
        let scale = decimals.unwrap_or(0);
        if scale > 2 {
            return Err(AmountUnread::MoreThanCents);
        }
        let whole: i64 = figures.parse().map_err(|_| AmountUnread::TooLarge)?;
        let cents = whole.saturating_mul(10_i64.saturating_pow(2_u32.saturating_sub(scale)));
        Self::from_cents(if negative { cents.saturating_neg() } else { cents }).map_err(|_| AmountUnread::TooLarge)
    }

    /// Adds two amounts. Refuses a sum beyond the limit.
    pub fn plus(self, other: Self) -> Result<Self, AmountTooLarge> {
        Self::from_cents(self.0.saturating_add(other.0))
    }

    /// Takes one amount from another. Refuses a difference beyond the limit.
    pub fn minus(self, other: Self) -> Result<Self, AmountTooLarge> {
        Self::from_cents(self.0.saturating_sub(other.0))
    }

    /// Adds many amounts. Refuses a sum beyond the limit.
    pub fn sum(amounts: impl IntoIterator<Item = Self>) -> Result<Self, AmountTooLarge> {
        amounts.into_iter().try_fold(Self::ZERO, Self::plus)
    }

    /// The amount times `times`, divided by `by`, rounded half up to the cent, once and last.
    ///
    /// Nothing when `by` is zero. Refuses a result beyond the limit.
    pub fn part(self, times: u32, by: u32) -> Result<Option<Self>, AmountTooLarge> {
        if by == 0 {
            return Ok(None);
        }
        Self::nearest(i128::from(self.0).saturating_mul(times.into()), by.into()).map(Some)
    }

    /// This amount over another, in percent with two decimals, rounded half up; nothing over zero.
    #[must_use]
    pub fn percent_of(self, whole: Self) -> Option<Decimal> {
        let ratio = (Decimal::from(self.0) * Decimal::ONE_HUNDRED).checked_div(whole.0.into())?;
        Some(ratio.round_dp_with_strategy(2, MidpointAwayFromZero))
    }

    /// Whether the amount is below zero.
    #[must_use]
    pub fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// Whether the amount is nothing.
    #[must_use]
    pub fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// The amount without its unit, for a column whose heading has it: `1 234,56`.
    #[must_use]
    pub fn bare(self) -> String {
        crate::words::decimal(Decimal::new(self.0, 2), 2)
    }
}

impl TryFrom<i64> for Euros {
    type Error = AmountTooLarge;

    fn try_from(cents: i64) -> Result<Self, AmountTooLarge> {
        Self::from_cents(cents)
    }
}

impl From<Euros> for i64 {
    fn from(amount: Euros) -> Self {
        amount.0
    }
}

impl fmt::Display for Euros {
    /// `1 234,56 €`, with narrow no-break spaces.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}{NARROW_SPACE}€", self.bare())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn reads(typed: &str, cents: i64) {
        assert_eq!(Euros::read(typed).map(Euros::cents), Ok(cents), "{typed}");
    }

    #[test]
    fn amounts_are_read_as_people_type_them() {
        reads("1200", 120_000);
        reads("1 200,50 €", 120_050);
        reads("1\u{202f}200,50\u{202f}€", 120_050);
        reads("1184.00", 118_400);
        reads("0,5", 50);
        reads("-12,30", -1_230);
        reads("\u{2212}12,30 €", -1_230);
        reads("-0", 0);
    }

    #[test]
    fn what_is_not_an_amount_is_refused() {
        for typed in ["", " ", "€", "douze", "1,2,3", "12-", ",5", "1e3", "٣"] {
            assert_eq!(Euros::read(typed), Err(AmountUnread::NotAnAmount), "{typed}");
        }
        assert_eq!(Euros::read("1,234"), Err(AmountUnread::MoreThanCents));
        assert_eq!(Euros::read("1 000 000 000,01"), Err(AmountUnread::TooLarge));
        assert_eq!(Euros::read(&"9".repeat(1_000_000)), Err(AmountUnread::TooLarge));
    }

    #[test]
    fn a_half_cent_is_rounded_up_once_and_last() {
        let year = Euros::read("853,74").unwrap();
        assert_eq!(year.part(1, 12).unwrap().unwrap().bare(), "71,15");
        let quarter = Euros::read("96,30").unwrap();
        assert_eq!(quarter.part(4, 12).unwrap().unwrap().bare(), "32,10");
        assert_eq!(year.part(1, 0), Ok(None), "nothing is divided by zero");
    }

    #[test]
    fn an_amount_is_nearest_half_up_on_either_side_of_zero() {
        for (cents, by, nearest) in [(5, 2, 3), (-5, 2, -3), (5, -2, -3), (-5, -2, 3), (4, 3, 1), (1, 3, 0), (0, 7, 0)]
        {
            assert_eq!(Euros::nearest(cents, by).map(Euros::cents), Ok(nearest), "{cents}/{by}");
        }
        assert_eq!(Euros::nearest(1, 0), Err(AmountTooLarge));
        assert_eq!(Euros::nearest(i128::MAX, 1), Err(AmountTooLarge));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(cents in -100_000_000_000_i64..=100_000_000_000) {
            let amount = Euros::from_cents(cents).unwrap();
            prop_assert_eq!(Euros::read(&amount.to_string()), Ok(amount));
            prop_assert_eq!(Euros::read(&amount.bare()), Ok(amount));
            prop_assert_eq!(amount.cents(), cents);
        }

        #[test]
        fn a_sum_does_not_depend_on_the_order(mut cents in proptest::collection::vec(-1_000_000_i64..1_000_000, 0..40)) {
            let total = |list: &[i64]| Euros::sum(list.iter().map(|c| Euros::from_cents(*c).unwrap()));
            let before = total(&cents);
            cents.reverse();
            prop_assert_eq!(before, total(&cents));
        }

        #[test]
        fn no_text_makes_reading_panic(typed in "\\PC*") {
            let _ = Euros::read(&typed);
        }
    }
}
