//! The guide in the window: opened by F1 at the page of the screen, searched, read, and left again.

use crate::adviser::{assert_sound, open_demo};
use crate::window::{Key, Place, Window};

#[test]
fn f1_opens_the_page_of_the_screen_and_a_search_finds_another() {
    let place = Place::new();
    let window = open_demo(&place);
    window.resize(1366, 768);
    window.press(Key::F1);
    window.by_role("heading", "Aujourd’hui");
    assert_eq!(window.focused(), r#"heading 2 "Aujourd’hui" [focused]"#);
    assert_sound(&window);
    search(&window);
    keyboard(&window);
    law(&window);
    leave(&window);
    window.close();
}

fn search(window: &Window) {
    window.by_label("Chercher dans l’aide").type_keys("reporter echeance");
    window.wait_until("document.querySelector('.hits mark')?.textContent === 'reporter'");
    window.by_role("link", "Faire reporter une échéance");
    assert_sound(window);
    window.picture("aide");
    window.run("document.querySelector('.hits a').focus()");
    window.press(Key::Enter);
    window.by_role("heading", "Les difficultés");
    assert_eq!(window.focused(), r#"heading 3 "Faire reporter une échéance" [focused]"#);
    window.wait_for("Les mots de cette page");
    assert_sound(window);
}

fn keyboard(window: &Window) {
    window.type_keys("?");
    window.by_role("heading", "Dans un dossier");
    assert_sound(window);
}

/// What the law says is at the foot of the page, its section of the settings one key away.
fn law(window: &Window) {
    window.run("document.querySelector(\"a[href='#/aide/accord']\").focus()");
    window.press(Key::Enter);
    window.wait_for("Délai de rétractation");
    window.wait_for("14 jours, depuis le 20 novembre 2026");
    window.run("document.querySelector(\".law a[href='#/reglages/legales']\").focus()");
    window.press(Key::Enter);
    window.by_role("heading", "Réglages");
    window.wait_until("document.querySelector('.picker [aria-current]').textContent.startsWith('Valeurs légales')");
}

/// A room of a dossier has its own page; « page d’avant » goes back to the room.
fn leave(window: &Window) {
    window.run("location.hash; document.querySelector(\"a[href='#/dossiers']\").click()");
    window.find("a.who").click();
    window.find(".rooms a[href$='/budget']").click();
    window.by_role("heading", "Budget du foyer");
    window.press(Key::F1);
    window.by_role("heading", "Le budget à deux");
    window.press_with(Key::Alt, Key::Left);
    window.by_role("heading", "Budget du foyer");
}
