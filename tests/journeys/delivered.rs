//! The delivered lists: keys unique and never reused, labels in French, nothing that the rules do not know.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::office::an_office;

fn files() -> Vec<(String, Value)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/settings");
    let read = |path: std::path::PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        (name, serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap())
    };
    // The words registers are written with are no entries of a list.
    let lists = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    lists.filter(|path| !path.ends_with("register_words.json")).map(read).collect()
}

#[test]
fn every_entry_has_its_own_key_its_label_and_its_place() {
    let mut entries = 0;
    for (file, subject) in files() {
        for (list, rows) in subject.as_object().unwrap().iter().filter(|(_, rows)| rows.is_array()) {
            let (mut keys, mut last) = (BTreeSet::new(), 0);
            for row in rows.as_array().unwrap() {
                let key = row["key"].as_str().unwrap();
                let sound = key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
                assert!(sound && keys.insert(key.to_owned()), "{file} {list} {key}");
                let label = row["label"].as_str().or(row["value"]["label"].as_str()).unwrap();
                assert!(!label.trim().is_empty() && !label.contains('\''), "{file} {key}: {label}");
                if let Some(order) = row["order"].as_i64() {
                    assert!(order > last, "{file} {list} {key} is out of order");
                    last = order;
                }
                entries += 1;
            }
        }
    }
    assert!(entries > 250, "{entries} entries");
}

#[test]
fn the_forms_offer_every_entry_that_is_not_retired() {
    let mut office = an_office();
    let choices = office.call("choices", json!({}));
    for (list, least) in [
        ("origins", 7),
        ("purposes", 30),
        ("titles", 3),
        ("links", 8),
        ("shares", 3),
        ("family_situations", 8),
        ("housing", 17),
        ("employment", 26),
        ("frequencies", 8),
        ("certainties", 3),
        ("budget_entries", 161),
        ("quote_choices", 3),
        ("aid_statuses", 5),
        ("insurance_requirements", 2),
        ("products", 1),
        ("lenders", 0),
        ("criteria", 7),
        ("findings", 5),
        ("opinions", 4),
        ("register_answers", 3),
        ("interview_kinds", 21),
        ("decision_modes", 4),
        ("directions", 3),
        ("redirections", 30),
        ("refusal_reasons", 13),
        ("notification_modes", 4),
        ("domiciliation_kinds", 3),
        ("support_levels", 4),
        ("providers", 3),
        ("follow_up_plans", 7),
    ] {
        let offered = choices[list].as_array().unwrap().len();
        assert!(offered >= least, "{list} offers {offered} entries");
    }
    for purpose in choices["purposes"].as_array().unwrap() {
        assert!(purpose["group"].is_string(), "{purpose} stands under its category");
    }
    let sections: BTreeSet<&str> =
        choices["budget_entries"].as_array().unwrap().iter().map(|e| e["section"].as_str().unwrap()).collect();
    assert_eq!(sections, BTreeSet::from(["income", "fixed_expense", "running_expense", "debt"]));
}

/// Keys are kept in facts for ever: the list only grows, unless a step of the database renames what kept them.
#[test]
fn no_key_ever_disappears() {
    let known = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/golden/keys.txt")).unwrap();
    let now: BTreeSet<String> = files()
        .iter()
        .flat_map(|(file, subject)| {
            let lists = subject.as_object().unwrap().iter().filter(|(_, rows)| rows.is_array());
            lists
                .flat_map(move |(list, rows)| {
                    let rows = rows.as_array().unwrap().iter();
                    rows.map(move |row| format!("{file} {list} {}", row["key"].as_str().unwrap()))
                })
                .collect::<Vec<_>>()
        })
        .collect();
    for key in known.lines() {
        assert!(now.contains(key), "{key} was delivered once and is kept in dossiers");
    }
    assert_eq!(known.lines().count(), now.len(), "new keys are added to tests/golden/keys.txt");
}

/// What one list says of another is there: a level of support, a kind of contact, a purpose, a group.
#[test]
fn what_an_entry_names_is_delivered_too() {
    let files: std::collections::BTreeMap<String, Value> = files().into_iter().collect();
    let keys = |file: &str, list: &str| -> BTreeSet<String> {
        let rows = files[file][list].as_array().unwrap().iter();
        rows.map(|row| row["key"].as_str().unwrap().to_owned()).collect()
    };
    let (levels, contacts) = (keys("support_levels.json", "entries"), keys("interview_kinds.json", "entries"));
    for plan in files["followup_plans.json"]["entries"].as_array().unwrap() {
        assert!(levels.contains(plan["level"].as_str().unwrap()), "{plan}");
        for step in plan["steps"].as_array().unwrap() {
            assert!(contacts.contains(step["channel"].as_str().unwrap()), "{step}");
        }
    }
    let (categories, purposes) = (keys("purposes.json", "categories"), keys("purposes.json", "sub_purposes"));
    for list in ["products", "models"] {
        for product in files["products.json"][list].as_array().unwrap() {
            for category in product["value"]["purposes"].as_array().into_iter().flatten() {
                assert!(categories.contains(category.as_str().unwrap()), "{product}");
            }
            for limit in product["value"]["limits"]["sub_limits"].as_array().into_iter().flatten() {
                assert!(purposes.contains(limit["purpose"].as_str().unwrap()), "{product}");
            }
        }
    }
    let facts = keys("facts.json", "entries");
    for check in files["checks.json"]["entries"].as_array().unwrap() {
        for fact in check["facts"].as_array().unwrap() {
            assert!(facts.contains(fact.as_str().unwrap()), "{check}");
        }
        assert!(check["source"].as_str().is_some_and(|source| !source.is_empty()), "{check}");
    }
    let mode = files["office.json"]["office_rules"]["value"]["decision_mode"].as_str().unwrap();
    assert!(keys("decision_modes.json", "entries").contains(mode));
}

#[test]
fn every_value_of_the_law_has_its_source_and_its_days_in_order() {
    let (_, legal) = files().into_iter().find(|(file, _)| file == "legal.json").unwrap();
    for topic in legal["entries"].as_array().unwrap() {
        let mut last = String::new();
        for value in topic["values"].as_array().unwrap() {
            assert!(!value["source"].as_str().unwrap().is_empty(), "{topic}");
            let from = value["valid_from"].as_str().unwrap_or_default().to_owned();
            assert!(from >= last && value["valid_to"].as_str().is_none_or(|to| *to >= *from), "{topic}");
            last = from;
        }
    }
}
