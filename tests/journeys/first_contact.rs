//! The first contact: the grid of the call, who is known already, what the person is told, who accompanies them.

use serde_json::{Value, json};

use crate::office::{Office, an_office, assert_refused, plain, text};

/// One sound input of each call of the first contact; nothing for another call.
pub fn sample(call: &str, office: &mut Office, dossier: i64) -> Option<Value> {
    let companion = json!({ "role": "professional", "name": "Claire Odin", "organisation": "Mission locale",
        "reach": "05 55 00 00 00", "address": "", "agreed_on": "", "lead": false });
    match call {
        "screening_grid" => Some(json!({})),
        "known_people" => Some(json!({ "last_name": "Delmas", "first_name": "", "born_on": "", "phone": "" })),
        "join_person" | "tell_apart" => {
            let other = office.call("record_request", request("Delmas", "Sonia", "lunettes"));
            let named = json!({ "last_name": "Delmas", "first_name": "Sonia", "born_on": "", "phone": "",
                "apart_from": other["id"] });
            let person = office.call("known_people", named)["people"][0]["person"].clone();
            Some(json!({ "dossier": other["id"], "person": person }))
        }
        "note_information" => Some(json!({ "dossier": dossier, "told": ["aims"], "on": "" })),
        "note_screening" => Some(called_back(dossier, json!({ "ficp_listed": "no" }))),
        "correct_screening" => {
            let view = office.call("note_screening", called_back(dossier, json!({ "ficp_listed": "no" })));
            Some(json!({ "dossier": dossier, "fact": view["first_contact"]["call"]["fact"],
                "answers": { "ficp_listed": "yes" }, "minutes": "10", "reason": "mal entendu" }))
        }
        "add_companion" => Some(json!({ "dossier": dossier, "form": companion })),
        "change_companion" | "remove_companion" => {
            let view = office.call("add_companion", json!({ "dossier": dossier, "form": companion }));
            let one = view["companions"][0]["id"].clone();
            let mut form = companion;
            form["organisation"] = json!("Point conseil budget");
            let change = json!({ "dossier": dossier, "companion": one, "form": form });
            let removal = json!({ "dossier": dossier, "companion": one });
            Some(if call == "change_companion" { change } else { removal })
        }
        _ => None,
    }
}

/// A call to a person whose request is noted, who is to be called again.
pub fn called_back(dossier: i64, answers: Value) -> Value {
    json!({ "dossier": dossier, "form": { "answers": answers, "outcome": "call_back" }, "on": "",
        "next_date": "12/12/2026" })
}

pub fn request(last: &str, first: &str, project: &str) -> Value {
    json!({ "last_name": last, "first_name": first, "origin": "first_reception", "phone": "", "email": "",
        "project": project, "purpose": "", "amount": "", "received_on": "", "next_date": "" })
}

pub fn screened(last: &str, first: &str, outcome: &str, answers: Value) -> Value {
    let mut call = request(last, first, "réparer la voiture");
    call["screening"] = json!({ "answers": answers, "outcome": outcome, "minutes": "10", "told": ["aims", "cost"] });
    call
}

fn stage(view: &Value) -> String {
    text(view, "/stage/key")
}

#[test]
fn a_call_that_ends_in_information_is_kept_and_counted() {
    let mut office = an_office();
    let view = office.call("record_request", screened("Peltrault", "Yannick", "information_only", json!({})));
    assert_eq!(stage(&view), "closed");
    assert!(plain(&text(&view, "/first_contact/sentence")).ends_with(": information seule."), "{view}");
    assert!(view["first_contact"]["told"]["cost"].is_string());
    let listed = office.call("dossiers", json!({ "search": "peltrault", "offset": 0 }));
    assert_eq!(listed["found"], 1, "it is in the list, and counted: {listed}");
}

