//! Lives told by one line, and what they lack.

use proptest::prelude::*;

use super::*;
use crate::dossier::FactKind;
use crate::loan::Rate;
use crate::register::typed::tests::words;
use crate::register::{DayContext, RegisterColumn, read_line, typed_amount, typed_day};
use crate::settings::Lists;

fn today() -> NaiveDate {
    "2026-11-20".parse().unwrap()
}

fn by() -> DayContext {
    DayContext { today: today(), year: None }
}

pub(in crate::register) fn keys() -> PastKeys {
    let key = |text: &str| ListKey::new(text);
    PastKeys {
        lender: None,
        unknown_origin: key("unknown"),
        interview: key("first_interview"),
        mode: key("advisor"),
        no_reason: key("not_given"),
        other_solution: key("other_solution"),
        refund_policy: key("office"),
        no_project: Line::read("Projet non connu").unwrap(),
    }
}

fn stated() -> Stated {
    Stated {
        lender: Some(ListKey::new("lender_1")),
        months: Some(24),
        rate: Rate::read("4").ok(),
        origin: None,
        year: None,
    }
}

fn said(cells: &[(RegisterColumn, &str)]) -> Said {
    let (said, faults) = read_line(cells, (&words(), &Lists::default()), &[], by());
    assert_eq!(faults, [], "{cells:?}");
    said
}

/// The kinds, days and precisions a line makes.
fn told(cells: &[(RegisterColumn, &str)]) -> Vec<(FactKind, String, Precision)> {
    let past = past(&said(cells), &stated(), &keys()).unwrap();
    past.facts.into_iter().map(|(fact, known)| (fact.kind(), fact.day().to_string(), known)).collect()
}

#[test]
fn a_loan_alone_implies_its_steps_at_its_year() {
    use FactKind::{Approved, ContractSigned, Disbursed, Noted, RequestReceived, Submitted};
    use RegisterColumn as C;
    let cells = [
        (C::FullName, "AUBRAC Odette"),
        (C::AmountGranted, "1 500"),
        (C::DecidedOn, "03/05/2016"),
        (C::RepaidOn, "06/2018"),
    ];
    let year = |kind, day: &str| (kind, day.to_owned(), Precision::Year);
    assert_eq!(
        told(&cells),
        [
            year(RequestReceived, "2016-01-01"),
            year(Submitted, "2016-01-01"),
            (Approved, "2016-05-03".to_owned(), Precision::Day),
            year(ContractSigned, "2016-05-03"),
            year(Disbursed, "2016-05-03"),
            (Noted, "2018-06-01".to_owned(), Precision::Month),
        ]
    );
    let past = past(&said(&cells), &stated(), &keys()).unwrap();
    use Implied::{Disbursement, Request, Signature, Submission};
    assert_eq!(past.implied, [Request, Submission, Signature, Disbursement], "and each of them is listed");
}

#[test]
fn a_request_alone_is_a_request_and_nothing_is_made_up() {
    use RegisterColumn as C;
    let alone = [(C::FullName, "AUBRAC Odette"), (C::RequestedOn, "2016")];
    assert_eq!(told(&alone), [(FactKind::RequestReceived, "2016-01-01".to_owned(), Precision::Year)]);
    let dropped = [(C::FullName, "AUBRAC Odette"), (C::RequestedOn, "04/02/2016"), (C::Outcome, "sans suite")];
    assert_eq!(
        told(&dropped),
        [
            (FactKind::RequestReceived, "2016-02-04".to_owned(), Precision::Day),
            (FactKind::Dropped, "2016-02-04".to_owned(), Precision::Year),
        ]
    );
}

#[test]
fn what_a_line_does_not_say_is_unknown_and_what_no_fact_holds_is_aside() {
    use FactKind::{Approved, Disbursed, RequestReceived, Submitted};
    use RegisterColumn as C;
    let none = Stated { months: None, rate: None, ..stated() };
    let told = |cells: &[(RegisterColumn, &str)]| {
        let cells = [&[(C::FullName, "AUBRAC Odette"), (C::RequestedOn, "02/2016")], cells].concat();
        let past = past(&said(&cells), &none, &keys()).unwrap();
        (past.facts.iter().map(|(fact, _)| fact.kind()).collect::<Vec<_>>(), past.facts, past.aside)
    };
    assert_eq!(past(&said(&[(C::FullName, "AUBRAC Odette")]), &none, &keys()), Err(Undated));
    let (kinds, facts, aside) = told(&[(C::AmountGranted, "900"), (C::DisbursedOn, "04/2016")]);
    assert_eq!(
        (kinds, aside),
        (vec![RequestReceived, Submitted, Approved, Disbursed], vec![]),
        "no contract is made up"
    );
    let Fact::Approved(approval) = &facts[2].0 else { panic!() };
    assert_eq!((approval.amount.map(Euros::cents), approval.months, approval.annual_rate), (Some(90_000), None, None));
    let (kinds, facts, _) = told(&[(C::Outcome, "accordé")]);
    let Fact::Approved(approval) = &facts[2].0 else { panic!() };
    assert_eq!((kinds.len(), approval.amount), (3, None), "granted, and nobody wrote how much");
    let (kinds, _, aside) = told(&[(C::Outcome, "refus"), (C::AmountGranted, "900")]);
    assert_eq!((kinds, aside.contains(&C::Outcome)), (vec![RequestReceived], true), "which is true is not ours to say");
    let (_, _, aside) = told(&[(C::AmountGranted, "900"), (C::Loss, "300")]);
    assert_eq!(aside, [C::Loss]);
    let (_, _, aside) = told(&[(C::AmountGranted, "900"), (C::RefundAmount, "30")]);
    assert_eq!(aside, [C::RefundAmount]);
}

proptest! {
    #[test]
    fn no_text_stops_the_reading(text in "\\PC{0,40}", other in "[0-9/., €a-z-]{0,20}") {
        let words = words();
        for typed in [&text, &other] {
            let _ = (typed_amount(typed, &words), typed_day(typed, by(), &words));
            let cells: Vec<(RegisterColumn, &str)> = RegisterColumn::ALL.iter().map(|one| (*one, typed.as_str())).collect();
            let (said, _) = read_line(&cells, (&words, &Lists::default()), &[], by());
            if let Ok(past) = past(&said, &stated(), &keys()) {
                let days: Vec<NaiveDate> = past.facts.iter().map(|(fact, _)| fact.day()).collect();
                prop_assert!(!days.is_empty());
            }
        }
    }
}
