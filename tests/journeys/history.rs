//! The story of a dossier: every fact in a sentence, and any of them corrected or taken back with a reason.

use serde_json::{Value, json};

use crate::decisions::a_dossier;
use crate::office::{Office, assert_refused, at, plain, text};

/// One sound input of each call that corrects; nothing for another call.
pub fn sample(call: &str, office: &mut Office, dossier: i64) -> Option<Value> {
    let next = json!({ "on": "", "what": "" });
    let note = |office: &mut Office| {
        let form = json!({ "held_on": "", "kind": "follow_up_call", "minutes": "10", "note": "rappel" });
        office.call("note_interview", json!({ "dossier": dossier, "form": form, "next": next }));
        line(&story(office, dossier), "rappel")["fact"].clone()
    };
    match call {
        "story" => Some(json!({ "dossier": dossier })),
        "correct_entry" => {
            let fact = note(office);
            Some(
                json!({ "dossier": dossier, "fact": fact, "on": "20/11/2026", "words": "rappel du matin", "reason": "le matin" }),
            )
        }
        "retract_entry" => {
            let fact = note(office);
            Some(json!({ "dossier": dossier, "fact": fact, "reason": "autre dossier" }))
        }
        _ => None,
    }
}

fn story(office: &mut Office, dossier: i64) -> Value {
    office.call("story", json!({ "dossier": dossier }))
}

fn lines(view: &Value) -> Vec<Value> {
    let days = view["days"].as_array().unwrap();
    days.iter().flat_map(|day| day["lines"].as_array().unwrap().clone()).collect()
}

/// The line that has these words.
#[track_caller]
fn line(view: &Value, words: &str) -> Value {
    let found = lines(view).into_iter().find(|line| plain(&line.to_string()).contains(words));
    found.unwrap_or_else(|| panic!("no line says {words}: {view}"))
}

fn note_call(office: &mut Office, dossier: i64, on: &str, kind: &str, note: &str) {
    let form = json!({ "held_on": on, "kind": kind, "minutes": "15", "note": note });
    let next = json!({ "on": "", "what": "" });
    office.call("note_interview", json!({ "dossier": dossier, "form": form, "next": next }));
}

#[test]
fn a_life_reads_as_a_story_from_its_last_day_to_its_first() {
    let (mut office, dossier, _) = a_dossier();
    note_call(&mut office, dossier, "18/11/2026", "follow_up_call", "il manque le bulletin d’octobre");
    let view = story(&mut office, dossier);
    let days: Vec<String> = view["days"].as_array().unwrap().iter().map(|day| plain(&text(day, "/heading"))).collect();
    assert_eq!(days.first().map(String::as_str), Some("Mercredi 18 novembre 2026"));
    let all = lines(&view);
    assert!(all.iter().all(|line| !text(line, "/sentence").is_empty()), "every fact has a sentence");
    let last = all.last().unwrap();
    assert!(plain(&text(last, "/sentence")).starts_with("Demande : "), "it begins with the request: {last}");
    assert_eq!(text(last, "/tone"), "key");
    assert_eq!(plain(&text(&view, "/time_total")), "15 min");
    let filters = view["filters"].as_array().unwrap();
    assert_eq!(filters[0]["count"], all.len());
    assert!(filters.iter().all(|filter| filter["count"].as_u64().unwrap() > 0), "no filter is empty");
}

