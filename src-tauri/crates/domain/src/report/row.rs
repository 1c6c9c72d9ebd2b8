//! One dossier as a bilan counts it: days, amounts and keys of lists, no name.
//!
//! It is kept beside the dossier as short JSON, so that an office of 20 000 dossiers is counted at once.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::arrears::episodes;
use crate::dossier::{
    Answer, Approval, Course, DeclaredAs, Direction, Dossier, DossierId, Event, Fact, Noted, Orientation, Outcome,
    Precision, Presentation, Stage, stage,
};
use crate::household::{Household, Link, Presence};
use crate::loan::{LoanTerms, Rate, schedule};
use crate::money::Euros;
use crate::partner::{FeedbackAgreement, ReferrerId};
use crate::settings::ListKey;

/// The letter that tells a referrer what became of a person.
pub const FEEDBACK_LETTER: &str = "referrer_feedback_letter";

/// What a bilan reads of one dossier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportRow {
    /// The dossier.
    pub dossier: DossierId,
    /// The day of the request.
    pub received_on: NaiveDate,
    /// The day of its last counted event.
    pub last_on: NaiveDate,
    /// By where the person came.
    pub origin: ListKey,
    /// What the loan would finance.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<ListKey>,
    /// The applicant's day of birth.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub born_on: Option<NaiveDate>,
    /// Who lives with the applicant.
    pub household: HouseholdProfile,
    /// The applicant's employment status.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employment: Option<ListKey>,
    /// The day of the office's first decision after at least one interview.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assessed_on: Option<NaiveDate>,
    /// Every decision of the office, the oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub orientations: Vec<RowOrientation>,
    /// Every sending to a lender, the oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub presentations: Vec<RowPresentation>,
    /// The days the person dropped the request.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dropped: Vec<NaiveDate>,
    /// The days the person renounced an offer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub withdrawn: Vec<NaiveDate>,
    /// The release of the funds: its day and how much.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disbursed: Option<(NaiveDate, Euros)>,
    /// Days kept for events of which only the month or the year is known: no delay is counted from them.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub partly_known: BTreeSet<NaiveDate>,
    /// Who sent the person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub referrer: Option<ReferrerId>,
    /// What the person last agreed that their referrer be told, and its day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub feedback: Option<(NaiveDate, FeedbackAgreement)>,
    /// The day the referrer was last written to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub feedback_sent: Option<NaiveDate>,
    /// The due dates declared missed, the oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missed: Vec<NaiveDate>,
    /// The days an episode of missed instalments began, the oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub incidents: Vec<NaiveDate>,
    /// How the loan ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub loan_end: Option<RowLoanEnd>,
    /// The refund of interest that was paid: its day and how much.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refunded: Option<(NaiveDate, Euros)>,
    /// The time spent on it: each day and its minutes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub worked: Vec<(NaiveDate, u32)>,
    /// Where it stands.
    pub stage: Stage,
    /// How it was closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
}

/// A decision of the office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowOrientation {
    /// Its day.
    pub on: NaiveDate,
    /// Where to.
    pub direction: Direction,
    /// The solutions proposed, the first one first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub solutions: Vec<ListKey>,
}

/// A sending to a lender and its final answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowPresentation {
    /// The lender.
    pub lender: ListKey,
    /// The day it was sent.
    pub sent_on: NaiveDate,
    /// The day of the final answer; an agreement in principle is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered_on: Option<NaiveDate>,
    /// The final answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<RowAnswer>,
}

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
    pub on: NaiveDate,
    /// What stayed unpaid; nothing when it was repaid in full.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lost: Option<Euros>,
}

/// What a lender granted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowLoan {
    /// The amount.
    pub amount: Euros,
    /// The months.
    pub months: u32,
    /// The fixed yearly rate.
    pub rate: Rate,
    /// The level instalment, without insurance.
    pub instalment: Euros,
}

/// Who lives with the applicant, as bilans group households.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HouseholdProfile {
    /// Nobody.
    Alone,
    /// Children only.
    AloneWithChildren,
    /// A spouse or co-applicant.
    Couple,
    /// A spouse or co-applicant, and children.
    CoupleWithChildren,
    /// Other adults only.
    WithOthers,
}

