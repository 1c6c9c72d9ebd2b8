//! The delivered office opens with the program of today, nothing lost.

use std::fs;
use std::path::Path;

use serde_json::json;

use crate::office::{an_empty_folder, an_office, text};

/// The schemas of the offices in `databases/`.
const DELIVERED: [usize; 5] = [1, 2, 3, 4, 5];

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}

#[test]
fn the_delivered_office_opens_with_its_figures() {
    DELIVERED.into_iter().for_each(opens_with_its_figures);
}

fn opens_with_its_figures(schema: usize) {
    let mut office = an_empty_folder();
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("databases/schema-{schema}"));
    copy(&kept, office.folder.path());
    office.call("unlock", json!({ "passphrase": "demonstration sans ecran" }));
    let found = office.call("dossiers", json!({ "search": "delmas", "offset": 0 }));
    assert_eq!(text(&found, "/rows/0/reference"), "VB-2026-0005");
    let dossier = found["rows"][0]["id"].clone();
    let budget = office.call("budget", json!({ "dossier": dossier }));
    assert_eq!(text(&budget, "/reste_a_vivre/text"), "339,53 €");
    let verdict = office.call("verify", json!({}));
    assert_eq!(verdict["sound"], true, "{verdict}");
}

#[test]
fn it_has_the_schema_of_today() {
    let today = an_office().desk.vault().unwrap().verify().unwrap().schema;
    assert_eq!(Some(&today), DELIVERED.last(), "a new schema adds an office to tests/databases");
}
