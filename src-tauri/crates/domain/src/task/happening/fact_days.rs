//! What facts, documents, quotes and aids say happened, and the days that follow from them.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{About, Happening, ToldBy};
use crate::calendar::days_after;
use crate::dossier::{
    Answer, Direction, DocumentNoted, DocumentState, Dossier, Event, Fact, FactId, Noted, Recorded, ScreeningOutcome,
    SessionMatter, SurveyMoment, is_not_given,
};
use crate::project::{AidStatus, Choice};
use crate::settings::{ListKey, Lists, Provider, RulesAt, Settings};
use crate::supporting_document::{Checklist, ChecklistLine, DocumentStage};

/// The kind of an interview that closes a loan well.
const CLOSING_INTERVIEW: &str = "closing_interview";

/// The notification modes by which the lender itself tells the person.
const LENDER_TELLS: [&str; 2] = ["lender_to_both", "lender_to_applicant_only"];

/// Whether a way of announcing a decision leaves nothing for the office to announce.
pub(in crate::task) fn lender_tells(mode: &ListKey) -> bool {
    LENDER_TELLS.contains(&mode.as_str())
}

/// What every standing fact tells, in the order of entry.
pub(super) fn told<'d>(dossier: &'d Dossier, settings: &Settings) -> Vec<Happening<'d>> {
    let lists = &settings.lists;
    let all = dossier.facts.placed().flat_map(|(place, row)| {
        let events = events(&row.fact, lists);
        events.into_iter().map(move |event| happening(event, place, row))
    });
    all.collect()
}

fn happening(event: Event, place: FactId, row: &Recorded) -> Happening<'_> {
    let noted = if let Fact::Noted(noted) = &row.fact { Some(noted) } else { None };
    Happening {
        event,
        on: row.fact.day(),
        about: about(&row.fact),
        told: Some(ToldBy { fact: row.id, place, kind: row.fact.kind(), noted }),
    }
}

fn about(fact: &Fact) -> About {
    if let Fact::DocumentNoted(document) = fact {
        return About::Document(document.document.clone(), document.part.clone());
    }
    if let Fact::Noted(Noted { event, subject: Some(lender), .. }) = fact
        && event.names_a_lender()
    {
        return About::Lender(lender.clone());
    }
    fact.lender().map_or(About::Whole, |lender| About::Lender(lender.clone()))
}

impl Event {
    /// Whether what is noted with it names a lender.
    fn names_a_lender(self) -> bool {
        [Self::LenderAcknowledged, Self::LenderAskedMore, Self::RefusalReasonAsked].contains(&self)
    }
}

/// The events a fact tells, the main one first.
fn events(fact: &Fact, lists: &Lists) -> Vec<Event> {
    let one = |event| vec![event];
    match fact {
        Fact::RequestReceived(_) => one(Event::RequestReceived),
        Fact::InterviewHeld(interview) => contact(&interview.kind, interview.counts, lists),
        Fact::Reviewed(review) if review.with == Provider::Lender => Vec::new(),
        Fact::Reviewed(review) => contact(&review.kind, true, lists),
        Fact::OrientationDecided(orientation) => match orientation.direction {
            Direction::Submit => one(Event::OrientationDecided),
            Direction::Redirect => vec![Event::OrientationDecided, Event::Redirected],
            Direction::Inadmissible => vec![Event::OrientationDecided, Event::DeclaredInadmissible],
        },
        Fact::Submitted(_) => one(Event::Submitted),
        Fact::AgreedInPrinciple(_) => one(Event::AgreementInPrinciple),
        Fact::Approved(approval) => {
            let told = approval.told.as_ref().is_some_and(lender_tells);
            std::iter::once(Event::Approved).chain(told.then_some(Event::ApplicantTold)).collect()
        }
        // Whoever announces a refusal, the office calls: to explain it and offer something else.
        Fact::Refused(refusal) => std::iter::once(Event::Refused).chain(explained(&refusal.reasons)).collect(),
        Fact::RefusalExplained(answer) => explained(&answer.reasons).into_iter().collect(),
        Fact::ContractSigned(_) => one(Event::ContractSigned),
        Fact::Disbursed(_) => one(Event::Disbursed),
        Fact::Amended(_) => one(Event::AmendmentSigned),
        Fact::Declared(_) => one(Event::PaymentsDeclared),
        Fact::Withdrawn(_) => one(Event::Withdrawn),
        Fact::Dropped(_) => one(Event::Dropped),
        Fact::Screened(screening) if screening.outcome == ScreeningOutcome::InformationOnly => one(Event::Closed),
        Fact::AppointmentSet(_) => one(Event::AppointmentSet),
        Fact::DocumentNoted(document) => of_document(document.state).into_iter().collect(),
        Fact::SessionListed(listed) if listed.matter == SessionMatter::Request => one(Event::SessionListed),
        Fact::Noted(noted) if noted.event == Event::LetterSent && noted.asks_for_a_deferral() => {
            vec![Event::LetterSent, Event::DeferralAsked]
        }
        Fact::Noted(noted) => one(noted.event),
        Fact::SurveyAnswered(survey) if survey.moment == SurveyMoment::End => one(Event::SurveyAnswered),
        Fact::BankDetailsReceived(_) => one(Event::BankDetailsReceived),
        Fact::RefundDecided(decision) if decision.granted => one(Event::RefundDecided),
        // Nothing is left to pay.
        Fact::RefundDecided(_) => vec![Event::RefundDecided, Event::RefundPaid],
        Fact::Closed(_) => one(Event::Closed),
        Fact::NextDateSet(_)
        | Fact::SupportPlanned(_)
        | Fact::TakenOver(_)
        | Fact::Screened(_)
        | Fact::Informed(_)
        | Fact::SessionListed(_)
        | Fact::SessionHeard(_)
        | Fact::SurveyAnswered(_) => Vec::new(),
    }
}

