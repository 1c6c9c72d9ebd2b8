//! What a first call told, written where it would be asked again: for when, and the registers by the person's word.
//!
//! What needs the adviser's own judgement is not: access to ordinary credit is said after the interview, and the
//! amounts told in round figures are only recalled beside the budget.

use std::collections::BTreeMap;

use domain::assessment::{Assessment, RegisterAnswer, Registers};
use domain::dossier::{DossierId, Screening};
use domain::line::Line;
use domain::project::Project;
use domain::settings::{ListKey, NO};
use store::Writer;

use crate::failure::Failure;
use crate::reading;

/// For when the person needs it, in their words.
const NEEDED_BY: &str = "needed_by";
/// Listed for credit incidents, or for cheques and cards.
const LISTED: &str = "ficp";
/// Under an over-indebtedness procedure.
const OVER_INDEBTEDNESS: &str = "over_indebtedness";
/// Under a guardian.
const PROTECTION: &str = "protection";

/// Writes in a new dossier what the person already answered.
pub(super) fn carry(writer: &Writer<'_>, dossier: DossierId, screening: &Screening) -> Result<(), Failure> {
    if let Some(wanted_for) = screening.answers.get(NEEDED_BY) {
        writer.set_project(dossier, &Project { wanted_for: wanted_for.clone(), ..Project::default() })?;
    }
    let registers = registers(&screening.answers)?;
    if registers != Registers::default() {
        writer.set_assessment(dossier, &Assessment { registers, ..Assessment::default() })?;
    }
    if denied(&screening.answers, PROTECTION) {
        writer.set_answer(dossier, &ListKey::new("protection_measure"), Some(&ListKey::new("none")))?;
    }
    Ok(())
}

/// A no is written with whose word it is; a yes leaves which register, or which step, to be seen.
fn registers(answers: &BTreeMap<String, Line>) -> Result<Registers, Failure> {
    let said = |key| if denied(answers, key) { RegisterAnswer::No } else { RegisterAnswer::ToSee };
    let (listed, over_indebtedness) = (said(LISTED), said(OVER_INDEBTEDNESS));
    if (listed, over_indebtedness) == (RegisterAnswer::ToSee, RegisterAnswer::ToSee) {
        return Ok(Registers::default());
    }
    let how = reading::line("dit par la personne au premier appel", "how")?;
    Ok(Registers { ficp: listed, fcc: listed, over_indebtedness, checked_on: None, how })
}

fn denied(answers: &BTreeMap<String, Line>, key: &str) -> bool {
    answers.get(key).is_some_and(|answer| answer.as_str() == NO)
}
