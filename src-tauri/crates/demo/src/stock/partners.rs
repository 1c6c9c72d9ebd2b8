//! The part of the stock that is not of any dossier: partners, aids, resolutions, who sits at the commission.

use chrono::NaiveDate;
use domain::partner::ExchangeKind;
use domain::settings::ListKey;
use serde::Deserialize;

/// Those the office works with, and what it keeps beside its dossiers.
#[derive(Deserialize)]
pub(crate) struct PartnerStock {
    pub(crate) referrers: Vec<ReferrerStock>,
    pub(crate) aids: Vec<AidStock>,
    pub(crate) exchanges: Vec<ExchangeStock>,
    pub(crate) resolutions: Vec<ResolutionStock>,
    pub(crate) attendees: Vec<AttendeeStock>,
    /// Where the commission meets.
    pub(crate) room: String,
    pub(crate) work: Vec<WorkStock>,
}

/// Who sends people.
#[derive(Deserialize)]
pub(crate) struct ReferrerStock {
    pub(crate) kind: ListKey,
    pub(crate) structure: String,
    pub(crate) name: String,
    pub(crate) phone: String,
    pub(crate) email: String,
    pub(crate) address: String,
    /// As it is said after « orienté par ».
    pub(crate) after: String,
}

/// An aid of the directory.
#[derive(Deserialize)]
pub(crate) struct AidStock {
    pub(crate) name: String,
    pub(crate) provider: String,
    pub(crate) what_for: String,
    pub(crate) contact: String,
    pub(crate) conditions: String,
    #[serde(default)]
    pub(crate) to_bring: String,
    /// How many days ago it was checked.
    pub(crate) days: u32,
}

/// Something said with a lender or a referrer.
#[derive(Deserialize)]
pub(crate) struct ExchangeStock {
    #[serde(default)]
    pub(crate) lender: Option<ListKey>,
    /// Its place among the referrers.
    #[serde(default)]
    pub(crate) referrer: Option<usize>,
    pub(crate) kind: ExchangeKind,
    pub(crate) whom: String,
    pub(crate) note: String,
    pub(crate) next_step: String,
    /// How many days ago.
    pub(crate) days: u32,
    /// In how many days something follows; none when zero.
    pub(crate) next_in: u32,
}

/// A resolution of the board.
#[derive(Deserialize)]
pub(crate) struct ResolutionStock {
    pub(crate) number: String,
    pub(crate) decided_on: NaiveDate,
    pub(crate) subject: String,
    pub(crate) extract: String,
    pub(crate) file: String,
    pub(crate) vote: String,
    pub(crate) transmitted_on: Option<NaiveDate>,
    pub(crate) published_on: Option<NaiveDate>,
}

/// Someone called to the commission.
#[derive(Deserialize)]
pub(crate) struct AttendeeStock {
    pub(crate) name: String,
    pub(crate) role: String,
    pub(crate) organisation: String,
    pub(crate) votes: bool,
}

/// Time spent without a dossier.
#[derive(Deserialize)]
pub(crate) struct WorkStock {
    pub(crate) kind: ListKey,
    /// The least and the most, in minutes.
    pub(crate) minutes: [u32; 2],
    pub(crate) note: String,
}
