//! People: one row each, whatever the number of dossiers.

use domain::person::{Person, PersonId};

use crate::access::{Reader, Writer};
use crate::columns::{Columns, write_day};
use crate::error::StoreError;
use crate::vocabulary::Word;

pub(crate) const TABLE: &str = "
CREATE TABLE person (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL CHECK (title IN ('madame', 'monsieur', 'not_stated')),
  last_name TEXT NOT NULL CHECK (last_name <> ''),
  birth_name TEXT NOT NULL,
  first_name TEXT NOT NULL,
  born_on TEXT,
  birth_place TEXT NOT NULL,
  phone TEXT,
  email TEXT,
  address TEXT NOT NULL,
  postal_code TEXT,
  commune TEXT NOT NULL,
  family_situation TEXT,
  housing TEXT,
  employment TEXT,
  occupation TEXT NOT NULL
) STRICT;
";

const NAME: &str = "person";

impl Reader<'_> {
    /// A person; nothing when there is no such number.
    pub fn person(&self, id: PersonId) -> Result<Option<Person>, StoreError> {
        self.row(
            NAME,
            "SELECT id, title, last_name, birth_name, first_name, born_on, birth_place, phone, email, address,
                    postal_code, commune, family_situation, housing, employment, occupation
             FROM person WHERE id = ?1",
            [id.0],
            read,
        )
    }

    /// How many persons there are.
    pub fn count_persons(&self) -> Result<u64, StoreError> {
        Ok(self.number("SELECT count(*) FROM person", ())?.try_into().unwrap_or_default())
    }
}

impl Writer<'_> {
    /// Records a person and gives their number.
    pub fn insert_person(&self, person: &Person) -> Result<PersonId, StoreError> {
        let id = self.insert(
            "INSERT INTO person (title, last_name, birth_name, first_name, born_on, birth_place, phone, email, address,
                                 postal_code, commune, family_situation, housing, employment, occupation, id)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
            write(person, None),
        )?;
        Ok(PersonId(id))
    }

    /// Changes what is known of a person. Errors: there is no such person.
    pub fn update_person(&self, id: PersonId, person: &Person) -> Result<(), StoreError> {
        self.change_one(
            NAME,
            id.0,
            "UPDATE person SET title = ?1, last_name = ?2, birth_name = ?3, first_name = ?4, born_on = ?5,
                    birth_place = ?6, phone = ?7, email = ?8, address = ?9, postal_code = ?10, commune = ?11,
                    family_situation = ?12, housing = ?13, employment = ?14, occupation = ?15
             WHERE id = ?16",
            write(person, Some(id.0)),
        )
    }
}

fn read(columns: &Columns<'_>) -> Result<Person, StoreError> {
    Ok(Person {
        title: columns.word(1)?,
        last_name: columns.line(2)?,
        birth_name: columns.line(3)?,
        first_name: columns.line(4)?,
        born_on: columns.maybe_day(5)?,
        birth_place: columns.line(6)?,
        phone: columns.maybe_phone(7)?,
        email: columns.maybe_email(8)?,
        address: columns.line(9)?,
        postal_code: columns.maybe_postal_code(10)?,
        commune: columns.line(11)?,
        family_situation: columns.maybe_key(12)?,
        housing: columns.maybe_key(13)?,
        employment: columns.maybe_key(14)?,
        occupation: columns.line(15)?,
    })
}

fn write(person: &Person, id: Option<i64>) -> impl rusqlite::Params {
    (
        person.title.name(),
        person.last_name.as_str(),
        person.birth_name.as_str(),
        person.first_name.as_str(),
        person.born_on.map(write_day),
        person.birth_place.as_str(),
        person.phone.as_ref().map(|phone| phone.figures()),
        person.email.as_ref().map(|email| email.as_str()),
        person.address.as_str(),
        person.postal_code.as_ref().map(|code| code.as_str()),
        person.commune.as_str(),
        person.family_situation.as_ref().map(|key| key.as_str()),
        person.housing.as_ref().map(|key| key.as_str()),
        person.employment.as_ref().map(|key| key.as_str()),
        person.occupation.as_str(),
        id,
    )
}
