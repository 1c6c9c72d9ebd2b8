//! Attaching files: each is kept whole or refused with its reason, and those kept are one action.

use std::path::{Path, PathBuf};

use domain::attachment::{AttachmentId, ContentKind, Filing};
use domain::dossier::{Dossier, DossierId};
use domain::line::Line;
use domain::settings::{ListKey, ListRefused, Lists};
use serde::{Deserialize, Serialize};
use store::{NewAttachment, Pieces, Writer, WrittenPiece};
use ts_rs::TS;

use super::content::{recognise, without_information};
use super::refusal::Unkept;
use super::text::{Said, read};
use super::view::{AttachmentsView, attachments, place_label};
use super::{MOST_FILES, acted, incoming};
use crate::checklist::receive;
use crate::dossiers::{OneDossier, found};
use app::caller::{Caller, Moment, Progress};
use app::desk::Desk;
use app::failure::Failure;
use app::job::{Ending, Work};
use app::settings::settings;

/// The files to attach.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FilesToAttach {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The handles of the chosen files.
    pub files: Vec<String>,
    /// The document they stand for; empty when that is not said.
    pub document: String,
    /// Whose it is, or which one of several, with a document; empty for the only one.
    #[serde(default)]
    pub part: String,
    /// Whether files the dossier holds already are kept once more.
    #[serde(default)]
    pub again: bool,
    /// Whether photographs leave behind their place, day, device and thumbnail; their picture stays as it is.
    pub without_photo_information: bool,
}

/// What became of each file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct AttachedFiles {
    /// `2 fichiers ajoutés, 1 refusé.`
    pub sentence: String,
    /// Each file, in the order given.
    pub files: Vec<AttachedFile>,
    /// What is attached to the dossier now.
    pub view: AttachmentsView,
}

/// What became of one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct AttachedFile {
    /// Its name, as it is shown.
    pub name: String,
    /// Whether it was kept.
    pub is_kept: bool,
    /// Why it was not, and what to do; what is wrong with one that was kept; empty otherwise.
    pub reason: String,
    /// The attachment it became.
    #[ts(type = "number | null")]
    pub attachment: Option<AttachmentId>,
    /// Whether the dossier holds the same file already: it is kept once more when that is asked.
    pub is_same: bool,
}

/// A file that was read and written in the vault, and that no row names yet.
pub(crate) struct Brought {
    pub(crate) name: Line,
    pub(crate) kind: ContentKind,
    pub(crate) written: WrittenPiece,
    /// What it says it is.
    pub(super) said: Said,
    /// Why it is kept and not shown; absent where it is shown.
    unshown: Option<&'static str>,
}

/// A file and what became of it.
type Outcome = (Line, Result<Brought, Unkept>);

/// Attaches chosen files to a dossier.
pub fn attach_files(
    desk: &Desk,
    input: FilesToAttach,
    caller: &Caller,
) -> Result<Work<Ending<AttachedFiles>>, Failure> {
    let part = app::reading::line(&input.part, "part")?;
    let document = desk.read(|reader| {
        found(reader, input.dossier)?;
        check_room(reader.attachments(input.dossier)?.len(), input.files.len())?;
        document(&input.document, settings(reader)?.at(caller.moment.today).lists)
    })?;
    let filing = document.map(|document| Filing { document, part, on: caller.moment.today });
    let path = |handle: &String| caller.outside.files.path(handle).ok_or_else(Failure::no_file);
    let paths = input.files.iter().map(path).collect::<Result<Vec<PathBuf>, Failure>>()?;
    let pieces = desk.vault()?.pieces();
    Ok(Box::new(move |progress: &Progress| {
        let mut outcomes = bring_all(&pieces, &paths, input.without_photo_information, progress)?;
        let ending: Ending<AttachedFiles> = Box::new(move |desk, caller| {
            // The office may have been locked, and another one opened, while files were read.
            if desk.vault()?.pieces() != pieces {
                return Err(Failure::locked());
            }
            if !input.again {
                set_aside_same(desk, input.dossier, (&pieces, &mut outcomes), caller)?;
            }
            keep(desk, input.dossier, filing.as_ref(), &outcomes, caller)?;
            told(desk, input.dossier, &outcomes, caller)
        });
        Ok(ending)
    }))
}

