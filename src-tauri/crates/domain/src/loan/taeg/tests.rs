//! The published examples, the refusals, and what holds of every loan.

use proptest::prelude::*;

use super::*;
use crate::loan::{LoanDates, LoanTerms, Rate, schedule};

fn euros(text: &str) -> Euros {
    Euros::read(text).unwrap()
}

fn in_years(flows: &[(&str, &str)]) -> Result<Taeg, TaegRefused> {
    let flow = |(years, amount): &(&str, &str)| Flow { years: years.parse().unwrap(), amount: euros(amount) };
    taeg_of_years(&flows.iter().map(flow).collect::<Vec<_>>())
}

fn on_days(flows: &[(&str, &str)]) -> Result<Taeg, TaegRefused> {
    let flow = |(on, amount): &(&str, &str)| DatedFlow { on: on.parse().unwrap(), amount: euros(amount) };
    taeg_of_dates(&flows.iter().map(flow).collect::<Vec<_>>())
}

fn days(days: i64) -> Decimal {
    Decimal::from(days) / Decimal::from(365)
}

/// The solution to ten decimals, cut.
#[track_caller]
fn is(found: Result<Taeg, TaegRefused>, exact: &str, rounded: &str) {
    let found = found.unwrap();
    assert_eq!(found.exact().trunc_with_scale(10).normalize().to_string(), exact);
    assert_eq!(found.rounded().to_string(), rounded);
}

fn terms(amount: &str, rate: &str, months: u32) -> LoanTerms {
    LoanTerms::of(euros(amount), Rate::read(rate).unwrap(), months)
}

fn of_loan(terms: &LoanTerms) -> Result<Taeg, TaegRefused> {
    taeg(&schedule(terms).unwrap())
}

/// Directive 98/7/CE, annex III, A: calendar basis, each time in days over 365.
#[test]
fn the_directive_s_examples_in_days_are_found() {
    let lent = |amount| Flow { years: Decimal::ZERO, amount: euros(amount) };
    let paid = |after, amount| Flow { years: days(after), amount: euros(amount) };
    // 1 000 lent on 1 January 1994, 1 200 paid on 1 July 1995: « 12,96 % ».
    is(taeg_of_years(&[lent("-1000"), paid(546, "1200")]), "12.962037708", "12.96");
    // 50 withheld for costs, so 950 lent: « 16,9 % ».
    is(taeg_of_years(&[lent("-950"), paid(546, "1200")]), "16.9026206536", "16.90");
    // 600 after one year and after two: « 13,07 % ».
    is(taeg_of_years(&[lent("-1000"), paid(365, "600"), paid(730, "600")]), "13.0662386291", "13.07");
    // 272 after three months, 272 after six, 544 after twelve: 90, 181 and 365 days.
    let split = [lent("-1000"), paid(90, "272"), paid(181, "272"), paid(365, "544")];
    is(taeg_of_years(&split), "13.2262455426", "13.23");
}

/// Directive 98/7/CE, annex III, B: the same loans over equal months, a twelfth of a year each.
#[test]
fn the_directive_s_examples_in_equal_months_are_found() {
    is(in_years(&[("0", "-1000"), ("1.5", "1200")]), "12.9243234657", "12.92");
    is(in_years(&[("0", "-950"), ("1.5", "1200")]), "16.8526126928", "16.85");
    is(in_years(&[("0", "-1000"), ("1", "600"), ("2", "600")]), "13.0662386291", "13.07");
    is(in_years(&[("0", "-1000"), ("0.25", "272"), ("0.5", "272"), ("1", "544")]), "13.1854954527", "13.19");
    is(on_days(&[("1994-01-01", "-1000"), ("1995-07-01", "1200")]), "12.9243234657", "12.92");
}

/// Directives 2008/48/CE and 2011/90/UE, equal months: 6 000 at 9 % over 48 months, then with 60 of costs kept back.
#[test]
fn a_loan_in_equal_months_has_the_rate_of_the_directive_s_equation() {
    let terms = terms("6000", "9", 48);
    assert_eq!(schedule(&terms).unwrap().instalment(), euros("149,31"));
    let flows = |lent: &str| {
        let paid =
            (1..=48).map(|month| Flow { years: Decimal::from(month) / Decimal::from(12), amount: euros("149,31") });
        taeg_of_years(
            &std::iter::once(Flow { years: Decimal::ZERO, amount: euros(lent) }).chain(paid).collect::<Vec<_>>(),
        )
    };
    assert_eq!(flows("-6000").unwrap().exact().round_dp(6).to_string(), "9.380593");
    assert_eq!(flows("-5940").unwrap().exact().round_dp(6).to_string(), "9.954965");
    let with_fee = of_loan(&LoanTerms { fee: euros("60"), ..terms }).unwrap();
    assert_eq!(with_fee.rounded().to_string(), "9.96", "the last instalment is 149,51: its cents tip the half");
}

