//! The page of the day in the window: a task done in one key and taken back, one put off with its reason, the agenda.

use crate::adviser::{assert_sound, open_demo};
use crate::window::{Key, Place, Window};

/// The most words and controls of the page, in an ordinary day.
const WORDS: u64 = 300;
const CONTROLS: u64 = 45;

/// The menu of the first line whose first act is « Fait ».
const FIRST: &str =
    "[...document.querySelectorAll('.tasks li:has(.actions a) .menu > button')].find((one) => one.checkVisibility())";

/// Opens the menu of the first line and gives the focus to one of its acts.
fn choose(window: &Window, act: &str) {
    window.run(&format!("{FIRST}.focus()"));
    window.press(Key::Enter);
    window.run(&format!(
        "[...document.querySelectorAll('.menu .acts button')].find((one) => one.textContent === '{act}').focus()"
    ));
    window.press(Key::Enter);
}

#[test]
fn a_task_is_done_in_place_another_waits_and_the_day_is_printed() {
    let place = Place::new();
    let window = open_demo(&place);
    window.by_role("heading", "En retard");
    assert_sound(&window);
    window.resize(1366, 768);
    window.picture("aujourdhui");
    let counted = window.counted("");
    assert!(counted["words"].as_u64().unwrap() <= WORDS, "{counted}");
    assert!(counted["controls"].as_u64().unwrap() <= CONTROLS, "{counted}");

    let first = format!("{FIRST}.getAttribute('aria-label')");
    let before = window.run(&format!("return {first}"));
    choose(&window, "Fait");
    window.wait_for("Tâche faite");
    window.wait_until(&format!("{first} !== {before}"));
    window.press_with(Key::Control, 'z');
    window.wait_for("Annulé");
    // Undone where it was done: the task is back under the eyes.
    window.wait_until(&format!("{first} === {before}"));

    choose(&window, "Plus tard");
    window.by_role("form", "Remettre à plus tard");
    window.wait_until("document.activeElement.name === 'until'");
    window.press(Key::Escape);
    window.wait_until(&format!("document.activeElement === {FIRST}"));
    choose(&window, "Plus tard");
    window.by_role("form", "Remettre à plus tard");
    window.type_keys("demain");
    assert_sound(&window);
    window.press(Key::Enter);
    window.wait_for("Le motif manque");
    window.by_label("Pourquoi").type_keys("en arrêt jusque-là");
    window.press(Key::Enter);
    window.wait_for("Tâche remise au");
    assert_sound(&window);

    window.press_with(Key::Control, 'p');
    window.wait_until("document.querySelector('.pages img')?.alt.startsWith('Agenda, page 1')");
    assert_sound(&window);
    window.by_role("button", "Revenir à la journée").click();
    window.wait_until("document.querySelector('.tasks a') !== null");
    window.close();
}

#[test]
fn a_call_is_made_and_noted_under_its_line() {
    let place = Place::new();
    let window = open_demo(&place);
    window.by_role("heading", "En retard");
    window.resize(1366, 768);
    window.run(
        "window.line = [...document.querySelectorAll('.tasks button')].find((one) => one.textContent === 'Appeler');
         line.focus()",
    );
    window.press(Key::Enter);
    window.by_role("form", "Appeler");
    window.wait_until("document.activeElement.name === 'note'");
    window.wait_for("« Bonjour, c’est le CCAS");
    assert_sound(&window);
    window.picture("aujourdhui-appel");
    window.press(Key::Escape);
    window.wait_until("document.activeElement === line");
    window.press(Key::Enter);
    window.type_keys("Elle apporte le devis vendredi.");
    window.press(Key::Enter);
    window.wait_for("Appel noté, tâche faite");
    window.press_with(Key::Control, 'z');
    window.wait_for("Annulé");
    window.close();
}
