//! How the row of a dossier follows from its facts.

use chrono::NaiveDate;

use super::precision::known_in_part;
use super::{
    FEEDBACK_LETTER, HouseholdProfile, ReportRow, RowAnswer, RowLoan, RowLoanEnd, RowOrientation, RowOutcome,
    RowPresentation, RowSurvey,
};
use crate::arrears::episodes;
use crate::dossier::{
    Answer, Approval, Course, Dossier, Event, Fact, Noted, Orientation, Outcome, Precision, Presentation,
    RedirectionAnswer, Survey, stage,
};
use crate::household::{Link, Member, Presence};
use crate::loan::schedule;
use crate::money::Euros;
use crate::settings::{ListKey, Provider};

/// The kinds of exchanges in which the person was not there to be heard.
const WITHOUT_THE_PERSON: [&str; 6] =
    ["lender_exchange", "partner_exchange", "private_note", "text_message", "email", "letter"];

/// The question of the first call that says how many live there.
const HOUSEHOLD_SIZE: &str = "household_size";

/// What a bilan reads of a dossier.
#[must_use]
pub fn report_row(dossier: &Dossier) -> ReportRow {
    let request = dossier.facts.request();
    let course = dossier.facts.course();
    let stops = |wanted: Outcome| course.stops.iter().filter(move |(_, stop)| *stop == wanted).map(|(on, _)| *on);
    let assessed = assessed(dossier, &course);
    let answers = answers(dossier);
    let row = ReportRow {
        dossier: dossier.id,
        received_on: request.received_on,
        last_on: request.received_on,
        origin: request.origin.clone(),
        purpose: request.purpose.clone(),
        born_on: dossier.person.born_on,
        household: profile(dossier),
        employment: dossier.person.employment.clone(),
        assessed_on: assessed.map(|(on, _)| on),
        orientations: course.orientations.iter().map(|(_, orientation)| decision(orientation)).collect(),
        presentations: course.presentations.iter().map(presentation).collect(),
        dropped: stops(Outcome::Dropped).collect(),
        withdrawn: stops(Outcome::Withdrawn).collect(),
        disbursed: course.disbursement.map(|(_, disbursement)| (disbursement.on, disbursement.amount)),
        request_known: dossier.facts.precision_of(dossier.facts.request_id()),
        known_in_part: known_in_part(dossier, assessed),
        taken_over: course.taken_over,
        agreements_lapsed: agreements_lapsed(dossier, &course),
        referrer: request.referrer,
        feedback: dossier.feedback(),
        feedback_sent: noted(dossier, Event::LetterSent, Some(FEEDBACK_LETTER)).map(|noted| noted.on),
        missed: missed(dossier),
        incidents: episodes(dossier).iter().map(|episode| episode.first_due).collect(),
        deferred: deferred(&course),
        contacts: contacts(&course),
        guarantee_called: course.guarantee_called_on,
        loan_end: loan_end(dossier, &course),
        refunded: refunded(dossier, &course),
        called_back: answers.iter().map(|(noted, answer)| (noted.on, *answer)).collect(),
        outcomes: outcomes(&answers),
        surveys: surveys(dossier),
        worked: worked(dossier),
        stage: stage(dossier),
        closed_on: course.closed.map(|(on, _)| on),
        outcome: course.closed.map(|(_, outcome)| outcome),
    };
    ReportRow { last_on: row.last_event(), ..row }
}

/// The office's first decision, once an interview, a reasoned opinion or a sending is noted, and how exactly its day is
/// known. The opinion goes with the decision: its own day is that of its last wording.
fn assessed(dossier: &Dossier, course: &Course<'_>) -> Option<(NaiveDate, Precision)> {
    let at = |fact, on| (on, dossier.facts.precision_of(fact));
    let decided = course.orientations.iter().map(|(fact, decision)| at(*fact, decision.decided_on)).min()?;
    if !dossier.assessment.reasoned.is_empty() {
        return Some(decided);
    }
    let met = course.interviews.iter().filter(|(_, held)| held.counts).map(|(fact, held)| at(*fact, held.held_on));
    let sent = course.presentations.iter().map(|sent| at(sent.id, sent.submission.sent_on));
    met.chain(sent).min().map(|looked_at| if looked_at.0 > decided.0 { looked_at } else { decided })
}

