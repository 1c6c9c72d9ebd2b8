//! What a decision must keep within beside its causes: agreements, limits, checks, the
//! days of the law.

use chrono::NaiveDate;
use domain::dossier::{
    AgreementInPrinciple, Approval, Contract, Direction, Disbursement, Dossier, Fact, Facts, Stage, Submission,
    WithdrawalPeriod, stage,
};
use domain::eligibility::CheckedLoan;
use domain::settings::{ListKey, Settings};
use domain::simulation::Simulation;
use domain::words::long_date;

use super::ready::obstructed;
use crate::assessments::{may_decide, may_release, may_sign};
use crate::failure::Failure;
use crate::simulations;

/// Refuses a fact that a rule of its day does not allow. What took place before it was taken over is told as it was.
pub(super) fn judge(fact: &Fact, dossier: &Dossier, settings: &Settings) -> Result<(), Failure> {
    if dossier.facts.course().taken_over_on.is_some_and(|entered| fact.day() <= entered) {
        return Ok(());
    }
    match fact {
        Fact::Submitted(submission) => submission_allowed(submission, dossier, settings),
        Fact::AgreedInPrinciple(agreement) => agreement_allowed(agreement, dossier, settings),
        Fact::Approved(approval) => approval_allowed(approval, dossier, settings),
        Fact::ContractSigned(contract) => contract_allowed(contract, dossier, settings),
        Fact::SupportPlanned(_) => plan_allowed(dossier),
        Fact::Disbursed(disbursement) => {
            amount_signed(disbursement, dossier)?;
            may_release(dossier, settings, disbursement.on)
        }
        Fact::OrientationDecided(orientation) => match orientation.direction {
            Direction::Submit => may_decide(dossier, settings, orientation.decided_on),
            Direction::Redirect | Direction::Inadmissible => Ok(()),
        },
        Fact::RequestReceived(_)
        | Fact::NextDateSet(_)
        | Fact::InterviewHeld(_)
        | Fact::Refused(_)
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
        | Fact::Closed(_) => Ok(()),
    }
}

/// Refuses facts whose days the law does not allow together: a payment too early, a withdrawal too late.
///
/// What took place before the dossier was taken over is told as it was.
pub(super) fn keep_to_the_law(facts: &Facts, settings: &Settings) -> Result<(), Failure> {
    let mut signed: Option<NaiveDate> = None;
    let mut paid: Option<NaiveDate> = None;
    let entered = facts.course().taken_over_on;
    let here = |fact: &&Fact| entered.is_none_or(|entered| fact.day() > entered);
    let mut rows: Vec<&Fact> = facts.standing().map(|row| &row.fact).filter(here).collect();
    rows.sort_by_key(|fact| (fact.day(), fact.kind()));
    for fact in rows {
        match fact {
            Fact::ContractSigned(contract) => (signed, paid) = (Some(contract.signed_on), None),
            Fact::Disbursed(disbursement) => {
                paid = Some(disbursement.on);
                if let Some(period) =
                    signed.and_then(|signed_on| WithdrawalPeriod::of(signed_on, &settings.at(signed_on)))
                {
                    not_before(disbursement.on, &period)?;
                }
            }
            Fact::Withdrawn(stop) => {
                let period = signed.and_then(|signed_on| WithdrawalPeriod::of(signed_on, &settings.at(signed_on)));
                if let Some(period) = period.filter(|period| paid.is_some() && stop.on > period.ends_on) {
                    return Err(too_late_to_withdraw(&period));
                }
                (signed, paid) = (None, None);
            }
            Fact::RequestReceived(_)
            | Fact::NextDateSet(_)
            | Fact::InterviewHeld(_)
            | Fact::OrientationDecided(_)
            | Fact::Submitted(_)
            | Fact::AgreedInPrinciple(_)
            | Fact::Approved(_)
            | Fact::Refused(_)
            | Fact::SupportPlanned(_)
            | Fact::Amended(_)
            | Fact::Declared(_)
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
            | Fact::Closed(_) => {}
        }
    }
    Ok(())
}

/// Refuses a decision of the very day the person stopped: it would be read before that stop and change nothing.
pub(super) fn reopens(fact: &Fact, dossier: &Dossier) -> Result<(), Failure> {
    let Fact::OrientationDecided(orientation) = fact else { return Ok(()) };
    let course = dossier.facts.course();
    let stopped = course.stops.iter().any(|(day, _)| *day == orientation.decided_on);
    if !stopped || course.closed.is_none() {
        return Ok(());
    }
    let says = format!("Le dossier a été clos le {}.", long_date(orientation.decided_on));
    Err(Failure::refused(&says)
        .remedy("S’il l’a été par erreur, annulez ou corrigez ; sinon, datez la reprise d’un autre jour.")
        .at("decided_on"))
}

fn not_before(paid_on: NaiveDate, period: &WithdrawalPeriod) -> Result<(), Failure> {
    if paid_on >= period.payable_from {
        return Ok(());
    }
    let says = format!(
        "Le contrat a été signé le {} : l’argent ne peut pas être versé avant le {}.",
        long_date(period.signed_on),
        long_date(period.payable_from)
    );
    Err(Failure::refused(&says).remedy("Corrigez la date du versement ou celle de la signature.").at("on"))
}