/// The document files stand for, or nothing when the key is empty.
pub(super) fn document(key: &str, lists: &Lists) -> Result<Option<ListKey>, Failure> {
    if key.trim().is_empty() {
        return Ok(None);
    }
    let offered = lists.documents.iter().find(|document| document.key.as_str() == key && !document.retired);
    let refused = || Failure::from(ListRefused).at("document");
    offered.map(|document| Some(document.key.clone())).ok_or_else(refused)
}

fn check_room(there: usize, coming: usize) -> Result<(), Failure> {
    if coming == 0 {
        return Err(Failure::no_file().at("files"));
    }
    if there.saturating_add(coming) > MOST_FILES {
        return Err(Failure::refused(&format!("Un dossier garde {MOST_FILES} fichiers au plus.")).at("files"));
    }
    Ok(())
}

/// Reads, recognises and writes every file. Stopped, or when the disk refuses, nothing of them stays.
fn bring_all(pieces: &Pieces, paths: &[PathBuf], bare: bool, progress: &Progress) -> Result<Vec<Outcome>, Failure> {
    let of = u32::try_from(paths.len()).unwrap_or(u32::MAX);
    let mut outcomes: Vec<Outcome> = Vec::new();
    let brought = (0..).zip(paths).try_for_each(|(done, path)| {
        progress.step(done, of)?;
        outcomes.push((incoming::name_of(path), bring(pieces, path, bare)?));
        Ok(())
    });
    match brought.and_then(|()| progress.step(of, of)) {
        Ok(()) => Ok(outcomes),
        Err(stopped) => {
            for brought in outcomes.iter().filter_map(|(_, outcome)| outcome.as_ref().ok()) {
                pieces.take_back(&brought.written);
            }
            Err(stopped)
        }
    }
}

fn bring(pieces: &Pieces, path: &Path, bare: bool) -> Result<Result<Brought, Unkept>, Failure> {
    match prepared(path, bare) {
        Ok((kind, bytes)) => Ok(Ok(written(pieces, incoming::name_of(path), kind, bytes)?)),
        Err(unkept) => Ok(Err(unkept)),
    }
}

/// Writes bytes that were read already in the vault, if they may be kept.
pub(crate) fn bring_bytes(pieces: &Pieces, name: Line, bytes: &[u8]) -> Result<Result<Brought, Unkept>, Failure> {
    match recognise(bytes) {
        Ok(kind) => Ok(Ok(written(pieces, name, kind, bytes.to_vec())?)),
        Err(unkept) => Ok(Err(unkept)),
    }
}

fn written(pieces: &Pieces, name: Line, kind: ContentKind, bytes: Vec<u8>) -> Result<Brought, Failure> {
    let written = pieces.write(&bytes)?;
    let (said, unshown) = read(kind, bytes);
    Ok(Brought { name, kind, written, said, unshown })
}

fn prepared(path: &Path, bare: bool) -> Result<(ContentKind, Vec<u8>), Unkept> {
    let bytes = incoming::read(path)?;
    let kind = recognise(&bytes)?;
    if bare && kind == ContentKind::Jpeg {
        return Ok((kind, without_information(&bytes).ok_or(Unkept::PhotoUnread)?));
    }
    Ok((kind, bytes))
}

