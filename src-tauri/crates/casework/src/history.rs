//! Undo and redo: one mechanism for every action.

use domain::dossier::DossierId;
use domain::words;
use serde::Serialize;
use store::UndoneAction;
use ts_rs::TS;

use app::caller::Moment;
use app::desk::{Desk, Nothing};
use app::failure::Failure;

/// What undo and redo would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct UndoState {
    /// The last action, in a sentence.
    pub undo: Option<String>,
    /// Its dossier.
    #[ts(type = "number | null")]
    pub undo_dossier: Option<DossierId>,
    /// What was just undone, in a sentence.
    pub redo: Option<String>,
}

/// What was undone or done again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Undone {
    /// What happened, in a sentence.
    pub sentence: String,
    /// The dossier it was about, while it exists.
    #[ts(type = "number | null")]
    pub dossier: Option<DossierId>,
}

/// Says what undo and redo would do.
pub fn undo_state(desk: &mut Desk, _: Nothing, _: &Moment) -> Result<UndoState, Failure> {
    let state = desk.vault()?.undo_state()?;
    let (undo, undo_dossier) = state.undo.map_or((None, None), |(sentence, dossier)| (Some(sentence), dossier));
    Ok(UndoState { undo, undo_dossier, redo: state.redo.map(|(sentence, _)| sentence) })
}

/// Undoes the last action. What was printed or saved outside is not undone.
pub fn undo(desk: &mut Desk, _: Nothing, moment: &Moment) -> Result<Undone, Failure> {
    let undone = desk.vault_mut()?.undo(moment.now)?;
    told(undone, "Annulé", "Il n’y a rien à annuler.")
}

/// Does again what was just undone.
pub fn redo(desk: &mut Desk, _: Nothing, moment: &Moment) -> Result<Undone, Failure> {
    let redone = desk.vault_mut()?.redo(moment.now)?;
    told(redone, "Rétabli", "Il n’y a rien à rétablir.")
}

fn told(action: Option<UndoneAction>, what: &str, nothing: &str) -> Result<Undone, Failure> {
    let action = action.ok_or_else(|| Failure::refused(nothing))?;
    let sentence = words::spaced(&format!("{what} : {}", words::lowered(&action.sentence)));
    Ok(Undone { sentence, dossier: action.dossier })
}
