//! The booklet of a session through the calls: the agenda, then a sheet for each dossier, with names or without.

use std::fs;

use serde_json::{Value, json};

use crate::decisions::assessed;
use crate::office::{Office, an_office, at, plain, text};
use crate::published::a_quote;
use crate::sessions::{announced, hear, item, list, met, with_sessions};

pub fn pages(office: &mut Office, of: Value) -> Vec<String> {
    let drawn = office.call("draw_paper", of);
    drawn["pages"].as_array().unwrap().iter().map(|page| plain(page["text"].as_str().unwrap())).collect()
}

fn kept(office: &mut Office, dossier: i64) -> Vec<Value> {
    office.call("kept_papers", json!({ "dossier": dossier }))["papers"].as_array().unwrap().clone()
}

/// A session with two dossiers on its agenda.
fn a_session(office: &mut Office) -> (i64, i64, i64) {
    with_sessions(office);
    office.moment = at("2026-11-20");
    let (first, second) = (office.delmas(), office.request_of("Karim", "Benali"));
    for dossier in [first, second] {
        met(office, dossier);
        assessed(office, dossier);
    }
    let story = "Sonia Delmas travaille le soir ; l’appeler au 06 39 98 41 07.";
    office.call("change_project", json!({ "dossier": first, "field": "story", "value": story }));
    let reasoned = "Mme Delmas tient ses comptes.";
    office.call("change_assessment", json!({ "dossier": first, "field": "reasoned", "value": reasoned }));
    let session = announced(office, "26/11/2026", "");
    list(office, session, first);
    list(office, session, second);
    (session, first, second)
}

#[test]
fn the_booklet_is_the_agenda_and_one_sheet_a_dossier_each_kept_with_its_own() {
    let mut office = an_office();
    let (session, first, second) = a_session(&mut office);
    let of = json!({ "paper": "committee_booklet", "session": session, "with_names": true });
    let said = pages(&mut office, of.clone());
    assert_eq!(said.len(), 3);
    for (page, number) in said.iter().zip(["1/3", "2/3", "3/3"]) {
        assert!(page.contains(number), "{number} in {page}");
    }
    assert!(said[0].contains("Ordre du jour") && said[0].contains("2026-001 Sonia Delmas"), "{}", said[0]);
    assert!(said[1].contains("Sonia Delmas · 2026-001") && said[1].contains("dossier 1 sur 2"), "{}", said[1]);
    assert!(said[2].contains("Karim Benali · 2026-002"), "{}", said[2]);
    for words in ["Reste à vivre", "Avis", "Condition ou motif", "retrait d’un membre", "visa"] {
        assert!(said[1].contains(words), "{words} in {}", said[1]);
    }
    let folder = tempfile::tempdir().unwrap();
    office.files.offer("out", folder.path().join("livret.pdf"));
    office.call("save_paper", json!({ "of": of, "file": "out" }));
    let bytes = fs::read(folder.path().join("livret.pdf")).unwrap();
    let left = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/papers");
    fs::create_dir_all(&left).unwrap();
    fs::write(left.join("session_booklet-journey.pdf"), &bytes).unwrap();
    for (dossier, page) in [(first, &said[1]), (second, &said[2])] {
        let [row] = kept(&mut office, dossier).try_into().unwrap();
        assert_eq!(text(&row, "/title"), "Fiche de séance");
        let fingerprint = text(&row, "/fingerprint");
        assert!(page.contains(&fingerprint), "the sheet of the booklet and the one that is kept are the same");
        let found = office.call("find_paper", json!({ "fingerprint": fingerprint }));
        assert_eq!(found["papers"][0]["dossier"], dossier);
        let shown = office.call("show_kept_paper", json!({ "dossier": dossier, "kept": row["id"] }));
        assert_eq!(shown["pages"].as_array().unwrap().len(), 1);
        assert_eq!(plain(shown["pages"][0]["text"].as_str().unwrap()), *page);
    }
    office.call("undo", json!({}));
    assert_eq!((kept(&mut office, first).len(), kept(&mut office, second).len()), (0, 0), "one action");
    office.call("redo", json!({}));
    assert_eq!(office.call("verify", json!({}))["sound"], true);
}

#[test]
fn the_booklet_says_no_name_unless_it_is_asked_to() {
    let mut office = an_office();
    let (session, first, _) = a_session(&mut office);
    let of = json!({ "paper": "committee_booklet", "session": session });
    let said = pages(&mut office, of);
    assert!(said[1].contains("Dossier A") && said[1].contains("Fiche de séance sans nom"), "{}", said[1]);
    assert!(said[1].contains("La personne tient ses comptes."), "{}", said[1]);
    assert!(said[1].contains("La personne travaille le soir ; l’appeler au [téléphone]."), "{}", said[1]);
    for page in &said {
        for word in ["Sonia", "Delmas", "Benali", "Karim", "06 39", "2026-00", "Mme"] {
            assert!(!page.contains(word), "{word} is said in {page}");
        }
    }
    let one = json!({ "paper": "committee_sheet", "dossier": first });
    let alone = pages(&mut office, one).join(" ");
    assert_eq!(alone.replace("1/1", "2/3"), said[1], "the same sheet by itself, but for its number");
    let minutes = pages(&mut office, json!({ "paper": "committee_minutes", "session": session })).join(" ");
    assert!(minutes.contains("A (2026-001)"), "the minutes say whose each letter is: {minutes}");
}

