//! People known already, found while a name is typed: former borrowers and likely duplicates.

use std::collections::BTreeMap;

use domain::dossier::DossierId;
use domain::person::{Person, PersonId};
use domain::words::Labelled;
use domain::words::{folded, long_date, lowered, spaced};
use serde::{Deserialize, Serialize};
use store::{DossierQuery, Reader};
use ts_rs::TS;

use crate::caller::Moment;
use crate::failure::Failure;
use crate::office::Desk;
use crate::reading;

/// How many people are proposed at most, and how many lines are looked at for them.
const PROPOSED: usize = 4;
const LOOKED_AT: u64 = 40;
/// Below so many letters a name finds too many people.
const SHORTEST: usize = 3;
/// How likely it is, by what is the same.
const SAME_PHONE: u8 = 0;
const SAME_NAME: u8 = 1;
const SAME_NAME_AND_PHONE: u8 = 2;
const SAME_NAME_AND_BIRTH: u8 = 3;

/// A name as it is being typed.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TypedPerson {
    /// Name.
    pub last_name: String,
    /// First name.
    pub first_name: String,
    /// Day of birth, read when it can be.
    pub born_on: String,
    /// Telephone, read when it can be.
    pub phone: String,
    /// Name at birth.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub birth_name: String,
    /// The dossier these words are of, whose person is not looked for; absent for a new request.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub apart_from: Option<DossierId>,
}

/// The people it may be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct KnownPeople {
    /// The likeliest first.
    pub people: Vec<KnownPerson>,
}

/// Someone the office knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct KnownPerson {
    /// Their number.
    #[ts(type = "number")]
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// `né(e) le 14 mars 1991`; empty when it is not known.
    pub born: String,
    /// What makes it likely: `même téléphone`.
    pub why: String,
    /// Their dossiers, the latest first.
    pub dossiers: Vec<TheirDossier>,
}

/// One dossier of a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TheirDossier {
    /// Its number.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// Its reference.
    pub reference: String,
    /// Its project and where it stands.
    pub what: String,
}

/// Finds the people a typed name may be; no accent, capital or order of names matters.
pub fn known_people(desk: &Desk, input: TypedPerson, moment: &Moment) -> Result<KnownPeople, Failure> {
    let typed = Typed::read(&input, moment);
    if typed.searches().is_empty() {
        return Ok(KnownPeople { people: Vec::new() });
    }
    desk.read(|reader| {
        let own = input.apart_from.map(|dossier| reader.person_of(dossier)).transpose()?;
        let apart = own.map(|person| reader.told_apart(person)).transpose()?.unwrap_or_default();
        let mut found: BTreeMap<PersonId, Person> = BTreeMap::new();
        for search in typed.searches() {
            for dossier in lines(reader, search)? {
                let id = reader.person_of(dossier)?;
                if Some(id) != own && !apart.contains(&id) && !found.contains_key(&id) {
                    found.extend(reader.person(id)?.map(|person| (id, person)));
                }
            }
        }
        // Two people of one household share a telephone: once a dossier is open, it takes a name to ask.
        let least = if own.is_some() { SAME_NAME } else { SAME_PHONE };
        let mut likely: Vec<(u8, PersonId, Person)> =
            found.into_iter().filter_map(|(id, person)| Some((typed.likeness(&person)?, id, person))).collect();
        likely.retain(|(likeness, ..)| *likeness >= least);
        likely.sort_by_key(|(likeness, id, _)| (std::cmp::Reverse(*likeness), *id));
        let people: Result<Vec<_>, Failure> =
            likely.into_iter().take(PROPOSED).map(|(_, id, person)| shown(reader, id, &person, &typed)).collect();
        Ok(KnownPeople { people: people? })
    })
}

fn lines(reader: &Reader<'_>, search: String) -> Result<Vec<DossierId>, Failure> {
    let query = DossierQuery { search, phase: None, among: None, archived: None, offset: 0, limit: LOOKED_AT };
    Ok(reader.dossier_lines(&query)?.0.into_iter().map(|(id, _)| id).collect())
}

