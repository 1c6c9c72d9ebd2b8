//! Lives told by one line, and what they lack.

use proptest::prelude::*;

use super::*;
use crate::dossier::FactKind;
use crate::loan::Rate;
use crate::register::typed::tests::words;
use crate::register::{RegisterColumn, read_line, typed_amount, typed_day};
use crate::settings::Lists;

fn today() -> NaiveDate {
    "2026-11-20".parse().unwrap()
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
    let (said, faults) = read_line(cells, (&words(), &Lists::default()), &[], today());
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
fn what_a_line_lacks_is_told() {
    use RegisterColumn as C;
    let name = (C::FullName, "AUBRAC Odette");
    let on = (C::RequestedOn, "02/2016");
    let check = |cells: &[(RegisterColumn, &str)], stated: &Stated, lack: Lack| {
        assert_eq!(past(&said(cells), stated, &keys()).unwrap_err(), lack, "{cells:?}");
    };
    let none = Stated::default();
    check(&[name], &none, Lack::AnyDay);
    check(&[name, on, (C::AmountGranted, "900")], &none, Lack::Lender);
    check(&[name, on, (C::AmountGranted, "900")], &Stated { months: None, ..stated() }, Lack::Months);
    check(&[name, on, (C::AmountGranted, "900")], &Stated { rate: None, ..stated() }, Lack::Rate);
    check(&[name, on, (C::Outcome, "accordé")], &stated(), Lack::Amount);
    check(&[name, on, (C::Outcome, "refus"), (C::AmountGranted, "900")], &stated(), Lack::Contradiction);
    check(&[name, on, (C::AmountGranted, "900"), (C::Loss, "300")], &stated(), Lack::EndDay);
    check(&[name, on, (C::AmountGranted, "900"), (C::RefundAmount, "30")], &stated(), Lack::RefundDay);
}

proptest! {
    #[test]
    fn no_text_stops_the_reading(text in "\\PC{0,40}", other in "[0-9/., €a-z-]{0,20}") {
        let words = words();
        for typed in [&text, &other] {
            let _ = (typed_amount(typed, &words), typed_day(typed, today(), &words));
            let cells: Vec<(RegisterColumn, &str)> = RegisterColumn::ALL.iter().map(|one| (*one, typed.as_str())).collect();
            let (said, _) = read_line(&cells, (&words, &Lists::default()), &[], today());
            if let Ok(past) = past(&said, &stated(), &keys()) {
                let days: Vec<NaiveDate> = past.facts.iter().map(|(fact, _)| fact.day()).collect();
                prop_assert!(!days.is_empty());
            }
        }
    }
}
