//! Laval: three products, one guaranteed by the CCAS at half, from the first contact to the end of two loans.
//!
//! The envelope by hand. 1 200 € at 4 % over 36 months is 35,43 € a month, of which principal 31,43 then 31,53,
//! 31,64, 31,75, 31,85, 31,96: 1 105,40 € are left after three instalments, of which half is 552,70 €; with
//! the fourth put off, 1 041,80 € are left after the sixth month, of which half is 520,90 €.

use serde_json::{Value, json};

use crate::decisions::{a_bank, consented, on};
use crate::follow_up::{event, missed, room, statement};
use crate::office::{Office, an_office, at, plain, text};

const MODELS: [&str; 3] = ["laval_classic", "laval_restructuring", "laval_autonomy_health"];

/// The office with its three products, its envelope and a bank that finances debts.
fn laval() -> (Office, String, Value) {
    let mut office = an_office();
    for model in MODELS {
        let copy = json!({ "model": model, "label": "", "from": "01/01/2026", "source": "Délibération" });
        office.call("copy_product_model", copy);
    }
    let products = office.call("products", json!({}));
    let all = products["products"].as_array().unwrap();
    let named = |name: &str| all.iter().filter(|one| one["key"].as_str().unwrap().contains(name)).count();
    assert_eq!(MODELS.map(named), [1, 1, 1], "three products: {all:?}");
    let key = all.iter().find(|one| one["key"].as_str().unwrap().contains(MODELS[1])).unwrap()["key"].clone();
    let bank = a_bank(&mut office, "Banque du Val");
    let mut wide = crate::settings::signed(&bank, "01/09/2026", "4");
    wide["fields"]["products"] = json!([]);
    wide["fields"]["purposes"] = json!([]);
    wide["fields"]["deferrals"] = json!("2");
    office.call("sign_agreement", wide);
    (office, bank, key)
}

fn envelope_of(office: &mut Office, from: &str, amount: &str) {
    let version = crate::settings::version("", from, "Délibération du 20 octobre 2026", "");
    office.call("set_guarantee_envelope", json!({ "version": version, "fields": { "amount": amount } }));
}

/// Committed, called, pending, left.
fn figures(office: &mut Office) -> [String; 4] {
    let view = office.call("guarantee_envelope", json!({}));
    ["committed", "called", "pending", "left"].map(|part| text(&view, &format!("/{part}/text")))
}

/// A request for debts, from the first contact to the decision.
fn a_request(office: &mut Office, first: &str, (bank, product): (&str, &Value)) -> i64 {
    office.moment = at("2026-11-20");
    let dossier = office.request_of(first, "Arondel");
    let field = |office: &mut Office, field: &str, value: &str| {
        office.call("change_request", json!({ "dossier": dossier, "field": field, "value": value }))
    };
    field(office, "received_on", "12/10/2026");
    field(office, "purpose", "debt_repayment");
    office
        .call("add_budget_line", crate::office::a_line(dossier, ("salary_permanent", "", "1 400", "monthly", "", "")));
    office.call("add_budget_line", crate::office::a_line(dossier, ("rent", "", "420", "monthly", "", "")));
    office.call("add_expense", json!({ "dossier": dossier, "label": "Dettes", "amount": "1 200" }));
    office.delmas_simulation(dossier, bank);
    office.call("change_simulation", json!({ "dossier": dossier, "field": "amount", "value": "1200" }));
    office.call("change_simulation", json!({ "dossier": dossier, "field": "product", "value": product }));
    on(office, "2026-11-20", "note_interview", dossier, json!({ "kind": "home_visit", "held_on": "20/10/2026" }));
    crate::decisions::assessed(office, dossier);
    consented(office, dossier, "", "12/11/2026");
    let decided = json!({ "decided_on": "12/11/2026", "direction": "submit" });
    on(office, "2026-11-20", "decide_orientation", dossier, decided);
    let steps = json!([{ "label": "À mi-parcours", "first_on": "10/06/2028", "channel": "follow_up_call",
        "provider": "office", "purpose": "faire le point" }]);
    on(office, "2026-11-20", "plan_support", dossier, json!({ "level": "light", "budget": "office", "steps": steps }));
    dossier
}

