//! What follows from what: every stage with every fact, in any order of entry.

use std::fmt::Write;

use proptest::prelude::*;

use super::super::{Direction, EndKind, Event, FactKind, Facts, Precision};
use super::*;
use crate::settings::ListKey;

mod life;

use crate::dossier::tests::deeds::{Deed, LENDER, OTHER, day, fact, key};
use Deed::{Agree, Amend, Approve, Declare, Disburse, Drop, End, Note, Orient, Plan, Refuse, Sign, Submit, Withdraw};
use Direction::{Inadmissible, Redirect};

fn recorded(id: i64, fact: Fact) -> Recorded {
    Recorded { id: FactId(id), replaces: None, fact, precision: Precision::Day, retracted: false }
}

/// The deeds of a dossier, one each day from the request on.
fn told(deeds: &[Deed]) -> Facts {
    let all = std::iter::once(&Deed::Request).chain(deeds);
    let rows = (0_u32..).zip(1_i64..).zip(all).map(|((at, id), deed)| recorded(id, fact(*deed, day(at))));
    Facts::of(rows.collect()).unwrap()
}

/// A new deed after everything told.
fn and_then(facts: &Facts, deed: Deed, on: NaiveDate) -> Result<Facts, FactRefused> {
    facts.admit(recorded(1_000, fact(deed, on)), day(365))
}

/// A dossier at each stage, its name first.
fn at_every_stage() -> Vec<(&'static str, Vec<Deed>)> {
    let submit = Orient(Direction::Submit);
    let oriented = [Deed::Interview, submit];
    let sent = [Deed::Interview, submit, Submit(LENDER)];
    let with = |more: &[Deed]| sent.iter().chain(more).copied().collect::<Vec<_>>();
    let paid = |more: &[Deed]| with(&[&[Approve(LENDER), Sign(LENDER), Disburse], more].concat());
    vec![
        ("request", Vec::new()),
        ("assessment", vec![Deed::Interview]),
        ("to_submit", oriented.to_vec()),
        ("with_lender", with(&[])),
        ("agreement_in_principle", with(&[Agree(LENDER)])),
        ("refused", with(&[Refuse(LENDER)])),
        ("granted", with(&[Approve(LENDER)])),
        ("signed", with(&[Approve(LENDER), Sign(LENDER)])),
        ("running", with(&[Approve(LENDER), Sign(LENDER), Disburse])),
        ("closed, redirected", vec![Deed::Interview, Orient(Redirect)]),
        ("closed, inadmissible", vec![Deed::Interview, Orient(Inadmissible)]),
        ("closed, dropped", with(&[Drop])),
        ("closed, withdrawn", with(&[Approve(LENDER), Sign(LENDER), Withdraw])),
        ("session", vec![Deed::Interview, Deed::List]),
        ("taken over", vec![Deed::TakeOver]),
        ("taken over, its contract alone known", vec![Deed::TakeOver, Sign(LENDER), Disburse]),
        ("redirected, taken up again", vec![Deed::Interview, Orient(Redirect), Deed::Appoint]),
        ("accelerated", paid(&[Note(Event::Accelerated)])),
        ("ending, repaid", paid(&[Note(Event::LoanRepaid)])),
        ("ending, refund granted", paid(&[Note(Event::LoanRepaid), Deed::Refund])),
        ("ending, died", paid(&[Note(Event::Death)])),
        ("closed, information only", vec![Deed::Screen]),
        ("closed, unpaid", with(&[Approve(LENDER), End(EndKind::Unpaid)])),
        ("closed, repaid", paid(&[Note(Event::LoanRepaid), End(EndKind::Repaid)])),
        ("closed, lost", paid(&[Note(Event::Accelerated), End(EndKind::Lost)])),
        ("closed, died", paid(&[Note(Event::Death), End(EndKind::Died)])),
        ("closed, elsewhere", with(&[End(EndKind::Elsewhere)])),
    ]
}

