//! « Prêt à envoyer » and the act say the same: whatever stops one is named by the other; what disagrees is told.

use serde_json::{Value, json};

use crate::decisions::{a_bank, a_dossier, decide_to_submit, input, on, submitted};
use crate::delmas_papers::{printed, says};
use crate::office::{Office, at, plain, text};

/// The lines of « Prêt à envoyer » that stop the sending.
fn stopping(office: &mut Office, dossier: i64) -> Vec<String> {
    let view = office.call("decisions", json!({ "dossier": dossier }));
    let lines = view["ready"].as_array().unwrap().iter();
    let stopping = lines.filter(|line| line["must"] == true && line["done"] == false);
    stopping.map(|line| text(line, "/key")).collect()
}

fn note(office: &mut Office, dossier: i64) -> String {
    plain(&text(&office.call("decisions", json!({ "dossier": dossier })), "/ready_note"))
}

fn answer(office: &mut Office, dossier: i64, fact: &str, answer: &str) {
    office.call("answer_fact", json!({ "dossier": dossier, "fact": fact, "answer": answer }));
}

#[test]
fn each_obstacle_alone_is_named_by_the_list_and_refused_by_the_act() {
    type Obstacle = (&'static str, fn(&mut Office, i64));
    let obstacles: [Obstacle; 7] = [
        ("guardian_agreement", |office, dossier| answer(office, dossier, "protection_measure", "curatelle")),
        ("over_indebtedness_authorisation", |office, dossier| {
            answer(office, dossier, "over_indebtedness", "measures_running");
        }),
        ("not_current_expenses", |office, dossier| answer(office, dossier, "current_expenses", "yes")),
        ("credit_exclusion", |office, dossier| answer(office, dossier, "ordinary_credit_access", "")),
        ("opinion", |office, dossier| {
            office.call("change_assessment", json!({ "dossier": dossier, "field": "reasoned", "value": "" }));
        }),
        ("financing_plan", |office, dossier| {
            office.call("add_expense", json!({ "dossier": dossier, "label": "Casque", "amount": "90" }));
            office.simulate(dossier, "amount", "2 400");
        }),
        ("consent", |office, dossier| {
            let other = a_bank(office, "Banque du Mont");
            office.simulate(dossier, "lender", &other);
        }),
    ];
    for (key, obstacle) in obstacles {
        let (mut office, dossier, _) = a_dossier();
        decide_to_submit(&mut office, dossier);
        assert_eq!(stopping(&mut office, dossier), Vec::<String>::new(), "{key}: nothing stops it yet");
        obstacle(&mut office, dossier);
        assert_eq!(stopping(&mut office, dossier), [key], "the list names it alone");
        assert_eq!(note(&mut office, dossier), "il manque 1 chose");
        let before = office.dump();
        let refused = office.refused("submit_to_lender", input(dossier, json!({})));
        assert_eq!(office.dump(), before, "{key} refuses the act: {}", refused.sentence());
        office.call("undo", json!({}));
        while stopping(&mut office, dossier) == [key] {
            office.call("undo", json!({}));
        }
        office.call("submit_to_lender", input(dossier, json!({})));
    }
}

#[test]
fn a_limit_that_is_passed_is_named_by_the_list() {
    let (mut office, dossier, _) = a_dossier();
    decide_to_submit(&mut office, dossier);
    let mut fields = crate::settings::an_agreement("4");
    fields["limits"]["months_max"] = json!("24");
    fields["limits"]["exceptional_months_max"] = json!("");
    let lenders = office.call("lenders", json!({}));
    let bank = lenders["lenders"][0]["key"].clone();
    let sign = json!({ "lender": bank, "from": "19/11/2026", "source": "Avenant", "fields": fields });
    office.call("sign_agreement", sign);
    assert_eq!(stopping(&mut office, dossier), ["limits"]);
    let refused = office.refused("submit_to_lender", input(dossier, json!({})));
    assert_eq!(refused.field.as_deref(), Some("months"), "{}", refused.sentence());
}

fn received(office: &mut Office, dossier: i64, document: &str) {
    let noted = json!({ "dossier": dossier, "document": document, "part": "", "state": "received",
        "issued_on": "", "valid_until": "", "reason": "" });
    office.call("note_document", noted);
}

#[test]
fn a_vehicle_is_neither_signed_for_nor_paid_without_the_papers_of_its_seller() {
    let (mut office, dossier, bank) = a_dossier();
    office.call("change_request", json!({ "dossier": dossier, "field": "purpose", "value": "vehicle_purchase" }));
    submitted(&mut office, dossier);
    on(&mut office, "2026-11-21", "note_agreement_in_principle", dossier, json!({ "lender": bank }));
    office.moment = at("2026-11-24");
    let tasks = office.call("today", json!({})).to_string();
    assert!(tasks.contains("promesse de vente"), "the papers are asked for while it matters: {tasks}");
    on(&mut office, "2026-11-24", "note_approval", dossier, json!({}));
    office.moment = at("2026-11-27");
    let dates = json!({ "disbursed_on": "05/12/2026", "first_due_on": "05/01/2027" });
    let refused = office.refused("sign_contract", input(dossier, dates.clone()));
    assert_eq!(refused.field.as_deref(), Some("signed_on"), "{}", refused.sentence());
    answer(&mut office, dossier, "vehicle_is_new", "no");
    for document in ["seller_identity", "sale_promise", "technical_check"] {
        received(&mut office, dossier, document);
    }
    office.refused("sign_contract", input(dossier, dates.clone()));
    received(&mut office, dossier, "driving_licence");
    office.call("sign_contract", input(dossier, dates));
}

#[test]
fn a_reason_lets_the_contract_be_signed_without_the_papers_of_the_seller() {
    let (mut office, dossier, bank) = a_dossier();
    office.call("change_request", json!({ "dossier": dossier, "field": "purpose", "value": "vehicle_purchase" }));
    submitted(&mut office, dossier);
    on(&mut office, "2026-11-21", "note_agreement_in_principle", dossier, json!({ "lender": bank }));
    on(&mut office, "2026-11-24", "note_approval", dossier, json!({}));
    office.moment = at("2026-11-27");
    answer(&mut office, dossier, "vehicle_is_new", "no");
    let over = json!({ "dossier": dossier, "check": "seller_papers", "reason": "Vues à l’agence, copie lundi." });
    office.call("pass_over_check", over);
    let dates = json!({ "disbursed_on": "05/12/2026", "first_due_on": "05/01/2027" });
    office.call("sign_contract", input(dossier, dates));
    office.moment = at("2026-12-05");
    office.call("return_to_rule", json!({ "dossier": dossier, "check": "seller_papers" }));
    let refused = office.refused("note_disbursement", input(dossier, json!({})));
    assert_eq!(refused.field.as_deref(), Some("on"), "{}", refused.sentence());
}

fn contradictions(view: &Value) -> Vec<String> {
    view["contradictions"].as_array().unwrap().iter().map(|one| plain(one.as_str().unwrap())).collect()
}

#[test]
fn words_against_the_registers_are_told_on_screen_in_the_list_and_on_the_first_sheet() {
    let (mut office, dossier, _) = a_dossier();
    decide_to_submit(&mut office, dossier);
    let criterion = "banque_de_france_situation";
    let ground = json!({ "dossier": dossier, "criterion": criterion, "field": "ground",
        "value": "Ni FICP, ni FCC, ni surendettement." });
    office.call("change_criterion", ground);
    for register in ["ficp", "fcc", "over_indebtedness"] {
        office.call("change_assessment", json!({ "dossier": dossier, "field": register, "value": "no" }));
    }
    let view = office.call("assessment", json!({ "dossier": dossier }));
    assert_eq!(contradictions(&view), Vec::<String>::new(), "the words and the registers agree");
    office.call("change_assessment", json!({ "dossier": dossier, "field": "ficp", "value": "yes" }));
    let view = office.call("assessment", json!({ "dossier": dossier }));
    let told = "« Situation Banque de France » : les mots du constat disent autre chose que le dossier (inscription au \
                FICP : oui).";
    assert_eq!(contradictions(&view), [told]);
    let decisions = office.call("decisions", json!({ "dossier": dossier }));
    let line = decisions["ready"].as_array().unwrap().iter().find(|line| line["key"] == "contradictions").unwrap();
    assert_eq!((plain(&text(line, "/note")).as_str(), &line["must"]), (told, &json!(false)));
    assert!(note(&mut office, dossier).contains("concordance du dossier"), "{}", note(&mut office, dossier));
    let file = printed(&mut office, dossier, "bank_file");
    says(&file, &["À lire avant de voter", "les mots du constat disent autre chose que le dossier"]);
    says(&file, &["Ni FICP, ni FCC, ni surendettement. Au dossier : inscription au FICP : oui."]);
    says(&file, &["1. FICP : Mme Delmas est inscrite."]);
    let cards = office.call("papers", json!({ "dossier": dossier }))["papers"].clone();
    let card = cards.as_array().unwrap().iter().find(|card| card["key"] == "bank_file").unwrap();
    let before = plain(&card["missing"].to_string());
    assert!(before.contains("FICP : Mme Delmas est inscrite"), "it is read before it is printed: {before}");
    office.call("submit_to_lender", input(dossier, json!({})));
}

#[test]
fn a_quote_that_is_over_is_told_before_the_file_leaves() {
    let (mut office, dossier, _) = a_dossier();
    decide_to_submit(&mut office, dossier);
    let mut quote = crate::published::a_quote(dossier, "Citadine", "2 750", "kept");
    quote["valid_until"] = json!("18/11/2026");
    office.call("add_quote", quote);
    let view = office.call("assessment", json!({ "dossier": dossier }));
    let told = contradictions(&view);
    assert!(told.iter().any(|one| one.ends_with("n’est plus valable depuis le 18 novembre 2026.")), "{told:?}");
}
