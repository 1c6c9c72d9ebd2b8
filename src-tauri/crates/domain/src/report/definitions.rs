//! What is counted, how it is called and grouped: dated data, with its source.

use std::collections::BTreeMap;
use std::fmt;

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::figure::Unit;
use crate::dossier::SurveyMoment;
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
    UnnamedCalls,
    WorkHours,
    FullTimeEquivalent,
    LoansSinceStart,
    AmountSinceStart,
    AgreementLapsed,
    NotDisbursed,
    RepaidLoans,
    EndedLoans,
    AmountOfEndedLoans,
    GuaranteeCalls,
    Deferrals,
    MeanRefund,
    RefundsOfOptionalAid,
    Subsidies,
    YearlyCost,
    CostPerLoan,
    NetCostPerLoan,
    PaidFullTime,
    LoansPerFullTime,
    #[serde(rename = "loans_per_10000_inhabitants")]
    LoansPerInhabitants,
    FollowUpContacts,
    ContactsWithoutNews,
    RedirectedCalledBack,
    RedirectedHelped,
    FormerBorrowers,
    #[serde(untagged)]
    Survey(SurveyKey),
}

/// The key of what a questionnaire tells, as its definition gives it: `survey_job`, at most 32 signs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct SurveyKey([u8; 32]);

vocabulary! {
    /// How facts are gathered into a number or a table; two ways are never added together.
    #[derive(Default)]
    pub enum Reading {
        #[default]
        Activity => "activity", "Activité : chaque fait à sa date";
        Cohort => "cohort", "Cohorte : suivie jusqu’à aujourd’hui";
        Stock => "stock", "État à la fin de la période";
        SinceStart => "since_start", "Depuis le début";
        Survey => "survey", "Questionnaires revenus";
        Year => "year", "Année entière";
    }
}

/// A share of the answers to one question, « not concerned » and blanks left out.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct SurveyShare {
    /// The key of the question.
    pub question: String,
    /// The answers counted above.
    pub choices: Vec<ListKey>,
    /// The answers that say nothing of it, in neither term.
    #[serde(default)]
    pub leaves_out: Vec<ListKey>,
    /// When the questionnaire was filled in.
    pub moments: Vec<SurveyMoment>,
}

vocabulary! {
    /// The key of a table.
    pub enum TableKey {
        Funnel => "funnel";
        Purposes => "purposes";
        RefusalReasons => "refusal_reasons";
        Redirections => "redirections";
        Origins => "origins";
        Profiles => "profiles";
        Outcomes => "outcomes";
        Banks => "banks";
        Months => "months";
        Became => "became";
        SubPurposes => "sub_purposes";
        CalledBack => "called_back";
        Surveys => "surveys";
    }
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
    /// How its facts are gathered.
    #[serde(default)]
    pub reading: Reading,
    /// The share it is, of a questionnaire.
    #[serde(default)]
    pub survey: Option<SurveyShare>,
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
    /// How its facts are gathered.
    #[serde(default)]
    pub reading: Reading,
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
    /// The indicator it stands beside: only where the question is the same.
    #[serde(default)]
    pub indicator: Option<IndicatorKey>,
    /// The number, in the unit of the indicator.
    #[serde(default, deserialize_with = "written_number")]
    pub value: Option<Decimal>,
    /// What its source writes, where it is in words or stands beside no indicator.
    #[serde(default)]
    pub said: Option<String>,
    /// Its year, where its source gives one.
    #[serde(default)]
    pub year: Option<i32>,
    /// How it is to be read.
    #[serde(default)]
    pub note: Option<String>,
    /// Where it is told.
    pub source: String,
    /// Whether it is of every network, not of the offices alone.
    #[serde(default)]
    pub every_network: bool,
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
    /// Beside what a purpose is made of: of the requests of its category, in percent.
    #[serde(default)]
    pub sub_purposes: BTreeMap<String, Rate>,
}

impl SurveyKey {
    const START: &str = "survey_";

    /// As it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        let end = self.0.iter().position(|byte| *byte == 0).unwrap_or(self.0.len());
        self.0.get(..end).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default()
    }

    /// The key of a text; nothing when it does not start with `survey_` or is too long.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let mut bytes = [0; 32];
        bytes.get_mut(..text.len())?.copy_from_slice(text.as_bytes());
        text.starts_with(Self::START).then_some(Self(bytes))
    }
}

impl fmt::Debug for SurveyKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Serialize for SurveyKey {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for SurveyKey {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        let text = String::deserialize(source)?;
        Self::of(&text).ok_or_else(|| serde::de::Error::custom(format!("no indicator is called {text}")))
    }
}

impl ReportRules {
    /// The definition of an indicator.
    #[must_use]
    pub fn indicator(&self, key: IndicatorKey) -> Option<&IndicatorDefinition> {
        self.indicators.iter().find(|definition| definition.key == key)
    }
}

/// A number kept as text with a point: `85.3`.
fn written_number<'de, D: Deserializer<'de>>(source: D) -> Result<Option<Decimal>, D::Error> {
    String::deserialize(source)?.parse().map(Some).map_err(serde::de::Error::custom)
}
