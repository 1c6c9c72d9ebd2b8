//! What no sequence of facts reaches, whatever is noted, in any order, back-dated or not, taken over or not.

use proptest::prelude::*;
use proptest::strategy::ValueTree;

use super::super::super::{Direction, EndKind, Event, Facts, Outcome, Precision, Stage, stage};
use super::super::{Answer, Course};
use super::{Recorded, recorded, told};
use crate::dossier::fact::{Fact, FactId};
use crate::dossier::tests::deeds::{Deed, LENDER, OTHER, day, fact};
use crate::task::tests::{dossier_of, settings};

use Deed::{Agree, Approve, Disburse, End, Note, Orient, Refuse, Sign, Submit};

/// Everything that can be done, the course of a loan more often than the rest.
fn anything() -> impl Strategy<Value = Deed> {
    let lender = || prop_oneof![4 => Just(LENDER), 1 => Just(OTHER)];
    let around = prop_oneof![
        Just(Deed::Next),
        Just(Deed::Interview),
        Just(Deed::TakeOver),
        Just(Deed::Screen),
        Just(Deed::Inform),
        Just(Deed::Appoint),
        Just(Deed::Document),
        Just(Deed::List),
        Just(Deed::Hear),
        Just(Deed::Explain),
        Just(Deed::Review),
        Just(Deed::Answer),
        Just(Deed::Details),
        Just(Deed::Refund),
        Just(Deed::Plan),
        Just(Deed::Amend),
        Just(Deed::Declare),
    ];
    let stops = prop_oneof![
        3 => Just(Deed::Withdraw),
        3 => Just(Deed::Drop),
        1 => Just(Orient(Direction::Redirect)),
        1 => Just(Orient(Direction::Inadmissible)),
    ];
    let noted = prop::sample::select(Event::NOTED.to_vec()).prop_map(Note);
    let endings =
        prop::sample::select(vec![Event::LoanRepaid, Event::Accelerated, Event::GuaranteeCalled, Event::Death]);
    prop_oneof![
        8 => Just(Orient(Direction::Submit)),
        8 => lender().prop_map(Submit),
        2 => lender().prop_map(Agree),
        8 => lender().prop_map(Approve),
        3 => lender().prop_map(Refuse),
        6 => lender().prop_map(Sign),
        6 => Just(Disburse),
        10 => around,
        4 => stops,
        6 => noted,
        4 => endings.prop_map(Note),
        3 => prop::sample::select(EndKind::ALL.to_vec()).prop_map(End),
    ]
}

/// One thing tried: a deed on a day, in the place of an earlier fact of its kind or not, or taking that one back.
#[derive(Clone, Debug)]
struct Tried {
    deed: Deed,
    on: u32,
    corrects: Option<(prop::sample::Index, bool)>,
}

fn life() -> impl Strategy<Value = Vec<Tried>> {
    let corrects = prop::option::weighted(0.2, (any::<prop::sample::Index>(), prop::bool::weighted(0.4)));
    let tried = (anything(), 0_u32..16, corrects).prop_map(|(deed, on, corrects)| Tried { deed, on, corrects });
    prop::collection::vec(tried, 0..60)
}

/// Whatever is admitted of what was tried, one after the other, corrections included.
fn lived(tried: &[Tried]) -> Facts {
    let mut facts = told(&[]);
    for (id, tried) in (2..).zip(tried) {
        let new = fact(tried.deed, day(tried.on));
        let alike: Vec<FactId> = facts.standing().filter(|row| row.fact.is_like(&new)).map(|row| row.id).collect();
        let corrects = tried.corrects.as_ref().filter(|_| !alike.is_empty());
        let replaces = corrects.map(|(place, _)| *place.get(&alike));
        let retracted = corrects.is_some_and(|(_, retracted)| *retracted);
        if let Ok(next) = facts.admit(Recorded { replaces, retracted, ..recorded(id, new) }, day(60)) {
            facts = next;
        }
    }
    facts
}

