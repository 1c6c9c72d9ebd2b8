//! Every action that writes is undone to the letter, and done again.

use desk::calls::{CALLS, Kind};
use serde_json::{Value, json};

use crate::office::{DELMAS, Office, a_line, a_member, a_request, an_office, text};

/// One sound input of each call that writes, on the Delmas dossier.
pub fn sample(call: &str, office: &mut Office, dossier: i64) -> Value {
    let view = office.call("dossier", json!({ "dossier": dossier }));
    let budget = office.call("budget", json!({ "dossier": dossier }));
    let member = view.pointer("/household/members/1/id").unwrap().clone();
    let line = budget.pointer("/sections/0/lines/0/id").unwrap().clone();
    let with = |mut input: Value, key: &str, value: Value| {
        input[key] = value;
        input
    };
    match call {
        "change_numbering" => json!({ "prefix": "VB-", "width": "4", "from": "" }),
        "record_request" => a_request("Samira", "Vauclerc"),
        "change_person" => json!({ "dossier": dossier, "field": "commune", "value": "Valbourg" }),
        "change_request" => json!({ "dossier": dossier, "field": "project", "value": "Scooter" }),
        "add_member" => a_member(dossier, "Inès", "2/9/2013"),
        "change_member" => with(a_member(dossier, "Lila", ""), "member", member),
        "remove_member" => json!({ "dossier": dossier, "member": member }),
        "add_budget_line" => a_line(dossier, ("food", "", "90", "weekly", "", "")),
        "change_budget_line" => with(a_line(dossier, DELMAS[3]), "line", line),
        "prefill_budget" => {
            json!({ "dossier": crate::phone_answers::recorded(office, json!({ "rent_total": "520" })) })
        }
        "confirm_budget_lines" => {
            let project = json!({ "dossier": dossier, "project": "permis de conduire" });
            json!({ "dossier": office.call("start_new_project", project)["id"] })
        }
        "remove_budget_line" => json!({ "dossier": dossier, "line": line }),
        "add_statement_review" => json!({ "dossier": dossier, "fields": { "account": "livret A", "lowest": "12" } }),
        "change_statement_review" | "remove_statement_review" => {
            let fields = json!({ "account": "compte courant", "from": "08/2026", "lowest": "-184,30" });
            let view = office.call("add_statement_review", json!({ "dossier": dossier, "fields": fields }));
            let one = with(json!({ "dossier": dossier }), "review", view.pointer("/accounts/0/id").unwrap().clone());
            if call == "remove_statement_review" { one } else { with(one, "fields", json!({ "account": "livret A" })) }
        }
        "archive_dossier" | "extend_retention" | "take_back_retention" => {
            crate::data_protection::sample(call, office, dossier)
        }
        other => match crate::project::sample(other, office, dossier) {
            Some(input) => input,
            None => match decided(other, office, dossier) {
                Some(input) => input,
                None => crate::settings::sample(other, office),
            },
        },
    }
}

/// The inputs of assessments and decisions.
fn decided(call: &str, office: &mut Office, dossier: i64) -> Option<Value> {
    crate::assessment::sample(call, office, dossier)
        .or_else(|| crate::account_statements::sample(call, office, dossier))
        .or_else(|| crate::attachments::sample(call, office, dossier))
        .or_else(|| crate::eligibility::sample(call, office, dossier))
        .or_else(|| crate::decisions::sample(call, office, dossier))
        .or_else(|| crate::pieces::sample(call, office, dossier))
        .or_else(|| crate::first_contact::sample(call, office, dossier))
        .or_else(|| crate::history::sample(call, office, dossier))
        .or_else(|| crate::refunds::sample(call, office, dossier))
        .or_else(|| crate::contacts::sample(call, office))
        .or_else(|| crate::loan::sample(call, office, dossier))
        .or_else(|| crate::sessions::sample(call, office, dossier))
        .or_else(|| crate::tasks::sample(call, dossier))
        .or_else(|| crate::follow_up::sample(call, office, dossier))
        .or_else(|| crate::partners::sample(call, office, dossier))
        .or_else(|| crate::report::sheets::sample(call))
        .or_else(|| crate::report::sample(call))
}

#[test]
fn every_call_that_writes_is_undone_to_the_letter_and_done_again() {
    for call in CALLS.iter().filter(|call| call.kind == Kind::Write) {
        let mut office = an_office();
        let dossier = office.delmas();
        let input = sample(call.name, &mut office, dossier);
        let before = office.dump();
        office.call(call.name, input);
        let after = office.dump();
        assert_ne!(before, after, "{} changes something", call.name);
        office.call("undo", json!({}));
        assert_eq!(office.dump(), before, "{} undone", call.name);
        office.call("redo", json!({}));
        assert_eq!(office.dump(), after, "{} done again", call.name);
        let verdict = office.call("verify", json!({}));
        assert_eq!(verdict["sound"], true, "{}: {verdict}", call.name);
    }
}

#[test]
fn everything_is_undone_step_by_step_to_the_empty_office() {
    let mut office = an_office();
    let empty = office.dump();
    office.delmas();
    let full = office.dump();
    let mut steps = 0;
    while !office.call("undo_state", json!({}))["undo"].is_null() {
        office.call("undo", json!({}));
        steps += 1;
    }
    assert_eq!(steps, 1 + 3 + 2 + DELMAS.len());
    assert_eq!(office.dump(), empty);
    assert_eq!(office.call("dossiers", json!({ "search": "delmas", "offset": 0 }))["found"], 0);
    for _ in 0..steps {
        office.call("redo", json!({}));
    }
    assert_eq!(office.dump(), full);
    assert_eq!(office.call("dossiers", json!({ "search": "delmas", "offset": 0 }))["found"], 1);
}

#[test]
fn undo_says_what_it_did_and_survives_the_lock() {
    let mut office = an_office();
    let dossier = office.request_of("Sonia", "Delmas");
    office.call("change_person", json!({ "dossier": dossier, "field": "phone", "value": "06 39 98 20 61" }));
    office.call("lock", json!({}));
    office.unlock();
    let undone = office.call("undo", json!({}));
    assert_eq!(text(&undone, "/sentence"), "Annulé : modification du téléphone, Sonia Delmas.");
    assert_eq!(undone["dossier"], dossier);
    let undone = office.call("undo", json!({}));
    assert!(undone["dossier"].is_null(), "the dossier itself is gone");
    office.refused("undo", json!({}));
    office.refused("dossier", json!({ "dossier": dossier }));
    office.call("redo", json!({}));
    office.call("record_request", a_request("Samira", "Vauclerc"));
    office.refused("redo", json!({}));
}

#[test]
fn an_action_that_changes_nothing_is_no_action() {
    let mut office = an_office();
    let dossier = office.request_of("Sonia", "Delmas");
    let before = office.call("undo_state", json!({}));
    office.call("change_person", json!({ "dossier": dossier, "field": "first_name", "value": "Sonia" }));
    office.call("change_request", json!({ "dossier": dossier, "field": "amount", "value": "2000" }));
    assert_eq!(office.call("undo_state", json!({})), before);
}
