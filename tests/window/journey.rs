//! The adviser's path in the real window, from the first start to the paper:
//! what is typed by label and key, what is read, axe at each screen; then the
//! values read back by `etrier-cli`, and no clear name left on the disk.

use std::path::Path;

use serde_json::json;

use crate::adviser::{
    Line, assert_sound, call, create_office, enter, fill_budget, fill_household, record_request, unlock,
};
use crate::window::{Key, PASSPHRASE, Place, Window};

/// The budget of the Delmas household.
const LINES: &[Line] = &[
    ["Salaire net, CDI ou fonction publique", "1 012,40", "", "aide à domicile", "", ""],
    ["Prime d’activité", "248,16", "", "", "", ""],
    ["Allocations familiales", "151,05", "", "", "", ""],
    ["Aide personnalisée au logement (APL)", "297", "", "", "", ""],
    ["Pension alimentaire reçue", "220", "", "2 enfants", "", ""],
    ["Allocation de rentrée scolaire (ARS)", "853,74", "an", "2 enfants", "", ""],
    ["Loyer", "486", "", "", "", ""],
    ["Provision pour charges locatives", "62", "", "", "", ""],
    ["Électricité", "78", "", "", "", ""],
    ["Eau et assainissement", "96,30", "trimestre", "", "", ""],
    ["Internet et téléphone fixe", "34,98", "", "", "", ""],
    ["Assurance du logement", "186", "an", "", "", ""],
    ["Complémentaire santé", "42,60", "", "", "", ""],
    ["Cantine et périscolaire", "88", "", "", "", ""],
    ["Transports en commun", "54", "", "", "", ""],
    ["Frais bancaires", "3", "", "", "", ""],
    ["Crédit renouvelable", "45", "", "Finexo", "612,40", "01/2028"],
    ["Plan d’apurement d’énergie", "40", "", "", "80", "01/2027"],
];

/// The three totals, what is left for the household, and for each of the three.
const FIGURES: &[&str] = &["1 999,76", "896,18", "85,00", "1 018,58", "339,53 €"];

#[test]
fn a_request_goes_from_the_first_start_to_its_paper() {
    let place = Place::new();
    let window = Window::open(&place);
    create_office(&window);
    record_request(&window, "");
    fill_household(&window);
    fill_budget(&window, LINES);
    for figure in FIGURES {
        window.wait_for(figure);
    }
    undo_and_redo(&window);
    read_paper(&window);
    find_again(&window);
    assert_no_clear_name(place.folder());
    window.close();
    assert_no_clear_name(place.folder());
    read_back(&place);
}

#[test]
fn what_was_begun_is_found_again_after_closing() {
    let place = Place::new();
    place.create_office();
    let window = Window::open(&place);
    unlock(&window);
    window.press_with(Key::Control, 'n');
    window.by_label("Nom exigé").type_keys("Vauclerc");
    window.by_label("Prénom").type_keys("Samira");
    window.close();

    let window = Window::open(&place);
    unlock(&window);
    window.press_with(Key::Control, 'n');
    window.wait_for("retrouvé");
    assert_sound(&window);
    assert_eq!(window.by_label("Nom exigé").value(), "Vauclerc");
    assert_eq!(window.by_label("Prénom").value(), "Samira");
}

#[test]
fn a_locked_office_shows_nothing_and_opens_by_phrase_or_code() {
    let place = Place::new();
    let code = place.create_office();
    let window = Window::open(&place);
    unlock(&window);
    window.press_with(Key::Control, 'l');
    window.by_role("heading", "Bonjour");
    assert!(!window.text().contains("Nouvelle demande"));
    assert_sound(&window);

    window.by_label("Phrase secrète").type_keys("une phrase qui n’est pas la bonne");
    window.press(Key::Enter);
    window.wait_for("Ce n’est ni la bonne phrase ni le bon code");
    assert_sound(&window);
    window.by_role("button", "Phrase oubliée : utiliser le code de secours").click();
    window.by_label("Code de secours").type_keys(&code.to_lowercase());
    assert_sound(&window);
    window.wait_until("!document.querySelector('button[type=submit]').disabled");
    window.press(Key::Enter);
    window.by_role("button", "Plus tard").click();
    window.by_role("heading", "Vendredi 20 novembre");
}

/// What is covered of the places and buttons of the rail.
const COVERED: &str = "return [...document.querySelectorAll('.rail a, .rail button')].filter((one) => {
  const { x, y, width, height } = one.getBoundingClientRect();
  return width > 0 && !one.contains(document.elementFromPoint(x + width / 2, y + height / 2));
}).map((one) => one.textContent)";

fn undo_and_redo(window: &Window) {
    window.fill(1366, 768);
    window.press_with(Key::Control, 'z');
    window.wait_gone("339,53 €");
    window.find(".undo");
    assert_eq!(window.run(COVERED), json!([]));
    assert_sound(window);
    window.press_with(Key::Control, 'y');
    window.wait_for("339,53 €");
}

fn read_paper(window: &Window) {
    enter(window, "documents");
    window.by_role("img", "Fiche budgétaire, page 1 sur 1");
    let said = window.outline();
    for figure in FIGURES {
        assert!(said.contains(figure), "{figure} is not read out from the sheet");
    }
    assert_sound(window);
}

fn find_again(window: &Window) {
    for typed in ["delmas so", "voiture occasion", "0639984107", "noe"] {
        window.press_with(Key::Control, 'k');
        window.wait_until("document.activeElement.role === 'combobox'");
        window.type_keys(typed);
        window.wait_until(
            "document.querySelector('.palette [aria-selected=\"true\"]')?.innerText.includes('Sonia Delmas')",
        );
        window.press(Key::Escape);
    }
    assert_sound(window);
}

/// Another process finds in the office what was typed in the window.
fn read_back(place: &Place) {
    let dossier = call(place, "dossier", &json!({"dossier": 1}));
    assert_eq!(dossier["reference"], "2026-001");
    assert_eq!(dossier["person"]["phone"], "06\u{a0}39\u{a0}98\u{a0}41\u{a0}07");
    assert_eq!(dossier["person"]["title"], "madame");
    assert_eq!(dossier["household"]["shares_text"], "3");
    let budget = call(place, "budget", &json!({"dossier": 1}));
    assert_eq!(budget["reste_a_vivre"]["cents"], 33_953);
    let lines = budget["sections"].as_array().unwrap().iter();
    assert_eq!(lines.map(|section| section["lines"].as_array().unwrap().len()).sum::<usize>(), LINES.len());
}

/// No file of the place holds what was typed, in the writing of the disk or of the webview.
#[track_caller]
fn assert_no_clear_name(folder: &Path) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            assert_no_clear_name(&path);
        } else if let Ok(bytes) = std::fs::read(&path) {
            for name in ["Delmas", "Sonia", "0639984107", "occasion", PASSPHRASE] {
                let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
                let holds = |sought: &[u8]| bytes.windows(sought.len()).any(|window| window == sought);
                assert!(!holds(name.as_bytes()) && !holds(&wide), "{name} in {}", path.display());
            }
        }
    }
}
