//! « Aller à »: a person, a room, a screen, a section, an action, a page of the help, by the keyboard alone.

use crate::adviser::{assert_sound, open_demo};
use crate::window::{Key, Place, Window};

/// What the line lit says.
fn lit(window: &Window) -> String {
    let said = "return document.querySelector('.palette [aria-selected=\"true\"]')?.innerText ?? ''";
    window.run(said).as_str().unwrap().replace('\n', " ")
}

fn look_for(window: &Window, typed: &str, first: &str) {
    window.press_with(Key::Control, 'k');
    window.wait_until("document.activeElement.role === 'combobox'");
    window.type_keys(typed);
    window.wait_until(&format!(
        "document.querySelector('.palette [aria-selected=\"true\"]')?.innerText.includes('{first}')"
    ));
}

#[test]
fn a_few_letters_go_anywhere() {
    let place = Place::new();
    let window = open_demo(&place);
    window.resize(1366, 768);
    let name = window.run("return document.querySelector('.tasks a').textContent").as_str().unwrap().to_owned();
    look_for(&window, &name.to_lowercase(), &name);
    assert_sound(&window);
    window.picture("aller-a");
    window.press(Key::Enter);
    window.by_role("heading", &name);
    look_for(&window, "simulation", "Simulation");
    window.press(Key::Enter);
    window.wait_until("document.querySelector('.views [aria-current]')?.textContent.startsWith('Simulation')");
    look_for(&window, &format!("{} budg", name.to_lowercase()), "Budget");
    assert!(lit(&window).starts_with(&name), "{}", lit(&window));
    window.press(Key::Enter);
    window.wait_until("document.querySelector('.views [aria-current]')?.textContent.startsWith('Budget')");
    papers(&window);
    look_for(&window, "lega", "Valeurs légales");
    window.press(Key::Enter);
    window.wait_until("document.querySelector('.picker [aria-current]').textContent.startsWith('Valeurs légales')");
    look_for(&window, "objections freq", "Objections");
    window.press(Key::Enter);
    window.by_role("heading", "Objections fréquentes");
    lately(&window, &name);
    nothing(&window);
    in_a_hurry(&window);
    window.close();
}

/// The papers of the dossier shown, from another room and from theirs.
fn papers(window: &Window) {
    for (typed, title) in [("charte", "Charte d’accompagnement"), ("fiche budg", "Fiche budgétaire")] {
        look_for(window, typed, title);
        window.press(Key::Enter);
        window
            .wait_until(&format!("document.querySelector('.papers [aria-current]')?.textContent.includes('{title}')"));
    }
}

/// With nothing typed, where one was lately; Échap gives the focus back.
fn lately(window: &Window, name: &str) {
    window.by_label("Chercher dans l’aide").click();
    window.press_with(Key::Control, 'k');
    window.wait_for("Derniers lieux");
    assert_sound(window);
    window.press(Key::Down);
    window.press(Key::Up);
    assert!(lit(window).starts_with("Réglages"), "{}", lit(window));
    assert!(window.text().contains(&format!("Simulation – {name}")), "{}", window.text());
    window.press(Key::Escape);
    window.wait_until("document.activeElement.id === 'find-help'");
}

/// Entrée pressed before anything is found takes what is found first; Tab stays in the dialog.
fn in_a_hurry(window: &Window) {
    window.press_with(Key::Control, 'k');
    window.press(Key::Tab);
    window.wait_until("document.activeElement.role === 'combobox'");
    window.type_keys("simulateur");
    window.press(Key::Enter);
    window.by_role("heading", "Simulateur");
}

fn nothing(window: &Window) {
    window.press_with(Key::Control, 'k');
    window.type_keys("xylophone");
    window.wait_for("Rien pour « xylophone »");
    assert_sound(window);
    window.press(Key::Escape);
}

/// Somebody nobody knows: the request is theirs, with the name that was typed.
#[test]
fn a_name_nobody_has_begins_a_request() {
    let place = Place::new();
    let window = open_demo(&place);
    window.press_with(Key::Control, 'k');
    window.wait_until("document.activeElement.role === 'combobox'");
    window.type_keys("Zwartbergen");
    window.wait_until("document.querySelector('.palette [role=option]')?.innerText.includes('Nouvelle demande pour')");
    // Entrée alone begins nothing: the name may be a slip.
    window.press(Key::Enter);
    window.press(Key::Down);
    window.press(Key::Enter);
    window.by_role("heading", "Nouvelle demande");
    window.wait_until("document.querySelector('[name=last_name]').value === 'Zwartbergen'");
    window.by_label("Nom exigé").clear();
    window.by_role("link", "Dossiers 60 dossiers").click();
    window.by_label("Chercher").type_keys("Zwartbergen");
    window.by_role("button", "Nouvelle demande pour « Zwartbergen »").click();
    window.wait_until("document.querySelector('[name=last_name]')?.value === 'Zwartbergen'");
    window.by_label("Nom exigé").clear();
    window.by_role("link", "Dossiers 60 dossiers").click();
    window.by_label("Chercher").clear();
    window.by_label("Chercher").type_keys("06 00 00");
    window.wait_for("Aucun dossier ne correspond à « 06 00 00 »");
    assert!(!window.text().contains("demande pour"), "a telephone is nobody's name");
    window.close();
}

#[test]
fn hidden_names_stay_hidden_and_actions_are_done() {
    let place = Place::new();
    let window = open_demo(&place);
    let name = window.run("return document.querySelector('.tasks a').textContent").as_str().unwrap().to_owned();
    look_for(&window, "masquer", "Masquer les noms");
    window.press(Key::Enter);
    window.wait_until("document.querySelector('.rail [aria-keyshortcuts=F9]').innerText.includes('Montrer les noms')");
    let last = name.split(' ').next_back().unwrap();
    look_for(&window, &name.to_lowercase(), ".");
    assert!(!lit(&window).contains(last), "{}", lit(&window));
    window.press(Key::Escape);
    look_for(&window, "verr", "Verrouiller");
    window.press(Key::Enter);
    window.by_role("heading", "Bonjour");
    window.close();
}
