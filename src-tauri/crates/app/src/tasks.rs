//! The tasks of dossiers, written beside them by every action that changes them.

use std::collections::BTreeSet;

use domain::dossier::DossierId;
use domain::settings::{Dated, Settings};
use domain::task::tasks;
use store::{Reader, Vault, Writer};

use crate::caller::Moment;
use crate::failure::Failure;
use crate::settings::{TASKS_FROM, row, settings};

/// Writes again the tasks that the action in course has changed: those of the dossiers it touched, and all of them
/// once a setting was changed, since a delay, a lender's name or a list may date or word any.
pub fn write_again(writer: &Writer<'_>) -> Result<(), Failure> {
    let touched: BTreeSet<_> = writer.changed_dossiers()?.into_iter().collect();
    let changed =
        if writer.changed_settings()? { writer.every_dossier()?.into_iter().collect() } else { touched.clone() };
    if changed.is_empty() {
        return Ok(());
    }
    let settings = settings(writer)?;
    for id in changed {
        writer.follow(id, touched.contains(&id), |dossier| tasks(dossier, &settings))?;
    }
    Ok(())
}

/// Writes the tasks of every dossier, of an office that has just been filled.
pub fn write_all(writer: &Writer<'_>, settings: &Settings) -> Result<(), Failure> {
    for id in writer.every_dossier()? {
        writer.follow(id, false, |dossier| tasks(dossier, settings))?;
    }
    Ok(())
}

/// Writes the tasks of an office that comes from another Étrier, which had none or other rules.
pub fn write_first(vault: &mut Vault, moment: &Moment) -> Result<(), Failure> {
    if vault.is_looked() || !vault.read(|reader| Ok::<_, Failure>(reader.lacks_tasks()?))? {
        return Ok(());
    }
    vault.settle(|writer| {
        if settings(writer)?.tasks_from.is_none() {
            let source = "Première ouverture avec le suivi des tâches".to_owned();
            writer.add_setting(&row(TASKS_FROM, &Dated { valid_from: moment.today, source, value: true }, moment)?)?;
        }
        write_all(writer, &settings(writer)?)
    })
}

/// The dossiers whose tasks are not what their facts and the rules make of them.
pub fn wrong(reader: &Reader<'_>) -> Result<Vec<DossierId>, Failure> {
    let settings = settings(reader)?;
    let mut wrong = Vec::new();
    for id in reader.every_dossier()? {
        if let Some(dossier) = reader.dossier(id)?
            && dossier.tasks != tasks(&dossier, &settings)
        {
            wrong.push(id);
        }
    }
    Ok(wrong)
}
