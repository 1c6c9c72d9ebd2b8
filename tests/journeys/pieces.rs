//! The supporting documents: the list the request calls for, what is known of each, what is sent without them.

use serde_json::{Value, json};

use crate::decisions::{a_dossier, assert_waits, input};
use crate::office::{Office, assert_refused, at, plain, text};

/// One sound input of each call that notes documents; nothing for another call.
pub fn sample(call: &str, office: &mut Office, dossier: i64) -> Option<Value> {
    match call {
        "note_document" => Some(note(dossier, "tax_notice", "received", "")),
        "request_documents" => Some(json!({ "dossier": dossier })),
        "receive_documents" => {
            office.call("request_documents", json!({ "dossier": dossier }));
            Some(json!({ "dossier": dossier }))
        }
        _ => None,
    }
}

pub fn note(dossier: i64, document: &str, state: &str, reason: &str) -> Value {
    json!({ "dossier": dossier, "document": document, "part": "", "state": state, "issued_on": "", "valid_until": "",
        "reason": reason })
}

pub fn lines(view: &Value, stage: &str) -> Vec<Value> {
    let stages = view["stages"].as_array().unwrap();
    let found = stages.iter().find(|one| one["key"] == stage);
    found.map(|one| one["lines"].as_array().unwrap().clone()).unwrap_or_default()
}

#[track_caller]
pub fn line(view: &Value, document: &str) -> Value {
    let mut all = view["stages"].as_array().unwrap().iter().flat_map(|stage| stage["lines"].as_array().unwrap());
    all.find(|line| line["document"] == document).unwrap_or_else(|| panic!("{document} is not listed")).clone()
}

pub fn checklist(office: &mut Office, dossier: i64) -> Value {
    office.call("documents_checklist", json!({ "dossier": dossier }))
}

fn room(office: &mut Office, dossier: i64) -> String {
    let view = office.call("dossier", json!({ "dossier": dossier }));
    let rooms = view["rooms"].as_array().unwrap().clone();
    let room = rooms.iter().find(|room| room["key"] == "attachments").unwrap();
    room["count"].as_str().unwrap_or_default().to_owned()
}

#[test]
fn the_list_is_born_of_the_request_and_an_unknown_is_to_verify() {
    let (mut office, dossier, _) = a_dossier();
    let purpose = json!({ "dossier": dossier, "field": "purpose", "value": "vehicle_purchase" });
    office.call("change_request", purpose);
    let view = checklist(&mut office, dossier);
    assert_eq!(text(&line(&view, "identity_document"), "/state_text"), "À demander");
    assert_eq!(text(&line(&view, "savings_statement"), "/state_text"), "À vérifier");
    let asked = line(&view, "savings_statement")["questions"][0]["fact"].clone();
    assert_eq!(asked, "has_savings");
    let agreement = view["stages"].as_array().unwrap().iter().find(|stage| stage["key"] == "agreement").unwrap();
    assert_eq!(plain(&text(agreement, "/later")), "Demandées après l’accord de principe de la banque.");
    assert!(lines(&view, "agreement").iter().any(|line| line["document"] == "sale_promise"));
    let bank_details = line(&view, "seller_bank_details");
    assert_eq!(text(&bank_details, "/state_text"), "À vérifier", "who sells is not known");
    let answer = json!({ "dossier": dossier, "fact": "vehicle_seller", "answer": "professional" });
    office.call("answer_fact", answer);
    let view = checklist(&mut office, dossier);
    assert_eq!(text(&line(&view, "seller_bank_details"), "/state_text"), "À demander");
    let private = lines(&view, "agreement").iter().any(|line| line["document"] == "administrative_status");
    assert!(!private, "a dealer gives no such paper");
}

