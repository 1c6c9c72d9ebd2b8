//! Whether a fact may stand in a dossier: its cause, the lender's agreement, the limits, the checks, the days of the law.
//!
//! The borrower has days to withdraw from a signed contract and nothing is paid in the first of them (C. conso, L. 312-19
//! and L. 312-25; both numbers are dated values of the settings). A loan keeps within what the product, the agreement and
//! the law of its day allow (*Un coup de pouce pour le microcrédit personnel*, le partenariat bancaire). What took place
//! before the dossier was entered here stands as it was. Worked example: signed on 27 November 2026, seven days without
//! payment and fourteen to withdraw: a payment on 4 December is refused, one on the 5th stands; once paid, a withdrawal
//! on the 11th stands and one on the 12th is refused.

use chrono::NaiveDate;

use super::{
    AgreementInPrinciple, Approval, Contract, Direction, Disbursement, Dossier, Fact, FactId, FactRefused, Facts,
    Precision, Recorded, Stage, Submission, WithdrawalPeriod, stage,
};
use crate::eligibility::{CheckResult, CheckedLoan, GatedAct, Obstacle};
use crate::money::{AmountTooLarge, Euros};
use crate::settings::{Lender, LimitPassed, ListKey, Settings};
use crate::simulation::Simulation;

/// Why a fact may not stand in a dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AdmissionRefused<'s> {
    /// The facts make no dossier with it.
    Facts(FactRefused),
    /// A sum passes the limit of amounts.
    TooLarge(AmountTooLarge),
    /// The office has no such lender.
    UnknownLender,
    /// The lender has no agreement in force on the day.
    NoAgreement {
        /// The lender.
        lender: &'s Lender,
        /// The day of the sending.
        on: NaiveDate,
    },
    /// The answer of the lender is expected before the sending.
    AnswerBeforeSending,
    /// Something keeps the loan from being sent.
    Obstructed(Box<Obstructed<'s>>),
    /// The loan is beyond what product, agreement or law allow.
    Limit(Box<BeyondLimit>),
    /// A check stops the act.
    Stopped(GatedAct, CheckResult<'s>),
    /// The request was not studied: no support plan is set before.
    NotStudied,
    /// More would be paid than the contract lends.
    MoreThanSigned(Euros),
    /// The law forbids a payment so soon after the signature.
    PaidTooEarly(WithdrawalPeriod),
    /// The contract plans the payment for a day the law forbids.
    PlannedTooEarly(WithdrawalPeriod),
    /// The money was paid and the days to withdraw are over.
    WithdrawnTooLate(WithdrawalPeriod),
    /// The person stopped that very day: the decision would be read before that stop and change nothing.
    ClosedThatDay(NaiveDate),
}

impl From<AmountTooLarge> for AdmissionRefused<'_> {
    fn from(refused: AmountTooLarge) -> Self {
        Self::TooLarge(refused)
    }
}

/// What keeps a loan from being sent, with the loan it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Obstructed<'s> {
    /// The loan as it would be sent.
    pub loan: CheckedLoan,
    /// What is in the way; never empty.
    pub obstacles: Vec<Obstacle<'s>>,
}

/// A limit that a loan passes, with what was asked and the day whose rules count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BeyondLimit {
    /// The limit.
    pub passed: LimitPassed,
    /// What was asked, granted or signed.
    pub asked: Simulation,
    /// The day.
    pub on: NaiveDate,
}

/// Refuses a fact, new or correcting another, that the facts of the dossier, its limits or the law do not allow.
pub fn admit<'s>(
    dossier: &Dossier,
    replaces: Option<FactId>,
    fact: &Fact,
    settings: &'s Settings,
    today: NaiveDate,
) -> Result<(), AdmissionRefused<'s>> {
    let new = Recorded { id: FactId::NEW, replaces, precision: Precision::Day, retracted: false, fact: fact.clone() };
    let facts = dossier.facts.admit(new, today).map_err(AdmissionRefused::Facts)?;
    if !is_from_before(fact.day(), dossier) {
        judge(fact, dossier, settings)?;
    }
    keep_to_the_law(&facts, settings)
}

