//! Aujourd’hui: what follows from the facts, done in one key, put off with a reason, dated by the office's own delays.

use std::fs;

use desk::FailureKind;
use serde_json::{Value, json};

use crate::decisions::{a_dossier, on, submitted};
use crate::office::{Office, a_request, an_office, assert_refused, at, plain, text};
use crate::settings::version;

/// What an input of a call of this room is, for the journeys that try every call.
pub fn sample(call: &str, dossier: i64) -> Option<Value> {
    match call {
        "finish_task" => Some(json!({ "dossier": dossier, "task": "next_step" })),
        "note_task_call" => Some(json!({ "dossier": dossier, "task": "next_step", "outcome": "reached", "note": "" })),
        "put_off_task" => Some(json!({ "dossier": dossier, "task": "next_step", "until": "dans 8 jours",
            "reason": "absente cette semaine" })),
        _ => None,
    }
}

/// Each group in a line, then its dossiers' tasks: `En retard : callback_request`.
fn listed(today: &Value) -> Vec<String> {
    let groups = today["groups"].as_array().unwrap().iter();
    let tasks = groups.flat_map(|group| {
        let title = text(group, "/title");
        let dossiers = group["dossiers"].as_array().unwrap().clone();
        dossiers.into_iter().map(move |due| {
            let tasks = due["tasks"].as_array().unwrap().iter().map(|task| text(task, "/key"));
            format!("{title} : {}", tasks.collect::<Vec<_>>().join(", "))
        })
    });
    tasks.collect()
}

fn today(office: &mut Office, day: &str) -> Value {
    office.moment = at(day);
    office.call("today", json!({}))
}

#[test]
fn a_request_without_a_date_is_to_be_called_back_and_done_in_one_key() {
    let mut office = an_office();
    let dossier = office.request_of("Sonia", "Delmas");
    let view = office.call("today", json!({}));
    assert_eq!(listed(&view), ["Les prochains jours : callback_request"]);
    let task = &view["groups"][0]["dossiers"][0]["tasks"][0];
    assert_eq!(plain(&text(task, "/what")), "Rappeler la personne : Réparation de voiture.");
    assert_eq!(text(task, "/action"), "call");
    let late = today(&mut office, "2026-11-25");
    assert_eq!(listed(&late), ["En retard : callback_request"]);
    assert_eq!(plain(&text(&late, "/groups/0/dossiers/0/tasks/0/when")), "2 jours");
    let done = office.call("finish_task", json!({ "dossier": dossier, "task": "callback_request" }));
    assert!(listed(&done).is_empty(), "the next step is for later: {:?}", listed(&done));
    let view = office.call("dossier", json!({ "dossier": dossier }));
    assert_eq!(text(&view, "/next/date/iso"), "2026-12-28", "no open dossier is without a date, Christmas is not one");
    let again = office.refused("finish_task", json!({ "dossier": dossier, "task": "callback_request" }));
    assert!(plain(&again.message).starts_with("Cette tâche n’est plus à faire"));
    let undone = office.call("undo", json!({}));
    assert_eq!(text(&undone, "/sentence"), "Annulé : tâche faite, Sonia Delmas.");
    assert_eq!(listed(&office.call("today", json!({}))), ["En retard : callback_request"]);
    assert_eq!(office.call("verify", json!({}))["sound"], true);
}

#[test]
fn a_task_waits_for_another_day_with_its_reason() {
    let mut office = an_office();
    let dossier = office.request_of("Sonia", "Delmas");
    let put_off = |until: &str, reason: &str| json!({ "dossier": dossier, "task": "callback_request", "until": until, "reason": reason });
    for (until, reason, field) in [
        ("", "absente", "until"),
        ("20/11/2026", "absente", "until"),
        ("bientôt", "absente", "until"),
        ("3 déc", " ", "reason"),
    ] {
        assert_refused(&office.refused("put_off_task", put_off(until, reason)), FailureKind::Refused, Some(field));
    }
    office.call("put_off_task", put_off("3 déc", "hospitalisée"));
    let view = today(&mut office, "2026-12-03");
    let task = &view["groups"][0]["dossiers"][0]["tasks"][0];
    assert_eq!(
        (text(task, "/key"), text(task, "/put_off")),
        ("callback_request".to_owned(), "hospitalisée".to_owned())
    );
    assert_eq!(text(&view, "/groups/0/title"), "Aujourd’hui");
}

