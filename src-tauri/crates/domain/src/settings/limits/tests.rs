//! What the narrowest limits refuse, case by case, and that they are never wider than either.

use proptest::option;
use proptest::prelude::*;

use super::*;
use crate::line::Line;

fn euros(whole: i64) -> Euros {
    Euros::read(&whole.to_string()).unwrap()
}

fn key(text: &str) -> ListKey {
    ListKey::new(text)
}

fn product(limits: LoanLimits) -> LoanProduct {
    LoanProduct {
        follow_up_plan: None,
        label: Line::read("Microcrédit personnel").unwrap(),
        limits,
        rate_max: None,
        purposes: Vec::new(),
        guarantor: None,
        guarantee_percent: None,
        support: super::super::SupportRequirement::FollowUp,
        conditions: Vec::new(),
        retired: false,
    }
}

fn agreement(limits: LoanLimits) -> LenderAgreement {
    LenderAgreement { limits, ..LenderAgreement::default() }
}

/// 300 to 5 000 €, 6 to 60 months.
fn national() -> LoanProduct {
    product(LoanLimits {
        amount_min: Some(euros(300)),
        amount_max: Some(euros(5_000)),
        months_min: Some(6),
        months_max: Some(60),
        ..LoanLimits::default()
    })
}

/// 300 to 3 000 €, 6 to 36 months; justified 5 000 €, 48 months.
fn booklet() -> LenderAgreement {
    agreement(LoanLimits {
        amount_min: Some(euros(300)),
        amount_max: Some(euros(3_000)),
        months_min: Some(6),
        months_max: Some(36),
        exceptional_amount_max: Some(euros(5_000)),
        exceptional_months_max: Some(48),
        sub_limits: Vec::new(),
    })
}

fn asked(amount: i64, months: u32) -> LoanAsked<'static> {
    LoanAsked { amount: Some(euros(amount)), months: Some(months), ..LoanAsked::default() }
}

#[test]
fn the_narrowest_limit_is_named_and_a_reason_widens_it() {
    let (national, booklet, code) = (national(), booklet(), key("national_guide"));
    let frame = LoanFrame { product: Some((&code, &national)), agreement: Some(&booklet), ..LoanFrame::default() };
    let owner = LimitOwner::Agreement;
    let over = |exceptional| LimitPassed::AmountOver { owner, most: euros(3_000), exceptional };
    for (amount, months, justified, passed) in [
        (3_000, 36, false, vec![]),
        (3_001, 36, false, vec![over(Some(euros(5_000)))]),
        (3_001, 36, true, vec![]),
        (5_000, 48, true, vec![]),
        (5_001, 48, true, vec![LimitPassed::AmountOver { owner, most: euros(5_000), exceptional: None }]),
        (2_400, 37, false, vec![LimitPassed::MonthsOver { owner, most: 36, exceptional: Some(48) }]),
        (2_400, 49, true, vec![LimitPassed::MonthsOver { owner, most: 48, exceptional: None }]),
        (
            299,
            5,
            false,
            vec![LimitPassed::AmountUnder { owner, least: euros(300) }, LimitPassed::MonthsUnder { owner, least: 6 }],
        ),
    ] {
        let asked = LoanAsked { justified, ..asked(amount, months) };
        assert_eq!(check_loan(&asked, &frame), passed, "{amount} € over {months} months, justified: {justified}");
    }
}

#[test]
fn a_limit_nobody_stated_refuses_nothing() {
    let (bare, silent, code) = (product(LoanLimits::default()), LenderAgreement::default(), key("own"));
    let health = key("health");
    let asked = LoanAsked {
        rate: Some(Rate::read("12").unwrap()),
        interest_only: 24,
        category: Some(&health),
        ..asked(1_000_000, 600)
    };
    let frame = LoanFrame { product: Some((&code, &bare)), agreement: Some(&silent), ..LoanFrame::default() };
    assert_eq!(check_loan(&asked, &frame), vec![]);
    assert_eq!(check_loan(&asked, &LoanFrame::default()), vec![]);
    assert_eq!(check_loan(&LoanAsked::default(), &frame), vec![], "what is not known yet is not judged");
}

#[test]
fn a_purpose_with_its_own_ceiling_keeps_it() {
    let restructuring = product(LoanLimits {
        amount_max: Some(euros(1_500)),
        sub_limits: vec![SubLimit { purpose: key("overdraft"), amount_max: euros(800) }],
        ..LoanLimits::default()
    });
    let (code, overdraft, debts) = (key("laval_restructuring"), key("overdraft"), key("debt_repayment"));
    let frame = LoanFrame { product: Some((&code, &restructuring)), ..LoanFrame::default() };
    let of = |purpose| LoanAsked { purpose: Some(purpose), justified: true, ..asked(1_000, 12) };
    let most = euros(800);
    let passed = LimitPassed::AmountOver { owner: LimitOwner::Purpose, most, exceptional: None };
    assert_eq!(check_loan(&of(&overdraft), &frame), vec![passed]);
    assert_eq!(check_loan(&of(&debts), &frame), vec![]);
    assert_eq!(narrowest(&restructuring, None, Some(&overdraft)).amount_max, Some(most));
    assert_eq!(narrowest(&restructuring, None, Some(&debts)).amount_max, Some(euros(1_500)));
}

