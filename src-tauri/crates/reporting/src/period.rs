//! The period a bilan is asked for, as typed.

use chrono::{Datelike, NaiveDate};
use domain::calendar::Toward;
use domain::partner::ReferrerId;
use domain::report::{Narrowing, Period};
use domain::settings::ListKey;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use app::caller::Moment;
use app::failure::Failure;
use app::reading;

/// A year, or a first and a last day; all empty is the last year that has something to tell.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReportPeriod {
    /// The year, before the two days.
    pub year: String,
    /// The first day.
    pub from: String,
    /// The last day.
    pub to: String,
}

impl ReportPeriod {
    /// The period; nothing when nothing was typed.
    pub(super) fn read(&self, moment: &Moment) -> Result<Option<Period>, Failure> {
        let year = self.year.trim();
        if !year.is_empty() {
            let plain = year.len() == 4 && year.bytes().all(|sign| sign.is_ascii_digit());
            let number = year.parse().ok().filter(|_| plain);
            return number.and_then(Period::year).map(Some).ok_or_else(Failure::not_a_year);
        }
        let day = |typed: &str, field| reading::date(typed, field, moment, Toward::Past);
        match (day(&self.from, "from")?, day(&self.to, "to")?) {
            (None, None) => Ok(None),
            (None, Some(_)) => Err(Failure::half_a_period("from")),
            (Some(_), None) => Err(Failure::half_a_period("to")),
            (Some(from), Some(to)) => Ok(Some(Period::of(from, to)?)),
        }
    }
}

domain::vocabulary! {
    /// What the bilan is compared with.
    #[derive(Default, TS)]
    pub enum Against {
        /// The same days of the year before.
        #[default]
        YearBefore => "year_before";
        /// As many months or days, just before.
        JustBefore => "just_before";
    }
}

/// What the dossiers counted have in common; an empty field leaves them all.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct NarrowedTo {
    /// The key of a lender they were sent to.
    pub lender: String,
    /// The key of a product asked for.
    pub product: String,
    /// The key of a purpose, or of a category of purposes.
    pub purpose: String,
    /// The number of who sent the person.
    pub referrer: String,
}

/// A bilan: its period, what it is compared with, which dossiers it counts.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReportAsked {
    /// The year, before the two days.
    pub year: String,
    /// The first day.
    pub from: String,
    /// The last day.
    pub to: String,
    /// What it is compared with.
    #[serde(default)]
    #[ts(optional, as = "Option<Against>")]
    pub against: Against,
    /// Which dossiers it counts.
    #[serde(default)]
    #[ts(optional, as = "Option<NarrowedTo>")]
    pub narrowed: NarrowedTo,
}

impl From<ReportPeriod> for ReportAsked {
    /// Every dossier of the period.
    fn from(ReportPeriod { year, from, to }: ReportPeriod) -> Self {
        Self { year, from, to, ..Self::default() }
    }
}

impl ReportAsked {
    /// The period, as it was typed.
    pub(super) fn period(&self) -> ReportPeriod {
        ReportPeriod { year: self.year.clone(), from: self.from.clone(), to: self.to.clone() }
    }
}

impl NarrowedTo {
    /// What the rules narrow by.
    pub(super) fn read(&self) -> Result<Narrowing, Failure> {
        let key = |text: &str| Some(ListKey::new(text.trim())).filter(|key| !key.as_str().is_empty());
        let number = self.referrer.trim();
        let referrer = match number.parse() {
            Ok(number) => Some(ReferrerId(number)),
            Err(_) if number.is_empty() => None,
            Err(_) => return Err(Failure::no_such_number("referrer")),
        };
        Ok(Narrowing { lender: key(&self.lender), product: key(&self.product), purpose: key(&self.purpose), referrer })
    }
}

/// The last year that has something to tell, this year when there is none.
pub(super) fn usual(years: &[i32], today: NaiveDate) -> Result<Period, Failure> {
    let last = years.iter().copied().filter(|year| *year <= today.year()).max();
    Period::year(last.unwrap_or(today.year())).ok_or_else(Failure::not_a_year)
}