#[test]
fn what_others_owe_is_told_since_when_and_the_adviser_is_told_what_to_do() {
    let (mut office, dossier, _) = a_dossier();
    crate::decisions::prepared(&mut office, dossier);
    on(&mut office, "2026-11-20", "decide_orientation", dossier, json!({ "direction": "submit" }));
    let view = office.call("dossier", json!({ "dossier": dossier }));
    assert_eq!(text(&view, "/next/date/iso"), "2026-11-23", "three days to send it");
    assert_eq!(plain(&text(&view, "/next/what")), "Transmettre le dossier à la banque.");
    on(&mut office, "2026-11-23", "submit_to_lender", dossier, json!({}));
    let view = today(&mut office, "2026-12-01");
    let waiting = view["waiting"].as_array().unwrap();
    let bank = waiting.iter().find(|one| one["whom"] == "Banque du Val").unwrap();
    assert_eq!(plain(&text(bank, "/since")), "8 jours");
    assert_eq!(text(bank, "/name"), "Sonia Delmas");
    assert_eq!(view["waiting_found"].as_u64().unwrap(), waiting.len() as u64);
}

#[test]
fn a_delay_that_changes_dates_the_tasks_it_touches_again_and_undoes_with_them() {
    let mut office = an_office();
    let dossier = office.request_of("Sonia", "Delmas");
    let next = |office: &mut Office| text(&office.call("dossier", json!({ "dossier": dossier })), "/next/date/iso");
    assert_eq!(next(&mut office), "2026-11-23", "in two days, on a working day");
    let view = office.call("follow_up_rules", json!({}));
    assert!(view["tasks"].as_array().unwrap().iter().any(|task| task["key"] == "callback_request"));
    let change = |days: &str, off: bool| {
        json!({ "version": version("", "01/11/2026", "Note de service", ""),
            "fields": { "first_next_date_days": "30", "renewal_days": "60", "silent_months": "3",
                "answer_default_days": "20", "redirection_callback_days": "10",
                "tasks": [{ "key": "callback_request", "days": days, "off": off }] } })
    };
    let view = office.call("set_follow_up_rules", change("5", false));
    assert_eq!(next(&mut office), "2026-11-25", "from a date in the past");
    let clauses = view["versions"][0]["clauses"].to_string();
    assert!(plain(&clauses).contains("Rappeler la personne"), "{clauses}");
    assert_eq!(office.call("office", json!({}))["first_next_date_days"], 5);
    office.call("undo", json!({}));
    assert_eq!(next(&mut office), "2026-11-23");
    office.call("set_follow_up_rules", change("2", true));
    assert_eq!(next(&mut office), "2026-12-21", "an office that does without it");
    assert_eq!(office.call("verify", json!({}))["sound"], true);
    assert_refused(
        &office.refused("set_follow_up_rules", change("400", false)),
        FailureKind::Refused,
        Some("task_callback_request"),
    );
}

#[test]
fn archived_dossiers_have_nothing_to_be_done() {
    let mut office = an_office();
    let dossier = office.request_of("Sonia", "Delmas");
    assert_eq!(listed(&today(&mut office, "2029-01-10")), ["En retard : callback_request"]);
    office.call("archive_dossier", json!({ "dossier": dossier, "reason": "contrôle de la chambre des comptes" }));
    let view = today(&mut office, "2029-01-11");
    assert!(listed(&view).is_empty());
    assert_eq!((view["waiting_found"].as_u64(), view["silent_found"].as_u64()), (Some(0), Some(0)));
}

#[test]
fn the_office_is_told_of_what_it_has_to_do_itself() {
    let mut office = an_office();
    let bank = crate::decisions::a_bank(&mut office, "Banque du Val");
    let agreements = office.call("lenders", json!({}));
    let agreement = agreements["lenders"][0]["agreements"][0]["version"]["key"].clone();
    let _ = (bank, agreement);
    let new_office = today(&mut office, "2027-01-04");
    assert!(new_office["office"].as_array().unwrap().is_empty(), "no dossier yet, no bilan to establish");
    office.moment = at("2026-11-25");
    office.request_of("Sonia", "Delmas");
    let january = today(&mut office, "2027-01-05");
    let told: Vec<String> = january["office"].as_array().unwrap().iter().map(|task| text(task, "/what")).collect();
    assert!(told.contains(&"Bilan 2026 à relire et à établir".to_owned()), "{told:?}");
    assert!(today(&mut office, "2027-06-05")["office"].as_array().unwrap().is_empty());
}

