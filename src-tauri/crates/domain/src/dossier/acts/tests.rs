//! Each act is offered once its cause is there, and while it changes something.

use super::*;
use crate::dossier::tests::deeds::{Deed, LENDER, OTHER, day, key};
use crate::dossier::tests::{dossier, settings};

use Deed::{Agree, Approve, Disburse, Drop, End, Explain, Interview, Note, Orient, Refuse, Sign, Submit, Withdraw};

/// The acts offered so many days after the request.
fn acts(dossier: &Dossier, at: u32) -> Vec<Act> {
    dossier.acts(&settings(), day(at))
}

/// A dossier of deeds, one each day from the day after its request.
fn after(deeds: &[Deed]) -> Dossier {
    dossier(&(1..).zip(deeds.iter().copied()).collect::<Vec<_>>())
}

fn sent_and(more: &[Deed]) -> Dossier {
    after(&[&[Interview, Orient(Direction::Submit), Submit(LENDER)], more].concat())
}

#[test]
fn a_new_request_is_met_decided_or_dropped() {
    let dossier = after(&[]);
    assert_eq!(acts(&dossier, 1), [Act::Orient, Act::Meet, Act::Drop]);
    assert_eq!(dossier.later_acts(), [Act::Plan, Act::Submit, Act::Answer, Act::Sign, Act::Pay]);
}

#[test]
fn what_is_decided_is_sent() {
    let dossier = after(&[Interview, Orient(Direction::Submit)]);
    let consent = Act::Note(Event::ConsentSigned);
    assert_eq!(acts(&dossier, 3), [Act::Submit, Act::Orient, Act::Plan, consent, Act::Meet, Act::Drop]);
    assert_eq!(dossier.later_acts(), [Act::Answer, Act::Sign, Act::Pay]);
}

#[test]
fn a_lender_that_has_it_answers_and_nothing_is_decided_meanwhile() {
    let acts = acts(&sent_and(&[]), 4);
    assert_eq!(acts[..2], [Act::Answer, Act::Submit], "another lender may be asked");
    assert!(!acts.contains(&Act::Orient));
    let lender = [Act::Note(Event::LenderAcknowledged), Act::Note(Event::LenderAskedMore)];
    assert!(lender.iter().all(|act| acts.contains(act)));
}

#[test]
fn a_refusal_asks_for_its_reason_once() {
    let reason = Act::Note(Event::RefusalReasonAsked);
    let refused = acts(&sent_and(&[Refuse(LENDER)]), 5);
    assert!(refused.contains(&reason) && refused.contains(&Act::Explain) && refused.contains(&Act::Orient));
    let explained = acts(&sent_and(&[Refuse(LENDER), Explain]), 6);
    assert!(!explained.contains(&reason) && !explained.contains(&Act::Explain));
}

#[test]
fn the_person_is_told_after_each_answer() {
    let told = Act::Note(Event::ApplicantTold);
    assert!(!acts(&sent_and(&[]), 4).contains(&told));
    assert!(acts(&sent_and(&[Agree(LENDER)]), 5).contains(&told));
    assert!(!acts(&sent_and(&[Refuse(LENDER), Note(Event::ApplicantTold)]), 6).contains(&told));
    let again = [Refuse(LENDER), Note(Event::ApplicantTold), Submit(OTHER), Refuse(OTHER)];
    assert!(acts(&sent_and(&again), 8).contains(&told), "of the second answer");
}

#[test]
fn an_approval_is_signed_or_renounced() {
    let granted = acts(&sent_and(&[Approve(LENDER)]), 5);
    assert_eq!(granted.first(), Some(&Act::Sign));
    assert_eq!(granted.last(), Some(&Act::Withdraw));
    for gone in [Act::Answer, Act::Submit, Act::Orient, Act::Drop] {
        assert!(!granted.contains(&gone), "{gone:?}");
    }
    assert!(granted.contains(&Act::Note(Event::OfferIssued)) && granted.contains(&Act::Note(Event::CharterSigned)));
}

#[test]
fn a_paid_loan_is_renounced_until_the_days_to_withdraw_are_over() {
    let paid = sent_and(&[Approve(LENDER), Sign(LENDER), Disburse]);
    assert!(!acts(&paid, 6).contains(&Act::Pay), "it is paid");
    assert!(acts(&paid, 19).contains(&Act::Withdraw), "the fourteenth day after the signature");
    assert!(!acts(&paid, 20).contains(&Act::Withdraw));
    let unpaid = sent_and(&[Approve(LENDER), Sign(LENDER)]);
    assert_eq!(acts(&unpaid, 60).first(), Some(&Act::Pay));
    assert!(acts(&unpaid, 60).contains(&Act::Withdraw), "no day ends it while nothing is paid");
}

#[test]
fn a_closed_dossier_may_be_decided_anew_and_its_person_asked_once() {
    let asked = Act::Note(Event::RedirectionAnswered);
    for closed in [Orient(Direction::Redirect), Orient(Direction::Inadmissible), Drop] {
        let dossier = after(&[Interview, closed]);
        assert_eq!(acts(&dossier, 3), [Act::Orient, asked, Act::Meet], "{closed:?}");
        assert_eq!(dossier.later_acts(), []);
    }
    let told = after(&[Interview, Drop, Note(Event::RedirectionAnswered)]);
    assert!(!acts(&told, 4).contains(&asked));
    let renounced = sent_and(&[Approve(LENDER), Withdraw]);
    assert!(!acts(&renounced, 6).contains(&asked));
    let ended = sent_and(&[Approve(LENDER), End(crate::dossier::EndKind::Unpaid)]);
    assert!(!acts(&ended, 6).contains(&Act::Withdraw));
}

#[test]
fn an_event_is_of_the_lender_it_concerns() {
    let lender = |dossier: &Dossier, event| dossier.lender_of(event);
    let mut chosen = sent_and(&[Refuse(LENDER), Submit(OTHER)]);
    assert_eq!(lender(&chosen, Event::ConsentSigned), Some(key(OTHER)), "the last one asked");
    assert_eq!(lender(&chosen, Event::RefusalReasonAsked), Some(key(LENDER)));
    assert_eq!(lender(&chosen, Event::LenderAcknowledged), Some(key(OTHER)));
    assert_eq!(lender(&chosen, Event::OfferIssued), None);
    chosen.simulation.lender = Some(key(LENDER));
    assert_eq!(lender(&chosen, Event::ConsentSigned), Some(key(LENDER)), "the one chosen");
}

#[test]
fn each_stage_calls_for_one_act_until_the_loan_runs() {
    assert_eq!(Act::next(Stage::Request), Some(Act::Meet));
    assert_eq!(Act::next(Stage::Refused), Some(Act::Submit));
    assert_eq!(Act::next(Stage::AgreementInPrinciple), Some(Act::Answer));
    assert_eq!((Act::next(Stage::Signed), Act::next(Stage::Running)), (Some(Act::Pay), None));
}
