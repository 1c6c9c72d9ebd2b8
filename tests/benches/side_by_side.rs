//! What Étrier does beside other programs in one run: `cargo bench -p etrier-tests --bench side_by_side`.
//!
//! The bank file beside WeasyPrint and LibreOffice; a register read and its year counted beside pandas.
//!
//! They are given the very words of its pages as plain paragraphs, which asks less of them than its tables; all three make
//! a tagged PDF. Étrier gathers the facts, keeps the paper with its dossier and saves it. A program that is not installed
//! is left out, and said to be.

#[expect(dead_code, reason = "what the other benchmark measures is not all measured here")]
#[path = "bench/office.rs"]
mod office;
#[expect(dead_code, reason = "the text is for the other benchmark")]
#[path = "bench/register.rs"]
mod register;

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use serde_json::{Value, json};

use office::Bench;

/// How many times each makes the paper, in turn.
const TURNS: usize = 9;

/// Who makes the paper.
#[derive(Clone, Copy, Debug)]
enum Maker {
    Etrier,
    WeasyPrint,
    LibreOffice,
}

/// What was measured of one of them.
struct Measured {
    maker: Maker,
    /// Milliseconds, one a turn.
    taken: Vec<f64>,
    bytes: u64,
}

impl Maker {
    const fn name(self) -> &'static str {
        match self {
            Self::Etrier => "Étrier",
            Self::WeasyPrint => "WeasyPrint",
            Self::LibreOffice => "LibreOffice",
        }
    }

    /// Makes the paper once in a folder where its words wait in `paper.html`.
    fn make(self, bench: &mut Bench, of: &Value, folder: &Path) {
        match self {
            Self::Etrier => drop(bench.call("save_paper", json!({ "of": of, "file": "out" }))),
            Self::WeasyPrint => {
                let mut command = Command::new("weasyprint");
                run(command.args(["--pdf-variant", "pdf/ua-1", "paper.html", "paper.pdf"]).current_dir(folder));
            }
            Self::LibreOffice => run(&mut libre_office(folder)),
        }
    }

    fn is_there(self) -> bool {
        let program = match self {
            Self::Etrier => return true,
            Self::WeasyPrint => "weasyprint",
            Self::LibreOffice => "soffice",
        };
        Command::new(program).arg("--version").output().is_ok()
    }
}

fn main() {
    bank_file();
    register_counted();
}

/// Where `./check beside` puts pandas.
const PANDAS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../target/pandas");
/// Lines of the register, the year that is counted, and how many times each counts it.
const LINES: u32 = 20_000;
const YEAR: &str = "2016";
const COUNTS: usize = 3;

/// What pandas does of the same workbook: the requests of a year, its loans and what they come to.
const COUNTED_BY_PANDAS: &str = "
import sys, pandas
table = pandas.read_excel(sys.argv[1], dtype=str)
day = lambda name: pandas.to_datetime(table[name], format='%d/%m/%Y')
euros = pandas.to_numeric(table['Montant'].str.replace(' ', '').str.replace(',', '.'))
granted = (table['Suite'] == 'accordé') & (day('Date prêt').dt.year == int(sys.argv[2]))
print((day('Date demande').dt.year == int(sys.argv[2])).sum(), granted.sum(), '%.2f' % euros[granted].sum())
";

/// A register of twenty years read, then a year of it counted. Étrier judges every line, keeps it encrypted as a dossier
/// that can be undone, and counts from then on without the file; pandas reads the file again each time.
fn register_counted() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("registre.xlsx");
    register::xlsx(&file, LINES);
    let pandas = || {
        let mut command = Command::new("python3");
        command.env("PYTHONPATH", PANDAS).args(["-c", COUNTED_BY_PANDAS]).arg(&file).arg(YEAR);
        command.output().ok().filter(|done| done.status.success()).map(|done| String::from_utf8(done.stdout).unwrap())
    };
    let mut bench = Bench::of(&folder.path().join("office"), 1);
    bench.files.offer("register", file.clone());
    let (read, _) = office::once(|| drop(bench.call("open_register", json!({ "file": "register" }))));
    let (taken, _) = office::once(|| drop(bench.call("take_over_register", json!({ "leave_unsettled": false }))));
    let mut counted = Value::Null;
    let year = json!({ "year": YEAR, "from": "", "to": "" });
    let counts: Vec<f64> =
        (0..COUNTS).map(|_| office::once(|| counted = bench.call("report_data", year.clone())).0).collect();
    let told = |key: &str| {
        let all = counted["indicators"].as_array().unwrap();
        all.iter().find(|one| one["key"] == key).unwrap()["value"].as_str().unwrap().to_owned()
    };
    let ours = ["requests", "granted", "amount_granted"].map(told).join(" ");
    println!("\n| a register of {LINES} lines, its year {YEAR} | milliseconds |\n|---|---|");
    println!("| Étrier, read and judged | {read:.0} |\n| Étrier, taken over | {taken:.0} |");
    println!("| Étrier, counted | {:.0} |", median(&counts));
    let Some(theirs) = pandas() else {
        println!("| pandas, read and counted | not installed: left out |");
        return;
    };
    assert_eq!(theirs.trim(), ours, "both count the same");
    let counts: Vec<f64> = (0..COUNTS).map(|_| office::once(|| drop(pandas())).0).collect();
    println!("| pandas, read and counted | {:.0} |", median(&counts));
}

