//! What a newcomer touches to add a thing, as ARCHITECTURE promises: a line of the budget, a letter, a column of the
//! dossiers exported, each kept as the change it took in `tests/newcomer/`.

use crate::{read, said};

/// Each change, and the row of the table it follows.
const CHANGES: [(&str, &str); 3] =
    [("budget_line", "budget line, list entry"), ("letter", "letter"), ("column", "column of the dossiers exported")];

#[test]
fn each_change_still_applies() {
    for (change, _) in CHANGES {
        said("git", &["apply", "--check", &format!("tests/newcomer/{change}.patch")]);
    }
}

#[test]
fn each_change_touches_what_its_row_says_and_nothing_else() {
    let architecture = read("src-tauri/ARCHITECTURE.md");
    for (change, row) in CHANGES {
        let row = architecture.lines().find_map(|line| line.strip_prefix(&format!("| {row} | "))).unwrap();
        let named: Vec<&str> = row.split('`').skip(1).step_by(2).filter(|path| path.contains('/')).collect();
        let patch = read(&format!("tests/newcomer/{change}.patch"));
        let touched: Vec<&str> = patch.lines().filter_map(|line| line.strip_prefix("+++ b/")).collect();
        assert!(!touched.is_empty());
        for file in touched {
            assert!(named.iter().any(|path| is(file, path)), "{change} touches {file}; its row names {named:?}");
        }
    }
}

/// Whether a file is the one a row names: `domain/src/letter/kind.rs`, `assets/settings/*.json`.
fn is(file: &str, named: &str) -> bool {
    match named.split_once('*') {
        Some((start, end)) => file.starts_with(start) && file.ends_with(end),
        None => file.ends_with(named),
    }
}
