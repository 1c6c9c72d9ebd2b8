//! What is counted, how it is called and grouped: dated data, with its source.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize};

use super::figure::Unit;
use crate::loan::Rate;
use crate::money::Euros;
use crate::settings::ListKey;

/// The key of an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each one is told by its definition in the delivered indicators")]
pub enum IndicatorKey {
    Requests,
    Assessed,
    Redirected,
    Dropped,
    Inadmissible,
    Submitted,
    Granted,
    Refused,
    Withdrawn,
    Disbursed,
    PendingDecisions,
    AmountGranted,
    MeanAmount,
    MeanMonths,
    MeanInstalment,
    MeanRate,
    #[serde(rename = "share_over_3000")]
    ShareOver3000,
    SubmissionRate,
    GrantRateOfSubmitted,
    GrantRateOfRequests,
    GrantRateOfAssessed,
    DaysRequestToSubmission,
    DaysSubmissionToDecision,
    DaysDecisionToDisbursement,
    DaysRequestToDisbursement,
    MissedInstalments,
    Incidents,
    Losses,
    RepaymentRate,
    LossRate,
    InterestRefundsCount,
    InterestRefundsAmount,
    RunningLoans,
    WorkHours,
    FullTimeEquivalent,
    LoansSinceStart,
    AmountSinceStart,
}

/// The key of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each one is told by its title in the delivered indicators")]
pub enum TableKey {
    Funnel,
    Purposes,
    RefusalReasons,
    Redirections,
    Origins,
    Profiles,
    Outcomes,
    Banks,
    Months,
}

/// An indicator as it is told.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct IndicatorDefinition {
    /// Its key.
    pub key: IndicatorKey,
    /// What people read.
    pub label: String,
    /// How it is counted, in a sentence.
    pub definition: String,
    /// What it counts.
    pub unit: Unit,
    /// The heading it stands under.
    pub group: ListKey,
}

/// A table as it is told.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct TableDefinition {
    /// Its key.
    pub key: TableKey,
    /// What people read.
    pub label: String,
    /// How it is counted, in a sentence.
    pub help: String,
}

/// A key and its words.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Named {
    /// Its key.
    pub key: ListKey,
    /// What people read.
    pub label: String,
}

/// Ages counted together, both counted, on the day of the request.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct AgeBand {
    /// Its key.
    pub key: ListKey,
    /// What people read.
    pub label: String,
    /// The youngest.
    #[serde(default)]
    pub from: u32,
    /// The oldest; no end when absent.
    #[serde(default)]
    pub to: Option<u32>,
}

/// Families of a list counted together.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct FamilyGroup {
    /// Its key.
    pub key: ListKey,
    /// What people read.
    pub label: String,
    /// The families.
    pub families: Vec<ListKey>,
}

/// How the office's bilan is counted.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct ReportRules {
    /// Under how many people a line of a paper is grouped with another.
    pub small_numbers_under: u64,
    /// The amount above which loans are told apart.
    pub large_loan: Euros,
    /// The headings of the indicators, in their order.
    pub groups: Vec<Named>,
    /// The indicators, in the order of their headings.
    pub indicators: Vec<IndicatorDefinition>,
    /// The tables, in their order.
    pub tables: Vec<TableDefinition>,
    /// Ages, the youngest first.
    pub age_bands: Vec<AgeBand>,
    /// Employment statuses.
    pub employment_groups: Vec<FamilyGroup>,
    /// Families of the redirections.
    pub redirection_families: Vec<Named>,
    /// Groups of the origins.
    pub origin_groups: Vec<Named>,
    /// Families of those who send people.
    pub referrer_groups: Vec<Named>,
}

/// A figure of elsewhere, beside the office's own: never a target.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Reference {
    /// Its key.
    pub key: ListKey,
    /// What people read.
    pub label: String,
    /// The indicator it stands beside.
    pub indicator: IndicatorKey,
    /// The number, in the unit of the indicator.
    #[serde(deserialize_with = "written_number")]
    pub value: Decimal,
    /// Its year.
    pub year: i32,
    /// How it is to be read.
    #[serde(default)]
    pub note: Option<String>,
    /// Where it is told.
    pub source: String,
}

/// How purposes share requests and loans elsewhere, in percent, by category of purposes.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct PurposeShares {
    /// Its year.
    pub year: i32,
    /// Of the requests.
    pub requested: BTreeMap<String, Rate>,
    /// Of the loans.
    pub granted: BTreeMap<String, Rate>,
    /// Where it is told.
    pub source: String,
}

/// Figures of elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct References {
    /// Beside indicators, the first one of an indicator being the closest.
    pub indicators: Vec<Reference>,
    /// Beside the purposes.
    pub purposes: PurposeShares,
}

impl ReportRules {
    /// The definition of an indicator.
    #[must_use]
    pub fn indicator(&self, key: IndicatorKey) -> Option<&IndicatorDefinition> {
        self.indicators.iter().find(|definition| definition.key == key)
    }
}

/// A number kept as text with a point: `85.3`.
fn written_number<'de, D: Deserializer<'de>>(source: D) -> Result<Decimal, D::Error> {
    String::deserialize(source)?.parse().map_err(serde::de::Error::custom)
}
