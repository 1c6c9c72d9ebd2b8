//! What is told before a vote: read from the dossier, the heaviest first, gone once it is mended.

use super::*;
use crate::assessment::CriterionFinding;
use crate::assessment::Finding;
use crate::project::{Choice, Quote, QuoteId};

fn alerts(dossier: &Dossier, answer_by: Option<&str>) -> Vec<Alert<'static>> {
    let settings = Box::leak(Box::new(settings(LoanLimits::default(), LoanLimits::default(), Vec::new())));
    let loan = CheckedLoan::of(dossier, settings, day("2026-11-27")).unwrap();
    let contradictions = dossier.contradictions(settings, &loan).unwrap();
    dossier.alerts(settings, &loan, answer_by.map(day), &contradictions).unwrap()
}

fn checked() -> Registers {
    Registers {
        ficp: RegisterAnswer::No,
        fcc: RegisterAnswer::No,
        over_indebtedness: RegisterAnswer::No,
        checked_on: Some(day("2026-11-24")),
        how: Line::default(),
    }
}

/// A dossier with nothing against it.
fn plain() -> Dossier {
    let mut dossier = dossier(None, None);
    dossier.assessment.registers = checked();
    dossier
}

fn with_a_quote(until: &str) -> Dossier {
    let mut dossier = plain();
    dossier.project.quotes = vec![Quote {
        id: QuoteId(1),
        label: Line::read("Citadine").unwrap(),
        seller: Line::default(),
        dated_on: None,
        valid_until: Some(day(until)),
        amount: Euros::read("2750").unwrap(),
        choice: Choice::Kept,
        reason: Line::default(),
    }];
    dossier
}

#[test]
fn a_quote_that_ends_before_the_answer_is_told_and_one_prolonged_is_not() {
    let asked = Some("2026-12-18");
    let ends = Alert::QuoteEnds { label: "Citadine".to_owned(), on: day("2026-12-11") };
    assert_eq!(alerts(&with_a_quote("2026-12-11"), asked), [ends]);
    assert_eq!(alerts(&with_a_quote("2027-01-15"), asked), []);
    assert_eq!(alerts(&with_a_quote("2026-12-11"), None), [], "no answer is asked for by a day yet");
    let over = alerts(&with_a_quote("2026-11-20"), asked);
    assert!(matches!(over.as_slice(), [Alert::Contradiction(Contradiction::ExpiredQuote { .. })]), "{over:?}");
}

#[test]
fn the_registers_are_told_first_with_what_the_assessment_says_of_them() {
    let mut dossier = with_a_quote("2026-12-11");
    dossier.assessment.registers.ficp = RegisterAnswer::Yes;
    let met = CriterionFinding { finding: Finding::Favourable, ground: Text::default() };
    dossier.assessment.criteria.insert(key("banque_de_france_situation"), met);
    let found = alerts(&dossier, Some("2026-12-18"));
    let [Alert::Listed { borrower: 0, said_met: true, .. }, Alert::QuoteEnds { .. }] = found.as_slice() else {
        panic!("{found:?}")
    };
}

#[test]
fn registers_nobody_saw_are_told_to_be_declared_or_to_be_looked_at() {
    let mut dossier = plain();
    dossier.assessment.registers.checked_on = None;
    assert_eq!(alerts(&dossier, None), [Alert::NotChecked { borrower: 0, declared: true }]);
    dossier.assessment.registers.fcc = RegisterAnswer::ToSee;
    assert_eq!(alerts(&dossier, None), [Alert::NotChecked { borrower: 0, declared: false }]);
    assert_eq!(alerts(&plain(), None), []);
}
