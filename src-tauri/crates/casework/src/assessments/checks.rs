//! What is checked of a request: the adviser's answers, and the checks passed over with a reason.
//!
//! A result keeps its word whatever the adviser decides; the reason hangs under it, with its day. Answers about the
//! Banque de France are those of the registers, entered once (*Un coup de pouce pour le microcrédit personnel*,
//! l’évaluation du projet).

mod view;

pub use view::{CheckView, ChecksView, PassedOverView, QuestionView};

pub(super) use view::{fact_rows, shown};
pub(crate) use view::{facts_of, questions};

use domain::assessment::{RegisterAnswer, Registers};
use domain::dossier::{Dossier, DossierId};
use domain::eligibility::{self, CheckFact, CheckResult, Eligible, NO, Override, YES};
use domain::explained::Explained;
use domain::settings::{ListKey, Settings};
use domain::words::{lowered, spaced};
use serde::{Deserialize, Serialize};
use store::{Acted, Writer};
use ts_rs::TS;

use super::view::{AssessmentView, assessment};
use crate::dossiers::{OneDossier, PersonOf, found};
use crate::explained::FigureAsked;
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::reading;
use app::settings::settings;

/// An answer to a fact.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FactAnswer {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The fact.
    pub fact: String,
    /// The answer; empty takes it back.
    pub answer: String,
    /// Of whom, where the registers tell it of each borrower; the applicant when absent.
    #[serde(default)]
    #[ts(optional, as = "Option<PersonOf>")]
    pub of: PersonOf,
}

/// A check passed over.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CheckPassedOver {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The check.
    pub check: String,
    /// Why; needed.
    pub reason: String,
}

/// Which check.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OneCheck {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The check.
    pub check: String,
}

/// Answers a fact that nothing else tells.
pub fn answer_fact(desk: &mut Desk, input: FactAnswer, moment: &Moment) -> Result<AssessmentView, Failure> {
    let settings = desk.read(settings)?;
    desk.act("answer_fact", moment, |writer| {
        let dossier = found(writer, input.dossier)?;
        let fact = asked(&dossier, &settings, &input, moment)?;
        let answer = Some(input.answer.as_str()).filter(|answer| !answer.is_empty());
        if answer.is_some_and(|answer| !fact.takes(answer)) {
            return Err(Failure::refused("Cette réponse n’est pas proposée.").at("answer"));
        }
        let name = input.of.person(&dossier)?.display_name();
        write(writer, &dossier, fact, &input)?;
        let said = answer.map_or("à voir", |answer| fact.said(answer));
        let told = format!("Réponse « {} » : {said}, {name}.", lowered(&fact.label));
        Ok(Acted {
            value: (),
            sentence: spaced(&told),
            dossier: Some(input.dossier),
            fields: vec!["eligibility_answer"],
            draft: None,
        })
    })?;
    assessment(desk, OneDossier { dossier: input.dossier }, moment)
}

/// Passes over a check that is not met or still to verify, with a reason.
pub fn pass_over_check(desk: &mut Desk, input: CheckPassedOver, moment: &Moment) -> Result<AssessmentView, Failure> {
    let settings = desk.read(settings)?;
    desk.act("pass_over_check", moment, |writer| {
        let dossier = found(writer, input.dossier)?;
        let eligible = dossier.checks(&settings, moment.today)?;
        let result = named(&eligible, &input.check)?;
        passable(result)?;
        let reason = reading::text(&input.reason, "reason")?;
        if reason.is_empty() {
            return Err(
                Failure::refused("La raison manque : elle reste au dossier et s’imprime pour la banque.").at("reason")
            );
        }
        writer.set_override(input.dossier, &result.check.key, Some(&Override { on: moment.today, reason }))?;
        Ok(acted(&dossier, &format!("Passé outre : {}", lowered(&result.check.label))))
    })?;
    assessment(desk, OneDossier { dossier: input.dossier }, moment)
}

