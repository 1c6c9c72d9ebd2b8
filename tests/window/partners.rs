//! The partners in the window: a bank's word beside what is seen, an exchange noted, a referrer, the person's agreement.

use serde_json::json;

use crate::adviser::{assert_sound, enter, open_demo};
use crate::window::{Key, PASSPHRASE, Place, Window};

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

#[test]
fn a_person_is_directed_to_an_aid_of_the_directory_by_name() {
    let place = Place::new();
    place.create_office();
    let aid = json!({ "name": "Garage solidaire", "provider": "Entraide du Val", "what_for": "réparation à moitié prix",
        "contact": "05 55 00 41 30", "conditions": "", "to_bring": "", "checked_on": "" });
    place.cli(&["call", "add_aid_entry", &aid.to_string()]);
    let request = json!({ "last_name": "Orbec", "first_name": "Denise", "origin": "referrer", "phone": "", "email": "",
        "project": "freins de la voiture", "purpose": "", "amount": "", "received_on": "", "next_date": "" });
    place.cli(&["call", "record_request", &request.to_string()]);
    let window = Window::open(&place);
    window.by_label("Phrase secrète").type_keys(PASSPHRASE);
    window.press(Key::Enter);
    window.by_role("link", "Denise Orbec").click();
    enter(&window, "decisions");
    window.by_role("button", "Décision du CCAS").click();
    window.by_role("radio", "Réorienter").click();
    window.by_label("Vers qui (facultatif)").type_keys("Garage");
    let told = "Garage solidaire, Entraide du Val, 05 55 00 41 30";
    window.wait_until(&format!(
        "document.querySelector('datalist option')?.value.replaceAll('\\u00a0', ' ') === '{told}'"
    ));
    assert_sound(&window);
    window.picture("vers-qui");
    window.by_label("Vers qui (facultatif)").type_keys(" solidaire");
    window.run("document.querySelector('input[name=solutions]').click()");
    window.press_with(Key::Control, Key::Enter);
    window.wait_for("Garage solidaire");
    window.wait_for("Réorienté, le 20 novembre 2026");
    assert_sound(&window);
    window.close();
}

#[test]
fn who_sent_the_person_is_added_without_leaving_the_request() {
    let place = Place::new();
    place.create_office();
    let window = Window::open(&place);
    window.by_label("Phrase secrète").type_keys(PASSPHRASE);
    window.press(Key::Enter);
    window.by_role("heading", "Vendredi 20 novembre");
    window.press_with(Key::Control, 'n');
    window.by_label("Nom exigé").type_keys("Orbec");
    window.by_label("Une personne, un service, ou elle-même").type_keys("Épicerie du Val");
    window.wait_for("Nouveau : sera ajouté aux prescripteurs.");
    window.wait_for("accepte qu’on lui réponde");
    assert_sound(&window);
    let chosen = "document.querySelector('[name=referrer]')?.selectedOptions[0]?.text === 'Épicerie du Val'";
    window.by_label("Avec ses mots").type_keys("réparer un four");
    window.press_with(Key::Control, Key::Enter);
    window.by_role("heading", "Orbec");
    enter(&window, "personne");
    window.wait_until(chosen);
    window.close();
}
