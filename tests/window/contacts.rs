//! Appointments told from Aujourd’hui, and an exchange noted by the keyboard from any room of a dossier.

use serde_json::json;

use crate::adviser::{assert_sound, enter};
use crate::window::{Key, PASSPHRASE, Place, TODAY, Window};

/// Opens a dossier without the window, with an appointment on the day.
fn met_today(place: &Place, first_name: &str, last_name: &str) {
    let request = json!({
        "last_name": last_name, "first_name": first_name, "origin": "referrer", "phone": "06 39 98 41 07", "email": "",
        "project": "réparer la voiture", "purpose": "", "amount": "2 000", "received_on": "", "next_date": "",
    });
    let made: serde_json::Value =
        serde_json::from_str(&place.cli(&["call", "record_request", &request.to_string()])).expect("a dossier");
    let agreed = json!({
        "dossier": made["id"], "on": TODAY, "at": "14 h 30", "kind": "", "place": "bureau 2", "note": "",
    });
    place.cli(&["call", "set_appointment", &agreed.to_string()]);
}

#[test]
fn appointments_are_told_from_the_day_and_an_exchange_is_noted_by_the_keyboard() {
    let place = Place::new();
    place.create_office();
    met_today(&place, "Yannick", "Peltrault");
    met_today(&place, "Samira", "Vauclerc");
    met_today(&place, "Denise", "Orbec");
    let window = Window::open(&place);
    window.by_label("Phrase secrète").type_keys(PASSPHRASE);
    window.press(Key::Enter);
    window.resize(1366, 768);
    window.wait_for("3 aujourd’hui");
    window.wait_for("un autre rendez-vous à cette heure");
    assert_sound(&window);

    window.by_role("button", "Noter l’entretien : Yannick Peltrault").click();
    window.wait_until("document.activeElement.name === 'minutes'");
    window.type_keys("30 h");
    window.press(Key::Enter);
    window.wait_until("document.querySelector('[name=minutes]').getAttribute('aria-invalid') === 'true'");
    assert_sound(&window);
    window.picture("rendez-vous");
    window.by_label("Combien de temps").clear();
    window.type_keys("50");
    window.press(Key::Enter);
    window.wait_gone("Noter l’entretien : Yannick Peltrault");

    act(&window, "Samira Vauclerc", "Non honoré");
    window.wait_gone("un autre rendez-vous à cette heure");
    // Undone where it was done: the line is back under the eyes.
    window.press_with(Key::Control, 'z');
    window.wait_for("un autre rendez-vous à cette heure");
    window.press_with(Key::Control, 'y');
    window.wait_gone("un autre rendez-vous à cette heure");

    act(&window, "Denise Orbec", "Reporter");
    window.by_label("Nouveau jour").type_keys("dans 2 jours");
    window.press(Key::Enter);
    window.wait_gone("Noter l’entretien");
    assert_sound(&window);
    window.picture("rendez-vous-apres");

    an_exchange(&window);
    window.close();
}

#[test]
fn an_appointment_nobody_told_of_waits_at_the_head_of_the_day() {
    let place = Place::new();
    place.create_office();
    let request = json!({
        "last_name": "Orbec", "first_name": "Denise", "origin": "referrer", "phone": "", "email": "",
        "project": "lunettes", "purpose": "", "amount": "", "received_on": "", "next_date": "",
    });
    let on = "2026-11-10";
    let made: serde_json::Value =
        serde_json::from_str(&place.cli_on(on, &["call", "record_request", &request.to_string()])).expect("a dossier");
    let agreed =
        json!({ "dossier": made["id"], "on": "2026-11-13", "at": "9 h", "kind": "", "place": "mairie", "note": "" });
    place.cli_on(on, &["call", "set_appointment", &agreed.to_string()]);
    let window = Window::open(&place);
    window.by_label("Phrase secrète").type_keys(PASSPHRASE);
    window.press(Key::Enter);
    window.resize(1366, 768);
    window.wait_for("13 nov., 9 h");
    window.by_role("button", "Noter l’entretien : Denise Orbec");
    assert_sound(&window);
    window.picture("rendez-vous-passe");
    act(&window, "Denise Orbec", "Non honoré");
    window.wait_gone("13 nov., 9 h");
    window.wait_gone("Noter l’entretien");
    window.close();
}

/// One of the acts in the menu of someone's line.
fn act(window: &Window, name: &str, act: &str) {
    window.by_role("button", &format!("Autres gestes : {name}")).click();
    window.by_role("button", &format!("{act} : {name}")).click();
}

/// From the room of the project: one key, the form, one key; then its line in the story.
fn an_exchange(window: &Window) {
    window.run("document.querySelector('.tasks .what a').click()");
    window.by_role("navigation", "Onglets du dossier");
    enter(window, "projet");
    window.by_role("heading", "Le projet");
    assert_sound(window);
    window.press_with(Key::Control, 'e');
    window.wait_until("document.activeElement.closest('form[data-contact]') !== null");
    window.by_label("note").click();
    window.find("form[data-contact] [name=note]").type_keys("rappeler la sœur");
    assert_sound(window);
    window.press_with(Key::Control, Key::Enter);
    window.wait_until("document.querySelector('dialog') === null");
    enter(window, "journal");
    window.wait_for("Jamais imprimée");
    assert_sound(window);
    window.picture("echange");
    window.press(Key::F9);
    window.wait_gone("rappeler la sœur");
}
