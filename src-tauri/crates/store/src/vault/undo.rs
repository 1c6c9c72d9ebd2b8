//! Undoing and redoing the office's last actions.

use chrono::{DateTime, Utc};
use domain::dossier::{DossierId, FactId};
use rusqlite::TransactionBehavior;

use super::Vault;
use crate::access::{JournalEntry, Reader};
use crate::error::StoreError;
use crate::tables::undo::{Action, Side};

/// An action that was undone or redone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UndoneAction {
    /// What the action had said of itself.
    pub sentence: String,
    /// The dossier it was about; nothing when there is none, or no longer.
    pub dossier: Option<DossierId>,
}

/// An action that can be undone or redone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastAction {
    /// What made it: the name of a call, or of the part of one.
    pub call: String,
    /// What it said of itself.
    pub sentence: String,
    /// The dossier it was about.
    pub dossier: Option<DossierId>,
    /// The facts it noted.
    pub facts: Vec<FactId>,
}

/// What can be undone and redone now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UndoState {
    /// The last action.
    pub undo: Option<LastAction>,
    /// The last action undone, until another is done.
    pub redo: Option<LastAction>,
}

impl Vault {
    /// Undoes the last action; nothing when there is none.
    pub fn undo(&mut self, now: DateTime<Utc>) -> Result<Option<UndoneAction>, StoreError> {
        self.turn(Side::Done, "undo", now)
    }

    /// Does again the last action undone; nothing when there is none.
    pub fn redo(&mut self, now: DateTime<Utc>) -> Result<Option<UndoneAction>, StoreError> {
        self.turn(Side::Undone, "redo", now)
    }

    /// What can be undone and redone.
    pub fn undo_state(&self) -> Result<UndoState, StoreError> {
        let last = |reader: &Reader<'_>, side| {
            let Some(Action { number, call, sentence, dossier }) = reader.last_action(side)? else { return Ok(None) };
            let facts = reader.facts_noted(number)?;
            Ok::<_, StoreError>(Some(LastAction { call, sentence, dossier, facts }))
        };
        self.read(|reader| Ok(UndoState { undo: last(reader, Side::Done)?, redo: last(reader, Side::Undone)? }))
    }

    /// Plays the last action of a side backwards, which puts it on the other side.
    fn turn(&mut self, side: Side, call: &str, now: DateTime<Utc>) -> Result<Option<UndoneAction>, StoreError> {
        self.within(TransactionBehavior::Immediate, |writer| {
            let Some(Action { number, call: own, sentence, dossier }) = writer.last_action(side)? else {
                return Ok(None);
            };
            let inverse = writer.start_action(side.other(), &own, now)?;
            writer.play_back(number, &self.tracked)?;
            let touched = writer.touched_dossiers(inverse)?;
            writer.end_action(inverse, &sentence, dossier)?;
            for dossier in touched {
                writer.rewrite(dossier)?;
            }
            writer.add_to_journal(&JournalEntry { call, dossier, fields: &[], now }, &self.keys.journal)?;
            let dossier = match dossier {
                Some(id) => writer.has_dossier(id)?.then_some(id),
                None => None,
            };
            Ok(Some(UndoneAction { sentence, dossier }))
        })
    }
}
