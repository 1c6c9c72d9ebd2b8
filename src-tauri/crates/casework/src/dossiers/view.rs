//! A dossier as its screen shows it.

use documents::papers::budget_sheet::lacks;
use domain::arrears::{Episode, followed_episode};
use domain::dossier::{Dossier, DossierId};
use domain::household::{Link, Member, MemberId, Presence};
use domain::line::Line;
use domain::person::Person;
use domain::retention::{is_archived, last_contact};
use domain::settings::{ListKey, Settings, entry};
use domain::task::{Task, TaskFamily, WaitingOn};
use domain::words::{self, Labelled};
use serde::{Deserialize, Serialize};
use store::Reader;
use ts_rs::TS;

use super::appointments::{self, AppointmentView};
use super::companions::{self, CompanionView};
use super::duplicates::{TheirDossier, dossiers};
use super::first_contact::{FirstContact, first_contact};
use super::head_loan::{HeadLoan, head_loan};
use super::rooms::{Room, rooms};
use super::taken_over;
use crate::retention::kept_sentence;
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::settings::{identity, settings};
use app::shapes::{Choice, Day, Meaning, Money};

/// Which dossier.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OneDossier {
    /// Its number.
    #[ts(type = "number")]
    pub dossier: DossierId,
}

/// Which dossier, by its reference.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OneReference {
    /// The reference, as printed: `2026-001`.
    pub reference: String,
}

/// A dossier: its summary, its person, its request, its household, its rooms.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct DossierView {
    /// Its number.
    #[ts(type = "number")]
    pub id: DossierId,
    /// Its reference.
    pub reference: String,
    /// Who asks.
    pub name: String,
    /// One line of context: `3 personnes · voiture d’occasion`.
    pub context: String,
    /// Where it stands.
    pub stage: Choice,
    /// Its next date.
    pub next: NextView,
    /// The appointment agreed, until something settles it.
    pub appointment: Option<AppointmentView>,
    /// The amount wished for.
    pub amount: Option<Money>,
    /// The loan, once it can be worked out.
    pub loan: Option<HeadLoan>,
    /// What is left to live on, a share a month, once there is a budget.
    pub reste_a_vivre: Option<Money>,
    /// The day of the request.
    pub received_on: Day,
    /// By where the person came.
    pub origin: Choice,
    /// What fields hold of the person.
    pub person: PersonFields,
    /// What fields hold of who borrows with them; nothing when nobody does.
    pub co_borrower: Option<PersonFields>,
    /// Who else accompanies them.
    pub companions: Vec<CompanionView>,
    /// The single referent: the office's adviser, or a companion.
    pub referent: String,
    /// The person's other dossiers, the latest first.
    pub others: Vec<TheirDossier>,
    /// What was asked and told at the first contact.
    pub first_contact: FirstContact,
    /// What fields hold of the request.
    pub request: RequestFields,
    /// Who lives on the budget.
    pub household: HouseholdView,
    /// The rooms of the dossier.
    pub rooms: Vec<Room>,
    /// Where it comes from and what is not known of it, when it was begun elsewhere.
    pub taken_over: Option<String>,
    /// That it is archived, since when and why; nothing otherwise.
    pub archived: Option<String>,
}

/// The next date of a dossier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "Next")]
pub struct NextView {
    /// The date.
    pub date: Option<Day>,
    /// The hour of an appointment: `14 h 30`; empty otherwise.
    pub at: String,
    /// What is to be done then.
    pub what: String,
    /// What it means today.
    pub meaning: Meaning,
}

/// The person as fields hold it: empty is not known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[expect(missing_docs, reason = "each field is the field of domain::person::Person as text")]
pub struct PersonFields {
    pub title: String,
    pub last_name: String,
    pub birth_name: String,
    pub first_name: String,
    pub born_on: String,
    pub birth_place: String,
    pub phone: String,
    pub email: String,
    pub address: String,
    pub postal_code: String,
    pub commune: String,
    pub family_situation: String,
    pub housing: String,
    pub employment: String,
    pub occupation: String,
    pub neighbourhood: String,
    pub contact_way: String,
    pub contact_note: String,
    pub housing_since: String,
    pub contract: String,
    pub employer: String,
    pub bank: String,
    pub payment_means: String,
    pub known_for: String,
    pub health: String,
}

/// The request as fields hold it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[expect(missing_docs, reason = "each field is the field of domain::dossier::Request or NextDate as text")]
pub struct RequestFields {
    pub origin: String,
    pub how_heard: String,
    pub referrer: String,
    pub project: String,
    pub purpose: String,
    pub amount: String,
    pub received_on: String,
    pub next_date: String,
    pub next_what: String,
    pub feedback: String,
}

/// Who lives on the budget.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "Household")]
pub struct HouseholdView {
    /// Everyone, the applicant first.
    pub members: Vec<MemberView>,
    /// The divisor: `3` or `2,5`.
    pub shares_text: String,
    /// `3 personnes comptées dans le reste à vivre`.
    pub sentence: String,
}