#[test]
fn the_grid_says_what_the_answers_come_to_and_decides_nothing() {
    let mut office = an_office();
    let grid = office.call("screening_grid", json!({}));
    assert_eq!(plain(&text(&grid, "/verdict/title")), "Un nom suffit pour commencer.");
    let asked = grid["sections"].as_array().unwrap();
    assert!(asked.iter().all(|section| !section["questions"].as_array().unwrap().is_empty()));
    let answers = json!({ "adult": "yes", "in_commune": "to_see", "ficp": "to_see", "rent_total": "cinq cents" });
    let grid = office.call("screening_grid", json!({ "answers": answers, "purpose": "vehicle_repair" }));
    assert_eq!(plain(&text(&grid, "/verdict/title")), "Un rendez-vous est possible.");
    let lines = plain(&grid["verdict"]["lines"].to_string());
    for line in ["18 ans ou plus.", "réparation, entretien d’un véhicule", "Commune à vérifier.", "n’empêche rien"]
    {
        assert!(lines.contains(line), "{line} in {lines}");
    }
    assert!(grid["to_bring"].as_array().unwrap().len() > 4, "{grid}");
    let grid = office.call("screening_grid", json!({ "purpose": "business" }));
    assert_eq!(grid["verdict"]["stops"], true);
    let recorded =
        office.call("record_request", screened("Odin", "Rose", "call_back", json!({})).tap("next_date", "12/12/2026"));
    assert_eq!(stage(&recorded), "request", "an answer that stops decides nothing by itself");
}

#[test]
fn what_the_call_told_is_not_asked_again() {
    let mut office = an_office();
    let answers = json!({ "ficp_listed": "no", "fcc_listed": "no", "over_indebtedness": "to_see", "protection": "no",
        "needed_by": "avant janvier", "household_size": "3", "income_total": "1 620", "no_ordinary_credit": "yes" });
    let call = screened("Peltrault", "Yannick", "call_back", answers).tap("next_date", "12/12/2026");
    let view = office.call("record_request", call);
    let dossier = view["id"].clone();
    let project = office.call("project", json!({ "dossier": dossier }));
    assert_eq!(text(&project, "/fields/wanted_for"), "avant janvier");
    let assessment = office.call("assessment", json!({ "dossier": dossier }));
    let fields = &assessment["fields"];
    assert_eq!((&fields["ficp"], &fields["fcc"]), (&json!("no"), &json!("no")), "{fields}");
    assert_eq!(fields["over_indebtedness"], "to_see", "what was to be seen still is");
    assert_eq!(fields["checked_how"], "dit par la personne au premier appel");
    assert_eq!(fields["checked_on"], "", "nobody read the register");
    let answers = view["first_contact"]["answers"].as_array().unwrap();
    let figures: Vec<_> =
        answers.iter().filter(|one| one["is_figure"] == true).map(|one| plain(&text(one, "/answer"))).collect();
    assert_eq!(figures, ["3", "1 620,00 €"], "recalled beside the budget");
}

/// Changes one field of a form.
trait Tap {
    fn tap(self, field: &str, value: &str) -> Value;
}

impl Tap for Value {
    fn tap(mut self, field: &str, value: &str) -> Value {
        self[field] = json!(value);
        self
    }
}

#[test]
fn each_outcome_asks_for_what_it_needs_and_leaves_its_facts() {
    let mut office = an_office();
    for (outcome, field) in
        [("call_back", "next_date"), ("other_solution", "solutions"), ("appointment", "appointment_on")]
    {
        let refused = office.refused("record_request", screened("Vauclerc", "Samira", outcome, json!({})));
        assert_refused(&refused, desk::FailureKind::Refused, Some(field));
    }
    let mut unanswered = screened("Vauclerc", "Samira", "", json!({ "ficp_listed": "yes" }));
    let refused = office.refused("record_request", unanswered.clone());
    assert_refused(&refused, desk::FailureKind::Refused, Some("outcome"));
    unanswered["screening"]["answers"] = json!({ "income_total": "mille" });
    let refused = office.refused("record_request", unanswered);
    assert_refused(&refused, desk::FailureKind::Refused, Some("income_total"));
    let mut met = screened("Vauclerc", "Samira", "appointment", json!({ "income_total": "1 240" }));
    met["screening"]["appointment_on"] = json!("24/11/2026");
    met["screening"]["appointment_at"] = json!("14h30");
    met["screening"]["appointment_place"] = json!("bureau 2");
    let view = office.call("record_request", met);
    assert_eq!(stage(&view), "request");
    let next = plain(&text(&view, "/next/what"));
    assert!(next.contains("24 novembre 2026 à 14 h 30"), "the appointment is to be confirmed: {next}");
    let day = office.call("today", json!({}));
    assert!(day.to_string().contains("14 h 30") || plain(&day.to_string()).contains("14 h 30"), "{day}");
    let list = office.call("draw_paper", json!({ "paper": "missing_documents", "dossier": view["id"] }));
    let told = plain(&list.to_string());
    assert!(told.contains("mardi 24 novembre 2026 à 14 h 30, bureau 2"), "the list recalls the appointment: {told}");
    let mut elsewhere = screened("Dianssé", "Bakary", "other_solution", json!({ "business": "yes" }));
    let choices = office.call("choices", json!({}));
    elsewhere["screening"]["solutions"] = json!([choices["redirections"][0]["key"]]);
    elsewhere["screening"]["reason"] = json!("création d’entreprise");
    let view = office.call("record_request", elsewhere);
    assert_eq!(stage(&view), "closed");
    office.call("undo", json!({}));
    assert_eq!(office.call("dossiers", json!({ "search": "", "offset": 0 }))["total"], 1, "one action, undone whole");
}

