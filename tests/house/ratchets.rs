//! Ratchets: figures of the code that may only go down.
//!
//! Each figure is what the code was when it was last lowered. A change that passes a figure fails here; a change that
//! goes well under it fails too, until the figure is lowered, so that what was gained is not lost again.
//!
//! Example: a new `use crate::today::…` in `casework/src/office` fails `no_new_arrow_goes_up_inside_casework` with « office → today ».

use std::collections::BTreeSet;
use std::path::Path;

use super::{assert_none, name, names, read, root, sources};

/// Lines of Rust without tests, a crate: at most this many.
const LINES: &[(&str, usize)] = &[
    ("domain", 34_200),
    ("store", 11_300),
    ("documents", 24_326),
    ("app", 3_838),
    ("casework", 41_322),
    ("reporting", 6_155),
    ("printing", 9_198),
    ("intake", 1_995),
    ("demo", 5_471),
    ("desk", 1_176),
    ("statements", 5_365),
    ("cli", 1_474),
    ("src", 1_100),
];

/// How far under its figure a count may be before the figure has to follow.
const SLACK: usize = 250;

/// Parameters that are a tuple of unrelated values: beyond five parameters a named struct reads better.
const TUPLE_PARAMETERS: usize = 171;

/// The modules of `casework`, lowest first: a module may import those before it.
const ORDER: &[&str] = &[
    "facts",
    "office",
    "resolutions",
    "copies",
    "drafts",
    "dossiers",
    "choices",
    "budgets",
    "history",
    "access_journal",
    "guarantees",
    "retention",
    "assessments",
    "checklist",
    "work_times",
    "simulations",
    "projects",
    "explained",
    "decisions",
    "stories",
    "households",
    "partners",
    "loans",
    "endings",
    "sessions",
    "today",
    "followed",
    "loan_steps",
    "bank_statements",
    "attachments",
    "account_statements",
    "overview",
];

/// The imports that go up today; the list only shrinks.
const ARROWS_UP: &[&str] = &[
    "assessments → explained",
    "budgets → explained",
    "budgets → simulations",
    "checklist → attachments",
    "choices → attachments",
    "decisions → sessions",
    "dossiers → budgets",
    "dossiers → checklist",
    "dossiers → partners",
    "dossiers → retention",
    "drafts → dossiers",
    "loans → followed",
    "office → access_journal",
    "office → attachments",
    "office → choices",
    "office → copies",
    "office → dossiers",
    "office → guarantees",
    "office → simulations",
    "simulations → explained",
];

/// File names nobody would search for.
const FORBIDDEN: &[&str] = &[
    "said", "told", "known", "kept", "held", "shown", "asked", "brought", "carried", "aside", "beside", "behind",
    "own", "note", "rows", "untold", "unkept", "lived", "settled", "stated", "lasting", "around", "leaving",
];

/// Files that have such a name today; the list only shrinks.
const FORBIDDEN_TODAY: usize = 2;

#[test]
fn no_crate_grows() {
    for &(room, figure) in LINES {
        let lines: usize = product(room).iter().map(|file| without_tests(&read(file)).lines().count()).sum();
        assert_ratchet(&format!("lines of {room}"), lines, figure);
    }
}

#[test]
fn no_new_arrow_goes_up_inside_casework() {
    let known: BTreeSet<String> = ARROWS_UP.iter().map(|arrow| (*arrow).to_owned()).collect();
    let found = arrows_up();
    let new: Vec<String> = found.difference(&known).cloned().collect();
    assert_none(&new, "is a new import of a module that stands above");
    let gone: Vec<String> = known.difference(&found).cloned().collect();
    assert_none(&gone, "goes up no longer: take it out of ARROWS_UP");
}

#[test]
fn no_new_file_has_a_name_nobody_searches_for() {
    let poems: Vec<String> = names(sources(&["rs"]).into_iter().filter(|file| {
        let stem = file.file_stem().unwrap().to_str().unwrap();
        FORBIDDEN.contains(&stem) || stem.starts_with("of_")
    }));
    assert!(
        poems.len() == FORBIDDEN_TODAY,
        "{} files have a name of FORBIDDEN, {FORBIDDEN_TODAY} stood here; fewer: lower the figure\n{}",
        poems.len(),
        poems.join("\n")
    );
}

#[test]
fn no_new_parameter_is_a_tuple() {
    let count: usize = sources(&["rs"])
        .iter()
        .filter(|file| file.starts_with(root().join("src-tauri")))
        .map(|file| tuple_parameters(without_tests(&read(file))))
        .sum();
    assert_eq!(count, TUPLE_PARAMETERS, "tuple parameters: fewer lower the figure, more want a named struct");
}

