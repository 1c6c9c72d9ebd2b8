//! A copy put in the place of the office, or looked at.
//!
//! A restored copy is a new generation: built aside, opened, checked in full, then made the one in use by one
//! rename. The generation before it stays a month and can be taken back. Nothing of the office is written over.

use std::path::Path;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::building::Steps;
use super::bytes::copy_hashed;
use super::keys::{CopyKeys, Opened, Way};
use super::manifest::{Closed, LONGEST, Manifest};
use super::place::CopyPlace;
use super::{PINNED_DAYS, Unusable, Watch};
use crate::connection::Opening;
use crate::disk;
use crate::error::StoreError;
use crate::folder::durable::{make_folder, write_durably};
use crate::folder::{Answers, AsideKind, Generation, Told, VaultFolder, read_at_most, set_aside};
use crate::header::{Header, LONGEST as LONGEST_HEADER};
use crate::migrations;

/// Room asked for beyond what is put back, in bytes.
const MARGIN: u64 = 4 << 20;

/// One copy of a place.
#[derive(Clone, Copy)]
pub struct CopyAt<'c> {
    /// Its place.
    pub place: &'c CopyPlace,
    /// The name of its folder there.
    pub stamp: &'c str,
}

/// What a restoration did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Restored {
    /// How many dossiers the copy holds.
    pub dossiers: u64,
    /// When it was taken.
    pub made_at: DateTime<Utc>,
    /// How many of its pieces could not be put back.
    pub missing_pieces: usize,
}

/// The generation that a restoration replaced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Previous {
    /// The name of its folder.
    pub generation: String,
    /// When it was replaced.
    pub at: DateTime<Utc>,
    /// What was noted before: it still holds when the switch this note was written for did not happen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    before: Option<Box<Previous>>,
}

/// A copy about to be opened: what it says of itself, and the keys that closed it.
struct Found {
    manifest: Manifest,
    opened: Opened,
}

impl VaultFolder {
    /// Puts a copy in the place of the office, which need not be there, nor be whole. The office has to be closed.
    ///
    /// Errors: a wrong secret, a copy that is unusable or another office's, no room; nothing has changed then.
    pub fn restore(
        &self,
        copy: CopyAt<'_>,
        way: Way<'_>,
        now: DateTime<Utc>,
        watch: Watch<'_>,
    ) -> Result<Restored, StoreError> {
        let mut steps = Steps::new(watch, 4);
        steps.next()?;
        // Held before anything is read: another restoration may be about to end.
        let held = self.path().is_dir().then(|| self.hold()).transpose()?;
        let current = self.generation().ok().map(|(generation, _)| generation);
        let found = self.fitting(copy, way)?;
        make_folder(&self.path())?;
        copy.place.check_readable()?;
        CopyPlace::at(&self.path()).check_room(found.manifest.size.saturating_add(MARGIN))?;
        let lock = match held {
            Some(held) => held,
            None => self.hold_new()?,
        };
        let mut put_back = || {
            let building = self.building()?;
            steps.next()?;
            build(copy, &found, &building)?;
            steps.next()?;
            let keys = &found.opened.keys;
            building.check_whole(Opening::ToRead, &keys.keys.database, &keys.id)?;
            let missing_pieces = self.put_pieces_back(copy.place, &found, now)?;
            steps.next()?;
            let mut answers = self.known_copies(keys, |copy| copy.journal.seq > found.manifest.journal.seq)?;
            answers.header = Some(found.opened.header.fingerprint(&keys.keys.journal));
            match &current {
                Some(current) => self.note_previous(current, now)?,
                // Nobody knows which of them was in use: none of them is let go.
                None => {
                    for lost in self.generations()? {
                        answers.states.extend(set_aside(&self.path(), &lost, now)?);
                    }
                }
            }
            // Known before the switch: what it goes back from is no news at the next opening.
            self.add_answers(answers, keys)?;
            self.publish(&building)?;
            Ok::<_, StoreError>(missing_pieces)
        };
        let missing_pieces = put_back().inspect_err(|_| self.clear_cut_short())?;
        drop(lock);
        let Manifest { made_at, .. } = found.manifest;
        Ok(Restored { dossiers: found.manifest.rows_of("dossier"), made_at, missing_pieces })
    }

    /// Whether a secret opens a copy that may take the place of the office. Errors: why not.
    pub fn check_copy(&self, copy: CopyAt<'_>, way: Way<'_>) -> Result<(), StoreError> {
        self.fitting(copy, way).map(drop)
    }

