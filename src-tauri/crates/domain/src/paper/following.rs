//! The paper that follows an act: what is printed once it is noted.
//!
//! One rule for what is offered under each act and for the paper of the moment. It says which paper is meant, never
//! whether it can leave: that is asked of the paper.
//! Worked example: a request directed elsewhere is followed by the letter that proposes the other solution.

use crate::dossier::{Direction, DocumentState, Event, Fact, HearingResult};
use crate::letter::LetterKind;

/// The key of the paper that follows a fact; nothing for one that is only kept.
#[must_use]
pub fn after_fact(fact: &Fact) -> Option<&'static str> {
    let letter = |kind: LetterKind| Some(kind.key());
    match fact {
        Fact::RequestReceived(_) | Fact::Screened(_) | Fact::AppointmentSet(_) => Some("documents_list"),
        Fact::DocumentNoted(noted) => match noted.state {
            DocumentState::Incomplete
            | DocumentState::Outdated
            | DocumentState::Unsuitable
            | DocumentState::Unreadable => Some("missing_documents"),
            DocumentState::Requested
            | DocumentState::Received
            | DocumentState::Checked
            | DocumentState::Missing
            | DocumentState::NotNeeded => None,
        },
        Fact::OrientationDecided(decided) => letter(match decided.direction {
            Direction::Submit => LetterKind::Submission,
            Direction::Redirect => LetterKind::Redirection,
            Direction::Inadmissible => LetterKind::Inadmissible,
        }),
        Fact::SessionHeard(heard) if heard.result == HearingResult::Adjourned => letter(LetterKind::Adjournment),
        Fact::Submitted(_) => Some("bank_file"),
        Fact::SupportPlanned(_) => Some("support_charter"),
        Fact::Approved(_) => letter(LetterKind::Grant),
        Fact::Refused(_) | Fact::RefusalExplained(_) => letter(LetterKind::Refusal),
        Fact::Disbursed(_) | Fact::Amended(_) => Some("current_schedule"),
        Fact::RefundDecided(decided) => {
            letter(if decided.granted { LetterKind::RefundNotice } else { LetterKind::RefundRefusal })
        }
        Fact::Noted(noted) => after_event(noted.event),
        Fact::NextDateSet(_)
        | Fact::InterviewHeld(_)
        | Fact::AgreedInPrinciple(_)
        | Fact::ContractSigned(_)
        | Fact::Declared(_)
        | Fact::Withdrawn(_)
        | Fact::Dropped(_)
        | Fact::TakenOver(_)
        | Fact::Informed(_)
        | Fact::SessionListed(_)
        | Fact::SessionHeard(_)
        | Fact::Reviewed(_)
        | Fact::SurveyAnswered(_)
        | Fact::BankDetailsReceived(_)
        | Fact::Closed(_) => None,
    }
}

/// The letters and papers that follow an event which says no more than its day.
const AFTER_EVENTS: [(Event, &str); 11] = [
    (Event::AppointmentMissed, LetterKind::Reminder.key()),
    (Event::CommissionAuthorisationAsked, LetterKind::CommissionRequest.key()),
    (Event::RefusalReasonAsked, LetterKind::ReasonsRequest.key()),
    (Event::InstalmentMissed, LetterKind::FirstMissed.key()),
    (Event::MissedKnown, LetterKind::FirstMissed.key()),
    (Event::DeferralAsked, LetterKind::DeferralRequest.key()),
    (Event::LoanRepaid, LetterKind::EndOfLoan.key()),
    (Event::BankDetailsAsked, LetterKind::BankDetailsRequest.key()),
    (Event::FeedbackConsent, LetterKind::ReferrerFeedback.key()),
    (Event::ClosingInterview, "survey"),
    (Event::Death, "heirs_sheet"),
];

fn after_event(event: Event) -> Option<&'static str> {
    AFTER_EVENTS.iter().find(|(after, _)| *after == event).map(|(_, paper)| *paper)
}

/// The key of the paper that follows an act that notes no fact.
#[must_use]
pub fn after_call(call: &str) -> Option<&'static str> {
    matches!(call, "confirm_budget_lines" | "seal_budget").then_some("budget_sheet")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missed_instalment_is_followed_by_its_letter_and_a_call_by_none() {
        assert_eq!(after_event(Event::InstalmentMissed), Some("first_missed_letter"));
        assert_eq!(after_event(Event::ContactHeld), None);
        assert_eq!(after_call("seal_budget"), Some("budget_sheet"));
        assert_eq!(after_call("change_person"), None);
    }
}
