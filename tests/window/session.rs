//! A session of the commission in the window: announced, prepared, held and closed by the keyboard.

use serde_json::json;

use crate::adviser::{assert_sound, call};
use crate::window::{Key, PASSPHRASE, Place, Window};

/// Two people met, in an office whose commission meets.
fn prepared(place: &Place) {
    place.create_office();
    let version = json!({ "corrects": "", "from": "01/01/2026", "source": "Délibération", "reason": "" });
    let fields = json!({ "committee": true, "guarantee": true, "refunds": true, "debts": true });
    call(place, "set_office_uses", &json!({ "version": version, "fields": fields }));
    for (last_name, first_name, project, amount) in [
        ("Delmas", "Sonia", "voiture d’occasion pour le travail", "2 400"),
        ("Vauclerc", "Samira", "permis de conduire", "1 300"),
    ] {
        let request = json!({ "last_name": last_name, "first_name": first_name, "origin": "referrer", "phone": "",
            "email": "", "project": project, "purpose": "", "amount": amount, "received_on": "", "next_date": "" });
        let dossier = call(place, "record_request", &request)["id"].clone();
        let met = json!({ "kind": "first_interview", "note": "Situation et projet." });
        call(place, "note_interview", &json!({ "dossier": dossier, "form": met, "next": {} }));
    }
}

#[test]
fn a_session_is_prepared_held_and_closed_by_the_keyboard() {
    let place = Place::new();
    prepared(&place);
    let window = Window::open(&place);
    window.by_label("Phrase secrète").type_keys(PASSPHRASE);
    window.press(Key::Enter);
    window.by_role("heading", "Vendredi 20 novembre");
    window.resize(1366, 768);
    focus(&window, "a[href='#/seances']");
    window.press(Key::Enter);
    window.wait_for("2 dossiers attendent une séance");
    assert_sound(&window);
    announced(&window);
    agenda(&window);
    held(&window);
    closed(&window);
    seen_from_the_day(&window);
    window.close();
}

fn focus(window: &Window, css: &str) {
    window.find(css);
    window.run(&format!("document.querySelector(\"{css}\").focus()"));
}

/// Presses a button by its name, with the keyboard.
fn press(window: &Window, name: &str) {
    window.by_role("button", name);
    window.run(&format!(
        "[...document.querySelectorAll('button')].find((one) =>
           (one.getAttribute('aria-label') ?? one.textContent).startsWith('{name}')).focus()"
    ));
    window.press(Key::Enter);
}

fn announced(window: &Window) {
    press(window, "Annoncer une séance");
    window.by_label("Jour").type_keys("20/11/2026");
    window.press(Key::Tab);
    window.type_keys("14h");
    window.press(Key::Tab);
    window.type_keys("salle des mariages");
    assert_sound(window);
    window.press(Key::Enter);
    window.by_role("heading", "Commission du vendredi 20 novembre 2026");
    window.wait_for("Aucun dossier à l’ordre du jour.");
    press(window, "Convoquer quelqu’un");
    window.by_label("Nom").type_keys("Odile Vasseur");
    window.press(Key::Tab);
    window.type_keys("élue, présidente");
    window.press(Key::Enter);
    window.wait_for("élue, présidente");
    press(window, "Fermer");
}

fn agenda(window: &Window) {
    press(window, "Inscrire Sonia Delmas, dossier 2026-001");
    window.wait_for("1. Sonia Delmas");
    press(window, "Inscrire Samira Vauclerc, dossier 2026-002");
    window.wait_for("2. Samira Vauclerc");
    window.run("document.querySelectorAll('.agenda li > button')[1].focus()");
    window.press_with(Key::Alt, Key::Up);
    window.wait_for("1. Samira Vauclerc");
    assert_sound(window);
    window.picture("seance-preparee");
}

fn held(window: &Window) {
    window.press_with(Key::Control, Key::Enter);
    window.wait_for("0 présent sur 1");
    window.by_label("Présence de Odile Vasseur").choose("Présent");
    window.wait_for("1 présent sur 1");
    window.by_label("Odile Vasseur").choose("favorable");
    assert_sound(window);
    window.picture("seance");
    choose(window, "Ajourner");
    window.press_with(Key::Control, Key::Enter);
    window.wait_for("Ajourné");
    window.wait_until("document.querySelector('.agenda [aria-current]')?.textContent.startsWith('2.')");
    choose(window, "Réorienter");
    window.by_label("Vers quoi").choose("Point conseil budget");
    window.by_label("Motif, pour le CCAS").type_keys("Le budget d’abord.");
    window.press_with(Key::Control, Key::Enter);
    window.wait_for("Réorienter : point conseil budget");
    assert_sound(window);
}

fn choose(window: &Window, label: &str) {
    window.run(&format!(
        "[...document.querySelectorAll('.outline label')].find((one) => one.textContent.includes('{label}'))
           .querySelector('input').focus()"
    ));
    window.type_keys(" ");
}

fn closed(window: &Window) {
    window.by_label("Paragraphe libre (facultatif)").type_keys("Prochaine séance en janvier.");
    press(window, "Clore le compte rendu");
    window.wait_for("Clos le 20 novembre 2026");
    window.wait_for("Décision : ajourné.");
    press(window, "Papiers de la séance");
    window.wait_for("Les dossiers sont nommés par leur référence");
    assert_sound(window);
    window.picture("seance-close");
}

fn seen_from_the_day(window: &Window) {
    press(window, "Toutes les séances");
    window.wait_for("Tenues");
    assert_sound(window);
    window.picture("seances");
}
