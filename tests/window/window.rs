//! The real window as a person with a keyboard meets it: fields by their
//! label, buttons by their name, sentences by what is read. Every word waits
//! for the page, with a bound, and says what stood there when it gave up.
//!
//! ```text
//! let place = Place::new();
//! let window = Window::open(&place);
//! window.by_label("Nom").type_keys("Delmas");
//! window.press(Key::Enter);
//! window.wait_for("2026-001");
//! assert_eq!(window.axe(), Vec::<String>::new());
//! ```

use std::fs::OpenOptions;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use base64::Engine;
use serde_json::{Value, json};

use crate::driver::{Driver, Refused};
use crate::element::Element;
pub use crate::keys::Key;

/// How long the page has to show what a journey expects.
const BOUND: Duration = Duration::from_secs(15);

/// The day the journeys take place.
pub const TODAY: &str = "2026-11-20";

/// What opens the offices of the journeys.
pub const PASSPHRASE: &str = "chamois tandem orgeat boussole";

const PAGE: &str = include_str!("page.js");

/// A machine of its own for one journey: the office, the home and the
/// temporary folder are private, so that a test can read all that was written.
pub struct Place(tempfile::TempDir);

impl Place {
    /// Makes an empty place.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for room in ["office", "home", "tmp"] {
            std::fs::create_dir(folder.path().join(room)).expect("a room in it");
        }
        Self(folder)
    }

    /// Everything the program may have written: office, home, temporary files, output.
    pub fn folder(&self) -> &Path {
        self.0.path()
    }

    /// Creates the office without the window and gives its recovery code.
    pub fn create_office(&self) -> String {
        let made = self.cli(&["init", "--name", "CCAS de Valbourg", "--advisor", "Nadia Ferrand", "--json"]);
        let made: Value = serde_json::from_str(&made).expect("what init answers");
        string(made["recovery_code"].clone())
    }

    /// Runs `etrier-cli` on the office, in a process of its own, and gives what it prints.
    pub fn cli(&self, arguments: &[&str]) -> String {
        self.cli_on(TODAY, arguments)
    }

    /// The same on another day.
    pub fn cli_on(&self, today: &str, arguments: &[&str]) -> String {
        let answer = Command::new(built("etrier-cli"))
            .args(["--office", &text(&self.office()), "--today", today])
            .args(arguments)
            .env("ETRIER_PASSPHRASE", PASSPHRASE)
            .env("ETRIER_KDF", "smallest")
            .output()
            .expect("etrier-cli runs");
        assert!(answer.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&answer.stderr));
        String::from_utf8(answer.stdout).expect("text")
    }

    fn office(&self) -> PathBuf {
        self.folder().join("office")
    }
}

/// How long something took, in milliseconds.
#[derive(Clone, Copy, Debug)]
pub struct Took {
    /// Until it was in the page.
    pub in_page: f64,
    /// Until the frame after the one that shows it.
    pub painted: f64,
}

/// The application's window, open.
pub struct Window {
    pub driver: Driver,
    name: String,
}

impl Window {
    /// Opens the application on the place's office, on [`TODAY`].
    pub fn open(place: &Place) -> Self {
        Self::open_dressed(place, "Adwaita")
    }

    /// Opens it on a system that asks for a dark screen.
    pub fn open_in_the_dark(place: &Place) -> Self {
        Self::open_dressed(place, "Adwaita:dark")
    }

    /// Opens it as it lies on a stick: a copy of the program, its office in a folder beside it.
    pub fn open_on_a_stick(place: &Place) -> Self {
        let stick = place.folder().join("stick");
        std::fs::create_dir_all(stick.join("etrier-portable")).expect("a folder beside the program");
        let program = stick.join("etrier");
        std::fs::copy(built("etrier"), &program).expect("the program goes on the stick");
        Self::open_program(place, &program, &["--today".to_owned(), TODAY.to_owned()], "Adwaita")
    }

    fn open_dressed(place: &Place, theme: &str) -> Self {
        let arguments = ["--office", &text(&place.office()), "--today", TODAY].map(str::to_owned);
        Self::open_program(place, &built("etrier"), &arguments, theme)
    }

