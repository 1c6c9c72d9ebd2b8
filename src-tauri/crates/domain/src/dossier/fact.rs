//! What can happen to a dossier, one dated fact each.
//!
//! A fact says what was done or said on its day. The words a rule acts on are enums;
//! the words an office may rename are keys of its lists.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::running::{Amended, Declaration};
use crate::line::Line;
use crate::loan::{LoanTerms, Rate};
use crate::money::Euros;
use crate::settings::ListKey;
use crate::support::SupportPlan;

/// Number of a fact in the office's store; a later fact has a greater one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FactId(pub i64);

/// The first contact with a project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// The day of the contact.
    pub received_on: NaiveDate,
    /// By where the person came: an entry of the origins.
    pub origin: ListKey,
    /// The project in a line; never empty.
    pub project: Line,
    /// What the loan would finance; not known yet when absent.
    pub purpose: Option<ListKey>,
    /// The amount wished for.
    pub amount: Option<Euros>,
}

/// The next date of a dossier: every open one has one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NextDate {
    /// The day it was set.
    pub set_on: NaiveDate,
    /// The date itself.
    pub on: NaiveDate,
    /// What is to be done then.
    pub what: Line,
}

/// A meeting, a call or a message that took place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Interview {
    /// Its day.
    pub held_on: NaiveDate,
    /// Its kind: an entry of the interview kinds.
    pub kind: ListKey,
    /// How long it lasted, in minutes.
    pub minutes: Option<u32>,
    /// Whether it counts as an interview, as its kind said that day: a screening call or a message does not.
    #[serde(default = "counted")]
    pub counts: bool,
    /// What was said and done, printed in the bank file unless its kind is private.
    pub note: Line,
}

fn counted() -> bool {
    true
}

/// Where the office directs a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// To a lender.
    Submit,
    /// To another solution.
    Redirect,
    /// Nowhere as it is: the person or the purpose cannot be admitted.
    Inadmissible,
}

impl Direction {
    /// Every direction, in the order of lists.
    pub const ALL: [Self; 3] = [Self::Submit, Self::Redirect, Self::Inadmissible];
}

/// The office's decision on a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Orientation {
    /// Its day.
    pub decided_on: NaiveDate,
    /// Who decided: an entry of the decision modes.
    pub mode: ListKey,
    /// Where to.
    pub direction: Direction,
    /// The solutions proposed: entries of the redirections.
    pub solutions: Vec<ListKey>,
    /// Why, in words.
    pub reason: Line,
}

impl Orientation {
    /// Whether it sends the person elsewhere without saying where.
    pub(super) fn lacks_a_solution(&self) -> bool {
        self.direction == Direction::Redirect && self.solutions.is_empty()
    }
}

/// The person stops.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stop {
    /// The day it was known.
    pub on: NaiveDate,
    /// Why, in words.
    pub reason: Line,
}

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
    /// The amount asked for.
    pub amount: Euros,
    /// The months asked for.
    pub months: u32,
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
    /// The amount granted.
    pub amount: Euros,
    /// The fixed yearly rate.
    pub annual_rate: Rate,
    /// The months.
    pub months: u32,
    /// Who told the person: an entry of the notification modes.
    pub told: Option<ListKey>,
    /// What was said with it.
    pub note: Line,
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

/// Something that happened or was said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "body", rename_all = "snake_case")]
pub enum Fact {
    /// First contact with a project.
    RequestReceived(Request),
    /// A next date was set.
    NextDateSet(NextDate),
    /// An interview or a call was held.
    InterviewHeld(Interview),
    /// The office decided where the request goes.
    OrientationDecided(Orientation),
    /// The dossier was sent to a lender.
    Submitted(Submission),
    /// A lender agreed in principle.
    AgreedInPrinciple(AgreementInPrinciple),
    /// A lender approved.
    Approved(Approval),
    /// A lender refused.
    Refused(Refusal),
    /// How the loan will be accompanied was set.
    SupportPlanned(SupportPlan),
    /// The contract was signed.
    ContractSigned(Contract),
    /// The funds were released.
    Disbursed(Disbursement),
    /// The running loan was changed.
    Amended(Amended),
    /// Something was said of instalments.
    Declared(Declaration),
    /// The person renounced the offer.
    Withdrawn(Stop),
    /// The person dropped the request.
    Dropped(Stop),
}

/// The kind of a fact, in the order facts of one day are tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each one is the variant of Fact of that name")]
pub enum FactKind {
    RequestReceived,
    InterviewHeld,
    AgreedInPrinciple,
    Refused,
    Approved,
    OrientationDecided,
    Submitted,
    SupportPlanned,
    ContractSigned,
    Disbursed,
    Amended,
    Declared,
    Withdrawn,
    Dropped,
    NextDateSet,
}

