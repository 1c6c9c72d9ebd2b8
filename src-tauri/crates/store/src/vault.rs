//! The open vault: the one connection, the lock, and the only ways in.

mod copying;
mod doubts;
mod erase;
mod former;
mod held;
mod journal;
mod open;
mod quarantine;
mod renew;
mod secrets;
mod undo;
mod verify;
mod ways_in;

use std::cell::{Cell, RefCell};
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use chrono::{DateTime, Utc};
use region::LockGuard;
use rusqlite::{Connection, Transaction, TransactionBehavior};

pub use copying::Lost;
pub use doubts::{Doubt, Newer};
pub use erase::ErasureOrder;
pub use held::HeldRows;
pub use journal::JournalVerdict;
#[cfg(test)]
pub(crate) use open::LARGEST_AT_ONCE;
pub use open::NewVault;
pub use renew::NewSecrets;
pub use secrets::SecretChange;
pub use undo::{LastAction, UndoState, UndoneAction};
pub use verify::{Problem, Verdict};

use crate::access::{Act, Acted, Health, JournalEntry, Reader, Writer};
use crate::error::{Loss, StoreError};
use crate::folder::{Generation, Lock, VaultFolder};
use crate::header::{VaultId, VaultNumber};
use crate::keys::{Key, MasterKey, Purpose};
use crate::pieces::Pieces;
use crate::tables::safety::KnownHeaders;
use crate::tables::undo::{Side, Tracked};

/// An office's vault, unlocked. Dropping it closes the database, then lets the lock go.
pub struct Vault {
    connection: RefCell<Option<Connection>>,
    health: Health,
    tracked: Vec<Tracked>,
    keys: Keys,
    id: VaultId,
    generation: Generation,
    folder: VaultFolder,
    /// Whether something was written that no copy taken since has.
    changed: Cell<bool>,
    /// Whether its pages are still to be checked, beside the desk.
    unchecked: Cell<bool>,
    /// Whether it is a copy, only looked at.
    looked: bool,
    /// What goes further than the office, and was not answered.
    doubts: RefCell<Vec<Doubt>>,
    /// Whether the header in force is not the last that was written.
    former_way_in: Cell<bool>,
    /// Lines of the journal that the disk had no room for.
    unnoted: RefCell<Vec<Unnoted>>,
    /// The fingerprint of a header in force that the database is to note.
    header_to_note: RefCell<Option<String>>,
    /// Held until the vault is dropped, after the connection.
    _lock: Lock,
}

/// A line of the journal that waits for room on the disk.
struct Unnoted {
    call: String,
    fields: Vec<String>,
    at: DateTime<Utc>,
}

/// The keys an open vault works with, in one place of the memory whoever holds them: what moves is the address of that
/// place, so no copy of a key stays behind when the last holder has it wiped.
#[derive(Clone)]
pub(crate) struct Keys(Arc<HeldKeys>);

pub(crate) struct HeldKeys {
    pub database: Key,
    pub journal: Key,
    pub manifest: Key,
    pub quarantine: Key,
    /// Keeps them out of the file the system pages memory to, where it allows it; let go of once they are wiped.
    locked: OnceLock<LockGuard>,
}

impl Keys {
    pub(crate) fn of(master: &MasterKey) -> Result<Self, StoreError> {
        let keys = Arc::new(HeldKeys {
            database: master.derive(Purpose::Database)?,
            journal: master.derive(Purpose::Journal)?,
            manifest: master.derive(Purpose::Manifest)?,
            quarantine: master.derive(Purpose::Quarantine)?,
            locked: OnceLock::new(),
        });
        // A system that refuses it opens the office all the same.
        if let Ok(guard) = region::lock(Arc::as_ptr(&keys), size_of::<HeldKeys>()) {
            keys.locked.get_or_init(|| guard);
        }
        Ok(Self(keys))
    }
}

impl Deref for Keys {
    type Target = HeldKeys;

    fn deref(&self) -> &HeldKeys {
        &self.0
    }
}

impl Vault {
    /// The number of the vault.
    #[must_use]
    pub fn number(&self) -> VaultNumber {
        VaultNumber(self.id)
    }

