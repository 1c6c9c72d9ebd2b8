//! Making a vault and unlocking one.

use std::cell::{Cell, RefCell};

use chrono::{DateTime, Utc};
use rusqlite::Connection;

use super::{Keys, Vault, ways_in};
use crate::access::{Health, Writer};
use crate::connection::{Opening, check_pairing, open};
use crate::copies::{CopyKeys, Reason, Snapshot, Source};
use crate::error::StoreError;
use crate::folder::{Generation, Lock, Told, VaultFolder};
use crate::header::{Header, VaultNumber};
use crate::keys::{KeyCost, MasterKey, Purpose, Secret};
use crate::migrations::{STEPS, check_known, migrate};
use crate::recovery::RecoveryCode;
use crate::tables::safety::KnownHeaders;
use crate::tables::setting::SettingRow;
use crate::tables::{derived, safety, search, undo, vault};
use crate::{checks, migrations};

/// The largest database that is checked while it is opened, in bytes.
#[cfg(not(test))]
const LARGEST_AT_ONCE: u64 = 16 << 20;
#[cfg(test)]
pub(crate) const LARGEST_AT_ONCE: u64 = 1 << 20;

/// What comes before a database gets a new shape.
pub(super) enum Upgrade<'s> {
    /// A copy of this moment, verified, or the shape stays; then the steps of the program.
    Copied(DateTime<Utc>, &'s [&'s [&'s str]]),
    /// Nothing: it has the shape of today, or is a copy itself.
    Never,
}

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
    /// Makes the vault of an office under a number nobody was told before. Errors: as [`Vault::create_as`].
    pub fn create(folder: &VaultFolder, new: &NewVault<'_>, now: DateTime<Utc>) -> Result<Self, StoreError> {
        Self::create_as(VaultNumber::draw()?, folder, new, now)
    }

    /// Makes the vault of an office under its number. Errors: there is one already, another program is at it.
    ///
    /// It is built aside, its first settings included, and gets its name last: cut short, there is
    /// no vault.
    pub fn create_as(
        VaultNumber(id): VaultNumber,
        folder: &VaultFolder,
        new: &NewVault<'_>,
        now: DateTime<Utc>,
    ) -> Result<Self, StoreError> {
        let lock = folder.hold_new()?;
        let master = MasterKey::generate()?;
        let secrets = [Secret::Passphrase(new.passphrase), Secret::Code(new.code)];
        let header = Header::seal(id, &master, secrets, new.cost.parameters())?;
        let keys = Keys::of(&master)?;
        let building = folder.building()?;
        building.write_header(&header)?;
        let mut connection = open(&building.database(), Opening::New, &keys.database, &id)?;
        migrate(&mut connection, STEPS, |connection| {
            search::make_index(connection)?;
            let health = Health::default();
            let writer = Writer::new(connection, &health);
            for setting in new.settings {
                writer.add_setting(setting)?;
            }
            vault::name(connection, &id, now)?;
            safety::begin(connection, now)?;
            let current = Some(header.fingerprint(&keys.journal));
            writer.note_headers(&KnownHeaders { current, next: None })
        })?;
        drop(connection);
        building.look_at_database(&id)?;
        let generation = folder.publish(&building)?;
        Self::open_generation(folder, generation, CopyKeys { keys, id }, lock, Upgrade::Never)
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
        Self::unlock_later(folder, secret, now, &[])
    }

    /// As [`Vault::unlock`], by a program to come whose database has more steps than that of today: how tests bring an
    /// office up to date.
    #[doc(hidden)]
    pub fn unlock_later(
        folder: &VaultFolder,
        secret: Secret<'_>,
        now: DateTime<Utc>,
        later: &[&[&str]],
    ) -> Result<(Self, Vec<Told>), StoreError> {
        let steps = [STEPS, later].concat();
        if !folder.is_taken()? {
            return Err(StoreError::Absent);
        }
        // Held before anything is read: a restoration may be about to end.
        let lock = folder.hold()?;
        let (generation, guessed) = folder.generation()?;
        folder.clear_cut_short();
        let found = generation.header()?;
        let id = found.header.vault;
        generation.look_at_database(&id)?;
        let (way_in, master) = ways_in::open(&generation, &found, secret)?;
        let mut told = Vec::new();
        told.extend(folder.set_links_aside(now)?);
        // A folder of copies that cannot be cleared is no reason to stay closed.
        let cut_short = folder.copies().clear_unfinished().unwrap_or(true);
        if guessed {
            generation.become_current()?;
            told.push(Told::HeaderRepaired);
        }
        told.extend(generation.repair_header(&found, now)?);
        told.extend(generation.set_strays_aside(now)?);
        told.extend(generation.try_journal(&master.derive(Purpose::Database)?, &id, now)?);
        let vault = Self::open_generation(
            folder,
            generation,
            CopyKeys { keys: Keys::of(&master)?, id },
            lock,
            Upgrade::Copied(now, &steps),
        )?;
        let copies = folder.copies().own_of(&vault.copy_keys()).unwrap_or_default();
        vault.changed.set(cut_short || vault.is_ahead_of(&copies));
        let (keys, seq) = (vault.copy_keys(), vault.read(|reader| Ok::<_, StoreError>(reader.journal_head()?.0))?);
        // What cannot be let go now goes at the next opening.
        let _ = folder.finish_renewal(&keys);
        told.extend(folder.let_others_go(&keys, seq, now).ok().flatten());
        vault.look_for_doubts(&copies)?;
        // What cannot be destroyed now is at the next opening.
        let _ = vault.clear_quarantine(now);
        told.extend(vault.settle_ways_in(&way_in, now)?);
        vault.keep_ways_in_of_previous();
        if vault.mend_search()? {
            told.push(Told::SearchRebuilt);
        }
        if folder.has_its_pieces_alone() && vault.doubts.borrow().is_empty() {
            // A disk that cannot be swept is no reason to stay closed.
            let _ = vault.pieces().sweep(|| vault.read(|reader| reader.named_files()), now);
        }
        told.dedup();
        Ok((vault, told))
    }

    /// Opens the database, checks it, brings it up to date and starts following its changes.
    pub(super) fn open_generation(
        folder: &VaultFolder,
        generation: Generation,
        CopyKeys { keys, id }: CopyKeys,
        lock: Lock,
        upgrade: Upgrade<'_>,
    ) -> Result<Self, StoreError> {
        let steps = if let Upgrade::Copied(_, steps) = upgrade { steps } else { STEPS };
        let mut connection = open(&generation.database(), Opening::Existing, &keys.database, &id)?;
        generation.look_at_database(&id)?;
        let at_once = is_checked_at_once(&connection, &generation, steps)?;
        if at_once {
            checks::check_pages(&connection)?;
        }
        check_pairing(&connection, &id)?;
        check_known(&connection, steps)?;
        if at_once {
            checks::check_quickly(&connection)?;
        }
        if let Upgrade::Copied(now, steps) = upgrade
            && migrations::schema(&connection)? < steps.len()
        {
            let source = Source { connection: &connection, keys: &keys, id: &id, generation: &generation, folder };
            keep_before_upgrade(&source, now)?;
        }
        migrate(&mut connection, steps, |connection| {
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
            changed: Cell::new(false),
            unchecked: Cell::new(!at_once),
            looked: false,
            doubts: RefCell::default(),
            former_way_in: Cell::new(false),
            unnoted: RefCell::default(),
            header_to_note: RefCell::default(),
            _lock: lock,
        })
    }
}

/// Whether a database is checked while it is opened: what is small enough for nobody to wait, and what is about to
/// change its shape. A larger one is checked at once afterwards, beside the desk, on a copy of the same bytes.
fn is_checked_at_once(connection: &Connection, generation: &Generation, steps: &[&[&str]]) -> Result<bool, StoreError> {
    let size = std::fs::metadata(generation.database())?.len();
    Ok(size <= LARGEST_AT_ONCE || migrations::schema(connection)? < steps.len())
}

/// A verified copy before the database changes its shape, with room enough for both.
fn keep_before_upgrade(source: &Source<'_>, now: DateTime<Utc>) -> Result<(), StoreError> {
    let size = std::fs::metadata(source.generation.database())?.len();
    let place = source.folder.copies();
    // The copy, then the journal of the change and the rows that are written again: two and a half times.
    crate::folder::durable::make_folder(place.folder())?;
    place.check_room(size.saturating_mul(5).div_ceil(2))?;
    Snapshot::take(source, Reason::BeforeUpgrade, now)?.finish(&mut |_, _| true).map(drop)
}
