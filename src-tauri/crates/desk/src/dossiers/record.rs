//! Recording a request: a person, their project, a next date; under a minute.

use chrono::Datelike;
use domain::calendar::Toward;
use domain::dossier::{Fact, NextDate, Request};
use domain::household::Member;
use domain::line::Line;
use domain::person::Person;
use domain::settings::Settings;
use serde::Deserialize;
use store::{Acted, Writer};
use ts_rs::TS;

use super::view::{DossierView, view};
use crate::caller::Moment;
use crate::drafts::FormKey;
use crate::failure::Failure;
use crate::office::{Desk, settings};
use crate::reading;

/// What the first contact tells, as typed.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewRequest {
    /// Name; needed.
    pub last_name: String,
    /// First name.
    pub first_name: String,
    /// By where the person came; needed.
    pub origin: String,
    /// Telephone.
    pub phone: String,
    /// E-mail address.
    pub email: String,
    /// The project in a line; needed.
    pub project: String,
    /// What the loan would finance; empty while it is to be settled.
    pub purpose: String,
    /// The amount wished for.
    pub amount: String,
    /// The day of the contact; today when empty.
    pub received_on: String,
    /// The next date; in as many days as the office's rule when empty.
    pub next_date: String,
}

/// Everything a new dossier starts with, read and checked.
struct Opening {
    person: Person,
    request: Request,
    next: Option<NextDate>,
}

/// Records a request and opens its dossier.
///
/// The reference is given here, by the numbering in force on the day of the request.
pub fn record_request(desk: &mut Desk, input: NewRequest, moment: &Moment) -> Result<DossierView, Failure> {
    let settings = desk.read(settings)?;
    let opening = read(&input, &settings, moment)?;
    let dossier = desk.act("record_request", moment, |writer| {
        let (dossier, reference) = open(writer, &opening, &settings, moment)?;
        Ok(Acted {
            value: dossier,
            sentence: format!("Enregistrement de la demande {reference}, {}.", opening.person.display_name()),
            dossier: Some(dossier),
            fields: vec!["person", "household", "request", "next_date"],
            draft: Some((None, FormKey::NewRequest.key())),
        })
    })?;
    view(desk, dossier, moment)
}

fn read(input: &NewRequest, settings: &Settings, moment: &Moment) -> Result<Opening, Failure> {
    let last_name = reading::needed(&input.last_name, "last_name", "Le nom manque.")?;
    let mut person = Person::named(last_name, reading::line(&input.first_name, "first_name")?);
    let lists = settings.at(moment.today).lists;
    let origin = reading::entry(&input.origin, &lists.origins, "origin")?
        .ok_or_else(|| Failure::refused("Par où la personne est-elle venue ?").at("origin"))?;
    person.phone = reading::phone(&input.phone, "phone")?;
    person.email = reading::email(&input.email, "email")?;
    let project = reading::needed(&input.project, "project", "Le projet manque : deux mots suffisent.")?;
    let received_on = reading::date(&input.received_on, "received_on", moment, Toward::Past)?.unwrap_or(moment.today);
    let request = Request {
        received_on,
        origin,
        project,
        purpose: reading::entry(&input.purpose, &lists.purposes, "purpose")?,
        amount: wished(&input.amount, "amount")?,
        how_heard: None,
        referrer: None,
    };
    let typed = reading::date(&input.next_date, "next_date", moment, Toward::Future)?;
    let next = typed.map(|on| next_date(on, Line::default(), "next_date", moment)).transpose()?;
    Fact::RequestReceived(request.clone())
        .check(moment.today)
        .map_err(|refused| Failure::from(refused).at("received_on"))?;
    Ok(Opening { person, request, next })
}

/// The amount wished for: more than nothing, or not known.
pub(super) fn wished(typed: &str, field: &str) -> Result<Option<domain::money::Euros>, Failure> {
    let amount = reading::amount(typed, field)?;
    if amount.is_some_and(domain::money::Euros::is_zero) {
        return Err(Failure::refused("Un prêt de 0 € n’est pas un prêt : laissez vide si le montant n’est pas connu.")
            .at(field));
    }
    Ok(amount)
}

/// A next date set today: today or later.
pub(super) fn next_date(on: chrono::NaiveDate, what: Line, field: &str, moment: &Moment) -> Result<NextDate, Failure> {
    if on < moment.today {
        return Err(Failure::next_date_gone().at(field));
    }
    Ok(NextDate { set_on: moment.today, on, what })
}

fn open(
    writer: &Writer<'_>,
    opening: &Opening,
    settings: &Settings,
    moment: &Moment,
) -> Result<(domain::dossier::DossierId, String), Failure> {
    let year = opening.request.received_on.year();
    let number = writer.take_number(year)?;
    let reference = settings.at(opening.request.received_on).numbering.reference(year, number);
    let person = writer.insert_person(&opening.person)?;
    let dossier = writer.insert_dossier(person, &reference)?;
    writer.insert_member(dossier, &Member::applicant())?;
    writer.insert_fact(dossier, None, &Fact::RequestReceived(opening.request.clone()), moment.now)?;
    if let Some(next) = &opening.next {
        writer.insert_fact(dossier, None, &Fact::NextDateSet(next.clone()), moment.now)?;
    }
    Ok((dossier, reference))
}
