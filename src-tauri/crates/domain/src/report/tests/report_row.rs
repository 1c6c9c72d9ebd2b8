//! The row of a dossier, from its facts.

use super::super::*;
use super::world::{day, euros, key, partly};
use crate::budget::Budget;
use crate::dossier::{
    Approval, Contract, Direction, Disbursement, Dossier, DossierId, Fact, FactId, Facts, Interview, Orientation,
    Outcome, Precision, Recorded, Refusal, Request, Screening, ScreeningOutcome, Stage, Stop, Submission,
};
use crate::household::{Household, Link, Member, MemberId, Presence, Share};
use crate::line::Line;
use crate::loan::{LoanTerms, Rate};
use crate::person::Person;
use crate::text::Text;

fn line(text: &str) -> Line {
    Line::read(text).unwrap()
}

fn submitted(lender: &str, on: &str) -> Fact {
    Fact::Submitted(Submission {
        sent_on: day(on),
        lender: key(lender),
        product: None,
        amount: Some(euros("2400")),
        months: Some(36),
        expected_on: None,
        note: Line::default(),
    })
}

fn oriented(on: &str, direction: Direction, solutions: &[&str]) -> Fact {
    Fact::OrientationDecided(Orientation {
        solutions: solutions.iter().map(|one| key(one)).collect(),
        ..Orientation::of(day(on), key("advisor"), direction)
    })
}

fn interview(on: &str) -> Fact {
    Fact::InterviewHeld(Interview {
        held_on: day(on),
        kind: key("office"),
        minutes: None,
        counts: true,
        note: Line::default(),
        next_step: Line::default(),
    })
}

fn dossier(facts: Vec<Fact>) -> Dossier {
    let request = Fact::RequestReceived(Request {
        received_on: day("2026-01-10"),
        origin: key("referrer"),
        project: line("voiture"),
        purpose: Some(key("vehicle_repair")),
        amount: None,
        how_heard: None,
        referrer: None,
    });
    let all = std::iter::once(request).chain(facts);
    let recorded = (1..).zip(all).map(|(id, fact)| Recorded {
        id: FactId(id),
        replaces: None,
        fact,
        precision: Precision::Day,
        retracted: false,
    });
    let person = Person { born_on: Some(day("1988-03-14")), ..Person::named(line("Delmas"), line("Sonia")) };
    let household = Household::of(vec![Member::applicant()]).unwrap();
    Dossier::new(DossierId(7), "2026-007".to_owned(), person, household, Facts::of(recorded.collect()).unwrap())
}

fn refused_then_lent() -> Vec<Fact> {
    let approval = Approval {
        on: day("2026-02-20"),
        lender: key("rive"),
        amount: Some(euros("2400")),
        annual_rate: Some(Rate::read("4").unwrap()),
        months: Some(36),
        told: None,
        note: Line::default(),
    };
    let refusal = Refusal {
        on: day("2026-02-01"),
        lender: key("val"),
        reasons: vec![key("not_given")],
        told: None,
        note: Line::default(),
        letter_words: Line::default(),
    };
    let terms = LoanTerms::of(euros("2400"), Rate::read("4").unwrap(), 36);
    vec![
        interview("2026-01-20"),
        oriented("2026-01-22", Direction::Submit, &[]),
        submitted("val", "2026-01-22"),
        Fact::Refused(refusal),
        submitted("rive", "2026-02-10"),
        Fact::Approved(approval),
        Fact::ContractSigned(Contract {
            signed_on: day("2026-02-25"),
            lender: key("rive"),
            terms,
            stated: crate::loan::StatedFigures::default(),
            bank_reference: Line::default(),
        }),
        Fact::Disbursed(Disbursement { on: day("2026-03-05"), amount: euros("2400"), means: Line::default() }),
    ]
}

#[test]
fn a_row_tells_the_whole_course_of_a_dossier() {
    let row = report_row(&dossier(refused_then_lent()));
    assert_eq!((row.received_on, row.last_on), (day("2026-01-10"), day("2026-03-05")));
    assert_eq!(row.assessed_on, Some(day("2026-01-22")));
    assert_eq!((row.stage, row.outcome), (Stage::Running, None));
    assert_eq!(row.disbursed, Some((day("2026-03-05"), euros("2400"))));
    assert_eq!((row.born_on, row.purpose.clone()), (Some(day("1988-03-14")), Some(key("vehicle_repair"))));
    let [first, second] = row.presentations.as_slice() else { panic!("two sendings: {:?}", row.presentations) };
    assert_eq!(first.answer, Some(RowAnswer::Refused(vec![key("not_given")])));
    let Some(RowAnswer::Approved(loan)) = second.answer else { panic!("approved: {second:?}") };
    assert_eq!(
        (loan.amount, loan.months, loan.instalment),
        (Some(euros("2400")), Some(36), Some(euros("70.86"))),
        "the published loan"
    );
}