/// One line of the household.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "Member")]
pub struct MemberView {
    /// Its number.
    #[ts(type = "number")]
    pub id: MemberId,
    /// Whether it is the person who asks.
    pub applicant: bool,
    /// Name.
    pub name: String,
    /// What they are to the applicant.
    pub link: String,
    /// The same in words.
    pub link_label: String,
    /// Day of birth, as fields show it.
    pub born_on: String,
    /// Age in words.
    pub age_text: String,
    /// Whether they live here.
    pub lives_here: bool,
    /// What they count for.
    pub share: String,
    /// The same in words.
    pub share_text: String,
    /// Why they count so.
    pub reason: String,
}

/// Shows a dossier.
pub fn dossier(desk: &Desk, input: OneDossier, moment: &Moment) -> Result<DossierView, Failure> {
    view(desk, input.dossier, moment)
}

/// Finds a dossier by its reference.
pub fn dossier_of(desk: &Desk, input: OneReference, moment: &Moment) -> Result<DossierView, Failure> {
    let id = desk.read(|reader| Ok(reader.dossier_with_reference(input.reference.trim())?))?;
    let unknown = || Failure::refused("Aucun dossier n’a cette référence.").at("reference");
    view(desk, id.ok_or_else(unknown)?, moment)
}

/// The dossier of a number, or the sentence that it is gone.
pub fn found(reader: &Reader<'_>, id: DossierId) -> Result<Dossier, Failure> {
    reader.dossier(id)?.ok_or_else(|| Failure::gone("Ce dossier"))
}

/// The view of a dossier.
pub(crate) fn view(desk: &Desk, id: DossierId, moment: &Moment) -> Result<DossierView, Failure> {
    desk.read(|reader| {
        let (dossier, settings) = (found(reader, id)?, settings(reader)?);
        let mut others = dossiers(reader, reader.person_of(id)?)?;
        others.retain(|other| other.dossier != id);
        let advisor = identity(reader)?.advisor;
        let referent = dossier.other_referent().map_or(advisor, |companion| companion.name.to_string());
        let appointment = appointments::shown(reader, &dossier, &settings, moment)?;
        Ok(DossierView { others, referent, appointment, ..shown(&dossier, &settings, moment)? })
    })
}

/// What the head names: while an instalment is owed, what it asks of the adviser; else what comes first.
fn next_step<'d>(dossier: &'d Dossier, owed: Option<&Episode>) -> Option<&'d Task> {
    let urgent = |task: &&Task| task.family == TaskFamily::Arrears && task.waiting_on == WaitingOn::Advisor;
    owed.and_then(|_| dossier.tasks.iter().find(urgent)).or_else(|| dossier.tasks.first())
}

/// The stage, with what is owed of a running loan: `Suivi, 1 impayé`.
fn stage(dossier: &Dossier, owed: Option<&Episode>) -> Choice {
    let stage = Choice::of(domain::dossier::stage(dossier));
    match owed {
        Some(episode) => {
            let owed = words::counted(episode.owed.len(), "impayé", "impayés");
            Choice::new(&stage.key, &format!("{}, {owed}", stage.label))
        }
        None => stage,
    }
}

fn shown(dossier: &Dossier, settings: &Settings, moment: &Moment) -> Result<DossierView, Failure> {
    let request = dossier.facts.request();
    let owed = followed_episode(dossier);
    let next = next_step(dossier, owed.as_ref());
    let next_on = next.map(|next| next.due);
    let origin = entry(&settings.lists.origins, &request.origin)?;
    let budget = crate::budgets::reckoned(dossier, settings, moment)?;
    let has_lines = dossier.budget.as_ref().is_some_and(|budget| !budget.lines.is_empty());
    // What the loan still lacks is said by the room of the simulation.
    let loan = dossier.loan(settings, moment.today).ok();
    let lacks = lacks(&dossier.person, &dossier.household, &budget);
    Ok(DossierView {
        id: dossier.id,
        reference: dossier.reference.clone(),
        name: dossier.person.display_name(),
        context: format!("{} · {}", words::members_summary(&dossier.household), request.project),
        stage: stage(dossier, owed.as_ref()),
        next: NextView {
            date: next_on.map(|date| Day::near(date, moment.today)),
            at: next.and_then(|next| next.at).map(words::hour).unwrap_or_default(),
            what: next.map(|next| next.what.to_string()).unwrap_or_default(),
            meaning: Meaning::of(next_on, moment.today),
        },
        appointment: None,
        amount: request.amount.map(Money::from),
        loan: loan.as_ref().map(|loan| head_loan(dossier, loan, settings)).transpose()?,
        reste_a_vivre: has_lines.then(|| budget.reste_a_vivre.into()),
        received_on: Day { text: taken_over::asked_on(dossier), ..Day::full(request.received_on) },
        origin: Choice::of_entry(origin),
        person: person_fields(&dossier.person),
        co_borrower: dossier.borrows_with().as_ref().map(person_fields),
        companions: dossier.companions.iter().map(companions::shown).collect(),
        referent: String::new(),
        others: Vec::new(),
        first_contact: first_contact(dossier, settings),
        request: request_fields(dossier),
        household: household(dossier, moment),
        rooms: rooms(dossier, &lacks, loan.as_ref(), &settings.at(moment.today)),
        archived: archived(dossier),
        taken_over: taken_over::told(dossier),
    })
}

