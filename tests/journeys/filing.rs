//! Files placed on the documents they stand for: received since they are there, counted, told when they come twice, each
//! of its own borrower, upright.

use desk::FailureKind;
use serde_json::{Value, json};

use crate::attachments::corpus;
use crate::bank_file_pieces::{asked, attach, page_with, saved, texts};
use crate::decisions::a_dossier;
use crate::office::{Office, assert_refused, at, plain, text};
use crate::pieces::{checklist, line, lines, note};

fn placed(office: &mut Office, dossier: i64, file: i64, (document, part): (&str, &str)) -> Value {
    let input = json!({ "dossier": dossier, "attachment": file, "document": document, "part": part });
    office.call("change_attachment", input)
}

fn state(office: &mut Office, dossier: i64, document: &str) -> String {
    plain(&text(&line(&checklist(office, dossier), document), "/state_text"))
}

fn read(office: &mut Office, dossier: i64, paper: &str) -> String {
    let (bytes, _) = saved(office, json!({ "dossier": dossier, "paper": paper }));
    texts(&bytes).join(" ")
}

#[test]
fn a_file_placed_after_its_upload_makes_its_document_received() {
    let (mut office, dossier, _) = a_dossier();
    office.moment = at("2026-11-20");
    let file = office.attached(dossier, "photo.jpg");
    assert_eq!(state(&mut office, dossier, "tax_notice"), "À demander");
    let asks = text(&checklist(&mut office, dossier), "/to_request");
    placed(&mut office, dossier, file, ("tax_notice", ""));
    assert_eq!(state(&mut office, dossier, "tax_notice"), "Reçue");
    assert_ne!(text(&checklist(&mut office, dossier), "/to_request"), asks, "it is not asked for any more");
    let missing = read(&mut office, dossier, "missing_documents");
    assert!(!missing.contains("avis d’imposition"), "{missing}");
    let (bytes, _) = saved(&mut office, asked(dossier));
    let pages = texts(&bytes);
    page_with(&pages, "· page 1 sur 1 copie non comparée");
    assert!(pages.iter().any(|page| page.contains("Dernier avis d’imposition ou de non-imposition · Mme Delmas")));

    // It was another one: what it was placed on is asked for again, what it is placed on now is received.
    placed(&mut office, dossier, file, ("proof_of_address", ""));
    assert_eq!(state(&mut office, dossier, "tax_notice"), "À demander");
    assert_eq!(state(&mut office, dossier, "proof_of_address"), "Reçue");
    office.call("undo", json!({}));
    assert_eq!(state(&mut office, dossier, "tax_notice"), "Reçue");
    office.call("remove_attachment", json!({ "dossier": dossier, "attachment": file }));
    assert_eq!(state(&mut office, dossier, "tax_notice"), "À demander");
    office.call("undo", json!({}));

    // What the adviser found wrong with it stands until another file comes.
    office.call("note_document", note(dossier, "tax_notice", "unreadable", ""));
    assert_eq!(state(&mut office, dossier, "tax_notice"), "Illisible");
    attach(&mut office, dossier, "picture.png", "tax_notice");
    assert_eq!(state(&mut office, dossier, "tax_notice"), "Reçue");
}

#[test]
fn one_statement_of_three_is_told_until_three_are_there() {
    let (mut office, dossier, _) = a_dossier();
    office.moment = at("2026-11-20");
    office.call("request_documents", json!({ "dossier": dossier }));
    attach(&mut office, dossier, "scripts.pdf", "bank_statements");
    let view = checklist(&mut office, dossier);
    let one = line(&view, "bank_statements");
    assert_eq!((plain(&text(&one, "/state_text")).as_str(), &one["is_there"]), ("1 sur 3", &json!(false)));
    let missing = read(&mut office, dossier, "missing_documents");
    assert!(missing.contains("incomplète : 1 sur 3"), "{missing}");
    let (bytes, _) = saved(&mut office, asked(dossier));
    let pages = texts(&bytes);
    page_with(&pages, "Relevés de compte · Mme Delmas");
    assert!(pages.iter().any(|page| page.contains("à compléter : 1 sur 3")), "what lacks of it is told: {pages:#?}");
    attach(&mut office, dossier, "photo.jpg", "bank_statements");
    assert_eq!(state(&mut office, dossier, "bank_statements"), "2 sur 3");
    attach(&mut office, dossier, "picture.png", "bank_statements");
    assert_eq!(state(&mut office, dossier, "bank_statements"), "Reçue");
    for _ in 0..2 {
        office.call("undo", json!({}));
    }
    office.call("note_document", note(dossier, "bank_statements", "received", ""));
    assert_eq!(state(&mut office, dossier, "bank_statements"), "Reçue", "one file may hold the three");
}

