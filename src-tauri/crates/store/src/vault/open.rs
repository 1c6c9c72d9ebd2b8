//! Making a vault and unlocking one.

use std::cell::RefCell;

use chrono::{DateTime, Utc};

use super::{Keys, Vault};
use crate::access::{Health, Writer};
use crate::checks;
use crate::connection::{Opening, check_pairing, open};
use crate::error::StoreError;
use crate::folder::{Generation, Lock, Told, VaultFolder};
use crate::header::{Header, VaultId};
use crate::keys::{KeyCost, MasterKey, Purpose, Secret, random};
use crate::migrations::{STEPS, check_known, migrate};
use crate::recovery::RecoveryCode;
use crate::tables::setting::SettingRow;
use crate::tables::{derived, safety, search, undo, vault};

/// What a new vault is made of.
#[derive(Clone, Copy)]
pub struct NewVault<'a> {
    /// One way in.
    pub passphrase: &'a str,
    /// The other way in.
    pub code: &'a RecoveryCode,
    /// What each way in costs.
    pub cost: KeyCost,
    /// The settings it starts with, which nothing undoes.
    pub settings: &'a [SettingRow],
}

impl Vault {
    /// Makes the vault of an office. Errors: there is one already, another program is at it.
    ///
    /// It is built aside, its first settings included, and gets its name last: cut short, there is
    /// no vault.
    pub fn create(folder: &VaultFolder, new: &NewVault<'_>, now: DateTime<Utc>) -> Result<Self, StoreError> {
        let lock = folder.hold_new()?;
        let master = MasterKey::generate()?;
        let id: VaultId = random()?;
        let secrets = [Secret::Passphrase(new.passphrase), Secret::Code(new.code)];
        let header = Header::seal(id, &master, secrets, new.cost.parameters())?;
        let building = folder.building()?;
        building.write_header(&header)?;
        let mut connection = open(&building.database(), Opening::New, &master.derive(Purpose::Database)?, &id)?;
        migrate(&mut connection, STEPS, |connection| {
            search::make_index(connection)?;
            let health = Health::default();
            let writer = Writer::new(connection, &health);
            for setting in new.settings {
                writer.add_setting(setting)?;
            }
            vault::name(connection, &id, now)?;
            safety::begin(connection, now)
        })?;
        drop(connection);
        building.look_at_database(&id)?;
        let generation = folder.publish(&building)?;
        Self::open_generation(folder, generation, &master, id, lock)
    }

    /// Unlocks the vault and tells what was put right on the way. Errors: see [`StoreError`].
    ///
    /// Damage is told from a wrong secret: the header has its own checksum, and the database is
    /// looked at before the secret is tried.
    pub fn unlock(
        folder: &VaultFolder,
        secret: Secret<'_>,
        now: DateTime<Utc>,
    ) -> Result<(Self, Vec<Told>), StoreError> {
        let (generation, guessed) = folder.generation()?;
        let lock = folder.hold()?;
        // What could not be destroyed is tried again at the next opening.
        let _ = folder.finish_renewal();
        let found = generation.header()?;
        let id = found.header.vault;
        generation.look_at_database(&id)?;
        let master = found.header.open(secret)?;
        let mut told = Vec::new();
        if guessed {
            generation.become_current()?;
            told.push(Told::HeaderRepaired);
        }
        told.extend(generation.repair_header(&found, now)?);
        told.extend(generation.set_strays_aside(now)?);
        told.extend(generation.try_journal(&master.derive(Purpose::Database)?, &id, now)?);
        let vault = Self::open_generation(folder, generation, &master, id, lock)?;
        if vault.with_connection(search::mend_index)? {
            told.push(Told::SearchRebuilt);
        }
        // A disk that cannot be swept is no reason to stay closed.
        let _ = vault.pieces().sweep(|| vault.read(|reader| reader.named_files()), now);
        told.dedup();
        Ok((vault, told))
    }

    /// Opens the database, checks it, brings it up to date and starts following its changes.
    fn open_generation(
        folder: &VaultFolder,
        generation: Generation,
        master: &MasterKey,
        id: VaultId,
        lock: Lock,
    ) -> Result<Self, StoreError> {
        let keys = Keys::of(master)?;
        let mut connection = open(&generation.database(), Opening::Existing, &keys.database, &id)?;
        generation.look_at_database(&id)?;
        checks::check_pages(&connection)?;
        check_pairing(&connection, &id)?;
        check_known(&connection, STEPS)?;
        checks::check_quickly(&connection)?;
        migrate(&mut connection, STEPS, |connection| {
            derived::make_anew(connection)?;
            vault::note_version(connection)
        })?;
        let tracked = undo::track(&connection)?;
        Ok(Self {
            connection: RefCell::new(Some(connection)),
            health: Health::default(),
            tracked,
            keys,
            id,
            generation,
            folder: folder.clone(),
            _lock: lock,
        })
    }
}
