//! Every screen of a demonstration in both themes, at the size of an office's
//! laptop and at twice that size: nothing for axe to say, nothing to scroll
//! sideways for. Each is pictured: `target/window/index.html` shows them all,
//! to be compared with what was drawn.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::adviser::wider_than_the_window;
use crate::window::{Key, PASSPHRASE, Place, Window};

/// The screens beside the rooms of a dossier, by their address and what each shows once it is there.
const SCREENS: &[[&str; 2]] = &[
    ["dossiers", "table tbody tr"],
    ["aujourdhui", ".tasks li"],
    ["demande", "form"],
    ["simulateur", "form"],
    ["bilan", "table.figures"],
    ["bilan/2025/papier", ".pages img"],
    ["bilan/2025/nombre/requests", "table tbody tr"],
    ["partenaires", "table tbody tr"],
    ["releve", "main .sheet"],
    ["remboursements", "main .sheet"],
    ["seances", "main .sheet"],
    ["securite", "table tbody tr"],
    ["aide", "article"],
    ["aide/objections", "article details"],
    ["reglages/registre", "main .sheet"],
    ["reglages", "form"],
];

/// The sections of the settings after the first.
const SECTIONS: &[&str] =
    &["Règles", "Banques et conventions", "Produits", "Listes de choix", "Courriers", "Valeurs légales"];

/// The rooms of a dossier, and what each shows once it is there.
const ROOMS: &[[&str; 2]] = &[
    ["personne", "table tbody tr"],
    ["projet", "table tbody tr"],
    ["budget", "table tbody tr"],
    ["simulation", "table tbody tr"],
    ["pieces", ".drop"],
    ["evaluation", "table tbody tr"],
    ["decisions", ".offers button"],
    ["pret", "table tbody tr"],
    ["suivi", "main .sheet"],
    ["fin", "main .sheet"],
    ["documents", ".pages img"],
    ["journal", "main .sheet"],
    ["ensemble", ".huge"],
];

#[test]
fn every_screen_is_sound_in_the_light() {
    let place = Place::new();
    place.cli(&["demo"]);
    let dossiers = one_of_each_stage(&place);
    visit_all(&Pictured::new(&Window::open(&place), "clair"), &dossiers);
}

#[test]
fn every_screen_is_sound_in_the_dark() {
    let place = Place::new();
    place.cli(&["demo"]);
    let dossiers = one_of_each_stage(&place);
    let window = Window::open_in_the_dark(&place);
    window.wait_until("document.documentElement.dataset.theme === 'dark'");
    visit_all(&Pictured::new(&window, "sombre"), &dossiers);
}

/// A dossier of each stage, by the name of the stage.
fn one_of_each_stage(place: &Place) -> BTreeMap<String, i64> {
    let rows: Vec<Value> = serde_json::from_str(&place.cli(&["dossiers", "--json"])).unwrap();
    let stage = |row: &Value| (row["stage"]["key"].as_str().unwrap().to_owned(), row["id"].as_i64().unwrap());
    rows.iter().map(stage).collect()
}

/// A window, and where its pictures go.
struct Pictured<'w> {
    window: &'w Window,
    folder: PathBuf,
}

impl<'w> Pictured<'w> {
    fn new(window: &'w Window, theme: &str) -> Self {
        let folder = gallery().join(theme);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        Self { window, folder }
    }

    /// Nothing for axe to say and nothing to scroll sideways for, on an office's laptop and at twice the size.
    #[track_caller]
    fn assert_sound(&self, what: &str) {
        for (width, height) in [(683, 480), (1366, 768)] {
            self.window.fill(width, height);
            let found = [self.window.axe(), wider_than_the_window(self.window)].concat();
            assert_eq!(found, Vec::<String>::new(), "{what}, {width} by {height}");
        }
        let number = fs::read_dir(&self.folder).unwrap().count();
        let name = what.replace(|letter: char| !letter.is_alphanumeric(), "-");
        self.window.screenshot(&self.folder.join(format!("{number:02}-{name}.png")));
    }
}

fn gallery() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/window")
}

/// One page with every picture of both themes.
fn show_pictures() {
    let mut page = String::from("<!doctype html><meta charset=utf-8><title>Étrier</title>\n");
    for theme in ["clair", "sombre"] {
        let Ok(folder) = fs::read_dir(gallery().join(theme)) else { continue };
        let mut names: Vec<String> = folder.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        for name in names {
            writeln!(
                page,
                "<figure><img src='{theme}/{name}' width=1366><figcaption>{theme} {name}</figcaption></figure>"
            )
            .unwrap();
        }
    }
    fs::write(gallery().join("index.html"), page).unwrap();
}

/// The lock, every screen, every section of the settings, every room of a running loan, and what
/// is decided at every stage, with its first form open.
fn visit_all(pictured: &Pictured<'_>, dossiers: &BTreeMap<String, i64>) {
    let window = pictured.window;
    window.by_role("heading", "Bonjour");
    pictured.assert_sound("the locked office");
    window.by_label("Phrase secrète").type_keys(PASSPHRASE);
    window.press(Key::Enter);
    window.by_role("heading", "Vendredi 20 novembre");
    for [address, shown] in SCREENS {
        visit(pictured, address, shown);
    }
    for section in SECTIONS {
        window.by_role("button", section).click();
        window.wait_until("document.querySelectorAll('.set .sheet').length > 1");
        pictured.assert_sound(section);
    }
    window.press_with(Key::Control, 'k');
    window.wait_until("document.querySelectorAll('.pal [role=option]').length > 9");
    pictured.assert_sound("aller a");
    window.press(Key::Escape);
    for [room, shown] in ROOMS {
        visit(pictured, &format!("dossiers/{}/{room}", dossiers["running"]), shown);
    }
    for dossier in dossiers.values() {
        visit(pictured, &format!("dossiers/{dossier}/decisions"), ".offers button");
        window.find(".offers button:not(:disabled)").click();
        window.find("form.adding");
        pictured.assert_sound("a decision being noted");
        window.press(Key::Escape);
        window.wait_until("document.querySelector('form.adding') === null");
    }
    show_pictures();
}

/// Follows a link to an address; what was shown before does not count as what it shows.
fn visit(pictured: &Pictured<'_>, address: &str, shown: &str) {
    pictured.window.run(&format!(
        "for (const old of document.querySelectorAll('main *')) old.dataset.left = '';
         const link = Object.assign(document.createElement('a'), {{ href: '#/{address}' }});
         document.body.append(link);
         link.click();
         link.remove();"
    ));
    pictured.window.find(&format!("main :is({shown}):not([data-left])"));
    pictured.assert_sound(address);
}
