//! Someone recorded twice, in the window: told apart, that undone, then joined in one gesture and undone.

use crate::adviser::{assert_sound, create_office, enter};
use crate::window::{Key, Place, Window};

fn request(window: &Window, last: &str, first: &str, project: &str) {
    window.press_with(Key::Control, 'n');
    window.by_label("Nom exigé").type_keys(last);
    window.press(Key::Tab);
    window.type_keys(first);
    window.by_label("Avec ses mots").type_keys(project);
    window.press_with(Key::Control, Key::Enter);
    window.by_role("heading", &format!("{first} {last}"));
    enter(window, "personne");
    window.by_label("Nom d’usage");
}

#[test]
fn a_person_recorded_twice_is_proposed_told_apart_and_joined() {
    let place = Place::new();
    let window = Window::open(&place);
    create_office(&window);
    request(&window, "Béranger-Loué", "Élodie", "permis de conduire");
    window.wait_gone("Peut-être une personne déjà connue");
    request(&window, "Loué", "Elodie", "réparer le scooter");
    window.wait_for("Peut-être une personne déjà connue : Élodie Béranger-Loué");
    window.wait_for("En commun : même nom.");
    assert_sound(&window);
    window.picture("personne-connue");
    window.by_role("button", "Une autre personne").click();
    window.wait_gone("Peut-être une personne déjà connue");
    enter(&window, "budget");
    window.wait_for("Tapez un salaire ou une allocation.");
    enter(&window, "personne");
    window.by_label("Nom d’usage");
    window.wait_gone("Peut-être une personne déjà connue");
    window.press_with(Key::Control, 'z');
    window.wait_for("Peut-être une personne déjà connue");
    window.by_role("button", "C’est elle").click();
    window.by_role("heading", "Élodie Béranger-Loué");
    window.wait_for("cette personne a un autre dossier");
    window.wait_gone("Peut-être une personne déjà connue");
    assert_sound(&window);
    window.picture("personne-reunie");
    window.press_with(Key::Control, 'z');
    window.by_role("heading", "Elodie Loué");
    window.wait_for("Peut-être une personne déjà connue");
    window.close();
}
