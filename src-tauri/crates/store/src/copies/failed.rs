//! The last copy that was not made: it stays told beside the copies until one succeeds.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::place::CopyPlace;
use crate::disk;
use crate::error::StoreError;
use crate::folder::durable::write_durably;
use crate::folder::read_at_most;

/// Why the last copy was not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FailedBecause {
    /// The disk has not enough room.
    NoRoom {
        /// The bytes that are needed, when they are known.
        needed: Option<u64>,
    },
    /// The folder takes no writing.
    ReadOnly,
    /// The office itself is damaged.
    Damaged,
    /// The place is not there: a stick that was taken out, or another one in its place.
    Absent,
    /// Anything else.
    Other,
}

/// The last copy was not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FailedCopy {
    /// When it was tried.
    pub at: DateTime<Utc>,
    /// Why it was not made.
    pub because: FailedBecause,
}

impl FailedBecause {
    pub(crate) fn of(cause: &StoreError) -> Self {
        if let StoreError::NoRoom { needed } = cause {
            Self::NoRoom { needed: Some(*needed) }
        } else if matches!(cause, StoreError::DiskFull(_)) {
            Self::NoRoom { needed: None }
        } else if matches!(cause, StoreError::ReadOnly(_)) {
            Self::ReadOnly
        } else if matches!(cause, StoreError::PlaceAbsent) {
            Self::Absent
        } else if matches!(cause, StoreError::DatabaseDamaged { .. } | StoreError::DatabaseMissing) {
            Self::Damaged
        } else {
            Self::Other
        }
    }
}

impl CopyPlace {
    /// Why the last copy was not made; nothing once one was.
    #[must_use]
    pub fn failure(&self) -> Option<FailedCopy> {
        serde_json::from_slice(&read_at_most(&self.folder().join("failure"), 4096).ok()?).ok()
    }

    pub(crate) fn note_failure(&self, cause: &StoreError, now: DateTime<Utc>) {
        let failed = FailedCopy { at: now, because: FailedBecause::of(cause) };
        let told = serde_json::to_vec(&failed).unwrap_or_default();
        // A disk that takes nothing keeps no note either: the age of the last copy still shows.
        let _ = write_durably(&self.folder().join("failure"), &told);
    }

    pub(crate) fn forget_failure(&self) {
        // A note that stays is put right by the next copy.
        let _ = disk::remove_file(self.folder().join("failure"));
    }
}
