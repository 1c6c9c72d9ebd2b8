//! What the answers of a first call write where they would be asked again: for when, and the registers by the person's
//! word. The other facts they give are read from the call itself ([`domain::eligibility`]).
//!
//! A register the adviser noted since is never written over: only what was unknown, or still is what the former
//! answers wrote. Access to ordinary credit needs the adviser's own judgement and is not written; the amounts open
//! the budget when the adviser takes them ([`domain::budget::lines_given_by_phone`]).

use std::collections::BTreeMap;

use domain::assessment::{Assessment, RegisterAnswer, Registers};
use domain::dossier::DossierId;
use domain::line::Line;
use domain::project::Project;
use domain::settings::{NO, ScreeningGrid};
use store::Writer;

use app::failure::Failure;
use app::reading;

/// For when the person needs it, in their words.
const NEEDED_BY: &str = "needed_by";
/// How a register is known when the person said it.
const BY_PHONE: &str = "dit par la personne au premier appel";

/// The answers known before, by the key of their question, and those known now.
pub(super) struct AnswersChanged<'a> {
    pub(super) before: &'a BTreeMap<String, Line>,
    pub(super) after: &'a BTreeMap<String, Line>,
}

/// Writes in a dossier what the answers of its calls tell.
pub(super) fn prefill(
    writer: &Writer<'_>,
    dossier: DossierId,
    (project, assessment): (&Project, &Assessment),
    answers: &AnswersChanged<'_>,
    grid: &ScreeningGrid,
) -> Result<(), Failure> {
    let told = |of: &BTreeMap<String, Line>| of.get(NEEDED_BY).cloned().unwrap_or_default();
    let (before, wanted_for) = (told(answers.before), told(answers.after));
    if project.wanted_for == before && before != wanted_for {
        writer.set_project(dossier, &Project { wanted_for, ..project.clone() })?;
    }
    let registers = registers(&assessment.registers, answers, grid)?;
    if registers != assessment.registers {
        writer.set_assessment(dossier, &Assessment { registers, ..assessment.clone() })?;
    }
    Ok(())
}

/// The registers once the answers changed, with whose word it is.
pub(super) fn registers(
    held: &Registers,
    answers: &AnswersChanged<'_>,
    grid: &ScreeningGrid,
) -> Result<Registers, Failure> {
    let by_phone = held.checked_on.is_none() && (held.how.is_empty() || held.how.as_str() == BY_PHONE);
    if !by_phone {
        return Ok(held.clone());
    }
    let told = |fact, answers| match grid.value_of(fact, answers) {
        None => RegisterAnswer::ToSee,
        Some(NO | Registers::NO_PROCEDURE) => RegisterAnswer::No,
        Some(_) => RegisterAnswer::Yes,
    };
    let now = |fact, held| if told(fact, answers.before) == held { told(fact, answers.after) } else { held };
    let mut registers = Registers {
        ficp: now("ficp_listed", held.ficp),
        fcc: now("fcc_listed", held.fcc),
        over_indebtedness: now("over_indebtedness", held.over_indebtedness),
        ..held.clone()
    };
    let is_told = registers.answers().iter().any(|answer| *answer != RegisterAnswer::ToSee);
    if registers.answers() != held.answers() {
        registers.how = reading::line(if is_told { BY_PHONE } else { "" }, "how")?;
    }
    Ok(registers)
}
