//! Changing one field of the assessment, on leaving it.

use domain::assessment::{Assessment, CriterionFinding};
use domain::calendar::Toward;
use domain::dossier::DossierId;
use domain::words;
use serde::{Deserialize, Serialize};
use store::Acted;
use ts_rs::TS;

use super::view::{AssessmentView, assessment, finding_label};
use crate::dossiers::{OneDossier, PersonOf, found};
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::reading;
use app::settings::settings;

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
    CoFicp,
    CoFcc,
    CoOverIndebtedness,
    CoCheckedOn,
    CoCheckedHow,
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
        let person = input.field.of().person(&dossier)?;
        let mut after = dossier.assessment.clone();
        set(&mut after, &input, moment)?;
        writer.set_assessment(input.dossier, &after)?;
        let (said, recorded) = names(input.field);
        Ok(Acted {
            value: (),
            sentence: format!("Modification {said}, {}.", person.display_name()),
            dossier: Some(input.dossier),
            fields: vec![recorded],
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
    let registers = input.field.of().registers(held);
    match input.field {
        AssessmentField::Opinion => {
            held.opinion = if typed.is_empty() { None } else { Some(reading::word(typed, "value")?) };
        }
        AssessmentField::Reasoned => held.reasoned = text()?,
        AssessmentField::Reservation => held.reservation = text()?,
        AssessmentField::Summary => held.summary = text()?,
        AssessmentField::Ficp | AssessmentField::CoFicp => registers.ficp = reading::word(typed, "value")?,
        AssessmentField::Fcc | AssessmentField::CoFcc => registers.fcc = reading::word(typed, "value")?,
        AssessmentField::OverIndebtedness | AssessmentField::CoOverIndebtedness => {
            registers.over_indebtedness = reading::word(typed, "value")?;
        }
        AssessmentField::CheckedOn | AssessmentField::CoCheckedOn => {
            let checked_on = reading::date(typed, "value", moment, Toward::Past)?;
            if checked_on.is_some_and(|day| day > moment.today) {
                return Err(Failure::from(domain::dossier::FactRefused::InTheFuture).at("value"));
            }
            registers.checked_on = checked_on;
        }
        AssessmentField::CheckedHow | AssessmentField::CoCheckedHow => registers.how = reading::line(typed, "value")?,
    }
    let opinion = |held: &Assessment| (held.opinion, held.reasoned.clone(), held.reservation.clone());
    if opinion(held) != opinion(&before) {
        held.written_on = Some(moment.today);
    }
    Ok(())
}

impl AssessmentField {
    /// Whose registers it is of; the applicant's for what is of the dossier.
    fn of(self) -> PersonOf {
        use AssessmentField::{CoCheckedHow, CoCheckedOn, CoFcc, CoFicp, CoOverIndebtedness};
        let together = [CoFicp, CoFcc, CoOverIndebtedness, CoCheckedOn, CoCheckedHow];
        if together.contains(&self) { PersonOf::CoBorrower } else { PersonOf::Applicant }
    }
}

/// The field after « Modification », and its name in the access journal, which keeps names and never values.
fn names(field: AssessmentField) -> (&'static str, &'static str) {
    match field {
        AssessmentField::Opinion => ("du sens de l’avis", "assessment_opinion"),
        AssessmentField::Reasoned => ("de l’avis motivé", "assessment_reasoned"),
        AssessmentField::Reservation => ("de la réserve", "assessment_reservation"),
        AssessmentField::Summary => ("du résumé", "assessment_summary"),
        AssessmentField::Ficp | AssessmentField::CoFicp => ("de la réponse FICP", "register_ficp"),
        AssessmentField::Fcc | AssessmentField::CoFcc => ("de la réponse FCC", "register_fcc"),
        AssessmentField::OverIndebtedness | AssessmentField::CoOverIndebtedness => {
            ("de la réponse sur le surendettement", "register_over_indebtedness")
        }
        AssessmentField::CheckedOn | AssessmentField::CoCheckedOn => {
            ("de la date de vérification", "register_checked_on")
        }
        AssessmentField::CheckedHow | AssessmentField::CoCheckedHow => {
            ("de la façon de vérifier", "register_checked_how")
        }
    }
}
