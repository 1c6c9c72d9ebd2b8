//! Dossiers from the first call to the last instalment, as the guides tell them, and what the bilans then count.
//!
//! The vehicle in two weeks, a point each month and each half-year, half the interest given back: Boulogne; the grid
//! of the telephone: Grenoble; the quarters: Montpellier (*Un coup de pouce pour le microcrédit personnel*).

use serde_json::{Value, json};

use crate::decisions::{a_bank, assessed, consented, input, on};
use crate::office::{Office, an_office, at, plain, text};
use crate::sessions::met;
use crate::settings::version;

fn stage(office: &mut Office, dossier: i64) -> String {
    text(&office.call("dossier", json!({ "dossier": dossier })), "/stage/key")
}

/// Half the interest at the end of a loan without a major incident, given by the agglomeration.
fn half_back(office: &mut Office) {
    let view = office.call("office_rules", json!({}));
    let mut fields = view["versions"][0]["fields"].clone();
    for (field, value) in [
        ("refund_moment", "end"),
        ("refund_base", "interest"),
        ("refund_share", "50"),
        ("refund_condition", "no_major_incident"),
        ("refund_payer", "la communauté d’agglomération"),
    ] {
        fields[field] = json!(value);
    }
    let version = version("", "01/10/2026", "Convention de l’agglomération", "");
    office.call("set_office_rules", json!({ "version": version, "fields": fields }));
}

/// A point each month with the adviser, each half-year with the bank.
fn monthly_and_half_yearly(office: &mut Office, dossier: i64) {
    let view = office.call("products", json!({}));
    let product = &view["products"][0];
    let mut fields = product["versions"][0]["fields"].clone();
    fields["follow_up_plan"] = json!("model_boulogne");
    let version = version("", "01/10/2026", "Convention de l’agglomération", "");
    office.call("change_product", json!({ "product": product["key"], "version": version, "fields": fields }));
    let product = json!({ "dossier": dossier, "field": "product", "value": product["key"] });
    office.call("change_simulation", product);
}

/// The documents asked for once the bank agrees in principle, in their order.
fn after_the_agreement(office: &mut Office, dossier: i64) -> Vec<Value> {
    let view = office.call("documents_checklist", json!({ "dossier": dossier }));
    let stages = view["stages"].as_array().unwrap();
    let stage = stages.iter().find(|stage| stage["key"] == "agreement").map(|stage| stage["lines"].clone());
    stage.and_then(|lines| lines.as_array().cloned()).unwrap_or_default()
}

/// The dossier of a vehicle, ready to be sent the week it was asked for.
fn a_vehicle(office: &mut Office) -> i64 {
    let bank = a_bank(office, "Crédit municipal du Littoral");
    let dossier = office.delmas();
    let purpose = json!({ "dossier": dossier, "field": "purpose", "value": "vehicle_purchase" });
    office.call("change_request", purpose);
    office.delmas_project(dossier);
    office.delmas_simulation(dossier, &bank);
    monthly_and_half_yearly(office, dossier);
    met(office, dossier);
    assessed(office, dossier);
    consented(office, dossier, "", "");
    dossier
}

#[test]
fn a_vehicle_is_paid_in_fifteen_days_then_followed_to_half_its_interest() {
    let mut office = an_office();
    office.moment = at("2026-11-23");
    half_back(&mut office);
    let dossier = a_vehicle(&mut office);
    on(&mut office, "2026-11-26", "decide_orientation", dossier, json!({ "direction": "submit" }));
    on(&mut office, "2026-11-26", "submit_to_lender", dossier, json!({}));
    on(&mut office, "2026-11-27", "note_agreement_in_principle", dossier, json!({}));
    assert_eq!(stage(&mut office, dossier), "agreement_in_principle");

    let documents = after_the_agreement(&mut office, dossier);
    let keys: Vec<_> = documents.iter().map(|line| line["document"].as_str().unwrap()).collect();
    for key in ["seller_identity", "sale_promise", "technical_check", "vehicle_registration"] {
        assert!(keys.contains(&key), "{key} is asked for once the vehicle is chosen: {keys:?}");
    }
    office.moment = at("2026-11-30");
    for key in keys.into_iter().chain(["driving_licence"]) {
        let there = json!({ "dossier": dossier, "document": key, "part": "", "state": "checked", "issued_on": "",
            "valid_until": "", "reason": "" });
        office.call("note_document", there);
    }
    on(&mut office, "2026-11-30", "note_approval", dossier, json!({}));
    let dates = json!({ "signed_on": "30/11/2026", "disbursed_on": "08/12/2026", "first_due_on": "05/01/2027" });
    let view = on(&mut office, "2026-11-30", "sign_contract", dossier, dates);
    assert!(plain(&view["contract"].to_string()).contains("8 décembre 2026"), "{}", view["contract"]);
    let too_soon = json!({ "on": "04/12/2026", "means": "chèque de banque remis à la personne, pour le vendeur" });
    office.moment = at("2026-12-04");
    let refused = office.refused("note_disbursement", input(dossier, too_soon));
    assert_eq!(refused.field.as_deref(), Some("on"), "the law lets nothing be paid before the eighth day: {refused:?}");
    let paid = json!({ "means": "chèque de banque remis à la personne, pour le vendeur" });
    on(&mut office, "2026-12-08", "note_disbursement", dossier, paid);
    assert_eq!(stage(&mut office, dossier), "running");
    assert_eq!(counted(&mut office, "2026", "days_request_to_disbursement"), "15.00");

    follow(&mut office, dossier);
    half_comes_back(&mut office, dossier);
}

