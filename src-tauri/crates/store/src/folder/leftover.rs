//! What an earlier run, or another hand, left beside the database.
//!
//! A rollback journal of our own has to be applied; one of another database would
//! destroy ours, and SQLite cannot tell them apart. So it is tried on a copy
//! first: the copy passes every check, or the journal goes to quarantine.

use std::fs;
use std::io::Read;
use std::path::Path;

use chrono::{DateTime, Utc};

use super::durable::{make_folder, open_plain};
use super::{Generation, Told};
use crate::connection::{Opening, open};
use crate::disk;
use crate::error::StoreError;
use crate::header::VaultId;
use crate::keys::Key;
use crate::{checks, connection};

const KNOWN: [&str; 4] = ["header", "header.copy", "office.db", "office.db-journal"];

impl Generation {
    /// Whether SQLite would apply a journal that lies beside the database: one whose first byte is
    /// not zero.
    pub(crate) fn has_journal(&self) -> bool {
        let mut first = [0];
        let read = open_plain(&self.folder.join("office.db-journal")).and_then(|mut file| file.read_exact(&mut first));
        read.is_ok() && first != [0]
    }

    /// Moves to quarantine every file that does not belong here.
    pub(crate) fn set_strays_aside(&self, now: DateTime<Utc>) -> Result<Option<Told>, StoreError> {
        let mut told = None;
        for entry in fs::read_dir(&self.folder)? {
            let (name, kind) = entry.and_then(|entry| Ok((entry.file_name(), entry.file_type()?)))?;
            // A link leads elsewhere, and SQLite would wait without end for who writes to a pipe.
            if !kind.is_file() || !KNOWN.iter().any(|known| name == *known) {
                self.set_aside(&name, now)?;
                told = Some(Told::StrayFileSetAside);
            }
        }
        Ok(told)
    }

    /// Sees whether a journal left beside the database is its own; another's goes to quarantine.
    pub(crate) fn try_journal(
        &self,
        key: &Key,
        vault: &VaultId,
        now: DateTime<Utc>,
    ) -> Result<Option<Told>, StoreError> {
        if !self.has_journal() {
            return Ok(None);
        }
        let trial = self.vault.join("trial");
        clear(&trial)?;
        let own = self.passes_with_journal(&trial, key, vault);
        clear(&trial)?;
        if own? {
            return Ok(Some(Told::JournalRolledBack));
        }
        self.set_aside("office.db-journal".as_ref(), now)?;
        Ok(Some(Told::StrayFileSetAside))
    }

    /// Whether a copy of the database is sound once SQLite has applied the journal to it.
    fn passes_with_journal(&self, trial: &Path, key: &Key, vault: &VaultId) -> Result<bool, StoreError> {
        make_folder(trial)?;
        for name in ["office.db", "office.db-journal"] {
            fs::copy(self.folder.join(name), trial.join(name))?;
        }
        let outcome = open(&trial.join("office.db"), Opening::Existing, key, vault).and_then(|connection| {
            checks::check_pages(&connection)?;
            checks::check_structure(&connection)?;
            connection::check_pairing(&connection, vault)
        });
        match outcome {
            Ok(()) => Ok(true),
            Err(failed) if failed.is_of_the_machine() => Err(failed),
            Err(_) => Ok(false),
        }
    }
}

fn clear(trial: &Path) -> Result<(), StoreError> {
    if fs::symlink_metadata(trial).is_ok() { Ok(disk::remove_folder(trial)?) } else { Ok(()) }
}
