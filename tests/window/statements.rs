//! Statements let go on the budget: the proof first, the proposals decided by keys, the budget written and undone.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::adviser::{assert_sound, call};
use crate::screens::{one_of_each_stage, visit};
use crate::window::{Key, PASSPHRASE, Place, Window};

/// The most words and controls the room may show; each proposal has one control.
const BUDGET: (u64, u64) = (460, 30);

fn statements(names: &[&str]) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("statements/files");
    names.iter().map(|name| folder.join(name).display().to_string()).collect()
}

const QUARTER: [&str; 3] = ["mutual-2026-10.pdf", "mutual-2026-08.pdf", "mutual-2026-09.pdf"];

fn open(place: &Place, window: &Window, room: &str, shown: &str) -> i64 {
    let dossier = one_of_each_stage(place)["assessment"];
    window.by_label("Phrase secrète").type_keys(PASSPHRASE);
    window.press(Key::Enter);
    window.by_role("heading", "Vendredi 20 novembre");
    visit(window, &format!("dossiers/{dossier}/{room}"), shown);
    dossier
}

#[test]
fn three_statements_let_go_on_the_budget_are_proved_decided_by_keys_and_written() {
    for theme in ["clair", "sombre"] {
        let place = Place::new();
        place.cli(&["demo"]);
        let window = if theme == "clair" { Window::open(&place) } else { Window::open_in_the_dark(&place) };
        let dossier = open(&place, &window, "budget", "tr.add");
        let lines = "document.querySelectorAll('table.ledger tbody th button.line').length";
        let before = window.run(&format!("return {lines}"));
        window.let_go(&statements(&QUARTER));
        window.wait_for("Trois mois sont prouvés au centime.");
        window.wait_until("document.querySelectorAll('table.proof .state.ok').length === 3");
        within_budget(&window);
        assert_sound(&window);
        window.picture(&format!("releves-preuve-{theme}"));
        window.press_with(Key::Control, Key::Enter);
        window.wait_until("document.activeElement.matches('tr.on button.decision')");
        within_budget(&window);
        assert_sound(&window);
        window.picture(&format!("releves-propositions-{theme}"));
        let decided = decide(&window);
        window.picture(&format!("releves-decidees-{theme}"));
        hide_names(&window);
        window.press_with(Key::Control, Key::Enter);
        window.wait_until("document.querySelector('table.ledger') !== null");
        window.wait_until(
            "[...document.querySelectorAll('table.ledger .state')].some((one) => one.textContent.includes('relevés'))",
        );
        assert_sound(&window);
        window.picture(&format!("releves-budget-{theme}"));
        window.press_with(Key::Control, 'z');
        window.wait_until(&format!("{lines} === {before}"));
        window.press_with(Key::Control, 'y');
        window.wait_until(&format!("{lines} !== {before}"));
        window.close();
        println!("{theme}: every proposal decided in {decided} keys");
        assert!(decided <= 15, "{decided} keys");
        assert_written(&place, dossier);
    }
}

/// Accepts what the budget takes, leaves the rest: Entrée and Suppr alone. Says how many keys it took.
fn decide(window: &Window) -> u64 {
    let open = "[...document.querySelectorAll('button.decision')].filter((one) => one.textContent.startsWith('Accepter')).length";
    let refused = "document.querySelector('.statements [role=alert] .notice') !== null";
    window.run("window.keys = 0; addEventListener('keydown', () => { window.keys += 1 }, true);");
    let mut left = window.run(&format!("return {open}")).as_u64().unwrap();
    while left > 0 {
        window.press(if left > 1 { Key::Enter } else { Key::Delete });
        window.wait_until(&format!("{open} === {} || {refused}", left - 1));
        if window.run(&format!("return {refused}")) == true {
            window.wait_for("lignes du budget font");
            assert_sound(window);
            window.picture("releves-partage");
            window.press(Key::Delete);
        }
        left -= 1;
        window.wait_until(&format!("{open} === {left}"));
        window.wait_until("document.activeElement.matches('tr.on button.decision')");
    }
    window.run("return window.keys").as_u64().unwrap()
}

fn hide_names(window: &Window) {
    window.press(Key::F9);
    window.wait_until(
        "[...document.querySelectorAll('.operations li')].every((one) => one.textContent.includes('masqué'))",
    );
    window.press(Key::F9);
}