/// Six months of points, then an instalment missed and paid afterwards: an incident, not a major one.
fn follow(office: &mut Office, dossier: i64) {
    office.moment = at("2027-06-15");
    let view = office.call("follow_up_room", json!({ "dossier": dossier }));
    assert!(text(&view, "/plan").starts_with("Renforcé"), "{}", view["plan"]);
    let steps: Vec<String> = (0..2).map(|place| text(&view, &format!("/points/{place}/step"))).collect();
    assert_eq!(steps, ["Chaque mois", "Chaque semestre"]);
    for step in steps {
        let held = json!({ "step": step, "due_dates_kept": "yes", "project": "trajets tenus", "minutes": "20" });
        office.call("note_review", json!({ "dossier": dossier, "form": held }));
    }
    let view = office.call("follow_up_room", json!({ "dossier": dossier }));
    assert!(text(&view, "/points_sum").ends_with("aucun dû"), "{}", view["points_sum"]);
    for (day, declared) in [("2027-08-16", "missed"), ("2027-08-30", "paid_late")] {
        office.moment = at(day);
        let said = json!({ "dossier": dossier, "from": "8", "to": "", "declared": declared, "told_by": "lender", "on": "",
            "note": "" });
        office.call("declare_instalments", said);
    }
    assert_eq!(counted(office, "2027", "incidents"), "1");
    assert_eq!(counted(office, "2027", "missed_instalments"), "1");
}

fn half_comes_back(office: &mut Office, dossier: i64) {
    office.moment = at("2029-12-20");
    office.call("settle_loan", json!({ "dossier": dossier, "how": "attestation", "on": "15/12/2029", "note": "" }));
    let view = office.call("ending_room", json!({ "dossier": dossier }));
    let (interest, half) = (&view["proof"]["interest"]["cents"], &view["proof"]["amount"]["cents"]);
    assert_eq!(half.as_i64().unwrap(), (interest.as_i64().unwrap() + 1) / 2, "{interest} {half}");
    assert_eq!(view["proof"]["entitled"], true, "a late instalment is no major incident");
    assert_eq!(view["proof"]["lines"][7]["state"], "late", "paid once it had been missed: late");
    let account = json!({ "dossier": dossier, "moment": "end", "on": "", "answers": {}, "may_be_quoted": false,
        "iban": "FR76 3000 6000 0112 3456 7890 189", "holder": "Mme Sonia Delmas" });
    office.call("answer_survey", account);
    let grant = json!({ "dossier": dossier, "on": "", "granted": true, "attested": "", "amount": "", "reason": "" });
    office.call("decide_refund", grant);
    office.call("note_refund_paid", json!({ "dossier": dossier, "on": "" }));
    let closing = json!({ "dossier": dossier, "on": "", "outcome": "repaid_with_incidents", "note": "emploi gardé" });
    office.call("close_dossier", closing);
    assert_eq!(stage(office, dossier), "closed");
    assert_eq!(counted(office, "2029", "interest_refunds_count"), "1");
    assert_eq!(counted(office, "2029", "repayment_rate"), "100.00");
    assert_eq!(office.call("verify", json!({}))["sound"], true);
}

