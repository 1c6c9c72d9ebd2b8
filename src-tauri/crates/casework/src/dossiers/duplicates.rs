//! People known already, found while a name is typed: former borrowers and likely duplicates.

use std::collections::BTreeMap;

use domain::calendar::Toward;
use domain::dossier::DossierId;
use domain::person::{Likeness, Person, PersonId, Title, TypedName};
use domain::words::{Labelled, long_date, lowered, spaced};
use serde::{Deserialize, Serialize};
use store::{DossierQuery, Reader};
use ts_rs::TS;

use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::reading;

/// How many people are proposed at most, and how many lines are looked at for them.
const PROPOSED: usize = 4;
const LOOKED_AT: u64 = 40;
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
    let typed = typed(&input, moment);
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
        let least = if own.is_some() { Likeness::Name } else { Likeness::Phone };
        let mut likely: Vec<(Likeness, PersonId, Person)> =
            found.into_iter().filter_map(|(id, person)| Some((typed.likeness(&person)?, id, person))).collect();
        likely.retain(|(_, _, person)| person.last_name.as_str() != Person::NAMELESS);
        likely.retain(|(likeness, ..)| *likeness >= least);
        likely.sort_by_key(|(likeness, id, _)| (std::cmp::Reverse(*likeness), *id));
        let people = likely.into_iter().take(PROPOSED);
        let people: Result<Vec<_>, Failure> =
            people.map(|(likeness, id, person)| shown(reader, id, &person, likeness)).collect();
        Ok(KnownPeople { people: people? })
    })
}

fn lines(reader: &Reader<'_>, search: String) -> Result<Vec<DossierId>, Failure> {
    let query = DossierQuery { search, phase: None, among: None, archived: None, offset: 0, limit: LOOKED_AT };
    Ok(reader.dossier_lines(&query)?.0.into_iter().map(|(id, _)| id).collect())
}

fn shown(reader: &Reader<'_>, id: PersonId, person: &Person, likeness: Likeness) -> Result<KnownPerson, Failure> {
    let agreed = match person.title {
        Title::Madame => "née",
        Title::Monsieur => "né",
        Title::NotStated => "né(e)",
    };
    let born = person.born_on.map(|day| format!("{agreed} le {}", long_date(day))).unwrap_or_default();
    Ok(KnownPerson {
        person: id,
        name: person.display_name(),
        born,
        why: why(likeness).to_owned(),
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

/// What is typed, as far as it can be read.
fn typed(input: &TypedPerson, moment: &Moment) -> TypedName {
    let born_on = reading::date(&input.born_on, "born_on", moment, Toward::Past).ok().flatten();
    let phone = reading::phone(&input.phone, "phone").ok().flatten();
    TypedName::new(&input.last_name, &input.birth_name, &input.first_name, born_on, phone.as_ref())
}

/// What makes it likely.
fn why(likeness: Likeness) -> &'static str {
    match likeness {
        Likeness::Phone => "même téléphone",
        Likeness::Name => "même nom",
        Likeness::NameAndPhone => "même nom, même téléphone",
        Likeness::NameAndBirth => "même nom, même naissance",
    }
}
