//! What the adviser does in every journey: the first start, the unlocking, the
//! request of Sonia Delmas with her household and her budget; and what must be
//! true of each screen met on the way.

use serde_json::Value;

use crate::window::{Key, PASSPHRASE, Place, Window};

/// A line of a budget as it is typed: line, amount, frequency where it is not the
/// usual one, detail, then what a debt adds: left to pay, last month.
pub type Line = [&'static str; 6];

/// First start of an empty office, on one page: the office, a phrase of one's own, the code copied back in part.
pub fn create_office(window: &Window) {
    begin(window);
    window.by_role("button", "Choisir ma propre phrase").click();
    window.by_label("Phrase secrète").type_keys(PASSPHRASE);
    window.by_label("La même, une seconde fois").type_keys(PASSPHRASE);
    window.wait_for("Très solide");
    copy_the_code(window);
    assert_sound(window);
    window.by_role("button", "Ouvrir Étrier Ctrl Entrée").click();
    window.wait_for("Tout commence par une demande");
    assert_sound(window);
}

/// The page of one's own office, with its names.
pub fn begin(window: &Window) {
    window.by_role("button", "Commencer pour de vrai").click();
    window.by_label("Nom du CCAS exigé").type_keys("CCAS de Valbourg");
    window.by_label("Votre prénom et nom exigé").type_keys("Nadia Ferrand");
}

/// The code read and copied back in part.
pub fn copy_the_code(window: &Window) {
    window.find("ol.code");
    let code = window.run("return [...document.querySelectorAll('ol.code li')].map((group) => group.textContent)");
    let code: Vec<String> = serde_json::from_value(code).unwrap();
    assert_eq!(code.len(), 8);
    let asked = window.outline();
    for (number, group) in (1..).zip(&code) {
        let label = format!("Groupe {number}");
        if asked.contains(&format!("textbox \"{label}\"")) {
            window.by_label(&label).type_keys(&group.to_lowercase());
        }
    }
}

/// Opens an office without dossiers by its passphrase.
pub fn unlock(window: &Window) {
    window.by_label("Phrase secrète").type_keys(PASSPHRASE);
    window.press(Key::Enter);
    window.wait_for("Tout commence par une demande");
}

/// Opens a demonstration made in that place, on its day.
pub fn open_demo(place: &Place) -> Window {
    place.cli(&["demo"]);
    open_made_demo(place)
}

/// Opens the demonstration already made in that place.
pub fn open_made_demo(place: &Place) -> Window {
    let window = Window::open(place);
    window.by_label("Phrase secrète").type_keys(PASSPHRASE);
    window.press(Key::Enter);
    window.wait_until("document.querySelector('.tasks a') !== null");
    window
}

/// Records the request, received on a day or, left empty, today.
pub fn record_request(window: &Window, received_on: &str) {
    window.press_with(Key::Control, 'n');
    window.by_label("Nom exigé").type_keys("Delmas");
    window.press(Key::Tab);
    window.type_keys("Sonia");
    window.by_label("Téléphone").type_keys("0639984107");
    window.by_label("Une personne, un service, ou elle-même").type_keys("accueil du CCAS");
    window.by_label("Objet du prêt").choose("Achat d’un véhicule");
    window.by_label("Avec ses mots").type_keys("voiture d’occasion pour le travail");
    window.by_label("Montant").type_keys("2400");
    if !received_on.is_empty() {
        window.by_role("button", "Commencée ailleurs").click();
        window.by_label("Demande reçue le").type_keys(received_on);
    }
    assert_sound(window);
    window.press_with(Key::Control, Key::Enter);
    window.by_role("heading", "Sonia Delmas");
    window.wait_for("2026-001");
    assert_sound(window);
}

/// Types who she is and her two children.
pub fn fill_household(window: &Window) {
    enter(window, "personne");
    window.by_label("Civilité").choose("Madame");
    window.by_label("Date de naissance").type_keys("17/05/1992");
    window.press(Key::Tab);
    window.wait_for("34 ans");
    for (name, born_on) in [("Lina Delmas", "03/02/2017"), ("Noé Delmas", "21/06/2020")] {
        window.press_with(Key::Alt, 'n');
        window.by_label("Prénom, ou prénom et nom").type_keys(name);
        window.by_label("Lien").choose("Enfant à charge");
        window.by_label("Né(e) le (facultatif)").type_keys(born_on);
        assert_sound(window);
        window.press(Key::Enter);
        window.by_role("button", name);
    }
    window.wait_for("3 personnes comptées dans le reste à vivre");
    assert_sound(window);
}

/// Types the lines one after the other, then leaves the form.
pub fn fill_budget(window: &Window, lines: &[Line]) {
    enter(window, "budget");
    window.wait_until("document.activeElement.name === 'amount'");
    assert_sound(window);
    for [line, amount, frequency, detail, outstanding, ends] in lines {
        open_budget_line(window, line);
        window.type_keys(amount);
        let cell = |what: &str| window.by_label(&format!("{what}, {line}"));
        if !frequency.is_empty() {
            cell("Par").choose(frequency);
        }
        if !ends.is_empty() {
            cell("Reste dû").type_keys(outstanding);
            cell("Dernier mois").type_keys(ends);
        }
        if !detail.is_empty() {
            if ends.is_empty() {
                window.by_role("button", "Préciser Alt Entrée").click();
            }
            cell("Précision").type_keys(detail);
        }
        window.press(Key::Enter);
        window.wait_until(&format!(
            "[...document.querySelectorAll('tr:not(.empty, .edit) button.line')].some((one) => one.textContent.startsWith('{line}'))"
        ));
    }
    assert_sound(window);
    window.press(Key::Escape);
}

/// Opens the line of that name where it stands, else by its name at the foot of a section.
fn open_budget_line(window: &Window, line: &str) {
    let is_open = format!(
        "document.querySelector('tr.edit th')?.textContent.startsWith('{line}') && document.activeElement.name === 'amount'"
    );
    let stands = window.run(&format!(
        "if ({is_open}) return true;
         const line = [...document.querySelectorAll('button.line')].find((one) => one.textContent.startsWith('{line}'));
         line?.click();
         return Boolean(line);"
    ));
    if stands != true {
        window.press_with(Key::Alt, 'n');
        window.wait_until("document.activeElement.name?.startsWith('rare-')");
        window.type_keys(line);
        window.press(Key::Enter);
    }
    window.wait_until(&is_open);
}

/// Enters a room of the open dossier, by the end of its address.
pub fn enter(window: &Window, room: &str) {
    window.find(".rooms a");
    window.run(&format!(
        "const here = document.querySelector('.rooms a').getAttribute('href');
         const link = Object.assign(document.createElement('a'), {{ href: `${{here}}/{room}` }});
         document.body.append(link);
         link.click();
         link.remove();"
    ));
}

/// Nothing for axe to say, and at twice the size nothing to scroll sideways for.
#[track_caller]
pub fn assert_sound(window: &Window) {
    assert_eq!(window.axe(), Vec::<String>::new());
    window.fill(683, 480);
    let wide = wider_than_the_window(window);
    window.fill(1366, 768);
    assert_eq!(wide, Vec::<String>::new());
}

/// What makes the page scroll sideways, or sticks out of what does not scroll by itself.
#[track_caller]
pub fn wider_than_the_window(window: &Window) -> Vec<String> {
    let wide = window.run(
        "const scrolls = (element) => ['auto', 'scroll'].includes(getComputedStyle(element).overflowX);
         const inScroller = (element) => element.parentElement && (scrolls(element.parentElement) || inScroller(element.parentElement));
         const right = (element) => Math.round(element.getBoundingClientRect().right + scrollX);
         const told = (element) => `to ${right(element)} of ${innerWidth}: ${element.outerHTML.slice(0, 160)}`;
         const out = [...document.body.querySelectorAll('*')]
           .filter((element) => right(element) > innerWidth && !inScroller(element));
         const page = document.documentElement.scrollWidth;
         return [...(page > innerWidth ? [`the page is ${page} wide`] : []), ...out.slice(0, 5).map(told)];",
    );
    serde_json::from_value(wide).unwrap()
}

/// Texts that stand in a column of a word or a letter a line.
#[track_caller]
pub fn squeezed(window: &Window) -> Vec<String> {
    let squeezed = window.run(
        "const told = (element) => `squeezed at ${innerWidth}: ${element.textContent.trim().slice(0, 60)}`;
         const texts = [...document.querySelectorAll('main :is(th, td, li, p, dt, dd, label, a, button, span, figcaption)')];
         const tall = texts.filter((element) => {
           const words = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
           const { width, height } = element.getBoundingClientRect();
           const long = words.map((node) => node.data.trim()).join(' ').length > 8;
           return long && width > 2 && height > 90 && height > 2.5 * width;
         });
         return tall.slice(0, 5).map(told);",
    );
    serde_json::from_value(squeezed).unwrap()
}

/// What another process answers to a call on the office.
pub fn call(place: &Place, name: &str, input: &Value) -> Value {
    serde_json::from_str(&place.cli(&["call", name, &input.to_string()])).unwrap()
}