/// Comes back to the rule of a check that was passed over.
pub fn return_to_rule(desk: &mut Desk, input: OneCheck, moment: &Moment) -> Result<AssessmentView, Failure> {
    let settings = desk.read(settings)?;
    desk.act("return_to_rule", moment, |writer| {
        let dossier = found(writer, input.dossier)?;
        let eligible = dossier.checks(&settings, moment.today)?;
        let result = named(&eligible, &input.check)?;
        if result.passed_over.is_none() {
            return Err(Failure::gone("Cette raison"));
        }
        writer.set_override(input.dossier, &result.check.key, None)?;
        Ok(acted(&dossier, &format!("Retour à la règle : {}", lowered(&result.check.label))))
    })?;
    assessment(desk, OneDossier { dossier: input.dossier }, moment)
}

/// A figure of the assessment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AssessmentFigure {
    /// The result of a check.
    Check,
}

/// Where the result of a check comes from; nothing for a check that is not in the list.
pub(crate) fn explained(
    dossier: &Dossier,
    settings: &Settings,
    asked: &FigureAsked,
    moment: &Moment,
) -> Result<Option<Explained>, Failure> {
    let eligible = dossier.checks(settings, moment.today)?;
    let result = eligible.result(asked.check.as_deref().unwrap_or_default());
    Ok(result.map(|result| eligibility::explained(result, &eligible, &settings.lists.facts)))
}

/// The fact, when the adviser may answer it now.
fn asked<'s>(
    dossier: &Dossier,
    settings: &'s Settings,
    input: &FactAnswer,
    moment: &Moment,
) -> Result<&'s CheckFact, Failure> {
    let fact = settings.lists.facts.iter().find(|fact| fact.key.as_str() == input.fact);
    let fact = fact.ok_or_else(|| Failure::refused("Cette question n’est pas dans la liste.").at("fact"))?;
    let eligible = dossier.checks(settings, moment.today)?;
    // What was answered is taken back even once it is not asked any more.
    if eligible.facts.is_asked(fact) || input.answer.is_empty() {
        return Ok(fact);
    }
    Err(Failure::refused("Cette réponse se lit déjà dans le dossier ou ne concerne pas cette demande.")
        .remedy("Corrigez-la là où elle est notée.")
        .at("fact"))
}

/// Writes an answer where it is kept: the registers of the Banque de France, or the answers.
fn write(writer: &Writer<'_>, dossier: &Dossier, fact: &CheckFact, input: &FactAnswer) -> Result<(), Failure> {
    let answer = Some(input.answer.as_str()).filter(|answer| !answer.is_empty());
    let mut held = dossier.assessment.clone();
    let listed = match answer {
        Some(YES) => RegisterAnswer::Yes,
        Some(NO) => RegisterAnswer::No,
        Some(_) | None => RegisterAnswer::ToSee,
    };
    let registers = input.of.registers(&mut held);
    let answer_at = |key: &str| writer.set_answer(dossier.id, &ListKey::new(key), answer.map(ListKey::new).as_ref());
    match (fact.key.as_str(), input.of) {
        ("ficp_listed", _) => registers.ficp = listed,
        ("fcc_listed", _) => registers.fcc = listed,
        (key @ "over_indebtedness", of) => {
            registers.over_indebtedness = Registers::listed_at(answer);
            answer_at(if of == PersonOf::CoBorrower { Registers::CO_PROCEDURE } else { key })?;
        }
        (key, _) => answer_at(key)?,
    }
    Ok(writer.set_assessment(dossier.id, &held)?)
}

fn named<'e, 's>(eligible: &'e Eligible<'s>, check: &str) -> Result<&'e CheckResult<'s>, Failure> {
    eligible.result(check).ok_or_else(|| Failure::refused("Cette vérification n’est pas dans la liste.").at("check"))
}

fn passable(result: &CheckResult<'_>) -> Result<(), Failure> {
    if !result.is_open() {
        return Err(Failure::refused("Cette vérification ne demande rien : inutile de passer outre.").at("check"));
    }
    if !result.check.may_be_passed_over() {
        let remedy = result.check.remedy.as_deref().unwrap_or(&result.check.rule);
        return Err(Failure::refused("On ne peut pas passer outre à cette règle.").remedy(remedy).at("check"));
    }
    Ok(())
}

fn acted(dossier: &Dossier, what: &str) -> Acted<()> {
    Acted {
        value: (),
        sentence: spaced(&format!("{what}, {}.", dossier.person.display_name())),
        dossier: Some(dossier.id),
        fields: vec!["check_override"],
        draft: Some((Some(dossier.id), "check_passed_over")),
    }
}

#[cfg(test)]
mod tests;
