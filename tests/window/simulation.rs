//! The same project in every bank: kept by the keys, what the page holds of words and controls, beside what was drawn.

use std::fs;

use crate::adviser::assert_sound;
use crate::screens::{gallery, one_of_each_stage, visit};
use crate::window::{Key, PASSPHRASE, Place, Window};

/// The most words and controls the page may show of an ordinary dossier.
const WORDS: u64 = 340;
const CONTROLS: u64 = 26;

#[test]
fn the_page_of_the_simulation_keeps_to_its_budget_of_words() {
    let place = Place::new();
    place.cli(&["demo"]);
    let dossier = one_of_each_stage(&place)["assessment"];
    let folder = gallery().join("simulation");
    fs::create_dir_all(&folder).unwrap();
    for theme in ["clair", "sombre"] {
        let window = if theme == "clair" { Window::open(&place) } else { Window::open_in_the_dark(&place) };
        window.by_label("Phrase secrète").type_keys(PASSPHRASE);
        window.press(Key::Enter);
        window.by_role("heading", "Vendredi 20 novembre");
        visit(&window, &format!("dossiers/{dossier}/simulation"), ".banks tbody tr");
        for (width, height) in [(1920, 1080), (1366, 768)] {
            window.fill(width, height);
            window.screenshot(&folder.join(format!("{theme}-{width}.png")));
        }
        assert_sound(&window);
        let counted = window.counted("");
        for (what, most) in [("words", WORDS), ("controls", CONTROLS), ("page", 0), ("main", 1)] {
            assert!(counted[what].as_u64().unwrap() <= most, "{what}: {counted}");
        }
        if theme == "clair" {
            keep_another(&window);
        }
        window.close();
    }
}

/// The first bank that is not kept is, from the keyboard alone; Ctrl Z gives the one before back.
fn keep_another(window: &Window) {
    let kept =
        "document.querySelector('.banks tr:has(.state.ok):has(td:last-child .state) th')?.firstChild.textContent";
    let before = window.run(&format!("return {kept} ?? ''"));
    let name = window.run(
        "const button = document.querySelector('.banks td:last-child button:not(.quiet)');
         button.focus();
         return button.closest('tr').querySelector('th').firstChild.textContent;",
    );
    window.press(Key::Enter);
    window.wait_until(&format!("{kept} === {name}"));
    assert_sound(window);
    window.press_with(Key::Control, 'z');
    window.wait_until(&format!("({kept} ?? '') === {before}"));
}