#[test]
fn a_tuple_parameter_is_found_and_a_tuple_result_is_not() {
    assert_eq!(tuple_parameters("fn f(a: u8, (b, c): (u8, &str)) -> (u8, u8) {"), 1);
    assert_eq!(tuple_parameters("pub(crate) fn f(pair: (A, B), f: impl Fn(&(A, B)) -> u8) {"), 1);
    assert_eq!(tuple_parameters("fn f(a: u8) { let (b, c): (u8, u8) = g(); }"), 0);
}

/// Neither above its figure nor far below it.
fn assert_ratchet(what: &str, count: usize, figure: usize) {
    assert!(count <= figure, "{what}: {count}, and {figure} is the most; say what the change removes");
    assert!(count + SLACK > figure, "{what}: {count}; lower its figure, {figure}, to keep what was gained");
}

/// Source files of a crate, or of the shell for `src`, that are no tests.
fn product(room: &str) -> Vec<std::path::PathBuf> {
    let folder = if room == "src" { "src-tauri/src".into() } else { format!("src-tauri/crates/{room}/src") };
    let folder = root().join(folder);
    sources(&["rs"]).into_iter().filter(|file| file.starts_with(&folder) && !is_test(file)).collect()
}

fn is_test(file: &Path) -> bool {
    let inside = name(file);
    inside.contains("/tests/") || inside.ends_with("/tests.rs")
}

fn without_tests(source: &str) -> &str {
    source.split("#[cfg(test)]").next().unwrap()
}

/// « module → module » for each import, inside casework, of a module that stands above.
fn arrows_up() -> BTreeSet<String> {
    let folder = root().join("src-tauri/crates/casework/src");
    let place = |module: &str| ORDER.iter().position(|known| *known == module);
    let mut found = BTreeSet::new();
    for file in product("casework") {
        let inside = file.strip_prefix(&folder).unwrap().with_extension("");
        let from = inside.iter().next().unwrap().to_str().unwrap().to_owned();
        if from == "lib" {
            continue;
        }
        let own = place(&from).unwrap_or_else(|| panic!("{from} is not in ORDER"));
        for to in imported(without_tests(&read(&file))) {
            if place(&to).is_some_and(|above| above > own) {
                found.insert(format!("{from} → {to}"));
            }
        }
    }
    found
}

/// First segments after `crate::`, braces included, comments left out.
fn imported(source: &str) -> Vec<String> {
    let code: String =
        source.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let mut segments = Vec::new();
    for after in code.split("crate::").skip(1) {
        match after.strip_prefix('{') {
            Some(group) => {
                let group = group.split("};").next().unwrap();
                let mut depth = 0;
                let top = |letter: char| {
                    depth += i32::from(letter == '{') - i32::from(letter == '}');
                    letter == ',' && depth == 0
                };
                segments.extend(group.split(top).map(|part| first_word(part.trim())));
            }
            None => segments.push(first_word(after)),
        }
    }
    segments
}

fn first_word(text: &str) -> String {
    text.chars().take_while(|letter| letter.is_ascii_lowercase() || *letter == '_').collect()
}

/// Parameters whose type is a tuple, in the signatures of functions.
fn tuple_parameters(source: &str) -> usize {
    source.split("fn ").skip(1).filter_map(signature).map(|inside| top_level(inside, ": (")).sum()
}

/// What stands between the parentheses of a function's parameters.
fn signature(after: &str) -> Option<&str> {
    let open = after.find('(')?;
    let is_name = |letter: char| letter.is_ascii_alphanumeric() || "_<>,:'+ &".contains(letter);
    if !after[..open].chars().all(is_name) {
        return None;
    }
    let mut depth = 0;
    let close = after[open..].char_indices().find(|(_, letter)| {
        depth += i32::from(*letter == '(') - i32::from(*letter == ')');
        depth == 0
    })?;
    Some(&after[open + 1..open + close.0])
}

/// How often `sought` stands outside any bracket.
fn top_level(inside: &str, sought: &str) -> usize {
    let mut depth = 0;
    let mut count = 0;
    for (at, letter) in inside.char_indices() {
        count += usize::from(depth == 0 && inside[at..].starts_with(sought));
        depth += i32::from("([{".contains(letter)) - i32::from(")]}".contains(letter));
    }
    count
}
