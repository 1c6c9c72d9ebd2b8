//! `attach`: scans added to a dossier, each kept or refused with its reason.

use std::path::PathBuf;

use clap::Args;
use desk::Failure;
use serde_json::{Value, json};

use super::dossier_number;
use crate::console::{Console, print};
use crate::outcome::Stop;

/// Which files, for which dossier.
#[derive(Args)]
pub(crate) struct AttachArguments {
    /// Fichiers à ajouter
    #[arg(required = true, value_name = "FICHIER")]
    files: Vec<PathBuf>,
    /// Référence du dossier
    #[arg(long, value_name = "REF")]
    dossier: String,
    /// Genre de pièce, par exemple `pay_slips`
    #[arg(long, default_value = "", hide_default_value = true, value_name = "GENRE")]
    document: String,
    /// Retire des photos le lieu, le jour et l’appareil, sans toucher à l’image
    #[arg(long)]
    without_photo_information: bool,
}

/// Adds files to a dossier; one that is refused keeps none of the others from being added.
pub(super) fn attach(console: &mut Console, json: bool, asked: &AttachArguments) -> Result<(), Stop> {
    console.open()?;
    let dossier = dossier_number(console, &asked.dossier)?;
    let handles: Vec<String> = (1..=asked.files.len()).map(|place| format!("file-{place}")).collect();
    for (handle, path) in handles.iter().zip(&asked.files) {
        console.offer(handle, path);
    }
    let input = json!({
        "dossier": dossier,
        "files": handles,
        "document": asked.document,
        "without_photo_information": asked.without_photo_information,
    });
    let attached = console.call("attach_files", input)?;
    let files = attached.get("files").and_then(Value::as_array).cloned().unwrap_or_default();
    let is_kept = |file: &Value| file.get("is_kept").is_some_and(|kept| kept == true);
    let refused = files.iter().filter(|file| !is_kept(file)).count();
    if json {
        print(&attached.to_string())?;
    } else {
        for file in &files {
            let text = |field| file.get(field).and_then(Value::as_str).unwrap_or("");
            print(&if is_kept(file) {
                format!("{}\tajouté", text("name"))
            } else {
                format!("{}\trefusé\t{}", text("name"), text("reason"))
            })?;
        }
    }
    match refused {
        0 => Ok(()),
        // Told in the answer itself, file by file.
        _ if json => Err(Stop::Partly),
        _ => {
            let sentence = attached.get("sentence").and_then(Value::as_str).unwrap_or("");
            Err(Failure::refused(sentence).into())
        }
    }
}