#[test]
fn a_document_grows_old_by_itself_and_says_why_it_is_not_right() {
    let (mut office, dossier, _) = a_dossier();
    let before = room(&mut office, dossier);
    assert!(before.starts_with("0/"), "{before}");
    let old = json!({ "dossier": dossier, "document": "proof_of_address", "part": "", "state": "received",
        "issued_on": "14/07/2026", "valid_until": "", "reason": "" });
    let view = office.call("note_document", old);
    let address = line(&view, "proof_of_address");
    assert_eq!(
        (text(&address, "/state"), text(&address, "/state_text")),
        ("outdated".into(), "Périmée le 14 oct.".into())
    );
    assert_eq!(room(&mut office, dossier), before, "an old document is not there");
    let fresh = json!({ "dossier": dossier, "document": "proof_of_address", "part": "", "state": "checked",
        "issued_on": "12/10/2026", "valid_until": "", "reason": "" });
    let view = office.call("note_document", fresh);
    assert_eq!(text(&line(&view, "proof_of_address"), "/state_text"), "Vérifiée");
    assert!(plain(&text(&line(&view, "proof_of_address"), "/note")).contains("valable jusqu’au 12 janv"));
    assert!(room(&mut office, dossier).starts_with("1/"));
    let refused = office.refused("note_document", note(dossier, "tax_notice", "unsuitable", ""));
    assert_refused(&refused, desk::FailureKind::Refused, Some("reason"));
    let view = office.call("note_document", note(dossier, "tax_notice", "unsuitable", "celui de 2024"));
    assert_eq!(text(&line(&view, "tax_notice"), "/note"), "celui de 2024");
    for (field, typed, at) in
        [("issued_on", "01/02/2027", "issued_on"), ("state", "", "state"), ("document", "x", "document")]
    {
        let mut bad = note(dossier, "tax_notice", "received", "");
        bad[field] = json!(typed);
        assert_refused(&office.refused("note_document", bad), desk::FailureKind::Refused, Some(at));
    }
}

#[test]
fn each_borrower_and_each_month_has_its_own_line() {
    let (mut office, dossier, _) = a_dossier();
    let mut october = note(dossier, "pay_slips", "received", "");
    october["part"] = json!("octobre");
    office.call("note_document", october.clone());
    october["part"] = json!("novembre");
    october["state"] = json!("incomplete");
    october["reason"] = json!("la deuxième page manque");
    let view = office.call("note_document", october);
    let slips: Vec<_> = lines(&view, "assessment").into_iter().filter(|line| line["document"] == "pay_slips").collect();
    let said: Vec<_> = slips.iter().map(|line| (text(line, "/part"), text(line, "/state"))).collect();
    assert_eq!(said, [("octobre".into(), "received".into()), ("novembre".into(), "incomplete".into())]);
}

#[test]
fn all_that_lacks_is_asked_for_in_one_gesture() {
    let (mut office, dossier, _) = a_dossier();
    let view = checklist(&mut office, dossier);
    let words = text(&view, "/to_request");
    let (all, brought) = words.strip_prefix("Demander ").unwrap().split_once(" pièces, dont ").unwrap();
    let brought = brought.trim_end_matches(" à apporter");
    assert!(brought.parse::<u32>().unwrap() < all.parse::<u32>().unwrap(), "a signature is not brought: {words}");
    let view = office.call("request_documents", json!({ "dossier": dossier }));
    assert_eq!(text(&view, "/to_request"), "");
    assert_eq!(text(&line(&view, "identity_document"), "/state_text"), "Demandée");
    let again = office.refused("request_documents", json!({ "dossier": dossier }));
    assert_refused(&again, desk::FailureKind::Refused, None);

    // They come in one gesture too; what was looked at meanwhile stays as it was said.
    office.call("note_document", note(dossier, "identity_document", "checked", ""));
    let view = checklist(&mut office, dossier);
    assert!(text(&view, "/to_receive").starts_with("Noter reçues les "), "{view}");
    let view = office.call("receive_documents", json!({ "dossier": dossier }));
    assert_eq!(text(&view, "/to_receive"), "");
    assert_eq!(text(&line(&view, "identity_document"), "/state"), "checked");
    assert_eq!(text(&line(&view, "proof_of_address"), "/state"), "received");
    assert!(text(&view, "/sentence").contains("le dossier est complet"), "{view}");
    let again = office.refused("receive_documents", json!({ "dossier": dossier }));
    assert_refused(&again, desk::FailureKind::Refused, None);

    // Once the bank agreed, what was wanted before the sending is not asked for any more.
    let (mut office, dossier, _) = a_dossier();
    crate::decisions::approved(&mut office, dossier);
    let view = office.call("request_documents", json!({ "dossier": dossier }));
    assert_eq!(text(&line(&view, "tax_notice"), "/pile"), "aside", "its stage is over");
    let asked = |stage: &str| lines(&view, stage).iter().filter(|line| line["state"] == "requested").count();
    assert_eq!(asked("assessment"), 0);
    assert!(asked("signature") > 0, "{view}");
}