/// From the letter box to the paper: the statements are placed by Entrée, read where they are, proved, accepted, written;
/// the printed sheet says what the budget says.
#[test]
fn statements_of_the_letter_box_come_out_on_the_printed_budget_sheet() {
    let place = Place::new();
    place.cli(&["demo"]);
    let window = Window::open(&place);
    let dossier = open(&place, &window, "pieces", ".need li");
    window.let_go(&statements(&QUARTER));
    window.wait_until("document.querySelectorAll('[data-to]').length === 3");
    window.wait_until("document.activeElement.matches('.need [aria-current]')");
    for left in (0..3).rev() {
        window.press(Key::Enter);
        window.wait_until(&format!("document.querySelectorAll('[data-to]').length === {left}"));
        window.wait_until("document.activeElement.matches('.need [aria-current]')");
    }
    window.run("document.querySelectorAll('.scrolls details').forEach((fold) => { fold.open = true })");
    window.find("[name=piece-bank_statements]").click();
    window.by_role("button", "Lire les relevés").click();
    window.wait_for("Trois mois sont prouvés au centime.");
    window.press_with(Key::Control, Key::Enter);
    window.wait_until("document.activeElement.matches('tr.on button.decision')");
    decide(&window);
    window.press_with(Key::Control, Key::Enter);
    window.wait_until("document.querySelector('table.ledger') !== null");
    window.wait_until(
        "[...document.querySelectorAll('table.ledger .state')].some((one) => one.textContent.includes('relevés'))",
    );
    let shown =
        window.run("return document.querySelector('.big').firstChild.textContent").as_str().unwrap().trim().to_owned();
    window.close();
    let sheet = assert_written(&place, dossier);
    let pages = documents::raster::Pages::read(std::fs::read(sheet).unwrap()).unwrap();
    let printed: String = (0..pages.count()).map(|page| pages.text(page).unwrap()).collect();
    let printed = plain(&printed);
    let budget = call(&place, "budget", &json!({ "dossier": dossier }));
    assert_eq!(plain(budget["reste_a_vivre"]["text"].as_str().unwrap()), plain(&shown), "the screen says the same");
    assert!(printed.contains(&plain(&shown)), "{shown}: {printed}");
    let lines = budget["sections"].as_array().unwrap().iter().flat_map(|section| section["lines"].as_array().unwrap());
    for line in lines.filter(|line| line["certainty"] == "seen_on_statements") {
        let amount = plain(line["amount"]["text"].as_str().unwrap());
        let amount = amount.trim_end_matches([' ', '€']);
        assert!(printed.contains(amount), "{amount} of {}: {printed}", line["printed_label"]);
    }
}

/// A text with plain spaces.
fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

/// The dossier as it is once the window is closed: lines seen, figures of the account, three papers, the sheet.
fn assert_written(place: &Place, dossier: i64) -> PathBuf {
    let budget = call(place, "budget", &json!({ "dossier": dossier }));
    let lines = budget["sections"].as_array().unwrap().iter().flat_map(|section| section["lines"].as_array().unwrap());
    let seen: Vec<&Value> = lines.filter(|line| line["certainty"] == "seen_on_statements").collect();
    assert!(seen.len() > 3, "{seen:?}");
    let list = call(place, "documents_checklist", &json!({ "dossier": dossier }));
    let mut papers = list["stages"].as_array().unwrap().iter().flat_map(|stage| stage["lines"].as_array().unwrap());
    let statements = papers.find(|line| line["document"] == "bank_statements").unwrap();
    assert_eq!(statements["state"], "received", "{statements}");
    let reference = call(place, "dossier", &json!({ "dossier": dossier }))["reference"].as_str().unwrap().to_owned();
    let sheet = place.folder().join("fiche.pdf");
    place.cli(&["print", "budget_sheet", "--dossier", &reference, "--out", &sheet.display().to_string()]);
    assert!(sheet.exists());
    sheet
}

#[test]
fn a_month_that_does_not_close_a_picture_and_a_missing_month_propose_nothing() {
    let place = Place::new();
    place.cli(&["demo"]);
    let window = Window::open(&place);
    open(&place, &window, "releves", ".drop");
    assert_sound(&window);
    window.picture("releves-vide");
    window.let_go(&statements(&["paribas-un-centime.pdf", "postal-scan.pdf", "agricole.csv"]));
    window.wait_for("Il manque ou il y a en trop 0,01");
    window.wait_for("C’est une image");
    window.wait_for("Garder les relevés, sans ligne");
    within_budget(&window);
    assert_sound(&window);
    window.picture("releves-pas-prouves");
    window.by_label("Solde").type_keys("61,20");
    window.press(Key::Enter);
    window.wait_for("Prouvé");
    window.wait_for("propositions");
    assert_sound(&window);
    window.by_role("button", "Annuler").click();
    window.find(".drop");
    window.close();
}

fn within_budget(window: &Window) {
    window.fill(1366, 768);
    let counted = window.counted("");
    println!("releves: {counted}");
    assert!(counted["words"].as_u64().unwrap() <= BUDGET.0, "{counted}");
    assert!(counted["controls"].as_u64().unwrap() <= BUDGET.1, "{counted}");
    assert_eq!((counted["page"].as_u64(), counted["main"].as_u64()), (Some(0), Some(1)), "{counted}");
}