/// Every deed that can follow, its name first.
fn every_deed() -> Vec<(String, Deed)> {
    let decisions = [
        ("request_received", Deed::Request),
        ("next_date_set", Deed::Next),
        ("interview_held", Deed::Interview),
        ("orientation_decided, submit", Orient(Direction::Submit)),
        ("orientation_decided, redirect", Orient(Redirect)),
        ("orientation_decided, inadmissible", Orient(Inadmissible)),
        ("submitted, same lender", Submit(LENDER)),
        ("submitted, other lender", Submit(OTHER)),
        ("agreed_in_principle", Agree(LENDER)),
        ("approved", Approve(LENDER)),
        ("approved, other lender", Approve(OTHER)),
        ("refused", Refuse(LENDER)),
        ("support_planned", Plan),
        ("contract_signed", Sign(LENDER)),
        ("contract_signed, other lender", Sign(OTHER)),
        ("disbursed", Disburse),
        ("amended", Amend),
        ("declared", Declare),
        ("withdrawn", Withdraw),
        ("dropped", Drop),
        ("taken_over", Deed::TakeOver),
        ("screened, information only", Deed::Screen),
        ("informed", Deed::Inform),
        ("appointment_set", Deed::Appoint),
        ("document_noted", Deed::Document),
        ("session_listed", Deed::List),
        ("session_heard", Deed::Hear),
        ("refusal_explained", Deed::Explain),
        ("reviewed", Deed::Review),
        ("survey_answered", Deed::Answer),
        ("bank_details_received", Deed::Details),
        ("refund_decided", Deed::Refund),
    ];
    let decisions = decisions.map(|(name, deed)| (name.to_owned(), deed));
    let ends = EndKind::ALL.map(|kind| (format!("closed, {kind:?}"), End(kind)));
    let noted = Event::NOTED.map(|event| (format!("noted, {event:?}"), Note(event)));
    decisions.into_iter().chain(ends).chain(noted).collect()
}

fn named(facts: &Facts) -> String {
    let course = facts.course();
    match course.closed {
        Some((_, outcome)) => format!("{:?}, {outcome:?}", course.stage),
        None => format!("{:?}", course.stage),
    }
}

fn matrix() -> String {
    let mut text = String::new();
    for (stage, deeds) in at_every_stage() {
        let facts = told(&deeds);
        writeln!(text, "{stage}").unwrap();
        for (name, deed) in every_deed() {
            let next = match and_then(&facts, deed, day(30)) {
                Ok(facts) => named(&facts),
                Err(why) => format!("refused: {why:?}"),
            };
            writeln!(text, "    {name} -> {next}").unwrap();
        }
        for row in facts.standing() {
            let back = Recorded { id: FactId(1_000), replaces: Some(row.id), retracted: true, ..row.clone() };
            let next =
                facts.admit(back, day(365)).map_or_else(|why| format!("refused: {why:?}"), |facts| named(&facts));
            writeln!(text, "    taken back, {:?} of {} -> {next}", row.fact.kind(), row.fact.day()).unwrap();
        }
    }
    text
}

#[test]
fn every_stage_with_every_fact_is_the_golden_matrix() {
    let golden = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../tests/golden/stages.txt");
    let now = matrix();
    if std::env::var_os("ETRIER_WRITE_GOLDEN").is_some() {
        std::fs::write(golden, &now).unwrap();
    }
    let known = std::fs::read_to_string(golden).unwrap();
    for (now, known) in now.lines().zip(known.lines()) {
        assert_eq!(now, known, "ETRIER_WRITE_GOLDEN=1 writes tests/golden/stages.txt again");
    }
    assert_eq!(now.lines().count(), known.lines().count());
}

#[test]
fn the_matrix_holds_every_stage_and_every_kind_of_fact() {
    let reached: Vec<Stage> = at_every_stage().iter().map(|(_, deeds)| told(deeds).course().stage).collect();
    assert!(Stage::ALL.iter().all(|stage| reached.contains(stage)));
    let tried: Vec<FactKind> = every_deed().iter().map(|(_, deed)| fact(*deed, day(0)).kind()).collect();
    assert!(FactKind::ALL.iter().all(|kind| tried.contains(kind)));
}

#[test]
fn a_committee_may_decide_present_and_grant_on_one_day() {
    let mut rows = vec![recorded(1, fact(Deed::Request, day(0)))];
    let deeds = [Approve(LENDER), Refuse(OTHER), Submit(OTHER), Submit(LENDER), Orient(Direction::Submit)];
    rows.extend((2..).zip(deeds).map(|(id, deed)| recorded(id, fact(deed, day(7)))));
    assert_eq!(Facts::of(rows).unwrap().course().stage, Stage::Granted);
    let mut rows = vec![recorded(1, fact(Deed::Request, day(0)))];
    let deeds = [Orient(Direction::Submit), Submit(LENDER), Refuse(LENDER), Orient(Redirect)];
    rows.extend((2..).zip(deeds).map(|(id, deed)| recorded(id, fact(deed, day(7)))));
    assert_eq!(Facts::of(rows).unwrap().course().closed, Some((day(7), Outcome::Redirected)));
}

