//! The register of testimonies: the sentences of questionnaires whose author agreed to be quoted without their name.
//!
//! A sentence stays in its questionnaire. A paper quotes it by where it stands, read again at each printing: an agreement
//! taken back, a dossier erased, and it is quoted no more. One that would tell who speaks is quoted nowhere. Worked
//! example: « J’ai gardé mon poste. » is offered; « Merci à Mme Ferrand, Sonia Delmas » is not, for it says « Sonia ».

use chrono::{Datelike, NaiveDate};
use domain::dossier::{Dossier, DossierId, Fact, Masked, Recorded, Survey, SurveyMoment};
use domain::line::Line;
use domain::report::Period;
use domain::settings::{Dated, ListKey, Quoted, Settings, Testimony};
use domain::words::{Labelled, long_date, lowered, spaced};
use serde::{Deserialize, Serialize};
use store::{Acted, Reader};
use ts_rs::TS;

use app::caller::Moment;
use app::desk::{Desk, Nothing};
use app::failure::Failure;
use app::reading;
use app::settings::{QUOTED, kept_of, row_of, settings};
use casework::dossiers::found;

/// The papers that quote a sentence, and what they are called.
const PLACES: [(&str, &str); 2] = [(BILAN, "bilan"), (LEAFLET, "dépliant")];
/// The bilan, in both its readings.
const BILAN: &str = "bilan";
/// The leaflet.
pub const LEAFLET: &str = "leaflet";

/// A sentence, by where it stands.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OneTestimony {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// Which of its questionnaires.
    pub moment: String,
    /// The question it answers.
    pub question: String,
}

/// Whether a paper quotes a sentence.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewQuoted {
    /// The paper.
    pub paper: String,
    /// The sentence.
    pub testimony: OneTestimony,
    /// Whether it is quoted, in place of another one.
    pub quoted: bool,
}

/// The register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TestimoniesView {
    /// The sentences, the newest first.
    pub rows: Vec<TestimonyRow>,
}

/// A sentence its author agreed to see quoted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TestimonyRow {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// Its reference.
    pub reference: String,
    /// Which of its questionnaires.
    pub moment: String,
    /// The question it answers.
    pub question: String,
    /// The sentence, as it came.
    pub text: String,
    /// `à la fin, le 3 mai 2026`
    pub given: String,
    /// The papers that quote it.
    pub papers: Vec<String>,
    /// The word that would tell who speaks; empty when none does. Such a sentence is quoted nowhere.
    pub identifies: String,
}

/// Shows the register of testimonies.
pub fn testimonies(desk: &Desk, _: Nothing, _: &Moment) -> Result<TestimoniesView, Failure> {
    desk.read(|reader| {
        let settings = settings(reader)?;
        let mut rows = Vec::new();
        for id in reader.dossiers_quotable()? {
            let dossier = found(reader, id)?;
            for (survey, question, text) in quotable(&dossier, &settings) {
                let at = Testimony { dossier: id, moment: survey.moment, question: question.clone() };
                let mut papers = Vec::new();
                for (paper, _) in PLACES {
                    let is_it = chosen(reader, &key_of(paper, survey.on.year()))?.as_ref() == Some(&at);
                    papers.extend(is_it.then(|| paper.to_owned()));
                }
                rows.push((survey.on, TestimonyRow { papers, ..row(&dossier, survey, question, text) }));
            }
        }
        rows.sort_by_key(|(on, _)| std::cmp::Reverse(*on));
        Ok(TestimoniesView { rows: rows.into_iter().map(|(_, row)| row).collect() })
    })
}

/// Has a paper quote a sentence in place of another, or quote it no more.
pub fn set_quoted(desk: &mut Desk, input: NewQuoted, moment: &Moment) -> Result<TestimoniesView, Failure> {
    let no_place = || Failure::refused("Ce papier ne cite personne.").at("paper");
    let (paper, name) = PLACES.into_iter().find(|(key, _)| *key == input.paper).ok_or_else(no_place)?;
    let (testimony, on) = offered(desk, &input.testimony)?;
    let (testimony, sentence) = match input.quoted {
        true => (Some(testimony), format!("Témoignage cité dans le {name}.")),
        false => (None, format!("Témoignage retiré du {name}.")),
    };
    let dated = Dated { valid_from: moment.today, source: "Choix du CCAS".to_owned(), value: Quoted { testimony } };
    let row = row_of(QUOTED, &key_of(paper, on.year()), &dated, moment)?;
    desk.act("set_quoted", moment, |writer| {
        writer.add_setting(&row)?;
        Ok(Acted { value: (), sentence: spaced(&sentence), dossier: None, fields: vec![QUOTED], draft: None })
    })?;
    testimonies(desk, Nothing {}, moment)
}

/// Under what the sentence of a paper is kept: a bilan quotes what was said in its year, the leaflet any.
fn key_of(paper: &str, year: i32) -> String {
    if paper == BILAN { format!("{paper}/{year}") } else { paper.to_owned() }
}

