//! The two ways in: changed, tried, made anew; the rules of the lock.

use std::time::Duration;

use desk::FailureKind;
use serde_json::{Value, json};

use crate::office::{Office, PASSPHRASE, a_request, an_office, assert_refused, at, text};

const OTHER: &str = "cerise moulin ardoise violon papier";

/// Draws a code, and gives it with the two groups asked back.
fn drawn(office: &mut Office) -> (String, [String; 2]) {
    let prepared = office.call("prepare_office", json!({}));
    let groups: Vec<&str> = prepared["recovery_code"].as_array().unwrap().iter().map(|g| g.as_str().unwrap()).collect();
    let asked = |place: usize| groups[prepared["asked"][place].as_u64().unwrap() as usize - 1].to_owned();
    (groups.join("-"), [asked(0), asked(1)])
}

fn phrase(current: &str, passphrase: &str) -> Value {
    json!({ "current": current, "passphrase": passphrase })
}

fn reopened_with(office: &mut Office, call: &str, input: Value) {
    office.call("lock", json!({}));
    office.call(call, input);
}

#[test]
fn the_passphrase_is_changed_and_the_code_still_opens() {
    let mut office = an_office();
    office.call("record_request", a_request("Sonia", "Delmas"));
    office.moment = at("2026-12-03");
    let view = office.call("change_passphrase", phrase(PASSPHRASE, OTHER));
    assert_eq!(text(&view, "/passphrase_set_on/text"), "3 décembre 2026");
    office.call("lock", json!({}));
    let refused = office.refused("unlock", json!({ "passphrase": PASSPHRASE }));
    assert_refused(&refused, FailureKind::WrongSecret, Some("passphrase"));
    office.moment.running += Duration::from_secs(31);
    office.call("unlock", json!({ "passphrase": OTHER }));
    let code = office.code.clone();
    reopened_with(&mut office, "unlock_with_code", json!({ "code": code }));
    assert_eq!(office.call("dossiers", json!({ "search": "delmas", "offset": 0 }))["found"], 1);
    assert_eq!(office.call("verify", json!({}))["sound"], true);
}

#[test]
fn a_former_passphrase_puts_no_copy_in_the_place_of_the_office() {
    let mut office = an_office();
    office.call("copy_here", json!({}));
    let stamp = office.call("copies", json!({}))["rows"][0]["stamp"].clone();
    office.call("change_passphrase", phrase(PASSPHRASE, OTHER));
    office.call("lock", json!({}));
    let copy = |phrase: &str| json!({ "place": "", "stamp": stamp, "passphrase": phrase, "code": "" });
    let refused = office.refused("restore_copy", copy(PASSPHRASE));
    assert_refused(&refused, FailureKind::WrongSecret, Some("passphrase"));
    assert!(refused.remedy.as_deref().is_some_and(|remedy| remedy.contains("aujourd’hui")), "{refused:?}");
    office.moment.running += Duration::from_secs(31);
    office.call("unlock", json!({ "passphrase": OTHER }));
    office.call("restore_copy", copy(OTHER));
    reopened_with(&mut office, "unlock", json!({ "passphrase": OTHER }));
}

#[test]
fn a_change_is_refused_at_the_field_that_is_wrong_and_changes_nothing() {
    let mut office = an_office();
    for (current, passphrase, kind, field) in [
        ("", OTHER, FailureKind::Refused, "current"),
        (PASSPHRASE, "trop court", FailureKind::Refused, "passphrase"),
        (PASSPHRASE, PASSPHRASE, FailureKind::Refused, "passphrase"),
        ("ce n’est pas elle", OTHER, FailureKind::WrongSecret, "current"),
    ] {
        let refused = office.refused("change_passphrase", phrase(current, passphrase));
        assert_refused(&refused, kind, Some(field));
    }
    let early = office.refused("change_passphrase", phrase(PASSPHRASE, OTHER));
    assert_refused(&early, FailureKind::WrongSecret, Some("current"));
    assert!(early.message.starts_with("Attendez"), "{}", early.message);
    office.moment.running += Duration::from_secs(31);
    office.call("change_passphrase", phrase(PASSPHRASE, OTHER));
}

#[test]
fn whoever_opened_with_the_code_chooses_a_passphrase_without_the_lost_one() {
    let mut office = an_office();
    let code = office.code.clone();
    office.call("lock", json!({}));
    let opened = office.call("unlock_with_code", json!({ "code": code }));
    assert_eq!(opened["by_code"], true);
    assert_eq!(office.call("safety_overview", json!({}))["is_opened_with_code"], true);
    let view = office.call("change_passphrase", phrase("", OTHER));
    assert_eq!(view["is_opened_with_code"], false);
    let refused = office.refused("change_passphrase", phrase("", PASSPHRASE));
    assert_refused(&refused, FailureKind::Refused, Some("current"));
    let (new, retyped) = drawn(&mut office);
    office.call("replace_recovery_code", json!({ "current": OTHER, "retyped": retyped }));
    office.call("lock", json!({}));
    let gone = office.refused("unlock_with_code", json!({ "code": code }));
    assert_refused(&gone, FailureKind::WrongSecret, Some("code"));
    office.moment.running += Duration::from_secs(31);
    office.call("unlock_with_code", json!({ "code": new }));
    assert_eq!(office.call("unlock", json!({ "passphrase": OTHER }))["by_code"], true, "it is open already");
}

