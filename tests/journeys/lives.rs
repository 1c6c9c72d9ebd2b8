//! Lives told by chance, through the calls: whatever is noted, refused, undone or done again, the dossier stays sound.

use desk::FailureKind;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Value, json};

use crate::decisions::{a_bank, a_dossier, input, prepared};
use crate::office::{Office, at};

/// What an adviser may note on the Delmas dossier, the course of a loan more often than the rest.
const DEEDS: &[(u32, &str, &str)] = &[
    (3, "note_interview", r#"{ "kind": "first_interview" }"#),
    (8, "decide_orientation", r#"{ "direction": "submit" }"#),
    (1, "decide_orientation", r#"{ "direction": "redirect", "solutions": ["budget_support"] }"#),
    (1, "decide_orientation", r#"{ "direction": "inadmissible", "reason": "hors champ" }"#),
    (8, "submit_to_lender", "{}"),
    (2, "submit_to_lender", r#"{ "lender": "OTHER" }"#),
    (2, "note_agreement_in_principle", "{}"),
    (7, "note_approval", "{}"),
    (2, "note_refusal", r#"{ "reasons": ["not_given"] }"#),
    (8, "sign_contract", "{}"),
    (8, "note_disbursement", "{}"),
    (1, "note_withdrawal", r#"{ "reason": "a changé d’avis" }"#),
    (2, "drop_request", r#"{ "reason": "déménage" }"#),
    (2, "plan_support", r#"{ "level": "light", "budget": "office" }"#),
    (1, "note_lending_event", r#"{ "event": "applicant_told" }"#),
    (1, "note_lending_event", r#"{ "event": "lender_acknowledged" }"#),
    (1, "note_lending_event", r#"{ "event": "charter_signed" }"#),
];

/// What is said of a running loan, of its borrower, of the request.
const BESIDE: &[(u32, &str, &str)] = &[
    (
        4,
        "declare_instalments",
        r#"{ "from": "1", "to": "2", "declared": "paid", "told_by": "lender", "on": "", "note": "" }"#,
    ),
    (
        4,
        "declare_instalments",
        r#"{ "from": "2", "to": "", "declared": "missed", "told_by": "lender", "on": "", "note": "" }"#,
    ),
    (
        3,
        "declare_instalments",
        r#"{ "from": "2", "to": "", "declared": "paid_late", "told_by": "borrower", "on": "", "note": "" }"#,
    ),
    (2, "note_death", r#"{ "on": "", "insurance": "", "note": "", "close": "" }"#),
    (2, "change_request", r#"{ "field": "received_on", "value": "15/10/2026" }"#),
    (2, "change_request", r#"{ "field": "next_date", "value": "dans 20 jours" }"#),
    (2, "note_information", r#"{ "told": ["aims"], "on": "" }"#),
];

/// One thing done, so many days after the last one.
#[derive(Clone, Debug)]
struct Done {
    call: &'static str,
    input: Value,
    days: u64,
}

fn done(dossier: i64, other: &str) -> impl Strategy<Value = Done> {
    let read = |text: &str| serde_json::from_str::<Value>(&text.replace("OTHER", other)).unwrap();
    let decisions = DEEDS.iter().map(|(often, call, form)| (*often, (*call, input(dossier, read(form)))));
    let beside = BESIDE.iter().map(|(often, call, fields)| {
        let mut input = read(fields);
        input["dossier"] = json!(dossier);
        (*often, (*call, input))
    });
    let all: Vec<_> = decisions.chain(beside).map(|(often, deed)| (often, Just(deed))).collect();
    (prop::strategy::Union::new_weighted(all), 0_u64..12).prop_map(|((call, input), days)| Done { call, input, days })
}

/// An open dossier has a next date, a closed one is closed for a reason, and lists say what facts say.
fn assert_sound(office: &mut Office, dossier: i64, told: &str) {
    let view = office.call("dossier", json!({ "dossier": dossier }));
    let open = view["stage"]["key"] != "closed";
    assert!(!open || view["next"]["date"].is_object(), "an open dossier without a next date, {told}: {}", view["next"]);
    let decisions = office.call("decisions", json!({ "dossier": dossier }));
    assert_eq!(decisions["closed"].is_null(), open, "{told}");
    if !decisions["disbursement"].is_null() {
        assert!(!decisions["contract"].is_null(), "money without a contract, {told}");
    }
}

#[test]
fn whatever_is_done_is_undone_to_the_letter_and_what_is_refused_changes_nothing() {
    let mut runner = TestRunner::new_with_rng(Config::default(), TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let mut kept = 0;
    let mut stages = std::collections::BTreeSet::new();
    for life in 0..6 {
        let (mut office, dossier, _) = a_dossier();
        let other = a_bank(&mut office, "Caisse du Lac");
        office.moment = at("2026-11-12");
        prepared(&mut office, dossier);
        let mut today: chrono::NaiveDate = "2026-11-12".parse().unwrap();
        let one = done(dossier, &other);
        for _ in 0..45 {
            let next = one.new_tree(&mut runner).unwrap().current();
            today = today.checked_add_days(chrono::Days::new(next.days)).unwrap();
            office.moment = at(&today.to_string());
            let told = format!("life {life}, {today}: {} {}", next.call, next.input);
            let before = office.dump();
            match office.try_call(next.call, next.input.clone()) {
                Err(refused) => {
                    assert_eq!(refused.kind, FailureKind::Refused, "{told}: {refused:?}");
                    assert!(refused.sentence().ends_with(['.', '?', ')']), "{told}: {}", refused.sentence());
                    assert_eq!(office.dump(), before, "refused, nothing changed, {told}");
                }
                Ok(_) => {
                    kept += 1;
                    let after = office.dump();
                    if after != before {
                        office.call("undo", json!({}));
                        assert_eq!(office.dump(), before, "undone to the letter, {told}");
                        office.call("redo", json!({}));
                        assert_eq!(office.dump(), after, "done again, {told}");
                    }
                    assert_sound(&mut office, dossier, &told);
                }
            }
            let view = office.call("dossier", json!({ "dossier": dossier }));
            stages.insert(view["stage"]["key"].as_str().unwrap().to_owned());
        }
        assert_eq!(office.call("verify", json!({}))["sound"], true);
    }
    assert!(kept > 60 && stages.len() > 5, "the lives are not empty: {kept}, {stages:?}");
}
