//! `backup`, `backups`, `restore`: copies of the office outside the computer, their verdict, a new place.

use std::path::Path;

use serde_json::{Value, json};

use crate::console::{Console, print, secrets};
use crate::outcome::Stop;

/// The handle of the folder a command names.
const FOLDER: &str = "folder";

/// Makes a verified copy in a folder.
pub(super) fn backup(console: &mut Console, json: bool, folder: &Path) -> Result<(), Stop> {
    console.open()?;
    std::fs::create_dir_all(folder)
        .map_err(|cause| Stop::Outside(format!("Le dossier {} n’a pas pu être créé : {cause}.", folder.display())))?;
    console.offer(FOLDER, folder);
    let done = console.call("copy_outside", json!({ "place": FOLDER }))?;
    if json { print(&done.to_string()) } else { print(text(&done, "sentence")) }
}

/// Lists the copies of a folder, every byte of them read.
pub(super) fn backups(console: &mut Console, json: bool, folder: &Path) -> Result<(), Stop> {
    if !folder.is_dir() {
        return Err(Stop::Outside(format!("Le dossier {} n’existe pas.", folder.display())));
    }
    console.offer(FOLDER, folder);
    let read = console.call("read_copies", json!({ "place": FOLDER }))?;
    let rows = read.get("rows").cloned().unwrap_or_default();
    if json {
        return print(&rows.to_string());
    }
    for row in rows.as_array().into_iter().flatten() {
        let count = |field| row.get(field).and_then(Value::as_u64).unwrap_or_default();
        let (stamp, made, verdict) = (text(row, "stamp"), text(row, "made"), text(row, "verdict"));
        print(&format!("{stamp}\t{made}\t{}\t{}\t{verdict}", count("dossiers"), count("pieces")))?;
    }
    Ok(())
}

/// Reopens a copy in a folder where no office is.
pub(super) fn restore(console: &mut Console, json: bool, copy: &Path) -> Result<(), Stop> {
    let status = console.call("status", json!({}))?;
    if status.get("state").is_none_or(|state| state != "none") {
        let sentence = "Il y a déjà un coffre dans ce dossier : il n’a pas été touché.";
        return Err(desk::Failure::refused(sentence).remedy("Donnez un dossier vide avec --office.").into());
    }
    let (Some(place), Some(stamp)) = (copy.parent(), copy.file_name().and_then(|name| name.to_str())) else {
        return Err(Stop::Usage("La copie est un dossier, par exemple /media/cle/2026-11-20T0812Z-k7.".to_owned()));
    };
    let place = if place.as_os_str().is_empty() { Path::new(".") } else { place };
    console.offer(FOLDER, place);
    let (passphrase, code) = secrets()?;
    let input = json!({ "place": FOLDER, "stamp": stamp, "passphrase": passphrase, "code": code });
    let opened = console.call("restore_copy", input)?;
    if json {
        return print(&opened.to_string());
    }
    for told in super::texts(&opened, "told") {
        print(&told)?;
    }
    Ok(())
}

fn text<'v>(value: &'v Value, field: &str) -> &'v str {
    value.get(field).and_then(Value::as_str).unwrap_or_default()
}