/// The last event of that name, about that subject when one is named.
fn noted<'d>(dossier: &'d Dossier, event: Event, subject: Option<&str>) -> Option<&'d Noted> {
    let named = |noted: &&Noted| subject.is_none() || noted.subject.as_ref().map(ListKey::as_str) == subject;
    dossier.facts.noted(event).filter(named).max_by_key(|noted| noted.on)
}

/// The due dates declared missed, even when they were paid since.
fn missed(dossier: &Dossier) -> Vec<NaiveDate> {
    let Some(running) = dossier.running_loan() else { return Vec::new() };
    let mut days: Vec<NaiveDate> = running.incidents().iter().filter_map(|line| line.due).collect();
    days.sort_unstable();
    days.dedup();
    days
}

/// The last days of the agreements in principle of a lender that nothing was signed with.
fn agreements_lapsed(dossier: &Dossier, course: &Course<'_>) -> Vec<NaiveDate> {
    let signed = course.contract.map(|(_, contract)| &contract.lender);
    let mut ends: Vec<NaiveDate> = dossier
        .facts
        .standing()
        .filter_map(|row| {
            let Fact::AgreedInPrinciple(agreement) = &row.fact else { return None };
            agreement.valid_until.filter(|_| signed != Some(&agreement.lender))
        })
        .collect();
    ends.sort_unstable();
    ends
}

/// The instalments that are not paid at their date, as the lender agreed.
fn deferred(course: &Course<'_>) -> Vec<(NaiveDate, u32)> {
    let agreed = course.amendments.iter();
    let agreed = agreed.filter_map(|(_, agreed)| Some((agreed.agreed_on, agreed.amendment.postponed()?)));
    agreed.collect()
}

/// The days the person was met or called once the funds were released.
fn contacts(course: &Course<'_>) -> Vec<NaiveDate> {
    let Some((_, paid)) = course.disbursement else { return Vec::new() };
    let held = course.interviews.iter().map(|(_, held)| (held.held_on, &held.kind));
    let reviews = course.reviews.iter().filter(|(_, review)| review.with != Provider::Lender);
    let all = held.chain(reviews.map(|(_, review)| (review.on, &review.kind)));
    let heard = all.filter(|(on, kind)| *on >= paid.on && !WITHOUT_THE_PERSON.contains(&kind.as_str()));
    let mut days: Vec<NaiveDate> = heard.map(|(on, _)| on).collect();
    days.sort_unstable();
    days
}

/// The call backs whose answer is of the list, the oldest first.
fn answers(dossier: &Dossier) -> Vec<(&Noted, RedirectionAnswer)> {
    let all = dossier.facts.noted(Event::RedirectionAnswered);
    let mut told: Vec<_> =
        all.filter_map(|noted| Some((noted, RedirectionAnswer::of(noted.subject.as_ref()?)?))).collect();
    told.sort_by_key(|(noted, _)| noted.on);
    told
}

/// What each call back found of a solution it names.
fn outcomes(answers: &[(&Noted, RedirectionAnswer)]) -> Vec<RowOutcome> {
    let named = answers.iter().filter_map(|(noted, answer)| {
        Some(RowOutcome { on: noted.on, solution: noted.solution.clone()?, answer: *answer, amount: noted.amount })
    });
    named.collect()
}

fn surveys(dossier: &Dossier) -> Vec<RowSurvey> {
    let all = dossier.facts.standing().filter_map(|row| {
        let Fact::SurveyAnswered(survey) = &row.fact else { return None };
        Some(choices(survey))
    });
    let mut surveys: Vec<RowSurvey> = all.collect();
    surveys.sort_by_key(|survey| survey.on);
    surveys
}

/// The answers chosen among those of a question: a key, never words.
fn choices(survey: &Survey) -> RowSurvey {
    let is_key = |text: &str| text.len() <= 20 && text.bytes().all(|sign| sign.is_ascii_lowercase() || sign == b'_');
    let chosen = survey.answers.iter().filter(|(_, answer)| is_key(answer.as_str()));
    let answers = chosen.map(|(question, answer)| (ListKey::new(question), ListKey::new(answer.as_str()))).collect();
    RowSurvey { on: survey.on, moment: survey.moment, answers }
}

