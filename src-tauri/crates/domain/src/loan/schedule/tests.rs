//! The schedules of the papers, line by line, and what holds of every loan.

#![expect(clippy::arithmetic_side_effects, reason = "a few whole numbers, far from their ends")]

use proptest::prelude::*;

use super::*;
use crate::loan::{Insurance, InsuranceRequirement, LoanDates, taeg};

fn euros(text: &str) -> Euros {
    Euros::read(text).unwrap()
}

fn terms(amount: &str, rate: &str, months: u32) -> LoanTerms {
    LoanTerms::of(euros(amount), Rate::read(rate).unwrap(), months)
}

fn lent(disbursed_on: &str, first_due_on: &str) -> Option<LoanDates> {
    Some(LoanDates {
        disbursed_on: disbursed_on.parse().unwrap(),
        first_due_on: first_due_on.parse().unwrap(),
        debit_day: None,
    })
}

/// Level instalment, last one, cost, everything paid, TAEG.
#[track_caller]
fn costs(terms: &LoanTerms, expected: [&str; 5]) {
    let plan = schedule(terms).unwrap();
    let last = plan.last().unwrap().total;
    let shown = [plan.instalment(), last, plan.total_cost, plan.total_paid].map(Euros::bare);
    let rate = taeg(&plan).unwrap().rounded().to_string();
    let spaced = expected.map(|text| text.replace(' ', "\u{202f}"));
    assert_eq!(
        [&shown[0], &shown[1], &shown[2], &shown[3], &rate].map(String::as_str),
        spaced.each_ref().map(String::as_str)
    );
}

#[test]
fn the_paper_of_sonia_delmas_is_right_to_the_cent() {
    let terms = LoanTerms { dates: lent("2027-01-05", "2027-02-05"), ..terms("2400", "4", 36) };
    costs(&terms, ["70,86", "70,77", "150,87", "2 550,87", "4.07"]);
    let plan = schedule(&terms).unwrap();
    assert_eq!(plan.instalments.iter().filter(|line| line.total == euros("70,86")).count(), 35);
    let line = |number: usize| {
        let line = plan.instalments[number - 1];
        let due = line.due.unwrap().to_string();
        (due, [line.principal, line.interest, line.outstanding].map(Euros::bare))
    };
    let row = |due: &str, sums: [&str; 3]| (due.to_owned(), sums.map(|sum| sum.replace(' ', "\u{202f}")));
    assert_eq!(line(1), row("2027-02-05", ["62,86", "8,00", "2 337,14"]));
    assert_eq!(line(7), row("2027-08-05", ["64,13", "6,73", "1 955,56"]));
    assert_eq!(line(22), row("2028-11-05", ["67,41", "3,45", "967,58"]));
    assert_eq!(line(35), row("2029-12-05", ["70,39", "0,47", "70,53"]));
    assert_eq!(line(36), row("2030-01-05", ["70,53", "0,24", "0,00"]));
}

#[test]
fn two_thousand_euros_cost_what_the_leaflet_says() {
    let interest = |rate, months| schedule(&terms("2000", rate, months)).unwrap().total_interest.bare();
    assert_eq!([12, 24, 36].map(|months| interest("4", months)), ["43,59", "84,39", "125,70"]);
    assert_eq!([12, 24, 36].map(|months| interest("6,2", months)), ["67,82", "131,73", "196,89"]);
    let first = schedule(&terms("2000", "4", 24)).unwrap().instalments[0];
    assert_eq!([first.principal, first.interest, first.outstanding], ["80,18", "6,67", "1919,82"].map(euros));
    costs(&terms("2000", "4", 24), ["86,85", "86,84", "84,39", "2 084,39", "4.07"]);
}

#[test]
fn the_same_project_in_every_bank_costs_what_its_page_says() {
    costs(&terms("2600", "3", 36), ["75,61", "75,64", "121,99", "2 721,99", "3.04"]);
    costs(&terms("2600", "4", 36), ["76,76", "76,85", "163,45", "2 763,45", "4.07"]);
    let fee = |amount, rate, months| LoanTerms { fee: euros("30"), ..terms(amount, rate, months) };
    costs(&fee("2600", "2,5", 30), ["89,49", "89,61", "114,82", "2 714,82", "3.47"]);
    costs(&fee("2400", "3,5", 36), ["70,32", "70,54", "161,74", "2 561,74", "4.42"]);
    costs(&terms("2400", "4,9", 36), ["71,82", "71,91", "185,61", "2 585,61", "5.01"]);
}