/// The amount of a plan is voted on, not the one told at the first call; the sheet says the same.
#[test]
fn the_agenda_the_sheet_and_the_minutes_say_one_sum_and_one_project() {
    let mut office = an_office();
    let (session, first, _) = a_session(&mut office);
    office.call("add_quote", a_quote(first, "Citadine", "2850", ""));
    let purpose = json!({ "dossier": first, "field": "purpose", "value": "vehicle_purchase" });
    office.call("change_request", purpose);
    let view = office.call("session", json!({ "session": session }));
    let row = &view["agenda"][0];
    assert_eq!(
        (plain(&text(row, "/amount/text")), text(row, "/project")),
        ("2 850,00 €".into(), "Achat d’un véhicule".into())
    );
    let minutes = plain(&text(&view, "/minutes/paragraphs/1/text"));
    assert!(minutes.contains("demande de prêt, 2 850,00 €, achat d’un véhicule"), "{minutes}");
    let said = pages(&mut office, json!({ "paper": "committee_booklet", "session": session }));
    for page in &said[..2] {
        assert!(page.contains("Achat d’un véhicule") && page.contains("2 850"), "{page}");
    }
}

#[test]
fn the_letters_of_a_session_are_printed_in_one_go_and_each_is_kept_with_its_dossier() {
    let mut office = an_office();
    let (session, first, second) = a_session(&mut office);
    let of = json!({ "paper": "committee_letters", "session": session });
    let early = office.refused("draw_paper", of.clone());
    let none =
        "Aucune lettre n’est à écrire pour cette séance. 2026-001, sans lettre : la séance ne l’a pas encore vu.";
    assert!(plain(&early.message).starts_with(none), "{}", early.message);
    office.moment = at("2026-11-26");
    let view = office.call("hold_session", json!({ "session": session }));
    let redirect = json!({ "direction": "redirect", "solutions": ["discretionary_aid"],
        "reason": "Ne sait pas compter.", "letter_words": "Une aide existe." });
    let adjourn = json!({ "result": "adjourned", "note": "Projet flou.", "letter_words": "le devis manque" });
    office.call("hear_dossier", hear(session, item(&view, 0), redirect));
    office.call("hear_dossier", hear(session, item(&view, 1), adjourn));
    let said = pages(&mut office, of.clone());
    assert_eq!(said.len(), 2, "each decision has its letter");
    let second_letter = said[1].split_whitespace().collect::<Vec<_>>().join(" ");
    for words in ["a été vue en séance le 26 novembre 2026", "Rien n’est encore décidé", "le devis manque", "2026-002"]
    {
        assert!(second_letter.contains(words), "{words} in {second_letter}");
    }
    for words in ["Projet flou", "Ne sait pas compter"] {
        assert!(said.iter().all(|page| !page.contains(words)), "{words} was written for the office");
    }
    for words in ["un prêt n’est pas la meilleure réponse", "Une aide existe", "Aide facultative du CCAS", "2026-001"]
    {
        assert!(said[0].contains(words), "{words} in {}", said[0]);
    }
    office.call("open_paper", of);
    assert_eq!(text(&kept(&mut office, first)[0], "/title"), "Réorientation vers une autre solution");
    assert_eq!(text(&kept(&mut office, second)[0], "/title"), "Renvoi à une autre séance");
}

#[test]
fn a_dossier_without_a_letter_says_the_true_reason() {
    let mut office = an_office();
    let (session, first, _) = a_session(&mut office);
    office.moment = at("2026-11-26");
    let view = office.call("hold_session", json!({ "session": session }));
    let inadmissible = json!({ "direction": "inadmissible", "solutions": ["budget_support"], "reason": "Hors liste." });
    office.call("hear_dossier", hear(session, item(&view, 0), inadmissible));
    office.call("hear_dossier", hear(session, item(&view, 1), json!({ "result": "taken_off" })));
    let drawn = office.call("draw_paper", json!({ "paper": "committee_letters", "session": session }));
    let said = plain(&text(&drawn, "/pages/0/text")).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("Nous ne pouvons pas présenter cette demande à une banque"), "{said}");
    assert!(said.contains("Accompagnement budgétaire au CCAS") && !said.contains("Hors liste"), "{said}");
    let missing = drawn["missing"].to_string();
    assert!(missing.contains("2026-002, sans lettre : il a été retiré de l’ordre du jour"), "{missing}");
    let alone = office.refused("draw_paper", json!({ "paper": "redirection_letter", "dossier": first }));
    assert_eq!(plain(&alone.message), "La dernière décision n’est pas une réorientation.");
}

#[test]
fn a_dossier_of_no_session_has_no_sheet_yet() {
    let mut office = an_office();
    let dossier = office.delmas();
    let refused = office.refused("draw_paper", json!({ "paper": "committee_sheet", "dossier": dossier }));
    assert!(plain(&refused.message).contains("le dossier n’est inscrit à aucune"), "{}", refused.message);
}
