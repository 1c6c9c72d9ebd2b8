//! What is looked at together with the person: the whole window, one dossier, plain words.

use crate::adviser::assert_sound;
use crate::window::{Key, PASSPHRASE, Place, Window};

#[test]
fn the_person_sees_their_month_and_their_loan_and_nobody_else() {
    let place = Place::new();
    place.cli(&["demo"]);
    let rows: Vec<serde_json::Value> = serde_json::from_str(&place.cli(&["dossiers", "--json"])).unwrap();
    let deciding = rows.iter().find(|row| row["stage"]["key"] == "to_submit" || row["stage"]["key"] == "submitted");
    let dossier = deciding.expect("a dossier with its simulation")["id"].as_i64().unwrap();
    let window = Window::open(&place);
    window.by_label("Phrase secrète").type_keys(PASSPHRASE);
    window.press(Key::Enter);
    window.wait_until("document.querySelector('.tasks a') !== null");
    window.resize(1366, 768);
    window.run(&format!(
        "const link = Object.assign(document.createElement('a'), {{ href: '#/dossiers/{dossier}/budget' }});
         document.body.append(link); link.click(); link.remove();"
    ));
    window.by_role("heading", "Budget du foyer");
    window.by_role("link", "Vue de l’emprunteur").click();
    window.by_role("heading", "Votre budget et votre prêt");
    window.wait_for("Ce qui reste pour vivre");
    window.wait_for("Le prêt vous coûte");
    assert_sound(&window);
    window.picture("vue-emprunteur");
    assert_eq!(window.run("return document.querySelectorAll('.rail, .undo').length"), 0);
    assert_eq!(window.run("return document.title"), "Votre budget et votre prêt – Étrier");
    for key in ['k', 'n'] {
        window.press_with(Key::Control, key);
    }
    window.press(Key::F1);
    window.by_role("heading", "Votre budget et votre prêt");
    assert_eq!(window.run("return document.querySelectorAll('dialog').length"), 0);
    window.press(Key::Escape);
    window.by_role("heading", "Budget du foyer");
    window.close();
}
