//! A dossier begun elsewhere, taken over by the keyboard: folded until it is called for, a year where no more is known.

use crate::adviser::{assert_sound, create_office, enter};
use crate::granted::set_office;
use crate::window::{Key, Place, Window};

#[test]
fn a_loan_of_the_paper_register_is_taken_over_with_its_contract_alone() {
    let place = Place::new();
    let window = Window::open(&place);
    create_office(&window);
    set_office(&window);
    window.press_with(Key::Control, 'n');
    window.by_label("Nom exigé").type_keys("Vauclerc");
    window.press(Key::Tab);
    window.type_keys("Samira");
    window.by_label("Avec ses mots").type_keys("voiture pour travailler");
    window.picture("reprise-repliee");
    window.by_role("button", "Commencée ailleurs").click();
    window.by_label("D’où vient-elle : « Registre papier 2024 »").type_keys("Registre papier 2024");
    window.by_label("Demande reçue le").type_keys("mars 2024");
    window.by_label("Banque").choose("Banque du Val");
    window.by_label("Contrat signé").type_keys("2024");
    window.by_label("Montant du prêt").type_keys("1800");
    window.by_label("Taux, en %").type_keys("3");
    window.by_label("Durée, en mois").type_keys("36");
    window.by_label("Argent versé").type_keys("5/2024");
    window.press(Key::Tab);
    window.by_label("Première échéance").type_keys("05/06/2024");
    assert_sound(&window);
    window.picture("reprise");
    window.press_with(Key::Control, Key::Enter);
    window.by_role("heading", "Samira Vauclerc");
    window.wait_for("Repris le 20 novembre 2026");
    window.wait_for("Le prêt est en cours");
    assert_sound(&window);
    window.picture("reprise-personne");
    enter(&window, "decisions");
    window.wait_for("Signé en 2024 avec la Banque du Val");
    assert_sound(&window);
    window.picture("reprise-decisions");
    enter(&window, "journal");
    window.wait_for("Mai 2024");
    assert_sound(&window);
    window.picture("reprise-journal");
    window.close();
}
