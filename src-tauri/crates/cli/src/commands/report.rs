//! `report`: the bilan of a period as data, as a paper or for a spreadsheet.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use super::print::save;
use crate::console::{Console, print};
use crate::outcome::Stop;

/// Which bilan, in which form, where.
#[derive(Args)]
pub(crate) struct ReportArguments {
    /// Année
    #[arg(long, conflicts_with_all = ["from", "to"], required_unless_present = "from", value_name = "AAAA")]
    year: Option<String>,
    /// Premier jour de la période
    #[arg(long, requires = "to", value_name = "AAAA-MM-JJ")]
    from: Option<String>,
    /// Dernier jour de la période
    #[arg(long, requires = "from", value_name = "AAAA-MM-JJ")]
    to: Option<String>,
    /// Forme du bilan
    #[arg(long, value_enum, hide_possible_values = true, value_name = "json|pdf|xlsx|csv")]
    format: Format,
    /// Fichier à écrire
    #[arg(long, value_name = "FICHIER")]
    out: PathBuf,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Json,
    Pdf,
    Xlsx,
    Csv,
}

/// Writes the bilan of a period.
pub(super) fn report(console: &mut Console, json: bool, asked: ReportArguments) -> Result<(), Stop> {
    console.open()?;
    let text = |typed: &Option<String>| typed.clone().unwrap_or_default();
    let (year, from, to) = (text(&asked.year), text(&asked.from), text(&asked.to));
    let period = json!({ "year": year, "from": from, "to": to });
    let form = match asked.format {
        Format::Json => Some("json"),
        Format::Xlsx => Some("xlsx"),
        Format::Csv => Some("csv"),
        Format::Pdf => None,
    };
    let saved = match form {
        Some(form) => {
            console.offer("out", &asked.out);
            let asked = json!({ "year": year, "from": from, "to": to, "form": form, "file": "out" });
            console.call("export_report", asked)?
        }
        None => {
            // The bilan reads the year as its two days: what is not a year is refused there.
            let found = console.call("report_data", period)?;
            let day = |path| found.pointer(path).cloned().unwrap_or_default();
            let of = json!({ "paper": "annual_report", "from": day("/period/from"), "to": day("/period/to") });
            save(console, of, &asked.out)?
        }
    };
    if json { print(&saved.to_string()) } else { print(saved.get("sentence").and_then(Value::as_str).unwrap_or("")) }
}
