//! Places of copies, as the page names them: this computer, the place outside, a folder just chosen.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use store::CopyPlace;
use ts_rs::TS;

use app::caller::Caller;
use app::desk::Desk;
use app::failure::Failure;

/// The place of copies outside the computer that is remembered.
pub(super) const OUTSIDE: &str = "outside";

/// A place of copies.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PlaceAsked {
    /// Empty for this computer, `outside` for the place remembered, or the handle of a chosen folder.
    pub place: String,
}

/// One copy of a place.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OneCopy {
    /// Empty for this computer, `outside` for the place remembered, or the handle of a chosen folder.
    pub place: String,
    /// Its name there.
    pub stamp: String,
}

/// A place and what people call it.
pub(crate) struct Place {
    pub copies: CopyPlace,
    pub name: String,
}

/// The place that the page names. Errors: nothing was chosen, the place remembered is not there.
pub(super) fn place_of(desk: &Desk, asked: &str, caller: &Caller) -> Result<Place, Failure> {
    match asked {
        "" => Ok(Place { copies: desk.folder().copies(), name: "cet ordinateur".to_owned() }),
        OUTSIDE => remembered(desk)?.ok_or_else(no_place),
        handle => {
            let folder = caller.outside.files.path(handle).ok_or_else(no_place)?;
            Ok(at(folder))
        }
    }
}

/// The place outside the computer that is remembered, when it is there and is the same.
pub(super) fn remembered(desk: &Desk) -> Result<Option<Place>, Failure> {
    let Some((folder, mark)) = desk.read(|reader| Ok(reader.copy_place()?))? else { return Ok(None) };
    let place = at(folder);
    if place.copies.marked().as_deref() == Some(&mark) {
        return Ok(Some(place));
    }
    Err(store::StoreError::PlaceAbsent.into())
}

pub(super) fn at(folder: PathBuf) -> Place {
    Place { copies: CopyPlace::at(&folder), name: name_of(&folder) }
}

/// What people call a folder: its last name.
pub(super) fn name_of(folder: &Path) -> String {
    folder.file_name().map_or_else(|| folder.to_string_lossy(), |name| name.to_string_lossy()).into_owned()
}

/// Whether a folder is on the very disk of the office: what takes one takes the other.
#[cfg(unix)]
pub(super) fn is_same_disk(office: &Path, folder: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    matches!((office.metadata(), folder.metadata()), (Ok(office), Ok(folder)) if office.dev() == folder.dev())
}

/// Whether a folder is on the very disk of the office: what takes one takes the other.
#[cfg(not(unix))]
pub(super) fn is_same_disk(office: &Path, folder: &Path) -> bool {
    // A letter may stand for a folder of another disk, or for a share.
    matches!((office.canonicalize(), folder.canonicalize()),
        (Ok(office), Ok(folder)) if office.components().next() == folder.components().next())
}

fn no_place() -> Failure {
    Failure::refused("Aucun dossier n’est choisi pour les copies hors de l’ordinateur.").at("place")
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn a_folder_beside_the_office_is_on_its_disk_and_a_place_of_the_system_is_not() {
        let office = tempfile::tempdir().unwrap();
        let beside = tempfile::tempdir_in(office.path()).unwrap();
        assert!(is_same_disk(office.path(), beside.path()));
        assert!(!is_same_disk(office.path(), Path::new("/proc")));
        assert!(!is_same_disk(office.path(), &office.path().join("gone")), "what is not there is not told of");
    }
}