impl FactKind {
    /// Every kind, in the order facts of one day are tried.
    pub const ALL: [Self; 15] = [
        Self::RequestReceived,
        Self::InterviewHeld,
        Self::AgreedInPrinciple,
        Self::Refused,
        Self::Approved,
        Self::OrientationDecided,
        Self::Submitted,
        Self::SupportPlanned,
        Self::ContractSigned,
        Self::Disbursed,
        Self::Amended,
        Self::Declared,
        Self::Withdrawn,
        Self::Dropped,
        Self::NextDateSet,
    ];
}

impl Fact {
    /// Its kind.
    #[must_use]
    pub fn kind(&self) -> FactKind {
        match self {
            Self::RequestReceived(_) => FactKind::RequestReceived,
            Self::NextDateSet(_) => FactKind::NextDateSet,
            Self::InterviewHeld(_) => FactKind::InterviewHeld,
            Self::OrientationDecided(_) => FactKind::OrientationDecided,
            Self::Submitted(_) => FactKind::Submitted,
            Self::AgreedInPrinciple(_) => FactKind::AgreedInPrinciple,
            Self::Approved(_) => FactKind::Approved,
            Self::Refused(_) => FactKind::Refused,
            Self::SupportPlanned(_) => FactKind::SupportPlanned,
            Self::ContractSigned(_) => FactKind::ContractSigned,
            Self::Disbursed(_) => FactKind::Disbursed,
            Self::Amended(_) => FactKind::Amended,
            Self::Declared(_) => FactKind::Declared,
            Self::Withdrawn(_) => FactKind::Withdrawn,
            Self::Dropped(_) => FactKind::Dropped,
        }
    }

    /// The lender it is about, if any.
    #[must_use]
    pub fn lender(&self) -> Option<&ListKey> {
        match self {
            Self::Submitted(submission) => Some(&submission.lender),
            Self::AgreedInPrinciple(agreement) => Some(&agreement.lender),
            Self::Approved(approval) => Some(&approval.lender),
            Self::Refused(refusal) => Some(&refusal.lender),
            Self::ContractSigned(contract) => Some(&contract.lender),
            Self::RequestReceived(_)
            | Self::NextDateSet(_)
            | Self::InterviewHeld(_)
            | Self::OrientationDecided(_)
            | Self::SupportPlanned(_)
            | Self::Disbursed(_)
            | Self::Amended(_)
            | Self::Declared(_)
            | Self::Withdrawn(_)
            | Self::Dropped(_) => None,
        }
    }

    /// Whether it is what makes another fact possible: a sending for the answer of that lender.
    pub(super) fn allows(&self, other: &Self) -> bool {
        match (self, other.kind()) {
            (Self::OrientationDecided(orientation), FactKind::Submitted) => orientation.direction == Direction::Submit,
            (Self::Submitted(_), FactKind::AgreedInPrinciple | FactKind::Approved | FactKind::Refused)
            | (Self::Approved(_), FactKind::ContractSigned) => self.lender() == other.lender(),
            (Self::Approved(_), FactKind::Withdrawn)
            | (Self::ContractSigned(_), FactKind::Disbursed)
            | (Self::Disbursed(_), FactKind::Amended | FactKind::Declared) => true,
            (
                Self::RequestReceived(_)
                | Self::NextDateSet(_)
                | Self::InterviewHeld(_)
                | Self::OrientationDecided(_)
                | Self::Submitted(_)
                | Self::AgreedInPrinciple(_)
                | Self::Approved(_)
                | Self::Refused(_)
                | Self::SupportPlanned(_)
                | Self::ContractSigned(_)
                | Self::Disbursed(_)
                | Self::Amended(_)
                | Self::Declared(_)
                | Self::Withdrawn(_)
                | Self::Dropped(_),
                _,
            ) => false,
        }
    }

    /// The day it happened.
    #[must_use]
    pub fn day(&self) -> NaiveDate {
        match self {
            Self::RequestReceived(request) => request.received_on,
            Self::NextDateSet(next) => next.set_on,
            Self::InterviewHeld(interview) => interview.held_on,
            Self::OrientationDecided(orientation) => orientation.decided_on,
            Self::Submitted(submission) => submission.sent_on,
            Self::AgreedInPrinciple(agreement) => agreement.on,
            Self::Approved(approval) => approval.on,
            Self::Refused(refusal) => refusal.on,
            Self::SupportPlanned(plan) => plan.set_on,
            Self::ContractSigned(contract) => contract.signed_on,
            Self::Disbursed(disbursement) => disbursement.on,
            Self::Amended(amended) => amended.agreed_on,
            Self::Declared(declaration) => declaration.on,
            Self::Withdrawn(stop) | Self::Dropped(stop) => stop.on,
        }
    }
}
