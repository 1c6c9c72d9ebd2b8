//! The page a dossier opens on says what the acts say, at each moment of its life.

use serde_json::{Value, json};

use crate::decisions::{a_bank, a_dossier, approved, decide_to_submit, input, submitted};
use crate::office::{Office, a_request, an_office, at, plain, text};

fn page(office: &mut Office, dossier: i64) -> Value {
    office.call("overview", json!({ "dossier": dossier }))
}

fn stopping(page: &Value) -> Vec<String> {
    let lines = page["lines"].as_array().unwrap().iter();
    lines.filter(|line| line["pressing"] == "stops").map(|line| text(line, "/key")).collect()
}

/// Where a line of the page leads.
fn way(page: &Value, key: &str) -> (String, String) {
    let line = page["lines"].as_array().unwrap().iter().find(|line| line["key"] == key);
    let line = line.unwrap_or_else(|| panic!("{key} in {page}"));
    (text(line, "/way/room"), text(line, "/way/word"))
}

#[test]
fn after_the_call_it_asks_for_an_appointment_then_for_the_list_of_papers() {
    let mut office = an_office();
    let dossier = office.call("record_request", a_request("Nadège", "Toriel"))["id"].as_i64().unwrap();
    let call = page(&mut office, dossier);
    assert_eq!((text(&call, "/main/key").as_str(), text(&call, "/main/way/room").as_str()), ("appoint", "journal"));
    assert_eq!(way(&call, "born_on"), ("person".to_owned(), "born_on".to_owned()));
    assert_eq!(way(&call, "budget"), ("budget".to_owned(), String::new()));
    assert_eq!(text(&call, "/name"), "Toriel");
    assert!(text(&call, "/sentence").contains("Toriel"), "{}", call["sentence"]);
    let open = |view: &Value, key: &str| {
        let rooms = view["rooms"].as_array().unwrap().iter();
        rooms.filter(|room| room["key"] == key).all(|room| room["open"] == true)
    };
    let view = office.call("dossier", json!({ "dossier": dossier }));
    assert!(open(&view, "overview") && !open(&view, "decisions") && !open(&view, "loan"));

    let agreed = json!({ "dossier": dossier, "on": "24/11/2026", "at": "10 h", "kind": "", "place": "", "note": "" });
    office.call("set_appointment", agreed);
    let before = page(&mut office, dossier);
    assert_eq!(text(&before, "/main/key"), "print_list");
    assert_eq!(text(&before, "/main/way/word"), "documents_list");
    assert!(plain(&text(&before, "/sentence")).contains("mardi 24 novembre à 10 h"), "{}", before["sentence"]);

    office.moment = at("2026-11-24");
    let settled = json!({ "dossier": dossier, "outcome": "held", "minutes": "45", "note": "" });
    let view = office.call("settle_appointment", settled);
    assert!(open(&view, "decisions"), "the first interview opens the room of the opinion");
}

#[test]
fn what_blocks_the_sending_on_the_page_is_what_the_act_refuses() {
    let (mut office, dossier, _) = a_dossier();
    decide_to_submit(&mut office, dossier);
    let ready = page(&mut office, dossier);
    assert_eq!((stopping(&ready), text(&ready, "/main/key").as_str()), (Vec::new(), "submit"));
    assert_eq!(ready["recapitulated"], true);

    let other = a_bank(&mut office, "Banque du Mont");
    office.simulate(dossier, "lender", &other);
    let waits = page(&mut office, dossier);
    assert_eq!(stopping(&waits), ["consent"]);
    assert_eq!(
        (text(&waits, "/main/key").as_str(), text(&waits, "/also/key").as_str()),
        ("print_consent", "note_consent")
    );
    assert_eq!(text(&waits, "/also/way/word"), "event-consent_signed");
    office.refused("submit_to_lender", input(dossier, json!({})));
    office.call("undo", json!({}));
    assert_eq!(text(&page(&mut office, dossier), "/main/key"), "submit");
    office.call("submit_to_lender", input(dossier, json!({ "sent_on": "13/11/2026" })));

    let sent = page(&mut office, dossier);
    assert!(
        plain(&text(&sent, "/sentence")).starts_with("La Banque du Val a le dossier depuis 7 jours."),
        "{}",
        sent["sentence"]
    );
    assert_eq!(text(&sent, "/main/way/word"), "approval");
    let steps: Vec<_> = sent["steps"].as_array().unwrap().iter().map(|step| text(step, "/label")).collect();
    assert_eq!(steps, ["Demande", "Instruction", "Banque", "Prêt", "Clôture"], "this office holds no session");
    assert_eq!(text(&sent, "/steps/2/state"), "current");
}

