//! The budget typed as in a grid: ten lines without the mouse, what is not understood, a rare line by its name, what the
//! page holds of words and controls.

use std::fs;

use crate::adviser::{assert_sound, create_office, enter, record_request};
use crate::screens::{gallery, one_of_each_stage, visit};
use crate::window::{Key, PASSPHRASE, Place, Window};

/// What is typed down the grid, an empty line passed by Entrée alone.
const DOWN: &[&str] = &["940,20", "251", "", "288,40", "", "455", "", "186 / 2 mois", "", "", "", "29,99", "168 / an"];

/// The most keys ten lines of a plain budget may ask for.
const MOST_KEYS: u64 = 100;

#[test]
fn ten_lines_of_a_plain_budget_are_typed_without_the_mouse() {
    let place = Place::new();
    let window = Window::open(&place);
    create_office(&window);
    record_request(&window, "");
    enter(&window, "budget");
    window.wait_until("document.activeElement.name === 'amount'");
    window.wait_for("Tapez un salaire ou une allocation.");
    assert_sound(&window);
    window.run("window.keys = 0; addEventListener('keydown', () => { window.keys += 1 }, true)");
    for typed in DOWN {
        type_amount(&window, typed);
    }
    // Down to the canteen and the debt, past what this household does not pay.
    for typed in ["", "", "31", "43x"] {
        type_amount(&window, typed);
    }
    window.wait_for("Ce montant n’a pas été compris.");
    assert_eq!(window.run("return document.activeElement.value"), "43x");
    assert_sound(&window);
    window.picture("budget-pas-compris");
    window.press(Key::Backspace);
    window.type_keys("*10/12");
    window.wait_for("= 35,83");
    window.picture("budget-calcul");
    window.press(Key::Enter);
    wait_open(&window, "Frais bancaires");
    window.press_with(Key::Alt, 'n');
    window.type_keys("crédit renouv");
    window.press(Key::Enter);
    wait_open(&window, "Crédit renouvelable");
    window.type_keys("42");
    window.press(Key::Enter);
    window.wait_until(
        "document.activeElement.matches('button.line') && document.activeElement.textContent === 'Crédit renouvelable'",
    );
    let keys = window.run("return window.keys").as_u64().unwrap();
    println!("ten lines of a budget: {keys} keys");
    window.wait_for("35,83");
    assert!(keys <= MOST_KEYS, "{keys} keys");
    assert_sound(&window);
    window.picture("budget-grille");
    window.close();
}

/// Types an amount in the cell that is open and waits for the next line, unless it is refused.
fn type_amount(window: &Window, typed: &str) {
    let here = "(document.querySelector('tr.edit th')?.textContent ?? '')";
    let before = window.run(&format!("return {here}"));
    window.type_keys(typed);
    window.press(Key::Enter);
    window.wait_until(&format!(
        "({here} !== {before} && document.activeElement.name === 'amount') || document.querySelector('[role=alert] .refusal')"
    ));
}

fn wait_open(window: &Window, line: &str) {
    window.wait_until(&format!(
        "document.querySelector('tr.edit th')?.textContent.startsWith('{line}') && document.activeElement.name === 'amount'"
    ));
}

/// The budget of the demonstration keeps to its words and controls; its cells are not counted.
#[test]
fn the_page_of_the_budget_keeps_to_its_budget_of_words() {
    const WORDS: u64 = 400;
    const CONTROLS: u64 = 25;
    let place = Place::new();
    place.cli(&["demo"]);
    let dossier = one_of_each_stage(&place)["assessment"];
    let folder = gallery().join("budget");
    fs::create_dir_all(&folder).unwrap();
    for theme in ["clair", "sombre"] {
        let window = if theme == "clair" { Window::open(&place) } else { Window::open_in_the_dark(&place) };
        window.by_label("Phrase secrète").type_keys(PASSPHRASE);
        window.press(Key::Enter);
        window.by_role("heading", "Vendredi 20 novembre");
        visit(&window, &format!("dossiers/{dossier}/budget"), "tr.add");
        window.fill(1366, 768);
        window.screenshot(&folder.join(format!("{theme}-1366.png")));
        let counted = window.counted(", table.ledger");
        println!("budget: {counted}");
        assert!(counted["words"].as_u64().unwrap() <= WORDS, "{counted}");
        assert!(counted["controls"].as_u64().unwrap() <= CONTROLS, "{counted}");
        assert_eq!((counted["page"].as_u64(), counted["main"].as_u64()), (Some(0), Some(1)), "{counted}");
        assert_sound(&window);
        window.close();
    }
}
