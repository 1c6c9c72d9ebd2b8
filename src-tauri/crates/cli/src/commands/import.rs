//! `import`: a register taken over, or what would become of each of its lines.

use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};

use crate::console::{Console, print};
use crate::outcome::Stop;

/// Which register, read how.
#[derive(Args)]
pub(crate) struct ImportArguments {
    /// Registre : .xlsx, .ods ou .csv
    #[arg(value_name = "FICHIER")]
    file: PathBuf,
    /// Ce que disent les colonnes, en JSON : feuille, colonnes par intitulé, ce qui vaut pour toutes les lignes
    #[arg(long, value_name = "FICHIER")]
    mapping: Option<PathBuf>,
    /// Dit ligne par ligne ce qui serait fait, sans rien écrire
    #[arg(long)]
    dry_run: bool,
}

/// Takes a register over; lines that are refused or to be settled are left out, and told.
pub(super) fn import(console: &mut Console, json: bool, asked: &ImportArguments) -> Result<(), Stop> {
    let mapping = asked.mapping.as_ref().map(mapping).transpose()?;
    console.open()?;
    console.offer("register", &asked.file);
    let view = console.call("open_register", json!({ "file": "register", "mapping": mapping }))?;
    let mut rows = console.rows("register_rows", |offset| json!({ "verdict": null, "offset": offset }))?;
    rows.sort_by_key(|row| row.get("line").and_then(Value::as_u64));
    let taken = if asked.dry_run {
        Value::Null
    } else {
        console.call("take_over_register", json!({ "leave_unsettled": true }))?
    };
    let counts = view.get("counts").cloned().unwrap_or_default();
    if json {
        let told = json!({
            "file": view.get("file"),
            "counts": counts,
            "understood": view.get("understood"),
            "remarks": view.get("remarks"),
            "new_lenders": view.get("new_lenders"),
            "rows": rows,
            "taken": taken,
        });
        print(&told.to_string())?;
    } else {
        told(&view, &rows, &taken)?;
    }
    let of = |name: &str| counts.get(name).and_then(Value::as_u64).unwrap_or_default();
    // Told in the answer itself, line by line.
    if of("refused").saturating_add(of("to_settle")) > 0 { Err(Stop::Partly) } else { Ok(()) }
}

fn told(view: &Value, rows: &[Value], taken: &Value) -> Result<(), Stop> {
    let text = |value: &Value, path: &str| value.pointer(path).and_then(Value::as_str).unwrap_or("").to_owned();
    for heading in ["understood", "remarks"] {
        for line in view.get(heading).and_then(Value::as_array).into_iter().flatten() {
            print(&format!("– {}", line.as_str().unwrap_or("")))?;
        }
    }
    for row in rows {
        let line = row.get("line").and_then(Value::as_u64).unwrap_or_default();
        let asked = text(row, "/question/text");
        let why = if asked.is_empty() { text(row, "/reason") } else { asked };
        print(format!("{line}\t{}\t{}\t{why}", text(row, "/verdict/label"), name(row)).trim_end())?;
    }
    let counts = |name: &str| view.pointer(&format!("/counts/{name}")).and_then(Value::as_u64).unwrap_or_default();
    print(&format!(
        "{} à créer, {} à mettre à jour, {} déjà là, {} à trancher, {} refusées.",
        counts("to_create"),
        counts("to_update"),
        counts("already_there"),
        counts("to_settle"),
        counts("refused")
    ))?;
    if taken.is_null() { Ok(()) } else { print(&text(taken, "/sentence")) }
}

/// Whose line it is, as it is written.
fn name(row: &Value) -> String {
    let cells = row.get("cells").and_then(Value::as_array).into_iter().flatten();
    let named = cells.filter(|cell| {
        let column = cell.get("column").and_then(Value::as_str).unwrap_or("");
        ["full_name", "last_name", "first_name"].contains(&column)
    });
    named.filter_map(|cell| cell.get("text").and_then(Value::as_str)).collect::<Vec<_>>().join(" ")
}

fn mapping(file: &PathBuf) -> Result<Value, Stop> {
    let text = std::fs::read_to_string(file)
        .map_err(|cause| Stop::Outside(format!("Le fichier {} n’a pas pu être lu : {cause}.", file.display())))?;
    serde_json::from_str(&text).map_err(|_| Stop::Usage("--mapping attend un fichier JSON.".to_owned()))
}
