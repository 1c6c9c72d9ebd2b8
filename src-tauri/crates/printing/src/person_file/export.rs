//! Writing everything held about a person into a folder of its own, whole or not at all.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, NaiveDate};
use documents::papers::person_file::{PersonFile, render};
use domain::dossier::DossierId;
use domain::words::{counted, numeric_date, spaced};
use serde::{Deserialize, Serialize};
use store::Piece;
use ts_rs::TS;

use super::data::{data, theirs, to_read_again};
use super::wording::{Told, parts};
use crate::papers::kept_papers;
use app::caller::{Caller, Moment, Progress};
use app::desk::Desk;
use app::failure::Failure;
use app::files::private_folder;
use app::job::Work;
use casework::access_journal::lines_of;
use casework::dossiers::OneDossier;
use casework::office;

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
/// The folder of the files that were attached.
const PIECES: &str = "pieces";

/// Writes everything held about the person of a dossier into a new folder of the chosen one.
pub fn export_person(desk: &Desk, input: PersonToFolder, caller: &Caller) -> Result<Work<PersonExported>, Failure> {
    let target = caller.outside.files.path(&input.folder);
    let target = target.ok_or_else(|| Failure::refused("Aucun dossier n’a été choisi.").at("folder"))?;
    let (dossier, all) = theirs(desk, input.dossier)?;
    let data = data(desk, &all, &caller.moment)?;
    let name = format!("ce-que-nous-avons-{}", dossier.reference);
    let person = dossier.person.display_name();
    let references = all.iter().map(|one| one.reference.clone()).collect();
    let files = attached(desk, &all)?;
    let pieces = desk.vault()?.pieces();
    let settings = desk.read(app::settings::settings)?;
    let read_again = to_read_again(&all, &settings);
    let told: Result<Vec<Told>, Failure> = all.into_iter().map(|one| gathered(desk, one, &caller.moment)).collect();
    let paper = PersonFile {
        person,
        made_on: caller.moment.today,
        dossiers: references,
        enclosed: enclosed(files.len()),
        left_out: vec![
            "les noms et jours de naissance des autres personnes du foyer".to_owned(),
            "les clés et les noms techniques des fichiers chiffrés".to_owned(),
        ],
        parts: parts(&told?, &settings),
    };
    let head = desk.read(office::letterhead)?;
    Ok(Box::new(move |progress: &Progress| {
        progress.step(0, 3)?;
        let printed = render(&paper, &head)?;
        progress.step(1, 3)?;
        let mut unread = Vec::new();
        let mut contents = vec![
            (PathBuf::from(DATA), serde_json::to_vec_pretty(&data).map_err(|_| Failure::broken("donnees"))?),
            (PathBuf::from(PAPER), Arc::unwrap_or_clone(printed.bytes)),
        ];
        for (file, piece) in &files {
            match pieces.read(piece) {
                Ok(bytes) => contents.push((Path::new(PIECES).join(file), bytes)),
                Err(_) => unread.push(file.clone()),
            }
        }
        progress.step(2, 3)?;
        let folder = write(&target, &name, &contents).map_err(|cause| Failure::not_saved(&cause))?;
        progress.step(3, 3)?;
        let folder = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let warned = "Ces fichiers ne sont plus chiffrés : remettez-les à la personne, puis effacez-les d’ici.";
        let given = if files.is_empty() { "" } else { " et les pièces" };
        let lacking = match unread.as_slice() {
            [] => String::new(),
            some => format!(" Pièces illisibles, à remettre autrement : {}.", some.join(", ")),
        };
        let sentence =
            format!("Tout est enregistré dans « {folder} » : {PAPER}, {DATA}{given}.{lacking}{read_again} {warned}");
        Ok(PersonExported { sentence: spaced(&sentence), folder })
    }))
}

fn gathered(desk: &Desk, dossier: domain::dossier::Dossier, moment: &Moment) -> Result<Told, Failure> {
    let (budgets, lines) =
        desk.read(|reader| Ok((reader.budgets(dossier.id)?, lines_of(reader, dossier.id, moment)?)))?;
    let kept = kept_papers(desk, OneDossier { dossier: dossier.id }, moment)?.papers;
    let papers = kept
        .into_iter()
        .map(|one| {
            (in_full_day(&one.on.iso), format!("{}, pour {}, exemplaire {}", one.title, one.reader, one.fingerprint))
        })
        .collect();
    let journal = lines
        .into_iter()
        .map(|line| {
            let detail = if line.detail.is_empty() { String::new() } else { format!(" ({})", line.detail) };
            (in_full(&line.at, moment), format!("{}{detail}", line.what))
        })
        .collect();
    Ok(Told { dossier, budgets, papers, journal })
}

/// A day in figures, whatever today is.
fn in_full_day(iso: &str) -> String {
    NaiveDate::parse_from_str(iso, "%Y-%m-%d").map_or_else(|_| iso.to_owned(), numeric_date)
}

/// The day and the hour of the office: a paper that is kept has no « hier ».
fn in_full(at: &str, moment: &Moment) -> String {
    let Ok(at) = DateTime::parse_from_rfc3339(at) else { return at.to_owned() };
    let at = at.to_utc();
    spaced(&format!("{} à {}", numeric_date(moment.day_of(at)), moment.hour_of(at)))
}

/// What is handed with the paper, in a few words each.
fn enclosed(files: usize) -> Vec<String> {
    let data = format!("les mêmes informations pour un autre logiciel : {DATA}");
    let count = counted(u64::try_from(files).unwrap_or(u64::MAX), "pièce", "pièces");
    let pieces = (files > 0).then(|| format!("{count}, telles que vous les avez remises"));
    std::iter::once(data).chain(pieces).collect()
}

/// The files attached to these dossiers, each under a name of its own without anyone's.
fn attached(desk: &Desk, dossiers: &[domain::dossier::Dossier]) -> Result<Vec<(String, Piece)>, Failure> {
    desk.read(|reader| {
        let mut files = Vec::new();
        for dossier in dossiers {
            for (number, attachment) in (1_u32..).zip(reader.attachments(dossier.id)?) {
                let Some(piece) = reader.piece(dossier.id, attachment.id)? else { continue };
                let ending = attachment.kind.ending();
                files.push((format!("{}-{number:02}.{ending}", dossier.reference), piece));
            }
        }
        Ok(files)
    })
}

/// Writes the files in a folder that gets its name last. They are in clear: nobody else of the computer reads them.
fn write(target: &Path, name: &str, contents: &[(PathBuf, Vec<u8>)]) -> std::io::Result<PathBuf> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
    let building = builder.prefix(".etrier-").tempdir_in(target)?;
    store::disk::close_to_others(building.path());
    for (file, bytes) in contents {
        let path = building.path().join(file);
        if let Some(folder) = path.parent() {
            private_folder(folder)?;
        }
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(&path)?;
        file.write_all(bytes)?;
        file.sync_all()?;
    }
    let free = (1..1000)
        .map(|turn| if turn == 1 { name.to_owned() } else { format!("{name}-{turn}") })
        .map(|name| target.join(name))
        .find(|folder| !folder.exists());
    let folder = free.ok_or_else(|| std::io::Error::from(std::io::ErrorKind::AlreadyExists))?;
    store::disk::rename(building.path(), &folder)?;
    // It has its own name now: nothing is left to wipe under the first one.
    let _ = building.keep();
    Ok(folder)
}
