//! The people a referrer sent, and what they agreed that it be told. Without their agreement nothing is written.

use std::collections::BTreeMap;

use chrono::Datelike;
use domain::calendar::Toward;
use domain::dossier::{DossierId, Fact, Precision};
use domain::partner::{FeedbackAgreement, ReferrerId};
use domain::report::{Became, FEEDBACK_LETTER, FeedbackState, ReportRow};
use domain::words::{Labelled, long_date, lowered, spaced};
use serde::{Deserialize, Serialize};
use store::{Acted, DossierQuery};
use ts_rs::TS;

use super::referrers::{OneReferrer, gone, named, referrer_of};
use crate::dossiers::found;
use crate::facts::admit;
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::reading;
use app::settings::settings;
use app::shapes::Choice;

/// What a person agreed that their referrer be told, as typed.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FeedbackForm {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// What they agreed to.
    pub agreement: String,
    /// The day; today when empty.
    pub on: String,
}

/// The people a referrer sent, whatever the year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ReferrerPeople {
    /// Which one.
    #[ts(type = "number")]
    pub referrer: ReferrerId,
    /// Its name.
    pub name: String,
    /// The latest first.
    pub people: Vec<PersonSent>,
    /// What may be agreed to.
    pub agreements: Vec<Choice>,
    /// The paper that tells the referrer.
    pub paper: String,
}

/// A person who was sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PersonSent {
    /// Their dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// Its reference.
    pub reference: String,
    /// Who.
    pub name: String,
    /// `demande du 9 novembre 2026`.
    pub received: String,
    /// What became of them.
    pub became: String,
    /// What they agreed to; empty when they were not asked.
    pub agreement: String,
    /// In words: `accord du 9 novembre 2026, pas encore écrit`.
    pub feedback: String,
    /// Whether a letter is to be written.
    pub due: bool,
    /// Whether a letter may be written.
    pub may_write: bool,
}

/// Lists the people a referrer sent.
pub fn referrer_people(desk: &Desk, input: OneReferrer, _: &Moment) -> Result<ReferrerPeople, Failure> {
    desk.read(|reader| {
        let referrer = reader.referrer(input.referrer)?.ok_or_else(gone)?;
        let mut rows = reader.report_rows()?;
        rows.retain(|row| row.referrer == Some(referrer.id));
        rows.sort_by_key(|row| std::cmp::Reverse(row.received_on));
        let query = DossierQuery {
            search: String::new(),
            phase: None,
            among: Some(rows.iter().map(|row| row.dossier).collect()),
            archived: None,
            offset: 0,
            limit: u64::try_from(rows.len()).unwrap_or(u64::MAX),
        };
        let (lines, _) = reader.dossier_lines(&query)?;
        let mut lines: BTreeMap<DossierId, _> = lines.into_iter().collect();
        let people = rows.iter().filter_map(|row| {
            let line = lines.remove(&row.dossier)?;
            Some(person(row, line.reference, line.name))
        });
        Ok(ReferrerPeople {
            referrer: referrer.id,
            name: named(&referrer),
            people: people.collect(),
            agreements: FeedbackAgreement::ALL.into_iter().map(Choice::of).collect(),
            paper: FEEDBACK_LETTER.to_owned(),
        })
    })
}

/// Notes what a person agreed that their referrer be told.
pub fn note_feedback_agreement(
    desk: &mut Desk,
    input: FeedbackForm,
    moment: &Moment,
) -> Result<ReferrerPeople, Failure> {
    let agreement: FeedbackAgreement = reading::word(&input.agreement, "agreement")?;
    let on = reading::date(&input.on, "on", moment, Toward::Past)?.unwrap_or(moment.today);
    let settings = desk.read(settings)?;
    let referrer = desk.act("note_feedback_agreement", moment, |writer| {
        let dossier = found(writer, input.dossier)?;
        let referrer = referrer_of(&dossier).map_err(|refused| refused.at("dossier"))?;
        let fact = Fact::Noted(agreement.noted(on));
        admit(&dossier, None, &fact, &settings, moment).map_err(|refused| refused.at("on"))?;
        writer.insert_fact(input.dossier, None, &fact, moment.now)?;
        Ok::<_, Failure>(Acted {
            value: referrer,
            sentence: format!("Retour au prescripteur, {}.", dossier.person.display_name()),
            dossier: Some(input.dossier),
            fields: vec!["event"],
            draft: None,
        })
    })?;
    referrer_people(desk, OneReferrer { referrer }, moment)
}

fn person(row: &ReportRow, reference: String, name: String) -> PersonSent {
    let state = FeedbackState::of(row);
    PersonSent {
        dossier: row.dossier,
        reference,
        name,
        received: asked(row),
        became: Became::of(row).label().to_owned(),
        agreement: row.feedback.map(|(_, agreement)| agreement.key().to_owned()).unwrap_or_default(),
        feedback: spaced(&told(row, state)),
        due: state == FeedbackState::Due,
        may_write: state != FeedbackState::WithoutAgreement,
    }
}

/// When they asked; of a dossier begun elsewhere, no better than its year.
fn asked(row: &ReportRow) -> String {
    if row.request_known != Precision::Day {
        return format!("demande de {}", row.received_on.year());
    }
    format!("demande du {}", long_date(row.received_on))
}

fn told(row: &ReportRow, state: FeedbackState) -> String {
    let Some((on, agreement)) = row.feedback else { return "accord à demander".to_owned() };
    let day = long_date(on);
    match (agreement, row.feedback_sent, state) {
        (FeedbackAgreement::Refused, _, _) => format!("ne veut pas, dit le {day}"),
        (_, Some(sent), FeedbackState::UpToDate) => format!("écrit le {}", long_date(sent)),
        (_, _, FeedbackState::Due) => format!("accord du {day} : {}, à écrire", lowered(agreement.label())),
        (_, _, FeedbackState::UpToDate | FeedbackState::WithoutAgreement) => {
            format!("accord du {day}, la demande est en cours")
        }
    }
}