#[test]
fn the_working_of_a_taeg_balances_to_the_cent() {
    let dates = LoanDates {
        disbursed_on: "2026-02-03".parse().unwrap(),
        first_due_on: "2026-03-05".parse().unwrap(),
        debit_day: Some(31),
    };
    let terms = LoanTerms { dates: Some(dates), fee: euros("40"), ..terms("1800", "3", 24) };
    let working = taeg_working(&schedule(&terms).unwrap()).unwrap();
    let times: Vec<String> = working.flows.iter().take(3).map(|flow| flow.time.to_string()).collect();
    assert_eq!(times, ["0", "1/12 + 2/365", "2/12 + 25/365"]);
    assert_eq!(working.taeg, of_loan(&terms).unwrap());
    let (lent, paid) = working.sides();
    assert_eq!(lent, Decimal::from(1760));
    assert!((lent - paid).abs() < Decimal::new(1, 2), "{paid}");
    let less =
        [Flow { years: Decimal::ZERO, amount: euros("-1000") }, Flow { years: Decimal::ONE, amount: euros("950") }];
    let (lent, paid) = taeg_working_of_years(&less).unwrap().sides();
    assert_eq!((lent, paid), (Decimal::from(1000), Decimal::from(1000)), "below nothing too");
}

#[test]
fn the_loan_of_the_paper_has_its_rate() {
    let terms = terms("2400", "4", 36);
    let found = of_loan(&terms).unwrap();
    assert!(found.exact().to_string().starts_with("4.0742"), "{}", found.exact());
    assert_eq!(found.to_string(), "4,07\u{202f}%");
    let dates = |disbursed: &str, first: &str| {
        let days = LoanDates {
            disbursed_on: disbursed.parse().unwrap(),
            first_due_on: first.parse().unwrap(),
            debit_day: None,
        };
        of_loan(&LoanTerms { dates: Some(days), ..terms.clone() }).unwrap()
    };
    assert_eq!(dates("2027-01-05", "2027-02-05"), found, "whole months are equal months");
    assert_eq!(dates("2028-01-05", "2028-02-05"), dates("2027-01-05", "2027-02-05"), "leap year or not");
    assert!(dates("2027-01-05", "2027-02-20") < found, "a longer first period is a cheaper loan");
    assert!(dates("2027-01-15", "2027-02-05") > found);
}

#[test]
fn a_rate_can_be_nothing_or_less() {
    is(of_loan(&terms("1000", "0", 36)), "0", "0.00");
    is(in_years(&[("0", "-1000"), ("1", "1000")]), "0", "0.00");
    is(in_years(&[("0", "-1000"), ("1", "950")]), "-5", "-5.00");
    is(in_years(&[("0", "-1000"), ("0.5", "400"), ("2", "500")]), "-7.481964746", "-7.48");
}

#[test]
fn a_half_is_rounded_up() {
    is(in_years(&[("0", "-1000"), ("1", "1041.25")]), "4.125", "4.13");
    is(in_years(&[("0", "-1000"), ("2", "1082.18")]), "4.0278808781", "4.03");
}

#[test]
fn neither_the_side_nor_the_order_nor_the_beginning_counts() {
    let found = in_years(&[("0", "-1000"), ("0.25", "272"), ("0.5", "272"), ("1", "544")]);
    assert_eq!(in_years(&[("1", "-544"), ("0.5", "-272"), ("0", "1000"), ("0.25", "-272")]), found);
    assert_eq!(in_years(&[("-1", "-1000"), ("-0.75", "272"), ("-0.5", "272"), ("0", "544")]), found);
    assert_eq!(in_years(&[("0", "-1010"), ("0", "10"), ("0.25", "272"), ("0.5", "272"), ("1", "544")]), found);
}

#[test]
fn money_lent_in_several_times_has_one_rate() {
    let flows = [("0", "-1000"), ("0.25", "300"), ("0.5", "-500"), ("1", "600"), ("2", "700")];
    is(in_years(&flows), "5.9390100494", "5.94");
}