#[test]
fn a_known_person_is_found_whatever_the_accents_and_the_order_and_joined_or_told_apart() {
    let mut office = an_office();
    let mut first = request("Béranger-Loué", "Élodie", "permis de conduire");
    first["born_on"] = json!("14/03/1991");
    let first = office.call("record_request", first);
    let known = |office: &mut Office, last: &str, name: &str, born: &str, phone: &str| {
        let typed = json!({ "last_name": last, "first_name": name, "born_on": born, "phone": phone });
        office.call("known_people", typed)["people"].as_array().unwrap().clone()
    };
    assert_eq!(known(&mut office, "Be", "", "", "").len(), 0, "two letters find too many people");
    for (last, name) in [("beranger loue", "elodie"), ("Elodie", "Beranger"), ("LOUE", ""), ("Béranger", "")] {
        let found = known(&mut office, last, name, "", "");
        assert_eq!(found.len(), 1, "{last} {name}");
        assert_eq!(text(&found[0], "/why"), "même nom");
    }
    assert_eq!(text(&known(&mut office, "Béranger", "", "14/03/1991", "")[0], "/why"), "même nom, même naissance");
    assert!(known(&mut office, "Béranger", "", "15/03/1991", "").is_empty(), "another birth is another person");
    assert!(known(&mut office, "Beranget", "", "", "").is_empty());
    let person = known(&mut office, "Béranger", "", "", "")[0]["person"].clone();
    let mut again = request("Béranger", "Élodie", "réparer le scooter");
    again["same_person"] = person;
    again["phone"] = json!("06 39 98 20 61");
    let again = office.call("record_request", again);
    assert_eq!(text(&again, "/name"), "Élodie Béranger-Loué", "the name she has in the office");
    assert_eq!(plain(&text(&again, "/person/phone")), "06 39 98 20 61");
    assert_eq!(again["others"][0]["dossier"], first["id"]);
    let first = office.call("dossier", json!({ "dossier": first["id"] }));
    assert_eq!(first["others"][0]["reference"], again["reference"]);
    let found = known(&mut office, "Béranger", "", "", "");
    assert_eq!(found.len(), 1, "one person");
    assert_eq!(found[0]["dossiers"].as_array().unwrap().len(), 2);
    let third = office.call("record_request", request("Béranger", "Élodie", "lunettes"));
    assert_eq!(third["others"].as_array().unwrap().len(), 0, "another person of that name");
    let gone = request("Béranger", "", "lunettes").tap("last_name", "Béranger");
    let mut gone = gone;
    gone["same_person"] = json!(9_999);
    assert_refused(&office.refused("record_request", gone), desk::FailureKind::Gone, None);
}

