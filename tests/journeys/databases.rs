//! Every released shape of the database opens with the program of today, nothing lost.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;

use crate::office::{an_empty_folder, an_office, text};

fn released() -> Vec<(usize, PathBuf)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("databases");
    let offices = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    offices
        .filter_map(|office| {
            let schema = office.file_name()?.to_str()?.strip_prefix("schema-")?.parse().ok()?;
            Some((schema, office))
        })
        .collect()
}

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
fn every_released_office_opens_with_its_figures() {
    for (schema, kept) in released() {
        let mut office = an_empty_folder();
        copy(&kept, office.folder.path());
        office.call("unlock", json!({ "passphrase": "demonstration sans ecran" }));
        let found = office.call("dossiers", json!({ "search": "delmas", "offset": 0 }));
        let reference = match schema {
            1 => "2026-001",
            2..=4 => "VB-2026-0005",
            5..=9 => "VB-2026-0007",
            _ => "VB-2026-0006",
        };
        assert_eq!(text(&found, "/rows/0/reference"), reference, "schema {schema}");
        let dossier = found["rows"][0]["id"].clone();
        let budget = office.call("budget", json!({ "dossier": dossier }));
        assert_eq!(text(&budget, "/reste_a_vivre/text"), "339,53 €", "schema {schema}");
        let verdict = office.call("verify", json!({}));
        assert_eq!(verdict["sound"], true, "schema {schema}: {verdict}");
    }
}

#[test]
fn the_shape_of_today_is_among_them() {
    let today = an_office().desk.vault().unwrap().verify().unwrap().schema;
    let mut kept: Vec<usize> = released().into_iter().map(|(schema, _)| schema).collect();
    kept.sort_unstable();
    assert_eq!(kept, (1..=today).collect::<Vec<_>>(), "one office for each shape");
}
