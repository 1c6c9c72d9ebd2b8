//! Writing everything held about a person into a folder of its own, whole or not at all.

use std::path::{Path, PathBuf};

use documents::papers::Letterhead;
use documents::papers::person_file::{PersonFile, render};
use domain::dossier::DossierId;
use domain::words::spaced;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use super::held::{data, theirs};
use super::told::{Told, parts};
use crate::access_journal::lines_of;
use crate::caller::{Caller, Moment, Progress};
use crate::calls::Work;
use crate::failure::Failure;
use crate::office::{self, Desk};

/// Whose, and the folder chosen for it.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PersonToFolder {
    /// One of the person's dossiers.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The handle of the chosen folder.
    pub folder: String,
}

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PersonExported {
    /// In a sentence.
    pub sentence: String,
    /// The name of the folder made in the chosen one.
    pub folder: String,
}

/// The name of the data, and of the paper.
const DATA: &str = "donnees.json";
const PAPER: &str = "ce-que-nous-avons-sur-vous.pdf";

/// Writes everything held about the person of a dossier into a new folder of the chosen one.
pub fn export_person(desk: &Desk, input: PersonToFolder, caller: &Caller) -> Result<Work<PersonExported>, Failure> {
    let target = caller.outside.files.path(&input.folder);
    let target = target.ok_or_else(|| Failure::refused("Aucun dossier n’a été choisi.").at("folder"))?;
    let (dossier, all) = theirs(desk, input.dossier)?;
    let data = data(desk, &all, &caller.moment)?;
    let name = format!("ce-que-nous-avons-{}", dossier.reference);
    let person = dossier.person.display_name();
    let references = all.iter().map(|one| one.reference.clone()).collect();
    let told: Result<Vec<Told>, Failure> = all.into_iter().map(|one| gathered(desk, one, &caller.moment)).collect();
    let settings = desk.read(office::settings)?;
    let paper = PersonFile {
        person,
        made_on: caller.moment.today,
        dossiers: references,
        enclosed: vec![format!("les mêmes informations pour un autre logiciel : {DATA}")],
        left_out: vec![
            "les noms et jours de naissance des autres personnes du foyer".to_owned(),
            "les clés et les noms techniques des fichiers chiffrés".to_owned(),
        ],
        parts: parts(&told?, &settings),
    };
    let head = Letterhead { office: desk.read(office::identity)? };
    Ok(Box::new(move |progress: &Progress| {
        progress.step(0, 3)?;
        let printed = render(&paper, &head)?;
        progress.step(1, 3)?;
        let folder = write(&target, &name, &data, &printed.bytes).map_err(|cause| Failure::not_saved(&cause))?;
        progress.step(3, 3)?;
        let folder = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let warned = "Ces fichiers ne sont plus chiffrés : remettez-les à la personne, puis effacez-les d’ici.";
        let sentence = format!("Tout est enregistré dans « {folder} » : {PAPER} et {DATA}. {warned}");
        Ok(PersonExported { sentence: spaced(&sentence), folder })
    }))
}

fn gathered(desk: &Desk, dossier: domain::dossier::Dossier, moment: &Moment) -> Result<Told, Failure> {
    let (budgets, lines) =
        desk.read(|reader| Ok((reader.budgets(dossier.id)?, lines_of(reader, dossier.id, moment)?)))?;
    let journal = lines
        .into_iter()
        .map(|line| {
            let detail = if line.detail.is_empty() { String::new() } else { format!(" ({})", line.detail) };
            (line.when, format!("{}{detail}", line.what))
        })
        .collect();
    Ok(Told { dossier, budgets, journal })
}

/// Writes the files in a folder that gets its name last.
fn write(target: &Path, name: &str, data: &Value, paper: &[u8]) -> std::io::Result<PathBuf> {
    let building = tempfile::Builder::new().prefix(".etrier-").tempdir_in(target)?;
    let text = serde_json::to_string_pretty(data).map_err(std::io::Error::other)?;
    for (file, bytes) in [(DATA, text.as_bytes()), (PAPER, paper)] {
        let path = building.path().join(file);
        std::fs::write(&path, bytes)?;
        std::fs::File::open(&path)?.sync_all()?;
    }
    let free = (1..1000)
        .map(|turn| if turn == 1 { name.to_owned() } else { format!("{name}-{turn}") })
        .map(|name| target.join(name))
        .find(|folder| !folder.exists());
    let folder = free.ok_or_else(|| std::io::Error::from(std::io::ErrorKind::AlreadyExists))?;
    std::fs::rename(building.path(), &folder)?;
    // It has its own name now: nothing is left to wipe under the first one.
    let _ = building.keep();
    Ok(folder)
}
