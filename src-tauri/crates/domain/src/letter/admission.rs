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
use super::kind::{LetterEnd, LetterKind};
use super::refusal::{Admitted, LetterRefused, Stop};

/// Why a letter of a dossier cannot leave on a day; nothing when it can. Refuses a sum beyond the limit of amounts.
pub fn letter_refused(
    kind: LetterKind,
    dossier: &Dossier,
    settings: &Settings,
    today: NaiveDate,
) -> Result<Option<LetterRefused>, AmountTooLarge> {
    let course = dossier.facts.course();
    let has_ended = match kind.end() {
        LetterEnd::Closing => course.died_on.is_some() || course.closed.is_some(),
        LetterEnd::Death => course.died_on.is_some(),
        LetterEnd::Never => false,
    };
    if has_ended {
        return Ok(Some(LetterRefused::Stopped));
    }
    match kind.admission(&Case { dossier, course: &course, settings, today }) {
        Ok(()) => Ok(None),
        Err(Stop::Refused(refused)) => Ok(Some(refused)),
        Err(Stop::Amount(too_large)) => Err(too_large),
    }
}

/// What a letter is judged on. Each function says whether the facts that letters of its name assert are noted.
pub(super) struct Case<'c> {
    dossier: &'c Dossier,
    course: &'c Course<'c>,
    settings: &'c Settings,
    today: NaiveDate,
}

