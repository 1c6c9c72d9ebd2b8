//! What refuses a fact: its cause, the agreement, the limits, the checks, the days of the law.

use std::sync::Arc;

use super::*;
use crate::dossier::tests::deeds::{Deed, LENDER, OTHER, day, fact, key};
use crate::dossier::tests::{dossier, settings};
use crate::dossier::{Contract, FactKind};
use crate::loan::{LoanDates, Rate};
use crate::settings::{LimitOwner, Lists};

use Deed::{Agree, Approve, Disburse, Drop, Interview, Orient, Plan, Sign, Submit, TakeOver, Withdraw};

const SUBMIT: Deed = Orient(Direction::Submit);

/// What refuses a deed done so many days after the request.
fn refused(dossier: &Dossier, deed: Deed, at: u32) -> Option<String> {
    of(dossier, &fact(deed, day(at)), &settings())
}

fn of(dossier: &Dossier, fact: &Fact, settings: &Settings) -> Option<String> {
    admit(dossier, None, fact, settings, day(365)).err().map(|refused| format!("{refused:?}"))
}

fn sent() -> Dossier {
    dossier(&[(1, Interview), (2, SUBMIT), (3, Submit(LENDER))])
}

fn granted() -> Dossier {
    dossier(&[(1, Interview), (2, SUBMIT), (3, Submit(LENDER)), (15, Approve(LENDER))])
}

fn signed() -> Dossier {
    dossier(&[(1, Interview), (2, SUBMIT), (3, Submit(LENDER)), (15, Approve(LENDER)), (18, Sign(LENDER))])
}

fn paid() -> Dossier {
    let deeds = [Interview, SUBMIT, Submit(LENDER), Approve(LENDER), Sign(LENDER), Disburse];
    dossier(&[1, 2, 3, 15, 18, 26].into_iter().zip(deeds).collect::<Vec<_>>())
}

#[test]
fn what_lacks_its_cause_is_refused() {
    let facts = |refused: FactRefused| Some(format!("{:?}", AdmissionRefused::Facts(refused)));
    assert_eq!(refused(&dossier(&[(1, Interview)]), Submit(LENDER), 2), facts(FactRefused::NotOriented));
    let before = FactRefused::BeforeItsCause { cause: FactKind::Submitted, on: day(3) };
    assert_eq!(refused(&sent(), Approve(LENDER), 2), facts(before));
}

#[test]
fn nothing_is_paid_before_the_eighth_day_after_the_signature() {
    let period = WithdrawalPeriod { signed_on: day(18), payable_from: day(26), ends_on: day(32) };
    let early = Some(format!("{:?}", AdmissionRefused::PaidTooEarly(period)));
    assert_eq!(refused(&signed(), Disburse, 25), early, "signed on 27 November, on 4 December");
    assert_eq!(refused(&signed(), Disburse, 26), None, "on 5 December");
}

#[test]
fn a_paid_loan_is_withdrawn_from_until_the_fourteenth_day() {
    assert_eq!(refused(&paid(), Withdraw, 32), None, "on 11 December");
    let late = refused(&paid(), Withdraw, 33).unwrap();
    assert!(late.starts_with("WithdrawnTooLate"), "on 12 December: {late}");
    assert_eq!(refused(&signed(), Withdraw, 60), None, "while nothing is paid, any day");
}

#[test]
fn the_law_of_no_value_forbids_no_day() {
    let unstated = Settings { legal: Arc::default(), ..settings() };
    assert_eq!(of(&signed(), &fact(Disburse, day(18)), &unstated), None);
}

#[test]
fn a_corrected_signature_carries_the_payment_with_it() {
    let paid = paid();
    let row = paid.facts.standing().find(|row| row.fact.kind() == FactKind::ContractSigned).unwrap();
    let settings = settings();
    let at = |offset: u32| admit(&paid, Some(row.id), &fact(Sign(LENDER), day(offset)), &settings, day(365));
    assert_eq!(at(17), Ok(()));
    assert!(matches!(at(19), Err(AdmissionRefused::PaidTooEarly(_))), "the payment would come a day too soon");
}

