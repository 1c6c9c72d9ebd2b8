//! The development set of `tests/statements/`: invented papers in five layouts and eight exports, read to the cent.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::{SourceFile, WordRules, answer, read};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/statements")
}

fn cases() -> Vec<Value> {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder().join("expected")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.iter().map(|file| serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap()).collect()
}

fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value[name].as_array().map(Vec::as_slice).unwrap_or_default()
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or("")
}

/// What the reader says of a case.
pub(super) fn said(case: &Value) -> Value {
    let names: Vec<&str> = list(case, "files").iter().filter_map(Value::as_str).collect();
    let bytes: Vec<Vec<u8>> =
        names.iter().map(|name| std::fs::read(folder().join("files").join(name)).unwrap()).collect();
    let files: Vec<SourceFile<'_>> = names.iter().zip(&bytes).map(|(name, bytes)| SourceFile { name, bytes }).collect();
    answer(&read(&files, &WordRules::delivered(), &[]))
}

/// Letters and figures alone, as labels are compared.
fn plain(text: &str) -> String {
    crate::folded::folded(text).replace(' ', "")
}

/// Each day and amount, with its label.
fn movements<'a>(operations: impl IntoIterator<Item = &'a Value>) -> BTreeMap<(String, String), Vec<String>> {
    let mut found: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    for one in operations {
        let amount = one["credit"].as_str().map_or_else(|| format!("-{}", text(one, "debit")), str::to_owned);
        found.entry((text(one, "date").to_owned(), amount)).or_default().push(plain(text(one, "label")));
    }
    found
}

fn account_of<'a>(said: &'a Value, expected: &Value) -> &'a Value {
    let iban = text(expected, "iban");
    let number = plain(text(expected, "number"));
    let accounts = list(said, "accounts");
    let by_iban = accounts.iter().find(|account| account["iban"] == iban);
    let near = |account: &&Value| {
        let mine = plain(text(account, "number"));
        mine.is_empty() && account["iban"].is_null() || !mine.is_empty() && (iban.contains(&mine) || mine == number)
    };
    by_iban.or_else(|| accounts.iter().find(near)).unwrap_or_else(|| panic!("{iban} is not read: {said}"))
}

#[test]
fn every_case_is_read_to_the_cent() {
    let cases = cases();
    assert_eq!(cases.len(), 15, "the set is there");
    for case in cases {
        let (name, said) = (text(&case, "case").to_owned(), said(&case));
        for (file, reasons) in case["refused"].as_object().into_iter().flatten() {
            let told = list(&said, "files").iter().find(|told| told["file"] == file.as_str()).unwrap();
            assert!(reasons.as_array().unwrap().contains(&told["reason"]), "{name}: {told}");
        }
        for expected in list(&case, "accounts") {
            let account = account_of(&said, expected);
            let mut wanted = Vec::new();
            for statement in list(expected, "statements") {
                let mine = list(account, "statements");
                let same = |one: &&Value| one["file"] == statement["file"] && one["to"] == statement["to"];
                let found = mine.iter().find(same).or_else(|| mine.iter().find(|one| one["file"] == statement["file"]));
                let found = found.unwrap_or_else(|| panic!("{name}: {statement} is not there"));
                assert_eq!(found["status"], statement["status"], "{name}: {found}");
                if statement["status"] == "proven" {
                    assert_eq!([&found["opening"], &found["closing"]], [&statement["opening"], &statement["closing"]]);
                }
                if statement["status"] != "contradicted" {
                    wanted.extend(list(statement, "operations"));
                }
            }
            let (wanted, read) = (movements(wanted), movements(list(account, "operations")));
            assert_eq!(wanted.keys().collect::<Vec<_>>(), read.keys().collect::<Vec<_>>(), "{name}");
            for (movement, labels) in &wanted {
                let mine = &read[movement];
                assert_eq!(labels.len(), mine.len(), "{name}: {movement:?}");
                assert!(
                    labels.iter().all(|label| mine.iter().any(|one| one.contains(label.as_str()))),
                    "{name}: {mine:?}"
                );
            }
            assert_eq!(list(account, "gaps"), list(expected, "gaps"), "{name}");
            for (indicator, value) in expected["indicators"].as_object().into_iter().flatten() {
                assert_eq!(&account["indicators"][indicator], value, "{name}: {indicator}");
            }
        }
    }
}