/// What a meeting, a call or a message is for rules, by its kind.
fn contact(kind: &ListKey, counts: bool, lists: &Lists) -> Vec<Event> {
    let with_the_person = lists.is_with_the_person(kind, counts);
    let mut events = Vec::new();
    events.extend(counts.then_some(Event::InterviewHeld));
    events.extend(with_the_person.then_some(Event::ContactHeld));
    events.extend((kind.as_str() == CLOSING_INTERVIEW).then_some(Event::ClosingInterview));
    events
}

fn explained(reasons: &[ListKey]) -> Option<Event> {
    (!reasons.iter().all(is_not_given)).then_some(Event::RefusalReasonGiven)
}

/// What is wrong with a document asks for it again.
fn of_document(state: DocumentState) -> Option<Event> {
    match state {
        DocumentState::Requested
        | DocumentState::Incomplete
        | DocumentState::Outdated
        | DocumentState::Unsuitable
        | DocumentState::Unreadable => Some(Event::DocumentRequested),
        DocumentState::Received | DocumentState::Checked => Some(Event::DocumentReceived),
        DocumentState::Missing | DocumentState::NotNeeded => None,
    }
}

/// The days that follow from facts, documents, quotes and aids.
pub(super) fn following<'d>(dossier: &'d Dossier, settings: &Settings) -> Vec<Happening<'d>> {
    let mut days = Vec::new();
    days.extend(of_documents(dossier, settings));
    days.extend(of_project(dossier));
    days.extend(dossier.guardian_agreed_on().map(|on| Happening {
        event: Event::GuardianAnswered,
        on,
        about: About::Whole,
        told: None,
    }));
    let course = dossier.facts.course();
    let place = |id: FactId| dossier.facts.placed().find(|(_, row)| row.id == id);
    let mut follows = |event, on, id| {
        days.extend(place(id).map(|(place, row)| Happening { on, ..happening(event, place, row) }));
    };
    if let Some((id, agreed)) = course.appointment.filter(|_| course.closed.is_none()) {
        follows(Event::AppointmentDate, agreed.on, id);
    }
    if let Some((id, listed)) = course.listed {
        follows(Event::SessionDate, listed.held_on, id);
    }
    for sent in course.open() {
        let by_default = || days_after(sent.submission.sent_on, rule_days(settings, sent.submission.sent_on));
        follows(Event::LenderAnswerExpected, sent.submission.expected_on.unwrap_or_else(by_default), sent.id);
        if let Answer::InPrinciple(agreement) = sent.answer
            && let Some(until) = agreement.valid_until
        {
            follows(Event::AgreementInPrincipleEnds, until, sent.id);
        }
    }
    days
}

fn rule_days(settings: &Settings, on: NaiveDate) -> u32 {
    settings.at(on).follow_up.answer_default_days
}

/// What was noted of documents, in the order of days, and what was noted last of each.
struct Documents<'d> {
    last_noted: Option<(FactId, &'d Recorded)>,
    each: BTreeMap<About, (FactId, &'d Recorded, &'d DocumentNoted)>,
}

fn documents(dossier: &Dossier) -> Documents<'_> {
    let noted = dossier.facts.placed().filter_map(|(place, row)| {
        let Fact::DocumentNoted(document) = &row.fact else { return None };
        Some((place, row, document))
    });
    let mut noted: Vec<_> = noted.collect();
    noted.sort_by_key(|(place, _, document)| (document.on, *place));
    let last_noted = noted.last().map(|(place, row, _)| (*place, *row));
    Documents { last_noted, each: noted.into_iter().map(|one| (about(&one.1.fact), one)).collect() }
}