#[test]
fn a_person_recorded_twice_is_joined_and_nothing_known_is_lost() {
    let mut office = an_office();
    let first = office.call("record_request", request("Béranger-Loué", "Élodie", "permis de conduire"))["id"].clone();
    let set = |office: &mut Office, dossier: &Value, field: &str, value: &str| {
        office.call("change_person", json!({ "dossier": dossier, "field": field, "value": value }));
    };
    set(&mut office, &first, "born_on", "14/03/1991");
    set(&mut office, &first, "commune", "Valbourg");
    set(&mut office, &first, "employer", "Cantine du Val");
    let again = office.call("record_request", request("loué", "elodie", "réparer le scooter"))["id"].clone();
    set(&mut office, &again, "commune", "Saint-Aubin");
    set(&mut office, &again, "phone", "06 39 98 20 61");
    let third = office.call("record_request", request("Valoret", "Elodie", "lunettes"))["id"].clone();
    set(&mut office, &third, "phone", "06 39 98 20 61");
    let known = |office: &mut Office, dossier: &Value, birth_name: &str, born_on: &str| {
        let view = office.call("dossier", json!({ "dossier": dossier }));
        let typed = json!({ "last_name": view["person"]["last_name"], "first_name": view["person"]["first_name"],
            "birth_name": birth_name, "born_on": born_on, "phone": view["person"]["phone"], "apart_from": dossier });
        office.call("known_people", typed)["people"].as_array().unwrap().clone()
    };
    let found = known(&mut office, &again, "", "");
    assert_eq!(found.len(), 1, "neither themselves nor who shares their telephone: {found:?}");
    assert_eq!(text(&found[0], "/name"), "Élodie Béranger-Loué");
    assert!(known(&mut office, &again, "", "15/03/1991").is_empty(), "another birth is another person");
    assert_eq!(known(&mut office, &third, "Loué", "14/03/1991").len(), 2, "by the name at birth too");
    let before = office.dump();
    let joined = office.call("join_person", json!({ "dossier": again, "person": found[0]["person"] }));
    assert_eq!(text(&joined, "/name"), "Élodie Béranger-Loué", "who they are stays as the office knew it");
    assert_eq!(text(&joined, "/person/born_on"), "14/03/1991");
    assert_eq!(text(&joined, "/person/commune"), "Saint-Aubin", "the latest dossier says where they live");
    assert_eq!(text(&joined, "/person/employer"), "Cantine du Val", "what it does not say is kept");
    assert_eq!(joined["others"][0]["dossier"], first);
    let listed = office.call("dossiers", json!({ "search": "beranger", "offset": 0 }));
    assert_eq!(listed["found"], 2, "the list knows both by the one name: {listed}");
    assert_eq!(office.call("verify", json!({}))["sound"], true);
    let twice = json!({ "dossier": again, "person": found[0]["person"] });
    assert_refused(&office.refused("join_person", twice), desk::FailureKind::Refused, Some("person"));
    let gone = json!({ "dossier": again, "person": 9_999 });
    assert_refused(&office.refused("join_person", gone), desk::FailureKind::Gone, None);
    office.call("undo", json!({}));
    assert_eq!(office.dump(), before, "told apart again, to the letter");
    let apart = json!({ "dossier": again, "person": found[0]["person"] });
    office.call("tell_apart", apart.clone());
    assert!(known(&mut office, &again, "", "").is_empty(), "said once");
    let asked_there = known(&mut office, &first, "", "");
    assert!(asked_there.iter().all(|one| text(one, "/name") != "Elodie Loué"), "of neither: {asked_there:?}");
    office.call("undo", json!({}));
    assert_eq!(known(&mut office, &again, "", "").len(), 1);
    office.call("tell_apart", apart.clone());
    office.call("join_person", apart);
    assert_eq!(office.call("verify", json!({}))["sound"], true, "joined after all, nothing keeps them apart");
}

#[test]
fn every_field_of_the_person_is_kept_and_nothing_but_the_name_is_needed() {
    let mut office = an_office();
    let view = office.call("record_request", request("Valoret", "Jeanne", "lunettes"));
    let id = view["id"].clone();
    for (field, value) in [
        ("neighbourhood", "Les Tilleuls"),
        ("contact_way", "sms"),
        ("contact_note", "pas avant 17 h"),
        ("housing_since", "mars 2019"),
        ("contract", "CDD jusqu’en juin"),
        ("employer", "Cantine du Val"),
        ("bank", "Banque du Val"),
        ("payment_means", "debit_card"),
        ("known_for", "accompagnée pour son logement"),
        ("health", ""),
    ] {
        let change = json!({ "dossier": id, "field": field, "value": value });
        let view = office.call("change_person", change);
        assert_eq!(view["person"][field], json!(value), "{field}");
    }
    let refused = office.refused("change_person", json!({ "dossier": id, "field": "payment_means", "value": "or" }));
    assert_refused(&refused, desk::FailureKind::Refused, Some("value"));
}

