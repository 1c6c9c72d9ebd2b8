//! Aids sought before the loan: only those obtained are counted.

use domain::dossier::{Dossier, DossierId};
use domain::project::{Aid, AidId, AidStatus};
use serde::Deserialize;
use ts_rs::TS;

use super::view::{ProjectView, project};
use super::{acted, check_room, check_sums, past};
use crate::dossiers::{OneDossier, found};
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::reading;

/// An aid as typed.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewAid {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// Who gives it.
    pub provider: String,
    /// What it is; needed.
    pub label: String,
    /// Where it stands.
    pub status: String,
    /// The day it was asked.
    pub asked_on: String,
    /// The day of the answer.
    pub answered_on: String,
    /// How much, obtained or hoped for.
    pub amount: String,
    /// Why, or on what condition.
    pub reason: String,
}

/// An aid changed, as typed.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AidChange {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The aid.
    #[ts(type = "number")]
    pub aid: AidId,
    /// Who gives it.
    pub provider: String,
    /// What it is; needed.
    pub label: String,
    /// Where it stands.
    pub status: String,
    /// The day it was asked.
    pub asked_on: String,
    /// The day of the answer.
    pub answered_on: String,
    /// How much, obtained or hoped for.
    pub amount: String,
    /// Why, or on what condition.
    pub reason: String,
}

/// Which aid.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OneAid {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The aid.
    #[ts(type = "number")]
    pub aid: AidId,
}

/// Adds an aid.
pub fn add_aid(desk: &mut Desk, input: NewAid, moment: &Moment) -> Result<ProjectView, Failure> {
    let aid = read_aid(&input, AidId(0), moment)?;
    desk.act("add_aid", moment, |writer| {
        let dossier = found(writer, input.dossier)?;
        check_room(dossier.project.aids.len(), "label")?;
        writer.insert_aid(input.dossier, &aid)?;
        check_sums(&found(writer, input.dossier)?)?;
        Ok(acted(&dossier, &format!("Ajout de l’aide « {} »", aid.label), "aids", "aid"))
    })?;
    project(desk, OneDossier { dossier: input.dossier }, moment)
}

/// Changes an aid.
pub fn change_aid(desk: &mut Desk, input: AidChange, moment: &Moment) -> Result<ProjectView, Failure> {
    let (id, one) = (input.dossier, input.aid);
    let aid = read_aid(&NewAid::from(input), one, moment)?;
    desk.act("change_aid", moment, |writer| {
        let dossier = found(writer, id)?;
        if aid != *aid_of(&dossier, one)? {
            writer.update_aid(id, &aid)?;
            check_sums(&found(writer, id)?)?;
        }
        Ok(acted(&dossier, &format!("Modification de l’aide « {} »", aid.label), "aids", "aid"))
    })?;
    project(desk, OneDossier { dossier: id }, moment)
}

/// Takes an aid out.
pub fn remove_aid(desk: &mut Desk, input: OneAid, moment: &Moment) -> Result<ProjectView, Failure> {
    desk.act("remove_aid", moment, |writer| {
        let dossier = found(writer, input.dossier)?;
        let aid = aid_of(&dossier, input.aid)?;
        writer.delete_aid(input.dossier, input.aid)?;
        Ok(acted(&dossier, &format!("Retrait de l’aide « {} »", aid.label), "aids", "aid"))
    })?;
    project(desk, OneDossier { dossier: input.dossier }, moment)
}

impl From<AidChange> for NewAid {
    fn from(change: AidChange) -> Self {
        Self {
            dossier: change.dossier,
            provider: change.provider,
            label: change.label,
            status: change.status,
            asked_on: change.asked_on,
            answered_on: change.answered_on,
            amount: change.amount,
            reason: change.reason,
        }
    }
}

fn read_aid(input: &NewAid, id: AidId, moment: &Moment) -> Result<Aid, Failure> {
    let asked_on = past(&input.asked_on, "asked_on", moment)?;
    let answered_on = past(&input.answered_on, "answered_on", moment)?;
    if asked_on.zip(answered_on).is_some_and(|(asked, answered)| answered < asked) {
        return Err(Failure::refused("La réponse serait arrivée avant la demande.").at("answered_on"));
    }
    let status = reading::word(&input.status, "status")?;
    let amount = reading::amount(&input.amount, "amount")?;
    if status == AidStatus::Obtained && amount.is_none() {
        return Err(Failure::refused("Une aide obtenue a un montant : il entre dans le plan.").at("amount"));
    }
    let reason = reading::line(&input.reason, "reason")?;
    let unreasoned = match status {
        AidStatus::Refused => Some("Un refus a sa raison : deux mots pour dire pourquoi."),
        AidStatus::NotApplicable => Some("Sans objet, pour quelle raison ? Deux mots suffisent."),
        AidStatus::ToAsk | AidStatus::Asked | AidStatus::Obtained => None,
    };
    if let Some(asked) = unreasoned.filter(|_| reason.is_empty()) {
        return Err(Failure::refused(asked).at("reason"));
    }
    Ok(Aid {
        id,
        provider: reading::line(&input.provider, "provider")?,
        label: reading::needed(&input.label, "label", "Le nom de l’aide manque : un mot suffit.")?,
        status,
        asked_on,
        answered_on,
        amount,
        reason,
    })
}

fn aid_of(dossier: &Dossier, id: AidId) -> Result<&Aid, Failure> {
    dossier.project.aids.iter().find(|aid| aid.id == id).ok_or_else(|| Failure::gone("Cette aide"))
}
