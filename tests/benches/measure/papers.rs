//! The bank file beside LibreOffice and WeasyPrint, which are given the very words of its pages as plain paragraphs: that
//! asks less of them than its tables. All three make a tagged PDF; Étrier's is checked by veraPDF. Étrier gathers the
//! facts, keeps the paper with its dossier and saves it; the office is open, as it is in the window.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use crate::office::Bench;
use crate::process;
use crate::table::{Goal, Pairs, Row};

const ONE: &str = "its processor time beside LibreOffice's";
const HUNDRED: &str = "a hundred bank files of different dossiers, processor time";
const BYTES: &str = "its bytes";

/// LibreOffice with a profile of its own, so that it neither reads nor writes anyone's, at work in a folder.
pub fn libre_office(folder: &Path) -> Command {
    let mut command = Command::new("soffice");
    command.arg(format!("-env:UserInstallation=file://{}", folder.join("profile").display()));
    command.arg("--headless").current_dir(folder);
    command
}

/// The same, asked to make PDFs of some pages.
fn libre_office_writes(folder: &Path, pages: &[String]) -> f64 {
    let tagged = r#"pdf:writer_web_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"}}"#;
    process::processor_of(libre_office(folder).args(["--convert-to", tagged]).args(pages))
}

/// One bank file and its processor time, then a hundred, then bytes.
pub fn rows() -> Vec<Row> {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let mut bench = Bench::of(&folder.join("office"), 1_000);
    let saved = folder.join("saved.pdf");
    bench.files.offer_over("out", saved.clone());
    let delmas = bench.delmas();
    let drawn = bench.call("draw_paper", bank_file(&delmas));
    fs::write(folder.join("paper.html"), html(&drawn)).unwrap();
    let mut turn = 0;
    saved_anew(&mut bench, &delmas, &mut turn);
    let what =
        format!("a bank file of {} pages, tagged, {}: ", drawn["pages"].as_array().unwrap().len(), checked(&saved));
    let bytes = |file: &Path| fs::metadata(file).unwrap().len() as f64 / 1_000.0;
    let ours = bytes(&saved);
    let mut rows = Vec::new();
    if process::is_there("soffice") {
        let page = ["paper.html".to_owned()];
        let one =
            Pairs::measured(9, || libre_office_writes(folder, &page), || saved_anew(&mut bench, &delmas, &mut turn));
        let beside = ("LibreOffice", "ms");
        rows.push(Row::paired(&(what.clone() + ONE), beside, &one, Goal::TimesLess(50.0)));
        rows.push(hundred(&mut bench, folder, &mut turn));
    } else {
        let why = "LibreOffice is not installed";
        rows.push(Row::unmeasured(&(what.clone() + ONE), "≥ 50 × less", why));
        rows.push(Row::unmeasured(HUNDRED, "≥ 8 × less", why));
    }
    rows.push(if process::is_there("weasyprint") {
        let mut command = Command::new("weasyprint");
        process::run(command.args(["--pdf-variant", "pdf/ua-1", "paper.html", "woven.pdf"]).current_dir(folder));
        let both = (ours, bytes(&folder.join("woven.pdf")));
        Row::sizes(&(what + BYTES), ("WeasyPrint", "kB"), both, Goal::AtMost(1.0))
    } else {
        Row::unmeasured(&(what + BYTES), "≤ 1 ×", "WeasyPrint is not installed")
    });
    rows
}

fn hundred(bench: &mut Bench, folder: &Path, turn: &mut u32) -> Row {
    let mut dossiers = Vec::new();
    let mut pages = Vec::new();
    let mut drawn_pages = 0;
    for offset in (0..).step_by(100) {
        let listed = bench.call("dossiers", json!({ "search": "", "offset": offset }));
        let listed = listed["rows"].as_array().unwrap();
        assert!(!listed.is_empty(), "a hundred dossiers have a bank file");
        for dossier in listed.iter().map(|row| row["id"].clone()) {
            let caller = bench.caller();
            let Ok(drawn) = desk::calls::answer(&mut bench.desk, "draw_paper", bank_file(&dossier), &caller) else {
                continue;
            };
            if dossiers.len() < 100 {
                let page = format!("paper-{}.html", dossiers.len());
                fs::write(folder.join(&page), html(&drawn)).unwrap();
                drawn_pages += drawn["pages"].as_array().unwrap().len();
                pages.push(page);
                dossiers.push(dossier);
            }
        }
        if dossiers.len() == 100 {
            break;
        }
    }
    let pairs = Pairs::measured(
        3,
        || libre_office_writes(folder, &pages),
        || dossiers.iter().map(|dossier| saved_anew(bench, dossier, turn)).sum(),
    );
    let what = format!("{HUNDRED} ({drawn_pages} pages)");
    Row::paired(&what, ("LibreOffice, all in one process", "ms"), &pairs, Goal::TimesLess(8.0))
}

fn bank_file(dossier: &Value) -> Value {
    json!({ "dossier": dossier, "paper": "bank_file" })
}

/// Milliseconds of processor to save a bank file; a fact changes before, which is not counted, so that it is made anew.
fn saved_anew(bench: &mut Bench, dossier: &Value, turn: &mut u32) -> f64 {
    *turn += 1;
    bench.call("change_person", json!({ "dossier": dossier, "field": "commune", "value": format!("Valbourg {turn}") }));
    let own = [std::process::id()];
    let before = process::processor(&own);
    bench.call("save_paper", json!({ "of": bank_file(dossier), "file": "out" }));
    process::processor(&own) - before
}

/// What veraPDF says of a file.
fn checked(file: &Path) -> &'static str {
    let check = concat!(env!("CARGO_MANIFEST_DIR"), "/papers/verapdf/check-pdf");
    match Command::new(check).arg("3a,ua1").arg(file).output() {
        Ok(said) if said.status.success() => "valid PDF/A-3a and PDF/UA-1",
        Ok(_) => "NOT valid",
        Err(_) => "not checked here",
    }
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
