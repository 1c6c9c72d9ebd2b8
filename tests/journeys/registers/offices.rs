//! Twelve registers as unlike one another as those of twelve offices: taken without a question, and told as they are written.
//!
//! `offices/expected.txt` is what each line made, read by eye against the registers; `ETRIER_WRITE_GOLDEN=1` writes it again.

use std::collections::BTreeMap;
use std::path::PathBuf;

use domain::dossier::{Fact, Precision};
use serde_json::{Value, json};

use super::files::{Register, csv, ods, offered, sheets};
use super::{counts, rows, taken};
use crate::office::{Office, an_office, plain, text};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("corpus/registers/offices")
}

/// The registers, each as its office keeps it: text, a spreadsheet whose sheet is named, an open document, Windows' French.
fn registers() -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.file_name().unwrap().to_string_lossy().as_bytes()[0].is_ascii_digit());
    files.sort();
    let made = |path: PathBuf| {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let written = std::fs::read_to_string(&path).unwrap();
        let lines: Register = written.lines().map(|line| line.split(';').map(str::to_owned).collect()).collect();
        match &name[..2] {
            "02" => (format!("{name}.xlsx"), sheets(&[("Demandes", &lines)])),
            "09" => (format!("{name}.xlsx"), sheets(&[("2015", &lines)])),
            "11" => (format!("{name}.csv"), csv(&lines)),
            "12" => (format!("{name}.ods"), ods(&lines)),
            _ => (format!("{name}.csv"), written.into_bytes()),
        }
    };
    files.into_iter().map(made).collect()
}

/// The keys of a fact's body that a register can say.
const SAID: [&str; 13] = [
    "amount",
    "months",
    "annual_rate",
    "project",
    "purpose",
    "origin",
    "lender",
    "reasons",
    "reason",
    "solutions",
    "event",
    "direction",
    "note",
];

fn told(fact: &Fact, known: Precision) -> String {
    let day = fact.day().to_string();
    let day = match known {
        Precision::Day => day,
        Precision::Month => day[..7].to_owned(),
        Precision::Year => day[..4].to_owned(),
    };
    let body = serde_json::to_value(fact).unwrap();
    let body = body.as_object().unwrap().values().next().unwrap().clone();
    let terms = body.get("terms").cloned().unwrap_or(json!({}));
    let said = SAID.iter().filter_map(|key| {
        let value = terms
            .get(*key)
            .or(body.get(*key))
            .filter(|value| !value.is_null() && **value != json!("") && **value != json!([]))?;
        let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        (value != "unknown" && value != "not_given").then_some(value)
    });
    let said: Vec<String> = said.collect();
    format!("  {} {day} {}", fact.kind().key(), said.join(", ")).trim_end().to_owned()
}

/// What an office now says, a dossier after the other.
fn says(office: &Office) -> String {
    let mut says = String::new();
    let told_of = office.desk.read(|reader| {
        let mut told_of = Vec::new();
        for known in reader.known_borrowers()? {
            told_of.push((known.clone(), reader.facts(known.dossier)?));
        }
        Ok(told_of)
    });
    for (person, facts) in told_of.unwrap() {
        let born = person.born_on.map(|day| format!(", {day}")).unwrap_or_default();
        let birth = if person.birth_name.is_empty() { String::new() } else { format!(" ({})", person.birth_name) };
        says.push_str(&format!("{} {}{birth}{born} {}\n", person.last_name, person.first_name, person.phone));
        for row in facts {
            let line = match &row.fact {
                Fact::TakenOver(taken) if taken.written.is_empty() => continue,
                Fact::TakenOver(taken) => format!("  [{}]", plain(taken.written.as_str())),
                fact => told(fact, row.precision),
            };
            says.push_str(&format!("{line}\n"));
        }
    }
    says
}

/// The registers whose people are asked of once, and what is answered.
const ANSWERED: [(&str, &str, &str); 7] = [
    ("03", "two_people", "co_borrower"),
    ("03", "year", "2012"),
    ("07", "year", "2013"),
    ("08", "two_people", "co_borrower"),
    ("08", "same_name", "same_person"),
    ("08", "twice", "leave"),
    ("12", "same_name", "same_person"),
];