#[test]
fn of_two_banks_that_agree_the_person_chooses_which_one_to_sign_with() {
    let both = [Orient(Direction::Submit), Submit(LENDER), Submit(OTHER), Approve(LENDER), Approve(OTHER)];
    let facts = told(&both);
    assert_eq!(facts.course().granted().unwrap().lender, key(OTHER), "the last one said");
    let signed = and_then(&facts, Sign(LENDER), day(30)).unwrap();
    assert_eq!(signed.course().granted().unwrap().lender, key(LENDER), "the one signed");
    let facts = told(&[Orient(Direction::Submit), Submit(LENDER), Submit(OTHER), Approve(LENDER)]);
    assert_eq!(facts.course().awaited(), None, "nobody is waited for once one has agreed");
}

#[test]
fn a_dossier_dropped_while_with_a_bank_may_be_taken_up_again() {
    let facts = told(&[Orient(Direction::Submit), Submit(LENDER), Drop, Orient(Direction::Submit)]);
    let course = facts.course();
    assert_eq!((course.stage, course.awaited()), (Stage::ToSubmit, None));
    assert_eq!(course.presentations.first().unwrap().given_up_on, Some(day(3)));
    assert_eq!(and_then(&facts, Submit(LENDER), day(9)).unwrap().course().stage, Stage::WithLender);
}

#[test]
fn a_person_may_renounce_after_the_money_is_there() {
    let deeds = [Orient(Direction::Submit), Submit(LENDER), Approve(LENDER), Sign(LENDER), Disburse, Withdraw];
    let facts = told(&deeds);
    let course = facts.course();
    assert_eq!(course.closed, Some((day(6), Outcome::Withdrawn)));
    assert_eq!((course.contract, course.disbursement, course.granted()), (None, None, None));
}

#[test]
fn a_refusal_names_the_day_of_the_cause_that_comes_later() {
    let facts = told(&[Deed::Interview, Orient(Direction::Submit), Submit(LENDER)]);
    let why = |deed, on| and_then(&facts, deed, on).unwrap_err();
    assert_eq!(why(Refuse(LENDER), day(2)), FactRefused::BeforeItsCause { cause: FactKind::Submitted, on: day(3) });
    assert_eq!(why(Refuse(OTHER), day(2)), FactRefused::NotSubmitted);
    assert_eq!(
        why(Submit(OTHER), day(1)),
        FactRefused::BeforeItsCause { cause: FactKind::OrientationDecided, on: day(2) }
    );
    assert_eq!(why(Deed::Interview, day(0).pred_opt().unwrap()), FactRefused::BeforeTheRequest { received_on: day(0) });
    let lost = FactRefused::LosesItsCause { kind: FactKind::Submitted, on: day(3) };
    assert_eq!(why(Orient(Inadmissible), day(2)), lost, "the sending of that day could not be there any more");
}

#[test]
fn a_correction_is_judged_with_all_that_follows_from_it() {
    let facts = told(&[Orient(Direction::Submit), Submit(LENDER), Approve(LENDER)]);
    let corrected = |deed, on| {
        let id = facts.standing().find(|row| row.fact.kind() == fact(deed, on).kind()).unwrap().id;
        facts.admit(
            Recorded {
                id: FactId(9),
                replaces: Some(id),
                fact: fact(deed, on),
                precision: Precision::Day,
                retracted: false,
            },
            day(365),
        )
    };
    assert_eq!(corrected(Submit(LENDER), day(3)).unwrap().course().presentations.len(), 1);
    let lost = FactRefused::LosesItsCause { kind: FactKind::Approved, on: day(3) };
    assert_eq!(corrected(Submit(LENDER), day(4)).unwrap_err(), lost);
    assert_eq!(corrected(Submit(OTHER), day(2)).unwrap_err(), lost);
}

#[test]
fn a_closed_dossier_keeps_only_the_date_set_to_call_back() {
    let mut rows = vec![recorded(1, fact(Deed::Request, day(0))), recorded(2, fact(Deed::Next, day(3)))];
    rows.push(recorded(3, fact(Orient(Redirect), day(3))));
    assert_eq!(Facts::of(rows.clone()).unwrap().next_date(), None, "it was set before, on the same day");
    rows.push(recorded(4, fact(Deed::Next, day(3))));
    let facts = Facts::of(rows).unwrap();
    assert!(facts.next_date().is_some());
    let again = Recorded {
        id: FactId(5),
        replaces: Some(FactId(3)),
        fact: fact(Orient(Redirect), day(2)),
        precision: Precision::Day,
        retracted: false,
    };
    assert!(facts.admit(again, day(9)).unwrap().next_date().is_some(), "a correction stays in its place");
}

