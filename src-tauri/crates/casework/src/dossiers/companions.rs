//! Who else accompanies the person: other professionals, a guardian, a relative; one single referent.

use domain::companion::{Companion, CompanionId, CompanionRole};
use domain::dossier::{Dossier, DossierId};
use domain::words::{self, Labelled};
use serde::{Deserialize, Serialize};
use store::{Acted, Writer};
use ts_rs::TS;

use super::view::{DossierView, view};
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::reading;

/// A companion as typed.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CompanionForm {
    /// What they are to the person.
    pub role: String,
    /// Their name; needed.
    pub name: String,
    /// Where they work.
    pub organisation: String,
    /// How to reach them.
    pub reach: String,
    /// Where letters reach them.
    pub address: String,
    /// The day of the written agreement; empty without one.
    pub agreed_on: String,
    /// Whether they are the single referent.
    pub lead: bool,
}

/// A companion to be added.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewCompanion {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// What is typed.
    pub form: CompanionForm,
}

/// A companion described anew.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CompanionChange {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// Which one.
    #[ts(type = "number")]
    pub companion: CompanionId,
    /// What is typed.
    pub form: CompanionForm,
}

/// Which companion.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OneCompanion {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// Which one.
    #[ts(type = "number")]
    pub companion: CompanionId,
}

/// A companion, as the room shows them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "Companion")]
pub struct CompanionView {
    /// Their number.
    #[ts(type = "number")]
    pub id: CompanionId,
    /// What they are to the person.
    pub role: String,
    /// The same in words.
    pub role_label: String,
    /// Their name.
    pub name: String,
    /// Where they work.
    pub organisation: String,
    /// How to reach them.
    pub reach: String,
    /// Where letters reach them.
    pub address: String,
    /// The day of the written agreement, as fields show it.
    pub agreed_on: String,
    /// The agreement in words: `échange accepté par écrit le 9 novembre 2026`.
    pub agreed_text: String,
    /// Whether they are the single referent.
    pub lead: bool,
}

/// Adds someone who accompanies the person too.
pub fn add_companion(desk: &mut Desk, input: NewCompanion, moment: &Moment) -> Result<DossierView, Failure> {
    let companion = read(CompanionId(0), &input.form, moment)?;
    desk.act("add_companion", moment, |writer| {
        let dossier = super::found(writer, input.dossier)?;
        one_referent(writer, &dossier, &companion)?;
        writer.insert_companion(input.dossier, &companion)?;
        Ok(acted(&dossier, "Ajout d’un accompagnant"))
    })?;
    view(desk, input.dossier, moment)
}

/// Describes a companion anew.
pub fn change_companion(desk: &mut Desk, input: CompanionChange, moment: &Moment) -> Result<DossierView, Failure> {
    let companion = read(input.companion, &input.form, moment)?;
    desk.act("change_companion", moment, |writer| {
        let dossier = super::found(writer, input.dossier)?;
        let known = dossier.companions.iter().find(|one| one.id == companion.id);
        let known = known.ok_or_else(|| Failure::gone("Cet accompagnant"))?;
        if *known != companion {
            one_referent(writer, &dossier, &companion)?;
            writer.update_companion(input.dossier, &companion)?;
        }
        Ok(acted(&dossier, "Modification d’un accompagnant"))
    })?;
    view(desk, input.dossier, moment)
}

/// Takes a companion out.
pub fn remove_companion(desk: &mut Desk, input: OneCompanion, moment: &Moment) -> Result<DossierView, Failure> {
    desk.act("remove_companion", moment, |writer| {
        let dossier = super::found(writer, input.dossier)?;
        writer.delete_companion(input.dossier, input.companion)?;
        Ok(acted(&dossier, "Retrait d’un accompagnant"))
    })?;
    view(desk, input.dossier, moment)
}

/// A new referent takes the place of the one before: there is one alone.
fn one_referent(writer: &Writer<'_>, dossier: &Dossier, companion: &Companion) -> Result<(), Failure> {
    if !companion.lead {
        return Ok(());
    }
    for other in dossier.companions.iter().filter(|other| other.lead && other.id != companion.id) {
        writer.update_companion(dossier.id, &Companion { lead: false, ..other.clone() })?;
    }
    Ok(())
}

fn read(id: CompanionId, form: &CompanionForm, moment: &Moment) -> Result<Companion, Failure> {
    let agreed_on = reading::date(&form.agreed_on, "agreed_on", moment, domain::calendar::Toward::Past)?;
    if agreed_on.is_some_and(|day| day > moment.today) {
        return Err(Failure::refused("Cet accord est à venir : notez-le une fois signé.").at("agreed_on"));
    }
    Ok(Companion {
        id,
        role: reading::word(&form.role, "role")?,
        name: reading::needed(&form.name, "name", "Le nom de l’accompagnant manque.")?,
        organisation: reading::line(&form.organisation, "organisation")?,
        reach: reading::line(&form.reach, "reach")?,
        address: reading::line(&form.address, "address")?,
        agreed_on,
        lead: form.lead,
    })
}

fn acted(dossier: &Dossier, what: &str) -> Acted<()> {
    Acted {
        value: (),
        sentence: format!("{what}, {}.", dossier.person.display_name()),
        dossier: Some(dossier.id),
        fields: vec!["companions"],
        draft: None,
    }
}

pub(super) fn shown(companion: &Companion) -> CompanionView {
    let (to_what, none) = match companion.role {
        CompanionRole::Guardian => ("prêt", "pas encore d’accord écrit pour le prêt"),
        CompanionRole::Professional | CompanionRole::Relative => ("échange", "pas d’accord écrit pour échanger"),
    };
    let agreed = companion.agreed_on.map(|day| format!("{to_what} accepté par écrit le {}", words::long_date(day)));
    CompanionView {
        id: companion.id,
        role: companion.role.key().to_owned(),
        role_label: companion.role.label().to_owned(),
        name: companion.name.to_string(),
        organisation: companion.organisation.to_string(),
        reach: companion.reach.to_string(),
        address: companion.address.to_string(),
        agreed_on: companion.agreed_on.map(words::numeric_date).unwrap_or_default(),
        agreed_text: agreed.unwrap_or_else(|| none.to_owned()),
        lead: companion.lead,
    }
}
