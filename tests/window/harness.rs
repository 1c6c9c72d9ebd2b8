//! The harness itself, on a page of its own inside the real window: each word
//! finds what a person would find, and a fault that is there is heard.

use crate::window::{Key, Place, Window};

const FORM: &str = r#"document.body.innerHTML = `<main>
  <h1>Nouvelle demande</h1>
  <form><label for="last">Nom</label><input id="last" aria-describedby="hint"><p id="hint">Seul le nom est exigé.</p>
  <label for="origin">Origine</label><select id="origin"><option>Accueil du CCAS</option><option>Banque partenaire</option></select>
  <label><input type="checkbox"> Vit au foyer</label>
  <button type="button">Enregistrer</button></form>
  <p id="said" role="status"></p></main>`;
const said = document.getElementById("said");
document.querySelector("button").onclick = () =>
  setTimeout(() => { said.textContent = "Reste à vivre : 1\u202f018,58\u00a0€"; }, 100);
document.onkeydown = (event) => { if (event.ctrlKey && event.key === "z") said.textContent = "Annulé"; };"#;

const OUTLINE: &str = r#"main
  heading 1 "Nouvelle demande"
  textbox "Nom" = "D’Œuvre, Élodie" (Seul le nom est exigé.)
  text: Seul le nom est exigé.
  combobox "Origine" = "Banque partenaire"
  checkbox "Vit au foyer" [checked]
  button "Enregistrer" [focused]
  status
    text: Reste à vivre : 1 018,58 €"#;

#[test]
fn a_form_is_filled_by_its_labels_and_read_by_its_outline() {
    let place = Place::new();
    let window = Window::open(&place);
    window.run(FORM);

    let last = window.by_label("Nom");
    last.type_keys("à effacer");
    last.clear();
    last.type_keys("D’Œuvre");
    window.type_keys(", Élodie");
    assert_eq!(last.value(), "D’Œuvre, Élodie");
    window.by_label("Origine").choose("Banque partenaire");
    window.press(Key::Tab);
    window.press(Key::Space);
    window.press(Key::Tab);
    assert_eq!(window.focused(), r#"button "Enregistrer" [focused]"#);
    window.press(Key::Enter);
    window.wait_for("1 018,58 €");
    assert_eq!(window.outline(), OUTLINE);

    window.press_with(Key::Control, 'z');
    window.wait_gone("1 018,58 €");
    assert_eq!(window.find("#said").text(), "Annulé");
    assert!(window.text().contains("Annulé"));
    window.by_role("button", "Enregistrer").click();
    window.wait_for("1 018,58 €");
    window.close();
}

#[test]
fn every_key_reaches_the_page_under_its_name() {
    let place = Place::new();
    let window = Window::open(&place);
    window.run("window.keys = []; document.onkeydown = (event) => { keys.push(event.key); event.preventDefault(); };");
    let keys = [
        (Key::Alt, "Alt"),
        (Key::Backspace, "Backspace"),
        (Key::Control, "Control"),
        (Key::Delete, "Delete"),
        (Key::Down, "ArrowDown"),
        (Key::End, "End"),
        (Key::Enter, "Enter"),
        (Key::Escape, "Escape"),
        (Key::F1, "F1"),
        (Key::F2, "F2"),
        (Key::F8, "F8"),
        (Key::F9, "F9"),
        (Key::Home, "Home"),
        (Key::Left, "ArrowLeft"),
        (Key::Right, "ArrowRight"),
        (Key::Shift, "Shift"),
        (Key::Space, " "),
        (Key::Tab, "Tab"),
        (Key::Up, "ArrowUp"),
    ];
    for (key, name) in keys {
        window.press(key);
        window.wait_until(&format!("keys.at(-1) === '{name}'"));
    }
}

/// The form answers a tenth of a second after the click.
#[test]
fn what_a_click_asks_for_is_timed_until_it_is_painted() {
    let place = Place::new();
    let window = Window::open(&place);
    window.run(FORM);
    let took = window.timed("click", ("button", ""), ("#said", "1 018,58 €"));
    assert!(100.0 <= took.in_page && took.in_page <= took.painted, "{took:?}");
    window.close();
}

#[test]
fn axe_hears_a_planted_fault() {
    let place = Place::new();
    let window = Window::open(&place);
    window.run(FORM);
    assert_eq!(window.axe(), Vec::<String>::new());
    window.run("document.querySelector('main').insertAdjacentHTML('beforeend', '<input>')");
    let found = window.axe();
    assert!(found.iter().any(|fault| fault.starts_with("label: ")), "{found:?}");
}

#[test]
fn the_window_takes_the_size_it_is_given_and_shows_itself() {
    let place = Place::new();
    let window = Window::open(&place);
    window.resize(800, 600);
    window.wait_until("innerWidth === 800 && innerHeight === 600");
    let picture = place.folder().join("window.png");
    window.screenshot(&picture);
    assert!(std::fs::read(&picture).unwrap().starts_with(b"\x89PNG"));
    window.kill();
}