#[test]
fn nine_lines_in_ten_have_their_entry_and_nothing_rests_on_what_does_not_come_back() {
    let (mut right, mut exact, mut all) = (0, 0, 0);
    for case in cases() {
        let said = said(&case);
        let proposals = list(&said, "proposals");
        if list(&case, "proposals").is_empty() {
            assert!(proposals.is_empty(), "{}: {said}", text(&case, "case"));
        }
        let behind = |proposal: &Value| -> Vec<String> {
            let labels = list(proposal, "proof").iter().map(|line| plain(text(line, "label")));
            labels.chain([plain(text(proposal, "name"))]).collect()
        };
        for expected in list(&case, "proposals").iter().filter(|line| line["required"] == true) {
            all += 1;
            let words = text(expected, "words");
            let named = |proposal: &&Value| behind(proposal).iter().any(|label| label.contains(words));
            let entry = |proposal: &&Value| list(expected, "any_of").contains(&proposal["entry"]);
            let found = proposals.iter().filter(named).find(entry);
            right += usize::from(found.is_some());
            exact += usize::from(found.is_some_and(|found| found["monthly"] == expected["monthly"]));
        }
        for label in list(&case, "not_recurring").iter().filter_map(Value::as_str) {
            let resting = proposals.iter().find(|proposal| behind(proposal).iter().any(|mine| mine == label));
            assert_eq!(resting, None, "{label}");
        }
    }
    assert!(all > 80, "{all}");
    assert!(right * 10 >= all * 9, "{right} of {all}");
    assert!(exact * 10 >= all * 9, "{exact} of {all} to the cent");
}

#[test]
fn the_order_of_files_and_a_second_reading_change_nothing() {
    for case in cases().iter().filter(|case| list(case, "files").len() > 1) {
        let mut turned = case.clone();
        turned["files"].as_array_mut().unwrap().reverse();
        let (forwards, backwards) = (said(case), said(&turned));
        assert_eq!(forwards["accounts"], backwards["accounts"]);
        assert_eq!(forwards["proposals"], backwards["proposals"]);
        assert_eq!(forwards, said(case));
    }
}

#[test]
fn a_statement_given_twice_counts_once() {
    let case = cases().into_iter().find(|case| case["case"] == "mutual").unwrap();
    let once = said(&case);
    let mut twice = case.clone();
    let again = case["files"][0].clone();
    twice["files"].as_array_mut().unwrap().push(again);
    let twice = said(&twice);
    assert_eq!(twice["accounts"][0]["operations"], once["accounts"][0]["operations"]);
    assert_eq!(twice["accounts"][0]["indicators"], once["accounts"][0]["indicators"]);
    let statuses: Vec<&str> = list(&twice["accounts"][0], "statements").iter().map(|one| text(one, "status")).collect();
    assert_eq!(statuses.iter().filter(|status| **status == "duplicate").count(), 1);
}

#[test]
fn an_export_and_the_papers_of_the_same_days_count_once() {
    let case: Value = serde_json::json!({ "files": ["mutual-2026-08.pdf", "mutual-2026-09.pdf", "mutual-2026-10.pdf", "mutual.ofx"] });
    let said = said(&case);
    assert_eq!(list(&said, "accounts").len(), 1);
    let account = &said["accounts"][0];
    assert_eq!(list(account, "operations").len(), 65);
    assert_eq!(account["statements"].as_array().unwrap().iter().filter(|one| one["status"] == "duplicate").count(), 1);
}

#[test]
fn a_month_that_is_missing_is_a_gap_and_gives_no_indicators() {
    let case: Value = serde_json::json!({ "files": ["mutual-2026-08.pdf", "mutual-2026-10.pdf"] });
    let said = said(&case);
    let account = &said["accounts"][0];
    assert_eq!(
        account["gaps"],
        serde_json::json!([{ "after": "2026-08-31", "before": "2026-10-01", "reason": "missing_statement" }])
    );
    assert_eq!(account["proven"], false);
    assert!(account["indicators"].is_null());
}

#[test]
fn a_balance_typed_by_the_adviser_proves_an_export_and_a_wrong_one_does_not() {
    let bytes = std::fs::read(folder().join("files/agricole.csv")).unwrap();
    let with = |amount: &str| {
        let typed =
            crate::TypedBalance { date: "2026-07-31".parse().unwrap(), amount: crate::Cents::plain(amount).unwrap() };
        let files = [SourceFile { name: "agricole.csv", bytes: &bytes }];
        answer(&read(&files, &WordRules::delivered(), &[typed]))["accounts"][0]["statements"][0].clone()
    };
    let right = with("61.20");
    assert_eq!((text(&right, "status"), right["witnesses"][0].as_str()), ("proven", Some("typed_balance")));
    assert_ne!(text(&with("61.21"), "status"), "proven");
}