#[test]
fn months_of_interest_alone_come_first() {
    let terms = LoanTerms { interest_only: 3, ..terms("2600", "4", 36) };
    costs(&terms, ["83,33", "83,42", "175,99", "2 775,99", "4.08"]);
    let plan = schedule(&terms).unwrap();
    let totals: Vec<String> = plan.instalments[..4].iter().map(|line| line.total.bare()).collect();
    assert_eq!(totals, ["8,67", "8,67", "8,67", "83,33"]);
    assert_eq!(plan.instalments[2].outstanding, terms.amount);
    assert_eq!(plan.instalments.len(), 36);
}

#[test]
fn without_interest_the_last_instalment_absorbs_the_cents() {
    costs(&terms("1000", "0", 36), ["27,78", "27,70", "0,00", "1 000,00", "0.00"]);
    costs(&terms("1200", "0", 12), ["100,00", "100,00", "0,00", "1 200,00", "0.00"]);
}

#[test]
fn an_exact_half_cent_is_rounded_up() {
    let interest = |amount, rate| schedule(&terms(amount, rate, 1)).unwrap().total_interest.bare();
    assert_eq!(interest("1,50", "4"), "0,01", "half a cent");
    assert_eq!(interest("1,49", "4"), "0,00");
    assert_eq!(interest("4,50", "4"), "0,02", "a cent and a half");
    assert_eq!(interest("1000,50", "6"), "5,00", "5,0025");
    assert_eq!(schedule(&terms("1,50", "4", 1)).unwrap().instalment(), euros("1,51"));
    assert_eq!(schedule(&terms("0,03", "0", 2)).unwrap().instalment(), euros("0,02"), "a cent and a half each");
}

#[test]
fn a_loan_of_a_few_cents_never_takes_more_than_is_left() {
    let plan = schedule(&terms("0,20", "4", 36)).unwrap();
    assert!(plan.instalments.iter().all(|line| !line.principal.is_negative()));
    assert_eq!(plan.total_paid, euros("0,20"));
}

#[test]
fn due_dates_are_counted_from_the_first() {
    let terms = LoanTerms { dates: lent("2026-12-31", "2027-01-31"), ..terms("2000", "4", 14) };
    let plan = schedule(&terms).unwrap();
    let due: Vec<String> = plan.instalments.iter().filter_map(|line| line.due).map(|day| day.to_string()).collect();
    assert_eq!(due[..4], ["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30"]);
    assert_eq!(due[13], "2028-02-29");
}

#[test]
fn insurance_is_paid_with_each_instalment_and_is_in_the_taeg_when_required() {
    let insured = |requirement| LoanTerms {
        insurance: Some(Insurance { monthly: euros("1,20"), on_outstanding: Rate::ZERO, requirement }),
        ..terms("2400", "4", 36)
    };
    costs(&insured(InsuranceRequirement::Optional), ["70,86", "71,97", "194,07", "2 594,07", "4.07"]);
    costs(&insured(InsuranceRequirement::Required), ["70,86", "71,97", "194,07", "2 594,07", "5.24"]);
    assert_eq!(schedule(&insured(InsuranceRequirement::Optional)).unwrap().total_insurance, euros("43,20"));
}

#[test]
fn years_add_up_their_instalments() {
    let dated = LoanTerms { dates: lent("2027-01-05", "2027-02-05"), ..terms("2400", "4", 36) };
    let years = |terms: &LoanTerms| -> Vec<(i32, u32, Euros, Euros)> {
        let years = schedule(terms).unwrap().by_year();
        years.iter().map(|y| (y.year, y.instalments, y.paid, y.outstanding)).collect()
    };
    let row = |year, count, paid, left| (year, count, euros(paid), euros(left));
    assert_eq!(
        years(&dated),
        [
            row(2027, 11, "779,46", "1696,90"),
            row(2028, 12, "850,32", "899,95"),
            row(2029, 12, "850,32", "70,53"),
            row(2030, 1, "70,77", "0")
        ]
    );
    let counts: Vec<(i32, u32)> = years(&terms("2400", "4", 30)).iter().map(|y| (y.0, y.1)).collect();
    assert_eq!(counts, [(1, 12), (2, 12), (3, 6)], "years of the loan when it has no dates");
}

