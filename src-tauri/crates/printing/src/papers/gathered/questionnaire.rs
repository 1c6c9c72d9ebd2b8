//! The facts of the questionnaire: that of the moment of the dossier, at the request, midway, at the end.

use documents::papers::questionnaire::{PrintedQuestion, Questionnaire, render};
use domain::dossier::SurveyMoment;
use domain::words::{Labelled, spaced};

use super::{NotYet, Prepared, Subject};
use app::failure::Failure;

pub(super) fn prepare(subject: &Subject<'_>) -> Result<Result<Prepared, NotYet>, Failure> {
    let Subject { dossier, settings, moment, .. } = *subject;
    let course = dossier.facts.course();
    let when = match (course.disbursement, course.repaid_on) {
        (None, _) => SurveyMoment::Request,
        (Some(_), None) => SurveyMoment::MidTerm,
        (Some(_), Some(_)) => SurveyMoment::End,
    };
    let lists = &settings.lists;
    let category = lists.category(dossier.facts.request().purpose.as_ref());
    let questions = lists.survey.iter().filter_map(|question| {
        let (label, choices) = question.at(when, category)?;
        let choices = choices.iter().map(|choice| choice.label.clone()).collect();
        Some(PrintedQuestion { label: spaced(label), choices })
    });
    let sheet = Questionnaire {
        reference: dossier.reference.clone(),
        printed_on: moment.today,
        moment: match when {
            SurveyMoment::Request => "Au moment de la demande",
            SurveyMoment::MidTerm => "Pendant le prêt",
            SurveyMoment::End => "À la fin du prêt",
        }
        .to_owned(),
        intro: lists.survey_intro.clone(),
        questions: questions.collect(),
        quote: lists.survey_quote.clone(),
    };
    let head = subject.head.clone();
    Ok(Ok(Prepared {
        version: 1,
        missing: Vec::new(),
        state: format!("prêt, {}", domain::words::lowered(when.label())),
        print: Box::new(move |_| Ok(render(&sheet, &head)?)),
    }))
}
