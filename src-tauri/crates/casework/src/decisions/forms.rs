//! The forms of decisions: every field as text, so that a fact noted earlier fills
//! the form that corrects it.

use domain::dossier::{AgreementInPrinciple, Approval, Fact, Recorded, Stop, Submission};
use domain::line::Line;
use domain::loan::Rate;
use domain::money::Euros;
use domain::settings::ListKey;
use domain::support::{SupportPlan, SupportStep};
use domain::words;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::contract::{ContractForm, contract_form};
use super::events::{EventForm, ExplanationForm, event_form, explanation_form};

/// An interview or a call as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct InterviewForm {
    /// Its day; today when empty.
    pub held_on: String,
    /// Its kind.
    pub kind: String,
    /// How long it lasted, in minutes.
    pub minutes: String,
    /// What was said and done.
    pub note: String,
}

/// The office's decision as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct OrientationForm {
    /// Its day; today when empty.
    pub decided_on: String,
    /// Who decided; the office's own rule when empty.
    pub mode: String,
    /// Where to.
    pub direction: String,
    /// The solutions proposed, for a redirection.
    pub solutions: Vec<String>,
    /// Why.
    pub reason: String,
    /// On what condition.
    pub conditions: String,
    /// Whom that condition is for; needed with one.
    pub condition_for: String,
    /// Whom the person is directed to, by name.
    pub where_to: String,
    /// What the letter says of it to the person, in their words.
    pub letter_words: String,
}

/// A sending to a lender as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct SubmissionForm {
    /// Its day; today when empty.
    pub sent_on: String,
    /// The lender; the simulation's when empty.
    pub lender: String,
    /// The product; the simulation's when empty.
    pub product: String,
    /// The amount; the simulation's when empty.
    pub amount: String,
    /// The months; the simulation's when empty.
    pub months: String,
    /// The day the answer is expected; by the agreement when empty.
    pub expected_on: String,
    /// What is said with it.
    pub note: String,
}

/// An agreement in principle as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct AgreementForm {
    /// The day it was received; today when empty.
    pub on: String,
    /// The lender; the only one waited for when empty.
    pub lender: String,
    /// The amount; the one asked for when empty.
    pub amount: String,
    /// The months; those asked for when empty.
    pub months: String,
    /// Its last day.
    pub valid_until: String,
    /// Who told the person; by the agreement when empty.
    pub told: String,
    /// What was said with it.
    pub note: String,
}

/// An approval as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct ApprovalForm {
    /// The day it was received; today when empty.
    pub on: String,
    /// The lender; the only one waited for when empty.
    pub lender: String,
    /// The amount granted; the one asked for when empty.
    pub amount: String,
    /// The yearly rate; the agreement's when empty.
    pub annual_rate: String,
    /// The months; those asked for when empty.
    pub months: String,
    /// Who told the person; by the agreement when empty.
    pub told: String,
    /// What was said with it.
    pub note: String,
}

/// A refusal as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct RefusalForm {
    /// The day it was received; today when empty.
    pub on: String,
    /// The lender; the only one waited for when empty.
    pub lender: String,
    /// Why; at least one, even « not given ».
    pub reasons: Vec<String>,
    /// Who told the person; by the agreement when empty.
    pub told: String,
    /// The lender's words.
    pub note: String,
    /// What the letter says of it to the person, in their words.
    pub letter_words: String,
}

/// The release of the funds as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct DisbursementForm {
    /// Its day; today when empty.
    pub on: String,
    /// How much; the contract's amount when empty.
    pub amount: String,
    /// How: the project's means when empty.
    pub means: String,
}

/// The person stops, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct StopForm {
    /// The day it was known; today when empty.
    pub on: String,
    /// Why.
    pub reason: String,
}

/// A support plan as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct SupportForm {
    /// The day it is set; today when empty.
    pub set_on: String,
    /// Its level.
    pub level: String,
    /// Who gives budget support; nobody when empty.
    pub budget: String,
    /// Who gives social support; nobody when empty.
    pub social: String,
    /// What is agreed.
    pub note: String,
    /// The meetings and calls, in their order.
    pub steps: Vec<SupportStepForm>,
}

