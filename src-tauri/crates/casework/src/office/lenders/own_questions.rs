//! What a lender asks of its own: questions beside its file, documents more or fewer.

use domain::settings::{AnswerKind, ListKey, ListRefused, Lists, OwnQuestion};
use domain::words;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use app::failure::Failure;
use app::reading;

/// The most questions an agreement adds.
const MOST_QUESTIONS: usize = 30;

/// A lender's own question, as a form holds it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OwnQuestionFields {
    /// Its key; empty for a new one.
    pub key: String,
    /// What is asked.
    pub label: String,
    /// What its answer is; words when empty.
    pub kind: String,
    /// Whether the lender wants it answered.
    pub required: bool,
}

/// Reads the questions; a line without words is left out, a new one gets a key of its own.
pub(super) fn read_questions(typed: &[OwnQuestionFields]) -> Result<Vec<OwnQuestion>, Failure> {
    let typed: Vec<_> = typed.iter().filter(|one| !one.label.trim().is_empty()).collect();
    if typed.len() > MOST_QUESTIONS {
        return Err(
            Failure::refused(&format!("Une convention ajoute {MOST_QUESTIONS} questions au plus.")).at("questions")
        );
    }
    let mut read: Vec<OwnQuestion> = Vec::new();
    let taken = |read: &[OwnQuestion], key: &str| {
        read.iter().any(|one| one.key.as_str() == key) || typed.iter().any(|one| one.key == key)
    };
    for (place, one) in typed.iter().enumerate() {
        let field = format!("questions.{place}.label");
        let kind = if one.kind.is_empty() {
            AnswerKind::Text
        } else {
            reading::word(&one.kind, &format!("questions.{place}.kind"))?
        };
        let key = match one.key.as_str() {
            "" => {
                let mut names = (1_u32..).map(|number| format!("question_{number}"));
                names.find(|name| !taken(&read, name)).ok_or_else(|| Failure::broken("cle-de-question"))?
            }
            key => key.to_owned(),
        };
        let label = reading::line(&one.label, &field)?;
        read.push(OwnQuestion { key: ListKey::new(key), label, kind, required: one.required });
    }
    Ok(read)
}

/// Reads documents of the list, in its order.
pub(super) fn read_documents(typed: &[String], lists: &Lists, field: &str) -> Result<Vec<ListKey>, Failure> {
    let known = |key: &String| lists.documents.iter().any(|one| one.key.as_str() == key);
    if !typed.iter().all(known) {
        return Err(Failure::from(ListRefused).at(field));
    }
    let wanted = lists.documents.iter().filter(|one| typed.iter().any(|typed| typed == one.key.as_str()));
    Ok(wanted.map(|one| one.key.clone()).collect())
}

/// The questions, as a form holds them.
pub(super) fn question_fields(questions: &[OwnQuestion]) -> Vec<OwnQuestionFields> {
    let fields = |one: &OwnQuestion| OwnQuestionFields {
        key: one.key.as_str().to_owned(),
        label: one.label.to_string(),
        kind: one.kind.key().to_owned(),
        required: one.required,
    };
    questions.iter().map(fields).collect()
}

/// The questions in words: `Nom du conseiller, Numéro client`.
pub(super) fn said(questions: &[OwnQuestion]) -> String {
    let labels: Vec<String> = questions.iter().map(|one| words::spaced(one.label.as_str())).collect();
    labels.join(" · ")
}
