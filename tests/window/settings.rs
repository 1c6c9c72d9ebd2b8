//! The settings in the real window: each section without a fault for axe, a bank
//! with its agreement by keyboard, a rule from a date, a choice retired.

use crate::adviser::{assert_sound, unlock};
use crate::window::{Key, PASSPHRASE, Place, Window};

#[test]
fn a_bank_a_rule_and_a_list_are_set_by_label_and_key() {
    let place = Place::new();
    place.create_office();
    let window = Window::open(&place);
    unlock(&window);
    window.by_role("link", "Réglages").click();
    window.by_role("heading", "CCAS et référent");
    assert_sound(&window);
    window.by_label("Fonction (facultatif)").type_keys("conseillère");
    window.press(Key::Enter);
    window.wait_for("Enregistré.");
    set_a_rule(&window);
    sign_with_a_bank(&window);
    copy_a_product(&window);
    retire_a_choice(&window);
    enter_a_legal_value(&window);
    window.close();
}

fn set_a_rule(window: &Window) {
    window.by_role("button", "Règles").click();
    window.wait_for("aucun repère");
    assert_sound(window);
    window.by_role("button", "Modifier").click();
    window.wait_until("document.activeElement.name === 'how'");
    window.press(Key::Escape);
    window.by_role("button", "Modifier");
    window.wait_until("document.activeElement.textContent === 'Règles'");
    window.by_role("button", "Modifier").click();
    window.by_label("Repère de reste à vivre (facultatif)").type_keys("240");
    window.by_label("À partir du (facultatif)").type_keys("1/1/2027");
    window.by_label("Quand").choose("À la fin du prêt");
    assert_sound(window);
    window.by_label("Quand").choose("Le CCAS ne rend pas d’intérêts");
    window.by_role("button", "Enregistrer le changement").click();
    window.wait_for("La source manque");
    assert_sound(window);
    window.by_label("Source exigé").type_keys("Délibération du 10 décembre");
    window.press(Key::Enter);
    window.wait_for("à partir du 1er janvier 2027");
    assert_sound(window);
}

fn sign_with_a_bank(window: &Window) {
    window.by_role("button", "Banques et conventions").click();
    window.wait_for("Aucune banque");
    assert_sound(window);
    window.by_role("button", "Ajouter une banque").click();
    window.by_label("Nom de la banque").type_keys("Banque du Haut-Pays");
    window.press(Key::Enter);
    window.wait_for("sans convention");
    window.by_role("button", "Nouvelle convention").click();
    window.by_label("À partir du (facultatif)").type_keys("3/5/2026");
    window.by_label("Source exigé").type_keys("Convention du 3 mai 2026");
    window.by_label("Taux annuel (facultatif)").type_keys("2,5");
    window.by_label("Jusqu’à (mois) (facultatif)").type_keys("30");
    window.by_role("button", "Ajouter un plafond").click();
    assert_sound(window);
    window.by_role("button", "Enregistrer").click();
    window.wait_for("depuis le 3 mai 2026");
    window.wait_for("jusqu’à 30 mois");
    assert_sound(window);
}

#[test]
fn a_bank_has_its_file_in_its_own_order() {
    let place = Place::new();
    place.create_office();
    let window = Window::open(&place);
    unlock(&window);
    window.by_role("link", "Réglages").click();
    window.by_role("heading", "CCAS et référent");
    sign_with_a_bank(&window);
    order_its_file(&window);
    window.close();
}

/// By keys alone: what moves is told and keeps the focus, the usual order is one press away.
fn order_its_file(window: &Window) {
    let focused = |name: &str| {
        let condition = format!("document.activeElement.getAttribute('aria-label') === `{name}`");
        window.wait_until(&condition.replace(" : ", "\u{202f}: "));
    };
    window.by_role("button", "Nouvelle convention").click();
    window.by_label("À partir du (facultatif)").type_keys("4/6/2026");
    window.by_label("Source exigé").type_keys("Avenant du 4 juin 2026");
    window.run(
        "[...document.querySelectorAll('summary')].find((one) => one.textContent.includes('ordre du dossier')).click()",
    );
    window.wait_for("1. Identité et situation");
    window.run("document.querySelector('[data-key=\"budget\"] [data-by=\"-1\"]').focus()");
    window.press(Key::Enter);
    window.wait_for("2. Budget");
    window.wait_for("Budget\u{202f}: 2 sur 6.");
    focused("Monter : Budget");
    window.press(Key::Enter);
    window.wait_for("1. Budget");
    // At the end of its way up it can only go down.
    focused("Descendre : Budget");
    window.by_label("Placer d’abord").choose("Justificatif de domicile");
    window.wait_for("1. Justificatif de domicile");
    window.by_label("Pièce jointe la plus lourde (facultatif)").type_keys("10");
    assert_sound(window);
    window.picture("file-order");
    window.by_role("button", "Enregistrer").click();
    window.wait_for("depuis le 4 juin 2026");
    window.wait_for("budget · identité et situation");
    window.wait_for("10\u{a0}Mo au plus");
    window.by_role("button", "Nouvelle convention").click();
    window.run("document.querySelector('[aria-label^=\"Revenir à l’ordre habituel\"]').focus()");
    window.press(Key::Enter);
    window.wait_for("1. Identité et situation");
    focused("Descendre : Identité et situation");
    window.by_role("button", "Abandonner").click();
}

fn copy_a_product(window: &Window) {
    window.by_role("button", "Produits").click();
    window.by_role("button", "Copier le modèle Microcrédit classique (Laval)").click();
    window.by_role("heading", "Microcrédit classique (Laval)");
    assert_sound(window);
    window.by_role("button", "Modifier").click();
    assert_sound(window);
    window.by_role("button", "Abandonner").click();
}

fn retire_a_choice(window: &Window) {
    window.by_role("button", "Listes de choix").click();
    window.by_role("button", "Retirer Banque partenaire").click();
    window.by_role("button", "Remettre Banque partenaire");
    assert_sound(window);
    window.by_role("button", "Ajouter un choix").click();
    window.by_role("button", "Renommer Banque partenaire").click();
    assert_sound(window);
}

fn enter_a_legal_value(window: &Window) {
    window.by_role("button", "Valeurs légales").click();
    window.wait_for("à vérifier");
    assert_sound(window);
    window.by_role("button", "Saisir une valeur : Taux d’usure, jusqu’à 3 000 €").click();
    window.by_label("Valeur").type_keys("22,90");
    window.by_label("À partir du").type_keys("1/10/2026");
    window.by_label("Source exigé").type_keys("Banque de France");
    assert_sound(window);
    window.press(Key::Enter);
    window.wait_for("22,90 %");
}

#[test]
fn the_logo_is_seen_and_taken_away() {
    let place = Place::new();
    place.cli(&["demo"]);
    let window = Window::open(&place);
    window.by_label("Phrase secrète").type_keys(PASSPHRASE);
    window.press(Key::Enter);
    window.by_role("heading", "Vendredi 20 novembre");
    window.by_role("link", "Réglages").click();
    window.wait_until("document.querySelector('img.office-logo')?.getBoundingClientRect().height > 40");
    assert_sound(&window);
    window.by_role("button", "Retirer le logo").click();
    window.wait_for("aucun pour le moment");
    window.wait_until("document.querySelector('img.office-logo') === null");
    window.by_role("button", "Choisir un logo…");
    window.close();
}
