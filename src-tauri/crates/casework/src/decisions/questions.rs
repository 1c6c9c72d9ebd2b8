//! What a lender's agreement asks of its own, answered in the dossier and printed in its file.

use domain::calendar::Toward;
use domain::dossier::{Dossier, DossierId};
use domain::line::Line;
use domain::settings::{AnswerKind, LenderAgreement, ListKey, OwnQuestion, RulesAt};
use domain::words::spaced;
use serde::{Deserialize, Serialize};
use store::Acted;
use ts_rs::TS;

use super::view::{DecisionsView, decisions};
use crate::dossiers::{OneDossier, found};
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::reading;
use app::settings::settings;

/// A question of the lender, with its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct LenderQuestion {
    /// The lender.
    pub lender: String,
    /// Its key.
    pub key: String,
    /// What is asked.
    pub label: String,
    /// What its answer is.
    pub kind: String,
    /// Whether the lender wants it answered.
    pub required: bool,
    /// The answer; may be empty.
    pub answer: String,
}

/// The answer to a lender's own question.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LenderAnswer {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The lender.
    pub lender: String,
    /// The question.
    pub question: String,
    /// The answer as typed; empty takes it back.
    pub answer: String,
}

/// Answers a question that a lender's agreement asks of its own.
pub fn answer_lender_question(desk: &mut Desk, input: LenderAnswer, moment: &Moment) -> Result<DecisionsView, Failure> {
    let settings = desk.read(settings)?;
    let id = input.dossier;
    desk.act("answer_lender_question", moment, |writer| {
        let dossier = found(writer, id)?;
        let lender = ListKey::new(&input.lender);
        let rules = settings.at(moment.today);
        let agreement = rules.lender(&lender).and_then(|at| at.agreement);
        let questions = agreement.map(|dated| dated.value.questions.as_slice()).unwrap_or_default();
        let question = questions.iter().find(|one| one.key.as_str() == input.question);
        let question = question.ok_or_else(|| Failure::gone("Cette question"))?;
        let answer = read(&input.answer, question.kind, moment)?;
        writer.set_lender_answer(id, (&lender, &question.key), &answer)?;
        let sentence = format!("Réponse à la banque : {}, {}.", question.label, dossier.person.display_name());
        Ok(Acted {
            value: (),
            sentence: spaced(&sentence),
            dossier: Some(id),
            fields: vec!["lender_answer"],
            draft: None,
        })
    })?;
    decisions(desk, OneDossier { dossier: id }, moment)
}

/// The questions of the lender the loan is asked of, each with its answer.
pub fn asked_of(dossier: &Dossier, rules: &RulesAt<'_>) -> Vec<LenderQuestion> {
    let Some((lender, agreement)) = of_lender(dossier, rules) else { return Vec::new() };
    let answers = &dossier.eligibility.lender_answers;
    let shown = |question: &OwnQuestion| LenderQuestion {
        lender: lender.as_str().to_owned(),
        key: question.key.as_str().to_owned(),
        label: spaced(question.label.as_str()),
        kind: question.kind.key().to_owned(),
        required: question.required,
        answer: answers.get(&(lender.clone(), question.key.clone())).map(Line::to_string).unwrap_or_default(),
    };
    agreement.questions.iter().map(shown).collect()
}

/// The lender the loan is asked of and what was signed with it.
fn of_lender<'s>(dossier: &Dossier, rules: &RulesAt<'s>) -> Option<(ListKey, &'s LenderAgreement)> {
    let lender = dossier.loan_lender()?.clone();
    let agreement = rules.lender(&lender)?.agreement?;
    Some((lender, &agreement.value))
}

/// An answer as it is kept: read by its kind, written as people write it.
fn read(typed: &str, kind: AnswerKind, moment: &Moment) -> Result<Line, Failure> {
    let field = "answer";
    if typed.trim().is_empty() {
        return Ok(Line::default());
    }
    let words = match kind {
        AnswerKind::Text => typed.to_owned(),
        AnswerKind::YesNo => match typed {
            "yes" => "oui".to_owned(),
            "no" => "non".to_owned(),
            _ => return Err(Failure::refused("Répondez par oui ou par non.").at(field)),
        },
        AnswerKind::Day => {
            let day = reading::date(typed, field, moment, Toward::Past)?;
            day.map(domain::words::numeric_date).unwrap_or_default()
        }
        AnswerKind::Amount => reading::amount(typed, field)?.map(domain::money::Euros::bare).unwrap_or_default(),
        AnswerKind::Number => reading::whole(typed, field)?.map(|number| number.to_string()).unwrap_or_default(),
    };
    reading::line(&words, field)
}
