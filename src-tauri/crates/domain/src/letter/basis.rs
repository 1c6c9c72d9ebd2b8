//! The facts a letter rests on: the answer, the decision, the session, the appointment, the last news.

use chrono::NaiveDate;

use super::kind::LetterKind;
use crate::dossier::{
    Answer, Appointment, Course, Direction, Fact, FactKind, Facts, HearingResult, Orientation, Presentation,
    SessionHeard, SessionMatter,
};
use crate::settings::Lists;

/// The answer a letter is about: the agreement that stands, else the last refusal.
#[must_use]
pub fn answer<'f>(kind: LetterKind, course: &Course<'f>) -> Option<Presentation<'f>> {
    let is_about = |sent: &&Presentation<'f>| match sent.answer {
        Answer::Approved(approval) => kind == LetterKind::Grant && Some(&approval.lender) == course.lending(),
        Answer::Refused(_) => kind != LetterKind::Grant,
        Answer::Awaited | Answer::InPrinciple(_) => false,
    };
    course.presentations.iter().rev().find(is_about).copied()
}

/// Where the office directs: the decision that stands; after the refusal, for the letter that tells it.
#[must_use]
pub fn redirection<'f>(kind: LetterKind, course: &Course<'f>) -> Option<&'f Orientation> {
    let refused_on = (kind == LetterKind::Refusal).then(|| answer(kind, course)).flatten();
    let since = refused_on.and_then(|sent| sent.decided_on());
    let stands = last_decision(course, Direction::Redirect);
    stands.filter(|orientation| since.is_none_or(|on| orientation.decided_on >= on))
}

/// The last decision of the office, when it is that one.
#[must_use]
pub fn last_decision<'f>(course: &Course<'f>, direction: Direction) -> Option<&'f Orientation> {
    let last = course.orientations.last().map(|(_, orientation)| *orientation);
    last.filter(|orientation| orientation.direction == direction)
}

/// The session that put the request off, as long as nothing was decided since.
#[must_use]
pub fn adjournment(facts: &Facts) -> Option<&SessionHeard> {
    let heard = facts.standing().filter_map(|row| {
        let Fact::SessionHeard(heard) = &row.fact else { return None };
        (heard.matter == SessionMatter::Request).then_some(heard)
    });
    let last = heard.max_by_key(|heard| heard.on).filter(|heard| heard.result == HearingResult::Adjourned)?;
    let course = facts.course();
    let decided = course.orientations.iter().any(|(_, orientation)| orientation.decided_on >= last.on);
    (!decided).then_some(last)
}

/// The appointment that is not over.
#[must_use]
pub fn appointment_to_come<'f>(course: &Course<'f>, today: NaiveDate) -> Option<&'f Appointment> {
    course.appointment.map(|(_, agreed)| agreed).filter(|agreed| agreed.on >= today)
}

/// The last day the person was heard: the request, an exchange with them, a document that came.
#[must_use]
pub fn last_heard(facts: &Facts, lists: &Lists) -> NaiveDate {
    let heard = facts.standing().filter(|row| {
        if let Fact::DocumentNoted(noted) = &row.fact {
            return noted.state.is_there();
        }
        if let Fact::InterviewHeld(held) = &row.fact {
            return lists.is_with_the_person(&held.kind, held.counts);
        }
        [FactKind::Screened, FactKind::Informed].contains(&row.fact.kind())
    });
    heard.map(|row| row.fact.day()).fold(facts.request().received_on, NaiveDate::max)
}