/// What was noted with its length: interviews, calls, the first call, the points of the follow-up.
fn worked(dossier: &Dossier) -> Vec<(NaiveDate, u32)> {
    let mut worked: Vec<(NaiveDate, u32)> = dossier
        .facts
        .standing()
        .filter_map(|row| row.fact.minutes().map(|minutes| (row.fact.day(), minutes)))
        .collect();
    worked.sort_unstable();
    worked
}

/// A loan that stays unpaid is lost once it is accelerated or its guarantee is called, the first of both.
fn loan_end(dossier: &Dossier, course: &Course<'_>) -> Option<RowLoanEnd> {
    match (course.lost_on(), course.repaid_on) {
        (Some(on), None) => Some(RowLoanEnd { on, lost: Some(unpaid(dossier, on)) }),
        (_, Some(on)) => Some(RowLoanEnd { on, lost: None }),
        (None, None) => None,
    }
}

/// What was left unpaid: what the lender asked for, else what was due that day, all of a loan that has no dates.
fn unpaid(dossier: &Dossier, on: NaiveDate) -> Euros {
    let due = || dossier.still_due(on).ok().flatten().map(|due| due.principal);
    let lent = || dossier.running_loan().map(|running| running.contract.terms.amount);
    dossier.claimed().or_else(due).or_else(lent).unwrap_or(Euros::ZERO)
}

fn refunded(dossier: &Dossier, course: &Course<'_>) -> Option<(NaiveDate, Euros)> {
    let (_, decision) = course.refund?;
    dossier.facts.refund_paid_on().map(|on| (on, decision.amount))
}

fn decision(orientation: &Orientation) -> RowOrientation {
    let Orientation { decided_on, direction, solutions, .. } = orientation;
    RowOrientation { on: *decided_on, direction: *direction, solutions: solutions.clone() }
}

fn presentation(sent: &Presentation<'_>) -> RowPresentation {
    RowPresentation {
        lender: sent.submission.lender.clone(),
        product: sent.submission.product.clone(),
        sent_on: sent.submission.sent_on,
        answered_on: sent.decided_on(),
        answer: match sent.answer {
            Answer::Awaited | Answer::InPrinciple(_) => None,
            Answer::Approved(approval) => Some(RowAnswer::Approved(loan(approval))),
            Answer::Refused(_) => Some(RowAnswer::Refused(sent.reasons().into_iter().cloned().collect())),
        },
    }
}

fn loan(approval: &Approval) -> RowLoan {
    let terms = approval.terms();
    let instalment = terms.and_then(|terms| schedule(&terms).ok()).map(|schedule| schedule.instalment());
    RowLoan { amount: approval.amount, months: approval.months, rate: approval.annual_rate, instalment }
}

/// Only those who live under the same roof make the household of a bilan. The applicant alone is how every household
/// starts: it says who lives there once a budget was shared among it, its line was changed or the first call said one.
fn profile(dossier: &Dossier) -> HouseholdProfile {
    let members = dossier.household.members();
    let here = |wanted: &[Link]| {
        members.iter().any(|member| member.presence == Presence::Here && wanted.contains(&member.link))
    };
    let couple = here(&[Link::Spouse, Link::CoApplicant]);
    let children = here(&[Link::Child, Link::ChildShared]);
    let others = here(&[Link::AdultChild, Link::Parent, Link::HostedPerson, Link::Other]);
    match (couple, children, others) {
        (true, true, _) => HouseholdProfile::CoupleWithChildren,
        (true, false, _) => HouseholdProfile::Couple,
        (false, true, _) => HouseholdProfile::AloneWithChildren,
        (false, false, true) => HouseholdProfile::WithOthers,
        (false, false, false) if is_household_noted(dossier) => HouseholdProfile::Alone,
        (false, false, false) => HouseholdProfile::Unknown,
    }
}

fn is_household_noted(dossier: &Dossier) -> bool {
    let as_it_starts = |member: &Member| *member == Member { id: member.id, ..Member::applicant() };
    let said_alone = dossier.facts.standing().any(|row| {
        let Fact::Screened(call) = &row.fact else { return false };
        call.answers.get(HOUSEHOLD_SIZE).is_some_and(|size| size.as_str() == "1")
    });
    dossier.budget.is_some() || said_alone || !dossier.household.members().iter().all(as_it_starts)
}
