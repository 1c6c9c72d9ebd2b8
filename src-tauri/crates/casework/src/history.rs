//! Undo and redo: one mechanism for every action.

use domain::dossier::{DossierId, Fact};
use domain::paper::{after_call, after_fact};
use domain::words;
use serde::Serialize;
use store::{LastAction, UndoneAction};
use ts_rs::TS;

use crate::dossiers::found;
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
    /// What the last action calls for.
    pub follows: Option<Following>,
}

/// What an action calls for: a paper, a line in one's calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Following {
    /// Its dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The key of its paper; absent when it has none.
    pub paper: Option<String>,
    /// Whether an appointment was agreed.
    pub appointment: bool,
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
    let follows = state.undo.as_ref().map(|last| following(desk, last)).transpose()?.flatten();
    let undo_dossier = state.undo.as_ref().and_then(|last| last.dossier);
    let sentence = |last: LastAction| last.sentence;
    Ok(UndoState { undo: state.undo.map(sentence), undo_dossier, redo: state.redo.map(sentence), follows })
}

/// What an action calls for, by the facts it noted: the last that has a paper.
fn following(desk: &Desk, last: &LastAction) -> Result<Option<Following>, Failure> {
    let Some(id) = last.dossier else { return Ok(None) };
    let by_call = after_call(&last.call);
    if last.facts.is_empty() && by_call.is_none() {
        return Ok(None);
    }
    desk.read(|reader| {
        let dossier = found(reader, id)?;
        let facts = dossier.facts.standing().filter(|row| last.facts.contains(&row.id)).map(|row| &row.fact);
        let facts: Vec<&Fact> = facts.collect();
        let appointment = facts.iter().any(|fact| matches!(fact, Fact::AppointmentSet(_)));
        let paper = facts.iter().rev().find_map(|fact| after_fact(fact)).or(by_call);
        let follows = Following { dossier: id, paper: paper.map(ToOwned::to_owned), appointment };
        Ok((follows.paper.is_some() || appointment).then_some(follows))
    })
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
