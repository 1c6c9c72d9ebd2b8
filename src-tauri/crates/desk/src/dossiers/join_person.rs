//! One person recorded twice: their dossiers become those of one person. Or two people, told apart once and for all.
//!
//! Who they are stays as the office knew it. Of the rest, how to reach them and their situation, what the latest
//! dossier says holds, and what it does not say comes from the other, so that nothing known is lost.

use domain::dossier::DossierId;
use domain::line::Line;
use domain::person::{Person, PersonId, Title};
use serde::Deserialize;
use store::{Acted, Writer};
use ts_rs::TS;

use super::view::{DossierView, view};
use crate::caller::Moment;
use crate::failure::Failure;
use crate::office::Desk;

/// Whose dossier it is after all, or is not.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PersonJoined {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The person it is, or is not.
    #[ts(type = "number")]
    pub person: PersonId,
}

/// Joins the person of a dossier, with all their dossiers, to a person the office knows.
pub fn join_person(desk: &mut Desk, input: PersonJoined, moment: &Moment) -> Result<DossierView, Failure> {
    desk.act("join_person", moment, |writer| {
        super::found(writer, input.dossier)?;
        let (twice, known) = (writer.person_of(input.dossier)?, input.person);
        if twice == known {
            return Err(Failure::refused("Ce dossier est déjà celui de cette personne.").at("person"));
        }
        let joined = joined(writer, twice, known)?;
        writer.join_person(twice, known)?;
        writer.update_person(known, &joined)?;
        Ok(Acted {
            value: (),
            sentence: format!("Dossiers réunis sous une seule personne, {}.", joined.display_name()),
            dossier: Some(input.dossier),
            fields: vec!["person"],
            draft: None,
        })
    })?;
    view(desk, input.dossier, moment)
}

/// Notes that the person of a dossier is not one they look like: it is not asked again of either.
pub fn tell_apart(desk: &mut Desk, input: PersonJoined, moment: &Moment) -> Result<DossierView, Failure> {
    desk.act("tell_apart", moment, |writer| {
        let dossier = super::found(writer, input.dossier)?;
        writer.person(input.person)?.ok_or_else(|| Failure::gone("Cette personne"))?;
        if writer.person_of(input.dossier)? == input.person {
            return Err(Failure::refused("Ce dossier est celui de cette personne.").at("person"));
        }
        writer.tell_apart(input.dossier, input.person)?;
        Ok(Acted {
            value: (),
            sentence: format!("Personne distinguée d’une autre, {}.", dossier.person.display_name()),
            dossier: Some(input.dossier),
            fields: vec!["person"],
            draft: None,
        })
    })?;
    view(desk, input.dossier, moment)
}

/// What is known of the one person, from the two that were recorded.
fn joined(writer: &Writer<'_>, twice: PersonId, known: PersonId) -> Result<Person, Failure> {
    let described = |id: PersonId| writer.person(id)?.ok_or_else(|| Failure::gone("Cette personne"));
    let (other, own) = (described(twice)?, described(known)?);
    let later = writer.dossiers_of(twice)?.last() > writer.dossiers_of(known)?.last();
    let (latest, before) = if later { (&other, &own) } else { (&own, &other) };
    let line = |latest: &Line, before: &Line| if latest.is_empty() { before.clone() } else { latest.clone() };
    let of = |field: fn(&Person) -> &Line| line(field(latest), field(before));
    let named = |field: fn(&Person) -> &Line| line(field(&own), field(&other));
    Ok(Person {
        title: if own.title == Title::NotStated { other.title } else { own.title },
        last_name: own.last_name.clone(),
        birth_name: named(|person| &person.birth_name),
        first_name: named(|person| &person.first_name),
        born_on: own.born_on.or(other.born_on),
        birth_place: named(|person| &person.birth_place),
        phone: latest.phone.clone().or_else(|| before.phone.clone()),
        email: latest.email.clone().or_else(|| before.email.clone()),
        address: of(|person| &person.address),
        postal_code: latest.postal_code.clone().or_else(|| before.postal_code.clone()),
        commune: of(|person| &person.commune),
        neighbourhood: of(|person| &person.neighbourhood),
        contact_way: latest.contact_way.clone().or_else(|| before.contact_way.clone()),
        contact_note: of(|person| &person.contact_note),
        family_situation: latest.family_situation.clone().or_else(|| before.family_situation.clone()),
        housing: latest.housing.clone().or_else(|| before.housing.clone()),
        employment: latest.employment.clone().or_else(|| before.employment.clone()),
        housing_since: of(|person| &person.housing_since),
        occupation: of(|person| &person.occupation),
        contract: of(|person| &person.contract),
        employer: of(|person| &person.employer),
        bank: of(|person| &person.bank),
        payment_means: latest.payment_means.clone().or_else(|| before.payment_means.clone()),
        known_for: of(|person| &person.known_for),
        health: of(|person| &person.health),
    })
}