/// The loan called in at once is a major incident: nothing comes back, and the bilan counts a loss.
#[test]
fn a_loan_called_in_gives_nothing_back_and_is_a_loss() {
    let mut office = an_office();
    office.moment = at("2026-11-23");
    half_back(&mut office);
    let dossier = a_vehicle(&mut office);
    on(&mut office, "2026-11-26", "decide_orientation", dossier, json!({ "direction": "submit" }));
    on(&mut office, "2026-11-26", "submit_to_lender", dossier, json!({}));
    on(&mut office, "2026-11-30", "note_approval", dossier, json!({}));
    let dates = json!({ "signed_on": "30/11/2026", "disbursed_on": "08/12/2026", "first_due_on": "05/01/2027" });
    on(&mut office, "2026-11-30", "sign_contract", dossier, dates);
    on(&mut office, "2026-12-08", "note_disbursement", dossier, json!({}));
    office.moment = at("2027-05-10");
    let missed = json!({ "dossier": dossier, "from": "2", "to": "5", "declared": "missed", "told_by": "lender", "on": "",
        "note": "" });
    office.call("declare_instalments", missed);
    for (event, amount) in [("accelerated", "2 200"), ("guarantee_called", "1 100")] {
        let called =
            json!({ "dossier": dossier, "event": event, "on": "", "subject": "", "amount": amount, "note": "" });
        office.call("note_follow_up", called);
    }
    assert_eq!(stage(&mut office, dossier), "accelerated");
    let view = office.call("ending_room", json!({ "dossier": dossier }));
    assert_eq!(view["proof"]["entitled"], false);
    assert!(plain(&view["proof"]["obstacles"].to_string()).contains("10 mai 2027"), "{}", view["proof"]["obstacles"]);
    assert_eq!(counted(&mut office, "2027", "losses"), "2200.00");
}

/// The value of an indicator over a year.
fn counted(office: &mut Office, year: &str, key: &str) -> String {
    value(&office.call("report_data", json!({ "year": year, "from": "", "to": "" })), key)
}

fn value(data: &Value, key: &str) -> String {
    let found = data["indicators"].as_array().unwrap().iter().find(|one| one["key"] == key).unwrap();
    text(found, "/value")
}

/// The number in the first column of a row of a table; nothing when the row is not there.
fn cell(data: &Value, table: &str, row: &str) -> Option<String> {
    let table = data["tables"].as_array().unwrap().iter().find(|one| one["key"] == table).unwrap();
    let row = table["rows"].as_array().unwrap().iter().find(|one| one["key"] == row)?;
    Some(row["cells"][0].as_str().unwrap().to_owned())
}

fn a_call(office: &mut Office, last_name: &str, outcome: &str, more: &[(&str, Value)]) -> i64 {
    let mut screening =
        json!({ "answers": {}, "outcome": outcome, "minutes": "10", "told": ["aims", "support", "cost"] });
    for (field, answer) in more {
        screening[field] = answer.clone();
    }
    let next = if outcome == "call_back" { "30/11/2026" } else { "" };
    let call = json!({ "last_name": last_name, "first_name": "Rose", "origin": "first_reception", "phone": "",
        "email": "", "project": "réparer la voiture", "purpose": "vehicle_repair", "amount": "2 400",
        "received_on": "", "next_date": next, "screening": screening });
    office.call("record_request", call)["id"].as_i64().unwrap()
}

#[test]
fn four_calls_of_a_morning_are_counted_and_one_becomes_a_loan_repaid() {
    let mut office = an_office();
    office.moment = at("2026-11-20");
    let bank = a_bank(&mut office, "Banque des Alpes");
    let informed = a_call(&mut office, "Ardouin", "information_only", &[]);
    let elsewhere = a_call(&mut office, "Brisac", "other_solution", &[("solutions", json!(["budget_support"]))]);
    let later = a_call(&mut office, "Corbeau", "call_back", &[]);
    let appointment = [("appointment_on", json!("24/11/2026")), ("appointment_at", json!("10 h"))];
    let dossier = a_call(&mut office, "Delorme", "appointment", &appointment);
    let stages = [informed, elsewhere, later, dossier].map(|one| stage(&mut office, one));
    assert_eq!(stages, ["closed", "closed", "request", "request"]);
    let data = office.call("report_data", json!({ "year": "2026", "from": "", "to": "" }));
    assert_eq!((value(&data, "requests"), value(&data, "redirected")), ("4".to_owned(), "1".to_owned()));
    assert_eq!(cell(&data, "origins", "first_reception").as_deref(), Some("4"));
    let became = ["informed", "elsewhere", "open"].map(|end| cell(&data, "became", end).unwrap_or_default());
    assert_eq!(became, ["1", "1", "2"], "who was only informed was not directed elsewhere");

    office.moment = at("2026-11-24");
    let held = json!({ "dossier": dossier, "outcome": "held", "minutes": "60", "note": "Le projet tient l’emploi." });
    office.call("settle_appointment", held);
    office.delmas_project(dossier);
    for line in [("salary_permanent", "", "1400", "monthly", "", ""), ("rent", "", "420", "monthly", "", "")] {
        office.call("add_budget_line", crate::office::a_line(dossier, line));
    }
    office.delmas_simulation(dossier, &bank);
    assessed(&mut office, dossier);
    consented(&mut office, dossier, "", "");
    on(&mut office, "2026-11-26", "decide_orientation", dossier, json!({ "direction": "submit" }));
    on(&mut office, "2026-11-27", "submit_to_lender", dossier, json!({}));
    on(&mut office, "2026-12-08", "note_approval", dossier, json!({}));
    let dates = json!({ "signed_on": "10/12/2026", "disbursed_on": "21/12/2026", "first_due_on": "05/02/2027" });
    on(&mut office, "2026-12-10", "sign_contract", dossier, dates);
    on(&mut office, "2026-12-21", "note_disbursement", dossier, json!({}));
    office.moment = at("2026-12-05");
    let answered = |solution: &str, more: Value| {
        let mut form = json!({ "event": "redirection_answered", "answer": "helped", "solution": solution });
        form.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        input(elsewhere, form)
    };
    let refused = office.refused("note_lending_event", answered("social_grocery", json!({})));
    assert_eq!(refused.field.as_deref(), Some("solution"), "it was not proposed");
    office.call("note_lending_event", answered("budget_support", json!({ "obtained": "120" })));
    let data = office.call("report_data", json!({ "year": "2026", "from": "", "to": "" }));
    assert_eq!(cell(&data, "called_back", "solutions.budget_support").as_deref(), Some("1"));
    assert!(data["tables"].to_string().contains("120.00"), "what it gave is in the bilan");
    crate::boulogne::to_the_end(&mut office, dossier);
    let ended = office.call("report_data", json!({ "year": "2029", "from": "", "to": "" }));
    assert_eq!(value(&ended, "repayment_rate"), "100.00");
}

