//! When a letter may leave: each one asserts facts, and waits until they are noted.
//!
//! A letter to a lender gives a cause chosen among difficulties; the opinion before the loan is ended answers the
//! lender's notice, or as many missed instalments as make an incident it registers; a reminder leaves only once the person
//! was given time to answer (*Un coup de pouce pour le microcrédit personnel*, les courriers, les situations
//! d’impayés). Worked example: a request of 9 November whose last news is of the 12th, with fifteen days before a
//! reminder, lets none leave before the 27th.

use chrono::NaiveDate;

use crate::arrears::{Difficulty, open_episode};
use crate::assessment::RegisterAnswer;
use crate::calendar::days_after;
use crate::dossier::{Course, Direction, Dossier, Presentation, RunningLoan, Stage};
use crate::money::AmountTooLarge;
use crate::partner::FeedbackAgreement;
use crate::refund::refund;
use crate::report::report_row;
use crate::settings::Settings;

use super::basis::{adjournment, answer, appointment_to_come, last_decision, last_heard, redirection};
use super::kind::LetterKind;

/// Why a letter cannot leave yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LetterRefused {
    /// The dossier is closed, or the borrower died.
    Stopped,
    /// The request was received before the dossier was begun here.
    BegunElsewhere,
    /// The request is studied already.
    AlreadyStudied,
    /// No appointment is to come.
    NoAppointment,
    /// An appointment is to come: the person is not silent.
    AppointmentToCome,
    /// The request waits for someone else than the person.
    NoNewsAwaited,
    /// The person was heard too lately.
    HeardLately,
    /// The last decision of the office does not direct elsewhere.
    NotRedirected,
    /// The last decision of the office does not find the request inadmissible.
    NotInadmissible,
    /// No session put the request off, or it was decided since.
    NotAdjourned,
    /// The last decision of the office does not submit the request, or the lender answered.
    NotSubmitted,
    /// No over-indebtedness procedure is noted.
    NoProcedure,
    /// The money was released.
    AlreadyPaid,
    /// The contract is signed.
    AlreadySigned,
    /// No lender approved.
    NotGranted,
    /// No lender refused.
    NotRefused,
    /// No refusal is without a reason.
    ReasonsKnown,
    /// No loan is being repaid.
    NotRunning,
    /// The whole sum became due.
    Lost,
    /// No instalment is declared missed.
    NothingMissed,
    /// More than one instalment is missed.
    SeveralMissed,
    /// No instalment is owed or to come.
    NothingLeft,
    /// Nobody said that payment is difficult.
    NoDifficulty,
    /// No cause of the difficulty is noted.
    NoCause,
    /// The only causes noted pass within a month or two.
    PassingCause,
    /// The lender announced nothing, and too few instalments are missed.
    NoThreat,
    /// The loan is not repaid.
    NotRepaid,
    /// No refund was granted.
    NoRefund,
    /// No refund was refused.
    RefundNotRefused,
    /// The account is known.
    AccountKnown,
    /// No refund is due.
    NoRefundDue,
    /// Nobody sent the person.
    NoReferrer,
    /// The person was not asked whether who sent them may be told.
    NoAgreement,
    /// The person does not want who sent them to be told.
    AgreementRefused,
}

/// Why a letter of a dossier cannot leave on a day; nothing when it can. Refuses a sum beyond the limit of amounts.
pub fn letter_refused(
    kind: LetterKind,
    dossier: &Dossier,
    settings: &Settings,
    today: NaiveDate,
) -> Result<Option<LetterRefused>, AmountTooLarge> {
    if kind == LetterKind::ReferrerFeedback {
        return Ok(feedback(dossier));
    }
    let course = dossier.facts.course();
    if course.died_on.is_some() || (course.closed.is_some() && !AFTER_CLOSING.contains(&kind)) {
        return Ok(Some(LetterRefused::Stopped));
    }
    if kind == LetterKind::BankDetailsRequest {
        return bank_details(dossier, &course, settings, today);
    }
    let case = Case { dossier, course: &course, settings, today };
    let found = case.request(kind).or_else(|| case.loan(kind));
    Ok(found.unwrap_or(Ok(())).err())
}

/// The letters that may leave once the dossier is closed.
const AFTER_CLOSING: [LetterKind; 8] = [
    LetterKind::Redirection,
    LetterKind::Inadmissible,
    LetterKind::Grant,
    LetterKind::EndOfLoan,
    LetterKind::BankDetailsRequest,
    LetterKind::RefundNotice,
    LetterKind::RefundRefusal,
    LetterKind::ReferrerFeedback,
];

/// What a letter is judged on.
struct Case<'c> {
    dossier: &'c Dossier,
    course: &'c Course<'c>,
    settings: &'c Settings,
    today: NaiveDate,
}

