//! A dossier begun before Étrier: what is known of it to the day, the month or the year, and what is not known.

use desk::FailureKind;
use serde_json::{Value, json};

use crate::decisions::{a_bank, input};
use crate::office::{Office, an_office, assert_refused, at, plain, text};

/// A request of 2024 that went on elsewhere until it was entered here.
fn taken_over(received_on: &str, steps: Value) -> Value {
    json!({ "last_name": "Vauclerc", "first_name": "Samira", "origin": "referrer", "phone": "", "email": "",
        "project": "Voiture pour travailler", "purpose": "", "amount": "", "received_on": received_on,
        "next_date": "", "taken_over": steps })
}

/// A loan of which the register kept the contract alone.
fn a_loan(bank: &str) -> Value {
    json!({ "from": "Registre papier 2024", "known": "l’accord n’a pas été gardé", "lender": bank, "signed_on": "2024",
        "loan_amount": "1 800", "annual_rate": "3", "months": "36", "first_due_on": "05/06/2024",
        "disbursed_on": "05/2024" })
}

fn an_office_with_a_bank() -> (Office, String) {
    let mut office = an_office();
    let bank = a_bank(&mut office, "Banque du Val");
    (office, bank)
}

fn begun(office: &mut Office, received_on: &str, steps: Value) -> Value {
    office.call("record_request", taken_over(received_on, steps))
}

fn dates(view: &Value, list: &str, field: &str) -> Vec<String> {
    view[list].as_array().unwrap().iter().map(|row| plain(&text(&row[field], "/text"))).collect()
}

#[test]
fn a_running_loan_is_taken_over_with_its_contract_alone() {
    let (mut office, bank) = an_office_with_a_bank();
    let view = begun(&mut office, "14/03/2024", a_loan(&bank));
    let dossier = view["id"].as_i64().unwrap();
    assert_eq!(text(&view, "/stage/key"), "running");
    assert_eq!(text(&view, "/reference"), "2024-001", "numbered by the year of its request");
    let said = "Repris le 20 novembre 2026 : Registre papier 2024. On ignore : la décision, la transmission, l’accord. \
                L’accord n’a pas été gardé.";
    assert_eq!(plain(&text(&view, "/taken_over")), said);
    let decisions = office.call("decisions", json!({ "dossier": dossier }));
    assert_eq!((&decisions["presentations"], &decisions["orientations"]), (&json!([]), &json!([])), "never invented");
    assert_eq!(plain(&text(&decisions, "/contract/sentence")), "Signé en 2024 avec la Banque du Val.");
    assert_eq!(plain(&text(&decisions, "/disbursement/on/text")), "mai 2024");
    let room = office.call("loan", json!({ "dossier": dossier }));
    assert_eq!(text(&room, "/standing/signed"), "signé en 2024, Banque du Val");
    let paid = &room["standing"]["figures"][1];
    assert_eq!(
        (text(paid, "/label").as_str(), plain(&text(paid, "/value")).as_str()),
        ("Argent versé", "1 800,00 €, en mai 2024")
    );
    assert_eq!(text(&room, "/standing/known"), "rien n’est déclaré", "silence is never « paid »");
    let next = text(&view, "/next/date/iso");
    assert!(next.as_str() >= "2026-11-20", "what was to be done before is not asked for now: {next}");
    let said = json!({ "dossier": dossier, "from": "", "to": "", "declared": "paid", "told_by": "lender", "on": "",
        "note": "relevé de la banque", "until": "05/11/2026" });
    let room = office.call("declare_instalments", said);
    assert!(!room["standing"].is_null(), "one entry says the past");
    assert_eq!(office.call("verify", json!({}))["sound"], true);
}

