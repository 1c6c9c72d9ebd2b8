//! A plain dossier in the real window, from the request to the bank file: one person, one quote, one bank, no
//! committee. What is typed is counted: it is what the papers print, and nothing more.

use crate::adviser::{Line, assert_sound, create_office, enter, fill_budget, record_request};
use crate::granted::{date, record, set_office, simulate_loan};
use crate::window::{Key, Place, Window};

/// A plain budget: what comes in, what goes out.
const LINES: &[Line] = &[
    ["Salaire net, CDI ou fonction publique", "1 412,40", "", "", "", ""],
    ["Loyer", "486", "", "", "", ""],
    ["Électricité", "78", "", "", "", ""],
];

/// Hears every key and every field that is filled, from now on.
const COUNTING: &str = "window.counted = { keys: 0, fields: new Set() };
    addEventListener('keydown', () => { window.counted.keys += 1 }, true);
    for (const heard of ['input', 'change']) addEventListener(heard, (event) => {
      window.counted.fields.add(`${location.hash} ${event.target.name || event.target.id}`) }, true);";

/// The most fields and keys a plain dossier may ask for.
const MOST_FIELDS: u64 = 40;
const MOST_KEYS: u64 = 600;

#[test]
fn a_plain_dossier_reaches_its_bank_file_by_what_its_papers_print() {
    let place = Place::new();
    let window = Window::open(&place);
    create_office(&window);
    set_office(&window);
    window.run(COUNTING);
    record_request(&window, "");
    fill_budget(&window, LINES);
    project(&window);
    simulate_loan(&window);
    assess(&window);
    send(&window);
    see_the_pieces(&window);
    enter(&window, "documents");
    window.wait_for("à imprimer");
    window.run(
        "[...document.querySelectorAll('.papers button')]
           .find((paper) => paper.textContent.includes('Dossier de transmission')).click()",
    );
    window.wait_until(
        "document.querySelector('.pages img')?.alt.startsWith('Dossier de transmission à la banque, page 1')",
    );
    let fields = window.run("return window.counted.fields.size").as_u64().unwrap();
    let keys = window.run("return window.counted.keys").as_u64().unwrap();
    println!("a plain dossier, from the request to the bank file: {fields} fields, {keys} keys");
    assert!(fields <= MOST_FIELDS && keys <= MOST_KEYS, "{fields} fields, {keys} keys");
    say_what_a_year_makes_a_month(&window);
    window.close();
}

/// An amount for a year says what it makes a month while it is typed.
fn say_what_a_year_makes_a_month(window: &Window) {
    enter(window, "budget");
    window.by_role("button", "Assurance du logement").click();
    window.by_label("Montant, Assurance du logement").type_keys("14 / an");
    window.wait_for("= 1,17");
    assert_sound(window);
    window.picture("budget-par-an");
}

/// One quote: it is the cost, the loan is all of it.
fn project(window: &Window) {
    enter(window, "projet");
    window.wait_for("Aucun devis");
    window.press_with(Key::Alt, 'n');
    window.by_label("Devis").type_keys("citadine essence, 2014");
    window.by_label("Prix en €").type_keys("2400");
    window.press(Key::Enter);
    window.wait_gone("Aucun devis");
    window.press(Key::Escape);
}

fn assess(window: &Window) {
    enter(window, "evaluation");
    window.by_label("Accès au crédit ordinaire").choose("fermé");
    window.by_label("Texte").type_keys("Le budget porte ce prêt.");
    window.press(Key::Tab);
    window.wait_for("Écrit le 20 novembre 2026.");
}

/// What lacks is told, led to by F8, then the dossier leaves.
fn send(window: &Window) {
    enter(window, "decisions");
    window.wait_for("il manque 2 choses");
    assert_sound(window);
    for (line, field) in [
        ("Banque", "lender"),
        ("Objet du prêt", "purpose"),
        ("Constat sur l’accès au crédit ordinaire", "answer ordinary_credit_access"),
        ("Plan de financement équilibré", "own_share"),
        ("Avis motivé", "reasoned"),
    ] {
        window.by_role("link", line).click();
        window.wait_until(&format!("document.activeElement.name === '{field}'"));
        enter(window, "decisions");
        window.wait_for("Prêt à envoyer");
    }
    window.press(Key::F8);
    window.wait_until("document.activeElement.name === 'on'");
    record(window, "signé le 20 novembre 2026");
    window.press(Key::F8);
    window.by_role("radio", "Transmettre à une banque").click();
    record(window, "étape : À transmettre");
    window.wait_for("le dossier le dit à la banque");
    assert_sound(window);
    window.press_with(Key::Alt, 'n');
    date(window, "Envoyé le", "20/11/2026");
    record(window, "étape : Chez la banque");
}

/// The list of the papers, one of which is noted with its day.
fn see_the_pieces(window: &Window) {
    enter(window, "pieces");
    window.by_role("heading", "Papiers");
    window.find("[name=piece-rent_receipt]").click();
    window.by_label("Daté du").type_keys("14/07/2026");
    window.by_role("radio", "bon").click();
    // It is noted as it is chosen: the next document may be opened at once.
    window.wait_for("Périmée le 14 oct.");
    assert_sound(window);
    window.picture("pieces");
}
