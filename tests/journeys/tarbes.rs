//! The path of an office whose internal commission meets every week, decides what is sent to the bank, and gives all
//! the interest back (Tarbes).

use serde_json::{Value, json};

use crate::boulogne::to_the_end;
use crate::decisions::{a_bank, assessed, consented, input};
use crate::office::{Office, an_office, at, plain, text};
use crate::session_booklet::pages;
use crate::sessions::{announced, hear, item, list, presided, to_be_heard, with_sessions};
use crate::settings::version;

/// A commission of the office, every week; all the interest given back once the loan is repaid without a late instalment.
fn a_commission(office: &mut Office) {
    with_sessions(office);
    let view = office.call("office_rules", json!({}));
    let mut fields = view["versions"][0]["fields"].clone();
    for (field, value) in [
        ("decision_mode", "internal_commission"),
        ("refund_moment", "end"),
        ("refund_base", "interest"),
        ("refund_share", "100"),
        ("refund_condition", "fully_repaid_no_late_instalment"),
        ("refund_payer", "le CCAS"),
        ("refund_decided_by", "la commission interne"),
        ("refund_resolution", "délibération n° 2026-018"),
    ] {
        fields[field] = json!(value);
    }
    let version = version("", "01/10/2026", "Délibération n° 2026-018", "");
    office.call("set_office_rules", json!({ "version": version, "fields": fields }));
}

fn stage(office: &mut Office, dossier: i64) -> String {
    text(&office.call("dossier", json!({ "dossier": dossier })), "/stage/key")
}

fn held(office: &mut Office, day: &str, (dossier, matter): (i64, &str), form: Value) -> i64 {
    let session = announced(office, day, "internal_commission");
    let view = office.call("list_in_session", json!({ "session": session, "dossier": dossier, "matter": matter }));
    office.call("hold_session", json!({ "session": session }));
    office.call("hear_dossier", hear(session, item(&view, 0), form));
    presided(office, session);
    session
}

fn closed(office: &mut Office, session: i64) -> Value {
    office.call("close_minutes", json!({ "session": session, "note": "", "reason": "" }))
}

