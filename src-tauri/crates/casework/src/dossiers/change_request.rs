//! Correcting the request, or setting the next date: always a new fact, never a change.

use domain::calendar::Toward;
use domain::dossier::{Dossier, DossierId, Fact, FactId, NextDate, Precision, Recorded};
use domain::line::Line;
use domain::partner::{FeedbackAgreement, Referrer};
use domain::settings::Lists;
use serde::{Deserialize, Serialize};
use store::Acted;
use ts_rs::TS;

use super::record::{next_date, wished};
use super::view::{DossierView, view};
use crate::partners::{chosen, referrer_of};
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::reading;
use app::settings::settings;

/// A field of the request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(
    missing_docs,
    reason = "each one is the field of domain::dossier::Request or NextDate, or what may be told the referrer"
)]
pub enum RequestField {
    Origin,
    HowHeard,
    Referrer,
    Project,
    Purpose,
    Amount,
    ReceivedOn,
    NextDate,
    NextWhat,
    Feedback,
}

/// One field of the request as typed.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RequestChange {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The field.
    pub field: RequestField,
    /// As typed.
    pub value: String,
}

/// Corrects one field of the request, or sets the next date.
pub fn change_request(desk: &mut Desk, input: RequestChange, moment: &Moment) -> Result<DossierView, Failure> {
    let settings = desk.read(settings)?;
    let lists = settings.at(moment.today).lists;
    desk.act("change_request", moment, |writer| {
        let dossier = super::found(writer, input.dossier)?;
        let lists = (lists, &*writer.referrers()?);
        if let Some((replaces, fact, precision)) = changed(&dossier, &input, lists, moment)? {
            let new = Recorded { id: FactId::NEW, replaces, precision, retracted: false, fact: fact.clone() };
            dossier.facts.admit(new, moment.today).map_err(|refused| Failure::from(refused).at("value"))?;
            writer.insert_known_fact(input.dossier, replaces, (&fact, precision), moment.now)?;
        }
        Ok(Acted {
            value: (),
            sentence: format!("Modification {}, {}.", label(input.field), dossier.person.display_name()),
            dossier: Some(input.dossier),
            fields: vec![recorded_as(input.field)],
            draft: Some((Some(input.dossier), "request")),
        })
    })?;
    view(desk, input.dossier, moment)
}

/// The new fact, the one it corrects and how exactly its day is known; nothing when the field holds what it held.
fn changed(
    dossier: &Dossier,
    input: &RequestChange,
    (lists, referrers): (&Lists, &[Referrer]),
    moment: &Moment,
) -> Result<Option<(Option<FactId>, Fact, Precision)>, Failure> {
    let typed = input.value.as_str();
    let needed = |sentence: &str| Failure::refused(sentence).at("value");
    let mut request = dossier.facts.request().clone();
    let before_known = dossier.facts.precision_of(dossier.facts.request_id());
    let mut known = before_known;
    // What is to be done without a day of its own takes the day of the first task.
    let first = dossier.tasks.first().map_or(moment.today, |task| task.due.max(moment.today));
    let unset = || NextDate { set_on: moment.today, on: first, what: Line::default() };
    let before = dossier.facts.next_date().cloned().unwrap_or_else(unset);
    let mut next = before.clone();
    match input.field {
        RequestField::Origin => {
            request.origin = reading::entry(typed, &lists.origins, "value")?
                .ok_or_else(|| needed("Par où la personne est-elle venue ?"))?;
        }
        RequestField::Referrer => request.referrer = chosen(typed, referrers, "value")?,
        RequestField::HowHeard => request.how_heard = reading::entry(typed, &lists.how_heard, "value")?,
        RequestField::Project => request.project = reading::line(typed, "value")?,
        RequestField::Purpose => request.purpose = reading::entry(typed, &lists.purposes, "value")?,
        RequestField::Amount => request.amount = wished(typed, "value")?,
        RequestField::ReceivedOn => {
            if typed.trim().is_empty() {
                return Err(needed("La date de la demande ne peut pas être vide."));
            }
            let elsewhere = dossier.facts.course().taken_over;
            let read =
                super::taken_over::received_on(typed, elsewhere, moment).map_err(|refused| refused.at("value"))?;
            (request.received_on, known) = read;
        }
        RequestField::NextDate => {
            let on = reading::date(typed, "value", moment, Toward::Future)?
                .ok_or_else(|| needed("Un dossier ouvert a toujours une prochaine date : écrivez-en une autre."))?;
            // A date gone by and left as it is was not chosen again.
            if on != next.on || dossier.facts.next_date().is_none() {
                next = next_date(on, next.what, "value", moment)?;
            }
        }
        RequestField::NextWhat => next.what = reading::line(typed, "value")?,
        RequestField::Feedback => {
            referrer_of(dossier).map_err(|refused| refused.at("value"))?;
            let agreement: FeedbackAgreement = reading::word(typed, "value")?;
            let is_new = dossier.feedback().is_none_or(|(_, before)| before != agreement);
            return Ok(is_new.then(|| (None, Fact::Noted(agreement.noted(moment.today)), Precision::Day)));
        }
    }
    if request != *dossier.facts.request() || known != before_known {
        return Ok(Some((Some(dossier.facts.request_id()), Fact::RequestReceived(request), known)));
    }
    let set_today = input.field == RequestField::NextDate && dossier.facts.next_date().is_none();
    if next == before && !set_today {
        return Ok(None);
    }
    Ok(Some((None, Fact::NextDateSet(NextDate { set_on: moment.today, ..next }), Precision::Day)))
}

fn label(field: RequestField) -> &'static str {
    match field {
        RequestField::Origin => "de l’origine de la demande",
        RequestField::Referrer => "du prescripteur",
        RequestField::HowHeard => "de la façon dont la personne a connu le service",
        RequestField::Project => "du projet",
        RequestField::Purpose => "de l’objet du prêt",
        RequestField::Amount => "du montant souhaité",
        RequestField::ReceivedOn => "de la date de la demande",
        RequestField::NextDate => "de la prochaine date",
        RequestField::NextWhat => "de ce qui est à faire",
        RequestField::Feedback => "de l’accord pour informer le prescripteur",
    }
}

/// The field's name in the access journal, which keeps names and never values.
fn recorded_as(field: RequestField) -> &'static str {
    match field {
        RequestField::Origin => "request_origin",
        RequestField::Referrer => "request_referrer",
        RequestField::HowHeard => "request_how_heard",
        RequestField::Project => "request_project",
        RequestField::Purpose => "request_purpose",
        RequestField::Amount => "request_amount",
        RequestField::ReceivedOn => "request_received_on",
        RequestField::NextDate => "next_date_on",
        RequestField::NextWhat => "next_date_what",
        RequestField::Feedback => "event",
    }
}