fn shown(reader: &Reader<'_>, id: PersonId, person: &Person, typed: &Typed) -> Result<KnownPerson, Failure> {
    let agreed = match person.title {
        domain::person::Title::Madame => "née",
        domain::person::Title::Monsieur => "né",
        domain::person::Title::NotStated => "né(e)",
    };
    let born = person.born_on.map(|day| format!("{agreed} le {}", long_date(day))).unwrap_or_default();
    Ok(KnownPerson {
        person: id,
        name: person.display_name(),
        born,
        why: typed.why(person).to_owned(),
        dossiers: dossiers(reader, id)?,
    })
}

/// The dossiers of a person, the latest first.
pub(super) fn dossiers(reader: &Reader<'_>, person: PersonId) -> Result<Vec<TheirDossier>, Failure> {
    let theirs = reader.dossiers_of(person)?;
    let query = DossierQuery {
        search: String::new(),
        phase: None,
        among: Some(theirs),
        archived: None,
        offset: 0,
        limit: LOOKED_AT,
    };
    let mut lines = reader.dossier_lines(&query)?.0;
    lines.sort_by_key(|(id, _)| std::cmp::Reverse(*id));
    let told = lines.into_iter().map(|(dossier, line)| TheirDossier {
        dossier,
        reference: line.reference,
        what: spaced(&format!("{}, {}", line.project, lowered(line.stage.label()))),
    });
    Ok(told.collect())
}

/// What is typed, without accents nor capitals.
struct Typed {
    /// The words of the names, once with each name they may be known by.
    namings: Vec<Vec<String>>,
    born_on: Option<chrono::NaiveDate>,
    phone: String,
}

impl Typed {
    fn read(input: &TypedPerson, moment: &Moment) -> Self {
        let born_on = reading::date(&input.born_on, "born_on", moment, domain::calendar::Toward::Past);
        let phone = reading::phone(&input.phone, "phone").ok().flatten();
        let named = |name: &str| parts(&format!("{name} {}", input.first_name));
        let mut namings = vec![named(&input.last_name)];
        namings.extend((!input.birth_name.trim().is_empty()).then(|| named(&input.birth_name)));
        Self {
            namings,
            born_on: born_on.ok().flatten(),
            phone: phone.map(|phone| phone.figures().to_owned()).unwrap_or_default(),
        }
    }

    /// What is looked for; too few letters look for nothing.
    fn searches(&self) -> Vec<String> {
        let long = |names: &&Vec<String>| names.iter().any(|name| name.chars().count() >= SHORTEST);
        let phone = std::iter::once(self.phone.clone()).filter(|phone| !phone.is_empty());
        self.namings.iter().filter(long).map(|names| names.join(" ")).chain(phone).collect()
    }

    /// How likely it is; nothing when it is someone else.
    fn likeness(&self, person: &Person) -> Option<u8> {
        let same_phone = self.has_phone(person);
        let other_birth = self.born_on.is_some() && person.born_on.is_some() && self.born_on != person.born_on;
        match (self.names_fit(person), same_phone, other_birth) {
            (true, _, false) if self.born_on.is_some() && self.born_on == person.born_on => Some(SAME_NAME_AND_BIRTH),
            (true, true, _) => Some(SAME_NAME_AND_PHONE),
            (true, false, false) => Some(SAME_NAME),
            (false, true, false) => Some(SAME_PHONE),
            (true | false, false, _) | (false, true, true) => None,
        }
    }

    fn why(&self, person: &Person) -> &'static str {
        match (self.names_fit(person), self.has_phone(person)) {
            (true, _) if self.born_on.is_some() && self.born_on == person.born_on => "même nom, même naissance",
            (true, true) => "même nom, même téléphone",
            (true, false) => "même nom",
            (false, _) => "même téléphone",
        }
    }

    /// Whether each word typed begins one of the person's names.
    fn names_fit(&self, person: &Person) -> bool {
        let names = parts(&format!("{} {} {}", person.last_name, person.birth_name, person.first_name));
        let fit = |naming: &Vec<String>| {
            !naming.is_empty() && naming.iter().all(|typed| names.iter().any(|name| name.starts_with(typed)))
        };
        self.namings.iter().any(fit)
    }

    fn has_phone(&self, person: &Person) -> bool {
        !self.phone.is_empty() && person.phone.as_ref().is_some_and(|phone| phone.figures() == self.phone)
    }
}

fn parts(names: &str) -> Vec<String> {
    let plain = folded(names).replace(|sign: char| !sign.is_alphanumeric(), " ");
    plain.split_whitespace().map(str::to_owned).collect()
}
