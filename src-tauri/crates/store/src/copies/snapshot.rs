//! Taking a copy: a quick half at the desk, a long half beside it.
//!
//! The quick half copies the file of the database within a read transaction: with a rollback journal and one
//! connection, those bytes are one moment of the office. The long half opens the copy with its key, checks
//! every page, the structure and the links, reads the bytes back, and only then gives the copy its name.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, Transaction, TransactionBehavior};

use super::building::{Building, Steps};
use super::bytes::{copy_hashed, copy_whole, hashed, is_sound};
use super::manifest::{JournalHead, Manifest, hex, key_name, vault_name};
use super::place::CopyPlace;
use super::{Reason, Watch};
use crate::access::{Health, Reader};
use crate::connection::{Opening, check_pairing, open};
use crate::disk;
use crate::error::StoreError;
use crate::folder::durable::{make_levels, remove_if_there, sync_folders, write_durably};
use crate::folder::{Generation, VaultFolder, piece_path};
use crate::header::VaultId;
use crate::tables::counted;
use crate::tables::piece::PieceFile;
use crate::tables::search::index_fits;
use crate::vault::Keys;
use crate::{checks, migrations};

/// Room asked for beyond the database itself, in bytes.
const MARGIN: u64 = 4 << 20;
/// Steps told of a verification.
const STEPS: u32 = 5;

/// What a copy is taken of.
pub(crate) struct Source<'s> {
    pub connection: &'s Connection,
    pub keys: &'s Keys,
    pub id: &'s VaultId,
    pub generation: &'s Generation,
    pub folder: &'s VaultFolder,
}

/// A copy taken and not yet verified: it counts for nothing, and goes with this value.
pub struct Snapshot {
    place: CopyPlace,
    building: Building,
    keys: Keys,
    id: VaultId,
    live_pieces: PathBuf,
    manifest: Manifest,
}

/// A copy that was verified and has its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopyMade {
    /// The name of its folder in its place.
    pub stamp: String,
    /// When it was taken.
    pub made_at: DateTime<Utc>,
    /// How many dossiers it holds.
    pub dossiers: u64,
    /// How many pieces it holds.
    pub pieces: usize,
    /// The files of the pieces that were missing from the office already.
    pub missing: Vec<String>,
}

impl CopyMade {
    pub(crate) fn of(stamp: &str, manifest: &Manifest) -> Self {
        Self {
            stamp: stamp.to_owned(),
            made_at: manifest.made_at,
            dossiers: manifest.rows_of("dossier"),
            pieces: manifest.pieces.len(),
            missing: manifest.missing.clone(),
        }
    }
}

impl Snapshot {
    /// The quick half. Errors: not enough room, with what is needed; a disk that cannot be written.
    pub(crate) fn take(source: &Source<'_>, reason: Reason, now: DateTime<Utc>) -> Result<Self, StoreError> {
        let place = source.folder.copies();
        let taken = Self::taken(&place, source, reason, now);
        taken.inspect_err(|cause| place.note_failure(cause, now))
    }

    fn taken(place: &CopyPlace, source: &Source<'_>, reason: Reason, now: DateTime<Utc>) -> Result<Self, StoreError> {
        let mut unsynced = BTreeSet::new();
        make_levels(place.folder(), &mut unsynced)?;
        sync_folders(&unsynced)?;
        let database = source.generation.database();
        place.check_room(fs::metadata(&database)?.len().saturating_add(MARGIN))?;
        let building = Building::begin(place, now)?;
        let transaction = Transaction::new_unchecked(source.connection, TransactionBehavior::Deferred)?;
        let (health, schema) = (Health::default(), migrations::schema(&transaction)?);
        let reader = Reader::new(&transaction, &health);
        let (seq, head) = reader.journal_head()?;
        let pieces = reader.piece_files()?;
        let last_dossier = reader.last_dossier()?;
        let (hash, size) = copy_hashed(&database, &building.database())?;
        transaction.commit()?;
        let header = source.generation.header()?.header.bytes();
        write_durably(&building.folder().join("header"), &header)?;
        let manifest = Manifest {
            format: Manifest::FORMAT,
            app: env!("CARGO_PKG_VERSION").to_owned(),
            vault: vault_name(source.id),
            key: key_name(&source.keys.manifest),
            schema,
            made_at: now,
            reason,
            header: blake3::hash(&header).to_hex().to_string(),
            database: hash.to_hex().to_string(),
            size,
            rows: BTreeMap::new(),
            last_dossier,
            journal: JournalHead { seq, hash: hex(&head) },
            pieces,
            missing: Vec::new(),
        };
        Ok(Self {
            place: place.clone(),
            building,
            keys: source.keys.clone(),
            id: *source.id,
            live_pieces: source.folder.pieces(),
            manifest,
        })
    }

