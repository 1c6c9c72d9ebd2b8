//! Episodes follow declarations and nothing else; one step is lit, with its date.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::dossier::{
    Amended, Approval, Contract, Declaration, Direction, Disbursement, DossierId, Event, Fact, FactId, Facts, Noted,
    Orientation, Precision, Recorded, Request, Review, Submission,
};
use crate::household::{Household, Member};
use crate::line::Line;
use crate::loan::{Amendment, HeldInterest, LoanDates, LoanTerms, Rate};
use crate::person::Person;
use crate::settings::{
    ArrearsLadder, Dated, FollowUpRules, LadderActor, LadderDelay, LadderSetting, LadderStep, Legal, LegalCertainty,
    LegalTopic, LegalValue, ListKey, Lists, Numbering, OfficeRules, OfficeUses, Settings, Timeline,
};

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn key(text: &str) -> ListKey {
    ListKey::new(text)
}

pub(crate) fn said(on: &str, (from, to): (u32, u32), declared: DeclaredAs) -> Fact {
    Fact::Declared(Declaration { on: day(on), from, to, declared, told_by: ToldBy::Lender, note: Line::default() })
}

pub(crate) fn noted(on: &str, event: Event, subject: Option<&str>) -> Fact {
    let subject = subject.map(key);
    Fact::Noted(Noted { subject, ..Noted::of(day(on), event) })
}

fn review(on: &str) -> Fact {
    Fact::Reviewed(Review {
        on: day(on),
        kind: key("phone_call"),
        with: crate::settings::Provider::Office,
        step: Line::default(),
        minutes: None,
        due_dates_kept: Some(true),
        project: Line::default(),
        budget_changed: None,
        note: Line::default(),
        next_step: Line::default(),
    })
}

/// Julien Tessoreau's loan: 1 800 € at 3 % over 24 months, due on the fifth from March 2026.
pub(crate) fn tessoreau(happened: Vec<Fact>) -> Dossier {
    let (lender, amount, rate) = (key("val"), Euros::read("1800").unwrap(), Rate::read("3").unwrap());
    let dates = LoanDates { disbursed_on: day("2026-02-03"), first_due_on: day("2026-03-05"), debit_day: None };
    let note = Line::default;
    let before = vec![
        Fact::RequestReceived(Request {
            received_on: day("2025-12-01"),
            origin: key("referrer"),
            project: Line::read("voiture").unwrap(),
            purpose: None,
            amount: None,
            how_heard: None,
            referrer: None,
        }),
        Fact::OrientationDecided(Orientation {
            reason: note(),
            conditions: note(),
            ..Orientation::of(day("2025-12-10"), key("agent_alone"), Direction::Submit)
        }),
        Fact::Submitted(Submission {
            sent_on: day("2025-12-11"),
            lender: lender.clone(),
            product: None,
            amount: Some(amount),
            months: Some(24),
            expected_on: None,
            note: note(),
        }),
        Fact::Approved(Approval {
            on: day("2026-01-10"),
            lender: lender.clone(),
            amount: Some(amount),
            annual_rate: Some(rate),
            months: Some(24),
            told: None,
            note: note(),
        }),
        Fact::ContractSigned(Contract {
            signed_on: day("2026-01-26"),
            lender,
            bank_reference: crate::line::Line::default(),
            terms: LoanTerms { dates: Some(dates), ..LoanTerms::of(amount, rate, 24) },
            stated: crate::loan::StatedFigures::default(),
        }),
        Fact::Disbursed(Disbursement { on: day("2026-02-03"), amount, means: note() }),
    ];
    let facts = (1..).zip(before.into_iter().chain(happened));
    let recorded = facts
        .map(|(id, fact)| Recorded {
            id: FactId(id),
            replaces: None,
            fact,
            precision: Precision::Day,
            retracted: false,
        })
        .collect();
    let person = Person::named(Line::read("Tessoreau").unwrap(), Line::read("Julien").unwrap());
    let household = Household::of(vec![Member::applicant()]).unwrap();
    Dossier::new(DossierId(1), "2025-067".to_owned(), person, household, Facts::of(recorded).unwrap())
}

fn step(name: &str, from: Event, (months, days): (u32, u32), setting: Option<&str>) -> LadderStep {
    LadderStep {
        key: key(name),
        label: name.to_owned(),
        due: LadderDelay { from, months, days },
        actor: LadderActor::Advisor,
        what: String::new(),
        setting: setting.map(key),
        paper: None,
        retired: false,
    }
}