/// A sending that nobody decided, an answer to nothing, a loan nobody agreed to: only in a dossier begun elsewhere.
fn assert_causes(course: &Course<'_>) -> Result<(), TestCaseError> {
    let decided = |on| {
        let to_submit = course.orientations.iter().filter(|(_, one)| one.direction == Direction::Submit);
        to_submit.map(|(_, one)| one.decided_on).any(|day| day <= on)
    };
    for sent in &course.presentations {
        prop_assert!(course.taken_over || decided(sent.submission.sent_on), "a sending without a decision to submit");
        let (lender, answered) = match sent.answer {
            Answer::Awaited => continue,
            Answer::InPrinciple(agreement) => (&agreement.lender, agreement.on),
            Answer::Approved(approval) => (&approval.lender, approval.on),
            Answer::Refused(refusal) => (&refusal.lender, refusal.on),
        };
        prop_assert_eq!(lender, &sent.submission.lender);
        prop_assert!(sent.submission.sent_on <= answered, "an answer before its sending");
    }
    for approval in course.approvals() {
        let asked = |sent: &&crate::dossier::Presentation<'_>| sent.answer == Answer::Approved(approval);
        prop_assert!(course.presentations.iter().any(|sent| asked(&sent)), "an approval without a sending");
    }
    if let Some((_, contract)) = course.contract {
        let agreed = course.granted().filter(|approval| approval.on <= contract.signed_on);
        prop_assert!(course.taken_over || agreed.is_some_and(|approval| approval.lender == contract.lender));
    }
    if let Some((_, paid)) = course.disbursement {
        // A register taken over may tell that a granted loan was paid, and not what was signed.
        let signed = course.contract.map(|(_, contract)| contract.signed_on);
        let granted = course.granted().filter(|_| course.taken_over).map(|approval| approval.on);
        let before = signed.or(granted).is_some_and(|earlier| earlier <= paid.on);
        prop_assert!(before, "money released without a contract");
    }
    Ok(())
}

/// What is said of a loan is said of a loan that was paid, and its end is told once.
fn assert_loan(course: &Course<'_>) -> Result<(), TestCaseError> {
    let paid_on = course.disbursement.map(|(_, paid)| paid.on);
    let said = course.declarations.iter().map(|(_, said)| said.on);
    let changed = course.amendments.iter().map(|(_, changed)| changed.agreed_on);
    let ended = [course.repaid_on, course.accelerated_on, course.guarantee_called_on];
    for on in said.chain(changed).chain(ended.into_iter().flatten()) {
        prop_assert!(paid_on.is_some_and(|paid_on| paid_on <= on), "something is said of a loan that was not paid");
    }
    if let Some((_, refund)) = course.refund {
        prop_assert!(paid_on.is_some_and(|paid_on| paid_on <= refund.on), "a refund of nothing");
    }
    Ok(())
}

/// A running loan is closed by its end, by what ends it, or because it goes on elsewhere; nothing else.
fn assert_closing(course: &Course<'_>) -> Result<(), TestCaseError> {
    let Some((closed_on, outcome)) = course.closed else { return Ok(()) };
    prop_assert!(course.open().next().is_none(), "a closed dossier waits for no lender");
    let paid = course.disbursement.is_some();
    let by = |day: Option<chrono::NaiveDate>| day.is_some_and(|day| day <= closed_on);
    let sound = match outcome {
        Outcome::Redirected | Outcome::Inadmissible | Outcome::Dropped | Outcome::InformationOnly => {
            !paid && course.contract.is_none() && course.approvals().is_empty()
        }
        Outcome::Withdrawn => !paid && course.contract.is_none() && course.approvals().is_empty(),
        Outcome::Ended(EndKind::Unpaid) => !paid,
        Outcome::Ended(EndKind::Repaid) => paid && by(course.repaid_on),
        Outcome::Ended(EndKind::Lost) => paid && (by(course.accelerated_on) || by(course.guarantee_called_on)),
        Outcome::Ended(EndKind::Died) => by(course.died_on),
        Outcome::Ended(EndKind::Elsewhere) => true,
    };
    prop_assert!(sound, "closed as {:?} while the loan runs", outcome);
    Ok(())
}