#[test]
fn the_page_of_the_day_is_printed() {
    let mut office = an_office();
    office.request_of("Sonia", "Delmas");
    office.moment = at("2026-11-25");
    let file = office.folder.path().join("agenda.pdf");
    office.files.offer("agenda", file.clone());
    office.call("save_paper", json!({ "of": { "paper": "agenda" }, "file": "agenda" }));
    assert!(fs::read(&file).unwrap().starts_with(b"%PDF"));
    let drawn = office.call("draw_paper", json!({ "paper": "agenda" }));
    assert_eq!(text(&drawn, "/title"), "Agenda");
}

#[test]
fn the_date_the_adviser_sets_stands_for_the_rules_until_it_is_met() {
    let mut office = an_office();
    let mut input = a_request("Sonia", "Delmas");
    input["next_date"] = json!("3 déc");
    let dossier = office.call("record_request", input)["id"].as_i64().unwrap();
    assert_eq!(listed(&today(&mut office, "2026-12-03")), ["Aujourd’hui : own_date"]);
    let view = office.call("finish_task", json!({ "dossier": dossier, "task": "own_date" }));
    assert!(listed(&view).is_empty(), "two days later is a Saturday: {:?}", listed(&view));
    let friday = today(&mut office, "2026-12-04");
    assert_eq!(listed(&friday), ["Les prochains jours : callback_request"], "what it stood for is counted from there");
}

/// How many papers are awaited from the person, as the task says it.
fn awaited(office: &mut Office) -> String {
    let today = plain(&office.call("today", json!({})).to_string());
    let (before, _) = today.split_once(" à recevoir de").expect("papers are awaited");
    before.rsplit('"').next().unwrap().to_owned()
}

#[test]
fn a_paper_that_held_when_the_file_left_is_not_awaited_again_once_it_is_old() {
    let (mut office, dossier, bank) = a_dossier();
    office.call("change_request", json!({ "dossier": dossier, "field": "purpose", "value": "vehicle_purchase" }));
    for (document, state, issued_on) in [("pay_slips", "requested", ""), ("bank_statements", "checked", "15/11/2026")] {
        office.call(
            "note_document",
            json!({ "dossier": dossier, "document": document, "part": "", "state": state,
            "issued_on": issued_on, "valid_until": "", "reason": "" }),
        );
    }
    submitted(&mut office, dossier);
    on(&mut office, "2026-12-18", "note_agreement_in_principle", dossier, json!({ "lender": bank }));
    office.moment = at("2026-12-21");
    let before = awaited(&mut office);
    office.call(
        "note_document",
        json!({ "dossier": dossier, "document": "seller_identity", "part": "",
        "state": "received", "issued_on": "", "valid_until": "", "reason": "" }),
    );
    assert_eq!(awaited(&mut office), before, "the statements of November left with the file");
}

#[test]
fn a_call_that_reaches_ends_its_task_and_one_that_does_not_brings_it_back() {
    let mut office = an_office();
    let dossier = office.call("record_request", a_request("Yannick", "Peltrault"))["id"].clone();
    let day = today(&mut office, "2026-11-27");
    assert_eq!(listed(&day), ["En retard : callback_request"]);
    let call = |outcome: &str| json!({ "dossier": dossier, "task": "callback_request", "outcome": outcome, "note": "rappelle lundi" });
    assert_refused(&office.refused("note_task_call", call("maybe")), FailureKind::Refused, Some("outcome"));
    let after = office.call("note_task_call", call("message"));
    assert_eq!(listed(&after), ["Les prochains jours : callback_request"], "a Friday: it comes back on Monday");
    assert_eq!(text(&after, "/groups/0/dossiers/0/tasks/0/put_off"), "message laissé");
    office.call("undo", json!({}));
    let after = office.call("note_task_call", call("reached"));
    assert_eq!(listed(&after), [""; 0], "one gesture: the exchange is noted and the task done");
    let story = office.call("story", json!({ "dossier": dossier })).to_string();
    assert!(story.contains("rappelle lundi"), "{story}");
    office.call("undo", json!({}));
    assert_eq!(listed(&today(&mut office, "2026-11-27")), ["En retard : callback_request"], "undone whole");
}
