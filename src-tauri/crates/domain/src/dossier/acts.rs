//! What may be done of a dossier now, from the decision of the office to the release of the funds, and what comes later.
//!
//! Each act is offered once its cause is there and while it still changes something: a sending once the office decided to
//! submit, a signature once a lender approved, a withdrawal until the days of the law are over (C. conso, L. 312-19).
//! Worked example: refused by the only lender asked, the dossier may be sent to another or decided anew, the reason is
//! asked of the lender and the person told; nothing is signed.

use chrono::NaiveDate;

use super::{Answer, Course, Direction, Dossier, Event, Outcome, Presentation, Stage, WithdrawalPeriod, stage};
use crate::settings::{ListKey, Settings};
use crate::words::Labelled;

/// Something to do of a dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Note the release of the funds.
    Pay,
    /// Note the signature of the contract.
    Sign,
    /// Note what a lender answered.
    Answer,
    /// Send the dossier to a lender.
    Submit,
    /// Decide where the request goes.
    Orient,
    /// Set how the loan is accompanied.
    Plan,
    /// Note something that passed with a lender or the person.
    Note(Event),
    /// Note why a lender refused, told since.
    Explain,
    /// Note an interview or a call.
    Meet,
    /// Note that the person drops the request.
    Drop,
    /// Note that the person renounces the offer.
    Withdraw,
}

impl Act {
    /// What people read where several are offered.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Pay => "Versement",
            Self::Sign => "Signature du contrat",
            Self::Answer => "Réponse de la banque",
            Self::Submit => "Transmettre à une banque",
            Self::Orient => "Décision du CCAS",
            Self::Plan => "Plan d’accompagnement",
            Self::Note(event) => event.label(),
            Self::Explain => "Motifs donnés par la banque",
            Self::Meet => "Noter un échange",
            Self::Drop => "Sans suite",
            Self::Withdraw => "La personne renonce",
        }
    }

    /// The act a stage calls for, where there is one.
    #[must_use]
    pub fn next(stage: Stage) -> Option<Self> {
        match stage {
            Stage::Request => Some(Self::Meet),
            Stage::Assessment | Stage::Session => Some(Self::Orient),
            Stage::ToSubmit | Stage::Refused => Some(Self::Submit),
            Stage::WithLender | Stage::AgreementInPrinciple => Some(Self::Answer),
            Stage::Granted => Some(Self::Sign),
            Stage::Signed => Some(Self::Pay),
            Stage::Running | Stage::Accelerated | Stage::Ending | Stage::Closed => None,
        }
    }
}

impl Dossier {
    /// What may be done today, the furthest step of a loan first.
    #[must_use]
    pub fn acts(&self, settings: &Settings, today: NaiveDate) -> Vec<Act> {
        let course = self.facts.course();
        let is_open = course.closed.is_none();
        let granted = course.lending().is_some();
        let awaited = course.open().next().is_some();
        let mut acts = Vec::new();
        let mut offer = |act: Act, is_due: bool| acts.extend(is_due.then_some(act));
        offer(Act::Pay, course.contract.is_some() && course.disbursement.is_none());
        offer(Act::Sign, !course.approvals().is_empty() && course.contract.is_none());
        offer(Act::Answer, awaited);
        offer(Act::Submit, may_submit(&course));
        offer(Act::Orient, !granted && !awaited);
        offer(Act::Plan, is_open && stage(self) != Stage::Request);
        for (event, is_due) in self.events_due(&course) {
            offer(Act::Note(event), is_due);
        }
        offer(Act::Explain, is_open && course.refused_last().is_some_and(Presentation::is_unexplained));
        offer(Act::Meet, true);
        offer(Act::Drop, is_open && !granted);
        let is_over = self.withdrawal(settings).is_none_or(|period| today > period.ends_on);
        offer(Act::Withdraw, is_open && granted && !(course.disbursement.is_some() && is_over));
        acts
    }

    /// What is not there yet and will be, in the order of a loan; nothing once the dossier is closed.
    #[must_use]
    pub fn later_acts(&self) -> Vec<Act> {
        let course = self.facts.course();
        let granted = course.lending().is_some();
        let sent = !course.presentations.is_empty() || granted;
        let steps = [
            (Act::Plan, stage(self) == Stage::Request),
            (Act::Submit, !sent && !may_submit(&course)),
            (Act::Answer, !granted && course.open().next().is_none()),
            (Act::Sign, !granted),
            (Act::Pay, course.contract.is_none()),
        ];
        steps.into_iter().filter(|(_, is_later)| *is_later && course.closed.is_none()).map(|(act, _)| act).collect()
    }

    /// The days to withdraw from its contract, by the law of the day it was signed.
    #[must_use]
    pub fn withdrawal(&self, settings: &Settings) -> Option<WithdrawalPeriod> {
        let (_, contract) = self.facts.course().contract?;
        contract.withdrawal(&settings.at(contract.signed_on))
    }

