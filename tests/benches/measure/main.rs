//! Everything Étrier promises beside something else, measured in one run and told in one table: `./check measure`, which
//! builds what is needed and leaves the table in `target/measure/table.md`.
//!
//! `cargo bench --workspace --bench measure -- loans papers` measures those parts alone. A reference that is not
//! installed leaves its rows unmeasured, and says so.

#[path = "../../window/cross.rs"]
mod cross;
#[path = "../../window/display.rs"]
mod display;
#[expect(dead_code, reason = "most words of the driver are for the journeys")]
#[path = "../../window/driver.rs"]
mod driver;
#[path = "../../window/drop.rs"]
mod drop;
#[expect(dead_code, reason = "what the other benchmark measures is not all measured here")]
#[path = "../bench/office.rs"]
mod office;
#[expect(dead_code, reason = "lists are chosen from by hand in the journeys alone")]
#[path = "../../window/popup.rs"]
mod popup;
#[expect(dead_code, reason = "the text is for the other benchmark")]
#[path = "../bench/register.rs"]
mod register;

mod bilan;
mod files;
mod loans;
mod papers;
mod process;
mod slope;
mod table;
mod window;

use std::panic::catch_unwind;
use std::path::PathBuf;

use table::Row;

/// A part of the table and what measures it.
type Part = (&'static str, fn() -> Vec<Row>);

const PARTS: [Part; 9] = [
    ("opening", window::opening),
    ("list", window::list),
    ("memory", window::memory),
    ("work", window::work),
    ("papers", papers::rows),
    ("bilan", bilan::rows),
    ("loans", loans::rows),
    ("files", files::rows),
    ("slope", slope::rows),
];

fn main() {
    let asked: Vec<_> = PARTS.iter().filter(|(name, _)| std::env::args().any(|argument| argument == *name)).collect();
    let parts = if asked.is_empty() { PARTS.iter().collect() } else { asked };
    let mut rows = Vec::new();
    for (name, measure) in parts {
        // What stops one part leaves the others their rows.
        match catch_unwind(measure) {
            Ok(measured) => rows.extend(measured),
            Err(_) => rows.push(Row::unmeasured(name, "–", "it stopped, see above")),
        }
    }
    let table = table::written(&rows);
    let folder = target().join("measure");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("table.md"), &table).unwrap();
    println!("{table}");
}

/// The folder of the programs that were built as this one was: `target/release`.
fn built() -> PathBuf {
    std::env::current_exe().unwrap().ancestors().nth(2).unwrap().to_owned()
}

/// Where everything is built.
fn target() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../target"))
}