/// One meeting or call of a plan as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct SupportStepForm {
    /// When, in words; needed.
    pub label: String,
    /// Its first day; not dated yet when empty.
    pub first_on: String,
    /// Comes back every so many months; once when empty.
    pub every_months: String,
    /// How.
    pub channel: String,
    /// Who does it; the office when empty.
    pub provider: String,
    /// What for.
    pub purpose: String,
}

/// The next date that goes with a decision: empty is the one proposed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct NextForm {
    /// The date.
    pub on: String,
    /// What is to be done then.
    pub what: String,
}

/// The form of one kind of decision.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, TS)]
#[serde(tag = "kind", content = "form", rename_all = "snake_case")]
#[expect(missing_docs, reason = "each one is the fact of that name")]
pub enum DecisionForm {
    Interview(InterviewForm),
    Orientation(OrientationForm),
    Submission(SubmissionForm),
    AgreementInPrinciple(AgreementForm),
    Approval(ApprovalForm),
    Refusal(RefusalForm),
    Contract(Box<ContractForm>),
    Disbursement(DisbursementForm),
    Withdrawal(StopForm),
    Drop(StopForm),
    Support(SupportForm),
    Event(EventForm),
    Explanation(ExplanationForm),
}

impl DecisionForm {
    /// The form that holds what a fact says; nothing for what has no form here.
    #[must_use]
    pub fn of(fact: &Fact) -> Option<Self> {
        Some(match fact {
            Fact::InterviewHeld(interview) => Self::Interview(InterviewForm {
                held_on: words::numeric_date(interview.held_on),
                kind: key(&interview.kind),
                minutes: interview.minutes.map(|minutes| minutes.to_string()).unwrap_or_default(),
                note: text(&interview.note),
            }),
            Fact::OrientationDecided(orientation) => Self::Orientation(OrientationForm {
                decided_on: words::numeric_date(orientation.decided_on),
                mode: key(&orientation.mode),
                direction: orientation.direction.key().to_owned(),
                solutions: orientation.solutions.iter().map(key).collect(),
                reason: text(&orientation.reason),
                conditions: text(&orientation.conditions),
                condition_for: orientation.condition_for.map_or("", |of| of.key()).to_owned(),
                where_to: text(&orientation.where_to),
                letter_words: text(&orientation.letter_words),
            }),
            Fact::Submitted(submission) => Self::Submission(submission_form(submission)),
            Fact::AgreedInPrinciple(agreement) => Self::AgreementInPrinciple(agreement_form(agreement)),
            Fact::Approved(approval) => Self::Approval(approval_form(approval)),
            Fact::Refused(refusal) => Self::Refusal(RefusalForm {
                on: words::numeric_date(refusal.on),
                lender: key(&refusal.lender),
                reasons: refusal.reasons.iter().map(key).collect(),
                told: refusal.told.as_ref().map(key).unwrap_or_default(),
                note: text(&refusal.note),
                letter_words: text(&refusal.letter_words),
            }),
            Fact::ContractSigned(contract) => Self::Contract(Box::new(contract_form(contract))),
            Fact::Disbursed(disbursement) => Self::Disbursement(DisbursementForm {
                on: words::numeric_date(disbursement.on),
                amount: disbursement.amount.bare(),
                means: text(&disbursement.means),
            }),
            Fact::Withdrawn(stop) => Self::Withdrawal(stop_form(stop)),
            Fact::Dropped(stop) => Self::Drop(stop_form(stop)),
            Fact::SupportPlanned(plan) => Self::Support(SupportForm::of(plan)),
            Fact::Noted(noted) => Self::Event(event_form(noted)?),
            Fact::RefusalExplained(explained) => Self::Explanation(explanation_form(explained)),
            Fact::RequestReceived(_)
            | Fact::NextDateSet(_)
            | Fact::Amended(_)
            | Fact::Declared(_)
            | Fact::TakenOver(_)
            | Fact::Screened(_)
            | Fact::Informed(_)
            | Fact::AppointmentSet(_)
            | Fact::DocumentNoted(_)
            | Fact::SessionListed(_)
            | Fact::SessionHeard(_)
            | Fact::Reviewed(_)
            | Fact::SurveyAnswered(_)
            | Fact::BankDetailsReceived(_)
            | Fact::RefundDecided(_)
            | Fact::Closed(_) => return None,
        })
    }
}

