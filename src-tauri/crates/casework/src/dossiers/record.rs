//! Recording a request: a person, their project, a next date; under a minute.

use std::collections::BTreeMap;

use chrono::Datelike;
use domain::assessment::Assessment;
use domain::calendar::Toward;
use domain::dossier::{DossierId, Fact, NextDate, Request};
use domain::household::Member;
use domain::line::Line;
use domain::partner::{FeedbackAgreement, Referrer, ReferrerId};
use domain::person::{Person, PersonId};
use domain::project::Project;
use domain::settings::{ListKey, Lists, Settings};
use domain::words::lowered;
use serde::Deserialize;
use store::{Acted, Writer};
use ts_rs::TS;

use super::members;
use super::prefill::{AnswersChanged, prefill};
use super::screening::{self, ScreeningForm};
use super::screening_grid::purpose_or_excluded;
use super::sender::{self, Sender};
use super::taken_over::{self, PastFact, TakenOverForm};
use super::view::{DossierView, view};
use crate::partners::chosen;
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::reading;
use app::settings::settings;

/// The question of the call that says how many live there.
const HOUSEHOLD_SIZE: &str = "household_size";

/// What the first contact tells, as typed.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewRequest {
    /// Name; needed, unless the call ends in information or in another solution.
    pub last_name: String,
    /// First name.
    pub first_name: String,
    /// By where the person came, by its key; what `sent_by` says when empty.
    pub origin: String,
    /// Who sends the person, as it was said: a referrer, an origin, « d’elle-même », a service to add.
    #[serde(default)]
    pub sent_by: String,
    /// Whether the person accepts, on the phone, that who sends them is answered.
    #[serde(default)]
    pub may_answer: bool,
    /// The adults of the household: `one`, `couple`, `other`; empty while nothing was said of it.
    #[serde(default)]
    pub adults: String,
    /// The ages of the children, as they were said.
    #[serde(default)]
    pub children: String,
    /// Telephone.
    pub phone: String,
    /// E-mail address.
    pub email: String,
    /// The project with the words of the person; the purpose in words when empty.
    pub project: String,
    /// What the loan would finance, or what it does not pay; empty while it is to be settled.
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
    others: Vec<Member>,
    sender: Option<Sender>,
    may_answer: bool,
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
    let rules = settings.at(moment.today);
    let person = person(input, moment)?;
    let sender = sender::read(&input.sent_by, rules.lists, referrers)?;
    let mut screening = input.screening.clone();
    let mut excluded = BTreeMap::new();
    let purpose = purpose_or_excluded(&input.purpose, &rules, &mut excluded)?;
    screening.answers.extend(excluded.iter().map(|(key, answer)| (key.clone(), answer.to_string())));
    let household = members::read(&input.adults, &input.children, moment)?;
    if let Some(people) = household.people() {
        screening.answers.entry(HOUSEHOLD_SIZE.to_owned()).or_insert_with(|| people.to_string());
    }
    let elsewhere = input.taken_over.is_used();
    let (received_on, known) = taken_over::received_on(&input.received_on, elsewhere, moment)?;
    let request = Request {
        received_on,
        origin: origin(input, sender.as_ref(), rules.lists)?,
        project: project(input, rules.lists)?,
        purpose,
        amount: wished(&input.amount, "amount")?,
        how_heard: reading::entry(&input.how_heard, &rules.lists.how_heard, "how_heard")?,
        referrer: chosen(&input.referrer, referrers, "referrer")?,
    };
    let typed = reading::date(&input.next_date, "next_date", moment, Toward::Future)?;
    let what = reading::line(screening::calls_for(&screening), "next_date")?;
    let next = typed.map(|on| next_date(on, what, "next_date", moment)).transpose()?;
    let request = (Fact::RequestReceived(request), known);
    request.0.check(moment.today).map_err(|refused| Failure::from(refused).at("received_on"))?;
    let called = screening::facts(&screening, received_on, next.is_some(), settings, moment)?;
    for fact in &called {
        fact.check(moment.today)?;
    }
    let mut facts: Vec<PastFact> = called.into_iter().map(|fact| (fact, known)).collect();
    facts.extend(taken_over::facts(&input.taken_over, &request, settings, moment)?);
    let (others, may_answer) = (household.others, input.may_answer);
    Ok(Opening { person, others, sender, may_answer, request, next, same_person: input.same_person, facts })
}

