//! What passes between the office, a lender and the person, from the sending to the release of the funds.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::line::Line;
use crate::loan::{LoanTerms, Rate, StatedFigures};
use crate::money::Euros;
use crate::settings::ListKey;

/// A dossier sent to a lender.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Submission {
    /// The day it was sent.
    pub sent_on: NaiveDate,
    /// The lender.
    pub lender: ListKey,
    /// The product asked for.
    pub product: Option<ListKey>,
    /// The amount asked for; nothing where a register of the past does not tell it.
    pub amount: Option<Euros>,
    /// The months asked for; nothing where a register of the past does not tell them.
    pub months: Option<u32>,
    /// The day the lender's answer is expected, by its agreement.
    pub expected_on: Option<NaiveDate>,
    /// What was said with it.
    pub note: Line,
}

/// An agreement before the good is chosen; nothing is lent yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgreementInPrinciple {
    /// The day it was received.
    pub on: NaiveDate,
    /// The lender.
    pub lender: ListKey,
    /// The amount.
    pub amount: Euros,
    /// The months.
    pub months: u32,
    /// Its last day.
    pub valid_until: Option<NaiveDate>,
    /// Who told the person: an entry of the notification modes.
    pub told: Option<ListKey>,
    /// What was said with it.
    pub note: Line,
}

/// The lender's final approval.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Approval {
    /// The day it was received.
    pub on: NaiveDate,
    /// The lender.
    pub lender: ListKey,
    /// The amount granted; not known of a dossier taken over whose register does not say it.
    pub amount: Option<Euros>,
    /// The fixed yearly rate; not known likewise.
    pub annual_rate: Option<Rate>,
    /// The months; not known likewise.
    pub months: Option<u32>,
    /// Who told the person: an entry of the notification modes.
    pub told: Option<ListKey>,
    /// What was said with it.
    pub note: Line,
}

impl Approval {
    /// The terms it grants; nothing where a register of the past does not tell them all.
    #[must_use]
    pub fn terms(&self) -> Option<LoanTerms> {
        Some(LoanTerms::of(self.amount?, self.annual_rate?, self.months?))
    }
}

/// The lender's refusal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Refusal {
    /// The day it was received.
    pub on: NaiveDate,
    /// The lender.
    pub lender: ListKey,
    /// Why: entries of the refusal reasons; never empty.
    pub reasons: Vec<ListKey>,
    /// Who told the person: an entry of the notification modes.
    pub told: Option<ListKey>,
    /// The lender's words.
    pub note: Line,
    /// What a letter says of it, in words for who reads it; the words for the office are never printed there.
    #[serde(default)]
    pub letter_words: Line,
}

/// A lender says why it refused, asked or not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RefusalExplained {
    /// The day.
    pub on: NaiveDate,
    /// The lender.
    pub lender: ListKey,
    /// Why: entries of the refusal reasons; never empty.
    pub reasons: Vec<ListKey>,
    /// Its words.
    pub note: Line,
}

/// The loan offer was accepted and signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contract {
    /// The day it was signed: the withdrawal period counts from the day after.
    pub signed_on: NaiveDate,
    /// The lender.
    pub lender: ListKey,
    /// What was signed.
    pub terms: LoanTerms,
    /// The figures the contract itself states.
    #[serde(default)]
    pub stated: StatedFigures,
    /// The number the lender gives the loan.
    #[serde(default)]
    pub bank_reference: Line,
}

/// The funds were released.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Disbursement {
    /// The day.
    pub on: NaiveDate,
    /// How much.
    pub amount: Euros,
    /// How: « chèque de banque à l’ordre du garage ».
    pub means: Line,
}
