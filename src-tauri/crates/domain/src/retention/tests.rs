//! The time a dossier is kept: worked examples, then what no dates can break.

use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::dossier::{
    Approval, Contract, Direction, Disbursement, DossierId, Fact, FactId, Facts, Interview, NextDate, Orientation,
    Precision, Recorded, Request, Stop, Submission,
};
use crate::household::{Household, Member};
use crate::loan::{LoanDates, LoanTerms, Rate};
use crate::money::Euros;
use crate::person::Person;
use crate::settings::ListKey;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn key(text: &str) -> ListKey {
    ListKey::new(text)
}

fn line(text: &str) -> Line {
    Line::read(text).unwrap()
}

/// A request of 12 October 2024 and what happened after it.
fn dossier(happened: Vec<Fact>) -> Dossier {
    let request = Fact::RequestReceived(Request {
        received_on: day("2024-10-12"),
        origin: key("referrer"),
        project: line("voiture"),
        purpose: None,
        amount: None,
        how_heard: None,
        referrer: None,
    });
    let facts = (1..).zip(std::iter::once(request).chain(happened));
    let recorded = facts
        .map(|(id, fact)| Recorded {
            id: FactId(id),
            replaces: None,
            fact,
            precision: Precision::Day,
            retracted: false,
        })
        .collect();
    let person = Person::named(line("Aumontel"), line("Régis"));
    let household = Household::of(vec![Member::applicant()]).unwrap();
    Dossier::new(DossierId(1), "2024-001".to_owned(), person, household, Facts::of(recorded).unwrap())
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

fn next(set_on: &str, on: &str) -> Fact {
    Fact::NextDateSet(NextDate { set_on: day(set_on), on: day(on), what: line("rappeler") })
}

fn dropped(on: &str) -> Fact {
    Fact::Dropped(Stop { on: day(on), reason: Line::default() })
}

/// A loan paid on 5 November 2024, twelve instalments from 5 December 2024 to 5 November 2025.
fn a_loan() -> Vec<Fact> {
    let amount = Euros::read("1200").unwrap();
    let rate = Rate::read("4").unwrap();
    let dates = LoanDates { disbursed_on: day("2024-11-05"), first_due_on: day("2024-12-05"), debit_day: None };
    let terms = LoanTerms { dates: Some(dates), ..LoanTerms::of(amount, rate, 12) };
    vec![
        Fact::OrientationDecided(Orientation::of(day("2024-10-14"), key("advisor"), Direction::Submit)),
        Fact::Submitted(Submission {
            sent_on: day("2024-10-15"),
            lender: key("val"),
            product: None,
            amount: Some(amount),
            months: Some(12),
            expected_on: None,
            note: Line::default(),
        }),
        Fact::Approved(Approval {
            on: day("2024-10-20"),
            lender: key("val"),
            amount: Some(amount),
            annual_rate: Some(rate),
            months: Some(12),
            told: None,
            note: Line::default(),
        }),
        Fact::ContractSigned(Contract {
            signed_on: day("2024-10-22"),
            lender: key("val"),
            terms,
            stated: crate::loan::StatedFigures::default(),
            bank_reference: Line::default(),
        }),
        Fact::Disbursed(Disbursement { on: day("2024-11-05"), amount, means: Line::default() }),
    ]
}

fn decision(kind: RetentionKind, on: &str, until: Option<&str>) -> RetentionDecision {
    RetentionDecision { kind, decided_on: day(on), until: until.map(day), reason: line("courrier du 3 novembre") }
}

#[test]
fn two_years_after_the_last_contact_someone_has_to_decide() {
    let known = dossier(vec![interview("2024-10-28"), dropped("2024-11-03")]);
    let last = last_contact(&known);
    assert_eq!(last, day("2024-11-03"));
    assert_eq!(retention(last, None, 2, day("2026-11-02")), Retention::Active { due_on: day("2026-11-03") });
    assert_eq!(retention(last, None, 2, day("2026-11-03")), Retention::Due { since: day("2026-11-03") });
    assert_eq!(rest(&known, day("2026-11-20")), Rest::Closed(Outcome::Dropped));
}

#[test]
fn a_next_date_is_the_office_s_own_and_no_contact() {
    let known = dossier(vec![interview("2024-10-28"), next("2025-06-02", "2025-09-01")]);
    assert_eq!(last_contact(&known), day("2024-10-28"));
    assert_eq!(rest(&known, day("2026-11-20")), Rest::Open(Stage::Assessment), "never closed, due all the same");
}

#[test]
fn a_running_loan_is_a_running_contact_until_its_last_instalment() {
    let known = dossier(a_loan());
    assert_eq!(last_contact(&known), day("2025-11-05"));
    assert_eq!(rest(&known, day("2025-11-05")), Rest::Open(Stage::Running));
    assert_eq!(rest(&known, day("2025-11-06")), Rest::LoanOver);
    assert_eq!(
        retention(day("2025-11-05"), None, 2, day("2027-11-04")),
        Retention::Active { due_on: day("2027-11-05") }
    );
}

#[test]
fn what_is_said_after_the_loan_counts_too() {
    let known = dossier(a_loan().into_iter().chain([interview("2026-02-10")]).collect());
    assert_eq!(last_contact(&known), day("2026-02-10"));
}

#[test]
fn the_last_decision_counts_until_its_day_or_until_the_person_comes_back() {
    let (last, today) = (day("2024-11-03"), day("2026-11-20"));
    let longer = decision(RetentionKind::Extended, "2026-11-10", Some("2027-05-03"));
    assert_eq!(retention(last, Some(&longer), 2, today), Retention::Active { due_on: day("2027-05-03") });
    assert_eq!(retention(last, Some(&longer), 2, day("2027-05-03")), Retention::Due { since: day("2027-05-03") });
    let archived = decision(RetentionKind::Archived, "2026-11-10", None);
    assert_eq!(retention(last, Some(&archived), 2, day("2040-01-01")), Retention::Archived { on: day("2026-11-10") });
    assert_eq!(
        retention(day("2026-11-12"), Some(&archived), 2, today),
        Retention::Active { due_on: day("2028-11-12") },
        "back in the active base by itself"
    );
    let back = decision(RetentionKind::TakenBack, "2026-11-11", None);
    assert_eq!(retention(last, Some(&back), 2, today), Retention::Due { since: day("2026-11-03") });
}

#[test]
fn the_end_of_february_is_due_on_the_end_of_february() {
    assert_eq!(due_on(day("2024-02-29"), 2), day("2026-02-28"));
    assert_eq!(silent_since(day("2026-02-28"), 2), day("2024-02-29"));
    assert_eq!(silent_since(day("2026-02-27"), 2), day("2024-02-27"));
}

proptest! {
    /// What the store looks for by one day is what the rule says dossier by dossier.
    #[test]
    fn a_dossier_is_due_exactly_when_its_last_contact_is_that_old(
        last in 0_u64..20_000, today in 0_u64..20_000, years in 1_u32..12,
    ) {
        let at = |days| day("1990-01-01").checked_add_days(chrono::Days::new(days)).unwrap();
        let (last, today) = (at(last), at(today));
        let due = matches!(retention(last, None, years, today), Retention::Due { .. });
        prop_assert_eq!(due, last <= silent_since(today, years));
    }

    /// Keeping longer never makes it come sooner, and an archive is never due.
    #[test]
    fn no_decision_brings_the_day_forward(last in 0_u64..9_000, decided in 0_u64..9_000, until in 0_u64..9_000, today in 0_u64..12_000) {
        let at = |days| day("2000-01-01").checked_add_days(chrono::Days::new(days)).unwrap();
        let longer = RetentionDecision { until: Some(at(until)), ..decision(RetentionKind::Extended, "2001-01-01", None) };
        let plain = retention(at(last), None, 2, at(today));
        let kept = retention(at(last), Some(&longer), 2, at(today));
        if matches!(plain, Retention::Active { .. }) {
            let stays = matches!(kept, Retention::Active { .. });
            prop_assert!(stays);
        }
        let archived = RetentionDecision { decided_on: at(decided), ..decision(RetentionKind::Archived, "2001-01-01", None) };
        if last <= decided {
            prop_assert_eq!(retention(at(last), Some(&archived), 2, at(today)), Retention::Archived { on: at(decided) });
        }
    }
}
