//! Recording a request: a person, their project, a next date; under a minute.

use std::collections::BTreeMap;

use chrono::Datelike;
use domain::assessment::Assessment;
use domain::calendar::Toward;
use domain::dossier::{Fact, NextDate, Request};
use domain::household::Member;
use domain::line::Line;
use domain::partner::Referrer;
use domain::person::{Person, PersonId};
use domain::project::Project;
use domain::settings::Settings;
use serde::Deserialize;
use store::{Acted, Writer};
use ts_rs::TS;

use super::prefill::{AnswersChanged, prefill};
use super::screening::{self, ScreeningForm};
use super::taken_over::{self, PastFact, TakenOverForm};
use super::view::{DossierView, view};
use crate::partners::chosen;
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::reading;
use app::settings::settings;

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
    /// Day of birth, which tells namesakes apart.
    #[serde(default)]
    pub born_on: String,
    /// Town.
    #[serde(default)]
    pub commune: String,
    /// How the person heard of the office.
    #[serde(default)]
    pub how_heard: String,
    /// Who sent the person: the number of a referrer; empty when nobody did.
    #[serde(default)]
    pub referrer: String,
    /// The person this is, when they are known already.
    #[serde(default)]
    #[ts(type = "number | null")]
    pub same_person: Option<PersonId>,
    /// What was asked and told during the call.
    #[serde(default)]
    pub screening: ScreeningForm,
    /// What is known of it, when it was begun before Étrier.
    #[serde(default)]
    pub taken_over: TakenOverForm,
}

/// Everything a new dossier starts with, read and checked.
struct Opening {
    person: Person,
    request: PastFact,
    next: Option<NextDate>,
    same_person: Option<PersonId>,
    /// What was told and asked, and what follows; what is known of a life begun elsewhere.
    facts: Vec<PastFact>,
}

/// Records a request and opens its dossier.
///
/// The reference is given here, by the numbering in force on the day of the request.
pub fn record_request(desk: &mut Desk, input: NewRequest, moment: &Moment) -> Result<DossierView, Failure> {
    let (settings, referrers) = desk.read(|reader| Ok::<_, Failure>((settings(reader)?, reader.referrers()?)))?;
    let opening = read(&input, (&settings, &referrers), moment)?;
    let dossier = desk.act("record_request", moment, |writer| {
        let (dossier, reference) = open(writer, &opening, &settings, moment)?;
        Ok(Acted {
            value: dossier,
            sentence: format!("Enregistrement de la demande {reference}, {}.", opening.person.display_name()),
            dossier: Some(dossier),
            fields: vec!["person", "household", "request", "next_date", "screening", "taken_over"],
            draft: Some((None, "new_request")),
        })
    })?;
    view(desk, dossier, moment)
}

fn read(
    input: &NewRequest,
    (settings, referrers): (&Settings, &[Referrer]),
    moment: &Moment,
) -> Result<Opening, Failure> {
    let last_name = reading::needed(&input.last_name, "last_name", "Le nom manque.")?;
    let mut person = Person::named(last_name, reading::line(&input.first_name, "first_name")?);
    let lists = settings.at(moment.today).lists;
    let origin = reading::entry(&input.origin, &lists.origins, "origin")?
        .ok_or_else(|| Failure::refused("Par où la personne est-elle venue ?").at("origin"))?;
    person.phone = reading::phone(&input.phone, "phone")?;
    person.email = reading::email(&input.email, "email")?;
    person.born_on = reading::born_on(&input.born_on, "born_on", moment)?;
    person.commune = reading::line(&input.commune, "commune")?;
    let project = reading::needed(&input.project, "project", "Le projet manque : deux mots suffisent.")?;
    let elsewhere = input.taken_over.is_used();
    let (received_on, known) = taken_over::received_on(&input.received_on, elsewhere, moment)?;
    let request = Request {
        received_on,
        origin,
        project,
        purpose: reading::entry(&input.purpose, &lists.purposes, "purpose")?,
        amount: wished(&input.amount, "amount")?,
        how_heard: reading::entry(&input.how_heard, &lists.how_heard, "how_heard")?,
        referrer: chosen(&input.referrer, referrers, "referrer")?,
    };
    let typed = reading::date(&input.next_date, "next_date", moment, Toward::Future)?;
    let what = reading::line(screening::calls_for(&input.screening), "next_date")?;
    let next = typed.map(|on| next_date(on, what, "next_date", moment)).transpose()?;
    let request = (Fact::RequestReceived(request), known);
    request.0.check(moment.today).map_err(|refused| Failure::from(refused).at("received_on"))?;
    let called = screening::facts(&input.screening, received_on, next.is_some(), settings, moment)?;
    for fact in &called {
        fact.check(moment.today)?;
    }
    let mut facts: Vec<PastFact> = called.into_iter().map(|fact| (fact, known)).collect();
    facts.extend(taken_over::facts(&input.taken_over, &request, settings, moment)?);
    Ok(Opening { person, request, next, same_person: input.same_person, facts })
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
    let year = opening.request.0.day().year();
    let number = writer.take_number(year)?;
    let reference = settings.at(opening.request.0.day()).numbering.reference(year, number);
    let person = match opening.same_person {
        Some(known) => known_again(writer, known, &opening.person)?,
        None => writer.insert_person(&opening.person)?,
    };
    let dossier = writer.insert_dossier(person, &reference)?;
    writer.insert_member(dossier, &Member::applicant())?;
    for (fact, known) in std::iter::once(&opening.request).chain(&opening.facts) {
        writer.insert_known_fact(dossier, None, (fact, *known), moment.now)?;
        if let Some(call) = fact.screening() {
            let answers = AnswersChanged { before: &BTreeMap::new(), after: &call.answers };
            let blank = (&Project::default(), &Assessment::default());
            prefill(writer, dossier, blank, &answers, &settings.lists.screening)?;
        }
    }
    if let Some(next) = &opening.next {
        writer.insert_fact(dossier, None, &Fact::NextDateSet(next.clone()), moment.now)?;
    }
    Ok((dossier, reference))
}

/// A person known already: how to reach them is what they say today, the rest stays as it is.
fn known_again(writer: &Writer<'_>, id: PersonId, said: &Person) -> Result<PersonId, Failure> {
    let known = writer.person(id)?.ok_or_else(|| Failure::gone("Cette personne"))?;
    let or = |said: &Line, known: &Line| if said.is_empty() { known.clone() } else { said.clone() };
    let now = Person {
        phone: said.phone.clone().or_else(|| known.phone.clone()),
        email: said.email.clone().or_else(|| known.email.clone()),
        born_on: known.born_on.or(said.born_on),
        commune: or(&said.commune, &known.commune),
        ..known.clone()
    };
    if now != known {
        writer.update_person(id, &now)?;
    }
    Ok(id)
}
