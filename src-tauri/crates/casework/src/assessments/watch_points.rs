//! The watch points: what could happen, and what is planned for it.

use domain::assessment::{WatchPoint, WatchPointId};
use domain::dossier::{Dossier, DossierId};
use domain::words;
use serde::Deserialize;
use store::Acted;
use ts_rs::TS;

use super::view::{AssessmentView, assessment};
use crate::dossiers::{OneDossier, found};
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::reading;

/// The most watch points of a dossier.
const MOST: usize = 30;

/// A watch point as typed.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewWatchPoint {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// What could happen; needed.
    pub risk: String,
    /// What is planned.
    pub answer: String,
}

/// A watch point changed, as typed.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WatchPointChange {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The watch point.
    #[ts(type = "number")]
    pub point: WatchPointId,
    /// What could happen; needed.
    pub risk: String,
    /// What is planned.
    pub answer: String,
}

/// Which watch point.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OneWatchPoint {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The watch point.
    #[ts(type = "number")]
    pub point: WatchPointId,
}

/// Adds a watch point.
pub fn add_watch_point(desk: &mut Desk, input: NewWatchPoint, moment: &Moment) -> Result<AssessmentView, Failure> {
    let point = read(&input.risk, &input.answer, WatchPointId(0))?;
    desk.act("add_watch_point", moment, |writer| {
        let dossier = found(writer, input.dossier)?;
        if dossier.assessment.watch_points.len() >= MOST {
            return Err(Failure::refused(&format!("Un dossier a {MOST} points de vigilance au plus.")).at("risk"));
        }
        writer.insert_watch_point(input.dossier, &point)?;
        Ok(acted(&dossier, "Ajout d’un point de vigilance"))
    })?;
    assessment(desk, OneDossier { dossier: input.dossier }, moment)
}

/// Changes a watch point.
pub fn change_watch_point(
    desk: &mut Desk,
    input: WatchPointChange,
    moment: &Moment,
) -> Result<AssessmentView, Failure> {
    let point = read(&input.risk, &input.answer, input.point)?;
    desk.act("change_watch_point", moment, |writer| {
        let dossier = found(writer, input.dossier)?;
        if point != *point_of(&dossier, input.point)? {
            writer.update_watch_point(input.dossier, &point)?;
        }
        Ok(acted(&dossier, "Modification d’un point de vigilance"))
    })?;
    assessment(desk, OneDossier { dossier: input.dossier }, moment)
}

/// Takes a watch point out.
pub fn remove_watch_point(desk: &mut Desk, input: OneWatchPoint, moment: &Moment) -> Result<AssessmentView, Failure> {
    desk.act("remove_watch_point", moment, |writer| {
        let dossier = found(writer, input.dossier)?;
        point_of(&dossier, input.point)?;
        writer.delete_watch_point(input.dossier, input.point)?;
        Ok(acted(&dossier, "Retrait d’un point de vigilance"))
    })?;
    assessment(desk, OneDossier { dossier: input.dossier }, moment)
}

fn read(risk: &str, answer: &str, id: WatchPointId) -> Result<WatchPoint, Failure> {
    let risk = reading::needed(risk, "risk", "Ce qui pourrait arriver manque : quelques mots suffisent.")?;
    Ok(WatchPoint { id, risk, answer: reading::line(answer, "answer")? })
}

fn point_of(dossier: &Dossier, id: WatchPointId) -> Result<&WatchPoint, Failure> {
    let point = dossier.assessment.watch_points.iter().find(|point| point.id == id);
    point.ok_or_else(|| Failure::gone("Ce point de vigilance"))
}

fn acted(dossier: &Dossier, what: &str) -> Acted<()> {
    Acted {
        value: (),
        sentence: words::spaced(&format!("{what}, {}.", dossier.person.display_name())),
        dossier: Some(dossier.id),
        fields: vec!["watch_points"],
        draft: Some((Some(dossier.id), "watch_point")),
    }
}
