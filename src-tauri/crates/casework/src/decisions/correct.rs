//! Correcting a fact entered by mistake: another fact of its kind, with the reason,
//! judged with all that follows from it.

use domain::dossier::{Dossier, DossierId, Fact, FactId, FactRefused, Precision, Recorded};
use domain::words;
use serde::Deserialize;
use store::Acted;
use ts_rs::TS;

use super::forms::DecisionForm;
use super::read::FormReading;
use super::view::{DecisionsView, decisions};
use crate::dossiers::{OneDossier, corrected_day, found};
use crate::facts::{admit, recorded_as, sentence};
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::reading;
use app::settings::settings;

/// A fact as it should have been noted.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FactCorrection {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The fact.
    #[ts(type = "number")]
    pub fact: FactId,
    /// Why it is corrected; needed.
    pub reason: String,
    /// What it should have said: the form of its kind.
    pub decision: DecisionForm,
}

/// Corrects a fact entered by mistake; what it said is kept.
pub fn correct_fact(desk: &mut Desk, input: FactCorrection, moment: &Moment) -> Result<DecisionsView, Failure> {
    let settings = desk.read(settings)?;
    let id = input.dossier;
    desk.act("correct_fact", moment, |writer| {
        let dossier = found(writer, id)?;
        let before = standing(&dossier, input.fact)?;
        let reading = FormReading { dossier: &dossier, settings: &settings, moment, corrects: Some(before) };
        let fact = reading.fact(&input.decision)?;
        if fact.kind() != before.fact.kind() {
            return Err(other_kind(&before.fact));
        }
        let mut form = input.decision.clone();
        let known =
            corrected_day(&dossier, before, form.day(), "on", moment)?.map_or(Precision::Day, |(_, known)| known);
        if fact != before.fact || known != before.precision {
            let why = "Le motif de la correction manque : il reste à côté de ce qui était noté.";
            let reason = reading::needed(&input.reason, "correction_reason", why)?;
            admit(&dossier, Some(before.id), &fact, &settings, moment)?;
            writer.correct_fact(id, (before.id, &reason), (&fact, Some(known)), moment.now)?;
        }
        let done = format!("Correction : {}", words::lowered(&sentence(&fact, known, &settings)));
        Ok(Acted {
            value: (),
            sentence: words::spaced(&format!("{done}, {}.", dossier.person.display_name())),
            dossier: Some(id),
            fields: vec![recorded_as(&fact), "correction"],
            draft: Some((Some(id), "correction")),
        })
    })?;
    decisions(desk, OneDossier { dossier: id }, moment)
}

/// The form is not the one of the fact: what corrects it is said.
fn other_kind(fact: &Fact) -> Failure {
    let remedy = if matches!(fact, Fact::Screened(_)) {
        "Les réponses et la durée d’un premier appel se corrigent dans Personne."
    } else {
        "Corrigez-le avec son propre formulaire, ou dans Journal."
    };
    Failure::refused("Ce formulaire ne corrige pas ce fait. Rien n’a été changé.").remedy(remedy)
}

fn standing(dossier: &Dossier, id: FactId) -> Result<&Recorded, Failure> {
    let mut standing = dossier.facts.standing();
    standing.find(|row| row.id == id).ok_or_else(|| FactRefused::NothingToCorrect.into())
}
