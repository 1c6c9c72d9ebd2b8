//! What the office keeps for its reports: what a funder gave, its own words, the columns of its exports.

use serde::{Deserialize, Serialize};

use super::ListKey;
use crate::dossier::{DossierId, SurveyMoment};
use crate::line::Line;
use crate::money::Euros;
use crate::text::Text;

/// The agreement with a funder, in force from its date; its source is the agreement itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Funding {
    /// Who gives: « Département de Hautval »; never empty.
    pub funder: Line,
    /// What was given for a year.
    pub amount: Euros,
    /// How many dossiers were to be assessed.
    #[serde(default)]
    pub assessed_target: Option<u32>,
    /// How many loans were to be granted.
    #[serde(default)]
    pub granted_target: Option<u32>,
}

/// What the adviser writes on a report of a period, in their words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportWords {
    /// Paragraphs; may be empty.
    pub text: Text,
}

/// The sentence of a questionnaire that a paper quotes: where it stands, so that what is taken back is quoted no more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Testimony {
    /// The dossier of the questionnaire.
    pub dossier: DossierId,
    /// Which of its questionnaires.
    pub moment: SurveyMoment,
    /// The question it answers.
    pub question: ListKey,
}

/// What a paper quotes; nothing once it is chosen no more.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quoted {
    /// The sentence.
    pub testimony: Option<Testimony>,
}

/// Words of the labels of statements that the office knows: the line of the budget they are, as an adviser said once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatementWords {
    /// The words.
    pub words: Line,
    /// Whether money comes in.
    pub is_income: bool,
    /// The line of the budget; nothing once they are forgotten.
    pub entry: Option<ListKey>,
}

/// Columns of the dossiers that the office keeps under a name, to export them again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExportChoice {
    /// The name; never empty.
    pub name: Line,
    /// The keys of the columns; none once the choice is forgotten.
    pub columns: Vec<String>,
}