    /// A copy, opened, of the office that is here or of any when none can be read.
    fn fitting(&self, copy: CopyAt<'_>, way: Way<'_>) -> Result<Found, StoreError> {
        let here = self.generation().and_then(|(generation, _)| Ok((generation.header()?.header, generation))).ok();
        let found = find(copy, way, here.as_ref().map(|(own, _)| own))?;
        let Some((own, generation)) = here else { return Ok(found) };
        let Opened { keys, header } = &found.opened;
        if own.vault != keys.id {
            return Err(StoreError::NotThisVault);
        }
        // The key is still in use and this secret of it is not: a former one never takes the place of today's.
        if own != *header && generation.opens_with(keys) {
            return Err(StoreError::WrongSecret);
        }
        Ok(found)
    }

    /// Whether a restoration can be taken back: when it was made.
    #[must_use]
    pub fn restored_at(&self) -> Option<DateTime<Utc>> {
        self.previous().map(|(previous, _)| previous.at)
    }

    /// Until when it can be taken back.
    #[must_use]
    pub fn restored_until(&self) -> Option<DateTime<Utc>> {
        self.restored_at()?.checked_add_signed(TimeDelta::days(PINNED_DAYS))
    }

    /// Takes the last restoration back; doing it again puts it back. The office has to be closed.
    ///
    /// Errors: there is none, or its month is over; someone is at the office.
    pub fn undo_restore(&self, keys: &CopyKeys, now: DateTime<Utc>) -> Result<(), StoreError> {
        let lock = self.hold()?;
        let (previous, generation) = self.previous().ok_or(StoreError::CopyGone)?;
        let own = generation.header()?.header;
        let (current, _) = self.generation()?;
        self.note_previous(&current, now)?;
        // Copies made since the restoration are of the state that goes with it.
        let mut answers = self.known_copies(keys, |copy| copy.made_at >= previous.at)?;
        // Both have today's ways in, which the database that comes back may not know.
        let today = current.header()?.header;
        answers.header = (own == today).then(|| today.fingerprint(&keys.keys.journal));
        self.add_answers(answers, keys)?;
        generation.become_current()?;
        drop(lock);
        Ok(())
    }

    /// Puts a state that lies in quarantine in the place of the office, which is kept a month. The office has to be
    /// closed.
    ///
    /// Errors: it is not there, or does not open with these keys; someone is at the office.
    pub fn bring_back(&self, aside: &str, keys: &CopyKeys, now: DateTime<Utc>) -> Result<(), StoreError> {
        let lock = self.hold()?;
        let known = self.quarantine()?.into_iter().find(|known| known.name == aside && known.what == AsideKind::State);
        let known = known.ok_or(StoreError::CopyGone)?;
        let standing = self.standing_of(&known, keys).ok_or(StoreError::WrongSecret)?;
        let (current, _) = self.generation()?;
        let today = current.header()?.header;
        let state = Generation::at(&self.path(), &self.quarantine_folder().join(aside));
        state.write_header(&today)?;
        let mut answers = self.known_copies(keys, |copy| copy.journal.seq > standing.seq)?;
        answers.header = Some(today.fingerprint(&keys.keys.journal));
        self.add_answers(answers, keys)?;
        self.note_previous(&current, now)?;
        self.publish(&state)?;
        drop(lock);
        Ok(())
    }

    /// The copies of this computer that go further than what is about to come back, as the answer to a doubt.
    fn known_copies(&self, keys: &CopyKeys, is_known: impl Fn(&Manifest) -> bool) -> Result<Answers, StoreError> {
        let own = self.copies().own_of(keys)?.into_iter();
        let known = own.filter(|copy| copy.manifest.as_ref().is_some_and(&is_known));
        Ok(Answers { copies: known.map(|copy| copy.stamp).collect(), ..Answers::default() })
    }

    /// Keeps the generation in use and, for a month, the one that a restoration replaced, which is then destroyed; any
    /// other goes to quarantine, and is told unless a restoration had replaced it before.
    ///
    /// `seq` is the last line of the journal in use: a generation that goes further is never destroyed.
    pub(crate) fn let_others_go(
        &self,
        keys: &CopyKeys,
        seq: i64,
        now: DateTime<Utc>,
    ) -> Result<Option<Told>, StoreError> {
        let Some(current) = self.current_name() else { return Ok(None) };
        let (noted, previous) = (self.noted(), self.previous());
        let is_over = |at| now.signed_duration_since(at) > TimeDelta::days(PINNED_DAYS);
        let mut told = None;
        for folder in self.entries()? {
            let generation = Generation::at(&self.path(), &folder);
            let name = generation.name();
            if name == current || self.is_renewing(&name) {
                continue;
            }
            let replaced_last = previous.as_ref().filter(|(previous, _)| previous.generation == name);
            match replaced_last {
                Some((previous, _)) if !is_over(previous.at) => continue,
                Some(_) if generation.standing(keys).is_none_or(|its| its.seq <= seq) => {
                    if generation.destroy().is_ok() {
                        continue;
                    }
                }
                Some(_) | None => {}
            }
            let is_known =
                noted.as_ref().and_then(|noted| noted.before.as_ref()).is_some_and(|it| it.generation == name);
            let aside = set_aside(&self.path(), &folder, now)?;
            if is_known {
                let states = aside.into_iter().collect();
                self.add_answers(Answers { states, ..Answers::default() }, keys)?;
            } else {
                told = Some(Told::OtherStateSetAside);
            }
        }
        if previous.is_some_and(|(previous, _)| is_over(previous.at)) {
            disk::remove_file(self.path().join("previous"))?;
        }
        Ok(told)
    }

