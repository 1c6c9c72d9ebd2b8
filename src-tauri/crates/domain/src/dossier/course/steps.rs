//! What each decision does to the course of a dossier, and the stage that follows.

use chrono::NaiveDate;

use super::{Answer, Course, Outcome, Presentation};
use crate::dossier::fact::FactId;
use crate::dossier::facts::FactRefused;
use crate::dossier::lending::{Approval, Contract, Disbursement, Submission};
use crate::dossier::request::{ConditionFor, Direction, Orientation};
use crate::dossier::stage::Stage;
use crate::settings::ListKey;
use crate::support::SupportPlan;

impl<'f> Course<'f> {
    pub(super) fn orient(
        &mut self,
        id: FactId,
        place: FactId,
        orientation: &'f Orientation,
    ) -> Result<(), FactRefused> {
        self.not_granted()?;
        if self.open().next().is_some() {
            return Err(FactRefused::StillWithLender);
        }
        self.orientations.push((id, orientation));
        self.reserve = Some(orientation).filter(|decided| decided.condition(ConditionFor::Office).is_some());
        self.listed = None;
        self.refused = false;
        match orientation.direction {
            Direction::Submit => self.closed = None,
            Direction::Redirect => self.close(place, orientation.decided_on, Outcome::Redirected),
            Direction::Inadmissible => self.close(place, orientation.decided_on, Outcome::Inadmissible),
        }
        Ok(())
    }

    pub(super) fn submit(&mut self, id: FactId, submission: &'f Submission) -> Result<(), FactRefused> {
        self.not_granted()?;
        self.still_open()?;
        let submits = self.orientations.last().map(|(_, last)| last.direction == Direction::Submit);
        if !submits.unwrap_or(self.taken_over) {
            return Err(FactRefused::NotOriented);
        }
        if self.open().any(|sent| sent.submission.lender == submission.lender) {
            return Err(FactRefused::AlreadyWithThisLender);
        }
        self.presentations.push(Presentation {
            id,
            submission,
            answer: Answer::Awaited,
            given_up_on: None,
            explained: None,
        });
        Ok(())
    }

    pub(super) fn presentation_at(&mut self, lender: &ListKey) -> Result<&mut Presentation<'f>, FactRefused> {
        self.still_open()?;
        let mut sent = self.presentations.iter_mut().rev();
        sent.find(|sent| sent.submission.lender == *lender && sent.is_open()).ok_or(FactRefused::NotSubmitted)
    }

    pub(super) fn approval_of(&self, lender: &ListKey) -> Option<&'f Approval> {
        self.approvals.iter().rev().find(|approval| approval.lender == *lender).copied()
    }

    pub(super) fn plan(&mut self, id: FactId, plan: &'f SupportPlan) -> Result<(), FactRefused> {
        self.still_open()?;
        self.support = Some((id, plan));
        Ok(())
    }

    pub(super) fn sign(&mut self, id: FactId, contract: &'f Contract) -> Result<(), FactRefused> {
        self.still_open()?;
        if self.contract.is_some() {
            return Err(FactRefused::AlreadySigned);
        }
        if self.disbursement.is_some() {
            return Err(FactRefused::AlreadyDisbursed);
        }
        if self.approval_of(&contract.lender).is_none() && !self.taken_over {
            return Err(FactRefused::NotApproved);
        }
        self.contract = Some((id, contract));
        Ok(())
    }

    pub(super) fn disburse(&mut self, id: FactId, disbursement: &'f Disbursement) -> Result<(), FactRefused> {
        self.still_open()?;
        // A register may tell that the money was paid, and not what was signed.
        if self.contract.is_none() && !(self.taken_over && self.granted().is_some()) {
            return Err(FactRefused::NotSigned);
        }
        if self.disbursement.is_some() {
            return Err(FactRefused::AlreadyDisbursed);
        }
        self.disbursement = Some((id, disbursement));
        Ok(())
    }

    /// The person renounces: what was approved, signed and released no longer counts.
    pub(super) fn withdraw(&mut self, place: FactId, on: NaiveDate) -> Result<(), FactRefused> {
        self.still_open()?;
        if self.approvals.is_empty() && self.contract.is_none() {
            return Err(FactRefused::NotApproved);
        }
        if self.stage_of_the_loan() != Stage::Running {
            return Err(FactRefused::TooLateToWithdraw);
        }
        self.approvals.clear();
        self.contract = None;
        self.disbursement = None;
        self.forget_the_loan();
        self.amendments.clear();
        self.declarations.clear();
        self.stop(place, on, Outcome::Withdrawn);
        Ok(())
    }

    pub(super) fn drop_request(&mut self, place: FactId, on: NaiveDate) -> Result<(), FactRefused> {
        self.still_open()?;
        self.not_granted()?;
        self.stop(place, on, Outcome::Dropped);
        Ok(())
    }

    pub(super) fn still_open(&self) -> Result<(), FactRefused> {
        if self.closed.is_some() { Err(FactRefused::AlreadyClosed) } else { Ok(()) }
    }

    /// Whether no lender has agreed; of a dossier taken over, the contract may be all that is known.
    pub(super) fn not_granted(&self) -> Result<(), FactRefused> {
        let granted = !self.approvals.is_empty() || self.contract.is_some();
        if granted { Err(FactRefused::AlreadyGranted) } else { Ok(()) }
    }

    pub(super) fn still_running(&self) -> Result<(), FactRefused> {
        self.still_open()?;
        if self.disbursement.is_none() { Err(FactRefused::NotDisbursed) } else { Ok(()) }
    }

    pub(super) fn stop(&mut self, place: FactId, on: NaiveDate, outcome: Outcome) {
        self.stops.push((on, outcome));
        self.close(place, on, outcome);
    }

    /// Closes the dossier: a lender that has not answered is not waited for any more.
    pub(super) fn close(&mut self, place: FactId, on: NaiveDate, outcome: Outcome) {
        self.closed = Some((on, outcome));
        self.closed_at = Some(place);
        for sent in self.presentations.iter_mut().filter(|sent| sent.is_open()) {
            sent.given_up_on = Some(on);
        }
    }

    pub(super) fn standing(&self) -> Stage {
        if self.closed.is_some() {
            return Stage::Closed;
        }
        if self.disbursement.is_some() {
            return self.stage_of_the_loan();
        }
        if self.contract.is_some() {
            return Stage::Signed;
        }
        if !self.approvals.is_empty() {
            return Stage::Granted;
        }
        if self.open().any(|sent| matches!(sent.answer, Answer::InPrinciple(_))) {
            return Stage::AgreementInPrinciple;
        }
        if self.open().next().is_some() {
            return Stage::WithLender;
        }
        if self.listed.is_some() {
            return Stage::Session;
        }
        if self.refused {
            return Stage::Refused;
        }
        // An appointment takes up again what was directed elsewhere: it is assessed anew.
        match self.orientations.last() {
            Some((_, last)) if last.direction == Direction::Submit => Stage::ToSubmit,
            Some(_) | None if self.counted_interviews().next().is_none() => Stage::Request,
            Some(_) | None => Stage::Assessment,
        }
    }

    fn stage_of_the_loan(&self) -> Stage {
        if self.repaid_on.is_some() || self.died_on.is_some() {
            Stage::Ending
        } else if self.accelerated_on.is_some() {
            Stage::Accelerated
        } else {
            Stage::Running
        }
    }
}
