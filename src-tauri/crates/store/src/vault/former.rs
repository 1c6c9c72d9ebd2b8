//! Copies that a key given up since still opens: counted, and destroyed when they are asked to be.

use super::Vault;
use crate::copies::{CopyPlace, CopyState};
use crate::disk;
use crate::error::StoreError;
use crate::folder::durable::{overwrite, sync_folder};

impl Vault {
    /// How many copies of this office, on this computer, open with secrets of a key given up since.
    pub fn copies_of_former_keys(&self) -> Result<usize, StoreError> {
        Ok(self.former()?.len())
    }

    /// Destroys those copies, their headers first; says how many there were.
    ///
    /// Errors: no sound copy was made under the key in use, or the office is older than something of its own; nothing is
    /// destroyed then.
    pub fn destroy_copies_of_former_keys(&self) -> Result<usize, StoreError> {
        let place = self.folder.copies();
        if !self.doubts().is_empty() || self.newest_copy()?.is_none() {
            return Err(StoreError::CopyGone);
        }
        let former = self.former()?;
        let destroyed: Vec<_> = former.iter().map(|stamp| destroy(&place, stamp)).collect();
        if !former.is_empty() {
            sync_folder(place.folder())?;
        }
        // One that is refused keeps none of the others.
        destroyed.into_iter().collect::<Result<Vec<()>, _>>().map(|destroyed| destroyed.len())
    }

    fn former(&self) -> Result<Vec<String>, StoreError> {
        let own = self.folder.copies().own_of(&self.copy_keys())?;
        Ok(own.into_iter().filter(|copy| copy.state == CopyState::OtherKey).map(|copy| copy.stamp).collect())
    }
}

/// Destroys a copy, its header first. Errors: it is a link, or its header leads elsewhere.
fn destroy(place: &CopyPlace, stamp: &str) -> Result<(), StoreError> {
    let folder = place.folder().join(stamp);
    overwrite(&folder.join("header"))?;
    let going = place.folder().join(format!("{stamp}.tmp"));
    disk::rename(&folder, &going)?;
    Ok(disk::remove_folder(&going)?)
}
