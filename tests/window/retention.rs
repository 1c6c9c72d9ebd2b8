//! How long dossiers are kept, in the window: a decision with its reason, an erasure that asks twice, its certificate,
//! the journal that tells it.

use serde_json::Value;

use crate::adviser::assert_sound;
use crate::window::{Key, PASSPHRASE, Place, Window};

/// Opens the office of a demonstration.
fn unlock(window: &Window) {
    window.by_label("Phrase secrète").type_keys(PASSPHRASE);
    window.press(Key::Enter);
    window.wait_until("document.querySelector('.tasks a') !== null");
}

#[test]
fn a_dossier_is_kept_longer_another_erased_and_the_journal_says_so() {
    let place = Place::new();
    place.cli(&["demo"]);
    let due: Value = serde_json::from_str(&place.cli(&["--json", "retention"])).unwrap();
    let [kept, erased] = [&due[0]["reference"], &due[1]["reference"]].map(|reference| reference.as_str().unwrap());
    let window = Window::open(&place);
    unlock(&window);
    window.run(
        "[...document.querySelectorAll('.folds summary')].find((one) => one.innerText.startsWith('Le CCAS')).click()",
    );
    window.wait_for("de conservation : à décider un par un");
    window.by_role("link", "Décider").click();
    window.by_role("heading", "Durées de conservation");
    window.by_role("button", &format!("Prolonger le dossier {kept}")).click();
    window.by_role("form", &format!("Prolonger le dossier {kept}"));
    assert_sound(&window);
    window.press(Key::Enter);
    window.wait_for("Écrivez pourquoi garder ce dossier plus longtemps.");
    window.by_label("Pourquoi le garder plus longtemps").type_keys("Recours en cours, courrier du 3 novembre");
    window.by_label("Jusqu’au").type_keys("030527");
    window.press(Key::Enter);
    window.wait_until(&format!("document.querySelector('[data-row]')?.textContent.includes('{kept}') === false"));

    window.by_role("button", &format!("Effacer le dossier {erased}")).click();
    window.wait_for("Ce qui part");
    assert_sound(&window);
    window.by_label(&format!("Pour confirmer, tapez {erased}")).type_keys(kept);
    window.press(Key::Enter);
    window.wait_for("rien n’a été effacé");
    window.press(Key::Escape);
    window.wait_until("document.querySelector('dialog') === null");
    window.by_role("button", &format!("Effacer le dossier {erased}")).click();
    window.by_label(&format!("Pour confirmer, tapez {erased}")).type_keys(erased);
    window.press(Key::Enter);
    window.wait_for("Certificat d’effacement 2026-01");
    assert_sound(&window);
    window.press(Key::Escape);
    window.wait_until("document.querySelector('dialog') === null");

    window.by_role("button", "Tout le journal").click();
    window.wait_for("certificat 2026-01");
    window.by_label("Sorte");
    let choose = "const kind = document.querySelector('[name=kind]'); kind.value = 'kept';";
    window.run(&format!(
        "{choose} for (const told of ['input', 'change']) kind.dispatchEvent(new Event(told, {{ bubbles: true }}))"
    ));
    window.wait_for("2 lignes.");
    assert_sound(&window);
    window.close();
}

#[test]
fn what_is_held_about_a_person_is_counted_and_names_can_be_hidden() {
    let place = Place::new();
    place.cli(&["demo"]);
    let window = Window::open(&place);
    unlock(&window);
    window.by_role("link", "Sécurité et copies").click();
    window.by_label("Personne").type_keys("delmas");
    window.wait_for("Sonia Delmas");
    assert_sound(&window);
    window.find("[aria-label^=\"Choisir Sonia Delmas\"]").click();
    window.wait_for("Les tiers cités sont masqués.");
    assert_sound(&window);
    window.close();
}
