//! The end of the generation whose key is known to someone.
//!
//! `renewal` names generations while the key is renewed: the one that goes, the one that
//! comes, then the one that a restoration had replaced, which the known secret opens too.
//! Whatever instant the program is stopped at, the next opening knows from it and from
//! `current` which has to go. Nothing under the key in use goes: no renewal names it.

use super::durable::{overwrite, sync_folder, write_durably};
use super::{Generation, VaultFolder, is_generation, read_at_most};
use crate::copies::CopyKeys;
use crate::disk;
use crate::error::StoreError;

/// What a renewal names.
struct Renewal {
    old: String,
    new: String,
    /// What a restoration had replaced.
    replaced: Vec<String>,
}

impl VaultFolder {
    /// Makes what was built, under these keys, the generation in use, and destroys those whose key it replaces.
    ///
    /// An error before the switch leaves the old one in use; one after it, generations that the next
    /// opening destroys.
    pub(crate) fn publish_renewed(
        &self,
        building: &Generation,
        old: &Generation,
        keys: &CopyKeys,
    ) -> Result<Generation, StoreError> {
        let replaced = self.previous().map(|(_, replaced)| replaced.name());
        let names: Vec<String> = [old.name(), self.next_name()?].into_iter().chain(replaced).collect();
        write_durably(&self.renewal(), format!("{}\n", names.join("\n")).as_bytes())?;
        let generation = self.publish(building)?;
        // What is left is destroyed at the next opening.
        let _ = self.finish_renewal(keys);
        Ok(generation)
    }

    /// Finishes a renewal that was cut short, once the office is open with these keys; nothing when there was none.
    pub(crate) fn finish_renewal(&self, keys: &CopyKeys) -> Result<(), StoreError> {
        let (Some(renewal), Some(current)) = (self.renewing(), self.current_name()) else { return Ok(()) };
        let going = if current == renewal.new {
            [vec![renewal.old], renewal.replaced].concat()
        } else if current == renewal.old {
            vec![renewal.new]
        } else {
            Vec::new()
        };
        for generation in going.iter().filter_map(|name| self.named(name)) {
            if !generation.opens_with(keys) {
                generation.destroy()?;
            }
        }
        disk::remove_file(self.renewal())?;
        Ok(sync_folder(&self.path())?)
    }

    /// Whether a renewal that is not finished names a generation.
    pub(crate) fn is_renewing(&self, name: &str) -> bool {
        let named = |Renewal { old, new, replaced }: Renewal| [vec![old, new], replaced].concat();
        self.renewing().is_some_and(|renewal| named(renewal).iter().any(|named| named == name))
    }

    fn renewal(&self) -> std::path::PathBuf {
        self.path().join("renewal")
    }

    fn renewing(&self) -> Option<Renewal> {
        let text = String::from_utf8(read_at_most(&self.renewal(), 128).ok()?).ok()?;
        let mut names = text.lines().map(str::to_owned);
        let renewal = Renewal { old: names.next()?, new: names.next()?, replaced: names.collect() };
        let is_named =
            [&renewal.old, &renewal.new].into_iter().chain(&renewal.replaced).all(|name| is_generation(name));
        (is_named && renewal.old != renewal.new).then_some(renewal)
    }
}

impl Generation {
    /// Overwrites both headers, without which nothing opens, then removes the folder.
    ///
    /// Errors: the folder is a link, or a header leads elsewhere; nothing is removed then.
    pub(crate) fn destroy(&self) -> Result<(), StoreError> {
        for header in ["header", "header.copy"] {
            overwrite(&self.folder.join(header))?;
        }
        Ok(disk::remove_folder(&self.folder)?)
    }
}