#[test]
fn terms_no_schedule_can_follow_are_refused_with_the_reason() {
    let refused = |terms: LoanTerms| schedule(&terms).unwrap_err();
    let sound = terms("2400", "4", 36);
    let negative = euros("-0,01");
    assert_eq!(refused(terms("0", "4", 36)), TermsRefused::NoAmount);
    assert_eq!(refused(LoanTerms { amount: negative, ..sound.clone() }), TermsRefused::NoAmount);
    assert_eq!(refused(terms("2400", "4", 0)), TermsRefused::NoMonths);
    assert_eq!(refused(terms("2400", "4", 1000)), TermsRefused::TooManyMonths { limit: 600 });
    for interest_only in [36, 37, u32::MAX] {
        let refusal = refused(LoanTerms { interest_only, ..sound.clone() });
        assert_eq!(refusal, TermsRefused::InterestOnlyTooLong { months: 36 });
    }
    assert_eq!(refused(LoanTerms { fee: negative, ..sound.clone() }), TermsRefused::NegativeFee);
    assert_eq!(refused(LoanTerms { fee: sound.amount, ..sound.clone() }), TermsRefused::FeeTooLarge);
    let insurance =
        Some(Insurance { monthly: negative, on_outstanding: Rate::ZERO, requirement: InsuranceRequirement::Optional });
    assert_eq!(refused(LoanTerms { insurance, ..sound.clone() }), TermsRefused::NegativeInsurance);
    let early = LoanTerms { dates: lent("2027-01-05", "2027-01-04"), ..sound.clone() };
    assert_eq!(refused(early), TermsRefused::FirstDueBeforeDisbursement);
    let late = LoanDates { disbursed_on: NaiveDate::MAX, first_due_on: NaiveDate::MAX, debit_day: None };
    assert_eq!(refused(LoanTerms { dates: Some(late), ..sound.clone() }), TermsRefused::DateBeyondCalendar);
    assert_eq!(refused(terms("1000000000", "4", 36)), TermsRefused::TooLarge(AmountTooLarge));
}

fn any_terms() -> impl Strategy<Value = LoanTerms> {
    (1_i64..=1_000_000, 0_i64..=250_000, 1_u32..=120, 0_u32..=12, 0_i64..=5_000).prop_map(
        |(cents, rate, months, interest_only, fee)| LoanTerms {
            amount: Euros::from_cents(cents).unwrap(),
            annual_rate: Rate::of(Decimal::new(rate, 4)).unwrap(),
            interest_only: interest_only.min(months.saturating_sub(1)),
            fee: Euros::from_cents(fee.min(cents - 1)).unwrap(),
            ..terms("1", "0", months)
        },
    )
}

proptest! {
    #[test]
    fn the_parts_add_up_and_nothing_is_left(terms in any_terms()) {
        let plan = schedule(&terms).unwrap();
        let sum = |part: fn(&Instalment) -> Euros| Euros::sum(plan.instalments.iter().map(part)).unwrap();
        prop_assert_eq!(sum(|line| line.principal), terms.amount);
        prop_assert_eq!(sum(|line| line.interest), plan.total_interest);
        prop_assert_eq!(sum(|line| line.total).plus(terms.fee).unwrap(), plan.total_paid);
        prop_assert_eq!(plan.last().map(|line| line.outstanding), Some(Euros::ZERO));
        prop_assert!(plan.instalments.iter().all(|line| !line.principal.is_negative()));
        let paid = Euros::sum(plan.by_year().iter().map(|year| year.paid)).unwrap();
        prop_assert_eq!(paid, sum(|line| line.total));
    }

    #[test]
    fn a_larger_loan_or_a_higher_rate_never_lowers_the_instalment(
        terms in any_terms(),
        cents in 1_i64..100_000,
        more in 1_i64..10_000,
    ) {
        let level = |terms: &LoanTerms| schedule(terms).unwrap().instalment();
        let amount = terms.amount.plus(Euros::from_cents(cents).unwrap()).unwrap();
        let annual_rate = Rate::of(terms.annual_rate.percent() + Decimal::new(more, 4)).unwrap();
        let (larger, dearer) = (LoanTerms { amount, ..terms.clone() }, LoanTerms { annual_rate, ..terms.clone() });
        prop_assert!(level(&larger) >= level(&terms));
        prop_assert!(level(&dearer) >= level(&terms));
    }

    #[test]
    fn one_instalment_is_the_amount_and_its_month(cents in 1_i64..=100_000_000, rate in 0_i64..=1_000_000) {
        let exact = i128::from(cents) * i128::from(rate);
        let interest = (exact + 6_000_000) / 12_000_000;
        let amount = Euros::from_cents(cents).unwrap();
        let terms = LoanTerms { amount, annual_rate: Rate::of(Decimal::new(rate, 4)).unwrap(), ..terms("1", "0", 1) };
        let plan = schedule(&terms).unwrap();
        prop_assert_eq!(i128::from(plan.total_interest.cents()), interest);
        prop_assert_eq!(plan.instalment(), plan.total_paid);
    }
}
