//! The part of the stock that is not of any dossier: partners, aids, resolutions, who sits at the commission.

use chrono::NaiveDate;
use domain::partner::ExchangeKind;
use domain::settings::ListKey;
use serde::Deserialize;

/// Those the office works with, and what it keeps beside its dossiers.
#[derive(Deserialize)]
pub(in crate::demo) struct PartnerStock {
    pub(in crate::demo) referrers: Vec<ReferrerStock>,
    pub(in crate::demo) aids: Vec<AidStock>,
    pub(in crate::demo) exchanges: Vec<ExchangeStock>,
    pub(in crate::demo) resolutions: Vec<ResolutionStock>,
    pub(in crate::demo) attendees: Vec<AttendeeStock>,
    /// Where the commission meets.
    pub(in crate::demo) room: String,
    pub(in crate::demo) work: Vec<WorkStock>,
}

/// Who sends people.
#[derive(Deserialize)]
pub(in crate::demo) struct ReferrerStock {
    pub(in crate::demo) kind: ListKey,
    pub(in crate::demo) structure: String,
    pub(in crate::demo) name: String,
    pub(in crate::demo) phone: String,
    pub(in crate::demo) email: String,
    pub(in crate::demo) address: String,
    /// As it is said after « orienté par ».
    pub(in crate::demo) after: String,
}

/// An aid of the directory.
#[derive(Deserialize)]
pub(in crate::demo) struct AidStock {
    pub(in crate::demo) name: String,
    pub(in crate::demo) provider: String,
    pub(in crate::demo) what_for: String,
    pub(in crate::demo) contact: String,
    pub(in crate::demo) conditions: String,
    /// How many days ago it was checked.
    pub(in crate::demo) days: u32,
}

/// Something said with a lender or a referrer.
#[derive(Deserialize)]
pub(in crate::demo) struct ExchangeStock {
    #[serde(default)]
    pub(in crate::demo) lender: Option<ListKey>,
    /// Its place among the referrers.
    #[serde(default)]
    pub(in crate::demo) referrer: Option<usize>,
    pub(in crate::demo) kind: ExchangeKind,
    pub(in crate::demo) whom: String,
    pub(in crate::demo) note: String,
    pub(in crate::demo) next_step: String,
    /// How many days ago.
    pub(in crate::demo) days: u32,
    /// In how many days something follows; none when zero.
    pub(in crate::demo) next_in: u32,
}

/// A resolution of the board.
#[derive(Deserialize)]
pub(in crate::demo) struct ResolutionStock {
    pub(in crate::demo) number: String,
    pub(in crate::demo) decided_on: NaiveDate,
    pub(in crate::demo) subject: String,
    pub(in crate::demo) extract: String,
    pub(in crate::demo) file: String,
}

/// Someone called to the commission.
#[derive(Deserialize)]
pub(in crate::demo) struct AttendeeStock {
    pub(in crate::demo) name: String,
    pub(in crate::demo) role: String,
    pub(in crate::demo) organisation: String,
    pub(in crate::demo) votes: bool,
}

/// Time spent without a dossier.
#[derive(Deserialize)]
pub(in crate::demo) struct WorkStock {
    pub(in crate::demo) kind: ListKey,
    /// The least and the most, in minutes.
    pub(in crate::demo) minutes: [u32; 2],
    pub(in crate::demo) note: String,
}
