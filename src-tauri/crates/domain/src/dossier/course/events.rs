//! What happens around the decisions of a dossier: contacts, sessions, the words of an event, the end.

use super::{Course, Outcome};
use crate::dossier::ending::Closing;
use crate::dossier::event::{Event, Noted};
use crate::dossier::fact::FactId;
use crate::dossier::facts::FactRefused;
use crate::dossier::first_contact::{Appointment, Screening, ScreeningOutcome};
use crate::dossier::hearing::{SessionHeard, SessionListed, SessionMatter};
use crate::dossier::lending::RefusalExplained;
use crate::dossier::request::Interview;
use crate::dossier::taken_over::TakenOver;
use crate::settings::ListKey;

use super::Answer;

impl<'f> Course<'f> {
    /// A dossier is taken over once.
    pub(super) fn take_over(&mut self, taken: &TakenOver) -> Result<(), FactRefused> {
        if self.taken_over_on.is_some() {
            return Err(FactRefused::AlreadyTakenOver);
        }
        self.taken_over_on = Some(taken.on);
        Ok(())
    }

    /// A call that ends in information alone closes the request; the other ones are followed by a fact of their own.
    pub(super) fn screen(&mut self, place: FactId, screening: &Screening) -> Result<(), FactRefused> {
        self.still_open()?;
        if screening.outcome == ScreeningOutcome::InformationOnly {
            self.not_granted()?;
            if self.open().next().is_some() {
                return Err(FactRefused::StillWithLender);
            }
            self.close(place, screening.on, Outcome::InformationOnly);
        }
        Ok(())
    }

    /// An interview held on its day or later answers the appointment.
    pub(super) fn hold(&mut self, id: FactId, interview: &'f Interview) {
        self.interviews.push((id, interview));
        // One agreed after it, the same day, is another.
        if self.appointment.is_some_and(|(own, agreed)| own < id && agreed.on <= interview.held_on) {
            self.met = Some((id, interview.held_on));
        }
        self.appointment = self.appointment.filter(|(own, agreed)| *own > id || agreed.on > interview.held_on);
    }

    /// An appointment takes up again a request that was closed before any lender agreed.
    pub(super) fn appoint(&mut self, id: FactId, appointment: &'f Appointment) {
        // Moved several times in a day, it may be read after the interview of that day that was told after it.
        let held = self.interviews.iter().find(|(met, interview)| *met > id && appointment.on <= interview.held_on);
        self.met = held.map(|(met, interview)| (*met, interview.held_on)).or(self.met);
        self.appointment = held.is_none().then_some((id, appointment));
        let early = [Outcome::InformationOnly, Outcome::Redirected, Outcome::Dropped];
        self.closed = self.closed.filter(|(_, outcome)| !early.contains(outcome));
    }

    pub(super) fn list(&mut self, id: FactId, listed: &'f SessionListed) -> Result<(), FactRefused> {
        if listed.matter == SessionMatter::Refund {
            return self.was_paid();
        }
        self.still_open()?;
        self.not_granted()?;
        if self.open().next().is_some() {
            return Err(FactRefused::StillWithLender);
        }
        self.listed = Some((id, listed));
        self.listings.push(listed.session);
        Ok(())
    }

    pub(super) fn hear(&mut self, heard: &SessionHeard) -> Result<(), FactRefused> {
        if heard.matter == SessionMatter::Refund {
            return self.was_paid();
        }
        let here = self.listed.is_some_and(|(_, listed)| listed.session == heard.session);
        let listed_once = self.listings.contains(&heard.session);
        let decided = self.orientations.iter().any(|(_, decided)| decided.session == Some(heard.session));
        // A dossier put off is on the agenda of the next session before that day is told.
        if !listed_once && !decided {
            return Err(FactRefused::NotListed);
        }
        self.listed = self.listed.filter(|_| !here);
        Ok(())
    }

