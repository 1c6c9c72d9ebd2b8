//! The adviser's guide through the door of the window: its contents, a page, and what answers some words.

use serde_json::{Value, json};

use crate::demo::a_demo;
use crate::office::an_office;

/// The titles of what answers some words, the best first.
fn found(words: &str) -> Vec<String> {
    let hits = an_office().call("search_help", json!({"words": words}));
    let title = |hit: &Value| {
        let pieces = hit["title"].as_array().unwrap().iter();
        pieces.map(|piece| piece["text"].as_str().unwrap()).collect()
    };
    hits["hits"].as_array().unwrap().iter().map(title).collect()
}

#[test]
fn every_page_of_the_contents_opens() {
    let mut office = an_office();
    let contents = office.call("help_topics", json!({}));
    let parts = contents["parts"].as_array().unwrap();
    let titles: Vec<&str> = parts.iter().map(|part| part["title"].as_str().unwrap()).collect();
    assert_eq!(titles, ["Le guide", "Les écrans", "À portée de main"]);
    for line in parts.iter().flat_map(|part| part["topics"].as_array().unwrap()) {
        let page = office.call("help_topic", json!({"topic": line["key"]}));
        assert_eq!(page["title"], line["title"]);
        assert!(!page["sections"].as_array().unwrap().is_empty(), "{line}");
    }
}

#[test]
fn a_page_tells_its_words_and_the_law_as_it_is_today() {
    let mut office = an_office();
    let page = office.call("help_topic", json!({"topic": "accord"}));
    let law = page["law"].as_array().unwrap();
    let withdrawal = law.iter().find(|topic| topic["key"] == "withdrawal_days").unwrap();
    assert_eq!(withdrawal["current"]["text"], "14\u{a0}jours");
    assert!(withdrawal["current"]["source"].as_str().unwrap().contains("2025-880"), "{withdrawal}");
    let words = page["words"].as_array().unwrap();
    assert!(words.iter().any(|word| word["title"] == "Charte d’accompagnement"), "{words:?}");
}

#[test]
fn the_guide_says_the_version_and_what_the_program_is_made_of() {
    let mut office = an_office();
    let version = office.call("status", json!({}))["version"].as_str().unwrap().to_owned();
    let about = office.call("help_topic", json!({"topic": "a-propos"}));
    assert!(about["sections"][0].to_string().contains(&format!("Étrier, version {version}")), "{about}");
    let licences = office.call("help_topic", json!({"topic": "licences"}));
    let rows = licences["sections"][0]["blocks"][1]["rows"].as_array().unwrap();
    assert!(rows.len() > 400, "{} parts", rows.len());
    for part in ["SQLCipher", "preact", "tauri", "OpenSSL", "Source Sans"] {
        let is_told = |row: &Value| row[0][0]["text"].as_str().unwrap().starts_with(&format!("{part} "));
        assert!(rows.iter().any(is_told), "{part}");
    }
}

#[test]
fn accents_capitals_and_plurals_do_not_count() {
    for typed in ["report", "REPORTS", "Repört"] {
        let titles = found(typed);
        assert_eq!(titles.first().map(String::as_str), Some("Faire reporter une échéance"), "{typed}: {titles:?}");
        assert!(titles.contains(&"Report".to_owned()), "{typed}: {titles:?}");
    }
    assert_eq!(found("echeances reporter"), found("échéance reporter"));
}

#[test]
fn a_page_is_found_by_the_words_people_use_for_it() {
    for (typed, page) in [
        ("impayé", "Les difficultés"),
        ("mot de passe", "Sécurité et copies"),
        ("excel", "Reprendre un registre"),
        ("argumentaire", "Objections fréquentes"),
        ("Combien de temps garder les dossiers ?", "La conservation"),
    ] {
        assert!(found(typed).contains(&page.to_owned()), "{typed}: {:?}", found(typed));
    }
    assert_eq!(found("xylophone"), Vec::<String>::new());
    assert_eq!(found("  "), Vec::<String>::new());
}

/// Every word of a page, its figures included.
fn said(page: &Value) -> String {
    let spans = |block: &Value| -> Vec<Value> { block["text"].as_array().cloned().unwrap_or_default() };
    let blocks = page["sections"].as_array().unwrap().iter().flat_map(|section| section["blocks"].as_array().unwrap());
    blocks.flat_map(spans).map(|span| span["text"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_objections_speak_with_the_figures_of_the_office() {
    let objections = json!({"topic": "objections"});
    let without = said(&an_office().call("help_topic", objections.clone()));
    let with = said(&a_demo(15, 1, "2026-11-20").call("help_topic", objections));
    assert!(with.contains("Avec vos conventions d’aujourd’hui") && with.contains("par mois"), "{with}");
    assert!(with.contains("TAEG"), "{with}");
    assert!(!with.contains('{') && !without.contains('{'), "a field is filled or its line is left out");
}

#[test]
fn a_page_nobody_wrote_is_refused() {
    let refused = an_office().refused("help_topic", json!({"topic": "nulle-part"}));
    assert!(refused.message.starts_with("Cette page de l’aide n’existe plus"), "{refused:?}");
}