#[test]
fn each_step_is_told_no_better_than_it_is_known() {
    let (mut office, bank) = an_office_with_a_bank();
    let steps = json!({ "from": "Dossier de Mme Odin", "decided_on": "02/2024", "sent_on": "mars 2024", "lender": bank,
        "approved_on": "2024", "signed_on": "18/04/2024", "loan_amount": "1 800", "annual_rate": "3", "months": "36" });
    let view = begun(&mut office, "2024", steps);
    let dossier = view["id"].as_i64().unwrap();
    assert_eq!(text(&view, "/stage/key"), "signed");
    assert_eq!((text(&view, "/received_on/text"), text(&view, "/request/received_on")), ("2024".into(), "2024".into()));
    assert!(!text(&view, "/taken_over").contains("Non connu"), "every step is known");
    let decisions = office.call("decisions", json!({ "dossier": dossier }));
    assert_eq!(dates(&decisions, "orientations", "on"), ["février 2024"]);
    assert_eq!(dates(&decisions, "presentations", "sent_on"), ["mars 2024"]);
    assert_eq!(text(&decisions, "/presentations/0/answered"), "2024");
    assert_eq!(text(&decisions, "/presentations/0/days"), "", "nobody counts days between a month and a year");
    assert_eq!(plain(&text(&decisions, "/contract/sentence")), "Signé le 18 avril 2024 avec la Banque du Val.");
    // The money comes here, and the law counts again.
    let decisions = office.call("note_disbursement", input(dossier, json!({ "on": "19/11/2026" })));
    assert_eq!(plain(&text(&decisions, "/disbursement/on/text")), "19 novembre 2026");
}

#[test]
fn a_bilan_counts_a_taken_over_dossier_where_its_facts_are_known_and_no_delay() {
    let (mut office, bank) = an_office_with_a_bank();
    let steps = |from: &str| {
        json!({ "from": from, "decided_on": "2025", "sent_on": "2025", "lender": bank, "approved_on": "06/2025",
        "loan_amount": "1 800", "annual_rate": "3", "months": "36" })
    };
    begun(&mut office, "2025", steps("Registre 2025"));
    let data = office.call("report_data", json!({ "year": "2025", "from": "", "to": "" }));
    let indicator = |key: &str| {
        let found = data["indicators"].as_array().unwrap().iter().find(|one| one["key"] == key);
        found.unwrap_or_else(|| panic!("{key}: {data}"))["value"].clone()
    };
    assert_eq!((indicator("submitted"), indicator("granted")), (json!("1"), json!("1")));
    assert_eq!(indicator("days_submission_to_decision"), Value::Null, "no delay from a year to a month");
}

#[test]
fn a_correction_keeps_how_exactly_a_day_is_known_until_the_day_is_told() {
    let (mut office, bank) = an_office_with_a_bank();
    let dossier = begun(&mut office, "2024", a_loan(&bank))["id"].as_i64().unwrap();
    let change = |field: &str, value: &str| json!({ "dossier": dossier, "field": field, "value": value });
    let view = office.call("change_request", change("project", "Voiture d’occasion"));
    assert_eq!(text(&view, "/received_on/text"), "2024", "another word of the request leaves its day");
    let view = office.call("change_request", change("received_on", "02/2024"));
    assert_eq!(plain(&text(&view, "/received_on/text")), "février 2024");
    let view = office.call("change_request", change("received_on", "01/02/2024"));
    assert_eq!(plain(&text(&view, "/received_on/text")), "1er février 2024", "the same day, known at last");
    office.call("undo", json!({}));
    let view = office.call("dossier", json!({ "dossier": dossier }));
    assert_eq!(plain(&text(&view, "/received_on/text")), "février 2024");
    let here = office.request_of("Sonia", "Delmas");
    let refused = office.refused("change_request", json!({ "dossier": here, "field": "received_on", "value": "2024" }));
    assert_refused(&refused, FailureKind::Refused, Some("value"));
}

