//! Limits nobody stated, reasons that change no word, and what stops which act.

use std::collections::BTreeMap;
use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::assessment::{RegisterAnswer, Registers};
use crate::companion::{Companion, CompanionId, CompanionRole};
use crate::dossier::{Dossier, DossierId, Fact, FactId, Facts, Precision, Recorded, Request};
use crate::household::{Household, Member};
use crate::line::Line;
use crate::money::Euros;
use crate::person::Person;
use crate::settings::{
    Dated, FollowUpRules, Legal, Lender, LenderAgreement, LenderFile, Lists, LoanLimits, LoanProduct, Numbering,
    OfficeRules, OfficeUses, Settings, SupportRequirement, Timeline,
};
use crate::simulation::Simulation;
use crate::supporting_document::{Condition, Known};

mod alerts;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn key(text: &str) -> ListKey {
    ListKey::new(text)
}

fn dated<T>(value: T) -> Dated<T> {
    Dated { valid_from: day("2000-01-01"), source: String::new(), value }
}

fn holds(fact: &str) -> Condition {
    Condition::Holds { fact: fact.to_owned() }
}

fn check(name: &str, scope: CheckScope, effect: CheckEffect, met_when: Condition) -> Check {
    let not = Condition::Not { not: Box::new(met_when.clone()) };
    Check {
        key: key(name),
        label: name.to_owned(),
        question: String::new(),
        rule: String::new(),
        scope,
        effect,
        applies_when: Condition::All { all: Vec::new() },
        met_when: Some(met_when),
        not_met_when: Some(not),
        facts: Vec::new(),
        sentence_met: None,
        sentence_not_met: Some("Non.".to_owned()),
        remedy: None,
        forbids_submission: false,
        forbids_signature: false,
        holds_signature: false,
        source: String::new(),
        retired: false,
    }
}

fn settings(product: LoanLimits, agreement: LoanLimits, checks: Vec<Check>) -> Settings {
    let product = LoanProduct {
        follow_up_plan: None,
        label: Line::default(),
        limits: product,
        rate_max: None,
        purposes: Vec::new(),
        guarantor: None,
        guarantee_percent: None,
        support: SupportRequirement::FollowUp,
        conditions: Vec::new(),
        retired: false,
    };
    let lender = Lender { name: Line::read("Banque du Val").unwrap(), ..Lender::default() };
    let agreements = vec![dated(LenderAgreement { limits: agreement, ..LenderAgreement::default() })];
    let follow_up = FollowUpRules::usual();
    Settings {
        numbering: Timeline::starting_with(dated(Numbering::new("", 3).unwrap()), Vec::new()),
        follow_up: Timeline::starting_with(dated(follow_up), Vec::new()),
        uses: Timeline::starting_with(dated(OfficeUses::everything()), Vec::new()),
        office: Timeline::starting_with(dated(OfficeRules::undecided()), Vec::new()),
        products: BTreeMap::from([(key("classic"), vec![dated(product)])]),
        lenders: BTreeMap::from([(key("val"), LenderFile { lender, agreements })]),
        legal: Arc::new(Legal::default()),
        lists: Arc::new(Lists { checks, ..Lists::default() }),
        letters: Arc::default(),
        tasks_from: None,
    }
}

fn dossier(amount: Option<Euros>, months: Option<u32>) -> Dossier {
    let request = Request {
        received_on: day("2026-11-02"),
        origin: key("poster"),
        project: Line::default(),
        purpose: None,
        amount: None,
        how_heard: None,
        referrer: None,
    };
    let recorded = vec![Recorded {
        id: FactId(1),
        replaces: None,
        fact: Fact::RequestReceived(request),
        precision: Precision::Day,
        retracted: false,
    }];
    let (lender, product) = (Some(key("val")), Some(key("classic")));
    let person = Person::named(Line::read("Delmas").unwrap(), Line::default());
    let household = Household::of(vec![Member::applicant()]).unwrap();
    Dossier {
        simulation: Simulation { lender, product, amount, months, ..Simulation::default() },
        ..Dossier::new(DossierId(1), "2026-001".to_owned(), person, household, Facts::of(recorded).unwrap())
    }
}

fn limits(amount_max: Option<Euros>, months_max: Option<u32>) -> LoanLimits {
    LoanLimits { amount_max, months_max, ..LoanLimits::default() }
}

fn cents() -> impl Strategy<Value = Option<Euros>> {
    proptest::option::of((1_i64..1_000_000).prop_map(|cents| Euros::from_cents(cents).unwrap()))
}

