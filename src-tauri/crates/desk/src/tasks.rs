//! The tasks of dossiers, written beside them by every action that changes them.

use domain::dossier::DossierId;
use domain::settings::Settings;
use domain::task::tasks;
use store::Writer;

use crate::failure::Failure;
use crate::office::settings;

/// Writes again the tasks of the dossiers the action in course has changed.
pub(crate) fn write_again(writer: &Writer<'_>) -> Result<(), Failure> {
    let changed = writer.changed_dossiers()?;
    if changed.is_empty() {
        return Ok(());
    }
    write(writer, changed, &settings(writer)?)
}

/// Writes the tasks of every dossier, of an office that has just been filled.
pub(crate) fn write_all(writer: &Writer<'_>, settings: &Settings) -> Result<(), Failure> {
    write(writer, writer.every_dossier()?, settings)
}

fn write(writer: &Writer<'_>, dossiers: Vec<DossierId>, settings: &Settings) -> Result<(), Failure> {
    for id in dossiers {
        if let Some(dossier) = writer.dossier(id)? {
            writer.put_tasks(id, &tasks(&dossier, settings))?;
        }
    }
    Ok(())
}
