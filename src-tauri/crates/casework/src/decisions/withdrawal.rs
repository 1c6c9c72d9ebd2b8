//! The days a person may change their mind in, as a strip: passed, today, payable.

use chrono::{Datelike, NaiveDate};
use domain::dossier::WithdrawalPeriod;
use domain::settings::{LegalCertainty, Settings};
use domain::words::{self, long_date};
use serde::Serialize;
use ts_rs::TS;

use super::timeline::days_between;

/// The days to change one's mind in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "Withdrawal")]
pub struct WithdrawalView {
    /// `3e jour sur 14. La personne peut renoncer jusqu’au 11 décembre 2026.`
    pub sentence: String,
    /// `L’argent peut être versé dès le 5 décembre 2026.`
    pub payable: String,
    /// Every day of it.
    pub days: Vec<StripDay>,
    /// Where the rule comes from.
    pub rule: String,
    /// Whether the rule is to be checked.
    pub to_check: bool,
}

/// A day of the withdrawal period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct StripDay {
    /// The day in full, for who listens.
    pub label: String,
    /// `28`.
    pub text: String,
    /// What it is on the day of reading.
    pub state: StripDayState,
}

/// What a day of the withdrawal period is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StripDayState {
    /// Gone by.
    Gone,
    /// Today.
    Today,
    /// To come, before any payment.
    Waiting,
    /// The funds may be released.
    Payable,
}

/// The period as its part shows it on a day.
pub(super) fn shown_period(period: &WithdrawalPeriod, settings: &Settings, today: NaiveDate) -> WithdrawalView {
    let passed = days_between(period.signed_on, today);
    let whole = days_between(period.signed_on, period.ends_on);
    let last = long_date(period.ends_on);
    let sentence = if today > period.ends_on {
        format!("Le délai pour changer d’avis a fini le {last}.")
    } else if passed == 0 {
        format!("Le délai commence demain : la personne peut renoncer jusqu’au {last}.")
    } else {
        let ordinal = if passed == 1 { "1er".to_owned() } else { format!("{passed}e") };
        format!("{ordinal} jour sur {whole}. La personne peut renoncer jusqu’au {last}.")
    };
    let rule = settings.legal.at("withdrawal_days", period.signed_on);
    WithdrawalView {
        sentence: words::spaced(&sentence),
        payable: format!("L’argent peut être versé dès le {}.", long_date(period.payable_from)),
        days: period.days().map(|day| strip_day(day, period, today)).collect(),
        rule: rule.map(|rule| words::spaced(&rule.source)).unwrap_or_default(),
        to_check: rule.is_some_and(|rule| rule.certainty == LegalCertainty::Weak),
    }
}

fn strip_day(day: NaiveDate, period: &WithdrawalPeriod, today: NaiveDate) -> StripDay {
    let state = if day == today {
        StripDayState::Today
    } else if day >= period.payable_from {
        StripDayState::Payable
    } else if day < today {
        StripDayState::Gone
    } else {
        StripDayState::Waiting
    };
    StripDay { label: long_date(day), text: day.day().to_string(), state }
}
