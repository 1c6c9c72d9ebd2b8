//! Copies in the real window: one by itself at the opening, one looked at, one put back and taken back; a new
//! computer that has only a copy and the code.

use crate::adviser::assert_sound;
use crate::window::{Key, PASSPHRASE, Place, Window};

/// Records a request from the command line.
fn record(place: &Place, first_name: &str, last_name: &str) {
    let request = format!(
        r#"{{"last_name":"{last_name}","first_name":"{first_name}","origin":"referrer","phone":"","email":"",
        "project":"Voiture","purpose":"","amount":"2 000","received_on":"","next_date":""}}"#
    );
    place.cli(&["call", "record_request", &request]);
}

fn unlock(window: &Window) {
    window.by_label("Phrase secrète").type_keys(PASSPHRASE);
    window.press(Key::Enter);
    window.by_role("link", "Sécurité et copies");
}

/// Opens the line of the copy that is the last of the list.
fn open_the_oldest(window: &Window) {
    window.by_role("link", "Sécurité et copies").click();
    window.wait_until("document.querySelectorAll('[data-copy] button').length >= 2");
    window.run("[...document.querySelectorAll('[data-copy] button')].pop().click()");
    window.wait_for("1 dossier créé depuis");
}

#[test]
fn a_copy_is_looked_at_put_back_and_taken_back() {
    let place = Place::new();
    place.create_office();
    record(&place, "Sonia", "Delmas");
    place.cli(&["call", "copy_here", "{}"]);
    record(&place, "Karim", "Haddad");
    let window = Window::open(&place);
    unlock(&window);
    window.by_role("link", "Sécurité et copies").click();
    window.by_role("button", "Copier maintenant").click();
    window.wait_for("Copie faite et vérifiée en la rouvrant");
    assert_sound(&window);
    open_the_oldest(&window);
    assert_sound(&window);
    window.by_role("button", "Regarder sans remplacer").click();
    window.wait_for("sans rien remplacer");
    assert_sound(&window);
    window.by_role("button", "Revenir aux dossiers d’aujourd’hui").click();
    window.wait_until("!document.body.textContent.includes('sans rien remplacer')");
    open_the_oldest(&window);
    window.by_role("button", "Restaurer…").click();
    window.wait_until("document.activeElement.name === 'passphrase'");
    assert_sound(&window);
    window.by_label("Phrase secrète").type_keys(PASSPHRASE);
    window.by_role("button", "Remplacer par cette copie").click();
    window.wait_for("Ces dossiers sont ceux d’une copie");
    window.by_role("link", "Sécurité et copies").click();
    window.by_role("button", "Annuler la restauration").click();
    window.wait_for("Tapez votre phrase secrète");
    window.wait_for("Dernière copie");
    unlock(&window);
    window.by_role("link", "Dossiers 2 dossiers").click();
    window.wait_for("Haddad");
}

#[test]
fn the_screen_that_reopens_a_copy_is_reached_from_the_first_run_and_the_lock() {
    let place = Place::new();
    let window = Window::open(&place);
    window.by_role("button", "J’ai une copie\u{202f}: la rouvrir").click();
    window.by_role("heading", "Rouvrir une copie");
    assert_sound(&window);
    window.by_role("button", "Revenir").click();
    window.by_role("button", "Commencer pour de vrai");
    drop(window);

    let place = Place::new();
    let code = place.create_office();
    record(&place, "Sonia", "Delmas");
    let window = Window::open(&place);
    unlock(&window);
    // The copy of the opening is verified beside the desk; the lock screen tells it.
    window.press_with(Key::Control, 'l');
    window.wait_for("Dernière copie");
    window.by_role("button", "Ordinateur neuf ou fichier abîmé : rouvrir une copie").click();
    window.wait_for("Relue, entière");
    assert_sound(&window);
    window.by_role("button", "Avec le code de secours").click();
    window.by_label("Code de secours").type_keys(&code);
    window.press(Key::Enter);
    window.wait_for("Ces dossiers sont ceux d’une copie");
    window.by_role("link", "Dossiers 1 dossier").click();
    window.wait_for("Delmas");
}