#[test]
fn a_form_and_the_story_never_make_up_a_day_and_take_a_year_again() {
    let (mut office, bank) = an_office_with_a_bank();
    let mut loan = a_loan(&bank);
    loan["repaid_on"] = json!("2026");
    let dossier = begun(&mut office, "14/03/2024", loan)["id"].as_i64().unwrap();
    let here = json!({ "dossier": dossier });
    let decisions = office.call("decisions", here.clone());
    let undecided = "La décision du CCAS n’est pas connue : le dossier a commencé ailleurs.";
    assert_eq!(plain(&text(&decisions, "/undecided")), undecided);
    let contract = decisions["contract"]["form"].clone();
    assert_eq!(text(&contract, "/form/signed_on"), "2024", "the form that corrects it holds what is known");
    assert_eq!(text(&contract, "/form/disbursed_on"), "05/2024");
    assert_eq!(text(&decisions, "/disbursement/form/form/on"), "05/2024");
    let left = json!({ "dossier": dossier, "fact": decisions["contract"]["fact"], "reason": "", "decision": contract });
    let before = office.call("undo_state", json!({}));
    office.call("correct_fact", left);
    assert_eq!(office.call("undo_state", json!({})), before, "left as it is, nothing is corrected");
    let mut paid = decisions["disbursement"]["form"].clone();
    paid["form"]["on"] = json!("juin 2024");
    let fact = decisions["disbursement"]["fact"].clone();
    let moved = json!({ "dossier": dossier, "fact": fact, "reason": "relu sur le registre", "decision": paid });
    let decisions = office.call("correct_fact", moved);
    assert_eq!(plain(&text(&decisions, "/disbursement/on/text")), "juin 2024");
    assert_eq!(plain(&text(&decisions, "/corrections/0/what")), "Versement de juin 2024");
    let room = office.call("ending_room", here.clone());
    assert_eq!(plain(&text(&room, "/sentence")), "Prêt terminé en 2026.");
    assert_eq!(text(&room, "/steps/0/note"), "2026");
    let loan = office.call("loan", here.clone());
    assert_eq!(plain(&text(&loan, "/standing/known")), "prêt soldé, appris en 2026");
    let story = office.call("story", here);
    let lines: Vec<&Value> =
        story["days"].as_array().unwrap().iter().flat_map(|day| day["lines"].as_array().unwrap()).collect();
    let line = |says: &str| *lines.iter().find(|line| text(line, "/sentence").starts_with(says)).unwrap();
    assert_eq!(text(line("Contrat signé"), "/on"), "2024");
    assert_eq!(text(line("Versement"), "/before"), "en mai 2024");
    let signed = json!({ "dossier": dossier, "fact": line("Contrat signé")["fact"], "on": "03/2024", "words": "",
        "reason": "le mois est sur le contrat" });
    let story = office.call("correct_entry", signed);
    assert!(
        story["days"].as_array().unwrap().iter().any(|day| plain(&text(day, "/heading")) == "Mars 2024"),
        "{story}"
    );
    assert_eq!(office.call("verify", json!({}))["sound"], true);
}

#[test]
fn a_story_says_since_when_rather_than_no_days() {
    let (mut office, bank) = an_office_with_a_bank();
    let dossier = begun(&mut office, "2024", a_loan(&bank))["id"].clone();
    let story = office.call("story", json!({ "dossier": dossier }));
    assert_eq!(plain(&text(&story, "/sentence")), "4 faits depuis 2024");
    let here = office.request_of("Sonia", "Delmas");
    let story = office.call("story", json!({ "dossier": here }));
    assert_eq!(plain(&text(&story, "/sentence")), "1 fait aujourd’hui");
    let decisions = office.call("decisions", json!({ "dossier": here }));
    assert_eq!(text(&decisions, "/undecided"), "Rien n’est décidé encore.");
    office.moment = at("2026-11-24");
    let story = office.call("story", json!({ "dossier": here }));
    assert_eq!(plain(&text(&story, "/sentence")), "1 fait en 4 jours");
}

