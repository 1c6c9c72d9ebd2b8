//! What the office guarantees itself, in the window: its envelope set by a resolution, what is committed behind it.

use crate::adviser::assert_sound;
use crate::window::{Key, PASSPHRASE, Place, Window};

#[test]
fn the_envelope_of_the_guarantee_is_set_and_read_with_its_loans() {
    let place = Place::new();
    place.cli(&["demo"]);
    let window = Window::open(&place);
    window.by_label("Phrase secrète").type_keys(PASSPHRASE);
    window.press(Key::Enter);
    window.wait_until("document.querySelector('.tasks a') !== null");
    window.by_role("link", "Réglages").click();
    window.by_role("button", "Produits").click();
    window.by_role("heading", "Enveloppe de garantie");
    assert_sound(&window);
    window.by_role("button", "Fixer l’enveloppe").click();
    window.by_label("Montant de l’enveloppe").type_keys("beaucoup");
    window.by_label("À partir du").type_keys("1/1/2026");
    window.by_label("Délibération").type_keys("Délibération du 12 décembre 2025");
    window.press(Key::Enter);
    window.wait_until("document.querySelector('.field.bad input')?.name === 'amount'");
    assert_sound(&window);
    window.by_label("Montant de l’enveloppe").clear();
    window.by_label("Montant de l’enveloppe").type_keys("6000");
    window.press(Key::Enter);
    window.wait_for("6 000,00 €");
    window.wait_for("Délibération du 12 décembre 2025");
    assert_sound(&window);
    window.picture("enveloppe");
    window.close();
}