/// Who calls; without a name, the call can only end in information or in another solution.
fn person(input: &NewRequest, moment: &Moment) -> Result<Person, Failure> {
    let mut last_name = reading::line(&input.last_name, "last_name")?;
    if last_name.is_empty() {
        if !["information_only", "other_solution"].contains(&input.screening.outcome.as_str()) {
            return Err(Failure::refused("Le nom manque.")
                .remedy("Sans nom, un appel se garde en « information » ou « autre solution ».")
                .at("last_name"));
        }
        last_name = reading::line(Person::NAMELESS, "last_name")?;
    }
    let mut person = Person::named(last_name, reading::line(&input.first_name, "first_name")?);
    person.phone = reading::phone(&input.phone, "phone")?;
    person.email = reading::email(&input.email, "email")?;
    person.born_on = reading::born_on(&input.born_on, "born_on", moment)?;
    person.commune = reading::line(&input.commune, "commune")?;
    Ok(person)
}

/// By where the person came: as it was chosen, else as it was said, else not known.
fn origin(input: &NewRequest, sender: Option<&Sender>, lists: &Lists) -> Result<ListKey, Failure> {
    let chosen = reading::entry(&input.origin, &lists.origins, "origin")?;
    let said = || sender.map_or_else(|| sender::unknown(lists), |sender| sender.origin(lists));
    chosen.or_else(said).ok_or_else(|| Failure::refused("Par où la personne est-elle venue ?").at("sent_by"))
}

/// The project with the words of the person, else its purpose, else to be settled.
fn project(input: &NewRequest, lists: &Lists) -> Result<Line, Failure> {
    let said = reading::line(&input.project, "project")?;
    if !said.is_empty() {
        return Ok(said);
    }
    let named = lists.purposes.iter().chain(&lists.screening.questions).find(|one| one.key.as_str() == input.purpose);
    reading::line(&named.map_or_else(|| "à préciser".to_owned(), |one| lowered(&one.label)), "project")
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
) -> Result<(DossierId, String), Failure> {
    let year = opening.request.0.day().year();
    let number = writer.take_number(year)?;
    let reference = settings.at(opening.request.0.day()).numbering.reference(year, number);
    let person = match opening.same_person {
        Some(known) => known_again(writer, known, &opening.person)?,
        None => writer.insert_person(&opening.person)?,
    };
    let dossier = writer.insert_dossier(person, &reference)?;
    for member in std::iter::once(&Member::applicant()).chain(&opening.others) {
        writer.insert_member(dossier, member)?;
    }
    let request = sent_by(writer, dossier, opening, settings)?;
    let accepted = opening.may_answer && request_of(&request).is_some_and(|request| request.referrer.is_some());
    let accepted = accepted.then(|| (Fact::Noted(FeedbackAgreement::Given.noted(request.0.day())), request.1));
    for (fact, known) in std::iter::once(&request).chain(&opening.facts).chain(&accepted) {
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

fn request_of((fact, _): &PastFact) -> Option<&Request> {
    if let Fact::RequestReceived(request) = fact { Some(request) } else { None }
}

/// The request with its referrer, who is added when nobody wrote them down yet, and may be answered when the person accepts.
fn sent_by(
    writer: &Writer<'_>,
    dossier: DossierId,
    opening: &Opening,
    settings: &Settings,
) -> Result<PastFact, Failure> {
    let (fact, known) = &opening.request;
    let referrer = opening.sender.as_ref().and_then(|sender| sender.referrer(settings.at(fact.day()).lists));
    let (Some(referrer), Some(request)) = (referrer, request_of(&opening.request)) else {
        return Ok(opening.request.clone());
    };
    let id = if referrer.id == ReferrerId(0) { writer.insert_referrer(&referrer)? } else { referrer.id };
    if opening.may_answer {
        writer.insert_companion(dossier, &sender::companion(&referrer)?)?;
    }
    let referrer = request.referrer.or(Some(id));
    Ok((Fact::RequestReceived(Request { referrer, ..request.clone() }), *known))
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