fn too_late_to_withdraw(period: &WithdrawalPeriod) -> Failure {
    let says = format!(
        "L’argent est versé et le délai pour changer d’avis a fini le {} : ce prêt ne se refuse plus.",
        long_date(period.ends_on)
    );
    Failure::refused(&says).remedy("Il se rembourse par anticipation, sans indemnité pour un microcrédit.").at("on")
}

fn submission_allowed(submission: &Submission, dossier: &Dossier, settings: &Settings) -> Result<(), Failure> {
    let rules = settings.at(submission.sent_on);
    let lender = rules.lender(&submission.lender).ok_or_else(|| Failure::broken("banque"))?;
    if lender.agreement.is_none() {
        let says = format!("{} n’a pas de convention le {}.", lender.lender.name, long_date(submission.sent_on));
        return Err(Failure::refused(&says)
            .remedy("Saisissez sa convention dans les réglages, ou choisissez une autre banque.")
            .at("lender"));
    }
    if submission.expected_on.is_some_and(|expected| expected < submission.sent_on) {
        return Err(Failure::refused("La réponse serait attendue avant la transmission.").at("expected_on"));
    }
    let loan = CheckedLoan::sent(dossier, settings, submission)?;
    let obstacles = dossier.loan_obstacles(settings, &loan)?;
    obstacles.first().map_or(Ok(()), |first| Err(obstructed(first, &loan, settings)))
}

fn agreement_allowed(agreed: &AgreementInPrinciple, dossier: &Dossier, settings: &Settings) -> Result<(), Failure> {
    let (product, day) = asked_of(&agreed.lender, agreed.on, dossier);
    let asked = Simulation {
        lender: Some(agreed.lender.clone()),
        product,
        amount: Some(agreed.amount),
        months: Some(agreed.months),
        ..Simulation::default()
    };
    within_limits(&asked, dossier, settings, day)
}

fn approval_allowed(approval: &Approval, dossier: &Dossier, settings: &Settings) -> Result<(), Failure> {
    let (product, day) = asked_of(&approval.lender, approval.on, dossier);
    let asked = Simulation {
        lender: Some(approval.lender.clone()),
        product,
        amount: Some(approval.amount),
        months: Some(approval.months),
        annual_rate: Some(approval.annual_rate),
        ..Simulation::default()
    };
    within_limits(&asked, dossier, settings, day)
}

fn contract_allowed(contract: &Contract, dossier: &Dossier, settings: &Settings) -> Result<(), Failure> {
    let (product, day) = asked_of(&contract.lender, contract.signed_on, dossier);
    let terms = &contract.terms;
    let asked = Simulation {
        lender: Some(contract.lender.clone()),
        product,
        amount: Some(terms.amount),
        months: Some(terms.months),
        annual_rate: Some(terms.annual_rate),
        deferred: terms.deferred,
        interest_only: terms.interest_only,
        interest_only_later: terms.interest_only_later.clone(),
        ..Simulation::default()
    };
    within_limits(&asked, dossier, settings, day)?;
    may_sign(dossier, settings, contract.signed_on)?;
    let period = contract.withdrawal(&settings.at(contract.signed_on));
    match (terms.dates, period) {
        (Some(dates), Some(period)) => {
            not_before(dates.disbursed_on, &period).map_err(|refused| refused.at("disbursed_on"))
        }
        (None, _) | (_, None) => Ok(()),
    }
}

/// Refuses what is asked, granted or signed beyond what the product, the agreement and the law allow.
fn within_limits(asked: &Simulation, dossier: &Dossier, settings: &Settings, day: NaiveDate) -> Result<(), Failure> {
    let rules = settings.at(day);
    let passed = dossier.limits_passed(asked, &rules)?;
    match passed.first() {
        Some(first) => Err(simulations::refusal(*first, asked, &rules)),
        None => Ok(()),
    }
}

/// The product asked of a lender and the day it was, whose agreement counts; the given day when nothing was.
fn asked_of(lender: &ListKey, day: NaiveDate, dossier: &Dossier) -> (Option<ListKey>, NaiveDate) {
    let course = dossier.facts.course();
    let sent = course.presentations.iter().rev().find(|sent| sent.submission.lender == *lender);
    sent.map_or((None, day), |sent| (sent.submission.product.clone(), sent.submission.sent_on))
}

fn plan_allowed(dossier: &Dossier) -> Result<(), Failure> {
    if stage(dossier) != Stage::Request {
        return Ok(());
    }
    Err(Failure::refused("Le plan d’accompagnement se fixe une fois la demande étudiée.")
        .remedy("Notez d’abord un entretien, ou commencez le budget.")
        .at("level"))
}

fn amount_signed(disbursement: &Disbursement, dossier: &Dossier) -> Result<(), Failure> {
    let course = dossier.facts.course();
    let signed = course.contract.map(|(_, contract)| contract.terms.amount);
    match signed.filter(|signed| disbursement.amount > *signed) {
        Some(signed) => Err(Failure::refused(&format!("Le contrat porte sur {signed} : on ne verse pas davantage."))
            .remedy("Corrigez le montant, ou le contrat.")
            .at("amount")),
        None => Ok(()),
    }
}
