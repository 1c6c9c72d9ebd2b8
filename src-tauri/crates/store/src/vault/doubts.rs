//! Whether the office is the last state of it that was: compared at each opening with its own copies and with the
//! states that lie in quarantine.
//!
//! A file put back by a municipal backup or a synchronised folder is a sound office of last week. Its journal holds,
//! and only what goes further than it tells: each copy has the last line of the journal it was taken with, and the
//! journal of the office has to lead to that line. As long as nobody has answered, no copy is let go.

use chrono::{DateTime, Utc};

use super::Vault;
use crate::access::{JournalEntry, Reader};
use crate::copies::manifest::{Manifest, key_name};
use crate::copies::{CopyFound, CopyState, Unusable};
use crate::disk;
use crate::error::StoreError;
use crate::folder::durable::write_durably;
use crate::folder::{Answers, AsideKind, SetAside, Standing};

/// Something of this office that goes further than it does, or went another way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// What it is.
    pub newer: Newer,
    /// How many lines its journal has after the last one here; nothing when the two went different ways.
    pub lines: Option<u64>,
    /// How many dossiers it holds.
    pub dossiers: u64,
    /// How many the office holds.
    pub dossiers_here: u64,
}

/// What goes further than the office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Newer {
    /// A copy on this computer.
    Copy {
        /// The name of its folder.
        stamp: String,
        /// When it was taken.
        made_at: DateTime<Utc>,
        /// Whether it can take the place of the office.
        usable: bool,
    },
    /// A state in quarantine.
    State {
        /// Its name there.
        name: String,
        /// When it was last written to.
        last_line_at: Option<DateTime<Utc>>,
    },
}

impl Vault {
    /// What goes further than the office, and was not answered.
    #[must_use]
    pub fn doubts(&self) -> Vec<Doubt> {
        self.doubts.borrow().clone()
    }

    /// Compares the office with its copies and with what is in quarantine; no copy goes until it was answered.
    pub(super) fn look_for_doubts(&self, copies: &[CopyFound]) -> Result<(), StoreError> {
        let answers = self.folder.answers(&self.copy_keys());
        let states = self.states_aside(&answers)?;
        let found = self.read(|reader| {
            let here = Standing::read(reader)?;
            let mut found = Vec::new();
            let mut ahead = Vec::new();
            for copy in copies.iter().filter(|copy| !answers.copies.contains(&copy.stamp)) {
                if let Some(manifest) = &copy.manifest
                    && self.is_further(copy, manifest, reader, &here)?
                {
                    ahead.push((copy, manifest));
                }
            }
            // One is told: the last that can be put back, or else the last.
            let usable = ahead.iter().find(|(copy, _)| is_usable(copy));
            found.extend(usable.or(ahead.first()).map(|(copy, manifest)| of_copy(copy, manifest, &here)));
            for (aside, standing) in states {
                if !reader.leads_to(standing.seq, &standing.hash)? {
                    found.push(of_state(&aside, &standing, &here));
                }
            }
            Ok::<_, StoreError>(found)
        })?;
        self.doubts.replace(found);
        self.mark_doubts();
        Ok(())
    }

    /// Goes on with the office as it is: what goes further than it is known, and the journal says so.
    ///
    /// Errors: the disk takes no writing; nothing is answered then.
    pub fn answer_doubts(&mut self, entry: JournalEntry<'_>) -> Result<(), StoreError> {
        let keys = self.copy_keys();
        let mut answers = Answers::default();
        for aside in self.folder.quarantine()? {
            answers.states.insert(aside.name);
        }
        let copies = self.folder.copies().own_of(&keys)?;
        self.read(|reader| {
            let here = Standing::read(reader)?;
            for copy in &copies {
                if let Some(manifest) = &copy.manifest
                    && self.is_further(copy, manifest, reader, &here)?
                {
                    answers.copies.insert(copy.stamp.clone());
                }
            }
            Ok::<_, StoreError>(())
        })?;
        self.note(entry)?;
        self.folder.add_answers(answers, &keys)?;
        self.doubts.take();
        self.mark_doubts();
        // What was written since waits for its copy.
        self.changed.set(true);
        Ok(())
    }

    /// The states in quarantine that open with the key in use and were not answered.
    fn states_aside(&self, answers: &Answers) -> Result<Vec<(SetAside, Standing)>, StoreError> {
        let keys = self.copy_keys();
        let aside = self.folder.quarantine()?.into_iter().filter(|aside| !answers.states.contains(&aside.name));
        let states = aside.filter(|aside| matches!(aside.what, AsideKind::State | AsideKind::Other(_)));
        Ok(states
            .filter_map(|aside| self.folder.standing_of(&aside, &keys).map(|standing| (aside, standing)))
            .collect())
    }

    /// Whether a copy goes further than the journal that is read. One closed by another key is later when it was made
    /// after the last line: the key was renewed since what is here.
    fn is_further(
        &self,
        copy: &CopyFound,
        manifest: &Manifest,
        reader: &Reader<'_>,
        here: &Standing,
    ) -> Result<bool, StoreError> {
        if manifest.key != key_name(&self.keys.manifest) {
            return Ok(here.last_line_at.is_some_and(|last| manifest.made_at > last) && manifest.journal.seq > here.seq);
        }
        let is_own = copy.state != CopyState::Unusable(Unusable::ManifestForged);
        Ok(is_own && !reader.leads_to(manifest.journal.seq, &manifest.journal.hash)?)
    }

    /// Keeps, beside the copies, that none is to be let go.
    pub(super) fn mark_doubts(&self) {
        let mark = self.folder.copies().doubt_mark();
        // A disk that takes no mark takes no copy either, and nothing goes without one.
        let _ = if self.doubts.borrow().is_empty() { disk::remove_file(mark) } else { write_durably(&mark, b"") };
    }
}

fn is_usable(copy: &CopyFound) -> bool {
    match &copy.state {
        CopyState::Sound | CopyState::OtherKey | CopyState::Unusable(Unusable::Pieces(_)) => true,
        CopyState::Unusable(
            Unusable::ManifestDamaged
            | Unusable::ManifestForged
            | Unusable::TooNew { .. }
            | Unusable::Header
            | Unusable::Database,
        ) => false,
    }
}

fn of_copy(copy: &CopyFound, manifest: &Manifest, here: &Standing) -> Doubt {
    Doubt {
        newer: Newer::Copy { stamp: copy.stamp.clone(), made_at: manifest.made_at, usable: is_usable(copy) },
        lines: lines_after(manifest.journal.seq, here),
        dossiers: manifest.rows_of("dossier"),
        dossiers_here: here.dossiers,
    }
}

fn of_state(aside: &SetAside, standing: &Standing, here: &Standing) -> Doubt {
    Doubt {
        newer: Newer::State { name: aside.name.clone(), last_line_at: standing.last_line_at },
        lines: lines_after(standing.seq, here),
        dossiers: standing.dossiers,
        dossiers_here: here.dossiers,
    }
}

fn lines_after(seq: i64, here: &Standing) -> Option<u64> {
    u64::try_from(seq.saturating_sub(here.seq)).ok().filter(|lines| *lines > 0)
}