fn months() -> impl Strategy<Value = Option<u32>> {
    proptest::option::of(1_u32..120)
}

/// Every way to know or not to know a thing.
fn known() -> impl Strategy<Value = Option<bool>> {
    proptest::option::of(any::<bool>())
}

proptest! {
    #[test]
    fn a_limit_nobody_stated_is_never_met(
        asked in (cents(), months()), product in (cents(), months()), agreement in (cents(), months())
    ) {
        let settings = settings(limits(product.0, product.1), limits(agreement.0, agreement.1), Vec::new());
        let dossier = dossier(asked.0, asked.1);
        let loan = CheckedLoan::of(&dossier, &settings, day("2026-11-20")).unwrap();
        let facts = CheckFacts::of(&dossier, &settings, &loan).unwrap();
        let least = |one: Option<Euros>, other: Option<Euros>| one.into_iter().chain(other).min();
        let amount = facts.known().truth("amount_within_limits");
        match (asked.0, least(product.0, agreement.0)) {
            (Some(asked), Some(most)) => prop_assert_eq!(amount, Some(asked <= most)),
            (None, _) | (_, None) => prop_assert_eq!(amount, None),
        }
        let most = product.1.into_iter().chain(agreement.1).min();
        let term = facts.known().truth("term_within_limits");
        match (asked.1, most) {
            (Some(asked), Some(most)) => prop_assert_eq!(term, Some(asked <= most)),
            (None, _) | (_, None) => prop_assert_eq!(term, None),
        }
    }

    #[test]
    fn passing_over_changes_no_word_of_the_result(facts in proptest::collection::vec(known(), 4), over in 0_usize..4) {
        let names = ["age", "limits_stated", "income_lasts_for_term", "exception_justified"];
        let checks = names.map(|name| check(name, CheckScope::Purpose, CheckEffect::Blocks, holds(name))).to_vec();
        let settings = settings(LoanLimits::default(), LoanLimits::default(), checks);
        let mut dossier = dossier(None, None);
        if facts[0] == Some(true) {
            dossier.person.born_on = Some(day("1990-01-01"));
        }
        let before = dossier.checks(&settings, day("2026-11-20")).unwrap();
        let reason = Text::read("Vu avec la banque.").unwrap();
        dossier.eligibility.overrides.insert(key(names[over]), Override { on: day("2026-11-20"), reason });
        let after = dossier.checks(&settings, day("2026-11-20")).unwrap();
        for (before, after) in before.results.iter().zip(&after.results) {
            prop_assert_eq!((before.state, before.sentence()), (after.state, after.sentence()));
        }
        prop_assert_eq!(&before.facts, &after.facts);
    }

    #[test]
    fn what_is_not_known_neither_meets_a_rule_nor_breaks_it(applies in known(), met in known(), not_met in known()) {
        let mut one = check("one", CheckScope::Person, CheckEffect::Blocks, holds("met"));
        one.applies_when = holds("applies");
        one.not_met_when = Some(holds("not_met"));
        let mut known = Known::default();
        for (fact, holds) in [("applies", applies), ("met", met), ("not_met", not_met)] {
            known.set_truth(fact, holds);
        }
        let expected = match (applies, met, not_met) {
            (Some(false), _, _) => CheckState::NotApplicable,
            (Some(true), Some(true), _) => CheckState::Met,
            (Some(true), _, Some(true)) => CheckState::NotMet,
            (_, _, _) => CheckState::ToVerify,
        };
        prop_assert_eq!(one.state(&known), expected);
    }
}

/// What a check of that scope and effect stops in a state, the reason given or not.
fn stopped(scope: CheckScope, effect: CheckEffect, state: CheckState, passed: bool) -> Vec<GatedAct> {
    let check = check("one", scope, effect, holds("nothing"));
    let over = Override { on: day("2026-11-20"), reason: Text::read("Vu.").unwrap() };
    let result = CheckResult {
        check: &check,
        state,
        applies: state != CheckState::NotApplicable,
        passed_over: passed.then_some(over),
    };
    [GatedAct::Decide, GatedAct::Submit, GatedAct::Sign].into_iter().filter(|act| result.stops(*act)).collect()
}

