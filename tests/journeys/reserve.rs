//! A decision to submit under a condition: the office lifts it before the sending, or the lender reads it.

use serde_json::{Value, json};

use crate::boulogne::committee_grants;
use crate::decisions::{a_dossier, consented, decide_to_submit, input, on};
use crate::delmas_papers::{decided, printed, says};
use crate::office::{Office, an_office, at, plain, text};
use crate::sessions::{announced, hear, item, list, to_be_heard};

const WORDS: &str = "Attestation d’assurance à recevoir";

/// A decision of the 16th of December under a condition, for the office or the lender.
fn conditional(of: &str, letter_words: &str) -> (Office, i64, String) {
    let (mut office, dossier, bank) = decided("36");
    let form = json!({ "direction": "submit", "conditions": WORDS, "condition_for": of, "letter_words": letter_words });
    office.call("decide_orientation", input(dossier, form));
    (office, dossier, bank)
}

fn page(office: &mut Office, dossier: i64) -> Value {
    office.call("overview", json!({ "dossier": dossier }))
}

#[test]
fn a_reserve_of_the_office_stops_the_sending_until_it_is_lifted() {
    let (mut office, dossier, bank) = conditional("office", "l’attestation d’assurance est à m’apporter");
    consented(&mut office, dossier, &bank, "16/12/2026");
    let waits = page(&mut office, dossier);
    let sentence = plain(&text(&waits, "/sentence"));
    assert!(sentence.contains("sous réserve") && sentence.contains("Il reste une chose"), "{sentence}");
    assert_eq!(plain(&text(&waits, "/main/label")), "Noter la réserve levée");
    assert_eq!(text(&waits, "/main/way/word"), "event-reserve_lifted");
    let stops = waits["lines"].as_array().unwrap().iter().filter(|line| line["pressing"] == "stops");
    let stops: Vec<[String; 2]> = stops.map(|line| [text(line, "/key"), text(line, "/note")]).collect();
    assert_eq!(stops, [["reserve".to_owned(), WORDS.to_owned()]]);
    let refused = office.refused("submit_to_lender", input(dossier, json!({ "sent_on": "16/12/2026" })));
    assert!(plain(&refused.message).contains("réserve de la décision levée"), "{refused:?}");
    says(
        &printed(&mut office, dossier, "submission_letter"),
        &["il reste une condition à remplir : l’attestation d’assurance est à m’apporter."],
    );

    let lifted = json!({ "event": "reserve_lifted", "on": "17/12/2026", "note": "Attestation reçue" });
    office.moment = at("2026-12-17");
    let told = office.call("note_lending_event", input(dossier, lifted.clone()));
    let offered: Vec<String> =
        told["forms"].as_array().unwrap_or(&Vec::new()).iter().map(ToString::to_string).collect();
    assert!(!offered.iter().any(|form| form.contains("reserve_lifted")), "it is lifted once: {offered:?}");
    office.refused("note_lending_event", input(dossier, lifted));
    office.refused("submit_to_lender", input(dossier, json!({ "sent_on": "16/12/2026" })));
    assert!(!printed(&mut office, dossier, "submission_letter").contains("condition à remplir"));
    assert_eq!(text(&page(&mut office, dossier), "/main/key"), "submit");
    office.call("submit_to_lender", input(dossier, json!({ "sent_on": "17/12/2026" })));
    assert!(!printed(&mut office, dossier, "bank_file").contains(WORDS), "the lender is not asked what is done");
    let history = office.call("decisions", json!({ "dossier": dossier }));
    let rows = history["orientations"].as_array().unwrap();
    let stated = text(rows.last().unwrap(), "/conditions");
    assert_eq!(plain(&stated), format!("réserve à lever par le CCAS : {WORDS}"));
}

#[test]
fn a_condition_put_to_the_lender_leaves_with_the_file_and_is_printed_on_its_first_page() {
    let (mut office, dossier, bank) = conditional("lender", "");
    consented(&mut office, dossier, &bank, "16/12/2026");
    assert_eq!(text(&page(&mut office, dossier), "/main/key"), "submit");
    let drawn = office.call("draw_paper", json!({ "dossier": dossier, "paper": "bank_file" }));
    let first = plain(&text(&drawn, "/pages/0/text")).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(first.contains(&format!("Condition : {WORDS}.")), "{first}");
    let letter = printed(&mut office, dossier, "submission_letter");
    says(&letter, &["Une condition est posée pour ce prêt : je vous dis laquelle."]);
    assert!(!letter.contains(WORDS), "words of the office are not those for the person: {letter}");
    office.call("submit_to_lender", input(dossier, json!({ "sent_on": "16/12/2026" })));
    office.refused("note_lending_event", input(dossier, json!({ "event": "reserve_lifted", "on": "16/12/2026" })));
}

#[test]
fn a_condition_says_who_sees_to_it_and_a_new_decision_forgets_it() {
    let (mut office, dossier, _) = a_dossier();
    decide_to_submit(&mut office, dossier);
    let form = json!({ "decided_on": "13/11/2026", "direction": "submit", "conditions": WORDS });
    let refused = office.refused("decide_orientation", input(dossier, form.clone()));
    assert_eq!(refused.field.as_deref(), Some("condition_for"));
    let mut reserved = form;
    reserved["condition_for"] = json!("office");
    office.call("decide_orientation", input(dossier, reserved));
    office.refused("submit_to_lender", input(dossier, json!({ "sent_on": "14/11/2026" })));
    let again = json!({ "decided_on": "14/11/2026", "direction": "submit" });
    on(&mut office, "2026-11-20", "decide_orientation", dossier, again);
    on(&mut office, "2026-11-20", "submit_to_lender", dossier, json!({ "sent_on": "14/11/2026" }));
}

#[test]
fn a_committee_that_grants_waits_for_its_reserve_and_its_minutes_say_what_follows() {
    let mut office = an_office();
    office.moment = at("2026-11-20");
    committee_grants(&mut office);
    let dossier = to_be_heard(&mut office, "Banque du Littoral");
    let session = announced(&mut office, "24/11/2026", "");
    let view = list(&mut office, session, dossier);
    office.moment = at("2026-11-24");
    office.call("hold_session", json!({ "session": session }));
    let form = json!({ "direction": "submit", "conditions": WORDS });
    let refused = office.refused("hear_dossier", hear(session, item(&view, 0), form.clone()));
    assert_eq!(refused.field.as_deref(), Some("condition_for"));
    let mut reserved = form;
    reserved["condition_for"] = json!("office");
    reserved["opinions"] = json!([{ "who": "Karim Lestienne", "says": "retrait" }]);
    office.call("hear_dossier", hear(session, item(&view, 0), reserved));
    let shown = office.call("dossier", json!({ "dossier": dossier }));
    assert_eq!(text(&shown, "/stage/key"), "to_submit", "nothing is granted under a reserve");
    let drawn = office.call("draw_paper", json!({ "paper": "committee_minutes", "session": session }));
    let minutes = plain(&drawn["pages"].to_string()).split_whitespace().collect::<Vec<_>>().join(" ");
    says(&minutes, &["Séance n° 2026-01", "Retraits : Karim Lestienne pour le dossier A"]);
    says(&minutes, &["accord sous réserve", "Lever la réserve du dossier A, puis le transmettre à la banque"]);
}