/// Refuses a new decision that [`admit`] refuses, of the very day the person stopped, or a sending of a file where
/// something lacks. `advisor` is the office's adviser.
pub fn admit_decision<'s>(
    dossier: &Dossier,
    fact: &Fact,
    settings: &'s Settings,
    advisor: &str,
    today: NaiveDate,
) -> Result<(), AdmissionRefused<'s>> {
    if let Fact::OrientationDecided(orientation) = fact {
        let (course, on) = (dossier.facts.course(), orientation.decided_on);
        if course.closed.is_some() && course.stops.iter().any(|(day, _)| *day == on) {
            return Err(AdmissionRefused::ClosedThatDay(on));
        }
    }
    admit(dossier, None, fact, settings, today)?;
    let Fact::Submitted(sent) = fact else { return Ok(()) };
    if is_from_before(sent.sent_on, dossier) {
        return Ok(());
    }
    let loan = CheckedLoan::sent(dossier, settings, sent)?;
    let obstacles = dossier.sending_obstacles(settings, &loan, advisor)?;
    unobstructed(loan, obstacles)
}

/// Whether a day is not after the one a dossier begun elsewhere was entered here.
fn is_from_before(day: NaiveDate, dossier: &Dossier) -> bool {
    dossier.facts.course().taken_over_on.is_some_and(|entered| day <= entered)
}

/// Refuses a fact that a rule of its day does not allow.
fn judge<'s>(fact: &Fact, dossier: &Dossier, settings: &'s Settings) -> Result<(), AdmissionRefused<'s>> {
    match fact {
        Fact::Submitted(submission) => judge_submission(submission, dossier, settings),
        Fact::AgreedInPrinciple(agreement) => judge_agreement(agreement, dossier, settings),
        Fact::Approved(approval) => judge_approval(approval, dossier, settings),
        Fact::ContractSigned(contract) => judge_contract(contract, dossier, settings),
        Fact::SupportPlanned(_) if stage(dossier) == Stage::Request => Err(AdmissionRefused::NotStudied),
        Fact::Disbursed(disbursement) => judge_disbursement(disbursement, dossier, settings),
        Fact::OrientationDecided(orientation) if orientation.direction == Direction::Submit => {
            unstopped(GatedAct::Decide, dossier, settings, orientation.decided_on)
        }
        Fact::OrientationDecided(_)
        | Fact::SupportPlanned(_)
        | Fact::RequestReceived(_)
        | Fact::NextDateSet(_)
        | Fact::InterviewHeld(_)
        | Fact::Refused(_)
        | Fact::Amended(_)
        | Fact::Declared(_)
        | Fact::Withdrawn(_)
        | Fact::Dropped(_)
        | Fact::TakenOver(_)
        | Fact::Screened(_)
        | Fact::Informed(_)
        | Fact::AppointmentSet(_)
        | Fact::DocumentNoted(_)
        | Fact::SessionListed(_)
        | Fact::SessionHeard(_)
        | Fact::RefusalExplained(_)
        | Fact::Reviewed(_)
        | Fact::Noted(_)
        | Fact::SurveyAnswered(_)
        | Fact::BankDetailsReceived(_)
        | Fact::RefundDecided(_)
        | Fact::Closed(_) => Ok(()),
    }
}

fn judge_submission<'s>(
    submission: &Submission,
    dossier: &Dossier,
    settings: &'s Settings,
) -> Result<(), AdmissionRefused<'s>> {
    let on = submission.sent_on;
    let lender = settings.at(on).lender(&submission.lender).ok_or(AdmissionRefused::UnknownLender)?;
    if lender.agreement.is_none() {
        return Err(AdmissionRefused::NoAgreement { lender: lender.lender, on });
    }
    if submission.expected_on.is_some_and(|expected| expected < on) {
        return Err(AdmissionRefused::AnswerBeforeSending);
    }
    let loan = CheckedLoan::sent(dossier, settings, submission)?;
    let obstacles = dossier.loan_obstacles(settings, &loan)?;
    unobstructed(loan, obstacles)
}

fn judge_agreement(
    agreed: &AgreementInPrinciple,
    dossier: &Dossier,
    settings: &Settings,
) -> Result<(), AdmissionRefused<'static>> {
    let asked = Simulation { amount: Some(agreed.amount), months: Some(agreed.months), ..Simulation::default() };
    within_limits(asked, &agreed.lender, agreed.on, dossier, settings)
}

fn judge_approval(
    approval: &Approval,
    dossier: &Dossier,
    settings: &Settings,
) -> Result<(), AdmissionRefused<'static>> {
    let asked = Simulation {
        amount: approval.amount,
        months: approval.months,
        annual_rate: approval.annual_rate,
        ..Simulation::default()
    };
    within_limits(asked, &approval.lender, approval.on, dossier, settings)
}

