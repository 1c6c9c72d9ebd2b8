//! One dossier as a bilan counts it: days, amounts and keys of lists, no name.
//!
//! It is kept beside the dossier as few bytes, in the order of its fields, so that an office of 20 000 dossiers is
//! counted at once; of an erased dossier it is kept as JSON, which later versions read.

mod days;
mod facts;
mod precision;

pub use facts::report_row;
pub use precision::{PartlyKnown, RowDay};

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::event::Event;
use super::figure::Counted;
use crate::dossier::{Direction, DossierId, Outcome, Precision, RedirectionAnswer, Stage, SurveyMoment};
use crate::loan::Rate;
use crate::money::Euros;
use crate::partner::{FeedbackAgreement, ReferrerId};
use crate::settings::{ListKey, SurveyQuestion};

/// What one solution proposed elsewhere gave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowOutcome {
    /// The day it was told.
    #[serde(with = "days")]
    pub on: NaiveDate,
    /// The solution.
    pub solution: ListKey,
    /// What it gave.
    pub answer: RedirectionAnswer,
    /// The amount obtained; nothing when it is not told.
    #[serde(default)]
    pub amount: Option<Euros>,
}

/// The letter that tells a referrer what became of a person.
pub const FEEDBACK_LETTER: &str = "referrer_feedback_letter";

/// What a bilan reads of one dossier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportRow {
    /// The dossier.
    pub dossier: DossierId,
    /// The day of the request.
    #[serde(with = "days")]
    pub received_on: NaiveDate,
    /// The day of its last counted event.
    #[serde(with = "days")]
    pub last_on: NaiveDate,
    /// By where the person came.
    pub origin: ListKey,
    /// What the loan would finance.
    #[serde(default)]
    pub purpose: Option<ListKey>,
    /// The applicant's day of birth.
    #[serde(default, with = "days")]
    pub born_on: Option<NaiveDate>,
    /// Who lives with the applicant.
    pub household: HouseholdProfile,
    /// The applicant's employment status.
    #[serde(default)]
    pub employment: Option<ListKey>,
    /// The day of the office's first decision after at least one interview.
    #[serde(default, with = "days")]
    pub assessed_on: Option<NaiveDate>,
    /// Every decision of the office, the oldest first.
    #[serde(default)]
    pub orientations: Vec<RowOrientation>,
    /// Every sending to a lender, the oldest first.
    #[serde(default)]
    pub presentations: Vec<RowPresentation>,
    /// The days the person dropped the request.
    #[serde(default, with = "days")]
    pub dropped: Vec<NaiveDate>,
    /// The days the person renounced an offer.
    #[serde(default, with = "days")]
    pub withdrawn: Vec<NaiveDate>,
    /// The release of the funds: its day and how much.
    #[serde(default, with = "days")]
    pub disbursed: Option<(NaiveDate, Euros)>,
    /// How exactly the day of the request is known: a later fact known by its year may be kept at the same day.
    #[serde(default)]
    pub request_known: Precision,
    /// The events of which the month or the year alone is known, at the day kept for each: no delay is counted from
    /// them, and no shorter period counts them.
    #[serde(default, with = "days")]
    pub known_in_part: Vec<(NaiveDate, PartlyKnown)>,
    /// Whether it was begun before Étrier: a step that is not there is unknown.
    #[serde(default)]
    pub taken_over: bool,
    /// The last days of the agreements in principle that no contract followed.
    #[serde(default, with = "days")]
    pub agreements_lapsed: Vec<NaiveDate>,
    /// Who sent the person.
    #[serde(default)]
    pub referrer: Option<ReferrerId>,
    /// What the person last agreed that their referrer be told, and its day.
    #[serde(default, with = "days")]
    pub feedback: Option<(NaiveDate, FeedbackAgreement)>,
    /// The day the referrer was last written to.
    #[serde(default, with = "days")]
    pub feedback_sent: Option<NaiveDate>,
    /// The due dates declared missed, the oldest first.
    #[serde(default, with = "days")]
    pub missed: Vec<NaiveDate>,
    /// The days an episode of missed instalments began, the oldest first.
    #[serde(default, with = "days")]
    pub incidents: Vec<NaiveDate>,
    /// The instalments put off with the lender's agreement: its day and how many.
    #[serde(default, with = "days")]
    pub deferred: Vec<(NaiveDate, u32)>,
    /// The days of the contacts with the person once the funds were released, the oldest first.
    #[serde(default, with = "days")]
    pub contacts: Vec<NaiveDate>,
    /// The day the guarantee was called.
    #[serde(default, with = "days")]
    pub guarantee_called: Option<NaiveDate>,
    /// How the loan ended.
    #[serde(default)]
    pub loan_end: Option<RowLoanEnd>,
    /// The refund of interest that was paid: its day and how much.
    #[serde(default, with = "days")]
    pub refunded: Option<(NaiveDate, Euros)>,
    /// What the person said when called back after another solution or a request dropped, the oldest first.
    #[serde(default, with = "days")]
    pub called_back: Vec<(NaiveDate, RedirectionAnswer)>,
    /// What each solution proposed elsewhere gave, the oldest first.
    #[serde(default)]
    pub outcomes: Vec<RowOutcome>,
    /// The questionnaires that came back, the oldest first.
    #[serde(default)]
    pub surveys: Vec<RowSurvey>,
    /// The time spent on it: each day and its minutes.
    #[serde(default, with = "days")]
    pub worked: Vec<(NaiveDate, u32)>,
    /// Where it stands.
    pub stage: Stage,
    /// The day it was closed.
    #[serde(default, with = "days")]
    pub closed_on: Option<NaiveDate>,
    /// How it was closed.
    #[serde(default)]
    pub outcome: Option<Outcome>,
}