    fn open_program(place: &Place, program: &Path, arguments: &[String], theme: &str) -> Self {
        let room = |name: &str| text(&place.folder().join(name));
        let environment = [
            ("HOME", room("home")),
            ("XDG_CACHE_HOME", room("home/cache")),
            ("XDG_CONFIG_HOME", room("home/config")),
            ("XDG_DATA_HOME", room("home/data")),
            ("TMPDIR", room("tmp")),
            ("ETRIER_KDF", "smallest".to_owned()),
            ("GTK_THEME", theme.to_owned()),
        ];
        let output = OpenOptions::new().create(true).append(true).open(place.folder().join("output"));
        let output = output.expect("a file for what it says");
        let driver = Driver::start(program, arguments, &environment, output);
        let name = std::thread::current().name().unwrap_or("window").replace("::", "-");
        let window = Self { driver, name };
        window.wait_until("document.readyState === 'complete'");
        window.driver.take_keys();
        window
    }

    /// Lets files go on the window, as a file manager does.
    pub fn let_go(&self, files: &[String]) {
        self.driver.let_go(files);
    }

    /// The title of its frame.
    pub fn title(&self) -> String {
        self.driver.title()
    }

    /// Closes the print dialog of the system once it is open, without printing.
    #[track_caller]
    pub fn leave_printing(&self) {
        self.driver.leave_printing();
    }

    /// Closes the window as its cross does, and waits for the program's end.
    pub fn close(self) {
        self.driver.close();
    }

    /// Ends the program at once, as a power cut would.
    pub fn kill(self) {
        self.driver.kill();
    }