#[test]
fn flows_without_one_rate_are_refused_with_the_reason() {
    assert_eq!(in_years(&[]), Err(TaegRefused::NoFlow));
    assert_eq!(in_years(&[("0", "0"), ("1", "0")]), Err(TaegRefused::NoFlow));
    assert_eq!(in_years(&[("0", "-1000"), ("1", "-10")]), Err(TaegRefused::NoSignChange));
    assert_eq!(in_years(&[("0", "-1000"), ("0", "1200")]), Err(TaegRefused::NoSignChange));
    let ten_and_forty = [("0", "-1000"), ("1", "2500"), ("2", "-1540")];
    assert_eq!(in_years(&ten_and_forty), Err(TaegRefused::SeveralSolutions));
    assert_eq!(in_years(&[("0", "-1000"), ("1", "2500"), ("2", "-2000")]), Err(TaegRefused::SeveralSolutions));
    assert_eq!(in_years(&[("0", "-1000"), ("1", "2000"), ("2", "-1000")]), Err(TaegRefused::SeveralSolutions));
    assert_eq!(in_years(&[("0", "-0.01"), ("1", "1000000000")]), Err(TaegRefused::OutOfReach));
    assert_eq!(in_years(&[("0", "-1000000000"), ("1", "0.01")]), Err(TaegRefused::OutOfReach));
    assert_eq!(in_years(&[("0", "-1000"), ("0.001", "1200")]), Err(TaegRefused::OutOfReach));
    assert_eq!(in_years(&[("0", "-1000"), ("1001", "1200")]), Err(TaegRefused::OutOfReach));
    let ends = [(Decimal::MIN, "-1000"), (Decimal::MAX, "1200")];
    let flows = ends.map(|(years, amount)| Flow { years, amount: euros(amount) });
    assert_eq!(taeg_of_years(&flows), Err(TaegRefused::OutOfReach));
}

#[test]
fn a_fee_that_leaves_a_cent_lent_has_no_rate() {
    let all = LoanTerms { fee: euros("2399.99"), ..terms("2400", "4", 36) };
    assert_eq!(of_loan(&all), Err(TaegRefused::OutOfReach));
}

#[test]
fn a_millennium_apart_is_still_counted() {
    is(in_years(&[("0", "-1000"), ("1000", "1200")]), "0.0182338178", "0.02");
    is(on_days(&[("1900-01-01", "-1000"), ("2199-12-31", "1000.01")]), "0.0000033333", "0.00");
}

proptest! {
    #[test]
    fn a_loan_without_fee_has_the_effective_rate_of_its_months(
        cents in 100_000_i64..=1_000_000,
        rate in 1_i64..=2_000,
        months in 1_u32..=120,
    ) {
        let amount = Euros::from_cents(cents).unwrap();
        let annual_rate = Rate::of(Decimal::new(rate, 2)).unwrap();
        let found = of_loan(&LoanTerms { amount, annual_rate, ..terms("1", "0", months) }).unwrap();
        let month = Decimal::ONE + annual_rate.percent() / Decimal::from(1200);
        let year = (0..12).fold(Decimal::ONE, |year, _| year * month);
        let gap = (found.exact() - (year - Decimal::ONE) * Decimal::ONE_HUNDRED).abs();
        // The cents: half of one a month, over a thousand euros at least.
        prop_assert!(gap < Decimal::new(2, 2), "{gap}");
    }

    #[test]
    fn a_fee_only_makes_it_dearer(
        cents in 10_000_i64..=500_000,
        rate in 0_i64..=1_000,
        months in 1_u32..=60,
        fee in 1_i64..5_000,
    ) {
        let without = LoanTerms {
            amount: Euros::from_cents(cents).unwrap(),
            annual_rate: Rate::of(Decimal::new(rate, 2)).unwrap(),
            ..terms("1", "0", months)
        };
        let with = LoanTerms { fee: Euros::from_cents(fee).unwrap(), ..without.clone() };
        prop_assert!(of_loan(&with).unwrap() > of_loan(&without).unwrap());
    }

    #[test]
    fn no_flows_make_it_panic(
        flows in proptest::collection::vec((0_i64..2_000, 0_u32..4, -100_000_000_000_i64..=100_000_000_000), 0..12),
    ) {
        let years = |(time, scale, cents): &(i64, u32, i64)| Flow {
            years: Decimal::new(*time, *scale),
            amount: Euros::from_cents(*cents).unwrap(),
        };
        let _ = taeg_of_years(&flows.iter().map(years).collect::<Vec<_>>());
        let dated = |(time, scale, cents): &(i64, u32, i64)| DatedFlow {
            on: crate::calendar::days_after(NaiveDate::MIN, u32::try_from(*time).unwrap().saturating_pow(*scale)),
            amount: Euros::from_cents(*cents).unwrap(),
        };
        let _ = taeg_of_dates(&flows.iter().map(dated).collect::<Vec<_>>());
    }
}