impl HouseholdProfile {
    /// Every profile, in the order of tables.
    pub const ALL: [Self; 5] =
        [Self::Alone, Self::AloneWithChildren, Self::Couple, Self::CoupleWithChildren, Self::WithOthers];

    /// Its stable key.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Alone => "alone",
            Self::AloneWithChildren => "alone_with_children",
            Self::Couple => "couple",
            Self::CoupleWithChildren => "couple_with_children",
            Self::WithOthers => "with_others",
        }
    }
}

/// What a bilan reads of a dossier.
#[must_use]
pub fn report_row(dossier: &Dossier) -> ReportRow {
    let request = dossier.facts.request();
    let course = dossier.facts.course();
    let stops = |wanted: Outcome| course.stops.iter().filter(move |(_, stop)| *stop == wanted).map(|(on, _)| *on);
    let row = ReportRow {
        dossier: dossier.id,
        received_on: request.received_on,
        last_on: request.received_on,
        origin: request.origin.clone(),
        purpose: request.purpose.clone(),
        born_on: dossier.person.born_on,
        household: profile(&dossier.household),
        employment: dossier.person.employment.clone(),
        assessed_on: course.first_assessment(),
        orientations: course.orientations.iter().map(|(_, orientation)| decision(orientation)).collect(),
        presentations: course.presentations.iter().map(presentation).collect(),
        dropped: stops(Outcome::Dropped).collect(),
        withdrawn: stops(Outcome::Withdrawn).collect(),
        disbursed: course.disbursement.map(|(_, disbursement)| (disbursement.on, disbursement.amount)),
        partly_known: partly_known(dossier),
        referrer: request.referrer,
        feedback: feedback(dossier),
        feedback_sent: noted(dossier, Event::LetterSent, Some(FEEDBACK_LETTER)).map(|noted| noted.on),
        missed: missed(dossier),
        incidents: episodes(dossier).iter().map(|episode| episode.first_due).collect(),
        loan_end: loan_end(dossier, &course),
        refunded: refunded(dossier, &course),
        worked: worked(dossier),
        stage: stage(dossier),
        outcome: course.closed.map(|(_, outcome)| outcome),
    };
    ReportRow { last_on: row.last_event(), ..row }
}

fn partly_known(dossier: &Dossier) -> BTreeSet<NaiveDate> {
    let partly = dossier.facts.standing().filter(|row| row.precision != Precision::Day);
    partly.map(|row| row.fact.day()).collect()
}

/// The last event of that name, about that subject when one is named.
fn noted<'d>(dossier: &'d Dossier, event: Event, subject: Option<&str>) -> Option<&'d Noted> {
    let named = |noted: &&Noted| subject.is_none() || noted.subject.as_ref().map(ListKey::as_str) == subject;
    let all = dossier.facts.standing().filter_map(|row| {
        let Fact::Noted(noted) = &row.fact else { return None };
        Some(noted).filter(|noted| noted.event == event)
    });
    all.filter(named).max_by_key(|noted| noted.on)
}

fn feedback(dossier: &Dossier) -> Option<(NaiveDate, FeedbackAgreement)> {
    let agreed = noted(dossier, Event::FeedbackConsent, None)?;
    Some((agreed.on, FeedbackAgreement::of(agreed.subject.as_ref())))
}

impl ReportRow {
    /// The days from one event to another; nothing while one of them is known by its month or its year alone.
    pub(super) fn days_between(&self, from: NaiveDate, to: NaiveDate) -> Option<i64> {
        let known = !self.partly_known.contains(&from) && !self.partly_known.contains(&to);
        known.then(|| to.signed_duration_since(from).num_days())
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
        let days = decided.chain(sent).chain(ended).chain(missed).chain(answered).chain(stopped).chain(disbursed);
        days.fold(self.received_on, NaiveDate::max)
    }
}

/// The due dates declared missed, even when they were paid since.
fn missed(dossier: &Dossier) -> Vec<NaiveDate> {
    let Some(running) = dossier.running_loan() else { return Vec::new() };
    let said = running.declarations().iter().filter(|said| said.declared == DeclaredAs::Missed);
    let mut days: Vec<NaiveDate> = said
        .flat_map(|said| {
            let lines = running.in_force_on(said.on).instalments.iter();
            lines.filter(|line| (said.from..=said.to).contains(&line.number)).filter_map(|line| line.due)
        })
        .collect();
    days.sort_unstable();
    days.dedup();
    days
}

