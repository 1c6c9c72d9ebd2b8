//! The fields a letter may name, topic by topic, as the window offers them.

use domain::letter::{LetterField, LetterTopic, TextKind};
use domain::words::spaced;
use serde::Serialize;
use ts_rs::TS;

/// The fields of a topic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct LetterTopicFields {
    /// What they are about.
    pub label: String,
    /// The fields.
    pub fields: Vec<LetterFieldView>,
}

/// A field as it is offered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct LetterFieldView {
    /// Its name, written between braces.
    pub name: String,
    /// What it is.
    pub about: String,
    /// What it may read; empty for a table.
    pub example: String,
    /// Whether it stands alone on its line.
    pub is_table: bool,
}

/// The fields a letter may name.
pub(super) fn offered(kind: TextKind) -> Vec<LetterTopicFields> {
    let topics = LetterTopic::ALL.into_iter().filter(|topic| kind.topics().contains(topic));
    let shown = |field: LetterField| LetterFieldView {
        name: field.name().to_owned(),
        about: spaced(field.about()),
        example: spaced(field.example()),
        is_table: field.is_table(),
    };
    topics
        .map(|topic| LetterTopicFields {
            label: label(topic).to_owned(),
            fields: LetterField::ALL.into_iter().filter(|field| field.topic() == topic).map(shown).collect(),
        })
        .collect()
}

fn label(topic: LetterTopic) -> &'static str {
    match topic {
        LetterTopic::Office => "Le service",
        LetterTopic::Person => "La personne",
        LetterTopic::Request => "La demande",
        LetterTopic::Appointment => "Le rendez-vous à venir",
        LetterTopic::Decision => "La décision",
        LetterTopic::Loan => "Le prêt",
        LetterTopic::Difficulty => "La difficulté",
        LetterTopic::Refund => "La fin et le remboursement",
        LetterTopic::Commission => "La commission de surendettement",
        LetterTopic::Referral => "Le prescripteur",
        LetterTopic::Silence => "La demande sans nouvelles",
        LetterTopic::Charter => "La charte",
    }
}
