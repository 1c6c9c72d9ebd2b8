//! The versions of the mockup loan to the cent, the refusals, and what holds of every change.

#![expect(clippy::arithmetic_side_effects, reason = "a few whole numbers, far from their ends")]

use proptest::prelude::*;

use super::*;
use crate::loan::{FirstPeriod, InstalmentKind, LoanDates, LoanTerms, schedule};

fn euros(text: &str) -> Euros {
    Euros::read(text).unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Julien Tessoreau's loan: 1 800 € at 3 % over 24 months, two days more than a month before the first instalment.
fn tessoreau() -> RepaymentSchedule {
    let dates = LoanDates { disbursed_on: day("2026-02-03"), first_due_on: day("2026-03-05"), debit_day: None };
    let terms = LoanTerms::of(euros("1800"), Rate::read("3").unwrap(), 24);
    schedule(&LoanTerms { dates: Some(dates), first_period: FirstPeriod::MonthsAndDays, ..terms }).unwrap()
}

fn november_on_hold(interest: HeldInterest) -> Amendment {
    Amendment::Postponed { from: 9, count: 1, interest }
}

fn line(schedule: &RepaymentSchedule, number: u32) -> [String; 3] {
    let line = schedule.instalments.iter().find(|line| line.number == number).unwrap();
    [line.due.unwrap().to_string(), line.total.bare(), line.outstanding.bare().replace('\u{202f}', " ")]
}

#[test]
fn two_days_more_are_in_the_first_instalment() {
    let signed = tessoreau();
    assert_eq!(line(&signed, 1), ["2026-03-05", "77,67", "1 727,13"]);
    assert_eq!(line(&signed, 2)[1], "77,37");
    assert_eq!(line(&signed, 8), ["2026-10-05", "77,37", "1 211,92"]);
    assert_eq!(line(&signed, 24), ["2028-02-05", "77,29", "0,00"]);
    assert_eq!((signed.total_cost, signed.total_paid), (euros("57,10"), euros("1857,10")));
    let ordinary = schedule(&LoanTerms { first_period: FirstPeriod::OneMonth, ..signed.terms.clone() }).unwrap();
    assert_eq!((ordinary.total_cost, ordinary.instalments[0].total), (euros("56,80"), euros("77,37")));
}

#[test]
fn an_instalment_on_hold_is_added_at_the_end_with_its_interest() {
    let signed = tessoreau();
    let held = amended(&signed, &november_on_hold(HeldInterest::WithLast)).unwrap();
    assert_eq!(held.instalments[..8], signed.instalments[..8]);
    assert_eq!(line(&held, 9), ["2026-11-05", "0,00", "1 211,92"]);
    assert_eq!(held.instalments[8].kind, InstalmentKind::OnHold { interest: euros("3,03") });
    assert_eq!(line(&held, 10), ["2026-12-05", "77,37", "1 137,58"]);
    assert_eq!(line(&held, 11), ["2027-01-05", "77,37", "1 063,05"]);
    assert_eq!(line(&held, 23), ["2028-01-05", "77,37", "154,08"]);
    assert_eq!(line(&held, 24), ["2028-02-05", "77,37", "77,10"]);
    assert_eq!(line(&held, 25), ["2028-03-05", "80,32", "0,00"]);
    assert_eq!(held.total_paid, euros("1860,13"));
    assert_eq!(held.total_interest.minus(signed.total_interest), Ok(euros("3,03")));
    let next = amended(&signed, &november_on_hold(HeldInterest::WithNext)).unwrap();
    assert_eq!((line(&next, 10)[1].as_str(), line(&next, 25)[1].as_str()), ("80,40", "77,29"));
    assert_eq!(next.total_paid, euros("1860,13"));
}

#[test]
fn a_hold_agreed_later_stays_on_its_date_when_an_older_instalment_is_postponed() {
    let december = Amendment::Postponed { from: 10, count: 1, interest: HeldInterest::WithLast };
    let held = amended(&tessoreau(), &december).unwrap();
    let both = amended(&held, &november_on_hold(HeldInterest::WithLast)).unwrap();
    assert_eq!(line(&both, 9), ["2026-11-05", "0,00", "1 211,92"]);
    assert_eq!(line(&both, 10), ["2026-12-05", "0,00", "1 211,92"], "December stays on hold");
    assert_eq!(line(&both, 11)[1], "77,37");
    assert_eq!(both.months(), 26);
}

#[test]
fn everything_is_repaid_early_with_the_interest_that_waits() {
    let held = amended(&tessoreau(), &november_on_hold(HeldInterest::WithLast)).unwrap();
    let repaid = amended(&held, &Amendment::FullRepayment { on: day("2026-12-05") }).unwrap();
    let last = repaid.last().unwrap();
    assert_eq!((last.number, last.principal, last.total), (10, euros("1211,92"), euros("1217,98")));
    assert_eq!(held.total_interest.minus(repaid.total_interest), Ok(euros("22,89")));
    assert_eq!(repaid.outstanding_on(day("2026-12-04")), Some(euros("1211,92")));
    assert_eq!(repaid.outstanding_on(day("2026-12-05")), Some(Euros::ZERO));
    // Between two instalments the days count: 15 of 365 on 1 211,92 are 1,49.
    let between = amended(&tessoreau(), &Amendment::FullRepayment { on: day("2026-10-20") }).unwrap();
    assert_eq!(between.last().map(|line| (line.number, line.total)), Some((9, euros("1213,41"))));
    assert_eq!(between.instalments[..8], tessoreau().instalments[..8]);
}

#[test]
fn a_part_repaid_early_lowers_the_instalments_or_ends_the_loan_sooner() {
    let part = |keeps| Amendment::PartialRepayment { on: day("2026-10-05"), amount: euros("500"), keeps };
    let lower = amended(&tessoreau(), &part(Keeps::End)).unwrap();
    assert_eq!(line(&lower, 9), ["2026-11-05", "45,45", "668,25"]);
    assert_eq!((lower.months(), lower.instalment()), (24, euros("45,45")));
    let sooner = amended(&tessoreau(), &part(Keeps::Instalment)).unwrap();
    assert_eq!((sooner.months(), line(&sooner, 9)[1].as_str()), (18, "77,37"));
    assert!(sooner.total_interest < lower.total_interest);
    let kinds: Vec<_> = lower.instalments[7..9].iter().map(|line| (line.number, line.kind)).collect();
    assert_eq!(kinds, [(8, InstalmentKind::Level), (8, InstalmentKind::Early)]);
    // Repaid fifteen days later, it was owed fifteen days of November: 500 × 3 % × 15 ÷ 365 is 0,62.
    let later = Amendment::PartialRepayment { on: day("2026-10-20"), amount: euros("500"), keeps: Keeps::End };
    let later = amended(&tessoreau(), &later).unwrap();
    assert_eq!(line(&later, 9)[1], "46,07");
    assert_eq!(later.instalment(), lower.instalment());
}

#[test]
fn the_other_changes_keep_to_their_word() {
    let signed = tessoreau();
    let changed = |amendment| amended(&signed, &amendment).unwrap();
    let shifted = changed(Amendment::EndShifted { from: 9, months: 6 });
    assert_eq!((shifted.months(), shifted.instalment()), (30, euros("56,68")));
    let alone = changed(Amendment::InterestOnly { from: 9, count: 2 });
    assert_eq!((line(&alone, 9)[1].as_str(), line(&alone, 10)[1].as_str(), alone.months()), ("3,03", "3,03", 26));
    let raised = changed(Amendment::NewInstalment { from: 9, amount: euros("110") });
    assert_eq!((raised.months(), line(&raised, 9)[1].as_str()), (20, "110,00"));
    let lowered = changed(Amendment::NewInstalment { from: 9, amount: euros("60") });
    assert_eq!(lowered.months(), 29);
    let same = changed(Amendment::NewInstalment { from: 9, amount: euros("77,37") });
    assert_eq!(same.instalments, signed.instalments, "the same instalment is the same loan");
    let moved = changed(Amendment::DueDay { from: 9, day: 31 });
    let due: Vec<String> = moved.instalments.iter().skip(7).take(5).map(|line| line.due.unwrap().to_string()).collect();
    assert_eq!(due, ["2026-10-05", "2026-11-30", "2026-12-31", "2027-01-31", "2027-02-28"]);
    assert_eq!(moved.total_paid, signed.total_paid);
    let cheaper = changed(Amendment::RateLowered { from: 9, rate: Rate::read("1,5").unwrap(), keeps: Keeps::End });
    assert_eq!((cheaper.months(), cheaper.instalments[8].interest), (24, euros("1,51")));
    assert!(cheaper.instalment() < signed.instalment());
}

#[test]
fn changes_follow_one_another() {
    let changes = [
        november_on_hold(HeldInterest::WithLast),
        Amendment::PartialRepayment { on: day("2027-01-20"), amount: euros("300"), keeps: Keeps::End },
        Amendment::DueDay { from: 12, day: 10 },
        Amendment::RateLowered { from: 13, rate: Rate::ZERO, keeps: Keeps::Instalment },
    ];
    let all = versions(tessoreau(), &changes).unwrap();
    assert_eq!(all.len(), 5);
    let last = all.last().unwrap();
    assert_eq!(last.last().unwrap().outstanding, Euros::ZERO);
    assert!(last.last().unwrap().interest >= euros("3,03"), "what waits for the last instalment is not lost");
    assert_eq!(versions(tessoreau(), &changes[..2]).unwrap(), all[..3], "the last changes undone");
}

#[test]
fn a_change_no_schedule_can_follow_is_refused_with_the_reason() {
    let signed = tessoreau();
    let refused = |amendment| amended(&signed, &amendment).unwrap_err();
    let last = AmendmentRefused::NoSuchInstalment { last: 24 };
    for from in [0, 25, u32::MAX] {
        assert_eq!(refused(Amendment::Postponed { from, count: 1, interest: HeldInterest::WithLast }), last);
        assert_eq!(refused(Amendment::DueDay { from, day: 5 }), last);
    }
    assert_eq!(refused(Amendment::InterestOnly { from: 24, count: 2 }), last);
    assert_eq!(refused(Amendment::InterestOnly { from: 2, count: u32::MAX }), last);
    assert_eq!(refused(Amendment::InterestOnly { from: 2, count: 0 }), AmendmentRefused::NoMonths);
    assert_eq!(refused(Amendment::EndShifted { from: 2, months: 0 }), AmendmentRefused::NoMonths);
    let limit = AmendmentRefused::TooManyMonths { limit: 600 };
    assert_eq!(refused(Amendment::EndShifted { from: 2, months: u32::MAX }), limit);
    assert_eq!(refused(Amendment::NewInstalment { from: 9, amount: euros("3,50") }), limit);
    let interest = AmendmentRefused::InstalmentTooLow { interest: euros("3,03") };
    assert_eq!(refused(Amendment::NewInstalment { from: 9, amount: euros("3,03") }), interest);
    assert_eq!(refused(Amendment::NewInstalment { from: 9, amount: euros("-1") }), AmendmentRefused::NoAmount);
    assert_eq!(refused(Amendment::DueDay { from: 9, day: 32 }), AmendmentRefused::NoSuchDay { day: 32 });
    assert_eq!(refused(Amendment::FullRepayment { on: day("2026-02-02") }), outside());
    assert_eq!(refused(Amendment::FullRepayment { on: day("2028-02-06") }), outside());
    let part = |amount: &str| {
        refused(Amendment::PartialRepayment { on: day("2026-10-05"), amount: euros(amount), keeps: Keeps::End })
    };
    assert_eq!(part("1211,92"), AmendmentRefused::RepaymentTooLarge { outstanding: euros("1211,92") });
    assert_eq!(part("0"), AmendmentRefused::NoAmount);
    let now = signed.terms.annual_rate;
    let same = Amendment::RateLowered { from: 9, rate: now, keeps: Keeps::End };
    assert_eq!(refused(same), AmendmentRefused::RateNotLower { now });
    let undated = schedule(&LoanTerms { dates: None, ..signed.terms.clone() }).unwrap();
    let repaid = Amendment::FullRepayment { on: day("2026-10-05") };
    assert_eq!(amended(&undated, &repaid), Err(AmendmentRefused::NoDates));
    let after = [
        Amendment::PartialRepayment { on: day("2026-10-20"), amount: euros("100"), keeps: Keeps::End },
        Amendment::EndShifted { from: 3, months: 2 },
    ];
    let on = day("2026-10-20");
    assert_eq!(versions(signed.clone(), &after), Err(AmendmentRefused::BeforeRepayment { on }));
}

#[test]
fn a_loan_repaid_in_full_is_never_changed_again() {
    let later = |on| {
        [
            november_on_hold(HeldInterest::WithLast),
            Amendment::InterestOnly { from: 9, count: 1 },
            Amendment::EndShifted { from: 9, months: 6 },
            Amendment::NewInstalment { from: 9, amount: euros("60") },
            Amendment::DueDay { from: 9, day: 10 },
            Amendment::PartialRepayment { on, amount: euros("100"), keeps: Keeps::End },
            Amendment::FullRepayment { on },
            Amendment::RateLowered { from: 9, rate: Rate::ZERO, keeps: Keeps::End },
        ]
    };
    // Between two due days, on one, on the very last one.
    for on in ["2026-10-20", "2026-11-05", "2028-02-05"].map(day) {
        let repaid = amended(&tessoreau(), &Amendment::FullRepayment { on }).unwrap();
        for amendment in later(on).into_iter().chain(later(day("2026-02-10"))) {
            assert_eq!(amended(&repaid, &amendment), Err(AmendmentRefused::AlreadyRepaid { on }), "{amendment:?}");
        }
        let asked = crate::loan::early_repayment(&repaid, on, None);
        assert_eq!(asked, Err(AmendmentRefused::AlreadyRepaid { on }));
    }
}

#[test]
fn a_part_repaid_on_the_day_everything_is_is_not_asked_again() {
    for on in [day("2026-10-05"), day("2026-10-20")] {
        let part = Amendment::PartialRepayment { on, amount: euros("300"), keeps: Keeps::End };
        let parted = amended(&tessoreau(), &part).unwrap();
        let repaid = amended(&parted, &Amendment::FullRepayment { on }).unwrap();
        let alone = amended(&tessoreau(), &Amendment::FullRepayment { on }).unwrap();
        assert_eq!(repaid.total_paid, alone.total_paid, "{on}");
        assert_eq!(repaid.last().unwrap().total.plus(euros("300")), Ok(alone.last().unwrap().total));
    }
}

#[test]
fn a_rate_lowered_earlier_never_raises_one_already_lower() {
    let low = |from, rate: &str| Amendment::RateLowered { from, rate: Rate::read(rate).unwrap(), keeps: Keeps::End };
    let free = amended(&tessoreau(), &low(20, "0")).unwrap();
    let lower = amended(&free, &low(15, "2")).unwrap();
    assert!(lower.instalments.iter().filter(|line| line.number >= 20).all(|line| line.interest.is_zero()));
}

#[test]
fn the_months_added_keep_the_lowered_rate() {
    let free = Amendment::RateLowered { from: 20, rate: Rate::ZERO, keeps: Keeps::End };
    let changes = [free, Amendment::EndShifted { from: 15, months: 6 }];
    let all = versions(tessoreau(), &changes).unwrap();
    let [_, before, shifted] = all.as_slice() else { panic!("three versions") };
    assert_eq!(shifted.instalments[..14], before.instalments[..14]);
    assert_eq!((shifted.months(), shifted.instalment()), (30, euros("48,22")));
    assert!(shifted.instalments[14..19].iter().all(|line| line.interest > Euros::ZERO));
    assert!(shifted.instalments[19..].iter().all(|line| line.interest.is_zero()), "no interest comes back");
    assert!(shifted.instalments[14..29].iter().all(|line| line.total == euros("48,22")));
    assert_eq!(line(shifted, 30), ["2028-08-05", "48,16", "0,00"]);
    assert_eq!(Euros::sum(shifted.instalments.iter().map(|line| line.principal)), Ok(euros("1800")));
    // A part repaid before the lower rate: the instalment stays level up to the end, months at each rate counted.
    let part = Amendment::PartialRepayment { on: day("2027-04-20"), amount: euros("100"), keeps: Keeps::End };
    let less = amended(shifted, &part).unwrap();
    let last = less.last().unwrap();
    assert!(last.total.minus(less.instalment()).unwrap().cents().abs() < 15, "{last:?}");
}

#[test]
fn an_end_so_far_that_interest_takes_the_whole_instalment_is_refused() {
    let dear = schedule(&LoanTerms::of(euros("1800"), Rate::read("20").unwrap(), 24)).unwrap();
    let free = Amendment::RateLowered { from: 20, rate: Rate::ZERO, keeps: Keeps::End };
    let shifted = versions(dear, &[free, Amendment::EndShifted { from: 2, months: 300 }]);
    let interest = euros("28,97");
    assert_eq!(shifted, Err(AmendmentRefused::InstalmentTooLow { interest }));
}

fn outside() -> AmendmentRefused {
    AmendmentRefused::OutsideLoan { first: day("2026-02-03"), last: day("2028-02-05") }
}

fn any_amendment() -> impl Strategy<Value = Amendment> {
    let from = 0_u32..40;
    let small = 0_u32..8;
    let rate = (0_i64..=100_000).prop_map(|part| Rate::of(rust_decimal::Decimal::new(part, 4)).unwrap());
    let keeps = prop_oneof![Just(Keeps::End), Just(Keeps::Instalment)];
    let held = prop_oneof![Just(HeldInterest::WithLast), Just(HeldInterest::WithNext)];
    let on = (0_u32..1_300).prop_map(|days| crate::calendar::days_after(day("2026-01-01"), days));
    let amount = (-10_i64..200_000).prop_map(|cents| Euros::from_cents(cents).unwrap());
    prop_oneof![
        (from.clone(), small.clone(), held).prop_map(|(from, count, interest)| Amendment::Postponed {
            from,
            count,
            interest
        }),
        (from.clone(), small.clone()).prop_map(|(from, count)| Amendment::InterestOnly { from, count }),
        (from.clone(), small).prop_map(|(from, months)| Amendment::EndShifted { from, months }),
        (from.clone(), amount.clone()).prop_map(|(from, amount)| Amendment::NewInstalment { from, amount }),
        (from.clone(), 0_u32..33).prop_map(|(from, day)| Amendment::DueDay { from, day }),
        (on.clone(), amount, keeps.clone()).prop_map(|(on, amount, keeps)| Amendment::PartialRepayment {
            on,
            amount,
            keeps
        }),
        on.prop_map(|on| Amendment::FullRepayment { on }),
        (from, rate, keeps).prop_map(|(from, rate, keeps)| Amendment::RateLowered { from, rate, keeps }),
    ]
}

fn any_running() -> impl Strategy<Value = LoanTerms> {
    let months = (1_u32..=36, 0_u32..4, 0_u32..4, 2_u32..34);
    (50_i64..=500_000, 0_i64..=250_000, months, 0_u32..60, 1_u32..32).prop_map(
        |(cents, rate, (months, deferred, interest_only, later), days, debit)| {
            let disbursed_on = day("2026-02-03");
            let first_due_on = crate::calendar::days_after(disbursed_on, days);
            let start = deferred.min(months - 1);
            let interest_only = interest_only.min(months - 1 - start);
            let later = Some(later).filter(|number| (start + interest_only + 1..months).contains(number));
            LoanTerms {
                amount: Euros::from_cents(cents).unwrap(),
                annual_rate: Rate::of(rust_decimal::Decimal::new(rate, 4)).unwrap(),
                deferred: start,
                interest_only,
                interest_only_later: later.into_iter().collect(),
                first_period: FirstPeriod::MonthsAndDays,
                dates: Some(LoanDates { disbursed_on, first_due_on, debit_day: Some(debit) }),
                ..LoanTerms::of(euros("1"), Rate::ZERO, months)
            }
        },
    )
}

proptest! {
    #[test]
    fn the_principal_adds_up_and_the_past_does_not_move(
        terms in any_running(),
        amendments in proptest::collection::vec(any_amendment(), 1..6),
    ) {
        let mut version = schedule(&terms).unwrap();
        let mut kept = Vec::new();
        for amendment in amendments {
            let Ok(next) = amended(&version, &amendment) else { continue };
            kept.push(amendment);
            let principal = Euros::sum(next.instalments.iter().map(|line| line.principal)).unwrap();
            prop_assert_eq!(principal, terms.principal().unwrap(), "{:?}", amendment);
            let last = next.last().unwrap();
            prop_assert_eq!(last.outstanding, Euros::ZERO);
            let total = Euros::sum(next.instalments.iter().map(|line| line.total)).unwrap();
            prop_assert_eq!(total, next.total_paid);
            let sound = |line: &crate::loan::Instalment| {
                line.kind == InstalmentKind::Deferred || !line.principal.is_negative()
            };
            prop_assert!(next.instalments.iter().all(sound), "{:?}", next);
            let before = untouched(&version, &amendment);
            prop_assert_eq!(&next.instalments[..before], &version.instalments[..before], "{:?}", amendment);
            prop_assert!(next.instalments.is_sorted_by_key(|line| line.due));
            version = next;
        }
        let all = versions(schedule(&terms).unwrap(), &kept).unwrap();
        prop_assert_eq!(all.last(), Some(&version));
        prop_assert_eq!(&all[0], &schedule(&terms).unwrap());
    }
}

/// How many lines come before what an amendment changes.
fn untouched(schedule: &RepaymentSchedule, amendment: &Amendment) -> usize {
    let lines = schedule.instalments.iter();
    match *amendment {
        Amendment::Postponed { from, .. }
        | Amendment::InterestOnly { from, .. }
        | Amendment::EndShifted { from, .. }
        | Amendment::NewInstalment { from, .. }
        | Amendment::DueDay { from, .. }
        | Amendment::RateLowered { from, .. } => lines.take_while(|line| line.number < from).count(),
        Amendment::PartialRepayment { on, .. } => schedule.due_by(on).count(),
        Amendment::FullRepayment { on } => lines.take_while(|line| line.due.is_some_and(|due| due < on)).count(),
    }
}