/// What was noted with its length: interviews, calls, the first call, the points of the follow-up.
fn worked(dossier: &Dossier) -> Vec<(NaiveDate, u32)> {
    let mut worked: Vec<(NaiveDate, u32)> = dossier
        .facts
        .standing()
        .filter_map(|row| row.fact.minutes().map(|minutes| (row.fact.day(), minutes)))
        .collect();
    worked.sort_unstable();
    worked
}

/// A loan that stays unpaid is lost once it is accelerated or its guarantee is called, the first of both.
fn loan_end(dossier: &Dossier, course: &Course<'_>) -> Option<RowLoanEnd> {
    let called = course.accelerated_on.into_iter().chain(course.guarantee_called_on).min();
    match (called, course.repaid_on) {
        (Some(on), None) => Some(RowLoanEnd { on, lost: Some(unpaid(dossier, on)) }),
        (_, Some(on)) => Some(RowLoanEnd { on, lost: None }),
        (None, None) => None,
    }
}

/// What was left unpaid: as it was noted, else what the schedule says was left to repay that day.
fn unpaid(dossier: &Dossier, on: NaiveDate) -> Euros {
    let called = dossier.facts.noted(Event::Accelerated).chain(dossier.facts.noted(Event::GuaranteeCalled));
    let noted = called.filter_map(|noted| noted.amount).next();
    let left = || {
        let running = dossier.running_loan()?;
        let due = running.in_force_on(on).instalments.iter().rev().find(|line| line.due.is_some_and(|due| due <= on));
        Some(due.map_or(running.in_force_on(on).terms.amount, |line| line.outstanding))
    };
    noted.or_else(left).unwrap_or(Euros::ZERO)
}

fn refunded(dossier: &Dossier, course: &Course<'_>) -> Option<(NaiveDate, Euros)> {
    let (_, decision) = course.refund?;
    dossier.facts.refund_paid_on().map(|on| (on, decision.amount))
}

fn decision(orientation: &Orientation) -> RowOrientation {
    let Orientation { decided_on, direction, solutions, .. } = orientation;
    RowOrientation { on: *decided_on, direction: *direction, solutions: solutions.clone() }
}

fn presentation(sent: &Presentation<'_>) -> RowPresentation {
    RowPresentation {
        lender: sent.submission.lender.clone(),
        sent_on: sent.submission.sent_on,
        answered_on: sent.decided_on(),
        answer: match sent.answer {
            Answer::Awaited | Answer::InPrinciple(_) => None,
            Answer::Approved(approval) => Some(RowAnswer::Approved(loan(approval))),
            Answer::Refused(_) => Some(RowAnswer::Refused(sent.reasons().into_iter().cloned().collect())),
        },
    }
}

fn loan(approval: &Approval) -> RowLoan {
    let terms = LoanTerms::of(approval.amount, approval.annual_rate, approval.months);
    // Approvals are admitted with an amount and months a schedule can follow.
    let instalment = schedule(&terms).map(|schedule| schedule.instalment()).unwrap_or(approval.amount);
    RowLoan { amount: approval.amount, months: approval.months, rate: approval.annual_rate, instalment }
}

/// Only those who live under the same roof make the household of a bilan.
fn profile(household: &Household) -> HouseholdProfile {
    let here = |wanted: &[Link]| {
        household.members().iter().any(|member| member.presence == Presence::Here && wanted.contains(&member.link))
    };
    let couple = here(&[Link::Spouse, Link::CoApplicant]);
    let children = here(&[Link::Child, Link::ChildShared]);
    let others = here(&[Link::AdultChild, Link::Parent, Link::HostedPerson, Link::Other]);
    match (couple, children, others) {
        (true, true, _) => HouseholdProfile::CoupleWithChildren,
        (true, false, _) => HouseholdProfile::Couple,
        (false, true, _) => HouseholdProfile::AloneWithChildren,
        (false, false, true) => HouseholdProfile::WithOthers,
        (false, false, false) => HouseholdProfile::Alone,
    }
}