    /// The first element that the selector names.
    #[track_caller]
    pub fn find(&self, css: &str) -> Element<'_> {
        self.seek(json!(["css", css]))
    }

    /// The form field whose accessible name is `label`.
    #[track_caller]
    pub fn by_label(&self, label: &str) -> Element<'_> {
        self.seek(json!(["label", label]))
    }

    /// The element with this role and this accessible name: `("button", "Enregistrer")`.
    #[track_caller]
    pub fn by_role(&self, role: &str, name: &str) -> Element<'_> {
        self.seek(json!(["role", role, name]))
    }

    /// Waits until the page shows `text`; any space matches any space.
    #[track_caller]
    pub fn wait_for(&self, text: &str) {
        self.seek(json!(["says", text]));
    }

    /// Waits until the page no longer shows `text`.
    #[track_caller]
    pub fn wait_gone(&self, text: &str) {
        self.seek(json!(["silent", text]));
    }

    /// Waits until a JavaScript expression holds.
    #[track_caller]
    pub fn wait_until(&self, condition: &str) {
        if !self.holds_within(BOUND, condition) {
            self.give_up(&format!("{condition} never held"));
        }
    }

    /// Whether it holds before the bound.
    #[track_caller]
    pub fn holds_within(&self, bound: Duration, condition: &str) -> bool {
        let begun = Instant::now();
        while self.run(&format!("return Boolean({condition})")) != true {
            if begun.elapsed() > bound {
                return false;
            }
        }
        true
    }

    /// All that the page shows.
    #[track_caller]
    pub fn text(&self) -> String {
        string(self.execute("sync", json!(["text"])))
    }

    /// Presses and releases one key where the focus stands.
    #[track_caller]
    pub fn press(&self, key: Key) {
        self.strike(&[], key.into());
    }

    /// Presses a key or a character while a key is held: `(Key::Control, 'z')`.
    #[track_caller]
    pub fn press_with(&self, held: Key, other: impl Into<char>) {
        self.strike(&[held.into()], other.into());
    }

    /// Types where the focus stands, key after key.
    #[track_caller]
    pub fn type_keys(&self, text: &str) {
        let strokes = text.chars().flat_map(|letter| stroke(&[], letter));
        self.act(strokes.collect());
    }

    /// What has the focus, as a line of [`Window::outline`].
    #[track_caller]
    pub fn focused(&self) -> String {
        string(self.execute("sync", json!(["focus"])))
    }

    /// Roles, names, values and states in reading order, one line each.
    #[track_caller]
    pub fn outline(&self) -> String {
        string(self.execute("sync", json!(["outline"])))
    }

    /// What axe-core finds wrong with the page as it stands: must be empty.
    #[track_caller]
    pub fn axe(&self) -> Vec<String> {
        let found = self.execute("async", json!(["axe"]));
        let found = found.as_array().expect("axe gives a list");
        found.iter().cloned().map(string).collect()
    }

    /// What a keyboard or letters set apart would suffer from here, which axe-core does not look at: must be empty.
    #[track_caller]
    pub fn strained(&self) -> Vec<String> {
        let found = self.execute("async", json!(["strained"]));
        let found = found.as_array().expect("a list of faults");
        found.iter().cloned().map(string).collect()
    }

    /// How long it takes from a click, or from typing `value`, at `css`, to `text` in what `shown` names; `does` is
    /// `click`, `type` or `fill` (typed and left).
    #[track_caller]
    pub fn timed(&self, does: &str, (css, value): (&str, &str), (shown, text): (&str, &str)) -> Took {
        let took = self.execute("async", json!(["timed", does, css, value, shown, text]));
        match (took[0].as_f64(), took[1].as_f64()) {
            (Some(in_page), Some(painted)) => Took { in_page, painted },
            _ => self.give_up(&format!("{css} is not there, or {shown} already says {text}")),
        }
    }

    /// Writes what the window shows to a PNG file, once fonts and page are painted.
    #[track_caller]
    pub fn screenshot(&self, file: &Path) {
        let image = self.image().unwrap_or_else(|Refused(why)| self.give_up(&format!("its picture: {why}")));
        std::fs::write(file, image).expect("the picture is written");
    }

    /// What the window shows, as PNG.
    fn image(&self) -> Result<Vec<u8>, Refused> {
        let ask = |mode: &str, word: &str| {
            self.driver.tell(&format!("/execute/{mode}"), &json!({"script": PAGE, "args": [word]}))
        };
        ask("async", "painted")?;
        // The driver waits for the next painting, which a page at rest never needs: one point of it changes meanwhile.
        ask("sync", "twinkle")?;
        let image = self.driver.ask("/screenshot");
        ask("sync", "calm")?;
        let image = base64::engine::general_purpose::STANDARD.decode(string(image?));
        image.map_err(|cause| Refused(cause.to_string()))
    }

    /// Leaves a picture at the size of the mockups, in the folder `ETRIER_PICTURES` names; nothing where it names none.
    #[track_caller]
    pub fn picture(&self, name: &str) {
        if let Some(folder) = std::env::var_os("ETRIER_PICTURES") {
            self.resize(1366, 768);
            self.screenshot(&Path::new(&folder).join(name).with_extension("png"));
        }
    }

    /// What the page holds: its `words`, its `controls` that are seen, how much it scrolls (`page`), its main buttons
    /// (`main`). What is folded counts for nothing, nor what `apart` selects: the cells of a grid.
    #[track_caller]
    pub fn counted(&self, apart: &str) -> Value {
        let counted = self.run(&format!(
            "const apart = 'details:not([open]) > :not(summary){apart}';
             const seen = (element) => element.getClientRects().length > 0 && !element.closest(apart);
             const main = document.querySelector('main');
             const pressed = 'a[href], button, input, select, textarea, summary';
             return {{
               words: main.innerText.split(/[ \\n\\t]+/).filter((word) => /[\\p{{L}}\\p{{N}}]/u.test(word)).length,
               controls: [...main.querySelectorAll(pressed)].filter(seen).length,
               page: document.documentElement.scrollHeight - innerHeight,
               main: document.querySelectorAll('main .button.main').length,
             }};"
        ));
        println!("the page holds {counted}");
        counted
    }

    /// Gives the window another size, in pixels.
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32) {
        self.tell("/window/rect", json!({"width": width, "height": height}));
    }

    /// Gives the window another size and waits until the page has settled in it.
    #[track_caller]
    pub fn fill(&self, width: u32, height: u32) {
        self.resize(width, height);
        self.wait_until(&format!("innerWidth === {width} && innerHeight === {height}"));
        self.execute("async", json!(["painted"]));
    }

    /// Runs a line of JavaScript in the page and gives what it returns.
    #[track_caller]
    pub fn run(&self, script: &str) -> Value {
        self.tell("/execute/sync", json!({"script": script, "args": []}))
    }

    /// The element that a word of the page finds.
    #[track_caller]
    pub fn seek(&self, word: Value) -> Element<'_> {
        Element { window: self, id: self.found(word)["element"].clone() }
    }

    /// What the page answers to a word, once it finds what it is asked for.
    #[track_caller]
    pub fn found(&self, word: Value) -> Value {
        let mut arguments = vec![json!("wait"), json!(BOUND.as_millis() as u64)];
        arguments.extend(word.as_array().expect("a word and its arguments").iter().cloned());
        let found = self.execute("async", Value::Array(arguments));
        if let Some(missing) = found.get("missing") {
            self.give_up(&format!("{word} is not there: {missing}"));
        }
        found
    }

    /// Runs a word of the page, `sync` or `async`.
    #[track_caller]
    pub fn execute(&self, mode: &str, arguments: Value) -> Value {
        let path = format!("/execute/{mode}");
        let body = json!({"script": PAGE, "args": arguments});
        self.bring_axe();
        match self.driver.tell(&path, &body) {
            Ok(value) => value,
            // The page was replaced under the script: the next one answers.
            Err(Refused(_)) => {
                self.bring_axe();
                self.tell(&path, body)
            }
        }
    }

    #[track_caller]
    fn bring_axe(&self) {
        if self.run("return typeof axe") == "undefined" {
            self.run(&axe());
        }
    }

    /// Enter comes from the X server: once a list was open, WebKit takes that of WebDriver for the list.
    #[track_caller]
    fn strike(&self, held: &[char], letter: char) {
        if letter != Key::Enter.into() {
            return self.act(stroke(held, letter));
        }
        self.execute("sync", json!(["enter", held.len() + 1]));
        self.driver.enter(held.contains(&Key::Control.into()));
        self.wait_until("window.held === 0");
    }

    #[track_caller]
    fn act(&self, strokes: Vec<Value>) {
        let keyboard = json!({"type": "key", "id": "keyboard", "actions": strokes});
        self.tell("/actions", json!({"actions": [keyboard]}));
    }

    /// Asks something of the session.
    #[track_caller]
    pub fn ask(&self, path: &str) -> Value {
        let answer = self.driver.ask(path);
        answer.unwrap_or_else(|Refused(why)| self.give_up(&format!("{path}: {why}")))
    }

    /// Tells the session to do something.
    #[track_caller]
    pub fn tell(&self, path: &str, body: Value) -> Value {
        let answer = self.driver.tell(path, &body);
        answer.unwrap_or_else(|Refused(why)| self.give_up(&format!("{path}: {why}")))
    }

    /// Stops the test with what stood in the window, and a picture of it.
    #[track_caller]
    pub fn give_up(&self, why: &str) -> ! {
        let picture = root().join(format!("target/window/{}.png", self.name));
        let _ = std::fs::create_dir_all(picture.parent().expect("a folder"));
        if let Ok(image) = self.image() {
            let _ = std::fs::write(&picture, image);
        }
        let _ = self.driver.tell("/execute/sync", &json!({"script": axe(), "args": []}));
        let outline = json!({"script": PAGE, "args": ["outline"]});
        let outline = self.driver.tell("/execute/sync", &outline);
        let outline = outline.map_or_else(|Refused(why)| why, string);
        panic!("{why}\nIn the window ({}):\n{outline}", picture.display());
    }
}

fn stroke(held: &[char], letter: char) -> Vec<Value> {
    let down = |key: &char| json!({"type": "keyDown", "value": key});
    let up = |key: &char| json!({"type": "keyUp", "value": key});
    let keys = || held.iter().chain([&letter]);
    keys().map(down).chain(keys().rev().map(up)).collect()
}

/// A program built beside this test, `target/debug/etrier`, or of the folder that `ETRIER_PROGRAMS` names, as the
/// package installs it.
fn built(program: &str) -> PathBuf {
    if let Some(installed) = std::env::var_os("ETRIER_PROGRAMS") {
        return PathBuf::from(installed).join(program);
    }
    let test = std::env::current_exe().expect("this test is a file");
    let folder = test.ancestors().nth(2).expect("target/debug");
    folder.join(program)
}

/// The accessibility checker, as npm installed it for the window.
fn axe() -> String {
    let file = root().join("ui/node_modules/axe-core/axe.min.js");
    std::fs::read_to_string(file).expect("axe-core is installed: npm ci in ui/")
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn text(path: &Path) -> String {
    path.to_str().expect("a readable path").to_owned()
}

fn string(value: Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
