//! The bank file with its scans: in the order of the list, under their stamps, what cannot be read told and the rest there.

use std::fs;
use std::path::{Path, PathBuf};

use desk::calls;
use documents::raster::Pages;
use serde_json::{Value, json};

use crate::decisions::a_dossier;
use crate::office::{Office, at, plain, text};

fn corpus(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/attachments").join(name)
}

/// Attaches a file of the corpus to a document of the list.
fn attach(office: &mut Office, dossier: i64, name: &str, document: &str) {
    office.files.offer(name, corpus(name));
    let input =
        json!({ "dossier": dossier, "files": [name], "document": document, "without_photo_information": false });
    let attached = office.call("attach_files", input);
    assert_eq!(attached["files"][0]["is_kept"], true, "{attached}");
}

/// A PDF, a photograph, a picture and a PDF that asks for a password, each for a document; another one is missing.
fn with_pieces() -> (Office, i64) {
    let (mut office, dossier, _) = a_dossier();
    office.moment = at("2026-11-20");
    attach(&mut office, dossier, "scripts.pdf", "identity_document");
    attach(&mut office, dossier, "photo.jpg", "proof_of_address");
    attach(&mut office, dossier, "picture.png", "tax_notice");
    attach(&mut office, dossier, "protected.pdf", "bank_statements");
    let missing = json!({ "dossier": dossier, "document": "pay_slips", "part": "", "state": "missing", "issued_on": "",
        "valid_until": "", "reason": "remis par l’employeur le 30" });
    office.call("note_document", missing);
    (office, dossier)
}

fn asked(dossier: i64) -> Value {
    json!({ "dossier": dossier, "paper": "bank_file" })
}

/// Saves the file and gives its bytes with what was answered.
fn saved(office: &mut Office, of: Value) -> (Vec<u8>, Value) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("dossier.pdf");
    office.files.offer("out", file.clone());
    let answer = office.call("save_paper", json!({ "of": of, "file": "out" }));
    (fs::read(file).unwrap(), answer)
}

fn texts(bytes: &[u8]) -> Vec<String> {
    let pages = Pages::read(bytes.to_vec()).unwrap();
    let words = |page| plain(&pages.text(page).unwrap()).split_whitespace().collect::<Vec<_>>().join(" ");
    (0..pages.count()).map(words).collect()
}

#[track_caller]
fn page_with<'p>(pages: &'p [String], words: &str) -> (usize, &'p String) {
    let found = pages.iter().enumerate().find(|(_, page)| page.contains(words));
    found.unwrap_or_else(|| panic!("« {words} » is on no page: {pages:#?}"))
}

#[test]
fn the_scans_stand_behind_the_file_in_the_order_of_its_list() {
    let (mut office, dossier) = with_pieces();
    let (bytes, answer) = saved(&mut office, asked(dossier));
    let pages = texts(&bytes);
    for sign in ["pdfaid:part>", "pdfuaid:part>"] {
        assert!(!String::from_utf8_lossy(&bytes).contains(sign), "it claims no standard: {sign}");
    }
    assert!(pages[0].contains("7. Pièces justificatives p. 8"), "{}", pages[0]);
    assert!(pages[0].contains("Pièces manquantes. ") && pages[0].contains("Pièces illisibles. pièce "), "{}", pages[0]);
    let (_, list) = page_with(&pages, "7. Pièces justificatives 4 pièces, 4 pages.");
    assert!(list.contains("il n’est pas archivable tel quel"), "{list}");
    let stamps = ["Pièce 1 – page 1/", "Pièce 2 – page 1/", "Pièce 3 – page 1/"];
    let places: Vec<usize> = stamps.iter().map(|stamp| page_with(&pages, stamp).0).collect();
    assert!(places.is_sorted(), "{places:?}");
    for name in ["scripts.pdf", "photo.jpg", "picture.png"] {
        assert!(pages.iter().any(|page| page.contains(&format!("{name} · reçu le 20/11/2026"))), "{name}");
    }
    let (_, unread) = page_with(&pages, "Pièce illisible : « protected.pdf », PDF protégé par un mot de passe");
    assert!(unread.contains("Relevés"), "{unread}");
    for (place, page) in pages.iter().enumerate() {
        assert!(page.ends_with(&format!("{}/{}", place + 1, pages.len())), "the foot counts every page: {page}");
    }
    let photo = fs::read(corpus("photo.jpg")).unwrap();
    assert!(bytes.windows(photo.len()).any(|part| part == photo), "the photograph is there byte for byte");
    for sign in [&b"/JavaScript"[..], b"/OpenAction", b"/Launch"] {
        assert!(!bytes.windows(sign.len()).any(|part| part == sign), "{}", String::from_utf8_lossy(sign));
    }
    let remarks = answer["remarks"].as_array().unwrap();
    assert!(remarks.iter().any(|told| told.as_str().unwrap().contains("protected.pdf")), "{remarks:?}");
}

