//! Changing one field of the project, on leaving it.

use domain::dossier::DossierId;
use domain::project::Project;
use serde::{Deserialize, Serialize};
use store::Acted;
use ts_rs::TS;

use super::check_sums;
use super::view::{ProjectView, project};
use crate::dossiers::{OneDossier, found};
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::reading;

/// A field of the project; its purpose is one of the request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each one is the field of domain::project::Project")]
pub enum ProjectField {
    Story,
    WantedFor,
    Justification,
    DebtEffect,
    PaymentMeans,
    OwnShare,
    OwnShareNote,
}

/// One field of the project as typed.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ProjectChange {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The field.
    pub field: ProjectField,
    /// As typed; empty is not known.
    pub value: String,
}

/// Changes one field of the project.
pub fn change_project(desk: &mut Desk, input: ProjectChange, moment: &Moment) -> Result<ProjectView, Failure> {
    desk.act("change_project", moment, |writer| {
        let mut dossier = found(writer, input.dossier)?;
        let before = dossier.project.clone();
        set(&mut dossier.project, input.field, &input.value)?;
        check_sums(&dossier).map_err(|failure| failure.at("value"))?;
        if dossier.project != before {
            writer.set_project(input.dossier, &dossier.project)?;
        }
        Ok(Acted {
            value: (),
            sentence: format!("Modification {}, {}.", label(input.field), dossier.person.display_name()),
            dossier: Some(input.dossier),
            fields: vec![recorded_as(input.field)],
            draft: Some((Some(input.dossier), "project")),
        })
    })?;
    project(desk, OneDossier { dossier: input.dossier }, moment)
}

fn set(project: &mut Project, field: ProjectField, typed: &str) -> Result<(), Failure> {
    match field {
        ProjectField::Story => project.story = reading::text(typed, "value")?,
        ProjectField::WantedFor => project.wanted_for = reading::line(typed, "value")?,
        ProjectField::Justification => project.justification = reading::text(typed, "value")?,
        ProjectField::DebtEffect => project.debt_effect = reading::text(typed, "value")?,
        ProjectField::PaymentMeans => project.payment_means = reading::line(typed, "value")?,
        ProjectField::OwnShare => project.own_share = reading::amount(typed, "value")?,
        ProjectField::OwnShareNote => project.own_share_note = reading::line(typed, "value")?,
    }
    Ok(())
}

fn label(field: ProjectField) -> &'static str {
    match field {
        ProjectField::Story => "du récit du projet",
        ProjectField::WantedFor => "de la date voulue du projet",
        ProjectField::Justification => "de la justification du montant",
        ProjectField::DebtEffect => "de l’effet du prêt sur les dettes",
        ProjectField::PaymentMeans => "du mode de versement",
        ProjectField::OwnShare => "de l’apport",
        ProjectField::OwnShareNote => "de l’origine de l’apport",
    }
}

/// The field's name in the access journal, which keeps names and never values.
fn recorded_as(field: ProjectField) -> &'static str {
    match field {
        ProjectField::Story => "project_story",
        ProjectField::WantedFor => "project_wanted_for",
        ProjectField::Justification => "project_justification",
        ProjectField::DebtEffect => "project_debt_effect",
        ProjectField::PaymentMeans => "project_payment_means",
        ProjectField::OwnShare => "project_own_share",
        ProjectField::OwnShareNote => "project_own_share_note",
    }
}
