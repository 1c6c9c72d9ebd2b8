//! The measured promises: opening, listing, searching and saving at 2 000 and 20 000
//! dossiers, and the budget sheet. `cargo bench -p etrier-tests` prints the table of
//! the README.
//!
//! Everything goes through the door of the window, on a real encrypted file. Sizes
//! are there to see the slope; only relations between the columns hold elsewhere.

use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{DateTime, Days, NaiveDate, Utc};
use desk::{Caller, Desk, Files, Moment, Outside, Progress, Viewer, calls};
use domain::dossier::{Fact, NextDate, Request};
use domain::household::Member;
use domain::line::Line;
use domain::money::Euros;
use domain::person::Person;
use domain::settings::{ListKey, Numbering};
use serde_json::{Value, json};
use store::{Act, Acted, Secret, StoreError, Vault, VaultFolder, Writer};

const PASSPHRASE: &str = "cheval agrafe pile correct lundi";
const FIRST_NAMES: [&str; 8] = ["Sonia", "Samira", "Julien", "Bakary", "Jeanne", "Émile", "Rozenn", "Nour"];
const LAST_NAMES: [&str; 8] =
    ["Delmas", "Vauclerc", "Tessoreau", "Dianssé", "Valoret", "Faubourgeon", "Kerisac", "Peltrault"];
const PROJECTS: [&str; 6] = [
    "Réparation de voiture",
    "Voiture d’occasion",
    "Permis de conduire",
    "Appareil auditif",
    "Machine à laver",
    "Formation d’aide-soignante",
];

struct Bench {
    desk: Desk,
    files: Arc<Files>,
}

struct NoViewer;

impl Viewer for NoViewer {
    fn show(&self, _: &Path) -> std::io::Result<()> {
        Ok(())
    }
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 20).unwrap()
}

fn now() -> DateTime<Utc> {
    today().and_hms_opt(12, 0, 0).unwrap().and_utc()
}

impl Bench {
    fn at(office: &Path) -> Self {
        Self { desk: Desk::at(office).with_smallest_keys(), files: Arc::default() }
    }

    fn call(&mut self, name: &str, input: Value) -> Value {
        let caller = self.caller();
        calls::answer(&mut self.desk, name, input, &caller).unwrap_or_else(|failure| panic!("{name}: {failure:?}"))
    }

    fn page(&mut self, input: Value) -> Vec<u8> {
        let caller = self.caller();
        calls::bytes(&mut self.desk, "paper_page", input, &caller).unwrap()
    }

    fn caller(&self) -> Caller {
        let moment = Moment::on(today(), Duration::from_secs(60));
        let outside = Outside { files: self.files.clone(), viewer: Arc::new(NoViewer) };
        Caller { moment, outside, progress: Arc::new(Progress::untold()) }
    }
}

/// Makes an office and fills it, five hundred dossiers an action.
fn filled(office: &Path, dossiers: u32) -> Bench {
    let mut bench = Bench::at(office);
    let prepared = bench.call("prepare_office", json!({}));
    let group =
        |place: usize| prepared["recovery_code"][prepared["asked"][place].as_u64().unwrap() as usize - 1].clone();
    let retyped = [group(0), group(1)];
    bench.call(
        "create_office",
        json!({ "name": "CCAS de Valbourg", "advisor": "Nadia Ferrand", "address": "", "phone": "",
            "passphrase": PASSPHRASE, "retyped": retyped }),
    );
    bench.call("lock", json!({}));
    let (mut vault, _) = Vault::unlock(&VaultFolder::at(office), Secret::Passphrase(PASSPHRASE), now()).unwrap();
    for batch in 0..dossiers / 500 {
        vault
            .act(Act { call: "fill", now: now() }, |writer| -> Result<_, StoreError> {
                for place in 0..500 {
                    insert(writer, batch * 500 + place)?;
                }
                Ok(Acted { value: (), sentence: String::new(), dossier: None, fields: vec!["request"], draft: None })
            })
            .unwrap();
    }
    drop(vault);
    bench.call("unlock", json!({ "passphrase": PASSPHRASE }));
    bench
}

