//! No word of a paper outside its margins nor over another one, whatever was typed: read from the printed pages by
//! `pdftotext -bbox`, which knows nothing of how they were set.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Value, json};

use crate::delmas_papers::decided;
use crate::office::{Office, a_line, a_member};

/// Points in a millimetre.
const MM: f64 = 72.0 / 25.4;
/// What rounding may move, in points.
const ROUNDING: f64 = 0.6;
/// The least margins of a sheet, in millimetres: left, right, top (9 on the close grid of the bank file), and that of the feet.
const MARGINS: [f64; 4] = [24.0, 18.0, 9.0, 8.0];

/// A word as it stands on its sheet, in points from the top left.
struct Word {
    text: String,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

impl Word {
    /// Letters reach neither the top nor the bottom of the box of their line: its middle is what nothing may cover.
    fn covers(&self, other: &Self) -> bool {
        let middle = |word: &Self| {
            let quarter = (word.bottom - word.top) / 4.0;
            (word.top + quarter, word.bottom - quarter)
        };
        let ((top, bottom), (other_top, other_bottom)) = (middle(self), middle(other));
        self.left + ROUNDING < other.right
            && other.left + ROUNDING < self.right
            && top < other_bottom
            && other_top < bottom
    }
}

/// The value of an attribute of one of the reader's lines.
fn number(line: &str, name: &str) -> f64 {
    let (_, after) = line.split_once(&format!("{name}=\"")).unwrap();
    after.split_once('"').unwrap().0.parse().unwrap()
}

/// What is wrong with where the words of a printed paper stand.
fn misplaced(paper: &Path) -> Vec<String> {
    let read = Command::new("pdftotext").arg("-bbox").arg(paper).arg("-").output().expect("pdftotext is installed");
    assert!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));
    let (mut wrong, mut words, mut size, mut page) = (Vec::new(), Vec::<Word>::new(), (0.0, 0.0), 0);
    for line in String::from_utf8(read.stdout).unwrap().lines().map(str::trim) {
        if line.starts_with("<page ") {
            (size, page) = ((number(line, "width"), number(line, "height")), page + 1);
            words.clear();
        } else if let Some(word) = line.strip_prefix("<word ") {
            let text = word.split_once('>').unwrap().1.trim_end_matches("</word>").to_owned();
            let [left, right, top, bottom] = ["xMin", "xMax", "yMin", "yMax"].map(|name| number(word, name));
            let word = Word { text, left, right, top, bottom };
            let [at_left, at_right, at_top, at_bottom] = MARGINS.map(|margin| margin * MM - ROUNDING);
            let inside = left >= at_left && right <= size.0 - at_right && top >= at_top && bottom <= size.1 - at_bottom;
            if !inside {
                wrong.push(format!(
                    "page {page}: « {} » stands outside ({left:.0}–{right:.0}, {top:.0}–{bottom:.0})",
                    word.text
                ));
            }
            let over = words.iter().filter(|other| other.covers(&word));
            wrong.extend(over.map(|other| format!("page {page}: « {} » stands on « {} »", word.text, other.text)));
            words.push(word);
        }
    }
    assert!(page > 0, "nothing was read of {}", paper.display());
    wrong
}

/// Where the papers printed here are left.
fn left() -> PathBuf {
    let left = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/papers");
    fs::create_dir_all(&left).unwrap();
    left
}

/// Prints a paper: what is wrong with where its words stand, and its bytes. Nothing is left of it, for a paper that
/// claims no standard because sheets of strangers are bound in it.
#[track_caller]
pub fn measured(office: &mut Office, of: Value) -> (Vec<String>, Vec<u8>) {
    let folder = tempfile::tempdir_in(left()).unwrap();
    let file = folder.path().join("paper.pdf");
    office.files.offer("paper", file.clone());
    office.call("save_paper", json!({ "of": of, "file": "paper" }));
    let wrong = misplaced(&file).into_iter().map(|told| format!("{}, {told}", of["paper"])).collect();
    (wrong, fs::read(&file).unwrap())
}

/// As [`measured`], and leaves the paper under a name for the checkers outside.
#[track_caller]
pub fn set(office: &mut Office, of: Value, name: &str) -> (Vec<String>, Vec<u8>) {
    let (wrong, bytes) = measured(office, of);
    fs::write(left().join(format!("{name}.pdf")), &bytes).unwrap();
    (wrong, bytes)
}

