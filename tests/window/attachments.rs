//! The scans of a dossier in the real window: seen, renamed, said to be a paper of the list, taken out, brought back;
//! files let go on the window are read in Rust, and what cannot be kept says why.

use std::path::Path;

use serde_json::Value;

use crate::adviser::assert_sound;
use crate::window::{Key, PASSPHRASE, Place, Window};

fn corpus(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/attachments").join(name).display().to_string()
}

/// A demonstration whose first dossier has a scan of each kind; gives the dossier's number.
fn a_dossier_with_scans(place: &Place) -> i64 {
    place.cli(&["demo"]);
    let rows: Vec<Value> = serde_json::from_str(&place.cli(&["dossiers", "--json"])).unwrap();
    let reference = rows[0]["reference"].as_str().unwrap();
    let files = ["photo.jpg", "letter.docx", "note.txt", "scripts.pdf"].map(corpus);
    let mut arguments = vec!["attach", "--dossier", reference];
    arguments.extend(files.iter().map(String::as_str));
    place.cli(&arguments);
    rows[0]["id"].as_i64().unwrap()
}

fn go(window: &Window, dossier: i64) {
    window.by_label("Phrase secrète").type_keys(PASSPHRASE);
    window.press(Key::Enter);
    window.by_role("heading", "Vendredi 20 novembre");
    window.run(&format!("location.hash = '#/dossiers/{dossier}/pieces'"));
    window.run(&format!(
        "const link = Object.assign(document.createElement('a'), {{ href: '#/dossiers/{dossier}/pieces' }});
         document.body.append(link); link.click(); link.remove();"
    ));
    window.by_role("heading", "Fichiers du dossier");
}

#[test]
fn scans_are_seen_inside_named_and_taken_out() {
    let place = Place::new();
    let dossier = a_dossier_with_scans(&place);
    let window = Window::open(&place);
    go(&window, dossier);
    window.wait_for("4 fichiers, 3 ko");

    window.find("section.inside .pages img");
    window.wait_for("Page 1 sur 2");
    window.by_role("button", "Page suivante").click();
    window.wait_for("Page 2 sur 2");
    window.wait_until("document.querySelector('.inside figcaption').textContent.includes('Deuxieme page')");
    assert_sound(&window);

    window.by_role("button", "note.txt").click();
    window.wait_for("Reçu le 3 novembre.");
    assert_sound(&window);
    window.press(Key::Up);
    window.wait_for("s’ouvre dans un autre programme.");
    window.press(Key::Up);
    window.wait_until("document.querySelector('.inside img.picture')?.naturalWidth > 0");
    assert!(window.run("return document.querySelector('.inside img').src").as_str().unwrap().starts_with("blob:"));
    assert_sound(&window);

    window.by_label("Nom").clear();
    window.type_keys("Carte d’identité");
    window.press(Key::Enter);
    window.wait_for("Nouveau nom de « photo.jpg »");
    window.by_label("Pièce").choose("Pièce d’identité");
    window.wait_until("document.querySelector('table.files tr.on td').textContent === 'Pièce d’identité'");
    window.by_role("button", "Retirer").click();
    window.wait_for("3 fichiers,");
    window.press_with(Key::Control, 'z');
    window.wait_for("4 fichiers,");
    assert_sound(&window);
    window.close();
}

#[test]
fn files_let_go_on_the_window_are_kept_or_refused_one_by_one() {
    let place = Place::new();
    let dossier = a_dossier_with_scans(&place);
    let window = Window::open(&place);
    go(&window, dossier);
    window.wait_for("4 fichiers, 3 ko");
    window.let_go(&["picture.png", "page.html"].map(corpus));
    window.wait_for("Un fichier n’est pas gardé");
    window.wait_for("page.html");
    window.wait_for("5 fichiers,");
    window.wait_until("document.querySelector('table.files tr.on').textContent.includes('picture.png')");
    assert_sound(&window);
    let told = window.run("return document.documentElement.outerHTML");
    assert!(!told.as_str().unwrap().contains("corpus/attachments"), "no path reaches the page");
    window.close();
}