#[test]
fn a_sending_lists_what_lacks_and_a_missing_document_does_not_stop_it() {
    let (mut office, dossier, _) = a_dossier();
    office.moment = at("2026-11-20");
    let decided = json!({ "decided_on": "12/11/2026", "direction": "submit" });
    office.call("decide_orientation", input(dossier, decided));
    let waits = "Avant l’envoi, il manque : objet du prêt, constat sur l’accès au crédit ordinaire, avis motivé, \
                 consentement signé. « Prêt à envoyer » mène à ce qui manque. Une pièce manquante, elle, n’empêche pas \
                 l’envoi.";
    assert_waits(&mut office, dossier, json!({}), waits);
    crate::decisions::prepared(&mut office, dossier);
    let view = office.call("decisions", json!({ "dossier": dossier }));
    let ready = view["ready"].as_array().unwrap();
    let open: Vec<_> = ready.iter().filter(|item| item["done"] == false).map(|item| item["key"].clone()).collect();
    assert_eq!(
        open,
        [json!("interview"), json!("checks"), json!("criteria"), json!("documents"), json!("bank_file")],
        "{ready:?}"
    );
    let counted = text(ready.iter().find(|item| item["key"] == "documents").unwrap(), "/note");
    let (there, of) = counted.trim_end_matches(" pièces").split_once(" sur ").unwrap();
    let left = of.parse::<u32>().unwrap() - there.parse::<u32>().unwrap();
    let leaves = format!("{left} pièces manquent : le dossier le dit à la banque");
    let to_see = "à revoir : entretien avec la personne, vérifications, critères de l’évaluation";
    let said = format!("rien n’empêche l’envoi ; {to_see} ; {leaves} ; dossier à imprimer");
    assert_eq!(text(&view, "/ready_note"), said);
    let checks = ready.iter().find(|item| item["key"] == "checks").unwrap();
    assert_eq!(plain(&text(checks, "/note")), "accord du tuteur ou du curateur et 10 autres");
    let held = json!({ "held_on": "10/11/2026", "kind": "first_interview", "minutes": "60 min" });
    let view = office.call("note_interview", input(dossier, held));
    let met = view["ready"].as_array().unwrap().iter().find(|item| item["key"] == "interview").unwrap();
    assert_eq!((text(met, "/note").as_str(), &met["done"]), ("le 10 novembre 2026", &json!(true)));
    let sending = view["offered"].as_array().unwrap().iter().find(|form| form["decision"]["kind"] == "submission");
    assert_eq!(text(sending.unwrap(), "/warning"), format!("{leaves}."), "told beside the button too");
    let missing = note(dossier, "pay_slips", "missing", "remis par l’employeur le 30");
    office.call("note_document", missing);
    crate::bank_file_pieces::saved(&mut office, json!({ "dossier": dossier, "paper": "bank_file" }));
    let view = office.call("decisions", json!({ "dossier": dossier }));
    let file = view["ready"].as_array().unwrap().iter().find(|item| item["key"] == "bank_file").unwrap();
    assert_eq!((plain(&text(file, "/note")).as_str(), &file["done"]), ("sorti le 20 novembre 2026", &json!(true)));
    let view = office.call("submit_to_lender", input(dossier, json!({})));
    assert_eq!(view["presentations"].as_array().unwrap().len(), 1);
}

/// What the person has brought ends the task of what was asked for, on the day it was complete.
#[test]
fn the_task_of_what_lacks_ends_once_the_list_is_complete() {
    let (mut office, dossier, _) = a_dossier();
    office.moment = at("2026-11-20");
    office.call("request_documents", json!({ "dossier": dossier }));
    let asked = |office: &mut Office| {
        let view = office.call("dossier", json!({ "dossier": dossier }));
        view["next"]["what"].as_str().unwrap_or_default().contains("à recevoir")
            || office.dump().contains("missing_documents")
    };
    assert!(asked(&mut office));
    let view = checklist(&mut office, dossier);
    let wanted: Vec<Value> =
        lines(&view, "assessment").into_iter().filter(|line| line["state"] == "requested").collect();
    assert!(wanted.len() > 2);
    office.moment = at("2026-11-25");
    for (place, line) in wanted.iter().enumerate() {
        assert!(asked(&mut office), "{place} of {}", wanted.len());
        let mut there = note(dossier, line["document"].as_str().unwrap(), "checked", "");
        there["part"] = line["part"].clone();
        office.call("note_document", there);
    }
    assert!(!asked(&mut office), "nothing is waited for any more");
}

