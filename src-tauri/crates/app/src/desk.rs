//! The only context of every call: an office's folder and, once unlocked, its store.
//!
//! What a room keeps between calls (a copy looked at, a register being read) is a [`Slot`] that the room itself defines:
//! the desk knows none of them.

use std::any::{Any, TypeId};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use store::{Act, Acted, KeyCost, Reader, Vault, VaultFolder, Writer};
use ts_rs::TS;

use crate::caller::Moment;
use crate::failure::Failure;
use crate::files::sweep;
use crate::log::Log;
use crate::tasks;

/// An input or an output with nothing in it.
#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// State that a room keeps between calls.
pub trait Slot: Any + Send {
    /// Drops what must not outlive the opening of the office.
    fn close(&mut self);
}

/// An office's folder and, once unlocked, its store.
pub struct Desk {
    office: PathBuf,
    opened: PathBuf,
    folder: VaultFolder,
    vault: Option<Vault>,
    cost: KeyCost,
    slots: BTreeMap<TypeId, Box<dyn Slot>>,
}

impl Desk {
    /// The desk of the office kept in a folder; nothing is opened or created yet.
    #[must_use]
    pub fn at(office: &Path) -> Self {
        Self {
            office: office.to_owned(),
            opened: office.join("opened"),
            folder: VaultFolder::at(office),
            vault: None,
            cost: KeyCost::Real,
            slots: BTreeMap::new(),
        }
    }

    /// The same desk, creating offices at the smallest legal key cost: for tests and rehearsals.
    #[must_use]
    pub fn with_smallest_keys(mut self) -> Self {
        self.cost = KeyCost::Smallest;
        self
    }

    /// The same desk, handing papers to the system's viewer in a folder of its own.
    #[must_use]
    pub fn opening_in(mut self, folder: PathBuf) -> Self {
        self.opened = folder;
        self
    }

    /// Whether the office is unlocked.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.vault.is_some()
    }

    /// Closes the office: the connection, its keys, what rooms kept of it and what was opened outside.
    pub fn close(&mut self) {
        self.vault = None;
        for slot in self.slots.values_mut() {
            slot.close();
        }
        sweep(&self.opened);
    }

    /// Where defects are written.
    #[must_use]
    pub fn log(&self) -> Log {
        Log::of(&self.office)
    }

    /// The state of a room; nothing while the room kept none.
    pub fn slot<T: Slot>(&self) -> Option<&T> {
        let slot: &dyn Any = self.slots.get(&TypeId::of::<T>())?.as_ref();
        slot.downcast_ref()
    }

    /// Works on the state of a room, empty at first. The state stays in one place of the memory: it may hold a secret.
    pub fn with_slot<T: Slot + Default, R>(&mut self, work: impl FnOnce(&mut T) -> R) -> R {
        let any = |slot: Box<dyn Slot>| -> Box<dyn Any> { slot };
        let held = self.slots.remove(&TypeId::of::<T>()).map(any);
        let mut slot: Box<T> = held.and_then(|slot| slot.downcast().ok()).unwrap_or_default();
        let result = work(&mut slot);
        self.slots.insert(TypeId::of::<T>(), slot);
        result
    }

    /// The open store.
    pub fn vault(&self) -> Result<&Vault, Failure> {
        self.vault.as_ref().ok_or_else(Failure::locked)
    }

    /// The open store, to change it.
    pub fn vault_mut(&mut self) -> Result<&mut Vault, Failure> {
        self.vault.as_mut().ok_or_else(Failure::locked)
    }

    /// Sets another vault on the desk and gives back the one that was there.
    pub fn set_vault(&mut self, vault: Option<Vault>) -> Option<Vault> {
        std::mem::replace(&mut self.vault, vault)
    }

    /// What deriving a key costs in an office created here.
    pub fn key_cost(&self) -> KeyCost {
        self.cost
    }

    /// Where the vault lies.
    pub fn folder(&self) -> &VaultFolder {
        &self.folder
    }

    /// The folder of the office.
    pub fn office_folder(&self) -> &Path {
        &self.office
    }

    /// Where papers opened outside wait to be wiped.
    pub fn opened_folder(&self) -> &Path {
        &self.opened
    }

    /// Reads the store in one consistent view.
    pub fn read<T>(&self, read: impl FnOnce(&Reader<'_>) -> Result<T, Failure>) -> Result<T, Failure> {
        self.vault()?.read(read)
    }

    /// The only way to write: one action, one transaction, undoable, in the journal.
    pub fn act<T>(
        &mut self,
        call: &'static str,
        moment: &Moment,
        work: impl FnOnce(&Writer<'_>) -> Result<Acted<T>, Failure>,
    ) -> Result<T, Failure> {
        let act = Act { call, now: moment.now };
        self.vault_mut()?.act(act, |writer| {
            let acted = work(writer)?;
            tasks::write_again(writer)?;
            Ok(acted)
        })
    }
}
