//! The two ways in, in the real window: the code opens and asks for another
//! passphrase, the forms of « Sécurité et copies », names hidden at a keystroke.

use crate::adviser::{assert_sound, enter, record_request, unlock};
use crate::window::{Key, PASSPHRASE, Place, Window};

const OTHER: &str = "cerise moulin ardoise violon papier";

fn type_twice(window: &Window, passphrase: &str) {
    window.by_label("Nouvelle phrase secrète").type_keys(passphrase);
    window.by_label("La même, une seconde fois").type_keys(passphrase);
    window.wait_for("Très solide");
}

/// Copies back the two groups asked of the code on the screen, and gives the code.
fn copy_back(window: &Window) -> String {
    window.find("ol.code li");
    let code = window.run("return [...document.querySelectorAll('ol.code li')].map((group) => group.textContent)");
    let code: Vec<String> = serde_json::from_value(code).unwrap();
    let asked = window.outline();
    for (number, group) in (1..).zip(&code) {
        let label = format!("Groupe {number}");
        if asked.contains(&format!("textbox \"{label}\"")) {
            window.by_label(&label).type_keys(group);
        }
    }
    window.wait_until("document.querySelectorAll('.state.ok svg').length >= 2");
    code.join("-")
}

#[test]
fn whoever_opens_with_the_code_chooses_a_passphrase_then_another_code() {
    let place = Place::new();
    let code = place.create_office();
    let window = Window::open(&place);
    window.by_role("button", "Phrase oubliée : utiliser le code de secours").click();
    window.by_label("Code de secours").type_keys(&code);
    window.press(Key::Enter);
    window.by_role("heading", "Choisissez une nouvelle phrase");
    assert_sound(&window);
    type_twice(&window, OTHER);
    window.press(Key::Enter);
    window.wait_for("faites un nouveau code");
    window.by_role("button", "J’ai lu").click();
    window.by_role("link", "Sécurité et copies").click();
    window.wait_for("essayé aujourd’hui");
    assert_sound(&window);

    window.by_role("button", "Nouveau code").click();
    window.by_label("Phrase secrète actuelle").type_keys(OTHER);
    let new = copy_back(&window);
    assert_sound(&window);
    window.by_role("button", "Remplacer le code").click();
    window.wait_for("Le nouveau code est en place");
    assert!(window.focused().contains("Nouveau code"), "{}", window.focused());

    window.by_role("button", "Essayer").click();
    window.by_label("Code de secours").type_keys(&code);
    window.press(Key::Enter);
    window.wait_for("il n’ouvre pas ces dossiers");
    assert_sound(&window);
    window.by_label("Code de secours").clear();
    window.by_label("Code de secours").type_keys(&new.to_lowercase());
    // The wait after a wrong code.
    window.wait_until("(window.since ??= Date.now()) + 1500 < Date.now()");
    window.press(Key::Enter);
    window.wait_for("Ce code ouvre les dossiers");
    window.close();
}

#[test]
fn a_key_that_is_known_to_someone_is_renewed() {
    let place = Place::new();
    place.create_office();
    let window = Window::open(&place);
    unlock(&window);
    record_request(&window, "");
    window.by_role("link", "Sécurité et copies").click();
    window.by_role("button", "Quelqu’un la connaît…").click();
    window.by_label("Phrase secrète actuelle").type_keys(PASSPHRASE);
    type_twice(&window, OTHER);
    copy_back(&window);
    assert_sound(&window);
    window.by_role("button", "Renouveler la clé").click();
    window.wait_for("La clé est renouvelée");
    window.by_role("button", "Les détruire…").click();
    window.wait_until("document.activeElement.textContent === 'Garder'");
    assert_sound(&window);
    window.by_role("button", "Copier maintenant").click();
    window.wait_until("document.querySelector('.facts-grid .told .notice.ok') !== null");
    window.run("[...document.querySelectorAll('button')].find((one) => /^Détruire/.test(one.textContent)).click()");
    window.wait_gone("anciens secrets.");
    window.wait_until("document.activeElement.tagName === 'H1'");
    window.press_with(Key::Control, 'l');
    window.by_label("Phrase secrète").type_keys(OTHER);
    window.press(Key::Enter);
    window.wait_for("Nouvelle demande");
    window.by_role("link", "Dossiers 1 dossier").click();
    window.wait_for("Sonia Delmas");
    window.close();
}

#[test]
fn names_are_hidden_at_a_keystroke_wherever_they_are_listed() {
    let place = Place::new();
    place.create_office();
    let window = Window::open(&place);
    unlock(&window);
    record_request(&window, "");
    window.press(Key::F9);
    window.by_role("heading", "S. D.");
    assert_sound(&window);
    let shown = "document.documentElement.outerHTML + document.title";
    assert_eq!(window.run(&format!("return ({shown}).includes('Delmas')")), false);
    enter(&window, "personne");
    window.wait_until("document.querySelector('[name=last_name]')?.type === 'password'");
    window.by_role("link", "Dossiers 1 dossier").click();
    window.by_role("link", "S. D.");
    assert_eq!(window.run(&format!("return ({shown}).includes('Delmas')")), false);
    window.press(Key::F9);
    window.wait_for("Sonia Delmas");
    window.close();
}

#[test]
fn what_was_copied_out_of_the_window_goes_when_it_locks() {
    let place = Place::new();
    place.create_office();
    let window = Window::open(&place);
    unlock(&window);
    window.press_with(Key::Control, 'n');
    let name = window.by_label("Nom exigé");
    name.type_keys("Delmas");
    window.press_with(Key::Control, 'a');
    window.press_with(Key::Control, 'c');
    window.press(Key::Tab);
    window.press_with(Key::Control, 'v');
    assert_eq!(window.by_label("Prénom").value(), "Delmas", "until then it is there");
    // The shell hears of the copy a moment later.
    window.wait_until("(window.since ??= Date.now()) + 1000 < Date.now()");
    window.press_with(Key::Control, 'l');
    window.by_role("heading", "Bonjour");
    window.run("window.since = Date.now()");
    window.wait_until("window.since + 1000 < Date.now()");
    window.press_with(Key::Control, 'v');
    assert_eq!(window.by_label("Phrase secrète").value(), "");
    assert_eq!(window.run("return document.documentElement.outerHTML.includes('Delmas')"), false);
    window.close();
}