#[test]
fn who_borrows_too_is_described_like_the_person_once_the_household_says_so() {
    let mut office = an_office();
    let view = office.call("record_request", request("Tessoreau", "Julien", "chaudière"));
    let id = view["id"].clone();
    assert_eq!(view["co_borrower"], Value::Null);
    let change =
        |field: &str, value: &str| json!({ "dossier": id, "of": "co_borrower", "field": field, "value": value });
    let refused = office.refused("change_person", change("phone", "06 39 98 20 61"));
    assert_refused(&refused, desk::FailureKind::Refused, None);
    let spouse = json!({ "dossier": id, "name": "Tessoreau", "link": "co_applicant", "born_on": "", "lives_here": true,
        "share": "", "reason": "" });
    let view = office.call("add_member", spouse);
    assert_eq!(text(&view, "/co_borrower/last_name"), "Tessoreau");
    let view = office.call("change_person", change("first_name", "Inès"));
    assert_eq!(text(&view, "/co_borrower/first_name"), "Inès");
    let found = office.call("dossiers", json!({ "search": "ines tessoreau", "offset": 0 }));
    assert_eq!(found["found"], 1, "the search knows both names");
    office.call("undo", json!({}));
    let view = office.call("dossier", json!({ "dossier": id }));
    assert_eq!(text(&view, "/co_borrower/first_name"), "");

    // They part: who borrows next is somebody else, of whom nothing is known yet.
    office.call("change_person", change("first_name", "Inès"));
    let left = view["household"]["members"][1]["id"].clone();
    office.call("remove_member", json!({ "dossier": id, "member": left }));
    let found = office.call("dossiers", json!({ "search": "ines tessoreau", "offset": 0 }));
    assert_eq!(found["found"], 0);
    let view = office.call(
        "add_member",
        json!({ "dossier": id, "name": "Sonia", "link": "co_applicant", "born_on": "",
        "lives_here": true, "share": "", "reason": "" }),
    );
    assert_eq!(text(&view, "/co_borrower/first_name"), "");
    assert_eq!(text(&view, "/co_borrower/last_name"), "Sonia");
}

#[test]
fn one_referent_alone_accompanies_and_the_sending_knows_their_name() {
    let mut office = an_office();
    let view = office.call("record_request", request("Valoret", "Jeanne", "lunettes"));
    let id = view["id"].clone();
    let advisor = text(&view, "/referent");
    let companion = |name: &str, lead: bool| {
        json!({ "role": "professional", "name": name, "organisation": "Mission locale", "reach": "", "address": "",
            "agreed_on": "09/11/2026", "lead": lead })
    };
    let view = office.call("add_companion", json!({ "dossier": id, "form": companion("Claire Odin", true) }));
    assert_eq!(text(&view, "/referent"), "Claire Odin");
    let view = office.call("add_companion", json!({ "dossier": id, "form": companion("Paul Serin", true) }));
    assert_eq!(text(&view, "/referent"), "Paul Serin");
    let leads = view["companions"].as_array().unwrap().iter().filter(|one| one["lead"] == true).count();
    assert_eq!(leads, 1, "one referent alone");
    let second = view["companions"][1]["id"].clone();
    let view = office.call("remove_companion", json!({ "dossier": id, "companion": second }));
    assert_eq!(text(&view, "/referent"), advisor);
    let change = json!({ "dossier": id, "companion": view["companions"][0]["id"], "form": companion("", false) });
    assert_refused(&office.refused("change_companion", change), desk::FailureKind::Refused, Some("name"));
    let mut later = companion("Claire Odin", false);
    later["agreed_on"] = json!("09/12/2026");
    let change = json!({ "dossier": id, "companion": view["companions"][0]["id"], "form": later });
    assert_refused(&office.refused("change_companion", change), desk::FailureKind::Refused, Some("agreed_on"));
}

#[test]
fn what_the_person_was_told_is_ticked_with_its_day() {
    let mut office = an_office();
    let view = office.call("record_request", request("Valoret", "Jeanne", "lunettes"));
    let id = view["id"].clone();
    let refused = office.refused("note_information", json!({ "dossier": id, "told": [], "on": "" }));
    assert_refused(&refused, desk::FailureKind::Refused, Some("told"));
    let view = office.call("note_information", json!({ "dossier": id, "told": ["bank", "cost"], "on": "" }));
    assert_eq!(plain(&text(&view, "/first_contact/told/bank")), "20 novembre 2026");
    assert!(view["first_contact"]["told"].get("aims").is_none());
    let before = json!({ "dossier": id, "told": ["aims"], "on": "01/01/2020" });
    assert_refused(&office.refused("note_information", before), desk::FailureKind::Refused, Some("on"));
}