impl DecisionForm {
    /// The form that holds a fact, its day no better than it is known.
    #[must_use]
    pub fn of_known(row: &Recorded) -> Option<Self> {
        let mut form = Self::of(&row.fact)?;
        *form.day() = words::known_date_typed(row.fact.day(), row.precision);
        Some(form)
    }

    /// Its day, as typed.
    pub(super) fn day(&mut self) -> &mut String {
        match self {
            Self::Interview(form) => &mut form.held_on,
            Self::Orientation(form) => &mut form.decided_on,
            Self::Submission(form) => &mut form.sent_on,
            Self::AgreementInPrinciple(form) => &mut form.on,
            Self::Approval(form) => &mut form.on,
            Self::Refusal(form) => &mut form.on,
            Self::Contract(form) => &mut form.signed_on,
            Self::Disbursement(form) => &mut form.on,
            Self::Withdrawal(form) | Self::Drop(form) => &mut form.on,
            Self::Support(form) => &mut form.set_on,
            Self::Event(form) => &mut form.on,
            Self::Explanation(form) => &mut form.on,
        }
    }
}

impl SupportForm {
    /// The form that holds a plan.
    #[must_use]
    pub fn of(plan: &SupportPlan) -> Self {
        Self {
            set_on: words::numeric_date(plan.set_on),
            level: key(&plan.level),
            budget: plan.budget.map_or("", |word| word.key()).to_owned(),
            social: plan.social.map_or("", |word| word.key()).to_owned(),
            note: text(&plan.note),
            steps: plan.steps.iter().map(SupportStepForm::of).collect(),
        }
    }
}

impl SupportStepForm {
    /// The form that holds a step.
    #[must_use]
    pub fn of(step: &SupportStep) -> Self {
        Self {
            label: text(&step.label),
            first_on: step.first_on.map(words::numeric_date).unwrap_or_default(),
            every_months: step.every_months.map(|months| months.to_string()).unwrap_or_default(),
            channel: key(&step.channel),
            provider: step.provider.key().to_owned(),
            purpose: text(&step.purpose),
        }
    }
}

fn submission_form(submission: &Submission) -> SubmissionForm {
    SubmissionForm {
        sent_on: words::numeric_date(submission.sent_on),
        lender: key(&submission.lender),
        product: submission.product.as_ref().map(key).unwrap_or_default(),
        amount: submission.amount.map(Euros::bare).unwrap_or_default(),
        months: submission.months.map(|months| months.to_string()).unwrap_or_default(),
        expected_on: submission.expected_on.map(words::numeric_date).unwrap_or_default(),
        note: text(&submission.note),
    }
}

fn agreement_form(agreement: &AgreementInPrinciple) -> AgreementForm {
    AgreementForm {
        on: words::numeric_date(agreement.on),
        lender: key(&agreement.lender),
        amount: agreement.amount.bare(),
        months: agreement.months.to_string(),
        valid_until: agreement.valid_until.map(words::numeric_date).unwrap_or_default(),
        told: agreement.told.as_ref().map(key).unwrap_or_default(),
        note: text(&agreement.note),
    }
}

fn approval_form(approval: &Approval) -> ApprovalForm {
    ApprovalForm {
        on: words::numeric_date(approval.on),
        lender: key(&approval.lender),
        amount: approval.amount.map(Euros::bare).unwrap_or_default(),
        annual_rate: approval.annual_rate.map(Rate::bare).unwrap_or_default(),
        months: approval.months.map(|months| months.to_string()).unwrap_or_default(),
        told: approval.told.as_ref().map(key).unwrap_or_default(),
        note: text(&approval.note),
    }
}

fn stop_form(stop: &Stop) -> StopForm {
    StopForm { on: words::numeric_date(stop.on), reason: text(&stop.reason) }
}

fn key(key: &ListKey) -> String {
    key.as_str().to_owned()
}

fn text(line: &Line) -> String {
    line.to_string()
}
