//! The same fact on another day, or in other words: what a correction of any fact may change.

use chrono::NaiveDate;

use super::Fact;
use crate::line::Line;

impl Fact {
    /// The same fact on another day; a declaration or a decision keeps what it says.
    #[must_use]
    pub fn moved_to(mut self, day: NaiveDate) -> Self {
        *self.day_mut() = day;
        self
    }

    /// The same fact in other words; unchanged when it has none.
    #[must_use]
    pub fn worded(mut self, words: Line) -> Self {
        if let Some(own) = self.words_mut() {
            *own = words;
        }
        self
    }

    /// How long it lasted, in minutes, for what has a length.
    #[must_use]
    pub fn minutes(&self) -> Option<u32> {
        if let Self::InterviewHeld(held) = self {
            return held.minutes;
        }
        if let Self::Screened(call) = self {
            return call.minutes;
        }
        if let Self::Reviewed(review) = self { review.minutes } else { None }
    }

    /// What the adviser wrote of it; nothing for a fact without words of its own.
    #[must_use]
    pub fn words(&self) -> Option<Line> {
        self.clone().words_mut().cloned()
    }

    fn day_mut(&mut self) -> &mut NaiveDate {
        match self {
            Self::RequestReceived(request) => &mut request.received_on,
            Self::NextDateSet(next) => &mut next.set_on,
            Self::InterviewHeld(interview) => &mut interview.held_on,
            Self::OrientationDecided(orientation) => &mut orientation.decided_on,
            Self::Submitted(submission) => &mut submission.sent_on,
            Self::AgreedInPrinciple(agreement) => &mut agreement.on,
            Self::Approved(approval) => &mut approval.on,
            Self::Refused(refusal) => &mut refusal.on,
            Self::SupportPlanned(plan) => &mut plan.set_on,
            Self::ContractSigned(contract) => &mut contract.signed_on,
            Self::Disbursed(disbursement) => &mut disbursement.on,
            Self::Amended(amended) => &mut amended.agreed_on,
            Self::Declared(declaration) => &mut declaration.on,
            Self::Withdrawn(stop) | Self::Dropped(stop) => &mut stop.on,
            Self::TakenOver(taken) => &mut taken.on,
            Self::Screened(screening) => &mut screening.on,
            Self::Informed(informed) => &mut informed.on,
            Self::AppointmentSet(appointment) => &mut appointment.set_on,
            Self::DocumentNoted(document) => &mut document.on,
            Self::SessionListed(listed) => &mut listed.on,
            Self::SessionHeard(heard) => &mut heard.on,
            Self::RefusalExplained(explained) => &mut explained.on,
            Self::Reviewed(review) => &mut review.on,
            Self::Noted(noted) => &mut noted.on,
            Self::SurveyAnswered(survey) => &mut survey.on,
            Self::BankDetailsReceived(details) => &mut details.on,
            Self::RefundDecided(decision) => &mut decision.on,
            Self::Closed(closing) => &mut closing.on,
        }
    }

    fn words_mut(&mut self) -> Option<&mut Line> {
        match self {
            Self::RequestReceived(request) => Some(&mut request.project),
            Self::NextDateSet(next) => Some(&mut next.what),
            Self::InterviewHeld(interview) => Some(&mut interview.note),
            Self::OrientationDecided(orientation) => Some(&mut orientation.reason),
            Self::Submitted(submission) => Some(&mut submission.note),
            Self::AgreedInPrinciple(agreement) => Some(&mut agreement.note),
            Self::Approved(approval) => Some(&mut approval.note),
            Self::Refused(refusal) => Some(&mut refusal.note),
            Self::SupportPlanned(plan) => Some(&mut plan.note),
            Self::Disbursed(disbursement) => Some(&mut disbursement.means),
            Self::Amended(amended) => Some(&mut amended.note),
            Self::Declared(declaration) => Some(&mut declaration.note),
            Self::Withdrawn(stop) | Self::Dropped(stop) => Some(&mut stop.reason),
            Self::TakenOver(taken) => Some(&mut taken.note),
            Self::Screened(screening) => Some(&mut screening.note),
            Self::Informed(informed) => Some(&mut informed.note),
            Self::AppointmentSet(appointment) => Some(&mut appointment.note),
            Self::DocumentNoted(document) => Some(&mut document.reason),
            Self::SessionHeard(heard) => Some(&mut heard.note),
            Self::RefusalExplained(explained) => Some(&mut explained.note),
            Self::Reviewed(review) => Some(&mut review.note),
            Self::Noted(noted) => Some(&mut noted.note),
            Self::RefundDecided(decision) => Some(&mut decision.reason),
            Self::Closed(closing) => Some(&mut closing.note),
            Self::ContractSigned(_)
            | Self::SessionListed(_)
            | Self::SurveyAnswered(_)
            | Self::BankDetailsReceived(_) => None,
        }
    }
}
