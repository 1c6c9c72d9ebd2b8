//! The schedules of the papers, line by line, and what holds of every loan.

#![expect(clippy::arithmetic_side_effects, reason = "a few whole numbers, far from their ends")]

use proptest::prelude::*;
use rust_decimal::Decimal;

use super::*;
use crate::loan::{AccountCost, FeePayment, FirstPeriod, Insurance, InsuranceRequirement, LoanDates, Rate, taeg};

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

/// The 24 months at 3,50 € and the 15 € paid once are 99 € beside 42,19 € of interest.
#[test]
fn an_account_the_lender_imposes_is_in_the_cost_and_in_the_taeg_and_in_no_instalment() {
    let account = Some(AccountCost { monthly: euros("3,50"), once: euros("15") });
    let imposed = LoanTerms { account, ..terms("1000", "4", 24) };
    costs(&terms("1000", "4", 24), ["43,42", "43,53", "42,19", "1 042,19", "4.07"]);
    costs(&imposed, ["43,42", "43,53", "141,19", "1 141,19", "14.04"]);
    let plan = schedule(&imposed).unwrap();
    assert_eq!([plan.total_account, plan.total_due], ["99", "1042,19"].map(euros));
    let flow = |(months, amount): (u32, &str)| crate::loan::Flow {
        years: Decimal::from(months) / Decimal::from(12),
        amount: euros(amount),
    };
    let paid = (1..=23).map(|month| (month, "46,92")).chain([(24, "47,03")]);
    let flows: Vec<_> = std::iter::once((0, "-985")).chain(paid).map(flow).collect();
    assert_eq!(taeg(&plan).unwrap().rounded(), crate::loan::taeg_of_years(&flows).unwrap().rounded());
    let dated = LoanTerms { dates: lent("2027-01-05", "2027-02-05"), ..imposed.clone() };
    assert_eq!(taeg(&schedule(&dated).unwrap()).unwrap().rounded(), taeg(&plan).unwrap().rounded());
    let whole = Some(AccountCost { monthly: Euros::ZERO, once: euros("1000") });
    assert_eq!(schedule(&LoanTerms { account: whole, ..imposed }).unwrap_err(), TermsRefused::FeeTooLarge);
}

#[test]
fn a_first_period_longer_than_the_month_it_counts_explains_a_taeg_below_the_rate() {
    use crate::loan::explained::taeg_below_rate;
    let of = |dates| taeg_below_rate(&schedule(&LoanTerms { dates, ..terms("1800", "3", 24) }).unwrap());
    let told = of(lent("2026-12-20", "2027-02-02")).unwrap();
    assert!(told.contains("44\u{a0}jours") || told.contains("44 jours"), "{told}");
    assert_eq!(of(lent("2027-01-05", "2027-02-05")), None);
    assert_eq!(of(None), None);
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
    for deferred in [36, u32::MAX] {
        let refusal = refused(LoanTerms { deferred, ..sound.clone() });
        assert_eq!(refusal, TermsRefused::DeferredTooLong { months: 36 });
    }
    let both = LoanTerms { deferred: 30, interest_only: 6, ..sound.clone() };
    assert_eq!(refused(both), TermsRefused::InterestOnlyTooLong { months: 36 });
    let later =
        |later: &[u32]| refused(LoanTerms { interest_only: 2, interest_only_later: later.to_vec(), ..sound.clone() });
    for number in [0, 2, 36, u32::MAX] {
        assert_eq!(later(&[number]), TermsRefused::InterestOnlyOutside { number, first: 3, last: 35 });
    }
    for number in [13, 12] {
        assert_eq!(later(&[13, number]), TermsRefused::InterestOnlyUnordered { number });
    }
    for day in [0, 32, u32::MAX] {
        let dates = LoanDates { debit_day: Some(day), ..lent("2027-01-05", "2027-02-05").unwrap() };
        let refusal = refused(LoanTerms { dates: Some(dates), ..sound.clone() });
        assert_eq!(refusal, TermsRefused::NoSuchDebitDay { day });
    }
    let late = LoanDates { disbursed_on: NaiveDate::MAX, first_due_on: NaiveDate::MAX, debit_day: None };
    assert_eq!(refused(LoanTerms { dates: Some(late), ..sound.clone() }), TermsRefused::DateBeyondCalendar);
    assert_eq!(refused(terms("1000000000", "4", 36)), TermsRefused::TooLarge(AmountTooLarge));
}

