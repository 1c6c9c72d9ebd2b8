//! Copies of an office: made, verified, listed, let go.
//!
//! ```text
//! <place>/2026-11-20T0812Z-k7/   header, office.db, manifest
//! <place>/2026-11-20T0815Z-b2.tmp/   a copy being made: it counts for nothing
//! <place>/pieces/3f/7a/          encrypted files, shared by the copies of the place
//! <place>/etrier-place           tells this place from another found at the same path
//! <place>/failure                the last copy failed; gone once one succeeds
//! <place>/doubt                  the office is older than something of its own: nothing is let go
//! ```
//! A copy gets its name only once it was opened again with its key, checked page by page and found to be
//! the bytes of the office. The office's own place is `vault/backups`; a stick or a shared folder is another.

mod building;
mod bytes;
mod carried;
mod failed;
mod keys;
pub(crate) mod manifest;
mod place;
pub(crate) mod restore;
mod rotation;
mod snapshot;
mod swept;

pub use carried::Outside;
pub use failed::{FailedBecause, FailedCopy};
pub use keys::{CopyKeys, Way};
pub use place::{CopyFound, CopyPlace, CopyState, Unusable};
pub use restore::{CopyAt, Restored};
pub use rotation::{Kept, gone_by, to_delete};
pub(crate) use snapshot::Source;
pub use snapshot::{CopyMade, Snapshot};

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// How long a copy made before a dangerous act is kept, in days.
pub(crate) const PINNED_DAYS: i64 = 30;

/// Told how far a work is, as steps done of how many; answers whether to go on.
pub type Watch<'w> = &'w mut dyn FnMut(u32, u32) -> bool;

/// Why a copy was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// The office was opened and its last copy was a day old.
    Opening,
    /// The office was closed after a change.
    Locking,
    /// Someone asked.
    Asked,
    /// A new version of Étrier was about to change the shape of the database.
    BeforeUpgrade,
    /// A copy was about to take the place of the office.
    BeforeRestore,
    /// Dossiers were about to be erased.
    BeforeErasure,
    /// A secret or the key was about to change.
    BeforeKeyChange,
    /// A register was about to be taken in.
    BeforeImport,
}

impl Reason {
    /// Until when a copy made for this reason is kept whatever comes after it.
    #[must_use]
    pub fn pinned_until(self, made_at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        match self {
            Self::Opening | Self::Locking | Self::Asked => None,
            Self::BeforeUpgrade
            | Self::BeforeRestore
            | Self::BeforeErasure
            | Self::BeforeKeyChange
            | Self::BeforeImport => made_at.checked_add_signed(TimeDelta::days(PINNED_DAYS)),
        }
    }
}