    /// The lender an event noted today is about.
    #[must_use]
    pub fn lender_of(&self, event: Event) -> Option<ListKey> {
        let course = self.facts.course();
        let asked = |sent: Option<&Presentation<'_>>| sent.map(|sent| sent.submission.lender.clone());
        let last = || asked(course.presentations.last());
        if event == Event::ConsentSigned {
            return self.simulation.lender.clone().or_else(last);
        }
        if event == Event::RefusalReasonAsked {
            return asked(course.refused_last());
        }
        if event == Event::OfferIssued {
            return course.lending().cloned();
        }
        asked(course.open().last()).or_else(last)
    }

    /// The events the facts may call for, each with whether they do.
    fn events_due(&self, course: &Course<'_>) -> Vec<(Event, bool)> {
        if course.closed.is_some() {
            return vec![(Event::RedirectionAnswered, course.is_called_back() && self.lacks_an_outcome())];
        }
        let waited = course.open().last().map(|sent| &sent.submission.lender);
        let unexplained = course.refused_last().filter(|sent| sent.is_unexplained());
        let asked =
            unexplained.is_none_or(|sent| self.is_noted(Event::RefusalReasonAsked, Some(&sent.submission.lender)));
        let granted = course.granted().is_some();
        vec![
            (Event::ReserveLifted, course.reserve.is_some()),
            (Event::ConsentSigned, self.lacks_consent(course)),
            (Event::LenderAcknowledged, waited.is_some() && !self.is_noted(Event::LenderAcknowledged, waited)),
            (Event::LenderAskedMore, waited.is_some()),
            (Event::RefusalReasonAsked, !asked),
            (Event::ApplicantTold, self.is_to_be_told(course)),
            (Event::OfferIssued, granted && course.contract.is_none() && !self.is_noted(Event::OfferIssued, None)),
            (Event::CharterSigned, granted && !self.is_noted(Event::CharterSigned, None)),
            (Event::PurchaseProved, course.disbursement.is_some() && !self.is_noted(Event::PurchaseProved, None)),
        ]
    }

    /// Whether an event was noted, of this lender when one is named.
    fn is_noted(&self, event: Event, lender: Option<&ListKey>) -> bool {
        self.facts.noted(event).any(|noted| lender.is_none() || noted.subject.as_ref() == lender)
    }

    /// The solutions of the last decision that directed the person elsewhere.
    #[must_use]
    pub fn proposed_solutions(&self) -> Vec<ListKey> {
        let decided = self.facts.course().orientations.into_iter().rev();
        let mut elsewhere = decided.map(|(_, decided)| decided).filter(|decided| !decided.solutions.is_empty());
        elsewhere.next().map(|decided| decided.solutions.clone()).unwrap_or_default()
    }

    /// Whether nothing is known of the solutions proposed, or of one of them while the others have their own answer.
    fn lacks_an_outcome(&self) -> bool {
        let answers = self.facts.noted(Event::RedirectionAnswered).map(|noted| noted.solution.as_ref());
        let answers: Vec<Option<&ListKey>> = answers.collect();
        let lacks = |solution: &ListKey| !answers.contains(&Some(solution));
        answers.is_empty() || (!answers.contains(&None) && self.proposed_solutions().iter().any(lacks))
    }

    /// Whether the lender of the next sending is not named by a consent yet.
    fn lacks_consent(&self, course: &Course<'_>) -> bool {
        let early = stage(self) == Stage::Request || course.lending().is_some();
        let lender = self.simulation.lender.as_ref();
        !early && (lender.is_none() || !self.is_noted(Event::ConsentSigned, lender))
    }

    /// Whether a lender answered and the person was not told since.
    fn is_to_be_told(&self, course: &Course<'_>) -> bool {
        let answered = course.presentations.iter().any(|sent| sent.answer != Answer::Awaited);
        let last = course.presentations.iter().filter_map(Presentation::decided_on).max();
        let told = self.facts.noted(Event::ApplicantTold).map(|noted| noted.on).max();
        answered && !(last.is_some() && told >= last)
    }
}

impl<'f> Course<'f> {
    /// The last presentation that a lender refused.
    #[must_use]
    pub fn refused_last(&self) -> Option<&Presentation<'f>> {
        self.presentations.iter().rev().find(|sent| matches!(sent.answer, Answer::Refused(_)))
    }

    /// Whether what became of the person without a loan is asked.
    fn is_called_back(&self) -> bool {
        match self.closed {
            Some((_, Outcome::Redirected | Outcome::Dropped | Outcome::Inadmissible)) => true,
            Some((_, Outcome::Withdrawn | Outcome::InformationOnly | Outcome::Ended(_))) | None => false,
        }
    }
}

/// Whether the dossier may be sent to a lender: the office decided so, else decided elsewhere before it came here.
fn may_submit(course: &Course<'_>) -> bool {
    let last = course.orientations.last().map(|(_, last)| last.direction == Direction::Submit);
    last.unwrap_or(course.taken_over) && course.closed.is_none() && course.lending().is_none()
}

#[cfg(test)]
mod tests;
