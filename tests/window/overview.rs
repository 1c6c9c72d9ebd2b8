//! The page a dossier opens on, by the keyboard: each line leads to its field, an exchange is noted in its box.

use crate::adviser::{assert_sound, open_made_demo};
use crate::screens::{one_of_each_stage, visit};
use crate::window::{Key, Place, Window};

#[test]
fn from_its_page_each_line_leads_to_its_field_and_an_exchange_is_noted() {
    let place = Place::new();
    place.cli(&["demo"]);
    let dossiers = one_of_each_stage(&place);
    let window = open_made_demo(&place);
    window.fill(1366, 768);
    let page = format!("dossiers/{}", dossiers["to_submit"]);

    visit(&window, &page, ".now .where");
    follow(&window, "Consentement signé");
    window.wait_until("document.querySelector('form.adding') !== null");
    window.press_with(Key::Alt, Key::Left);
    window.wait_until("document.querySelector('.now .where') !== null");

    let thread = "document.querySelector('.thread').textContent";
    window.by_label("Noter").type_keys("elle passe signer jeudi");
    window.press_with(Key::Control, Key::Enter);
    window.wait_until(&format!("{thread}.includes('elle passe signer jeudi')"));
    window.wait_until("document.querySelector('.jot input[name=note]').value === ''");
    assert_sound(&window);

    window.press(Key::F9);
    window.wait_until(&format!("!{thread}.includes('elle passe signer jeudi')"));
    window.press(Key::F9);
    window.press_with(Key::Control, Key::PageDown);
    window.wait_until("document.querySelector('.views [aria-current]')?.textContent === 'Journal'");
    window.press_with(Key::Control, Key::PageDown);
    window.wait_until("document.querySelector('.views [aria-current]')?.textContent === 'Personne et foyer'");
    window.press_with(Key::Control, Key::PageUp);
    window.press_with(Key::Control, Key::PageUp);
    window.wait_until("document.querySelector('.now .where') !== null");

    visit(&window, &format!("dossiers/{}", dossiers["request"]), ".now .where");
    follow(&window, "Date de naissance");
    window.wait_until("document.activeElement.name === 'born_on'");
    window.close();
}

/// Follows the line that says something.
fn follow(window: &Window, line: &str) {
    window.run(&format!(
        "[...document.querySelectorAll('.need a')].find((one) => one.textContent.includes('{line}')).click()"
    ));
}
