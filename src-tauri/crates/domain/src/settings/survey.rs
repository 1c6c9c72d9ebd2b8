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
    /// The categories of purposes it is asked for; every loan when there is none.
    #[serde(default)]
    pub purposes: Vec<ListKey>,
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
    /// The question and its answers at a moment, for a loan of a category; nothing when it is not asked then.
    #[must_use]
    pub fn at(&self, moment: SurveyMoment, category: Option<&ListKey>) -> Option<(&str, &[SurveyChoice])> {
        let concerned = self.purposes.is_empty() || category.is_some_and(|one| self.purposes.contains(one));
        let asked = self.moments.contains(&moment) && !self.retired && concerned;
        let first = moment == SurveyMoment::Request;
        let label = self.at_request.as_deref().filter(|_| first).unwrap_or(&self.label);
        let choices = if first && self.at_request.is_some() { &self.choices_at_request } else { &self.choices };
        asked.then_some((label, choices.as_slice()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_for_some_purposes_is_asked_of_their_loans_alone() {
        let asked = |purposes: &[&str], category: Option<&str>| {
            let purposes = purposes.iter().map(|key| ListKey::new(*key)).collect();
            let question = SurveyQuestion {
                key: ListKey::new("office_1"),
                label: "Votre logement est-il mieux chauffé ?".to_owned(),
                at_request: None,
                moments: vec![SurveyMoment::End],
                choices: Vec::new(),
                choices_at_request: Vec::new(),
                purposes,
                retired: false,
            };
            let category = category.map(ListKey::new);
            question.at(SurveyMoment::End, category.as_ref()).is_some()
        };
        assert!(asked(&[], None) && asked(&["housing"], Some("housing")));
        assert!(!asked(&["housing"], Some("health")) && !asked(&["housing"], None));
    }
}
