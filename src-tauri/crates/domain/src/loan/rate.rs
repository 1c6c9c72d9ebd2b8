//! Yearly rates in percent: read as people type them, written as French paper writes them.
//!
//! `4`, `4,0` and `4.00 %` are the same rate, written `4,00 %`; `3,125` keeps its three decimals.

use std::fmt;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::words::{self, NARROW_SPACE};

/// A yearly rate in percent, from 0 to 100, four decimals at most.
///
/// Kept in files as text with a point and two to four decimals: `4.00`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Rate(Decimal);

/// Why a rate was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum RateUnread {
    /// Something else than figures, one comma or point and « % ».
    #[error("not a rate")]
    NotARate,
    /// More than four figures after the comma.
    #[error("more than four decimals")]
    TooManyDecimals,
    /// Below 0 or above 100.
    #[error("rate out of range")]
    OutOfRange,
}

impl Rate {
    /// No interest.
    pub const ZERO: Self = Self(Decimal::ZERO);

    /// How many decimals of a percent are kept.
    const DECIMALS: u32 = 4;

    /// The rate of so many percent. Refuses more than four decimals, and what is not from 0 to 100.
    pub fn of(percent: Decimal) -> Result<Self, RateUnread> {
        let percent = percent.normalize();
        if !(Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&percent) {
            return Err(RateUnread::OutOfRange);
        }
        if percent.scale() > Self::DECIMALS {
            return Err(RateUnread::TooManyDecimals);
        }
        Ok(Self(percent))
    }

    /// Reads a rate as typed, in percent, with a comma or a point. Errors: see [`RateUnread`].
    pub fn read(typed: &str) -> Result<Self, RateUnread> {
        let text = typed.trim();
        let text = text.strip_suffix('%').unwrap_or(text).trim_end();
        let (whole, decimals) = text.split_once([',', '.']).unwrap_or((text, "0"));
        let figures = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if !figures(whole) || !figures(decimals) {
            return Err(RateUnread::NotARate);
        }
        let (whole, decimals) = (whole.trim_start_matches('0'), decimals.trim_end_matches('0'));
        if whole.len() > 3 {
            return Err(RateUnread::OutOfRange);
        }
        if decimals.len() > usize::try_from(Self::DECIMALS).unwrap_or_default() {
            return Err(RateUnread::TooManyDecimals);
        }
        Self::of(format!("0{whole}.{decimals}0").parse().map_err(|_| RateUnread::NotARate)?)
    }

    /// The rate in percent.
    #[must_use]
    pub fn percent(self) -> Decimal {
        self.0
    }

    /// The rate without its unit, two to four decimals: `4,00`, `3,125`.
    #[must_use]
    pub fn bare(self) -> String {
        words::decimal(self.0, self.0.scale().max(2))
    }

    /// The rate as a whole number, and the one that is one percent: `3125` and `1000`.
    pub(super) fn in_figures(self) -> (i128, i128) {
        (self.0.mantissa(), 10_i128.saturating_pow(self.0.scale()))
    }

    /// One month's discount, at a twelfth of the rate: what a euro due in a month is worth now.
    pub(super) fn monthly_discount(self) -> Decimal {
        let year = Decimal::from(1200);
        year / (year + self.0)
    }
}

impl fmt::Display for Rate {
    /// `4,00 %`, with a narrow no-break space.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}{NARROW_SPACE}%", self.bare())
    }
}

impl TryFrom<String> for Rate {
    type Error = RateUnread;

    fn try_from(kept: String) -> Result<Self, RateUnread> {
        Self::read(&kept)
    }
}

impl From<Rate> for String {
    fn from(rate: Rate) -> Self {
        rate.bare().replace(',', ".")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn reads(typed: &str, written: &str) {
        assert_eq!(Rate::read(typed).map(Rate::bare), Ok(written.to_owned()), "{typed}");
    }

    #[test]
    fn rates_are_read_as_people_type_them() {
        for typed in ["4", "4,0", "4.00 %", " 4,00\u{202f}% ", "004", "4.000000"] {
            reads(typed, "4,00");
        }
        reads("0", "0,00");
        reads("23,56", "23,56");
        reads("3.125", "3,125");
        reads("100", "100,00");
        assert_eq!(Rate::read("4").unwrap().to_string(), "4,00\u{202f}%");
    }

    #[test]
    fn what_is_not_a_rate_is_refused() {
        for typed in ["", "%", "quatre", "4,", ",5", "4,0,0", "1e1", "-1", "٣", "4 5"] {
            assert_eq!(Rate::read(typed), Err(RateUnread::NotARate), "{typed}");
        }
        assert_eq!(Rate::read("4,00001"), Err(RateUnread::TooManyDecimals));
        assert_eq!(Rate::read("100,0001"), Err(RateUnread::OutOfRange));
        assert_eq!(Rate::read(&"9".repeat(1_000_000)), Err(RateUnread::OutOfRange));
        assert_eq!(Rate::of(Decimal::NEGATIVE_ONE), Err(RateUnread::OutOfRange));
    }

    proptest! {
        #[test]
        fn what_is_written_or_kept_is_read_back(part in 0_i64..=1_000_000) {
            let rate = Rate::of(Decimal::new(part, 4)).unwrap();
            prop_assert_eq!(Rate::read(&rate.to_string()), Ok(rate));
            prop_assert_eq!(Rate::try_from(String::from(rate)), Ok(rate));
        }

        #[test]
        fn no_text_makes_reading_panic(typed in "\\PC*") {
            let _ = Rate::read(&typed);
        }
    }
}
