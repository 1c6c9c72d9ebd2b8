//! `export-person` and `retention`: what is held about a person, and whose time is over.

use std::path::Path;

use serde_json::{Value, json};

use super::dossier_number;
use crate::console::{Console, print};
use crate::outcome::Stop;

/// Writes everything held about the person of a dossier into a folder, which is made when it is missing.
pub(super) fn export_person(console: &mut Console, json: bool, reference: &str, out: &Path) -> Result<(), Stop> {
    console.open()?;
    let dossier = dossier_number(console, reference)?;
    std::fs::create_dir_all(out)
        .map_err(|cause| Stop::Outside(format!("Le dossier {} n’a pas pu être créé : {cause}.", out.display())))?;
    console.offer("out", out);
    let saved = console.call("export_person", json!({ "dossier": dossier, "folder": "out" }))?;
    if json { print(&saved.to_string()) } else { print(saved.get("sentence").and_then(Value::as_str).unwrap_or("")) }
}

/// Lists the dossiers whose time is over: reference, name, how it ended, last contact, since when.
pub(super) fn retention(console: &mut Console, json: bool) -> Result<(), Stop> {
    console.open()?;
    let rows = console.rows("retention_list", |offset| json!({ "offset": offset }))?;
    if json {
        return print(&Value::Array(rows).to_string());
    }
    for row in &rows {
        let inside = |path| row.pointer(path).and_then(Value::as_str).unwrap_or("");
        let (last, since) = (inside("/last_contact/iso"), inside("/since/iso"));
        print(&format!("{}\t{}\t{}\t{last}\t{since}", inside("/reference"), inside("/name"), inside("/ended")))?;
    }
    let list = console.call("retention_list", json!({ "offset": rows.len() }))?;
    print(list.get("sentence").and_then(Value::as_str).unwrap_or(""))
}
