//! How long statements take to be read: `cargo bench -p statements` prints a table, and fails past what is promised.
//!
//! Promised: three statements under 300 ms, 400 operations under a second. Files are in memory: reading is measured.

#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::float_arithmetic,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::indexing_slicing,
    reason = "a measure, on papers drawn for it"
)]

#[path = "../src/tests/paper.rs"]
mod paper;

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use paper::{Drawing, Text, left, pdf, right};
use statements::{SourceFile, Standing, WordRules, read};

/// How often each is measured; the median is told.
const TIMES: usize = 21;

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/statements/files");
    let of = |names: &[&str]| -> Vec<Vec<u8>> {
        names.iter().map(|name| std::fs::read(folder.join(name)).unwrap()).collect()
    };
    let three = of(&["postal-2026-08.pdf", "postal-2026-09.pdf", "postal-2026-10.pdf"]);
    println!("| reading, median of {TIMES} | ms | promised |\n|---|---|---|");
    told("three statements", measured(&three), Some(Duration::from_millis(300)));
    told("three months and two accounts in one file", measured(&of(&["epargne-2026-08-a-10.pdf"])), None);
    told("400 operations on 8 pages", measured(&[long(400)]), Some(Duration::from_secs(1)));
    told("an export of three months", measured(&of(&["mutual.csv"])), None);
}

fn told(what: &str, time: Duration, promised: Option<Duration>) {
    let limit = promised.map_or_else(String::new, |limit| format!("{}", limit.as_millis()));
    println!("| {what} | {:.1} | {limit} |", time.as_secs_f64() * 1000.0);
    assert!(promised.is_none_or(|limit| time < limit), "{what}");
}

fn measured(files: &[Vec<u8>]) -> Duration {
    let sources: Vec<SourceFile<'_>> = files.iter().map(|bytes| SourceFile { name: "a", bytes }).collect();
    let rules = WordRules::delivered();
    let mut times: Vec<Duration> = (0..TIMES)
        .map(|_| {
            let begun = Instant::now();
            let reading = black_box(read(&sources, &rules, &[]));
            let statements = reading.accounts.iter().flat_map(|account| &account.statements);
            assert!(statements.clone().count() > 0 && statements.clone().all(|one| one.standing == Standing::Proven));
            begun.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[TIMES / 2]
}

/// A statement of so many operations, fifty a page.
fn long(operations: usize) -> Vec<u8> {
    let head = |page: &mut Vec<Text>| {
        page.extend([left(40.0, 790.0, "Date"), left(120.0, 790.0, "Libellé")]);
        page.extend([right(470.0, 790.0, "Débit"), right(560.0, 790.0, "Crédit")]);
    };
    let mut pages: Vec<Vec<Text>> = Vec::new();
    for number in 0..operations {
        if number % 50 == 0 {
            let mut page = Vec::new();
            head(&mut page);
            if number == 0 {
                page.extend([left(120.0, 778.0, "ANCIEN SOLDE AU 31/07/2026"), right(560.0, 778.0, "1000,00")]);
            }
            pages.push(page);
        }
        let y = 766.0 - 12.0 * (number % 50) as f64;
        let day = format!("{:02}/08/2026", 1 + number * 31 / operations);
        let label = format!("PAIEMENT CB LIDL {number} CARTE 4873");
        let page = pages.last_mut().unwrap();
        page.extend([left(40.0, y, &day), left(120.0, y, &label), right(470.0, y, "1,25")]);
    }
    let closing = 100_000 - 125 * i64::try_from(operations).unwrap();
    let text = format!("{},{:02}", closing / 100, closing % 100);
    pages.last_mut().unwrap().extend([left(120.0, 100.0, "NOUVEAU SOLDE AU 31/08/2026"), right(560.0, 100.0, &text)]);
    pdf(&pages, Drawing::default())
}