/// What each quarter of Montpellier's table tells: where people come from, what was refused and why, what for.
#[test]
fn the_quarters_of_a_year_are_counted_each_and_add_up_to_it() {
    let mut office = an_office();
    let bank = a_bank(&mut office, "Banque de la Méditerranée");
    let months = ["01", "02", "04", "05", "06", "09", "11"];
    for (place, month) in months.iter().enumerate() {
        office.moment = at(&format!("2027-{month}-03"));
        let dossier = office.delmas();
        let origin = if place % 2 == 0 { "first_reception" } else { "referrer" };
        for (field, value) in [("origin", origin), ("purpose", "vehicle_purchase")] {
            office.call("change_request", json!({ "dossier": dossier, "field": field, "value": value }));
        }
        office.delmas_project(dossier);
        office.delmas_simulation(dossier, &bank);
        met(&mut office, dossier);
        assessed(&mut office, dossier);
        consented(&mut office, dossier, "", "");
        let day = |day: u32| format!("2027-{month}-{day:02}");
        on(&mut office, &day(10), "decide_orientation", dossier, json!({ "direction": "submit" }));
        on(&mut office, &day(11), "submit_to_lender", dossier, json!({}));
        let (call, form) = match place {
            0 | 4 => ("note_refusal", json!({ "reasons": ["insufficient_capacity"] })),
            2 => (
                "note_refusal",
                json!({ "reasons": ["insufficient_capacity", "over_indebtedness_or_listing_unknown"] }),
            ),
            _ => ("note_approval", json!({})),
        };
        on(&mut office, &day(20), call, dossier, form);
    }
    office.moment = at("2028-01-05");
    let quarters = [("01/01", "31/03"), ("01/04", "30/06"), ("01/07", "30/09"), ("01/10", "31/12")];
    let data = quarters.map(|(from, to)| {
        let period = json!({ "year": "", "from": format!("{from}/2027"), "to": format!("{to}/2027") });
        office.call("report_data", period)
    });
    let of = |key: &str| data.iter().map(|quarter| value(quarter, key)).collect::<Vec<_>>();
    assert_eq!(of("requests"), ["2", "3", "1", "1"]);
    assert_eq!(of("refused"), ["1", "2", "0", "0"]);
    assert_eq!(of("granted"), ["1", "1", "1", "1"]);
    let cells = |table: &str, row: &str| data.iter().map(|quarter| cell(quarter, table, row)).collect::<Vec<_>>();
    let said =
        |counts: [&str; 4]| counts.map(|count| Some(count.to_owned()).filter(|count| !count.is_empty())).to_vec();
    assert_eq!(cells("origins", "referrer"), said(["1", "1", "1", ""]));
    assert_eq!(cells("refusal_reasons", "insufficient_capacity"), said(["1", "2", "", ""]));
    assert_eq!(cells("refusal_reasons", "over_indebtedness_or_listing_unknown"), said(["", "1", "", ""]));
    assert_eq!(cells("purposes", "mobility"), said(["2", "3", "1", "1"]));
    let year = office.call("report_data", json!({ "year": "2027", "from": "", "to": "" }));
    for key in ["requests", "assessed", "submitted", "refused", "granted"] {
        let sum: u32 = data.iter().map(|quarter| value(quarter, key).parse::<u32>().unwrap()).sum();
        assert_eq!(value(&year, key), sum.to_string(), "{key} of the quarters adds up to the year");
    }
}
