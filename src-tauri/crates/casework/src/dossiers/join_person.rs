//! One person recorded twice: their dossiers become those of one person. Or two people, told apart once and for all.
//!
//! Who they are stays as the office knew it. Of the rest, how to reach them and their situation, what the latest
//! dossier says holds, and what it does not say comes from the other, so that nothing known is lost.

use domain::dossier::DossierId;
use domain::person::{Person, PersonId};
use serde::Deserialize;
use store::{Acted, Writer};
use ts_rs::TS;

use super::view::{DossierView, view};
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;

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
    Ok(domain::person::joined(&own, &other, later))
}