    /// Reads one moment of the office. Errors: the caller's, or the store's.
    pub fn read<T, E: From<StoreError>>(&self, read: impl FnOnce(&Reader<'_>) -> Result<T, E>) -> Result<T, E> {
        self.within(TransactionBehavior::Deferred, |writer| read(writer))
    }

    /// Does one action: rows, what undoes them, the journal, the lines of the lists, all or nothing.
    ///
    /// An error leaves everything as it was. An action that changed nothing leaves no trace, but its
    /// draft goes all the same.
    pub fn act<T, E: From<StoreError>>(
        &mut self,
        act: Act<'_>,
        work: impl FnOnce(&Writer<'_>) -> Result<Acted<T>, E>,
    ) -> Result<T, E> {
        self.within(TransactionBehavior::Immediate, |writer| {
            let number = writer.start_action(Side::Done, act.call, act.now)?;
            let acted = work(writer)?;
            let touched = writer.touched_dossiers(number)?;
            if writer.end_action(number, &acted.sentence, acted.dossier)? {
                writer.drop_undone()?;
                writer.drop_oldest()?;
                writer.drop_lost_drafts()?;
                for dossier in touched {
                    writer.rewrite(dossier)?;
                }
                let entry =
                    JournalEntry { call: act.call, dossier: acted.dossier, fields: &acted.fields, now: act.now };
                writer.add_to_journal(&entry, &self.keys.journal)?;
            }
            if let Some((dossier, form)) = acted.draft {
                writer.drop_draft(dossier, form)?;
            }
            Ok(acted.value)
        })
    }

    /// Writes what an office starts with: rows, one line of the journal, the lines of the lists, all
    /// or nothing. Nothing of it can be undone, nor anything that was done before.
    pub fn stock<T, E: From<StoreError>>(
        &mut self,
        act: Act<'_>,
        work: impl FnOnce(&Writer<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.within(TransactionBehavior::Immediate, |writer| {
            let value = self.unfollowed(writer, work)?;
            let entry = JournalEntry { call: act.call, dossier: None, fields: &[], now: act.now };
            writer.add_to_journal(&entry, &self.keys.journal)?;
            Ok(value)
        })
    }

    /// Writes what follows from the facts and was never written: rows and the lines of the lists, all or nothing.
    /// Nothing that was done before can be undone.
    pub fn settle<E: From<StoreError>>(&mut self, work: impl FnOnce(&Writer<'_>) -> Result<(), E>) -> Result<(), E> {
        self.within(TransactionBehavior::Immediate, |writer| self.unfollowed(writer, work))
    }

    /// Works without following what changes, then writes every line again.
    fn unfollowed<T, E: From<StoreError>>(
        &self,
        writer: &Writer<'_>,
        work: impl FnOnce(&Writer<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        writer.let_go(&self.tracked)?;
        let value = work(writer)?;
        for dossier in writer.every_dossier()? {
            writer.rewrite(dossier)?;
        }
        writer.follow_again(&self.tracked)?;
        Ok(value)
    }

    /// Writes what is outside of history, undo and journal: drafts. Anything else is refused.
    pub fn aside<T, E: From<StoreError>>(&mut self, work: impl FnOnce(&Writer<'_>) -> Result<T, E>) -> Result<T, E> {
        self.within(TransactionBehavior::Immediate, work)
    }

    /// Adds a line to the journal for what changes no row: unlocking, showing, printing.
    pub fn note(&mut self, entry: JournalEntry<'_>) -> Result<(), StoreError> {
        if self.looked {
            return Ok(());
        }
        let changed = self.changed.get();
        self.within(TransactionBehavior::Immediate, |writer| writer.add_to_journal(&entry, &self.keys.journal))?;
        // What nobody changed needs no new copy.
        self.changed.set(changed);
        Ok(())
    }

    /// Adds the line of an opening to the journal. On a disk that is full it waits for the next writing: whoever sits
    /// before a person has to read the dossier.
    pub fn note_opening(&mut self, entry: JournalEntry<'_>) -> Result<(), StoreError> {
        match self.note(entry) {
            Err(StoreError::DiskFull(_)) => {
                let fields = entry.fields.iter().map(|field| (*field).to_owned()).collect();
                self.unnoted.borrow_mut().push(Unnoted { call: entry.call.to_owned(), fields, at: entry.now });
                Ok(())
            }
            noted => noted,
        }
    }

    /// The encrypted files of what was attached.
    #[must_use]
    pub fn pieces(&self) -> Pieces {
        self.folder.pieces_of(self.id)
    }

    /// One transaction; a connection that can no longer be trusted is closed with it.
    fn within<T, E: From<StoreError>>(
        &self,
        behavior: TransactionBehavior,
        work: impl FnOnce(&Writer<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let writes = matches!(behavior, TransactionBehavior::Immediate);
        if writes && self.looked {
            return Err(StoreError::OnlyLooked.into());
        }
        let outcome = self.with_connection(|connection| {
            let begun = Transaction::new_unchecked(connection, behavior).map_err(StoreError::from);
            let transaction = self.health.watch(begun)?;
            let before = connection.total_changes();
            let writer = Writer::new(&transaction, &self.health);
            if writes {
                self.note_what_waits(&writer)?;
            }
            let value = work(&writer)?;
            writer.index_words()?;
            self.health.watch(transaction.commit().map_err(StoreError::from))?;
            if writes {
                self.unnoted.take();
                self.header_to_note.take();
            }
            if connection.total_changes() != before {
                self.changed.set(true);
            }
            Ok(value)
        });
        if self.health.loss().is_some() {
            // A read inside another one leaves the closing to the outer one.
            drop(self.connection.try_borrow_mut().ok().and_then(|mut held| held.take()));
        }
        outcome
    }

    /// Writes what waits for a writing: lines that the disk had no room for, a header that took its place.
    fn note_what_waits(&self, writer: &Writer<'_>) -> Result<(), StoreError> {
        if let Some(current) = self.header_to_note.borrow().clone() {
            writer.note_headers(&KnownHeaders { current: Some(current), next: None })?;
        }
        for Unnoted { call, fields, at } in self.unnoted.borrow().iter() {
            let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
            let entry = JournalEntry { call, dossier: None, fields: &fields, now: *at };
            writer.add_to_journal(&entry, &self.keys.journal)?;
        }
        Ok(())
    }

    pub(crate) fn with_connection<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, E>,
    ) -> Result<T, E> {
        let held = self.connection.borrow();
        match (self.health.loss(), held.as_ref()) {
            (None, Some(connection)) => work(connection),
            (loss, _) => Err(StoreError::from(loss.unwrap_or(Loss::Damage)).into()),
        }
    }
}
