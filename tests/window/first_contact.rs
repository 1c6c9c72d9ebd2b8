//! The first call in the window: the grid filled while the person talks, by the keyboard alone, then the appointment.

use crate::adviser::{assert_sound, create_office, enter};
use crate::window::{Key, Place, Window};

const COUNTING: &str = "window.counted = { keys: 0, fields: new Set() };
    addEventListener('keydown', () => { window.counted.keys += 1 }, true);
    for (const heard of ['input', 'change']) addEventListener(heard, (event) => {
      window.counted.fields.add(event.target.name || event.target.id) }, true);";

/// The most fields and keys a call asks for, names and project included.
const MOST_FIELDS: u64 = 16;
const MOST_KEYS: u64 = 180;

#[test]
fn a_call_is_noted_while_the_person_talks_and_gives_an_appointment() {
    let place = Place::new();
    let window = Window::open(&place);
    create_office(&window);
    window.resize(1366, 768);
    window.press_with(Key::Control, 'n');
    window.by_label("Nom");
    window.by_role("heading", "Au téléphone");
    assert_sound(&window);
    window.run(COUNTING);
    window.by_label("Nom").type_keys("Peltrault");
    window.press(Key::Tab);
    window.type_keys("Yannick");
    window.by_label("Téléphone (facultatif)").type_keys("0639984107");
    window.by_label("Par où est-elle venue ?").choose("Partenaire qui oriente");
    window.by_label("Projet, en une ligne").type_keys("scooter pour un chantier");
    for (question, answer) in [
        ("in_commune", 0),
        ("no_ordinary_credit", 0),
        ("insertion_project", 0),
        ("regular_income", 2),
        ("business", 1),
        ("ficp_listed", 1),
    ] {
        answer_by_keys(&window, question, answer);
    }
    window.wait_for("Aucune réponse ne s’oppose à un rendez-vous.");
    window.wait_for("Un point à voir");
    window.wait_for("À apporter");
    window.run("document.querySelector('input[name=outcome]').focus()");
    window.type_keys(" ");
    choose(&window, "outcome", "Rendez-vous");
    window.by_label("Jour du rendez-vous").type_keys("24/11");
    window.by_label("Heure (facultatif)").type_keys("14h30");
    assert_sound(&window);
    window.picture("demande");
    window.press_with(Key::Control, Key::Enter);
    window.by_role("heading", "Yannick Peltrault");
    window.wait_for("Rendez-vous avec Yannick Peltrault");
    let fields = window.run("return window.counted.fields.size").as_u64().unwrap();
    let keys = window.run("return window.counted.keys").as_u64().unwrap();
    println!("a first call, from the name to the appointment: {fields} fields, {keys} keys");
    assert!(fields <= MOST_FIELDS && keys <= MOST_KEYS, "{fields} fields, {keys} keys");
    assert_sound(&window);
    enter(&window, "personne");
    window.wait_for("Premier contact");
    assert_sound(&window);
    window.picture("personne");
    a_known_person_is_proposed(&window);
    window.close();
}

/// Puts the focus on a question and chooses with the arrows.
fn answer_by_keys(window: &Window, question: &str, answer: usize) {
    window.run(&format!("document.querySelectorAll('input[name={question}]')[{answer}].focus()"));
    window.type_keys(" ");
}

fn choose(window: &Window, name: &str, label: &str) {
    window.run(&format!(
        "[...document.querySelectorAll('input[name={name}]')]
           .find((one) => one.parentElement.textContent.includes('{label}')).click()"
    ));
}

fn a_known_person_is_proposed(window: &Window) {
    window.press_with(Key::Control, 'n');
    window.by_label("Nom").type_keys("peltrault");
    window.wait_for("Déjà connue, même nom");
    assert_sound(window);
    window.by_role("button", "C’est elle").click();
    window.wait_for("La demande ouvrira un nouveau dossier de cette personne");
    window.by_role("button", "Défaire").click();
    window.by_role("button", "Une autre personne").click();
    window.wait_gone("Déjà connue");
}