/// A decision of the office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowOrientation {
    /// Its day.
    #[serde(with = "days")]
    pub on: NaiveDate,
    /// Where to.
    pub direction: Direction,
    /// The solutions proposed, the first one first.
    #[serde(default)]
    pub solutions: Vec<ListKey>,
}

/// A sending to a lender and its final answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowPresentation {
    /// The lender.
    pub lender: ListKey,
    /// The product asked for.
    #[serde(default)]
    pub product: Option<ListKey>,
    /// The day it was sent.
    #[serde(with = "days")]
    pub sent_on: NaiveDate,
    /// The day of the final answer; an agreement in principle is none.
    #[serde(default, with = "days")]
    pub answered_on: Option<NaiveDate>,
    /// The final answer.
    #[serde(default)]
    pub answer: Option<RowAnswer>,
}

/// An event and its day.
pub(super) type Happened = (Event, NaiveDate);

/// A lender's final answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowAnswer {
    /// Yes.
    Approved(RowLoan),
    /// No, for these reasons.
    Refused(Vec<ListKey>),
}

/// How a loan ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowLoanEnd {
    /// The day.
    #[serde(with = "days")]
    pub on: NaiveDate,
    /// What stayed unpaid; nothing when it was repaid in full.
    #[serde(default)]
    pub lost: Option<Euros>,
}

/// What a lender granted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowLoan {
    /// The amount; like the rest, not known where a register taken over does not say it.
    pub amount: Option<Euros>,
    /// The months.
    pub months: Option<u32>,
    /// The fixed yearly rate.
    pub rate: Option<Rate>,
    /// The level instalment, without insurance.
    pub instalment: Option<Euros>,
}

/// A questionnaire that came back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowSurvey {
    /// Its day.
    #[serde(with = "days")]
    pub on: NaiveDate,
    /// When in the loan.
    pub moment: SurveyMoment,
    /// The choices made, by question; what was said in words is not there.
    pub answers: BTreeMap<ListKey, ListKey>,
}

vocabulary! {
    /// Who lives with the applicant, as bilans group households.
    pub enum HouseholdProfile {
        Alone => "alone", "Personne seule";
        AloneWithChildren => "alone_with_children", "Personne seule avec enfants";
        Couple => "couple", "Couple";
        CoupleWithChildren => "couple_with_children", "Couple avec enfants";
        WithOthers => "with_others", "Avec d’autres adultes";
        Unknown => "unknown", "Non renseigné";
    }
}

impl RowPresentation {
    /// What its final answer is counted as.
    pub(super) fn answered_as(&self) -> Event {
        match self.answer {
            Some(RowAnswer::Refused(_)) => Event::Refused,
            Some(RowAnswer::Approved(_)) | None => Event::Granted,
        }
    }
}

impl ReportRow {
    /// The dossier, counted at a day.
    pub(super) fn at(&self, on: NaiveDate) -> Counted {
        Counted { on, dossier: self.dossier }
    }

    /// The days from one event to another; nothing while one of them is known by its month or its year alone.
    pub(super) fn days_between(&self, from: Happened, to: Happened) -> Option<i64> {
        let is_known = |(event, day): Happened| self.precision_of(event, day) == Precision::Day;
        (is_known(from) && is_known(to)).then(|| to.1.signed_duration_since(from.1).num_days())
    }

    /// The days from the request to the first sending; nothing without one, or while a day of them is not known.
    #[must_use]
    pub fn days_to_submission(&self) -> Option<u64> {
        let sent = (Event::Submitted, self.first_submission()?);
        u64::try_from(self.days_between((Event::Requested, self.received_on), sent)?).ok()
    }

    /// The row with the answers to questions that offer choices, each among its choices: no word a person said.
    #[must_use]
    pub fn with_choices_alone(mut self, questions: &[SurveyQuestion]) -> Self {
        let is_offered = |question: &ListKey, answer: &ListKey| {
            let asked = questions.iter().filter(|one| one.key == *question);
            asked.flat_map(|one| one.choices.iter().chain(&one.choices_at_request)).any(|choice| choice.key == *answer)
        };
        for survey in &mut self.surveys {
            survey.answers.retain(|question, answer| is_offered(question, answer));
        }
        self
    }

    /// The day of the last event a bilan counts.
    pub(super) fn last_event(&self) -> NaiveDate {
        let decided = self.orientations.iter().map(|decision| decision.on);
        let sent = self.presentations.iter().map(|sent| sent.sent_on);
        let answered = self.presentations.iter().filter_map(|sent| sent.answered_on);
        let stopped = self.dropped.iter().chain(&self.withdrawn).copied();
        let disbursed = self.disbursed.map(|(on, _)| on);
        let ended = self.loan_end.map(|end| end.on).into_iter().chain(self.refunded.map(|(on, _)| on));
        let worked = self.worked.iter().map(|(on, _)| *on);
        let missed = self.missed.iter().chain(&self.incidents).copied().chain(worked);
        let called = self.guarantee_called.into_iter().chain(self.called_back.iter().map(|(on, _)| *on));
        let told = self.surveys.iter().map(|survey| survey.on).chain(self.deferred.iter().map(|(on, _)| *on));
        let followed = self.agreements_lapsed.iter().chain(&self.contacts).copied().chain(called).chain(told);
        let days = decided
            .chain(followed)
            .chain(sent)
            .chain(ended)
            .chain(missed)
            .chain(answered)
            .chain(stopped)
            .chain(disbursed);
        days.fold(self.received_on, NaiveDate::max)
    }
}
