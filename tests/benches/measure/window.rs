//! The window beside an empty one of the same toolkit, beside Calc and beside a browser.

use std::fs::OpenOptions;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{ConnectionExt, ImageFormat};
use x11rb::rust_connection::RustConnection;

use crate::built;
use crate::cross;
use crate::display::Display;
use crate::driver::{Driver, Refused};
use crate::office::{Bench, PASSPHRASE};
use crate::process;
use crate::table::{Goal, Pairs, Row, figure};

const DOSSIERS: u32 = 2_000;
/// How long a window is left alone before it is looked at.
const SETTLED: Duration = Duration::from_secs(5);
/// How long doing nothing is watched.
const IDLE: Duration = Duration::from_secs(30);
/// How long a window may take to show something.
const BOUND: Duration = Duration::from_secs(30);

/// Waits for the field of the passphrase.
const TO_THE_LOCK: &str = "
    const [, done] = arguments;
    const look = () => document.querySelector('input[type=password]') ? done() : setTimeout(look, 20);
    look();";

/// Types the passphrase as the page expects it, goes to the list once the day is painted, and tells the milliseconds from the passphrase sent
/// to the frame after the one that shows the first rows.
const TO_THE_LIST: &str = "
    const [passphrase, done] = arguments;
    const field = document.querySelector('input[type=password]');
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, passphrase);
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    const twice = (then) => requestAnimationFrame(() => requestAnimationFrame(then));
    twice(() => {
        const begun = performance.now();
        let asked = false;
        const watch = new MutationObserver(() => {
            const link = document.querySelector('nav a[href=\"#/dossiers\"]');
            if (!asked && link) {
                asked = true;
                twice(() => link.click());
            } else if (asked && document.querySelector('#find') && document.querySelector('main tbody tr')) {
                watch.disconnect();
                twice(() => done(performance.now() - begun));
            }
        });
        watch.observe(document, { subtree: true, childList: true });
        field.form.requestSubmit();
    });";

/// A round of work: a search, a dossier opened, its rooms seen, a field saved, back to the list.
const A_ROUND: &str = "
    const [turn, done] = arguments;
    const shown = (css) => new Promise((found) => {
        const look = () => {
            const element = document.querySelector(css);
            if (element) found(element); else requestAnimationFrame(look);
        };
        look();
    });
    const goes = async (css, next) => {
        (await shown(css)).click();
        return shown(next);
    };
    const types = (field, value) => {
        field.focus();
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, value);
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        field.blur();
    };
    const rests = () => new Promise((rested) => setTimeout(rested, 250));
    const work = async () => {
        types(await shown('#find'), ['', 'a', 'ma', 'voit'][turn % 4]);
        await rests();
        await goes(`main tbody tr:nth-child(${1 + turn % 9}) a`, '.dossier-head h1');
        for (const room of ['pieces', 'budget', 'evaluation', 'personne']) {
            await goes(`nav.rooms a[href$=${room}]`, 'main h2');
            await rests();
        }
        types(await shown('[name=commune]'), `Valbourg ${turn}`);
        await rests();
        await goes('nav a[href=\"#/dossiers\"]', '#find');
    };
    work().then(() => done(null), (cause) => done(String(cause)));";

/// A program with a window, its arguments, and a home of its own.
struct Program {
    file: PathBuf,
    arguments: Vec<String>,
    home: TempDir,
}

/// A program open under WebDriver.
struct Open<'p> {
    program: &'p Program,
    driver: Driver,
}

impl Program {
    fn new(file: PathBuf, arguments: Vec<String>) -> Self {
        Self { file, arguments, home: tempfile::tempdir().unwrap() }
    }

    fn etrier(office: &Path) -> Self {
        let arguments = ["--office", office.to_str().unwrap(), "--today", "2026-11-20"].map(str::to_owned);
        Self::new(built().join("etrier"), arguments.to_vec())
    }

    fn empty() -> Self {
        Self::new(empty_window(), Vec::new())
    }

    fn chromium() -> Self {
        let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("empty_window/page/index.html");
        let flags = "--no-sandbox --disable-gpu --disable-background-networking --no-first-run --window-size=1366,768";
        let program = Self::new(PathBuf::from("chromium"), flags.split(' ').map(str::to_owned).collect());
        let profile = format!("--user-data-dir={}", program.home.path().display());
        let page = format!("file://{}", page.display());
        Self { arguments: [program.arguments, vec![profile, page]].concat(), ..program }
    }