    /// The generation that was replaced, as long as it is there and is not the one in use.
    pub(crate) fn previous(&self) -> Option<(Previous, Generation)> {
        let (noted, current) = (self.noted()?, self.current_name()?);
        let previous = if noted.generation == current { *noted.before? } else { noted };
        let generation = self.named(&previous.generation)?;
        (current != previous.generation).then_some((previous, generation))
    }

    /// What was noted of the last restoration.
    pub(crate) fn noted(&self) -> Option<Previous> {
        let told = read_at_most(&self.path().join("previous"), 4096).ok()?;
        serde_json::from_slice(&told).ok()
    }

    /// Notes the generation about to be replaced. The note before goes on inside it: until the switch is made, it is
    /// the one that holds.
    fn note_previous(&self, generation: &Generation, at: DateTime<Utc>) -> Result<(), StoreError> {
        let before = self.previous().map(|(previous, _)| Box::new(Previous { before: None, ..previous }));
        let told = serde_json::to_vec(&Previous { generation: generation.name(), at, before });
        let told = told.map_err(|_| StoreError::Cipher)?;
        Ok(write_durably(&self.path().join("previous"), &told)?)
    }

    /// Puts back the pieces that are missing or damaged; says how many could not be.
    fn put_pieces_back(&self, from: &CopyPlace, found: &Found, now: DateTime<Utc>) -> Result<usize, StoreError> {
        let pieces = self.pieces_of(found.opened.keys.id);
        let mut missing = found.manifest.missing.len();
        for piece in &found.manifest.pieces {
            if !pieces.has(&piece.file, &piece.hash) && !pieces.recover(&piece.file, &piece.hash, from, now)? {
                missing = missing.saturating_add(1);
            }
        }
        Ok(missing)
    }
}

/// Makes a private office of a copy, only to be looked at: its database, its header, its pieces where they are.
pub(crate) fn private(copy: CopyAt<'_>, way: Way<'_>, folder: &Path) -> Result<(VaultFolder, Opened), StoreError> {
    let found = find(copy, way, None)?;
    let private = VaultFolder::with_pieces(folder, copy.place.pieces());
    make_folder(&private.path())?;
    CopyPlace::at(&private.path()).check_room(found.manifest.size.saturating_mul(2).saturating_add(MARGIN))?;
    let building = private.building()?;
    build(copy, &found, &building)?;
    private.publish(&building)?;
    Ok((private, found.opened))
}

/// Reads what a copy says of itself and opens it. `own` is the header of the office it would replace: as long as
/// the key is the same, today's secrets open its copies, and stay those of the office.
fn find(copy: CopyAt<'_>, way: Way<'_>, own: Option<&Header>) -> Result<Found, StoreError> {
    copy.place.found_one(copy.stamp, None)?;
    let folder = copy.place.folder().join(copy.stamp);
    let told = read_at_most(&folder.join("manifest"), LONGEST);
    let told = told.map_err(|_| StoreError::CopyUnusable(Unusable::ManifestDamaged))?;
    let closed = Closed::read(told).map_err(StoreError::CopyUnusable)?;
    if closed.manifest.schema > migrations::STEPS.len() {
        return Err(StoreError::TooNew { needs: closed.manifest.app });
    }
    let kept = read_at_most(&folder.join("header"), LONGEST_HEADER).ok().and_then(|bytes| Header::read(&bytes).ok());
    let headers: Vec<Header> = own.cloned().into_iter().chain(kept).collect();
    if headers.is_empty() {
        return Err(StoreError::CopyUnusable(Unusable::Header));
    }
    let opened = way.open(&closed, headers)?;
    Ok(Found { manifest: closed.manifest, opened })
}

fn build(copy: CopyAt<'_>, found: &Found, building: &Generation) -> Result<(), StoreError> {
    let (hash, _) = copy_hashed(&copy.place.folder().join(copy.stamp).join("office.db"), &building.database())
        .map_err(unusable_when_missing)?;
    if hash.to_hex().as_str() != found.manifest.database {
        return Err(StoreError::CopyUnusable(Unusable::Database));
    }
    building.write_header(&found.opened.header)?;
    Ok(disk::sync_file(&building.database())?)
}

fn unusable_when_missing(cause: std::io::Error) -> StoreError {
    if cause.kind() == std::io::ErrorKind::NotFound {
        return StoreError::CopyUnusable(Unusable::Database);
    }
    cause.into()
}
