//! Correcting any fact of a story, always with a reason: its day, its words, or that it never took place.
//!
//! What a decision says beside its day and words is corrected by its own form; what no form corrects is said not to
//! have taken place and noted again.

use domain::dossier::{Dossier, DossierId, FactId, FactRefused, Recorded};
use domain::line::Line;
use domain::words::{lowered, spaced};
use serde::Deserialize;
use store::Acted;
use ts_rs::TS;

use super::shapes::StoryView;
use super::view::story;
use crate::dossiers::{OneDossier, corrected_day, found};
use crate::facts::{admit, sentence};
use app::caller::Moment;
use app::desk::Desk;
use app::failure::{FactNames, Failure};
use app::reading;
use app::settings::settings;

/// The day and the words a fact should have had.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EntryCorrection {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The fact.
    #[ts(type = "number")]
    pub fact: FactId,
    /// The day it should have.
    pub on: String,
    /// The words it should have; left out for a fact without words.
    pub words: String,
    /// Why it is corrected; needed.
    pub reason: String,
}

/// A fact that never took place.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EntryRetraction {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The fact.
    #[ts(type = "number")]
    pub fact: FactId,
    /// Why it was noted by mistake; needed.
    pub reason: String,
}

/// Corrects the day or the words of a fact; what it said is kept.
pub fn correct_entry(desk: &mut Desk, input: EntryCorrection, moment: &Moment) -> Result<StoryView, Failure> {
    let settings = desk.read(settings)?;
    let reason = why(&input.reason)?;
    let words = reading::line(&input.words, "words")?;
    desk.act("correct_entry", moment, |writer| {
        let dossier = found(writer, input.dossier)?;
        let before = standing(&dossier, input.fact)?;
        let day = corrected_day(&dossier, before, &input.on, "on", moment)?;
        let (on, known) = day.ok_or_else(|| Failure::refused("Un fait a toujours un jour.").at("on"))?;
        let fact = before.fact.clone().moved_to(on).worded(words);
        if fact == before.fact && known == before.precision {
            return Err(Failure::refused("Rien n’est changé : corrigez le jour ou les mots.").at("on"));
        }
        if let Err(refused) = admit(&dossier, Some(before.id), &fact, &settings, moment) {
            let own = refused.field.is_none() || before.fact.day() != on;
            return Err(if own { refused.at("on") } else { refused });
        }
        writer.correct_fact(input.dossier, (before.id, &reason), (&fact, Some(known)), moment.now)?;
        Ok(acted(&dossier, "Correction", &sentence(&fact, known, &settings)))
    })?;
    story(desk, OneDossier { dossier: input.dossier }, moment)
}

/// Says that a fact never took place; refused while others stand on it.
pub fn retract_entry(desk: &mut Desk, input: EntryRetraction, moment: &Moment) -> Result<StoryView, Failure> {
    let settings = desk.read(settings)?;
    let reason = why(&input.reason)?;
    desk.act("retract_entry", moment, |writer| {
        let dossier = found(writer, input.dossier)?;
        let before = standing(&dossier, input.fact)?;
        let fact = before.fact.clone();
        let never = Recorded { id: FactId::NEW, replaces: Some(before.id), retracted: true, ..before.clone() };
        let names = FactNames { fact: &fact, lender: "", facts: &dossier.facts };
        dossier.facts.admit(never, moment.today).map_err(|refused| kept(refused, &names))?;
        writer.retract_fact(input.dossier, (before.id, &reason), &fact, moment.now)?;
        Ok(acted(&dossier, "Retrait", &sentence(&fact, before.precision, &settings)))
    })?;
    story(desk, OneDossier { dossier: input.dossier }, moment)
}

/// A dossier keeps its request; the rest is refused as it is told anywhere.
fn kept(refused: FactRefused, names: &FactNames<'_>) -> Failure {
    if refused == FactRefused::NoRequest {
        return Failure::refused("La demande est ce qui ouvre le dossier : elle ne se retire pas.")
            .remedy("Corrigez-la, ou effacez le dossier s’il n’a pas lieu d’être.");
    }
    let mut told = names.refusal(refused);
    told.field = None;
    told
}

fn why(typed: &str) -> Result<Line, Failure> {
    reading::needed(typed, "reason", "Le motif manque : il reste à côté de ce qui était noté.")
}

fn standing(dossier: &Dossier, id: FactId) -> Result<&Recorded, Failure> {
    let mut standing = dossier.facts.standing();
    standing.find(|row| row.id == id).ok_or_else(|| FactRefused::NothingToCorrect.into())
}

fn acted(dossier: &Dossier, done: &str, what: &str) -> Acted<()> {
    Acted {
        value: (),
        sentence: spaced(&format!("{done} : {}, {}.", lowered(what), dossier.person.display_name())),
        dossier: Some(dossier.id),
        fields: vec!["correction"],
        draft: Some((Some(dossier.id), "entry")),
    }
}
