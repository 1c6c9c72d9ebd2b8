//! Copies of the open office, and what one of them would lose.

use std::collections::BTreeSet;
use std::path::Path;

use chrono::{DateTime, TimeDelta, Utc};
use domain::dossier::DossierId;

use super::Vault;
use super::open::Upgrade;
use crate::copies::manifest::key_name;
use crate::copies::{CopyAt, CopyFound, CopyKeys, CopyState, Reason, Snapshot, Source, Way, restore};
use crate::error::StoreError;
use crate::tables::search::mend_index;

/// How old the last copy may be when the office is opened, in hours.
const OLDEST_HOURS: i64 = 20;

/// What the office has and a copy has not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lost {
    /// Dossiers created since, with their references.
    pub created: Vec<(DossierId, String)>,
    /// How many others were changed since.
    pub changed: usize,
    /// How many pieces came since.
    pub pieces: usize,
    /// How many dossiers were erased since, which the copy still holds.
    pub erased: u64,
}

impl Vault {
    /// Takes a copy of this moment of the office; it counts once [`Snapshot::finish`] has verified it.
    ///
    /// Errors: not enough room, a disk that takes no writing, a copy that is only looked at.
    pub fn snapshot(&self, reason: Reason, now: DateTime<Utc>) -> Result<Snapshot, StoreError> {
        if self.looked {
            return Err(StoreError::OnlyLooked);
        }
        let snapshot = self.with_connection(|connection| {
            let (keys, id, generation, folder) = (&self.keys, &self.id, &self.generation, &self.folder);
            let source = Source { connection, keys, id, generation, folder };
            self.health.watch(Snapshot::take(&source, reason, now))
        })?;
        self.changed.set(false);
        Ok(snapshot)
    }

    /// Whether its pages are still to be checked, by [`Snapshot::check`] or [`Snapshot::finish`] of a copy taken now.
    #[must_use]
    pub fn is_unchecked(&self) -> bool {
        self.unchecked.get()
    }

    /// Makes the index of the search anew where it does not fit the lines; says whether it did. A large office is
    /// looked at beside the desk first: only what was found there is mended.
    pub fn mend_search(&self) -> Result<bool, StoreError> {
        if self.unchecked.get() { Ok(false) } else { self.with_connection(mend_index) }
    }

    /// What was to be checked beside the desk was: the index of the search is mended when it has to be.
    pub fn note_checked(&self, search_fits: bool) -> Result<(), StoreError> {
        self.unchecked.set(false);
        if search_fits { Ok(()) } else { self.mend_search().map(drop) }
    }

    /// The newest copy on this computer that looks sound.
    pub fn newest_copy(&self) -> Result<Option<CopyFound>, StoreError> {
        self.folder.copies().newest(&self.id, &self.keys.manifest)
    }

    /// Whether a copy has to be made on opening: the last good one is a day old, or one failed or was cut short.
    #[must_use]
    pub fn is_copy_due(&self, now: DateTime<Utc>) -> bool {
        let newest = self.newest_copy().ok().flatten().and_then(|copy| copy.made_at());
        let age = newest.map(|made_at| now.signed_duration_since(made_at).abs());
        let is_fresh = age.is_some_and(|age| age <= TimeDelta::hours(OLDEST_HOURS));
        !self.looked && (!is_fresh || self.has_changed())
    }

    /// Whether an action came after the newest copy, in this opening or an earlier one that ended without a copy.
    pub(super) fn is_ahead_of(&self, copies: &[CopyFound]) -> bool {
        let newest = copies.iter().find(|copy| copy.state == CopyState::Sound).and_then(|copy| copy.manifest.as_ref());
        newest.is_some_and(|copy| self.read(|reader| reader.has_changed_after(copy.journal.seq)).unwrap_or(true))
    }

    /// Whether a copy has to be made on closing: something was written since the last one.
    #[must_use]
    pub fn has_changed(&self) -> bool {
        !self.looked && (self.changed.get() || self.folder.copies().failure().is_some())
    }

    /// Whether this is a copy, only looked at.
    #[must_use]
    pub fn is_looked(&self) -> bool {
        self.looked
    }

    /// The keys of its copies, for work beside the desk.
    #[must_use]
    pub fn copy_keys(&self) -> CopyKeys {
        CopyKeys { keys: self.keys.clone(), id: self.id }
    }

    /// Opens a copy to be looked at: in a private folder, where nothing can be written but by bringing it up to date.
    ///
    /// Errors: a wrong secret, a copy that is unusable.
    pub fn look(copy: CopyAt<'_>, way: Way<'_>, private: &Path) -> Result<Self, StoreError> {
        let (folder, opened) = restore::private(copy, way, private)?;
        let lock = folder.hold()?;
        let (generation, _) = folder.generation()?;
        let vault = Self::open_generation(&folder, generation, opened.keys, lock, Upgrade::Never)?;
        vault.with_connection(mend_index)?;
        Ok(Self { looked: true, ..vault })
    }

    /// What would be lost if a copy took the place of the office as it is.
    ///
    /// Nothing when that cannot be told: the copy is another office's, or newer than the office.
    pub fn lost_by(&self, copy: &CopyFound) -> Result<Option<Lost>, StoreError> {
        let Some(manifest) = &copy.manifest else { return Ok(None) };
        let same_key = manifest.key == key_name(&self.keys.manifest);
        self.read(|reader| {
            if !same_key || manifest.journal.seq > reader.journal_head()?.0 {
                return Ok(None);
            }
            let created: Vec<_> = reader.references_after(manifest.last_dossier)?;
            let changed = reader.dossiers_changed_after(manifest.journal.seq)?;
            let kept: BTreeSet<&str> = manifest.pieces.iter().map(|piece| piece.file.as_str()).collect();
            let pieces = reader.piece_files()?.iter().filter(|piece| !kept.contains(piece.file.as_str())).count();
            let changed = changed.into_iter().filter(|id| id.0 <= manifest.last_dossier).count();
            let erased = reader.count_erasures()?.saturating_sub(manifest.rows_of("erasure"));
            Ok(Some(Lost { created, changed, pieces, erased }))
        })
    }
}
