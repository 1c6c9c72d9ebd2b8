//! Changing one field of the assessment, on leaving it.

use domain::assessment::{Assessment, CriterionFinding};
use domain::calendar::Toward;
use domain::dossier::DossierId;
use domain::words;
use serde::{Deserialize, Serialize};
use store::Acted;
use ts_rs::TS;

use super::view::{AssessmentView, assessment, finding_label};
use crate::caller::Moment;
use crate::dossiers::{OneDossier, found};
use crate::failure::Failure;
use crate::office::{Desk, settings};
use crate::reading;

/// A field of a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each one is the field of domain::assessment::CriterionFinding")]
pub enum CriterionField {
    Finding,
    Ground,
}

/// One field of a criterion as typed.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CriterionChange {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The criterion.
    pub criterion: String,
    /// The field.
    pub field: CriterionField,
    /// As typed.
    pub value: String,
}

/// A field of the assessment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each one is the field of domain::assessment::Assessment or Registers")]
pub enum AssessmentField {
    Opinion,
    Reasoned,
    Reservation,
    Summary,
    Ficp,
    Fcc,
    OverIndebtedness,
    CheckedOn,
    CheckedHow,
}

/// One field of the assessment as typed.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AssessmentChange {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The field.
    pub field: AssessmentField,
    /// As typed; empty is not known.
    pub value: String,
}

/// Changes what is found of a criterion, or what it rests on.
pub fn change_criterion(desk: &mut Desk, input: CriterionChange, moment: &Moment) -> Result<AssessmentView, Failure> {
    let settings = desk.read(settings)?;
    let criteria = &settings.at(moment.today).lists.criteria;
    let criterion = criteria.iter().find(|criterion| criterion.key.as_str() == input.criterion);
    let criterion = criterion.ok_or_else(|| Failure::from(domain::settings::ListRefused).at("criterion"))?;
    desk.act("change_criterion", moment, |writer| {
        let dossier = found(writer, input.dossier)?;
        let before = dossier.assessment.criteria.get(&criterion.key).cloned().unwrap_or_default();
        let after = changed(&before, &input)?;
        if after != before {
            writer.set_criterion(input.dossier, &criterion.key, &after)?;
        }
        let told = match input.field {
            CriterionField::Finding => format!("Critère « {} » : {}", criterion.label, finding_label(after.finding)),
            CriterionField::Ground => format!("Modification du critère « {} »", criterion.label),
        };
        Ok(Acted {
            value: (),
            sentence: words::spaced(&format!("{told}, {}.", dossier.person.display_name())),
            dossier: Some(input.dossier),
            fields: vec!["criterion"],
            draft: Some((Some(input.dossier), "criterion")),
        })
    })?;
    assessment(desk, OneDossier { dossier: input.dossier }, moment)
}

/// Changes one field of the registers or of the opinion.
pub fn change_assessment(desk: &mut Desk, input: AssessmentChange, moment: &Moment) -> Result<AssessmentView, Failure> {
    desk.act("change_assessment", moment, |writer| {
        let dossier = found(writer, input.dossier)?;
        let mut after = dossier.assessment.clone();
        set(&mut after, &input, moment)?;
        if after != dossier.assessment {
            writer.set_assessment(input.dossier, &after)?;
        }
        Ok(Acted {
            value: (),
            sentence: format!("Modification {}, {}.", label(input.field), dossier.person.display_name()),
            dossier: Some(input.dossier),
            fields: vec![recorded_as(input.field)],
            draft: Some((Some(input.dossier), "assessment")),
        })
    })?;
    assessment(desk, OneDossier { dossier: input.dossier }, moment)
}

fn changed(before: &CriterionFinding, input: &CriterionChange) -> Result<CriterionFinding, Failure> {
    Ok(match input.field {
        CriterionField::Finding => {
            CriterionFinding { finding: reading::word(&input.value, "value")?, ..before.clone() }
        }
        CriterionField::Ground => CriterionFinding { ground: reading::text(&input.value, "value")?, ..before.clone() },
    })
}

fn set(held: &mut Assessment, input: &AssessmentChange, moment: &Moment) -> Result<(), Failure> {
    let typed = input.value.as_str();
    let text = || reading::text(typed, "value");
    let before = held.clone();
    match input.field {
        AssessmentField::Opinion => {
            held.opinion = if typed.is_empty() { None } else { Some(reading::word(typed, "value")?) };
        }
        AssessmentField::Reasoned => held.reasoned = text()?,
        AssessmentField::Reservation => held.reservation = text()?,
        AssessmentField::Summary => held.summary = text()?,
        AssessmentField::Ficp => held.registers.ficp = reading::word(typed, "value")?,
        AssessmentField::Fcc => held.registers.fcc = reading::word(typed, "value")?,
        AssessmentField::OverIndebtedness => held.registers.over_indebtedness = reading::word(typed, "value")?,
        AssessmentField::CheckedOn => {
            let checked_on = reading::date(typed, "value", moment, Toward::Past)?;
            if checked_on.is_some_and(|day| day > moment.today) {
                return Err(Failure::from(domain::dossier::FactRefused::InTheFuture).at("value"));
            }
            held.registers.checked_on = checked_on;
        }
        AssessmentField::CheckedHow => held.registers.how = reading::line(typed, "value")?,
    }
    let opinion = |held: &Assessment| (held.opinion, held.reasoned.clone(), held.reservation.clone());
    if opinion(held) != opinion(&before) {
        held.written_on = Some(moment.today);
    }
    Ok(())
}

fn label(field: AssessmentField) -> &'static str {
    match field {
        AssessmentField::Opinion => "du sens de l’avis",
        AssessmentField::Reasoned => "de l’avis motivé",
        AssessmentField::Reservation => "de la réserve",
        AssessmentField::Summary => "du résumé",
        AssessmentField::Ficp => "de la réponse FICP",
        AssessmentField::Fcc => "de la réponse FCC",
        AssessmentField::OverIndebtedness => "de la réponse sur le surendettement",
        AssessmentField::CheckedOn => "de la date de vérification",
        AssessmentField::CheckedHow => "de la façon de vérifier",
    }
}

/// The field's name in the access journal, which keeps names and never values.
fn recorded_as(field: AssessmentField) -> &'static str {
    match field {
        AssessmentField::Opinion => "assessment_opinion",
        AssessmentField::Reasoned => "assessment_reasoned",
        AssessmentField::Reservation => "assessment_reservation",
        AssessmentField::Summary => "assessment_summary",
        AssessmentField::Ficp => "register_ficp",
        AssessmentField::Fcc => "register_fcc",
        AssessmentField::OverIndebtedness => "register_over_indebtedness",
        AssessmentField::CheckedOn => "register_checked_on",
        AssessmentField::CheckedHow => "register_checked_how",
    }
}