fn judge_contract<'s>(
    contract: &Contract,
    dossier: &Dossier,
    settings: &'s Settings,
) -> Result<(), AdmissionRefused<'s>> {
    let terms = &contract.terms;
    let asked = Simulation {
        amount: Some(terms.amount),
        months: Some(terms.months),
        annual_rate: Some(terms.annual_rate),
        deferred: terms.deferred,
        interest_only: terms.interest_only,
        interest_only_later: terms.interest_only_later.clone(),
        ..Simulation::default()
    };
    within_limits(asked, &contract.lender, contract.signed_on, dossier, settings)?;
    unstopped(GatedAct::Sign, dossier, settings, contract.signed_on)?;
    let period = contract.withdrawal(&settings.at(contract.signed_on));
    let early = terms.dates.zip(period).filter(|(dates, period)| dates.disbursed_on < period.payable_from);
    early.map_or(Ok(()), |(_, period)| Err(AdmissionRefused::PlannedTooEarly(period)))
}

fn judge_disbursement<'s>(
    disbursement: &Disbursement,
    dossier: &Dossier,
    settings: &'s Settings,
) -> Result<(), AdmissionRefused<'s>> {
    let signed = dossier.facts.course().contract.map(|(_, contract)| contract.terms.amount);
    if let Some(signed) = signed.filter(|signed| disbursement.amount > *signed) {
        return Err(AdmissionRefused::MoreThanSigned(signed));
    }
    unstopped(GatedAct::Release, dossier, settings, disbursement.on)
}

fn unobstructed<'s>(loan: CheckedLoan, obstacles: Vec<Obstacle<'s>>) -> Result<(), AdmissionRefused<'s>> {
    if obstacles.is_empty() {
        return Ok(());
    }
    Err(AdmissionRefused::Obstructed(Box::new(Obstructed { loan, obstacles })))
}

fn unstopped<'s>(
    act: GatedAct,
    dossier: &Dossier,
    settings: &'s Settings,
    on: NaiveDate,
) -> Result<(), AdmissionRefused<'s>> {
    match dossier.checks(settings, on)?.stopping(act) {
        Some(result) => Err(AdmissionRefused::Stopped(act, result.clone())),
        None => Ok(()),
    }
}

/// Refuses what a lender grants or signs on a day beyond what the product asked of it, its agreement and the law allow.
fn within_limits(
    granted: Simulation,
    lender: &ListKey,
    day: NaiveDate,
    dossier: &Dossier,
    settings: &Settings,
) -> Result<(), AdmissionRefused<'static>> {
    let course = dossier.facts.course();
    let sent = course.presentations.iter().rev().find(|sent| sent.submission.lender == *lender);
    // The agreement that counts is that of the day the lender was asked; the given day when it was not.
    let (product, on) = sent.map_or((None, day), |sent| (sent.submission.product.clone(), sent.submission.sent_on));
    let asked = Simulation { lender: Some(lender.clone()), product, ..granted };
    match dossier.limits_passed(&asked, &settings.at(on))?.first() {
        Some(passed) => Err(AdmissionRefused::Limit(Box::new(BeyondLimit { passed: *passed, asked, on }))),
        None => Ok(()),
    }
}

/// Refuses facts whose days the law does not allow together: a payment too early, a withdrawal too late.
fn keep_to_the_law(facts: &Facts, settings: &Settings) -> Result<(), AdmissionRefused<'static>> {
    let entered = facts.course().taken_over_on;
    let here = |fact: &&Fact| entered.is_none_or(|entered| fact.day() > entered);
    let mut rows: Vec<&Fact> = facts.standing().map(|row| &row.fact).filter(here).collect();
    rows.sort_by_key(|fact| (fact.day(), fact.kind()));
    let (mut period, mut is_paid) = (None, false);
    for fact in rows {
        if let Fact::ContractSigned(contract) = fact {
            (period, is_paid) = (contract.withdrawal(&settings.at(contract.signed_on)), false);
        } else if let Fact::Disbursed(paid) = fact {
            is_paid = true;
            if let Some(period) = period.filter(|period| paid.on < period.payable_from) {
                return Err(AdmissionRefused::PaidTooEarly(period));
            }
        } else if let Fact::Withdrawn(stop) = fact {
            if let Some(period) = period.filter(|period| is_paid && stop.on > period.ends_on) {
                return Err(AdmissionRefused::WithdrawnTooLate(period));
            }
            (period, is_paid) = (None, false);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