#[test]
fn the_same_file_twice_is_told_and_kept_once() {
    let (mut office, dossier, _) = a_dossier();
    attach(&mut office, dossier, "photo.jpg", "identity_document");
    let input = |again: bool| {
        json!({ "dossier": dossier, "files": ["encore.jpg"], "document": "tax_notice", "again": again,
            "without_photo_information": false })
    };
    office.files.offer("encore.jpg", corpus("photo.jpg"));
    let told = office.call("attach_files", input(false));
    let (file, kept) = (&told["files"][0], told["view"]["attachments"].as_array().unwrap().len());
    assert_eq!((&file["is_kept"], &file["is_same"], kept), (&json!(false), &json!(true), 1));
    let why = plain(&text(file, "/reason"));
    assert!(why.starts_with("C’est le même fichier que « photo.jpg », rangé dans : Pièce d’identité."), "{why}");
    office.files.offer("encore.jpg", corpus("photo.jpg"));
    let twice = office.call("attach_files", input(true));
    assert_eq!(
        (&twice["files"][0]["is_kept"], twice["view"]["attachments"].as_array().unwrap().len()),
        (&json!(true), 2)
    );
}

#[test]
fn a_proof_belongs_to_one_borrower() {
    let (mut office, dossier, _) = a_dossier();
    office.moment = at("2026-11-20");
    let mut amadou = crate::office::a_member(dossier, "Amadou Kassimiou", "02/09/1985");
    amadou["link"] = json!("co_applicant");
    office.call("add_member", amadou);
    let file = office.attached(dossier, "photo.jpg");
    let view = placed(&mut office, dossier, file, ("identity_document", "Amadou Kassimiou"));
    assert_eq!(text(&view, "/attachments/0/part"), "Amadou Kassimiou");
    let place = |place: &Value| (text(place, "/label"), text(place, "/part"));
    let places: Vec<_> = view["places"].as_array().unwrap().iter().map(place).take(2).collect();
    let expected = [("Pièce d’identité", ""), ("Pièce d’identité", "Amadou Kassimiou")];
    assert_eq!(places, expected.map(|(label, part)| (label.to_owned(), part.to_owned())));
    let view = checklist(&mut office, dossier);
    let cards: Vec<_> = lines(&view, "assessment")
        .into_iter()
        .filter(|line| line["document"] == "identity_document")
        .map(|line| (text(&line, "/part"), text(&line, "/state_text"), line["files"].as_array().unwrap().len()))
        .collect();
    let expected = [("", "À demander", 0), ("Amadou Kassimiou", "Reçue", 1)];
    assert_eq!(cards, expected.map(|(part, state, files)| (part.to_owned(), state.to_owned(), files)));
    let (bytes, _) = saved(&mut office, asked(dossier));
    let pages = texts(&bytes);
    let (_, stamped) = page_with(&pages, "Pièce d’identité · Amadou Kassimiou");
    assert!(stamped.contains("Amadou Kassimiou"), "{stamped}");
    assert_eq!(pages.iter().filter(|page| page.contains("· page 1 sur ")).count(), 1, "{pages:#?}");
    let missing = read(&mut office, dossier, "missing_documents");
    assert!(missing.contains("Pièce d’identité") && !missing.contains("Pièce d’identité, Amadou"), "{missing}");
}

#[test]
fn a_scan_that_was_turned_stays_so_and_leaves_upright() {
    let (mut office, dossier, _) = a_dossier();
    office.moment = at("2026-11-20");
    attach(&mut office, dossier, "photo.jpg", "tax_notice");
    let (as_it_came, _) = saved(&mut office, asked(dossier));
    let view = office.call("attachments", json!({ "dossier": dossier }));
    let file = &view["attachments"][0];
    assert_eq!(file["degrees"], 0);
    let turn = |degrees: u16| json!({ "dossier": dossier, "attachment": file["id"], "degrees": degrees });
    office.call("rotate_attachment", turn(90));
    assert_eq!(degrees(&mut office, dossier), 90);
    office.call("undo", json!({}));
    assert_eq!(degrees(&mut office, dossier), 0);
    office.call("redo", json!({}));
    office.call("lock", json!({}));
    office.unlock();
    assert_eq!(degrees(&mut office, dossier), 90, "it is shown so when it is opened again");
    let (turned, _) = saved(&mut office, asked(dossier));
    let photo = std::fs::read(corpus("photo.jpg")).unwrap();
    assert!(turned.windows(photo.len()).any(|part| part == photo), "its bytes are those that came");
    assert_ne!(picture_of(&turned), picture_of(&as_it_came), "its page is turned");
    assert_refused(&office.refused("rotate_attachment", turn(45)), FailureKind::Refused, Some("degrees"));
}

fn degrees(office: &mut Office, dossier: i64) -> u64 {
    office.call("attachments", json!({ "dossier": dossier }))["attachments"][0]["degrees"].as_u64().unwrap()
}

/// The page of the photograph, drawn.
fn picture_of(file: &[u8]) -> Vec<u8> {
    let pages = documents::raster::Pages::read(file.to_vec()).unwrap();
    let (place, _) = page_with(&texts(file), "· page 1 sur ");
    pages.png(place, 200).unwrap()
}
