//! Copies of the open office.

use chrono::{DateTime, Utc};

use super::Vault;
use crate::copies::{CopyFound, Reason, Snapshot, Source};
use crate::error::StoreError;

impl Vault {
    /// Takes a copy of this moment of the office; it counts once [`Snapshot::finish`] has verified it.
    ///
    /// Errors: not enough room, a disk that takes no writing.
    pub fn snapshot(&self, reason: Reason, now: DateTime<Utc>) -> Result<Snapshot, StoreError> {
        self.with_connection(|connection| {
            let (keys, id, generation, folder) = (&self.keys, &self.id, &self.generation, &self.folder);
            let source = Source { connection, keys, id, generation, folder };
            self.health.watch(Snapshot::take(&source, reason, now))
        })
    }

    /// The newest copy on this computer that looks sound.
    pub fn newest_copy(&self) -> Result<Option<CopyFound>, StoreError> {
        self.folder.copies().newest(&self.id, &self.keys.manifest)
    }
}