type Admitted = Result<(), LetterRefused>;

impl Case<'_> {
    /// The letters of a request, from its first day to the answer of a lender; nothing for the others.
    fn request(&self, kind: LetterKind) -> Option<Admitted> {
        let course = self.course;
        Some(match kind {
            LetterKind::Acknowledgement => self.acknowledgement(),
            LetterKind::Appointment => {
                appointment_to_come(course, self.today).map(|_| ()).ok_or(LetterRefused::NoAppointment)
            }
            LetterKind::Reminder => self.reminder(),
            LetterKind::Redirection => redirection(kind, course).map(|_| ()).ok_or(LetterRefused::NotRedirected),
            LetterKind::Inadmissible => {
                last_decision(course, Direction::Inadmissible).map(|_| ()).ok_or(LetterRefused::NotInadmissible)
            }
            LetterKind::Submission => self.submission(),
            LetterKind::Adjournment => adjournment(&self.dossier.facts).map(|_| ()).ok_or(LetterRefused::NotAdjourned),
            LetterKind::CommissionRequest => self.procedure(),
            LetterKind::Grant if course.contract.is_some() => Err(LetterRefused::AlreadySigned),
            LetterKind::Grant => answer(kind, course).map(|_| ()).ok_or(LetterRefused::NotGranted),
            LetterKind::Refusal => {
                let refused = answer(kind, course).filter(|_| course.granted().is_none());
                refused.map(|_| ()).ok_or(LetterRefused::NotRefused)
            }
            LetterKind::ReasonsRequest => {
                let silent = answer(kind, course).filter(Presentation::is_unexplained);
                silent.map(|_| ()).ok_or(LetterRefused::ReasonsKnown)
            }
            LetterKind::HelpRemains
            | LetterKind::FirstMissed
            | LetterKind::DeferralRequest
            | LetterKind::RenegotiationRequest
            | LetterKind::DefaultReasons
            | LetterKind::EndOfLoan
            | LetterKind::BankDetailsRequest
            | LetterKind::RefundNotice
            | LetterKind::RefundRefusal
            | LetterKind::ReferrerFeedback => return None,
        })
    }

    /// The letters of a loan, from the release of the funds to its end; nothing for the others.
    fn loan(&self, kind: LetterKind) -> Option<Admitted> {
        let refund = self.course.refund.map(|(_, decision)| decision.granted);
        Some(match kind {
            LetterKind::HelpRemains => self.running().map(|_| ()),
            LetterKind::FirstMissed => self.first_missed(),
            LetterKind::DeferralRequest => self.difficulty().map(|_| ()),
            LetterKind::RenegotiationRequest => self
                .difficulty()
                .and_then(|is_lasting| if is_lasting { Ok(()) } else { Err(LetterRefused::PassingCause) }),
            LetterKind::DefaultReasons => self.default_reasons(),
            LetterKind::EndOfLoan => self.course.repaid_on.map(|_| ()).ok_or(LetterRefused::NotRepaid),
            LetterKind::RefundNotice if refund == Some(true) => Ok(()),
            LetterKind::RefundNotice => Err(LetterRefused::NoRefund),
            LetterKind::RefundRefusal if refund == Some(false) => Ok(()),
            LetterKind::RefundRefusal => Err(LetterRefused::RefundNotRefused),
            LetterKind::Acknowledgement
            | LetterKind::Appointment
            | LetterKind::Reminder
            | LetterKind::Redirection
            | LetterKind::Inadmissible
            | LetterKind::Submission
            | LetterKind::Adjournment
            | LetterKind::CommissionRequest
            | LetterKind::Grant
            | LetterKind::Refusal
            | LetterKind::ReasonsRequest
            | LetterKind::BankDetailsRequest
            | LetterKind::ReferrerFeedback => return None,
        })
    }

    fn acknowledgement(&self) -> Admitted {
        let course = self.course;
        if course.taken_over {
            return Err(LetterRefused::BegunElsewhere);
        }
        let studied = !course.orientations.is_empty() || !course.presentations.is_empty() || course.contract.is_some();
        if studied { Err(LetterRefused::AlreadyStudied) } else { Ok(()) }
    }

    /// The person is awaited, nothing is agreed with them, and the delay since they were heard is over.
    fn reminder(&self) -> Admitted {
        if waits_for_another(self.course) {
            return Err(LetterRefused::NoNewsAwaited);
        }
        if appointment_to_come(self.course, self.today).is_some() {
            return Err(LetterRefused::AppointmentToCome);
        }
        let days = self.settings.at(self.today).follow_up.silence_days;
        let from = days_after(last_heard(&self.dossier.facts, &self.settings.lists), days);
        if self.today < from { Err(LetterRefused::HeardLately) } else { Ok(()) }
    }

    fn submission(&self) -> Admitted {
        let decided = last_decision(self.course, Direction::Submit);
        let waits = matches!(self.course.stage, Stage::ToSubmit | Stage::WithLender | Stage::AgreementInPrinciple);
        decided.filter(|_| waits).map(|_| ()).ok_or(LetterRefused::NotSubmitted)
    }

    fn procedure(&self) -> Admitted {
        if self.course.disbursement.is_some() {
            return Err(LetterRefused::AlreadyPaid);
        }
        let registers = self.dossier.registers();
        if registers.iter().any(|one| one.over_indebtedness == RegisterAnswer::Yes) {
            Ok(())
        } else {
            Err(LetterRefused::NoProcedure)
        }
    }

    /// The loan that is paid month by month, unless the whole sum became due.
    fn running(&self) -> Result<RunningLoan, LetterRefused> {
        let running = self.paid_out()?;
        if self.course.lost_on().is_some() { Err(LetterRefused::Lost) } else { Ok(running) }
    }

    /// The loan that was paid out and is not repaid.
    fn paid_out(&self) -> Result<RunningLoan, LetterRefused> {
        let paid = self.course.disbursement.is_some() && self.course.repaid_on.is_none();
        self.dossier.running_loan().filter(|_| paid).ok_or(LetterRefused::NotRunning)
    }

    fn first_missed(&self) -> Admitted {
        self.running()?;
        match open_episode(self.dossier) {
            None => Err(LetterRefused::NothingMissed),
            Some(episode) if episode.is_first_alone() => Ok(()),
            Some(_) => Err(LetterRefused::SeveralMissed),
        }
    }

    /// Whether the difficulty noted of a running loan lasts.
    fn difficulty(&self) -> Result<bool, LetterRefused> {
        let running = self.running()?;
        let noted = Difficulty::of(self.dossier, &running, &self.settings.lists, self.today);
        let noted = noted.ok_or(LetterRefused::NothingLeft)?;
        if !noted.is_noted() {
            return Err(LetterRefused::NoDifficulty);
        }
        if noted.causes.is_empty() {
            return Err(LetterRefused::NoCause);
        }
        Ok(noted.causes.iter().any(|cause| cause.is_lasting()))
    }

    /// The lender ended the loan, said it would, or has as many missed instalments as make a registered incident.
    fn default_reasons(&self) -> Admitted {
        let running = self.paid_out()?;
        let episode = open_episode(self.dossier).ok_or(LetterRefused::NothingMissed)?;
        let noted = Difficulty::of(self.dossier, &running, &self.settings.lists, self.today);
        let noted = noted.ok_or(LetterRefused::NothingMissed)?;
        let declared_from = self.settings.at(episode.first_due).legal_number("ficp_threshold_instalments");
        let missed = u32::try_from(episode.owed.len()).unwrap_or(u32::MAX);
        let may_declare = declared_from.is_some_and(|from| missed >= from);
        if self.course.lost_on().is_none() && noted.announced_on.is_none() && !may_declare {
            return Err(LetterRefused::NoThreat);
        }
        if noted.causes.is_empty() { Err(LetterRefused::NoCause) } else { Ok(()) }
    }
}