fn any_deed() -> impl Strategy<Value = Deed> {
    let lender = prop_oneof![3 => Just(LENDER), 1 => Just(OTHER)];
    prop_oneof![
        1 => Just(Deed::Next),
        1 => Just(Deed::Interview),
        4 => Just(Orient(Direction::Submit)),
        1 => Just(Orient(Redirect)),
        1 => Just(Orient(Inadmissible)),
        4 => lender.clone().prop_map(Submit),
        2 => lender.clone().prop_map(Agree),
        4 => lender.clone().prop_map(Approve),
        2 => lender.clone().prop_map(Refuse),
        1 => Just(Plan),
        3 => lender.prop_map(Sign),
        3 => Just(Disburse),
        1 => Just(Amend),
        1 => Just(Declare),
        1 => Just(Withdraw),
        1 => Just(Drop),
    ]
}

/// Whatever is admitted of what was tried, one deed after the other, back-dated or not.
fn admitted(tried: &[(Deed, u32)]) -> Facts {
    let mut facts = told(&[]);
    for (id, (deed, on)) in (2..).zip(tried) {
        if let Ok(next) = facts.admit(recorded(id, fact(*deed, day(*on))), day(60)) {
            facts = next;
        }
    }
    facts
}

proptest! {
    #[test]
    fn no_facts_make_a_dossier_that_cannot_be(tried in prop::collection::vec((any_deed(), 0_u32..12), 0..40)) {
        let facts = admitted(&tried);
        let course = facts.course();
        let sent_before = |lender: &ListKey, on: NaiveDate| {
            course.presentations.iter().any(|sent| sent.submission.lender == *lender && sent.submission.sent_on <= on)
        };
        prop_assert!(course.presentations.is_empty() || !course.orientations.is_empty());
        prop_assert_eq!(course.stage == Stage::Closed, course.closed.is_some());
        prop_assert!(course.closed.is_none() || course.open().next().is_none());
        if let Some((_, contract)) = course.contract {
            let approval = course.granted().unwrap();
            prop_assert_eq!(&approval.lender, &contract.lender);
            prop_assert!(sent_before(&approval.lender, approval.on) && approval.on <= contract.signed_on);
        }
        if let Some((_, disbursement)) = course.disbursement {
            prop_assert!(course.contract.unwrap().1.signed_on <= disbursement.on);
        }
        prop_assert_eq!(course.stage == Stage::Running, course.disbursement.is_some());
        prop_assert_eq!(course.stage == Stage::Signed, course.contract.is_some() && course.disbursement.is_none());
        prop_assert!(course.stage != Stage::WithLender || course.awaited().is_some());
        let last = facts.standing().map(|row| row.fact.day()).max().unwrap();
        prop_assert!((course.received_on..=last).contains(&course.since));
    }

    #[test]
    fn no_open_dossier_is_without_a_task(tried in prop::collection::vec((any_deed(), 0_u32..12), 0..40)) {
        let dossier = crate::task::tests::dossier_of(admitted(&tried));
        let tasks = crate::task::tasks(&dossier, &crate::task::tests::settings());
        prop_assert!(dossier.facts.course().closed.is_some() || !tasks.is_empty());
        prop_assert!(tasks.is_sorted_by_key(|task| task.due));
        let keys: std::collections::BTreeSet<_> = tasks.iter().map(|task| &task.rule).collect();
        prop_assert_eq!(keys.len(), tasks.len(), "each task has a key of its own");
    }

    #[test]
    fn the_order_of_entry_does_not_change_the_course(
        tried in prop::collection::vec((any_deed(), 0_u32..12), 0..30),
        seed in any::<prop::sample::Index>(),
    ) {
        // Two decisions of one kind on one day follow each other as they were entered.
        let mut days = std::collections::BTreeSet::new();
        let tried: Vec<_> = tried.into_iter().filter(|(deed, on)| days.insert((fact(*deed, day(0)).kind(), *on))).collect();
        let facts = admitted(&tried);
        let mut rows = facts.recorded().to_vec();
        let turn = seed.index(rows.len());
        rows.rotate_left(turn);
        let shuffled = Facts::of(rows.clone()).unwrap();
        prop_assert_eq!(&shuffled, &facts);
        // The same facts, entered in another order.
        let renumbered = (1..).zip(rows).map(|(id, row)| recorded(id, row.fact)).collect();
        let again = Facts::of(renumbered).unwrap();
        let (one, other) = (facts.course(), again.course());
        prop_assert_eq!((one.stage, one.since, one.closed, &one.stops), (other.stage, other.since, other.closed, &other.stops));
        prop_assert_eq!(one.granted(), other.granted());
        prop_assert_eq!(one.contract.map(|(_, it)| it), other.contract.map(|(_, it)| it));
        prop_assert_eq!(one.disbursement.map(|(_, it)| it), other.disbursement.map(|(_, it)| it));
        let answers = |course: &Course<'_>| course.presentations.iter().map(|sent| format!("{:?}", sent.answer)).collect::<Vec<_>>();
        prop_assert_eq!(answers(&one), answers(&other));
    }
}
