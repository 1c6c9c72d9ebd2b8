//! The process of the page ends under a form that is being filled: the window says so and comes back where it was, with
//! what was typed.

use crate::adviser::open_demo;
use crate::screens::visit;
use crate::window::Place;

/// Whether what is typed in the form of a request is in the vault, as the desk answers.
const KEEPING: &str = "window.kept = '';
  window.asks = () => __TAURI_INTERNALS__
    .invoke('call', { name: 'draft', input: { dossier: null, form: 'new_request' }, follow: null })
    .then(({ body }) => { window.kept = body ?? ''; });
  window.keeps = (typed) => { asks(); return kept.includes(typed); };";

#[test]
fn a_page_that_ends_comes_back_where_it_was_with_what_was_typed() {
    let place = Place::new();
    let mut window = open_demo(&place);
    visit(&window, "demande", "form");
    window.by_label("Nom exigé").type_keys("Peltrault");
    window.by_label("Prénom").type_keys("Yannick");
    window.by_label("Une personne, un service, ou elle-même").type_keys("Mission locale");
    window.by_label("Avec ses mots").type_keys("scooter pour un chantier");
    window.run(KEEPING);
    window.wait_until("keeps('scooter pour un chantier')");

    window.driver.kill_page();
    window.wait_for("La page s’était arrêtée : Étrier l’a rouverte là où vous en étiez.");
    window.wait_for("Relisez ce que vous étiez en train de taper");
    assert_eq!(window.run("return location.hash"), "#/demande");
    assert_eq!(window.by_label("Nom exigé").value(), "Peltrault");
    assert_eq!(window.by_label("Prénom").value(), "Yannick");
    assert_eq!(window.by_label("Une personne, un service, ou elle-même").value(), "Mission locale");
    assert_eq!(window.by_label("Avec ses mots").value(), "scooter pour un chantier");

    // One goes on: the list is still chosen from, and the sentence goes once it is read.
    window.by_label("Objet du prêt").choose("Permis de conduire");
    window.by_role("button", "J’ai lu").click();
    window.wait_gone("La page s’était arrêtée");
    window.close();
}