#[test]
fn it_is_seen_before_it_leaves_and_is_the_same_file() {
    let (mut office, dossier) = with_pieces();
    let drawn = office.call("draw_paper", asked(dossier));
    assert_eq!(drawn["is_archival"], false);
    let told: Vec<String> =
        drawn["remarks"].as_array().unwrap().iter().map(|told| plain(told.as_str().unwrap())).collect();
    assert!(told.iter().any(|told| told.contains("« protected.pdf » : PDF protégé par un mot de passe.")), "{told:?}");
    assert!(told.last().unwrap().contains("il n’est pas archivable tel quel"), "{told:?}");
    let count = drawn["pages"].as_array().unwrap().len();
    let (bytes, _) = saved(&mut office, asked(dossier));
    assert_eq!(Pages::read(bytes.clone()).unwrap().count(), count);
    for page in [1, 10, count] {
        let caller = office.caller();
        let input = json!({ "of": asked(dossier), "page": page, "width": 300 });
        let picture = calls::bytes(&mut office.desk, "paper_page", input, &caller).unwrap();
        assert_eq!(picture, Pages::read(bytes.clone()).unwrap().png(page - 1, 300).unwrap());
    }
    office.call(
        "note_document",
        json!({ "dossier": dossier, "document": "tax_notice", "part": "",
        "state": "unsuitable", "issued_on": "", "valid_until": "", "reason": "celui de 2024" }),
    );
    let after = office.call("draw_paper", asked(dossier));
    assert_eq!(after["pages"].as_array().unwrap().len(), count - 2, "what is no longer right no longer leaves");
}

#[test]
fn a_scan_the_vault_has_lost_is_told_and_the_rest_prints() {
    let (mut office, dossier) = with_pieces();
    let (whole, _) = saved(&mut office, asked(dossier));
    for file in pieces_under(&office.folder.path().join("vault/pieces")) {
        fs::remove_file(file).unwrap();
    }
    // The file made last is kept with the keys, and goes with them.
    office.call("lock", json!({}));
    office.unlock();
    let (bytes, answer) = saved(&mut office, asked(dossier));
    let pages = texts(&bytes);
    assert!(pages.len() < texts(&whole).len());
    assert!(page_with(&pages, "fichier absent ou abîmé dans le coffre").0 > 6);
    assert_eq!(answer["remarks"].as_array().unwrap().len(), 4, "one for each scan: {answer}");
    assert!(String::from_utf8_lossy(&bytes).contains("<pdfaid:part>3"), "nobody else had a hand in it");
}

#[test]
fn it_is_made_lighter_when_it_goes_by_mail_and_says_what_it_weighs() {
    let (mut office, dossier) = with_pieces();
    let (whole, _) = saved(&mut office, asked(dossier));
    let light = json!({ "dossier": dossier, "paper": "bank_file", "for_email": true });
    let (light, answer) = saved(&mut office, light);
    assert!(
        light.len() < whole.len() + 1_000,
        "scans as small as these gain nothing: {} and {}",
        light.len(),
        whole.len()
    );
    assert!(text(&answer, "/sentence").contains("ko)"), "{answer}");
    let pages = texts(&light);
    page_with(&pages, "Les images sont allégées pour l’envoi par courriel ; les originaux restent au CCAS.");
    assert!(!String::from_utf8_lossy(&light).contains("/EmbeddedFile"));
}

#[test]
fn without_a_scan_it_keeps_what_it_promises() {
    let (mut office, dossier, _) = a_dossier();
    office.moment = at("2026-11-20");
    let drawn = office.call("draw_paper", asked(dossier));
    assert_eq!((drawn["is_archival"].as_bool(), drawn["remarks"].as_array().unwrap().len()), (Some(true), 0));
    let (bytes, _) = saved(&mut office, asked(dossier));
    let said = String::from_utf8_lossy(&bytes);
    assert!(said.contains("<pdfaid:part>3") && said.contains("<pdfuaid:part>1"));
    assert!(!texts(&bytes).join(" ").contains("7. Pièces"));
}

fn pieces_under(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.map(|entry| entry.unwrap().path());
    let paths = paths.flat_map(|path| if path.is_dir() { pieces_under(&path) } else { vec![path] });
    paths.filter(|path| path.extension().is_some_and(|ending| ending == "piece")).collect()
}