#[test]
fn only_the_person_and_the_purpose_stop_an_act_and_a_reason_lets_it_go() {
    use CheckEffect::{AsksAgreement, AsksAuthorisation, AsksJustification, Blocks, Remark, Verify};
    for effect in [Blocks, AsksAgreement, AsksAuthorisation, AsksJustification, Verify, Remark] {
        for state in CheckState::ALL {
            assert_eq!(stopped(CheckScope::None, effect, state, false), [], "{effect:?} {state:?}");
            for scope in [CheckScope::Person, CheckScope::Purpose] {
                assert_eq!(stopped(scope, effect, state, true), [], "{effect:?} {state:?} passed over");
            }
        }
    }
    let every = [GatedAct::Decide, GatedAct::Submit, GatedAct::Sign];
    assert_eq!(stopped(CheckScope::Person, Blocks, CheckState::NotMet, false), every);
    assert_eq!(stopped(CheckScope::Person, Blocks, CheckState::ToVerify, false), [], "an age to verify stops nothing");
    let awaited = stopped(CheckScope::Person, AsksAgreement, CheckState::ToVerify, false);
    assert_eq!(awaited, [GatedAct::Submit, GatedAct::Sign], "the office may decide while the guardian is asked");
}

#[test]
fn a_procedure_is_read_from_the_register_and_its_step() {
    let stands = |register, step| {
        let registers = Registers { over_indebtedness: register, ..Registers::default() };
        registers.procedure(step).map(str::to_owned)
    };
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(stands(RegisterAnswer::ToSee, Some("admissible")), None);
    assert_eq!(stands(RegisterAnswer::No, None), some("none"));
    assert_eq!(stands(RegisterAnswer::No, Some("admissible")), some("none"), "the register has the last word");
    assert_eq!(stands(RegisterAnswer::No, Some("closed")), some("closed"));
    assert_eq!(stands(RegisterAnswer::Yes, None), some("procedure"));
    assert_eq!(stands(RegisterAnswer::Yes, Some("admissible")), some("admissible"));
    assert_eq!(stands(RegisterAnswer::Yes, Some("none")), some("procedure"));
    for (step, register) in [
        (None, RegisterAnswer::ToSee),
        (Some("none"), RegisterAnswer::No),
        (Some("personal_recovery"), RegisterAnswer::No),
        (Some("application_filed"), RegisterAnswer::Yes),
    ] {
        assert_eq!(Registers::listed_at(step), register);
    }
}

#[test]
fn a_guardian_s_written_agreement_answers_for_them_with_its_day() {
    let settings = settings(LoanLimits::default(), LoanLimits::default(), Vec::new());
    let mut dossier = dossier(None, None);
    let facts = |dossier: &Dossier| {
        let loan = CheckedLoan::of(dossier, &settings, day("2026-11-20")).unwrap();
        CheckFacts::of(dossier, &settings, &loan).unwrap()
    };
    let guardian = |agreed_on: Option<&str>| Companion {
        id: CompanionId(0),
        role: CompanionRole::Guardian,
        name: Line::read("Claire Odin").unwrap(),
        organisation: Line::default(),
        reach: Line::default(),
        address: Line::default(),
        agreed_on: agreed_on.map(day),
        lead: false,
    };
    let given = Condition::Is { fact: "guardian_agreement".to_owned(), within: vec!["given".to_owned()] };
    let holds = |dossier: &Dossier| given.holds(facts(dossier).known());
    assert_ne!(holds(&dossier), Some(true), "nobody agreed");
    dossier.companions = vec![Companion { role: CompanionRole::Relative, ..guardian(Some("2026-11-09")) }];
    assert_ne!(holds(&dossier), Some(true), "a relative agrees for nobody");
    dossier.companions = vec![guardian(Some("2026-11-09")), guardian(None)];
    assert_ne!(holds(&dossier), Some(true), "one of two guardians is not the other");
    dossier.companions = vec![guardian(Some("2026-11-09")), guardian(Some("2026-11-12"))];
    assert_eq!(holds(&dossier), Some(true));
    let told = facts(&dossier).words("guardian_agreement").replace('\u{a0}', " ");
    assert_eq!(told, "donné par écrit le 12 novembre 2026");
}

#[test]
fn an_age_is_read_on_the_day_of_the_loan() {
    let settings = settings(LoanLimits::default(), LoanLimits::default(), Vec::new());
    let mut dossier = dossier(None, None);
    dossier.person.born_on = Some(day("2008-11-21"));
    let adult = |dossier: &Dossier, today: &str| {
        let loan = CheckedLoan::of(dossier, &settings, day(today)).unwrap();
        CheckFacts::of(dossier, &settings, &loan).unwrap().known().truth("age")
    };
    assert_eq!(adult(&dossier, "2026-11-20"), Some(false), "eighteen tomorrow");
    assert_eq!(adult(&dossier, "2026-11-21"), Some(true));
    dossier.person.born_on = None;
    assert_eq!(adult(&dossier, "2026-11-21"), None);
}