fn insert(writer: &Writer<'_>, number: u32) -> Result<(), StoreError> {
    let pick = |list: &[&str], step: u32| list[(number / step) as usize % list.len()].to_owned();
    let line = |text: String| Line::read(&text).unwrap();
    let person = Person::named(line(format!("{} {number}", pick(&LAST_NAMES, 1))), line(pick(&FIRST_NAMES, 8)));
    let year = 2026 - (number % 10) as i32;
    let reference = Numbering::new("", 3).unwrap().reference(year, writer.take_number(year)?);
    let dossier = writer.insert_dossier(writer.insert_person(&person)?, &reference)?;
    writer.insert_member(dossier, &Member::applicant())?;
    let request = Request {
        received_on: today(),
        origin: ListKey("referrer".to_owned()),
        project: line(pick(&PROJECTS, 64)),
        purpose: None,
        amount: Euros::from_cents(100_000 + i64::from(number)).ok(),
    };
    writer.insert_fact(dossier, None, &Fact::RequestReceived(request), now())?;
    let on = today() + Days::new(u64::from(number % 400));
    let next = NextDate { set_on: today(), on, what: line("faire le point".to_owned()) };
    writer.insert_fact(dossier, None, &Fact::NextDateSet(next), now())?;
    Ok(())
}

/// The median and the ninety-fifth of a hundred, in milliseconds.
fn measured(times: usize, mut work: impl FnMut(usize)) -> (f64, f64) {
    work(0);
    let mut taken: Vec<f64> = (0..times)
        .map(|turn| {
            let begun = Instant::now();
            work(turn);
            begun.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    taken.sort_by(f64::total_cmp);
    (taken[times / 2], taken[times * 95 / 100])
}

fn row(what: &str, (median, high): (f64, f64), (second, second_high): (f64, f64)) {
    println!("| {what} | {median:.2} ({high:.2}) | {second:.2} ({second_high:.2}) |");
}

/// Every key stroke of a search typed letter by letter.
fn keystrokes(bench: &mut Bench, turn: usize) {
    let typed: Vec<char> = LAST_NAMES[turn % LAST_NAMES.len()].chars().collect();
    let typed: String = typed[..1 + turn % typed.len()].iter().collect();
    black_box(bench.call("dossiers", json!({ "search": typed, "offset": 0 })));
}

fn measure(dossiers: u32) -> Vec<(&'static str, (f64, f64))> {
    let folder = tempfile::tempdir().unwrap();
    let mut bench = filled(folder.path(), dossiers);
    let mut rows = Vec::new();
    rows.push((
        "open, key derivation at its smallest",
        measured(11, |_| {
            bench.call("lock", json!({}));
            bench.call("unlock", json!({ "passphrase": PASSPHRASE }));
        }),
    ));
    let list = json!({ "search": "", "offset": 0 });
    rows.push(("first page of the list", measured(51, |_| drop(black_box(bench.call("dossiers", list.clone()))))));
    rows.push(("a keystroke of search", measured(201, |turn| keystrokes(&mut bench, turn))));
    rows.push(("a dossier shown", measured(51, |_| drop(black_box(bench.call("dossier", json!({ "dossier": 7 })))))));
    rows.push((
        "a request saved",
        measured(51, |turn| {
            bench.call(
                "record_request",
                json!({ "last_name": format!("Hautepierre {turn}"), "first_name": "Lucie", "origin": "referrer",
                    "phone": "", "email": "", "project": "Scooter", "purpose": "", "amount": "", "received_on": "",
                    "next_date": "" }),
            );
        }),
    ));
    rows.push((
        "a field saved",
        measured(51, |turn| {
            let value = format!("Valbourg {turn}");
            bench.call("change_person", json!({ "dossier": 7, "field": "commune", "value": value }));
        }),
    ));
    rows.push(("that undone", measured(51, |_| drop(bench.call("undo", json!({}))))));
    paper(&mut bench, folder.path(), &mut rows);
    rows
}

fn paper(bench: &mut Bench, folder: &Path, rows: &mut Vec<(&'static str, (f64, f64))>) {
    for (entry, frequency) in
        [("salary_permanent", "monthly"), ("apl", "monthly"), ("rent", "monthly"), ("water", "quarterly")]
    {
        for _ in 0..5 {
            bench.call(
                "add_budget_line",
                json!({ "dossier": 7, "entry": entry, "detail": "", "amount": "120", "frequency": frequency,
                    "certainty": "proved", "outstanding": "", "ends": "" }),
            );
        }
    }
    bench.files.offer("out", folder.join("fiche.pdf"));
    let input = json!({ "dossier": 7, "paper": "budget_sheet", "file": "out" });
    rows.push(("the budget sheet, saved", measured(51, |_| drop(bench.call("save_paper", input.clone())))));
    let page = json!({ "dossier": 7, "paper": "budget_sheet", "page": 1, "width": 1000 });
    rows.push(("its page as a picture", measured(51, |_| drop(bench.page(page.clone())))));
}

fn main() {
    println!("| milliseconds, median (95th of 100) | 2 000 dossiers | 20 000 dossiers |");
    println!("|---|---|---|");
    let small = measure(2_000);
    let large = measure(20_000);
    for ((what, small), (_, large)) in small.into_iter().zip(large) {
        row(what, small, large);
    }
}