#[test]
fn who_sends_the_person_is_found_among_those_known_or_added() {
    let mut office = an_office();
    let sent = |office: &mut Office, last: &str, sent_by: &str, may_answer: bool| {
        let mut call = request(last, "", "permis");
        call["origin"] = json!("");
        call["sent_by"] = json!(sent_by);
        call["may_answer"] = json!(may_answer);
        office.call("record_request", call)
    };
    let view = sent(&mut office, "Odin", "Mission locale du Val", true);
    assert_eq!(view["request"]["origin"], "referrer");
    assert_eq!(text(&view, "/companions/0/organisation"), "Mission locale du Val");
    assert_eq!(text(&view, "/companions/0/agreed_on"), "", "said on the phone: the written agreement is still to come");
    assert_eq!(view["request"]["feedback"], "given", "the call said so, and nothing asks it again");
    let again = sent(&mut office, "Vauclerc", "mission locale du val", false);
    assert_eq!(again["request"]["referrer"], view["request"]["referrer"], "one service, once");
    assert_eq!(again["companions"], json!([]));
    assert_eq!(again["request"]["feedback"], "");
    assert_eq!(sent(&mut office, "Dianssé", "de lui-même", false)["request"]["origin"], "direct");
    assert_eq!(sent(&mut office, "Valoret", "Accueil du CCAS", false)["request"]["origin"], "first_reception");
    assert_eq!(sent(&mut office, "Peltrault", "", false)["request"]["origin"], "unknown");
    let grid = office.call("screening_grid", json!({ "sent_by": "Épicerie" }));
    assert!(text(&grid, "/sender/note").contains("ajouté aux prescripteurs"), "{grid}");
}

#[test]
fn the_household_is_said_by_adults_and_ages() {
    let mut office = an_office();
    let grid = office.call("screening_grid", json!({ "adults": "couple", "children": "4 et 7 ans" }));
    assert_eq!(plain(&text(&grid, "/people")), "4 personnes au foyer");
    let mut call = screened("Odin", "Rose", "call_back", json!({})).tap("next_date", "12/12/2026");
    call["adults"] = json!("couple");
    call["children"] = json!("deux");
    assert_refused(&office.refused("record_request", call.clone()), desk::FailureKind::Refused, Some("children"));
    call["children"] = json!("4 et 19 ans");
    let view = office.call("record_request", call);
    let members: Vec<String> =
        view["household"]["members"].as_array().unwrap().iter().map(|one| plain(&text(one, "/name"))).collect();
    assert_eq!(members[1..], ["Conjoint ou partenaire", "4 ans en novembre 2026", "19 ans en novembre 2026"]);
}

#[test]
fn a_call_without_a_name_is_kept_when_it_ends_there() {
    let mut office = an_office();
    let refused = office.refused("record_request", screened("", "", "appointment", json!({})));
    assert_refused(&refused, desk::FailureKind::Refused, Some("last_name"));
    let view = office.call("record_request", screened("", "", "information_only", json!({})));
    assert_eq!((text(&view, "/name").as_str(), stage(&view).as_str()), ("Sans nom", "closed"));
    let typed = json!({ "last_name": "Sans nom", "first_name": "", "born_on": "", "phone": "" });
    assert_eq!(office.call("known_people", typed)["people"], json!([]), "nobody is known by it");
}

#[test]
fn what_a_loan_does_not_pay_is_an_answer_and_no_purpose() {
    let mut office = an_office();
    let choices = office.call("choices", json!({}));
    let mut call = screened("Hardy", "Marc", "other_solution", json!({}));
    call["purpose"] = json!("current_expenses");
    call["project"] = json!("");
    call["screening"]["solutions"] = json!([choices["redirections"][0]["key"]]);
    let view = office.call("record_request", call);
    assert_eq!(
        (text(&view, "/request/purpose").as_str(), text(&view, "/request/project").as_str()),
        ("", "charges courantes")
    );
    assert!(view["first_contact"]["answers"].to_string().contains("Charges courantes"), "{view}");
}
