//! The demonstration tried from the first start, then left for the office of one's own.

use crate::adviser::{assert_sound, begin, copy_the_code, create_office};
use crate::window::{Key, Place, Window};

#[test]
fn a_demonstration_is_tried_then_left_for_the_real_office() {
    let place = Place::new();
    let window = Window::open(&place);
    window.by_role("button", "Essayer avec un CCAS inventé").click();
    window.wait_until("document.querySelector('.tasks a') !== null");
    window.wait_for("Démonstration");
    window.wait_for("Découvrir, étape 1 sur 5");
    assert_sound(&window);
    visit(&window);
    window.by_role("link", "Dossiers 60 dossiers").click();
    window.wait_for("50 dossiers affichés sur 60");
    window.by_role("button", "Afficher la suite").click();
    window.wait_until("document.querySelectorAll('main tbody tr').length === 60");
    window.by_role("link", "Bilan").click();
    window.by_role("heading", "Bilan");
    window.wait_for("prêts accordés");
    window.by_role("link", "Réglages").click();
    window.wait_for("Quitter la démonstration");
    assert_sound(&window);
    window.by_role("button", "Quitter la démonstration").click();
    window.wait_for("Commencer pour de vrai");
    create_office(&window);
    assert!(!window.text().contains("Démonstration"), "the real office is not one");
    let aside = place.folder().join("office/demonstration-2026-11-20");
    assert!(aside.exists(), "nothing was erased");
    window.close();
}

/// The five steps are there for the sitting that made the demonstration, and no other.
fn visit(window: &Window) {
    window.by_role("button", "Étape suivante").click();
    window.wait_for("Découvrir, étape 2 sur 5 : une personne");
    window.by_role("link", "Y aller").click();
    window.by_role("heading", "Dossiers");
    window.wait_for("Découvrir, étape 2 sur 5 : une personne");
    window.wait_for("Vous y êtes.");
    window.by_role("button", "Étape suivante").click();
    window.by_role("link", "Y aller").click();
    window.by_role("heading", "Budget du foyer");
    window.press_with(Key::Control, 'l');
    window.by_role("button", "Rouvrir la démonstration").click();
    window.by_role("heading", "Budget du foyer");
    assert!(!window.text().contains("Découvrir"), "the visit came back");
}

/// By the six words proposed, by the keyboard: each completes itself, what is left is said, then nothing is.
#[test]
fn an_office_begins_on_one_page_with_the_six_words() {
    let place = Place::new();
    let window = Window::open(&place);
    window.fill(1366, 768);
    window.wait_for("Commencer pour de vrai");
    window.picture("premier-lancement");
    assert_sound(&window);
    begin(&window);
    window.wait_until("document.querySelectorAll('.six-words li').length === 6");
    let words = window.run("return [...document.querySelectorAll('.six-words li')].map((word) => word.textContent)");
    let words: Vec<String> = serde_json::from_value(words).unwrap();
    window.by_role("button", "Ouvrir Étrier Ctrl Entrée").click();
    window.wait_until("document.activeElement.name === 'retyped'");
    window.wait_for("6 mots à retaper");
    for word in &words {
        window.type_keys(&word.chars().take(4).collect::<String>());
    }
    window.wait_gone("à retaper");
    window.picture("premier-lancement-bureau");
    let counted = window.counted("");
    assert!(counted["words"].as_u64().unwrap() <= 180 && counted["controls"].as_u64().unwrap() <= 15, "{counted}");
    copy_the_code(&window);
    window.wait_gone("Il reste");
    assert_sound(&window);
    window.press_with(Key::Control, Key::Enter);
    window.wait_for("Tout commence par une demande");
    window.close();
}