impl Case<'_> {
    /// It asserts no fact.
    #[expect(clippy::unused_self, reason = "a letter names its function of `Case`, this one too")]
    pub(super) const fn nothing(&self) -> Admitted {
        Ok(())
    }

    pub(super) fn presented(&self) -> Admitted {
        require(self.course.presentations.last(), LetterRefused::NotPresented)
    }

    pub(super) fn appointment(&self) -> Admitted {
        require(appointment_to_come(self.course, self.today), LetterRefused::NoAppointment)
    }

    pub(super) fn redirection(&self) -> Admitted {
        require(redirection(LetterKind::Redirection, self.course), LetterRefused::NotRedirected)
    }

    pub(super) fn inadmissible(&self) -> Admitted {
        require(last_decision(self.course, Direction::Inadmissible), LetterRefused::NotInadmissible)
    }

    pub(super) fn adjournment(&self) -> Admitted {
        require(adjournment(&self.dossier.facts), LetterRefused::NotAdjourned)
    }

    pub(super) fn grant(&self) -> Admitted {
        if self.course.contract.is_some() {
            return Err(LetterRefused::AlreadySigned.into());
        }
        require(answer(LetterKind::Grant, self.course), LetterRefused::NotGranted)
    }

    pub(super) fn refusal(&self) -> Admitted {
        let refused = answer(LetterKind::Refusal, self.course).filter(|_| self.course.granted().is_none());
        require(refused, LetterRefused::NotRefused)
    }

    pub(super) fn unexplained_refusal(&self) -> Admitted {
        let silent = answer(LetterKind::ReasonsRequest, self.course).filter(Presentation::is_unexplained);
        require(silent, LetterRefused::ReasonsKnown)
    }

    pub(super) fn running_loan(&self) -> Admitted {
        self.running()?;
        Ok(())
    }

    pub(super) fn difficulty(&self) -> Admitted {
        self.difficulty_is_lasting()?;
        Ok(())
    }

    pub(super) fn lasting_difficulty(&self) -> Admitted {
        if self.difficulty_is_lasting()? { Ok(()) } else { Err(LetterRefused::PassingCause.into()) }
    }

    pub(super) fn repaid_loan(&self) -> Admitted {
        require(self.course.repaid_on, LetterRefused::NotRepaid)
    }

    pub(super) fn refund_granted(&self) -> Admitted {
        require(self.course.refund.filter(|(_, decision)| decision.granted), LetterRefused::NoRefund)
    }

    pub(super) fn refund_refused(&self) -> Admitted {
        require(self.course.refund.filter(|(_, decision)| !decision.granted), LetterRefused::RefundNotRefused)
    }

    pub(super) fn acknowledgement(&self) -> Admitted {
        let course = self.course;
        if course.taken_over {
            return Err(LetterRefused::BegunElsewhere.into());
        }
        let studied = !course.orientations.is_empty() || !course.presentations.is_empty() || course.contract.is_some();
        if studied { Err(LetterRefused::AlreadyStudied.into()) } else { Ok(()) }
    }

    /// The person is awaited, nothing is agreed with them, and the delay since they were heard is over.
    pub(super) fn reminder(&self) -> Admitted {
        if waits_for_another(self.course) {
            return Err(LetterRefused::NoNewsAwaited.into());
        }
        if appointment_to_come(self.course, self.today).is_some() {
            return Err(LetterRefused::AppointmentToCome.into());
        }
        let days = self.settings.at(self.today).follow_up.silence_days;
        let from = days_after(last_heard(&self.dossier.facts, &self.settings.lists), days);
        if self.today < from { Err(LetterRefused::HeardLately.into()) } else { Ok(()) }
    }

    pub(super) fn submission(&self) -> Admitted {
        let decided = last_decision(self.course, Direction::Submit);
        let waits = matches!(self.course.stage, Stage::ToSubmit | Stage::WithLender | Stage::AgreementInPrinciple);
        require(decided.filter(|_| waits), LetterRefused::NotSubmitted)
    }

    pub(super) fn procedure(&self) -> Admitted {
        if self.course.disbursement.is_some() {
            return Err(LetterRefused::AlreadyPaid.into());
        }
        let registers = self.dossier.registers();
        if registers.iter().any(|one| one.over_indebtedness == RegisterAnswer::Yes) {
            Ok(())
        } else {
            Err(LetterRefused::NoProcedure.into())
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

    pub(super) fn first_missed(&self) -> Admitted {
        self.running()?;
        match open_episode(self.dossier) {
            None => Err(LetterRefused::NothingMissed.into()),
            Some(episode) if episode.is_first_alone() => Ok(()),
            Some(_) => Err(LetterRefused::SeveralMissed.into()),
        }
    }

    /// Whether the difficulty noted of a running loan lasts.
    fn difficulty_is_lasting(&self) -> Result<bool, LetterRefused> {
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
    pub(super) fn default_reasons(&self) -> Admitted {
        let running = self.paid_out()?;
        let episode = open_episode(self.dossier).ok_or(LetterRefused::NothingMissed)?;
        let noted = Difficulty::of(self.dossier, &running, &self.settings.lists, self.today);
        let noted = noted.ok_or(LetterRefused::NothingMissed)?;
        let declared_from = self.settings.at(episode.first_due).legal_number("ficp_threshold_instalments");
        let missed = u32::try_from(episode.owed.len()).unwrap_or(u32::MAX);
        let may_declare = declared_from.is_some_and(|from| missed >= from);
        if self.course.lost_on().is_none() && noted.announced_on.is_none() && !may_declare {
            return Err(LetterRefused::NoThreat.into());
        }
        if noted.causes.is_empty() { Err(LetterRefused::NoCause.into()) } else { Ok(()) }
    }

    /// Who sent the person is told nothing without their agreement.
    pub(super) fn feedback_agreement(&self) -> Admitted {
        if self.dossier.facts.request().referrer.is_none() {
            return Err(LetterRefused::NoReferrer.into());
        }
        match report_row(self.dossier).feedback {
            None => Err(LetterRefused::NoAgreement.into()),
            Some((_, FeedbackAgreement::Refused)) => Err(LetterRefused::AgreementRefused.into()),
            Some((_, FeedbackAgreement::CameOnly | FeedbackAgreement::Given)) => Ok(()),
        }
    }

    /// The account is asked for once the refund is due and while none is known.
    pub(super) fn refund_without_account(&self) -> Admitted {
        if self.dossier.facts.bank_details().is_some() {
            return Err(LetterRefused::AccountKnown.into());
        }
        let refused = self.course.refund.is_some_and(|(_, decision)| !decision.granted);
        let proof = refund(self.dossier, self.settings, self.today)?;
        let due = proof.is_some_and(|proof| proof.obstacles.is_empty() && !proof.amount.is_zero());
        if refused || !due { Err(LetterRefused::NoRefundDue.into()) } else { Ok(()) }
    }
}

/// Refuses for want of a fact.
fn require<T>(fact: Option<T>, refused: LetterRefused) -> Admitted {
    if fact.is_some() { Ok(()) } else { Err(refused.into()) }
}

/// Whether the request waits for someone else than the person, or for nobody any more.
fn waits_for_another(course: &Course<'_>) -> bool {
    let is_awaited = [Stage::Request, Stage::Assessment, Stage::Session, Stage::ToSubmit, Stage::Refused];
    !is_awaited.contains(&course.stage)
}

#[cfg(test)]
mod tests;
