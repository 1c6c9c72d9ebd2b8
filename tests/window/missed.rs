//! A missed instalment by keyboard: the bank's list with its arrows, the ladder with its letter, then a death with its
//! sheet for the heirs, and the bank's attestation that settles a loan.

use crate::adviser::{assert_sound, enter, open_demo};
use crate::follow_up::{choose_a_loan, open_once_counted};
use crate::window::{Key, Place};

#[test]
fn a_missed_instalment_is_noted_by_keyboard_and_its_letter_is_seen() {
    let place = Place::new();
    let window = open_demo(&place);
    window.picture("incidents");
    window.by_role("link", "Relevé de la banque").click();
    window.wait_for("Le reste est coché payé");
    window.wait_for("← → change la réponse");
    // → says « impayée » of a loan, ↓ goes to the next one.
    let name = choose_a_loan(&window);
    window.run("window.row.querySelector('input:checked').focus()");
    window.press(Key::Right);
    window.wait_until("window.row.querySelectorAll('input')[1].checked");
    window.press(Key::Down);
    window.wait_until("!window.row.contains(document.activeElement) && document.activeElement.type === 'radio'");
    assert_sound(&window);
    window.picture("releve-clavier");
    window.press_with(Key::Control, Key::Enter);
    open_once_counted(&window, &name);
    window.wait_for("Ce que disent les dates");
    assert_sound(&window);
    // The page the dossier opens on says it, with the steps out of it.
    enter(&window, "vue");
    window.wait_for("pour sortir de ce");
    window.wait_for("Appeler le");
    window.wait_until("document.querySelector('.rooms a:last-child svg')?.ariaLabel === 'une échéance impayée'");
    assert_sound(&window);
    window.picture("vue-impaye");
    enter(&window, "suivi");
    window.wait_for("Ce que disent les dates");

    // The letter waits for the reason; once the call has it, it is seen before it is printed.
    window.by_role("button", "Écrire à la personne").click();
    window.wait_until("document.querySelector('.pages img') !== null");
    assert_sound(&window);
    window.by_role("button", "Revenir au prêt").click();
    window.wait_for("Ce que disent les dates");
    window.run("document.querySelector('select[name=cause]').selectedIndex = 1; document.querySelector('select[name=cause]').dispatchEvent(new Event('input', { bubbles: true })); document.querySelector('select[name=cause]').dispatchEvent(new Event('change', { bubbles: true }))");
    window.by_role("button", "Écrire la demande").click();
    window.wait_for("aucune cause de la difficulté n’est notée");
    assert_sound(&window);
    window.by_role("button", "Revenir au prêt").click();
    window.wait_for("Ce que disent les dates");
    window.wait_until("document.querySelector('select[name=cause]').selectedIndex === 1");
    window.run("document.querySelector('.solutions input').click()");
    window.by_role("heading", "À l’essai");
    window.picture("impaye-a-l-essai");
    window.press_with(Key::Control, Key::Enter);
    window.wait_until("document.querySelector('.pages img')?.alt.startsWith('Demande')");
    window.by_role("button", "Revenir au prêt").click();
    window.wait_for("Solution à demander : report à la fin");

    // A death: the card, then its sheet.
    window.run(
        "[...document.querySelectorAll('.life button.line')].find((one) => one.textContent.includes('3. ')).click()",
    );
    window.by_role("button", "Noter un décès").click();
    assert_sound(&window);
    window.by_role("button", "Noter le décès").click();
    window.wait_for("Lettres et appels sont arrêtés");
    assert_sound(&window);
    window.picture("deces");
    // The bar of what was just done offers the same paper.
    assert_eq!(window.run("return document.querySelector('.undo .first').textContent.trim()"), "Imprimer la fiche");
    window.run(
        "[...document.querySelectorAll('main button')].find((one) => one.textContent.includes('Imprimer la fiche')).click()",
    );
    window.wait_until("document.querySelector('.pages img')?.alt.startsWith('Fiche pour les héritiers')");
    assert_sound(&window);
    window.picture("heritiers");
    window.by_role("button", "Revenir au prêt").click();
    window.wait_for("Pour les héritiers");

    // The bank's attestation settles the whole schedule.
    enter(&window, "fin");
    window.by_role("button", "Décès").click();
    assert_sound(&window);
    window.picture("fin-apres-deces");
    window.by_role("button", "Noter l’attestation Ctrl Entrée").click();
    window.wait_for("prêt soldé");
    window.close();
}
