//! What follows an act, by clicks and keys: the bar that offers its paper, « Imprimer », « Autre suite », an exchange
//! noted over a room.

use serde_json::json;

use crate::adviser::{assert_sound, call, enter, open_made_demo};
use crate::screens::{one_of_each_stage, visit};
use crate::window::{Key, Place, Window};

#[test]
fn an_act_offers_its_paper_and_a_dossier_prints_from_its_menu() {
    let place = Place::new();
    place.cli(&["demo"]);
    let dossiers = one_of_each_stage(&place);
    let dossier = dossiers["assessment"];
    let asked = json!({ "dossier": dossier, "on": "30/11/2026", "at": "10h", "kind": "", "place": "", "note": "" });
    call(&place, "set_appointment", &asked);
    let window = open_made_demo(&place);
    window.fill(1366, 768);
    let page = format!("dossiers/{dossier}");
    visit(&window, &page, ".now .where");

    // « Autre suite » leads to the form of an act that the page does not propose.
    window.by_role("button", "Autre suite ▾").click();
    window.wait_until("document.querySelector('.menu .acts a') !== null");
    assert_sound(&window);
    window.press(Key::Escape);
    window.wait_until("document.querySelector('.menu .acts') === null");

    // An exchange is noted over the budget, which stays.
    enter(&window, "budget");
    window.wait_until("document.querySelector('.views [aria-current]') !== null");
    window.press_with(Key::Control, 'e');
    window.wait_until("document.activeElement?.name === 'note'");
    assert_sound(&window);
    window.type_keys("elle a retrouvé son bail");
    window.press_with(Key::Control, Key::Enter);
    window.wait_until("document.querySelector('dialog') === null");
    window.wait_until("document.querySelector('.undo') !== null");
    assert!(window.title().starts_with("Budget"), "{}", window.title());

    // The bar is there until it is closed.
    assert!(!window.holds_within(std::time::Duration::from_secs(11), "document.querySelector('.undo') === null"));
    window.press(Key::Escape);
    window.wait_until("document.querySelector('.undo') === null");

    window.by_role("button", "Imprimer ▾").click();
    window.wait_until("document.querySelector('.print-menu .button') !== null");
    window.picture("menu-imprimer");
    assert_sound(&window);
    window.find(".print-menu .button").click();
    window.wait_until("document.querySelector('.papers [aria-current]') !== null");
    window.wait_until("document.querySelector('.preview') !== null");
    assert_sound(&window);
    window.close();
}

#[test]
fn an_appointment_offers_the_list_of_papers_and_the_calendar() {
    let place = Place::new();
    place.cli(&["demo"]);
    let dossier = one_of_each_stage(&place)["request"];
    let window = open_made_demo(&place);
    window.fill(1366, 768);
    visit(&window, &format!("dossiers/{dossier}/journal"), "form[data-contact]");
    appoint(&window);
    window.wait_until("document.querySelector('.undo button.first') !== null");
    window.wait_for("À l’agenda");
    window.picture("barre-de-confirmation");
    assert_sound(&window);
    window.find(".undo button.first").click();
    window.leave_printing();
    window.wait_until("document.querySelector('.papers [aria-current]')?.textContent.includes('apporter')");
    window.close();
}

/// Agrees on an appointment, or moves the one that was agreed.
fn appoint(window: &Window) {
    window.run(
        "[...document.querySelectorAll('button')].find((one) => /^(Fixer|Déplacer)/.test(one.textContent)).click()",
    );
    window.wait_until("document.querySelector('input[name=on]') !== null");
    window.find("input[name=on]").clear();
    window.find("input[name=on]").type_keys("30/11/2026");
    window.press_with(Key::Control, Key::Enter);
}
