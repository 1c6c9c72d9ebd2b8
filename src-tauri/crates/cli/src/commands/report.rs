//! `report`: the bilan of a period as data, as a paper or for a spreadsheet.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use super::print::save;
use crate::console::{Console, Over, print};
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
    #[arg(long, value_enum, hide_possible_values = true, value_name = "json|pdf|csv")]
    format: Format,
    /// Fichier à écrire
    #[arg(long, value_name = "FICHIER")]
    out: PathBuf,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Json,
    Pdf,
    Csv,
}

/// Writes the bilan of a period.
pub(super) fn report(console: &mut Console, json: bool, asked: ReportArguments) -> Result<(), Stop> {
    console.open()?;
    let text = |typed: &Option<String>| typed.clone().unwrap_or_default();
    let (year, from, to) = (text(&asked.year), text(&asked.from), text(&asked.to));
    let period = json!({ "year": year, "from": from, "to": to });
    let saved = match asked.format {
        Format::Json => {
            let data = console.call("report_data", period)?;
            write(console.over(), &asked.out, &data.to_string())?;
            json!({ "sentence": format!("Bilan écrit dans {}.", asked.out.display()) })
        }
        Format::Csv => {
            console.offer("out", &asked.out);
            console.call("export_report", json!({ "year": year, "from": from, "to": to, "file": "out" }))?
        }
        Format::Pdf => {
            // The bilan reads the year as its two days: what is not a year is refused there.
            let found = console.call("report_data", period)?;
            let day = |path| found.pointer(path).cloned().unwrap_or_default();
            let of = json!({ "paper": "annual_report", "from": day("/period/from"), "to": day("/period/to") });
            save(console, of, &asked.out)?
        }
    };
    if json { print(&saved.to_string()) } else { print(saved.get("sentence").and_then(Value::as_str).unwrap_or("")) }
}

fn write(over: Over, out: &Path, text: &str) -> Result<(), Stop> {
    let mut options = OpenOptions::new();
    let options = match over {
        Over::Never => options.write(true).create_new(true),
        Over::Asked => options.write(true).create(true).truncate(true),
    };
    let written = options.open(out).and_then(|mut file| file.write_all(format!("{text}\n").as_bytes()));
    written.map_err(|cause| {
        if cause.kind() != ErrorKind::AlreadyExists {
            return Stop::Outside(format!("Le fichier {} n’a pas pu être écrit : {cause}.", out.display()));
        }
        let told = format!("Le fichier {} est déjà là : il n’a pas été touché.", out.display());
        desk::Failure::refused(&format!("{told} Ajoutez --overwrite pour écrire par-dessus.")).into()
    })
}