    fn environment(&self) -> [(&'static str, String); 5] {
        let room = |name: &str| self.home.path().join(name).display().to_string();
        [
            ("HOME", room("")),
            ("XDG_CACHE_HOME", room("cache")),
            ("XDG_CONFIG_HOME", room("config")),
            ("XDG_DATA_HOME", room("data")),
            ("GDK_BACKEND", "x11".to_owned()),
        ]
    }

    fn started(&self, display: &Display) -> Child {
        let mut command = Command::new(&self.file);
        command.args(&self.arguments).envs(self.environment()).env("DISPLAY", display.name());
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
    }

    /// Milliseconds from the start of the program to a page with something dark on it.
    fn first_paint(&self) -> f64 {
        let display = Display::start();
        let (connection, screen) = x11rb::connect(Some(display.name())).unwrap();
        let root = connection.setup().roots[screen].root;
        let begun = Instant::now();
        let mut child = self.started(&display);
        while !shows_a_page(&connection, root) {
            assert!(begun.elapsed() < BOUND, "{} shows no page", self.file.display());
            process::pause(Duration::from_millis(2));
        }
        let taken = begun.elapsed();
        // Closed as a person does, so that nothing is left for the next start to wipe.
        cross::click(display.name(), child.id());
        child.wait().unwrap();
        taken.as_secs_f64() * 1_000.0
    }

    fn open(&self) -> Open<'_> {
        let said = OpenOptions::new().create(true).append(true).open(self.home.path().join("said")).unwrap();
        let driver = Driver::start(&self.file, &self.arguments, &self.environment(), said);
        Open { program: self, driver }
    }

    /// Memory, in MB, of the program left alone, without WebDriver.
    fn memory_alone(&self) -> f64 {
        let display = Display::start();
        let mut child = self.started(&display);
        process::pause(SETTLED);
        let processes = process::tree(child.id());
        let taken = process::memory(&processes);
        process::end(&processes);
        child.wait().unwrap();
        taken
    }
}

impl Open<'_> {
    /// What an asynchronous line of JavaScript hands over.
    fn run(&self, script: &str, given: Value) -> Value {
        let answer = self.driver.tell("/execute/async", &json!({ "script": script, "args": [given] }));
        answer.unwrap_or_else(|Refused(why)| panic!("{}: {why}", self.program.file.display()))
    }

    /// Waits for the page, opens the office and shows its list; milliseconds from the passphrase to the list.
    fn to_the_list(&self) -> f64 {
        self.run(TO_THE_LOCK, json!(null));
        self.run(TO_THE_LIST, json!(PASSPHRASE)).as_f64().unwrap()
    }

    fn close(self) {
        self.driver.close();
    }

    fn processes(&self) -> Vec<u32> {
        process::tree_of(&self.program.file)
    }

    fn memory(&self) -> f64 {
        process::pause(SETTLED);
        process::memory(&self.processes())
    }

    /// Milliseconds of processor taken in thirty seconds of nothing.
    fn idle(&self) -> f64 {
        process::pause(SETTLED);
        let before = process::processor(&self.processes());
        process::pause(IDLE);
        process::processor(&self.processes()) - before
    }
}

/// Whether the middle of the screen is mostly light, with something dark on it: neither the screen behind, which is
/// black, nor a window that waits for its page.
fn shows_a_page(connection: &RustConnection, root: u32) -> bool {
    let asked = connection.get_image(ImageFormat::Z_PIXMAP, root, 500, 250, 600, 500, u32::MAX);
    let pixels = asked.unwrap().reply().unwrap().data;
    let (mut light, mut dark) = (0, 0);
    for pixel in pixels.chunks_exact(4) {
        light += usize::from(pixel[..3].iter().all(|part| *part > 200));
        dark += usize::from(pixel[..3].iter().all(|part| *part < 110));
    }
    light > pixels.len() / 8 && dark > 200
}

/// The empty window as `cargo bench --bench empty_window --no-run` left it: the newest of that name.
pub fn empty_window() -> PathBuf {
    let files = std::fs::read_dir(built().join("deps")).unwrap().flatten().map(|entry| entry.path());
    let built = files.filter(|file| {
        file.extension().is_none() && file.file_name().unwrap().to_string_lossy().starts_with("empty_window-")
    });
    built.max_by_key(|file| file.metadata().unwrap().modified().unwrap()).expect("the empty window is built")
}

/// An office of the demonstration, closed.
fn an_office(folder: &Path) -> PathBuf {
    let office = folder.join("office");
    drop(Bench::of(&office, DOSSIERS));
    office
}