/// Notes that a person no longer agrees to be quoted: the sentences of that questionnaire are quoted no more.
pub fn withdraw_testimony(desk: &mut Desk, input: OneTestimony, moment: &Moment) -> Result<TestimoniesView, Failure> {
    let when: SurveyMoment = reading::word(&input.moment, "moment")?;
    desk.act("withdraw_testimony", moment, |writer| {
        let dossier = found(writer, input.dossier)?;
        let reason = reading::line("Accord d’être cité retiré", "reason")?;
        let agreed: Vec<(&Recorded, &Survey)> = surveys(&dossier).filter(|(_, survey)| survey.moment == when).collect();
        if agreed.is_empty() {
            return Err(Failure::gone("Cet accord"));
        }
        for (row, survey) in agreed {
            let fact = Fact::SurveyAnswered(Survey { may_be_quoted: false, ..survey.clone() });
            writer.correct_fact(dossier.id, (row.id, &reason), (&fact, None), moment.now)?;
        }
        let sentence = format!("Accord d’être cité retiré, {}.", dossier.person.display_name());
        Ok(Acted {
            value: (),
            sentence: spaced(&sentence),
            dossier: Some(dossier.id),
            fields: vec!["survey", "correction"],
            draft: None,
        })
    })?;
    testimonies(desk, Nothing {}, moment)
}

/// What the leaflet quotes, between its marks; empty where nothing was chosen, or what was may be quoted no more.
pub fn quoted_by_leaflet(desk: &Desk) -> Result<String, Failure> {
    desk.read(|reader| Ok(quoted(reader, LEAFLET)?.map(|(text, _)| text).unwrap_or_default()))
}

/// The same of the bilan of a period: what was said in it.
pub(crate) fn quoted_by_bilan(desk: &Desk, period: Period) -> Result<String, Failure> {
    desk.read(|reader| {
        for year in (period.from().year()..=period.to().year()).rev() {
            let found = quoted(reader, &key_of(BILAN, year))?;
            if let Some((text, _)) = found.filter(|(_, on)| period.contains(*on)) {
                return Ok(text);
            }
        }
        Ok(String::new())
    })
}

/// The sentence kept under a key, and the day it was said.
fn quoted(reader: &Reader<'_>, key: &str) -> Result<Option<(String, NaiveDate)>, Failure> {
    let Some(chosen) = chosen(reader, key)? else { return Ok(None) };
    let Some(dossier) = reader.dossier(chosen.dossier)? else { return Ok(None) };
    let sentence = sentence_of(&dossier, &settings(reader)?, &chosen);
    Ok(sentence.map(|(text, on)| (spaced(&format!("« {text} »")), on)))
}

fn chosen(reader: &Reader<'_>, key: &str) -> Result<Option<Testimony>, Failure> {
    let kept = kept_of::<Quoted>(reader, QUOTED, key)?;
    Ok(kept.into_iter().next_back().and_then(|row| row.dated.value.testimony))
}

/// The sentence, if it may be quoted, and the day it was said.
fn offered(desk: &Desk, one: &OneTestimony) -> Result<(Testimony, NaiveDate), Failure> {
    let moment: SurveyMoment = reading::word(&one.moment, "moment")?;
    let testimony = Testimony { dossier: one.dossier, moment, question: ListKey::new(&one.question) };
    let (dossier, settings) = desk.read(|reader| Ok((found(reader, one.dossier)?, settings(reader)?)))?;
    match sentence_of(&dossier, &settings, &testimony) {
        Some((_, on)) => Ok((testimony, on)),
        None => Err(Failure::refused("Cette phrase ne peut pas être citée.")
            .remedy("La personne n’en est pas ou plus d’accord, ou un mot de la phrase dirait de qui il s’agit.")),
    }
}

fn sentence_of(dossier: &Dossier, settings: &Settings, at: &Testimony) -> Option<(String, NaiveDate)> {
    let mut all = quotable(dossier, settings);
    let (survey, _, text) =
        all.find(|(survey, question, _)| survey.moment == at.moment && **question == at.question)?;
    Masked::everyone(dossier).revealed(text.as_str()).is_none().then(|| (text.to_string(), survey.on))
}

/// The questionnaires whose author agrees to be quoted.
fn surveys(dossier: &Dossier) -> impl Iterator<Item = (&Recorded, &Survey)> {
    let all = dossier.facts.standing();
    let all =
        all.filter_map(|row| if let Fact::SurveyAnswered(survey) = &row.fact { Some((row, survey)) } else { None });
    all.filter(|(_, survey)| survey.may_be_quoted)
}

/// The answers in the person's own words that may be quoted, each with its question.
fn quotable<'a>(
    dossier: &'a Dossier,
    settings: &'a Settings,
) -> impl Iterator<Item = (&'a Survey, &'a ListKey, &'a Line)> {
    surveys(dossier).flat_map(|(_, survey)| {
        let free = settings.lists.survey.iter().filter(|question| question.choices.is_empty());
        free.filter_map(move |question| Some((survey, &question.key, survey.answers.get(question.key.as_str())?)))
    })
}

fn row(dossier: &Dossier, survey: &Survey, question: &ListKey, text: &Line) -> TestimonyRow {
    TestimonyRow {
        dossier: dossier.id,
        reference: dossier.reference.clone(),
        moment: survey.moment.key().to_owned(),
        question: question.as_str().to_owned(),
        text: text.to_string(),
        given: spaced(&format!("{}, le {}", lowered(survey.moment.label()), long_date(survey.on))),
        papers: Vec::new(),
        identifies: Masked::everyone(dossier).revealed(text.as_str()).unwrap_or_default(),
    }
}