/// A count of the law.
pub(crate) fn topic(name: &str, value: &str) -> LegalTopic {
    LegalTopic {
        key: key(name),
        label: name.to_owned(),
        kind: "count".to_owned(),
        unit: String::new(),
        help: None,
        values: vec![LegalValue {
            valid_from: None,
            valid_to: None,
            value: value.to_owned(),
            source: "arrêté".to_owned(),
            certainty: LegalCertainty::Sure,
            note: None,
        }],
    }
}

fn life_events() -> Vec<crate::settings::ListEntry> {
    let entry = |(key, difficulty): (&str, Option<&str>)| {
        let entry = serde_json::json!({ "key": key, "label": key, "difficulty": difficulty });
        serde_json::from_value(entry).unwrap()
    };
    let events = [("illness", Some("lasting")), ("late_wage", Some("passing")), ("job_found", None)];
    events.into_iter().map(entry).collect()
}

pub(crate) fn settings() -> Settings {
    let dated = |value| Dated { valid_from: day("2000-01-01"), source: String::new(), value };
    let rules = FollowUpRules::usual();
    let own =
        |name: &str, default| LadderSetting { key: key(name), label: String::new(), unit: String::new(), default };
    let ladder = ArrearsLadder {
        settings: vec![own("contact_hours", Some(48)), own("second_attempt_days", Some(4))],
        steps: vec![
            step("call_within_48h", Event::MissedKnown, (0, 2), Some("contact_hours")),
            step("second_attempt", Event::MissedKnown, (0, 6), Some("second_attempt_days")),
            step("deferral_request", Event::MissedKnown, (0, 10), None),
            step("solution_written", Event::MissedKnown, (0, 20), None),
            step("third_missed", Event::InstalmentMissed, (2, 0), None),
            step("opinion_before_acceleration", Event::AccelerationAnnounced, (0, 7), None),
            step("after_cleared", Event::ArrearsCleared, (0, 30), None),
        ],
    };
    Settings {
        numbering: Timeline::starting_with(
            Dated { valid_from: day("2000-01-01"), source: String::new(), value: Numbering::new("", 3).unwrap() },
            Vec::new(),
        ),
        follow_up: Timeline::starting_with(dated(rules), Vec::new()),
        uses: Timeline::starting_with(
            Dated { valid_from: day("2000-01-01"), source: String::new(), value: OfficeUses::everything() },
            Vec::new(),
        ),
        office: Timeline::starting_with(
            Dated { valid_from: day("2000-01-01"), source: String::new(), value: OfficeRules::undecided() },
            Vec::new(),
        ),
        products: BTreeMap::new(),
        lenders: BTreeMap::new(),
        legal: Arc::new(Legal::of(vec![
            topic("ficp_threshold_instalments", "2"),
            topic("ficp_regularisation_days", "30"),
        ])),
        lists: Arc::new(Lists { arrears_ladder: ladder, life_events: life_events(), ..Lists::default() }),
        letters: Arc::default(),
        tasks_from: None,
    }
}

fn next(happened: Vec<Fact>) -> Option<(String, NaiveDate)> {
    let settings = settings();
    let (_, rung) = next_rung(&tessoreau(happened), &settings)?;
    Some((rung.step.key.as_str().to_owned(), rung.due?))
}

fn is(found: Option<(String, NaiveDate)>, step: &str, on: &str) {
    assert_eq!(found, Some((step.to_owned(), day(on))));
}

#[test]
fn an_episode_opens_with_the_first_missed_and_closes_once_nothing_is_owed() {
    let missed = || vec![said("2026-10-06", (1, 8), DeclaredAs::Paid), said("2026-11-16", (9, 9), DeclaredAs::Missed)];
    let open = open_episode(&tessoreau(missed())).unwrap();
    assert_eq!((open.first_due, open.known_on), (day("2026-11-05"), day("2026-11-16")));
    let cleared = |fact: Fact| {
        let mut facts = missed();
        facts.push(fact);
        episodes(&tessoreau(facts)).pop().unwrap().cleared_on
    };
    assert_eq!(cleared(said("2026-12-02", (9, 9), DeclaredAs::PaidLate)), Some(day("2026-12-02")));
    let held = Amendment::Postponed { from: 9, count: 1, interest: HeldInterest::WithLast };
    let agreed = Fact::Amended(Amended { agreed_on: day("2026-11-24"), amendment: held, note: Line::default() });
    assert_eq!(cleared(agreed), Some(day("2026-11-24")), "what the lender puts on hold is no longer owed");
    assert_eq!(cleared(noted("2026-12-20", Event::LoanRepaid, Some("attestation"))), Some(day("2026-12-20")));
    assert_eq!(cleared(noted("2026-11-20", Event::DeferralAsked, None)), None);
}