#[test]
fn a_weekly_commission_sends_to_the_bank_then_gives_the_interest_back() {
    let mut office = an_office();
    office.moment = at("2026-11-20");
    a_commission(&mut office);
    let dossier = to_be_heard(&mut office, "Banque des Coteaux");

    let week = announced(&mut office, "24/11/2026", "");
    announced(&mut office, "01/12/2026", "");
    let day = office.call("today", json!({}));
    assert_eq!(plain(&text(&day, "/session/title")), "Commission du mardi 24 novembre 2026");
    assert_eq!(plain(&text(&day, "/session/dossiers")), "0 dossier à l’ordre du jour, 1 attend d’y être inscrit");
    let decisions = json!({ "dossier": dossier });
    let awaited = office.call("decisions", decisions.clone())["awaited"].clone();
    assert_eq!((&awaited["session"], &awaited["is_listed"]), (&json!(week), &json!(false)));
    assert_eq!(plain(&text(&awaited, "/sentence")), "Commission du mardi 24 novembre 2026");
    let view = list(&mut office, week, dossier);
    assert_eq!(office.call("decisions", decisions.clone())["awaited"]["is_listed"], true);
    office.moment = at("2026-11-24");
    office.call("hold_session", json!({ "session": week }));
    let decided = json!({ "direction": "submit", "conditions": "Assurance du véhicule à fournir",
        "condition_for": "office", "applicant": "no" });
    let view = office.call("hear_dossier", hear(week, item(&view, 0), decided));
    assert_eq!(view["grants"], false, "the bank grants");
    assert_eq!(stage(&mut office, dossier), "to_submit");
    let told = office.call("decisions", decisions);
    assert_eq!(told["awaited"], Value::Null, "it waits for no session any more");
    assert_eq!(text(&told, "/orientations/0/mode"), "La commission interne du CCAS décide de transmettre");
    presided(&mut office, week);
    office.call("close_minutes", json!({ "session": week, "note": "", "reason": "" }));
    let day = office.call("today", json!({}));
    assert_eq!(plain(&text(&day, "/session/title")), "Commission du mardi 1er décembre 2026");

    office.refused("submit_to_lender", input(dossier, json!({})));
    office.call("note_lending_event", input(dossier, json!({ "event": "reserve_lifted" })));
    office.call("submit_to_lender", input(dossier, json!({})));
    office.moment = at("2026-12-01");
    office.call("note_approval", input(dossier, json!({})));
    office.moment = at("2026-12-02");
    let dates = json!({ "signed_on": "02/12/2026", "disbursed_on": "10/12/2026", "first_due_on": "10/01/2027" });
    office.call("sign_contract", input(dossier, dates));
    office.moment = at("2026-12-10");
    office.call("note_disbursement", input(dossier, json!({})));
    assert_eq!(stage(&mut office, dossier), "running");

    office.moment = at("2029-12-18");
    office.call("settle_loan", json!({ "dossier": dossier, "how": "attestation", "on": "15/12/2029", "note": "" }));
    let iban = json!({ "dossier": dossier, "moment": "end", "on": "", "answers": {}, "may_be_quoted": false,
        "iban": "FR76 3000 6000 0112 3456 7890 189", "holder": "Mme Sonia Delmas" });
    office.call("answer_survey", iban);
    let waiting = office.call("sessions", json!({}));
    assert_eq!(plain(&text(&waiting, "/waiting")), "1 dossier attend une séance.", "its refund is to be decided");
    let session = held(&mut office, "18/12/2029", (dossier, "refund"), json!({ "note": "Aucune échéance en retard." }));
    let grant = json!({ "dossier": dossier, "on": "", "granted": true, "attested": "", "amount": "", "reason": "" });
    let unstated = json!({ "session": session, "note": "", "reason": "" });
    let refused = office.refused("close_minutes", unstated);
    assert!(plain(&refused.message).contains("Ce qui est décidé reste à noter"), "{refused:?}");
    office.call("decide_refund", grant);
    office.call("note_refund_paid", json!({ "dossier": dossier, "on": "" }));
    let view = closed(&mut office, session);
    let amount = plain(&text(&view, "/agenda/0/amount/text"));
    assert_eq!(plain(&text(&view, "/agenda/0/hearing/decision")), format!("Remboursement de {amount} accordé"));
    let minutes = plain(&text(&view, "/minutes/paragraphs/2/text"));
    assert!(minutes.contains(&format!("remboursement d’intérêts, {amount}")), "the refund, not the loan: {minutes}");
    let [agenda, sheet] =
        pages(&mut office, json!({ "paper": "committee_booklet", "session": session })).try_into().unwrap();
    assert!(agenda.contains(&amount), "{agenda}");
    for words in [&amount, "dossier 1 sur 1", "RIB reçu", "Soldée, dit l’attestation  36", "La règle donne", "Accorder"]
    {
        assert!(sheet.contains(words), "{words} in {sheet}");
    }
    office.moment = at("2029-12-19");
    let closing = json!({ "dossier": dossier, "on": "", "outcome": "repaid_on_time", "note": "" });
    office.call("close_dossier", closing);
    assert_eq!(stage(&mut office, dossier), "closed");
}

#[test]
fn the_office_can_do_without_its_commission_for_one_dossier() {
    let mut office = an_office();
    office.moment = at("2026-11-20");
    a_commission(&mut office);
    let bank = a_bank(&mut office, "Banque des Coteaux");
    let dossier = office.delmas();
    office.delmas_project(dossier);
    office.delmas_simulation(dossier, &bank);
    assessed(&mut office, dossier);
    consented(&mut office, dossier, "", "");
    let alone = json!({ "direction": "submit", "mode": "advisor_after_lender_call", "reason": "urgence" });
    let view = office.call("decide_orientation", input(dossier, alone));
    assert_eq!(text(&view, "/orientations/0/mode"), "La personne référente décide après un échange avec la banque");
    office.call("submit_to_lender", input(dossier, json!({})));
    office.call("note_approval", input(dossier, json!({})));
    let dates = json!({ "signed_on": "20/11/2026", "disbursed_on": "10/12/2026", "first_due_on": "10/01/2027" });
    office.call("sign_contract", input(dossier, dates));
    office.moment = at("2026-12-10");
    office.call("note_disbursement", input(dossier, json!({})));
    to_the_end(&mut office, dossier);
}