/// Takes back the files whose bytes the dossier, or a file chosen before, holds already.
fn set_aside_same(
    desk: &Desk,
    dossier: DossierId,
    (pieces, outcomes): (&Pieces, &mut [Outcome]),
    caller: &Caller,
) -> Result<(), Failure> {
    let mut seen: Vec<(String, WrittenPiece)> = Vec::new();
    for (name, outcome) in outcomes {
        let Ok(brought) = outcome else { continue };
        let chosen = seen.iter().find(|(_, other)| other.is_same_as(&brought.written)).map(|(name, _)| name.clone());
        let kept = desk.read(|reader| {
            let Some(same) = reader.same_attachment(dossier, &brought.written)? else { return Ok(None) };
            let settings = settings(reader)?;
            let lists = settings.at(caller.moment.today).lists;
            let place = same.filing.as_ref().map(|filing| place_label(filing, lists));
            Ok(Some(Unkept::Same(same.name.to_string(), place)))
        })?;
        let Some(why) = kept.or(chosen.map(|name| Unkept::Same(name, None))) else {
            seen.push((name.to_string(), brought.written.clone()));
            continue;
        };
        pieces.take_back(&brought.written);
        *outcome = Err(why);
    }
    Ok(())
}

/// Names the files that were written, in one action; none, and there is no action.
fn keep(
    desk: &mut Desk,
    dossier: DossierId,
    filing: Option<&Filing>,
    outcomes: &[Outcome],
    caller: &Caller,
) -> Result<(), Failure> {
    let kept: Vec<&Brought> = outcomes.iter().filter_map(|(_, outcome)| outcome.as_ref().ok()).collect();
    let what = match kept.as_slice() {
        [] => return Ok(()),
        [one] => format!("Ajout de « {} »", one.name),
        several => format!("Ajout de {} fichiers", several.len()),
    };
    desk.act("attach_files", &caller.moment, |writer| {
        let known = found(writer, dossier)?;
        insert(writer, &known, &kept, filing, &caller.moment)?;
        if let Some(filing) = filing {
            receive(writer, dossier, filing, &caller.moment)?;
        }
        Ok(acted((), &known, &what))
    })
}

/// Names files that were written, each with what its text says it is.
pub(super) fn insert(
    writer: &Writer<'_>,
    dossier: &Dossier,
    kept: &[&Brought],
    filing: Option<&Filing>,
    moment: &Moment,
) -> Result<(), Failure> {
    let settings = settings(writer)?;
    let list = dossier.checklist(&settings.at(moment.today));
    for Brought { name, kind, written, said, unshown: _ } in kept {
        let recognised = said.recognised(&list);
        let (recognised, added_at) = (recognised.as_ref(), moment.now);
        let new = NewAttachment { written, kind: *kind, name, filing, recognised, added_at };
        writer.insert_attachment(dossier.id, &new)?;
    }
    Ok(())
}

fn told(desk: &Desk, dossier: DossierId, outcomes: &[Outcome], caller: &Caller) -> Result<AttachedFiles, Failure> {
    let view = attachments(desk, OneDossier { dossier }, &caller.moment)?;
    let kept = outcomes.iter().filter(|(_, outcome)| outcome.is_ok()).count();
    // The files that were kept are the last ones of the dossier, in the order they were given.
    let mut numbers = view.attachments.iter().skip(view.attachments.len().saturating_sub(kept)).map(|file| file.id);
    let file = |(name, outcome): &Outcome| AttachedFile {
        name: name.to_string(),
        is_kept: outcome.is_ok(),
        reason: match outcome {
            Ok(brought) => domain::words::spaced(brought.unshown.unwrap_or_default()),
            Err(why) => format!("{} {}", why.reason(), why.remedy()),
        },
        attachment: outcome.as_ref().ok().and_then(|_| numbers.next()),
        is_same: matches!(outcome, Err(Unkept::Same(..))),
    };
    Ok(AttachedFiles {
        sentence: sentence(kept, outcomes.len().saturating_sub(kept)),
        files: outcomes.iter().map(file).collect(),
        view,
    })
}

fn sentence(kept: usize, refused: usize) -> String {
    let added = match kept {
        0 => "Aucun fichier ajouté".to_owned(),
        1 => "1 fichier ajouté".to_owned(),
        several => format!("{several} fichiers ajoutés"),
    };
    let sentence = match refused {
        0 => format!("{added}."),
        1 => format!("{added}, 1 refusé."),
        several => format!("{added}, {several} refusés."),
    };
    domain::words::spaced(&sentence)
}