#[test]
fn what_was_known_elsewhere_is_refused_at_its_field_and_nothing_is_lost() {
    let (mut office, bank) = an_office_with_a_bank();
    let before = office.dump();
    let with = |steps: &Value, field: &str, value: &str| {
        let mut steps = steps.clone();
        steps[field] = json!(value);
        steps
    };
    let loan = a_loan(&bank);
    for (received_on, steps, field, says) in [
        ("", loan.clone(), "received_on", "Quand la demande a-t-elle été faite ? L’année suffit."),
        ("2024", with(&loan, "from", ""), "from", "D’où vient ce dossier"),
        ("2024", with(&loan, "signed_on", ""), "signed_on", "Quand le contrat a-t-il été signé ? L’année suffit."),
        ("2024", with(&loan, "signed_on", "2029"), "signed_on", "Cette date est à venir"),
        ("2025", loan.clone(), "signed_on", "La demande est de 2025 : rien ne vient avant elle."),
        ("2024", with(&loan, "disbursed_on", "03/2023"), "disbursed_on", "rien ne vient avant elle"),
        ("2024", with(&loan, "repaid_on", "31/02/2026"), "repaid_on", "Février 2026 s’arrête au 28."),
        ("2024", with(&loan, "lender", ""), "lender", "Quelle banque ?"),
        ("2024", with(&loan, "lender", "banque_inconnue"), "lender", ""),
        ("2024", with(&loan, "loan_amount", ""), "loan_amount", "Le montant du prêt manque."),
        ("2024", with(&loan, "annual_rate", "beaucoup"), "annual_rate", ""),
        ("2024", with(&loan, "months", "0"), "months", ""),
        ("2024", with(&loan, "approved_on", "2024"), "sent_on", "Quand ce dossier a-t-il été envoyé à la banque"),
        ("un jour", loan.clone(), "received_on", ""),
        ("1815", loan.clone(), "received_on", ""),
    ] {
        let refused = office.refused("record_request", taken_over(received_on, steps));
        assert_refused(&refused, FailureKind::Refused, Some(field));
        assert!(plain(&refused.sentence()).contains(says), "{field}: {}", refused.sentence());
    }
    assert_eq!(office.dump(), before, "nothing was recorded");
    let mut plain_request = taken_over("2024", json!({}));
    let refused = office.refused("record_request", plain_request.clone());
    assert_refused(&refused, FailureKind::Refused, Some("received_on"));
    plain_request["received_on"] = json!("14/03/2024");
    let view = office.call("record_request", plain_request);
    assert!(view["taken_over"].is_null(), "a request of 2024 that begins here is no dossier taken over");
}

#[test]
fn a_loan_repaid_elsewhere_waits_to_be_closed_and_is_undone_at_once() {
    let (mut office, bank) = an_office_with_a_bank();
    let before = office.dump();
    let mut steps = a_loan(&bank);
    steps["repaid_on"] = json!("2026");
    let view = begun(&mut office, "2024", steps);
    assert_eq!(text(&view, "/stage/key"), "ending");
    let undone = office.call("undo", json!({}));
    assert!(undone["dossier"].is_null());
    assert_eq!(office.dump().replace("take_number", ""), before.clone(), "all of it, in one action");
    office.call("redo", json!({}));
    assert_eq!(office.call("verify", json!({}))["sound"], true);
}

#[test]
fn a_loan_taken_over_is_not_dropped_directed_elsewhere_nor_sent_again() {
    let (mut office, bank) = an_office_with_a_bank();
    let dossier = begun(&mut office, "2024", a_loan(&bank))["id"].as_i64().unwrap();
    office.moment = at("2026-11-24");
    for (call, form) in [
        ("drop_request", json!({})),
        ("decide_orientation", json!({ "direction": "redirect", "solutions": ["budget_support"] })),
        ("decide_orientation", json!({ "direction": "inadmissible", "reason": "hors champ" })),
        ("submit_to_lender", json!({ "lender": bank, "amount": "1800", "months": "36" })),
        ("sign_contract", json!({ "lender": bank })),
        ("note_disbursement", json!({})),
    ] {
        let before = office.dump();
        let refused = office.refused(call, input(dossier, form));
        assert_eq!(refused.kind, FailureKind::Refused, "{call}");
        assert!(refused.sentence().ends_with('.'), "{call}: a sentence: {}", refused.sentence());
        assert_eq!(office.dump(), before, "{call} changed nothing");
    }
}
