//! Every screen of a demonstration in both themes, at the size of an office's
//! laptop and at twice that size: nothing for axe to say, nothing to scroll
//! sideways for, nothing the keyboard loses, nothing cut when letters are set
//! apart, and what a screen reader says is what is kept of it. Each is pictured:
//! `target/window/index.html` shows them all, to be compared with what was drawn.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::adviser::{squeezed, wider_than_the_window};
use crate::outlines;
use crate::window::{Key, PASSPHRASE, Place, Window};

/// The screens beside the rooms of a dossier, by their address and what each shows once it is there.
pub const SCREENS: &[[&str; 2]] = &[
    ["dossiers", "table tbody tr"],
    ["aujourdhui", ".tasks li"],
    ["demande", "form"],
    ["simulateur", "form"],
    ["bilan", ".six"],
    ["bilan/2026~publication", ".six"],
    ["bilan/2026/nombres", "table.figures"],
    ["bilan/2025/papier", ".pages img"],
    ["bilan/2025/nombre/requests", ".counted-dossiers a"],
    ["partenaires", "table tbody tr"],
    ["releve", "main .sheet"],
    ["remboursements", "main .sheet"],
    ["seances", "main .sheet"],
    ["securite", "table tbody tr"],
    ["aide", "article"],
    ["aide/objections", "article details"],
    ["reglages/registre", "main .sheet"],
    ["reglages", ".office-logo"],
];

/// The sections of the settings after the first.
const SECTIONS: &[&str] = &[
    "Règles",
    "Banques et conventions",
    "Produits",
    "Pièces demandées",
    "Listes de choix",
    "Suivi et questionnaire",
    "Délibérations",
    "Courriers et charte",
    "Valeurs légales",
];