/// What the bank asks of its own, where its form goes, what is there and what leaves as missing.
#[test]
fn the_bank_file_says_what_is_there_and_what_leaves_as_missing() {
    let (mut office, dossier, bank) = a_dossier();
    office.moment = at("2026-11-20");
    let mut fields = crate::settings::signed(&bank, "01/11/2026", "4");
    fields["fields"]["own_form"] = json!("before_documents");
    fields["fields"]["questions"] = json!([{ "key": "", "label": "Un compte chez nous ?", "kind": "yes_no",
        "required": true }]);
    office.call("sign_agreement", fields);
    let view = checklist(&mut office, dossier);
    assert_eq!(text(&line(&view, "lender_form"), "/state_text"), "À demander", "its form is asked for");
    office.call("note_document", note(dossier, "identity_document", "checked", ""));
    office.call("note_document", note(dossier, "pay_slips", "missing", "remis par l’employeur le 30"));
    let drawn = office.call("draw_paper", json!({ "dossier": dossier, "paper": "bank_file" }));
    let missing: Vec<_> = drawn["missing"].as_array().unwrap().iter().map(|one| one["what"].clone()).collect();
    assert!(missing.contains(&json!("réponses aux questions de la banque")), "{missing:?}");
    let pages = drawn["pages"].as_array().unwrap();
    let words = |page: &Value| plain(page["text"].as_str().unwrap());
    let all = pages.iter().map(words).collect::<Vec<_>>().join(" ");
    let all = all.split_whitespace().collect::<Vec<_>>().join(" ");
    for said in [
        "Un compte chez nous ? réponse attendue, pas encore donnée",
        "Formulaire de la banque : rempli à part, placé ici, avant les pièces.",
        "P1 Pièce d’identité",
        "Vues au CCAS, non jointes",
        "remis par l’employeur le 30",
        "Manque à ce jour",
    ] {
        assert!(all.contains(said), "{said:?} is not in {all}");
    }
}

#[test]
fn a_consent_noted_as_signed_is_a_document_received() {
    let (mut office, dossier, bank) = a_dossier();
    let view = checklist(&mut office, dossier);
    assert_eq!(text(&line(&view, "consent"), "/state"), "");
    crate::decisions::consented(&mut office, dossier, &bank, "");
    let view = checklist(&mut office, dossier);
    assert_eq!(text(&line(&view, "consent"), "/state"), "received");
    office.call("undo", json!({}));
    let view = checklist(&mut office, dossier);
    assert_eq!(text(&line(&view, "consent"), "/state"), "", "both go back in one action");
}

/// Whatever is noted, the paper lists what the room lists before the sending, each as it stands.
#[test]
fn the_list_of_the_bank_file_is_that_of_the_room() {
    let (mut office, dossier, _) = a_dossier();
    office.moment = at("2026-11-20");
    let said = |office: &mut Office| {
        let drawn = office.call("draw_paper", json!({ "dossier": dossier, "paper": "bank_file" }));
        let words = drawn["pages"].as_array().unwrap().iter().map(|page| plain(page["text"].as_str().unwrap()));
        let all = words.collect::<Vec<_>>().join(" ");
        let all = all.split_whitespace().collect::<Vec<_>>().join(" ");
        let (_, list) = all.split_once("Une seule numérotation").unwrap();
        list.rsplit_once("Réponse de la banque").unwrap().0.to_lowercase()
    };
    for (document, state, reason) in [
        ("identity_document", "checked", ""),
        ("pay_slips", "missing", "remis le 30"),
        ("savings_statement", "requested", ""),
        ("tax_notice", "unreadable", "page 2"),
        ("family_record_book", "not_needed", "personne seule"),
    ] {
        office.call("note_document", note(dossier, document, state, reason));
        let view = checklist(&mut office, dossier);
        let printed = said(&mut office);
        for line in lines(&view, "assessment") {
            let label = plain(&text(&line, "/label")).to_lowercase();
            let unspoken = ["À vérifier", "Si possible"].contains(&text(&line, "/state_text").as_str());
            let left_out = line["state"] == "not_needed" || unspoken;
            assert_eq!(printed.contains(&label), !left_out, "{document}, {state}: {label} in {printed}");
        }
    }
    let printed = said(&mut office);
    let (there, missing) = printed.split_once("manque à ce jour").unwrap();
    assert!(there.contains("p1 pièce d’identité") && missing.contains("remis le 30"), "{printed}");
    assert!(missing.contains("illisible : page 2") && missing.contains("en attente"), "{missing}");
    assert!(!printed.contains("en cours de validité"), "how the person brings it is not the bank’s: {printed}");
}
