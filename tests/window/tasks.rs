//! The page of the day in the window: a task done in one key and taken back, one put off with its reason, the agenda.

use crate::adviser::{assert_sound, open_demo};
use crate::window::{Key, Place};

/// The first task of the list, as the name of its « Fait » says it.
const FIRST: &str = "[...document.querySelectorAll('.tasks button')].find((one) => one.textContent === 'Fait')";

#[test]
fn a_task_is_done_in_one_key_another_waits_and_the_day_is_printed() {
    let place = Place::new();
    let window = open_demo(&place);
    window.by_role("heading", "Repères");
    assert_sound(&window);
    window.picture("aujourdhui");

    let first = format!("{FIRST}.getAttribute('aria-label')");
    let before = window.run(&format!("return {first}"));
    window.run(&format!("{FIRST}.focus()"));
    window.press(Key::Enter);
    window.wait_for("Tâche faite");
    window.wait_until(&format!("{first} !== {before}"));
    window.press_with(Key::Control, 'z');
    window.wait_for("Annulé");
    // Undone where it was done: the task is back under the eyes.
    window.wait_until(&format!("{first} === {before}"));

    window
        .run("[...document.querySelectorAll('.tasks button')].find((one) => one.textContent === 'Plus tard').focus()");
    window.press(Key::Enter);
    window.by_role("form", "Remettre à plus tard");
    window.wait_until("document.activeElement.name === 'until'");
    window.press(Key::Escape);
    window.wait_until("document.activeElement.textContent === 'Plus tard'");
    window.press(Key::Enter);
    window.by_role("form", "Remettre à plus tard");
    window.type_keys("demain");
    assert_sound(&window);
    window.press(Key::Enter);
    window.wait_for("Le motif manque");
    window.by_label("Pourquoi").type_keys("en arrêt jusque-là");
    window.press(Key::Enter);
    window.wait_for("Tâche remise au");
    window.wait_for("remis");
    assert_sound(&window);

    window.press_with(Key::Control, 'p');
    window.wait_until("document.querySelector('.pages img')?.alt.startsWith('Agenda, page 1')");
    assert_sound(&window);
    window.by_role("button", "Revenir à la journée").click();
    window.wait_for("dossiers en retard");
    window.close();
}

#[test]
fn a_call_to_make_leads_to_the_words_of_the_call() {
    let place = Place::new();
    let window = open_demo(&place);
    window.by_role("heading", "Repères");
    window.run("[...document.querySelectorAll('.tasks a')].find((one) => one.textContent === 'Noter l’appel').focus()");
    window.press(Key::Enter);
    window.by_role("form", "Noter un échange");
    window.wait_until("document.activeElement.name === 'note'");
    window.wait_until("document.querySelector('select[name=kind]').value === 'follow_up_call'");
    window.type_keys("Rappelée : elle apporte le devis vendredi.");
    window.press_with(Key::Control, Key::Enter);
    window.wait_for("Rappelée : elle apporte le devis vendredi.");
    window.close();
}