#[test]
fn a_contract_plans_no_payment_the_law_forbids() {
    let Fact::ContractSigned(contract) = fact(Sign(LENDER), day(18)) else { unreachable!() };
    let planned = |on: u32| {
        let dates = Some(LoanDates { disbursed_on: day(on), first_due_on: day(70), debit_day: None });
        let terms = crate::loan::LoanTerms { dates, ..contract.terms.clone() };
        of(&granted(), &Fact::ContractSigned(Contract { terms, ..contract.clone() }), &settings())
    };
    assert!(planned(25).unwrap().starts_with("PlannedTooEarly"));
    assert_eq!(planned(26), None);
}

#[test]
fn what_came_before_the_dossier_was_entered_here_stands_as_it_was() {
    let begun = dossier(&[(40, TakeOver)]);
    let unstated = Settings { lenders: std::collections::BTreeMap::new(), ..settings() };
    assert_eq!(of(&begun, &fact(Submit(LENDER), day(10)), &unstated), None, "no lender, no agreement");
    let signed = dossier(&[(40, TakeOver), (10, Sign(LENDER))]);
    assert_eq!(refused(&signed, Disburse, 12), None, "paid too soon, years ago");
    let later = dossier(&[(5, TakeOver), (10, Sign(LENDER))]);
    assert!(refused(&later, Disburse, 12).unwrap().starts_with("PaidTooEarly"), "what comes after is judged");
}

#[test]
fn a_lender_lends_by_an_agreement_in_force_the_day_it_is_asked() {
    let oriented = dossier(&[(1, Interview), (2, SUBMIT)]);
    let mut ended = settings();
    ended.lenders.get_mut(&key(LENDER)).unwrap().agreements[0].value.ends_on = Some(day(2));
    let without = of(&oriented, &fact(Submit(LENDER), day(3)), &ended).unwrap();
    assert!(without.starts_with("NoAgreement"), "{without}");
    assert_eq!(of(&oriented, &fact(Submit(OTHER), day(3)), &ended), None);
    let unknown = Settings { lenders: std::collections::BTreeMap::new(), ..settings() };
    assert_eq!(of(&oriented, &fact(Submit(LENDER), day(3)), &unknown).unwrap(), "UnknownLender");
}

#[test]
fn an_answer_is_not_expected_before_the_sending() {
    let Fact::Submitted(sent) = fact(Submit(LENDER), day(3)) else { unreachable!() };
    let oriented = dossier(&[(1, Interview), (2, SUBMIT)]);
    let expected = |on: u32| {
        let sent = Submission { expected_on: Some(day(on)), ..sent.clone() };
        of(&oriented, &Fact::Submitted(sent), &settings())
    };
    assert_eq!((expected(2).as_deref(), expected(3)), (Some("AnswerBeforeSending"), None));
}

#[test]
fn a_sending_keeps_within_the_agreement() {
    let Fact::Submitted(sent) = fact(Submit(LENDER), day(3)) else { unreachable!() };
    let oriented = dossier(&[(1, Interview), (2, SUBMIT)]);
    let asked = |amount: &str, months: u32| {
        let sent = Submission { amount: Some(Euros::read(amount).unwrap()), months: Some(months), ..sent.clone() };
        admit(&oriented, None, &Fact::Submitted(sent), &settings(), day(365)).is_err()
    };
    assert_eq!((asked("3000", 36), asked("3000,01", 36), asked("3000", 37)), (false, true, true));
}

#[test]
fn what_is_granted_or_signed_keeps_within_the_agreement_of_the_day_the_lender_was_asked() {
    let Fact::Approved(approval) = fact(Approve(LENDER), day(15)) else { unreachable!() };
    let dear = Fact::Approved(Approval { annual_rate: Some(Rate::read("4,5").unwrap()), ..approval });
    let mut wider = settings();
    let agreements = &mut wider.lenders.get_mut(&key(LENDER)).unwrap().agreements;
    let mut later = agreements[0].clone();
    (later.valid_from, later.value.rate) = (day(10), Some(Rate::read("5").unwrap()));
    agreements.push(later);
    let sent = sent();
    let refused = admit(&sent, None, &dear, &wider, day(365)).unwrap_err();
    let AdmissionRefused::Limit(beyond) = refused else { panic!("{refused:?}") };
    assert_eq!(beyond.on, day(3), "the day of the sending, whatever was agreed since");
    assert!(matches!(beyond.passed, LimitPassed::RateOver { owner: LimitOwner::Agreement, .. }));
    assert_eq!(of(&sent, &fact(Agree(LENDER), day(15)), &wider), None);
}

