//! Deciding of a dossier whose time is over: archive it, keep it longer, take the decision back.

use domain::calendar::Toward;
use domain::dossier::{Dossier, DossierId};
use domain::retention::{Retention, RetentionDecision};
use serde::Deserialize;
use store::{Acted, Reader};
use ts_rs::TS;

use super::list::{RetentionAsked, RetentionView, retention_list};
use crate::dossiers::{OneDossier, found};
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::reading;
use app::settings::settings;

/// A dossier to archive, and the need that is written down.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RetentionNeed {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// Why it is still needed.
    pub reason: String,
}

/// A dossier to keep longer.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RetentionExtension {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// Why.
    pub reason: String,
    /// Until which day, as typed.
    pub until: String,
}

/// Sets a dossier aside: it leaves the day and the lists, and stays in the bilans. Refuses one whose time runs.
pub fn archive_dossier(desk: &mut Desk, input: RetentionNeed, moment: &Moment) -> Result<RetentionView, Failure> {
    let missing = "Écrivez le besoin : une archive sans besoin écrit n’est pas permise.";
    let reason = reading::needed(&input.reason, "reason", missing)?;
    decide(desk, ("archive_dossier", input.dossier), moment, |dossier, stands| {
        Ok((stands.archive(moment.today, reason)?, format!("Archivage du dossier {}.", dossier.reference)))
    })
}

/// Keeps a dossier in the active base until a day, for a reason.
pub fn extend_retention(desk: &mut Desk, input: RetentionExtension, moment: &Moment) -> Result<RetentionView, Failure> {
    let reason = reading::needed(&input.reason, "reason", "Écrivez pourquoi garder ce dossier plus longtemps.")?;
    let until = reading::date(&input.until, "until", moment, Toward::Future)?;
    let until = until.ok_or_else(|| Failure::refused("Écrivez jusqu’à quel jour.").at("until"))?;
    decide(desk, ("extend_retention", input.dossier), moment, |dossier, stands| {
        let sentence = format!("Conservation prolongée du dossier {}.", dossier.reference);
        Ok((stands.extend(until, moment.today, reason)?, sentence))
    })
}

/// Takes back the last decision: the dossier comes out of the archives, or is to be decided again.
pub fn take_back_retention(desk: &mut Desk, input: OneDossier, moment: &Moment) -> Result<RetentionView, Failure> {
    decide(desk, ("take_back_retention", input.dossier), moment, |dossier, _| {
        let sentence = format!("Décision de conservation annulée, dossier {}.", dossier.reference);
        Ok((dossier.take_back_retention(moment.today)?, sentence))
    })
}

fn decide(
    desk: &mut Desk,
    (call, id): (&'static str, DossierId),
    moment: &Moment,
    decided: impl FnOnce(&Dossier, Retention) -> Result<(RetentionDecision, String), Failure>,
) -> Result<RetentionView, Failure> {
    let (dossier, stands) = desk.read(|reader| stands(reader, id, moment))?;
    let (decision, sentence) = decided(&dossier, stands)?;
    desk.act(call, moment, |writer| {
        writer.insert_retention_decision(id, &decision, moment.now)?;
        Ok(Acted { value: (), sentence, dossier: Some(id), fields: vec!["retention"], draft: None })
    })?;
    retention_list(desk, RetentionAsked::default(), moment)
}

fn stands(reader: &Reader<'_>, id: DossierId, moment: &Moment) -> Result<(Dossier, Retention), Failure> {
    let dossier = found(reader, id)?;
    let years = settings(reader)?.at(moment.today).retention_years();
    let stands = dossier.retained(years, moment.today);
    Ok((dossier, stands))
}
