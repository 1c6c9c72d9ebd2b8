//! Copies outside the computer: the place, and one press to copy there.

use serde::Deserialize;
use store::{JournalEntry, Reason, StoreError};
use ts_rs::TS;

use super::made::{CopyDone, named};
use super::places::{OUTSIDE, PlaceAsked, at, is_same_disk, name_of, place_of};
use super::view::{CopiesView, copies};
use super::wording::carried_sentence;
use app::caller::{Caller, Progress};
use app::desk::{Desk, Nothing};
use app::failure::{Failure, FailureKind, megabytes};
use app::job::Work;

/// The folder chosen for copies.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChosenPlace {
    /// The handle of the chosen folder.
    pub folder: String,
}

/// Remembers where copies outside the computer go.
pub fn choose_copy_place(desk: &mut Desk, input: ChosenPlace, caller: &Caller) -> Result<CopiesView, Failure> {
    let folder = caller.outside.files.path(&input.folder).ok_or_else(Failure::no_file)?;
    let Some(path) = folder.to_str() else {
        return Err(Failure::refused("Le nom de ce dossier n’est pas lisible. Choisissez-en un autre.").at("folder"));
    };
    let mark = at(folder.clone()).copies.mark().map_err(|cause| not_there(cause).at("folder"))?;
    let now = caller.moment.now;
    let vault = desk.vault_mut()?;
    vault.aside(|writer| writer.set_copy_place(path, &mark))?;
    vault.note(JournalEntry { call: "choose_copy_place", dossier: None, fields: &["copy_place"], now })?;
    copies(desk, Nothing {}, &caller.moment)
}

/// Makes a copy outside the computer: verified here, carried there, read again from there.
///
/// A failure stays visible until a copy there succeeds.
pub fn copy_outside(desk: &mut Desk, input: PlaceAsked, caller: &Caller) -> Result<Work<CopyDone>, Failure> {
    let now = caller.moment.now;
    let (folder, asked) = (desk.folder().clone(), if input.place.is_empty() { OUTSIDE } else { &input.place });
    let place = match place_of(desk, asked, caller) {
        Ok(place) => place,
        Err(refused) => {
            if let Some((known, _)) = desk.read(|reader| Ok(reader.copy_place()?))? {
                folder.note_outside((&name_of(&known), false), Err(&StoreError::PlaceAbsent), now);
            }
            return Err(refused);
        }
    };
    let same_disk = is_same_disk(desk.office_folder(), place.copies.folder());
    let vault = desk.vault()?;
    let ready = if vault.is_copy_due(now) { None } else { vault.newest_copy()? };
    let snapshot = match &ready {
        Some(_) => None,
        None => Some(vault.snapshot(Reason::Asked, now)?),
    };
    let (keys, lost) = (vault.copy_keys(), named(desk)?);
    Ok(Box::new(move |progress: &Progress| {
        let mut watch = |done, of| progress.step(done, of).is_ok();
        let stamp = match (ready, snapshot) {
            (Some(ready), _) => ready.stamp,
            (None, Some(snapshot)) => snapshot.finish(&mut watch)?.stamp,
            (None, None) => return Err(Failure::broken("copie")),
        };
        let carried = folder.copies().carry(&stamp, &place.copies, &keys, &mut watch);
        folder.note_outside((&place.name, same_disk), carried.as_ref(), now);
        let made = carried.map_err(not_there)?;
        Ok(CopyDone { made: true, sentence: carried_sentence(&made, &place.name, &lost) })
    }))
}

/// What went wrong outside the computer, said of the place and not of the office.
fn not_there(cause: StoreError) -> Failure {
    const SAFE: &str = "Vos dossiers sont intacts sur cet ordinateur.";
    let full = "Faites de la place sur la clé, ou choisissez-en une autre.";
    if let StoreError::NoRoom { needed } = &cause {
        let needed = megabytes(*needed);
        let sentence = format!("La copie n’a pas été faite : la clé est pleine, il y faut {needed} Mo. {SAFE}");
        return Failure::new(FailureKind::DiskFull, &sentence).remedy(full);
    }
    if matches!(cause, StoreError::DiskFull(_)) {
        let sentence = format!("La copie n’a pas été faite : la clé est pleine. {SAFE}");
        return Failure::new(FailureKind::DiskFull, &sentence).remedy(full);
    }
    if matches!(cause, StoreError::ReadOnly(_)) {
        return Failure::refused(&format!("La copie n’a pas été faite : la clé refuse l’écriture. {SAFE}"))
            .remedy("Enlevez la protection de la clé, ou choisissez-en une autre.");
    }
    if matches!(cause, StoreError::Io(_)) {
        let sentence = format!(
            "La copie n’a pas été faite : la clé ne répond plus, ou n’a pas gardé ce qui y a été écrit. {SAFE}"
        );
        return Failure::refused(&sentence).remedy("Rebranchez la clé, ou choisissez-en une autre.");
    }
    Failure::from(cause)
}
