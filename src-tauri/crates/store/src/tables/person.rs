//! People: one row each, whatever the number of dossiers; and who borrows with them in one dossier, described alike.

use std::collections::BTreeSet;

use domain::dossier::DossierId;
use domain::person::{Person, PersonId};
use rusqlite::ToSql;

use crate::access::{Reader, Writer};
use crate::columns::{Columns, write_day};
use crate::error::StoreError;

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

/// What the sixth step adds to what is known of a person.
pub(crate) const MORE: &str = "
ALTER TABLE person ADD COLUMN neighbourhood TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN contact_way TEXT;
ALTER TABLE person ADD COLUMN contact_note TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN housing_since TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN contract TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN employer TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN bank TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN payment_means TEXT;
ALTER TABLE person ADD COLUMN known_for TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN health TEXT NOT NULL DEFAULT '';
";

/// Who borrows with the person of a dossier: the columns of a person, kept with the dossier and gone with it.
pub(crate) const CO_BORROWER: &str = "
CREATE TABLE co_borrower (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier INTEGER NOT NULL UNIQUE REFERENCES dossier (id),
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
  occupation TEXT NOT NULL,
  neighbourhood TEXT NOT NULL,
  contact_way TEXT,
  contact_note TEXT NOT NULL,
  housing_since TEXT NOT NULL,
  contract TEXT NOT NULL,
  employer TEXT NOT NULL,
  bank TEXT NOT NULL,
  payment_means TEXT,
  known_for TEXT NOT NULL,
  health TEXT NOT NULL
) STRICT;
";

/// Who the person of a dossier is not, whatever the likeness: asked once.
pub(crate) const TOLD_APART: &str = "
CREATE TABLE told_apart (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier INTEGER NOT NULL REFERENCES dossier (id),
  person INTEGER NOT NULL REFERENCES person (id),
  UNIQUE (dossier, person)
) STRICT;
";

const NAME: &str = "person";
const CO_BORROWERS: &str = "co_borrower";

/// What is known of a person, in the order it is read and written.
const COLUMNS: [&str; 25] = [
    "title",
    "last_name",
    "birth_name",
    "first_name",
    "born_on",
    "birth_place",
    "phone",
    "email",
    "address",
    "postal_code",
    "commune",
    "family_situation",
    "housing",
    "employment",
    "occupation",
    "neighbourhood",
    "contact_way",
    "contact_note",
    "housing_since",
    "contract",
    "employer",
    "bank",
    "payment_means",
    "known_for",
    "health",
];

impl Reader<'_> {
    /// A person; nothing when there is no such number.
    pub fn person(&self, id: PersonId) -> Result<Option<Person>, StoreError> {
        self.row(NAME, &format!("SELECT id, {} FROM person WHERE id = ?1", COLUMNS.join(", ")), [id.0], read)
    }

    /// Who borrows with the person of a dossier.
    pub fn co_borrower(&self, dossier: DossierId) -> Result<Option<Person>, StoreError> {
        let theirs = format!("SELECT id, {} FROM co_borrower WHERE dossier = ?1", COLUMNS.join(", "));
        self.row(CO_BORROWERS, &theirs, [dossier.0], read)
    }

    /// Everyone a person was told apart from, in their own dossiers or in those of the other.
    pub fn told_apart(&self, person: PersonId) -> Result<BTreeSet<PersonId>, StoreError> {
        let both =
            "SELECT told_apart.person FROM told_apart JOIN dossier ON dossier.id = dossier WHERE dossier.person = ?1
                    UNION SELECT dossier.person FROM told_apart JOIN dossier ON dossier.id = dossier
                    WHERE told_apart.person = ?1";
        let others = self.rows("told_apart", both, [person.0], |columns| columns.integer(0).map(PersonId))?;
        Ok(others.into_iter().collect())
    }

    /// How many persons there are.
    pub fn count_persons(&self) -> Result<u64, StoreError> {
        Ok(self.number("SELECT count(*) FROM person", ())?.try_into().unwrap_or_default())
    }
}

