//! The outcomes that facts allow, and what keeps a dossier open.

use super::*;
use crate::arrears::tests::{day, noted, said, tessoreau};
use crate::dossier::tests::deeds::{Deed, LENDER};
use crate::dossier::tests::{deeds, dossier};
use crate::dossier::{DeclaredAs, Direction, Event, Fact};

/// Each outcome with its family.
fn lists() -> Lists {
    let outcome = |(key, family): (&str, &str)| {
        serde_json::from_value(serde_json::json!({ "key": key, "label": key, "family": family })).unwrap()
    };
    let all = [
        ("not_released", "unpaid"),
        (ON_TIME, "repaid"),
        (WITH_INCIDENTS, "repaid"),
        ("guarantee_called", "lost"),
        ("death", "died"),
        ("moved", "elsewhere"),
    ];
    let mut end_outcomes: Vec<ListEntry> = all.into_iter().map(outcome).collect();
    end_outcomes.push(ListEntry { retired: true, ..outcome(("duplicate", "elsewhere")) });
    Lists { end_outcomes, ..Lists::default() }
}

fn outcomes(happened: Vec<Fact>) -> Vec<String> {
    tessoreau(happened).outcomes(&lists()).into_iter().map(|one| one.key.as_str().to_owned()).collect()
}

fn end_of(dossier: &Dossier, outcome: &str) -> Result<EndKind, ClosingRefused> {
    let lists = lists();
    dossier.end_of(lists.end_outcomes.iter().find(|one| one.key.as_str() == outcome).unwrap())
}

#[test]
fn a_request_ends_unpaid_and_a_loan_that_runs_only_elsewhere() {
    let granted = dossier(&[
        (1, Deed::Interview),
        (2, Deed::Orient(Direction::Submit)),
        (3, Deed::Submit(LENDER)),
        (4, Deed::Approve(LENDER)),
    ]);
    let keys = |dossier: &Dossier| {
        dossier.outcomes(&lists()).into_iter().map(|one| one.key.as_str().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(keys(&granted), ["not_released", "moved"]);
    assert_eq!(outcomes(Vec::new()), ["moved"], "a retired one is not offered");
}

#[test]
fn a_loan_ends_as_what_was_noted_of_it() {
    let repaid = noted("2028-02-20", Event::LoanRepaid, None);
    assert_eq!(outcomes(vec![repaid]), [ON_TIME, WITH_INCIDENTS, "moved"]);
    let called = noted("2027-02-20", Event::GuaranteeCalled, None);
    assert_eq!(outcomes(vec![called]), ["guarantee_called", "moved"]);
    assert_eq!(outcomes(vec![noted("2027-02-20", Event::Accelerated, None)]), ["guarantee_called", "moved"]);
    assert_eq!(outcomes(vec![noted("2027-02-20", Event::Death, None)]), ["death", "moved"]);
}

#[test]
fn one_late_instalment_and_the_loan_was_not_repaid_on_time() {
    let late = vec![
        said("2026-04-06", (1, 1), DeclaredAs::Missed),
        said("2026-04-20", (1, 1), DeclaredAs::PaidLate),
        noted("2028-02-20", Event::LoanRepaid, None),
    ];
    assert_eq!(outcomes(late.clone()), [WITH_INCIDENTS, "moved"]);
    let late = tessoreau(late);
    assert_eq!(end_of(&late, ON_TIME), Err(ClosingRefused::WasLate));
    assert_eq!(end_of(&late, WITH_INCIDENTS), Ok(EndKind::Repaid));
    assert_eq!(late.repaid(day("2028-03-01")).outcome.as_str(), WITH_INCIDENTS);
    let repaid = tessoreau(vec![noted("2028-02-20", Event::LoanRepaid, None)]);
    assert_eq!(end_of(&repaid, ON_TIME), Ok(EndKind::Repaid));
    assert_eq!(repaid.repaid(day("2028-03-01")).outcome.as_str(), REPAID);
}

#[test]
fn an_appointment_to_come_keeps_a_dossier_open() {
    let waits = dossier(&[(1, Deed::Interview), (5, Deed::Appoint)]);
    assert_eq!(end_of(&waits, "moved"), Err(ClosingRefused::AppointmentToCome(deeds::day(5))));
    let kept = dossier(&[(1, Deed::Interview), (5, Deed::Appoint), (6, Deed::Interview)]);
    assert_eq!(end_of(&kept, "moved"), Ok(EndKind::Elsewhere));
}

#[test]
fn an_outcome_without_a_family_says_nothing() {
    let unknown = ListEntry { family: None, ..lists().end_outcomes[0].clone() };
    assert_eq!(tessoreau(Vec::new()).end_of(&unknown), Err(ClosingRefused::NoKind));
}
