//! The course of a dossier: its facts read in the order of their days.
//!
//! The same facts make the same course whatever the order they were entered in. A
//! fact whose cause is not there on its day is refused: an answer without a
//! submission to that lender, a contract without an approval, a disbursement
//! without a contract. Facts of one day are taken once their cause is there: a
//! committee may decide, present and grant on the same day.

mod events;
mod presentation;
mod steps;

pub use presentation::{Answer, Outcome, Presentation, is_not_given};

use chrono::NaiveDate;

use super::ending::{Closing, RefundDecision};
use super::fact::{Fact, FactId, FactKind};
use super::facts::{FactRefused, Recorded};
use super::first_contact::Appointment;
use super::hearing::{SessionId, SessionListed};
use super::lending::{Approval, Contract, Disbursement};
use super::request::{Interview, NextDate, Orientation};
use super::review::Review;
use super::running::{Amended, Declaration};
use super::stage::Stage;
use crate::settings::ListKey;
use crate::support::SupportPlan;

/// A fact nobody corrected, and its place: the number of the fact it corrects, if any.
#[derive(Clone, Copy, Debug)]
pub(super) struct Standing<'f> {
    pub(super) place: FactId,
    pub(super) row: &'f Recorded,
}

/// A fact that cannot be where it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Misplaced<'f> {
    pub(super) row: &'f Recorded,
    pub(super) why: FactRefused,
}