#[test]
fn a_point_held_the_same_day_before_it_was_known_is_not_a_call_about_it() {
    let missed = said("2026-11-16", (9, 9), DeclaredAs::Missed);
    let point = review("2026-11-16");
    is(next(vec![point.clone(), missed.clone()]), "call_within_48h", "2026-11-18");
    let dossier = tessoreau(vec![missed.clone(), point]);
    let (episode, settings) = (open_episode(&dossier).unwrap(), settings());
    let done = |key: &str| {
        let rungs = ladder(&episode, &dossier, &settings);
        rungs.iter().find(|rung| rung.step.key.as_str() == key).unwrap().done_on
    };
    assert_eq!(done("call_within_48h"), Some(day("2026-11-16")), "called once it was known");
    assert_eq!(done("second_attempt"), None, "whoever answers is not called twice");
}

#[test]
fn one_step_is_lit_and_moves_with_what_was_done() {
    let missed = said("2026-11-16", (9, 9), DeclaredAs::Missed);
    let none = noted("2026-11-18", Event::ContactAnsweredNone, None);
    is(next(vec![missed.clone()]), "call_within_48h", "2026-11-18");
    is(next(vec![missed.clone(), none.clone()]), "second_attempt", "2026-11-20");
    is(next(vec![missed.clone(), none.clone(), none]), "deferral_request", "2026-11-26");
    let asked = noted("2026-11-20", Event::DeferralAsked, None);
    let announced = noted("2026-11-25", Event::AccelerationAnnounced, None);
    is(next(vec![missed.clone(), announced]), "opinion_before_acceleration", "2026-12-02");
    let late = said("2026-12-02", (9, 9), DeclaredAs::PaidLate);
    is(next(vec![missed.clone(), asked, late]), "after_cleared", "2026-12-31");
    assert_eq!(next(vec![missed, noted("2026-11-20", Event::Death, None)]), None, "calls stop at once");
    assert_eq!(next(Vec::new()), None, "silence is no incident");
}

#[test]
fn the_law_says_when_an_incident_is_registered_and_the_guide_stands_beside_it() {
    let settings = settings();
    let rules = settings.at(day("2026-11-16"));
    let found = |facts: Vec<Fact>| {
        let dossier = tessoreau(facts);
        registration(&open_episode(&dossier).unwrap(), &dossier, &rules).unwrap()
    };
    let one = found(vec![said("2026-11-16", (9, 9), DeclaredAs::Missed)]);
    assert_eq!((one.on, one.reached), (day("2026-12-05"), false));
    assert_eq!(one.earliest, day("2027-01-04"), "the lender writes, then thirty days pass");
    assert_eq!(one.rules.iter().map(|rule| rule.on).collect::<Vec<_>>(), [day("2026-12-05"), day("2027-01-05")]);
    let two = found(vec![said("2026-12-10", (9, 10), DeclaredAs::Missed)]);
    assert_eq!(
        (two.on, two.earliest, two.reached),
        (day("2027-01-04"), day("2027-01-04"), true),
        "thirty days from the threshold come before January"
    );
    let letter = noted("2026-12-20", Event::RegistrationLetter, None);
    let written = found(vec![said("2026-12-10", (9, 10), DeclaredAs::Missed), letter]);
    assert_eq!(written.on, day("2027-01-19"), "thirty days from the letter, whatever the guide says");
}

proptest! {
    /// Whatever is declared in whatever order, an episode lasts exactly while something declared missed is owed.
    #[test]
    fn episodes_never_contradict_declarations(spoken in proptest::collection::vec((0_u32..300, 1_u32..10, 0_u8..3), 0..20)) {
        let start = day("2026-12-01");
        let facts: Vec<Fact> = spoken.iter().map(|(after, number, what)| {
            let on = start.checked_add_days(chrono::Days::new(u64::from(*after))).unwrap();
            said(&on.to_string(), (*number, *number), DeclaredAs::ALL[usize::from(*what)])
        }).collect();
        let dossier = tessoreau(facts);
        let running = dossier.running_loan().unwrap();
        let missed: BTreeSet<u32> = running.declared_as(DeclaredAs::Missed).map(|line| line.number).collect();
        let all = episodes(&dossier);
        let owed: BTreeSet<u32> =
            open_episode(&dossier).iter().flat_map(|episode| episode.owed.iter().map(|line| line.number)).collect();
        prop_assert_eq!(&owed, &missed);
        for pair in all.windows(2) {
            prop_assert!(pair[0].cleared_on.is_some_and(|cleared| cleared <= pair[1].known_on));
        }
        let settings = settings();
        let next = next_rung(&dossier, &settings);
        prop_assert_eq!(next.is_some(), !all.is_empty(), "one step is lit while something is owed");
    }
}