#[test]
fn the_page_has_four_figures_and_the_last_of_the_story_at_each_moment() {
    let (mut office, dossier, _) = a_dossier();
    let figures =
        |page: &Value| page["figures"].as_array().unwrap().iter().map(|one| text(one, "/value")).collect::<Vec<_>>();
    let asked = page(&mut office, dossier);
    let told: Vec<String> = figures(&asked).iter().map(|value| plain(value)).collect();
    let head = office.call("dossier", json!({ "dossier": dossier }));
    let after = plain(&text(&head, "/loan/reste_a_vivre_after/text"));
    assert_eq!((told[0].as_str(), told[1].as_str(), told[2].as_str()), ("2 400,00 €", "70,86 €", after.as_str()));
    assert_eq!(told.len(), 4);
    submitted(&mut office, dossier);
    let sent = page(&mut office, dossier);
    assert!(sent["thread"].as_array().unwrap().len() > 1);
    assert!(sent["thread_count"].as_u64().unwrap() >= 4, "{}", sent["thread_count"]);
}

#[test]
fn after_a_yes_the_contract_is_to_be_signed_and_the_room_of_the_loan_is_open() {
    let (mut office, dossier, _) = a_dossier();
    approved(&mut office, dossier);
    let page = page(&mut office, dossier);
    assert_eq!((text(&page, "/main/key").as_str(), text(&page, "/main/way/word").as_str()), ("sign", "bank_reference"));
    let view = office.call("dossier", json!({ "dossier": dossier }));
    let loan = view["rooms"].as_array().unwrap().iter().find(|room| room["key"] == "loan").unwrap();
    assert_eq!(loan["open"], true);
}

#[test]
fn a_private_note_stands_in_the_thread_without_its_words() {
    let (mut office, dossier, _) = a_dossier();
    let note = json!({ "kind": "private_note", "note": "Ton sec, à revoir seule." });
    office.call("note_interview", input(dossier, note));
    let page = page(&mut office, dossier);
    assert!(!page.to_string().contains("Ton sec"), "{page}");
}

#[test]
fn the_service_that_sent_the_person_is_named_in_the_thread() {
    let mut office = an_office();
    let dossier = office.call("record_request", a_request("Nadège", "Toriel"))["id"].as_i64().unwrap();
    assert!(!page(&mut office, dossier).to_string().contains("Mission locale de Valbourg"));
    let sample = crate::partners::sample("add_referrer", &mut office, dossier).unwrap();
    let referrer = office.call("add_referrer", sample)["referrers"][0]["id"].to_string();
    office.call("change_request", json!({ "dossier": dossier, "field": "referrer", "value": referrer }));
    let asks = page(&mut office, dossier);
    assert!(asks.to_string().contains("(Mission locale de Valbourg)"));
    assert_eq!(way(&asks, "referrer_told"), ("person".to_owned(), "feedback".to_owned()));
    let refused = json!({ "dossier": dossier, "field": "feedback", "value": "refused" });
    let view = office.call("change_request", refused);
    assert_eq!(view["request"]["feedback"], "refused");
    let lines = page(&mut office, dossier)["lines"].clone();
    assert!(lines.as_array().unwrap().iter().all(|line| line["key"] != "referrer_told"), "{lines}");
}