#[test]
fn a_new_code_is_kept_only_once_it_was_copied_back() {
    let mut office = an_office();
    let early = office.refused("replace_recovery_code", json!({ "current": PASSPHRASE, "retyped": ["0000", "0000"] }));
    assert_refused(&early, FailureKind::Refused, None);
    let (new, retyped) = drawn(&mut office);
    let wrong = json!({ "current": PASSPHRASE, "retyped": [retyped[0], "0000"] });
    let refused = office.refused("replace_recovery_code", wrong);
    assert_refused(&refused, FailureKind::Refused, Some("retyped_2"));
    let former = office.code.clone();
    office.call("prove_recovery_code", json!({ "code": former }));
    office.moment = at("2027-01-09");
    let view = office.call("replace_recovery_code", json!({ "current": PASSPHRASE, "retyped": retyped }));
    assert_eq!(text(&view, "/code/made_on/text"), "9 janvier 2027");
    let refused = office.refused("prove_recovery_code", json!({ "code": former }));
    assert_refused(&refused, FailureKind::WrongSecret, Some("code"));
    office.moment.running += Duration::from_secs(31);
    office.call("prove_recovery_code", json!({ "code": new }));
}

#[test]
fn the_code_is_tried_from_time_to_time_and_its_age_is_said() {
    let mut office = an_office();
    let code = |office: &mut Office| office.call("safety_overview", json!({}))["code"].clone();
    assert_eq!(code(&mut office)["is_due"], false);
    office.moment = at("2027-09-20");
    assert_eq!(text(&code(&mut office), "/text"), "essayé il y a 10\u{a0}mois".replace('\u{a0}', " "));
    office.moment = at("2027-11-20");
    assert_eq!(code(&mut office)["is_due"], true);
    let typed = office.code.to_lowercase();
    let view = office.call("prove_recovery_code", json!({ "code": typed }));
    assert_eq!(view["code"]["is_due"], false);
    assert_eq!(text(&view, "/code/text"), "essayé aujourd’hui");
    assert_eq!(text(&view, "/code/rhythm"), "à essayer chaque année");
}

#[test]
fn a_renewed_key_shuts_out_both_former_secrets_and_loses_nothing() {
    let mut office = an_office();
    office.call("record_request", a_request("Sonia", "Delmas"));
    let before = office.dump();
    let (new, retyped) = drawn(&mut office);
    office.call("renew_key", json!({ "current": PASSPHRASE, "passphrase": OTHER, "retyped": retyped }));
    assert_eq!(office.dump(), before);
    office.call("record_request", a_request("Noé", "Vauclerc"));
    let former = office.code.clone();
    office.call("lock", json!({}));
    for (call, input) in
        [("unlock", json!({ "passphrase": PASSPHRASE })), ("unlock_with_code", json!({ "code": former }))]
    {
        assert_eq!(office.refused(call, input).kind, FailureKind::WrongSecret);
        office.moment.running += Duration::from_secs(31);
    }
    office.call("unlock_with_code", json!({ "code": new }));
    reopened_with(&mut office, "unlock", json!({ "passphrase": OTHER }));
    assert_eq!(office.call("dossiers", json!({ "search": "", "offset": 0 }))["found"], 2);
    assert_eq!(office.call("verify", json!({}))["sound"], true);
    office.call("undo", json!({}));
    assert_eq!(office.call("dossiers", json!({ "search": "", "offset": 0 }))["found"], 1);
}

#[test]
fn copies_of_the_former_key_go_when_asked_once_another_was_made() {
    let mut office = an_office();
    let (_, retyped) = drawn(&mut office);
    let view = office.call("renew_key", json!({ "current": PASSPHRASE, "passphrase": OTHER, "retyped": retyped }));
    assert_eq!(view["former_copies"], 1, "the one made before the change");
    let early = office.refused("destroy_former_copies", json!({ "count": 1 }));
    assert!(early.message.contains("nouvelle clé"), "{}", early.message);
    office.call("copy_here", json!({}));
    let slip = office.refused("destroy_former_copies", json!({ "count": 7 }));
    assert_refused(&slip, FailureKind::Refused, None);
    assert_eq!(office.call("destroy_former_copies", json!({ "count": 1 }))["former_copies"], 0);
}

#[test]
fn the_delay_of_the_lock_is_a_dated_rule_within_its_bounds() {
    let mut office = an_office();
    let change = |lock: &str, due: &str, late: &str, months: &str| {
        json!({ "version": { "corrects": "", "from": "", "source": "Note de service", "reason": "" },
            "fields": { "lock_minutes": lock, "copy_due_days": due, "copy_late_days": late, "code_test_months": months } })
    };
    assert_eq!(office.call("status", json!({}))["lock_minutes"], 10);
    let start = office.call("safety_rules", json!({}));
    assert_eq!(text(&start, "/versions/0/clauses/0/text"), "après 10 minutes sans activité");
    for (lock, due, late, months, field) in [
        ("2", "7", "14", "12", "lock_minutes"),
        ("31", "7", "14", "12", "lock_minutes"),
        ("10", "", "14", "12", "copy_due_days"),
        ("10", "7", "7", "12", "copy_late_days"),
        ("10", "7", "14", "25", "code_test_months"),
    ] {
        let refused = office.refused("set_safety_rules", change(lock, due, late, months));
        assert_refused(&refused, FailureKind::Refused, Some(field));
    }
    office.call("set_safety_rules", change("5", "7", "14", "6"));
    assert_eq!(office.call("status", json!({}))["lock_minutes"], 5);
    assert_eq!(text(&office.call("safety_overview", json!({})), "/lock"), "verrou après 5 minutes sans activité");
    office.call("undo", json!({}));
    assert_eq!(office.call("status", json!({}))["lock_minutes"], 10);
    office.call("lock", json!({}));
    assert_eq!(office.call("status", json!({}))["lock_minutes"], Value::Null, "known only once it is open");
}