#[test]
fn no_more_is_paid_than_was_signed() {
    let Fact::Disbursed(paid) = fact(Disburse, day(26)) else { unreachable!() };
    let settings = settings();
    let paying = |amount: &str| {
        let paid = Disbursement { amount: Euros::read(amount).unwrap(), ..paid.clone() };
        admit(&signed(), None, &Fact::Disbursed(paid), &settings, day(365)).err()
    };
    assert_eq!(paying("2400,01"), Some(AdmissionRefused::MoreThanSigned(Euros::read("2400").unwrap())));
    assert_eq!(paying("2400"), None);
}

#[test]
fn a_plan_is_set_once_the_request_is_studied() {
    assert_eq!(refused(&dossier(&[]), Plan, 1).as_deref(), Some("NotStudied"));
    assert_eq!(refused(&dossier(&[(1, Interview)]), Plan, 1), None);
}

/// A check that is not met, with what it stops.
fn checked(stops: &str) -> Settings {
    let check = serde_json::json!({
        "key": "guardian", "label": "Curateur", "question": "", "rule": "", "scope": "purpose", "effect": "blocks",
        "applies_when": { "all": [] }, "not_met_when": { "all": [] }, "facts": [], "source": "", stops: true,
    });
    let lists = Lists { checks: vec![serde_json::from_value(check).unwrap()], ..Lists::default() };
    Settings { lists: Arc::new(lists), ..settings() }
}

#[test]
fn a_check_stops_the_acts_it_holds_back() {
    let act = |dossier: &Dossier, deed: Deed, at: u32, stops: &str| {
        let (fact, settings) = (fact(deed, day(at)), checked(stops));
        match admit(dossier, None, &fact, &settings, day(365)) {
            Err(AdmissionRefused::Stopped(act, result)) => Some((act, result.check.key.as_str().to_owned())),
            Err(other) => panic!("{other:?}"),
            Ok(()) => None,
        }
    };
    let by = |act| Some((act, "guardian".to_owned()));
    assert_eq!(act(&dossier(&[(1, Interview)]), SUBMIT, 2, "retired"), None, "a retired check stops nothing");
    assert_eq!(act(&dossier(&[(1, Interview)]), SUBMIT, 2, "holds_signature"), by(GatedAct::Decide));
    assert_eq!(act(&granted(), Sign(LENDER), 18, "holds_signature"), by(GatedAct::Sign));
    assert_eq!(act(&signed(), Disburse, 26, "holds_signature"), by(GatedAct::Release));
    assert_eq!(act(&signed(), Disburse, 26, "forbids_submission"), None, "looked at when it was signed");
    let redirected = act(&dossier(&[(1, Interview)]), Orient(Direction::Redirect), 2, "holds_signature");
    assert_eq!(redirected, None, "directing elsewhere asks nothing");
}

#[test]
fn a_dossier_is_not_taken_up_again_the_day_it_was_dropped() {
    let dropped = dossier(&[(1, Interview), (2, Drop)]);
    let settings = settings();
    let decided = |at: u32| admit_decision(&dropped, &fact(SUBMIT, day(at)), &settings, "", day(365)).err();
    assert_eq!(decided(2), Some(AdmissionRefused::ClosedThatDay(day(2))));
    assert_eq!(decided(3), None);
}

#[test]
fn a_new_sending_has_what_the_lender_reads() {
    let entry =
        serde_json::json!({ "key": "referent", "label": "Référent", "fact": "lead_advisor_named", "level": "must" });
    let lists = Lists { ready_to_send: vec![serde_json::from_value(entry).unwrap()], ..Lists::default() };
    let settings = Settings { lists: Arc::new(lists), ..settings() };
    let oriented = dossier(&[(1, Interview), (2, SUBMIT)]);
    let sending = fact(Submit(LENDER), day(3));
    let refused = admit_decision(&oriented, &sending, &settings, "", day(365)).unwrap_err();
    let AdmissionRefused::Obstructed(obstructed) = refused else { panic!("{refused:?}") };
    assert!(matches!(obstructed.obstacles.as_slice(), [Obstacle::Lacking(_)]), "{obstructed:?}");
    assert_eq!(admit_decision(&oriented, &sending, &settings, "Claire Ferrand", day(365)), Ok(()));
    assert_eq!(admit(&oriented, None, &sending, &settings, day(365)), Ok(()), "a correction is not held to it");
}
