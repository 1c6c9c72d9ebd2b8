//! The first call in the window: the grid filled while the person talks, by the keyboard alone, then the appointment.

use crate::adviser::{assert_sound, create_office, enter};
use crate::window::{Key, Place, Window};

const COUNTING: &str = "window.counted = { keys: 0, fields: new Set() };
    addEventListener('keydown', () => { window.counted.keys += 1 }, true);
    for (const heard of ['input', 'change']) addEventListener(heard, (event) => {
      window.counted.fields.add(event.target.name || event.target.id) }, true);";

/// The most fields and keys a call asks for, names and project included.
const MOST_FIELDS: u64 = 23;
const MOST_KEYS: u64 = 130;
/// The most words and controls of the page of the call, in an ordinary one.
const MOST_WORDS: u64 = 280;
const MOST_CONTROLS: u64 = 45;

#[test]
fn a_call_is_noted_on_one_screen_while_the_person_talks_and_gives_an_appointment() {
    let place = Place::new();
    let window = Window::open(&place);
    create_office(&window);
    window.resize(1366, 768);
    window.press_with(Key::Control, 'n');
    window.by_label("Nom exigé");
    window.by_role("heading", "Qui appelle ?");
    assert_sound(&window);
    window.run(COUNTING);
    window.by_label("Nom exigé").type_keys("Toriel");
    window.press(Key::Tab);
    window.type_keys("Nadège");
    window.press(Key::Tab);
    window.type_keys("0639981253");
    window.press(Key::Tab);
    window.type_keys("Mission locale");
    window.by_label("Objet du prêt").choose("Permis de conduire");
    window.by_label("Avec ses mots").type_keys("garder mon poste");
    window.press(Key::Tab);
    window.type_keys("1500");
    window.run("document.querySelector('input[name=adults]').focus()");
    window.type_keys(" ");
    window.press(Key::Tab);
    window.type_keys("4");
    window.press(Key::Tab);
    window.wait_for("2 personnes au foyer");
    for (label, text) in
        [("Ressources", "1480"), ("D’où viennent-elles", "salaire, CAF"), ("Loyer", "455"), ("Crédits", "42")]
    {
        window.by_label(label).type_keys(text);
    }
    for (question, answer) in [
        ("adult", 0),
        ("over_indebtedness", 1),
        ("in_commune", 0),
        ("protection", 1),
        ("bank_would_lend", 1),
        ("ficp", 2),
    ] {
        answer_by_keys(&window, question, answer);
    }
    window.wait_for("Un rendez-vous est possible.");
    window.wait_for("Fichage à demander : n’empêche rien.");
    window.wait_for("Papiers à apporter");
    window.run("document.querySelector('input[name=outcome]').focus()");
    window.type_keys(" ");
    choose(&window, "outcome", "Rendez-vous");
    window.by_label("Jour exigé").type_keys("24/11");
    window.by_label("Heure").type_keys("10h");
    window.by_label("Lieu").type_keys("CCAS, bureau 2");
    window.wait_for("Bulletins de salaire");
    assert_sound(&window);
    window.picture("demande");
    let counted = window.counted("");
    assert!(counted["words"].as_u64().unwrap() <= MOST_WORDS, "{counted}");
    assert!(counted["controls"].as_u64().unwrap() <= MOST_CONTROLS, "{counted}");
    window.press_with(Key::Control, Key::Enter);
    window.by_role("heading", "Nadège Toriel");
    window.wait_for("Liste des pièces à apporter");
    window.leave_printing();
    let fields = window.run("return window.counted.fields.size").as_u64().unwrap();
    let keys = window.run("return window.counted.keys").as_u64().unwrap();
    println!("a first call, from the name to the appointment: {fields} fields, {keys} keys");
    assert!(fields <= MOST_FIELDS && keys <= MOST_KEYS, "{fields} fields, {keys} keys");
    assert_sound(&window);
    window.picture("demande-liste");
    enter(&window, "personne");
    window.wait_for("Premier contact");
    window.wait_for("4 ans en novembre 2026");
    assert_sound(&window);
    window.picture("personne");
    a_known_person_is_proposed(&window);
    a_project_that_is_no_loan_is_told_elsewhere(&window);
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
    window.by_label("Nom exigé").type_keys("toriel");
    window.wait_for("Déjà connue, même nom");
    assert_sound(window);
    window.by_role("button", "C’est elle").click();
    window.wait_for("La demande ouvrira un nouveau dossier de cette personne");
    window.by_role("button", "Défaire").click();
    window.by_role("button", "Une autre personne").click();
    window.wait_gone("Déjà connue");
    window.press(Key::Escape);
}

/// What a loan does not pay is chosen with the purposes; a call without a name is kept.
fn a_project_that_is_no_loan_is_told_elsewhere(window: &Window) {
    window.press_with(Key::Control, 'n');
    window.wait_for("retrouvé");
    window.by_role("button", "Abandonner").click();
    window.by_label("Objet du prêt").choose("Charges courantes");
    window.wait_for("Le microcrédit ne paie pas les charges courantes.");
    choose(window, "outcome", "Autre solution");
    window.by_label("Vers quoi").choose("Fonds de solidarité pour le logement (FSL)");
    window.by_label("Enfants : leur âge suffit").type_keys("deux");
    window.press_with(Key::Control, Key::Enter);
    window.wait_for("« deux » n’est pas compris");
    assert_sound(window);
    window.picture("demande-autre-solution");
    window.press_with(Key::Control, 'a');
    window.type_keys("4 et 7 ans");
    window.press_with(Key::Control, Key::Enter);
    window.by_role("heading", "Sans nom");
}
