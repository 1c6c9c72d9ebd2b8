//! Changing one field of the person, on leaving it.

use domain::assessment::{Assessment, Registers};
use domain::dossier::{Dossier, DossierId};
use domain::person::Person;
use domain::settings::Lists;
use serde::{Deserialize, Serialize};
use store::Acted;
use ts_rs::TS;

use super::view::{DossierView, view};
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::reading;
use app::settings::settings;

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
        let mut person = input.of.person(&dossier)?;
        let before = person.clone();
        set(&mut person, &input, lists, moment)?;
        if person != before {
            match input.of {
                PersonOf::Applicant => writer.update_person(writer.person_of(input.dossier)?, &person)?,
                PersonOf::CoBorrower => writer.set_co_borrower(input.dossier, &person)?,
            }
        }
        let (said, recorded) = names(input.field);
        Ok(Acted {
            value: (),
            sentence: format!("Modification {said}, {}.", person.display_name()),
            dossier: Some(input.dossier),
            fields: vec![recorded],
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
    /// The person. Errors: nobody borrows with who asks.
    pub(crate) fn person(self, dossier: &Dossier) -> Result<Person, Failure> {
        match self {
            Self::Applicant => Ok(dossier.person.clone()),
            Self::CoBorrower => dossier.borrows_with().ok_or_else(nobody),
        }
    }

    /// Their registers.
    pub(crate) fn registers(self, held: &mut Assessment) -> &mut Registers {
        match self {
            Self::Applicant => &mut held.registers,
            Self::CoBorrower => &mut held.co_registers,
        }
    }

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

/// The field after « Modification », and its name in the access journal, which keeps names and never values.
fn names(field: PersonField) -> (&'static str, &'static str) {
    match field {
        PersonField::Title => ("de la civilité", "person_title"),
        PersonField::LastName => ("du nom", "person_last_name"),
        PersonField::BirthName => ("du nom de naissance", "person_birth_name"),
        PersonField::FirstName => ("du prénom", "person_first_name"),
        PersonField::BornOn => ("de la date de naissance", "person_born_on"),
        PersonField::BirthPlace => ("du lieu de naissance", "person_birth_place"),
        PersonField::Phone => ("du téléphone", "person_phone"),
        PersonField::Email => ("du courriel", "person_email"),
        PersonField::Address => ("de l’adresse", "person_address"),
        PersonField::PostalCode => ("du code postal", "person_postal_code"),
        PersonField::Commune => ("de la commune", "person_commune"),
        PersonField::FamilySituation => ("de la situation familiale", "person_family_situation"),
        PersonField::Housing => ("du logement", "person_housing"),
        PersonField::Employment => ("de l’emploi", "person_employment"),
        PersonField::Occupation => ("du métier", "person_occupation"),
        PersonField::Neighbourhood => ("du quartier", "person_neighbourhood"),
        PersonField::ContactWay => ("de la façon de la joindre", "person_contact_way"),
        PersonField::ContactNote => ("de la façon de la joindre", "person_contact_note"),
        PersonField::HousingSince => ("du logement", "person_housing_since"),
        PersonField::Contract => ("du contrat de travail", "person_contract"),
        PersonField::Employer => ("de l’employeur", "person_employer"),
        PersonField::Bank => ("de la banque de la personne", "person_bank"),
        PersonField::PaymentMeans => ("des moyens de paiement", "person_payment_means"),
        PersonField::KnownFor => ("de ce que le CCAS fait déjà", "person_known_for"),
        PersonField::Health => ("de la santé", "person_health"),
    }
}