/// The rooms of a dossier, and what each shows once it is there.
pub const ROOMS: &[[&str; 2]] = &[
    ["vue", ".need, .sheet .state"],
    ["personne", "table tbody tr"],
    ["projet", "table tbody tr"],
    ["budget", "table tbody tr"],
    ["simulation", "table tbody tr"],
    ["releves", ".drop"],
    ["pieces", ".dropline, .drop"],
    ["evaluation", "table tbody tr"],
    ["decisions", ".offers button"],
    ["pret", ".life"],
    ["documents", ".pages img"],
    ["suivi", ".life"],
    ["journal", "main .sheet"],
    ["fin", ".life"],
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

/// The parts the screens are made of, each in all its states, on a page of their own in the place of the locked
/// office: it is built for this test, wears the style that is shipped, and is no part of what is shipped.
#[test]
fn every_part_is_sound_in_each_of_its_states() {
    let page = states_of_the_parts();
    let place = Place::new();
    place.create_office();
    for (theme, window) in
        [("parts en clair", Window::open(&place)), ("parts en sombre", Window::open_in_the_dark(&place))]
    {
        window.by_role("heading", "Bonjour");
        window.run("document.body.replaceChildren()");
        window.run(&page);
        window.by_role("heading", "Les parts et leurs états");
        let pictured = Pictured::new(&window, theme);
        pictured.look("parts");
        window.by_role("button", "D’où vient ce chiffre ? Reste à vivre").click();
        window.find("dialog[open]");
        pictured.look("parts a figure explained");
        window.press(Key::Escape);
        window.by_label("Ligne").click();
        window.wait_until("document.querySelectorAll('[role=option]').length > 1");
        pictured.look("parts a list open");
        pictured.show_faults();
    }
    show_pictures();
}

/// The script that shows the page of the parts, as Vite makes it.
fn states_of_the_parts() -> String {
    let ui = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui");
    let built = Command::new("node_modules/.bin/vite")
        .args(["build", "--config", "states.config.ts"])
        .current_dir(&ui)
        .output()
        .expect("Vite runs: npm ci in ui/");
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    fs::read_to_string(ui.join("node_modules/.states/states.js")).unwrap()
}

/// A person who reads at four times the size of a common screen has 320 pixels of the page: nothing but tables and
/// papers is scrolled sideways, each by itself (WCAG 1.4.10).
#[test]
fn every_screen_is_read_in_one_column_of_320_pixels() {
    let place = Place::new();
    place.cli(&["demo"]);
    let running = one_of_each_stage(&place)["running"];
    let window = Window::open(&place);
    window.by_label("Phrase secrète").type_keys(PASSPHRASE);
    window.press(Key::Enter);
    window.by_role("heading", "Vendredi 20 novembre");
    window.resize(640, 480);
    for _ in 0..5 {
        window.press_with(Key::Control, '+');
    }
    window.wait_until("innerWidth === 320");
    let rooms = ROOMS.iter().map(|[room, shown]| (format!("dossiers/{running}/{room}"), shown));
    let screens = SCREENS.iter().map(|[address, shown]| ((*address).to_owned(), shown));
    let mut faults = Vec::new();
    for (address, shown) in screens.chain(rooms) {
        visit(&window, &address, shown);
        faults.extend(wider_than_the_window(&window).into_iter().map(|fault| format!("{address}: {fault}")));
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

/// The page a dossier opens on is read in five seconds: at each stage its words and what can be pressed are counted,
/// its head stands on two lines, and it is pictured beside what was drawn.
#[test]
fn the_page_a_dossier_opens_on_keeps_to_its_budget_of_words_at_each_stage() {
    const WORDS: u64 = 340;
    const CONTROLS: u64 = 30;
    const HEAD: u64 = 96;
    let place = Place::new();
    place.cli(&["demo"]);
    let dossiers = one_of_each_stage(&place);
    let folder = gallery().join("vue");
    fs::create_dir_all(&folder).unwrap();
    let mut beyond = Vec::new();
    for theme in ["clair", "sombre"] {
        let window = if theme == "clair" { Window::open(&place) } else { Window::open_in_the_dark(&place) };
        window.by_label("Phrase secrète").type_keys(PASSPHRASE);
        window.press(Key::Enter);
        window.by_role("heading", "Vendredi 20 novembre");
        for (stage, dossier) in &dossiers {
            visit(&window, &format!("dossiers/{dossier}"), ".now .where");
            for (width, height) in [(1920, 1080), (1366, 768)] {
                window.fill(width, height);
                window.screenshot(&folder.join(format!("{theme}-{width}-{stage}.png")));
            }
            let mut counted = window.counted("");
            let head = "return Math.ceil(document.querySelector('.dossier-head').getBoundingClientRect().height)";
            counted["head"] = window.run(head);
            let count = |what: &str| counted[what].as_u64().unwrap_or(u64::MAX);
            for (what, most) in [("words", WORDS), ("controls", CONTROLS), ("head", HEAD), ("page", 0), ("main", 1)] {
                if count(what) > most {
                    beyond.push(format!("{theme} {stage}: {what} {}, {most} at most", counted[what]));
                }
            }
        }
        window.close();
    }
    assert!(beyond.is_empty(), "{}", beyond.join("\n"));
}

/// Every room of a dossier is one look and one click away: its tabs stand on one line of a common screen.
fn rooms_on_several_lines(window: &Window) -> Option<String> {
    let lines =
        window.run("return new Set([...document.querySelectorAll('.rooms a')].map((tab) => tab.offsetTop)).size");
    (lines.as_u64().unwrap() > 1).then(|| format!("the rooms stand on {lines} lines"))
}

/// A dossier of each stage, by the name of the stage.
pub fn one_of_each_stage(place: &Place) -> BTreeMap<String, i64> {
    let rows: Vec<Value> = serde_json::from_str(&place.cli(&["dossiers", "--json"])).unwrap();
    let stage = |row: &Value| (row["stage"]["key"].as_str().unwrap().to_owned(), row["id"].as_i64().unwrap());
    rows.iter().map(stage).collect()
}

/// A window, where its pictures go, and what was found wrong, told once all was seen.
struct Pictured<'w> {
    window: &'w Window,
    folder: PathBuf,
    faults: RefCell<Vec<String>>,
}

impl<'w> Pictured<'w> {
    fn new(window: &'w Window, theme: &str) -> Self {
        let folder = gallery().join(theme);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        Self { window, folder, faults: RefCell::default() }
    }

    /// Looks at the screen at both sizes, hears its outline and takes its picture.
    #[track_caller]
    fn look(&self, screen: &str) {
        // A little narrower than usual, as a window is beside another or zoomed once: nothing is squeezed.
        for width in [1024, 1242] {
            self.window.fill(width, 700);
            self.tell([wider_than_the_window(self.window), squeezed(self.window)].concat(), screen);
        }
        for (width, height) in [(683, 480), (1366, 768)] {
            self.window.fill(width, height);
            let found = [self.window.axe(), wider_than_the_window(self.window)].concat();
            self.tell(found, &format!("{screen}, {width} by {height}"));
        }
        self.tell(rooms_on_several_lines(self.window), screen);
        self.tell(outlines::difference(self.window, screen), screen);
        self.tell(self.window.strained(), screen);
        let number = fs::read_dir(&self.folder).unwrap().count();
        let name = screen.replace(|letter: char| !letter.is_alphanumeric(), "-");
        self.window.screenshot(&self.folder.join(format!("{number:02}-{name}.png")));
    }

    /// Fails with all that was found wrong.
    #[track_caller]
    fn show_faults(&self) {
        let faults = self.faults.take();
        assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    }

    fn tell(&self, found: impl IntoIterator<Item = String>, screen: &str) {
        self.faults.borrow_mut().extend(found.into_iter().map(|fault| format!("{screen}: {fault}")));
    }
}

pub fn gallery() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/window")
}

/// One page with every picture.
fn show_pictures() {
    let mut page = String::from("<!doctype html><meta charset=utf-8><title>Étrier</title>\n");
    for theme in ["clair", "sombre", "parts en clair", "parts en sombre"] {
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
    pictured.look("the locked office");
    window.by_label("Phrase secrète").type_keys(PASSPHRASE);
    window.press(Key::Enter);
    window.by_role("heading", "Vendredi 20 novembre");
    for [address, shown] in SCREENS {
        visit(window, address, shown);
        pictured.look(address);
    }
    for section in SECTIONS {
        window.by_role("button", section).click();
        window.wait_until("document.querySelectorAll('.settings .sheet').length > 1");
        pictured.look(section);
    }
    window.press_with(Key::Control, 'k');
    window.wait_until("document.querySelectorAll('.palette [role=option]').length > 9");
    pictured.look("aller a");
    window.press(Key::Escape);
    for [room, shown] in ROOMS {
        visit(window, &format!("dossiers/{}/{room}", dossiers["running"]), shown);
        pictured.look(room);
    }
    for (stage, dossier) in dossiers {
        visit(window, &format!("dossiers/{dossier}/decisions"), ".offers button");
        pictured.look(&format!("decisions {stage}"));
        window.find(".offers button:not(:disabled)").click();
        window.find("form.adding");
        pictured.look(&format!("decisions {stage} being noted"));
        window.press(Key::Escape);
        window.wait_until("document.querySelector('form.adding') === null");
    }
    show_pictures();
    pictured.show_faults();
}

/// Follows a link to an address; what was shown before does not count as what it shows.
pub fn visit(window: &Window, address: &str, shown: &str) {
    window.run(&format!(
        "for (const old of document.querySelectorAll('main *')) old.dataset.left = '';
         const link = Object.assign(document.createElement('a'), {{ href: '#/{address}' }});
         document.body.append(link);
         link.click();
         link.remove();"
    ));
    window.find(&format!("main :is({shown}):not([data-left])"));
}
