//! The papers of data protection: the notice for everyone, the register of the office, the sheet of a new code.

use std::fs;

use desk::FailureKind;
use serde_json::{Value, json};

use crate::office::{Office, PASSPHRASE, an_empty_folder, an_office, assert_refused, plain, text};
use crate::settings::{self, details};

fn page(office: &mut Office, of: Value) -> String {
    let drawn = office.call("draw_paper", of);
    assert_eq!(drawn["pages"].as_array().unwrap().len(), 1, "one page");
    let page = plain(&text(&drawn, "/pages/0/text"));
    page.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn says(page: &str, said: &[&str]) {
    for words in said {
        assert!(page.contains(words), "« {words} » is not said in:\n{page}");
    }
}

#[test]
fn the_notice_is_the_same_sheet_from_the_office_and_from_any_dossier() {
    let mut office = an_office();
    let mut described = details();
    described["address"] = json!("4 place de la Fontaine, 99120 Valbourg");
    office.call("describe_office", described);
    let dossier = office.request_of("Sonia", "Delmas");
    let cards = office.call("papers", json!({ "dossier": dossier }));
    let card = cards["papers"].as_array().unwrap().iter().find(|card| card["key"] == "data_notice").unwrap();
    assert_eq!((card["ready"].clone(), card["missing"].clone()), (json!(true), json!([])));
    let alone = page(&mut office, json!({ "paper": "data_notice" }));
    assert_eq!(alone, page(&mut office, json!({ "paper": "data_notice", "dossier": dossier })));
    says(
        &alone,
        &[
            "Vos informations au CIAS",
            "Deux ans après notre dernier échange",
            "code de l’action sociale et des familles, article L. 123-5",
            "CNIL, www.cnil.fr, 3 place de Fontenoy",
        ],
    );
    assert!(!alone.contains("Delmas"), "the same sheet for everyone");
}

#[test]
fn the_notice_says_what_the_office_still_has_to_write() {
    let mut office = an_office();
    let drawn = office.call("draw_paper", json!({ "paper": "data_notice" }));
    let missing = json!([{ "what": "contact pour les données personnelles", "room": null }]);
    assert_eq!(drawn["missing"], missing, "written in the settings of the office");
    assert_eq!(drawn["file_name"], "note-donnees-2026-11-20-v1.pdf");
}

#[test]
fn the_register_is_filled_from_the_settings_and_what_is_kept() {
    let mut office = an_office();
    let shorter = settings::sample("set_safety_rules", &mut office);
    office.call("set_safety_rules", shorter);
    office.request_of("Sonia", "Delmas");
    office.request_of("Karim", "Benali");
    let page = page(&mut office, json!({ "paper": "processing_register" }));
    says(
        &page,
        &[
            "Responsable du traitement CCAS de Valbourg",
            "(à vérifier avec le délégué)",
            "verrouillage après 5 minutes sans activité, code de secours sous enveloppe essayé tous les 6 mois",
            "2 personnes, 2 dossiers, 0 pièce.",
        ],
    );
}

#[test]
fn a_certificate_and_a_sheet_of_a_code_are_not_printed_at_will() {
    let mut office = an_office();
    let refused = office.refused("draw_paper", json!({ "paper": "erasure_certificate" }));
    assert_refused(&refused, FailureKind::Refused, Some("erasure"));
    let refused = office.refused("draw_paper", json!({ "paper": "erasure_certificate", "erasure": "2026-01" }));
    assert_refused(&refused, FailureKind::Refused, Some("erasure"));
    let refused = office.refused("draw_paper", json!({ "paper": "recovery_sheet" }));
    assert_refused(&refused, FailureKind::Refused, Some("paper"));
    assert!(refused.remedy.is_some());
    let refused = office.refused("open_recovery_sheet", json!({}));
    assert_eq!(refused.kind, FailureKind::Refused, "the code of this office is known to nobody here");
}

/// The groups of the code that was drawn, and the two asked back.
fn drawn(office: &mut Office) -> (Vec<String>, [String; 2]) {
    let prepared = office.call("prepare_office", json!({}));
    let groups: Vec<String> =
        prepared["recovery_code"].as_array().unwrap().iter().map(|group| group.as_str().unwrap().to_owned()).collect();
    let asked = [0, 1].map(|place| groups[prepared["asked"][place].as_u64().unwrap() as usize - 1].clone());
    (groups, asked)
}

fn words(pdf: &[u8]) -> String {
    let pages = documents::raster::Pages::read(pdf.to_vec()).unwrap();
    let text = plain(&pages.text(0).unwrap());
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_sheet_of_a_new_code_is_printed_then_gone_once_it_was_copied_back() {
    let mut office = an_empty_folder();
    let (groups, asked) = drawn(&mut office);
    let head = json!({ "name": "CCAS de Valbourg", "advisor": "Nadia Ferrand", "address": "", "phone": "" });
    office.call("open_recovery_sheet", json!({ "office": head }));
    let opened = office.shown.lock().unwrap()[0].clone();
    let sheet = words(&fs::read(&opened).unwrap());
    for group in &groups {
        assert!(sheet.contains(group.as_str()), "{group} is on the sheet:\n{sheet}");
    }
    says(&sheet, &["Dossiers de CCAS de Valbourg", "Code créé le 20/11/2026", "À vérifier avant le 20/11/2027"]);
    office.files.offer("stick", office.folder.path().join("feuille.pdf"));
    let told = office.call("save_recovery_sheet", json!({ "office": head, "file": "stick" }));
    assert!(text(&told, "/sentence").contains("supprimez-le"), "what the file leaves behind is said");
    office.call(
        "create_office",
        json!({ "name": "CCAS de Valbourg", "advisor": "Nadia Ferrand", "address": "", "phone": "",
            "passphrase": PASSPHRASE, "retyped": asked }),
    );
    assert!(!opened.exists(), "what was handed to the viewer is gone");
    let fingerprint = text(&office.call("status", json!({})), "/fingerprint");
    says(&sheet, &[&format!("Empreinte {fingerprint}")]);
    fs::remove_file(office.folder.path().join("feuille.pdf")).unwrap();
    assert_eq!(papers_left(office.folder.path()), Vec::<String>::new(), "no other sheet is anywhere");
    assert_eq!(office.refused("open_recovery_sheet", json!({})).kind, FailureKind::Refused, "never printed again");
}

#[test]
fn the_sheet_of_another_code_names_the_office_that_is_open() {
    let mut office = an_office();
    let (groups, _) = drawn(&mut office);
    office.call("open_recovery_sheet", json!({}));
    let opened = office.shown.lock().unwrap()[0].clone();
    let sheet = words(&fs::read(&opened).unwrap());
    let fingerprint = text(&office.call("status", json!({})), "/fingerprint");
    says(&sheet, &[&groups[7], "CCAS de Valbourg", &format!("Empreinte {fingerprint}")]);
    office.call("lock", json!({}));
    assert!(!opened.exists(), "a code that was not taken leaves nothing either");
}

/// The PDF files under a folder.
fn papers_left(folder: &std::path::Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(papers_left(&path));
        } else if fs::read(&path).unwrap().starts_with(b"%PDF") {
            found.push(path.display().to_string());
        }
    }
    found
}