#[test]
fn months_that_pay_nothing_add_their_interest_to_what_is_owed() {
    let terms = LoanTerms { deferred: 3, interest_only: 1, ..terms("2600", "4", 36) };
    let plan = schedule(&terms).unwrap();
    let row = |number: usize| {
        let line = &plan.instalments[number - 1];
        [line.principal, line.interest, line.total, line.outstanding].map(|sum| sum.bare().replace('\u{202f}', " "))
    };
    assert_eq!(row(1), ["−8,67", "8,67", "0,00", "2 608,67"]);
    assert_eq!(row(2), ["−8,70", "8,70", "0,00", "2 617,37"]);
    assert_eq!(row(3), ["−8,72", "8,72", "0,00", "2 626,09"]);
    assert_eq!(row(4), ["0,00", "8,75", "8,75", "2 626,09"]);
    assert_eq!(plan.instalment(), euros("86,66"), "2 626,09 over the 32 months that repay");
    assert_eq!(plan.months(), 36);
}

#[test]
fn a_later_month_of_interest_alone_leaves_what_is_owed_as_it_is() {
    let terms = LoanTerms { interest_only: 1, interest_only_later: vec![13, 25], ..terms("2400", "4", 36) };
    let plan = schedule(&terms).unwrap();
    let line = |number: usize| plan.instalments[number - 1];
    for number in [1, 13, 25] {
        assert_eq!(line(number).principal, Euros::ZERO);
        assert_eq!(line(number).kind, InstalmentKind::InterestOnly);
    }
    assert_eq!(line(13).outstanding, line(12).outstanding);
    let plain = schedule(&LoanTerms::of(euros("2400"), Rate::read("4").unwrap(), 33)).unwrap();
    assert_eq!(plan.instalment(), plain.instalment(), "33 months repay");
    assert_eq!(plan.last().unwrap().outstanding, Euros::ZERO);
}

#[test]
fn a_financed_fee_is_lent_and_costs_once() {
    let at_start = LoanTerms { fee: euros("30"), ..terms("2400", "3,5", 36) };
    let financed = LoanTerms { fee_payment: FeePayment::Financed, ..at_start.clone() };
    costs(&at_start, ["70,32", "70,54", "161,74", "2 561,74", "4.42"]);
    costs(&financed, ["71,20", "71,36", "163,36", "2 563,36", "4.41"]);
    let plan = schedule(&financed).unwrap();
    assert_eq!(Euros::sum(plan.instalments.iter().map(|line| line.total)), Ok(plan.total_paid));
    assert_eq!(Euros::sum(plan.instalments.iter().map(|line| line.principal)), Ok(euros("2430")));
}

#[test]
fn insurance_on_what_is_owed_falls_with_it() {
    let insurance = Some(Insurance {
        monthly: euros("1"),
        on_outstanding: Rate::read("0,6").unwrap(),
        requirement: InsuranceRequirement::Optional,
    });
    let plan = schedule(&LoanTerms { insurance, ..terms("2400", "4", 36) }).unwrap();
    let of = |number: usize| plan.instalments[number - 1].insurance;
    assert_eq!([of(1), of(2), of(36)], ["2,20", "2,17", "1,04"].map(euros));
    assert_eq!(plan.cost_per_month(), plan.total_cost.part(1, 36).unwrap().unwrap());
}

#[test]
fn instalments_fall_on_the_chosen_day_or_the_last_of_the_month() {
    let dates = |first: &str, day| {
        let dates = LoanDates { debit_day: Some(day), ..lent("2026-12-10", first).unwrap() };
        let plan = schedule(&LoanTerms { dates: Some(dates), ..terms("2000", "4", 26) }).unwrap();
        plan.instalments.iter().filter_map(|line| line.due).map(|day| day.to_string()).collect::<Vec<_>>()
    };
    let ends = dates("2027-01-15", 31);
    assert_eq!(ends[..4], ["2027-01-15", "2027-02-28", "2027-03-31", "2027-04-30"]);
    assert_eq!(ends[13], "2028-02-29", "a leap year");
    assert_eq!(dates("2027-01-31", 5)[..2], ["2027-01-31", "2027-02-05"]);
}

