//! The access journal as a file a spreadsheet opens, for whoever has to check it.

use documents::spreadsheet::csv_line;
use domain::words::spaced;
use serde::{Deserialize, Serialize};
use store::JournalQuery;
use ts_rs::TS;

use super::page::{JournalAsked, JournalKind, asked, worded};
use app::caller::{Caller, Progress};
use app::desk::Desk;
use app::failure::Failure;
use app::files::write_chosen;
use app::job::Work;

/// Which lines of the journal, and the file chosen for them.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct JournalToFile {
    /// The reference of a dossier; every line when empty.
    pub dossier_reference: String,
    /// Only this kind of lines.
    #[serde(default)]
    #[ts(optional)]
    pub kind: Option<JournalKind>,
    /// Only this day, as typed; every day when empty.
    pub on: String,
    /// The handle of the chosen file.
    pub file: String,
}

/// What was done, in a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct JournalSaved {
    /// The sentence.
    pub sentence: String,
}

/// Saves lines of the journal for a spreadsheet: whole, or not at all.
pub fn export_journal(desk: &Desk, input: JournalToFile, caller: &Caller) -> Result<Work<JournalSaved>, Failure> {
    let target = caller.outside.files.target(&input.file).ok_or_else(Failure::no_file)?;
    let page = JournalAsked { dossier_reference: input.dossier_reference, kind: input.kind, on: input.on, offset: 0 };
    let query = JournalQuery { limit: u64::MAX, ..asked(desk, &page, &caller.moment)? };
    let moment = caller.moment;
    let (lines, found) = desk.read(|reader| worded(reader, &query, &moment))?;
    Ok(Box::new(move |progress: &Progress| {
        progress.step(0, 2)?;
        let mut text = String::from("\u{feff}");
        csv_line(&mut text, ["Ligne", "Moment (UTC)", "Quoi", "Dossier", "Champs ou détail"].map(ToOwned::to_owned));
        for line in lines {
            csv_line(&mut text, [line.number.to_string(), line.at, line.what, line.reference, line.detail]);
        }
        progress.step(1, 2)?;
        let name = write_chosen(&target, text.as_bytes())?;
        let count = domain::words::counted(found, "ligne", "lignes");
        Ok(JournalSaved { sentence: spaced(&format!("Journal des accès enregistré sous {name} : {count}.")) })
    }))
}