/// That a dossier is archived, in a sentence.
fn archived(dossier: &Dossier) -> Option<String> {
    let decision = dossier.retention.as_ref();
    let holds = is_archived(decision, last_contact(dossier));
    decision.filter(|_| holds).map(kept_sentence)
}

fn person_fields(person: &Person) -> PersonFields {
    let text = |line: &Line| line.to_string();
    let key = |key: &Option<ListKey>| key.as_ref().map(|key| key.as_str().to_owned()).unwrap_or_default();
    PersonFields {
        title: person.title.key().to_owned(),
        last_name: text(&person.last_name),
        birth_name: text(&person.birth_name),
        first_name: text(&person.first_name),
        born_on: person.born_on.map(words::numeric_date).unwrap_or_default(),
        birth_place: text(&person.birth_place),
        phone: person.phone.as_ref().map(ToString::to_string).unwrap_or_default(),
        email: person.email.as_ref().map(|email| email.as_str().to_owned()).unwrap_or_default(),
        address: text(&person.address),
        postal_code: person.postal_code.as_ref().map(|code| code.as_str().to_owned()).unwrap_or_default(),
        commune: text(&person.commune),
        family_situation: key(&person.family_situation),
        housing: key(&person.housing),
        employment: key(&person.employment),
        occupation: text(&person.occupation),
        neighbourhood: text(&person.neighbourhood),
        contact_way: key(&person.contact_way),
        contact_note: text(&person.contact_note),
        housing_since: text(&person.housing_since),
        contract: text(&person.contract),
        employer: text(&person.employer),
        bank: text(&person.bank),
        payment_means: key(&person.payment_means),
        known_for: text(&person.known_for),
        health: text(&person.health),
    }
}

fn request_fields(dossier: &Dossier) -> RequestFields {
    let request = dossier.facts.request();
    let next = dossier.facts.next_date();
    RequestFields {
        origin: request.origin.as_str().to_owned(),
        referrer: request.referrer.map(|id| id.0.to_string()).unwrap_or_default(),
        how_heard: request.how_heard.as_ref().map(|key| key.as_str().to_owned()).unwrap_or_default(),
        project: request.project.to_string(),
        purpose: request.purpose.as_ref().map(|key| key.as_str().to_owned()).unwrap_or_default(),
        amount: request.amount.map(domain::money::Euros::bare).unwrap_or_default(),
        received_on: words::known_date_typed(
            request.received_on,
            dossier.facts.precision_of(dossier.facts.request_id()),
        ),
        next_date: next.map(|next| words::numeric_date(next.on)).unwrap_or_default(),
        next_what: next.map(|next| next.what.to_string()).unwrap_or_default(),
        feedback: dossier.feedback().map_or("", |(_, agreement)| agreement.key()).to_owned(),
    }
}

fn household(dossier: &Dossier, moment: &Moment) -> HouseholdView {
    let household = &dossier.household;
    let counted = household.counted();
    let shares = household.shares();
    let agreed = if counted < 2 { "comptée" } else { "comptées" };
    let parts = if shares.are_people() { String::new() } else { format!(" pour {shares}\u{a0}parts") };
    HouseholdView {
        members: household.members().iter().map(|member| shown_member(member, &dossier.person, moment)).collect(),
        shares_text: shares.to_string(),
        sentence: format!("{} {agreed}{parts} dans le reste à vivre", words::counted(counted, "personne", "personnes")),
    }
}

fn shown_member(member: &Member, person: &Person, moment: &Moment) -> MemberView {
    let applicant = member.link == Link::Applicant;
    let (name, born_on) =
        if applicant { (person.display_name(), person.born_on) } else { (member.name.to_string(), member.born_on) };
    MemberView {
        id: member.id,
        applicant,
        name,
        link: member.link.key().to_owned(),
        link_label: member.link.label().to_owned(),
        born_on: born_on.map(words::numeric_date).unwrap_or_default(),
        age_text: born_on.map(|born_on| words::age(born_on, moment.today)).unwrap_or_default(),
        lives_here: member.presence == Presence::Here,
        share: member.share.key().to_owned(),
        share_text: member.share.label().to_owned(),
        reason: member.reason.to_string(),
    }
}