/// Who sent the person is told nothing without their agreement.
fn feedback(dossier: &Dossier) -> Option<LetterRefused> {
    if dossier.facts.request().referrer.is_none() {
        return Some(LetterRefused::NoReferrer);
    }
    match report_row(dossier).feedback {
        None => Some(LetterRefused::NoAgreement),
        Some((_, FeedbackAgreement::Refused)) => Some(LetterRefused::AgreementRefused),
        Some((_, FeedbackAgreement::CameOnly | FeedbackAgreement::Given)) => None,
    }
}

/// The account is asked for once the refund is due and while none is known.
fn bank_details(
    dossier: &Dossier,
    course: &Course<'_>,
    settings: &Settings,
    today: NaiveDate,
) -> Result<Option<LetterRefused>, AmountTooLarge> {
    if dossier.facts.bank_details().is_some() {
        return Ok(Some(LetterRefused::AccountKnown));
    }
    let refused = course.refund.is_some_and(|(_, decision)| !decision.granted);
    let proof = refund(dossier, settings, today)?;
    let due = proof.is_some_and(|proof| proof.obstacles.is_empty() && !proof.amount.is_zero());
    Ok((refused || !due).then_some(LetterRefused::NoRefundDue))
}

/// Whether the request waits for someone else than the person, or for nobody any more.
fn waits_for_another(course: &Course<'_>) -> bool {
    let is_awaited = [Stage::Request, Stage::Assessment, Stage::Session, Stage::ToSubmit, Stage::Refused];
    !is_awaited.contains(&course.stage)
}

#[cfg(test)]
mod tests;
