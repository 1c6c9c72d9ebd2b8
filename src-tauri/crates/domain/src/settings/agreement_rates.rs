//! The rate of a loan by an agreement: one for all its loans, or by product, amount and months.
//!
//! The first line whose conditions the loan meets gives its rate; a loan that no line speaks of has the plain rate. What
//! is not known of a loan meets no condition. Worked example: 4 % for every loan, 3 % from 3 000 € on, 2 % for the
//! product « stabilité »: 3 500 € of the personal loan is lent at 3 %, of « stabilité » at 2 % where its line comes first.

use serde::{Deserialize, Serialize};

use super::{LenderAgreement, ListKey, LoanFrame};
use crate::loan::Rate;
use crate::money::Euros;

/// A rate of its own for some loans of an agreement; a condition that is absent is met by every loan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RateLine {
    /// The product it is for.
    #[serde(default)]
    pub product: Option<ListKey>,
    /// The least amount it is for.
    #[serde(default)]
    pub amount_from: Option<Euros>,
    /// The fewest months it is for.
    #[serde(default)]
    pub months_from: Option<u32>,
    /// The yearly rate.
    pub rate: Rate,
}

impl RateLine {
    fn is_for(&self, product: Option<&ListKey>, amount: Option<Euros>, months: Option<u32>) -> bool {
        (self.product.is_none() || self.product.as_ref() == product)
            && self.amount_from.is_none_or(|least| amount.is_some_and(|amount| amount >= least))
            && self.months_from.is_none_or(|fewest| months.is_some_and(|months| months >= fewest))
    }

    /// Whether every loan that another line speaks of is one this line speaks of: after it, the other is never used.
    #[must_use]
    pub fn covers(&self, other: &Self) -> bool {
        (self.product.is_none() || self.product == other.product)
            && self.amount_from <= other.amount_from.or(Some(Euros::ZERO))
            && self.months_from <= other.months_from.or(Some(0))
    }

    /// Whether it says which loans it is for.
    #[must_use]
    pub fn has_condition(&self) -> bool {
        self.product.is_some() || self.amount_from.is_some() || self.months_from.is_some()
    }
}

impl LenderAgreement {
    /// Every rate it states.
    pub fn rates(&self) -> impl Iterator<Item = Rate> {
        self.rate_lines.iter().map(|line| line.rate).chain(self.rate)
    }

    /// The line that gives the rate of a loan; nothing where the plain rate does.
    #[must_use]
    pub fn rate_line(
        &self,
        product: Option<&ListKey>,
        amount: Option<Euros>,
        months: Option<u32>,
    ) -> Option<&RateLine> {
        self.rate_lines.iter().find(|line| line.is_for(product, amount, months))
    }
}

impl<'s> LoanFrame<'s> {
    /// The line of the agreement that gives the rate of a loan in this frame.
    #[must_use]
    pub fn rate_line(&self, amount: Option<Euros>, months: Option<u32>) -> Option<&'s RateLine> {
        self.agreement?.rate_line(self.product.map(|(key, _)| key), amount, months)
    }

    /// The rate the agreement states for a loan in this frame.
    #[must_use]
    pub fn rate(&self, amount: Option<Euros>, months: Option<u32>) -> Option<Rate> {
        self.rate_line(amount, months).map(|line| line.rate).or(self.agreement?.rate)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(product: Option<&str>, amount: Option<&str>, months: Option<u32>, rate: &str) -> RateLine {
        RateLine {
            product: product.map(ListKey::new),
            amount_from: amount.map(|amount| Euros::read(amount).unwrap()),
            months_from: months,
            rate: Rate::read(rate).unwrap(),
        }
    }

    #[track_caller]
    fn rated(product: Option<&str>, amount: &str, months: Option<u32>, rate: &str) {
        let agreement = LenderAgreement {
            rate: Some(Rate::read("4").unwrap()),
            rate_lines: vec![
                line(Some("stability"), None, None, "2"),
                line(None, Some("3000"), Some(25), "3,5"),
                line(None, Some("3000"), None, "3"),
            ],
            ..LenderAgreement::default()
        };
        let product = product.map(ListKey::new);
        let of_line = agreement.rate_line(product.as_ref(), Euros::read(amount).ok(), months).map(|line| line.rate);
        assert_eq!(of_line.or(agreement.rate), Some(Rate::read(rate).unwrap()));
    }

    #[test]
    fn the_first_line_a_loan_meets_gives_its_rate_else_the_plain_one() {
        rated(Some("personal"), "2999,99", Some(36), "4");
        rated(Some("personal"), "3000", Some(24), "3");
        rated(Some("personal"), "3000", Some(25), "3,5");
        rated(None, "3500", None, "3");
        rated(Some("stability"), "3500", Some(36), "2");
    }

    #[test]
    fn a_line_after_a_wider_one_is_never_used() {
        let wide = line(None, Some("3000"), None, "3");
        assert!(wide.covers(&line(Some("stability"), Some("3000"), Some(25), "2")));
        assert!(!wide.covers(&line(None, Some("2999,99"), None, "2")) && !wide.covers(&line(None, None, None, "2")));
        assert!(line(Some("stability"), None, None, "2").covers(&line(Some("stability"), Some("1"), None, "1")));
        assert!(!line(None, None, Some(12), "2").covers(&line(None, None, None, "1")));
    }
}