fn bank_file() {
    let folder = tempfile::tempdir().unwrap();
    let mut bench = Bench::of(&folder.path().join("office"), 60);
    let of = json!({ "dossier": bench.delmas(), "paper": "bank_file" });
    let drawn = bench.call("draw_paper", of.clone());
    fs::write(folder.path().join("paper.html"), html(&drawn)).unwrap();
    let made = folder.path().join("paper.pdf");
    bench.files.offer("out", made.clone());
    let (there, absent): (Vec<_>, Vec<_>) =
        [Maker::Etrier, Maker::WeasyPrint, Maker::LibreOffice].into_iter().partition(|maker| maker.is_there());
    for maker in absent {
        println!("{} is not installed: left out", maker.name());
    }
    let mut all: Vec<_> = there.into_iter().map(|maker| Measured { maker, taken: Vec::new(), bytes: 0 }).collect();
    // The first turn is not counted: each program reads itself from the disk.
    for turn in 0..=TURNS {
        for Measured { maker, taken, bytes } in &mut all {
            let fact = json!({ "dossier": of["dossier"], "field": "commune", "value": format!("Valbourg {turn}") });
            bench.call("change_person", fact);
            let begun = Instant::now();
            maker.make(&mut bench, &of, folder.path());
            if turn > 0 {
                taken.push(begun.elapsed().as_secs_f64() * 1000.0);
            }
            *bytes = fs::metadata(&made).unwrap().len();
            fs::remove_file(&made).unwrap();
        }
    }
    let pages = drawn["pages"].as_array().unwrap().len();
    println!("\n| the bank file, {pages} pages, median of {TURNS} turns | milliseconds | beside Étrier | bytes |");
    println!("|---|---|---|---|");
    let first = median(&all[0].taken);
    for Measured { maker, taken, bytes } in &all {
        println!("| {} | {:.1} | {:.1} | {bytes} |", maker.name(), median(taken), median(taken) / first);
    }
}

fn median(taken: &[f64]) -> f64 {
    let mut taken = taken.to_vec();
    taken.sort_by(f64::total_cmp);
    taken[taken.len() / 2]
}

fn run(command: &mut Command) {
    let done = command.output().unwrap();
    assert!(done.status.success(), "{command:?}: {}", String::from_utf8_lossy(&done.stderr));
}

/// LibreOffice with a profile of its own, so that it neither reads nor writes anyone's.
fn libre_office(folder: &Path) -> Command {
    let tagged = r#"pdf:writer_web_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"}}"#;
    let mut command = Command::new("soffice");
    command.arg(format!("-env:UserInstallation=file://{}", folder.join("profile").display()));
    command.args(["--headless", "--convert-to", tagged, "paper.html"]).current_dir(folder);
    command
}

/// The words of a drawn paper, a paragraph a line, a page a page.
fn html(drawn: &Value) -> String {
    let mut written = String::from(
        "<!doctype html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>Dossier de transmission</title>
        <style>@page { size: A4; margin: 18mm } section { break-after: page }</style></head><body>",
    );
    for page in drawn["pages"].as_array().unwrap() {
        written.push_str("<section>");
        for line in page["text"].as_str().unwrap().lines() {
            let line = line.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
            written.push_str(&format!("<p>{line}</p>"));
        }
        written.push_str("</section>");
    }
    written + "</body></html>"
}
