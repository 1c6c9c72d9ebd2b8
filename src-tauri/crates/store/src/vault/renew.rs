//! Another master key, when a secret is known to someone else.
//!
//! The database is copied page by page under the new key into a generation built
//! aside, checked, and put in use by one rename; the old generation, which the
//! known secret opens, is then destroyed.

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, TransactionBehavior};

use super::{Keys, SecretChange, Vault};
use crate::access::{Health, Writer};
use crate::connection::{Opening, open};
use crate::copies::CopyKeys;
use crate::disk;
use crate::error::{Loss, StoreError};
use crate::folder::Generation;
use crate::keys::{MasterKey, Secret};
use crate::recovery::RecoveryCode;
use crate::tables::safety::{KnownHeaders, SecretDays};
use crate::tables::{counted, undo};

/// The two ways into a vault whose key is renewed.
#[derive(Clone, Copy)]
pub struct NewSecrets<'a> {
    /// One way in.
    pub passphrase: &'a str,
    /// The other, which was copied back.
    pub code: &'a RecoveryCode,
}

impl Vault {
    /// Renews the master key: the whole database under another key, both ways in new. Attachments keep
    /// their own keys. Errors: the current secret is wrong; the disk is full, and nothing has changed.
    ///
    /// Older copies still open with the secrets they were made under. Should the reopening fail, this
    /// vault is closed and the new secrets open the office.
    pub fn renew_key(&mut self, change: SecretChange<'_>, new: NewSecrets<'_>) -> Result<(), StoreError> {
        let (header, _) = self.admitted(change.current)?;
        let master = MasterKey::generate()?;
        let keys = Keys::of(&master)?;
        let secrets = [Secret::Passphrase(new.passphrase), Secret::Code(new.code)];
        let header = header.renewed(&master, secrets, change.cost.parameters())?;
        let building = self.folder.building()?;
        building.write_header(&header)?;
        let known = KnownHeaders { current: Some(header.fingerprint(&keys.journal)), next: None };
        if let Err(error) = self.copy_under(&building, &keys, &known, change) {
            // What is left is cleared before the next building.
            let _ = disk::remove_folder(building.folder());
            return Err(error);
        }
        let renewed = CopyKeys { keys, id: self.id };
        // Windows destroys no file that is open: the old database is closed before its generation goes.
        drop(self.connection.take());
        let published = self.folder.publish_renewed(&building, &self.generation, &renewed);
        let switched = published.map(|generation| {
            self.generation = generation;
            self.keys = renewed.keys;
            self.former_way_in.set(false);
            // No copy opens with the new secrets yet.
            self.changed.set(true);
        });
        self.reopen().inspect_err(|_| self.health.lose(Loss::Disk))?;
        switched
    }

    /// Fills a generation with this database under other keys, and checks it.
    fn copy_under(
        &self,
        building: &Generation,
        keys: &Keys,
        known: &KnownHeaders,
        SecretChange { on, entry, .. }: SecretChange<'_>,
    ) -> Result<(), StoreError> {
        let mut copy = open(&building.database(), Opening::New, &keys.database, &self.id)?;
        self.with_connection(|source| {
            copy_pages(source, &mut copy)?;
            if counted::rows_of_tables(source)? == counted::rows_of_tables(&copy)? {
                Ok(())
            } else {
                Err(StoreError::damaged("counts"))
            }
        })?;
        let transaction = copy.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let health = Health::default();
        let writer = Writer::new(&transaction, &health);
        let altered = writer.broken_journal_line(&self.keys.journal)?;
        writer.chain_journal_anew(&self.keys.journal, &keys.journal)?;
        let today = Some(on);
        let days = SecretDays { passphrase_set_on: today, code_made_on: today, code_proved_on: today };
        writer.note_secret_days(&days)?;
        writer.note_headers(known)?;
        writer.add_to_journal(&entry, &keys.journal)?;
        if writer.broken_journal_line(&keys.journal)? != altered {
            return Err(StoreError::damaged("journal"));
        }
        transaction.commit()?;
        drop(copy);
        building.check_whole(Opening::Existing, &keys.database, &self.id)
    }

    /// Opens the database of the generation now in use.
    fn reopen(&mut self) -> Result<(), StoreError> {
        let connection = open(&self.generation.database(), Opening::Existing, &self.keys.database, &self.id)?;
        self.tracked = undo::track(&connection)?;
        self.connection.replace(Some(connection));
        Ok(())
    }
}

/// Copies every page. Both connections have their key: without one, SQLCipher refuses.
fn copy_pages(source: &Connection, copy: &mut Connection) -> Result<(), StoreError> {
    if Backup::new(source, copy)?.step(-1)? == StepResult::Done { Ok(()) } else { Err(StoreError::Busy) }
}
