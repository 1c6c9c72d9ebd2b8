//! A session of the commission in the window: announced, prepared, held and closed by the keyboard.

use std::fs;

use serde_json::json;

use crate::adviser::{assert_sound, call};
use crate::screens::{gallery, visit};
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

/// The most words and controls the page may show while a dossier is judged.
const WORDS: u64 = 320;
const CONTROLS: u64 = 35;

/// Five people around a table, four assessed dossiers of the demonstration: the one in discussion, the votes and the
/// decision are in view at once, whatever the theme and the screen.
#[test]
fn the_room_of_a_session_keeps_to_its_budget_of_words() {
    let place = Place::new();
    place.cli(&["demo"]);
    let fields = json!({ "day": "20/11/2026", "at": "14 h", "place": "", "kind": "", "note": "" });
    let made = call(&place, "announce_session", &json!({ "fields": fields }));
    let session = made["session"]["id"].clone();
    for one in made["waiting"].as_array().unwrap().iter().filter(|one| one["matter"] == "request").take(4) {
        let listed =
            json!({ "session": session, "dossier": one["dossier"], "matter": "request", "added_there": false });
        call(&place, "list_in_session", &listed);
    }
    for name in ["Mme Bresson", "M. Belmanour", "Mme Lopez", "M. Miquel", "Mme Ferrand"] {
        let fields = json!({ "name": name, "role": "", "organisation": "", "attendance": "present", "listens": false });
        call(&place, "add_attendee", &json!({ "session": session, "fields": fields }));
    }
    call(&place, "hold_session", &json!({ "session": session }));
    let folder = gallery().join("seance");
    fs::create_dir_all(&folder).unwrap();
    for theme in ["clair", "sombre"] {
        let window = if theme == "clair" { Window::open(&place) } else { Window::open_in_the_dark(&place) };
        window.by_label("Phrase secrète").type_keys(PASSPHRASE);
        window.press(Key::Enter);
        window.by_role("heading", "Vendredi 20 novembre");
        visit(&window, "seances", ".agenda button");
        window.run("document.querySelectorAll('.agenda')[1].querySelector('button').click()");
        window.find(".brief .key-figures");
        for (width, height) in [(1920, 1080), (1366, 768)] {
            window.fill(width, height);
            window.screenshot(&folder.join(format!("{theme}-{width}.png")));
        }
        assert_sound(&window);
        let counted = window.counted("");
        for (what, most) in [("words", WORDS), ("controls", CONTROLS), ("page", 0), ("main", 1)] {
            assert!(counted[what].as_u64().unwrap() <= most, "{what}: {counted}");
        }
        press(&window, "tous favorables");
        window.wait_until("document.querySelectorAll('.votes input:checked').length === 5");
        reserved(&window);
        window.screenshot(&folder.join(format!("{theme}-reserve.png")));
        // What is typed would be found again by the next window.
        choose(&window, "Accord");
        window.wait_until("!document.querySelector('.under')");
        window.close();
    }
}

/// A reserve asks who sees to it, and is refused without.
fn reserved(window: &Window) {
    choose(window, "Accord sous réserve");
    window.by_label("Réserve").type_keys("Attestation d’assurance à recevoir");
    window.press_with(Key::Control, Key::Enter);
    window.wait_for("Pour qui est cette réserve");
    assert_sound(window);
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
    window.wait_for("1. 2026-001");
    press(window, "Inscrire Samira Vauclerc, dossier 2026-002");
    window.wait_for("2. 2026-002");
    window.run("document.querySelectorAll('.agenda li > button')[1].focus()");
    window.press_with(Key::Alt, Key::Up);
    window.wait_for("1. 2026-002");
    assert_sound(window);
    window.picture("seance-preparee");
}

fn held(window: &Window) {
    window.press_with(Key::Control, Key::Enter);
    window.wait_for("0 présent sur 1");
    window.wait_for("Personne n’est noté présent");
    press(window, "présences");
    window.by_label("Présence de Odile Vasseur").choose("Présent");
    window.wait_for("1 présent sur 1");
    press(window, "présences");
    window.run("document.querySelector('.votes input').focus()");
    window.press(Key::Space);
    window.by_role("heading", "Samira Vauclerc");
    window.by_role("heading", "Décision pour 2026-002");
    assert_sound(window);
    window.picture("seance");
    choose(window, "Ajourné");
    window.press_with(Key::Control, Key::Enter);
    window.wait_for("Ajourné");
    window.wait_until("document.querySelector('.agenda [aria-current]')?.textContent.startsWith('2.')");
    choose(window, "Autre solution");
    window.by_label("Vers quoi").choose("Point conseil budget");
    window.press_with(Key::Control, Key::Enter);
    window.wait_for("Autre solution : point conseil budget");
    assert_sound(window);
}

fn choose(window: &Window, label: &str) {
    window.run(&format!(
        "[...document.querySelectorAll('.ways label')].find((one) => one.textContent.includes('{label}'))
           .querySelector('input').focus()"
    ));
    window.type_keys(" ");
}

fn closed(window: &Window) {
    // Each decision has its letter, ready or with what it waits for; the minutes are read and closed.
    window.wait_for("sur 2.");
    window.by_role("heading", "Les lettres");
    window.by_role("heading", "Avant de ranger");
    assert_sound(window);
    window.picture("seance-lettres");
    focus(window, ".left-to-do button");
    window.press(Key::Enter);
    window.by_label("Paragraphe libre").type_keys("Prochaine séance en janvier.");
    press(window, "Clore le compte rendu");
    window.wait_for("Clos le 20 novembre 2026");
    window.wait_for("Décision : ajourné.");
    press(window, "Papiers de la séance");
    window.wait_for("vérifié à nouveau après chaque retrait");
    assert_sound(window);
    window.picture("seance-close");
}

fn seen_from_the_day(window: &Window) {
    press(window, "Toutes les séances");
    window.wait_for("Tenues");
    assert_sound(window);
    window.picture("seances");
}
