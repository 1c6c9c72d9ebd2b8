//! Changing one field of the person, on leaving it.

use domain::calendar::Toward;
use domain::dossier::DossierId;
use domain::person::Person;
use domain::settings::Lists;
use serde::{Deserialize, Serialize};
use store::Acted;
use ts_rs::TS;

use super::view::{DossierView, view};
use crate::caller::Moment;
use crate::drafts::FormKey;
use crate::failure::Failure;
use crate::office::{Desk, settings};
use crate::reading;

/// A field of the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each one is the field of domain::person::Person")]
pub enum PersonField {
    Title,
    LastName,
    BirthName,
    FirstName,
    BornOn,
    BirthPlace,
    Phone,
    Email,
    Address,
    PostalCode,
    Commune,
    FamilySituation,
    Housing,
    Employment,
    Occupation,
}

/// One field of the person as typed.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PersonChange {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The field.
    pub field: PersonField,
    /// As typed; empty is not known.
    pub value: String,
}

/// Changes one field of the person.
pub fn change_person(desk: &mut Desk, input: PersonChange, moment: &Moment) -> Result<DossierView, Failure> {
    let settings = desk.read(settings)?;
    let lists = settings.at(moment.today).lists;
    desk.act("change_person", moment, |writer| {
        let mut person = super::found(writer, input.dossier)?.person;
        let before = person.clone();
        set(&mut person, &input, lists, moment)?;
        if person != before {
            writer.update_person(writer.person_of(input.dossier)?, &person)?;
        }
        Ok(Acted {
            value: (),
            sentence: format!("Modification {}, {}.", label(input.field), person.display_name()),
            dossier: Some(input.dossier),
            fields: vec![recorded_as(input.field)],
            draft: Some((Some(input.dossier), FormKey::Person.key())),
        })
    })?;
    view(desk, input.dossier, moment)
}

fn set(person: &mut Person, input: &PersonChange, lists: &Lists, moment: &Moment) -> Result<(), Failure> {
    let typed = input.value.as_str();
    let line = || reading::line(typed, "value");
    match input.field {
        PersonField::Title => person.title = reading::word(typed, "value")?,
        PersonField::LastName => person.last_name = reading::needed(typed, "value", "Le nom ne peut pas être vide.")?,
        PersonField::BirthName => person.birth_name = line()?,
        PersonField::FirstName => person.first_name = line()?,
        PersonField::BornOn => person.born_on = born_on(typed, "value", moment)?,
        PersonField::BirthPlace => person.birth_place = line()?,
        PersonField::Phone => person.phone = reading::phone(typed, "value")?,
        PersonField::Email => person.email = reading::email(typed, "value")?,
        PersonField::Address => person.address = line()?,
        PersonField::PostalCode => person.postal_code = reading::postal_code(typed, "value")?,
        PersonField::Commune => person.commune = line()?,
        PersonField::FamilySituation => {
            person.family_situation = reading::entry(typed, &lists.family_situations, "value")?;
        }
        PersonField::Housing => person.housing = reading::entry(typed, &lists.housing, "value")?,
        PersonField::Employment => person.employment = reading::entry(typed, &lists.employment, "value")?,
        PersonField::Occupation => person.occupation = line()?,
    }
    Ok(())
}

/// A day of birth: today at the latest.
pub(crate) fn born_on(typed: &str, field: &str, moment: &Moment) -> Result<Option<chrono::NaiveDate>, Failure> {
    let date = reading::date(typed, field, moment, Toward::Past)?;
    if date.is_some_and(|date| date > moment.today) {
        return Err(Failure::refused("Cette naissance est à venir.").at(field));
    }
    Ok(date)
}

fn label(field: PersonField) -> &'static str {
    match field {
        PersonField::Title => "de la civilité",
        PersonField::LastName => "du nom",
        PersonField::BirthName => "du nom de naissance",
        PersonField::FirstName => "du prénom",
        PersonField::BornOn => "de la date de naissance",
        PersonField::BirthPlace => "du lieu de naissance",
        PersonField::Phone => "du téléphone",
        PersonField::Email => "du courriel",
        PersonField::Address => "de l’adresse",
        PersonField::PostalCode => "du code postal",
        PersonField::Commune => "de la commune",
        PersonField::FamilySituation => "de la situation familiale",
        PersonField::Housing => "du logement",
        PersonField::Employment => "de l’emploi",
        PersonField::Occupation => "du métier",
    }
}

/// The field's name in the access journal, which keeps names and never values.
fn recorded_as(field: PersonField) -> &'static str {
    match field {
        PersonField::Title => "person_title",
        PersonField::LastName => "person_last_name",
        PersonField::BirthName => "person_birth_name",
        PersonField::FirstName => "person_first_name",
        PersonField::BornOn => "person_born_on",
        PersonField::BirthPlace => "person_birth_place",
        PersonField::Phone => "person_phone",
        PersonField::Email => "person_email",
        PersonField::Address => "person_address",
        PersonField::PostalCode => "person_postal_code",
        PersonField::Commune => "person_commune",
        PersonField::FamilySituation => "person_family_situation",
        PersonField::Housing => "person_housing",
        PersonField::Employment => "person_employment",
        PersonField::Occupation => "person_occupation",
    }
}