#[test]
fn what_was_said_is_corrected_with_a_reason_and_stays_beside() {
    let (mut office, dossier, _) = a_dossier();
    note_call(&mut office, dossier, "18/11/2026", "follow_up_call", "salaire 1 240");
    let fact = line(&story(&mut office, dossier), "salaire 1 240")["fact"].clone();
    let correction = |words: &str, on: &str, reason: &str| {
        json!({ "dossier": dossier, "fact": fact, "on": on,
        "words": words, "reason": reason })
    };
    let refused = office.refused("correct_entry", correction("salaire 1 420", "18/11/2026", ""));
    assert_refused(&refused, desk::FailureKind::Refused, Some("reason"));
    let refused = office.refused("correct_entry", correction("salaire 1 240", "18/11/2026", "rien"));
    assert_refused(&refused, desk::FailureKind::Refused, Some("on"));
    let refused = office.refused("correct_entry", correction("salaire 1 420", "18/12/2026", "chiffres inversés"));
    assert_refused(&refused, desk::FailureKind::Refused, Some("on"));
    let refused = office.refused("correct_entry", correction("salaire 1 420", "18/01/2020", "chiffres inversés"));
    assert_refused(&refused, desk::FailureKind::Refused, Some("on"));
    let view = office.call("correct_entry", correction("salaire 1 420", "18/11/2026", "chiffres inversés"));
    let now = line(&view, "salaire 1 420");
    assert_eq!(plain(&text(&now, "/before")), "salaire 1 240");
    assert_eq!(text(&now, "/reason"), "chiffres inversés");
    assert_eq!(text(&now, "/tone"), "corrected");
    assert_eq!(view["corrections"].as_array().unwrap().len(), 1);
    let gone = office.refused("correct_entry", correction("salaire", "18/11/2026", "encore"));
    assert_refused(&gone, desk::FailureKind::Refused, None);
    office.call("undo", json!({}));
    assert_eq!(text(&line(&story(&mut office, dossier), "salaire 1 240"), "/before"), "");
}

#[test]
fn a_correction_across_years_says_which_bilan_changes_and_which_paper_to_give_again() {
    let (mut office, dossier, _) = a_dossier();
    office.moment = at("2027-01-12");
    note_call(&mut office, dossier, "04/01/2027", "first_interview", "relevés lus");
    office.moment = at("2027-01-13");
    office.files.offer("out", office.folder.path().join("fiche.pdf"));
    let sheet = json!({ "paper": "budget_sheet", "dossier": dossier });
    office.call("save_paper", json!({ "of": sheet, "file": "out" }));
    office.moment = at("2027-01-14");
    let fact = line(&story(&mut office, dossier), "relevés lus")["fact"].clone();
    let correction = json!({ "dossier": dossier, "fact": fact, "on": "28/12/2026", "words": "relevés lus",
        "reason": "c’était avant les fêtes" });
    let view = office.call("correct_entry", correction);
    let effects = plain(&line(&view, "relevés lus")["effects"].to_string());
    assert!(effects.contains("le bilan de 2026 est recompté"), "{effects}");
    assert!(effects.contains("à redonner"), "{effects}");
}

#[test]
fn what_never_took_place_is_taken_back_unless_something_stands_on_it() {
    let (mut office, dossier, _) = a_dossier();
    note_call(&mut office, dossier, "18/11/2026", "follow_up_call", "autre personne");
    let before = story(&mut office, dossier);
    let fact = line(&before, "autre personne")["fact"].clone();
    let bare = office.refused("retract_entry", json!({ "dossier": dossier, "fact": fact, "reason": " " }));
    assert_refused(&bare, desk::FailureKind::Refused, Some("reason"));
    let retraction = json!({ "dossier": dossier, "fact": fact, "reason": "notée dans le mauvais dossier" });
    let view = office.call("retract_entry", retraction.clone());
    let line_now = line(&view, "autre personne");
    assert_eq!((line_now["retracted"].clone(), text(&line_now, "/tone")), (json!(true), "corrected".into()));
    assert_eq!(text(&view, "/time_total"), "", "its time no longer counts");
    let decisions = office.call("decisions", json!({ "dossier": dossier }));
    assert!(decisions["interviews"].as_array().unwrap().is_empty(), "it stands nowhere");
    let again = office.refused("retract_entry", retraction);
    assert_refused(&again, desk::FailureKind::Refused, None);
    let request = lines(&view).last().unwrap()["fact"].clone();
    let refused = office.refused("retract_entry", json!({ "dossier": dossier, "fact": request, "reason": "erreur" }));
    assert!(refused.message.contains("ne se retire pas"), "{refused:?}");
    assert_eq!(office.call("verify", json!({}))["sound"], true);
}

#[test]
fn a_decision_others_stand_on_is_not_taken_back() {
    let (mut office, dossier, _) = a_dossier();
    crate::decisions::submitted(&mut office, dossier);
    let decision = line(&story(&mut office, dossier), "Transmettre")["fact"].clone();
    let before = office.dump();
    let refused = office.refused("retract_entry", json!({ "dossier": dossier, "fact": decision, "reason": "erreur" }));
    assert!(!refused.message.is_empty() && refused.remedy.is_some(), "{refused:?}");
    assert_eq!(office.dump(), before, "nothing is lost");
}