/// Everything that happened, in the order of its days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course<'f> {
    /// The day of the request.
    pub received_on: NaiveDate,
    /// Interviews and calls.
    pub interviews: Vec<(FactId, &'f Interview)>,
    /// The office's decisions.
    pub orientations: Vec<(FactId, &'f Orientation)>,
    /// Every sending to a lender.
    pub presentations: Vec<Presentation<'f>>,
    /// The reserve of the last decision, that the office has not lifted; nothing is sent before it is.
    pub reserve: Option<&'f Orientation>,
    /// The support plan in force.
    pub support: Option<(FactId, &'f SupportPlan)>,
    /// The contract, unless it was renounced.
    pub contract: Option<(FactId, &'f Contract)>,
    /// The release of the funds, unless the contract was renounced.
    pub disbursement: Option<(FactId, &'f Disbursement)>,
    /// The changes of the running loan, in the order of their days.
    pub amendments: Vec<(FactId, &'f Amended)>,
    /// What was said of instalments, in the order of its days.
    pub declarations: Vec<(FactId, &'f Declaration)>,
    /// The points made while the loan runs, in the order of their days.
    pub reviews: Vec<(FactId, &'f Review)>,
    /// The next date that was set last; nothing once the dossier was closed after it.
    pub next: Option<(FactId, &'f NextDate)>,
    /// The appointment that is still to come or to be told of.
    pub appointment: Option<(FactId, &'f Appointment)>,
    /// The last interview that answered an appointment, and its day.
    pub(super) met: Option<(FactId, NaiveDate)>,
    /// The session the request is on the agenda of, undecided.
    pub listed: Option<(FactId, &'f SessionListed)>,
    /// Every session the request was ever listed for.
    listings: Vec<SessionId>,
    /// Whether the dossier was begun before Étrier: earlier facts may be missing.
    pub taken_over: bool,
    /// The day it was entered here, then.
    pub taken_over_on: Option<NaiveDate>,
    /// The day the loan was known to be repaid in full.
    pub repaid_on: Option<NaiveDate>,
    /// The day the whole sum became due.
    pub accelerated_on: Option<NaiveDate>,
    /// The day the guarantee was called.
    pub guarantee_called_on: Option<NaiveDate>,
    /// The day the borrower died, as it was noted.
    pub died_on: Option<NaiveDate>,
    /// The last decision on a refund of interest.
    pub refund: Option<(FactId, &'f RefundDecision)>,
    /// What it was closed with, at the end or before a loan was paid.
    pub closing: Option<(FactId, &'f Closing)>,
    /// How it was closed, and when.
    pub closed: Option<(NaiveDate, Outcome)>,
    /// The days the person renounced an offer or dropped the request.
    pub stops: Vec<(NaiveDate, Outcome)>,
    /// The stage, as facts alone make it.
    pub stage: Stage,
    /// The day that stage began.
    pub since: NaiveDate,
    /// The approvals a contract can be signed on, the last one last.
    approvals: Vec<&'f Approval>,
    /// Whether a lender refused since the last decision of the office.
    refused: bool,
    /// The place of the fact that closed it.
    closed_at: Option<FactId>,
    /// The place of the next date that was set last.
    next_at: Option<FactId>,
}

impl<'f> Course<'f> {
    /// Reads facts nobody corrected in the order of their days; the ones of a day that cannot be there come back.
    pub(super) fn of(received_on: NaiveDate, mut facts: Vec<Standing<'f>>) -> Result<Self, Vec<Misplaced<'f>>> {
        facts.sort_by_key(|fact| (fact.row.fact.day(), fact.row.fact.kind(), fact.place));
        let mut course = Self::starting(received_on);
        // What came before the dossier was entered here may lack its cause.
        course.taken_over = facts.iter().any(|fact| fact.row.fact.kind() == FactKind::TakenOver);
        for day in facts.chunk_by(|one, next| one.row.fact.day() == next.row.fact.day()) {
            course.take_day(in_turn(day))?;
        }
        course.forget_a_date_set_before_the_end();
        Ok(course)
    }

    /// The exchanges that count as interviews.
    pub(crate) fn counted_interviews(&self) -> impl Iterator<Item = &'f Interview> {
        self.interviews.iter().map(|(_, interview)| *interview).filter(|interview| interview.counts)
    }

    /// The presentation whose answer is awaited longest; none once a lender has approved.
    #[must_use]
    pub fn awaited(&self) -> Option<&Presentation<'f>> {
        if self.approvals.is_empty() { self.open().next() } else { None }
    }

    /// Every presentation a lender still has to answer, the oldest first.
    pub fn open(&self) -> impl Iterator<Item = &Presentation<'f>> {
        self.presentations.iter().filter(|presentation| presentation.is_open())
    }

    /// The sending the dossier stands on: the last one that was neither refused nor given up.
    #[must_use]
    pub fn current(&self) -> Option<&Presentation<'f>> {
        let over = |sent: &Presentation<'_>| matches!(sent.answer, Answer::Refused(_)) || sent.given_up_on.is_some();
        self.presentations.iter().rev().find(|sent| !over(sent))
    }

    /// The approval that stands: the signed lender's, else the last one.
    #[must_use]
    pub fn granted(&self) -> Option<&'f Approval> {
        match self.contract {
            Some((_, contract)) => self.approval_of(&contract.lender),
            None => self.approvals.last().copied(),
        }
    }

    /// The day the loan was lost: the whole sum became due or the guarantee was called, the first of both.
    #[must_use]
    pub fn lost_on(&self) -> Option<NaiveDate> {
        self.accelerated_on.into_iter().chain(self.guarantee_called_on).min()
    }

    /// Who lends: the lender of the contract, else of the approval that stands.
    #[must_use]
    pub fn lending(&self) -> Option<&'f ListKey> {
        let signed = self.contract.map(|(_, contract)| &contract.lender);
        signed.or(self.granted().map(|approval| &approval.lender))
    }

    /// Every approval a contract can be signed on, the oldest first.
    #[must_use]
    pub fn approvals(&self) -> &[&'f Approval] {
        &self.approvals
    }

    pub(super) fn starting(received_on: NaiveDate) -> Self {
        Self {
            received_on,
            interviews: Vec::new(),
            orientations: Vec::new(),
            presentations: Vec::new(),
            reserve: None,
            support: None,
            contract: None,
            disbursement: None,
            amendments: Vec::new(),
            declarations: Vec::new(),
            reviews: Vec::new(),
            next: None,
            appointment: None,
            met: None,
            listed: None,
            listings: Vec::new(),
            taken_over: false,
            taken_over_on: None,
            repaid_on: None,
            accelerated_on: None,
            guarantee_called_on: None,
            died_on: None,
            refund: None,
            closing: None,
            closed: None,
            stops: Vec::new(),
            stage: Stage::Request,
            since: received_on,
            approvals: Vec::new(),
            refused: false,
            closed_at: None,
            next_at: None,
        }
    }

    /// Takes the facts of one day, each once its cause is there: a lender may answer on the day it is asked.
    fn take_day(&mut self, mut facts: Vec<Standing<'f>>) -> Result<(), Vec<Misplaced<'f>>> {
        while !facts.is_empty() {
            let count = facts.len();
            let mut misplaced = Vec::new();
            facts.retain(|fact| match self.take(*fact) {
                Ok(()) => {
                    self.settle(fact.row.fact.day());
                    false
                }
                Err(why) => {
                    misplaced.push(Misplaced { row: fact.row, why });
                    true
                }
            });
            if facts.len() == count {
                return Err(misplaced);
            }
        }
        Ok(())
    }

    /// Takes one fact; one that is refused changes nothing.
    fn take(&mut self, Standing { place, row }: Standing<'f>) -> Result<(), FactRefused> {
        let happened = row.fact.kind() != FactKind::NextDateSet;
        if happened && row.precision.last_day(row.fact.day()) < self.received_on {
            return Err(FactRefused::BeforeTheRequest { received_on: self.received_on });
        }
        match &row.fact {
            Fact::RequestReceived(_) => {}
            Fact::NextDateSet(next) => {
                self.next = Some((row.id, next));
                self.next_at = Some(place);
            }
            Fact::InterviewHeld(interview) => self.hold(row.id, interview),
            Fact::OrientationDecided(orientation) => self.orient(row.id, place, orientation)?,
            Fact::Submitted(submission) => self.submit(row.id, submission)?,
            Fact::AgreedInPrinciple(agreement) => {
                self.presentation_at(&agreement.lender)?.answer = Answer::InPrinciple(agreement);
            }
            Fact::Approved(approval) => {
                // Of a loan paid without a contract, what was approved before says all its terms.
                if self.disbursement.is_some() && self.contract.is_none() {
                    return Err(FactRefused::AlreadyDisbursed);
                }
                self.presentation_at(&approval.lender)?.answer = Answer::Approved(approval);
                self.approvals.push(approval);
            }
            Fact::Refused(refusal) => {
                self.presentation_at(&refusal.lender)?.answer = Answer::Refused(refusal);
                self.refused = true;
            }
            Fact::SupportPlanned(plan) => self.plan(row.id, plan)?,
            Fact::ContractSigned(contract) => self.sign(row.id, contract)?,
            Fact::Disbursed(disbursement) => self.disburse(row.id, disbursement)?,
            Fact::Amended(amended) => {
                self.still_running()?;
                self.amendments.push((row.id, amended));
            }
            Fact::Declared(declaration) => {
                self.still_running()?;
                self.declarations.push((row.id, declaration));
            }
            Fact::Withdrawn(stop) => self.withdraw(place, stop.on)?,
            Fact::Dropped(stop) => self.drop_request(place, stop.on)?,
            Fact::TakenOver(taken) => self.take_over(taken)?,
            Fact::Screened(screening) => self.screen(place, screening)?,
            Fact::Informed(_) | Fact::SurveyAnswered(_) => {}
            Fact::AppointmentSet(appointment) => self.appoint(row.id, appointment),
            Fact::DocumentNoted(_) => self.still_open()?,
            Fact::SessionListed(listed) => self.list(row.id, listed)?,
            Fact::SessionHeard(heard) => self.hear(heard)?,
            Fact::RefusalExplained(explained) => self.explain(explained)?,
            Fact::Reviewed(review) => {
                self.was_paid()?;
                self.reviews.push((row.id, review));
            }
            Fact::BankDetailsReceived(_) => self.was_paid()?,
            Fact::Noted(noted) => self.note(row.id, noted)?,
            Fact::RefundDecided(decision) => {
                self.was_paid()?;
                self.refund = Some((row.id, decision));
            }
            Fact::Closed(closing) => self.end(row.id, place, closing)?,
        }
        Ok(())
    }

    /// A date set before the dossier was closed is not kept: the one set to call the person back is.
    fn forget_a_date_set_before_the_end(&mut self) {
        let Some((closed_on, _)) = self.closed else { return };
        let day_before = self.next.is_some_and(|(_, next)| next.set_on < closed_on);
        if day_before || self.next_at < self.closed_at {
            self.next = None;
        }
    }

    /// Says where the dossier stands after a fact of a day.
    fn settle(&mut self, day: NaiveDate) {
        let stage = self.standing();
        if stage != self.stage {
            self.stage = stage;
            self.since = day;
        }
    }
}

/// The facts of one day in the order they are tried: the first of each kind, then the second of each.
fn in_turn<'f>(day: &[Standing<'f>]) -> Vec<Standing<'f>> {
    let mut turns: Vec<(usize, Standing<'f>)> = Vec::new();
    for kind in day.chunk_by(|one, next| one.row.fact.kind() == next.row.fact.kind()) {
        turns.extend(kind.iter().copied().enumerate());
    }
    // Sorting keeps the order of the kinds inside a turn; what closes a dossier comes after the rest of its day.
    turns.sort_by_key(|(turn, fact)| (fact.row.fact.kind() == FactKind::Closed, *turn));
    turns.into_iter().map(|(_, fact)| fact).collect()
}

#[cfg(test)]
mod tests;
