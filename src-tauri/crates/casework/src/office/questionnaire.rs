//! The questionnaire: its questions are changed, added, asked no more or again, never deleted.
//!
//! A question keeps its key, so that what was answered stays what was asked: an answer may be worded anew and others
//! added after it, none is taken out. One that is for some purposes alone is asked of their loans.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::dossier::SurveyMoment;
use domain::settings::{Dated, ListKey, Lists, SurveyChoice, SurveyQuestion};
use domain::words::{Labelled, folded, long_date, lowered, spaced};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::lists::free_key;
use super::products::{category_labels, read_categories};
use super::{Desk, Nothing, acted};
use app::caller::Moment;
use app::failure::Failure;
use app::reading;
use app::settings::{SURVEY_QUESTION, kept, row_of, settings};
use app::shapes::Choice;

/// As many questions as one sheet asks.
const MOST: usize = 24;

/// A question as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct QuestionFields {
    /// The question; needed.
    pub label: String,
    /// The same at the request, when it is asked otherwise.
    pub at_request: String,
    /// When it is asked; at least once.
    pub moments: Vec<String>,
    /// The answers to choose from, a line each; the person writes when there is none.
    pub choices: String,
    /// The categories of purposes it is asked for; every loan when empty.
    pub purposes: Vec<String>,
    /// Whether it is asked no more.
    pub retired: bool,
}

/// A question written or written anew.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct QuestionChange {
    /// Which one; empty for a new one.
    pub key: String,
    /// What is typed.
    pub fields: QuestionFields,
}

/// The questionnaire.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct QuestionnaireView {
    /// Its questions, in their order, those asked no more included.
    pub questions: Vec<QuestionView>,
    /// When a question may be asked.
    pub moments: Vec<Choice>,
    /// What a question may be for.
    pub purposes: Vec<Choice>,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct QuestionView {
    /// Its place, which tells it apart.
    pub id: usize,
    /// Its key.
    pub key: String,
    /// As forms hold it.
    pub fields: QuestionFields,
    /// `à la demande, à la fin`, `pour logement`, `plus posée depuis le 24 novembre 2026`.
    pub state: String,
}

/// Shows the questions of the questionnaire.
pub fn questionnaire(desk: &Desk, _: Nothing, _: &Moment) -> Result<QuestionnaireView, Failure> {
    desk.read(|reader| {
        let lists = settings(reader)?.lists;
        let rows = kept::<SurveyQuestion>(reader, SURVEY_QUESTION)?;
        let since: BTreeMap<ListKey, NaiveDate> = rows.into_iter().map(|row| (row.key, row.dated.valid_from)).collect();
        let shown = lists.survey.iter().enumerate();
        Ok(QuestionnaireView {
            questions: shown.map(|(id, one)| view(id, one, since.get(&one.key).copied(), &lists)).collect(),
            moments: SurveyMoment::ALL.into_iter().map(Choice::of).collect(),
            purposes: lists.purpose_categories.iter().map(Choice::of_entry).collect(),
        })
    })
}

/// Adds a question, writes one anew, stops asking it or asks it again.
pub fn set_question(desk: &mut Desk, input: QuestionChange, moment: &Moment) -> Result<QuestionnaireView, Failure> {
    let lists = desk.read(settings)?.lists;
    let question = read(&input, &lists)?;
    let source = "Réglage du CCAS".to_owned();
    let dated = Dated { valid_from: moment.today, source, value: question.clone() };
    let row = row_of(SURVEY_QUESTION, question.key.as_str(), &dated, moment)?;
    desk.act("set_question", moment, |writer| {
        writer.add_setting(&row)?;
        Ok(acted(&spaced(&format!("Questionnaire : {}", question.label)), vec![SURVEY_QUESTION]))
    })?;
    questionnaire(desk, Nothing {}, moment)
}

