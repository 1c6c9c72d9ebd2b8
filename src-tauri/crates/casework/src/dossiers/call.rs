//! The grid of the first call, filled or completed when the person is called back, and corrected.
//!
//! A request noted without answers, or to be called back, takes the grid later: each call is a fact of its own, and a
//! later answer counts. A correction keeps what was written, with its reason.

use std::collections::BTreeMap;

use domain::calendar::Toward;
use domain::dossier::{DossierId, Fact, FactId, FactRefused, Screening};
use domain::settings::Settings;
use serde::Deserialize;
use store::{Acted, Writer};
use ts_rs::TS;

use super::prefill::{AnswersChanged, prefill};
use super::record::next_date;
use super::screening::{self, ScreeningForm, read_answers};
use super::view::{DossierView, found, view};
use crate::facts::admit;
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::reading;
use app::settings::settings;

/// A call to a person whose request is noted already.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewScreening {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// What was asked and told, and what follows.
    pub form: ScreeningForm,
    /// The day of the call; today when empty.
    pub on: String,
    /// The next date; needed to call back.
    pub next_date: String,
}

/// A first call as it should have been noted: what follows it is a fact of its own.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ScreeningCorrection {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The call.
    #[ts(type = "number")]
    pub fact: FactId,
    /// The answers by the key of their question.
    pub answers: BTreeMap<String, String>,
    /// How long the call lasted, in minutes.
    pub minutes: String,
    /// Why it is corrected; needed.
    pub reason: String,
}

/// Notes the grid of a call in a dossier that is there already.
pub fn note_screening(desk: &mut Desk, input: NewScreening, moment: &Moment) -> Result<DossierView, Failure> {
    let settings = desk.read(settings)?;
    let id = input.dossier;
    desk.act("note_screening", moment, |writer| {
        let dossier = found(writer, id)?;
        let on = reading::date(&input.on, "on", moment, Toward::Past)?.unwrap_or(moment.today);
        if input.form.outcome.is_empty() {
            let missing =
                "Quelle suite donner à cet appel : information seule, autre solution, rendez-vous, à rappeler ?";
            return Err(Failure::refused(&domain::words::spaced(missing)).at("outcome"));
        }
        let next = reading::date(&input.next_date, "next_date", moment, Toward::Future)?;
        let called = screening::facts(&input.form, on, next.is_some(), &settings, moment)?;
        let before = dossier.facts.screening_answers();
        for fact in &called {
            let known = found(writer, id)?;
            admit(&known, None, fact, &settings, moment)?;
            writer.insert_fact(id, None, fact, moment.now)?;
        }
        if let Some(next) = next {
            let what = reading::line(screening::calls_for(&input.form), "next_date")?;
            writer.insert_fact(
                id,
                None,
                &Fact::NextDateSet(next_date(next, what, "next_date", moment)?),
                moment.now,
            )?;
        }
        fill(writer, id, &before, &settings)?;
        let sentence = format!("Appel noté, {}.", dossier.person.display_name());
        Ok(Acted { value: (), sentence, dossier: Some(id), fields: vec!["screening", "next_date"], draft: draft(id) })
    })?;
    view(desk, id, moment)
}

/// Corrects the answers and the length of a call; what it said is kept.
pub fn correct_screening(desk: &mut Desk, input: ScreeningCorrection, moment: &Moment) -> Result<DossierView, Failure> {
    let settings = desk.read(settings)?;
    let id = input.dossier;
    let why = "Le motif de la correction manque : il reste à côté de ce qui était noté.";
    let reason = reading::needed(&input.reason, "reason", why)?;
    desk.act("correct_screening", moment, |writer| {
        let dossier = found(writer, id)?;
        let row = dossier.facts.standing().find(|row| row.id == input.fact);
        let row = row.ok_or_else(|| Failure::from(FactRefused::NothingToCorrect))?;
        let call = row.fact.screening().ok_or_else(|| Failure::refused("Ce fait n’est pas un appel."))?;
        let answers = read_answers(&input.answers, &settings.at(moment.today).lists.screening)?;
        let minutes = reading::minutes(&input.minutes, "minutes")?;
        let fact = Fact::Screened(Screening { answers, minutes, ..call.clone() });
        if fact == row.fact {
            return Err(Failure::refused("Rien n’est changé : corrigez une réponse ou la durée.").at("reason"));
        }
        admit(&dossier, Some(row.id), &fact, &settings, moment)?;
        let before = dossier.facts.screening_answers();
        writer.correct_fact(id, (row.id, &reason), (&fact, Some(row.precision)), moment.now)?;
        fill(writer, id, &before, &settings)?;
        let sentence = format!("Correction du premier appel, {}.", dossier.person.display_name());
        Ok(Acted { value: (), sentence, dossier: Some(id), fields: vec!["screening", "correction"], draft: draft(id) })
    })?;
    view(desk, id, moment)
}

fn draft(id: DossierId) -> Option<(Option<DossierId>, &'static str)> {
    Some((Some(id), "screening"))
}

/// Writes what the answers of the calls tell now.
fn fill(
    writer: &Writer<'_>,
    id: DossierId,
    before: &BTreeMap<String, domain::line::Line>,
    settings: &Settings,
) -> Result<(), Failure> {
    let dossier = found(writer, id)?;
    let after = dossier.facts.screening_answers();
    let answers = AnswersChanged { before, after: &after };
    prefill(writer, id, (&dossier.project, &dossier.assessment), &answers, &settings.lists.screening)
}