/// Prints every paper of a dossier that is ready, and those of the office; what is wrong with them, and how many there were.
fn printed(office: &mut Office, dossier: i64) -> (Vec<String>, usize) {
    let cards = office.call("papers", json!({ "dossier": dossier }))["papers"].clone();
    let ready = cards.as_array().unwrap().iter().filter(|card| card["ready"] == true);
    let keys: Vec<String> = ready.map(|card| card["key"].as_str().unwrap().to_owned()).collect();
    let mut wrong = Vec::new();
    for key in &keys {
        let of = json!({ "dossier": dossier, "paper": key });
        wrong.extend(set(office, of, &format!("overflowing-{key}")).0);
    }
    (wrong, keys.len())
}

/// What may be typed that a page is not made for.
#[derive(Clone, Debug)]
struct Typed {
    last_name: String,
    first_name: String,
    children: Vec<String>,
    lines: Vec<(String, u32)>,
    project: String,
    opinion: String,
    months: u32,
}

/// Words as a keyboard makes them, short and very long, up to a number of characters.
fn words(most: usize) -> impl Strategy<Value = String> {
    let word = prop_oneof![8 => "[a-zéèçàA-ZÉ’-]{1,12}", 1 => "[a-zéA-Z-]{20,45}", 1 => "[0-9]{1,14}"];
    vec(word, 1..40).prop_map(move |words| {
        let all: String = words.join(" ").chars().take(most).collect();
        let all = all.trim_matches([' ', '-', '’']).to_owned();
        if all.is_empty() { "D".to_owned() } else { all }
    })
}

fn typing() -> impl Strategy<Value = Typed> {
    let line = (words(120), 1_u32..9_999_999);
    (words(120), words(80), vec(words(80), 0..=11), vec(line, 0..=22), words(300), vec(words(300), 0..12), 6_u32..=60)
        .prop_map(|(last_name, first_name, children, lines, project, opinion, months)| Typed {
            last_name,
            first_name,
            children,
            lines,
            project,
            opinion: opinion.join(". "),
            months,
        })
}

/// The published dossier with what was typed over it.
fn overflowing(typed_over: &Typed) -> (Office, i64) {
    let (mut office, dossier, _) = decided("84");
    let logo = crate::logo::chosen(&office, "photo.jpg");
    office.call("set_logo", logo);
    let Typed { last_name, first_name, children, lines, project, opinion, months } = typed_over;
    for (field, value) in [("last_name", last_name), ("first_name", first_name)] {
        office.call("change_person", json!({ "dossier": dossier, "field": field, "value": value }));
    }
    for name in children {
        office.call("add_member", a_member(dossier, name, "03/02/2017"));
    }
    for (detail, cents) in lines {
        let mut line = a_line(dossier, ("other_taxes", "", "", "monthly", "", ""));
        line["fields"]["detail"] = json!(detail);
        line["fields"]["amount"] = json!(format!("{},{:02}", cents / 100, cents % 100));
        office.call("add_budget_line", line);
    }
    office.call("change_request", json!({ "dossier": dossier, "field": "project", "value": project }));
    office.call("change_assessment", json!({ "dossier": dossier, "field": "reasoned", "value": opinion }));
    office.simulate(dossier, "months", &months.to_string());
    (office, dossier)
}

#[test]
#[cfg_attr(windows, ignore = "poppler is of the computer that builds; the papers are compared byte for byte")]
fn no_word_of_a_paper_stands_outside_its_margins_nor_on_another() {
    let cases = if std::env::var_os("ETRIER_LONG").is_some() { 60 } else { 5 };
    let mut runner =
        TestRunner::new(Config { cases, max_shrink_iters: 12, failure_persistence: None, ..Config::default() });
    let outcome = runner.run(&typing(), |typed| {
        let (mut office, dossier) = overflowing(&typed);
        let (wrong, papers) = printed(&mut office, dossier);
        prop_assert!(papers >= 6, "{papers} papers are ready");
        prop_assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        Ok(())
    });
    outcome.unwrap_or_else(|failed| panic!("{failed}"));
}
