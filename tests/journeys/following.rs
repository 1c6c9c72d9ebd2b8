//! What follows an act: its paper, its draft of an e-mail, its line in a calendar.

use std::fs;

use desk::FailureKind;
use serde_json::{Value, json};

use crate::office::{Office, an_office, assert_refused, at, plain, text};

fn appointed(office: &mut Office) -> i64 {
    let dossier = office.request_of("Nadège", "Toriel");
    let asked =
        json!({ "dossier": dossier, "on": "24/11/2026", "at": "10h", "kind": "", "place": "bureau 2", "note": "" });
    office.call("set_appointment", asked);
    dossier
}

fn follows(office: &mut Office) -> Value {
    office.call("undo_state", json!({}))["follows"].clone()
}

/// The file that was handed to the system last.
fn shown(office: &Office) -> String {
    let file = office.shown.lock().unwrap().last().unwrap().clone();
    String::from_utf8(fs::read(file).unwrap()).unwrap()
}

#[test]
fn an_act_calls_for_its_paper_and_its_line_in_the_calendar() {
    let mut office = an_office();
    let dossier = appointed(&mut office);
    assert_eq!(follows(&mut office), json!({ "dossier": dossier, "paper": "documents_list", "appointment": true }));
    let asked = json!({ "dossier": dossier, "paper": "documents_list" });
    assert_eq!(office.call("paper_card", asked.clone())["ready"], true);

    office.call("change_person", json!({ "dossier": dossier, "field": "email", "value": "n.toriel@exemple.fr" }));
    assert_eq!(follows(&mut office), Value::Null, "a field calls for nothing");
    office.call("undo", json!({}));
    office.call("undo", json!({}));
    assert_eq!(text(&follows(&mut office), "/paper"), "documents_list", "the request calls for the same list");
    assert_eq!(follows(&mut office)["appointment"], false);
}

#[test]
fn the_menu_offers_the_paper_of_the_moment_until_it_went_out() {
    let mut office = an_office();
    let dossier = appointed(&mut office);
    let menu = office.call("print_menu", json!({ "dossier": dossier }));
    assert_eq!(text(&menu, "/now/key"), "documents_list", "{menu}");
    assert_eq!(text(&menu, "/handed_over"), "");
    assert!(
        menu["ready"].as_array().unwrap().iter().all(|card| card["ready"] == true && card["key"] != "documents_list")
    );
    office.call("open_paper", json!({ "dossier": dossier, "paper": "documents_list" }));
    let menu = office.call("print_menu", json!({ "dossier": dossier }));
    assert_eq!(menu["now"], Value::Null, "{menu}");
    assert_eq!(plain(&text(&menu, "/handed_over")), "1 papier");
}

#[test]
fn an_appointment_goes_to_the_calendar_without_a_name() {
    let mut office = an_office();
    let dossier = appointed(&mut office);
    office.call("open_appointment", json!({ "dossier": dossier }));
    let file = shown(&office);
    assert!(file.contains("DTSTART:20261124T090000Z") && file.contains("2026-001"), "{file}");
    assert!(!file.contains("Toriel"), "{file}");
    let other = office.request_of("Karim", "Benali");
    assert_refused(&office.refused("open_appointment", json!({ "dossier": other })), FailureKind::Refused, None);
}

#[test]
fn a_paper_leaves_as_a_draft_behind_a_password_that_is_nowhere() {
    let mut office = an_office();
    let dossier = office.delmas();
    office.call("change_person", json!({ "dossier": dossier, "field": "email", "value": "s.delmas@exemple.fr" }));
    let mailed = office.call("mail_paper", json!({ "dossier": dossier, "paper": "budget_sheet" }));
    let password = text(&mailed, "/password");
    assert_eq!(password.split(' ').count(), 4);
    let draft = shown(&office);
    let (head, body) = draft.split_once("\r\n\r\n").unwrap();
    assert!(
        head.contains("X-Unsent: 1") && head.contains("s.delmas@exemple.fr") && head.contains("2026-001"),
        "{head}"
    );
    assert!(!head.contains("Delmas") && !draft.contains(&password), "{head}");
    assert!(!body.contains("%PDF"));
    let file = office.shown.lock().unwrap().last().unwrap().clone();
    assert!(file.starts_with(office.desk.opened_folder()), "it is wiped at the lock");

    let kept = office.call("kept_papers", json!({ "dossier": dossier }));
    assert_eq!(text(&kept, "/papers/0/title"), "Fiche budgétaire", "the paper is kept as it is");
    let journal = office.call("access_journal", json!({ "dossier_reference": "", "on": "", "offset": 0 }));
    assert!(journal.to_string().contains("brouillon de courriel"), "{journal}");
    let again = office.call("mail_paper", json!({ "dossier": dossier, "paper": "budget_sheet" }));
    assert_ne!(text(&again, "/password"), password, "each copy has its own");
    office.moment = at("2026-11-21");
    office.call("lock", json!({}));
    assert!(!file.exists());
}

#[test]
fn a_paper_about_nobody_leaves_without_a_password() {
    let mut office = an_office();
    let mailed = office.call("mail_paper", json!({ "paper": "data_notice" }));
    assert_eq!(text(&mailed, "/password"), "");
    assert!(shown(&office).contains("JVBERi0"), "the PDF is there as it is");
}