    /// Whether a lender refused; that one, when it is named.
    pub(super) fn refused_by(&self, lender: Option<&ListKey>) -> Result<(), FactRefused> {
        let is = |named: &ListKey| lender.is_none_or(|lender| lender == named);
        let refused = self.presentations.iter().any(|sent| match sent.answer {
            Answer::Refused(refusal) => is(&refusal.lender),
            Answer::Awaited | Answer::InPrinciple(_) | Answer::Approved(_) => false,
        });
        if refused { Ok(()) } else { Err(FactRefused::NotRefused) }
    }

    /// What a lender says later of its last refusal.
    pub(super) fn explain(&mut self, explained: &'f RefusalExplained) -> Result<(), FactRefused> {
        self.refused_by(Some(&explained.lender))?;
        let mut sent = self.presentations.iter_mut().rev();
        let refused = sent.find(|sent| match sent.answer {
            Answer::Refused(refusal) => refusal.lender == explained.lender,
            Answer::Awaited | Answer::InPrinciple(_) | Answer::Approved(_) => false,
        });
        if let Some(refused) = refused {
            refused.explained = Some(explained);
        }
        Ok(())
    }

    /// Whether the funds were released once, the dossier being closed or not.
    pub(super) fn was_paid(&self) -> Result<(), FactRefused> {
        if self.disbursement.is_some() { Ok(()) } else { Err(FactRefused::NotDisbursed) }
    }

    pub(super) fn note(&mut self, id: FactId, noted: &Noted) -> Result<(), FactRefused> {
        let lender = noted.subject.as_ref();
        match noted.event.needs() {
            Need::Nothing => Ok(()),
            Need::OpenDossier => self.still_open(),
            Need::RunningLoan => self.still_running(),
            Need::PaidLoan => self.was_paid(),
            Need::AwaitedLender => self.waits_for(lender),
            Need::RefusedBy => self.refused_by(lender),
            Need::Decision => self.decided(),
            Need::Agreement => self.still_open().and_then(|()| self.agreed()),
            Need::Appointment => self.no_appointment(id, noted),
            Need::Reserve => self.reserve.take().map(|_| ()).ok_or(FactRefused::NoReserve),
            Need::Elsewhere => self.went_elsewhere(),
            Need::GrantedRefund => match self.refund {
                Some((_, decision)) if decision.granted => Ok(()),
                Some(_) | None => Err(FactRefused::NoRefund),
            },
        }?;
        let once = [
            (Event::Accelerated, &mut self.accelerated_on),
            (Event::GuaranteeCalled, &mut self.guarantee_called_on),
            (Event::LoanRepaid, &mut self.repaid_on),
            (Event::Death, &mut self.died_on),
        ];
        for (_, day) in once.into_iter().filter(|(event, _)| *event == noted.event) {
            if day.is_some() {
                return Err(FactRefused::AlreadyEnded);
            }
            *day = Some(noted.on);
        }
        Ok(())
    }

    fn waits_for(&self, lender: Option<&ListKey>) -> Result<(), FactRefused> {
        self.still_open()?;
        let waited = self.open().any(|sent| lender.is_none_or(|lender| sent.submission.lender == *lender));
        if waited { Ok(()) } else { Err(FactRefused::NotSubmitted) }
    }

    fn decided(&self) -> Result<(), FactRefused> {
        let answered = self.presentations.iter().any(|sent| sent.answer != Answer::Awaited);
        if answered || !self.orientations.is_empty() || self.taken_over {
            Ok(())
        } else {
            Err(FactRefused::NothingDecided)
        }
    }

    fn agreed(&self) -> Result<(), FactRefused> {
        if self.approvals.is_empty() && !self.taken_over { Err(FactRefused::NotApproved) } else { Ok(()) }
    }