/// The stage says what the facts say.
fn assert_stage(course: &Course<'_>) -> Result<(), TestCaseError> {
    let last = course.orientations.last().map(|(_, one)| one.direction);
    let submits = last == Some(Direction::Submit);
    let sound = match course.stage {
        Stage::Closed => course.closed.is_some(),
        Stage::Ending => course.disbursement.is_some() && (course.repaid_on.is_some() || course.died_on.is_some()),
        Stage::Accelerated => course.disbursement.is_some() && course.accelerated_on.is_some(),
        Stage::Running => course.disbursement.is_some(),
        Stage::Signed => course.contract.is_some() && course.disbursement.is_none(),
        Stage::Granted => course.granted().is_some() && course.contract.is_none(),
        Stage::AgreementInPrinciple | Stage::WithLender => course.open().next().is_some(),
        Stage::Refused => course.presentations.iter().any(|sent| matches!(sent.answer, Answer::Refused(_))),
        Stage::Session => course.listed.is_some(),
        Stage::ToSubmit => submits,
        Stage::Request | Stage::Assessment => course.contract.is_none() && !submits,
    };
    prop_assert!(sound, "{:?} is not what the facts say", course.stage);
    prop_assert_eq!(course.stage == Stage::Closed, course.closed.is_some());
    Ok(())
}

/// Where one more fact, on a later day, may lead.
fn may_follow(before: Stage, after: Stage, taken_over: bool) -> bool {
    use Stage::{
        Accelerated, AgreementInPrinciple, Assessment, Closed, Ending, Granted, Refused, Request, Running, Session,
        Signed, ToSubmit, WithLender,
    };
    let next: &[Stage] = match before {
        Request => &[Assessment, Session, ToSubmit, Closed],
        Assessment => &[Session, ToSubmit, Closed],
        Session => &[Request, Assessment, ToSubmit, WithLender, Refused, Closed],
        ToSubmit => &[Session, WithLender, Closed],
        WithLender => &[AgreementInPrinciple, Granted, Refused, Session, Closed],
        AgreementInPrinciple => &[Granted, Refused, WithLender, Session, Closed],
        Refused => &[Session, ToSubmit, WithLender, Closed],
        Granted => &[Signed, Closed],
        Signed => &[Running, Ending, Closed],
        Running => &[Accelerated, Ending, Closed],
        Accelerated => &[Ending, Closed],
        Ending => &[Closed],
        // Taken up again: a new decision, an appointment.
        Closed => &[Request, Assessment, Session, ToSubmit, Refused],
    };
    // A dossier begun elsewhere may be with a lender, signed or paid without what came before.
    let missing = taken_over && matches!(after, WithLender | Signed | Running | Ending) && before < after;
    before == after || next.contains(&after) || missing
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn no_life_reaches_a_dossier_that_cannot_be(tried in life()) {
        let facts = lived(&tried);
        let course = facts.course();
        assert_causes(&course)?;
        assert_loan(&course)?;
        assert_closing(&course)?;
        assert_stage(&course)?;
        let once = |wanted: Event| {
            let noted = |row: &&Recorded| matches!(&row.fact, Fact::Noted(noted) if noted.event == wanted);
            facts.standing().filter(noted).count()
        };
        prop_assert!(once(Event::Death) <= 1, "nobody dies twice");
        prop_assert!(facts.standing().filter(|row| matches!(row.fact, Fact::TakenOver(_))).count() <= 1);
        prop_assert!(facts.standing().all(|row| row.fact.day() >= course.received_on || matches!(row.fact, Fact::NextDateSet(_))));
    }

    #[test]
    fn a_stage_leads_only_where_it_may(tried in life(), deed in anything()) {
        let facts = lived(&tried);
        let before = facts.course();
        let Ok(next) = facts.admit(recorded(1_000, fact(deed, day(40))), day(60)) else { return Ok(()) };
        let after = next.course();
        prop_assert!(
            may_follow(before.stage, after.stage, after.taken_over),
            "{:?} leads from {:?} to {:?}", deed, before.stage, after.stage
        );
        prop_assert!(after.since == before.since || after.since == day(40) || deed == Deed::TakeOver);
    }

    #[test]
    fn every_open_dossier_has_a_next_date_whatever_happened(tried in life()) {
        let dossier = dossier_of(lived(&tried));
        let tasks = crate::task::tasks(&dossier, &settings());
        prop_assert!(stage(&dossier) == Stage::Closed || !tasks.is_empty(), "{:?} without a next date", stage(&dossier));
        prop_assert!(tasks.is_sorted_by_key(|task| task.due));
        let keys: std::collections::BTreeSet<_> = tasks.iter().map(|task| &task.rule).collect();
        prop_assert_eq!(keys.len(), tasks.len(), "each task has a key of its own");
    }

    #[test]
    fn what_is_refused_is_refused_in_any_place(tried in life(), deed in anything(), on in 0_u32..16) {
        // What is admitted stands when all is read again; what is refused makes no dossier at all.
        let facts = lived(&tried);
        let new = recorded(1_000, fact(deed, day(on)));
        let mut rows = facts.recorded().to_vec();
        rows.push(new.clone());
        prop_assert_eq!(facts.admit(new, day(60)).is_ok(), Facts::of(rows).is_ok());
    }

    #[test]
    fn how_exactly_a_day_is_known_changes_no_course(tried in life(), precisions in prop::collection::vec(0_usize..3, 61)) {
        let facts = lived(&tried);
        let rows = facts.recorded().iter().zip(precisions).map(|(row, at)| Recorded {
            precision: Precision::ALL[at],
            ..row.clone()
        });
        let again = Facts::of(rows.collect()).unwrap();
        prop_assert_eq!(again.course().stage, facts.course().stage);
        prop_assert_eq!(again.course().since, facts.course().since);
    }
}

