//! Bank statements from the command line: no office, nothing written, an answer programs read.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

fn papers() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("statements/files")
}

/// The exit code, what is said and what is complained of.
fn statement(folder: &Path, files: &[&str], more: &[&str]) -> (i32, String, String) {
    let files = files.iter().map(|file| papers().join(file));
    let mut command: Command = crate::cli::command(folder);
    let output = command.arg("statement").args(files).args(more).output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code().unwrap(), text(&output.stdout), text(&output.stderr))
}

#[test]
fn three_months_are_proven_and_proposed_without_an_office() {
    let folder = tempfile::tempdir().unwrap();
    let months = ["postal-2026-10.pdf", "postal-2026-08.pdf", "postal-2026-09.pdf"];
    let (code, out, _) = statement(folder.path(), &months, &["--json"]);
    let said: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(code, 0);
    let current = &said["accounts"][0];
    assert_eq!([&current["opening"], &current["closing"]], ["143.52", "870.79"]);
    assert_eq!(current["proven"], true);
    assert_eq!(current["indicators"]["lowest_balance"], "-176.61");
    let proposals = said["proposals"].as_array().unwrap();
    let rent = proposals.iter().find(|line| line["entry"] == "rent").unwrap();
    assert_eq!([&rent["monthly"], &rent["frequency"]], ["512.37", "monthly"]);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "nothing is written");
}

#[test]
fn what_is_not_proven_proposes_nothing_and_is_told_in_french() {
    let folder = tempfile::tempdir().unwrap();
    let (code, out, _) = statement(folder.path(), &["paribas-un-centime.pdf", "postal-scan.pdf"], &["--json"]);
    let said: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((code, said["proposals"].as_array().map(Vec::len)), (0, Some(0)));
    let one = &said["accounts"][0]["statements"][0];
    assert_eq!([&one["status"], &one["reason"]], ["contradicted", "sums_do_not_match"]);
    let (code, out, _) = statement(folder.path(), &["paribas-un-centime.pdf"], &[]);
    assert!(code == 0 && out.contains("Il manque ou il y a en trop 0,01"), "{out}");
    let (code, out, _) = statement(folder.path(), &["postal-scan.pdf"], &[]);
    assert!(code == 1 && out.contains("C’est une image"), "{out}");
}

#[test]
fn a_typed_balance_and_the_words_of_the_office_are_taken() {
    let folder = tempfile::tempdir().unwrap();
    let typed = ["--json", "--opening", "2026-07-31=61.20"];
    let (_, out, _) = statement(folder.path(), &["agricole.csv"], &typed);
    let said: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(said["accounts"][0]["statements"][0]["status"], "proven");
    let words = folder.path().join("mots.json");
    let rule =
        r#"{"entries":[{"key":"dab","direction":"debit","any":["RET DAB*"],"entries":["leisure"],"running":true}]}"#;
    std::fs::write(&words, rule).unwrap();
    let own = [typed.as_slice(), &["--words", words.to_str().unwrap()]].concat();
    let (_, out, _) = statement(folder.path(), &["agricole.csv"], &own);
    let said: Value = serde_json::from_str(&out).unwrap();
    let named: Vec<&Value> = said["proposals"].as_array().unwrap().iter().map(|line| &line["entry"]).collect();
    assert!(named.contains(&&Value::from("leisure")) && !named.contains(&&Value::from("rent")), "{named:?}");
}

#[test]
fn a_command_that_is_misused_says_what_it_takes() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(statement(folder.path(), &[], &[]).0, 2);
    let (code, _, err) = statement(folder.path(), &["agricole.csv"], &["--opening", "hier"]);
    assert!(code == 2 && err.contains("AAAA-MM-JJ=MONTANT"), "{err}");
    let (code, _, err) = statement(folder.path(), &["absent.pdf"], &[]);
    assert!(code == 1 && err.contains("absent.pdf"), "{err}");
    let words = papers().join("../expected/scan.json");
    let (code, _, err) = statement(folder.path(), &["agricole.csv"], &["--words", words.to_str().unwrap()]);
    assert!(code == 2 && err.contains("--words"), "{err}");
}
