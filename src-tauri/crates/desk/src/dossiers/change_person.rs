//! Changing one field of the person, on leaving it.

use domain::dossier::DossierId;
use domain::person::Person;
use domain::settings::Lists;
use serde::{Deserialize, Serialize};
use store::Acted;
use ts_rs::TS;

use super::view::{DossierView, view};
use crate::caller::Moment;
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
    Neighbourhood,
    ContactWay,
    ContactNote,
    HousingSince,
    Contract,
    Employer,
    Bank,
    PaymentMeans,
    KnownFor,
    Health,
}

/// Whose field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PersonOf {
    /// The person who asks.
    #[default]
    Applicant,
    /// Who borrows with them, as the household says.
    CoBorrower,
}

/// One field of the person as typed.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PersonChange {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// Whose; the applicant's when absent.
    #[serde(default)]
    #[ts(optional, as = "Option<PersonOf>")]
    pub of: PersonOf,
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
        let dossier = super::found(writer, input.dossier)?;
        let mut person = match input.of {
            PersonOf::Applicant => dossier.person.clone(),
            PersonOf::CoBorrower => dossier.borrows_with().ok_or_else(nobody)?,
        };
        let before = person.clone();
        set(&mut person, &input, lists, moment)?;
        if person != before {
            match input.of {
                PersonOf::Applicant => writer.update_person(writer.person_of(input.dossier)?, &person)?,
                PersonOf::CoBorrower => writer.set_co_borrower(input.dossier, &person)?,
            }
        }
        Ok(Acted {
            value: (),
            sentence: format!("Modification {}, {}.", label(input.field), person.display_name()),
            dossier: Some(input.dossier),
            fields: vec![recorded_as(input.field)],
            draft: Some((Some(input.dossier), input.of.form())),
        })
    })?;
    view(desk, input.dossier, moment)
}

fn nobody() -> Failure {
    Failure::refused("Personne d’autre ne demande ce prêt.")
        .remedy("Ajoutez d’abord au foyer la personne qui demande aussi le prêt.")
}

impl PersonOf {
    fn form(self) -> &'static str {
        match self {
            Self::Applicant => "person",
            Self::CoBorrower => "co_borrower",
        }
    }
}

fn set(person: &mut Person, input: &PersonChange, lists: &Lists, moment: &Moment) -> Result<(), Failure> {
    let typed = input.value.as_str();
    let line = || reading::line(typed, "value");
    match input.field {
        PersonField::Title => person.title = reading::word(typed, "value")?,
        PersonField::LastName => person.last_name = reading::needed(typed, "value", "Le nom ne peut pas être vide.")?,
        PersonField::BirthName => person.birth_name = line()?,
        PersonField::FirstName => person.first_name = line()?,
        PersonField::BornOn => person.born_on = reading::born_on(typed, "value", moment)?,
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
        PersonField::Neighbourhood => person.neighbourhood = line()?,
        PersonField::ContactWay => person.contact_way = reading::entry(typed, &lists.contact_ways, "value")?,
        PersonField::ContactNote => person.contact_note = line()?,
        PersonField::HousingSince => person.housing_since = line()?,
        PersonField::Contract => person.contract = line()?,
        PersonField::Employer => person.employer = line()?,
        PersonField::Bank => person.bank = line()?,
        PersonField::PaymentMeans => person.payment_means = reading::entry(typed, &lists.payment_means, "value")?,
        PersonField::KnownFor => person.known_for = line()?,
        PersonField::Health => person.health = line()?,
    }
    Ok(())
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
        PersonField::Neighbourhood => "du quartier",
        PersonField::ContactWay => "de la façon de la joindre",
        PersonField::ContactNote => "de la façon de la joindre",
        PersonField::HousingSince => "du logement",
        PersonField::Contract => "du contrat de travail",
        PersonField::Employer => "de l’employeur",
        PersonField::Bank => "de la banque de la personne",
        PersonField::PaymentMeans => "des moyens de paiement",
        PersonField::KnownFor => "de ce que le CCAS fait déjà",
        PersonField::Health => "de la santé",
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
        PersonField::Neighbourhood => "person_neighbourhood",
        PersonField::ContactWay => "person_contact_way",
        PersonField::ContactNote => "person_contact_note",
        PersonField::HousingSince => "person_housing_since",
        PersonField::Contract => "person_contract",
        PersonField::Employer => "person_employer",
        PersonField::Bank => "person_bank",
        PersonField::PaymentMeans => "person_payment_means",
        PersonField::KnownFor => "person_known_for",
        PersonField::Health => "person_health",
    }
}