#[test]
fn a_row_is_read_as_it_was_written() {
    let mut row = report_row(&dossier(refused_then_lent()));
    row.worked = vec![(day("2026-01-10"), 45), (day("2024-02-29"), 5)];
    row.contacts = vec![day("2026-04-05")];
    row.known_in_part = vec![partly(Event::Submitted, "2026-02-10", Precision::Month)];
    assert_eq!(serde_json::from_str::<ReportRow>(&serde_json::to_string(&row).unwrap()).unwrap(), row);
}

#[test]
fn a_decision_without_an_interview_is_no_assessment() {
    let row = report_row(&dossier(vec![oriented("2026-01-22", Direction::Redirect, &["budget_support"])]));
    assert_eq!(row.assessed_on, None);
    assert_eq!((row.stage, row.outcome), (Stage::Closed, Some(Outcome::Redirected)));
    assert_eq!(row.orientations[0].solutions, [key("budget_support")]);
}

#[test]
fn renouncing_an_offer_and_dropping_are_two_things() {
    let mut facts = refused_then_lent();
    facts.truncate(6);
    facts.push(Fact::Withdrawn(Stop { on: day("2026-02-28"), reason: Line::default() }));
    let row = report_row(&dossier(facts));
    assert_eq!((row.withdrawn, row.dropped), (vec![day("2026-02-28")], Vec::new()));
    assert_eq!((row.last_on, row.outcome), (day("2026-02-28"), Some(Outcome::Withdrawn)));
}

#[test]
fn a_first_call_that_says_one_person_says_who_lives_there() {
    let call = |size: &str| {
        Fact::Screened(Screening {
            on: day("2026-01-11"),
            outcome: ScreeningOutcome::CallBack,
            minutes: None,
            answers: [("household_size".to_owned(), Line::read(size).unwrap())].into(),
            note: Line::default(),
        })
    };
    assert_eq!(report_row(&dossier(vec![call("1")])).household, HouseholdProfile::Alone);
    assert_eq!(report_row(&dossier(vec![call("3")])).household, HouseholdProfile::Unknown, "which three is not said");
}

/// An interview, a reasoned opinion or a sending: whichever came first makes a decision an assessment.
#[test]
fn a_decision_is_an_assessment_once_something_was_looked_at() {
    let decided = || oriented("2026-01-22", Direction::Submit, &[]);
    let assessed = |facts: Vec<Fact>| report_row(&dossier(facts)).assessed_on;
    assert_eq!(assessed(vec![decided()]), None);
    assert_eq!(assessed(vec![decided(), submitted("val", "2026-01-25")]), Some(day("2026-01-25")));
    let mut with_an_opinion = dossier(vec![decided(), submitted("val", "2026-01-25")]);
    with_an_opinion.assessment.reasoned = Text::read("Un projet utile, un budget qui le permet.").unwrap();
    assert_eq!(report_row(&with_an_opinion).assessed_on, Some(day("2026-01-22")));
}

#[test]
fn a_household_is_who_lives_under_the_roof() {
    let profile = |links: &[(Link, Presence)], budget: Option<Budget>| {
        let member = |(link, presence): &(Link, Presence)| Member {
            id: MemberId(1),
            link: *link,
            presence: *presence,
            share: Share::One,
            ..Member::applicant()
        };
        let mut members = vec![Member::applicant()];
        members.extend(links.iter().map(member));
        let mut dossier = dossier(Vec::new());
        dossier.household = Household::of(members).unwrap();
        dossier.budget = budget.clone();
        report_row(&dossier).household
    };
    use Presence::{Elsewhere, Here};
    let budget = || Some(Budget { version: 1, established_on: day("2026-01-12"), lines: Vec::new(), seal: None });
    assert_eq!(profile(&[], budget()), HouseholdProfile::Alone);
    assert_eq!(profile(&[], None), HouseholdProfile::Unknown, "nobody noted who lives there");
    let profile = |links: &[(Link, Presence)]| profile(links, None);
    assert_eq!(profile(&[(Link::Child, Elsewhere)]), HouseholdProfile::Alone, "a child who lives elsewhere");
    assert_eq!(profile(&[(Link::ChildShared, Here)]), HouseholdProfile::AloneWithChildren);
    assert_eq!(profile(&[(Link::Spouse, Here)]), HouseholdProfile::Couple);
    assert_eq!(profile(&[(Link::CoApplicant, Here), (Link::Child, Here)]), HouseholdProfile::CoupleWithChildren);
    assert_eq!(profile(&[(Link::Parent, Here)]), HouseholdProfile::WithOthers);
}
