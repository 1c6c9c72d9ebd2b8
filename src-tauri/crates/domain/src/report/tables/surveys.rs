//! What the questionnaires say, question by question: at the request, midway, at the end.

use chrono::NaiveDate;

use super::{Placing, Source, without_empty};
use crate::dossier::{DossierId, SurveyMoment};
use crate::report::figure::Unit;
use crate::report::row::{ReportRow, RowSurvey};
use crate::report::table::{Column, ColumnKey, Item, Line, Part, Plan};
use crate::settings::{ListKey, SurveyChoice, SurveyQuestion};

/// One questionnaire and its dossier.
#[derive(Clone, Copy)]
pub(super) struct Returned<'s> {
    row: &'s ReportRow,
    survey: &'s RowSurvey,
}

impl Item for Returned<'_> {
    fn dossier(&self) -> DossierId {
        self.row.dossier
    }
}

/// The key of a question left blank.
const BLANK: &str = "blank";

const MOMENTS: [(ColumnKey, SurveyMoment); 3] = [
    (ColumnKey::AtRequest, SurveyMoment::Request),
    (ColumnKey::MidTerm, SurveyMoment::MidTerm),
    (ColumnKey::AtEnd, SurveyMoment::End),
];

/// The questionnaires that came back in the period, once for each question that has choices.
pub(super) fn surveys<'s>(source: &'s Source<'_>) -> Plan<'s, Returned<'s>> {
    let all = source.rows.iter().flat_map(|row| row.surveys.iter().map(|survey| Returned { row, survey }));
    let whole: Vec<Returned<'s>> = all.filter(|one| source.period.contains(one.survey.on)).collect();
    let answered =
        |question: &SurveyQuestion| whole.iter().any(|one| one.survey.answers.contains_key(question.key.as_str()));
    // What is asked no more, or of some loans alone, has its lines only where somebody answered it.
    let always = |question: &SurveyQuestion| !question.retired && question.purposes.is_empty();
    let questions = source.ground.lists.survey.iter().filter(|question| !question.choices.is_empty());
    let asked = questions.filter(|question| !whole.is_empty() && (always(question) || answered(question)));
    let mut answers: Vec<_> = asked.map(|question| (question, Placing::on(lines(question)))).collect();
    // All the answers of a questionnaire at once: they lie together.
    for one in &whole {
        for (question, answers) in &mut answers {
            answers.put(*one, one.survey.answers.get(question.key.as_str()).map_or(BLANK, ListKey::as_str));
        }
    }
    let parts = answers.into_iter().map(|(question, answers)| Part {
        heading: Some((question.key.as_str().to_owned(), question.label.clone())),
        lines: without_empty(answers.lines),
    });
    let at = |(key, moment)| {
        Column::counting(key, Unit::Dossiers, move |one: &Returned<'s>| -> Option<NaiveDate> {
            Some(one.survey.on).filter(|_| one.survey.moment == moment)
        })
    };
    Plan {
        columns: MOMENTS.into_iter().map(at).collect(),
        parts: parts.collect(),
        whole,
        total: "Questionnaires, pour chaque question",
    }
}

/// The answers of a question, those of the request first, then the blanks.
fn lines<'s>(question: &SurveyQuestion) -> Vec<Line<Returned<'s>>> {
    let line = |choice: &SurveyChoice| Line::new(choice.key.as_str(), &choice.label);
    let mut lines: Vec<Line<Returned<'s>>> = question.choices_at_request.iter().map(line).collect();
    let later =
        question.choices.iter().filter(|choice| !question.choices_at_request.iter().any(|one| one.key == choice.key));
    lines.extend(later.map(line));
    lines.push(Line::new(BLANK, "Sans réponse"));
    lines
}
