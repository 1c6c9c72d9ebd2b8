//! The partners in the window: a bank's word beside what is seen, an exchange noted, a referrer, the person's agreement.

use crate::adviser::{assert_sound, open_demo};
use crate::window::Place;

#[test]
fn a_bank_is_read_beside_what_is_seen_and_a_referrer_is_answered() {
    let place = Place::new();
    let window = open_demo(&place);
    window.by_role("link", "Partenaires").click();
    window.wait_for("Ce que dit la convention");
    assert_sound(&window);
    window.picture("partenaires");

    window.by_role("button", "Noter un échange").click();
    window.by_label("Ce qui s’est dit").type_keys("convention à renouveler");
    window.by_label("La suite (facultatif)").type_keys("appeler la direction");
    assert_sound(&window);
    window.by_role("button", "Noter").click();
    window.wait_for("Ensuite : appeler la direction");
    assert_sound(&window);

    window.by_role("button", "Ajouter un prescripteur").click();
    window.by_label("Nom du service").type_keys("Espace emploi de la Lisse");
    window.by_label("Genre de service").choose("Mission locale");
    window.by_label("Téléphone (facultatif)").type_keys("douze");
    window.by_role("button", "Ajouter").click();
    window.wait_for("Ce n’est pas un numéro de téléphone");
    assert_sound(&window);
    window.by_label("Téléphone (facultatif)").clear();
    window.by_label("Téléphone (facultatif)").type_keys("05 55 00 41 26");
    window.by_role("button", "Ajouter").click();
    window.wait_for("Espace emploi de la Lisse");
    window.by_role("button", "Espace emploi de la Lisse").click();
    window.wait_for("Personne n’a encore été envoyé");
    assert_sound(&window);
    window.picture("prescripteurs");
    window.close();
}
