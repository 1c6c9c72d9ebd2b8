//! The next date that goes with a decision: the one typed, else the one the rules
//! propose; none once the dossier is closed and nobody is to be called back.

use chrono::NaiveDate;
use domain::calendar::{Toward, days_after};
use domain::dossier::{
    Direction, Dossier, Fact, NextDate, Orientation, WithdrawalPeriod, call_back_on, working_days_after,
};
use domain::line::Line;
use domain::settings::{ListKey, RulesAt, Settings};
use domain::support::SupportPlan;

use super::forms::NextForm;
use crate::caller::Moment;
use crate::failure::Failure;
use crate::reading;

/// A day and what is to be done then.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Proposed {
    on: NaiveDate,
    what: String,
}

/// The next date to set with a fact; nothing when the one there is stays.
///
/// `dossier` is the dossier before the fact. Errors: a date gone by.
pub(super) fn next_date(
    form: &NextForm,
    (fact, planned): (&Fact, Option<&SupportPlan>),
    dossier: &Dossier,
    settings: &Settings,
    moment: &Moment,
) -> Result<Option<NextDate>, Failure> {
    let typed = reading::date(&form.on, "next_on", moment, Toward::Future)?;
    let what = reading::line(&form.what, "next_what")?;
    let by_itself = planned.and_then(|plan| first_point(plan, fact.day()));
    let proposed = by_itself.or_else(|| proposed(fact, dossier, &settings.at(moment.today)));
    if typed.is_none() && what.is_empty() && proposed.is_none() {
        return Ok(None);
    }
    if typed.is_some_and(|on| on < moment.today) {
        return Err(Failure::next_date_gone().at("next_on"));
    }
    let usual = || days_after(moment.today, settings.at(moment.today).follow_up.first_next_date_days);
    // A decision noted late may propose a day gone by: it is to be done today.
    let on = typed.or(proposed.as_ref().map(|next| next.on.max(moment.today))).unwrap_or_else(usual);
    let said = proposed.map(|next| Line::read(&next.what)).transpose()?;
    let what = if what.is_empty() { said.unwrap_or_default() } else { what };
    Ok(Some(NextDate { set_on: moment.today, on, what }))
}

/// What the rules propose after a fact; nothing when the date there is stays, or the dossier is closed.
fn proposed(fact: &Fact, dossier: &Dossier, rules: &RulesAt<'_>) -> Option<Proposed> {
    let usual = |day| days_after(day, rules.follow_up.first_next_date_days);
    let soon = |day| working_days_after(day, rules.office.answer_working_days);
    let next = |on, what: String| Some(Proposed { on, what });
    match fact {
        Fact::InterviewHeld(_) => {
            let course = dossier.facts.course();
            let kept = dossier.facts.next_date().is_some_and(|next| next.on >= rules.date);
            let running = course.disbursement.is_some();
            let plan = course.support.filter(|_| running).map(|(_, plan)| plan);
            if kept || course.closed.is_some() {
                None
            } else if let Some(point) = plan.and_then(|plan| first_point(plan, days_after(rules.date, 1))) {
                Some(point)
            } else {
                next(usual(rules.date), "Reprendre le dossier".to_owned())
            }
        }
        Fact::OrientationDecided(orientation) => after_orientation(orientation, rules),
        Fact::Submitted(submission) => {
            let expected = submission.expected_on.unwrap_or_else(|| usual(submission.sent_on));
            next(expected, format!("Réponse attendue : {}", name(&submission.lender, rules)))
        }
        Fact::AgreedInPrinciple(agreement) => {
            let last = agreement.valid_until.unwrap_or_else(|| usual(agreement.on));
            next(last, format!("Accord définitif attendu : {}", name(&agreement.lender, rules)))
        }
        Fact::Approved(approval) => next(soon(approval.on), "Prendre rendez-vous pour la signature".to_owned()),
        Fact::Refused(refusal) => next(soon(refusal.on), "Revoir la demande après le refus".to_owned()),
        Fact::ContractSigned(contract) => {
            let period = WithdrawalPeriod::of(contract.signed_on, rules)?;
            next(period.payable_from, "Versement possible".to_owned())
        }
        Fact::Disbursed(disbursement) => dossier
            .facts
            .course()
            .support
            .and_then(|(_, plan)| first_point(plan, disbursement.on))
            .or_else(|| next(usual(disbursement.on), "Appeler dans le mois du versement".to_owned())),
        Fact::SupportPlanned(plan) => {
            let running = dossier.facts.course().disbursement.is_some();
            first_point(plan, rules.date).filter(|_| running)
        }
        Fact::RequestReceived(_)
        | Fact::NextDateSet(_)
        | Fact::Amended(_)
        | Fact::Declared(_)
        | Fact::Withdrawn(_)
        | Fact::Dropped(_)
        | Fact::TakenOver(_)
        | Fact::Screened(_)
        | Fact::Informed(_)
        | Fact::AppointmentSet(_)
        | Fact::DocumentNoted(_)
        | Fact::SessionListed(_)
        | Fact::SessionHeard(_)
        | Fact::RefusalExplained(_)
        | Fact::Reviewed(_)
        | Fact::Noted(_)
        | Fact::SurveyAnswered(_)
        | Fact::BankDetailsReceived(_)
        | Fact::RefundDecided(_)
        | Fact::Closed(_) => None,
    }
}

fn after_orientation(orientation: &Orientation, rules: &RulesAt<'_>) -> Option<Proposed> {
    let decided_on = orientation.decided_on;
    match orientation.direction {
        Direction::Submit => {
            let on = working_days_after(decided_on, rules.office.answer_working_days);
            Some(Proposed { on, what: "Transmettre à la banque".to_owned() })
        }
        Direction::Redirect => {
            let call = call_back_on(decided_on, &orientation.solutions, rules);
            let on = call.unwrap_or_else(|| days_after(decided_on, rules.follow_up.first_next_date_days));
            Some(Proposed { on, what: "Demander ce qu’est devenue la démarche".to_owned() })
        }
        Direction::Inadmissible => None,
    }
}

/// The first point of the plan dated from a day on.
fn first_point(plan: &SupportPlan, from: NaiveDate) -> Option<Proposed> {
    plan.next_point(from).map(|(on, step)| Proposed { on, what: step.label.to_string() })
}

fn name(lender: &ListKey, rules: &RulesAt<'_>) -> String {
    rules.lender(lender).map(|at| at.lender.name.to_string()).unwrap_or_default()
}