fn read(input: &QuestionChange, lists: &Lists) -> Result<SurveyQuestion, Failure> {
    let known = lists.survey.iter().find(|one| one.key.as_str() == input.key);
    if known.is_none() && !input.key.is_empty() {
        return Err(Failure::gone("Cette question"));
    }
    let fields = &input.fields;
    let label = spaced(reading::needed(&fields.label, "label", "La question manque.")?.as_str());
    let key = match known {
        Some(known) => known.key.clone(),
        None => free_key(|key| lists.survey.iter().any(|one| one.key == *key))?,
    };
    let twin = |one: &&SurveyQuestion| one.key != key && !one.retired && folded(&one.label) == folded(&label);
    if !fields.retired && lists.survey.iter().any(|one| twin(&one)) {
        return Err(Failure::refused("Cette question est déjà posée.").at("label"));
    }
    let asked = lists.survey.iter().filter(|one| !one.retired && one.key != key).count();
    if !fields.retired && asked >= MOST {
        let most = format!("Le questionnaire a déjà {MOST} questions : retirez-en une d’abord.");
        return Err(Failure::refused(&most).at("label"));
    }
    let mut moments = Vec::new();
    for typed in &fields.moments {
        moments.push(reading::word::<SurveyMoment>(typed, "moments")?);
    }
    if moments.is_empty() {
        return Err(Failure::refused("Quand cette question est-elle posée ?").at("moments"));
    }
    let at_request = reading::line(&fields.at_request, "at_request")?;
    let at_request = Some(spaced(at_request.as_str())).filter(|words| !words.is_empty());
    let before = known.map(|known| known.choices.as_slice()).unwrap_or_default();
    let choices = choices(&fields.choices, before)?;
    // The answers of the request are those of later, unless they were delivered otherwise.
    let of_request = known.map(|known| known.choices_at_request.as_slice()).unwrap_or_default();
    let otherwise = !of_request.is_empty() && of_request != before;
    let choices_at_request = match (&at_request, otherwise) {
        (None, _) => Vec::new(),
        (Some(_), true) => of_request.to_vec(),
        (Some(_), false) => choices.clone(),
    };
    Ok(SurveyQuestion {
        key,
        label,
        at_request,
        moments,
        choices,
        choices_at_request,
        purposes: read_categories(&fields.purposes, lists)?,
        retired: fields.retired,
    })
}

/// The answers, a line each: those there were keep their keys by their place.
fn choices(typed: &str, before: &[SurveyChoice]) -> Result<Vec<SurveyChoice>, Failure> {
    let text = reading::text(typed, "choices")?;
    let lines: Vec<&str> = text.as_str().lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if lines.len() < before.len() {
        return Err(Failure::refused("Une réponse qui a pu être donnée ne se retire pas.")
            .remedy("Retirez cette question et posez-en une autre.")
            .at("choices"));
    }
    if lines.len() == 1 {
        return Err(Failure::refused("Une seule réponse ne laisse aucun choix.").at("choices"));
    }
    let keys = before.iter().map(|choice| choice.key.clone());
    let more = (before.len().saturating_add(1)..).map(|place| ListKey::new(format!("choice_{place}")));
    let lines = lines.into_iter().zip(keys.chain(more));
    Ok(lines.map(|(line, key)| SurveyChoice { key, label: spaced(line) }).collect())
}

fn view(id: usize, one: &SurveyQuestion, since: Option<NaiveDate>, lists: &Lists) -> QuestionView {
    let when = one.moments.iter().map(|moment| lowered(moment.label())).collect::<Vec<_>>().join(", ");
    let whom = category_labels(&one.purposes, lists);
    let whom = if whom.is_empty() { String::new() } else { format!(", pour {whom}") };
    let state = match (one.retired, since) {
        (true, Some(day)) => format!("plus posée depuis le {}", long_date(day)),
        (true, None) => format!("proposée, pas encore posée{whom}"),
        (false, _) => format!("{when}{whom}"),
    };
    QuestionView {
        id,
        key: one.key.as_str().to_owned(),
        fields: QuestionFields {
            label: one.label.clone(),
            at_request: one.at_request.clone().unwrap_or_default(),
            moments: one.moments.iter().map(|moment| moment.key().to_owned()).collect(),
            choices: one.choices.iter().map(|choice| choice.label.as_str()).collect::<Vec<_>>().join("\n"),
            purposes: one.purposes.iter().map(|key| key.as_str().to_owned()).collect(),
            retired: one.retired,
        },
        state: spaced(&state),
    }
}
