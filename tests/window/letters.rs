//! The texts of letters in the real window: what is wrong told while typing, a field at the caret, a trial, the way back.

use crate::adviser::{assert_sound, open_demo};
use crate::window::{Key, Window};

const LETTER: &str = "Lettre après le versement";

#[test]
fn a_letter_is_written_tried_put_in_use_and_given_back() {
    let place = crate::window::Place::new();
    let window = open_demo(&place);
    window.by_role("link", "Réglages").click();
    window.by_role("button", "Courriers et charte").click();
    window.wait_for("Accusé de réception de la demande");
    assert_sound(&window);
    chosen(&window).click();
    window.wait_for("Gardez cette lettre");
    window.by_role("button", "Modifier le texte").click();
    window.wait_for("Rien à corriger dans ce texte.");
    window.picture("courrier-texte");
    assert_sound(&window);
    mend_a_wrong_field(&window);
    insert_a_field(&window);
    try_it(&window);
    put_in_use_and_give_back(&window);
    window.close();
}

/// The letter in the list: its name goes on with whom it is for.
fn chosen(window: &Window) -> crate::element::Element<'_> {
    window.run(&format!(
        "[...document.querySelectorAll('.picker button')].find((one) => one.textContent.startsWith('{LETTER}')).id = 'chosen'"
    ));
    window.find("#chosen")
}

fn mend_a_wrong_field(window: &Window) {
    let body = window.by_label("Texte");
    body.clear();
    body.type_keys("Bonjour {persone}, ");
    window.wait_for("« persone » n’existe pas.");
    window.wait_for("1 erreur à corriger avant la mise en service");
    window.picture("courrier-erreur");
    assert_sound(window);
    window.by_role("button", "Mettre « personne »").click();
    window.wait_for("Rien à corriger dans ce texte.");
    assert!(window.by_label("Texte").value().starts_with("Bonjour {personne}, "));
}

fn insert_a_field(window: &Window) {
    window.wait_until("document.activeElement.name === 'body'");
    window.press(Key::End);
    window.run("[...document.querySelectorAll('.insert details')].forEach((one) => { one.open = true; })");
    window.by_role("button", "téléphone du référent").click();
    assert_eq!(window.by_label("Texte").value(), "Bonjour {personne}, {téléphone du référent}");
    window.wait_until("document.activeElement.name === 'body'");
    assert_sound(window);
}

fn try_it(window: &Window) {
    window.by_label("Dossier").type_keys("Delmas");
    window.wait_until("document.querySelector('.letter-trial .inline button') !== null");
    window.find(".letter-trial .inline button").click();
    window.wait_for("Bonjour Mme Sonia Delmas,");
    window.picture("courrier-essai");
    assert_sound(window);
}

fn put_in_use_and_give_back(window: &Window) {
    window.by_label("Source exigé").type_keys("Usage de l’office");
    window.by_role("button", "Mettre en service").click();
    window.wait_for("texte du CCAS, depuis le");
    assert_sound(window);
    window.by_role("button", "Reprendre le texte livré").click();
    window.wait_for("Gardez cette lettre");
    window.wait_gone("texte du CCAS, depuis le");
    assert_sound(window);
    window.picture("courrier-livre");
}