    /// Checks the copy without giving it a name: whether the office it was taken of is whole, and its search fits.
    ///
    /// Errors: what was found wrong; the office is to be closed then.
    pub fn check(&self, watch: Watch<'_>) -> Result<bool, StoreError> {
        self.checked(&mut Steps::new(watch, STEPS))?;
        let copy = open(&self.building.database(), Opening::Existing, &self.keys.database, &self.id)?;
        // Taken back whatever it answers: the copy stays byte for byte what it is.
        let trial = Transaction::new_unchecked(&copy, TransactionBehavior::Deferred)?;
        let fits = index_fits(&trial);
        trial.rollback()?;
        fits
    }

    /// The long half: verifies the copy, gives it its name, then lets go those that the rotation no longer keeps.
    ///
    /// Errors: what the verification found, a disk that is full, [`StoreError::Cancelled`]; there is no copy then.
    pub fn finish(mut self, watch: Watch<'_>) -> Result<CopyMade, StoreError> {
        let (place, now) = (self.place.clone(), self.manifest.made_at);
        let made = self.published(watch);
        match &made {
            Ok(_) => {
                place.forget_failure();
                if !place.is_doubted() {
                    place.rotate(&self.id, &self.keys.manifest, now);
                }
            }
            Err(StoreError::Cancelled) => {}
            Err(cause) => place.note_failure(cause, now),
        }
        made
    }

    fn published(&mut self, watch: Watch<'_>) -> Result<CopyMade, StoreError> {
        let mut steps = Steps::new(watch, STEPS);
        self.manifest.rows = self.checked(&mut steps)?;
        steps.next()?;
        self.keep_pieces()?;
        steps.next()?;
        let before = self.place.newest(&self.id, &self.keys.manifest)?;
        let sealed = self.manifest.sealed(&self.keys.manifest).map_err(|_| StoreError::Cipher)?;
        write_durably(&self.building.folder().join("manifest"), &sealed)?;
        self.building.publish(self.place.folder())?;
        if let Some(before) = before.filter(|before| before.lost_in(&self.manifest)) {
            self.place.pin(&before.stamp, self.manifest.made_at)?;
        }
        Ok(CopyMade::of(self.building.stamp(), &self.manifest))
    }

    /// Opens the copy and checks all of it; gives the rows of each table.
    fn checked(&self, steps: &mut Steps<'_>) -> Result<BTreeMap<String, u64>, StoreError> {
        steps.next()?;
        disk::sync_file(&self.building.database())?;
        let (hash, size) = hashed(&self.building.database())?;
        if hash.to_hex().as_str() != self.manifest.database || size != self.manifest.size {
            return Err(StoreError::damaged("copy: not the bytes of the office"));
        }
        steps.next()?;
        let copy = open(&self.building.database(), Opening::ToRead, &self.keys.database, &self.id)?;
        checks::check_pages(&copy)?;
        check_pairing(&copy, &self.id)?;
        steps.next()?;
        checks::check_structure(&copy)?;
        let health = Health::default();
        let reader = Reader::new(&copy, &health);
        let (seq, head) = reader.journal_head()?;
        if (JournalHead { seq, hash: hex(&head) }) != self.manifest.journal {
            return Err(StoreError::damaged("copy: another journal"));
        }
        counted::rows_of_tables(&copy)
    }

    /// Puts the encrypted files of the pieces beside the copies: hard links where the disk has them.
    fn keep_pieces(&mut self) -> Result<(), StoreError> {
        let kept = self.place.pieces();
        let (mut missing, mut unsynced) = (Vec::new(), BTreeSet::new());
        for piece in &self.manifest.pieces {
            let (live, copy) = (piece_path(&self.live_pieces, &piece.file), piece_path(&kept, &piece.file));
            if is_sound(&copy, &piece.hash) {
                continue;
            }
            // A damaged one is as good as gone, and no reason for all the rest to be copied nowhere.
            if !is_sound(&live, &piece.hash) {
                missing.push(piece.file.clone());
                continue;
            }
            let folder = copy.parent().unwrap_or(&kept);
            make_levels(folder, &mut unsynced)?;
            remove_if_there(&copy)?;
            if fs::hard_link(&live, &copy).is_err() {
                copy_whole(&live, &copy, &piece.hash)?;
            }
            unsynced.insert(folder.to_owned());
        }
        sync_folders(&unsynced)?;
        self.manifest.pieces.retain(|piece: &PieceFile| !missing.contains(&piece.file));
        self.manifest.missing = missing;
        Ok(())
    }
}