#[test]
fn the_lives_tried_reach_every_stage() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut reached = std::collections::BTreeSet::new();
    for _ in 0..2_000 {
        let tried = life().new_tree(&mut runner).unwrap().current();
        reached.insert(lived(&tried).course().stage);
    }
    assert_eq!(reached.len(), Stage::ALL.len(), "{reached:?}");
}

#[test]
fn a_dossier_begun_elsewhere_may_lack_what_came_before_it_was_entered() {
    let mut rows = vec![recorded(1, fact(Deed::Request, day(0))), recorded(2, fact(Deed::TakeOver, day(30)))];
    rows.push(recorded(3, fact(Sign(LENDER), day(2))));
    rows.push(recorded(4, fact(Disburse, day(5))));
    let facts = Facts::of(rows).unwrap();
    assert_eq!(facts.course().stage, Stage::Running, "neither its sending nor its approval is known");
    let refused = |deed| facts.admit(recorded(9, fact(deed, day(40))), day(60)).unwrap_err();
    use super::super::FactRefused::{AlreadyDisbursed, AlreadyGranted, AlreadyTakenOver};
    assert_eq!(refused(Deed::Drop), AlreadyGranted, "a running loan is not dropped");
    assert_eq!(refused(Orient(Direction::Redirect)), AlreadyGranted);
    assert_eq!(refused(Submit(LENDER)), AlreadyGranted);
    assert_eq!(refused(Deed::TakeOver), AlreadyTakenOver);
    let mut paid = told(&[]);
    let approved = [Deed::TakeOver, Submit(LENDER), Submit(OTHER), Approve(LENDER), Disburse];
    for (id, deed) in (2..).zip(approved) {
        paid = paid.admit(recorded(id, fact(deed, day(0))), day(60)).unwrap();
    }
    let late = paid.admit(recorded(9, fact(Approve(OTHER), day(1))), day(60)).unwrap_err();
    assert_eq!(late, AlreadyDisbursed, "another bank's loan is not the one that was paid");
    let renounced = facts.admit(recorded(9, fact(Deed::Withdraw, day(40))), day(60)).unwrap();
    assert_eq!(renounced.course().closed, Some((day(40), Outcome::Withdrawn)));
}
