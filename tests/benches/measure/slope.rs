//! The same questions asked of larger and larger offices.

use std::hint::black_box;

use serde_json::json;

use crate::office::{Bench, PASSPHRASE, measured};
use crate::table::{Row, figure};

const SIZES: [(u32, &str); 3] = [(2_000, "2 000"), (20_000, "20 000"), (100_000, "100 000")];
/// A frame of a screen that shows sixty a second, in milliseconds.
const FRAME: f64 = 1_000.0 / 60.0;

/// One row a size, then the keystroke of search in the largest.
pub fn rows() -> Vec<Row> {
    let mut rows = Vec::new();
    let mut smallest = None;
    let mut slowest = 0.0;
    for (dossiers, named) in SIZES {
        let folder = tempfile::tempdir().unwrap();
        let mut bench = Bench::of(folder.path(), dossiers);
        let (opened, _) = measured(11, |_| {
            bench.call("lock", json!({}));
            bench.call("unlock", json!({ "passphrase": PASSPHRASE }));
        });
        let first = json!({ "search": "", "offset": 0 });
        let (listed, _) = measured(51, |_| drop(black_box(bench.call("dossiers", first.clone()))));
        let (sought, high) = measured(401, |turn| bench.keystroke(turn));
        let year = json!({ "year": "2026", "from": "", "to": "" });
        let (counted, _) = measured(11, |_| drop(black_box(bench.call("report", year.clone()))));
        let taken = [opened, listed, sought, counted];
        let least = *smallest.get_or_insert(taken);
        slowest = high;
        let joined = |figures: [f64; 4]| figures.map(figure).join(", ");
        let times = [0, 1, 2, 3].map(|at| taken[at] / least[at]);
        let what = format!(
            "{named} dossiers: opened (key derivation at its smallest), listed, a keystroke of search, the year's bilan"
        );
        let ours = format!("{} ms", joined(taken));
        rows.push(match dossiers {
            2_000 => Row::told(&what, ours, "–".to_owned(), "–".to_owned()),
            _ => Row::told(&what, ours, "2 000 dossiers".to_owned(), format!("{} ×", joined(times))),
        });
    }
    let what = "a keystroke of search at 100 000 dossiers, the ninety-fifth of a hundred";
    rows.push(Row::alone(what, format!("{} ms", figure(slowest)), "≤ 16.7 ms, a frame", slowest <= FRAME));
    rows
}
