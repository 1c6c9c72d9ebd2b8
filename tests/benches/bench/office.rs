//! An office to measure in, through the door of the window.

use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use desk::{Caller, Desk, Files, Moment, Outside, Progress, Viewer, calls};
use serde_json::{Value, json};

pub const PASSPHRASE: &str = "cheval agrafe pile correct lundi";

/// What is typed in searches.
const TYPED: [&str; 4] = ["delmas", "voiture", "mart", "VB-2025"];

/// The median and the ninety-fifth of a hundred, in milliseconds.
pub type Times = (f64, f64);

/// An office of the demonstration and its desk.
pub struct Bench {
    pub desk: Desk,
    pub files: Arc<Files>,
}

struct NoViewer;

impl Viewer for NoViewer {
    fn show(&self, _: &Path) -> std::io::Result<()> {
        Ok(())
    }
}

/// The day everything happens on.
fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 20).unwrap()
}

impl Bench {
    /// A demonstration of so many dossiers.
    pub fn of(office: &Path, dossiers: u32) -> Self {
        let mut bench = Self { desk: Desk::at(office).with_smallest_keys(), files: Arc::default() };
        let prepared = bench.call("prepare_office", json!({}));
        let group = |place: usize| {
            let asked = prepared["asked"][place].as_u64().unwrap() as usize;
            prepared["recovery_code"][asked - 1].clone()
        };
        let retyped = [group(0), group(1)];
        let input = json!({ "passphrase": PASSPHRASE, "retyped": retyped, "dossiers": dossiers, "seed": 1 });
        bench.call("create_demo_office", input);
        bench
    }

    /// An office that is there already, opened.
    pub fn at(office: &Path) -> Self {
        let mut bench = Self { desk: Desk::at(office).with_smallest_keys(), files: Arc::default() };
        bench.call("unlock", json!({ "passphrase": PASSPHRASE }));
        bench
    }

    pub fn call(&mut self, name: &str, input: Value) -> Value {
        let caller = self.caller();
        calls::answer(&mut self.desk, name, input, &caller).unwrap_or_else(|failure| panic!("{name}: {failure:?}"))
    }

    /// A keystroke of a search typed letter by letter.
    pub fn keystroke(&mut self, turn: usize) {
        let word: Vec<char> = TYPED[turn % TYPED.len()].chars().collect();
        let typed: String = word[..1 + turn % word.len()].iter().collect();
        black_box(self.call("dossiers", json!({ "search": typed, "offset": 0 })));
    }

    /// The part of a call that the desk waits for; the work beside it is not done.
    pub fn begin(&mut self, name: &str) {
        let caller = self.caller();
        drop(
            calls::begin(&mut self.desk, name, json!({}), &caller)
                .unwrap_or_else(|failure| panic!("{name}: {failure:?}")),
        );
    }

    pub fn page(&mut self, input: Value) -> Vec<u8> {
        let caller = self.caller();
        calls::bytes(&mut self.desk, "paper_page", input, &caller).unwrap()
    }

    pub fn caller(&self) -> Caller {
        let moment = Moment::on(today(), Duration::from_secs(60));
        let outside = Outside { files: self.files.clone(), viewer: Arc::new(NoViewer) };
        Caller { moment, outside, progress: Arc::new(Progress::untold()) }
    }

    /// The dossier every paper can be printed of.
    pub fn delmas(&mut self) -> Value {
        let found = self.call("dossiers", json!({ "search": "sonia delmas", "offset": 0 }));
        found["rows"][0]["id"].clone()
    }
}

/// Times work, once before anything is counted.
pub fn measured(times: usize, mut work: impl FnMut(usize)) -> Times {
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

/// Times what is done once.
pub fn once(work: impl FnOnce()) -> Times {
    let begun = Instant::now();
    work();
    let taken = begun.elapsed().as_secs_f64() * 1000.0;
    (taken, taken)
}
