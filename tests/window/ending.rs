//! The end of a loan in the window, from the list of refunds to the payment; and its story, corrected by the keyboard.

use crate::adviser::{assert_sound, enter, open_demo};
use crate::window::{Key, Place, Window};

#[test]
fn interest_is_refunded_from_the_list_to_the_payment_and_the_story_tells_it() {
    let place = Place::new();
    let window = open_demo(&place);
    window.resize(1366, 768);
    window.by_role("link", "Remboursements").click();
    window.by_role("heading", "Intérêts à rembourser");
    assert_sound(&window);
    window.picture("remboursements");
    window.run("document.querySelector('tbody a').click()");
    window.by_role("heading", "Du dernier paiement à la clôture");
    window.wait_for("4. Fin");
    assert_sound(&window);
    window.picture("fin");
    window.by_label("IBAN").type_keys("FR76 3000 6000 0112 3456 7890 198");
    window.by_label("Titulaire").clear();
    window.by_label("Titulaire").type_keys("le compte de la personne");
    window.press(Key::Enter);
    window.wait_for("La clé de cet IBAN ne correspond pas");
    window.by_label("IBAN").clear();
    window.by_label("IBAN").type_keys("FR7630006000011234567890189");
    window.press(Key::Enter);
    window.wait_for("Le titulaire n’est pas");
    window.by_role("button", "Intérêts rendus").click();
    window.by_label("Motif, pour le CCAS").type_keys("décidé en commission");
    window.by_role("button", "Accorder").click();
    window.wait_for("à payer");
    assert_sound(&window);
    window.by_role("button", "Noter le paiement").click();
    window.wait_for("payés le 20 novembre 2026");
    assert_sound(&window);
    the_story(&window);
    window.close();
}

/// The last line is corrected by its key, with a reason.
fn the_story(window: &Window) {
    enter(window, "journal");
    window.by_role("heading", "Noter un échange");
    window.wait_for("Remboursement d’intérêts décidé");
    assert_sound(window);
    window.picture("journal");
    window.run(
        "[...document.querySelectorAll('.story-line[tabindex]')]
           .find((line) => line.textContent.includes('décidé')).focus()",
    );
    window.press(Key::F2);
    window.by_role("form", "Corriger un fait");
    window.by_label("Ce qui est noté").clear();
    window.by_label("Ce qui est noté").type_keys("décidé par la commission du 12");
    window.press(Key::Enter);
    window.wait_for("Le motif manque");
    window.by_label("Motif de la correction").type_keys("la séance manquait");
    window.press(Key::Enter);
    window.wait_for("Corrigés depuis");
    window.wait_for("la séance manquait");
    assert_sound(window);
}
