//! What each explanation says, and that its last step is its figure.

use super::*;
use crate::explained::Explained;
use crate::loan::{
    Amendment, FirstPeriod, HeldInterest, LoanDates, LoanTerms, Rate, UsuryFinding, amended, revolving, schedule,
    taeg_working,
};

fn euros(text: &str) -> Euros {
    Euros::read(text).unwrap()
}

fn delmas() -> RepaymentSchedule {
    let dates = LoanDates {
        disbursed_on: "2027-01-05".parse().unwrap(),
        first_due_on: "2027-02-05".parse().unwrap(),
        debit_day: None,
    };
    let terms = LoanTerms::of(euros("2400"), Rate::read("4").unwrap(), 36);
    schedule(&LoanTerms { dates: Some(dates), ..terms }).unwrap()
}

/// The steps, signs and labels and values, spaces made plain.
fn steps(explained: &Explained) -> Vec<String> {
    let written = |row: &WorkingRow| format!("{} {} {}", row.sign, row.label, row.value);
    let plain = |text: String| text.replace(['\u{202f}', '\u{a0}'], " ").trim().to_owned();
    explained.steps.iter().map(written).map(plain).collect()
}

#[test]
fn the_instalment_is_the_capital_over_what_a_euro_a_month_is_worth() {
    let found = instalment(&delmas());
    assert_eq!(found.result.replace('\u{202f}', " "), "70,86 €");
    assert_eq!(
        steps(&found),
        [
            "Capital à rembourser 2 400,00",
            "÷ valeur au départ de 1 € payé pendant 36 mois 33,8707664215",
            "= Mensualité 70,86 €"
        ]
    );
    let free = schedule(&LoanTerms::of(euros("1200"), Rate::ZERO, 12)).unwrap();
    assert_eq!(steps(&instalment(&free))[1], "÷ mois qui remboursent 12");
}

#[test]
fn the_interest_is_added_year_by_year_and_the_shorthand_of_the_guide_is_set_apart() {
    let found = total_interest(&delmas());
    assert_eq!(steps(&found)[..2], ["2027, 11 échéances 76,36", "+ 2028, 12 échéances 53,37"]);
    assert_eq!(steps(&found).last().unwrap(), "= Intérêts 150,87 €");
    assert!(found.notes[0].contains("intérêt simple d’une année"), "{}", found.notes[0]);
    assert_eq!(steps(&cost_per_month(&delmas())).last().unwrap(), "= Coût par mois 4,19 €");
    assert_eq!(steps(&last_instalment(&delmas())).last().unwrap(), "= Dernière mensualité 70,77 €");
}

#[test]
fn the_first_period_says_its_method() {
    let dates = LoanDates {
        disbursed_on: "2026-02-03".parse().unwrap(),
        first_due_on: "2026-03-05".parse().unwrap(),
        debit_day: None,
    };
    let terms = LoanTerms { dates: Some(dates), ..LoanTerms::of(euros("1800"), Rate::read("3").unwrap(), 24) };
    let counted = LoanTerms { first_period: FirstPeriod::MonthsAndDays, ..terms.clone() };
    let found = first_interest(&schedule(&counted).unwrap());
    assert_eq!(steps(&found)[2..], ["× durée, en années 1/12 + 2/365", "= Intérêts 4,80 €"]);
    let found = first_interest(&schedule(&terms).unwrap());
    assert_eq!(steps(&found)[2..], ["× durée, en années 1/12", "= Intérêts 4,50 €"]);
}

#[test]
fn the_taeg_is_proved_by_its_flows() {
    let plan = delmas();
    let working = taeg_working(&plan).unwrap();
    let found = taeg(&plan, &working);
    let table = found.table.as_ref().unwrap();
    assert_eq!(table.rows.len(), 37);
    assert!(table.rows.iter().all(|row| row.len() == table.columns.len()));
    assert_eq!(table.rows[0][..2], ["05/01/2027, reçu", "0"]);
    assert_eq!(table.rows[3][..3], ["05/04/2027", "3/12", "70,86"]);
    assert_eq!(table.total[2].replace('\u{202f}', " "), "2 550,87");
    let (lent, paid) = working.sides();
    assert_eq!(lent, Decimal::new(24_000_000, 4));
    assert!((lent - paid).abs() < Decimal::new(1, 2), "{paid}");
    assert!(found.inputs[0].1.starts_with("4,0742"), "{:?}", found.inputs);
}

#[test]
fn the_usury_rate_of_a_quarter_nobody_typed_is_not_known() {
    let working = taeg_working(&delmas()).unwrap();
    assert_eq!(usury(working.taeg, &UsuryFinding::NotKnown).result, "pas connu pour ce trimestre");
}

#[test]
fn a_revolving_credit_is_worked_out_to_the_difference() {
    let plan = schedule(&LoanTerms::of(euros("2400"), Rate::read("4").unwrap(), 36)).unwrap();
    let taeg = Rate::read("23,56").unwrap();
    let credit = revolving(plan.terms.amount, taeg, 36).unwrap();
    let found = steps(&revolving_credit(&plan, taeg, &credit));
    assert_eq!(found[1], "Mensualité 90,84");
    assert_eq!(found[4], "= Coût du crédit renouvelable 870,24 €");
    assert_eq!(found.last().unwrap(), "= De plus que ce prêt 719,37 €");
}

#[test]
fn repaying_early_and_a_change_say_what_they_cost() {
    let dates = LoanDates {
        disbursed_on: "2026-02-05".parse().unwrap(),
        first_due_on: "2026-03-05".parse().unwrap(),
        debit_day: None,
    };
    let terms = LoanTerms { dates: Some(dates), ..LoanTerms::of(euros("1800"), Rate::read("3").unwrap(), 24) };
    let signed = schedule(&terms).unwrap();
    let held = Amendment::Postponed { from: 9, count: 1, interest: HeldInterest::WithLast };
    let held = amended(&signed, &held).unwrap();
    assert_eq!(steps(&amendment_cost(&signed, &held).unwrap()).last().unwrap(), "= Coût du changement 3,03 €");
    let on = "2026-12-05".parse().unwrap();
    let repaid = crate::loan::early_repayment(&held, on, Some(euros("10000"))).unwrap();
    assert_eq!(
        steps(&early_repayment(&repaid)),
        [
            "Capital restant dû 1 211,92",
            "+ intérêts en attente, novembre 2026 3,03",
            "+ intérêts depuis la dernière échéance 3,03",
            "+ indemnité 0,00",
            "= À payer 1 217,98 €"
        ]
    );
    assert_eq!(repaid.avoided, euros("22,89"));
}
