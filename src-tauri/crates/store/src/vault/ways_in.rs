//! Which of two headers is in force, and whether the one that is was the last to be written.
//!
//! A header is written twice. When the two differ, a change of secret was cut short between them, or another hand put
//! one back. The database knows which: it keeps the fingerprint of the header in force and, while a secret changes, of
//! the one that comes, under the key of the journal. So a former passphrase is told from today's, whoever put its header back.

use chrono::{DateTime, Utc};
use rusqlite::TransactionBehavior;

use super::Vault;
use crate::copies::CopyKeys;
use crate::error::StoreError;
use crate::folder::durable::write_durably;
use crate::folder::{FoundHeader, Generation, SEALED, Told, free_place};
use crate::header::Header;
use crate::keys::{MasterKey, Secret};
use crate::tables::safety::KnownHeaders;

/// A header a secret opened, and the other when the two differ.
pub(super) struct Opened {
    pub(super) used: Header,
    other: Option<Header>,
    /// Whether the one used is the first of the two, which is written first.
    is_first: bool,
}

/// Opens the headers of a generation with a secret: the second when it differs and the first does not open.
///
/// Errors: the secret opens neither.
pub(super) fn open(
    generation: &Generation,
    found: &FoundHeader,
    secret: Secret<'_>,
) -> Result<(Opened, MasterKey), StoreError> {
    let (first, second) = (&found.header, found.other.as_ref());
    let Some(second) = second else {
        let master = first.open(secret)?;
        return Ok((Opened { used: first.clone(), other: None, is_first: true }, master));
    };
    let mut opened = None;
    for (used, other, is_first) in [(first, second, true), (second, first, false)] {
        match used.open(secret) {
            Ok(master) => {
                // Of another key, it is a header from before that key was renewed.
                let fits = generation.opens_with(&CopyKeys { keys: super::Keys::of(&master)?, id: used.vault });
                let candidate = (Opened { used: used.clone(), other: Some(other.clone()), is_first }, master);
                if fits {
                    return Ok(candidate);
                }
                opened.get_or_insert(candidate);
            }
            Err(StoreError::WrongSecret) => {}
            Err(cause) => return Err(cause),
        }
    }
    opened.ok_or(StoreError::WrongSecret)
}

impl Vault {
    /// Keeps the header in force, told when another hand was at it.
    ///
    /// Errors: the secret is a former one, and today's header is there.
    pub(super) fn settle_ways_in(&self, opened: &Opened, now: DateTime<Utc>) -> Result<Option<Told>, StoreError> {
        let Opened { used, other, is_first } = opened;
        let notes = self.read(|reader| reader.known_headers())?;
        let answered = self.folder.answers(&self.copy_keys()).header;
        let has_notes = notes.current.is_some();
        let is_known = |header: &Header| {
            let own = Some(self.fingerprint(header));
            !has_notes && *is_first || [&notes.current, &notes.next, &answered].contains(&&own)
        };
        let Some(other) = other else {
            if !has_notes || is_known(used) {
                // What cannot be noted on a full disk is at the next opening.
                let _ = self.note_header(used, &notes);
                return Ok(None);
            }
            self.former_way_in.set(true);
            return Ok(Some(Told::FormerWayIn));
        };
        // An office that was put back knows the former secrets alone: nothing is chosen between the two until it is
        // known which office it is.
        let is_doubted = !self.doubts.borrow().is_empty();
        match (is_known(used), has_notes && is_known(other)) {
            // The first is written first: while both are known, it is the one that comes.
            (true, is_other_known) if !is_doubted && (*is_first || !is_other_known) => {
                let is_cut_short = !has_notes || notes.next.is_some();
                let kept = if is_cut_short { Ok(()) } else { self.seal_aside(other, now) };
                // What cannot be written on a full disk is at the next opening.
                let _ = kept.and_then(|()| self.generation.write_header(used)).map(|()| self.note_header(used, &notes));
                Ok((!is_cut_short).then_some(Told::FormerHeaderSetAside))
            }
            (true, _) | (_, true) if !is_doubted => Err(StoreError::WrongSecret),
            (true | false, true | false) => {
                self.former_way_in.set(true);
                Ok(Some(Told::FormerWayIn))
            }
        }
    }

    /// Whether the header in force is not the last that was written: a former passphrase or code may open the office
    /// again, until one of them is changed.
    #[must_use]
    pub fn has_former_way_in(&self) -> bool {
        self.former_way_in.get()
    }

    /// Notes the header in force, when it was not yet.
    pub(super) fn note_header(&self, header: &Header, notes: &KnownHeaders) -> Result<(), StoreError> {
        let known = KnownHeaders { current: Some(self.fingerprint(header)), next: None };
        if *notes == known {
            return Ok(());
        }
        let changed = self.changed.get();
        self.within(TransactionBehavior::Immediate, |writer| writer.note_headers(&known))?;
        self.changed.set(changed);
        self.folder.forget_answered_header(&self.copy_keys())
    }

    /// What the database knows a header by.
    pub(super) fn fingerprint(&self, header: &Header) -> String {
        header.fingerprint(&self.keys.journal)
    }

    /// Puts a header in quarantine under the key of the office: what it opened with no longer opens it.
    fn seal_aside(&self, header: &Header, now: DateTime<Utc>) -> Result<(), StoreError> {
        let place = free_place(&self.folder.path(), SEALED, now)?;
        Ok(write_durably(&place, &header.sealed(&self.keys.quarantine)?)?)
    }
}
