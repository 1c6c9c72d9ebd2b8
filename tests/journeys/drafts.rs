//! Closing in the middle of a form, coming back, finding it.

use desk::FailureKind;
use serde_json::json;

use crate::office::{a_member, a_request, an_office, text};

#[test]
fn what_was_being_typed_is_found_after_a_restart() {
    let mut office = an_office();
    let body = json!({ "last_name": "Vauc" }).to_string();
    office.call("keep_draft", json!({ "dossier": null, "form": "new_request", "body": body }));
    let mut office = office.restarted();
    office.unlock();
    let found = office.call("draft", json!({ "dossier": null, "form": "new_request" }));
    assert_eq!(text(&found, "/body"), body);
    let left = office.call("drafts", json!({}));
    assert_eq!(text(&left, "/drafts/0/form"), "new_request");
    assert_eq!(left["drafts"].as_array().unwrap().len(), 1);
}

#[test]
fn a_form_that_ends_takes_its_draft_with_it() {
    let mut office = an_office();
    let none = json!({ "dossier": null, "form": "new_request" });
    office.call("keep_draft", json!({ "dossier": null, "form": "new_request", "body": "{}" }));
    let dossier = office.call("record_request", a_request("Sonia", "Delmas"))["id"].as_i64().unwrap();
    assert!(office.call("draft", none)["body"].is_null());
    office.call("keep_draft", json!({ "dossier": dossier, "form": "member", "body": "{\"name\":\"I\"}" }));
    office.call("add_member", a_member(dossier, "Inès", ""));
    assert!(office.call("draft", json!({ "dossier": dossier, "form": "member" }))["body"].is_null());
}

#[test]
fn a_draft_is_outside_undo_and_can_be_dropped() {
    let mut office = an_office();
    let dossier = office.request_of("Sonia", "Delmas");
    office.call("keep_draft", json!({ "dossier": dossier, "form": "person", "body": "{}" }));
    let undo = office.call("undo_state", json!({}));
    assert_eq!(text(&undo, "/undo"), "Enregistrement de la demande 2026-001, Sonia Delmas.");
    office.call("drop_draft", json!({ "dossier": dossier, "form": "person" }));
    assert!(office.call("draft", json!({ "dossier": dossier, "form": "person" }))["body"].is_null());
}

#[test]
fn a_draft_has_a_form_a_dossier_and_a_limit() {
    let mut office = an_office();
    for (input, kind) in [
        (json!({ "dossier": null, "form": "mon journal", "body": "" }), FailureKind::Refused),
        (json!({ "dossier": null, "form": "", "body": "" }), FailureKind::Refused),
        (json!({ "dossier": 99, "form": "person", "body": "" }), FailureKind::Gone),
        (json!({ "dossier": null, "form": "new_request", "body": "a".repeat(70_000) }), FailureKind::Refused),
    ] {
        assert_eq!(office.refused("keep_draft", input).kind, kind);
    }
}

#[test]
fn any_form_keeps_what_is_typed_and_those_that_have_a_title_are_offered_again() {
    let mut office = an_office();
    let dossier = office.request_of("Sonia", "Delmas");
    let agreement = json!({ "dossier": null, "form": "agreement:bank.2026-11-20", "body": "{}" });
    office.call("keep_draft", agreement);
    for item in ["hearing:7", "hearing:8"] {
        office.call("keep_draft", json!({ "dossier": dossier, "form": item, "body": item }));
    }
    let kept = office.call("draft", json!({ "dossier": dossier, "form": "hearing:7" }));
    assert_eq!(text(&kept, "/body"), "hearing:7");
    office.call("keep_draft", json!({ "dossier": dossier, "form": "death", "body": "{}" }));
    let left = office.call("drafts", json!({}));
    let titles: Vec<&str> = left["drafts"].as_array().unwrap().iter().filter_map(|one| one["title"].as_str()).collect();
    let hearing = "Décision d’une séance, Sonia Delmas";
    assert_eq!(titles, ["Décès, Sonia Delmas", hearing, hearing], "an agreement has no place in the list");
}
