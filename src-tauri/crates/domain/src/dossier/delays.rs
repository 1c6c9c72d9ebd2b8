//! The days that follow a decision: the earliest payment, the end of the withdrawal
//! period, the date to take the dossier up again.
//!
//! The withdrawal period counts from the day after the signature (C. conso, L. 312-19
//! and L. 312-25): signed on 27 November 2026, with fourteen days to withdraw and
//! seven without payment, the first payment is on 5 December and the last day to
//! withdraw is 11 December. Both numbers are dated values of the settings.

use chrono::NaiveDate;

use super::{Contract, Submission};
use crate::calendar::{days_after, working_day_from};
use crate::settings::{ListKey, RulesAt, entry};

/// The days a person may change their mind in, and when the funds may be released.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WithdrawalPeriod {
    /// The day of the signature; the period counts from the day after.
    pub signed_on: NaiveDate,
    /// The first day the funds may be released.
    pub payable_from: NaiveDate,
    /// The last day to withdraw.
    pub ends_on: NaiveDate,
}

impl WithdrawalPeriod {
    /// The period of a contract signed on a day, by the values of the law on that day; nothing when none is stated.
    #[must_use]
    pub fn of(signed_on: NaiveDate, rules: &RulesAt<'_>) -> Option<Self> {
        let value = |key: &str| rules.legal.number(key, signed_on);
        let unpaid = value("earliest_disbursement_days")?;
        Some(Self {
            signed_on,
            payable_from: days_after(signed_on, unpaid.saturating_add(1)),
            ends_on: days_after(signed_on, value("withdrawal_days")?),
        })
    }

    /// Every day of the period, the first one the day after the signature.
    pub fn days(&self) -> impl Iterator<Item = NaiveDate> + use<> {
        let last = self.ends_on;
        self.signed_on.iter_days().skip(1).take_while(move |day| *day <= last)
    }
}

/// The day a lender that got a dossier on a day promised to answer by, as its agreement then in force says.
#[must_use]
pub fn expected_answer(sent_on: NaiveDate, lender: &ListKey, rules: &RulesAt<'_>) -> Option<NaiveDate> {
    let days = rules.lender(lender)?.agreement?.value.answer_days?;
    Some(days_after(sent_on, days))
}

/// The day to ask what became of a person directed elsewhere: the soonest of the solutions' own delays.
#[must_use]
pub fn call_back_on(decided_on: NaiveDate, solutions: &[ListKey], rules: &RulesAt<'_>) -> Option<NaiveDate> {
    let delay = |key: &ListKey| entry(&rules.lists.redirections, key).ok()?.callback_days;
    solutions.iter().filter_map(delay).min().map(|days| working_day_from(days_after(decided_on, days)))
}

impl Submission {
    /// How many days the lender has had it on a day.
    #[must_use]
    pub fn waited(&self, until: NaiveDate) -> i64 {
        until.signed_duration_since(self.sent_on).num_days().max(0)
    }
}

impl Contract {
    /// Its withdrawal period.
    #[must_use]
    pub fn withdrawal(&self, rules: &RulesAt<'_>) -> Option<WithdrawalPeriod> {
        WithdrawalPeriod::of(self.signed_on, rules)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_strip_of_days_starts_the_day_after_the_signature() {
        let period = WithdrawalPeriod {
            signed_on: day("2026-11-27"),
            payable_from: day("2026-12-05"),
            ends_on: day("2026-12-11"),
        };
        let days: Vec<_> = period.days().collect();
        assert_eq!(days.len(), 14);
        assert_eq!((days.first(), days.last()), (Some(&day("2026-11-28")), Some(&day("2026-12-11"))));
    }
}