#[test]
fn the_law_the_rate_the_purpose_and_the_product_are_looked_at_too() {
    let (mut national, mut signed, code) = (national(), booklet(), key("national_guide"));
    national.purposes = vec![key("mobility"), key("health")];
    signed.purposes = vec![key("mobility")];
    signed.products = vec![key("laval_classic")];
    signed.rate = Some(Rate::read("4").unwrap());
    signed.interest_only_max = Some(0);
    let health = key("health");
    let frame = LoanFrame {
        product: Some((&code, &national)),
        agreement: Some(&signed),
        legal_amount_max: Some(euros(2_000)),
        legal_months_max: Some(84),
    };
    let asked = LoanAsked {
        rate: Some(Rate::read("4,5").unwrap()),
        interest_only: 1,
        category: Some(&health),
        ..asked(2_400, 36)
    };
    assert_eq!(
        check_loan(&asked, &frame),
        vec![
            LimitPassed::AmountOver { owner: LimitOwner::Law, most: euros(2_000), exceptional: None },
            LimitPassed::RateOver { owner: LimitOwner::Agreement, most: Rate::read("4").unwrap() },
            LimitPassed::InterestOnlyOver { most: 0 },
            LimitPassed::PurposeOutside { owner: LimitOwner::Agreement },
            LimitPassed::ProductOutside,
        ]
    );
    let debts = key("debts");
    let debts = LoanAsked { category: Some(&debts), ..LoanAsked::default() };
    let owner = LimitOwner::Product;
    assert!(check_loan(&debts, &frame).contains(&LimitPassed::PurposeOutside { owner }), "the product says it first");
}

fn some_limits() -> impl Strategy<Value = LoanLimits> {
    let amount = || option::of((0_i64..9_000).prop_map(euros));
    let months = || option::of(0_u32..90);
    let sub = option::of((0_i64..9_000).prop_map(euros));
    (amount(), amount(), months(), months(), amount(), months(), sub).prop_map(
        |(amount_min, amount_max, months_min, months_max, exceptional_amount_max, exceptional_months_max, sub)| {
            let own = |amount_max| SubLimit { purpose: ListKey::new("overdraft"), amount_max };
            LoanLimits {
                amount_min,
                amount_max,
                months_min,
                months_max,
                exceptional_amount_max,
                exceptional_months_max,
                sub_limits: sub.map(own).into_iter().collect(),
            }
        },
    )
}

proptest! {
    #[test]
    fn the_narrowest_is_never_wider_than_either(
        own in some_limits(),
        theirs in some_limits(),
        amount in 0_i64..10_000,
        months in 0_u32..100,
        overdraft: bool,
        justified: bool,
    ) {
        let (own, theirs, code, purpose) = (product(own), agreement(theirs), key("own"), key("overdraft"));
        let purpose = overdraft.then_some(&purpose);
        let both = product(narrowest(&own, Some(&theirs), purpose));
        let asked = LoanAsked { purpose, justified, ..asked(amount, months) };
        let passes = |product, agreement| {
            let frame = LoanFrame { product, agreement, ..LoanFrame::default() };
            check_loan(&asked, &frame).is_empty()
        };
        let each = passes(Some((&code, &own)), None) && passes(None, Some(&theirs));
        prop_assert_eq!(passes(Some((&code, &both)), None), each);
        prop_assert_eq!(passes(Some((&code, &own)), Some(&theirs)), each);
    }
}

#[test]
fn months_that_do_not_repay_keep_within_the_agreement() {
    let agreement = LenderAgreement {
        deferred_max: Some(1),
        interest_only_max: Some(0),
        interest_only_later_max: Some(2),
        ..LenderAgreement::default()
    };
    let frame = LoanFrame { agreement: Some(&agreement), ..LoanFrame::default() };
    let eased = |deferred, interest_only, interest_only_later| LoanAsked {
        deferred,
        interest_only,
        interest_only_later,
        ..LoanAsked::default()
    };
    assert_eq!(check_loan(&eased(1, 0, 2), &frame), []);
    assert_eq!(
        check_loan(&eased(2, 1, 3), &frame),
        [
            LimitPassed::DeferredOver { most: 1 },
            LimitPassed::InterestOnlyOver { most: 0 },
            LimitPassed::InterestOnlyLaterOver { most: 2 },
        ]
    );
    let silent = LenderAgreement::default();
    let frame = LoanFrame { agreement: Some(&silent), ..LoanFrame::default() };
    assert_eq!(check_loan(&eased(9, 9, 9), &frame), [], "what is not stated refuses nothing");
}
