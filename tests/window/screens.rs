//! Every screen of a demonstration in both themes, at the size of an office's
//! laptop and at twice that size: nothing for axe to say, nothing to scroll
//! sideways for.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::adviser::wider_than_the_window;
use crate::window::{Key, PASSPHRASE, Place, Window};

/// The screens beside the rooms of a dossier, by their address and what each shows once it is there.
const SCREENS: &[[&str; 2]] = &[
    ["dossiers", "table tbody tr"],
    ["aujourdhui", ".tasks li"],
    ["demande", "form"],
    ["simulateur", "form"],
    ["bilan", "table.figures"],
    ["bilan/2025/papier", ".pages img"],
    ["bilan/2025/nombre/requests", "table tbody tr"],
    ["securite", "table tbody tr"],
    ["reglages", "form"],
];

/// The sections of the settings after the first.
const SECTIONS: &[&str] =
    &["Règles", "Banques et conventions", "Produits", "Listes de choix", "Courriers", "Valeurs légales"];

/// The rooms of a dossier, and what each shows once it is there.
const ROOMS: &[[&str; 2]] = &[
    ["personne", "table tbody tr"],
    ["projet", "table tbody tr"],
    ["budget", "table tbody tr"],
    ["simulation", "table tbody tr"],
    ["pieces", ".drop"],
    ["evaluation", "table tbody tr"],
    ["decisions", ".offers button"],
    ["pret", "table tbody tr"],
    ["documents", ".pages img"],
];

#[test]
fn every_screen_is_sound_in_the_light() {
    let place = Place::new();
    place.cli(&["demo"]);
    let dossiers = one_of_each_stage(&place);
    visit_all(&Window::open(&place), &dossiers);
}

#[test]
fn every_screen_is_sound_in_the_dark() {
    let place = Place::new();
    place.cli(&["demo"]);
    let dossiers = one_of_each_stage(&place);
    let window = Window::open_in_the_dark(&place);
    window.wait_until("document.documentElement.dataset.theme === 'dark'");
    visit_all(&window, &dossiers);
}

/// A dossier of each stage, by the name of the stage.
fn one_of_each_stage(place: &Place) -> BTreeMap<String, i64> {
    let rows: Vec<Value> = serde_json::from_str(&place.cli(&["dossiers", "--json"])).unwrap();
    let stage = |row: &Value| (row["stage"]["key"].as_str().unwrap().to_owned(), row["id"].as_i64().unwrap());
    rows.iter().map(stage).collect()
}

/// The lock, every screen, every section of the settings, every room of a running loan, and what
/// is decided at every stage, with its first form open.
fn visit_all(window: &Window, dossiers: &BTreeMap<String, i64>) {
    window.by_role("heading", "Bonjour");
    assert_sound_at_both_sizes(window, "the locked office");
    window.by_label("Phrase secrète").type_keys(PASSPHRASE);
    window.press(Key::Enter);
    window.by_role("heading", "Vendredi 20 novembre");
    for [address, shown] in SCREENS {
        visit(window, address, shown);
    }
    for section in SECTIONS {
        window.by_role("button", section).click();
        window.wait_until("document.querySelectorAll('.set .sheet').length > 1");
        assert_sound_at_both_sizes(window, section);
    }
    for [room, shown] in ROOMS {
        visit(window, &format!("dossiers/{}/{room}", dossiers["running"]), shown);
    }
    for dossier in dossiers.values() {
        visit(window, &format!("dossiers/{dossier}/decisions"), ".offers button");
        window.find(".offers button:not(:disabled)").click();
        window.find("form.adding");
        assert_sound_at_both_sizes(window, "a decision being noted");
        window.press(Key::Escape);
        window.wait_until("document.querySelector('form.adding') === null");
    }
}

/// Follows a link to an address; what was shown before does not count as what it shows.
fn visit(window: &Window, address: &str, shown: &str) {
    window.run(&format!(
        "for (const old of document.querySelectorAll('main *')) old.dataset.left = '';
         const link = Object.assign(document.createElement('a'), {{ href: '#/{address}' }});
         document.body.append(link);
         link.click();
         link.remove();"
    ));
    window.find(&format!("main :is({shown}):not([data-left])"));
    assert_sound_at_both_sizes(window, address);
}

/// Nothing for axe to say and nothing to scroll sideways for, on an office's laptop and at twice the size.
#[track_caller]
fn assert_sound_at_both_sizes(window: &Window, what: &str) {
    for (width, height) in [(683, 480), (1366, 768)] {
        window.fill(width, height);
        let found = [window.axe(), wider_than_the_window(window)].concat();
        assert_eq!(found, Vec::<String>::new(), "{what}, {width} by {height}");
    }
}