impl Writer<'_> {
    /// Records a person and gives their number.
    pub fn insert_person(&self, person: &Person) -> Result<PersonId, StoreError> {
        let marks = vec!["?"; COLUMNS.len()].join(", ");
        let id = self.insert(
            &format!("INSERT INTO person ({}) VALUES ({marks})", COLUMNS.join(", ")),
            rusqlite::params_from_iter(write(person)),
        )?;
        Ok(PersonId(id))
    }

    /// Changes what is known of a person. Errors: there is no such person.
    pub fn update_person(&self, id: PersonId, person: &Person) -> Result<(), StoreError> {
        let mut values = write(person);
        values.push(Box::new(id.0));
        let sql = format!("UPDATE person SET {} WHERE id = ?", set());
        self.change_one(NAME, id.0, &sql, rusqlite::params_from_iter(values))
    }

    /// Gives every dossier of a person recorded twice to the other, then takes the first out.
    pub fn join_person(&self, twice: PersonId, known: PersonId) -> Result<(), StoreError> {
        self.change("UPDATE dossier SET person = ?2 WHERE person = ?1", [twice.0, known.0])?;
        let theirs = "DELETE FROM told_apart WHERE person = ?1
                      OR (person = ?2 AND dossier IN (SELECT id FROM dossier WHERE person = ?2))";
        self.change(theirs, [twice.0, known.0])?;
        self.change_one(NAME, twice.0, "DELETE FROM person WHERE id = ?1", [twice.0])
    }

    /// Notes that the person of a dossier is not that one; said twice, it is noted once.
    pub fn tell_apart(&self, dossier: DossierId, person: PersonId) -> Result<(), StoreError> {
        let apart = "INSERT INTO told_apart (dossier, person) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
        self.change(apart, [dossier.0, person.0])?;
        Ok(())
    }

    /// Writes who borrows with the person of a dossier, in place of what was known of them.
    pub fn set_co_borrower(&self, dossier: DossierId, person: &Person) -> Result<(), StoreError> {
        let mut values = write(person);
        values.push(Box::new(dossier.0));
        if self.co_borrower(dossier)?.is_some() {
            let sql = format!("UPDATE co_borrower SET {} WHERE dossier = ?", set());
            return self.change_one(CO_BORROWERS, dossier.0, &sql, rusqlite::params_from_iter(values));
        }
        let marks = vec!["?"; COLUMNS.len().saturating_add(1)].join(", ");
        let sql = format!("INSERT INTO co_borrower ({}, dossier) VALUES ({marks})", COLUMNS.join(", "));
        self.insert(&sql, rusqlite::params_from_iter(values))?;
        Ok(())
    }

    /// Takes out who borrows with the person of a dossier. Errors: there is nobody.
    pub fn delete_co_borrower(&self, dossier: DossierId) -> Result<(), StoreError> {
        self.change_one(CO_BORROWERS, dossier.0, "DELETE FROM co_borrower WHERE dossier = ?1", [dossier.0])
    }
}

fn set() -> String {
    COLUMNS.map(|column| format!("{column} = ?")).join(", ")
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
        neighbourhood: columns.line(16)?,
        contact_way: columns.maybe_key(17)?,
        contact_note: columns.line(18)?,
        housing_since: columns.line(19)?,
        contract: columns.line(20)?,
        employer: columns.line(21)?,
        bank: columns.line(22)?,
        payment_means: columns.maybe_key(23)?,
        known_for: columns.line(24)?,
        health: columns.line(25)?,
    })
}

/// The values of [`COLUMNS`].
fn write(person: &Person) -> Vec<Box<dyn ToSql + '_>> {
    let key = |key: &Option<domain::settings::ListKey>| key.as_ref().map(|key| key.as_str().to_owned());
    vec![
        Box::new(person.title.key()),
        Box::new(person.last_name.as_str()),
        Box::new(person.birth_name.as_str()),
        Box::new(person.first_name.as_str()),
        Box::new(person.born_on.map(write_day)),
        Box::new(person.birth_place.as_str()),
        Box::new(person.phone.as_ref().map(|phone| phone.figures().to_owned())),
        Box::new(person.email.as_ref().map(|email| email.as_str().to_owned())),
        Box::new(person.address.as_str()),
        Box::new(person.postal_code.as_ref().map(|code| code.as_str().to_owned())),
        Box::new(person.commune.as_str()),
        Box::new(key(&person.family_situation)),
        Box::new(key(&person.housing)),
        Box::new(key(&person.employment)),
        Box::new(person.occupation.as_str()),
        Box::new(person.neighbourhood.as_str()),
        Box::new(key(&person.contact_way)),
        Box::new(person.contact_note.as_str()),
        Box::new(person.housing_since.as_str()),
        Box::new(person.contract.as_str()),
        Box::new(person.employer.as_str()),
        Box::new(person.bank.as_str()),
        Box::new(key(&person.payment_means)),
        Box::new(person.known_for.as_str()),
        Box::new(person.health.as_str()),
    ]
}