#[test]
fn a_first_period_bears_its_months_and_its_days_when_the_agreement_says_so() {
    let first = |disbursed: &str, due: &str| {
        let dates = lent(disbursed, due);
        let terms = LoanTerms { dates, first_period: FirstPeriod::MonthsAndDays, ..terms("1800", "3", 24) };
        let plan = schedule(&terms).unwrap();
        (plan.instalments[0].interest.bare(), plan.instalments[0].principal.bare(), plan.instalments[0].total.bare())
    };
    let row = |interest: &str, total: &str| (interest.to_owned(), "72,87".to_owned(), total.to_owned());
    assert_eq!(first("2026-02-05", "2026-03-05"), row("4,50", "77,37"));
    assert_eq!(first("2026-02-03", "2026-03-05"), row("4,80", "77,67"));
    assert_eq!(first("2026-02-15", "2026-03-05"), row("2,66", "75,53"), "18 days");
    assert_eq!(first("2026-01-01", "2026-03-05"), row("9,59", "82,46"), "two months and four days");
    assert_eq!(first("2026-03-05", "2026-03-05"), row("0,00", "72,87"), "paid the same day");
}

#[test]
fn what_is_left_and_what_was_paid_are_known_on_any_day() {
    let plan = schedule(&LoanTerms { dates: lent("2027-01-05", "2027-02-05"), ..terms("2400", "4", 36) }).unwrap();
    let on = |day: &str| {
        let day = day.parse().unwrap();
        (plan.outstanding_on(day).unwrap(), plan.interest_paid_by(day).unwrap())
    };
    assert_eq!(on("2027-02-04"), (euros("2400"), Euros::ZERO));
    assert_eq!(on("2027-02-05"), (euros("2337,14"), euros("8")));
    assert_eq!(on("2031-01-01"), (Euros::ZERO, euros("150,87")));
    assert_eq!(schedule(&terms("2400", "4", 36)).unwrap().outstanding_on(NaiveDate::MAX), None);
}

fn any_terms() -> impl Strategy<Value = LoanTerms> {
    let months = (1_u32..=120, 0_u32..=6, 0_u32..=12, proptest::collection::btree_set(1_u32..120, 0..4));
    let fee = (0_i64..=5_000, prop_oneof![Just(FeePayment::AtStart), Just(FeePayment::Financed)]);
    let account = proptest::option::of(0_i64..=1_000);
    (1_i64..=1_000_000, 0_i64..=250_000, months, fee, account).prop_map(
        |(cents, rate, (months, deferred, interest_only, later), (fee, fee_payment), account)| {
            let deferred = deferred.min(months - 1);
            let interest_only = interest_only.min(months - 1 - deferred);
            LoanTerms {
                amount: Euros::from_cents(cents).unwrap(),
                annual_rate: Rate::of(Decimal::new(rate, 4)).unwrap(),
                deferred,
                interest_only,
                interest_only_later: later
                    .into_iter()
                    .filter(|n| deferred + interest_only < *n && *n < months)
                    .collect(),
                fee: Euros::from_cents(fee.min(cents - 1)).unwrap(),
                fee_payment,
                account: account
                    .map(|monthly| AccountCost { monthly: Euros::from_cents(monthly).unwrap(), once: Euros::ZERO }),
                ..terms("1", "0", months)
            }
        },
    )
}

proptest! {
    #[test]
    fn the_parts_add_up_and_nothing_is_left(terms in any_terms()) {
        let plan = schedule(&terms).unwrap();
        let sum = |part: fn(&Instalment) -> Euros| Euros::sum(plan.instalments.iter().map(part)).unwrap();
        prop_assert_eq!(sum(|line| line.principal), terms.principal().unwrap());
        prop_assert_eq!(sum(|line| line.interest), plan.total_interest);
        let kept_back = if terms.fee_payment == FeePayment::AtStart { terms.fee } else { Euros::ZERO };
        prop_assert_eq!(sum(|line| line.total), plan.total_due);
        let beside = kept_back.plus(plan.total_account).unwrap();
        prop_assert_eq!(plan.total_due.plus(beside).unwrap(), plan.total_paid);
        prop_assert_eq!(plan.last().map(|line| line.outstanding), Some(Euros::ZERO));
        let sound = |line: &Instalment| (line.kind == InstalmentKind::Deferred) || !line.principal.is_negative();
        prop_assert!(plan.instalments.iter().all(sound));
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
