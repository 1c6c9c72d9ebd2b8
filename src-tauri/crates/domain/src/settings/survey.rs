//! The questionnaire: the same few plain questions at the request, midway and at the end.

use serde::{Deserialize, Serialize};

use super::ListKey;
use crate::dossier::SurveyMoment;

/// One question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SurveyQuestion {
    /// Its stable key.
    pub key: ListKey,
    /// The question, as it is asked.
    pub label: String,
    /// The same at the request, when it is asked otherwise.
    #[serde(default)]
    pub at_request: Option<String>,
    /// When it is asked.
    pub moments: Vec<SurveyMoment>,
    /// What may be answered; words when there is none.
    #[serde(default)]
    pub choices: Vec<SurveyChoice>,
    /// The same at the request.
    #[serde(default)]
    pub choices_at_request: Vec<SurveyChoice>,
    /// No longer asked; still shown where it was answered.
    #[serde(default)]
    pub retired: bool,
}

/// An answer to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SurveyChoice {
    /// Its stable key.
    pub key: ListKey,
    /// What people read.
    pub label: String,
}

impl SurveyQuestion {
    /// The question and its answers at a moment; nothing when it is not asked then.
    #[must_use]
    pub fn at(&self, moment: SurveyMoment) -> Option<(&str, &[SurveyChoice])> {
        let asked = self.moments.contains(&moment) && !self.retired;
        let first = moment == SurveyMoment::Request;
        let label = self.at_request.as_deref().filter(|_| first).unwrap_or(&self.label);
        let choices = if first && self.at_request.is_some() { &self.choices_at_request } else { &self.choices };
        asked.then_some((label, choices.as_slice()))
    }
}