    fn no_appointment(&mut self, id: FactId, noted: &Noted) -> Result<(), FactRefused> {
        // Noted before the appointment was given anew and kept, all on one day.
        let met_since = self.met.is_some_and(|(met, on)| met > id && on == noted.on);
        let Some((own, agreed)) = self.appointment else {
            return if met_since { Ok(()) } else { Err(FactRefused::NoAppointment) };
        };
        if own > id {
            return Ok(());
        }
        if noted.event == Event::AppointmentMissed && agreed.on > noted.on {
            return Err(FactRefused::NoAppointment);
        }
        self.appointment = None;
        Ok(())
    }

    fn went_elsewhere(&self) -> Result<(), FactRefused> {
        let closed = self.closed.is_some_and(|(_, outcome)| outcome.is_before_a_loan());
        if closed || self.refused { Ok(()) } else { Err(FactRefused::NotRedirected) }
    }

    /// Closes the dossier with its cause, which has to be there.
    pub(super) fn end(&mut self, id: FactId, place: FactId, closing: &'f Closing) -> Result<(), FactRefused> {
        self.still_open()?;
        if !self.may_end(closing.kind) {
            let paid = self.disbursement.is_some();
            return Err(if paid { FactRefused::LoanRunning } else { FactRefused::NotDisbursed });
        }
        self.closing = Some((id, closing));
        self.close(place, closing.on, Outcome::Ended(closing.kind));
        Ok(())
    }

    /// What was said of a loan that was renounced no longer counts.
    pub(super) fn forget_the_loan(&mut self) {
        self.repaid_on = None;
        self.accelerated_on = None;
        self.guarantee_called_on = None;
        self.refund = None;
    }
}

/// What has to be there for an event to be noted.
#[derive(Clone, Copy, Debug)]
enum Need {
    Nothing,
    OpenDossier,
    RunningLoan,
    PaidLoan,
    AwaitedLender,
    RefusedBy,
    Decision,
    Agreement,
    Appointment,
    Reserve,
    Elsewhere,
    GrantedRefund,
}

/// The events that need more than an open dossier, or less.
const NEEDS: [(Event, Need); 28] = [
    (Event::LetterSent, Need::Nothing),
    (Event::FeedbackConsent, Need::Nothing),
    (Event::TaskDone, Need::Nothing),
    (Event::TaskPutOff, Need::Nothing),
    (Event::PurchaseProved, Need::RunningLoan),
    (Event::DifficultyTold, Need::RunningLoan),
    (Event::SolutionWanted, Need::RunningLoan),
    (Event::DeferralAsked, Need::RunningLoan),
    (Event::DeferralAnswered, Need::RunningLoan),
    (Event::RegistrationLetter, Need::RunningLoan),
    (Event::Registered, Need::RunningLoan),
    (Event::AccelerationAnnounced, Need::RunningLoan),
    (Event::ArrearsCleared, Need::RunningLoan),
    (Event::Accelerated, Need::RunningLoan),
    (Event::GuaranteeCalled, Need::RunningLoan),
    (Event::LoanRepaid, Need::RunningLoan),
    (Event::BankDetailsAsked, Need::PaidLoan),
    (Event::LenderAcknowledged, Need::AwaitedLender),
    (Event::LenderAskedMore, Need::AwaitedLender),
    (Event::RefusalReasonAsked, Need::RefusedBy),
    (Event::ApplicantTold, Need::Decision),
    (Event::OfferIssued, Need::Agreement),
    (Event::CharterSigned, Need::Agreement),
    (Event::AppointmentMissed, Need::Appointment),
    (Event::AppointmentCancelled, Need::Appointment),
    (Event::ReserveLifted, Need::Reserve),
    (Event::RedirectionAnswered, Need::Elsewhere),
    (Event::RefundPaid, Need::GrantedRefund),
];

impl Event {
    fn needs(self) -> Need {
        let own = NEEDS.iter().find(|(event, _)| *event == self);
        own.map_or(Need::OpenDossier, |(_, need)| *need)
    }
}
