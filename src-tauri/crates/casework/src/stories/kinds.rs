//! What a fact is in a story: a turning point, something small, and the filters it belongs to.

use domain::dossier::{Event, Fact, FactKind};

use super::shapes::StoryTone;

/// The kinds that change where a dossier goes.
const TURNING: [FactKind; 13] = [
    FactKind::RequestReceived,
    FactKind::OrientationDecided,
    FactKind::Submitted,
    FactKind::AgreedInPrinciple,
    FactKind::Refused,
    FactKind::Approved,
    FactKind::ContractSigned,
    FactKind::Disbursed,
    FactKind::RefundDecided,
    FactKind::Withdrawn,
    FactKind::Dropped,
    FactKind::SessionHeard,
    FactKind::Closed,
];
/// The same among events.
const TURNING_EVENTS: [Event; 4] = [Event::Accelerated, Event::GuaranteeCalled, Event::LoanRepaid, Event::Death];
const CONTACTS: [FactKind; 4] =
    [FactKind::InterviewHeld, FactKind::Screened, FactKind::AppointmentSet, FactKind::Reviewed];
const SMALL: [FactKind; 2] = [FactKind::NextDateSet, FactKind::DocumentNoted];
const SMALL_EVENTS: [Event; 3] = [Event::TaskDone, Event::TaskPutOff, Event::LetterSent];

/// The filters a line belongs to.
pub(super) fn filters_of(fact: &Fact, tone: StoryTone) -> Vec<&'static str> {
    let mut of = Vec::new();
    if CONTACTS.contains(&fact.kind()) {
        of.push("contacts");
    }
    if fact.kind() == FactKind::DocumentNoted || event(fact) == Some(Event::LetterSent) {
        of.push("papers");
    }
    if is_turning_point(fact) {
        of.push("decisions");
    }
    match tone {
        StoryTone::Corrected => of.push("corrections"),
        StoryTone::Private => of.push("private"),
        StoryTone::Key | StoryTone::Plain | StoryTone::Small => {}
    }
    of
}

/// What changes where a dossier goes.
pub(super) fn is_turning_point(fact: &Fact) -> bool {
    TURNING.contains(&fact.kind()) || event(fact).is_some_and(|event| TURNING_EVENTS.contains(&event))
}

/// What is folded to a count.
pub fn is_small(fact: &Fact) -> bool {
    SMALL.contains(&fact.kind()) || event(fact).is_some_and(|event| SMALL_EVENTS.contains(&event))
}

fn event(fact: &Fact) -> Option<Event> {
    if let Fact::Noted(noted) = fact { Some(noted.event) } else { None }
}