#[test]
fn twelve_registers_are_taken_as_they_are_written() {
    let (mut lines, mut at_once, mut all) = (0, 0, String::new());
    for (name, bytes) in registers() {
        let mut office = an_office();
        offered(&office, &name, &bytes);
        let mut view = office.call("open_register", json!({ "file": name }));
        let [create, _, _, settle, refused, _] = counts(&view);
        (lines, at_once) = (lines + create + settle, at_once + create);
        let nobody = refused - u64::from(name.starts_with("09"));
        assert_eq!(nobody, 0, "{name}: {:?}", rows(&mut office, json!("refused")));
        assert!(create > 0 && !text(&view, "/hint").contains("déjà là"), "{name}: {}", view["hint"]);
        let asked: BTreeMap<String, Value> =
            view["asked"].as_array().unwrap().iter().map(|one| (text(one, "/field"), one.clone())).collect();
        for (_, field, answer) in ANSWERED.iter().filter(|(of, ..)| name.starts_with(of)) {
            assert!(asked.contains_key(*field), "{name}: {field} is asked once, {asked:?}");
            view["stated"][*field] = json!(answer);
        }
        if settle > 0 {
            let columns: Vec<&Value> = view["columns"].as_array().unwrap().iter().map(|one| &one["column"]).collect();
            let typed = json!({ "sheet": view["sheet"], "headings_line": view["headings_line"], "columns": columns, "stated": view["stated"] });
            view = office.call("set_register_columns", typed);
        }
        assert_eq!((counts(&view)[3], &view["can_take"]), (0, &json!(true)), "{name}: {}", view["asked"]);
        taken(&mut office);
        assert_eq!(office.call("verify", json!({}))["sound"], true, "{name}");
        all.push_str(&format!("== {name}\n{}\n", says(&office)));
    }
    let golden = folder().join("expected.txt");
    if std::env::var_os("ETRIER_WRITE_GOLDEN").is_some() {
        std::fs::write(&golden, &all).unwrap();
    }
    assert_eq!(all, std::fs::read_to_string(golden).unwrap());
    assert!(at_once * 10 >= lines * 9, "{at_once} of {lines} lines are taken without a question");
    every_word_is_there(&all);
}

/// No figure of a register is lost: each stands in what was made of its line, or in the words that were kept.
fn every_word_is_there(all: &str) {
    for (name, _) in registers() {
        let stem = name.split('.').next().unwrap();
        let path =
            ["csv", "txt"].map(|kind| folder().join(format!("{stem}.{kind}"))).into_iter().find(|path| path.exists());
        let said: String = all
            .split("== ")
            .find(|part| part.starts_with(&name))
            .unwrap()
            .chars()
            .filter(|sign| !sign.is_whitespace() && *sign != '\u{202f}')
            .collect();
        let written = std::fs::read_to_string(path.unwrap()).unwrap();
        for amount in written.split([';', '\t', '|', ',', '\n', '"']).map(str::trim) {
            let figures: String = amount.chars().filter(|sign| sign.is_ascii_digit()).collect();
            let is_amount = amount.chars().all(|sign| sign.is_ascii_digit() || " €".contains(sign))
                && figures.len() >= 3
                && !figures.starts_with('0')
                && figures.len() <= 4;
            let total = written
                .lines()
                .find(|line| line.contains(amount))
                .is_some_and(|line| line.to_lowercase().contains("total"));
            if is_amount && !total && !is_year(&figures) {
                assert!(said.contains(&figures), "{name}: {amount} is nowhere in what was made of it");
            }
        }
    }
}

fn is_year(figures: &str) -> bool {
    figures.len() == 4 && (figures.starts_with("20") || figures.starts_with("19"))
}

#[test]
fn the_sheets_of_several_years_are_read_as_one() {
    let mut office = an_office();
    let year = |names: [&str; 2]| -> Register {
        let headings = ["Nom prénom", "Date", "Objet", "Montant", "Suite"].map(str::to_owned).to_vec();
        let line = |name: &str, day: &str| [name, day, "permis", "1000", "accordé"].map(str::to_owned).to_vec();
        vec![headings, line(names[0], "6/1"), line(names[1], "mars")]
    };
    let (one, other) = (year(["ABELIN Rose", "BRUEL Max"]), year(["CADENET Lou", "DORVAL Ida"]));
    offered(&office, "ans.xlsx", &sheets(&[("2014", &one), ("2015", &other)]));
    let view = office.call("open_register", json!({ "file": "ans.xlsx" }));
    assert_eq!(counts(&view), [4, 0, 0, 0, 0, 0], "{view}");
    taken(&mut office);
    let days: Vec<String> =
        says(&office).lines().filter(|line| line.contains("request_received")).map(str::to_owned).collect();
    let expected = ["2014-01-06", "2014-03", "2015-01-06", "2015-03"];
    assert!(days.iter().zip(expected).all(|(line, day)| line.contains(&format!(" {day} "))), "{days:?}");
}
