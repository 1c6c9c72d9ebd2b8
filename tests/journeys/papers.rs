//! The budget sheet: seen, saved, opened; the same facts give the same bytes.

use std::collections::BTreeSet;
use std::fs;
use std::sync::Arc;

use desk::{FailureKind, Progress, calls};
use serde_json::json;

use crate::office::{a_line, an_office, assert_refused, plain, text};

#[test]
fn the_sheet_is_seen_with_its_text_and_its_pages() {
    let mut office = an_office();
    let dossier = office.delmas();
    let cards = office.call("papers", json!({ "dossier": dossier }));
    assert_eq!(text(&cards, "/papers/0/key"), "budget_sheet");
    assert_eq!(cards.pointer("/papers/0/ready").unwrap(), true);
    let drawn = office.call("draw_paper", json!({ "dossier": dossier, "paper": "budget_sheet" }));
    assert_eq!(drawn["pages"].as_array().unwrap().len(), 1, "the published lines fit one page");
    let page = text(&drawn, "/pages/0/text");
    for said in [
        "CCAS de Valbourg",
        "Mme Sonia Delmas",
        "2026-001",
        "34 ans",
        "deux enfants de 9 et 6 ans",
        "1 999,76",
        "896,18",
        "85,00",
        "1 018,58",
        "339,53",
        "4,25 %",
        "Finexo",
    ] {
        assert!(page.contains(said), "« {said} » is on the sheet:\n{page}");
    }
    for absent in ["Après le prêt", "Ce qui change", "Depuis la version"] {
        assert!(!page.contains(absent), "« {absent} » needs a loan or an earlier version");
    }
    let caller = office.caller();
    let input = json!({ "of": { "dossier": dossier, "paper": "budget_sheet" }, "page": 1, "width": 800 });
    let png = calls::bytes(&mut office.desk, "paper_page", input, &caller).unwrap();
    assert!(png.starts_with(b"\x89PNG"));
}

#[test]
fn the_register_lists_every_paper_even_before_the_office_is_open() {
    let mut office = crate::office::an_empty_folder();
    let register = office.call("paper_register", json!({}));
    let titles: Vec<&str> =
        register["papers"].as_array().unwrap().iter().map(|paper| paper["title"].as_str().unwrap()).collect();
    let named: BTreeSet<&str> = titles.iter().copied().filter(|title| !title.is_empty()).collect();
    assert_eq!(named.len(), titles.len(), "each paper has a title of its own: {titles:?}");
    assert_eq!(titles.len(), documents::papers::register().count());
    assert_eq!(titles[0], "Fiche budgétaire", "the paper of every day opens the menu");
    assert!(
        named.is_superset(&["Décision favorable", "Bilan pour le conseil", "Code de secours"].into()),
        "{titles:?}"
    );
}

#[test]
fn the_same_facts_give_the_same_bytes_where_the_adviser_chose() {
    let mut office = an_office();
    let dossier = office.delmas();
    let folder = tempfile::tempdir().unwrap();
    let mut saved = Vec::new();
    for name in ["une.pdf", "deux.pdf"] {
        office.files.offer(name, folder.path().join(name));
        let told =
            office.call("save_paper", json!({ "of": { "dossier": dossier, "paper": "budget_sheet" }, "file": name }));
        assert_eq!(text(&told, "/sentence"), format!("Fiche budgétaire : le PDF est enregistré sous {name}."));
        saved.push(fs::read(folder.path().join(name)).unwrap());
    }
    assert_eq!(saved[0], saved[1]);
    assert!(saved[0].starts_with(b"%PDF-1.7"));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "no half file is left");
}

#[test]
fn a_sheet_that_cannot_be_saved_says_so_and_loses_nothing() {
    let mut office = an_office();
    let dossier = office.delmas();
    let input = |file: &str| json!({ "of": { "dossier": dossier, "paper": "budget_sheet" }, "file": file });
    let refused = office.refused("save_paper", input("never-chosen"));
    assert_refused(&refused, FailureKind::Refused, Some("file"));
    office.files.offer("lost", "/nulle/part/fiche.pdf".into());
    let refused = office.refused("save_paper", input("lost"));
    assert_refused(&refused, FailureKind::Refused, Some("file"));
    assert!(refused.remedy.is_some());
}

#[test]
fn what_was_opened_outside_is_wiped_at_lock() {
    let mut office = an_office();
    let dossier = office.delmas();
    office.call("open_paper", json!({ "dossier": dossier, "paper": "budget_sheet" }));
    let opened = office.shown.lock().unwrap()[0].clone();
    assert!(opened.ends_with("fiche-budgetaire-2026-001-v1.pdf") && opened.exists());
    office.call("lock", json!({}));
    assert!(!opened.exists());
}

#[test]
fn an_empty_budget_has_no_sheet_yet() {
    let mut office = an_office();
    let dossier = office.request_of("Sonia", "Delmas");
    let cards = office.call("papers", json!({ "dossier": dossier }));
    assert_eq!(cards.pointer("/papers/0/ready").unwrap(), false);
    let refused = office.refused("draw_paper", json!({ "dossier": dossier, "paper": "budget_sheet" }));
    assert_eq!(refused.kind, FailureKind::Refused);
    let refused = office.refused("draw_paper", json!({ "dossier": dossier, "paper": "love_letter" }));
    assert_refused(&refused, FailureKind::Refused, Some("paper"));
}

#[test]
fn the_sheet_says_what_it_lacks_and_what_it_cannot_print() {
    let mut office = an_office();
    let dossier = office.request_of("Sonia 漢", "Kowalczyk-Łoś");
    office.call("add_budget_line", a_line(dossier, ("rent", "", "486", "monthly", "", "")));
    let drawn = office.call("draw_paper", json!({ "dossier": dossier, "paper": "budget_sheet" }));
    assert_eq!(drawn["unprintable"], json!(["漢"]));
    let missing: Vec<String> =
        drawn["missing"].as_array().unwrap().iter().map(|m| plain(m["what"].as_str().unwrap())).collect();
    assert!(missing.contains(&"date de naissance".to_owned()) && missing.contains(&"logement".to_owned()));
    assert_eq!(drawn["missing"][0]["room"], "person", "each lack says where it is written");
    let page = text(&drawn, "/pages/0/text");
    assert!(page.contains("Kowalczyk-Łoś") && page.contains("Non renseigné"), "{page}");
}

#[test]
fn a_long_call_can_be_cancelled_and_changes_nothing() {
    let mut office = an_office();
    let dossier = office.delmas();
    let folder = tempfile::tempdir().unwrap();
    office.files.offer("out", folder.path().join("fiche.pdf"));
    office.progress = Arc::new(Progress::untold());
    office.progress.cancel();
    let input = json!({ "of": { "dossier": dossier, "paper": "budget_sheet" }, "file": "out" });
    let refused = office.refused("save_paper", input);
    assert_refused(&refused, FailureKind::Cancelled, None);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}