/// The unlock page.
pub fn opening() -> Vec<Row> {
    let folder = tempfile::tempdir().unwrap();
    let (empty, etrier) = (Program::empty(), Program::etrier(&an_office(folder.path())));
    let pairs = Pairs::measured(15, || empty.first_paint(), || etrier.first_paint());
    let what = "the unlock page, from the start of the program to ink on the screen";
    vec![Row::paired(what, ("empty window", "ms"), &pairs, Goal::AtMost(1.10))]
}

/// The list of two thousand dossiers. Calc is asked to read the same rows and write them as text, without a window.
pub fn list() -> Vec<Row> {
    let what = "the list of 2 000 dossiers shown, from the start of the program, key derivation excluded";
    if !process::is_there("soffice") {
        return vec![Row::unmeasured(what, "≤ 0.8 ×", "LibreOffice Calc is not installed")];
    }
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let etrier = Program::etrier(&an_office(folder));
    rows_as_workbook(&folder.join("office"), &folder.join("list.xlsx"));
    let calc = || {
        let begun = Instant::now();
        process::run(crate::papers::libre_office(folder).args(["--convert-to", "csv", "list.xlsx"]));
        begun.elapsed().as_secs_f64() * 1_000.0
    };
    let shown = || {
        let open = etrier.open();
        let listed = open.to_the_list();
        open.close();
        etrier.first_paint() + listed
    };
    let pairs = Pairs::measured(7, calc, shown);
    vec![Row::paired(what, ("Calc, the same rows made CSV without a window", "ms"), &pairs, Goal::AtMost(0.8))]
}

/// The rows of the list as an office would keep them in a workbook.
fn rows_as_workbook(office: &Path, file: &Path) {
    let mut bench = Bench::at(office);
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    let mut line = 0;
    while line < DOSSIERS {
        let page = bench.call("dossiers", json!({ "search": "", "offset": line }));
        for row in page["rows"].as_array().unwrap() {
            let cells = [
                &row["reference"],
                &row["name"],
                &row["project"],
                &row["amount"]["text"],
                &row["stage"]["label"],
                &row["next_date"]["text"],
                &row["next_what"],
            ];
            sheet.write_row(line, 0, cells.map(|cell| cell.as_str().unwrap_or_default())).unwrap();
            line += 1;
        }
    }
    book.save(file).unwrap();
}

/// Memory and idleness with the list open.
pub fn memory() -> Vec<Row> {
    let folder = tempfile::tempdir().unwrap();
    let (empty, etrier) = (Program::empty(), Program::etrier(&an_office(folder.path())));
    let listed = || {
        let open = etrier.open();
        open.to_the_list();
        open
    };
    let beside_empty = Pairs::measured(5, || empty.open().memory(), || listed().memory());
    let what = "memory with 2 000 dossiers open (PSS, all processes)";
    let mut rows = vec![Row::paired(what, ("empty window", "MB"), &beside_empty, Goal::AtMost(1.15))];
    let beside_browser = "the same beside a browser";
    rows.push(if process::is_there("chromium") {
        let chromium = Program::chromium();
        let pairs = Pairs::measured(3, || chromium.memory_alone(), || listed().memory());
        Row::paired(beside_browser, ("Chromium, a static page", "MB"), &pairs, Goal::AtMost(0.85))
    } else {
        Row::unmeasured(beside_browser, "≤ 0.85 ×", "Chromium is not installed")
    });
    let idle = Pairs::measured(2, || empty.open().idle(), || listed().idle());
    let what = "processor taken in 30 s of nothing, the list open";
    rows.push(Row::paired(what, ("empty window", "ms"), &idle, Goal::AtMost(1.05)));
    rows
}

/// Memory after some minutes of work done by a script, beside what it was after the first quarter of them.
pub fn work() -> Vec<Row> {
    let asked = std::env::var("ETRIER_SOAK").ok().and_then(|minutes| minutes.parse::<u64>().ok());
    let minutes = asked.unwrap_or(2);
    let folder = tempfile::tempdir().unwrap();
    let etrier = Program::etrier(&an_office(folder.path()));
    let open = etrier.open();
    open.to_the_list();
    let mut turn = 0;
    let mut work_for = |time: Duration| {
        let begun = Instant::now();
        while begun.elapsed() < time {
            let stopped = open.run(A_ROUND, json!(turn));
            assert!(stopped.is_null(), "{stopped}");
            turn += 1;
        }
        open.memory()
    };
    let quarter = Duration::from_secs(15 * minutes);
    let (before, after) = (work_for(quarter), work_for(3 * quarter));
    let what =
        format!("growth over {minutes} minutes of scripted work, {turn} rounds of seven actions (an hour is asked)");
    let told = format!("{} MB, then {} MB", figure(before), figure(after));
    vec![Row::alone(&what, told, "≤ 1.05 ×", after <= before * 1.05)]
}