/// How many documents were asked for and have not come as they should.
fn awaited_documents(documents: &Documents<'_>, list: &Checklist<'_>) -> usize {
    let asked = |document: &DocumentNoted| {
        let line = list.line(&document.document, &document.part);
        let state = line.map_or(Some(document.state), |line| line.state);
        state.and_then(of_document) == Some(Event::DocumentRequested)
    };
    documents.each.values().filter(|(_, _, document)| asked(document)).count()
}

/// The documents as the tasks read them: what held when the file left does not grow old while a lender has it.
fn list_of<'a>(dossier: &'a Dossier, rules: &RulesAt<'a>) -> Checklist<'a> {
    let mut list = dossier.checklist(rules);
    let left_on = dossier.facts.course().current().map(|sent| sent.submission.sent_on);
    for line in &mut list.lines {
        if line.valid_until.zip(left_on).is_some_and(|(until, left_on)| until >= left_on) {
            line.state = line.noted.map(|(_, noted)| noted.state);
        }
    }
    list
}

/// How many documents are still to come: those asked for, or those the list lacks before the sending.
pub(in crate::task) fn missing_documents(dossier: &Dossier, settings: &Settings) -> usize {
    let documents = documents(dossier);
    let Some((_, last)) = documents.last_noted else { return 0 };
    let list = list_of(dossier, &settings.at(last.fact.day()));
    let (there, of) = list.count();
    awaited_documents(&documents, &list).max(of.saturating_sub(there))
}

/// The last days of what was received, and whether the file is complete.
fn of_documents<'d>(dossier: &'d Dossier, settings: &Settings) -> Vec<Happening<'d>> {
    let documents = documents(dossier);
    let there = documents.each.values().filter(|(_, _, document)| document.state.is_there());
    let mut days: Vec<Happening<'d>> = there
        .filter_map(|(place, row, document)| {
            Some(Happening { on: document.valid_until?, ..happening(Event::DocumentExpires, *place, row) })
        })
        .collect();
    days.extend(complete(dossier, settings, &documents));
    days
}

/// The file is complete once the list before the sending is, and again when nothing that was asked for is awaited.
///
/// The list is read by the rules of the day a document was noted last, so that it never depends on today. Once a
/// lender agreed, what the list asks for then has to be there too.
fn complete<'d>(dossier: &'d Dossier, settings: &Settings, documents: &Documents<'d>) -> Vec<Happening<'d>> {
    let Some((last_place, last)) = documents.last_noted else { return Vec::new() };
    let list = list_of(dossier, &settings.at(last.fact.day()));
    let mut days = Vec::new();
    if list.complete_on().is_some() {
        let required = list.of(DocumentStage::Assessment).filter(|line| line.is_required());
        let noted = required.filter_map(|line| line.noted).max_by_key(|(id, noted)| (noted.on, *id));
        let told = noted.and_then(|(id, _)| documents.each.values().find(|(_, row, _)| row.id == id));
        days.extend(told.map(|(place, row, _)| happening(Event::FileComplete, *place, row)));
    }
    let lacks = |stage| list.of(stage).any(ChecklistLine::lacks);
    let agreed = dossier.facts.course().presentations.iter().any(|sent| match sent.answer {
        Answer::InPrinciple(_) | Answer::Approved(_) => true,
        Answer::Awaited | Answer::Refused(_) => false,
    });
    let wants = lacks(DocumentStage::Assessment) || (agreed && lacks(DocumentStage::Agreement));
    if awaited_documents(documents, &list) == 0 && !wants {
        days.push(happening(Event::FileComplete, last_place, last));
    }
    days
}

/// The last days of quotes, and the aids that were asked for.
fn of_project(dossier: &Dossier) -> Vec<Happening<'_>> {
    let project = &dossier.project;
    let mut days = Vec::new();
    let mut day = |event, on, about| days.push(Happening { event, on, about, told: None });
    let kept = project.quotes.iter().any(|quote| quote.choice == Choice::Kept);
    let wanted = if kept { Choice::Kept } else { Choice::Compared };
    for quote in project.quotes.iter().filter(|quote| quote.choice == wanted) {
        let Some(until) = quote.valid_until else { continue };
        let received = quote.dated_on.unwrap_or(dossier.facts.request().received_on);
        day(Event::DocumentReceived, received.min(until), About::Quote(quote.id));
        day(Event::QuoteExpires, until, About::Quote(quote.id));
    }
    for aid in project.aids.iter().filter(|aid| aid.status == AidStatus::Asked) {
        if let Some(asked) = aid.asked_on {
            day(Event::AidAsked, asked, About::Aid(aid.id));
        }
        if let Some(answered) = aid.answered_on {
            day(Event::AidAnswered, answered, About::Aid(aid.id));
        }
    }
    days
}
