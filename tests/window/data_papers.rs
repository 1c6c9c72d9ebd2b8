//! The papers of data protection in the real window: seen before they go out.

use crate::adviser::{assert_sound, unlock};
use crate::window::{Place, Window};

/// Waits for the first page of a paper, as a picture.
fn wait_for_page(window: &Window, title: &str) {
    window.by_role("img", &format!("{title}, page 1 sur 1"));
    assert_sound(window);
}

#[test]
fn the_papers_of_data_protection_are_seen_before_they_go_out() {
    let place = Place::new();
    place.create_office();
    let window = Window::open(&place);
    unlock(&window);
    window.by_role("link", "Sécurité et copies").click();
    window.wait_for("Journal intact");
    window.by_role("button", "Voir : Note d’information sur les données").click();
    window.wait_for("contact pour les données personnelles");
    wait_for_page(&window, "Note d’information sur les données");
    window.by_role("button", "Voir : Fiche de registre").click();
    window.wait_for("base légale du traitement, à vérifier");
    wait_for_page(&window, "Fiche de registre");
    window.by_role("button", "Fermer : Fiche de registre").click();
    window.close();
}