fn send(office: &mut Office, dossier: i64) {
    on(office, "2026-11-20", "submit_to_lender", dossier, json!({ "sent_on": "13/11/2026" }));
}

fn lend(office: &mut Office, dossier: i64) {
    on(office, "2026-11-24", "note_approval", dossier, json!({}));
    let dates = json!({ "disbursed_on": "10/12/2026", "first_due_on": "10/01/2027" });
    on(office, "2026-11-27", "sign_contract", dossier, dates);
    on(office, "2026-12-10", "note_disbursement", dossier, json!({}));
}

fn ready(office: &mut Office, dossier: i64) -> Value {
    let view = office.call("decisions", json!({ "dossier": dossier }));
    let lines = view["ready"].as_array().unwrap().clone();
    lines.into_iter().find(|line| line["key"] == "guarantee_envelope").expect("the envelope is looked at")
}

fn step(view: &Value, key: &str) -> (String, String) {
    let steps = view["arrears"]["steps"].as_array().unwrap();
    let step = steps.iter().find(|step| step["key"] == key).unwrap_or_else(|| panic!("{key}: {steps:?}"));
    (text(step, "/state"), plain(step["when"].as_str().unwrap()))
}

fn paper(office: &mut Office, dossier: i64, key: &str) -> String {
    let drawn = office.call("draw_paper", json!({ "dossier": dossier, "paper": key }));
    let pages = drawn["pages"].as_array().unwrap().clone();
    assert_eq!(pages.len(), 1, "{key} is a letter");
    plain(pages[0]["text"].as_str().unwrap()).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn says(paper: &str, words: &[&str]) {
    for word in words {
        assert!(paper.contains(word), "{word:?} is not printed in:\n{paper}");
    }
}

fn call(office: &mut Office, dossier: i64, cause: &str, solution: &str) -> Value {
    office.call(
        "note_arrears_call",
        json!({ "dossier": dossier, "outcome": "reached", "on": "", "cause": cause, "solution": solution,
            "amount": "", "next_on": "", "note": "" }),
    )
}

#[test]
fn laval_lends_with_its_guarantee_from_the_first_contact_to_the_end() {
    let (mut office, bank, product) = laval();
    envelope_of(&mut office, "01/11/2026", "500");
    let one = a_request(&mut office, "Maëlle", (&bank, &product));
    let line = ready(&mut office, one);
    assert_eq!((line["done"].clone(), line["must"].clone()), (json!(false), json!(false)), "told, never a wall");
    let note = text(&line, "/note");
    assert!(note.starts_with("ce prêt engagerait 600,00 € (50 % de 1 200,00 €) : il reste 500,00 €"), "{note}");
    envelope_of(&mut office, "02/11/2026", "2 000");
    assert_eq!(ready(&mut office, one)["done"], json!(true));
    send(&mut office, one);
    assert_eq!(figures(&mut office), ["0,00 €", "0,00 €", "600,00 €", "2 000,00 €"], "pending is apart");
    let two = a_request(&mut office, "Gaspard", (&bank, &product));
    send(&mut office, two);
    assert_eq!(figures(&mut office), ["0,00 €", "0,00 €", "1 200,00 €", "2 000,00 €"]);
    on(&mut office, "2026-11-24", "note_approval", one, json!({}));
    assert_eq!(figures(&mut office), ["600,00 €", "0,00 €", "600,00 €", "1 400,00 €"], "of the amount granted");
    let dates = json!({ "disbursed_on": "10/12/2026", "first_due_on": "10/01/2027", "bank_reference": "4021-77" });
    on(&mut office, "2026-11-27", "sign_contract", one, dates);
    on(&mut office, "2026-12-10", "note_disbursement", one, json!({}));
    lend(&mut office, two);
    office.moment = at("2027-03-20");
    assert_eq!(figures(&mut office), ["1 105,40 €", "0,00 €", "0,00 €", "894,60 €"], "552,70 twice");
    a_postponement(&mut office, one, &bank);
    a_call_of_the_guarantee(&mut office, two, &bank);
    mid_way_and_end(&mut office, one);
}

/// The fourth instalment is missed: call, request, agreement of the bank.
fn a_postponement(office: &mut Office, dossier: i64, bank: &str) {
    office.moment = at("2027-04-14");
    office.call("note_bank_statement", statement(bank, "04/2027", "", &[(dossier, 4, "missed")]));
    let view = room(office, dossier);
    assert_eq!(text(&view, "/arrears/note"), "1 échéance impayée depuis celle du 10 avril 2027, 35,43 €");
    assert_eq!(
        text(&view, "/arrears/deadline_text"),
        "avant le 10 mai 2027, où la banque peut écrire ; inscription dès le 9 juin 2027"
    );
    assert_eq!(step(&view, "call_within_48h"), ("lit".to_owned(), "ven. 16".to_owned()), "within 48 hours");
    assert_eq!(step(&view, "three_party_meeting").1, "29 avril", "fifteen days");
    assert_eq!(text(&view, "/arrears/deferrals"), "2 reports au plus, 0 utilisé : convention du 1er septembre 2026.");
    let early = office.refused("draw_paper", json!({ "dossier": dossier, "paper": "deferral_request_letter" }));
    assert!(plain(&early.message).starts_with("La lettre dit à la banque pourquoi"), "{}", early.message);
    let kind = paper(office, dossier, "first_missed_letter");
    says(
        &kind,
        &["Votre mensualité du 10 avril 2027 : parlons-en", "35,43 €", "La banque me l’a dit le 14 avril 2027."],
    );
    let view = call(office, dossier, "fewer_hours", "postponed");
    assert_eq!(step(&view, "call_within_48h").0, "done");
    let letter = paper(office, dossier, "deferral_request_letter");
    says(
        &letter,
        &[
            "Demande de report d’une échéance, prêt n° 4021-77 signé le 27 novembre 2026",
            "n° 4, du 10/04/2027",
            "convention du 1er septembre 2026 (2 reports au plus pendant le prêt)",
            "1 200 € sur 36 mois, selon le contrat",
            "Reports déjà accordés aucun, sur 2 prévus",
        ],
    );
    office.call("open_paper", json!({ "dossier": dossier, "paper": "deferral_request_letter" }));
    office.call("open_paper", json!({ "dossier": dossier, "paper": "deferral_request_letter" }));
    let sent = room(office, dossier)["happened"].as_array().unwrap().clone();
    let sent = sent.iter().filter(|row| row["label"] == "Lettre remise ou envoyée").count();
    assert_eq!(sent, 1, "printed twice on a day, it is one letter");
    office.moment = at("2027-04-22");
    office.call("note_follow_up", event(dossier, "deferral_answered", "given", ""));
    let form = json!({ "kind": "postponed", "from": "4", "count": "1", "interest": "with_last", "amount": "",
        "day": "", "on": "", "rate": "", "keeps": "" });
    office.call("amend_loan", json!({ "dossier": dossier, "form": form, "agreed_on": "22/04/2027", "note": "" }));
    let view = room(office, dossier);
    assert_eq!((&view["arrears"], text(&view, "/strip/3/state")), (&Value::Null, "held".to_owned()));
    let drawn = office.call("draw_paper", json!({ "dossier": dossier, "paper": "current_schedule" }));
    let text = plain(drawn["pages"][0]["text"].as_str().unwrap()).split_whitespace().collect::<Vec<_>>().join(" ");
    says(&text, &["selon le contrat n° 4021-77 signé le 27 novembre 2026", "Version 2", "accord du 22 avril 2027"]);
}

/// Three instalments missed: opinion before acceleration, then the guarantee is called.
fn a_call_of_the_guarantee(office: &mut Office, dossier: i64, bank: &str) {
    for (day, month, number) in
        [("2027-04-14", "04/2027", 4), ("2027-05-14", "05/2027", 5), ("2027-06-14", "06/2027", 6)]
    {
        office.moment = at(day);
        if number == 4 {
            office.call("declare_instalments", missed(dossier, "4"));
        } else {
            office.call("note_bank_statement", statement(bank, month, "", &[(dossier, number, "missed")]));
        }
    }
    let view = room(office, dossier);
    assert_eq!(text(&view, "/arrears/note"), "3 échéances impayées depuis celle du 10 avril 2027, 106,29 €");
    assert_eq!(step(&view, "guarantee_call").1, "la banque, 10 juin, date passée, rien de noté", "the third one");
    call(office, dossier, "fewer_hours", "");
    office.call("note_follow_up", event(dossier, "acceleration_announced", "", ""));
    let view = room(office, dossier);
    assert_eq!(step(&view, "opinion_before_acceleration"), ("lit".to_owned(), "21 juin".to_owned()), "seven days");
    let letter = paper(office, dossier, "default_reasons_letter");
    says(
        &letter,
        &[
            "Le 14 juin 2027, vous nous avez dit vouloir prononcer la déchéance du terme.",
            "3 échéances depuis le 10 avril 2027, 106,29 €",
            "CCAS, 50 %",
            "fichier des incidents de crédit",
        ],
    );
    office.call("open_paper", json!({ "dossier": dossier, "paper": "default_reasons_letter" }));
    assert_eq!(step(&room(office, dossier), "opinion_before_acceleration").0, "done");
    office.moment = at("2027-06-20");
    office.call("note_follow_up", event(dossier, "accelerated", "", "1 105,40"));
    office.call("note_follow_up", event(dossier, "guarantee_called", "", "552,70"));
    // Of the first loan, its fourth instalment on hold, 1 041,80 are left; what was called is no longer committed.
    assert_eq!(figures(office), ["520,90 €", "552,70 €", "0,00 €", "926,40 €"]);
}

/// Silence until the point half-way, then the bank's attestation and the closing interview.
fn mid_way_and_end(office: &mut Office, dossier: i64) {
    office.moment = at("2028-06-10");
    let view = room(office, dossier);
    assert_eq!((text(&view, "/points/0/step"), text(&view, "/points/0/state")), ("À mi-parcours".into(), "due".into()));
    let view = office.call("note_review", json!({ "dossier": dossier, "form": { "step": "À mi-parcours" } }));
    assert_eq!(text(&view, "/points_sum"), "1 point prévu tenu, aucun dû");
    assert_eq!(text(&view, "/known"), "1 impayé, réglé par un report", "nobody said it was paid");
    office.moment = at("2030-01-20");
    let ended = json!({ "dossier": dossier, "how": "attestation", "on": "", "note": "" });
    let view = office.call("settle_loan", ended);
    assert_eq!(text(&view, "/standing/known"), "prêt soldé, appris le 20 janvier 2030");
    assert_eq!(figures(office), ["0,00 €", "552,70 €", "0,00 €", "1 447,30 €"], "nothing is committed any more");
    let closing = json!({ "kind": "closing_interview", "held_on": "20/01/2030" });
    on(office, "2030-01-20", "note_interview", dossier, closing);
}

/// The other two products take nothing of the envelope.
#[test]
fn the_products_of_the_state_leave_the_envelope_alone() {
    let (mut office, bank, _) = laval();
    envelope_of(&mut office, "01/11/2026", "2 000");
    let dossier = office.delmas();
    office.call("change_request", json!({ "dossier": dossier, "field": "received_on", "value": "12/10/2026" }));
    office.delmas_project(dossier);
    office.delmas_simulation(dossier, &bank);
    let products = office.call("products", json!({}));
    let all = products["products"].as_array().unwrap();
    let classic = all.iter().find(|one| one["key"].as_str().unwrap().contains(MODELS[0])).unwrap();
    let product = json!({ "dossier": dossier, "field": "product", "value": classic["key"] });
    office.call("change_simulation", product);
    crate::decisions::decide_to_submit(&mut office, dossier);
    let view = office.call("decisions", json!({ "dossier": dossier }));
    assert!(view["ready"].as_array().unwrap().iter().all(|line| line["key"] != "guarantee_envelope"));
    send(&mut office, dossier);
    assert_eq!(figures(&mut office), ["0,00 €", "0,00 €", "0,00 €", "2 000,00 €"]);
}

/// One bank lends each product at its own rate, and large loans at another: nobody types a rate.
#[test]
fn one_bank_lends_each_product_at_its_own_rate() {
    let (mut office, bank, restructuring) = laval();
    let products = office.call("products", json!({}));
    let all = products["products"].as_array().unwrap();
    let key = |model: &str| all.iter().find(|one| one["key"].as_str().unwrap().contains(model)).unwrap()["key"].clone();
    let line = |product: &Value, amount: &str, months: &str, rate: &str| json!({ "product": product, "amount_from": amount, "months_from": months, "rate": rate });
    let mut sign = crate::settings::signed(&bank, "01/11/2026", "4");
    sign["fields"]["products"] = json!([]);
    sign["fields"]["purposes"] = json!([]);
    sign["fields"]["rate_lines"] = json!([
        line(&restructuring, "", "", "2"),
        line(&json!(""), "2 500", "25", "3,5"),
        line(&json!(""), "", "", "")
    ]);
    let view = office.call("sign_agreement", sign.clone());
    let lender = view["lenders"].as_array().unwrap().iter().find(|one| one["key"] == *bank).unwrap();
    assert_eq!(text(lender, "/rate"), "2,00 % à 4,00 %");
    let clauses = lender["agreements"][0]["clauses"].as_array().unwrap();
    let rate = clauses.iter().find(|clause| clause["label"] == "Taux").unwrap();
    assert!(text(rate, "/text").ends_with("dès 2 500 €, dès 25 mois : 3,50 % ; autres prêts : 4,00 %"), "{rate}");

    let dossier = office.delmas();
    office.delmas_project(dossier);
    office.delmas_simulation(dossier, &bank);
    let rated = |office: &mut Office, product: &Value, amount: &str| {
        office.simulate(dossier, "amount", amount);
        office.simulate(dossier, "product", product.as_str().unwrap());
        text(&office.call("simulation", json!({ "dossier": dossier })), "/follows/rate")
    };
    let classic = key(MODELS[0]);
    for (product, amount, rate) in
        [(&classic, "2 400", "4,00 %"), (&classic, "2 600", "3,50 %"), (&restructuring, "1 400", "2,00 %")]
    {
        let says = rated(&mut office, product, amount);
        assert!(
            says.starts_with(rate) && says.ends_with("convention de la Banque du Val"),
            "{product} {amount}: {says}"
        );
    }

    let twice = json!([line(&json!(""), "1 000", "", "3"), line(&restructuring, "2 000", "", "2")]);
    sign["fields"]["rate_lines"] = twice;
    sign["from"] = json!("10/11/2026");
    let refused = office.refused("sign_agreement", sign);
    assert_eq!(plain(&refused.message), "Une ligne plus haut dit déjà le taux de ces prêts.");
    assert_eq!(refused.field.as_deref(), Some("rate_lines.1.rate"));
}

/// Everything repaid at once: the amount is kept with its day; after a death, the sheet for the heirs.
#[test]
fn an_early_repayment_keeps_its_amount_and_a_death_has_its_sheet() {
    let (mut office, bank, product) = laval();
    let one = a_request(&mut office, "Maëlle", (&bank, &product));
    send(&mut office, one);
    lend(&mut office, one);
    office.moment = at("2027-03-20");
    let view = office.call("loan", json!({ "dossier": one }));
    assert_eq!(view["standing"]["can_settle"], json!(true));
    assert_eq!(view["standing"]["differences"], json!([]));
    let asked = office.call("early_repayment", json!({ "dossier": one, "on": "" }));
    let to_pay = text(&asked, "/to_pay/text");
    let view =
        office.call("settle_loan", json!({ "dossier": one, "how": "early", "on": "", "amount": "", "note": "" }));
    assert_eq!(view["standing"]["can_settle"], json!(false));
    let bare = to_pay.trim_end_matches(" €").replace([' ', ','], "");
    assert!(office.dump().contains(&bare), "{bare} is kept with the repayment");
    let two = a_request(&mut office, "Gaspard", (&bank, &product));
    send(&mut office, two);
    lend(&mut office, two);
    office.moment = at("2027-03-20");
    let waits = office.refused("draw_paper", json!({ "dossier": two, "paper": "heirs_sheet" }));
    assert!(plain(&waits.message).starts_with("Cette fiche s’imprime après le décès"));
    let death = json!({ "dossier": two, "on": "", "insurance": "", "note": "", "close": "" });
    office.call("note_death", death);
    let sheet = paper(&mut office, two, "heirs_sheet");
    says(&sheet, &["Banque du Val", "Somme prêtée 1 200,00 €", "aucune au contrat", "Ce qui a cessé"]);
    assert!(!sheet.contains("garantie de l’État"), "the CCAS guarantees this one");
    let stopped = office.refused("draw_paper", json!({ "dossier": two, "paper": "first_missed_letter" }));
    assert!(plain(&stopped.message).starts_with("Les lettres sont arrêtées"));
}
