//! The loan on one page: each of its steps within its budget of words and controls, pictured beside what was drawn; then
//! its main path, by the keyboard: the contract as it was simulated, the money, all instalments said paid at once, one
//! that was missed and the solution asked of the bank.

use std::fs;

use crate::adviser::{assert_sound, enter, wider_than_the_window};
use crate::screens::{gallery, one_of_each_stage, visit};
use crate::window::{Key, PASSPHRASE, Place, Window};

/// The most words and controls the page may show of an ordinary dossier.
const WORDS: u64 = 450;
const CONTROLS: u64 = 45;

#[test]
fn the_page_of_the_loan_keeps_to_its_budget_of_words_at_each_step() {
    let place = Place::new();
    place.cli(&["demo"]);
    let dossiers = one_of_each_stage(&place);
    let folder = gallery().join("pret");
    fs::create_dir_all(&folder).unwrap();
    let mut beyond = Vec::new();
    for theme in ["clair", "sombre"] {
        let window = if theme == "clair" { Window::open(&place) } else { Window::open_in_the_dark(&place) };
        unlocked(&window);
        for stage in ["granted", "signed", "running", "ending"] {
            visit(&window, &format!("dossiers/{}/pret", dossiers[stage]), ".life");
            let steps = window.run("return document.querySelectorAll('.life > li').length").as_u64().unwrap();
            for step in 0..steps {
                window.run(&format!(
                    "document.querySelectorAll('.life > li')[{step}].querySelector('button.line')?.click()"
                ));
                window
                    .wait_until(&format!("document.querySelectorAll('.life > li')[{step}].classList.contains('open')"));
                for (width, height) in [(1920, 1080), (1366, 768)] {
                    window.fill(width, height);
                    window.screenshot(&folder.join(format!("{theme}-{width}-{stage}-{step}.png")));
                }
                let found = [window.axe(), wider_than_the_window(&window)].concat();
                beyond.extend(found.into_iter().map(|fault| format!("{theme} {stage}, step {step}: {fault}")));
                let counted = window.counted("");
                for (what, most) in [("words", WORDS), ("controls", CONTROLS), ("page", 0), ("main", 1)] {
                    if counted[what].as_u64().unwrap() > most {
                        beyond.push(format!("{theme} {stage}, step {step}: {what} {}, {most} at most", counted[what]));
                    }
                }
            }
        }
        window.close();
    }
    assert!(beyond.is_empty(), "{}", beyond.join("\n"));
}

/// All said paid in one gesture, taken back; then one that is not: its step opens, a solution is tried and asked of the
/// bank; the old addresses lead to their steps.
#[test]
fn a_loan_is_followed_by_the_keyboard_on_its_page() {
    let place = Place::new();
    place.cli(&["demo"]);
    let dossier = one_of_each_stage(&place)["running"];
    let window = Window::open(&place);
    unlocked(&window);
    visit(&window, &format!("dossiers/{dossier}/pret"), ".life .marks");
    let chosen = "document.querySelectorAll('.marks .due-chosen').length";
    let waits = window.run(&format!("return {chosen}")).as_u64().unwrap();
    assert!(waits > 0, "the marks that will be said paid are outlined before");
    window.run("document.querySelector('.life select[name=until]').focus()");
    window.press_with(Key::Control, Key::Enter);
    window.wait_until(&format!("{chosen} === 0"));
    window.wait_for("Rien d’échu n’attend d’être noté.");
    assert_sound(&window);
    window.press_with(Key::Control, 'z');
    window.wait_until(&format!("{chosen} === {waits}"));

    window.by_role("button", "Une seule n’est pas passée…").click();
    window.by_role("button", "Noter l’échéance Ctrl Entrée").click();
    window.wait_until("document.querySelector('.life .open b').textContent === 'Impayé'");
    assert_sound(&window);
    window.picture("pret-impaye");
    let counted = window.counted("");
    for (what, most) in [("words", WORDS), ("controls", CONTROLS), ("page", 0), ("main", 1)] {
        assert!(counted[what].as_u64().unwrap() <= most, "{what}: {counted}");
    }
    window.run("document.querySelector('.solutions input').focus()");
    window.press(Key::Space);
    window.by_role("heading", "À l’essai");
    window.by_label("Cause").choose("Baisse d’heures ou de salaire");
    window.press_with(Key::Control, Key::Enter);
    window.wait_until("document.querySelector('.pages img')?.alt.startsWith('Demande')");
    assert_sound(&window);
    window.by_role("button", "Revenir au prêt").click();
    for (address, step) in [("suivi", "Impayé"), ("fin", "4. Fin"), ("pret", "Impayé")] {
        enter(&window, address);
        window.wait_until(&format!("document.querySelector('.life .open b').textContent === '{step}'"));
    }
    window.close();
}

/// The contract as it was simulated is kept with its number alone; then the money; the instalments open.
#[test]
fn a_contract_is_kept_with_its_number_and_one_answer() {
    let place = Place::new();
    place.cli(&["demo"]);
    let dossier = one_of_each_stage(&place)["granted"];
    let window = Window::open(&place);
    unlocked(&window);
    visit(&window, &format!("dossiers/{dossier}/pret"), ".life table");
    window.by_role("radio", "non, je corrige").click();
    window.by_role("button", "pareil (TAEG)").click();
    let typed = window.find("input[name=taeg]");
    typed.clear();
    typed.type_keys("9,50");
    window.by_role("heading", "À demander à la banque");
    assert_sound(&window);
    window.picture("pret-ecart");
    window.by_role("radio", "oui, tout").click();
    window.by_label("Numéro du prêt").type_keys("MCP-20417");
    window.press_with(Key::Control, Key::Enter);
    window.by_label("Argent reçu le");
    window.wait_for("prêt n° MCP-20417");
    assert_sound(&window);
    window.close();
}

fn unlocked(window: &Window) {
    window.by_label("Phrase secrète").type_keys(PASSPHRASE);
    window.press(Key::Enter);
    window.by_role("heading", "Vendredi 20 novembre");
}
