//! The end of the generation whose key is known to someone.
//!
//! `renewal` names two generations while the key is renewed: the one that goes and
//! the one that comes. Whatever instant the program is stopped at, the next opening
//! knows from it and from `current` which of the two has to go.

use std::fs;
use std::path::Path;

use super::durable::{overwrite, sync_folder, write_durably};
use super::{Generation, VaultFolder, is_generation, read_at_most};
use crate::error::StoreError;

impl VaultFolder {
    /// Makes what was built the generation in use, and destroys the one whose key it replaces.
    ///
    /// An error before the switch leaves the old one in use; one after it, a generation that the next
    /// opening destroys.
    pub(crate) fn publish_renewed(&self, building: &Generation, old: &Generation) -> Result<Generation, StoreError> {
        let names = format!("{}\n{}\n", old.name(), self.next_name()?);
        write_durably(&self.renewal(), names.as_bytes())?;
        let generation = self.publish(building)?;
        // What is left is destroyed at the next opening.
        let _ = self.finish_renewal();
        Ok(generation)
    }

    /// Finishes a renewal that was cut short; nothing when there was none.
    pub(crate) fn finish_renewal(&self) -> Result<(), StoreError> {
        let Some((old, new)) = self.renewing() else { return Ok(()) };
        let (current, is_guessed) = self.generation()?;
        if is_guessed {
            return Ok(());
        }
        let current = current.name();
        if current == new {
            // What restorations had replaced opens with the known secret too.
            self.destroy_all_but(None)?;
        } else if current == old {
            destroy(&self.path().join(new))?;
        }
        fs::remove_file(self.renewal())?;
        Ok(sync_folder(&self.path())?)
    }

    /// Destroys every generation but the one in use and this one; nothing when it is not known which is in use.
    pub(crate) fn destroy_all_but(&self, kept: Option<&str>) -> Result<(), StoreError> {
        let Some(current) = self.current_name().and_then(|name| self.named(&name)) else { return Ok(()) };
        for folder in self.generations()? {
            let found = Generation::at(&self.path(), &folder).name();
            if found != current.name() && kept != Some(found.as_str()) {
                destroy(&folder)?;
            }
        }
        Ok(())
    }

    fn renewal(&self) -> std::path::PathBuf {
        self.path().join("renewal")
    }

    fn renewing(&self) -> Option<(String, String)> {
        let text = String::from_utf8(read_at_most(&self.renewal(), 128).ok()?).ok()?;
        let (old, new) = text.trim_end().split_once('\n')?;
        (is_generation(old) && is_generation(new) && old != new).then(|| (old.to_owned(), new.to_owned()))
    }
}

/// Overwrites both headers, without which nothing opens, then removes the folder.
fn destroy(folder: &Path) -> Result<(), StoreError> {
    if !folder.exists() {
        return Ok(());
    }
    for header in ["header", "header.copy"] {
        overwrite(&folder.join(header))?;
    }
    fs::remove_dir_all(folder)?;
    Ok(())
}
